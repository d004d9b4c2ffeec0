"""Walks a programme's blocks and knows in which part it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.pasted.entries import begins_with_time, minutes_in
from swotcli.pasted.fields import is_farewell, is_greeting, is_letterhead, labelled, when_data
from swotcli.pasted.headings import is_matrix, is_takeaways, quadrant_heading
from swotcli.pasted.outline import Block, Line, Row
from swotcli.pasted.parts import Part, heads_list, heads_part, part_named, part_with_value
from swotcli.pasted.sections import Section, Sections
from swotcli.pasted.titles import Titles
from swotcli.pasted.when import without_when
from swotcli.pasted.wrapping import heading_runs_over, joined

if TYPE_CHECKING:
    from swotcli.pasted.collected import Collected
    from swotcli.pasted.vocabulary import Vocabulary

_LONGEST_HEADING = 120


@dataclass
class Reader:
    """Reads blocks in order.

    Attributes:
        collected: What they say.
        noted: Lines where notes of the quadrants begin.
        section: The part it is in.
        fresh: Nothing but a title or single facts has come yet.
        letter: The text greets like a letter: its first sentence is no title.
        in_letterhead: The rows of a mail's head go on.
        dated: A label has told the day.
    """

    vocabulary: Vocabulary
    blocks: tuple[Block, ...]
    collected: Collected
    sections: Sections
    titles: Titles
    noted: set[int]
    section: Section = "head"
    fresh: bool = True
    letter: bool = False
    in_letterhead: bool = False
    dated: bool = False

    def read(self) -> None:
        """Read all blocks."""
        index = 0
        while index < len(self.blocks):
            index += self.take(index)
        self.sections.wait_no_more()
        self.collected.finish()

    def take(self, index: int) -> int:
        """Take the block at an index; return how many blocks that used."""
        block = self.blocks[index]
        heading = quadrant_heading(
            self.blocks, index, self.vocabulary, inline=self.section != "quadrant"
        )
        if heading:
            self.section, self.fresh = "quadrant", False
            if heading.verb:
                if not self.collected.verbs:
                    self.collected.verbs_line = block.line
                self.collected.verbs.setdefault(heading.quadrant.value, heading.verb.casefold())
            return heading.blocks
        if is_matrix(block.text, self.vocabulary) or is_takeaways(block, self.vocabulary):
            self.section, self.fresh = "quadrant", False
            return 1
        rest = self.single_facts(block)
        if rest is not None and not rest.bullet:
            rest = self.part_with_value(rest)
        if rest is not None:
            rows = self.heading(rest, index)
            if rows:
                self.content(Block(rows, block.bullet, close=block.close))
        return 1

    def single_facts(self, block: Block) -> Block | None:
        """Take the rows of a mail's head, of a farewell and those with labels; return the rest."""
        rows = list(block.rows)
        within = self.in_letterhead and block.close
        while rows and is_letterhead(rows[0].text, self.vocabulary, within=within):
            self.collected.unused.append(rows.pop(0))
            self.letter = within = True
        self.in_letterhead = within
        if rows and not block.bullet and is_farewell(rows[0].text, self.vocabulary):
            self.section = "other"
        if not rows:
            return None
        # "Time: 9.6.2026" in the follow-up is another day, and "Theme: dull" may be a note.
        heeded = self.section not in ("follow_up", "quadrant")
        if block.bullet:
            heeded = self.section in ("head", "other")
        found = labelled(rows[0].text, self.vocabulary) if heeded else None
        return self.label(*found, rows) if found else replace(block, rows=tuple(rows))

    def part_with_value(self, block: Block) -> Block:
        """Enter the part that "Follow-up: minutes by mail" names; return what it says of it."""
        of_an_item = self.section == "programme" and block.close
        found = part_with_value(block.rows[0].text, self.vocabulary)
        if found is None or of_an_item or self.section == "quadrant":
            return block
        part, label, value = found
        self.enter(part, label, block)
        return replace(block, rows=(Row(value, block.line), *block.rows[1:]), opens=False)

    def label(self, key: str, value: str, rows: list[Row]) -> Block | None:
        """Take a labelled row with the rows that its value runs over; return the rest."""
        line = rows[0].line
        if key == "when":
            told = when_data(value, self.vocabulary, single=True)
            if not self.dated:  # a label outweighs a sentence
                self.collected.outweigh(told)
            self.dated = self.dated or "date" in told
            if not self.collected.take_when_alone(value, line, single=True) and value:
                self.collected.unused.append(rows[0])
            if not value:
                self.section = "head"
            return Block(tuple(rows[1:])) if rows[1:] else None
        used = 1
        while used < len(rows) and (key == "theme" or rows[used].text[:1].islower()):
            used += 1
        text = joined([*filter(None, [value]), *(row.text for row in rows[1:used])])
        if text and not self.collected.put(key, text, line):
            self.collected.unused.extend(rows[:used])
        if not text:
            self.sections.awaited = key
        return Block(tuple(rows[used:])) if rows[used:] else None

    def heading(self, block: Block, index: int) -> tuple[Row, ...]:
        """Read a block's first rows as a heading, if they are one; return the rows left."""
        head, rest = self.head_of(block, index)
        if not head:
            return block.rows
        bare = without_when(head, self.vocabulary)[0] or head
        part = part_named(bare, self.vocabulary)
        listed = heads_list(Line(head, 0, 0), self.following(index)) and not rest
        if self.is_item(part, block, rest, listed=listed):
            return block.rows
        stands_out = part is None and (block.level or block.opens)
        early = self.fresh and (not listed or stands_out) and (block.level or not self.letter)
        if early and self.titles.is_first(head, part, block.level):
            self.titles.take(Row(head, block.line))
            return rest
        leads_to_goals = self.titles.leads_to_goals(rest)
        if part is None and (block.level == 1 or (block.opens and leads_to_goals)):
            self.titles.take(Row(head, block.line))
            self.section, self.fresh = ("goals" if leads_to_goals else "other"), False
            return rest
        self.enter(part or ("goals" if leads_to_goals else "other"), head, block)
        return rest

    def is_item(
        self, part: Part | None, block: Block, rest: tuple[Row, ...], *, listed: bool
    ) -> bool:
        """Say whether a row of the programme only sounds like a part: "Group work"."""
        if self.section != "programme" or block.level or block.opens:
            return False
        alone = block.close or not (rest or listed)
        return bool(self.sections.pending) or (part == "breakout" and alone)

    def head_of(self, block: Block, index: int) -> tuple[str, tuple[Row, ...]]:
        """Return a block's heading and the rows below it; nothing if it has no heading."""
        first = block.rows[0].text
        if block.bullet or begins_with_time(first) or is_farewell(first, self.vocabulary):
            return "", block.rows
        rows = list(block.rows[1:])
        head = first
        while rows and not block.level and heading_runs_over(head, rows[0].text):
            head = joined([head, rows.pop(0).text])
        is_heading = (
            block.level
            or block.opens
            or heads_part(first, self.vocabulary)
            or (not rows and heads_list(Line(head, 0, 0), self.following(index)))
        )
        if is_heading and len(head) <= _LONGEST_HEADING:
            return head, tuple(rows)
        return "", block.rows

    def following(self, index: int) -> Line | None:
        """Return the first line of the block behind one."""
        if index + 1 >= len(self.blocks):
            return None
        block = self.blocks[index + 1]
        return Line(block.rows[0].text, block.line, 0, block.bullet, block.level)

    def enter(self, section: Section, head: str, block: Block) -> None:
        """Begin a part."""
        row = Row(head, block.line)
        if section == "other":
            self.enter_unknown(row)
            return
        self.section, self.fresh = section, False
        if without_when(head, self.vocabulary)[0].partition(":")[2].strip():
            self.collected.unused.append(row)  # "Goals: more growers" on a heading's line
        if section == "breakout" and (minutes := minutes_in(head)):
            self.collected.breakout_minutes = self.collected.breakout_minutes or (row, minutes)
        elif section == "programme":
            told = when_data(head, self.vocabulary)
            if not self.collected.take_when(head, row.line) and told:
                self.collected.unused.append(row)
        elif section == "follow_up":
            self.collected.follow_up_title = self.collected.follow_up_title or head.rstrip(": ")

    def enter_unknown(self, row: Row) -> None:
        """Begin a part of no known kind; greetings and the day lead to none."""
        if self.vocabulary.nearly("when", row.text):
            self.section = "head"
            if when_data(row.text, self.vocabulary):
                self.take_when(row)
            return
        if is_greeting(row.text, self.vocabulary):
            self.letter = True
        elif self.fresh and when_data(row.text, self.vocabulary):
            self.take_when(row)
            return
        self.collected.unused.append(row)
        if not self.fresh:
            self.section = "other"

    def take_when(self, row: Row) -> None:
        """Take the day and the hours of a row; what else it says is unused."""
        if not self.collected.take_when_alone(row.text, row.line):
            self.collected.unused.append(row)

    def content(self, block: Block) -> None:
        """Take a block below its part's heading."""
        if self.section == "quadrant":
            self.collected.unused.extend(row for row in block.texts() if row.line not in self.noted)
            return
        if self.sections.awaited:
            self.sections.await_no_more(block)
            return
        early = self.section == "head" and self.fresh and not self.letter
        if early and self.titles.take_plain(block):
            return
        self.section = self.sections.take(self.section, block)
        self.fresh = self.fresh and self.section == "head"
