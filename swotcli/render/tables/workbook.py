"""All tables as one workbook (XLSX): text stays text, whatever it looks like."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from xlsxwriter.workbook import Workbook

    from swotcli.render.tables.rows import Table

_MOST_IN_A_CELL = 32_767
"""Excel takes no longer text in a cell. Only a list of very many rooms can be so long."""


def workbook(tables: Sequence[Table], title: str, day: date) -> bytes:
    """Return a workbook with a sheet for each table.

    Args:
        tables: In the order of the sheets.
        title: What the file is called when it is read aloud.
        day: The session's: the time of making would change the bytes.
    """
    import xlsxwriter

    stream = BytesIO()
    # Row by row to disk, so that 200,000 notes do not fill the memory.
    made = xlsxwriter.Workbook(
        stream,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    moment = datetime.combine(day, time(12))
    made.set_properties({"title": title[:255], "author": "swotcli", "created": moment})
    for table in tables:
        _sheet(made, table)
    made.close()
    return stream.getvalue()


def _sheet(made: Workbook, table: Table) -> None:
    look = {"valign": "top", "text_wrap": True}
    text, count = made.add_format(look), made.add_format({**look, "align": "right"})
    head = made.add_format({**look, "bold": True, "bg_color": "#1A4F8A", "font_color": "#FFFFFF"})
    sheet = made.add_worksheet(table.name)
    for place, (_, width) in enumerate(table.columns):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, (name, _) in enumerate(table.columns):
        sheet.write_string(0, place, name, head)
    for line, row in enumerate(table.rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(line, place, cell, count)
            else:
                sheet.write_string(line, place, _fitting(cell), text)


def _fitting(text: str) -> str:
    return text if len(text) <= _MOST_IN_A_CELL else f"{text[: _MOST_IN_A_CELL - 2]} …"
