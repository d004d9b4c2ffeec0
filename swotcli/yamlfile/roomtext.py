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
    MoveNote,
    RemoveNote,
    RemoveTakeaway,
    ReplaceNote,
    ReplaceTakeaway,
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
        lines += _key_with(quadrant.value, [note_lines(note, "") for note in notes.of(quadrant)])
    lines += _key_with("takeaways", [[f"- {scalar(text)}"] for text in notes.takeaways])
    return "\n".join(lines) + "\n"


def read(text: str, path: Path) -> RoomNotes:
    """Return what a room file's text says, if all of it is understood.

    Raises:
        BadInput: The file has problems. What was not understood is never rewritten.
    """
    notes, problems = read_room(text)
    if notes is None or problems:
        raise BadInput(*(problem.at(path) for problem in problems))
    return notes


def changed(text: str, notes: RoomNotes, change: Change) -> tuple[str, RoomNotes]:
    """Put a change into a room file's text.

    Args:
        text: The file's text, as `read` has understood it.
        notes: What it says.
        change: What to do.

    Returns:
        The new text, and the notes it says.

    Raises:
        LookupError: What the change is about is not there.
    """
    wanted = apply(notes, change)
    new: str | None = text if text.endswith("\n") else text + "\n"
    step = notes
    for part in _parts(notes, change):
        new = _put(new, step, part) if new is not None else None
        step = apply(step, part)
    if new is None or read_room(new) != (wanted, ()):
        kept = "\n".join(line[1:].strip() for line in text.split("\n") if line.startswith("#"))
        new = new_room(wanted, kept)
    return new, wanted


def removed(text: str, notes: RoomNotes, changes: tuple[Change, ...]) -> str | None:
    """Return a room file's text without many notes; None where only the careful way will do.

    Raises:
        LookupError: One of them is not there.
    """
    root, _ = parse(text)
    if not isinstance(root, Mapping) or root.flow:
        return None
    left = {quadrant: list(range(len(notes.of(quadrant)))) for quadrant in Quadrant}
    gone: dict[Quadrant, set[int]] = {quadrant: set() for quadrant in Quadrant}
    for change in changes:
        assert isinstance(change, RemoveNote)  # noqa: S101 - as the caller has seen
        there = [notes.of(change.quadrant)[index] for index in left[change.quadrant]]
        gone[change.quadrant].add(left[change.quadrant].pop(place(there, change.note, change.at)))
    lines: list[str | None] = list(text.split("\n"))
    for quadrant, indexes in gone.items():
        value = root.get(quadrant.value)
        if not indexes:
            continue
        if not isinstance(value, Sequence) or value.flow or len(indexes) == len(value.items):
            return None
        items = _said(value)
        for index in indexes:
            first, last = _rows(text, items[index])
            lines[first : last + 1] = [None] * (last + 1 - first)
    return "\n".join(line for line in lines if line is not None)


def _rows(text: str, node: Node) -> tuple[int, int]:
    return _line_at(text, node.start), _line_at(text, last_end(node))


def _parts(notes: RoomNotes, change: Change) -> list[Change]:
    """Return a change as changes of one list each."""
    if isinstance(change, MoveNote):
        at = place(notes.of(change.quadrant), change.note, None)
        return [
            RemoveNote(change.quadrant, change.note, at),
            AddNote(change.to, change.note, change.at),
        ]
    return [change]


def _put(text: str, notes: RoomNotes, change: Change) -> str | None:
    root, _ = parse(text)
    if not isinstance(root, Mapping) or root.flow:
        return None
    match change:
        case AddNote(quadrant, note, at):
            return _add(text, root, quadrant.value, note, at)
        case AddTakeaway(takeaway, at):
            return _add(text, root, "takeaways", Note(takeaway), at)
        case RemoveNote(quadrant, note, at):
            return _remove(text, root, quadrant.value, place(notes.of(quadrant), note, at))
        case RemoveTakeaway(takeaway, at):
            return _remove(text, root, "takeaways", place(notes.takeaways, takeaway, at))
        case ReplaceNote(quadrant, note, new, at):
            index = place(notes.of(quadrant), note, at)
            return _replace(text, root, quadrant.value, index, new)
        case ReplaceTakeaway(takeaway, new_text, at):
            index = place(notes.takeaways, takeaway, at)
            return _replace(text, root, "takeaways", index, Note(new_text))
        case _:
            return None


def _add(text: str, root: Mapping, key: str, note: Note, at: int | None) -> str | None:
    value = root.get(key)
    lines = text.split("\n")
    if value is None:
        row = _end_of_document(lines)
        lines[row:row] = [f"{key}:", *note_lines(note, "")]
    elif isinstance(value, Sequence) and value.items and not value.flow:
        items = _said(value)
        if at is not None and at < len(items):
            row = _line_at(text, items[at].start)
        else:
            row = _line_at(text, last_end(value.items[-1])) + 1
        lines[row:row] = note_lines(note, " " * _column(text, value.start))
    elif isinstance(value, Sequence) and value.items:
        if at is not None and at < len(value.items):
            return None
        before, bracket = text[: value.end - 1].rstrip(", \n"), text[value.end - 1 :]
        return f"{before}, {scalar(note.text)}{bracket}"
    else:
        # Nothing there yet: "threats: []", "threats:" or "threats:  # none". The list begins below.
        row = _line_at(text, _key(root, key).start)
        head = re.sub(r":\s*\[\s*\]", ":", lines[row], count=1)
        lines[row : row + 1] = [head.rstrip(), *note_lines(note, "")]
    return "\n".join(lines)


def _remove(text: str, root: Mapping, key: str, index: int) -> str | None:
    value = root.get(key)
    if not isinstance(value, Sequence) or value.flow:
        return None
    item = _said(value)[index]
    lines = text.split("\n")
    del lines[_line_at(text, item.start) : _line_at(text, last_end(item)) + 1]
    if len(value.items) == 1:
        row = _line_at(text, _key(root, key).start)
        lines[row] = lines[row].replace(f"{key}:", f"{key}: []", 1)
    return "\n".join(lines)


def _replace(text: str, root: Mapping, key: str, index: int, note: Note) -> str | None:
    value = root.get(key)
    if not isinstance(value, Sequence) or value.flow:
        return None
    item = _said(value)[index]
    lines = text.split("\n")
    first, end = _line_at(text, item.start), _line_at(text, last_end(item)) + 1
    inside = [line for line in lines[first:end] if line.lstrip().startswith("#")]
    lines[first:end] = [*inside, *note_lines(note, " " * _column(text, value.start))]
    return "\n".join(lines)


def _said(value: Sequence) -> list[Node]:
    """Return the items that say something: an empty bullet is no note."""
    return [item for item in value.items if not (isinstance(item, Scalar) and not item.text)]


def note_lines(note: Note, indent: str) -> list[str]:
    """Return a note as lines of a list."""
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


def last_end(node: Node) -> int:
    """Return where the text of a node ends; a block's own end mark lies at the next token."""
    if isinstance(node, Scalar) or node.flow:
        return node.end
    children = (
        [value for _, value in node.entries] if isinstance(node, Mapping) else list(node.items)
    )
    return max((last_end(child) for child in children), default=node.start)


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset)


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)


def _end_of_document(lines: list[str]) -> int:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return end
