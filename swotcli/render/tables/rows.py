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
        columns = (("room", 22), ("quadrant", 18), ("point", 60), ("note", 60), ("theme", 24),
                   ("votes", 9), ("goals", 12), ("suggested", 12), ("language", 10))  # fmt: skip
        return self._table("notes", columns, rows)

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
        columns = (("quadrant", 18), ("verb", 14), ("point", 60), ("rooms-count", 10),
                   ("rooms", 36), ("count", 12), ("votes", 9), ("theme", 24), ("suggested", 12))  # fmt: skip
        return self._table("points", columns, rows)

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
        columns = (("room", 22), ("number", 10), ("takeaway", 80), ("agrees", 36))
        return self._table("takeaways", columns, rows)

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
        columns = (("room", 22), ("facilitator", 24), ("state", 18), *_quadrants(), ("count", 12), ("takeaways", 12))  # fmt: skip
        return self._table("rooms", columns, rows)

    def goals(self) -> Table:
        """Return one row a goal of the agenda, with how many notes of each quadrant name it."""
        rows: Iterator[tuple[Cell, ...]] = (
            (goal.goal, goal.text, *(goal.of(quadrant) for quadrant in Quadrant), goal.count)
            for goal in self._summary.goals
        )
        columns = (("number", 10), ("goal", 60), *_quadrants(), ("count", 12))
        return self._table("goals", columns, rows)

    def _table(
        self, name: str, columns: tuple[tuple[str, int], ...], rows: Iterator[tuple[Cell, ...]]
    ) -> Table:
        named = tuple((self._header(column), width) for column, width in columns)
        return Table(self._header(name), named, tuple(rows))

    def _header(self, name: str) -> str:
        if name in set(Quadrant):
            return self._words.quadrant(Quadrant(name))
        return self._words.say(_HEADERS.get(name) or f"sheet.{name}")

    def _theme(self, point: Point) -> str:
        if point.theme not in self._drafted:
            return point.theme
        return f"{point.theme} ({self._words.say('report.suggested-short')})"

    def _suggested(self, point: Point) -> str:
        return self._words.say("sheet.yes") if point.suggested else ""


_HEADERS = {"facilitator": "report.facilitator", "goals": "report.goals"}


def _quadrants() -> tuple[tuple[str, int], ...]:
    return tuple((quadrant.value, 16) for quadrant in Quadrant)
