"""What the rooms' notes say together: matters in two quadrants, goals covered, takeaways that agree.

Everything found by likeness is a hint for a person. Nothing here joins or drops a note.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from swotcli.likeness import Item, compare
from swotcli.likeness.overlap import most_like, overlapping
from swotcli.model.quadrant import Quadrant
from swotcli.model.summary import Candidate, Contradiction, GoalCoverage, Takeaway
from swotcli.model.text import sameness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from swotcli.model.summary import Point, RoomSummary, SourceNote

_LOOKED_AT = 1_000
"""So many points of each quadrant are compared across quadrants: those of most rooms and votes."""

_SAME_MATTER = 0.5
"""Likeness from which two notes of different quadrants are said to speak of the same matter."""

_BEHIND, _AGREES = 0.15, 0.2
"""Share of stems and letters from which a note stands behind a takeaway; two takeaways agree.

Judgements, from looking at takeaways that were distilled from notes: below, what is shared are
everyday words.
"""

_MOST_BEHIND = 3
_MOST_AGREEING = 10


def contradictions(points: Sequence[Point]) -> tuple[Contradiction, ...]:
    """Return the points of different quadrants that speak of the same matter, surest first.

    They are found by the likeness that suggests points, loosely and without what keeps opposites
    apart. Of a very large session the points of most rooms are looked at, and equal texts of all.
    """
    best: dict[tuple[int, int], float] = {}
    for one, other in _equal_texts(points):
        best[one, other] = 1.0
    firsts: Counter[Quadrant] = Counter()
    items = []
    for place, point in enumerate(points):
        firsts[point.quadrant] += 1
        if firsts[point.quadrant] <= _LOOKED_AT:
            items += [
                Item((place, number), point.quadrant.value, text, point.notes[0].lang)
                for number, text in enumerate(dict.fromkeys(note.text for note in point.notes))
            ]
    for (one, _), (other, _), likeness in compare(items).likely(_SAME_MATTER):
        pair = (min(one, other), max(one, other))
        best[pair] = max(best.get(pair, 0.0), likeness)
    ranked = sorted(best.items(), key=lambda found: (-found[1], found[0]))
    return tuple(Contradiction(one, other, likeness) for (one, other), likeness in ranked)


def _equal_texts(points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    having: dict[str, dict[int, None]] = {}
    for place, point in enumerate(points):
        for note in point.notes:
            having.setdefault(sameness(note.text), {})[place] = None
    for places in having.values():
        for one, other in combinations(places, 2):
            if points[one].quadrant is not points[other].quadrant:
                yield one, other


def goal_coverage(goals: Sequence[str], notes: Sequence[SourceNote]) -> tuple[GoalCoverage, ...]:
    """Return for each goal of the agenda how many notes name it, by room and quadrant."""
    counts: list[dict[tuple[str, Quadrant], int]] = [{} for _ in goals]
    for note in notes:
        for goal in set(note.goals):
            if 1 <= goal <= len(goals):
                where = (note.room, note.quadrant)
                counts[goal - 1][where] = counts[goal - 1].get(where, 0) + 1
    return tuple(
        GoalCoverage(number, text, tuple((*where, count) for where, count in found.items()))
        for number, (text, found) in enumerate(zip(goals, counts, strict=True), 1)
    )


def agreeing_takeaways(
    rooms: Sequence[RoomSummary], points: Sequence[Point], *, suggest: bool
) -> tuple[Takeaway, ...]:
    """Return every room's takeaways, each with those that agree and the notes behind it.

    Two takeaways of different rooms agree if they rest on the same point, or share much.

    Args:
        rooms: What each room handed in.
        points: All points.
        suggest: Whether likeness may be asked; else nothing is linked.
    """
    plain = [
        Takeaway(room.room, number, text)
        for room in rooms
        for number, text in enumerate(room.takeaways, 1)
    ]
    if not suggest:
        return tuple(plain)
    written: dict[str, list[tuple[int, SourceNote]]] = {}
    for place, point in enumerate(points):
        for note in point.notes:
            written.setdefault(note.room, []).append((place, note))
    langs = {room.room: room.lang for room in rooms}
    behind: list[tuple[Candidate, ...]] = []
    resting: dict[int, list[tuple[int, float]]] = {}
    for room in rooms:
        notes = written.get(room.room, [])
        texts = [note.text for _, note in notes]
        for found in most_like(room.takeaways, texts, room.lang, _BEHIND, _MOST_BEHIND):
            for place, likeness in found:
                if likeness >= _AGREES:
                    resting.setdefault(notes[place][0], []).append((len(behind), likeness))
            behind.append(
                tuple(
                    Candidate(room.room, notes[n][1].quadrant, notes[n][1].text, likeness)
                    for n, likeness in found
                )
            )
    agrees = _agreeing(plain, resting, langs)
    return tuple(
        replace(takeaway, behind=behind[place], agrees=agrees.get(place, ()))
        for place, takeaway in enumerate(plain)
    )


def _agreeing(
    takeaways: Sequence[Takeaway],
    resting: Mapping[int, Sequence[tuple[int, float]]],
    langs: Mapping[str, str],
) -> dict[int, tuple[tuple[str, int, float], ...]]:
    """Return for each takeaway, by its place, those of other rooms that agree, surest first."""
    best: dict[tuple[int, int], float] = {}
    for several in resting.values():
        for (one, mine), (other, theirs) in combinations(several, 2):
            best[one, other] = max(best.get((one, other), 0.0), min(mine, theirs))
    for lang in sorted(set(langs.values())):
        places = [n for n, takeaway in enumerate(takeaways) if langs[takeaway.room] == lang]
        for a, b, likeness in overlapping([takeaways[n].text for n in places], lang, _AGREES):
            pair = (places[a], places[b])
            best[pair] = max(best.get(pair, 0.0), likeness)
    agrees: dict[int, list[tuple[float, int]]] = {}
    for (one, other), likeness in best.items():
        if takeaways[one].room != takeaways[other].room:
            agrees.setdefault(one, []).append((-likeness, other))
            agrees.setdefault(other, []).append((-likeness, one))
    return {
        place: tuple(
            (takeaways[other].room, takeaways[other].number, -likeness)
            for likeness, other in sorted(several)[:_MOST_AGREEING]
        )
        for place, several in agrees.items()
    }
