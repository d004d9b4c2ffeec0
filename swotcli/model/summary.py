"""All rooms merged: what the report is made from, and what `merge --json` prints.

The attributes' names are the keys of the JSON; the README documents them.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    """A note as its room wrote it; `lang` is the language that its room talks."""

    room: str
    quadrant: Quadrant
    text: str
    votes: int
    goals: tuple[int, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A note that perhaps also says what a point says.

    Attributes:
        likeness: How likely, from 0 to 1; good for ranking, not a probability to rely on.
    """

    room: str
    quadrant: Quadrant
    text: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Point:
    """One or more notes that say the same.

    Attributes:
        text: The wording of one of its notes, or the organiser's own.
        suggested: The program joined them, and no person has ruled yet.
        rooms: Ids of the rooms that said it, in the session's order, each once.
        notes: Every note it is made of, in the order of rooms and files.
        decided: The organiser ruled that these notes are one point.
        reworded: The text is the organiser's own.
        perhaps: Notes of other points that perhaps say the same, the most promising first, one a point.
        theme: What it is about, with the points of the same theme.
    """

    quadrant: Quadrant
    text: str
    suggested: bool
    rooms: tuple[str, ...]
    notes: tuple[SourceNote, ...]
    decided: bool = False
    reworded: bool = False
    perhaps: tuple[Candidate, ...] = ()
    theme: str = ""

    @property
    def votes(self) -> int:
        """Hands counted for it, over all rooms."""
        return sum(note.votes for note in self.notes)

    @property
    def wordings(self) -> tuple[str, ...]:
        """The different wordings, the point's own first."""
        return tuple(dict.fromkeys((self.text, *(note.text for note in self.notes))))


@dataclass(frozen=True, slots=True)
class Theme:
    """Points of one quadrant that are about the same.

    Attributes:
        suggested: The program drafted it, and no person has named it.
        points: How many points it has.
    """

    quadrant: Quadrant
    name: str
    suggested: bool
    points: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The same matter in two quadrants.

    Attributes:
        one: The place of the one point in the summary's points, counted from 0.
        other: The place of the other.
        likeness: As of a candidate.
    """

    one: int
    other: int
    likeness: float


@dataclass(frozen=True, slots=True)
class GoalCoverage:
    """Which notes name a goal.

    Attributes:
        goal: Its number in the agenda, counted from 1.
        notes: For each room and quadrant in which notes name it, how many.
    """

    goal: int
    text: str
    notes: tuple[tuple[str, Quadrant, int], ...]

    def of(self, quadrant: Quadrant) -> int:
        """Return how many notes of a quadrant name the goal."""
        return sum(count for _, where, count in self.notes if where is quadrant)

    def in_room(self, room: str) -> int:
        """Return how many notes of a room name the goal."""
        return sum(count for who, _, count in self.notes if who == room)

    @property
    def count(self) -> int:
        """How many notes name it."""
        return sum(count for _, _, count in self.notes)


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One of a room's takeaways among those of all rooms.

    Attributes:
        number: Its place in the room, counted from 1.
        agrees: Takeaways of other rooms that probably say the same: room, number, likeness.
        behind: Notes of the same room on which it probably rests, likeliest first.
    """

    room: str
    number: int
    text: str
    agrees: tuple[tuple[str, int, float], ...] = ()
    behind: tuple[Candidate, ...] = ()


class Why(StrEnum):
    """Why a decision no longer finds a note."""

    EDITED = "edited"
    MOVED = "moved"
    GONE = "gone"
    NO_ROOM = "no-room"


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """A note that a decision names and that is not there: the rest of the decision holds.

    Attributes:
        text: The note's words when it was ruled about.
        now: The note that probably became of it, if it was edited.
        to: The quadrant it was moved to.
    """

    quadrant: Quadrant
    room: str
    text: str
    why: Why
    now: str = ""
    to: Quadrant | None = None


@dataclass(frozen=True, slots=True)
class RoomSummary:
    """What one room handed in.

    Attributes:
        room: Its id.
        notes: How many notes of it are in the summary.
        files: How many files the room came in; more than one are copies, united.
        lang: The language it talks.
    """

    room: str
    name: str
    facilitator: str
    state: RoomState
    notes: int
    takeaways: tuple[str, ...]
    files: int = 1
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """All rooms of a session merged.

    Attributes:
        session: The session's id.
        strangers: Files in `rooms/` that are of no room of this session.
        open_decisions: What the organiser ruled about notes that are no longer there.
    """

    session: str
    points: tuple[Point, ...]
    rooms: tuple[RoomSummary, ...]
    strangers: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    goals: tuple[GoalCoverage, ...] = ()
    takeaways: tuple[Takeaway, ...] = ()
    open_decisions: tuple[OpenDecision, ...] = ()

    def of(self, quadrant: Quadrant) -> tuple[Point, ...]:
        """Return the points of one quadrant, those of most rooms first."""
        return tuple(point for point in self.points if point.quadrant is quadrant)

    def notes(self) -> Iterator[SourceNote]:
        """Yield every note, point by point."""
        for point in self.points:
            yield from point.notes

    def note_count(self) -> int:
        """Return how many notes the points are made of."""
        return sum(len(point.notes) for point in self.points)
