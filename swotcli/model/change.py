"""What one typed line does to a room, as data: it can be saved, shown and taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class AddNote:
    """Put a note at the end of a quadrant."""

    quadrant: Quadrant
    note: Note


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """Take the last note with these words out of a quadrant."""

    quadrant: Quadrant
    note: Note


@dataclass(frozen=True, slots=True)
class AddTakeaway:
    """Put a takeaway at the end."""

    text: str


@dataclass(frozen=True, slots=True)
class RemoveTakeaway:
    """Take the last takeaway with these words out."""

    text: str


Change = AddNote | RemoveNote | AddTakeaway | RemoveTakeaway


def apply(notes: RoomNotes, change: Change) -> RoomNotes:
    """Return the room as it is after the change.

    Raises:
        LookupError: What is to be removed is not there.
    """
    match change:
        case AddNote(quadrant, note):
            return notes.with_notes(quadrant, (*notes.of(quadrant), note))
        case RemoveNote(quadrant, note):
            index = place(notes, change)
            kept = notes.of(quadrant)
            return notes.with_notes(quadrant, kept[:index] + kept[index + 1 :])
        case AddTakeaway(text):
            return replace(notes, takeaways=(*notes.takeaways, text))
        case RemoveTakeaway():
            index = place(notes, change)
            return replace(notes, takeaways=notes.takeaways[:index] + notes.takeaways[index + 1 :])


def apply_all(notes: RoomNotes, changes: Sequence[Change]) -> RoomNotes:
    """Return the room as it is after all changes, in turn."""
    for change in changes:
        notes = apply(notes, change)
    return notes


def place(notes: RoomNotes, change: RemoveNote | RemoveTakeaway) -> int:
    """Return the index of what is to be removed, the last of its kind.

    Raises:
        LookupError: It is not there, for example because someone edited the file.
    """
    texts = (
        [note.text for note in notes.of(change.quadrant)]
        if isinstance(change, RemoveNote)
        else list(notes.takeaways)
    )
    wanted = change.note.text if isinstance(change, RemoveNote) else change.text
    for index in range(len(texts) - 1, -1, -1):
        if texts[index] == wanted:
            return index
    raise LookupError(wanted)


def inverse(change: Change) -> Change:
    """Return the change that takes this one back."""
    match change:
        case AddNote(quadrant, note):
            return RemoveNote(quadrant, note)
        case RemoveNote(quadrant, note):
            return AddNote(quadrant, note)
        case AddTakeaway(text):
            return RemoveTakeaway(text)
        case RemoveTakeaway(text):
            return AddTakeaway(text)
