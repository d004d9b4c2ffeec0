"""Where notes end without a known heading: at another list's heading, at a letter's farewell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.pasted.outline import BLANKS_OF_A_PAGE
from swotcli.pasted.wrapping import begins_small, unfinished, was_full

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.pasted.outline import Line
    from swotcli.pasted.vocabulary import Vocabulary

_SIGNATURE = "--"
_NARROW = 40
"""A bullet shorter than this did not fill its column, however short the page's other lines are."""
_LONGEST = 60
_MOST_WORDS = 8
_FEW_WORDS = 4
_NAMES = 2


def page_widths(lines: Sequence[Line]) -> dict[int, int]:
    """Return for each line's number the width of the longest line of its page."""
    pages: list[list[Line]] = []
    for line in lines:
        if not pages or line.blanks >= BLANKS_OF_A_PAGE:
            pages.append([])
        pages[-1].append(line)
    widths = [max(len(line.text) for line in page) for page in pages]
    return {line.number: width for page, width in zip(pages, widths, strict=True) for line in page}


def heads_a_list(before: str, row: str, width: int) -> bool:
    """Say whether a row between two bullets is the heading of the lower ones.

    Without a colon it could be a name at which the bullet above was wrapped: that bullet has to
    have had room for it.

    Args:
        before: The row above.
        row: The row itself.
        width: How long the lines of the page run.
    """
    words = len(row.split())
    if unfinished(before) or len(row) > _LONGEST or words > _MOST_WORDS:
        return False
    if row.endswith((".", ",", ";", "-", "!", ")")) or not row[:1].isalnum():
        return False
    if ": " in row:
        return False  # "Theme: dull" has said it all
    colon, small = row.endswith(":"), begins_small(row)
    if colon and not small:
        return True
    had_room = not was_full(before, row, max(width, _NARROW))
    return (colon or not small) and words <= _FEW_WORDS and had_room


def ends_letter(row: str, vocabulary: Vocabulary) -> bool:
    """Say whether a row is a farewell and perhaps a name, or the line above a mail's signature."""
    if row == _SIGNATURE:
        return True
    folded = row.casefold()
    for phrase in sorted(vocabulary.beginnings["farewell"], key=len, reverse=True):
        behind = row[len(phrase) :]
        if folded.startswith(phrase) and not behind[:1].isalnum():
            words = behind.strip(" ,.!").split()
            return len(words) <= _NAMES and all(word[:1].isupper() for word in words)
    return False
