"""A room file in memory while notes are typed into it.

Reading 5,000 notes costs far more than saving one. So the document remembers where each list ends,
and a new note at the end of a list needs no new reading; every other change takes the careful way
of `roomtext`. What this makes is exactly what `roomtext` would make: a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.model.change import AddNote, AddTakeaway, Change, RemoveNote, apply, apply_all
from swotcli.model.room import Note, RoomNotes
from swotcli.yamlfile.room import read_room
from swotcli.yamlfile.roomtext import changed, last_end, note_lines, read, removed
from swotcli.yamlfile.tree import Mapping, Sequence, parse

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Tail:
    """Where a list ends: the row behind its last item, and the column of its hyphens."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class RoomDocument:
    """A room file's lines and what they say."""

    notes: RoomNotes
    lines: tuple[str, ...]
    tails: dict[str, _Tail]

    @property
    def text(self) -> str:
        """The file's text."""
        return "\n".join(self.lines)

    def changed(self, changes: tuple[Change, ...]) -> RoomDocument:
        """Return the document after the changes.

        Raises:
            LookupError: What a change is about is not there.
        """
        document = self
        if len(changes) > 1 and all(isinstance(change, RemoveNote) for change in changes):
            return self._without(changes)
        for change in changes:
            document = document._appended(change) or document._rewritten(change)
        return document

    def _appended(self, change: Change) -> RoomDocument | None:
        match change:
            case AddNote(quadrant, note, None):
                key, what = quadrant.value, note
            case AddTakeaway(text, None):
                key, what = "takeaways", Note(text)
            case _:
                return None
        tail = self.tails.get(key)
        if tail is None:
            return None
        new = note_lines(what, " " * tail.column)
        lines = (*self.lines[: tail.row], *new, *self.lines[tail.row :])
        tails = {
            name: _Tail(other.row + len(new), other.column) if other.row >= tail.row else other
            for name, other in self.tails.items()
        }
        return RoomDocument(apply(self.notes, change), lines, tails)

    def _without(self, changes: tuple[Change, ...]) -> RoomDocument:
        """Take many notes out with few readings, as the undo of a large paste does.

        The last one of each quadrant goes the careful way, which knows how an empty list looks.
        """
        last = {change.quadrant: n for n, change in enumerate(changes)}  # type: ignore[union-attr]
        many = tuple(change for n, change in enumerate(changes) if n not in last.values())
        document = self
        wanted = apply_all(self.notes, many)
        text = removed(self.text, self.notes, many)
        if text is not None and read_room(text) == (wanted, ()):
            document, changes = _document(text, wanted), tuple(changes[n] for n in last.values())
        for change in changes:
            document = document._rewritten(change)
        return document

    def _rewritten(self, change: Change) -> RoomDocument:
        text, notes = changed(self.text, self.notes, change)
        return _document(text, notes)


def document(text: str, path: Path) -> RoomDocument:
    """Read a room file's text.

    Raises:
        BadInput: It has problems.
    """
    return _document(text, read(text, path))


def _document(text: str, notes: RoomNotes) -> RoomDocument:
    root, _ = parse(text)
    tails: dict[str, _Tail] = {}
    for key, value in root.entries if isinstance(root, Mapping) and not root.flow else ():
        if isinstance(value, Sequence) and value.items and not value.flow:
            row = text.count("\n", 0, last_end(value.items[-1])) + 1
            column = value.start - (text.rfind("\n", 0, value.start) + 1)
            tails[key.text] = _Tail(row, column)
    if tails and not text.endswith("\n"):
        text += "\n"
    return RoomDocument(notes, tuple(text.split("\n")), tails)
