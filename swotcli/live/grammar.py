"""What a typed line means. Pure, and the same at the prompt, on the board and in plain lines.

A line is a note unless it is clearly something else: a command is a whole line, a prefix is one
letter or a full word. A blank or `//` at the start takes the line as it stands.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.grouping import look_alike, shape
from swotcli.live.state import (
    Answer,
    Ending,
    LiveState,
    Numbered,
    Phase,
    Step,
    acted,
    redo,
    undo,
)
from swotcli.model.change import (
    AddNote,
    AddTakeaway,
    Change,
    MoveNote,
    RemoveNote,
    RemoveTakeaway,
    ReplaceNote,
    ReplaceTakeaway,
)
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import NOTES_IN_A_ROOM, TAKEAWAYS, Note
from swotcli.model.text import CHARACTERS_IN_A_NOTE, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BULLET = re.compile(
    r"(?:[•‣◦▪▫●○■□·∙–—*+\-\uf0a7\uf0b7]|\(?\d{1,3}[.)])[ \t\xa0]+(?:\[[ xX]\]\s+)?"
)
_GOAL_TAGS = re.compile(r"(?:^|\s)#(\d{1,3})$")
_VOTES = re.compile(r"\+(\d{1,5})(?: (\d+))?")
_TAG = re.compile(r"#(\d{1,3})(?: (\d+))?")
_EDIT = re.compile(r"/(\d+)(?:\s+(.*))?")
_EDIT_TAKEAWAY = re.compile(r"/k([1-3])(?:\s+(.*))?")
_MOVE = re.compile(r"/m (\d+) (\S+)")
_DELETE = re.compile(r"/d (k?)(\d+)")
_TIME = re.compile(r"(?:time|/t)(?: \+(\d{1,3}))?", re.IGNORECASE)
_PICK = re.compile(r"(?:/?k) (\d+(?: \d+)*)", re.IGNORECASE)


def entered(state: LiveState, line: str) -> Step:
    """Return what a typed line means."""
    literal = line.startswith((" ", "\t", "//"))
    text = one_line(line.removeprefix("//"))
    if not text:
        return Step(state, _place(state))
    if literal:
        return (
            _takeaway(state, text)
            if state.phase is Phase.TAKEAWAYS
            else noted(state, text, tags=False)
        )
    if step := _command(state, text):
        return step
    word, _, rest = text.partition(" ")
    if word.casefold() == "k" and rest:
        return _takeaway(state, rest)
    if named := _named(state, word, rest.strip()):
        quadrant, rest = named
        moved = replace(state, current=quadrant, phase=Phase.NOTES)
        return noted(moved, rest) if rest else Step(moved, _place(moved))
    return _takeaway(state, text) if state.phase is Phase.TAKEAWAYS else noted(state, text)


def pasted(state: LiveState, lines: Sequence[str]) -> Step:
    """Return what several lines at once mean: a note each, bullets stripped, one act to undo.

    A line that is just a quadrant's name says where those behind it go.
    """
    changes: list[Change] = []
    current = state.current
    room = NOTES_IN_A_ROOM - state.notes.count()
    for line in lines:
        text = one_line(line)
        text = one_line(_BULLET.sub("", text, count=1)) if _BULLET.match(text) else text
        if not text:
            continue
        named = state.names.get(text.rstrip(":").casefold())
        if named is not None and len(text) > 1:
            current = named
        elif problem := _too_long(text):
            return Step(state, problem)
        else:
            changes.append(AddNote(current, Note(text)))
    if not changes:
        return Step(state, _place(state))
    if len(changes) > room:
        return Step(state, Answer("answer.room-full", {"limit": NOTES_IN_A_ROOM}, ok=False))
    answer = Answer("answer.pasted", {"count": len(changes), "quadrant": current})
    return acted(replace(state, current=current), tuple(changes), answer)


def noted(state: LiveState, text: str, *, tags: bool = True) -> Step:
    """Return the step that adds a note to the current quadrant.

    Args:
        state: The room.
        text: The note, on one line.
        tags: Take goal numbers at its end (`#2`) off the text; not for a literal line.
    """
    if problem := _too_long(text):
        return Step(state, problem)
    if state.notes.count() >= NOTES_IN_A_ROOM:
        return Step(state, Answer("answer.room-full", {"limit": NOTES_IN_A_ROOM}, ok=False))
    words, goals = _goals(text, state.goals) if tags else (text, ())
    alike = look_alike(shape(words), ((one.number, one.shape) for one in state.numbered))
    values: dict[str, object] = {
        "quadrant": state.current,
        "number": state.next_number,
        "text": words,
        "goals": goals,
        "alike": alike,
    }
    change = AddNote(state.current, Note(words, 0, goals))
    return acted(state, (change,), Answer("answer.note", values))


def handed_over(state: LiveState) -> Step:
    """Return the step that opens the takeaways phase."""
    return Step(replace(state, phase=Phase.TAKEAWAYS), _takeaways(state))


def _command(state: LiveState, text: str) -> Step | None:
    """Read a whole line as a command, or say that it is none."""
    if plain := _PLAIN.get(text.casefold()):
        return plain(state)
    if found := _VOTES.fullmatch(text):
        return _votes(state, int(found[1]), found[2])
    if (found := _TAG.fullmatch(text)) and state.goals:
        return _tag(state, int(found[1]), found[2])
    if found := _TIME.fullmatch(text):
        minutes = int(found[1] or 0)
        return Step(state, Answer("answer.time"), minutes=minutes)
    if (found := _PICK.fullmatch(text)) and (picked := _picked(state, found[1].split())):
        return _takeaway(state, picked)
    if text in ("1", "2", "3", "4") and state.phase is Phase.NOTES:
        moved = replace(state, current=list(Quadrant)[int(text) - 1])
        return Step(moved, _place(moved))
    return _slash(state, text) if text.startswith("/") else None


def _slash(state: LiveState, text: str) -> Step:
    if found := _EDIT.fullmatch(text):
        return _edit(state, int(found[1]), found[2])
    if found := _EDIT_TAKEAWAY.fullmatch(text):
        return _edit_takeaway(state, int(found[1]), found[2])
    if found := _MOVE.fullmatch(text):
        return _move(state, int(found[1]), found[2])
    if found := _DELETE.fullmatch(text):
        return _delete(state, int(found[2]), takeaway=bool(found[1]))
    return Step(state, Answer("answer.no-command", {"text": text}, ok=False))


def _votes(state: LiveState, votes: int, number: str | None) -> Step:
    one = state.find(int(number) if number else state.last)
    if one is None:
        return _no_note(state, number)
    new = Note(one.note.text, votes, one.note.goals)
    values = {"number": one.number, "text": one.note.text, "count": votes}
    return acted(state, (ReplaceNote(one.quadrant, one.note, new),), Answer("answer.votes", values))


def _tag(state: LiveState, goal: int, number: str | None) -> Step:
    one = state.find(int(number) if number else state.last)
    if one is None:
        return _no_note(state, number)
    if not 1 <= goal <= state.goals:
        return Step(state, Answer("answer.no-goal", {"goal": goal, "goals": state.goals}, ok=False))
    goals = set(one.note.goals) ^ {goal}
    new = Note(one.note.text, one.note.votes, tuple(sorted(goals)))
    listed = ", ".join(map(str, new.goals)) or "–"
    values = {"number": one.number, "text": one.note.text, "goals": listed}
    return acted(
        state, (ReplaceNote(one.quadrant, one.note, new),), Answer("answer.tagged", values)
    )


def _edit(state: LiveState, number: int, text: str | None) -> Step:
    one = state.find(number)
    if one is None:
        return _no_note(state, str(number))
    if not text:
        line = f"/{number} {one.note.text}"
        return Step(
            state, Answer("answer.edit", {"number": number, "text": one.note.text}), line=line
        )
    if problem := _too_long(text):
        return Step(state, problem)
    new = Note(text, one.note.votes, one.note.goals)
    values = {"quadrant": one.quadrant, "number": number, "text": text}
    return acted(
        state, (ReplaceNote(one.quadrant, one.note, new),), Answer("answer.edited", values)
    )


def _move(state: LiveState, number: int, name: str) -> Step:
    one = state.find(number)
    if one is None:
        return _no_note(state, str(number))
    to = state.names.get(name.casefold())
    if to is None:
        return Step(state, Answer("answer.no-quadrant", {"text": name}, ok=False))
    values = {"quadrant": to, "number": number, "text": one.note.text}
    return acted(state, (MoveNote(one.quadrant, one.note, to),), Answer("answer.moved", values))


def _delete(state: LiveState, number: int, *, takeaway: bool) -> Step:
    if takeaway:
        if not 1 <= number <= len(state.notes.takeaways):
            return Step(state, Answer("answer.no-takeaway", {"number": number}, ok=False))
        text = state.notes.takeaways[number - 1]
        answer = Answer("answer.deleted", {"text": text})
        return acted(state, (RemoveTakeaway(text, number - 1),), answer)
    one = state.find(number)
    if one is None:
        return _no_note(state, str(number))
    return acted(
        state,
        (RemoveNote(one.quadrant, one.note),),
        Answer("answer.deleted", {"text": one.note.text}),
    )


def _takeaway(state: LiveState, text: str) -> Step:
    """Return the step that adds a takeaway: one to three, never a fourth."""
    count = len(state.notes.takeaways)
    if problem := _too_long(text):
        return Step(state, problem)
    if count >= TAKEAWAYS:
        return Step(state, Answer("answer.takeaways-full", {"wanted": TAKEAWAYS}, ok=False))
    values = {"count": count + 1, "wanted": TAKEAWAYS, "text": text}
    key = "answer.takeaway" if count + 1 < TAKEAWAYS else "answer.takeaway-last"
    return acted(state, (AddTakeaway(text),), Answer(key, values))


def take_away(state: LiveState, text: str) -> Step:
    """Return the step that adds a takeaway, for the one-shot command."""
    return _takeaway(state, text)


def _edit_takeaway(state: LiveState, number: int, text: str | None) -> Step:
    if number > len(state.notes.takeaways):
        return Step(state, Answer("answer.no-takeaway", {"number": number}, ok=False))
    old = state.notes.takeaways[number - 1]
    if not text:
        return Step(
            state, Answer("answer.edit", {"number": number, "text": old}), line=f"/k{number} {old}"
        )
    if problem := _too_long(text):
        return Step(state, problem)
    values = {"count": number, "wanted": TAKEAWAYS, "text": text}
    return acted(
        state, (ReplaceTakeaway(old, text, number - 1),), Answer("answer.takeaway", values)
    )


def _picked(state: LiveState, numbers: list[str]) -> str:
    """Return the notes of these numbers as one text, or nothing if one of them is no note."""
    found: list[Numbered | None] = [state.find(int(number)) for number in numbers]
    return "; ".join(one.note.text for one in found if one) if all(found) else ""


def _done(state: LiveState) -> Step:
    count = len(state.notes.takeaways)
    if count != TAKEAWAYS:
        values = {"count": count, "wanted": TAKEAWAYS}
        return Step(
            replace(state, phase=Phase.TAKEAWAYS), Answer("answer.not-done", values, ok=False)
        )
    return Step(
        replace(state, ending=Ending.HANDED_IN),
        Answer("answer.done", {"count": state.notes.count()}),
    )


def _back(state: LiveState) -> Step:
    back = replace(state, phase=Phase.NOTES)
    return Step(back, _place(back))


def _leave(state: LiveState) -> Step:
    return Step(
        replace(state, ending=Ending.LEFT), Answer("answer.left", {"count": state.notes.count()})
    )


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
    return quadrant, rest


def _goals(text: str, most: int) -> tuple[str, tuple[int, ...]]:
    """Take goal numbers off the end of a note; a number that is no goal is text."""
    goals: set[int] = set()
    while (found := _GOAL_TAGS.search(text)) and 1 <= int(found[1]) <= most:
        if not text[: found.start()].strip():
            break
        goals.add(int(found[1]))
        text = text[: found.start()].rstrip()
    return text, tuple(sorted(goals))


def _place(state: LiveState) -> Answer:
    if state.phase is Phase.TAKEAWAYS:
        return _takeaways(state)
    return Answer(
        "answer.place", {"quadrant": state.current, "count": len(state.notes.of(state.current))}
    )


def _takeaways(state: LiveState) -> Answer:
    return Answer("answer.takeaways", {"count": len(state.notes.takeaways), "wanted": TAKEAWAYS})


def _no_note(state: LiveState, number: str | None) -> Step:
    return Step(state, Answer("answer.no-note", {"number": number or "–"}, ok=False))


def _too_long(text: str) -> Answer | None:
    if len(text) <= CHARACTERS_IN_A_NOTE:
        return None
    return Answer("answer.too-long", {"count": len(text), "limit": CHARACTERS_IN_A_NOTE}, ok=False)


def _help(state: LiveState) -> Step:
    letters = {name: quadrant for name, quadrant in state.names.items() if len(name) == 1}
    return Step(state, Answer("answer.help", {"letters": letters}))


def _list(state: LiveState) -> Step:
    return Step(state, Answer("answer.list", {"state": state}))


# Whole lines. The words are English in every language: a screen reader's user learns them once.
_PLAIN: dict[str, Callable[[LiveState], Step]] = {
    **dict.fromkeys(("help", "/?", "?"), _help),
    **dict.fromkeys(("undo", "/u"), undo),
    **dict.fromkeys(("redo", "/r"), redo),
    **dict.fromkeys(("list", "/l"), _list),
    **dict.fromkeys(("done",), _done),
    **dict.fromkeys(("k", "/k"), handed_over),
    **dict.fromkeys(("/b",), _back),
    **dict.fromkeys(("/q",), _leave),
}
