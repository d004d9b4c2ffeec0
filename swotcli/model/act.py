"""What an organiser does to the rulings about a quadrant, as data. See `merge.rulings` for its effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from swotcli.model.decisions import NoteRef, Rulings


@dataclass(frozen=True, slots=True)
class Join:
    """These notes are one point; one note alone: it was looked at, and stands as it is.

    Attributes:
        wording: The organiser's own words for it; empty: none; None: as before.
    """

    notes: tuple[NoteRef, ...]
    wording: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """No note of the first list is one point with any of the second; or with each other."""

    notes: tuple[NoteRef, ...]
    others: tuple[NoteRef, ...] = ()


@dataclass(frozen=True, slots=True)
class PutUnder:
    """The points of these notes are of a theme; an empty name leaves them to the draft."""

    name: str
    notes: tuple[NoteRef, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """What was ruled about a note holds for what it was edited to."""

    old: NoteRef
    new: NoteRef


@dataclass(frozen=True, slots=True)
class Forget:
    """Nothing is ruled about a note any more."""

    note: NoteRef


Act = Join | Part | PutUnder | Hold | Forget


@dataclass(frozen=True, slots=True)
class Ruled:
    """Acts that are on disk.

    Attributes:
        before: What was ruled about the quadrant before.
        after: What is ruled after it.
        was: The file's bytes before; None if there was no file.
        now: Its bytes after.
    """

    before: Rulings
    after: Rulings
    was: bytes | None
    now: bytes | None

    @property
    def changed(self) -> bool:
        """Whether the acts changed anything."""
        return self.before != self.after
