"""A room's file, its journal, and what waits to get from the one into the other.

Runs while people talk, so it imports no more than it needs: no pydantic, no templates.

The order of things: the act goes into the journal on this laptop, flushed; then into the room's
file, flushed; then it is answered. If the room's file cannot be written, the act waits, that is
said, and every later save tries again; the next start does so, too.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from swotcli.errors import Conflict, NotFound, SwotError
from swotcli.journal import Entry, Journal, expected
from swotcli.model.change import (
    AddNote,
    AddTakeaway,
    Change,
    MoveNote,
    ReplaceNote,
    apply_all,
)
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import TAKEAWAYS, RoomNotes
from swotcli.yamlfile import durable, gate
from swotcli.yamlfile.roomdoc import RoomDocument, document
from swotcli.yamlfile.roomtext import new_room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from swotcli.workflow.record import OpenRoom


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving.

    Attributes:
        notes: What the room says now, with what still waits.
        waiting: How many acts wait for the room's file.
        problem: Why they wait.
        theirs: How many notes somebody else has added, or taken away (below zero).
        put_back: Own notes that somebody's older copy had overwritten, and that are back.
    """

    notes: RoomNotes
    waiting: int = 0
    problem: SwotError | None = None
    theirs: int = 0
    put_back: int = 0


class Store:
    """A room's file, its journal, and what waits to get from the one into the other."""

    def __init__(self, room: OpenRoom, now: Callable[[], datetime] = datetime.now) -> None:
        """Open the room; nothing is read yet.

        Args:
            room: Which one.
            now: The laptop's clock.
        """
        self.room = room
        self.journal = Journal(durable.state_folder(), room.path, now)
        self._path = room.path
        self._name = str(room.path)
        self._document: RoomDocument | None = None
        self._raw: bytes | None = None
        self._waiting: list[tuple[int, tuple[Change, ...]]] = []
        self._mine: list[AddNote] = []  # typed here since the file was last changed by others
        self._put_back = 0
        self._notes = RoomNotes(room.id, room.facilitator)

    def start(self) -> Saved:
        """Read the room, and put back what the journal has and the file never got.

        Raises:
            BadInput: The file has problems, so nothing can be typed into it.
        """
        with durable.locked(self._path):
            self._read()
        entries = self.journal.entries()
        lost = _never_saved(entries, self._notes)
        back = sum(1 for _, acts in lost for act in acts if isinstance(act, AddNote | AddTakeaway))
        self._waiting = lost
        for _, acts in lost:
            self._notes = apply_all(self._notes, acts)
        saved = self.retry()
        return Saved(saved.notes, saved.waiting, saved.problem, 0, back)

    def save(self, changes: Sequence[Change], *, typed: bool = True) -> Saved:
        """Save an act: into the journal, then into the room's file.

        Args:
            changes: What it does.
            typed: It is new; what comes from the journal is not kept there a second time.

        Raises:
            LookupError: What it is about is no longer there; nothing is saved.
            Conflict: Neither can be written, or the room would have a fourth takeaway; the act is
                not taken.
        """
        acts = tuple(changes)
        before = self._notes
        with contextlib.ExitStack() as held:
            problem = self._take_hold(held)
            theirs, put_back = self._notes.count() - before.count(), self._put_back
            wanted = apply_all(self._notes, acts)
            if len(wanted.takeaways) > TAKEAWAYS and any(isinstance(a, AddTakeaway) for a in acts):
                raise Conflict.of("takeaways-full", path=self._path, wanted=TAKEAWAYS)
            number = self._keep(acts) if typed else 0
            self._notes = wanted
            self._waiting.append((number, acts))
            saved = self._not_written(problem) if problem else self._write()
            if number < 0 and saved.problem is not None:
                self._waiting.pop()
                self._notes = before
                raise saved.problem
        self._mine += [act for act in acts if isinstance(act, AddNote)]
        return Saved(saved.notes, saved.waiting, saved.problem, theirs, put_back)

    def retry(self) -> Saved:
        """Try again to write what waits."""
        if not self._waiting:
            return Saved(self._notes)
        with contextlib.ExitStack() as held:
            problem = self._take_hold(held)
            return self._not_written(problem) if problem else self._write()

    def look(self) -> Saved:
        """See whether others have changed the file.

        Raises:
            NotFound: Its folder is gone.
            BadInput: It has problems.
            Conflict: Another program holds it.
        """
        before = self._notes.count()
        if self._raw is not None and self._unchanged():
            return Saved(self._notes)
        with durable.locked(self._path):
            self._read()
            theirs, put_back = self._notes.count() - before, self._put_back
            saved = self._write() if self._waiting else Saved(self._notes)
        return Saved(saved.notes, saved.waiting, saved.problem, theirs, put_back)

    def _unchanged(self) -> bool:
        try:
            return _bytes(self._name) == self._raw
        except OSError:
            return False

    def _take_hold(self, held: contextlib.ExitStack) -> SwotError | None:
        """Lock the file and read it anew; return why that cannot be done now, if so."""
        try:
            held.enter_context(durable.locked(self._path))
            self._read()
        except SwotError as error:
            return error
        return None

    def _keep(self, acts: tuple[Change, ...]) -> int:
        """Return the act's number in the journal; below zero if the journal cannot be written."""
        try:
            return self.journal.keep(acts)
        except Conflict:
            return -1 - len(self._waiting)

    def _read(self) -> None:
        """Read the file anew if it is not what was last read or written.

        Raises:
            NotFound: Its folder is gone.
            BadInput: It has problems.
        """
        self._put_back = 0
        try:
            raw = _bytes(self._name)
        except FileNotFoundError:
            if not self._path.parent.is_dir():
                raise NotFound.of("no-folder", path=self._path.parent) from None
            text = new_room(self._notes)  # deleted: it comes back with all that is known here
            self._document, self._raw = document(text, self._path), None
            return
        except OSError:
            raw = None  # what is wrong with it, the gate says
        if raw is not None and raw == self._raw and self._document is not None:
            return
        fresh = document(gate.read(self._path).text, self._path)
        overwritten = _overwritten(self._mine, fresh.notes) if self._document is not None else []
        self._document, self._raw, self._mine = fresh, raw, []
        self._notes = fresh.notes
        for _, acts in self._waiting:
            self._notes = apply_all(self._notes, acts)
        if overwritten:
            self._waiting.append((0, tuple(overwritten)))  # the journal has them
            self._notes = apply_all(self._notes, overwritten)
            self._put_back = len(overwritten)

    def _write(self) -> Saved:
        """Write what waits into the room's file, which is locked and read."""
        assert self._document is not None  # noqa: S101 - _read has set it
        try:
            new = self._document
            for _, acts in self._waiting:
                new = new.changed(acts)
            raw = new.text.encode("utf-8")
            durable.save(self._path, raw, make_folder=False)
        except SwotError as error:
            return self._not_written(error)
        except LookupError as gone:
            # What waited was about a note that somebody has meanwhile taken away.
            self._waiting = []
            self._notes = self._document.notes
            return Saved(self._notes, 0, Conflict.of("gone-meanwhile", text=str(gone.args[0])))
        self.journal.saved([number for number, _ in self._waiting if number > 0])
        self._document, self._raw, self._notes, self._waiting = new, raw, new.notes, []
        return Saved(self._notes)

    def _not_written(self, problem: SwotError) -> Saved:
        return Saved(self._notes, len(self._waiting), problem)


def _bytes(name: str) -> bytes:
    with open(name, "rb", buffering=0) as file:  # noqa: PTH123 - at every note
        return file.read()


def _never_saved(entries: list[Entry], notes: RoomNotes) -> list[tuple[int, tuple[Change, ...]]]:
    """Return the acts that the journal has, that the file never got, and that it does not say."""
    wanted = expected(entries)
    lost: list[tuple[int, tuple[Change, ...]]] = []
    room = notes
    for entry in entries:
        if entry.saved:
            continue
        missing = tuple(act for act in entry.changes if not _says(room, act, wanted))
        try:
            room = apply_all(room, missing)
        except LookupError:
            continue
        if missing:
            lost.append((entry.number, missing))
    return lost


def _says(notes: RoomNotes, act: Change, wanted: dict[tuple[str, str], int]) -> bool:
    """Say whether a room has what an act adds; an act that adds nothing new is left alone."""
    match act:
        case AddNote(quadrant, note):
            texts = [other.text for other in notes.of(quadrant)]
            return texts.count(note.text) >= wanted.get((quadrant.value, note.text), 0)
        case AddTakeaway(text):
            full = len(notes.takeaways) >= TAKEAWAYS
            return full or notes.takeaways.count(text) >= wanted.get(("takeaways", text), 0)
        case ReplaceNote(quadrant, note, new):
            return note not in notes.of(quadrant) or new in notes.of(quadrant)
        case MoveNote(quadrant, note, to):
            return note not in notes.of(quadrant) or note in notes.of(to)
        case _:
            return True


def _overwritten(mine: list[AddNote], notes: RoomNotes) -> list[AddNote]:
    """Return own notes that an editor's older copy has overwritten.

    An editor that was opened before some notes were typed, and saved after them, loses exactly the
    last ones. Any other note that is gone was taken out by somebody on purpose.
    """
    there = {quadrant: [note.text for note in notes.of(quadrant)] for quadrant in Quadrant}
    gone = [act.note.text not in there[act.quadrant] for act in mine]
    if not gone or not gone[-1]:
        return []
    first = len(gone) - 1
    while first > 0 and gone[first - 1]:
        first -= 1
    return [] if any(gone[:first]) else mine[first:]
