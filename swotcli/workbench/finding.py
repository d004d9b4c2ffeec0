"""Notes of other points that are searched for, each step of it. Pure: how words match is in `search`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.workbench.grammar import FOUND, LETTERS
from swotcli.workbench.moving import lettered
from swotcli.workbench.search import matching
from swotcli.workbench.state import Answer, Mode, Step, refused
from swotcli.workbench.walk import arrived, keys

if TYPE_CHECKING:
    from swotcli.model.decisions import Key
    from swotcli.model.summary import Point
    from swotcli.workbench.grammar import Said
    from swotcli.workbench.state import State
    from swotcli.workbench.walk import Table


def found(state: State, table: Table, point: Point, said: Said) -> Step:
    """Find notes of other points; `found` holds those that have a digit."""
    moving = state.moving
    if said.letters:
        moving = lettered(state, said)
        if moving not in keys(point):
            return refused(state, "group.no-letter", letter=LETTERS[said.letters[0]])
        if len(keys(point)) == 1:
            return refused(state, "group.only-note")
    elif state.mode is not Mode.SEARCH:
        moving = None
    others = _searched(table, point, said.text)
    then = replace(
        state, mode=Mode.SEARCH, query=said.text, found=tuple(others[:FOUND]), moving=moving
    )
    return Step(then, Answer("group.found", {"count": len(others), "query": said.text}))


def shown(state: State, table: Table, said: Said) -> Step:
    """Turn to the point of a found note."""
    (number,) = said.numbers
    if number > len(state.found):
        return refused(state, "group.no-number", number=number % FOUND)
    point = table.at(state.found[number - 1])
    return Step(arrived(state, state.quadrant, point), Answer("group.shown"))


def _searched(table: Table, point: Point, query: str) -> list[Key]:
    """Return the notes of other points that have the words of a query, the best first."""
    mine = keys(point)
    others = [(key, ref.text) for key, ref in table.refs.items() if key not in mine]
    return [others[place][0] for place in matching(query, (text for _, text in others))]
