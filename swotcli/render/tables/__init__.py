"""All notes as tables and as data, for those who go on working with them.

rows         a note, a point, a takeaway, a room as rows, with their headers
workbook     a workbook of all of them (XLSX)
separated    one row a note as plain text (CSV)
structured   the summary as data (JSON), as `report.schema.json` here describes it
"""
