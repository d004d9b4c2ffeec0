"""Pairs into groups: average linkage over the pairs that were compared, with forbidden pairs.

The two groups that are on average most alike are joined first (UPGMA, Sokal and Michener 1958),
while that average reaches the cut and no note of one may never stand with a note of the other.
Pairs not compared count as not alike. Ties go to the lowest numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from heapq import heapify, heappop, heappush

_NOTHING = 0.02
"""Likeness below this counts as none."""


def groups(
    size: int,
    pairs: Iterable[tuple[int, int, float]],
    cut: float,
    forbidden: Callable[[int, int], bool],
) -> list[list[int]]:
    """Return the groups of two and more, each sorted, in the order of their first notes."""
    sums: dict[int, dict[int, float]] = {}
    heap = []
    for one, other, alike in pairs:
        if alike >= _NOTHING:
            sums.setdefault(one, {})[other] = alike
            sums.setdefault(other, {})[one] = alike
            if alike >= cut:
                heap.append((-alike, one, other))
    heapify(heap)
    members = {note: [note] for note in range(size)}
    never: set[tuple[int, int]] = set()
    while heap:
        alike, one, other = heappop(heap)
        if one not in members or other not in members or (one, other) in never:
            continue
        if -alike != _average(sums, members, one, other):
            continue
        if any(forbidden(a, b) for a in members[one] for b in members[other]):
            never.add((one, other))
            continue
        _join(sums, members, one, other)
        for third in sums[one]:
            if (now := _average(sums, members, one, third)) >= cut:
                heappush(heap, (-now, min(one, third), max(one, third)))
    return sorted(sorted(notes) for notes in members.values() if len(notes) > 1)


def _average(
    sums: dict[int, dict[int, float]], members: dict[int, list[int]], one: int, other: int
) -> float:
    total = sums[one].get(other, 0.0)
    return round(total / (len(members[one]) * len(members[other])), 6)


def _join(
    sums: dict[int, dict[int, float]], members: dict[int, list[int]], one: int, other: int
) -> None:
    """Let the first group take in the second."""
    members[one] += members.pop(other)
    mine = sums[one]
    mine.pop(other, None)
    for third, total in sums.pop(other).items():
        if third != one:
            both = mine.get(third, 0.0) + total
            mine[third] = both
            sums[third].pop(other, None)
            sums[third][one] = both
