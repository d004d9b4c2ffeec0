"""Pasted text, or a room's file that came by mail, becomes notes of a room: all or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.errors import BadInput, Problem
from swotcli.model.change import AddNote, AddTakeaway, Change
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import NOTES_IN_A_ROOM, TAKEAWAYS, Note
from swotcli.model.text import CHARACTERS_IN_A_NOTE, sameness
from swotcli.pasted.notes import Found, FoundNote, read_notes
from swotcli.pasted.outline import Row
from swotcli.workflow.store import Store
from swotcli.workflow.vocabulary import vocabulary
from swotcli.yamlfile.room import note_lines, read_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from swotcli.model.room import RoomNotes
    from swotcli.workflow import record
    from swotcli.yamlfile.gate import Source

_ROOM_FILE = re.compile(
    r"^room:\s.*?^(?:strengths|weaknesses|opportunities|threats|takeaways):",
    re.MULTILINE | re.DOTALL,
)

LARGEST_TEXT = 5_000_000
"""Bytes of a pasted text."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came in.

    Attributes:
        found: What the text has under headings, and what was left.
        again: How many of its notes the room had already; they stand twice now.
    """

    found: Found
    again: int


def bring_in(room: record.OpenRoom, source: Source) -> BroughtIn:
    """Add the notes and takeaways that a text has to a room: under headings, or as a room's file.

    Raises:
        BadInput: There are none, or one does not fit; nothing is added then.
        Conflict: The room's file cannot be written.
    """
    found, changes = _read(room, source)
    store = Store(room)
    start = store.start()
    if start.problem is not None:
        raise start.problem
    there = start.notes
    if problems := list(_problems(found, there, source)):
        raise BadInput(*problems)
    known = {(quadrant, sameness(note.text)) for quadrant, note in there.every()}
    saved = store.save(changes)
    store.journal.close()
    if saved.problem is not None:
        raise saved.problem
    again = sum((note.quadrant, sameness(note.text)) in known for note in found.notes)
    return BroughtIn(found, again)


def _read(room: record.OpenRoom, source: Source) -> tuple[Found, list[Change]]:
    if _ROOM_FILE.search(source.text):
        return _read_room_file(source)
    found = read_notes(source.text, vocabulary().with_verbs(room.session.verbs))
    changes: list[Change] = [AddNote(note.quadrant, Note(note.text)) for note in found.notes]
    return found, [*changes, *(AddTakeaway(row.text) for row in found.takeaways)]


def _read_room_file(source: Source) -> tuple[Found, list[Change]]:
    """Read a room's file as it is, whatever it is called: by mail it may come as `north.yaml.txt`."""
    notes, problems = read_room(source.text)
    if notes is None or problems:
        raise BadInput(*(problem.at(source.path) for problem in problems))
    lines = note_lines(source.text)
    found: list[FoundNote] = []
    changes: list[Change] = []
    for quadrant in Quadrant:
        for index, note in enumerate(notes.of(quadrant)):
            found.append(FoundNote(quadrant, note.text, lines.get((quadrant.value, index), 1)))
            changes.append(AddNote(quadrant, note))
    rows = [Row(text, lines.get(("takeaways", n), 1)) for n, text in enumerate(notes.takeaways)]
    changes += [AddTakeaway(row.text) for row in rows]
    return Found(tuple(found), tuple(rows), ()), changes


def _problems(found: Found, there: RoomNotes, source: Source) -> Iterator[Problem]:
    texts = [(n.text, n.line) for n in found.notes] + [(t.text, t.line) for t in found.takeaways]
    for text, line in texts:
        if len(text) > CHARACTERS_IN_A_NOTE:
            values = {"length": len(text), "limit": CHARACTERS_IN_A_NOTE}
            yield Problem("text-too-long", values, source.path, line)
    if not texts:
        yield Problem("no-notes-found", {}, source.path)
    if there.count() + len(found.notes) > NOTES_IN_A_ROOM:
        values = {"count": there.count() + len(found.notes), "limit": NOTES_IN_A_ROOM}
        yield Problem("too-many-notes", values, source.path)
    if len(there.takeaways) + len(found.takeaways) > TAKEAWAYS:
        values = {"count": len(found.takeaways), "there": len(there.takeaways), "wanted": TAKEAWAYS}
        yield Problem("too-many-takeaways", values, source.path, found.takeaways[0].line)
