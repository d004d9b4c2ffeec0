"""The words by which pasted text names its parts, taken from the language files."""

from __future__ import annotations

import functools

from swotcli.model.quadrant import Quadrant
from swotcli.pasted.vocabulary import Vocabulary, united
from swotcli.words import LANGUAGES, words


@functools.cache
def vocabulary() -> Vocabulary:
    """Return the words of all languages by which pasted text names its parts."""
    return united(_vocabulary(lang) for lang in LANGUAGES)


def _vocabulary(lang: str) -> Vocabulary:
    table = words(lang).table
    quadrants = table["quadrant"].items()
    pasted = dict(table["pasted"])
    months = {name: number for number, name in enumerate(pasted.pop("months"), start=1)}
    common = dict.fromkeys(pasted.pop("common"), lang)
    return Vocabulary(
        quadrants={word: Quadrant(key) for key, entry in quadrants for word in entry["words"]},
        verbs={entry["verb"].casefold(): Quadrant(key) for key, entry in quadrants},
        beginnings={part: tuple(beginnings) for part, beginnings in pasted.items()},
        months=months,
        common=common,
    )
