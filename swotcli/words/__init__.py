"""Every text that people read, one data file a language.

Adding a language is adding a file like `fi.toml`; a test says what is missing in it. Texts are
found by key, values are put in by name. What a room wrote never passes through here as a pattern.
"""

from __future__ import annotations

import functools
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from swotcli.model.quadrant import Quadrant

LANGUAGES = ("fi", "sv", "en")


class Words:
    """The texts of one language.

    Attributes:
        lang: Its ISO 639-1 code.
    """

    def __init__(self, lang: str, table: Mapping[str, Any]) -> None:
        self.lang = lang
        self.table = table

    def say(self, key: str, /, **values: object) -> str:
        """Return the text of a key such as `answer.note`, with its values put in.

        A text with a form for one and a form for many is chosen by the value `count`.

        Raises:
            KeyError: There is no such text; a fault of ours.
        """
        text: Any = self.table
        for part in key.split("."):
            text = text[part]
        if isinstance(text, Mapping):
            text = text["one" if values.get("count") == 1 else "many"]
        return str(text).format(**values) if values else str(text)

    def quadrant(self, quadrant: Quadrant) -> str:
        """Return a quadrant's name, as a heading."""
        return str(self.table["quadrant"][quadrant.value]["name"])

    def verb(self, quadrant: Quadrant) -> str:
        """Return a quadrant's action verb."""
        return str(self.table["quadrant"][quadrant.value]["verb"])

    def letter(self, quadrant: Quadrant) -> str:
        """Return the letter that stands for a quadrant at the typing line."""
        return str(self.table["quadrant"][quadrant.value]["letter"])

    def list(self, key: str) -> tuple[str, ...]:
        """Return a list of words, such as those by which a programme names its breakout."""
        section, name = key.split(".")
        return tuple(self.table[section][name])


@functools.cache
def words(lang: str) -> Words:
    """Return the texts of a language.

    Raises:
        KeyError: There is no file for it; callers choose from LANGUAGES.
    """
    if lang not in LANGUAGES:
        raise KeyError(lang)
    text = Path(__file__).with_name(f"{lang}.toml").read_text(encoding="utf-8")
    return Words(lang, tomllib.loads(text))


def own_language() -> str:
    """Return the language to talk to this person in.

    SWOTCLI_LANG, then the system's own setting (LC_ALL, LC_MESSAGES, LANG, or the locale of
    Windows), else English.
    """
    for name in ("SWOTCLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name, ""):
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return _locale_language()


def _locale_language() -> str:
    import locale

    name = (locale.getlocale()[0] or "").lower()
    # Windows names languages in words ("Finnish_Finland"), other systems by code ("fi_FI").
    for lang, starts in {"fi": ("fi",), "sv": ("sv", "swedish")}.items():
        if name.startswith(starts):
            return lang
    return "en"


class QuadrantNames(Mapping[str, Quadrant]):
    """What names a quadrant at the typing line: the language's letters, and every full word.

    The other languages' words are read when a word is first not known in the own: the first prompt
    need not wait for them.
    """

    def __init__(self, lang: str) -> None:
        own = words(lang)
        self._others = [code for code in LANGUAGES if code != lang]
        self._names = {own.letter(quadrant): quadrant for quadrant in Quadrant}
        self._names.update(_full_words(own))

    def __getitem__(self, name: str) -> Quadrant:
        if name not in self._names and len(name) > 1:
            while self._others:
                for word, quadrant in _full_words(words(self._others.pop())).items():
                    self._names.setdefault(word, quadrant)
        return self._names[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _full_words(texts: Words) -> dict[str, Quadrant]:
    quadrants = texts.table["quadrant"]
    return {word: quadrant for quadrant in Quadrant for word in quadrants[quadrant.value]["words"]}
