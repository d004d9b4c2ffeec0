"""What a typed line means and what is answered, as data: no terminal, no disk, no clock.

The file is the truth. A line becomes a step: what is to be saved, and what to say once it is. The
caller saves, and then takes the step; if saving fails, the step is not taken and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from swotcli.model.change import AddNote, AddTakeaway, Change, RemoveNote, inverse
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import NOTES_IN_A_ROOM, TAKEAWAYS, Note, RoomNotes
from swotcli.model.text import CHARACTERS_IN_A_NOTE, one_line, sameness

if TYPE_CHECKING:
    from collections.abc import Mapping

# In every language: a screen reader's user learns them once.
_COMMANDS = ("help", "undo", "list", "time", "done")


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
class LiveState:
    """A room at one moment.

    Attributes:
        notes: What the room file says.
        names: What names a quadrant at the start of a line: letters and full words.
        goals: How many goals the agenda has.
        current: Where a line without a name goes.
        typed: The changes made here, for undo.
        over: The room has handed in and the line closes.
    """

    notes: RoomNotes
    names: Mapping[str, Quadrant]
    goals: int = 0
    current: Quadrant = Quadrant.STRENGTHS
    typed: tuple[Change, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What a line leads to.

    Attributes:
        change: What has to be saved before the step is taken; None if nothing.
        then: The state after it; its notes are those before the change.
        answer: What to say once saved.
    """

    then: LiveState
    answer: Answer
    change: Change | None = None


def entered(state: LiveState, line: str) -> Step:
    """Return what a typed line means."""
    literal = line.startswith((" ", "\t", "//"))
    text = one_line(line.removeprefix("//"))
    if not text:
        return Step(state, _place(state))
    if not literal:
        word, _, rest = text.partition(" ")
        command = text.casefold()
        if command in _COMMANDS:
            return _command(state, command)
        if word.casefold() == "k":
            return take_away(state, rest.strip())
        if named := _named(state, word, rest):
            quadrant, rest = named
            moved = replace(state, current=quadrant)
            return noted(moved, rest) if rest else Step(moved, _place(moved))
    return noted(state, text)


def noted(state: LiveState, text: str) -> Step:
    """Return the step that adds a note to the current quadrant."""
    if problem := _too_long(text):
        return Step(state, problem)
    if state.notes.count() >= NOTES_IN_A_ROOM:
        return Step(state, Answer("answer.room-full", {"limit": NOTES_IN_A_ROOM}, ok=False))
    there = state.notes.of(state.current)
    change = AddNote(state.current, Note(text))
    same = next((n for n, note in enumerate(there, 1) if sameness(note.text) == sameness(text)), 0)
    values = {"quadrant": state.current, "count": len(there) + 1, "text": text, "same": same}
    key = "answer.note-again" if same else "answer.note"
    return Step(replace(state, typed=(*state.typed, change)), Answer(key, values), change)


def take_away(state: LiveState, text: str) -> Step:
    """Return the step that adds a takeaway: one to three, never a fourth."""
    count = len(state.notes.takeaways)
    if not text:
        return Step(state, Answer("answer.takeaways", {"count": count, "wanted": TAKEAWAYS}))
    if problem := _too_long(text):
        return Step(state, problem)
    if count >= TAKEAWAYS:
        return Step(state, Answer("answer.takeaways-full", {"wanted": TAKEAWAYS}, ok=False))
    change = AddTakeaway(text)
    values = {"count": count + 1, "wanted": TAKEAWAYS, "text": text}
    return Step(
        replace(state, typed=(*state.typed, change)), Answer("answer.takeaway", values), change
    )


def saved(step: Step, notes: RoomNotes) -> tuple[LiveState, Answer]:
    """Return the state and the answer once a step's change is on disk.

    The file says what the notes are: somebody else may have added some meanwhile.
    """
    values = dict(step.answer.values)
    if isinstance(step.change, AddNote) and "count" in values:
        values["count"] = len(notes.of(step.change.quadrant))
    elif isinstance(step.change, AddTakeaway) and "count" in values:
        values["count"] = len(notes.takeaways)
    return replace(step.then, notes=notes), replace(step.answer, values=values)


def _named(state: LiveState, word: str, rest: str) -> tuple[Quadrant, str] | None:
    """Read the first word of a line as a quadrant's name.

    A full word with a capital begins a sentence ("Opportunities are many"), so it counts only by
    itself or with a colon; a letter, or a full word in small letters, always counts.
    """
    name = word.removesuffix(":")
    quadrant = state.names.get(name.casefold())
    sentence = len(name) > 1 and not name.islower() and name == word
    if quadrant is None or (sentence and rest):
        return None
    return quadrant, rest.strip()


def _command(state: LiveState, command: str) -> Step:
    match command:
        case "help":
            return Step(state, Answer("answer.help", {"letters": _letters(state)}))
        case "list":
            return Step(state, Answer("answer.list", {"notes": state.notes}))
        case "time":
            return Step(state, Answer("answer.time"))
        case "undo":
            return _undo(state)
        case _:
            return _done(state)


def _undo(state: LiveState) -> Step:
    if not state.typed:
        return Step(state, Answer("answer.nothing-to-undo", ok=False))
    *before, last = state.typed
    change = inverse(last)
    text = change.note.text if isinstance(change, AddNote | RemoveNote) else change.text
    kind = "note" if isinstance(change, RemoveNote | AddNote) else "takeaway"
    return Step(
        replace(state, typed=tuple(before)), Answer(f"answer.undone-{kind}", {"text": text}), change
    )


def _done(state: LiveState) -> Step:
    count = len(state.notes.takeaways)
    if count != TAKEAWAYS:
        return Step(
            state, Answer("answer.not-done", {"count": count, "wanted": TAKEAWAYS}, ok=False)
        )
    return Step(replace(state, over=True), Answer("answer.done", {"count": state.notes.count()}))


def _place(state: LiveState) -> Answer:
    values = {"quadrant": state.current, "count": len(state.notes.of(state.current))}
    return Answer("answer.place", values)


def _too_long(text: str) -> Answer | None:
    if len(text) <= CHARACTERS_IN_A_NOTE:
        return None
    return Answer("answer.too-long", {"count": len(text), "limit": CHARACTERS_IN_A_NOTE}, ok=False)


def _letters(state: LiveState) -> dict[str, Quadrant]:
    return {name: quadrant for name, quadrant in state.names.items() if len(name) == 1}
