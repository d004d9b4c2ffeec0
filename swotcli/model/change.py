"""What one act does to a room, as data: it can be saved, kept in a journal, and taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AddNote:
    """Put a note into a quadrant, at the end or at an index."""

    quadrant: Quadrant
    note: Note
    at: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """Take a note out of a quadrant: the one at the index if it is equal, else the last equal one."""

    quadrant: Quadrant
    note: Note
    at: int | None = None


@dataclass(frozen=True, slots=True)
class ReplaceNote:
    """Put another note in the place of one: other words, votes or goals."""

    quadrant: Quadrant
    note: Note
    new: Note
    at: int | None = None


@dataclass(frozen=True, slots=True)
class MoveNote:
    """Take a note out of one quadrant and put it into another."""

    quadrant: Quadrant
    note: Note
    to: Quadrant
    at: int | None = None


@dataclass(frozen=True, slots=True)
class AddTakeaway:
    """Put a takeaway at the end or at an index."""

    text: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveTakeaway:
    """Take a takeaway out."""

    text: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class ReplaceTakeaway:
    """Put other words in the place of a takeaway."""

    text: str
    new: str
    at: int | None = None


Change = (
    AddNote | RemoveNote | ReplaceNote | MoveNote | AddTakeaway | RemoveTakeaway | ReplaceTakeaway
)


def apply(notes: RoomNotes, change: Change) -> RoomNotes:
    """Return the room as it is after the change.

    Raises:
        LookupError: What it is about is not there, for example because someone edited the file.
    """
    match change:
        case AddNote(quadrant, note, at):
            return notes.with_notes(quadrant, _with(notes.of(quadrant), note, at))
        case RemoveNote(quadrant, note, at):
            return notes.with_notes(quadrant, _without(notes.of(quadrant), note, at))
        case ReplaceNote(quadrant, note, new, at):
            return notes.with_notes(quadrant, _replaced(notes.of(quadrant), note, new, at))
        case MoveNote(quadrant, note, to, at):
            left = notes.with_notes(quadrant, _without(notes.of(quadrant), note, None))
            return left.with_notes(to, _with(left.of(to), note, at))
        case AddTakeaway(text, at):
            return replace(notes, takeaways=_with(notes.takeaways, text, at))
        case RemoveTakeaway(text, at):
            return replace(notes, takeaways=_without(notes.takeaways, text, at))
        case ReplaceTakeaway(text, new_text, at):
            return replace(notes, takeaways=_replaced(notes.takeaways, text, new_text, at))


def apply_all(notes: RoomNotes, changes: Iterable[Change]) -> RoomNotes:
    """Return the room as it is after all changes, in turn."""
    for change in changes:
        notes = apply(notes, change)
    return notes


def inverse(notes: RoomNotes, change: Change) -> Change:
    """Return the change that takes this one back.

    Args:
        notes: The room before the change: it says where a removed note stood.
        change: What is to be taken back later.

    Raises:
        LookupError: What it is about is not there.
    """
    match change:
        case AddNote(quadrant, note, at):
            return RemoveNote(quadrant, note, len(notes.of(quadrant)) if at is None else at)
        case RemoveNote(quadrant, note, at):
            return AddNote(quadrant, note, place(notes.of(quadrant), note, at))
        case ReplaceNote(quadrant, note, new, at):
            return ReplaceNote(quadrant, new, note, place(notes.of(quadrant), note, at))
        case MoveNote(quadrant, note, to):
            return MoveNote(to, note, quadrant, place(notes.of(quadrant), note, None))
        case AddTakeaway(text, at):
            return RemoveTakeaway(text, len(notes.takeaways) if at is None else at)
        case RemoveTakeaway(text, at):
            return AddTakeaway(text, place(notes.takeaways, text, at))
        case ReplaceTakeaway(text, new_text, at):
            return ReplaceTakeaway(new_text, text, place(notes.takeaways, text, at))


def inverse_all(notes: RoomNotes, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes that take all of these back, the last one first."""
    back: list[Change] = []
    for change in changes:
        back.insert(0, inverse(notes, change))
        notes = apply(notes, change)
    return tuple(back)


def place(items: Sequence[object], item: object, at: int | None) -> int:
    """Return where an item stands: at the index if it is there, else the last of equal ones.

    Raises:
        LookupError: It is not there.
    """
    if at is not None and at < len(items) and items[at] == item:
        return at
    for index in range(len(items) - 1, -1, -1):
        if items[index] == item:
            return index
    raise LookupError(item.text if isinstance(item, Note) else item)


def _with(items: tuple[T, ...], item: T, at: int | None) -> tuple[T, ...]:
    index = len(items) if at is None else min(at, len(items))
    return (*items[:index], item, *items[index:])


def _without(items: tuple[T, ...], item: T, at: int | None) -> tuple[T, ...]:
    index = place(items, item, at)
    return items[:index] + items[index + 1 :]


def _replaced(items: tuple[T, ...], item: T, new: T, at: int | None) -> tuple[T, ...]:
    index = place(items, item, at)
    return (*items[:index], new, *items[index + 1 :])
