"""What is compared of a note: its words, stems, runs of letters, numbers and turns. One note alone."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from swotcli.likeness.lexicon import Sense, sense
from swotcli.likeness.stems import runs, stem
from swotcli.model.text import sameness

_TOKEN = re.compile(r"[+\-−–]?\d+(?:[.,:]\d+)*\s?%?|[^\W\d_]+(?:[+#]+(?!\w))?")
_CLIPPED = re.compile(r"n['’`´]t\b")
_BEGINNING = 4
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
        negated: The beginnings of the words that it denies, sorted, one for each denial.
        poles: For each opposite it speaks of, its number and which sides (1, 2 or both: 3).
    """

    same: str
    lang: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    little: tuple[bool, ...]
    grams: tuple[str, ...]
    numbers: tuple[str, ...]
    negated: tuple[str, ...]
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


def shaped(text: str, lang: str) -> Shape:
    """Return the shape of a text in a language ("fi", "sv-FI", ...)."""
    short = lang.casefold().replace("_", "-").split("-")[0]
    short = short if short in _LANGUAGES else ""
    same = sameness(text)
    tokens = _TOKEN.findall(_CLIPPED.sub(" not", same) if short == "en" else same)
    senses = [sense(token, short) for token in tokens]
    numbers = {s.number for s in senses if s.number}
    numbers |= {_number(t) for t in tokens if any(c.isdigit() for c in t)}
    numbers |= {c for c in same if unicodedata.category(c) in ("So", "Sc")}
    poles: dict[int, int] = {}
    for one in senses:
        for place, side in one.poles:
            poles[place] = poles.get(place, 0) | (1 << side)
    return Shape(
        same=bare(text),
        lang=short,
        words=tuple(tokens),
        stems=tuple(stem(token, short) for token in tokens),
        little=tuple(one.little for one in senses),
        grams=tuple(sorted({run for token in tokens for run in runs(token)})),
        numbers=tuple(sorted(numbers)),
        negated=_negated(tokens, senses, short),
        poles=poles,
    )


def _negated(tokens: list[str], senses: list[Sense], lang: str) -> tuple[str, ...]:
    """Return what each denial stands before; a word that denies by itself stands for itself."""
    found = []
    for place, one in enumerate(senses):
        if one.negative:
            after = (n for n in range(place, len(tokens)) if not senses[n].little)
            found.append(stem(tokens[next(after, place)], lang)[:_BEGINNING])
    return tuple(sorted(found))


def _number(token: str) -> str:
    """Return a number in one spelling: comma or point, any minus, no blank before its sign."""
    return token.replace(",", ".").replace("−", "-").replace("–", "-").replace(" ", "").lstrip("+")
