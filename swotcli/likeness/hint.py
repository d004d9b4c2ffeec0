"""Which notes look alike, cheaply: for the answer line while people type. Pure.

Words are cut to their beginnings, since Finnish endings vary more than beginnings do. It only
points out; nothing is joined by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.model.text import sameness

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_STEM = 5
_SHORT_WORD = 2
_LIKE = 0.6
"""Share of common stems, of all stems of both, from which on two notes look alike."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is compared of a note: all but case and closing marks, its words' stems, its numbers."""

    same: str
    stems: frozenset[str]
    numbers: frozenset[str]


def outline(text: str) -> Outline:
    """Return the outline of a text; very short words say too little to count as stems."""
    same = sameness(text)
    words = _WORD.findall(same)
    stems = frozenset(word[:_STEM] for word in words if len(word) > _SHORT_WORD)
    return Outline(same, stems, frozenset(word for word in words if word.isdecimal()))


def look_alike(mine: Outline, others: Iterable[tuple[int, Outline]]) -> tuple[int, bool] | None:
    """Return the number of the note that looks most like one, and whether it is the same."""
    best, likeness = None, _LIKE
    for number, theirs in others:
        if theirs.same == mine.same:
            return number, True
        if mine.numbers != theirs.numbers:
            continue
        common = len(mine.stems & theirs.stems)
        if common > 1:
            share = common / (len(mine.stems) + len(theirs.stems) - common)
            if share >= likeness:
                best, likeness = number, share
    return None if best is None else (best, False)
