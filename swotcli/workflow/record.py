"""A room that is written into: which one, in which session, and until when.

Runs while people talk, so it imports no more than it needs: no pydantic, no templates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from swotcli.errors import BadInput
from swotcli.journal import Journal
from swotcli.words import LANGUAGES, Words, words
from swotcli.workspace import SessionFolder, choose
from swotcli.yamlfile import durable, gate
from swotcli.yamlfile.glance import Glance, glance

if TYPE_CHECKING:
    from pathlib import Path

_STILL_THIS_EVENING = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """A room that is being written into."""

    folder: SessionFolder
    session: Glance
    id: str
    name: str
    facilitator: str

    @property
    def path(self) -> Path:
        """Its file."""
        return self.folder.room_file(self.id)

    @property
    def words(self) -> Words:
        """The texts of the session's language."""
        return words(self.session.lang)


def open_room(folder: SessionFolder, wanted: str) -> OpenRoom:
    """Find a room by its id, its name or an unambiguous beginning of either.

    Raises:
        NotFound: There is no such room, or more than one.
        BadInput: The session cannot be read.
    """
    seen = glance(gate.read(folder.session_file))
    if seen.lang not in LANGUAGES:
        raise BadInput.of("session-broken", path=folder.session_file)
    index = choose(wanted, [(room, name) for room, name, _ in seen.rooms], "room")
    room, name, facilitator = seen.rooms[index]
    return OpenRoom(folder, seen, room, name, facilitator)


def board_marker(room: OpenRoom) -> Path:
    """Return the file that lies there while a board is open on this laptop."""
    return Journal(durable.state_folder(), room.path, datetime.now).path.with_suffix(".board")


def breakout_ends(room: OpenRoom, now: datetime) -> datetime | None:
    """Return when the breakout ends by the agenda, if its clock runs now.

    The clock runs on the session's day, from the breakout's beginning on.
    """
    seen = room.session
    if seen.begins is None or seen.ends is None or now.date() != seen.date:
        return None
    return datetime.combine(seen.date, seen.ends) if now.time() >= seen.begins else None


def ends_of(room: OpenRoom, journal: Journal, now: datetime) -> datetime | None:
    """Return when a room's work ends; None if no clock runs.

    What this laptop was told with `room --minutes` or `time +5` counts before the agenda, as long
    as it is of this evening.
    """
    told, planned = journal.ends(), breakout_ends(room, now)
    begins = room.session.begins
    rehearsed = (
        planned is not None
        and begins is not None
        and told is not None
        and told < datetime.combine(now.date(), begins)
    )
    if told is None or rehearsed or told <= now - _STILL_THIS_EVENING:
        return planned
    return told


def minutes_left(room: OpenRoom, now: datetime) -> int | None:
    """Return the minutes until a room's work ends, negative after it; None if no clock runs."""
    ends = ends_of(room, Journal(durable.state_folder(), room.path, lambda: now), now)
    return None if ends is None else round((ends - now).total_seconds() // 60)
