"""A room's file, its journal, and what waits to get from the one into the other.

Runs while people talk, so it imports no more than it needs: no pydantic, no templates.

The order of things: the act goes into the journal on this laptop, flushed; then into the room's
file, flushed; then it is answered. If the room's file cannot be written, the act waits, that is
said, and every later save tries again; the next start does so, too.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from swotcli.errors import Conflict, NotFound, SwotError
from swotcli.journal import Journal, expected
from swotcli.live.saved import Saved
from swotcli.model.change import AddTakeaway, Change, apply_all
from swotcli.model.room import TAKEAWAYS, RoomNotes
from swotcli.workflow.rescue import applied, missing_from, overwritten, unsaved
from swotcli.yamlfile import durable, gate
from swotcli.yamlfile.roomdoc import RoomDocument, document
from swotcli.yamlfile.roomtext import new_room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from swotcli.workflow.record import OpenRoom

_ROOM_TO_SPARE = 10_000
"""Bytes that a room's file keeps free below the largest that is read."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An act on its way to the file; without a name the journal does not have it."""

    acts: tuple[Change, ...]
    name: str | None = None


@dataclass(slots=True)
class _News:
    """What was found when the file was read anew."""

    added: int = 0
    gone: int = 0
    put_back: int = 0

    def and_then(self, later: _News) -> _News:
        """Return this news and what was found later."""
        return _News(
            self.added + later.added, self.gone + later.gone, self.put_back + later.put_back
        )


class Store:
    """A room's file, its journal, and what waits."""

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
        self._waiting: list[_Waiting] = []
        self._to_write = False  # the file was taken away with notes in it
        # Own acts since the file was last changed by others, each with the notes before it.
        self._since: list[tuple[RoomNotes, tuple[Change, ...]]] = []
        self._news = _News()
        self._notes = RoomNotes(room.id, room.facilitator)

    def start(self) -> Saved:
        """Read the room, and put back what the journal has and the file never got.

        A file that cannot be read now is a problem of what is returned: what is typed waits for it.
        """
        with contextlib.ExitStack() as held:
            problem = self._take_hold(held)
            entries = self.journal.entries()
            known = self._document.notes if self._document else self._notes
            there, lost = unsaved(entries, known)
            self.journal.saved([entry.name for entry in there])
            self._waiting = [_Waiting(entry.changes, entry.name) for entry in lost]
            self._notes = applied(known, [waiting.acts for waiting in self._waiting])
            saved = self._not_written(problem) if problem else self._write()
        if saved.problem is not None:
            return saved
        back = sum((_items(saved.notes) - _items(known)).values())
        missing = len(missing_from(expected(entries), saved.notes))
        return Saved(saved.notes, put_back=back, dropped=saved.dropped, missing=missing)

    def save(self, changes: Sequence[Change], *, typed: bool = True) -> Saved:
        """Save an act: into the journal, then into the room's file.

        Args:
            changes: What it does.
            typed: It is new; what comes from the journal is not kept there a second time.

        Raises:
            LookupError: What it is about is no longer there; nothing is saved.
            Conflict: Neither can be written, or the room would hold too much; it is not taken.
        """
        acts = tuple(changes)
        with contextlib.ExitStack() as held:
            problem = self._take_hold(held)
            before = self._notes
            wanted = apply_all(before, acts)
            self._fits(wanted, acts)
            name = self._keep(acts) if typed else ""
            self._notes = wanted
            self._waiting.append(_Waiting(acts, name))
            saved = self._not_written(problem) if problem else self._write()
            if name is None and saved.problem is not None:
                self._waiting.pop()
                self._notes = before
                raise saved.problem
        self._since.append((before, acts))
        return self._told(saved, journal=name is not None)

    def retry(self) -> Saved:
        """Try again to write what waits."""
        if not self._waiting:
            return Saved(self._notes)
        with contextlib.ExitStack() as held:
            problem = self._take_hold(held)
            return self._told(self._not_written(problem) if problem else self._write())

    def look(self) -> Saved:
        """See whether others have changed the file.

        Raises:
            NotFound: Its folder is gone.
            BadInput: It has problems.
            Conflict: Another program holds it.
        """
        if self._raw is not None and self._unchanged():
            return Saved(self._notes)
        with durable.locked(self._path):
            self._read()
            return self._told(self._write())

    def _told(self, saved: Saved, *, journal: bool = True) -> Saved:
        news = self._news
        return Saved(
            saved.notes, saved.waiting, saved.problem, news.added, news.gone, news.put_back,
            saved.dropped, journal,
        )  # fmt: skip

    def _fits(self, wanted: RoomNotes, acts: tuple[Change, ...]) -> None:
        """Refuse a fourth takeaway, and more than a file may hold.

        Raises:
            Conflict: It does not fit.
        """
        if len(wanted.takeaways) > TAKEAWAYS and any(isinstance(a, AddTakeaway) for a in acts):
            raise Conflict.of("takeaways-full", path=self._path, wanted=TAKEAWAYS)
        limit = gate.LARGEST_FILE - _ROOM_TO_SPARE
        if len(self._raw or b"") > limit and wanted.count() > self._notes.count():
            raise Conflict.of("room-file-full", path=self._path, limit=gate.LARGEST_FILE)

    def _take_hold(self, held: contextlib.ExitStack) -> SwotError | None:
        """Lock the file and read it anew; return why that cannot be done now, if so."""
        self._news = _News()
        try:
            held.enter_context(durable.locked(self._path))
            self._read()
        except SwotError as error:
            return error
        return None

    def _keep(self, acts: tuple[Change, ...]) -> str | None:
        """Return the act's name in the journal; None if the journal cannot be written."""
        try:
            return self.journal.keep(acts)
        except Conflict:
            return None

    def _unchanged(self) -> bool:
        try:
            return _bytes(self._name) == self._raw
        except FileNotFoundError:
            return self._raw is None
        except OSError:
            return False

    def _read(self) -> None:
        """Read the file anew if it is not what was last read or written.

        Raises:
            NotFound: Its folder is gone.
            BadInput: It has problems.
        """
        self._news = _News()
        raw: bytes | None = None
        with contextlib.suppress(OSError):  # what is wrong with it, the gate says
            raw = _bytes(self._name)
        if raw is not None and raw == self._raw and self._document is not None:
            return
        if not raw and not self._path.is_symlink() and (raw == b"" or not self._path.exists()):
            self._begin_anew(raw)
            return
        fresh = document(gate.read(self._path).text, self._path)
        before = self._document.notes if self._document else None
        self._document, self._raw = fresh, raw
        since, self._since = self._since, []
        if before is not None:
            mine, theirs = _items(before), _items(fresh.notes)
            still = [waiting.acts for waiting in self._waiting]
            back = [
                acts
                for acts in overwritten(since, before, fresh.notes)
                if not any(acts is waiting for waiting in still)
            ]
            lost = sum((mine - theirs).values())
            self._news = _News(sum((theirs - mine).values()), lost, 0)
            if back:
                self._news = _News(self._news.added, 0, lost)
                self._waiting[:0] = [_Waiting(acts, "") for acts in back]
                self._since = [(fresh.notes, acts) for acts in back]  # it may come once more
        self._notes = applied(fresh.notes, [waiting.acts for waiting in self._waiting])

    def _begin_anew(self, raw: bytes | None) -> None:
        """Write the file again with all that is known here: it was deleted, or emptied.

        Raises:
            NotFound: Its folder is gone, too: a share that is away, and not to be made anew.
        """
        if not self._path.parent.is_dir():
            raise NotFound.of("no-folder", path=self._path.parent)
        known = (
            self._document.notes
            if self._document
            else RoomNotes(self.room.id, self.room.facilitator)
        )
        self._document, self._raw = document(new_room(known), self._path), raw
        self._to_write = bool(known.count() or known.takeaways)

    def _write(self) -> Saved:
        """Write what waits into the room's file, which is locked and read."""
        while self._waiting or self._to_write:
            assert self._document is not None  # noqa: S101 - _read has set it
            new, dropped = self._document, []
            for waiting in self._waiting:
                try:
                    new = new.changed(waiting.acts)
                except LookupError as gone:  # somebody has taken out what it is about
                    dropped.append(str(gone.args[0]))
            raw = new.text.encode("utf-8")
            try:
                durable.save(self._path, raw, make_folder=False, unchanged=self._unchanged)
            except durable.ChangedMeanwhile:  # an editor has saved in this very moment
                if problem := self._read_again():
                    return self._not_written(problem)
                continue
            except SwotError as error:
                return self._not_written(error)
            self.journal.saved([waiting.name for waiting in self._waiting if waiting.name])
            self._document, self._raw, self._notes = new, raw, new.notes
            self._waiting, self._to_write = [], False
            return Saved(self._notes, dropped=tuple(dropped))
        return Saved(self._notes)

    def _read_again(self) -> SwotError | None:
        """Read what somebody has just written; return why that cannot be done, if so."""
        news = self._news
        try:
            self._read()
        except SwotError as error:
            return error
        self._news = news.and_then(self._news)
        return None

    def _not_written(self, problem: SwotError) -> Saved:
        return Saved(self._notes, len(self._waiting), problem)


def _items(notes: RoomNotes) -> Counter[tuple[str, object]]:
    """Return all that a room says, to be compared with what it said."""
    items: Counter[tuple[str, object]] = Counter((q.value, note) for q, note in notes.every())
    items.update(("takeaways", text) for text in notes.takeaways)
    return items


def _bytes(name: str) -> bytes:
    with open(name, "rb", buffering=0) as file:  # noqa: PTH123 - at every note
        return file.read()
