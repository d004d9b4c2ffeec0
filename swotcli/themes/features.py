"""What points have that can be shared, weighed: stems, runs of letters and fields of life.

Weights are smoothed inverse document frequencies (Spärck Jones 1972, as scikit-learn smooths:
ln((1+n)/(1+df)) + 1) times 1 + ln(times in the point). Two points are alike by the cosine of each
kind, mixed by `SHARES`. What only one point has counts in its length alone. Sums are exactly
rounded (`math.fsum`) and logarithms cut to nine digits, since libraries differ in the last one.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from math import fsum, log, sqrt
from typing import NamedTuple

from swotcli.likeness.shape import shaped
from swotcli.likeness.stems import runs, stem
from swotcli.themes.common import is_common
from swotcli.themes.fields import fields

SHARES = (0.35, 0.57, 0.08)
"""How much stems, runs of letters and fields count."""

_DIGITS = 9


class Words(NamedTuple):
    """One point, or several that are written the same: its telling words and their language."""

    lang: str
    words: tuple[str, ...]


def worded(texts: Iterable[str], lang: str) -> Words:
    """Return the telling words of a point, of all its wordings; common ones if it has no other."""
    shapes = [shaped(text, lang) for text in texts]
    words = [word for shape in shapes for word in shape.words]
    short = shapes[0].lang if shapes else ""
    telling = tuple(word for word in words if not is_common(word, short))
    return Words(short, telling or tuple(words))


class Kind:
    """One kind of features of all points.

    Attributes:
        rows: The features of each point that others have too, by number.
        weights: The weight of each feature.
        posted: The points that have each feature.
    """

    def __init__(self, counted: Iterable[Counter[str]]) -> None:
        numbers: dict[str, int] = {}
        rows: list[array[int]] = []
        often: list[dict[int, int]] = []
        for have in counted:  # one at a time: all of them as words would fill the memory
            found = array("I", (numbers.setdefault(name, len(numbers)) for name in have))
            rows.append(found)
            often.append({n: c for n, c in zip(found, have.values(), strict=True) if c > 1})
        frequency = Counter(feature for row in rows for feature in row)
        size = len(rows)
        self.weights = [
            round(log((1 + size) / (1 + frequency[n])) + 1, _DIGITS) for n in range(len(numbers))
        ]
        self._squares = [weight * weight for weight in self.weights]
        times = {c: round(1 + log(c), _DIGITS) for c in {c for m in often for c in m.values()}}
        self._often = [{n: times[c] for n, c in many.items()} for many in often]
        self._lengths = [
            sqrt(fsum(self._squares[n] * (many.get(n, 1.0) * many.get(n, 1.0)) for n in row))
            for row, many in zip(rows, self._often, strict=True)
        ]
        self.rows = [array("I", (n for n in row if frequency[n] > 1)) for row in rows]
        self.posted: list[array[int]] = [array("I") for _ in self.weights]
        for point, row in enumerate(self.rows):
            for feature in row:
                self.posted[feature].append(point)

    def cosines(self, one: int, others: Sequence[int]) -> list[float]:
        """Return the cosine of one point with each of the others."""
        mine, often, square = set(self.rows[one]), self._often[one], self._squares.__getitem__
        found = []
        for other in others:
            common = mine.intersection(self.rows[other])
            if not common:
                found.append(0.0)
                continue
            theirs = self._often[other]
            parts = list(map(square, common))
            parts += [
                square(t) * (often.get(t, 1.0) * theirs.get(t, 1.0) - 1.0)
                for t in common.intersection(chain(often, theirs))
            ]
            found.append(fsum(parts) / (self._lengths[one] * self._lengths[other]))
        return found

    def all_pairs(self, scale: Sequence[float]) -> float:
        """Return the sum of the cosines of all ordered pairs, each times the scale of both.

        It is the square of the sum of all rows less the squares of the rows, so it costs no more
        than reading them once.
        """
        parts = []
        for feature, points in enumerate(self.posted):
            values = [
                self.weights[feature]
                * self._often[point].get(feature, 1.0)
                * (scale[point] / self._lengths[point])
                for point in points
            ]
            whole = fsum(values)
            parts += [whole * whole, -fsum(value * value for value in values)]
        return fsum(parts)


def weighed(points: Sequence[Words]) -> tuple[Kind, Kind, Kind]:
    """Return the stems, runs and fields of all points.

    Runs and fields are kept apart by language. So are stems, but a word that is written the same
    in points of several languages counts once more as itself.
    """
    spoken: dict[str, set[str]] = defaultdict(set)
    for lang, words in points:
        for word in words:
            spoken[word].add(lang)
    spread = frozenset(word for word, langs in spoken.items() if len(langs) > 1)
    return (
        Kind(_stems(point, spread) for point in points),
        Kind(
            Counter(f"{lang} {run}" for word in words for run in runs(stem(word, lang)))
            for lang, words in points
        ),
        Kind(
            Counter(f"{lang} {field}" for word in words for field in fields(word, lang))
            for lang, words in points
        ),
    )


def _stems(point: Words, spread: frozenset[str]) -> Counter[str]:
    lang, words = point
    found = Counter(f"{lang} {stem(word, lang)}" for word in words)
    found.update(f"= {word}" for word in words if word in spread)
    return found
