"""What was typed on this laptop, kept outside any shared folder.

A room's file may lie where a sync client, another laptop or a full disk can undo a save. So each
act is first appended here, in the user's own state folder, and flushed to disk; when the room's
file has it too, that is noted behind it. What was never noted so is put back at the next start,
and `recover` can find any note of the last 30 days.
"""

from __future__ import annotations

import contextlib
import copy
import errno
import glob
import hashlib
import json
import os
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from swotcli.errors import Conflict
from swotcli.model import change as changes
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DAYS_KEPT = 30
"""How long what was typed can be recovered."""

_KINDS = {
    kind.__name__: kind
    for kind in (
        changes.AddNote,
        changes.RemoveNote,
        changes.ReplaceNote,
        changes.MoveNote,
        changes.AddTakeaway,
        changes.RemoveTakeaway,
        changes.ReplaceTakeaway,
    )
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as the journal has it.

    Attributes:
        name: What the journal calls it.
        at: When it was typed, by this laptop's clock.
        changes: What it does.
        saved: The room's file had it, too.
    """

    name: str
    at: datetime
    changes: tuple[changes.Change, ...]
    saved: bool


class Journal:
    """The journal of one room on this laptop."""

    def __init__(self, folder: Path, room_file: Path, now: Callable[[], datetime]) -> None:
        """Open a room's journal; nothing is read or written yet.

        Args:
            folder: The user's state folder.
            room_file: The room's file; its path names the journal.
            now: The laptop's clock.
        """
        whole = os.fsencode(os.path.abspath(room_file))  # noqa: PTH100 - links are not followed
        name = f"{room_file.parent.parent.name}--{room_file.stem}--{hashlib.sha256(whole).hexdigest()[:8]}"
        self.path = folder / "journal" / f"{name}.jsonl"
        self._name = os.fspath(self.path)
        self._now = now
        self._saved: list[str] = []
        # Two windows write into one journal: each act is named by its window and its place there.
        self._writer = f"{os.getpid()}-{time.time_ns():x}"
        self._count = 0

    def keep(self, acts: Sequence[changes.Change]) -> str:
        """Append an act, durably, and return its name.

        Raises:
            Conflict: It cannot be written.
        """
        self._count += 1
        name = f"{self._writer}-{self._count}"
        record = {"n": name, "at": self._now().isoformat(), "do": [_to_data(act) for act in acts]}
        self._append([record], durable=True)
        return name

    def saved(self, names: Sequence[str]) -> None:
        """Note that the room's file has these acts, too.

        Written with the next act: if that is lost, the next start finds the notes in the file.
        """
        self._saved.extend(names)

    def close(self) -> None:
        """Write what was only noted."""
        if self._saved:
            with contextlib.suppress(Conflict):
                self._append([], durable=False)

    def lengthen(self, ends: datetime) -> None:
        """Keep until when the room works, so that a restart shows the right time.

        Raises:
            Conflict: It cannot be written.
        """
        self._append([{"ends": ends.isoformat()}], durable=True)

    def ends(self) -> datetime | None:
        """Return until when the room works, if that was ever said here."""
        found = None
        for record in self._records():
            if "ends" in record:
                found = _time(record["ends"])
        return found

    def entries(self) -> list[Entry]:
        """Return the acts of the last 30 days, oldest first."""
        found: dict[str, Entry] = {}
        for record in self._records():
            for name in record.get("saved", ()):
                if name in found:
                    found[name] = replace(found[name], saved=True)
            if (at := _time(record.get("at"))) and "do" in record:
                acts = tuple(_from_data(data) for data in record["do"])
                found[str(record["n"])] = Entry(str(record["n"]), at, acts, saved=False)
        oldest = self._now() - timedelta(days=DAYS_KEPT)
        return [entry for entry in found.values() if entry.at >= oldest]

    def elsewhere(self) -> list[Entry]:
        """Return the acts typed into this room when its folder had another place."""
        prefix = self.path.name.rsplit("--", 1)[0]
        others = sorted(self.path.parent.glob(f"{glob.escape(prefix)}--*.jsonl"))
        found: list[Entry] = []
        for path in others:
            if path != self.path:
                other = copy.copy(self)
                other.path = path
                found += other.entries()
        return found

    def _records(self) -> Iterator[dict[str, Any]]:
        try:
            raw = self.path.read_bytes()
        except OSError:
            return
        for line in raw.decode("utf-8", "replace").split("\n"):
            try:
                record = json.loads(line)
            except ValueError:
                continue  # a line that a crash has cut short; the next one is whole again
            if isinstance(record, dict):
                yield record

    def _append(self, records: list[dict[str, Any]], *, durable: bool) -> None:
        if self._saved:
            records = [{"saved": list(self._saved)}, *records]
        # A line feed first: if a crash has cut the last line short, this one is whole all the same.
        raw = b"".join(b"\n" + json.dumps(record).encode("ascii") + b"\n" for record in records)
        try:
            descriptor = self._open()
            try:
                if os.write(descriptor, raw) != len(raw):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                if durable:
                    os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            reason = error.strerror or str(error)
            raise Conflict.of("not-saved", path=self.path, reason=reason) from error
        self._saved = []

    def _open(self) -> int:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        try:
            return os.open(self._name, flags, 0o600)
        except FileNotFoundError:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(self._name, flags, 0o600)


def expected(entries: Sequence[Entry]) -> dict[tuple[str, str], tuple[int, Note]]:
    """Return how often each note and takeaway should stand in the room by what was typed here.

    Keys are the quadrant's key (or "takeaways") and the text; beside the count stands the note as
    it was last. What is typed again after it was taken out counts again.
    """
    counts: dict[tuple[str, str], tuple[int, Note]] = {}

    def add(key: str, note: Note, number: int) -> None:
        before = counts.get((key, note.text), (0, note))[0]
        counts[key, note.text] = (max(before + number, 0), note)

    for entry in entries:
        for act in entry.changes:
            match act:
                case changes.AddNote(quadrant, note):
                    add(quadrant.value, note, 1)
                case changes.RemoveNote(quadrant, note):
                    add(quadrant.value, note, -1)
                case changes.ReplaceNote(quadrant, note, new):
                    add(quadrant.value, note, -1)
                    add(quadrant.value, new, 1)
                case changes.MoveNote(quadrant, note, to):
                    add(quadrant.value, note, -1)
                    add(to.value, note, 1)
                case changes.AddTakeaway(text):
                    add("takeaways", Note(text), 1)
                case changes.RemoveTakeaway(text):
                    add("takeaways", Note(text), -1)
                case changes.ReplaceTakeaway(text, new_text):
                    add("takeaways", Note(text), -1)
                    add("takeaways", Note(new_text), 1)
    return counts


def _to_data(act: changes.Change) -> dict[str, Any]:
    fields = {name: getattr(act, name) for name in type(act).__slots__}
    for name, value in fields.items():
        if isinstance(value, Note):
            fields[name] = {"text": value.text, "votes": value.votes, "goals": value.goals}
    return {"kind": type(act).__name__, **fields}


def _from_data(data: dict[str, Any]) -> changes.Change:
    fields = dict(data)
    kind = _KINDS[fields.pop("kind")]
    for key in ("quadrant", "to"):
        if key in fields:
            fields[key] = Quadrant(fields[key])
    for key in ("note", "new"):
        if isinstance(fields.get(key), dict):
            note = fields[key]
            fields[key] = Note(note["text"], note["votes"], tuple(note["goals"]))
    made: changes.Change = kind(**fields)
    return made


def _time(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None
