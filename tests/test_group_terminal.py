"""`swotcli group` in a real terminal: single keys rule, nothing typed is lost, nothing is left behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from helpers import write_tree
from terminal import Terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a POSIX terminal")

WORDS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
WIDE = "日本語のメモ 🙂👩‍👩‍👧 " * 8


@pytest.fixture
def ready(session: Path) -> Path:
    """Return a session with ten notes a room that are a little alike, and one that is wide."""
    for room in ("north", "south"):
        notes = "".join(f"- {word} is good in the {room}\n" for word in WORDS)
        write_tree(session, {f"rooms/{room}.yaml": f"room: {room}\nstrengths:\n{notes}"})
    write_tree(
        session, {"rooms/west.yaml": f"room: west\nstrengths:\n- {WIDE}\nthreats:\n- Rain\n"}
    )
    return session


def _together(session: Path, quadrant: str = "strengths") -> list[list[str]]:
    file = session / "decisions.yaml"
    if not file.exists():
        return []
    ruled = (yaml.safe_load(file.read_text(encoding="utf-8")) or {}).get(quadrant, {})
    return [[t for note in r["notes"] for t in note.values()] for r in ruled.get("together", [])]


def _open(*words: str, columns: int = 80, rows: int = 24) -> Terminal:
    terminal = Terminal("group", "--no-suggest", *words, columns=columns, rows=rows)
    terminal.wait_for(lambda: "alpha" in terminal.screen)
    return terminal


def test_search_joins_several_digits_as_fast_as_they_come(ready: Path) -> None:
    """What is searched narrows with each letter; digits join, and the same one twice joins once."""
    with _open("s") as terminal:
        terminal.type("/beta")
        terminal.wait_for(lambda: "2 notes: beta" in terminal.screen)
        terminal.type("1121")
        terminal.wait_for(lambda: _together(ready) != [] and 3 == len(_together(ready)[0]))
        terminal.type("\x1b")
        terminal.wait_for(lambda: "b beta is good in the north" in terminal.screen)
        terminal.type("q")
        assert 0 == terminal.close()

    assert [["alpha is good in the north", "beta is good in the north", "beta is good in the south"]] == _together(ready)  # fmt: skip


def test_candidates_by_digits_letters_enter_and_undo(ready: Path) -> None:
    """1 3 4 typed quickly join three; c parts one; Enter goes on; u takes all of it back."""
    with Terminal("group", "s") as terminal:
        terminal.wait_for(lambda: "Perhaps the same" in terminal.screen)
        terminal.type("134")
        terminal.wait_for(lambda: any(len(one) >= 4 for one in _together(ready)))
        terminal.type("c")
        terminal.wait_for("ok parted: ")
        terminal.type("\r")
        terminal.wait_for("ok was decided already")
        terminal.type("\r")
        terminal.wait_for(lambda: 2 == len(_together(ready)))
        terminal.type("uuuuuu")
        terminal.wait_for(lambda: not (ready / "decisions.yaml").exists())
        terminal.wait_for("error nothing to take back")
        terminal.type("q")
        assert 0 == terminal.close()


def test_words_are_typed_where_words_are_wanted(ready: Path) -> None:
    """Reword begins with the present text, a theme is chosen by its beginning, Escape drops."""
    with _open("s") as terminal:
        terminal.type("r")
        terminal.wait_for("Wording: alpha is good in the north")
        terminal.type("\x15" + "Ours ä ö 🙂\r")
        terminal.wait_for("ok reworded: Ours ä ö 🙂")
        terminal.type("tMusic and art\r")
        terminal.wait_for("ok theme: Music and art")
        terminal.type("\rtmus")
        terminal.wait_for("Theme: mus")
        terminal.type("\x1b[B\r")
        terminal.wait_for(lambda: terminal.text.count("ok theme: Music and art") >= 1)
        terminal.type("rdropped\x1bT")
        terminal.wait_for("Music and art (2 points)")
        terminal.type("1 All art\r")
        terminal.wait_for("All art (2 points)")
        terminal.type("\x1bq")
        assert 0 == terminal.close()

    assert "dropped" not in (ready / "decisions.yaml").read_text(encoding="utf-8")
    assert "Ours ä ö 🙂" in (ready / "decisions.yaml").read_text(encoding="utf-8")


def test_move_and_take_all_and_quadrants(ready: Path) -> None:
    """The m key asks for a letter and for where to; z asks once; w turns to the next quadrant."""
    with _open("s", "t") as terminal:
        terminal.type("/gamma")
        terminal.wait_for(lambda: "2 notes: gamma" in terminal.screen)
        terminal.type("1\x1b")
        terminal.wait_for(lambda: "b gamma" in terminal.screen)
        terminal.type("mb/")
        terminal.wait_for("Search: ")
        terminal.type("kappa")
        terminal.wait_for(lambda: "2 notes: kappa" in terminal.screen)
        terminal.type("2")
        terminal.wait_for("ok moved: gamma is good in the north")
        terminal.type("w")
        terminal.wait_for(lambda: "Threats 1/1, 1 left" in terminal.screen)
        terminal.type("zx")
        terminal.wait_for("ok nothing was taken")
        terminal.type("zy")
        terminal.wait_for(lambda: [["Rain"]] == _together(ready, "threats"))
        terminal.type("l")
        terminal.wait_for(lambda: "Threats: 0 suggested, 0 undecided, 1 decided" in terminal.screen)
        terminal.type("\rq")
        assert 0 == terminal.close()


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)])
def test_every_size_shows_where_one_is(ready: Path, size: tuple[int, int]) -> None:
    """The head, the point and the keys are seen; wide letters break no row."""
    columns, rows = size
    with _open("s", columns=columns, rows=rows) as terminal:
        terminal.type("/日本\r")
        terminal.wait_for("ok joined")
        terminal.wait_for(lambda: "alpha" in terminal.screen)
        lines = terminal.screen.split("\n")

        assert lines[0].startswith("Strengths ")
        assert lines[1].startswith(" » ")
        assert lines[-1].strip()
        terminal.type("q")
        assert 0 == terminal.close()


def test_many_notes_leave_room_for_candidates_on_a_small_screen(ready: Path) -> None:
    """Two of five notes are shown, and how many more; v shows them all, and v again folds them."""
    with Terminal("group", "s", columns=40, rows=12) as terminal:
        terminal.wait_for(lambda: "Perhaps the same" in terminal.screen)
        terminal.type("1234")
        terminal.wait_for(lambda: " v: 3 more" in terminal.screen)
        lines = terminal.screen.split("\n")
        candidates = [line for line in lines if line[1:2].isdigit()]

        assert ["a", "b", "v"] == [line[1] for line in lines if line[1:2] in tuple("abcdefghv")]
        assert [] != candidates
        terminal.type("v")
        terminal.wait_for(lambda: "\n e " in terminal.screen)
        terminal.type("v")
        terminal.wait_for(lambda: " v: 3 more" in terminal.screen)
        terminal.type("q")
        assert 0 == terminal.close()


def test_resizing_at_each_key(ready: Path) -> None:
    """From 80x24 to 20x6 and back with every key: every key counts."""
    sizes = [(80, 24), (40, 12), (20, 6), (132, 50)]
    with _open("s") as terminal:
        for number in range(12):
            terminal.resize(*sizes[number % len(sizes)])
            terminal.type("\r")
        terminal.wait_for(lambda: 12 == len(_together(ready)))


def test_a_stray_paste_rules_nothing(ready: Path) -> None:
    """Pasted text is taken only where words are typed."""
    with _open("s") as terminal:
        terminal.type("\x1b[200~1\nz\ny\n\x1b[201~n")
        terminal.wait_for("ok skipped")
        terminal.type("r\x15\x1b[200~two\nlines\x1b]0;x\x07\x1b[201~\r")
        terminal.wait_for("ok reworded: two lines")

        assert b"\x1b]0;x" not in terminal.raw
    assert 1 == len(_together(ready))


def test_control_c_leaves_the_terminal_as_it_was(ready: Path) -> None:
    """At a typing line it drops the line; else it leaves with code 130, and all ruled is saved."""
    with _open("s") as terminal:
        terminal.type("\r")
        terminal.wait_for("ok decided")
        terminal.type("rhalf\x03\x03")

        assert 130 == terminal.close()
        tail = terminal.raw
        assert tail.rfind(b"\x1b[?1049l") > tail.rfind(b"\x1b[?1049h")
        assert tail.rfind(b"\x1b[?25h") >= tail.rfind(b"\x1b[?25l")
    assert [["alpha is good in the north"]] == _together(ready)


def test_what_another_window_rules_is_seen(ready: Path) -> None:
    """Within a second or two, and a key typed for what was there before rules nothing."""
    with _open("s") as one, Terminal("group", "s", "--plain", "--no-suggest") as other:
        other.wait_for("another window")
        other.type("r Theirs\n")
        one.wait_for("» Theirs")
        one.type("q")
        assert 0 == one.close()


def test_lines_where_nothing_may_be_redrawn(ready: Path) -> None:
    """With ACCESSIBLE, a terminal gets plain lines and a prompt."""
    with Terminal("group", "s", "--no-suggest", ACCESSIBLE="1") as terminal:
        terminal.ready()
        terminal.type("r Ours\n")
        terminal.wait_for("ok reworded: Ours")
        assert b"\x1b[?1049h" not in terminal.raw
        terminal.type("done\n")
        assert 0 == terminal.close()
