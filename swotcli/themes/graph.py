"""The graph of points: each tied to its nearest, by how much more alike than points here mostly are.

A likeness is measured by what either point finds among its nearest (local scaling, after
Zelnik-Manor and Perona 2004), so that long points do not gather all others; and part of the mean
of all pairs is taken off, so that what a whole quadrant speaks of does not tie it into one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from math import fsum, sqrt

from swotcli.themes.features import SHARES, Kind

ALL_PAIRS = 300
"""Up to so many points each is compared with each."""

KEYS = 40
"""Beyond, a point is sought by so many features: its stems, the rarest first, then its runs."""

COMMON = 100
"""Of a feature that more points have, only so many of the first are found by it."""

PARTNERS = 24
"""A point is then compared with so many others."""

_NEAREST, _FEWEST, _PART = 10, 3, 4
"""Each point is tied to so many, in a small quadrant to a part of it, but never to fewer."""

_AROUND = 7
"""So many of the nearest say how near others stand to a point."""

TAKEN_OFF = 0.5
"""How much of the mean of all pairs counts for nothing."""

_UNIT = 1_000_000
"""Ties are whole numbers of this part of one."""


def graph(kinds: Sequence[Kind]) -> list[dict[int, int]]:
    """Return for each point the points it is tied to and how strongly, the same both ways."""
    size = len(kinds[0].rows)
    alike = _alike(kinds)
    around = max(1, min(_AROUND, max(2, size // 3), size - 1))
    scale = [
        1 / sqrt(fsum(best) / around) if any(best := nlargest(around, near.values())) else 1.0
        for near in alike
    ]
    pairs = size * (size - 1)
    all_pairs = fsum(s * k.all_pairs(scale) for s, k in zip(SHARES, kinds, strict=True))
    off = TAKEN_OFF * all_pairs / pairs if pairs else 0.0
    count = max(_FEWEST, min(_NEAREST, (size + _PART // 2) // _PART))
    ties: list[dict[int, int]] = [{} for _ in range(size)]
    for one, near in enumerate(alike):
        weights = (
            (round(_UNIT * (value * (scale[one] * scale[other]) - off)), -other)
            for other, value in near.items()
        )
        for weight, other in nlargest(count, weights):
            if weight > 0:
                ties[one][-other] = ties[-other][one] = weight
    return ties


def _alike(kinds: Sequence[Kind]) -> list[dict[int, float]]:
    """Return how alike each point is to all others, or in a large quadrant to the promising ones."""
    size = len(kinds[0].rows)
    if size > ALL_PAIRS:
        return [_likeness(kinds, one, _promising(kinds[:2], one)) for one in range(size)]
    alike: list[dict[int, float]] = [{} for _ in range(size)]
    for one in range(size):
        for other, value in _likeness(kinds, one, range(one + 1, size)).items():
            alike[one][other] = alike[other][one] = value
    return alike


def _likeness(kinds: Sequence[Kind], one: int, others: Sequence[int]) -> dict[int, float]:
    """Return how alike a point is to each of the others, where it is at all."""
    columns = [kind.cosines(one, others) for kind in kinds]
    found = {}
    for other, *parts in zip(others, *columns, strict=True):
        value = fsum(share * part for share, part in zip(SHARES, parts, strict=True))
        if value > 0:
            found[other] = value
    return found


def _promising(kinds: Sequence[Kind], one: int) -> list[int]:
    """Return the points that share most of what a point is sought by, by weight."""
    keys = sorted(
        (number, len(kind.posted[feature]), feature)
        for number, kind in enumerate(kinds)
        for feature in kind.rows[one]
    )
    shared: dict[int, int] = defaultdict(int)
    for number, _, feature in keys[:KEYS]:
        weight = round(_UNIT * kinds[number].weights[feature])
        for other in kinds[number].posted[feature][:COMMON]:
            shared[other] += weight
    shared.pop(one, None)
    best = nlargest(PARTNERS, ((weight, -other) for other, weight in shared.items()))
    return sorted(-other for _, other in best)
