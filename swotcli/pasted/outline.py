"""Lines of pasted text to blocks: headings, bullets and paragraphs, wrapped lines together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.model.text import one_line
from swotcli.pasted.markup import all_bold, without_emphasis
from swotcli.pasted.wrapping import joined, parted_lines, runs_on, unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Bullets of keyboards, slides and Word (U+F0A7, U+F0B7 are its own symbols), and numbers.
_SIGNS = r"•‣◦▪▫●○■□·∙➢➤✓✔\uf0a7\uf0b7\uf0d8"
_BULLET = re.compile(
    rf"(?P<sign>[{_SIGNS}]|[*+](?=\s)|[-–—−](?=\s|[^\W\d_])|\(?\d{{1,3}}[.)](?=\s))"
    r"\s*(?:\[[ xX]\]\s+)?(?=\S)"
)
_EMPTY_BULLET = re.compile(rf"[{_SIGNS}*+–—−-]|\(?\d{{1,3}}[.)]|[*+-] \[[ xX]\]")
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.+)")
_RULE = re.compile(r"(?:[-*_=]\s?){3,}")
BLANKS_OF_A_PAGE = 2
_BOLD_LEVEL = 7
_SENTENCE = 3
_MANY = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the text, cleaned of its bullet or heading mark."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        blanks: How many blank lines stand before it.
        bullet: The bullet's sign; empty for others.
        level: How the text marks it as a heading: the number of its `#`, 7 for bold, 0 for none.
        indented: It does not begin at the margin.
    """

    text: str
    number: int
    blanks: int
    bullet: str = ""
    level: int = 0
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a bullet or a paragraph.

    Attributes:
        rows: Its lines.
        bullet: As in a line.
        level: As in a line.
        opens: It is the first of its page; pages are parted by two blank lines or a rule.
        close: No blank line parts it from the block before.
    """

    rows: tuple[Row, ...]
    bullet: str = ""
    level: int = 0
    opens: bool = False
    close: bool = False

    @property
    def text(self) -> str:
        """All rows as one text."""
        return joined(row.text for row in self.rows)

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.rows[0].line

    def texts(self, *, prose: bool = False) -> list[Row]:
        """Return the texts it holds: a bullet is one, a paragraph may be a list, one a line."""
        if self.bullet:
            return [Row(self.text, self.line)]
        return [
            Row(joined(self.rows[i].text for i in part), self.rows[part[0]].line)
            for part in parted_lines([row.text for row in self.rows], prose=prose)
        ]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a reader parts lines into blocks.

    Attributes:
        begins: Says of a line, the one before and the one behind whether it begins a block
            though no blank line parts it from the row before: a time, a quadrant's name.
        prose: The text is prose rather than a list of single lines.
    """

    begins: Callable[[Line, Line, Line | None], bool]
    prose: bool = False


def outline(lines: Iterable[Line], manner: Manner) -> tuple[Block, ...]:
    """Return the blocks that lines make, in order."""
    every = list(lines)
    groups: list[list[Line]] = []
    for index, line in enumerate(every):
        behind = every[index + 1] if index + 1 < len(every) else None
        if groups and _belongs(groups[-1], line, behind, manner=manner):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_block(group) for group in groups)


def lines_of(text: str, cleaned: Callable[[str], str | None] | None = None) -> list[Line]:
    """Return the lines of a text that are not blank.

    Args:
        text: As pasted.
        cleaned: What to do to a raw line first, such as joining the cells of a table; None
            leaves the line out.
    """
    made: list[Line] = []
    blanks = BLANKS_OF_A_PAGE
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    number = 1
    for page in pages:
        for raw in page.split("\n"):
            own = cleaned(raw) if cleaned else raw
            row = one_line((own or "").replace("\v", " "))
            if own is None:
                pass
            elif not row or _RULE.fullmatch(row):
                blanks += BLANKS_OF_A_PAGE if row else 1
            elif line := _line(row, raw, number, blanks=blanks):
                made.append(line)
                blanks = 0
            number += 1
        number -= 1  # a page's last line goes on behind the page break
        blanks += BLANKS_OF_A_PAGE
    return _single_spaced(made)


def _single_spaced(lines: list[Line]) -> list[Line]:
    """Take two blank lines for one where a text has two or more between all its lines."""
    gaps = Counter(line.blanks for line in lines[1:])
    close = gaps.pop(0, 0)
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap), default=1)
    if usual < BLANKS_OF_A_PAGE or gaps[usual] < _MANY or close * 10 > len(lines):
        return lines
    return [
        replace(line, blanks=max(line.blanks - usual + 1, 1)) if index else line
        for index, line in enumerate(lines)
    ]


def _line(row: str, raw: str, number: int, *, blanks: int) -> Line | None:
    if raw.lstrip().startswith("o\t"):  # Word's second level of bullets is the letter o and a tab
        return Line(row[1:].lstrip(), number, blanks, "o") if row[1:].strip() else None
    if heading := _HEADING.fullmatch(row):
        title = without_emphasis(heading["text"].rstrip("# ")).strip("*_ ")
        return Line(title, number, blanks, level=len(heading["marks"])) if title else None
    if bold := all_bold(row):
        return Line(bold, number, blanks, level=_BOLD_LEVEL)
    if _EMPTY_BULLET.fullmatch(row):
        return None
    if bullet := _BULLET.match(row):
        rest = row[bullet.end() :]
        return Line(all_bold(rest) or without_emphasis(rest), number, blanks, bullet["sign"])
    return Line(without_emphasis(row), number, blanks, indented=raw[:1].isspace())


def _belongs(group: list[Line], line: Line, behind: Line | None, *, manner: Manner) -> bool:
    first, last = group[0], group[-1]
    if line.bullet or line.level or first.level:
        return False
    if line.blanks >= BLANKS_OF_A_PAGE and not first.bullet:
        return False
    if manner.begins(replace(last, bullet=first.bullet), line, behind):
        return False
    if line.blanks == 0:
        return True
    if not runs_on(last.text, line.text):
        return False
    # In a list with bullets a small letter is sign enough, and in prose behind a sentence's
    # beginning. Plain lines may each be a note in small letters: there the line has to break off.
    long = len(group) > 1 or len(first.text.split()) >= _SENTENCE
    sentence = first.text[:1].isupper() and long
    return bool(first.bullet) or (manner.prose and sentence) or unfinished(last.text)


def _block(group: list[Line]) -> Block:
    first = group[0]
    return Block(
        tuple(Row(line.text, line.number) for line in group),
        first.bullet,
        first.level,
        first.blanks >= BLANKS_OF_A_PAGE,
        first.blanks == 0,
    )
