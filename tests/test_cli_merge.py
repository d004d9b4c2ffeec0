"""`swotcli merge`: every note of every room once, gaps stated, same input same bytes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml
from conftest import Swot
from helpers import HOSTILE, tree, write_tree
from hypothesis import given, settings
from hypothesis import strategies as st
from test_yamlfile_room import ROOMS

from swotcli.merge.rooms import HandIn
from swotcli.merge.together import merge_rooms
from swotcli.model.agenda import Session
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes, unite

NORTH = """\
room: north
strengths:
- Working together is easy
- text: One contact list
  votes: 2
  goals: [1]
threats:
- Roads close
takeaways: [a, b, c]
"""
SOUTH = """\
room: South
strengths:
- "WORKING together  is easy."
weaknesses:
- Working together is easy
threats:
- text: Roads close
  votes: 5
- Money
takeaways: [d, e]
"""


def _json(swot: Swot, *words: str, code: int = 0) -> dict[str, object]:
    data: dict[str, object] = json.loads(swot("merge", "--json", *words, code=code).out)
    return data


def test_merge_json(session: Path, swot: Swot) -> None:
    """Equal texts of one quadrant are one point; each note stands in it as its room wrote it."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})

    def note(
        room: str, quadrant: str, text: str, votes: int = 0, goals: tuple[int, ...] = ()
    ) -> dict[str, object]:
        return {
            "room": room,
            "quadrant": quadrant,
            "text": text,
            "votes": votes,
            "goals": list(goals),
        }

    def point(
        quadrant: str, text: str, rooms: list[str], *notes: dict[str, object]
    ) -> dict[str, object]:
        return {
            "quadrant": quadrant,
            "text": text,
            "theme": "",
            "suggested": False,
            "decided": False,
            "reworded": False,
            "rooms": rooms,
            "votes": sum(int(str(note["votes"])) for note in notes),
            "notes": list(notes),
            "perhaps": [],
        }

    def takeaway(room: str, number: int, text: str) -> dict[str, object]:
        return {"room": room, "number": number, "text": text, "agrees": [], "behind": []}

    def goal(number: int, text: str, north: int) -> dict[str, object]:
        return {
            "goal": number,
            "text": text,
            "notes": north,
            "rooms": {"north": north, "south": 0, "west": 0},
            "quadrants": {"strengths": north, "weaknesses": 0, "opportunities": 0, "threats": 0},
        }

    def room(name: str, state: str, notes: int, *takeaways: str) -> dict[str, object]:
        return {
            "room": name,
            "facilitator": "",
            "lang": "en",
            "state": state,
            "notes": notes,
            "takeaways": list(takeaways),
        }

    easy = "Working together is easy"
    assert {
        "session": "2026-03-10-village-evening",
        "counts": {"rooms": 3, "notes_in": 7, "notes_out": 7, "points": 5, "suggested": 0, "decided": 0},
        "points": [
            point("strengths", easy, ["north", "south"], note("north", "strengths", easy),
                  note("south", "strengths", "WORKING together is easy.")),
            point("strengths", "One contact list", ["north"], note("north", "strengths", "One contact list", 2, (1,))),
            point("weaknesses", easy, ["south"], note("south", "weaknesses", easy)),
            point("threats", "Roads close", ["north", "south"], note("north", "threats", "Roads close"),
                  note("south", "threats", "Roads close", 5)),
            point("threats", "Money", ["south"], note("south", "threats", "Money")),
        ],
        "themes": [],
        "contradictions": [],
        "goals": [goal(1, "More people", 1), goal(2, "Lower costs", 0)],
        "takeaways": [
            *(takeaway("north", n, text) for n, text in enumerate("abc", 1)),
            *(takeaway("south", n, text) for n, text in enumerate("de", 1)),
        ],
        "open_decisions": [],
        "rooms": [room("north", "ready", 3, *"abc"), room("south", "open", 4, *"de"), room("west", "empty", 0)],
        "strangers": [],
    } == _json(swot, "--no-suggest")  # fmt: skip


def test_merge_counts_notes_in_and_out(session: Path, swot: Swot) -> None:
    """The counts are printed, and every gap in words."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})
    (session / "rooms/west.yaml").unlink()

    done = swot("merge")

    assert "Notes in: 7, notes out: 7, points: 5." in done.err
    assert "South: takeaways: 2, 3 are wanted." in done.err
    assert "West: no file has come from this room." in done.err
    assert f"{Path('sessions', session.name, 'summary.yaml')}\n" == done.out


def test_points_of_most_rooms_come_first_then_votes(session: Path, swot: Swot) -> None:
    """Rooms count before votes; equal ones keep the order in which they were said."""
    rooms = {
        "north": "strengths: [one, three, {text: loud, votes: 9}, last]",
        "south": "strengths: [three, two]",
        "west": "strengths: [three, two]",
    }
    write_tree(
        session, {f"rooms/{room}.yaml": f"room: {room}\n{text}\n" for room, text in rooms.items()}
    )

    points = _json(swot)["points"]

    assert isinstance(points, list)
    assert ["three", "two", "loud", "one", "last"] == [point["text"] for point in points]


def test_a_broken_file_stops_the_merge(session: Path, swot: Swot) -> None:
    """Code 3 with every broken file named, and no summary written."""
    write_tree(
        session,
        {
            "rooms/north.yaml": "room: north\nfoo: x\n",
            "rooms/south.yaml": "- x\n",
            "rooms/west.yaml": NORTH.replace("north", "west"),
        },
    )

    done = swot("merge", code=3)

    assert "north.yaml:2:" in done.err
    assert "south.yaml:1:" in done.err
    assert not (session / "summary.yaml").exists()


def test_allow_gaps_goes_on_and_states_the_broken_room(session: Path, swot: Swot) -> None:
    """The readable rooms are merged, the broken one is in the summary as such."""
    write_tree(session, {"rooms/north.yaml": "room: north\nfoo: x\n", "rooms/south.yaml": SOUTH})

    data = _json(swot, "--allow-gaps")

    assert isinstance(data["rooms"], list)
    assert ["broken", "open", "empty"] == [room["state"] for room in data["rooms"]]
    assert "North: the room's file cannot be read" in swot("merge", "--allow-gaps").err


def test_a_file_of_another_room_is_named_and_not_merged(session: Path, swot: Swot) -> None:
    """`room:` decides; a room that the session does not know is stated, never ignored."""
    write_tree(
        session, {"rooms/east.yaml": NORTH.replace("north", "east"), "rooms/notes.docx": "x"}
    )

    done = swot("merge")

    assert "east.yaml" in done.err
    assert "notes.docx" in done.err
    assert "east.yaml" in (session / "summary.yaml").read_text(encoding="utf-8")
    check = swot("check", code=3).out
    assert 'names the room "east"' in check
    assert "notes.docx is no room file" in check


def test_a_copy_of_a_room_is_united_and_stated(session: Path, swot: Swot) -> None:
    """A conflict copy adds what it has more; what both have stands once."""
    copy = NORTH.replace("- Roads close\n", "- Roads close\n- Snow\n").replace(
        "[a, b, c]", "[a, b, c]"
    )
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/north (1).yaml": copy})

    done = swot("merge", "--json")

    rooms = json.loads(done.out)["rooms"]
    assert ("north", 4, ["a", "b", "c"]) == (
        rooms[0]["room"],
        rooms[0]["notes"],
        rooms[0]["takeaways"],
    )
    assert "North: the room came in 2 files, which were united." in done.err
    assert "second file" in swot("check", code=3).out


def test_a_file_without_its_room_line_goes_by_its_name(session: Path, swot: Swot) -> None:
    """Forgetting the first line of the file does not lose the room."""
    write_tree(session, {"rooms/north.yaml": "strengths:\n- a\n"})

    rooms = _json(swot)["rooms"]

    assert isinstance(rooms, list)
    assert 1 == rooms[0]["notes"]


def test_summary_yaml_says_what_made_it_and_reads_back(session: Path, swot: Swot) -> None:
    """The first line warns; the content is the JSON's."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})

    data = _json(swot)

    text = (session / "summary.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Made by `swotcli merge`")
    read = yaml.safe_load(text)
    assert {**data, "title": "Village evening"} == read


def test_merge_is_repeatable(session: Path, swot: Swot) -> None:
    """Twice the same bytes, and no other file is touched."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})
    before = tree(session)
    swot("merge")
    once = tree(session)
    swot("merge")

    assert once == tree(session)
    assert before == {name: raw for name, raw in once.items() if name != "summary.yaml"}


def test_written_by_hand_merges_as_well_as_typed(
    workspace: Path, session: Path, swot: Swot
) -> None:
    """The same notes by an editor in a loose layout and by the tool give the same points."""
    by_hand = "takeaways:\n  - 'a'\n  - b\n  - c\nroom: north\nthreats:\n  -   Roads close\nstrengths:\n  - Costs: low\n  - no\n"
    write_tree(session, {"rooms/north.yaml": by_hand})
    swot("room", "south", typed="t Roads close\ns Costs: low\nno\nk a\nk b\nk c\ndone\n")

    rooms = _json(swot)["rooms"]
    points = _json(swot)["points"]

    assert isinstance(rooms, list)
    assert isinstance(points, list)
    assert ["ready", "ready"] == [room["state"] for room in rooms[:2]]
    assert [["north", "south"]] * 3 == [point["rooms"] for point in points]


def test_hostile_text_passes_through_the_merge(session: Path, swot: Swot) -> None:
    """Each text is one point, letter for letter, in JSON and in summary.yaml."""
    swot("note", "north", "threats", typed="\n".join(HOSTILE))

    points = _json(swot, "--no-suggest")["points"]

    assert isinstance(points, list)
    assert sorted(HOSTILE) == sorted(point["text"] for point in points)
    read = yaml.safe_load((session / "summary.yaml").read_text(encoding="utf-8"))
    assert points == read["points"]


@pytest.mark.parametrize(("wanted", "code"), [("2026-03-10-v", 0), ("2026", 4), ("2025", 4)])
def test_a_session_is_found_by_its_beginning(
    session: Path, swot: Swot, wanted: str, code: int
) -> None:
    """An id or an unambiguous beginning of it; else the sessions are listed."""
    swot("start", "agenda.yaml", "--title", "Other")

    swot("merge", "--session", wanted, code=code)


def test_the_newest_session_is_taken_and_said(session: Path, swot: Swot) -> None:
    """With several sessions the newest is meant unless one is named."""
    swot("start", "agenda.yaml", "--date", "2027-01-01", "--title", "Later")

    done = swot("merge")

    assert "2027-01-01-later" in done.out
    assert "2027-01-01-later" in done.err


SESSION = Session.model_validate(
    {
        "id": "2026-03-10-x",
        "title": "X",
        "date": "2026-03-10",
        "lang": "fi",
        "start": "16",
        "end": "18",
        "rooms": ["north", "south", "west"],
    }
)
_WORDS = st.sampled_from(
    ["Tie", "tie.", " TIE", "Talo", "talo", "?", "??", "Straße", "STRASSE", "å", "Å", "İ", "ΐ"]
)
_FEW = st.lists(st.builds(Note, _WORDS.map(str.strip)), max_size=6).map(tuple)
_REPEATING = st.builds(RoomNotes, st.just("north"), st.just(""), _FEW, _FEW, _FEW, _FEW)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(ROOMS, _REPEATING), min_size=3, max_size=3))
def test_every_note_is_in_exactly_one_point(rooms: list[RoomNotes]) -> None:
    """Nothing is dropped, nothing is invented, whatever the rooms wrote."""
    names = ("north", "south", "west")
    summary = merge_rooms(
        SESSION, {n: HandIn((room,)) for n, room in zip(names, rooms, strict=True)}
    )

    expected = Counter(
        (name, quadrant, note.text, note.votes, note.goals)
        for name, room in zip(names, rooms, strict=True)
        for quadrant, note in room.every()
    )
    found = Counter(
        (note.room, note.quadrant, note.text, note.votes, note.goals)
        for point in summary.points
        for note in point.notes
    )
    assert expected == found
    for point in summary.points:
        assert point.text in {note.text for note in point.notes}
        assert {point.quadrant} == {note.quadrant for note in point.notes}
        assert list(point.rooms) == [n for n in names if n in {note.room for note in point.notes}]


@settings(max_examples=100, deadline=None)
@given(_REPEATING, _REPEATING)
def test_uniting_copies_keeps_the_larger_count(one: RoomNotes, other: RoomNotes) -> None:
    """Of each text as many as the copy with more of it has; a copy with itself is itself."""
    both = unite(one, other)
    for quadrant in Quadrant:
        mine, theirs, all_ = (
            Counter(n.text for n in room.of(quadrant)) for room in (one, other, both)
        )
        assert mine | theirs == all_
    assert one == unite(one, one)


def test_a_copy_from_before_the_votes_adds_no_note() -> None:
    """The same text with and without votes is one note, with the votes and the goals of both."""
    early, late = Note("Roads", 0, (1,)), Note("Roads", 5, (2,))
    united = unite(RoomNotes("n", threats=(early,)), RoomNotes("n", threats=(late, late)))

    assert (Note("Roads", 5, (1, 2)), late) == united.threats
