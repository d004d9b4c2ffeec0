"""What the blocks below each part's heading say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from swotcli.pasted.entries import begins_with_time, read_entry, time_alone
from swotcli.pasted.fields import questions_in, sentences_in, when_data
from swotcli.pasted.outline import Block, Row
from swotcli.pasted.parts import Part
from swotcli.pasted.people import people_only
from swotcli.pasted.when import without_when
from swotcli.pasted.wrapping import unfinished

if TYPE_CHECKING:
    from swotcli.pasted.collected import Collected
    from swotcli.pasted.vocabulary import Vocabulary

Section = Part | Literal["head", "quadrant", "other"]
_LONGEST_ITEM = 100
_WORDS_BESIDE_A_DAY = 4


@dataclass
class Sections:
    """Takes blocks for the part that they stand in.

    Attributes:
        timed: The programme has items with times.
        times_alone: The programme gives times on rows of their own.
        pending: A time whose title is still to come.
        awaited: The label whose value stands below.
        closed: The item that ends the programme has come.
        listed: The goals have come as a list.
    """

    vocabulary: Vocabulary
    collected: Collected
    timed: bool
    times_alone: bool
    pending: str = ""
    awaited: str = ""
    closed: bool = False
    listed: bool = False

    def take(self, section: Section, block: Block) -> Section:
        """Take a block in a part; return the part that the next one stands in."""
        if section in ("programme", "head") and begins_with_time(block.rows[0].text):
            return self.timed_row(section, block)
        match section:
            case "programme":
                self.programme(block)
            case "breakout" | "instructions":
                self.collected.add("instructions", block.texts(prose=True))
            case "goals":
                self.goals(block)
            case "theme":
                return self.theme(block)
            case "follow_up":
                self.collected.follow_up.extend(block.texts())
            case _:
                for row in block.texts():
                    self.loose(row, head=section == "head")
        return section

    def await_no_more(self, block: Block) -> None:
        """Take a block as the value of the label above it."""
        if not self.collected.put(self.awaited, block.text, block.line):
            self.collected.unused.extend(block.rows)
        self.awaited = ""

    def timed_row(self, section: Section, block: Block) -> Section:
        """Take a block that begins with a time."""
        first = block.rows[0].text
        told = when_data(first, self.vocabulary, single=True)
        alone = time_alone(first) is not None
        of_an_item = section == "programme" and (self.times_alone or not alone)
        if not of_an_item and (alone or self.is_place(first)):
            self.collected.put_all(told, block.line)
            rest = block.rows[1:]
            return self.take(section, Block(rows=rest)) if rest else section
        if alone and not block.rows[1:]:
            self.pending = first
            return "programme"
        self.entry_rows(block)
        return "programme"

    def is_place(self, row: str) -> bool:
        """Say whether a row gives hours and where the workshop meets, and no more."""
        entry = read_entry([row], self.vocabulary)
        return entry is not None and self.vocabulary.is_one_of("online", entry.title)

    def entry_rows(self, block: Block) -> None:
        """Take an entry with the rows that go on with it; others are rows of the programme."""
        used = len(block.rows)
        if not block.bullet:
            least = 2 if time_alone(block.rows[0].text) else 1
            used = next(
                (i for i in range(least, used) if not self.goes_on(block, i)),
                used,
            )
        texts = [row.text for row in block.rows[:used]]
        if entry := read_entry(texts, self.vocabulary, untimed=True):
            self.collected.add_entry(entry, block.line)
            self.closed = bool(entry.at) and self.vocabulary.names("end", entry.title)
        for row in block.rows[used:]:
            self.programme(Block((row,), close=True))

    def goes_on(self, block: Block, index: int) -> bool:
        """Say whether a row goes on with the entry above it."""
        row, before = block.rows[index].text, block.rows[index - 1].text
        if row[:1].islower() or unfinished(before):
            return True
        label = row.split(" ", 1)[0].rstrip(":")
        return bool(people_only(row, self.vocabulary)) or self.vocabulary.is_one_of(
            "speaker", label
        )

    def programme(self, block: Block) -> None:
        """Take a block of the programme that begins with no time."""
        if self.pending:
            rows = (Row(self.pending, block.line), *block.rows)
            self.pending = ""
            self.entry_rows(Block(rows))
            return
        entries = self.collected.entries
        if entries and (more := entries[-1].with_people(block.text, self.vocabulary)):
            entries[-1] = more
        elif block.bullet and not self.closed:
            self.entry_rows(block)
        elif not entries and self.tells_when_only(block.text):
            self.collected.put_all(when_data(block.text, self.vocabulary), block.line)
        elif not self.timed and not block.bullet and self.may_be_items(block):
            for row in block.texts():
                self.entry_rows(Block((row,)))
        else:
            self.collected.unused.extend(block.texts())

    def may_be_items(self, block: Block) -> bool:
        """Say whether plain rows may be items without times: short ones, and no sentences."""
        return all(
            len(row.text) <= _LONGEST_ITEM and not row.text.endswith((".", "!", ","))
            for row in block.texts()
        )

    def goals(self, block: Block) -> None:
        """Take goals, or the questions that open the talk about them."""
        rows = block.texts()
        if block.bullet:
            self.collected.add("goals", rows)
            self.listed = True
            return
        if self.listed and not block.close:  # the list has come, this is a remark below it
            self.collected.unused.extend(rows)
            return
        self.listed = len(rows) > 1 and not any("?" in row.text for row in rows)
        for row in rows:
            questions, others = questions_in(row.text)
            if questions:
                self.collected.add("questions", [Row(text, row.line) for text in questions])
                self.collected.unused.extend(Row(text, row.line) for text in others)
            else:
                self.collected.add("goals", [row])

    def theme(self, block: Block) -> Section:
        """Take the theme; what follows it is none."""
        if not self.collected.put("theme", block.text, block.line):
            self.collected.unused.extend(block.rows)
        return "other"

    def loose(self, row: Row, *, head: bool) -> None:
        """Take the day and the hours from a row outside the known parts."""
        others = []
        for text in sentences_in(row.text):
            late = self.vocabulary.names("deadline", text)
            told = {} if late else when_data(text, self.vocabulary)
            if head or self.tells_when_only(text):
                self.collected.put_all(told, row.line)
            if not told or not (head or self.tells_when_only(text)):
                others.append(text)
        if others:
            self.collected.unused.append(Row(" ".join(others), row.line))

    def tells_when_only(self, text: str) -> bool:
        """Say whether a row gives a day or hours and hardly a word more."""
        before, behind = without_when(text, self.vocabulary)
        words = len(before.split()) + len(behind.split())
        return bool(when_data(text, self.vocabulary)) and words <= _WORDS_BESIDE_A_DAY
