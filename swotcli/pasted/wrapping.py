"""Rows of one text: which belong together because a line was too narrow, and how they join."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_JOINERS = ("ja", "tai", "sekä", "och", "eller", "samt", "and", "or")
_URL = re.compile(r"[a-z]{2,10}://", re.IGNORECASE)
_ENDS = tuple(".!?")
_FULL = 50
_FULL_AFTER_CAPITAL = 30
_SLACK = 4
_LONG_HEADING = 20
_SENTENCE = 3


def joined(rows: Iterable[str]) -> str:
    """Return wrapped rows as one text.

    A hyphen at a row's end stays: it parts a compound ("well-/being") or stands for a word to
    come ("inner and/outer-").
    """
    parts: list[str] = []
    before = ""
    for row in rows:
        compound = before.endswith("-") and not before.endswith(" -") and row[:1].islower()
        if before and not (compound and _first_word(row) not in _JOINERS):
            parts.append(" ")
        parts.append(row)
        before = row
    return "".join(parts)


def unfinished(row: str) -> bool:
    """Say whether a row breaks off in the middle: at a comma, a hyphen, an "and", an open bracket."""
    last = row.rsplit(" ", 1)[-1].lower()
    return row.endswith((",", "-", "/")) or last in _JOINERS or row.rfind("(") > row.rfind(")")


def is_in_brackets(row: str) -> bool:
    """Say whether a row is a remark in brackets and nothing else."""
    return row.startswith("(") and row.find(")") == len(row) - 1


def begins_small(row: str) -> bool:
    """Say whether a row's first letter is a small one, whatever stands before it."""
    return next((char.islower() for char in row if char.isalpha()), False)


def runs_on(before: str, row: str) -> bool:
    """Say whether a row after a blank line is still the sentence before: slides part them so."""
    if not row[:1].islower() or _URL.match(row) or _URL.search(before):
        return False
    return not before.endswith((*_ENDS, ":", ";"))


def heading_runs_over(head: str, row: str) -> bool:
    """Say whether a long heading goes on in small letters: "How do I follow / what comes?"."""
    long = len(head) >= _LONG_HEADING and len(head.split()) >= _SENTENCE
    return long and (row[:1].islower() or head.endswith((",", "-", "–")))


def was_full(before: str, row: str, width: int) -> bool:
    """Say whether a row's first word had no room on the row before, in a text of that width."""
    return len(before) + 1 + len(row.split(" ", 1)[0]) + _SLACK > width


def parted_lines(rows: Sequence[str], *, prose: bool = False) -> list[list[int]]:
    """Part a paragraph into the texts it holds, one a line, and keep wrapped ones together.

    A row goes on with the one before if that one breaks off, or if it is a small letter's row
    after a row that ran full. Where the lines begin with capitals, a small letter says more.

    Args:
        rows: The paragraph's rows.
        prose: Behind a capital, a small letter always goes on.

    Returns:
        The indexes of each text's rows.
    """
    width = max(map(len, rows), default=0)
    made: list[list[int]] = []
    for index, row in enumerate(rows):
        if made and _wraps(rows[made[-1][0]], rows[index - 1], row, width=0 if prose else width):
            made[-1].append(index)
        else:
            made.append([index])
    return made


def _wraps(first: str, before: str, row: str, *, width: int) -> bool:
    """Say whether a row goes on with the one before; no width means prose."""
    if before.endswith(_ENDS) or not (row[:1].islower() or row[:1] in "()" or unfinished(before)):
        return False
    if unfinished(before) or _first_word(row) in _JOINERS:
        return True
    capital = first[:1].isupper()
    if not width:
        return capital
    return len(before) >= (_FULL_AFTER_CAPITAL if capital else _FULL) and was_full(
        before, row, width
    )


def _first_word(row: str) -> str:
    return row.split(" ", 1)[0].lower()
