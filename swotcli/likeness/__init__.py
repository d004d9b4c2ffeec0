"""Which notes of one quadrant are probably the same, and which perhaps: by their words alone. Pure.

`compare` takes the notes of one quadrant. Its `groups` are *probably the same*, joined seldom and
safely; its `candidates` are *perhaps also* the same, ranked for a person to look through.
Nothing is generated, nothing drawn at random: the same notes give the same answer in any order.

`points` is the way through: `shape` knows one note, `corpus` all of them and their pairs, `search` which pairs are worth
comparing, `judge` how likely a pair is the same, `alignment` what forbids it, `linkage` how pairs
become groups. Fitted numbers are in `constants`, word lists in `lexicon`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from swotcli.likeness.points import Texts

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

    def __init__(self, texts: Texts, alike: Sequence[Mapping[int, float]]) -> None:
        self._texts = texts
        self._alike = alike

    def groups(
        self,
        units: Sequence[Sequence[Key]],
        strictness: Strictness,
        apart: Callable[[int, int], bool] = lambda _one, _other: False,
    ) -> list[list[int]]:
        """Return which units are probably the same: groups of two and more, by their numbers.

        Args:
            units: Notes that are one in any case, such as notes of equal texts. The first note of
                each speaks for it.
            strictness: How much must speak for two before they are joined.
            apart: Whether two units, by number, may never be joined.
        """
        from swotcli.likeness.points import grouped

        return grouped(self._texts, self._alike, units, strictness, apart)

    def candidates(self, point: Iterable[Key], most: int = 10) -> tuple[tuple[Key, float], ...]:
        """Return the notes that are perhaps also the point, the likeliest first.

        A point is compared by all its wordings, and the best one counts.

        Args:
            point: The notes of the point; one note is a point, too.
            most: How many to return at most.
        """
        keys = set(point)
        mine = {self._texts.of[key] for key in keys}
        best: dict[int, float] = dict.fromkeys(mine, 1.0)
        for text in sorted(mine):
            for other, alike in self._alike[text].items():
                best[other] = max(best.get(other, 0.0), alike)
        ranked = sorted(
            (-alike, key)
            for other, alike in best.items()
            for key in self._texts.keys[other]
            if key not in keys
        )
        return tuple((key, -alike) for alike, key in ranked[:most])

    def likely(self, least: float) -> Iterator[tuple[Key, Key, float]]:
        """Yield every two notes of different rooms that are so likely the same, or likelier.

        Nothing is forbidden here: what turns one of two notes round does not keep them apart.
        """
        for text, near in enumerate(self._alike):
            alike = [(other, value) for other, value in near.items() if other > text]
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
        theirs = (self._texts.of[other] for other in others)
        return round(fsum(1.0 if t == mine else self._alike[mine].get(t, 0.0) for t in theirs), 6)


def compare(items: Sequence[Item]) -> Likeness:
    """Compare the notes of one quadrant with each other.

    Notes of different languages meet only when their texts are equal.
    """
    from swotcli.likeness.points import compared  # late: who only names the types pays nothing

    return compared(items)
