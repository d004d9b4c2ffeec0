"""Which pairs of notes are compared at all: all of them, or beyond some hundreds the promising.

Among many notes a note is compared with those that share most of its rarest features, by weight.
That is a rule about notes, not about an index: `reference` finds the same pairs by looking at
each, and a test compares the two. Strict points are those that all pairs would give, as far as
tests and benchmarks show; loosely joined ones may differ, since averages see fewer pairs.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from heapq import nsmallest
from math import log

from swotcli.likeness.corpus import Corpus

ALL_PAIRS = 200
"""Up to so many different notes each is compared with each."""

KEYS = 40
"""A note is sought by so many of its rarest features."""

COMMON = 120
"""A feature that more notes have tells nothing when notes are sought."""

PARTNERS = 24
"""A note is compared with so many others at most, and with those that chose it."""

_EXACT = 1 << 20


def pairs(corpus: Corpus, all_pairs: int = ALL_PAIRS) -> list[array[int]]:
    """Return for each note the later ones to compare it with, in order."""
    if corpus.size <= all_pairs:
        return [array("I", range(n + 1, corpus.size)) for n in range(corpus.size)]
    posted: dict[int, array[int]] = defaultdict(lambda: array("I"))
    sought = []
    for n in range(corpus.size):
        keys = _features(corpus, n)
        for key in keys:
            posted[key].append(n)
        sought.append(array("I", keys[:KEYS]))
    weight = _weights(corpus.size)
    chosen = []
    for n, mine in enumerate(sought):
        found: dict[int, int] = defaultdict(int)
        for key in mine:
            mates = posted[key]
            gain = weight[len(mates)]
            for other in mates:
                found[other] += gain
        found.pop(n, None)
        chosen.append(_best(found))
    return _both_ways(chosen)


def reference(corpus: Corpus) -> list[array[int]]:
    """Return what `pairs` does beyond `ALL_PAIRS`, without an index: slow, to compare with."""
    features = [_features(corpus, n) for n in range(corpus.size)]
    have = [set(keys) for keys in features]
    weight = _weights(corpus.size)
    chosen = []
    for n, keys in enumerate(features):
        found = {
            other: sum(
                weight[sum(key in some for some in have)]
                for key in keys[:KEYS]
                if key in have[other]
            )
            for other in range(corpus.size)
            if other != n
        }
        chosen.append(_best({other: gain for other, gain in found.items() if gain}))
    return _both_ways(chosen)


def _features(corpus: Corpus, note: int) -> list[int]:
    """Return the keys of a note that others have too, rarest first."""
    found = [
        (df, 2 * feature + kind)
        for kind, row, frequency in (
            (0, corpus.stems[note], corpus.stem_df),
            (1, corpus.grams[note], corpus.gram_df),
        )
        for feature in row
        if 1 < (df := frequency[feature]) <= COMMON
    ]
    found.sort()
    return [key for _, key in found]


def _weights(size: int) -> list[int]:
    """Return the weight of a feature by how many notes have it: whole, so that sums are exact."""
    return [round(_EXACT * log((1 + size) / (1 + df))) for df in range(COMMON + 1)]


def _best(found: dict[int, int]) -> list[int]:
    best = nsmallest(PARTNERS, ((-gain, other) for other, gain in found.items()))
    return [other for _, other in best]


def _both_ways(chosen: list[list[int]]) -> list[array[int]]:
    """Return each pair once, under its earlier note."""
    later: list[set[int]] = [set() for _ in chosen]
    for note, others in enumerate(chosen):
        for other in others:
            later[min(note, other)].add(max(note, other))
    return [array("I", sorted(others)) for others in later]
