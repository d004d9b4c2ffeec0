"""Names of themes: words of their own points, as people wrote them.

A word counts by how many points of the theme have it, and by how much more often than in the
whole quadrant: p ln(p/q), its part of the Kullback-Leibler divergence of theme from quadrant.
Forms of one stem are one word, written as it stands most often.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from math import log
from typing import NamedTuple

from swotcli.likeness.stems import stem
from swotcli.model.text import one_line
from swotcli.themes import Item
from swotcli.themes.common import is_common

_LETTERS = 40
"""A name has at most so many letters."""

_WORDS = 3
_ENOUGH = 0.5
"""A name has so many words at most; a further one must count for this part of the first."""

_BETWEEN = ", "
_SENTENCE = '.!?:;•–—→("'
"""After these a capital letter says nothing about the word."""

_TOKEN = re.compile(r"[^\W_]+(?:[-:'’+#][^\W_]+)*")
_JOINT = re.compile(r"[-:'’+#]")


class _Written(NamedTuple):
    """A word as it stands in a text: its stem, its form without case, and its spelling."""

    stem: str
    form: str
    spelling: str


def names(themes: Sequence[Sequence[Item]]) -> list[str]:
    """Return a name for each theme, in order; no two are equal but for case."""
    words = [[_written(item) for item in theme] for theme in themes]
    forms = _spellings(words)
    everywhere = Counter(w for theme in words for item in theme for w in {x.stem for x in item})
    size = sum(map(len, themes))
    found: list[str] = []
    taken: set[str] = set()
    for theme, mine in zip(themes, words, strict=True):
        ranked = [(forms[form], score) for form, score in _ranked(mine, everywhere, size)]
        name = next(n for n in _proposed(ranked, theme[0]) if n.casefold() not in taken)
        taken.add(name.casefold())
        found.append(name)
    return found


def _written(item: Item) -> list[_Written]:
    """Return the telling words of a point, in order; common ones if it has no other."""
    lang = item.lang.casefold().replace("_", "-").split("-")[0]
    every = [
        _word(_plain(match[0], text[: match.start()]), lang)
        for text in map(one_line, item.texts)
        for match in _TOKEN.finditer(text)
    ]
    return [one for one in every if not _tells_nothing(one.form, lang)] or every


@cache  # one object for each word: a large quadrant has it in many points
def _word(spelling: str, lang: str) -> _Written:
    form = spelling.casefold()
    return _Written(stem(form, lang), form, spelling)


@cache
def _tells_nothing(form: str, lang: str) -> bool:
    parts = _JOINT.split(form)
    return all(len(p) < 2 or p.isdigit() or is_common(p, lang) for p in parts)


def _plain(spelling: str, before: str) -> str:
    """Return a word without the capital letter that a sentence begins with."""
    rest = before.rstrip()
    if (not rest or rest[-1] in _SENTENCE) and spelling[1:] == spelling[1:].lower():
        return spelling[:1].lower() + spelling[1:]
    return spelling


def _spellings(themes: Sequence[Sequence[Sequence[_Written]]]) -> dict[str, str]:
    """Return how each form is mostly spelled in the quadrant."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for theme in themes:
        for item in theme:
            for one in item:
                counted[one.form][one.spelling] += 1
    return {
        form: min(spellings, key=lambda s: (-spellings[s], s))
        for form, spellings in counted.items()
    }


def _ranked(
    points: Sequence[Sequence[_Written]], everywhere: Counter[str], size: int
) -> list[tuple[str, float]]:
    """Return the words of a theme and what each counts, the most telling first.

    Of equals the one comes first that more points have, then the one that is written first. A
    word stands in its commonest form, of equals in the shortest.
    """
    inside = Counter(w for point in points for w in {x.stem for x in point})
    forms: dict[str, Counter[str]] = {}
    for point in points:
        for one in point:
            forms.setdefault(one.stem, Counter())[one.form] += 1
    first = {one: place for place, one in enumerate(forms)}
    scores = {
        one: round(count / len(points) * log(count * size / (len(points) * everywhere[one])), 6)
        for one, count in inside.items()
    }
    order = sorted(scores, key=lambda one: (-scores[one], -inside[one], first[one]))
    usual = {
        one: min(counted, key=lambda form: (-counted[form], len(form), form))
        for one, counted in forms.items()
    }
    return [(usual[one], scores[one]) for one in order]


def _proposed(ranked: Sequence[tuple[str, float]], first: Item) -> Iterator[str]:
    """Yield names until one is free: of the most telling words, of others, the text, numbered."""
    for start, (word, score) in enumerate(ranked):
        name, count = word[:_LETTERS], 1
        for further, less in ranked[start + 1 : start + 2 * _WORDS]:
            longer = name + _BETWEEN + further
            if count < _WORDS and less >= _ENOUGH * score and len(longer) <= _LETTERS:
                name, count = longer, count + 1
        yield name
    text = (one_line(first.texts[0]) if first.texts else "") or "…"
    yield _shortened(text, _LETTERS)
    for number in itertools.count(2):
        yield f"{_shortened(text, _LETTERS - len(str(number)) - 1)} {number}"


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
