"""Changing a room file by lines: the change arrives, everything else stays byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from helpers import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from test_yamlfile_room import ROOMS

from swotcli.errors import BadInput
from swotcli.model.change import (
    AddNote,
    AddTakeaway,
    Change,
    MoveNote,
    RemoveNote,
    RemoveTakeaway,
    ReplaceNote,
    ReplaceTakeaway,
    apply_all,
    inverse_all,
)
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes
from swotcli.yamlfile.room import read_room
from swotcli.yamlfile.roomdoc import document
from swotcli.yamlfile.roomtext import new_room

FILE = Path("north.yaml")
BY_HAND = """\
# written by hand
takeaways:   # to come
facilitator: "A. F."   # on the phone
room: north

strengths:
    - first

    # about the second
    - text: second
      votes: 2
      goals: [1]

# the rest
threats: [a, 'b']
weaknesses: []   # none yet
opportunities: []
"""


def changed(text: str, changes: Sequence[Change]) -> tuple[str, RoomNotes]:
    """Return the text after the changes and what it says; both ways to get there must agree."""
    new = document(text, FILE).changed(tuple(changes))
    assert new == document(new.text, FILE)
    return new.text, new.notes


def _add(text: str, quadrant: Quadrant, note: str) -> str:
    return changed(text, [AddNote(quadrant, Note(note))])[0]


def test_a_note_is_one_more_line() -> None:
    """Appended under its list, in the list's own indent; all other lines are as they were."""
    new = _add(BY_HAND, Quadrant.STRENGTHS, "third")

    lines = new.split("\n")
    assert "    - third" == lines.pop(lines.index("      goals: [1]") + 1)
    assert BY_HAND == "\n".join(lines)


@pytest.mark.parametrize("quadrant", [Quadrant.WEAKNESSES, Quadrant.OPPORTUNITIES])
def test_an_empty_list_begins(quadrant: Quadrant) -> None:
    """`[]` gives way to the first note; a comment behind it stays."""
    new = _add(BY_HAND, quadrant, "new")

    assert "- new" in new.split("\n")
    assert "# none yet" in new
    assert "# to come" in new
    assert len(BY_HAND.split("\n")) + 1 == len(new.split("\n"))


def test_a_key_with_nothing_behind_it_begins_a_list() -> None:
    """`takeaways:` with a comment only."""
    new, notes = changed(BY_HAND, [AddTakeaway("one")])

    assert ("one",) == notes.takeaways
    assert "takeaways:   # to come\n- one\n" in new


def test_a_list_in_brackets_goes_on_in_brackets() -> None:
    """A person's own short form stays."""
    assert "threats: [a, 'b', c]" in _add(BY_HAND, Quadrant.THREATS, "c")


def test_a_missing_key_is_added() -> None:
    """A file that names only its room takes notes."""
    assert "room: north\nstrengths:\n- x\n" == _add("room: north", Quadrant.STRENGTHS, "x")


def test_a_json_file_is_written_anew() -> None:
    """In braces no line can be added: the file is written out, with all it said."""
    new, notes = changed(
        '{"room": "north", "threats": ["a"]}', [AddNote(Quadrant.THREATS, Note("b"))]
    )

    assert ("a", "b") == tuple(note.text for note in notes.threats)
    assert (notes, ()) == read_room(new)


def test_comments_survive_being_written_anew() -> None:
    """If a file has to be written out whole, its comments stand on top."""
    new, _ = changed('# mine\n{"room": "north"}\n', [AddNote(Quadrant.THREATS, Note("b"))])

    assert new.startswith("# mine\n")


def test_a_file_with_problems_is_not_changed() -> None:
    """What was not understood is never rewritten."""
    with pytest.raises(BadInput):
        changed("room: north\nstrengths:\n- a #b\n", [AddNote(Quadrant.THREATS, Note("b"))])


def test_removing_what_is_gone_is_said() -> None:
    """Somebody has deleted the note by hand before it is undone."""
    with pytest.raises(LookupError):
        changed(BY_HAND, [RemoveNote(Quadrant.STRENGTHS, Note("never"))])


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_a_note(text: str) -> None:
    """Each is one note, reads back letter for letter, and leaves the rest alone."""
    new, notes = changed(BY_HAND, [AddNote(Quadrant.STRENGTHS, Note(text))])

    assert text == notes.strengths[-1].text
    assert (notes, ()) == read_room(new)
    assert BY_HAND.split("\n")[:3] == new.split("\n")[:3]


_TEXTS = st.sampled_from((*HOSTILE, "a", "b"))
_NOTES = st.builds(Note, _TEXTS, st.sampled_from((0, 3)), st.sampled_from(((), (1, 2))))
_WHERE = st.sampled_from(Quadrant)


@st.composite
def _rooms_with_changes(draw: st.DrawFn) -> tuple[RoomNotes, list[Change]]:
    """Draw a room and changes that are each about something that is there by then."""
    first = room = draw(ROOMS)
    made: list[Change] = []
    for _ in range(draw(st.integers(0, 6))):
        there = list(room.every())
        kinds = ["add", "takeaway"] + ["remove", "replace", "move"] * bool(there)
        kinds += ["drop", "reword"] * bool(room.takeaways)
        quadrant, note = draw(st.sampled_from(there)) if there else (Quadrant.THREATS, Note("x"))
        change: Change
        match draw(st.sampled_from(kinds)):
            case "add":
                change = AddNote(draw(_WHERE), draw(_NOTES), draw(st.none() | st.integers(0, 3)))
            case "takeaway":
                change = AddTakeaway(draw(_TEXTS), draw(st.none() | st.integers(0, 2)))
            case "remove":
                change = RemoveNote(quadrant, note)
            case "replace":
                change = ReplaceNote(quadrant, note, draw(_NOTES))
            case "move":
                change = MoveNote(quadrant, note, draw(_WHERE))
            case "drop":
                change = RemoveTakeaway(draw(st.sampled_from(room.takeaways)))
            case _:
                change = ReplaceTakeaway(draw(st.sampled_from(room.takeaways)), draw(_TEXTS))
        room = apply_all(room, [change])
        made.append(change)
    return first, made


@settings(max_examples=100, deadline=None)
@given(_rooms_with_changes())
def test_changes_are_what_they_say(drawn: tuple[RoomNotes, list[Change]]) -> None:
    """Each change gives the notes it promises, and taking all back gives the first notes."""
    room, changes = drawn

    new, notes = changed(new_room(room), changes)
    _, before = changed(new, inverse_all(room, changes))

    assert apply_all(room, changes) == notes
    assert room == before


def test_undo_restores_the_bytes() -> None:
    """A note taken back leaves the file as it was."""
    text = new_room(RoomNotes("north", strengths=(Note("a"),)))
    for quadrant in (Quadrant.STRENGTHS, Quadrant.THREATS):
        change = AddNote(quadrant, Note("b"))
        new, _ = changed(text, [change])
        back = inverse_all(RoomNotes("n", strengths=(Note("a"),)), [change])
        assert text == changed(new, back)[0]


def test_the_last_of_equal_notes_is_taken_back() -> None:
    """Undo means what was typed last."""
    text = "room: n\nstrengths:\n- a\n- b\n- a  \n- c\n"

    new, _ = changed(text, [RemoveNote(Quadrant.STRENGTHS, Note("a"))])

    assert "room: n\nstrengths:\n- a\n- b\n- c\n" == new


def test_a_takeaway_in_a_hand_made_list_is_taken_back() -> None:
    """Removing works in a person's own layout."""
    text = "room: n\ntakeaways:\n  - one\n  # keep\n  - two\n"

    assert "room: n\ntakeaways:\n  # keep\n  - two\n" == changed(text, [RemoveTakeaway("one")])[0]


def test_editing_keeps_comments_within_a_note() -> None:
    """Votes for a note in a hand-made file: its own comment and the lines around it stay."""
    text = "room: n\nthreats:\n  # before\n  - text: a\n    # inside\n    goals: [1]\n  - b\n"
    old = Note("a", 0, (1,))

    new, _ = changed(text, [ReplaceNote(Quadrant.THREATS, old, Note("a", 3, (1,)))])

    assert "# before" in new
    assert "# inside" in new
    assert new.endswith("  - b\n")
