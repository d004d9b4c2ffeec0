"""A room while it is typed: what is on the screen, as data. No terminal, no disk, no clock.

The file is the truth. A typed line becomes a step (see `grammar`): what is to be saved, and what to
say once it is. The caller saves and then takes the step; if the step cannot be saved, it is not
taken. Undo and redo are steps like any other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from swotcli.likeness.hint import Outline, outline
from swotcli.model.change import AddNote, Change, MoveNote, ReplaceNote, inverse_all
from swotcli.model.quadrant import Quadrant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from swotcli.model.room import Note, RoomNotes


class Phase(Enum):
    """What a line without a prefix is."""

    NOTES = "notes"
    TAKEAWAYS = "takeaways"


class Ending(Enum):
    """How the room's line closes."""

    LEFT = "left"
    HANDED_IN = "handed-in"


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say: the key of a text and its values.

    Attributes:
        ok: The line was taken; an error otherwise.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    ok: bool = True


@dataclass(frozen=True, slots=True)
class Numbered:
    """A note with the number that people call it by; numbers are never used again."""

    number: int
    quadrant: Quadrant
    note: Note
    outline: Outline


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done, and the way back."""

    forth: tuple[Change, ...]
    back: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class LiveState:
    """A room at one moment.

    Attributes:
        notes: What the room says.
        names: What names a quadrant at the start of a line: letters and full words.
        goals: How many goals the agenda has.
        current: Where a line without a name goes.
        numbered: Every note with its number, in the order of the file.
        next_number: The number of the next note.
        done: What was done here, for undo; the last one last.
        undone: What was taken back, for redo; the last one last.
        last: The number of the note that was typed last.
        ending: How the line closes; None while it is open.
    """

    notes: RoomNotes
    names: Mapping[str, Quadrant]
    goals: int = 0
    current: Quadrant = Quadrant.STRENGTHS
    phase: Phase = Phase.NOTES
    numbered: tuple[Numbered, ...] = ()
    next_number: int = 1
    done: tuple[Act, ...] = ()
    undone: tuple[Act, ...] = ()
    last: int = 0
    ending: Ending | None = None

    def find(self, number: int) -> Numbered | None:
        """Return the note that people call by a number."""
        return next((one for one in self.numbered if one.number == number), None)


@dataclass(frozen=True, slots=True)
class Step:
    """What a line leads to.

    Attributes:
        then: The state after it; its notes are those before the changes.
        answer: What to say once saved.
        changes: What has to be saved before the step is taken.
        minutes: By how much the time is lengthened.
        line: What to put on the typing line, to be edited.
    """

    then: LiveState
    answer: Answer
    changes: tuple[Change, ...] = ()
    minutes: int = 0
    line: str = ""


def opened(notes: RoomNotes, names: Mapping[str, Quadrant], goals: int) -> LiveState:
    """Return the state of a room that is opened: its notes are numbered in the file's order."""
    return _renumbered(LiveState(notes, names, goals), notes)


def acted(state: LiveState, changes: tuple[Change, ...], answer: Answer) -> Step:
    """Return the step that does something new: it can be undone, and ends what could be redone.

    Raises:
        LookupError: What it is about is not there.
    """
    act = Act(changes, inverse_all(state.notes, changes))
    return Step(replace(state, done=(*state.done, act), undone=()), answer, changes)


def undo(state: LiveState) -> Step:
    """Return the step that takes the last act back."""
    if not state.done:
        return Step(state, Answer("answer.nothing-to-undo", ok=False))
    *before, act = state.done
    then = replace(state, done=tuple(before), undone=(*state.undone, act))
    return Step(then, Answer("answer.undone", {"acts": act.forth}), act.back)


def redo(state: LiveState) -> Step:
    """Return the step that does again what was taken back last."""
    if not state.undone:
        return Step(state, Answer("answer.nothing-to-redo", ok=False))
    *before, act = state.undone
    then = replace(state, undone=tuple(before), done=(*state.done, act))
    return Step(then, Answer("answer.redone", {"acts": act.forth}), act.forth)


def taken(step: Step, notes: RoomNotes) -> LiveState:
    """Return the state once a step is saved.

    Args:
        step: What was saved.
        notes: What the room says now; somebody else may have added to it.
    """
    state = _renumbered(step.then, notes, step.changes)
    added = [change for change in step.changes if isinstance(change, AddNote)]
    if added and state.next_number > step.then.next_number:
        mine = added[-1]
        numbers = [
            one.number
            for one in state.numbered
            if one.quadrant is mine.quadrant and one.note == mine.note
        ]
        state = replace(state, last=numbers[-1] if numbers else state.last)
    return state


def forgotten(state: LiveState, step: Step) -> LiveState:
    """Return the state without an undo or redo that can never be done: what it is about is gone."""
    if step.answer.key == "answer.undone":
        return replace(state, done=state.done[:-1])
    if step.answer.key == "answer.redone":
        return replace(state, undone=state.undone[:-1])
    return state


def seen(state: LiveState, notes: RoomNotes) -> LiveState:
    """Return the state once the file is found changed by others."""
    return _renumbered(state, notes)


def _renumbered(state: LiveState, notes: RoomNotes, changes: tuple[Change, ...] = ()) -> LiveState:
    """Number the notes: each keeps its number while its words stay, also when it is moved."""
    if added := _added(state, notes, changes):
        return added
    numbers: dict[tuple[Quadrant, Note], list[int]] = defaultdict(list)
    outlines: dict[str, Outline] = {}
    for one in state.numbered:
        numbers[one.quadrant, one.note].append(one.number)
        outlines[one.note.text] = one.outline
    for change in changes:
        _follow(numbers, change)
    following = state.next_number
    numbered: list[Numbered] = []
    for quadrant, note in notes.every():
        if known := numbers.get((quadrant, note)):
            number = known.pop(0)
        else:
            number, following = following, following + 1
        fresh = outlines.get(note.text) or outline(note.text)
        numbered.append(Numbered(number, quadrant, note, fresh))
    return replace(state, notes=notes, numbered=tuple(numbered), next_number=following)


def _added(state: LiveState, notes: RoomNotes, changes: tuple[Change, ...]) -> LiveState | None:
    """Number one note more at the end of a quadrant, which costs little in a large room.

    Returns None where anything else has changed, too.
    """
    match changes:
        case (AddNote(quadrant, note, None),):
            pass
        case _:
            return None
    before = 0
    for other in Quadrant:
        now, then = notes.of(other), state.notes.of(other)
        if now != ((*then, note) if other is quadrant else then):
            return None
        before += len(then) if list(Quadrant).index(other) <= list(Quadrant).index(quadrant) else 0
    new = Numbered(state.next_number, quadrant, note, outline(note.text))
    numbered = (*state.numbered[:before], new, *state.numbered[before:])
    return replace(state, notes=notes, numbered=numbered, next_number=state.next_number + 1)


def _follow(numbers: dict[tuple[Quadrant, Note], list[int]], change: Change) -> None:
    """Let a note's number follow it to other words or another quadrant."""
    match change:
        case ReplaceNote(quadrant, note, new) if numbers[quadrant, note]:
            numbers[quadrant, new].append(numbers[quadrant, note].pop())
        case MoveNote(quadrant, note, to) if numbers[quadrant, note]:
            numbers[to, note].append(numbers[quadrant, note].pop())
