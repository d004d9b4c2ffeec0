"""`swotcli import`: notes under headings, all of them or none."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Swot
from helpers import tree, write_tree
from test_cli_note import _room

SLIDES = """\
Illan ohjelma
klo 17-19

• Klo 17 Tervetuloa

• Klo 17.30 Työpaja (45 min)



Vahvuudet -
vahvista

• Talkoohenki on vahva ja
jatkuu vuodesta toiseen

• Kylätalo



Heikkoudet -
vähennä

• Tie on huono



Mitä seuraavaksi?

• Kokous pe 20.3.2026
"""


def test_import_takes_each_note_whole_and_no_other_line(
    workspace: Path, session: Path, swot: Swot
) -> None:
    """Wrapped lines are joined; bullets of the programme and the follow-up are no notes."""
    write_tree(workspace, {"slides.txt": SLIDES})

    done = swot("import", "north", "slides.txt")

    assert [
        "Strengths: 2",
        "Weaknesses: 1",
        "Opportunities: 0",
        "Threats: 0",
        "Takeaways: 0",
    ] == done.out.splitlines()
    assert {
        "strengths": ["Talkoohenki on vahva ja jatkuu vuodesta toiseen", "Kylätalo"],
        "weaknesses": ["Tie on huono"],
        "takeaways": [],
    } == _room(session)


def test_import_adds_to_what_is_there(workspace: Path, session: Path, swot: Swot) -> None:
    """Notes that stand in the room stay, in their order."""
    swot("note", "north", "s", "First")
    write_tree(workspace, {"slides.txt": SLIDES})

    swot("import", "north", "slides.txt")

    assert "First" == _room(session)["strengths"][0]
    assert 3 == len(_room(session)["strengths"])


def test_import_json_names_lines(workspace: Path, session: Path, swot: Swot) -> None:
    """A script gets each note with its quadrant and line."""
    write_tree(workspace, {"n.md": "# Strengths\n- a\n\n# Takeaways\n1. t\n"})

    done = swot("import", "north", "n.md", "--json")

    assert {
        "room": "north",
        "notes": [{"quadrant": "strengths", "text": "a", "line": 2}],
        "takeaways": [{"text": "t", "line": 5}],
    } == json.loads(done.out)


def test_import_of_four_takeaways_takes_nothing(workspace: Path, session: Path, swot: Swot) -> None:
    """A room hands in three: which ones is for people to choose, so nothing is taken."""
    write_tree(workspace, {"n.md": "# Strengths\n- a\n\n# Takeaways\n- 1\n- 2\n- 3\n- 4\n"})
    before = tree(session)

    done = swot("import", "north", "n.md", code=3)

    assert "n.md:5:" in done.err
    assert before == tree(session)


def test_import_without_headings_says_what_is_wanted(
    workspace: Path, session: Path, swot: Swot
) -> None:
    """No heading, no notes: nothing is guessed."""
    write_tree(workspace, {"n.txt": "just\nsome\nlines\n"})
    before = tree(session)

    done = swot("import", "north", "n.txt", code=3)

    assert "headings" in done.err
    assert before == tree(session)


def test_import_names_every_note_that_is_too_long(
    workspace: Path, session: Path, swot: Swot
) -> None:
    """Two too long notes, two problems with their lines, nothing taken."""
    write_tree(workspace, {"n.md": f"# Strengths\n- {'a ' * 3000}\n- ok\n- {'b ' * 3000}\n"})

    done = swot("import", "north", "n.md", code=3)

    assert "n.md:2:" in done.err
    assert "n.md:4:" in done.err
    assert {"takeaways": []} == _room(session)


def test_import_reads_what_windows_wrote(workspace: Path, session: Path, swot: Swot) -> None:
    """UTF-16 with CRLF, and a tab between bullet and text."""
    write_tree(workspace, {"n.txt": "Vahvuudet\r\n•\tHyvä työ\r\n".encode("utf-16")})

    swot("import", "north", "n.txt")

    assert ["Hyvä työ"] == _room(session)["strengths"]


def test_import_uses_the_sessions_own_verbs(workspace: Path, session: Path, swot: Swot) -> None:
    """A verb that only this agenda has is part of the heading, not a note."""
    from conftest import AGENDA

    write_tree(
        workspace,
        {
            "own.yaml": AGENDA + "action_verbs:\n  threats: watch closely\n",
            "n.txt": "Threats -\nwatch closely\n\n- Snow\n",
        },
    )
    swot("start", "own.yaml", "--title", "Own")

    swot("import", "north", "n.txt", "--session", "2026-03-10-own")

    assert ["Snow"] == _room(workspace / "sessions/2026-03-10-own")["threats"]
