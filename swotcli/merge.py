"""Rooms in, one summary out.

Pure: no disk, no clock, no printing. Every note of every room that could be read becomes part of
exactly one point; here only texts that are equal but for case, blanks and closing marks are one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.model.quadrant import Quadrant
from swotcli.model.room import TAKEAWAYS, RoomNotes, unite
from swotcli.model.summary import Point, RoomState, RoomSummary, SourceNote, Summary
from swotcli.model.text import sameness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from swotcli.model.agenda import RoomPlan, Session


@dataclass(frozen=True, slots=True)
class HandIn:
    """What came from one room: nothing, files that were read, files that could not be.

    Attributes:
        read: The notes of each of its files; more than one are copies of the room.
        broken: How many of its files could not be read.
    """

    read: tuple[RoomNotes, ...] = ()
    broken: int = 0


def merge_rooms(
    session: Session, hand_ins: Mapping[str, HandIn], strangers: Sequence[str] = ()
) -> Summary:
    """Merge all rooms of a session.

    Args:
        session: Gives the rooms and their order.
        hand_ins: By room id; a room without one is missing.
        strangers: Names of files that belong to no room, to be stated.
    """
    rooms = [(plan, hand_ins.get(plan.id, HandIn())) for plan in session.rooms]
    united = [(plan.id, _united(hand_in.read)) for plan, hand_in in rooms]
    notes = [
        SourceNote(room, quadrant, note.text, note.votes, note.goals)
        for room, whole in united
        if whole is not None
        for quadrant, note in whole.every()
    ]
    summaries = tuple(
        _room_summary(plan, hand_in, whole)
        for (plan, hand_in), (_, whole) in zip(rooms, united, strict=True)
    )
    points = tuple(point for quadrant in Quadrant for point in _points(quadrant, notes))
    return Summary(session.id, points, summaries, tuple(strangers))


def _united(versions: Sequence[RoomNotes]) -> RoomNotes | None:
    whole: RoomNotes | None = None
    for version in versions:
        whole = version if whole is None else unite(whole, version)
    return whole


def _points(quadrant: Quadrant, notes: Sequence[SourceNote]) -> list[Point]:
    groups: dict[str, list[SourceNote]] = {}
    for note in notes:
        if note.quadrant is quadrant:
            groups.setdefault(sameness(note.text), []).append(note)
    points = [_point(quadrant, group) for group in groups.values()]
    # Stable: points of equally many rooms and votes keep the order in which rooms said them.
    return sorted(points, key=lambda point: (-len(point.rooms), -point.votes))


def _point(quadrant: Quadrant, notes: Sequence[SourceNote]) -> Point:
    often = Counter(note.text for note in notes)
    # Of wordings used equally often one that begins like a sentence, then the one said first.
    wording = max(often, key=lambda text: (often[text], text[:1].isupper()))
    return Point(
        quadrant=quadrant,
        text=wording,
        suggested=False,
        rooms=tuple(dict.fromkeys(note.room for note in notes)),
        notes=tuple(notes),
    )


def _room_summary(plan: RoomPlan, hand_in: HandIn, whole: RoomNotes | None) -> RoomSummary:
    return RoomSummary(
        room=plan.id,
        name=plan.name,
        facilitator=(whole.facilitator if whole else "") or plan.facilitator,
        state=state_of(whole, hand_in.broken),
        notes=whole.count() if whole else 0,
        takeaways=whole.takeaways if whole else (),
        files=len(hand_in.read) + hand_in.broken,
    )


def state_of(notes: RoomNotes | None, broken: int) -> RoomState:
    """Return how far a room has come.

    Args:
        notes: What could be read of it; None if nothing could.
        broken: How many of its files could not be read.
    """
    if broken:
        return RoomState.BROKEN
    if notes is None:
        return RoomState.MISSING
    if not notes.count() and not notes.takeaways:
        return RoomState.EMPTY
    ready = notes.count() and len(notes.takeaways) == TAKEAWAYS
    return RoomState.READY if ready else RoomState.OPEN
