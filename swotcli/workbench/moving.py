"""Notes that come to a point, go out of it, or go to another, each as a step. Pure.

What stands on the screen after a step is what is ruled: a point that is joined is ruled as a whole,
and what is left after a note was parted stays one point.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.model.act import Act, Join, Part
from swotcli.workbench.grammar import FOUND, LETTERS
from swotcli.workbench.state import Answer, Mode, Step, refused
from swotcli.workbench.walk import keys, refs

if TYPE_CHECKING:
    from swotcli.model.decisions import Key, NoteRef
    from swotcli.model.summary import Point
    from swotcli.workbench.grammar import Said
    from swotcli.workbench.state import State
    from swotcli.workbench.walk import Table


def joined(state: State, table: Table, point: Point, numbers: tuple[Key, ...], said: Said) -> Step:
    """Join the points of several candidates at once."""
    mine = keys(point)
    theirs: list[NoteRef] = []
    for number in said.numbers:
        if number > min(len(numbers), FOUND):
            return refused(state, "group.no-number", number=number % FOUND)
        key = numbers[number - 1]
        if key not in mine:
            theirs += [ref for ref in refs(table.at(key)) if ref not in theirs]
    if not theirs:
        return Step(state, Answer("group.joined-already", {"text": point.text}))
    notes = (*refs(point), *theirs)
    letters = (*state.letters, *(ref.key for ref in theirs if ref.key not in state.letters))
    then = replace(state, letters=letters)
    values = {"text": theirs[0].text, "count": len(theirs), "notes": len(notes)}
    return Step(then, Answer("group.joined", values), (Join(notes),))


def parted(state: State, table: Table, point: Point, said: Said) -> Step:
    """Part notes from the point; if it is all of them, from each other."""
    mine = keys(point)
    out: list[NoteRef] = []
    for letter in said.letters:
        place = state.page + letter
        if place >= len(state.letters):
            return refused(state, "group.no-letter", letter=LETTERS[letter])
        if state.letters[place] in mine:
            out.append(table.refs[state.letters[place]])
    if not out:
        return Step(state, Answer("group.parted-already", {"text": point.text}))
    if len(mine) == 1:
        return refused(state, "group.only-note")
    rest = tuple(ref for ref in refs(point) if ref not in out)
    then = replace(state, here=(rest or tuple(out))[0].key)
    values = {"text": out[0].text, "count": len(out), "notes": len(rest)}
    return Step(then, Answer("group.parted", values), _parting(tuple(out), rest))


def moved(
    state: State,
    table: Table,
    point: Point,
    moving: Key | None,
    numbers: tuple[Key, ...],
    said: Said,
) -> Step:
    """Take a note out of the point and put it to another."""
    if moving not in keys(point):
        return refused(state, "group.not-here")
    if len(keys(point)) == 1:
        return refused(state, "group.only-note")
    (number, *_) = said.numbers
    if number > min(len(numbers), FOUND):
        return refused(state, "group.no-number", number=number % FOUND)
    target = table.at(numbers[number - 1])
    if target is point:
        return refused(state, "group.no-number", number=number % FOUND)
    one = table.refs[moving]
    rest = tuple(ref for ref in refs(point) if ref != one)
    acts = (*_parting((one,), rest), Join((*refs(target), one)))
    then = replace(state, mode=Mode.POINT, here=rest[0].key, query="", found=(), moving=None)
    return Step(then, Answer("group.moved", {"text": one.text, "to": target.text}), acts)


def lettered(state: State, said: Said) -> Key | None:
    """Return the note that the first letter of a line stands for."""
    place = state.page + said.letters[0]
    return state.letters[place] if place < len(state.letters) else None


def _parting(out: tuple[NoteRef, ...], rest: tuple[NoteRef, ...]) -> tuple[Act, ...]:
    """Return the acts that part notes from the others of their point, which stay one point."""
    return (Part(out, rest), *([Join(rest)] if len(rest) > 1 else []))
