"""Rows fitted into a width and a height: each has a line, and long ones more where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.cells import cut, get_cwidth, pad, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.workbench.rows import Row

_MOST_LINES = 4
"""A row takes no more lines: the others are to be seen, too."""


def fitted(
    rows: Sequence[Row], width: int, height: int, top: int = 0, marked: int | None = None
) -> list[str]:
    """Return rows as lines that fit.

    Args:
        rows: What is to be seen.
        width: In cells.
        height: In lines.
        top: How many rows are above the first line; the first row is always seen.
        marked: The row that has a mark before it.
    """
    shown = [(place, row) for place, row in enumerate(rows) if place == 0 or place > top]
    if len(shown) > height:
        shown = [(place, row) for place, row in shown if not row.empty]
    full = [_lines(row, width, marked == place) for place, row in shown]
    if len(shown) > height:
        below = len(shown) - height + 1
        lines = [several[0] if len(several) == 1 else _cut(several, 1, width) for several in full]
        return [*lines[: max(height - 1, 0)], cut(f"  ↓ {below}", width)][:height]
    spare = height - len(shown)
    taken: list[str] = []
    for (_, row), several in zip(shown, full, strict=True):
        if row.gap and spare > len(shown) // 2:
            taken.append("")
            spare -= 1
        count = min(len(several), 1 + spare, _MOST_LINES)
        spare -= count - 1
        taken += several if count == len(several) else _cut_all(several, count, width)
    return taken


def _lines(row: Row, width: int, marked: bool) -> list[str]:
    """Return a row as lines of the width, below each other behind the label."""
    label = f"{'>' if marked else ' '}{row.label} " if row.label else " "
    indent = get_cwidth(label)
    texts = wrapped(row.text, max(width - indent, 1)) or [""]
    return [f"{label if not n else pad('', indent)}{text}" for n, text in enumerate(texts)]


def _cut_all(lines: Sequence[str], count: int, width: int) -> list[str]:
    return [*lines[: count - 1], _cut(lines[count - 1 :], 1, width)]


def _cut(lines: Sequence[str], count: int, width: int) -> str:
    """Return lines as one, with an ellipsis where it does not fit."""
    text = (
        lines[0] if len(lines) == count else f"{lines[0]} {' '.join(x.strip() for x in lines[1:2])}"
    )
    whole = cut(text, width)
    return whole if whole.endswith("…") or len(lines) == 1 else cut(f"{lines[0]}…", width)
