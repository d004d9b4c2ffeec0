"""Which notes are perhaps also a point, the most promising first.

Likeness says whether to join two notes; by itself it ranks badly, since the same few notes, a
little like everything, come up everywhere (hubs: Radovanović, Nanopoulos and Ivanović 2010). So
the likeness of a candidate is divided by all the likeness that it has to anything: who is like
this point more than like other notes comes before who is like everybody.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from math import fsum

_BESIDE = 0.5
"""Likeness that each note is taken to have beside what was found, so that a lone little is not all."""


class Ranking:
    """How alike texts are, kept small: the numbers of texts and likenesses in arrays."""

    def __init__(self, size: int) -> None:
        self._others = [array("I") for _ in range(size)]
        self._likely = [array("d") for _ in range(size)]

    def add(self, one: int, other: int, likely: float) -> None:
        """Take in a pair, once."""
        for text, mate in ((one, other), (other, one)):
            self._others[text].append(mate)
            self._likely[text].append(likely)

    def near(self, text: int) -> Iterator[tuple[int, float]]:
        """Yield the texts that were compared with one, each with its likeness."""
        return zip(self._others[text], self._likely[text], strict=True)

    def ranked(self, texts: Iterable[int]) -> list[tuple[int, float]]:
        """Return the texts like any of some, the most promising first, each with its best likeness.

        The texts themselves come first: an equal note is as likely as can be.
        """
        mine = set(texts)
        best: dict[int, float] = {}
        for text in mine:
            for other, likely in self.near(text):
                if other not in mine and likely > best.get(other, -1.0):
                    best[other] = likely
        found = sorted((-self._standing(other, best[other]), -best[other], other) for other in best)
        return [*((text, 1.0) for text in sorted(mine)), *((o, -likely) for _, likely, o in found)]

    def _standing(self, other: int, likely: float) -> float:
        # Not rounded: sum and division are exact to the last digit on any machine.
        return likely / (_BESIDE + fsum(self._likely[other]))
