"""Notes in a table whose cells are the quadrants, as Markdown writes it or a spreadsheet gives it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from swotcli.model.text import one_line
from swotcli.pasted.headings import named_quadrant
from swotcli.pasted.markup import (
    cell_lines,
    cells,
    is_table_row,
    is_table_rule,
    without_emphasis,
)
from swotcli.pasted.outline import Line, Row, lines_of

if TYPE_CHECKING:
    from swotcli.pasted.vocabulary import Vocabulary


def lines_with_tables(text: str, vocabulary: Vocabulary) -> tuple[list[Line], list[Row]]:
    """Return a text's lines, each column of a quadrant table as a heading with bullets below.

    Returns:
        The lines; and what a table says beside its columns.
    """
    raws = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tables: dict[int, _Table] = {}
    taken: set[int] = set()
    for number, raw in enumerate(raws, start=1):
        table = tables.get(number - 1) if number - 1 in taken else None
        if not _is_row(raw) or (table is None and not _heads(raw, vocabulary)):
            continue
        table = table or _Table(vocabulary)
        table.take(raw, number)
        taken.add(number)
        tables[number] = table
    kept = ["" if number in taken else _plain(raw) for number, raw in enumerate(raws, start=1)]
    lines = lines_of("\n".join(kept))
    every = {id(table): table for table in tables.values()}.values()
    for table in every:
        lines.extend(table.lines())
    left = [row for table in every for row in table.left]
    # Each table's lines carry the number of its first row, so that columns stay together.
    return sorted(lines, key=lambda line: line.number), left


def _is_row(raw: str) -> bool:
    return is_table_row(raw) or "\t" in raw


def _heads(raw: str, vocabulary: Vocabulary) -> bool:
    named = [named_quadrant(cell, vocabulary) for cell in cells(raw) if cell]
    if is_table_row(raw):
        return bool(named) and named[0] is not None
    return len(named) > 1 and all(named)


def _plain(raw: str) -> str:
    if is_table_rule(raw):
        return ""
    return " ".join(cells(raw)) if is_table_row(raw) else raw


@dataclass
class _Table:
    """One table: which column is which quadrant, and what stands below."""

    vocabulary: Vocabulary
    columns: dict[int, str] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    left: list[Row] = field(default_factory=list)
    first: int = 0

    def take(self, raw: str, number: int) -> None:
        """Take a row: names of quadrants, or notes below them."""
        self.first = self.first or number
        row = cells(raw)
        filled = [index for index, cell in enumerate(row) if cell]
        if is_table_rule(raw) or not filled:
            return
        named = [index for index in filled if named_quadrant(row[index], self.vocabulary)]
        if named == filled:
            self.columns = {index: row[index] for index in filled}
            self.notes.update({cell: self.notes.get(cell, []) for cell in self.columns.values()})
        elif named[:1] == [filled[0]]:
            self.columns = dict.fromkeys(filled[1:], row[filled[0]])
            self.keep(row, filled[1:], number)
        else:
            self.keep(row, filled, number)

    def keep(self, row: list[str], filled: list[int], number: int) -> None:
        """Keep the cells of a row under their columns' headings."""
        for index in filled:
            if index in self.columns:
                self.notes.setdefault(self.columns[index], []).extend(cell_lines(row[index]))
            else:
                self.left.append(Row(one_line(row[index]), number))

    def lines(self) -> list[Line]:
        """Return the table as headings with bullets."""
        made: list[Line] = []
        for heading, notes in self.notes.items():
            made.append(Line(one_line(without_emphasis(heading)), self.first, 1))
            cleaned = (one_line(without_emphasis(note)) for note in notes)
            made.extend(Line(note, self.first, 0, "•") for note in cleaned if note)
        return made
