"""What the blocks below each part's heading say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from swotcli.pasted.entries import begins_with_time, read_entry, time_alone
from swotcli.pasted.fields import questions_in, sentences_in, when_data
from swotcli.pasted.outline import Block, Row
from swotcli.pasted.parts import Part
from swotcli.pasted.people import is_a_person, people_only, split_people
from swotcli.pasted.when import beside_when, hours_in
from swotcli.pasted.wrapping import is_in_brackets, unfinished

if TYPE_CHECKING:
    from swotcli.pasted.collected import Collected
    from swotcli.pasted.vocabulary import Vocabulary

Section = Part | Literal["head", "quadrant", "other"]
_LONGEST_ITEM = 100
_WORDS_BESIDE_HOURS = 4


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
    pending: Row | None = None
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
                # A bullet says something of its own: "Report ready 30 April 2026" is no invitation.
                for row in block.texts():
                    self.loose(row, head=section == "head" and not block.bullet)
        return section

    def await_no_more(self, block: Block) -> None:
        """Take a block as the value of the label above it."""
        if not self.collected.put(self.awaited, block.text, block.line):
            self.collected.unused.extend(block.rows)
        self.awaited = ""

    def timed_row(self, section: Section, block: Block) -> Section:
        """Take a block that begins with a time."""
        first = block.rows[0].text
        alone = time_alone(first) is not None
        of_an_item = section == "programme" and (self.times_alone or not alone)
        if not of_an_item and (alone or self.is_place(first)):
            if not self.collected.take_when_alone(first, block.line, single=True):
                self.collected.unused.append(block.rows[0])
            rest = block.rows[1:]
            return self.take(section, Block(rows=rest)) if rest else section
        self.wait_no_more()
        if alone and not block.rows[1:]:
            self.pending = block.rows[0]
            return "programme"
        self.entry_rows(block)
        return "programme"

    def wait_no_more(self) -> None:
        """Leave a time unused whose title has not come."""
        if self.pending:
            self.collected.unused.append(self.pending)
        self.pending = None

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
        else:
            self.collected.unused.extend(block.rows[:used])
        for row in block.rows[used:]:
            self.programme(Block((row,), close=True))

    def goes_on(self, block: Block, index: int) -> bool:
        """Say whether a row goes on with the entry above it."""
        row, before = block.rows[index].text, block.rows[index - 1].text
        if row[:1].islower() or unfinished(before) or is_in_brackets(row):
            return True
        label = row.split(" ", 1)[0].rstrip(":")
        return bool(people_only(row, self.vocabulary)) or self.vocabulary.is_one_of(
            "speaker", label
        )

    def programme(self, block: Block) -> None:
        """Take a block of the programme that begins with no time."""
        if self.pending:
            rows = (Row(self.pending.text, block.line), *block.rows)
            self.pending = None
            self.entry_rows(Block(rows))
            return
        entries = self.collected.entries
        if entries and (more := entries[-1].with_people(block.text, self.vocabulary)):
            entries[-1] = more
        elif entries and block.close and is_in_brackets(block.text):
            entries[-1] = entries[-1].with_remark(block.text)
        elif self.timed and entries and is_a_person(block.text, self.vocabulary):
            self.collected.unused.extend(block.rows)
        elif block.bullet and not self.closed:
            self.entry_rows(block)
        elif not entries and self.tells_when_it_meets(block.text):
            if not self.collected.take_when_alone(block.text, block.line):
                self.collected.unused.extend(block.rows)
        elif not self.timed and not block.bullet and self.may_be_items(block):
            for row in block.texts():
                if entries and is_in_brackets(row.text):
                    entries[-1] = entries[-1].with_remark(row.text)
                else:
                    self.entry_rows(Block((row,)))
        else:
            self.collected.unused.extend(block.texts())

    def may_be_items(self, block: Block) -> bool:
        """Say whether plain rows may be items without times: short ones, and no sentences."""
        return all(
            len(row.text) <= _LONGEST_ITEM
            and (
                not row.text.endswith((".", "!", ",")) or split_people(row.text, self.vocabulary)[1]
            )
            for row in block.texts()
        )

    def goals(self, block: Block) -> None:
        """Take goals, or the questions that open the talk about them."""
        rows = block.texts()
        if block.bullet:
            self.collected.add("goals", rows)
            self.listed = True
            return
        if self.listed:  # the list has come, this is a remark below it
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
            heeded = head or not beside_when(text, self.vocabulary)
            if self.vocabulary.names("deadline", text) or not (
                heeded and self.collected.take_when_alone(text, row.line)
            ):
                others.append(text)
        if others:
            self.collected.unused.append(Row(" ".join(others), row.line))

    def tells_when_it_meets(self, text: str) -> bool:
        """Say whether a row gives the hours, perhaps with the day, and hardly a word more."""
        beside = len(beside_when(text, self.vocabulary).split())
        if not when_data(text, self.vocabulary):
            return False
        return not beside or (hours_in(text) is not None and beside <= _WORDS_BESIDE_HOURS)
