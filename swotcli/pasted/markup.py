"""One row without the marks of Markdown and of tables; its words stay as they are."""

from __future__ import annotations

import re

_BOLD = re.compile(r"(?<![\w*])(\*\*|__)(?=[^\s*_])([^*_]+)(?<=\S)\1(?![\w*])")
_SLANTED = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+)(?<=\S)\1(?![\w*])")
_ALL_BOLD = re.compile(r"(\*\*|__)([^*_]+)\1(:?)")
_BULLET = re.compile(r"\s*[*+-]\s")
_TABLE_RULE = re.compile(r"[|\s:-]*-[|\s:-]*")
_PIPE = re.compile(r"(?<!\\)\|")
"""What parts the cells of a table; behind a backslash it is a cell's own."""
_BREAK = re.compile(r"\s*<br\s?/?>\s*", re.IGNORECASE)


def without_emphasis(row: str) -> str:
    """Return a row without the marks of bold and slanted text."""
    if "*" not in row and "_" not in row:
        return row
    return _SLANTED.sub(r"\2", _BOLD.sub(r"\2", row))


def all_bold(row: str) -> str:
    """Return the text of a row that is bold as a whole, which makes it a heading; else nothing."""
    match = _ALL_BOLD.fullmatch(row)
    return match[2].strip() + match[3] if match else ""


def is_table_row(raw: str) -> bool:
    """Say whether a line is a row of a Markdown table."""
    stripped = raw.strip()
    return stripped.startswith("|") and stripped.count("|") > 1


def is_table_rule(raw: str) -> bool:
    """Say whether a line is the rule below a Markdown table's head."""
    return is_table_row(raw) and _TABLE_RULE.fullmatch(raw.strip()) is not None


def cells(raw: str) -> list[str]:
    """Return the cells of a row of a Markdown table, or of a row that tabs part."""
    if not is_table_row(raw):
        return [cell.strip() for cell in raw.split("\t")]
    row = _PIPE.split(raw.strip())[1:]
    if not row[-1].strip():
        row.pop()
    return [cell.replace("\\|", "|").strip() for cell in row]


def cell_lines(cell: str) -> list[str]:
    """Return the lines of one cell."""
    lines = (_BULLET.sub("", line, count=1).strip() for line in _BREAK.split(cell))
    return [line for line in lines if line]
