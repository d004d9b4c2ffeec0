"""Which notes of one quadrant are probably the same, and which perhaps: by their words alone. Pure.

`compare` takes the notes of one quadrant. It joins what is *probably the same* into suggested
points, seldom and safely, and ranks the rest as *perhaps also* for a person to look through.
Nothing is generated, nothing drawn at random: the same notes give the same answer in any order.

`points` is the way through: `shape` knows one note, `corpus` all of them and their pairs, `search` which pairs are worth
comparing, `judge` how likely a pair is the same, `alignment` what forbids it, `linkage` how pairs
become groups, `ranking` in which order the rest is offered. Fitted numbers are in `constants`, word lists in `lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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


@dataclass(frozen=True, slots=True)
class Likeness:
    """What comparing found.

    Attributes:
        groups: The keys of notes that are probably the same, of each such point; both the points
            and the keys in them sorted. A note that stands alone is in none.
    """

    groups: tuple[tuple[Key, ...], ...]
    _text_of: dict[Key, int] = field(repr=False)
    _keys_of: list[list[Key]] = field(repr=False)
    _alike: Ranking = field(repr=False)

    def candidates(
        self, group_of_keys: Iterable[Key], most: int = 10
    ) -> tuple[tuple[Key, float], ...]:
        """Return the notes that are perhaps also the point, the most promising first; see `ranking`.

        Each comes with how likely it is the same. A point is compared by all its wordings, and the
        best one counts.

        Args:
            group_of_keys: The notes of the point; one note is a point, too.
            most: How many to return at most.
        """
        keys = set(group_of_keys)
        mine = {self._text_of[key] for key in keys}
        ranked = (
            (key, likely)
            for text, likely in self._alike.ranked(mine)
            for key in self._keys_of[text]
            if key not in keys
        )
        return tuple(islice(ranked, most))


def compare(items: Sequence[Item], strictness: Strictness) -> Likeness:
    """Return which notes of one quadrant are probably the same, and what is needed to rank.

    Notes of different languages meet only when their texts are equal.
    """
    from swotcli.likeness.points import compared  # late: who only names the types pays nothing

    return compared(items, strictness)
