"""How far the rooms are: as data, and as the sentences that say so.

Pure: whoever reads the files and the clock is `swotcli.workflow.status`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.model.quadrant import Quadrant
from swotcli.model.room import TAKEAWAYS, RoomNotes
from swotcli.model.summary import RoomState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from swotcli.errors import Problem
    from swotcli.words import Words

_MINUTES_SAID = 120
"""A change longer ago than this is said by its date and time."""


@dataclass(frozen=True, slots=True)
class RoomStatus:
    """How far one room is.

    Attributes:
        room: Its id.
        notes: What its file says; its files united where there are copies.
        changed: When a file of it last changed, by this computer's clock.
        quiet_minutes: How long nothing has changed, if that is long and the room is at work.
        stale: Its file cannot be read just now, and the notes are of an earlier reading.
    """

    room: str
    name: str
    state: RoomState
    notes: RoomNotes
    changed: datetime | None = None
    quiet_minutes: int | None = None
    problems: tuple[Problem, ...] = ()
    stale: bool = False

    @property
    def is_readable(self) -> bool:
        """Say whether its file is there and was understood, all of it."""
        return self.state not in (RoomState.MISSING, RoomState.BROKEN)


@dataclass(frozen=True, slots=True)
class Status:
    """How far all rooms of a session are; equal to another where there is nothing new to show.

    Attributes:
        session: Its id.
        at: The minute of the reading.
        minutes_left: Of the breakout, negative after it; None if no clock runs.
        verbs: The session's own action verbs.
        strangers: Names of files in `rooms/` that belong to no room.
        problems: Why the session's file cannot be read just now, if it could be before.
    """

    session: str
    title: str
    at: datetime
    minutes_left: int | None
    verbs: Mapping[str, Quadrant]
    rooms: tuple[RoomStatus, ...]
    strangers: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, room: str) -> RoomStatus | None:
        """Return one room; None if the session no longer has it."""
        return next((one for one in self.rooms if one.room == room), None)

    def verb(self, quadrant: Quadrant, words: Words) -> str:
        """Return a quadrant's action verb: the session's own, else the language's."""
        own = (verb for verb, of in self.verbs.items() if of is quadrant)
        return next(own, words.verb(quadrant))


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Return the minutes by the clock's face, as people count them: 17:59:50 to 18:00 is one."""
    begin = earlier.replace(second=0, microsecond=0)
    return max(0, round((later.replace(second=0, microsecond=0) - begin).total_seconds()) // 60)


def time_sentence(minutes_left: int | None, words: Words) -> str:
    """Say how long the breakout still lasts."""
    if minutes_left is None:
        return words.say("status.no-clock")
    if minutes_left < 0:
        return words.say("status.over", count=-minutes_left)
    return words.say("status.left", count=minutes_left)


def change_phrase(room: RoomStatus, at: datetime, words: Words) -> str:
    """Say when a room last changed, or that it has long been quiet; empty without a file."""
    if room.quiet_minutes is not None:
        return words.say("status.quiet", count=room.quiet_minutes)
    if room.changed is None:
        return ""
    minutes = minutes_between(room.changed, at)
    if minutes > _MINUTES_SAID:
        return room.changed.isoformat(" ", "minutes")
    return words.say("status.ago", count=minutes) if minutes else words.say("status.just-now")


def heading(seen: Status, quadrant: Quadrant, words: Words) -> str:
    """Return a quadrant's name with its action verb."""
    return f"{words.quadrant(quadrant)} ({seen.verb(quadrant, words)})"


def room_lines(seen: Status, room: RoomStatus, words: Words) -> Iterator[str]:
    """Yield all that a room has noted, a line each, under its headings."""
    for quadrant in Quadrant:
        notes = room.notes.of(quadrant)
        yield f"{heading(seen, quadrant, words)}: {len(notes)}"
        yield from (f"- {note.text}" for note in notes)
    yield f"{words.say('report.takeaways')}: {len(room.notes.takeaways)}/{TAKEAWAYS}"
    yield from (f"- {text}" for text in room.notes.takeaways)


def room_sentence(room: RoomStatus, at: datetime, words: Words) -> str:
    """Say in one line how far a room is."""
    counts = [f"{words.quadrant(q).lower()} {len(room.notes.of(q))}" for q in Quadrant]
    takeaways = words.say("status.takeaways", count=len(room.notes.takeaways), wanted=TAKEAWAYS)
    parts = [*counts, takeaways, words.say(f"state.{room.state.value}")]
    when = change_phrase(room, at, words)
    if when and room.quiet_minutes is None:
        when = words.say("status.last-change", when=when)
    if when:
        parts.append(when)
    if room.stale:
        parts.append(words.say("status.stale"))
    return f"{room.name}: {', '.join(parts)}"
