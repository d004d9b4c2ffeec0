"""Notes in pasted text: what stands under the four headings, and not one line more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from swotcli.model.quadrant import Quadrant
from swotcli.pasted.bullets import with_rare_bullets
from swotcli.pasted.ends import ends_letter, heads_a_list, page_widths
from swotcli.pasted.headings import (
    QuadrantHeading,
    begins_quadrant,
    headings_are_small,
    is_matrix,
    names_takeaways,
    quadrant_heading,
    takeaways_heading,
)
from swotcli.pasted.outline import Block, Line, Manner, Row, outline
from swotcli.pasted.parts import begins_part, heads_part, is_part_itself
from swotcli.pasted.tables import lines_with_tables
from swotcli.pasted.wrapping import begins_small

if TYPE_CHECKING:
    from swotcli.pasted.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note, and the line where it begins."""

    quadrant: Quadrant
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found under headings.

    Attributes:
        left: Lines under a heading that are no notes by their form, so that a person can look.
    """

    notes: tuple[FoundNote, ...]
    takeaways: tuple[Row, ...]
    left: tuple[Row, ...]


def read_notes(text: str, vocabulary: Vocabulary) -> Found:
    """Read the notes and takeaways that stand under headings.

    A heading ends at the next one and, unless a list goes on, at the next page.
    """
    lines, left = lines_with_tables(text, vocabulary)
    lines = with_rare_bullets(lines, vocabulary)
    small = headings_are_small(lines, vocabulary)
    widths = page_widths(lines)

    def begins(before: Line, line: Line, behind: Line | None) -> bool:
        if begins_quadrant(before, line, vocabulary, small=small):
            return True
        listed = bool(before.bullet and behind and behind.bullet) and not line.indented
        if listed and heads_a_list(before.text, line.text, widths[line.number]):
            return True
        return _begins_other(before, line, behind, vocabulary)

    blocks = outline(lines, Manner(begins))
    reader = _Reader(blocks, vocabulary, widths, left=left)
    index = 0
    while index < len(blocks):
        index += reader.take(index)
    return Found(tuple(reader.notes), tuple(reader.takeaways), tuple(reader.left))


def _begins_other(before: Line, line: Line, behind: Line | None, vocabulary: Vocabulary) -> bool:
    """Say whether a line heads the takeaways or a part of the programme, close to a note.

    Behind a bullet it may be the note's own wrapped row: there only a bare name is a heading.
    """
    if not line.indented and ends_letter(line.text, vocabulary):
        return True
    listed = behind is not None and bool(behind.bullet)
    if begins_small(line.text) or not (listed or line.text.endswith(":")):
        return False
    if before.bullet:
        exact = vocabulary.is_exactly("takeaways", line.text)
        return exact or is_part_itself(line.text, vocabulary)
    return names_takeaways(line.text, vocabulary) or (
        listed and begins_part(before, line, behind, vocabulary)
    )


@dataclass
class _Reader:
    """Walks the blocks and knows under which heading it is.

    Attributes:
        section: What the next bullets are; "left" below the heading of a list that is unknown.
        level: The level of the section's heading.
        inline: A bullet may be a heading with a note behind its colon.
        parted: The section began with a heading of its own: more of them part it further.
    """

    blocks: tuple[Block, ...]
    vocabulary: Vocabulary
    widths: dict[int, int]
    left: list[Row] = field(kw_only=True)
    notes: list[FoundNote] = field(default_factory=list)
    takeaways: list[Row] = field(default_factory=list)
    section: Quadrant | Literal["takeaways", "left"] | None = None
    level: int = 0
    inline: bool = True
    parted: bool = False

    def take(self, index: int) -> int:
        """Take the block at an index; return how many blocks that used."""
        block = self.blocks[index]
        if heading := quadrant_heading(self.blocks, index, self.vocabulary, inline=self.inline):
            self.enter(heading, index)
            return heading.blocks
        listed = bool(self.notes) and self.lists(index)
        below = takeaways_heading(block, self.vocabulary, listed=listed)
        if below is not None and self.stands_out(index):
            self.section, self.level, self.inline = "takeaways", block.level, False
            self.parted = False
            if below:
                self.keep(Block(below))
        elif self.section is not None:
            self.within(index)
        return 1

    def enter(self, heading: QuadrantHeading, index: int) -> None:
        """Begin a quadrant; its heading's block may hold its first notes."""
        block = self.blocks[index]
        self.section, self.level = heading.quadrant, block.level
        self.inline = heading.inline and bool(block.bullet)
        self.parted = False
        if heading.rows and not heading.inline and self.lists(index):
            self.parted = not heading.rows[-1].text.endswith(("?", ".", "!"))
            self.left.extend(heading.rows)  # a question or a remark above the bullets
        elif heading.rows:
            self.keep(Block(heading.rows, block.bullet if heading.inline else ""))

    def within(self, index: int) -> None:
        """Take a block under a heading: notes, or the end of them."""
        block = self.blocks[index]
        if is_matrix(block.text, self.vocabulary) or self.is_elsewhere(index):
            self.section, self.inline = None, True
        elif self.section == "left" or self.ends(index):
            self.section, self.inline = "left", True
            self.left.extend(block.texts() if block.bullet else block.rows)
        elif block.level or (not block.bullet and self.is_in_a_list(index)):
            # A heading within the quadrant, whose notes follow, or a remark between bullets.
            heads = self.lists(index) and not block.text.endswith(("?", ".", "!"))
            self.parted = self.parted or (heads and not self.blocks[index - 1].bullet)
            self.left.extend(block.rows)
        else:
            self.keep(block)

    def is_elsewhere(self, index: int) -> bool:
        """Say whether a block leads away from the notes: a new page, a new part."""
        block = self.blocks[index]
        if block.bullet:
            return False
        if block.level:
            return not self.level or block.level <= self.level
        if block.opens:
            return True
        if not block.close and is_part_itself(block.rows[0].text, self.vocabulary):
            return True
        return (
            len(block.rows) == 1 and self.lists(index) and heads_part(block.text, self.vocabulary)
        )

    def ends(self, index: int) -> bool:
        """Say whether a block ends the notes: a letter's farewell, another list's heading."""
        block, above = self.blocks[index], self.blocks[index - 1]
        row = block.rows[0]
        if block.bullet or block.level:
            return False
        if ends_letter(row.text, self.vocabulary):
            return True
        if self.parted or not above.bullet or len(block.rows) > 1 or not self.lists(index):
            return False
        if quadrant_heading(self.blocks, index - 1, self.vocabulary):
            return False
        return heads_a_list(above.rows[-1].text, row.text, self.widths[row.line])

    def stands_out(self, index: int) -> bool:
        """Say whether a block looks like a heading by its mark, its colon or its place."""
        block = self.blocks[index]
        marked = block.level or ":" in block.rows[0].text
        return bool(marked or not block.close or self.lists(index))

    def lists(self, index: int) -> bool:
        """Say whether a bullet stands below a block."""
        if index + 1 >= len(self.blocks) or not self.blocks[index + 1].bullet:
            return False
        return quadrant_heading(self.blocks, index + 1, self.vocabulary) is None

    def is_in_a_list(self, index: int) -> bool:
        """Say whether a block has bullets beside it; then a paragraph is no note."""
        above = bool(self.blocks[index - 1].bullet)
        if above and quadrant_heading(self.blocks, index - 1, self.vocabulary):
            above = False
        return above or self.lists(index)

    def keep(self, block: Block) -> None:
        """Keep a block's texts as notes or takeaways."""
        rows = block.texts()
        if self.section == "takeaways":
            self.takeaways.extend(rows)
        elif self.section == "left":
            self.left.extend(rows)
        elif self.section is not None:
            self.notes.extend(FoundNote(self.section, row.text, row.line) for row in rows)
