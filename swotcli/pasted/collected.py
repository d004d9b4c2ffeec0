"""What a reader has collected of an agenda, and the agenda's data that this makes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from swotcli.pasted.fields import when_data
from swotcli.pasted.follow_up import follow_up_data
from swotcli.pasted.items import items_data
from swotcli.pasted.outline import Row
from swotcli.pasted.when import beside_when

if TYPE_CHECKING:
    from collections.abc import Iterable

    from swotcli.pasted.entries import Entry
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
        told: The texts that the day and the hours were taken from.
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
    told: dict[str, Row] = field(default_factory=dict)

    def put(self, key: str, value: object, line: int) -> bool:
        """Take a value, unless the text has said it before; say whether it was taken."""
        if not value or key in self.data:
            return False
        self.data[key] = value
        self.places[(key,)] = line
        return True

    def take_when(self, text: str, line: int, *, single: bool = False) -> bool:
        """Take the day and the hours of a text; say whether it gives them and all were taken."""
        told = when_data(text, self.vocabulary, single=single)
        for key, value in told.items():
            if self.put(key, value, line):
                self.told[key] = Row(text, line)
        return bool(told) and all(self.data[key] == value for key, value in told.items())

    def take_when_alone(self, text: str, line: int, *, single: bool = False) -> bool:
        """Take the day and the hours of a text; say whether nothing is left of it but "Teams"."""
        beside = beside_when(text, self.vocabulary).split()
        more = [word for word in beside if not self.vocabulary.is_one_of("online", word)]
        return self.take_when(text, line, single=single) and not more

    def outweigh(self, keys: Iterable[str]) -> None:
        """Forget what a sentence said of the day and the hours; the sentence is unused then."""
        for key in keys:
            self.data.pop(key, None)
            row = self.told.pop(key, None)
            if row is not None and row not in self.unused:
                self.unused.append(row)

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
