"""Texts that fit a width in a terminal's cells: emoji and letters of East Asia take two."""

from __future__ import annotations

from prompt_toolkit.utils import get_cwidth

__all__ = ["cut", "get_cwidth", "pad", "spread", "wrapped"]


def wrapped(text: str, width: int) -> list[str]:
    """Return a text as rows of a width in cells, parted between words where that can be."""
    rows: list[str] = [""]
    for word in text.split(" "):
        longer = f"{rows[-1]} {word}".lstrip() if rows[-1] else word
        if get_cwidth(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return [cut(row, width) for row in rows if row]


def spread(left: str, right: str, width: int) -> str:
    """Return two texts at both ends of a row."""
    gap = width - get_cwidth(left) - get_cwidth(right)
    return f"{left}{' ' * gap}{right}" if gap > 0 else cut(f"{right} {left}", width)


def pad(text: str, width: int) -> str:
    """Return a text filled up with blanks to a width in cells."""
    return text + " " * max(width - get_cwidth(text), 0)


def cut(text: str, width: int) -> str:
    """Return as much of a text as fits a width in cells, with an ellipsis where it is cut."""
    if get_cwidth(text) <= width:
        return text
    room, kept = max(width - 1, 0), ""
    for character in text:
        room -= get_cwidth(character)
        if room < 0:
            break
        kept += character
    return f"{kept}…"
