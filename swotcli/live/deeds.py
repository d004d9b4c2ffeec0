"""What can be done to a room, each as a step. Pure: how it is typed is for `grammar` and `keys`."""

from __future__ import annotations

import re
from dataclasses import replace

from swotcli.likeness.hint import look_alike, outline
from swotcli.live.state import Answer, Ending, LiveState, Phase, Step, acted
from swotcli.model.change import (
    AddNote,
    AddTakeaway,
    MoveNote,
    RemoveNote,
    RemoveTakeaway,
    ReplaceNote,
    ReplaceTakeaway,
)
from swotcli.model.room import NOTES_IN_A_ROOM, TAKEAWAYS, Note
from swotcli.model.text import CHARACTERS_IN_A_NOTE

_GOAL_TAGS = re.compile(r"(?:^|\s)#(\d{1,3})$")


def noted(state: LiveState, text: str, *, tags: bool = True) -> Step:
    """Return the step that adds a note to the current quadrant.

    Args:
        state: The room.
        text: The note, on one line.
        tags: Take goal numbers at its end (`#2`) off the text; not for a literal line.
    """
    if problem := too_long(text):
        return Step(state, problem)
    if state.notes.count() >= NOTES_IN_A_ROOM:
        return Step(state, Answer("answer.room-full", {"limit": NOTES_IN_A_ROOM}, ok=False))
    words, goals = _goals(text, state.goals) if tags else (text, ())
    alike = look_alike(outline(words), ((one.number, one.outline) for one in state.numbered))
    values: dict[str, object] = {
        "quadrant": state.current,
        "number": state.next_number,
        "text": words,
        "goals": goals,
        "alike": alike,
    }
    change = AddNote(state.current, Note(words, 0, goals))
    return acted(state, (change,), Answer("answer.note", values))


def begin_takeaways(state: LiveState) -> Step:
    """Return the step that opens the takeaways phase."""
    return Step(replace(state, phase=Phase.TAKEAWAYS), _takeaways(state))


def vote(state: LiveState, votes: int, number: str | None) -> Step:
    """Return the step that counts hands for a note: sets, does not add."""
    one = state.find(int(number) if number else state.last)
    if one is None:
        return _no_note(state, number)
    new = Note(one.note.text, votes, one.note.goals)
    values = {"number": one.number, "text": one.note.text, "count": votes}
    return acted(state, (ReplaceNote(one.quadrant, one.note, new),), Answer("answer.votes", values))


def tag(state: LiveState, goal: int, number: str | None) -> Step:
    """Return the step that puts a goal to a note, or takes it off."""
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


def edit(state: LiveState, number: int, text: str | None) -> Step:
    """Return the step that gives a note other words; without any, they come on the line."""
    one = state.find(number)
    if one is None:
        return _no_note(state, str(number))
    if not text:
        line = f"/{number} {one.note.text}"
        return Step(
            state, Answer("answer.edit", {"number": number, "text": one.note.text}), line=line
        )
    if problem := too_long(text):
        return Step(state, problem)
    new = Note(text, one.note.votes, one.note.goals)
    values = {"quadrant": one.quadrant, "number": number, "text": text}
    return acted(
        state, (ReplaceNote(one.quadrant, one.note, new),), Answer("answer.edited", values)
    )


def move(state: LiveState, number: int, name: str) -> Step:
    """Return the step that moves a note to another quadrant; its number stays."""
    one = state.find(number)
    if one is None:
        return _no_note(state, str(number))
    to = state.names.get(name.casefold())
    if to is None:
        return Step(state, Answer("answer.no-quadrant", {"text": name}, ok=False))
    values = {"quadrant": to, "number": number, "text": one.note.text}
    return acted(state, (MoveNote(one.quadrant, one.note, to),), Answer("answer.moved", values))


def delete(state: LiveState, number: int, *, takeaway: bool) -> Step:
    """Return the step that takes a note or a takeaway out."""
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


def take_away(state: LiveState, text: str) -> Step:
    """Return the step that adds a takeaway: one to three, never a fourth."""
    count = len(state.notes.takeaways)
    if problem := too_long(text):
        return Step(state, problem)
    if count >= TAKEAWAYS:
        return Step(state, Answer("answer.takeaways-full", {"wanted": TAKEAWAYS}, ok=False))
    values = {"count": count + 1, "wanted": TAKEAWAYS, "text": text}
    key = "answer.takeaway" if count + 1 < TAKEAWAYS else "answer.takeaway-last"
    return acted(state, (AddTakeaway(text),), Answer(key, values))


def take_all_away(state: LiveState, texts: list[str]) -> Step:
    """Return the step that adds several takeaways, all of them or none."""
    count = len(state.notes.takeaways)
    if problem := next(filter(None, map(too_long, texts)), None):
        return Step(state, problem)
    if count + len(texts) > TAKEAWAYS:
        return Step(state, Answer("answer.takeaways-full", {"wanted": TAKEAWAYS}, ok=False))
    values = {"count": count + len(texts), "wanted": TAKEAWAYS, "text": texts[-1] if texts else ""}
    return acted(
        state, tuple(AddTakeaway(text) for text in texts), Answer("answer.takeaway", values)
    )


def edit_takeaway(state: LiveState, number: int, text: str | None) -> Step:
    """Return the step that gives a takeaway other words."""
    if number > len(state.notes.takeaways):
        return Step(state, Answer("answer.no-takeaway", {"number": number}, ok=False))
    old = state.notes.takeaways[number - 1]
    if not text:
        return Step(
            state, Answer("answer.edit", {"number": number, "text": old}), line=f"/k{number} {old}"
        )
    if problem := too_long(text):
        return Step(state, problem)
    values = {"count": number, "wanted": TAKEAWAYS, "text": text}
    return acted(
        state, (ReplaceTakeaway(old, text, number - 1),), Answer("answer.takeaway", values)
    )


def hand_in(state: LiveState) -> Step:
    """Return the step that hands in: with exactly three takeaways."""
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


def back_to_notes(state: LiveState) -> Step:
    """Return the step that closes the takeaways phase."""
    back = replace(state, phase=Phase.NOTES)
    return Step(back, place(back))


def leave(state: LiveState) -> Step:
    """Return the step that closes the line; all is saved."""
    return Step(
        replace(state, ending=Ending.LEFT), Answer("answer.left", {"count": state.notes.count()})
    )


def _goals(text: str, most: int) -> tuple[str, tuple[int, ...]]:
    """Take goal numbers off the end of a note; a number that is no goal is text."""
    goals: set[int] = set()
    while (found := _GOAL_TAGS.search(text)) and 1 <= int(found[1]) <= most:
        if not text[: found.start()].strip():
            break
        goals.add(int(found[1]))
        text = text[: found.start()].rstrip()
    return text, tuple(sorted(goals))


def place(state: LiveState) -> Answer:
    """Say where a line goes, and how many are there."""
    if state.phase is Phase.TAKEAWAYS:
        return _takeaways(state)
    return Answer(
        "answer.place", {"quadrant": state.current, "count": len(state.notes.of(state.current))}
    )


def _takeaways(state: LiveState) -> Answer:
    return Answer("answer.takeaways", {"count": len(state.notes.takeaways), "wanted": TAKEAWAYS})


def _no_note(state: LiveState, number: str | None) -> Step:
    return Step(state, Answer("answer.no-note", {"number": number or "–"}, ok=False))


def too_long(text: str) -> Answer | None:
    """Say that a text is too long, if it is."""
    if len(text) <= CHARACTERS_IN_A_NOTE:
        return None
    return Answer("answer.too-long", {"count": len(text), "limit": CHARACTERS_IN_A_NOTE}, ok=False)


def show_help(state: LiveState) -> Step:
    """Return the step that says what can be typed."""
    letters = {name: quadrant for name, quadrant in state.names.items() if len(name) == 1}
    return Step(state, Answer("answer.help", {"letters": letters}))


def show_list(state: LiveState) -> Step:
    """Return the step that lists all."""
    return Step(state, Answer("answer.list", {"state": state}))
