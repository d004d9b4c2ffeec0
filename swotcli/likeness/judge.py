"""How likely two notes are the same: measures of the pair and of its surroundings, calibrated.

Two notes can look alike because all notes here do. So besides the pair itself it counts how alike
each is to notes that cannot all be the same point (local scaling as in CSLS, Conneau et al. 2018,
but beyond the notes that other rooms may have written on the point), how like the average both
are, and whether they are alike to the same third notes (shared neighbours, Jarvis and Patrick
1973). A logistic regression for each language weighs it all; see `constants`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from math import exp, fsum, sqrt
from operator import mul

from swotcli.likeness.alignment import equal
from swotcli.likeness.corpus import MEASURES, Corpus
from swotcli.likeness.shape import Shape

_RUNS, _HEAVIER = MEASURES.index("runs"), MEASURES.index("heavier")
_MOSTLY, _SAME_WORDS = 0.5, 0.9
_NEIGHBOURS = 15
_BEYOND = 5
"""How many notes make the background, after as many as other rooms may have on a point."""
_FEWEST, _MOST = 5, 15
_MOST_BACKGROUND = 0.12
"""More likeness to the background counts as this: labelled sessions have hardly more of it."""

SURROUNDINGS = ("neighbours", "background", "commonness")
"""What is measured of a pair's surroundings, in the order of the constants, after `MEASURES`."""

Row = tuple[int, int, tuple[float, ...]]


def measured(corpus: Corpus, partners: Sequence[array[int]], rooms: int) -> list[Row]:
    """Return each pair with all its measures: for fitting, and what `likeness` weighs."""
    own = [
        (one, other, values)
        for one, others in enumerate(partners)
        for other, values in corpus.measured(one, others)
    ]
    around = Surroundings(corpus, [(a, b, v[_RUNS]) for a, b, v in own], rooms)
    return [(a, b, v + around.of(a, b)) for a, b, v in own]


def likeness(
    corpus: Corpus, partners: Sequence[array[int]], rooms: int, weights: Sequence[float]
) -> Iterator[tuple[int, int, float]]:
    """Yield each pair with how likely it is the same, 0 to 1.

    Args:
        corpus: The notes.
        partners: For each note the later ones to compare it with.
        rooms: How many rooms wrote them.
        weights: The constant and the weight of each measure; see `constants`.
    """
    constant, *rest = weights
    inner, outer = rest[: len(MEASURES)], rest[len(MEASURES) :]
    ones, others = array("I"), array("I")
    runs, sums, least = array("d"), array("d"), array("d")
    for one, mates in enumerate(partners):
        for other, values in corpus.measured(one, mates):
            ones.append(one)
            others.append(other)
            runs.append(values[_RUNS])
            sums.append(constant + fsum(map(mul, inner, values)))
            least.append(floor(corpus.shapes[one], corpus.shapes[other], values))
    around = Surroundings(corpus, zip(ones, others, runs, strict=True), rooms)
    for one, other, total, low in zip(ones, others, sums, least, strict=True):
        beside = fsum(map(mul, outer, around.of(one, other)))
        yield one, other, max(low, probability(total + beside))


def floor(one: Shape, other: Shape, values: Sequence[float]) -> float:
    """Return the least likeness of a pair: notes of the same telling words are hardly two points.

    The regression has seen few such pairs. Among those that it scores, all of the labelled ones in
    Finnish and Swedish are the same point, unless something turns one round.
    """
    if values[_HEAVIER] < _MOSTLY and values[_RUNS] < _MOSTLY:
        return 0.0
    return _SAME_WORDS if equal(one, other) else 0.0


def probability(total: float) -> float:
    """Return the logistic value of a sum, rounded so that machines agree."""
    return round(1 / (1 + exp(-max(-60.0, min(60.0, total)))), 6)


class Surroundings:
    """What the other notes say of a pair."""

    def __init__(self, corpus: Corpus, pairs: Iterable[tuple[int, int, float]], rooms: int) -> None:
        skipped = max(_FEWEST, min(_MOST, rooms - 1))
        near = [(array("d"), array("l")) for _ in corpus.shapes]
        for one, other, alike in pairs:
            for note, mate in ((one, other), (other, one)):
                near[note][0].append(alike)
                near[note][1].append(-mate)
        self._rows: list[dict[int, float]] = []
        self._norms: list[float] = []
        self._background: list[float] = []
        for note, (likes, mates) in enumerate(near):
            best = nlargest(max(_NEIGHBOURS, skipped + _BEYOND), zip(likes, mates, strict=True))
            beyond = fsum(alike for alike, _ in best[skipped : skipped + _BEYOND]) / _BEYOND
            self._background.append(min(_MOST_BACKGROUND, beyond))
            row = {-other: alike for alike, other in best[:_NEIGHBOURS]}
            row[note] = 1.0
            self._rows.append(row)
            self._norms.append(sqrt(fsum(v * v for v in row.values())))
        self._commonness = corpus.commonness()

    def of(self, one: int, other: int) -> tuple[float, ...]:
        """Return the measures of a pair, in the order of `SURROUNDINGS`."""
        mine, theirs = self._rows[one], self._rows[other]
        shared = fsum(mine[n] * theirs[n] for n in mine.keys() & theirs.keys())
        return (
            shared / (self._norms[one] * self._norms[other]),
            self._background[one] + self._background[other],
            self._commonness[one] + self._commonness[other],
        )
