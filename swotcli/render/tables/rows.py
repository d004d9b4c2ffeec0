"""A summary as rows of tables: one a note, one a point, one a takeaway, one a room, one a goal.

What a person wrote is text; only what is counted here is a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.model.quadrant import Quadrant
from swotcli.render.agenda import verb

if TYPE_CHECKING:
    from swotcli.model.agenda import Session
    from swotcli.model.summary import Point, Summary
    from swotcli.words import Words

Cell = str | int


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: In the language of the report.
        columns: Each column's name and width in letters.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]


class Rows:
    """The tables of a summary."""

    def __init__(
        self, summary: Summary, session: Session, words: Words, *, without_names: bool = False
    ) -> None:
        self._summary, self._session, self._words = summary, session, words
        self._without_names = without_names
        self._names = {room.room: room.name for room in summary.rooms}
        self._drafted = {theme.name for theme in summary.themes if theme.suggested}

    def all(self) -> tuple[Table, ...]:
        """Return every table that has something to say, the notes first."""
        tables = (self.notes(), self.points(), self.takeaways(), self.rooms(), self.goals())
        return tuple(table for table in tables if table.rows or table is tables[0])

    def notes(self) -> Table:
        """Return one row a note, point by point as the report has them."""
        rows = (
            (
                self._names[note.room],
                self._words.quadrant(note.quadrant),
                point.text,
                note.text,
                self._theme(point),
                note.votes or "",
                ", ".join(map(str, note.goals)),
                self._suggested(point),
                note.lang or self._session.lang,
            )
            for point in self._summary.points
            for note in point.notes
        )
        columns = (("sheet.room", 22), ("sheet.quadrant", 18), ("sheet.point", 60), ("sheet.note", 60), ("sheet.theme", 24),
                   ("sheet.votes", 9), ("report.goals", 12), ("sheet.suggested", 12), ("sheet.language", 10))  # fmt: skip
        return self._table("sheet.notes", columns, rows)

    def points(self) -> Table:
        """Return one row a point, those of most rooms first in each quadrant."""
        rows = (
            (
                self._words.quadrant(point.quadrant),
                verb(point.quadrant, self._session, self._words),
                point.text,
                len(point.rooms),
                ", ".join(self._names[room] for room in point.rooms),
                len(point.notes),
                point.votes or "",
                self._theme(point),
                self._suggested(point),
            )
            for quadrant in Quadrant
            for point in self._summary.of(quadrant)
        )
        columns = (("sheet.quadrant", 18), ("sheet.verb", 14), ("sheet.point", 60), ("sheet.rooms-count", 10),
                   ("sheet.rooms", 36), ("sheet.count", 12), ("sheet.votes", 9), ("sheet.theme", 24), ("sheet.suggested", 12))  # fmt: skip
        return self._table("sheet.points", columns, rows)

    def takeaways(self) -> Table:
        """Return one row a takeaway."""
        rows = (
            (
                self._names[takeaway.room],
                takeaway.number,
                takeaway.text,
                ", ".join(dict.fromkeys(self._names[room] for room, _, _ in takeaway.agrees)),
            )
            for takeaway in self._summary.takeaways
        )
        columns = (
            ("sheet.room", 22),
            ("sheet.number", 10),
            ("sheet.takeaway", 80),
            ("sheet.agrees", 36),
        )
        return self._table("sheet.takeaways", columns, rows)

    def rooms(self) -> Table:
        """Return one row a room, with how many notes it has in each quadrant."""
        counts = dict.fromkeys(((r.room, q) for r in self._summary.rooms for q in Quadrant), 0)
        for note in self._summary.notes():
            counts[note.room, note.quadrant] += 1
        rows: Iterator[tuple[Cell, ...]] = (
            (
                room.name,
                "" if self._without_names else room.facilitator,
                self._words.say(f"state.{room.state.value}"),
                *(counts[room.room, quadrant] for quadrant in Quadrant),
                room.notes,
                len(room.takeaways),
            )
            for room in self._summary.rooms
        )
        columns = (("sheet.room", 22), ("report.facilitator", 24), ("sheet.state", 18), *_quadrants(), ("sheet.count", 12), ("sheet.takeaways", 12))  # fmt: skip
        return self._table("sheet.rooms", columns, rows)

    def goals(self) -> Table:
        """Return one row a goal of the agenda, with how many notes of each quadrant name it."""
        rows: Iterator[tuple[Cell, ...]] = (
            (goal.goal, goal.text, *(goal.of(quadrant) for quadrant in Quadrant), goal.count)
            for goal in self._summary.goals
        )
        columns = (("sheet.number", 10), ("sheet.goal", 60), *_quadrants(), ("sheet.count", 12))
        return self._table("report.goals", columns, rows)

    def _table(
        self, name: str, columns: tuple[tuple[str, int], ...], rows: Iterator[tuple[Cell, ...]]
    ) -> Table:
        named = tuple((self._header(column), width) for column, width in columns)
        return Table(self._header(name), named, tuple(rows))

    def _header(self, name: str) -> str:
        if name in set(Quadrant):
            return self._words.quadrant(Quadrant(name))
        return self._words.say(name)

    def _theme(self, point: Point) -> str:
        if point.theme not in self._drafted:
            return point.theme
        return f"{point.theme} ({self._words.say('report.suggested-short')})"

    def _suggested(self, point: Point) -> str:
        return self._words.say("sheet.yes") if point.suggested else ""


def _quadrants() -> tuple[tuple[str, int], ...]:
    return tuple((quadrant.value, 16) for quadrant in Quadrant)
