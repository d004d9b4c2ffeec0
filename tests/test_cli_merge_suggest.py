"""`swotcli merge`: what is suggested, what is ruled, and what the rooms say together."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Swot
from helpers import tree, write_tree

NORTH = """\
room: north
strengths:
- The old school is empty every evening
- Buses do not run on Sundays
- text: One common calendar for every village
  goals: [2]
weaknesses:
- The old school is empty every evening
takeaways:
- Let us make one common calendar for every village
- b
- c
"""
SOUTH = """\
room: south
strengths:
- Every evening the old school is empty
- Buses run on Sundays
- The library lends tools
takeaways:
- A common calendar for every village is needed first
- e
- f
"""


def _rooms(session: Path) -> None:
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})


def _json(swot: Swot, *words: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(swot("merge", "--json", *words).out)
    assert data["counts"]["notes_in"] == data["counts"]["notes_out"]
    return data


def _shared(data: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(p["text"], p["suggested"]) for p in data["points"] if len(p["notes"]) > 1]


def test_only_what_is_almost_certain_is_joined(session: Path, swot: Swot) -> None:
    """Another order of words is; a denial never is. It is marked, and in one room's own words."""
    _rooms(session)

    assert [("The old school is empty every evening", True)] == _shared(_json(swot))


def test_nothing_is_suggested_on_request(session: Path, swot: Swot) -> None:
    """Equal texts only: no candidates, no themes, no contradictions, no links of takeaways."""
    _rooms(session)

    data = _json(swot, "--no-suggest")

    assert [] == _shared(data)
    assert [] == data["themes"] == data["contradictions"]
    assert not any(point["perhaps"] for point in data["points"])
    assert not any(t["agrees"] or t["behind"] for t in data["takeaways"])


def test_the_session_may_say_how_much_is_joined(session: Path, swot: Swot) -> None:
    """`suggest: none` in session.yaml is the rule there, and an option wins over it."""
    _rooms(session)
    text = (session / "session.yaml").read_text(encoding="utf-8")
    write_tree(session, {"session.yaml": f"{text}suggest: none\n"})

    assert [] == _shared(_json(swot))
    assert _shared(_json(swot, "--loose"))


def test_the_rest_are_candidates(session: Path, swot: Swot) -> None:
    """At most ten, one a point, never the point's own notes."""
    _rooms(session)

    for point in _json(swot)["points"]:
        own = {(note["room"], note["text"]) for note in point["notes"]}
        found = [(c["room"], c["text"]) for c in point["perhaps"]]
        assert not own & set(found)
        assert len(found) == len(set(found)) <= 10
        assert all(0 <= candidate["likeness"] <= 1 for candidate in point["perhaps"])


def test_the_same_matter_in_two_quadrants(session: Path, swot: Swot) -> None:
    """It is named with both texts, and with the rooms that say both."""
    _rooms(session)

    (found,) = _json(swot)["contradictions"]

    assert ["strengths", "weaknesses"] == [side["quadrant"] for side in found["points"]]
    assert ["north"] == found["rooms_with_both"]
    swot("report", "--format", "md")
    report = (session / "report.md").read_text(encoding="utf-8")
    assert "also named as a weakness (North)" in report
    assert "also named as a strength (North, South)" in report


def test_takeaways_that_agree_and_the_notes_behind(session: Path, swot: Swot) -> None:
    """Both ways, with the note of the own room on which each rests."""
    _rooms(session)

    first, *_, fourth, _, _ = _json(swot)["takeaways"]

    assert [("south", 1)] == [(t["room"], t["number"]) for t in first["agrees"]]
    assert [("north", 1)] == [(t["room"], t["number"]) for t in fourth["agrees"]]
    assert "One common calendar for every village" == first["behind"][0]["text"]


def test_goals_by_room_and_quadrant(session: Path, swot: Swot) -> None:
    """A goal that no note names is there with zeros."""
    _rooms(session)

    first, second = _json(swot)["goals"]

    assert (0, 1) == (first["notes"], second["notes"])
    assert {"north": 1, "south": 0, "west": 0} == second["rooms"]
    assert 1 == second["quadrants"]["strengths"]


def test_an_option_excludes_the_other(session: Path, swot: Swot) -> None:
    """More and nothing cannot both be wanted."""
    assert "exclude each other" in swot("merge", "--loose", "--no-suggest", code=2).err


@pytest.mark.parametrize(
    ("decisions", "line", "said"),
    [
        ("strengths:\n  together:\n  - notes:\n    - just text\n", 4, "names no note of a room"),
        ("strengths:\n  together:\n  - notes: []\n", 3, "missing or empty"),
        ("strengths:\n  joined: []\n", 2, "joined is not known"),
        ("streets: {}\n", 1, "streets is not known"),
        ("strengths:\n  together:\n  - {notes: [{north: a}, {south: b}]}\n"
         "  apart:\n  - {notes: [{north: a}, {south: b}]}\n", 5, "both together and apart"),
        ("strengths:\n  together:\n  - notes:\n    - north: good #1\n    - a: b\n", 4, "cuts the text off"),
        ("- a\n", 1, "does not look like"),
        ("strengths: &a\n  together: []\n", 1, "&"),
    ],
    ids=["no-room", "empty", "unknown-key", "unknown-quadrant", "both", "cut", "list", "anchor"],
)  # fmt: skip
def test_a_fault_in_decisions_is_named_with_its_line(
    session: Path, swot: Swot, decisions: str, line: int, said: str
) -> None:
    """One message, code 3, nothing written; `check` says the same."""
    _rooms(session)
    write_tree(session, {"decisions.yaml": decisions})
    before = tree(session)

    done = swot("merge", code=3)

    assert f"decisions.yaml:{line}:" in done.err
    assert said in done.err
    assert before == tree(session)
    assert f"decisions.yaml:{line}:" in swot("check", code=3).out


def test_a_decisions_file_of_no_bytes_may_be_a_loss(session: Path, swot: Swot) -> None:
    """As after a power cut: it is said, and not taken for "nothing was ruled"."""
    write_tree(session, {"decisions.yaml": ""})

    assert "what was ruled may be lost" in swot("merge", code=3).err


def test_decisions_without_a_ruling_are_no_fault(session: Path, swot: Swot) -> None:
    """Nothing is ruled."""
    _rooms(session)
    expected = _json(swot)
    for text in ("# later\n", "strengths:\nthreats:\n  apart:\n"):
        write_tree(session, {"decisions.yaml": text})
        assert expected == _json(swot)


def test_what_is_said_twice_in_two_ways_is_a_problem(session: Path, swot: Swot) -> None:
    """Two wordings of one point, two themes of one note: neither is dropped without a word."""
    _rooms(session)
    note = "- north: The old school is empty every evening"
    write_tree(
        session,
        {
            "decisions.yaml": "strengths:\n"
            f"  together:\n  - wording: One\n    notes:\n    {note}\n"
            f"  - wording: Two\n    notes:\n    {note}\n"
            f"  themes:\n  - name: A\n    notes:\n    {note}\n"
            f"  - name: B\n    notes:\n    {note}\n"
        },
    )

    err = swot("merge", code=3).err

    assert 'decisions.yaml:6: the same note has "One" and "Two"' in err
    assert 'decisions.yaml:13: the same note has "A" and "B"' in err


def test_a_link_that_leads_nowhere_is_no_empty_ruling(session: Path, swot: Swot) -> None:
    """A share that is not there must not turn rulings off."""
    _rooms(session)
    (session / "decisions.yaml").symlink_to(session / "nowhere")

    assert "decisions.yaml" in swot("merge", code=3).err


def test_check_names_ruled_notes_that_are_gone(session: Path, swot: Swot) -> None:
    """With the line in the file of decisions."""
    _rooms(session)
    write_tree(
        session,
        {
            "decisions.yaml": "strengths:\n  together:\n  - notes:\n    - north: Gone by now\n"
            "    - sauth: The old school is empty every evening\n"
        },
    )

    out = swot("check", code=3).out

    assert 'decisions.yaml:4: north has no note "Gone by now"' in out
    assert "decisions.yaml:5: sauth has no note" in out


def test_a_theme_given_to_one_point_does_not_spread(session: Path, swot: Swot) -> None:
    """Only if most points of a draft were given one name, the rest of it goes with them."""
    _rooms(session)
    swot(
        "group",
        "strengths",
        "--together",
        "north: One common",
        "--theme",
        "Calendars",
    )

    themes = {p["text"]: p["theme"] for p in _json(swot)["points"] if p["quadrant"] == "strengths"}

    assert ["One common calendar for every village"] == [
        text for text, theme in themes.items() if theme == "Calendars"
    ]


def test_comments_in_decisions_stay(session: Path, swot: Swot) -> None:
    """What a person wrote behind # is kept, below the head, at every ruling."""
    _rooms(session)
    write_tree(
        session,
        {
            "decisions.yaml": "# Anna said so\nstrengths:\n  together:\n  - notes:\n"
            '    - north: "Is it #1?"   # because\n'
        },
    )

    for _ in range(2):
        swot("group", "strengths", "--together", "north: Buses", "--reword", "No Sunday buses")

    text = (session / "decisions.yaml").read_text(encoding="utf-8")
    assert 1 == text.count("# Anna said so") == text.count("# because")
    assert '"Is it #1?"' in text


def test_missing_and_broken_rooms_are_said_in_the_chat_and_on_slides(
    session: Path, swot: Swot
) -> None:
    """What could not be read must not look like a room that said nothing."""
    _rooms(session)
    write_tree(session, {"rooms/south.yaml": "- broken"})
    (session / "rooms/west.yaml").unlink()

    swot("report", "--allow-gaps", "--format", "chat", "--format", "html", "--format", "md")

    chat = (session / "report.chat.txt").read_text(encoding="utf-8")
    page = html.unescape((session / "report.html").read_text(encoding="utf-8"))
    for gap in ("South: the room's file cannot be read", "West: no file has come"):
        assert gap in chat
        assert page.count(gap) == 2  # in the page, and on a slide
    assert "No takeaways. (missing)" in (session / "report.md").read_text(encoding="utf-8")
