"""`swotcli room` in a real terminal: nothing typed, pasted or answered is ever lost."""

from __future__ import annotations

import os
import random
import signal
import time
import unicodedata
from pathlib import Path

import pytest
from terminal import Terminal, texts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a POSIX terminal")
VIEWS = pytest.mark.parametrize("view", [(), ("--board",)], ids=["prompt", "board"])


def _saved(room: Path, count: int) -> bool:
    return len(texts(room)) >= count


@VIEWS
def test_typed_notes_are_saved_and_answered(session: Path, view: tuple[str, ...]) -> None:
    """The prompt says where a line goes and how many are there; the answer where it went."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north", *view) as terminal:
        terminal.ready()
        terminal.type("Good team\rt Roads close\r")
        terminal.wait_for("ok Threats 2: Roads close")
        terminal.wait_for("[Threats 1]>")
        terminal.type("\x04")

        assert 0 == terminal.close()
    assert ["Good team", "Roads close"] == texts(room)


@VIEWS
def test_a_sprint_loses_nothing(session: Path, view: tuple[str, ...]) -> None:
    """Two hundred notes as fast as the terminal takes them, the next key 0 ms after Enter."""
    room = session / "rooms/north.yaml"
    notes = [f'huomio {n} – ä ö å 👩‍👧 "quoted"' for n in range(200)]
    with Terminal("room", "north", *view) as terminal:
        terminal.ready()
        terminal.type("".join(f"{note}\r" for note in notes))
        terminal.wait_for(lambda: _saved(room, 200))

    assert notes == texts(room)


def test_the_next_key_is_kept_while_the_disk_is_slow(session: Path) -> None:
    """With a tenth of a second for each flush of the disk, typing ahead loses nothing."""
    room = session / "rooms/north.yaml"
    slow = session.parent / "slow"
    slow.mkdir()
    (slow / "sitecustomize.py").write_text(
        "import os, time\n_fsync = os.fsync\ndef fsync(fd):\n    time.sleep(0.1)\n    _fsync(fd)\nos.fsync = fsync\n"
    )
    with Terminal("room", "north", PYTHONPATH=str(slow)) as terminal:
        terminal.ready()
        terminal.type("".join(f"note {n}\r" for n in range(10)))
        terminal.wait_for(lambda: _saved(room, 10))

    assert [f"note {n}" for n in range(10)] == texts(room)


@VIEWS
@pytest.mark.parametrize(
    ("start", "newline", "end"),
    [("\x1b[200~", "\n", "\x1b[201~\r"), ("\x1b[200~", "\r", "\x1b[201~\r"), ("", "\r", "\r")],
    ids=["bracketed", "bracketed-cr", "raw"],
)  # fmt: skip
def test_thirty_pasted_lines_are_thirty_notes(
    session: Path, view: tuple[str, ...], start: str, newline: str, end: str
) -> None:
    """From Word, from Excel, through a terminal that marks pastes and one that does not."""
    room = session / "rooms/north.yaml"
    lines = [f"pasted line {n}" for n in range(30)]
    with Terminal("room", "north", *view) as terminal:
        terminal.ready()
        terminal.type(start + newline.join(lines) + end)
        terminal.wait_for(lambda: _saved(room, 30))

    assert lines == texts(room)


def test_bullets_of_a_paste_are_stripped_and_one_undo_takes_all(session: Path) -> None:
    """Thirty lines in one act."""
    room = session / "rooms/north.yaml"
    before = room.read_bytes()
    lines = "• one\n\n2) two\n- [x] three\n\u00b7\tfour\n"
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type(f"\x1b[200~{lines}\x1b[201~")
        terminal.wait_for(lambda: _saved(room, 4))
        assert ["one", "two", "three", "four"] == texts(room)
        terminal.type("undo\r")
        terminal.wait_for(lambda: texts(room) == [])

    assert before == room.read_bytes()


def test_the_last_line_of_a_paste_without_line_end_waits(session: Path) -> None:
    """What has no line end stays on the line, as if typed, and Enter saves it."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type("\x1b[200~one\ntwo\nthr\x1b[201~")
        terminal.wait_for(lambda: _saved(room, 2))
        terminal.type("ee\r")
        terminal.wait_for(lambda: _saved(room, 3))

    assert ["one", "two", "three"] == texts(room)


def test_a_paste_from_word_has_no_bullets_left(session: Path) -> None:
    """Also its last line, which has no line end and waits for Enter."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type("\x1b[200~•\tone\r\n•\ttwo\r\n•\tthree\x1b[201~")
        terminal.wait_for(lambda: _saved(room, 2))
        terminal.type("\r\x1b[200~•\tfour\x1b[201~\r")
        terminal.wait_for(lambda: _saved(room, 4))

    assert ["one", "two", "three", "four"] == texts(room)


def test_help_can_be_read_on_the_board(session: Path) -> None:
    """It takes the rows it needs until the next answer."""
    with Terminal("room", "north", "--board", columns=60, rows=20) as terminal:
        terminal.ready()
        terminal.type("help\r")
        terminal.wait_for(lambda: "moves, /d 7 deletes" in " ".join(terminal.screen.split()))
        assert "takeaway" in terminal.screen


def test_an_answer_is_seen_on_the_smallest_board(session: Path) -> None:
    """At 20x5 the last answer has a row."""
    with Terminal("room", "north", "--board", columns=20, rows=5) as terminal:
        terminal.ready()
        terminal.type("/999 x\r")
        terminal.wait_for(lambda: "no note" in " ".join(terminal.screen.split()))


def test_a_large_paste_is_undone_at_once(session: Path) -> None:
    """A thousand lines, one act forth and one back, in about the time of one."""
    room = session / "rooms/north.yaml"
    before = room.read_text()
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type("\x1b[200~" + "\n".join(f"line {n}" for n in range(1000)) + "\n\x1b[201~")
        terminal.wait_for(lambda: _saved(room, 1000))
        terminal.type("undo\r")
        terminal.wait_for(lambda: room.read_text() == before)


@VIEWS
def test_resizing_at_each_key(session: Path, view: tuple[str, ...]) -> None:
    """From 80x24 to 20x6 and back with every key: every note arrives."""
    room = session / "rooms/north.yaml"
    sizes = [(80, 24), (40, 12), (20, 6), (132, 50)]
    notes = [f"note {n}" for n in range(20)]
    with Terminal("room", "north", *view) as terminal:
        terminal.ready()
        for number, key in enumerate("".join(f"{note}\r" for note in notes)):
            terminal.resize(*sizes[number % len(sizes)])
            terminal.type(key)
        terminal.wait_for(lambda: _saved(room, 20))

    assert notes == texts(room)


def test_keys_turn_to_a_quadrant_and_keep_the_line(session: Path) -> None:
    """Tab, Shift-Tab and F-keys in the middle of a line."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type("we\tak\r")
        terminal.wait_for(lambda: _saved(room, 1))
        terminal.type("no bu\x1bOSs line\r")  # F4
        terminal.wait_for(lambda: _saved(room, 2))
        terminal.type("a sho\x1b[Zp\r")
        terminal.wait_for(lambda: _saved(room, 3))
        terminal.wait_for("ok Opportunities 3: a shop")

    assert ["weak", "a shop", "no bus line"] == texts(room)


def test_control_c_clears_the_line_and_never_leaves(session: Path) -> None:
    """A draft is dropped on purpose; the room goes on."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type("not this\x03this\r")
        terminal.wait_for(lambda: _saved(room, 1))

    assert ["this"] == texts(room)


def test_undo_and_redo_by_key(session: Path) -> None:
    """Ctrl-Z on an empty line takes back and suspends nothing; Ctrl-Y does it again."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type("one\rtwo\r")
        terminal.wait_for(lambda: _saved(room, 2))
        terminal.type("\x1a")
        terminal.wait_for(lambda: texts(room) == ["one"])
        terminal.type("\x19")
        terminal.wait_for(lambda: texts(room) == ["one", "two"])


def test_up_puts_the_last_note_on_the_line(session: Path) -> None:
    """As in any chat: up, correct, Enter."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type("Rods close\r")
        terminal.wait_for(lambda: _saved(room, 1))
        terminal.type("\x1b[A" + "\x7f" * 10 + "Roads close\r")
        terminal.wait_for(lambda: texts(room) == ["Roads close"])


def test_a_note_typed_by_an_editor_is_told_and_kept(session: Path) -> None:
    """Within a second or two the answer line says that others have added something."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type("mine\r")
        terminal.wait_for(lambda: _saved(room, 1))
        room.write_text(room.read_text().replace("- mine\n", "- mine\n- theirs\n"))
        terminal.wait_for("by others since: +1")
        terminal.type("mine too\r")
        terminal.wait_for(lambda: _saved(room, 3))

    assert ["mine", "theirs", "mine too"] == texts(room)


def test_escapes_in_a_paste_are_shown_harmless(session: Path) -> None:
    """A pasted control sequence neither reaches the terminal nor the file."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north") as terminal:
        terminal.ready()
        terminal.type("\x1b[200~evil \x1b]0;title\x07 \x9b31m text\n\x1b[201~")
        terminal.wait_for(lambda: _saved(room, 1))
        terminal.wait_for("ok Strengths 1: evil")

        assert b"\x1b]0;title" not in terminal.raw
    assert "\x1b" not in room.read_text()


@VIEWS
def test_letters_of_the_world_arrive_as_typed(session: Path, view: tuple[str, ...]) -> None:
    """ä ö å whole and decomposed, emoji of several parts, right-to-left letters and marks."""
    room = session / "rooms/north.yaml"
    typed = [
        "ä ö å Ä Ö Å",
        "a\u0308 o\u0308",
        "👩‍👩‍👧 🙂 🇫🇮",
        "עברית \u200fمرحبا\u200e",
        "x\u0301\u0323 ŋ đ ǩ",
        "“” – … €",
    ]
    with Terminal("room", "north", *view) as terminal:
        terminal.ready()
        terminal.type("".join(f"{text}\r" for text in typed))
        terminal.wait_for(lambda: _saved(room, len(typed)))

        assert "\u200f" not in terminal.screen
    assert [unicodedata.normalize("NFC", text) for text in typed] == texts(room)


def test_a_console_that_cannot_be_drawn_on_takes_plain_lines(session: Path, tmp_path: Path) -> None:
    """Some Windows consoles are none to the toolkit: notes are taken all the same."""
    room = session / "rooms/north.yaml"
    (tmp_path / "sitecustomize.py").write_text(
        "import prompt_toolkit.application as a\n"
        "class Application(a.Application):\n"
        "    def __init__(self, *_, **__): raise RuntimeError('no console')\n"
        "a.Application = Application\n"
    )
    with Terminal("room", "north", PYTHONPATH=str(tmp_path)) as terminal:
        terminal.ready()
        terminal.type("still taken\n")
        terminal.wait_for("ok Strengths 1: still taken")

    assert ["still taken"] == texts(room)


def test_a_terminal_that_does_not_answer(session: Path) -> None:
    """One that never says where its cursor is works all the same."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north", answers=False) as terminal:
        terminal.ready()
        terminal.type("one\rtwo\r")
        terminal.wait_for(lambda: _saved(room, 2))


def test_typing_before_the_prompt_is_there(session: Path) -> None:
    """Impatient keys are kept."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north") as terminal:
        terminal.type("early\rbird\r")
        terminal.wait_for(lambda: _saved(room, 2))

    assert ["early", "bird"] == texts(room)


@VIEWS
@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_the_terminal_usable(
    session: Path, view: tuple[str, ...], how: str
) -> None:
    """The other screen is left, the cursor shown, the draft line is the only thing gone."""
    room = session / "rooms/north.yaml"
    with Terminal("room", "north", *view) as terminal:
        terminal.ready()
        terminal.type("kept\r")
        terminal.wait_for(lambda: _saved(room, 1))
        terminal.type("half a li")
        terminal.process.send_signal(getattr(signal, how))
        terminal.close()

        tail = terminal.raw
        assert tail.rfind(b"\x1b[?25h") >= tail.rfind(b"\x1b[?25l")
        assert tail.rfind(b"\x1b[?1049l") >= tail.rfind(b"\x1b[?1049h")
    assert ["kept"] == texts(room)


def test_after_a_kill_the_board_is_cleared_at_the_next_start(session: Path) -> None:
    """A killed board leaves its screen on; the next start puts the terminal right."""
    with Terminal("room", "north", "--board") as terminal:
        terminal.ready()
        terminal.process.kill()
        terminal.close()
    with Terminal("room", "north") as terminal:
        terminal.ready()

        assert b"\x1b[?1049l" in terminal.raw


HOWS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, None) if os.name != "nt" else ()
"""None closes the terminal's window."""


def _kill_while_typing(
    room: Path, how: signal.Signals | None, chance: random.Random, *view: str
) -> list[str]:
    """Type at full speed, end the program in the middle, and return what it had answered."""
    mark = f"{chance.randrange(10**9):x}"
    notes = [f"note {mark} {number} end" for number in range(30)]
    with Terminal("room", "north", *view) as terminal:
        terminal.ready()
        terminal.type("".join(f"{note}\r" for note in notes))
        wanted = notes[chance.randrange(25)]
        terminal.wait_for(lambda: wanted in room.read_text())
        time.sleep(chance.random() * 0.01)
        if how is None:
            terminal.hang_up()
        else:
            terminal.process.send_signal(how)
        terminal.close()
        return [note for note in notes if f": {note}" in terminal.text]


@VIEWS
@pytest.mark.parametrize("how", HOWS, ids=str)
def test_an_end_in_the_middle_loses_no_answered_note(
    session: Path, view: tuple[str, ...], how: signal.Signals | None
) -> None:
    """Killed, ended, hung up or closed while typing: what was answered is in the file."""
    room = session / "rooms/north.yaml"

    answered = _kill_while_typing(room, how, random.Random(str(how)), *view)  # noqa: S311 - no secret

    assert [] == [note for note in answered if note not in texts(room)]


@pytest.mark.slow
def test_two_hundred_kills_lose_no_answered_note(session: Path) -> None:
    """At random moments, in all four ways, at the prompt and on the board: nothing is lost."""
    room = session / "rooms/north.yaml"
    chance = random.Random(20260310)  # noqa: S311 - no secret
    answered: list[str] = []
    for round_ in range(200):
        view = ("--board",) if round_ % 4 == 3 else ()
        answered += _kill_while_typing(room, chance.choice(HOWS), chance, *view)
        assert [] == [note for note in answered if note not in texts(room)]
        if round_ % 20 == 19:
            room.write_text("room: north\n")
            for journal in Path(os.environ["XDG_STATE_HOME"]).rglob("*.jsonl"):
                journal.unlink()
            answered = []
