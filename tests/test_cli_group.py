"""`swotcli group`: what a person rules is on disk at once, obeyed, and never overruled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from conftest import Done, Swot
from helpers import HOSTILE, write_tree

NORTH = """\
room: north
strengths:
- Everyone knows everyone here
- One contact list for all associations
- The hall is free in the mornings
threats:
- Roads close in winter
takeaways: []
"""
SOUTH = """\
room: south
strengths:
- We all know each other
- A shared list of contacts
- The hall is free in the mornings.
threats:
- The winter roads are closed
takeaways: []
"""
WEST = "room: west\nstrengths:\n- Young people like the music club\n"


@pytest.fixture
def ready(session: Path) -> Path:
    """Return a session whose rooms have notes that say the same in other words."""
    write_tree(
        session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH, "rooms/west.yaml": WEST}
    )
    return session


def _work(swot: Swot, *lines: str, words: tuple[str, ...] = ("strengths",)) -> list[str]:
    """Type lines in plain mode and return the answers."""
    done = swot("group", *words, "--no-suggest", typed="".join(f"{line}\n" for line in lines))
    return [line for line in done.out.splitlines() if line.startswith(("ok", "error"))]


def _shown(done: Done) -> list[str]:
    return [line.strip() for line in done.out.splitlines() if line.startswith("  ")]


def _ruled(session: Path, quadrant: str = "strengths") -> dict[str, list[dict[str, object]]]:
    ruled: dict[str, list[dict[str, object]]] = yaml.safe_load(
        (session / "decisions.yaml").read_text(encoding="utf-8")
    ).get(quadrant, {})
    return ruled


def _points(swot: Swot, quadrant: str = "strengths") -> list[list[str]]:
    data = json.loads(swot("merge", "--json").out)
    return [[n["text"] for n in p["notes"]] for p in data["points"] if p["quadrant"] == quadrant]


def test_a_point_is_shown_with_its_candidates_numbered(ready: Path, swot: Swot) -> None:
    """Where we are, the point, its rooms, then what perhaps says the same."""
    shown = _shown(swot("group", "strengths", typed=""))

    assert shown[0].startswith("Strengths 1/6, 6 left")
    assert shown[1].startswith("» ")
    assert "Perhaps the same:" in shown
    assert [str(n) for n in (1, 2, 3, 4, 5)] == [line[0] for line in shown if line[0].isdigit()]


def test_a_digit_joins_the_whole_point_at_once(ready: Path, swot: Swot) -> None:
    """It is on disk when it is answered, and the merge obeys."""
    done = swot("group", "strengths", typed="/ contact\n1\n\n/ list\n1\nq\n")

    assert "ok joined: " in done.out
    ruled = _ruled(ready)["together"]
    assert 1 == len(ruled)
    joined = {text for note in ruled[0]["notes"] for text in note.values()}  # type: ignore[attr-defined]
    assert {"One contact list for all associations", "A shared list of contacts"} <= joined
    assert any(joined == set(point) for point in _points(swot))


def test_the_same_digit_again_does_nothing(ready: Path, swot: Swot) -> None:
    """Numbers stay until the list is ranked anew: 1 1 joins once, 2 is who 2 was."""
    done = swot("group", "strengths", typed="1\n1\n2\nq\n")
    shown = _shown(done)
    one, two = (next(line for line in shown if line.startswith(f"{n} ")) for n in (1, 2))
    answers = [line for line in done.out.splitlines() if line.startswith("ok")]

    assert answers[0].startswith("ok joined: ")
    assert one[2:].rpartition(" – ")[0] in answers[0]
    assert answers[1].startswith("ok is with the point already")
    assert two[2:].rpartition(" – ")[0] in answers[2]


def test_several_digits_and_letters_at_once(ready: Path, swot: Swot) -> None:
    """1 2 joins two points, a c parts two notes."""
    done = swot("group", "strengths", typed="1 2\na c\nq\n")
    answers = [line for line in done.out.splitlines() if line.startswith(("ok", "error"))]

    assert "ok joined, 2 notes: A shared list of contacts – 3 notes now" == answers[0]
    assert "ok parted, 2 notes: One contact list for all associations – 1 left" == answers[1]
    assert _ruled(ready)["apart"]


def test_enter_decides_and_goes_on_and_coming_back_goes_on(ready: Path, swot: Swot) -> None:
    """A decided point is not shown again."""
    first = _shown(swot("group", "strengths", typed="\nq\n"))
    again = _shown(swot("group", "strengths", typed="q\n"))

    points = [line for line in first if line.startswith("» ")]
    assert points[1] == again[1]
    assert again[0].startswith("Strengths 2/6, 5 left")


def test_skipped_comes_last(ready: Path, swot: Swot) -> None:
    """A skipped point rules nothing and comes again when the others are done."""
    shown = _shown(swot("group", "strengths", typed="n\n\n\n\n\n\nq\n"))
    points = [line for line in shown if line.startswith("» ")]

    assert points[0] == points[-1]
    assert 7 == len(points)
    assert 5 == len(_ruled(ready)["together"])


def test_reword_theme_and_move(ready: Path, swot: Swot) -> None:
    """The organiser's own words, a theme by name, a note that goes to another point."""
    answers = _work(
        swot, "/ contact", "1 2", "", "r Contacts are shared", "t Working together", "q"
    )
    assert "ok reworded: Contacts are shared" in answers
    assert "ok theme: Working together" in answers
    assert "Contacts are shared" == _ruled(ready)["together"][0]["wording"]
    assert "Working together" == _ruled(ready)["themes"][0]["name"]

    answers = _work(swot, "all", "m b / music", "1", "q")
    assert any(line.startswith("ok moved: ") for line in answers)
    together = [
        {t for note in r["notes"] for t in note.values()}  # type: ignore[attr-defined]
        for r in _ruled(ready)["together"]
    ]
    assert any("Young people like the music club" in one and len(one) == 2 for one in together)


def test_themes_are_renamed_joined_and_split(ready: Path, swot: Swot) -> None:
    """Numbers and a name in the list of themes."""
    answers = _work(
        swot,
        "t People",
        "",
        "t Places",
        "themes",
        "1 Folk",
        "1 2 All of it",
        "1",
        "1 Apart",
        "",
        "",
        "q",
    )
    assert [] == [line for line in answers if line.startswith("error")]
    assert {"All of it", "Apart"} == {theme["name"] for theme in _ruled(ready)["themes"]}


def test_undo_goes_back_to_the_first_bytes(ready: Path, swot: Swot) -> None:
    """Any number of steps, over points and quadrants; the hand's own layout is there again."""
    file = ready / "decisions.yaml"
    first = "# mine\nstrengths:\n  apart:\n  - notes: [{north: Everyone knows everyone here}, {south: A shared list of contacts}]\n"
    file.write_text(first)
    lines = ("/ contact", "1", "", "r New", "", "t Theme", "w", "/ winter", "1", "", "z", "y")
    answers = _work(swot, *lines, *["u"] * 12, "q", words=("strengths", "threats"))

    assert first == file.read_text()
    assert "error nothing to take back" in answers

    file.unlink()
    _work(swot, "", "r New", "u", "u", "q")
    assert not file.exists()


def test_what_is_left_and_take_all(ready: Path, swot: Swot) -> None:
    """The counts in words and as JSON; z asks once."""
    done = swot("group", "strengths", "threats", "--no-suggest", typed="l\nz\nn\nz\ny\nl\nq\n")
    assert "Strengths: 0 suggested, 6 undecided, 0 decided" in done.out
    assert "ok nothing was taken" in done.out
    assert "Strengths: 0 suggested, 0 undecided, 6 decided" in done.out

    data = json.loads(swot("group", "strengths", "--json").out)
    assert {
        "session": "2026-03-10-village-evening",
        "quadrants": [{"quadrant": "strengths", "suggested": 0, "undecided": 0, "decided": 6, "open_decisions": []}],
    } == data  # fmt: skip


def test_a_script_rules(ready: Path, swot: Swot) -> None:
    """Together with a wording, apart, a theme; a beginning names a note."""
    done = swot("group", "strengths", "--together", "north: One contact", "--together", "South: A shared",
                "--reword", "Shared contacts")  # fmt: skip
    assert "decisions.yaml" in done.err
    assert [
        {"wording": "Shared contacts", "notes": [{"north": "One contact list for all associations"}, {"south": "A shared list of contacts"}]}
    ] == _ruled(ready)["together"]  # fmt: skip

    swot("group", "strengths", "--apart", "north: One", "--apart", "south: A shared")
    swot("group", "strengths", "--together", "west: young", "--theme", "Youth")
    assert [{"name": "Youth", "notes": [{"west": "Young people like the music club"}]}] == _ruled(
        ready
    )["themes"]
    assert ["One contact list for all associations"] in _points(swot)


def test_several_problems_of_a_script_are_told_at_once(ready: Path, swot: Swot) -> None:
    """No such note, an ambiguous one, options that do not fit: codes 4 and 2, nothing ruled."""
    done = swot("group", "strengths", "--together", "north: nothing", "--together", "elsewhere: x",
                "--together", "no colon", code=4)  # fmt: skip
    assert 3 == done.err.count("no note of that quadrant begins so")
    write_tree(ready, {"rooms/west.yaml": WEST + "- Young people leave\n"})
    assert "several notes" in swot("group", "s", "--together", "west: Young", code=4).err
    assert 2 == swot("group", "s", "--apart", "north: One", "--theme", "x", code=2).err.count(
        "error:"
    )
    assert "one quadrant" in swot("group", "--together", "north: One", code=2).err
    swot("group", "s", "--together", "north: One", "--apart", "north: One", code=2)
    done = swot("group", "nowhere", "neither", code=2)
    assert 2 == done.err.count("error:")
    assert not (ready / "decisions.yaml").exists()


def test_a_fault_made_by_hand_is_named_and_nothing_overwritten(ready: Path, swot: Swot) -> None:
    """At the start: code 3 with file and line."""
    broken = "strengths:\n  together:\n  - notes: nothing here\n"
    (ready / "decisions.yaml").write_text(broken)

    done = swot("group", typed="\n", code=3)

    assert "decisions.yaml:3" in done.err
    assert broken == (ready / "decisions.yaml").read_text()


class _Typist:
    """Lines with hands that do something between them."""

    def __init__(self, *steps: object) -> None:
        self.steps = steps

    def lines(self, prompt: object = None) -> object:
        for step in self.steps:
            if callable(step):
                step()
            else:
                yield step


def test_a_fault_made_while_working_is_said_and_can_be_mended(
    ready: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The act is not taken, the file stands as it is, and work goes on once it is mended."""
    file = ready / "decisions.yaml"
    typist = _Typist(
        "",
        lambda: file.write_text("strengths: [\n"),
        "",
        lambda: file.write_text("# mended\n"),
        "",
        "q",
    )
    monkeypatch.setattr("swotcli.cli.console.typed_lines", typist.lines)

    out = swot("group", "strengths").out
    answers = [line[:24] for line in out.splitlines() if line.startswith(("ok", "error"))]

    assert ["ok decided", "error nothing was done, ", "ok decided", "ok everything is saved"] == [
        answer.partition(":")[0] for answer in answers
    ]
    assert 1 == len(_ruled(ready)["together"])


def test_two_organisers_alternate(ready: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each act is done to what the other wrote; a point that the other changed is shown anew."""

    def other(*words: str) -> object:
        return lambda: swot("group", "strengths", *words)

    typist = _Typist(
        "/ contact", "1", "",
        other("--together", "west: Young", "--reword", "Theirs"),
        "r Mine", "u",
        other("--apart", "north: One", "--apart", "north: The hall"),
        "", "", "q",
    )  # fmt: skip
    monkeypatch.setattr("swotcli.cli.console.typed_lines", typist.lines)

    out = swot("group", "strengths", "--no-suggest").out

    assert "error nothing was done: another organiser" in out
    assert "Theirs" in [ruling.get("wording") for ruling in _ruled(ready)["together"]]
    assert "Mine" not in (ready / "decisions.yaml").read_text()


def test_undo_never_takes_back_what_another_ruled(
    ready: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mine goes, theirs stays; what they built upon mine stays, and that is said."""

    def other(*words: str) -> object:
        return lambda: swot("group", "strengths", *words)

    typist = _Typist(
        "/ contact list", "1", "",
        other("--together", "west: Young", "--theme", "Theirs"),
        "u",
        "/ contact list", "1", "",
        other("--together", "north: One", "--together", "west: Young"),
        "u", "u", "q",
    )  # fmt: skip
    monkeypatch.setattr("swotcli.cli.console.typed_lines", typist.lines)

    out = swot("group", "strengths", "--no-suggest").out

    assert "ok taken back: joined" in out
    assert (
        "error this cannot be taken back here: another organiser has ruled about the same notes since"
        in out.splitlines()
    )
    assert [{"name": "Theirs", "notes": [{"west": "Young people like the music club"}]}] == _ruled(
        ready
    )["themes"]


def test_an_edited_note_asks_again_says_why_and_keeps_the_rest(ready: Path, swot: Swot) -> None:
    """Y lets the ruling hold for the new text; the other notes of the ruling never left it."""
    swot("group", "s", "--together", "north: One", "--together", "south: A shared")
    swot("group", "s", "--together", "north: The hall")
    text = (ready / "rooms/south.yaml").read_text()
    (ready / "rooms/south.yaml").write_text(text.replace("A shared list", "A shared, short list"))

    done = swot("group", "s", "--no-suggest", typed="y\nq\n")

    assert "South has changed a note that you ruled about" in done.out
    assert "+ A shared, short list of contacts" in done.out
    assert "ok holds for: A shared, short list of contacts" in done.out
    assert {"north": "One contact list for all associations"} in _ruled(ready)["together"][0][
        "notes"
    ]  # type: ignore[operator]
    assert [] == json.loads(swot("group", "s", "--json").out)["quadrants"][0]["open_decisions"]


def test_a_note_that_is_gone_or_moved_is_said(ready: Path, swot: Swot) -> None:
    """N forgets, Enter leaves it for later, y cannot hold."""
    swot("group", "s", "--together", "north: One", "--together", "south: A shared")
    swot("group", "s", "--together", "west: Young")
    (ready / "rooms/west.yaml").write_text(
        "room: west\nthreats: [Young people like the music club]\n"
    )
    (ready / "rooms/south.yaml").write_text("room: south\nstrengths: [Something quite different]\n")

    done = swot("group", "s", "--no-suggest", typed="y\n\nn\nq\n")

    assert "another quadrant (Threats)" in done.out
    assert "no longer has a note" in done.out
    assert "error there is no note for it to hold for" in done.out
    assert "ok forgotten" in done.out
    data = json.loads(swot("group", "s", "--json").out)["quadrants"][0]["open_decisions"]
    assert 1 == len(data)


def test_a_late_room_changes_no_decided_point(ready: Path, swot: Swot) -> None:
    """Also not when what it says is much like one; equal texts come along, as everywhere."""
    (ready / "rooms/west.yaml").unlink()
    swot("group", "s", "--no-suggest", typed="z\ny\nq\n")
    before = _points(swot)
    write_tree(ready, {"rooms/west.yaml": "room: west\nstrengths: [We all know each other well]\n"})

    assert [*before, ["We all know each other well"]] == sorted(
        _points(swot), key=lambda point: point == ["We all know each other well"]
    )
    shown = _shown(swot("group", "s", typed=""))
    assert shown[0].startswith(
        "Strengths 6/7" if len(before) == 6 else f"Strengths {len(before) + 1}/"
    )
    assert "» We all know each other well" == shown[1]


@pytest.mark.parametrize(
    ("lang", "answer"),
    [
        ("fi", "ok päätetty: "),
        ("sv", "ok beslutad: "),
        ("en", "ok decided: "),
    ],
)
def test_three_languages(
    ready: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch, lang: str, answer: str
) -> None:
    """Answers in the person's language; keys and quadrant words are the same for all."""
    monkeypatch.setenv("SWOTCLI_LANG", lang)
    done = swot("group", "vahvuudet", typed="\nhelp\nl\n?\nstyrkor\nuhat\nfoo\nthemes\n\nu\nq\n")

    assert answer in done.out
    assert "error" in done.out
    assert "{" not in done.out


def test_hostile_texts_are_data(session: Path, swot: Swot) -> None:
    """Nothing in a note reaches the terminal as a control, and every note can be ruled."""
    texts = [*HOSTILE[:-1], "w" * 400, "日本語のメモ 🙂" * 10]
    lines = "".join(f"- {json.dumps(text, ensure_ascii=False)}\n" for text in texts)
    write_tree(session, {"rooms/north.yaml": f"room: north\nstrengths:\n{lines}"})

    done = swot(
        "group", "strengths", typed="1 2 3\nr {0} %s [red]\nt {x}\nz\ny\nall\n" + "\n" * 60 + "q\n"
    )

    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert "ok reworded: {0} %s [red]" in done.out
    assert 0 == json.loads(swot("group", "s", "--json").out)["quadrants"][0]["undecided"]


def test_another_window_is_said(ready: Path, swot: Swot) -> None:
    """Both work; the second is told."""
    from swotcli.yamlfile import durable

    with durable.presence(ready / "decisions.yaml"):
        assert "another window" in swot("group", typed="q\n").err


def test_a_session_without_notes(session: Path, swot: Swot) -> None:
    """There is nothing to do, and that is said."""
    done = swot("group", typed="\nn\np\n1\na\nz\nr x\n/ x\nw\nthemes\n\nu\nall\nq\n")

    assert "All points are decided" in done.out


def test_more_than_eight_notes(session: Path, swot: Swot) -> None:
    """V shows the next ones, with the same letters."""
    lines = "".join(
        f"- {word} is good\n"
        for word in [
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
        ]
    )
    write_tree(session, {"rooms/north.yaml": f"room: north\nstrengths:\n{lines}"})

    done = swot("group", "s", "--no-suggest", typed="/ good\n1 2 3 4 5 6 7 8 9\n\nv\na\nq\n")

    assert "ok joined, 9 notes" in done.out
    assert "ok parted: " in done.out
    assert 9 == len(_ruled(session)["together"][0]["notes"])  # type: ignore[arg-type]
