"""The themes of a quadrant as a list in which a person renames, joins and splits. Pure.

Numbers, then a name: one theme and a name renames it; several join, under the name or that of the
first; a number alone opens a theme, and there numbers and a name take points to a theme.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.model.act import PutUnder
from swotcli.workbench.grammar import Verb
from swotcli.workbench.state import Answer, Mode, Step
from swotcli.workbench.walk import Table, refs

if TYPE_CHECKING:
    from swotcli.model.decisions import NoteRef
    from swotcli.model.summary import Point
    from swotcli.workbench.engine import Desk
    from swotcli.workbench.grammar import Said
    from swotcli.workbench.state import State


def listed(state: State, desk: Desk) -> State:
    """Return the state with the list of themes before the person; points of none come last."""
    names = [theme.name for theme in desk.themes(state.quadrant)]
    if any(not point.theme for point in desk.points(state.quadrant)):
        names.append("")
    return replace(state, mode=Mode.THEMES, themes=tuple(names), theme="", members=())


def of_theme(desk: Desk, state: State, name: str) -> list[Point]:
    """Return the points of a theme."""
    return [point for point in desk.points(state.quadrant) if point.theme == name]


def step_of(state: State, desk: Desk, said: Said) -> Step:
    """Return what a line leads to while themes are before the person."""
    if said.verb is Verb.CLOSE:
        if state.mode is Mode.THEME:
            return Step(listed(state, desk), Answer("group.themes"))
        if state.here is None:
            return Step(state, Answer("group.went-on"), onward=True)
        return Step(replace(state, mode=Mode.POINT), Answer("group.closed"))
    most = len(state.members if state.mode is Mode.THEME else state.themes)
    for number in said.numbers:
        if not 1 <= number <= most:
            answer = Answer("group.no-listed-number", {"number": number, "most": most}, ok=False)
            return Step(state, answer)
    if state.mode is Mode.THEME:
        return _split(state, desk, said)
    if len(said.numbers) == 1 and not said.text:
        return Step(opened(state, desk, state.themes[said.numbers[0] - 1]), Answer("group.opened"))
    return _named(state, desk, said)


def opened(state: State, desk: Desk, name: str) -> State:
    """Return the state with a theme's points before the person."""
    members = tuple(refs(point)[0].key for point in of_theme(desk, state, name))
    return replace(state, mode=Mode.THEME, theme=name, members=members)


def _named(state: State, desk: Desk, said: Said) -> Step:
    """Rename a theme, or join several."""
    several = [state.themes[number - 1] for number in said.numbers]
    name = said.text or next((name for name in several if name), "")
    if not name:
        return Step(state, Answer("group.no-theme-name", ok=False))
    points = [point for one in several for point in of_theme(desk, state, one)]
    answer = Answer("group.theme-named", {"name": name, "count": len(points)})
    return Step(state, answer, (PutUnder(name, _all(points)),))


def _split(state: State, desk: Desk, said: Said) -> Step:
    """Take points of the open theme to a theme of a name."""
    if not said.text:
        return Step(state, Answer("group.no-theme-name", ok=False))
    table = Table(desk.points(state.quadrant))
    points = [table.at(state.members[number - 1]) for number in said.numbers]
    name = "" if said.text == "-" else said.text
    key = "group.theme-named" if name else "group.no-theme"
    answer = Answer(key, {"name": name, "count": len(points)})
    return Step(state, answer, (PutUnder(name, _all(points)),))


def _all(points: list[Point]) -> tuple[NoteRef, ...]:
    return tuple(ref for point in points for ref in refs(point))
