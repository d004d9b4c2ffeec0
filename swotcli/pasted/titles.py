"""Which heading or row is the workshop's title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.pasted.entries import begins_with_time, minutes_in
from swotcli.pasted.fields import title_in
from swotcli.pasted.when import tells_when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.pasted.collected import Collected
    from swotcli.pasted.outline import Block, Row
    from swotcli.pasted.parts import Part
    from swotcli.pasted.vocabulary import Vocabulary

_MOST_WORDS = 10
_LEVELS = (0, 1, 7)
"""Unmarked, the first level of Markdown, bold: deeper headings that name a part are that part's."""


@dataclass
class Titles:
    """Finds the title and takes it, with the day and the hours behind it."""

    vocabulary: Vocabulary
    collected: Collected

    def is_first(self, head: str, part: Part | None, level: int) -> bool:
        """Say whether a heading before all else is the title; it may name a part ("workshop")."""
        if part == "programme" or not self.may_be(head):
            return False
        if part is None:
            return True
        return level in _LEVELS and len(head.split()) > 1 and minutes_in(head) is None

    def may_be(self, head: str) -> bool:
        """Say whether a text can be the title at all, and none has come yet."""
        if "title" in self.collected.data or self.vocabulary.names("welcome", head):
            return False
        return bool(title_in(head, self.vocabulary))

    def leads_to_goals(self, rest: Sequence[Row]) -> bool:
        """Say whether a page whose heading names no part asks what the goals below answer."""
        return any("?" in row.text or self.vocabulary.names("goals", row.text) for row in rest)

    def take(self, row: Row) -> bool:
        """Take a row as the title; it is unused if it can be none."""
        if not self.may_be(row.text):
            self.collected.unused.append(row)
            return False
        self.collected.put("title", title_in(row.text, self.vocabulary), row.line)
        if tells_when(row.text, self.vocabulary) and not self.collected.take_when(
            row.text, row.line
        ):
            self.collected.unused.append(row)  # another day than the one that came before
        return True

    def take_plain(self, block: Block) -> bool:
        """Take a short row by itself, before all else, as the title."""
        row = block.rows[0]
        if block.bullet or len(block.rows) > 1 or begins_with_time(row.text):
            return False
        short = len(row.text.split()) <= _MOST_WORDS and not row.text.endswith(":")
        return short and self.may_be(row.text) and self.take(row)
