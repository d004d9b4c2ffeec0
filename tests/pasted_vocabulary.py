"""The words of all three languages, as the package reads pasted text with them."""

from __future__ import annotations

from swotcli.model.quadrant import Quadrant
from swotcli.pasted.vocabulary import Vocabulary, united
from swotcli.words import LANGUAGES, words


def all_languages() -> Vocabulary:
    """Return the vocabulary of Finnish, Swedish and English together."""
    return united(_of(lang) for lang in LANGUAGES)


def _of(lang: str) -> Vocabulary:
    table = words(lang).table
    quadrants = table["quadrant"]
    beginnings = dict(table["pasted"])
    months = {month: number for number, month in enumerate(beginnings.pop("months"), start=1)}
    common = dict.fromkeys(beginnings.pop("common"), lang)
    return Vocabulary(
        {word: Quadrant(key) for key, one in quadrants.items() for word in one["words"]},
        {one["verb"]: Quadrant(key) for key, one in quadrants.items()},
        {part: tuple(of_part) for part, of_part in beginnings.items()},
        months,
        common,
    )
