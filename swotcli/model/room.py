"""A room and its notes. Plain dataclasses: a facilitator's prompt must not wait for more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.model.quadrant import Quadrant

if TYPE_CHECKING:
    from collections.abc import Iterator

TAKEAWAYS = 3
"""How many takeaways a room hands in."""

NOTES_IN_A_ROOM = 5_000
"""The most notes that one room may hold."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing the group said.

    Attributes:
        text: The words as typed, on one line.
        votes: How many hands went up for it; 0 when nobody counted.
        goals: Numbers of the agenda's goals it is about, counted from 1.
    """

    text: str
    votes: int = 0
    goals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RoomNotes:
    """All that one room file says.

    Attributes:
        room: The room's id, as the file gives it.
        facilitator: Who led and typed; empty when not said.
        takeaways: None to three while the room works; exactly three when it hands in.
    """

    room: str
    facilitator: str = ""
    strengths: tuple[Note, ...] = ()
    weaknesses: tuple[Note, ...] = ()
    opportunities: tuple[Note, ...] = ()
    threats: tuple[Note, ...] = ()
    takeaways: tuple[str, ...] = ()

    def of(self, quadrant: Quadrant) -> tuple[Note, ...]:
        """Return the notes of one quadrant, in the order they stand."""
        notes: tuple[Note, ...] = getattr(self, quadrant.value)
        return notes

    def with_notes(self, quadrant: Quadrant, notes: tuple[Note, ...]) -> RoomNotes:
        """Return the room with other notes in one quadrant."""
        match quadrant:
            case Quadrant.STRENGTHS:
                return replace(self, strengths=notes)
            case Quadrant.WEAKNESSES:
                return replace(self, weaknesses=notes)
            case Quadrant.OPPORTUNITIES:
                return replace(self, opportunities=notes)
            case Quadrant.THREATS:
                return replace(self, threats=notes)

    def every(self) -> Iterator[tuple[Quadrant, Note]]:
        """Yield each note with its quadrant, in the order of every report."""
        for quadrant in Quadrant:
            for note in self.of(quadrant):
                yield quadrant, note

    def count(self) -> int:
        """Return how many notes the room has."""
        lists = (self.strengths, self.weaknesses, self.opportunities, self.threats)
        return sum(map(len, lists))


def unite(one: RoomNotes, other: RoomNotes) -> RoomNotes:
    """Return both versions of a room as one: each text as often as the version with more of it.

    Two versions of a room come about when it is edited on two laptops. Where a text stands in
    both, its votes and goals are those of both: the larger count, every goal.
    """
    both = replace(
        one,
        facilitator=one.facilitator or other.facilitator,
        takeaways=tuple(
            note.text for note in _united(_notes(one.takeaways), _notes(other.takeaways))
        ),
    )
    for quadrant in Quadrant:
        both = both.with_notes(quadrant, tuple(_united(one.of(quadrant), other.of(quadrant))))
    return both


def _notes(texts: tuple[str, ...]) -> tuple[Note, ...]:
    return tuple(Note(text) for text in texts)


def _united(one: tuple[Note, ...], other: tuple[Note, ...]) -> list[Note]:
    united = list(one)
    places: dict[str, list[int]] = {}
    for index, note in enumerate(one):
        places.setdefault(note.text, []).append(index)
    for note in other:
        if same := places.get(note.text):
            index = same.pop(0)
            mine = united[index]
            goals = (
                tuple(sorted({*mine.goals, *note.goals}))
                if mine.goals != note.goals
                else mine.goals
            )
            united[index] = Note(note.text, max(mine.votes, note.votes), goals)
        else:
            united.append(note)
    return united
