"""All rooms merged: what the report is made from, and what `merge --json` prints.

The attributes' names are the keys of the JSON; the README documents them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from swotcli.model.quadrant import Quadrant


class RoomState(StrEnum):
    """How far a room has come."""

    MISSING = "missing"
    BROKEN = "broken"
    EMPTY = "empty"
    OPEN = "open"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A note as its room wrote it."""

    room: str
    quadrant: Quadrant
    text: str
    votes: int
    goals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One or more notes that say the same.

    Attributes:
        text: The wording of one of its notes.
        suggested: The program joined them, and no person has ruled yet.
        rooms: Ids of the rooms that said it, in the session's order, each once.
        notes: Every note it is made of, in the order of rooms and files.
    """

    quadrant: Quadrant
    text: str
    suggested: bool
    rooms: tuple[str, ...]
    notes: tuple[SourceNote, ...]

    @property
    def votes(self) -> int:
        """Hands counted for it, over all rooms."""
        return sum(note.votes for note in self.notes)

    @property
    def wordings(self) -> tuple[str, ...]:
        """The different wordings, the point's own first."""
        return tuple(dict.fromkeys((self.text, *(note.text for note in self.notes))))


@dataclass(frozen=True, slots=True)
class RoomSummary:
    """What one room handed in.

    Attributes:
        room: Its id.
        notes: How many notes of it are in the summary.
        files: How many files the room came in; more than one are copies, united.
    """

    room: str
    name: str
    facilitator: str
    state: RoomState
    notes: int
    takeaways: tuple[str, ...]
    files: int = 1


@dataclass(frozen=True, slots=True)
class Summary:
    """All rooms of a session merged.

    Attributes:
        session: The session's id.
        strangers: Files in `rooms/` that are of no room of this session.
    """

    session: str
    points: tuple[Point, ...]
    rooms: tuple[RoomSummary, ...]
    strangers: tuple[str, ...] = ()

    def of(self, quadrant: Quadrant) -> tuple[Point, ...]:
        """Return the points of one quadrant, those of most rooms first."""
        return tuple(point for point in self.points if point.quadrant is quadrant)

    def note_count(self) -> int:
        """Return how many notes the points are made of."""
        return sum(len(point.notes) for point in self.points)
