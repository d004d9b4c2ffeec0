"""What can be done to a point, each as a step. Pure: what is typed for it is in `grammar`.

Notes that change their point are in `moving`, those searched for in `finding`, themes in `theming`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.model.act import Act, Forget, Hold, Join, PutUnder
from swotcli.model.decisions import NoteRef
from swotcli.model.summary import Why
from swotcli.model.text import CHARACTERS_IN_A_NOTE
from swotcli.workbench import finding, moving, theming
from swotcli.workbench.grammar import LETTERS, Said, Verb
from swotcli.workbench.state import Answer, Mode, State, Step, refused
from swotcli.workbench.walk import Table, arrived, keys, open_now, refs, turned, undecided

if TYPE_CHECKING:
    from collections.abc import Mapping

    from swotcli.model.quadrant import Quadrant
    from swotcli.model.summary import Point
    from swotcli.workbench.engine import Desk


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
            return refused(state, "group.no-command", text=said.text)
        case Verb.HELP:
            return Step(state, Answer("group.help", page=True))
        case Verb.LEFT:
            return Step(state, Answer("group.left", page=True))
        case Verb.LEAVE:
            return Step(replace(state, ending=True), Answer("group.leaving"))
        case Verb.UNDO:
            if not state.done:
                return refused(state, "group.nothing-to-undo")
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
                return refused(state, "group.no-command", text=said.text)
            if quadrant not in state.quadrants:
                return refused(state, "group.not-yours", quadrant=quadrant)
            return _turn(state, desk, quadrant)
    return None


def _of_a_point(state: State, table: Table, point: Point, said: Said) -> Step:
    match said.verb:
        case Verb.ACCEPT:
            return _accept(state, point)
        case Verb.SKIP:
            return _skip(state, point)
        case Verb.JOIN:
            return moving.joined(state, table, point, state.numbers, said)
        case Verb.PICK:
            if state.moving is not None:
                return moving.moved(state, table, point, state.moving, state.found, said)
            return moving.joined(state, table, point, state.found, said)
        case Verb.SHOW:
            return finding.shown(state, table, said)
        case Verb.PART:
            return moving.parted(state, table, point, said)
        case Verb.MOVE:
            one = moving.lettered(state, said)
            return moving.moved(state, table, point, one, state.numbers, said)
        case Verb.SEARCH:
            return finding.found(state, table, point, said)
        case Verb.REWORD:
            return _reword(state, point, said.text)
        case Verb.THEME:
            return _theme(state, table, point, said.text)
        case Verb.TAKE_ALL:
            count = len(undecided(table.points))
            if not count:
                return refused(state, "group.all-decided")
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
            return refused(state, "group.no-command", text=said.verb.value)


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
        return refused(state, "group.no-previous")
    quadrant, key = visited[-1]
    point = Table(desk.points(quadrant)).at(key)
    then = arrived(replace(state, visited=visited), quadrant, point, remember=False)
    return Step(then, Answer("group.back"))


def _turn(state: State, desk: Desk, quadrant: Quadrant) -> Step:
    if not desk.points(quadrant):
        return refused(state, "group.no-points", quadrant=quadrant)
    return Step(turned(state, desk, quadrant), Answer("group.turned", {"quadrant": quadrant}))


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
            return refused(state, "group.nothing-to-hold")
        case Verb.NO:
            answer = Answer("group.forgotten", {"text": one.text})
            return Step(state, answer, (Forget(ref),), onward=True)
        case _:
            then = replace(state, later=state.later | {(state.quadrant, ref.key)})
            return Step(then, Answer("group.later"), onward=True)


def _reword(state: State, point: Point, text: str) -> Step:
    if not text:
        return refused(state, "group.no-wording")
    if len(text) > CHARACTERS_IN_A_NOTE:
        return refused(state, "group.too-long", count=len(text), limit=CHARACTERS_IN_A_NOTE)
    wording = "" if text == "-" else text
    key = "group.reworded" if wording else "group.own-wording"
    return Step(state, Answer(key, {"text": wording}), (Join(refs(point), wording),))


def _theme(state: State, table: Table, point: Point, name: str) -> Step:
    if not name:
        known = dict.fromkeys(one.theme for one in table.points if one.theme)
        return refused(state, "group.which-theme", names=", ".join(known) or "–")
    if name == "-":
        return Step(state, Answer("group.no-theme"), (PutUnder("", refs(point)),))
    return Step(state, Answer("group.theme", {"name": name}), (PutUnder(name, refs(point)),))
