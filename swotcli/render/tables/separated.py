"""One row a note as separated values (CSV), so that a Finnish or Swedish Excel opens them rightly."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from swotcli.render.tables.rows import Table

# What a spreadsheet takes for a formula, also behind blanks and in full width (OWASP, CSV injection).
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def separated(table: Table) -> bytes:
    """Return a table as text.

    Excel takes UTF-8 for that only with a byte order mark, and a comma for the decimal sign. A
    text that a spreadsheet would calculate gets an apostrophe before it, also "+358 ..." and
    "-5 %": who needs the bare text takes the workbook or the JSON.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(name for name, _ in table.columns)
    writer.writerows([_guarded(str(cell)) for cell in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig")


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
