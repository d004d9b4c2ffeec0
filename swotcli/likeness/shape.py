"""What is compared of a note: its words, stems, runs of letters, numbers and turns. One note alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from swotcli.likeness.lexicon import Sense, sense
from swotcli.likeness.stems import runs, stem
from swotcli.model.text import sameness

_TOKEN = re.compile(r"[+\-−–]?\d+(?:[.,:]\d+)*\s?%?|[^\W\d_]+(?:[+#]+(?!\w))?")
_CLIPPED = re.compile(r"n['’`´]t\b")
_BEGINNING = 4
_MARK = frozenset(",;:.!?()")
_LANGUAGES = ("fi", "sv", "en")


class Shape(NamedTuple):
    """One text as it is compared.

    Attributes:
        same: The text without case, blanks and marks; texts that share it are equal.
        lang: Its language, of those that have stems; else empty.
        words: Its words in order.
        stems: The stem of each word.
        little: For each word, whether it only joins others.
        grams: Its runs of letters, each once, sorted.
        numbers: The numbers and signs in it, sorted.
        denials: How often it denies.
        said: The beginnings of its telling words in clauses that do not deny.
        denied: The same in clauses that do.
        poles: For each opposite it speaks of, its number and which sides (1, 2 or both: 3).
    """

    same: str
    lang: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    little: tuple[bool, ...]
    grams: tuple[str, ...]
    numbers: tuple[str, ...]
    denials: int
    said: frozenset[str]
    denied: frozenset[str]
    poles: dict[int, int]


def bare(text: str) -> str:
    """Return what texts share that are equal but for case, blanks and marks anywhere.

    Signs stay: "5 %" is not "5", and a thumb up is not one down.
    """
    same = sameness(text)
    kept = (
        " " if unicodedata.category(c) in ("Po", "Ps", "Pe", "Pi", "Pf") and c not in "%#&@" else c
        for c in re.sub(r"(?<=\d)[.,:](?=\d)", "\N{SYMBOL FOR NULL}", same)
    )
    return " ".join("".join(kept).split()) or same


@lru_cache(maxsize=8_192)  # a text is asked for several times; a very large session is not kept
def shaped(text: str, lang: str) -> Shape:
    """Return the shape of a text in a language ("fi", "sv-FI", ...)."""
    short = lang.casefold().replace("_", "-").split("-")[0]
    short = short if short in _LANGUAGES else ""
    same = sameness(text)
    spelt = _CLIPPED.sub(" not", same) if short == "en" else same
    found = list(_TOKEN.finditer(spelt))
    tokens = [one.group() for one in found]
    senses = [sense(token, short) for token in tokens]
    stems = tuple(stem(token, short) for token in tokens)
    gaps = [spelt[a.end() : b.start()] for a, b in pairwise(found)]
    said, denied = _claims(stems, senses, gaps)
    numbers = {s.number for s in senses if s.number}
    numbers |= {_number(t) for t in tokens if any(c.isdigit() for c in t)}
    numbers |= {c for c in same if unicodedata.category(c) in ("So", "Sc", "Sm") and c != "+"}
    poles: dict[int, int] = {}
    for one in senses:
        for place, side in one.poles:
            poles[place] = poles.get(place, 0) | (1 << side)
    return Shape(
        same=bare(text),
        lang=short,
        words=tuple(tokens),
        stems=stems,
        little=tuple(one.little for one in senses),
        grams=tuple(sorted({run for token in tokens for run in runs(token)})),
        numbers=tuple(sorted(numbers)),
        denials=sum(one.negative for one in senses),
        said=said,
        denied=denied,
        poles=poles,
    )


def _claims(
    stems: Sequence[str], senses: Sequence[Sense], gaps: Sequence[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the beginnings of telling words in clauses that do not deny, and in those that do.

    A clause ends at a mark ("the pool is safe, ...") and before a word that joins clauses.
    """
    said: set[str] = set()
    denied: set[str] = set()
    clause: set[str] = set()
    denies = False
    for stemmed, one, gap in zip(stems, senses, ("", *gaps), strict=False):
        if one.parting or not _MARK.isdisjoint(gap):
            (denied if denies else said).update(clause)
            clause, denies = set(), False
        denies |= one.negative
        if not one.little:
            clause.add(stemmed[:_BEGINNING])
    (denied if denies else said).update(clause)
    return frozenset(said), frozenset(denied)


def _number(token: str) -> str:
    """Return a number in one spelling: comma or point, any minus, no blank before its sign."""
    return token.replace(",", ".").replace("−", "-").replace("–", "-").replace(" ", "").lstrip("+")
