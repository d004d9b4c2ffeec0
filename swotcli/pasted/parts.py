"""Which part of a programme a row is the heading of: goals, follow-up, the breakout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from swotcli.pasted.when import without_when
from swotcli.pasted.wrapping import begins_small

if TYPE_CHECKING:
    from swotcli.pasted.outline import Line
    from swotcli.pasted.vocabulary import Vocabulary

Part = Literal["programme", "follow_up", "goals", "theme", "instructions", "breakout"]
# Where a heading names two parts, the first of these: "Goals of the workshop" are goals.
PARTS: tuple[Part, ...] = (
    "programme",
    "follow_up",
    "goals",
    "instructions",
    "theme",
    "breakout",
)
_MOST_WORDS = 5
_FEW_WORDS = 3
_LABEL = 1
_LONGEST = 80
_MINUTES = re.compile(r"\(?\b\d{1,3}(?:[.,]5)? ?(?:(?:min|h)\w*|t\b|['’′])\.?\)?")


def part_named(text: str, vocabulary: Vocabulary) -> Part | None:
    """Return the part that a heading names."""
    for part in PARTS:
        named = vocabulary.nearly if part == "theme" else vocabulary.names
        if named(part, text):
            return part
    return None


def heads_part(row: str, vocabulary: Vocabulary) -> bool:
    """Say whether an unmarked row is a part's heading: short, no sentence, and naming it."""
    if row.endswith((".", ",", ";", "!")) or row[:1] == "(" or "://" in row:
        return False
    if row[:1].islower():
        return False
    bare = _MINUTES.sub("", without_when(row, vocabulary)[0])
    if bare.partition(":")[2].strip():
        return False  # "Goals: more growers" says its value itself
    words = len(bare.split())
    return 0 < words <= _MOST_WORDS and part_named(bare, vocabulary) is not None


def is_part_itself(row: str, vocabulary: Vocabulary) -> bool:
    """Say whether a row is the bare name of a part that never is a note."""
    bare = ("programme", "goals", "follow_up")
    return not row[:1].islower() and any(vocabulary.is_exactly(part, row) for part in bare)


def begins_part(before: Line, line: Line, behind: Line | None, vocabulary: Vocabulary) -> bool:
    """Say whether a line is a part's heading though it follows another closely."""
    if begins_small(line.text) or len(line.text.split()) > _FEW_WORDS:
        return False
    if not heads_part(line.text, vocabulary):
        return False
    if before.bullet and not line.text.endswith(":"):
        return behind is not None and bool(behind.bullet)
    return True


def begins_fact(line: Line, vocabulary: Vocabulary) -> bool:
    """Say whether a row below a bullet is one of its own, such as "Place: Teams"."""
    label, colon, value = line.text.partition(": ")
    words = label.split()
    if line.indented or not colon or not value or not 0 < len(words) <= _FEW_WORDS:
        return False
    of_the_bullet = vocabulary.is_one_of("speaker", words[0]) or len(words) > _LABEL
    named = part_named(label, vocabulary) is not None
    return label[:1].isupper() and not label[-1:].isdigit() and (named or not of_the_bullet)


def part_with_value(row: str, vocabulary: Vocabulary) -> tuple[Part, str, str] | None:
    """Read "Follow-up: the minutes come by mail" as a part, its name and what it says."""
    label, colon, value = row.partition(": ")
    parts: tuple[Part, ...] = ("follow_up", "instructions")
    for part in parts if colon and value and label[:1].isupper() else ():
        if vocabulary.is_exactly(part, label):
            return part, label, value.strip()
    return None


def heads_list(line: Line, behind: Line | None) -> bool:
    """Say whether a row is the heading of the bullets below it: short, and no sentence."""
    return (
        behind is not None
        and bool(behind.bullet)
        and not line.bullet
        and not line.text[:1].islower()
        and len(line.text) <= _LONGEST
        and not line.text.endswith((".", ",", ";", "-"))
        and ": " not in line.text
    )
