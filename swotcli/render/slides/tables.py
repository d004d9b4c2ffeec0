"""Tables on slides: real ones, with a header row and a description, so few rows that they fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.render.measure import cut, lines
from swotcli.render.slides.layouts import text_places
from swotcli.render.views import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pptx.shapes.graphfrm import GraphicFrame
    from pptx.slide import Slide as Made
    from pptx.table import Table as Placed

    from swotcli.render.slides.runs import Writer

_SIZE, _HEAD = 18, 16
_LETTER = 0.52
"""A letter's width on average, by the size of the type; bold figures and capitals included."""

_LINE = 1.22
"""A line's height, likewise."""

_PADDING = 10.0
_CELL, _MOST_LINES = 30, 10
"""A text of more lines than this, in a narrow column, goes on in the next row."""

_WIDTH, _HEIGHT = 873.0, 374.0
"""The area of a table on the shipped deck, in points."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        head: The header row.
        rows: Texts; a cell is what a person wrote, or a count.
        shares: Each column's share of the width.
        description: What it shows, for those who do not see it.
        total: The last row sums up.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    shares: tuple[int, ...]
    description: str
    total: bool = False


def pages(table: Table) -> Iterator[Table]:
    """Yield a table in parts that each fit on a slide; a text too long for one goes on in the next row."""
    rows: list[tuple[Said, ...]] = []
    used = head = _height(table, tuple(map(Said, table.head)))
    several = [row for whole in table.rows for row in _rows(whole)]
    for place, row in enumerate(several):
        height = _height(table, row)
        if rows and used + height > _HEIGHT:
            yield replace(table, rows=tuple(rows), total=False)
            rows, used = [], head
        rows.append(row)
        used += height
        if place == len(several) - 1:
            yield replace(table, rows=tuple(rows))


def _rows(row: tuple[Said, ...]) -> Iterator[tuple[Said, ...]]:
    pieces = [list(cut(said.text, _CELL, _MOST_LINES)) for said in row]
    for place in range(max(map(len, pieces))):
        yield tuple(
            Said(texts[place] if place < len(texts) else "", said.lang)
            for texts, said in zip(pieces, row, strict=True)
        )


def _height(table: Table, row: Sequence[Said]) -> float:
    most = 1
    for said, share in zip(row, table.shares, strict=True):
        width = _WIDTH * share / sum(table.shares) - 15
        letters = max(1, int(width / (_SIZE * _LETTER)))
        most = max(most, lines(said.text, letters))
    return most * _SIZE * _LINE + _PADDING


def place_table(made: Made, table: Table) -> GraphicFrame:
    """Put an empty table on a slide: into the layout's placeholder for one, else over its list's."""
    size = (len(table.rows) + 1, len(table.head))
    for place in made.placeholders:
        if hasattr(place, "insert_table"):
            return place.insert_table(*size)
    (area, *_) = text_places(list(made.placeholders))
    box = (area.left, area.top, area.width, area.height)
    return made.shapes.add_table(*size, *box)


def fill(placed: Placed, table: Table, writer: Writer) -> None:
    """Write a table's texts, and give its columns their widths and its rows their heights."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    placed.first_row, placed.last_row = True, table.total
    whole = sum(column.width for column in placed.columns)
    for column, share in zip(placed.columns, table.shares, strict=True):
        column.width = int(whole * share / sum(table.shares))
    counts = [_counts(table, place) for place in range(len(table.head))]
    texts = [tuple(map(Said, table.head)), *table.rows]
    for line, (row, several) in enumerate(zip(placed.rows, texts, strict=True)):
        row.height = Pt(_height(table, several))
        for place, (cell, said) in enumerate(zip(row.cells, several, strict=True)):
            writer.write(cell.text_frame, said, size=_SIZE if line else _HEAD)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            if counts[place]:
                cell.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _counts(table: Table, place: int) -> bool:
    texts = [row[place].text for row in table.rows]
    return any(texts) and all(text.isdecimal() for text in texts if text)
