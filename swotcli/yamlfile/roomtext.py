"""One change put into a room file's text, all other lines left byte for byte as they are.

A person may have put comments, another order or an own layout into the file; dumping the document
anew would lose them. So only the lines of the change are written, at the places that the tree
names, and the result is read again: if it does not say what it should, the file is written out
whole, with the comments kept on top.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from swotcli.errors import BadInput
from swotcli.model.change import (
    AddNote,
    AddTakeaway,
    Change,
    RemoveNote,
    RemoveTakeaway,
    apply,
    place,
)
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes
from swotcli.yamlfile.dump import scalar
from swotcli.yamlfile.room import read_room
from swotcli.yamlfile.tree import Mapping, Node, Scalar, Sequence, parse

if TYPE_CHECKING:
    from pathlib import Path


def new_room(notes: RoomNotes, comments: str = "") -> str:
    """Return the text of a room file, under comment lines."""
    lines = [f"# {line}".rstrip() for line in comments.splitlines()]
    lines += [f"room: {scalar(notes.room)}", f"facilitator: {scalar(notes.facilitator)}"]
    for quadrant in Quadrant:
        lines += _key_with(quadrant.value, [_note_lines(note, "") for note in notes.of(quadrant)])
    lines += _key_with("takeaways", [[f"- {scalar(text)}"] for text in notes.takeaways])
    return "\n".join(lines) + "\n"


def changed(text: str, changes: list[Change], path: Path) -> tuple[str, RoomNotes]:
    """Put changes into a room file's text.

    Returns:
        The new text, and the notes it says.

    Raises:
        BadInput: The file has problems. What was not understood is never rewritten.
        LookupError: What is to be removed is not there.
    """
    notes, problems = read_room(text)
    if notes is None or problems:
        raise BadInput(*(problem.at(path) for problem in problems))
    if not text.endswith("\n"):
        text += "\n"
    for change in changes:
        wanted = apply(notes, change)
        new = _put(text, notes, change)
        if new is None or read_room(new) != (wanted, ()):
            kept = "\n".join(line[1:].strip() for line in text.split("\n") if line.startswith("#"))
            new = new_room(wanted, kept)
        text, notes = new, wanted
    return text, notes


def _put(text: str, notes: RoomNotes, change: Change) -> str | None:
    root, _ = parse(text)
    if not isinstance(root, Mapping) or root.flow:
        return None
    match change:
        case AddNote(quadrant, note):
            return _append(text, root, quadrant.value, note)
        case AddTakeaway(takeaway):
            return _append(text, root, "takeaways", Note(takeaway))
        case RemoveNote(quadrant, _):
            return _remove(text, root, quadrant.value, place(notes, change))
        case RemoveTakeaway(_):
            return _remove(text, root, "takeaways", place(notes, change))


def _append(text: str, root: Mapping, key: str, note: Note) -> str | None:
    value = root.get(key)
    lines = text.split("\n")
    if value is None:
        at = _end_of_document(lines)
        lines[at:at] = [f"{key}:", *_note_lines(note, "")]
    elif isinstance(value, Sequence) and value.items and not value.flow:
        column = _column(text, value.start)
        at = _line_at(text, _last_end(value.items[-1])) + 1
        lines[at:at] = _note_lines(note, " " * column)
    elif isinstance(value, Sequence) and value.items:
        return (
            text[: value.end - 1].rstrip(", \n")
            + f", {scalar(note.text)!s}"
            + text[value.end - 1 :]
        )
    else:
        # Nothing there yet: "threats: []", "threats:" or "threats:  # none". The list begins below.
        row = _line_at(text, _key(root, key).start)
        head = re.sub(r":\s*\[\s*\]", ":", lines[row], count=1)
        lines[row : row + 1] = [head.rstrip(), *_note_lines(note, "")]
    return "\n".join(lines)


def _remove(text: str, root: Mapping, key: str, index: int) -> str | None:
    value = root.get(key)
    if not isinstance(value, Sequence) or value.flow:
        return None
    items = [item for item in value.items if not (isinstance(item, Scalar) and not item.text)]
    item = items[index]
    lines = text.split("\n")
    first, last = _line_at(text, item.start), _line_at(text, _last_end(item))
    if len(value.items) == 1:
        row = _line_at(text, _key(root, key).start)
        del lines[first : last + 1]
        lines[row] = lines[row].replace(f"{key}:", f"{key}: []", 1)
    else:
        del lines[first : last + 1]
    return "\n".join(lines)


def _note_lines(note: Note, indent: str) -> list[str]:
    if not note.votes and not note.goals:
        return [f"{indent}- {scalar(note.text)}"]
    lines = [f"{indent}- text: {scalar(note.text)}"]
    if note.votes:
        lines.append(f"{indent}  votes: {note.votes}")
    if note.goals:
        lines.append(f"{indent}  goals: [{', '.join(map(str, note.goals))}]")
    return lines


def _key_with(key: str, items: list[list[str]]) -> list[str]:
    return [f"{key}:", *(line for item in items for line in item)] if items else [f"{key}: []"]


def _key(root: Mapping, key: str) -> Scalar:
    return next(name for name, _ in root.entries if name.text == key)


def _last_end(node: Node) -> int:
    """Return where the text of a node ends; a block's own end mark lies at the next token."""
    if isinstance(node, Scalar) or node.flow:
        return node.end
    children = (
        [value for _, value in node.entries] if isinstance(node, Mapping) else list(node.items)
    )
    return max((_last_end(child) for child in children), default=node.start)


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset)


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)


def _end_of_document(lines: list[str]) -> int:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return end
