"""A line becomes a note in a room's file.

Runs while people talk, so it imports no more than it needs: no pydantic, no templates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.errors import BadInput, Conflict, NotFound
from swotcli.live.state import LiveState
from swotcli.model.change import AddTakeaway
from swotcli.model.room import TAKEAWAYS, RoomNotes
from swotcli.words import LANGUAGES, Words, quadrant_words, words
from swotcli.workspace import SessionFolder, choose
from swotcli.yamlfile import durable, gate
from swotcli.yamlfile.glance import Glance, glance
from swotcli.yamlfile.roomtext import changed, new_room

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from swotcli.model.change import Change


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
    index = choose(wanted, [(room, name) for room, name, _ in seen.rooms], "room")
    room, name, facilitator = seen.rooms[index]
    if seen.lang not in LANGUAGES:
        raise BadInput.of("session-broken", path=folder.session_file)
    return OpenRoom(folder, seen, room, name, facilitator)


def state(room: OpenRoom) -> LiveState:
    """Return the room as its file says it.

    Raises:
        BadInput: The file has problems.
    """
    return LiveState(save(room, ()), quadrant_words(room.session.lang), room.session.goals)


def save(room: OpenRoom, changes: Sequence[Change]) -> RoomNotes:
    """Put changes into the room's file, durably, and return what it says then.

    The file is read anew each time: somebody may have edited it, or a sync client changed it.

    Raises:
        BadInput: The file has problems; it is left as it is.
        Conflict: It cannot be written, or would have a fourth takeaway; it is left as it is.
        LookupError: What is to be removed is not there.
    """
    with durable.locked(room.path):
        try:
            text = gate.read(room.path).text
        except NotFound:
            text = new_room(RoomNotes(room.id, room.facilitator))
        new, notes = changed(text, list(changes), room.path)
        if len(notes.takeaways) > TAKEAWAYS and any(isinstance(c, AddTakeaway) for c in changes):
            raise Conflict.of("takeaways-full", path=room.path, wanted=TAKEAWAYS)
        if changes:
            durable.save(room.path, new.encode("utf-8"))
    return notes


def minutes_left(room: OpenRoom, now: datetime) -> int | None:
    """Return the minutes until the breakout ends, negative after it; None if no clock runs.

    The clock runs on the session's day, from the breakout's beginning on.
    """
    seen = room.session
    if (
        seen.begins is None
        or seen.ends is None
        or now.date() != seen.date
        or now.time() < seen.begins
    ):
        return None
    return (seen.ends.hour - now.hour) * 60 + seen.ends.minute - now.minute
