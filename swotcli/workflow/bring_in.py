"""Pasted text becomes notes of a room, all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.errors import BadInput, Problem
from swotcli.model.change import AddNote, AddTakeaway, Change
from swotcli.model.room import NOTES_IN_A_ROOM, TAKEAWAYS, Note
from swotcli.model.text import CHARACTERS_IN_A_NOTE
from swotcli.pasted.notes import Found, read_notes
from swotcli.workflow import record
from swotcli.workflow.store import Store
from swotcli.workflow.vocabulary import vocabulary

if TYPE_CHECKING:
    from swotcli.yamlfile.gate import Source

LARGEST_TEXT = 5_000_000
"""Bytes of a pasted text."""


def bring_in(room: record.OpenRoom, source: Source) -> Found:
    """Add the notes and takeaways that a text has under headings to a room.

    Raises:
        BadInput: There are none, or one does not fit; nothing is added then.
        Conflict: The room's file cannot be written.
    """
    found = read_notes(source.text, vocabulary().with_verbs(room.session.verbs))
    store = Store(room)
    there = store.start().notes
    problems = [
        Problem(
            "text-too-long", {"length": len(text), "limit": CHARACTERS_IN_A_NOTE}, source.path, line
        )
        for text, line in [(n.text, n.line) for n in found.notes]
        + [(t.text, t.line) for t in found.takeaways]
        if len(text) > CHARACTERS_IN_A_NOTE
    ]
    if not found.notes and not found.takeaways:
        problems.append(Problem("no-notes-found", {}, source.path))
    if there.count() + len(found.notes) > NOTES_IN_A_ROOM:
        values = {"count": there.count() + len(found.notes), "limit": NOTES_IN_A_ROOM}
        problems.append(Problem("too-many-notes", values, source.path))
    if len(there.takeaways) + len(found.takeaways) > TAKEAWAYS:
        values = {"count": len(found.takeaways), "there": len(there.takeaways), "wanted": TAKEAWAYS}
        problems.append(Problem("too-many-takeaways", values, source.path, found.takeaways[0].line))
    if problems:
        raise BadInput(*problems)
    changes: list[Change] = [AddNote(note.quadrant, Note(note.text)) for note in found.notes]
    saved = store.save([*changes, *(AddTakeaway(row.text) for row in found.takeaways)])
    if saved.problem is not None:
        raise saved.problem
    return found
