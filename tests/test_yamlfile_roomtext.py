"""Changing a room file by lines: the change arrives, everything else stays byte for byte."""

from __future__ import annotations

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
    RemoveNote,
    RemoveTakeaway,
    apply,
    inverse,
)
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes
from swotcli.yamlfile.room import read_room
from swotcli.yamlfile.roomtext import changed, new_room

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


def _add(text: str, quadrant: Quadrant, note: str) -> str:
    return changed(text, [AddNote(quadrant, Note(note))], FILE)[0]


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
    new, notes = changed(BY_HAND, [AddTakeaway("one")], FILE)

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
        '{"room": "north", "threats": ["a"]}', [AddNote(Quadrant.THREATS, Note("b"))], FILE
    )

    assert ("a", "b") == tuple(note.text for note in notes.threats)
    assert (notes, ()) == read_room(new)


def test_comments_survive_being_written_anew() -> None:
    """If a file has to be written out whole, its comments stand on top."""
    new, _ = changed('# mine\n{"room": "north"}\n', [AddNote(Quadrant.THREATS, Note("b"))], FILE)

    assert new.startswith("# mine\n")


def test_a_file_with_problems_is_not_changed() -> None:
    """What was not understood is never rewritten."""
    with pytest.raises(BadInput):
        changed("room: north\nstrengths:\n- a #b\n", [AddNote(Quadrant.THREATS, Note("b"))], FILE)


def test_removing_what_is_gone_is_said() -> None:
    """Somebody has deleted the note by hand before it is undone."""
    with pytest.raises(LookupError):
        changed(BY_HAND, [RemoveNote(Quadrant.STRENGTHS, Note("never"))], FILE)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_a_note(text: str) -> None:
    """Each is one note, reads back letter for letter, and leaves the rest alone."""
    new, notes = changed(BY_HAND, [AddNote(Quadrant.STRENGTHS, Note(text))], FILE)

    assert text == notes.strengths[-1].text
    assert (notes, ()) == read_room(new)
    assert BY_HAND.split("\n")[:3] == new.split("\n")[:3]


_CHANGES = st.lists(
    st.one_of(
        st.builds(AddNote, st.sampled_from(Quadrant), st.builds(Note, st.sampled_from(HOSTILE))),
        st.builds(AddTakeaway, st.sampled_from(HOSTILE)),
    ),
    max_size=6,
)


@settings(max_examples=100, deadline=None)
@given(ROOMS, _CHANGES)
def test_changes_are_what_they_say(room: RoomNotes, changes: list[Change]) -> None:
    """Each change gives the notes it promises, and taking all back gives the first notes."""
    text = new_room(room)
    wanted = room
    for change in changes:
        wanted = apply(wanted, change)

    new, notes = changed(text, changes, FILE)
    back, before = changed(new, [inverse(change) for change in reversed(changes)], FILE)

    assert (wanted, ()) == (notes, read_room(new)[1])
    assert room == before
    assert (room, ()) == read_room(back)


def test_undo_restores_the_bytes() -> None:
    """A note taken back leaves the file as it was."""
    text = new_room(RoomNotes("north", strengths=(Note("a"),)))
    for quadrant in (Quadrant.STRENGTHS, Quadrant.THREATS):
        change = AddNote(quadrant, Note("b"))
        new, _ = changed(text, [change], FILE)
        assert text == changed(new, [inverse(change)], FILE)[0]


def test_the_last_of_equal_notes_is_taken_back() -> None:
    """Undo means what was typed last."""
    text = "room: n\nstrengths:\n- a\n- b\n- a  \n- c\n"

    new, _ = changed(text, [RemoveNote(Quadrant.STRENGTHS, Note("a"))], FILE)

    assert "room: n\nstrengths:\n- a\n- b\n- c\n" == new


def test_a_takeaway_in_a_hand_made_list_is_taken_back() -> None:
    """Removing works in a person's own layout."""
    text = "room: n\ntakeaways:\n  - one\n  # keep\n  - two\n"

    assert (
        "room: n\ntakeaways:\n  # keep\n  - two\n"
        == changed(text, [RemoveTakeaway("one")], FILE)[0]
    )
