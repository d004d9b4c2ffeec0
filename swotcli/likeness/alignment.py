"""What two notes do not share, word by word, and what it does to their meaning.

A note that denies, names another number, or speaks of the other of two opposites is never the
same as one that does not, however alike they look; nor is one that names another place or group.
The last cannot be known without a dictionary of the world, so it is read from the form: each note
has a telling word that the other has not (a *swap*). Inflections, compounds written apart and
slips of one letter are not swaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from swotcli.likeness.lexicon import sense, turned
from swotcli.likeness.shape import Shape

_PREFIX, _ENDING, _SHARE = 4, 3, 0.7
"""Stems of one word share a beginning of so many letters and this share, and differ in an ending."""
_SAME_ORDER = 0.3
"""Share of neighbouring words (Dice coefficient) from which two notes have much the same order."""

_SLIP = 7
"""In a stem of so many letters one may be wrong, missing, added or changed with the next."""


class Difference(NamedTuple):
    """What parts two notes.

    Attributes:
        turned: One denies more than the other, or names another number.
        moved: What one only says the other only denies.
        opposed: One has the opposite of a word of the other.
        shaded: One has a word with an opposite ("late", "seldom") where the other has none.
        mine: How many telling words the first has that the second has not.
        theirs: The same the other way.
        common: How many telling words of the shorter one both have.
    """

    turned: bool
    moved: bool
    opposed: bool
    shaded: bool
    mine: int
    theirs: int
    common: int


def difference(one: Shape, other: Shape) -> Difference:
    """Return what parts two notes of one language; the same both ways but for the order."""
    mine, theirs = _unmatched(one, other)
    return Difference(
        turned=_turned(one, other),
        moved=_moved(one, other),
        opposed=_opposed(one.poles, other.poles)
        or any(turned(a, b, one.lang) for a in mine for b in theirs),
        shaded=any(sense(word, one.lang).poles for word in (*mine, *theirs)),
        mine=len(mine),
        theirs=len(theirs),
        common=min(_tellings(one) - len(mine), _tellings(other) - len(theirs)),
    )


def _tellings(shape: Shape) -> int:
    return len(_telling(shape, set()))


def equal(one: Shape, other: Shape) -> bool:
    """Say whether `difference` would find nothing but common words, without asking it in full."""
    if _changed(one, other):
        return False
    mine, theirs = _unmatched(one, other)
    return not mine and not theirs and _tellings(one) > 0 and _tellings(other) > 0


def _changed(one: Shape, other: Shape) -> bool:
    """Say what can be said of it without laying word by word."""
    return _turned(one, other) or _moved(one, other) or _opposed(one.poles, other.poles)


def _turned(one: Shape, other: Shape) -> bool:
    return one.denials != other.denials or one.numbers != other.numbers


def _moved(one: Shape, other: Shape) -> bool:
    return any(
        not (a.denied - a.said).isdisjoint(b.said - b.denied)
        for a, b in ((one, other), (other, one))
        if a.denied
    )


def _opposed(one: dict[int, int], other: dict[int, int]) -> bool:
    """Say whether each note speaks of only one side of an opposite, and not of the same one."""
    return any(
        sides + other.get(place, 0) == 3 and sides != 3
        for place, sides in one.items()
        if place in other
    )


def _unmatched(one: Shape, other: Shape) -> tuple[list[str], list[str]]:
    """Return the telling words of each that stand for no word of the other, in order."""
    mine, theirs = _telling(one, set(other.stems)), _telling(other, set(one.stems))
    pairs = sorted(
        (-common, a, b)
        for a in mine
        for b in theirs
        if a[1][:2] == b[1][:2] and (common := _alike(a[1], b[1]))
    )
    gone: set[tuple[str, str, str]] = set()
    for _, a, b in pairs:
        if ("a", *a) not in gone and ("b", *b) not in gone:
            gone |= {("a", *a), ("b", *b)}
    mine = [a for a in mine if ("a", *a) not in gone]
    theirs = [b for b in theirs if ("b", *b) not in gone]
    mine, theirs = _apart(mine, theirs)
    theirs, mine = _apart(theirs, mine)
    return [w for w, _ in mine], [w for w, _ in theirs]


def _telling(shape: Shape, known: set[str]) -> list[tuple[str, str]]:
    """Return word and stem of what tells something and is not known, each once."""
    found = {
        word: stem
        for word, stem, little in zip(shape.words, shape.stems, shape.little, strict=True)
        if not little and stem not in known and not any(map(str.isdigit, word))
    }
    return list(found.items())


def _alike(one: str, other: str) -> int:
    """Return how many letters two stems of one word share, or 0 if they are of two words."""
    if len(one) > len(other):
        one, other = other, one
    common = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        common += 1
    long = len(other)
    if common >= _PREFIX and long - common <= _ENDING and common >= _SHARE * long:
        return common
    if len(one) >= _SLIP and long - len(one) <= 1 and one[:2] == other[:2]:
        rest_one, rest_other = one[common:], other[common:]
        if (
            rest_one == rest_other[1:]
            or rest_one[1:] == rest_other[1:]
            or (rest_one[:2] == rest_other[1::-1] and rest_one[2:] == rest_other[2:])
        ):
            return common or 1
    return 0


def _apart(
    whole: Sequence[tuple[str, str]], parts: Sequence[tuple[str, str]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Take out compounds of the first that the second writes as two words, with the two."""
    left, rest = [], list(parts)
    for word, stem in whole:
        first = next((p for p in rest if len(p[1]) >= _PREFIX and word.startswith(p[1])), None)
        last = first and next(
            (
                p
                for p in rest
                if p != first and len(p[1]) >= _PREFIX and p[1] in word[len(first[1]) :]
            ),
            None,
        )
        if first and last:
            rest = [p for p in rest if p not in (first, last)]
        else:
            left.append((word, stem))
    return left, rest


def forbidden(one: Shape, other: Shape, *, strict: bool) -> bool:
    """Say whether two notes may never be joined by the program, however alike they are.

    Notes of signs and numbers alone are the same only if they are equal. Strictly, two notes must
    have a telling word in common, nothing may turn either round, neither may have a telling word
    in the place of another, what one adds must be less than what both say by two words, and the
    same words must not stand in quite another order where order tells who does what to whom.
    Loosely, only notes are kept apart that part in nothing but a turn or one opposite.
    """
    if strict and _changed(one, other):
        return True
    found = difference(one, other)
    if not found.common and (strict or not _tellings(one) or not _tellings(other)):
        return one.same != other.same
    most = max(found.mine, found.theirs)
    if strict:
        swapped = min(found.mine, found.theirs) > 0
        little = most <= max(0, found.common - 2)
        changed = found.turned or found.moved or found.opposed or found.shaded
        return changed or swapped or not little or _scrambled(one, other)
    return (found.turned and most == 0) or (found.opposed and most <= 1)


def _scrambled(one: Shape, other: Shape) -> bool:
    """Say whether the same words stand beside other words: "dogs bite men", "men bite dogs".

    Finnish is let be, since there endings tell the parts of a sentence.
    """
    if one.lang == "fi" or sorted(one.words) != sorted(other.words):
        return False
    mine, theirs = set(pairwise(one.stems)), set(pairwise(other.stems))
    return 2 * len(mine & theirs) < _SAME_ORDER * (len(mine) + len(theirs))
