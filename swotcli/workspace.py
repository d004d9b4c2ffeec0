"""Which file lies where: workspaces, sessions and their rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.errors import BadInput, NotFound, Problem, SwotError
from swotcli.model.names import is_id
from swotcli.model.text import sameness
from swotcli.yamlfile import gate
from swotcli.yamlfile.room import read_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from swotcli.model.room import RoomNotes

SESSIONS = "sessions"
TEMPLATES = "templates"
_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class RoomFile:
    """A file in `rooms/`: what it says, or why it cannot be read.

    Attributes:
        room: The room that the file names, else its own name.
        notes: None where the file has problems.
    """

    path: Path
    room: str
    notes: RoomNotes | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionFolder:
    """The folder of one session."""

    path: Path

    @property
    def id(self) -> str:
        """The session's id: the folder's name."""
        return self.path.name

    @property
    def session_file(self) -> Path:
        """Where the agenda lies as it was started."""
        return self.path / "session.yaml"

    @property
    def rooms(self) -> Path:
        """Where the rooms' files lie."""
        return self.path / "rooms"

    @property
    def decisions_file(self) -> Path:
        """Where `group` keeps what the organiser ruled."""
        return self.path / "decisions.yaml"

    @property
    def summary_file(self) -> Path:
        """Where `merge` writes."""
        return self.path / "summary.yaml"

    def room_file(self, room: str) -> Path:
        """Return where a room's file lies."""
        return self.rooms / f"{room}.yaml"

    def report_file(self, ending: str) -> Path:
        """Return where a report of a format lies."""
        return self.path / f"report.{ending}"

    def room_files(self) -> tuple[RoomFile, ...]:
        """Read every file in `rooms/`, whatever its name says; hidden ones are not ours."""
        return tuple(
            read_room_file(path) for path in self._visible() if path.suffix.lower() in _YAML
        )

    def strangers(self) -> tuple[Path, ...]:
        """Return what lies in `rooms/` and cannot be a room's file."""
        return tuple(path for path in self._visible() if path.suffix.lower() not in _YAML)

    def _visible(self) -> list[Path]:
        if not is_there(self.rooms):
            return []
        # Windows and macOS put these into any folder they show.
        ours = (
            p for p in self.rooms.iterdir() if p.name.lower() not in ("desktop.ini", "thumbs.db")
        )
        return sorted((p for p in ours if not p.name.startswith((".", "~"))), key=lambda p: p.name)


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds `sessions/` and, for own looks, `templates/`."""

    path: Path

    @property
    def sessions(self) -> Path:
        """Where the sessions lie."""
        return self.path / SESSIONS

    @property
    def templates(self) -> Path:
        """Where templates lie that win over the shipped ones."""
        return self.path / TEMPLATES

    def new_session(self, session_id: str) -> SessionFolder:
        """Return the folder for a session that is to be started."""
        return SessionFolder(self.sessions / session_id)

    def all_sessions(self) -> tuple[SessionFolder, ...]:
        """Return every session, oldest first: ids begin with the date."""
        folders = (path for path in entries(self.sessions) if is_id(path.name))
        found = (SessionFolder(path) for path in folders if is_there(path / "session.yaml"))
        return tuple(sorted(found, key=lambda folder: folder.id))

    def session(self, wanted: str | None = None) -> SessionFolder:
        """Return the session of an id or of its unambiguous beginning; without one, the newest.

        Raises:
            NotFound: There is none, or more than one that begins so.
        """
        sessions = self.all_sessions()
        if not sessions:
            raise NotFound.of("no-sessions", path=self.sessions)
        if wanted is None:
            return sessions[-1]
        return sessions[choose(wanted, [(folder.id,) for folder in sessions], "session")]


def entries(folder: Path) -> list[Path]:
    """Return what lies in a folder.

    Raises:
        BadInput: It cannot be looked into.
    """
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise BadInput.of("unreadable", path=folder, reason=error.strerror or str(error)) from None


def is_there(path: Path) -> bool:
    """Say whether a file or folder is there; one that may not be looked at is."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def find(start: Path) -> Workspace:
    """Return the workspace that a folder lies in, looking upwards.

    Raises:
        NotFound: No folder on the way up holds `sessions/`.
    """
    for folder in (start, *start.parents):
        if (folder / SESSIONS).is_dir():
            return Workspace(folder)
    raise NotFound.of("no-workspace", path=start)


def choose(wanted: str, names: Sequence[Sequence[str]], kind: str) -> int:
    """Return the index of the one whose name is wanted or begins so.

    Args:
        wanted: As typed; case does not matter.
        names: For each, its names: the id first, then its name for people.
        kind: "room" or "session", for the message.

    Raises:
        NotFound: None begins so (`unknown-...`), or more than one (`ambiguous-...`).
    """
    typed = wanted.strip().casefold()
    folded = [[name.casefold() for name in several] for several in names]
    exact = [i for i, several in enumerate(folded) if typed in several]
    # "2" is enough for "room-2": what people call a numbered room.
    begins = [
        i for i, several in enumerate(folded) if any(_begins(name, typed) for name in several)
    ]
    found = exact or begins if typed else []
    if len(found) == 1:
        return found[0]
    known = ", ".join(names[index][0] for index in found or range(len(names)))
    raise NotFound.of(f"ambiguous-{kind}" if found else f"unknown-{kind}", name=wanted, known=known)


def read_room_file(path: Path) -> RoomFile:
    """Read one room file; whatever is wrong with it is in its problems."""
    try:
        source = gate.read(path)
    except SwotError as error:
        return RoomFile(path, path.stem, None, error.problems)
    notes, problems = read_room(source.text)
    room = (notes.room if notes else "") or path.stem
    problems = tuple(problem.at(path) for problem in problems)
    return RoomFile(path, room, None if problems else notes, problems)


def by_room(
    rooms: Sequence[tuple[str, str]], files: Iterable[RoomFile]
) -> tuple[dict[str, list[RoomFile]], list[RoomFile]]:
    """Sort room files by the room that each names.

    Args:
        rooms: Id and name of each room of the session.
        files: As read; what a file is called does not matter.

    Returns:
        Each room's files, its own before copies of it, and the files of no room.
    """
    ids = {sameness(name): room for room, name in rooms}
    ids.update({sameness(room): room for room, _ in rooms})  # an id outweighs another's name
    known: dict[str, list[RoomFile]] = {}
    unknown: list[RoomFile] = []
    for file in files:
        room = ids.get(sameness(file.room))
        if room is None:
            unknown.append(file)
        else:
            known.setdefault(room, []).append(file)
    for room, several in known.items():
        several.sort(key=lambda file: (file.path.stem != room, file.path.name))
    return known, unknown


def _begins(name: str, typed: str) -> bool:
    """Say whether a name begins so; of a numbered room ("room-2") its number is enough."""
    return name.startswith(typed) or (typed.isdecimal() and name.endswith(f"-{typed}"))
