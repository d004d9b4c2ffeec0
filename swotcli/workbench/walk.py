"""Which point comes next, and what its digits and letters stand for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.model.decisions import NoteRef
from swotcli.workbench.state import Mode, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from swotcli.model.decisions import Key
    from swotcli.model.quadrant import Quadrant
    from swotcli.model.summary import OpenDecision, Point
    from swotcli.workbench.engine import Desk

_NEAR = 5
"""So many of the first candidates are worth a word when the ranking has changed."""


def refs(point: Point) -> tuple[NoteRef, ...]:
    """Return the names of a point's notes; equal ones of a room once."""
    named = {ref.key: ref for n in reversed(point.notes) for ref in (NoteRef(n.room, n.text),)}
    return tuple(reversed(named.values()))


def keys(point: Point) -> frozenset[Key]:
    """Return what a point's notes are known by."""
    return frozenset(ref.key for ref in refs(point))


class Table:
    """A quadrant's points, found by their notes."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = points
        self.refs: dict[Key, NoteRef] = {}
        self._places: dict[Key, int] = {}
        for place, point in enumerate(points):
            for ref in refs(point):
                self.refs[ref.key] = ref
                self._places[ref.key] = place

    def find(self, key: Key | None) -> Point | None:
        """Return the point that has a note."""
        place = self._places.get(key) if key else None
        return None if place is None else self.points[place]

    def at(self, key: Key) -> Point:
        """Return the point that has a note that is there.

        Raises:
            KeyError: It is not.
        """
        return self.points[self._places[key]]

    def after(self, key: Key | None) -> Point | None:
        """Return the point that follows one in the summary's order; without one, the first."""
        place = self._places.get(key, -1) + 1 if key else 0
        return self.points[place] if place < len(self.points) else None


def undecided(points: Sequence[Point]) -> list[Point]:
    """Return the points that no person has decided, the nearest first.

    Suggested ones, then those whose first candidate is most like them; else in order.
    """
    return sorted((point for point in points if not point.decided), key=_nearness)


def _nearness(point: Point) -> tuple[bool, float]:
    return (not point.suggested, -(point.perhaps[0].likeness if point.perhaps else 0.0))


def fresh(state: State, point: Point) -> int:
    """Return how many near candidates a new ranking would show that have no number yet."""
    near = (NoteRef(one.room, one.text).key for one in point.perhaps[:_NEAR])
    return sum(key not in state.numbers for key in near)


def arrived(state: State, quadrant: Quadrant, point: Point, *, remember: bool = True) -> State:
    """Return the state with a point before the person, its candidates ranked anew."""
    mine = refs(point)
    here = mine[0].key
    visited = state.visited
    if remember and (not visited or visited[-1][1] not in keys(point)):
        visited = (*visited, (quadrant, here))
    return replace(
        state,
        quadrant=quadrant,
        mode=Mode.POINT,
        here=here,
        numbers=tuple(NoteRef(one.room, one.text).key for one in point.perhaps),
        letters=tuple(ref.key for ref in mine),
        page=0,
        seen=keys(point),
        visited=visited,
        query="",
        found=(),
        moving=None,
    )


def open_now(state: State, desk: Desk, quadrant: Quadrant) -> OpenDecision | None:
    """Return the first open decision of a quadrant that was not put off."""
    for one in desk.open_decisions(quadrant):
        if (quadrant, NoteRef(one.room, one.text).key) not in state.later:
            return one
    return None


def onward(state: State, desk: Desk) -> State:
    """Return the state at what comes next: open decisions, points to decide, skipped ones."""
    if state.every:
        return _through_all(state, desk)
    for quadrant in _from(state):
        if open_now(state, desk, quadrant):
            return replace(state, quadrant=quadrant, mode=Mode.OPEN, here=None)
        skipped = {key for where, key in state.skipped if where is quadrant}
        for point in undecided(desk.points(quadrant)):
            if skipped.isdisjoint(keys(point)):
                return arrived(state, quadrant, point)
    for quadrant, key in state.skipped:
        point = Table(desk.points(quadrant)).at(key)
        if not point.decided:
            return arrived(state, quadrant, point)
    return replace(state, mode=Mode.END, here=None)


def turned(state: State, desk: Desk, quadrant: Quadrant) -> State:
    """Return the state at the first thing to do in a quadrant; at its first point if all is done."""
    state = replace(state, quadrant=quadrant, every=False, here=None)
    there = onward(state, desk)
    points = desk.points(quadrant)
    if there.quadrant is quadrant and there.mode is not Mode.END:
        return there
    if not points:
        return replace(state, mode=Mode.END)
    return arrived(replace(state, every=True), quadrant, points[0])


def _through_all(state: State, desk: Desk) -> State:
    here = state.here
    for quadrant in _from(state)[: len(state.quadrants) - state.quadrants.index(state.quadrant)]:
        if point := Table(desk.points(quadrant)).after(here):
            return arrived(state, quadrant, point)
        here = None
    return onward(replace(state, every=False), desk)


def _from(state: State) -> list[Quadrant]:
    """Return the quadrants to walk through, the present one first."""
    place = state.quadrants.index(state.quadrant)
    return [*state.quadrants[place:], *state.quadrants[:place]]


def counts(points: Sequence[Point]) -> Iterator[tuple[str, int]]:
    """Yield how many points are suggested, undecided, and decided."""
    decided = sum(point.decided for point in points)
    suggested = sum(point.suggested and not point.decided for point in points)
    yield from (
        ("suggested", suggested),
        ("undecided", len(points) - decided - suggested),
        ("decided", decided),
    )
