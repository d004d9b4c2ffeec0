"""How much room a text takes on a slide, told from its letters alone: no font is asked.

One estimate for every maker of slides, on the generous side: a browser, PowerPoint and another
person's fonts all differ by a few per cent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLACK = 1.04
"""Lines end where a word does not fit any more, and capitals are wider."""


def width(text: str) -> int:
    """Return a text's width in letters; pictures and Chinese, Japanese, Korean signs are two wide."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def lines(text: str, letters: float) -> int:
    """Return how many lines a text takes where a line has so many letters.

    Words stay whole; one that is longer than a line begins a line and is broken.
    """
    full = letters / _SLACK
    count, used = 1, 0.0
    for word in text.split(" "):
        wide = width(word)
        if used and used + 1 + wide > full:
            count, used = count + 1, 0.0
        used += wide + (1 if used else 0)
        while used > full:
            count, used = count + 1, used - full
    return count


def cut(text: str, letters: float, most: int) -> Iterator[str]:
    """Yield a text in pieces of at most so many lines; nothing of it is left out."""
    piece = ""
    for word in _words(text, int(letters / _SLACK) * most):
        longer = f"{piece} {word}" if piece else word
        if piece and lines(longer, letters) > most:
            yield piece
            longer = word
        piece = longer
    yield piece


def short(text: str, longest: int) -> str:
    """Return a text that is no longer than this, ended by an ellipsis where it was shortened."""
    if len(text) <= longest:
        return text
    place = text.rfind(" ", longest // 2, longest)
    return text[: place if place > 0 else longest].rstrip(" ,;·") + " …"


def _words(text: str, longest: int) -> Iterator[str]:
    """Yield a text's words, those that no slide could hold in pieces."""
    for word in text.split(" "):
        rest = word
        while width(rest) > longest:
            size = longest if width(rest[:longest]) <= longest else longest // 2
            yield rest[:size]
            rest = rest[size:]
        yield rest
