"""What a reader has collected of an agenda, and the agenda's data that this makes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from swotcli.pasted.follow_up import follow_up_data
from swotcli.pasted.items import items_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from swotcli.pasted.entries import Entry
    from swotcli.pasted.outline import Row
    from swotcli.pasted.vocabulary import Vocabulary

Places = dict[tuple[str | int, ...], int]
"""The line of each top-level key, and of each item by its index."""

ListName = Literal["goals", "instructions", "questions"]


@dataclass
class Collected:
    """The facts found so far; the first word on a thing counts.

    Attributes:
        unused: Rows that nothing was made of.
        breakout_minutes: The row that tells the breakout's length outside the programme.
    """

    vocabulary: Vocabulary
    data: dict[str, Any] = field(default_factory=dict)
    places: Places = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    unused: list[Row] = field(default_factory=list)
    follow_up: list[Row] = field(default_factory=list)
    follow_up_title: str = ""
    verbs: dict[str, str] = field(default_factory=dict)
    verbs_line: int = 1
    breakout_minutes: tuple[Row, int] | None = None

    def put(self, key: str, value: object, line: int) -> bool:
        """Take a value, unless the text has said it before; say whether it was taken."""
        if not value or key in self.data:
            return False
        self.data[key] = value
        self.places[(key,)] = line
        return True

    def put_all(self, values: dict[str, str], line: int) -> bool:
        """Take several values; say whether there were any."""
        for key, value in values.items():
            self.put(key, value, line)
        return bool(values)

    def add(self, key: ListName, rows: Iterable[Row]) -> None:
        """Add texts to a list."""
        for row in rows:
            self.put(key, [], row.line)
            self.places.setdefault((key,), row.line)
            self.data.setdefault(key, []).append(row.text)

    def add_entry(self, entry: Entry, line: int) -> None:
        """Add an entry of the programme."""
        self.places[("items", len(self.entries))] = line
        self.entries.append(entry)

    def finish(self) -> None:
        """Make the items, the hours that they tell, the verbs and the follow-up."""
        told = self.breakout_minutes
        items = items_data(self.entries, told[1] if told else None, self.vocabulary)
        self._hours(items)
        self.put("items", items, self.places.get(("items", 0), 1))
        if told and not any(item["kind"] == "breakout" for item in items):
            self.unused.append(told[0])
        self.put("action_verbs", self.verbs, self.verbs_line)
        if self.follow_up:
            data = follow_up_data(self.follow_up, self.vocabulary)
            title = {"title": self.follow_up_title} if self.follow_up_title else {}
            self.put("follow_up", {**title, **data}, self.follow_up[0].line)

    def _hours(self, items: list[dict[str, Any]]) -> None:
        """The first item's time is the start; the last one's is the end if it closes the whole."""
        timed = [index for index, item in enumerate(items) if item.get("at")]
        if not timed:
            return
        first, last = timed[0], timed[-1]
        self.put("start", items[first]["at"], self.places[("items", first)])
        until = self.entries[last].until
        if until and last == len(items) - 1:
            self.put("end", until.isoformat("minutes"), self.places[("items", last)])
        elif items[last]["kind"] == "end":
            self.put("end", items[last]["at"], self.places[("items", last)])
