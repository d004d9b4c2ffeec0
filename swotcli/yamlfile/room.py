"""A room file's text to RoomNotes, with every problem in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from swotcli.errors import Problem
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import NOTES_IN_A_ROOM, Note, RoomNotes
from swotcli.model.text import CHARACTERS_IN_A_NOTE, one_line
from swotcli.yamlfile.tree import Mapping, Node, Scalar, Sequence, literal, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = ("room", "facilitator", *(quadrant.value for quadrant in Quadrant), "takeaways")
_NOTE_KEYS = ("text", "votes", "goals")
_MOST_VOTES = 100_000
_BULLET_INSIDE = re.compile(r"\n[ ]*(-[ ][^\n]*)")


def read_room(text: str) -> tuple[RoomNotes | None, tuple[Problem, ...]]:
    """Read a room file.

    Returns:
        The notes, or None where nothing can be made of the file, and every problem found. With
        problems the notes are not to be trusted: some of the file was not understood.
    """
    root, problems = parse(text)
    if root is None:
        return None, problems or (Problem("empty-file", line=1),)
    if not isinstance(root, Mapping):
        return None, (*problems, Problem("not-a-room-file", line=root.line))
    reader = _Reader(text)
    reader.problems.extend(problems)
    notes = reader.room(root)
    return notes, tuple(sorted(reader.problems, key=lambda problem: problem.line or 0))


def note_lines(text: str) -> dict[tuple[str, int], int]:
    """Return the line of each note and takeaway of a readable file, by its key and index."""
    root, _ = parse(text)
    lines: dict[tuple[str, int], int] = {}
    if isinstance(root, Mapping):
        for key, value in root.entries:
            items = value.items if isinstance(value, Sequence) else ()
            said = [
                item for item in items if not (isinstance(item, Scalar) and not one_line(item.text))
            ]
            lines.update({(key.text, index): item.line for index, item in enumerate(said)})
    return lines


class _Reader:
    def __init__(self, text: str) -> None:
        self.source = text
        self.problems: list[Problem] = []

    def room(self, root: Mapping) -> RoomNotes:
        for key, _ in root.entries:
            if key.text not in KEYS:
                self.say("unknown-room-key", key, key=key.text, known=", ".join(KEYS))
        quadrants = {q.value: tuple(self.notes(q.value, root.get(q.value))) for q in Quadrant}
        made = RoomNotes(
            room=self.text(root.get("room")),
            facilitator=self.text(root.get("facilitator")),
            takeaways=tuple(
                note.text for note in self.notes("takeaways", root.get("takeaways"), bare=True)
            ),
            **quadrants,
        )
        if made.count() > NOTES_IN_A_ROOM:
            self.say("too-many-notes", root, count=made.count(), limit=NOTES_IN_A_ROOM)
        return made

    def notes(self, key: str, node: Node | None, *, bare: bool = False) -> Iterator[Note]:
        if node is None or (isinstance(node, Scalar) and not node.text and not node.cut):
            return
        if not isinstance(node, Sequence):
            self.say("not-a-list", node, key=key)
            return
        for item in node.items:
            note = self.note(item, bare=bare)
            if note.text:
                yield note

    def note(self, item: Node, *, bare: bool) -> Note:
        if isinstance(item, Mapping) and not bare and item.get("text") is not None:
            return self.note_mapping(item)
        return Note(self.text(item))

    def note_mapping(self, item: Mapping) -> Note:
        for key, _ in item.entries:
            if key.text not in _NOTE_KEYS:
                self.say("unknown-note-key", key, key=key.text, known=", ".join(_NOTE_KEYS))
        text = self.text(item.get("text"))
        if not text:
            self.say("note-without-text", item)
        return Note(text, self.votes(item.get("votes")), tuple(self.goals(item.get("goals"))))

    def votes(self, node: Node | None) -> int:
        if node is None or (isinstance(node, Scalar) and not node.text):
            return 0
        return self.number(node, "not-votes", most=_MOST_VOTES)

    def goals(self, node: Node | None) -> Iterator[int]:
        if node is None or (isinstance(node, Scalar) and not node.text):
            return
        for item in node.items if isinstance(node, Sequence) else (node,):
            number = self.number(item, "not-a-goal", least=1, most=999)
            if number:
                yield number

    def number(self, node: Node, code: str, *, least: int = 0, most: int) -> int:
        text = node.text if isinstance(node, Scalar) else ""
        # isdecimal alone lets "²" and other scripts' digits through to int().
        if text.isascii() and text.isdecimal() and len(text) <= 6 and least <= int(text) <= most:
            return int(text)
        self.say(code, node, text=text)
        return 0

    def text(self, node: Node | None) -> str:
        if node is None:
            return ""
        whole: str | None = None
        cut = False
        if isinstance(node, Scalar):
            whole, cut = node.text, node.cut
            self.look_for_bullets(node)
        elif isinstance(node, Mapping):
            whole = literal(self.source, node)
            value = node.entries[0][1] if node.entries else None
            cut = isinstance(value, Scalar) and value.cut
        if whole is None:
            self.say("not-text", node)
            return ""
        if cut:
            self.say("text-cut", node, text=one_line(whole))
        text = one_line(whole)
        if len(text) > CHARACTERS_IN_A_NOTE:
            self.say("text-too-long", node, length=len(text), limit=CHARACTERS_IN_A_NOTE)
        return text

    def look_for_bullets(self, node: Scalar) -> None:
        """Name a list within a note: YAML takes an indented "- b" below "- a" for more of "a"."""
        if node.plain and (found := _BULLET_INSIDE.search(self.source, node.start, node.end)):
            line = self.source.count("\n", 0, found.start()) + 2
            self.problems.append(Problem("indented-note", {"text": found[1]}, line=line))

    def say(self, code: str, node: Node, **values: object) -> None:
        self.problems.append(Problem(code, values, line=node.line))
