"""What each room handed in: its notes, all versions of it united, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.model.room import TAKEAWAYS, RoomNotes, unite
from swotcli.model.summary import RoomState, RoomSummary, SourceNote

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


def handed_in(
    session: Session, hand_ins: Mapping[str, HandIn]
) -> tuple[list[SourceNote], tuple[RoomSummary, ...]]:
    """Return the notes of all rooms, and what each room handed in, in the session's order.

    Args:
        session: Gives the rooms, their order and their languages.
        hand_ins: By room id; a room without one is missing.
    """
    notes: list[SourceNote] = []
    summaries = []
    for plan in session.rooms:
        hand_in = hand_ins.get(plan.id, HandIn())
        whole = _united(hand_in.read)
        lang = plan.lang or session.lang
        if whole is not None:
            notes += [
                SourceNote(plan.id, quadrant, note.text, note.votes, note.goals, lang)
                for quadrant, note in whole.every()
            ]
        summaries.append(_room_summary(plan, hand_in, whole, lang))
    return notes, tuple(summaries)


def _united(versions: Sequence[RoomNotes]) -> RoomNotes | None:
    whole: RoomNotes | None = None
    for version in versions:
        whole = version if whole is None else unite(whole, version)
    return whole


def _room_summary(
    plan: RoomPlan, hand_in: HandIn, whole: RoomNotes | None, lang: str
) -> RoomSummary:
    return RoomSummary(
        room=plan.id,
        name=plan.name,
        facilitator=(whole.facilitator if whole else "") or plan.facilitator,
        state=state_of(whole, hand_in.broken),
        notes=whole.count() if whole else 0,
        takeaways=whole.takeaways if whole else (),
        files=len(hand_in.read) + hand_in.broken,
        lang=lang,
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
