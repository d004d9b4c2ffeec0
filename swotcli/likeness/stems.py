"""Words cut to their stems and to runs of letters, once for each word.

The stems are those of the Snowball project (snowballstem.org), its pure Python classes: a compiled
stemmer of another version could give other groups on another machine.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from sys import intern
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 64
"""Letters of a word that count; what is longer is no word."""


_CLASSES = {
    "fi": ("snowballstemmer.finnish_stemmer", "FinnishStemmer"),
    "sv": ("snowballstemmer.swedish_stemmer", "SwedishStemmer"),
    "en": ("snowballstemmer.english_stemmer", "EnglishStemmer"),
}


@cache
def _stemmer(lang: str) -> Callable[[str], str]:
    """Return what stems words of a language, loaded when first asked for."""
    if lang not in _CLASSES:
        return str
    module, name = _CLASSES[lang]
    stemmer = getattr(import_module(module), name)()
    return cast("Callable[[str], str]", stemmer.stemWord)


@cache
def stem(word: str, lang: str) -> str:
    """Return the stem of a word; in a language without a stemmer, the word."""
    return _stemmer(lang)(word[:_LONGEST])


@cache
def runs(word: str) -> tuple[str, ...]:
    """Return the runs of three to five letters of a word with its edges, each once."""
    edged = f" {word[:_LONGEST]} "
    found = {edged[i : i + n] for n in (3, 4, 5) for i in range(max(1, len(edged) - n + 1))}
    return tuple(map(intern, sorted(found)))  # words share most of their runs
