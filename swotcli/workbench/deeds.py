"""What can be done to a point, each as a step. Pure: what is typed for it is in `grammar`.

What stands on the screen after a step is what is ruled: a point that is joined is ruled as a whole,
and what is left after a note was parted stays one point.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.model.act import Act, Forget, Hold, Join, Part, PutUnder
from swotcli.model.decisions import NoteRef
from swotcli.model.summary import Why
from swotcli.model.text import CHARACTERS_IN_A_NOTE
from swotcli.workbench import theming
from swotcli.workbench.grammar import DIGITS, LETTERS, Said, Verb
from swotcli.workbench.search import matching
from swotcli.workbench.state import Answer, Mode, State, Step
from swotcli.workbench.walk import Table, arrived, keys, open_now, refs, turned, undecided

if TYPE_CHECKING:
    from collections.abc import Mapping

    from swotcli.model.decisions import Key
    from swotcli.model.quadrant import Quadrant
    from swotcli.model.summary import Point
    from swotcli.workbench.engine import Desk

FOUND = len(DIGITS)
"""So many found notes have a digit."""


def step_of(state: State, desk: Desk, said: Said, names: Mapping[str, Quadrant]) -> Step:
    """Return what a line leads to.

    Args:
        state: The workbench.
        desk: The points as they are now.
        said: The line, understood.
        names: What names a quadrant.
    """
    table = Table(desk.points(state.quadrant))
    if step := _anywhere(state, desk, said, names):
        return step
    if state.mode in (Mode.THEMES, Mode.THEME):
        return theming.step_of(state, desk, said)
    if state.mode is Mode.OPEN:
        return _of_a_decision(state, desk, said)
    if state.mode is Mode.SURE:
        return _take_all(state, table, said)
    if state.mode is Mode.SEARCH and said.verb is Verb.CLOSE:
        return Step(replace(state, mode=Mode.POINT, query="", found=()), Answer("group.closed"))
    point = table.find(state.here)
    if point is None:
        return Step(state, Answer("group.all-decided"))
    return _of_a_point(state, table, point, said)


def _anywhere(state: State, desk: Desk, said: Said, names: Mapping[str, Quadrant]) -> Step | None:
    """Return the step of what can be said whatever is before the person."""
    match said.verb:
        case Verb.NONE:
            return _no(state, "group.no-command", text=said.text)
        case Verb.HELP:
            return Step(state, Answer("group.help", page=True))
        case Verb.LEFT:
            return Step(state, Answer("group.left", page=True))
        case Verb.LEAVE:
            return Step(replace(state, ending=True), Answer("group.leaving"))
        case Verb.UNDO:
            if not state.done:
                return _no(state, "group.nothing-to-undo")
            return Step(replace(state, done=state.done[:-1]), Answer("group.undone"), undo=True)
        case Verb.THEMES:
            return Step(theming.listed(state, desk), Answer("group.themes"))
        case Verb.EVERY:
            then = replace(state, every=not state.every, mode=Mode.POINT, here=None)
            return Step(
                then, Answer("group.every" if then.every else "group.not-every"), onward=True
            )
        case Verb.BACK:
            return _back(state, desk)
        case Verb.NEXT_QUADRANT | Verb.BACK_QUADRANT:
            step = 1 if said.verb is Verb.NEXT_QUADRANT else -1
            place = state.quadrants.index(state.quadrant) + step
            return _turn(state, desk, state.quadrants[place % len(state.quadrants)])
        case Verb.QUADRANT:
            quadrant = names.get(said.text.casefold())
            if quadrant is None or len(said.text) == 1:
                return _no(state, "group.no-command", text=said.text)
            if quadrant not in state.quadrants:
                return _no(state, "group.not-yours", quadrant=quadrant)
            return _turn(state, desk, quadrant)
    return None


def _of_a_point(state: State, table: Table, point: Point, said: Said) -> Step:
    match said.verb:
        case Verb.ACCEPT:
            return _accept(state, point)
        case Verb.SKIP:
            return _skip(state, point)
        case Verb.JOIN:
            return _join(state, table, point, state.numbers, said)
        case Verb.PICK:
            if state.moving is not None:
                return _move(state, table, point, state.moving, state.found, said)
            return _join(state, table, point, state.found, said)
        case Verb.SHOW:
            return _show(state, table, said)
        case Verb.PART:
            return _part(state, table, point, said)
        case Verb.MOVE:
            moving = _letter(state, said)
            return _move(state, table, point, moving, state.numbers, said)
        case Verb.SEARCH:
            return _search(state, table, point, said)
        case Verb.REWORD:
            return _reword(state, point, said.text)
        case Verb.THEME:
            return _theme(state, table, point, said.text)
        case Verb.TAKE_ALL:
            count = len(undecided(table.points))
            if not count:
                return _no(state, "group.all-decided")
            values = {"quadrant": state.quadrant, "count": count}
            return Step(replace(state, mode=Mode.SURE), Answer("group.sure", values))
        case Verb.RANK:
            then = arrived(state, state.quadrant, point, remember=False)
            return Step(then, Answer("group.ranked"))
        case Verb.MORE:
            page = state.page + len(LETTERS)
            return Step(
                replace(state, page=page if page < len(state.letters) else 0), Answer("group.more")
            )
        case _:
            return _no(state, "group.no-command", text=said.verb.value)


def _accept(state: State, point: Point) -> Step:
    if point.decided:
        return Step(state, Answer("group.was-decided", {"text": point.text}), onward=True)
    answer = Answer("group.stands", {"text": point.text, "count": len(refs(point))})
    return Step(state, answer, (Join(refs(point)),), onward=True)


def _skip(state: State, point: Point) -> Step:
    mine = keys(point)
    kept = tuple(place for place in state.skipped if place[1] not in mine)
    if point.decided:
        return Step(state, Answer("group.went-on"), onward=True)
    here = (state.quadrant, refs(point)[0].key)
    then = replace(state, skipped=(*kept, here))
    return Step(then, Answer("group.skipped", {"text": point.text}), onward=True)


def _back(state: State, desk: Desk) -> Step:
    visited = state.visited if state.mode is Mode.END else state.visited[:-1]
    if not visited:
        return _no(state, "group.no-previous")
    quadrant, key = visited[-1]
    point = Table(desk.points(quadrant)).at(key)
    then = arrived(replace(state, visited=visited), quadrant, point, remember=False)
    return Step(then, Answer("group.back"))


def _turn(state: State, desk: Desk, quadrant: Quadrant) -> Step:
    if not desk.points(quadrant):
        return _no(state, "group.no-points", quadrant=quadrant)
    return Step(turned(state, desk, quadrant), Answer("group.turned", {"quadrant": quadrant}))


def _join(state: State, table: Table, point: Point, numbers: tuple[Key, ...], said: Said) -> Step:
    """Join the points of several candidates at once."""
    mine = keys(point)
    theirs: list[NoteRef] = []
    for number in said.numbers:
        if number > min(len(numbers), FOUND):
            return _no(state, "group.no-number", number=number % FOUND)
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


def _part(state: State, table: Table, point: Point, said: Said) -> Step:
    """Part notes from the point; if it is all of them, from each other."""
    mine = keys(point)
    out: list[NoteRef] = []
    for letter in said.letters:
        place = state.page + letter
        if place >= len(state.letters):
            return _no(state, "group.no-letter", letter=LETTERS[letter])
        if state.letters[place] in mine:
            out.append(table.refs[state.letters[place]])
    if not out:
        return Step(state, Answer("group.parted-already", {"text": point.text}))
    if len(mine) == 1:
        return _no(state, "group.only-note")
    rest = tuple(ref for ref in refs(point) if ref not in out)
    then = replace(state, here=(rest or tuple(out))[0].key)
    values = {"text": out[0].text, "count": len(out), "notes": len(rest)}
    return Step(then, Answer("group.parted", values), _parting(tuple(out), rest))


def _parting(out: tuple[NoteRef, ...], rest: tuple[NoteRef, ...]) -> tuple[Act, ...]:
    """Return the acts that part notes from the others of their point, which stay one point."""
    return (Part(out, rest), *([Join(rest)] if len(rest) > 1 else []))


def _letter(state: State, said: Said) -> Key | None:
    place = state.page + said.letters[0]
    return state.letters[place] if place < len(state.letters) else None


def _move(
    state: State,
    table: Table,
    point: Point,
    moving: Key | None,
    numbers: tuple[Key, ...],
    said: Said,
) -> Step:
    """Take a note out of the point and put it to another."""
    if moving not in keys(point):
        return _no(state, "group.not-here")
    if len(keys(point)) == 1:
        return _no(state, "group.only-note")
    (number, *_) = said.numbers
    if number > min(len(numbers), FOUND):
        return _no(state, "group.no-number", number=number % FOUND)
    target = table.at(numbers[number - 1])
    if target is point:
        return _no(state, "group.no-number", number=number % FOUND)
    one = table.refs[moving]
    rest = tuple(ref for ref in refs(point) if ref != one)
    acts = (*_parting((one,), rest), Join((*refs(target), one)))
    then = replace(state, mode=Mode.POINT, here=rest[0].key, query="", found=(), moving=None)
    return Step(then, Answer("group.moved", {"text": one.text, "to": target.text}), acts)


def _search(state: State, table: Table, point: Point, said: Said) -> Step:
    """Find notes of other points; `found` holds those that have a digit."""
    moving = state.moving
    if said.letters:
        moving = _letter(state, said)
        if moving not in keys(point):
            return _no(state, "group.no-letter", letter=LETTERS[said.letters[0]])
        if len(keys(point)) == 1:
            return _no(state, "group.only-note")
    elif state.mode is not Mode.SEARCH:
        moving = None
    found = searched(table, point, said.text)
    then = replace(
        state, mode=Mode.SEARCH, query=said.text, found=tuple(found[:FOUND]), moving=moving
    )
    return Step(then, Answer("group.found", {"count": len(found), "query": said.text}))


def searched(table: Table, point: Point, query: str) -> list[Key]:
    """Return the notes of other points that have the words of a query, the best first."""
    mine = keys(point)
    others = [(key, ref.text) for key, ref in table.refs.items() if key not in mine]
    return [others[place][0] for place in matching(query, (text for _, text in others))]


def _show(state: State, table: Table, said: Said) -> Step:
    (number,) = said.numbers
    if number > len(state.found):
        return _no(state, "group.no-number", number=number % FOUND)
    point = table.at(state.found[number - 1])
    return Step(arrived(state, state.quadrant, point), Answer("group.shown"))


def _reword(state: State, point: Point, text: str) -> Step:
    if not text:
        return _no(state, "group.no-wording")
    if len(text) > CHARACTERS_IN_A_NOTE:
        return _no(state, "group.too-long", count=len(text), limit=CHARACTERS_IN_A_NOTE)
    wording = "" if text == "-" else text
    key = "group.reworded" if wording else "group.own-wording"
    return Step(state, Answer(key, {"text": wording}), (Join(refs(point), wording),))


def _theme(state: State, table: Table, point: Point, name: str) -> Step:
    if not name:
        known = dict.fromkeys(one.theme for one in table.points if one.theme)
        return _no(state, "group.which-theme", names=", ".join(known) or "–")
    if name == "-":
        return Step(state, Answer("group.no-theme"), (PutUnder("", refs(point)),))
    return Step(state, Answer("group.theme", {"name": name}), (PutUnder(name, refs(point)),))


def _take_all(state: State, table: Table, said: Said) -> Step:
    then = replace(state, mode=Mode.POINT)
    if said.verb is not Verb.YES:
        return Step(then, Answer("group.not-taken"))
    points = undecided(table.points)
    acts = tuple(Join(refs(point)) for point in points)
    values = {"count": len(points), "quadrant": state.quadrant}
    return Step(then, Answer("group.took-all", values), acts, onward=True)


def _of_a_decision(state: State, desk: Desk, said: Said) -> Step:
    """Let a person say what is to become of what was ruled about a note that is gone."""
    one = open_now(state, desk, state.quadrant)
    if one is None:
        return Step(state, Answer("group.went-on"), onward=True)
    ref = NoteRef(one.room, one.text)
    match said.verb:
        case Verb.YES if one.why is Why.EDITED:
            acts: tuple[Act, ...] = (Hold(ref, NoteRef(one.room, one.now)),)
            return Step(state, Answer("group.held", {"text": one.now}), acts, onward=True)
        case Verb.YES:
            return _no(state, "group.nothing-to-hold")
        case Verb.NO:
            answer = Answer("group.forgotten", {"text": one.text})
            return Step(state, answer, (Forget(ref),), onward=True)
        case _:
            then = replace(state, later=state.later | {(state.quadrant, ref.key)})
            return Step(then, Answer("group.later"), onward=True)


def _no(state: State, key: str, **values: object) -> Step:
    return Step(state, Answer(key, values, ok=False))
