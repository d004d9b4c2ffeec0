"""All rooms and decisions of a session become its summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.likeness import Strictness
from swotcli.merge.decided import open_decisions
from swotcli.merge.insight import agreeing_takeaways, contradictions, goal_coverage
from swotcli.merge.points import MOST_CANDIDATES, QuadrantNotes
from swotcli.merge.rooms import handed_in
from swotcli.merge.themed import drafted, themed
from swotcli.model.decisions import Decisions
from swotcli.model.quadrant import Quadrant
from swotcli.model.summary import RoomState, Summary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from swotcli.merge.rooms import HandIn
    from swotcli.model.agenda import Session
    from swotcli.model.summary import Point, RoomSummary, Theme

_MANY = 20_000
"""Above so many notes each point is given fewer candidates: nobody walks through them all."""
_FEW_CANDIDATES = 3


def merge_rooms(
    session: Session,
    hand_ins: Mapping[str, HandIn],
    strangers: Sequence[str] = (),
    decisions: Decisions | None = None,
    strictness: Strictness | None = Strictness.STRICT,
) -> Summary:
    """Merge all rooms of a session.

    Args:
        session: Gives the rooms and their order.
        hand_ins: By room id; a room without one is missing.
        strangers: Names of files that belong to no room, to be stated.
        decisions: What the organiser ruled.
        strictness: How much must speak for two notes before they are joined; None joins equal
            texts only.
    """
    decided = decisions or Decisions()
    notes, rooms = handed_in(session, hand_ins)
    most = MOST_CANDIDATES if len(notes) <= _MANY else _FEW_CANDIDATES
    points: list[Point] = []
    themes: list[Theme] = []
    for quadrant in Quadrant:
        mine = QuadrantNotes(quadrant, notes).points(decided.of(quadrant), strictness, most)
        mine, found = themed(
            quadrant, mine, decided.of(quadrant), drafted(mine) if strictness is not None else ()
        )
        points += mine
        themes += found
    there = complete(rooms)
    return Summary(
        session.id,
        tuple(points),
        rooms,
        tuple(strangers),
        themes=tuple(themes),
        contradictions=contradictions(points) if strictness is not None else (),
        goals=goal_coverage(session.goals, notes),
        takeaways=agreeing_takeaways(rooms, points, suggest=strictness is not None),
        open_decisions=tuple(
            missing
            for quadrant in Quadrant
            for missing in open_decisions(quadrant, notes, decided.of(quadrant), there)
        ),
    )


def complete(rooms: Sequence[RoomSummary]) -> dict[str, bool]:
    """Return for each room whether all that it wrote is here."""
    absent = (RoomState.MISSING, RoomState.BROKEN)
    return {room.room: room.state not in absent for room in rooms}
