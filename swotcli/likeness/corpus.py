"""All notes of one quadrant and one language as weighted features, and pairs of them measured.

Weights are smoothed inverse document frequencies (Spärck Jones 1972, smoothed as in scikit-learn:
ln((1+n)/(1+df)) + 1) within the quadrant; words that only join others count for less. Sums are
exactly rounded (`math.fsum`), so that no order of adding shows in a result.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import fsum, log, sqrt

from swotcli.likeness.shape import Shape

LITTLE = 0.35
"""Weight of a word that only joins others, against one that tells something."""

_UNSURE = 10
_MOST_COMMON = 0.045
"""How many notes' worth of doubt there is about what is common, and the most it can come to."""

MEASURES = (
    "stems",  # cosine of the weighted stems
    "runs",  # cosine of the weighted runs of letters
    "lighter",  # share of the lighter note's stem weight that both have (containment)
    "heavier",  # the same of the heavier one
    "lighter_runs",  # containment by runs of letters
    "heavier_runs",  # the same of the heavier one
    "length",  # shorter by longer, in letters
    "numbers",  # 1 where they name other numbers
    "order",  # Dice coefficient of neighbouring stems
    "mass",  # weight of the common stems, by that of a word that no other note has
    "words",  # logarithm of the words of the shorter one
)
"""What is measured of a pair of notes, in the order of the constants."""


class Corpus:
    """Shapes in a fixed order, with what the frequencies among them say."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self.shapes = shapes
        self.size = len(shapes)
        little = {t for s in shapes for t, no in zip(s.stems, s.little, strict=True) if no}
        stem_ids, stem_df = _numbered(s.stems for s in shapes)
        gram_ids, gram_df = _numbered(s.grams for s in shapes)
        self.stem_df, self.gram_df = stem_df, gram_df
        self._stem_weight = self._weights(stem_df)
        for word in little:
            self._stem_weight[stem_ids[word]] *= LITTLE
        self._gram_weight = self._weights(gram_df)
        self.stems = [_row(stem_ids[t] for t in s.stems) for s in shapes]
        self.grams = [_row(gram_ids[g] for g in s.grams) for s in shapes]
        self._pairs = [_neighbours([stem_ids[t] for t in s.stems], len(stem_df)) for s in shapes]
        self._times = [_repeated(stem_ids[t] for t in s.stems) for s in shapes]
        self._stem_square = [w * w for w in self._stem_weight]
        self._gram_square = [w * w for w in self._gram_weight]
        self._rare = self._weights([1])[0]
        self._measure_notes()

    def _weights(self, frequencies: Sequence[int]) -> list[float]:
        return [log((1 + self.size) / (1 + df)) + 1 for df in frequencies]

    def _measure_notes(self) -> None:
        stem, gram, square = self._stem_weight, self._gram_weight, self._gram_square
        self._stem_mass = [fsum(map(stem.__getitem__, row)) or 1.0 for row in self.stems]
        self._gram_mass = [fsum(map(gram.__getitem__, row)) or 1.0 for row in self.grams]
        self._stem_norm = [
            sqrt(fsum((stem[t] * times.get(t, 1)) ** 2 for t in row)) or 1.0
            for row, times in zip(self.stems, self._times, strict=True)
        ]
        self._gram_norm = [sqrt(fsum(map(square.__getitem__, row))) or 1.0 for row in self.grams]
        self._letters = [len(s.same) for s in self.shapes]
        self._length = [log(1 + len(s.words)) for s in self.shapes]

    def measured(self, one: int, others: Iterable[int]) -> Iterator[tuple[int, tuple[float, ...]]]:
        """Yield the measures of one note with each other, in the order of `MEASURES`."""
        stems, grams = set(self.stems[one]), set(self.grams[one])
        times, shape, near = self._times[one], self.shapes[one], set(self._pairs[one])
        stem, gram = self._stem_weight.__getitem__, self._gram_weight.__getitem__
        stem2, gram2 = self._stem_square.__getitem__, self._gram_square.__getitem__
        for other in others:
            common = stems.intersection(self.stems[other])
            runs = grams.intersection(self.grams[other])
            mass, run_mass = fsum(map(stem, common)), fsum(map(gram, runs))
            theirs = self._times[other]
            if times or theirs:
                dot = fsum(stem2(t) * times.get(t, 1) * theirs.get(t, 1) for t in common)
            else:
                dot = fsum(map(stem2, common))
            light, heavy = sorted((self._stem_mass[one], self._stem_mass[other]))
            few, many = sorted((self._gram_mass[one], self._gram_mass[other]))
            short, long = sorted((self._letters[one], self._letters[other]))
            pairs = len(near) + len(self._pairs[other])
            yield (
                other,
                (
                    dot / (self._stem_norm[one] * self._stem_norm[other]),
                    fsum(map(gram2, runs)) / (self._gram_norm[one] * self._gram_norm[other]),
                    mass / light,
                    mass / heavy,
                    run_mass / few,
                    run_mass / many,
                    short / long,
                    float(shape.numbers != self.shapes[other].numbers),
                    2 * len(near.intersection(self._pairs[other])) / pairs if pairs else 0.0,
                    mass / self._rare,
                    min(self._length[one], self._length[other]),
                ),
            )

    def commonness(self) -> list[float]:
        """Return for each note its mean likeness (cosine of runs) to all the others.

        It is the product with the sum of all, so that it costs no pairs. A few notes tell little
        of what is common, so the mean is drawn to nothing and does not go beyond a limit.
        """
        parts: list[list[float]] = [[] for _ in self._gram_weight]
        for row, norm in zip(self.grams, self._gram_norm, strict=True):
            for gram in row:
                parts[gram].append(1 / norm)
        whole = [fsum(p) * w for p, w in zip(parts, self._gram_square, strict=True)]
        return [
            min(
                _MOST_COMMON,
                (fsum(map(whole.__getitem__, row)) / norm - (1.0 if row else 0.0))
                / (self.size - 1 + _UNSURE),
            )
            for row, norm in zip(self.grams, self._gram_norm, strict=True)
        ]


def _numbered(rows: Iterable[Iterable[str]]) -> tuple[dict[str, int], list[int]]:
    """Number features by their spelling; also return in how many rows each stands."""
    counts = Counter(feature for row in rows for feature in set(row))
    names = sorted(counts)
    return {name: n for n, name in enumerate(names)}, [counts[name] for name in names]


def _row(ids: Iterable[int]) -> array[int]:
    return array("I", sorted(set(ids)))


def _neighbours(ids: Sequence[int], base: int) -> array[int]:
    """Return each pair of neighbouring features as one number."""
    return array("Q", sorted({one * base + other for one, other in pairwise(ids)}))


def _repeated(ids: Iterable[int]) -> dict[int, int]:
    """Return the features that a note has more than once, with how often."""
    return {i: times for i, times in Counter(ids).items() if times > 1}
