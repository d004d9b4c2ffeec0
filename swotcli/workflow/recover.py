"""Notes typed on this laptop that a room's file no longer has, and the way back for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from swotcli.journal import Journal, expected
from swotcli.model.change import AddNote, AddTakeaway
from swotcli.model.room import TAKEAWAYS, Note, RoomNotes
from swotcli.workflow import record
from swotcli.workflow.rescue import Lost, missing_from
from swotcli.workflow.store import Store
from swotcli.workspace import read_room_file
from swotcli.yamlfile import durable, gate
from swotcli.yamlfile.glance import glance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from swotcli.errors import Problem
    from swotcli.workspace import SessionFolder


@dataclass(frozen=True, slots=True)
class Found:
    """What one room misses of what was typed here.

    Attributes:
        lost: What would be added to bring it back, in the order in which it was typed.
        problems: Why the room's file cannot be read; then nothing is known to be lost.
    """

    room: record.OpenRoom
    lost: tuple[Lost, ...]
    problems: tuple[Problem, ...] = ()


def missing(folder: SessionFolder, now: Callable[[], datetime] = datetime.now) -> list[Found]:
    """Return, room by room, what was typed on this laptop in 30 days and is not in its file.

    Raises:
        BadInput: The session cannot be read.
    """
    seen = glance(gate.read(folder.session_file))
    found: list[Found] = []
    for room, name, facilitator in seen.rooms:
        opened = record.OpenRoom(folder, seen, room, name, facilitator)
        journal = Journal(durable.state_folder(), opened.path, now)
        wanted = expected(sorted([*journal.elsewhere(), *journal.entries()], key=lambda e: e.at))
        file = read_room_file(opened.path)
        gone = not opened.path.exists()
        if file.problems and not gone:
            found.append(Found(opened, (), file.problems))
        elif lost := tuple(missing_from(wanted, file.notes or RoomNotes(room))):
            found.append(Found(opened, lost))
    return found


def put_back(room: record.OpenRoom, lost: Sequence[Lost]) -> int:
    """Put notes back into a room's file, and return how many.

    Takeaways are put back as long as there are fewer than three.

    Raises:
        SwotError: The file cannot be read or written; it is left as it is.
    """
    store = Store(room)
    start = store.start()
    if start.problem is not None:
        raise start.problem
    there = start.notes
    room_for = TAKEAWAYS - len(there.takeaways)
    takeaways = [act for act in lost if isinstance(act, AddTakeaway)][: max(room_for, 0)]
    wanted = [act for act in lost if isinstance(act, AddNote)] + takeaways
    still = _lost_of(wanted, there)
    saved = store.save(still, typed=False) if still else start
    store.journal.close()
    if saved.problem is not None:
        raise saved.problem
    return len(still) + start.put_back


def _lost_of(wanted: Sequence[Lost], notes: RoomNotes) -> list[Lost]:
    """Return what of it the room does not have even now."""
    counts: dict[tuple[str, str], tuple[int, Note]] = {}
    for act in wanted:
        key = "takeaways" if isinstance(act, AddTakeaway) else act.quadrant.value
        note = Note(act.text) if isinstance(act, AddTakeaway) else act.note
        counts[key, note.text] = (counts.get((key, note.text), (0, note))[0] + 1, note)
    return missing_from(counts, notes)
