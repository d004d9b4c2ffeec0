"""Characters that a page cannot show: cleaned away, or shown by their Unicode name in brackets."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

# Marks that turn the direction of what follows, and what no reader of a page can see.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f{_BIDI}\ufeff\ufe00-\ufe0f\ud800-\udfff]")
_BLANK = re.compile("[\t-\r\u2028\u2029]")
_TEXT = re.compile(r'the text `"((?:[^"\\]|\\.)*)"`')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_SHORT = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def cleaned(data: object) -> object:
    """Return plain data with controls and marks of direction dropped from every text."""
    match data:
        case str():
            return _BLANK.sub(" ", _INVISIBLE.sub("", data))
        case Mapping():
            return {key: cleaned(value) for key, value in data.items()}
        case list() | tuple():
            return [cleaned(value) for value in data]
        case _:
            return data


def missing(diagnostic: str) -> set[str]:
    """Return the characters that Typst says no font has; none if it says something else."""
    texts = (_ESCAPE.sub(_unescaped, text) for text in _TEXT.findall(diagnostic))
    return {letter for text in texts for letter in text if not letter.isascii()}


def named(data: object, letters: set[str]) -> tuple[object, Counter[str]]:
    """Return plain data with each of these characters replaced by its name, and how often each was.

    Joiners and other characters that have no shape of their own are dropped, and not counted.
    """
    found: Counter[str] = Counter()
    names = {letter: name_of(letter) for letter in letters}
    pattern = re.compile("[" + "".join(map(re.escape, sorted(letters))) + "]")

    def name(match: re.Match[str]) -> str:
        found[match[0]] += 1
        return names[match[0]]

    def walk(part: object) -> object:
        match part:
            case str():
                return pattern.sub(name, part)
            case Mapping():
                return {key: walk(value) for key, value in part.items()}
            case list():
                return [walk(value) for value in part]
            case _:
                return part

    return walk(data), found


def name_of(letter: str) -> str:
    """Return what stands for a character: "[grinning face]", or nothing for one without a shape."""
    kind = unicodedata.category(letter)
    if kind in ("Cf", "Sk") and ord(letter) > 0xFF:  # joiners, tags, the tones of an emoji's skin
        return ""
    return f"[{unicodedata.name(letter, f'U+{ord(letter):04X}').lower()}]"


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    return _SHORT.get(match[2], match[2])
