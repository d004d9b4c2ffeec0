"""Which notes of one quadrant are probably the same, and which perhaps: by their words alone. Pure.

`compare` takes the notes of one quadrant. Its `groups` are *probably the same*, joined seldom and
safely; its `candidates` are *perhaps also* the same, ranked for a person to look through.
Nothing is generated, nothing drawn at random: the same notes give the same answer in any order.

`points` is the way through: `shape` knows one note, `corpus` all of them and their pairs, `search`
which pairs are worth comparing, `judge` how likely a pair is the same, `alignment` what forbids it, `linkage` how pairs
become groups, `ranking` in which order the rest is offered. Fitted numbers are in `constants`,
word lists in `lexicon`; `overlap`, `hint` and `vague` answer smaller questions by the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from math import fsum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from swotcli.likeness.points import Texts
    from swotcli.likeness.ranking import Ranking

Key = tuple[Any, ...]
"""What a note is known by; its parts can be sorted."""


class Strictness(StrEnum):
    """How much must speak for two notes before they are joined."""

    STRICT = "strict"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Item:
    """A note as it is compared.

    Attributes:
        key: Its name, unique and sortable.
        room: The room that wrote it.
        text: Its words.
        lang: Their language ("fi", "sv", "en"); another one is compared without stems.
    """

    key: Key
    room: str
    text: str
    lang: str


class Likeness:
    """What comparing the notes of a quadrant found."""

    def __init__(self, texts: Texts, ranking: Ranking) -> None:
        self._texts = texts
        self._ranking = ranking

    def groups(
        self,
        units: Sequence[Sequence[Key]],
        strictness: Strictness,
        apart: Mapping[int, Set[int]] | None = None,
    ) -> list[list[int]]:
        """Return which units are probably the same: groups of two and more, by their numbers.

        Args:
            units: Notes that are one in any case, such as notes of equal texts. The first note of
                each speaks for it.
            strictness: How much must speak for two before they are joined.
            apart: For a unit, by number, those that it may never be joined with; both ways.
        """
        from swotcli.likeness.points import grouped

        return grouped(self._texts, self._ranking, units, strictness, apart or {})

    def candidates(self, point: Iterable[Key], most: int = 10) -> tuple[tuple[Key, float], ...]:
        """Return the notes that are perhaps also the point, the most promising first; see `ranking`.

        Each comes with how likely it is the same. A point is compared by all its wordings, and the
        best one counts.

        Args:
            point: The notes of the point; one note is a point, too.
            most: How many to return at most.
        """
        keys = set(point)
        mine = {self._texts.of[key] for key in keys}
        ranked = (
            (key, likely)
            for text, likely in self._ranking.ranked(mine)
            for key in self._texts.keys[text]
            if key not in keys
        )
        return tuple(islice(ranked, most))

    def likely(self, least: float) -> Iterator[tuple[Key, Key, float]]:
        """Yield every two notes of different rooms that are so likely the same, or likelier.

        Nothing is forbidden here: what turns one of two notes round does not keep them apart.
        """
        for text in range(len(self._texts.shapes)):
            alike = [(other, value) for other, value in self._ranking.near(text) if other > text]
            for other, value in ((text, 1.0), *sorted(alike)):
                if value >= least:
                    yield from self._across_rooms(text, other, value)

    def _across_rooms(
        self, text: int, other: int, likely: float
    ) -> Iterator[tuple[Key, Key, float]]:
        for one in self._texts.keys[text]:
            for two in self._texts.keys[other]:
                if (text != other or one < two) and self._texts.room[one] != self._texts.room[two]:
                    yield one, two, likely

    def total(self, one: Key, others: Iterable[Key]) -> float:
        """Return the sum of the likeness of a note to others; to one of an equal text it is 1."""
        mine = self._texts.of[one]
        near = dict(self._ranking.near(mine))
        near[mine] = 1.0
        return round(fsum(near.get(self._texts.of[other], 0.0) for other in others), 6)


def compare(items: Sequence[Item]) -> Likeness:
    """Compare the notes of one quadrant with each other.

    Notes of different languages meet only when their texts are equal.
    """
    from swotcli.likeness.points import compared  # late: who only names the types pays nothing

    return compared(items)
