"""What was typed on this laptop, kept outside any shared folder.

A room's file may lie where a sync client, another laptop or a full disk can undo a save. So each
act is first appended here, in the user's own state folder, and flushed to disk; when the room's
file has it too, that is noted behind it. What was never noted so is put back at the next start,
and `recover` can find any note of the last 30 days.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from dataclasses import dataclass
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
        number: Its place in the journal.
        at: When it was typed, by this laptop's clock.
        changes: What it does.
        saved: The room's file had it, too.
    """

    number: int
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
        self._saved: list[int] = []
        self._next: int | None = None

    def keep(self, acts: Sequence[changes.Change]) -> int:
        """Append an act, durably, and return its number.

        Raises:
            Conflict: It cannot be written.
        """
        if self._next is None:
            self._next = 1 + max((entry.number for entry in self.entries()), default=0)
        number, self._next = self._next, self._next + 1
        record = {"n": number, "at": self._now().isoformat(), "do": [_to_data(act) for act in acts]}
        self._append([record], durable=True)
        return number

    def saved(self, numbers: Sequence[int]) -> None:
        """Note that the room's file has these acts, too.

        Written with the next act: if that is lost, the next start finds the notes in the file.
        """
        self._saved.extend(numbers)

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
        found: dict[int, Entry] = {}
        for record in self._records():
            if "saved" in record:
                for number in record["saved"]:
                    if number in found:
                        old = found[number]
                        found[number] = Entry(old.number, old.at, old.changes, saved=True)
            elif (at := _time(record.get("at"))) and isinstance(record.get("n"), int):
                acts = tuple(_from_data(data) for data in record["do"])
                found[record["n"]] = Entry(record["n"], at, acts, saved=False)
        oldest = self._now() - timedelta(days=DAYS_KEPT)
        return [entry for entry in found.values() if entry.at >= oldest]

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


def expected(entries: Sequence[Entry]) -> dict[tuple[str, str], int]:
    """Return how often each note and takeaway should stand in the room by what was typed here.

    Keys are the quadrant's key (or "takeaways") and the text.
    """
    counts: dict[tuple[str, str], int] = {}

    def add(key: str, text: str, number: int) -> None:
        counts[key, text] = counts.get((key, text), 0) + number

    for entry in entries:
        for act in entry.changes:
            match act:
                case changes.AddNote(quadrant, note):
                    add(quadrant.value, note.text, 1)
                case changes.RemoveNote(quadrant, note):
                    add(quadrant.value, note.text, -1)
                case changes.ReplaceNote(quadrant, note, new):
                    add(quadrant.value, note.text, -1)
                    add(quadrant.value, new.text, 1)
                case changes.MoveNote(quadrant, note, to):
                    add(quadrant.value, note.text, -1)
                    add(to.value, note.text, 1)
                case changes.AddTakeaway(text):
                    add("takeaways", text, 1)
                case changes.RemoveTakeaway(text):
                    add("takeaways", text, -1)
                case changes.ReplaceTakeaway(text, new_text):
                    add("takeaways", text, -1)
                    add("takeaways", new_text, 1)
    return {key: count for key, count in counts.items() if count > 0}


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
