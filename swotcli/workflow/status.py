"""How far each room is, read from the files; nothing is written.

Runs beside the rooms while they work, so it imports no more than it needs: no pydantic.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from swotcli.errors import Problem, SwotError
from swotcli.live.progress import RoomStatus, Status, minutes_between
from swotcli.merge.rooms import state_of
from swotcli.model.room import RoomNotes, unite
from swotcli.model.summary import RoomState
from swotcli.workflow import record
from swotcli.workspace import by_room, read_room_file
from swotcli.yamlfile import gate
from swotcli.yamlfile.glance import Glance, glance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from swotcli.workspace import RoomFile, SessionFolder

QUIET_AFTER = 12
"""After so many minutes without a change a room at work is called quiet."""

_AT_WORK = (RoomState.EMPTY, RoomState.OPEN)
# When a file changed, its size, which file it is, and when that was last touched: a sync client
# may give a new file the old one's time.
_Mark = tuple[int, int, int, int]


class Reader:
    """Reads a session again and again; of its files only those that have changed since."""

    def __init__(self, folder: SessionFolder, room: str | None = None) -> None:
        """Read a session.

        Args:
            folder: The session.
            room: Whose time is shown; without it the agenda's.
        """
        self._folder = folder
        self._room_id = room
        self._marks: dict[Path, _Mark] = {}
        self._files: dict[Path, RoomFile] = {}
        self._strangers: tuple[Path, ...] = ()
        self._session: Glance | None = None
        self._problems: tuple[Problem, ...] = ()
        self._last: Status | None = None
        self._good: dict[str, RoomNotes] = {}

    def read(self, now: datetime) -> Status:
        """Return how far the rooms are.

        A room's file that cannot be read, and could be before, keeps the notes of that reading.

        Args:
            now: The time by this computer's clock.

        Raises:
            NotFound: The session's file is not there, at the first reading.
            BadInput: It cannot be read, at the first reading.
        """
        marks = _marks(self._folder)  # before reading, so that a later change is seen as one
        at = now.replace(second=0, microsecond=0)
        if self._last is not None and (marks, at) == (self._marks, self._last.at):
            return self._last
        self._read_rooms(marks)
        session = self._read_session(marks)
        self._marks = marks
        self._last = self._status(session, at)
        self._good.update({one.room: one.notes for one in self._last.rooms if one.is_readable})
        return self._last

    def _read_rooms(self, marks: dict[Path, _Mark]) -> None:
        if marks.keys() != self._marks.keys():
            files, self._strangers = _listed(self._folder)
            self._files = {file.path: file for file in files}
            return
        for path in self._files:
            if marks.get(path) != self._marks.get(path):
                self._files[path] = read_room_file(path)

    def _read_session(self, marks: dict[Path, _Mark]) -> Glance:
        path, session = self._folder.session_file, self._session
        if session is None or marks.get(path) != self._marks.get(path):
            try:
                session, self._problems = glance(gate.read(path)), ()
            except SwotError as error:
                if session is None:
                    raise
                self._problems = error.problems
            self._session = session
        return session

    def _status(self, session: Glance, at: datetime) -> Status:
        left = _minutes_left(self._folder, session, self._room_id, at)
        quiet_from = None
        if session.begins is not None and left is not None and left >= 0:
            quiet_from = datetime.combine(session.date, session.begins)
        known, unknown = by_room([room[:2] for room in session.rooms], self._files.values())
        return Status(
            session=self._folder.id,
            title=session.title,
            at=at,
            minutes_left=left,
            verbs=session.verbs,
            rooms=tuple(
                _quiet(self._room(room, name, known.get(room, [])), quiet_from, at)
                for room, name, _ in session.rooms
            ),
            strangers=tuple(
                sorted([f.path.name for f in unknown] + [p.name for p in self._strangers])
            ),
            problems=self._problems,
        )

    def _room(self, room: str, name: str, files: Sequence[RoomFile]) -> RoomStatus:
        read = [file.notes for file in files if file.notes is not None]
        notes = functools.reduce(unite, read) if read else RoomNotes(room)
        times = [self._marks[file.path][0] for file in files if file.path in self._marks]
        one = RoomStatus(
            room=room,
            name=name,
            state=state_of(notes if read else None, len(files) - len(read)),
            notes=notes,
            changed=datetime.fromtimestamp(max(times) / 1e9) if times else None,
            problems=tuple(problem for file in files for problem in file.problems),
        )
        if not one.is_readable and room in self._good:
            return replace(one, notes=self._good[room], stale=True)
        return one


def _marks(folder: SessionFolder) -> dict[Path, _Mark]:
    """Return what tells a changed file from an unchanged one, without opening any."""
    marks: dict[Path, _Mark] = {}
    try:
        # Hidden files are never a room's; saving a room makes one for a moment.
        paths = [path for path in folder.rooms.iterdir() if not path.name.startswith(".")]
    except OSError:
        paths = []
    for path in (folder.session_file, *paths):
        try:
            status = path.lstat()
        except OSError:
            continue
        marks[path] = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns)
    return marks


def _listed(folder: SessionFolder) -> tuple[tuple[RoomFile, ...], tuple[Path, ...]]:
    try:
        return folder.room_files(), folder.strangers()
    except OSError:  # the folder went away meanwhile, or may not be looked into
        return (), ()


def _quiet(room: RoomStatus, quiet_from: datetime | None, at: datetime) -> RoomStatus:
    """Return the room with its quiet minutes, counted from the breakout's beginning at most."""
    if quiet_from is None or room.state not in _AT_WORK:
        return room
    minutes = minutes_between(max(room.changed or quiet_from, quiet_from), at)
    return replace(room, quiet_minutes=minutes) if minutes >= QUIET_AFTER else room


def _minutes_left(
    folder: SessionFolder, session: Glance, wanted: str | None, at: datetime
) -> int | None:
    if not session.rooms:
        return None
    room = next((one for one in session.rooms if one[0] == wanted), session.rooms[0])
    return record.minutes_left(record.OpenRoom(folder, session, *room), at)
