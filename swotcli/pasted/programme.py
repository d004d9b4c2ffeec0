"""An agenda's data from a pasted programme, in the shape of the agenda's YAML.

What the text does not say is left out, for the organiser to give; what was not used is listed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from swotcli.model.text import one_line
from swotcli.pasted.collected import Collected
from swotcli.pasted.entries import begins_with_time, time_alone
from swotcli.pasted.fields import is_farewell, labelled
from swotcli.pasted.headings import begins_quadrant, headings_are_small
from swotcli.pasted.markup import cells, is_table_row, is_table_rule
from swotcli.pasted.notes import read_notes
from swotcli.pasted.outline import Line, Manner, Row, lines_of, outline
from swotcli.pasted.parts import begins_fact, begins_part, heads_list, part_with_value
from swotcli.pasted.people import is_name, people_only
from swotcli.pasted.reader import Reader
from swotcli.pasted.sections import Sections
from swotcli.pasted.titles import Titles
from swotcli.pasted.when import tells_when
from swotcli.pasted.wrapping import unfinished, was_full

if TYPE_CHECKING:
    from collections.abc import Callable

    from swotcli.pasted.vocabulary import Vocabulary

_SKIPPED = "|"
_CELLS_OF_A_HEAD = 2
_WORDS_OF_A_HEAD = 3
_NARROW = 30
"""A bullet that filled a column as narrow as this may go on with a capital."""


@dataclass
class Draft:
    """What a text says of an agenda.

    Attributes:
        data: In the shape of the agenda's YAML.
        lines: The line of each top-level key, and of each item by its index.
        notes: How many notes stand under the quadrants' headings.
        unused: Rows that nothing was made of.
    """

    data: dict[str, object] = field(default_factory=dict)
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)
    notes: int = 0
    unused: list[Row] = field(default_factory=list)


def read_programme(text: str, vocabulary: Vocabulary) -> Draft:
    """Read all that a pasted text says of an agenda."""
    lines = lines_of(_without_table_heads(text, vocabulary), _cells_joined)
    notes = read_notes(text, vocabulary)
    noted = [note.line for note in notes.notes] or [0]
    begins = _beginning(lines, vocabulary, range(min(noted), max(noted)))
    blocks = outline(lines, Manner(begins, prose=True))
    collected = Collected(vocabulary)
    sections = Sections(
        vocabulary,
        collected,
        timed=any(begins_with_time(line.text) and not time_alone(line.text) for line in lines),
        times_alone=sum(time_alone(line.text) is not None for line in lines) > 1,
    )
    known = {*noted, *(row.line for row in (*notes.takeaways, *notes.left))}
    titles = Titles(vocabulary, collected)
    Reader(vocabulary, blocks, collected, sections, titles, known).read()
    unused = sorted(collected.unused, key=lambda row: row.line)
    return Draft(collected.data, collected.places, len(notes.notes), unused)


def _beginning(
    lines: list[Line], vocabulary: Vocabulary, noted: range
) -> Callable[[Line, Line, Line | None], bool]:
    """Return what says whether a line begins a block though it follows another closely.

    Among the notes a row like "Theme: dull" goes on with the note above it.
    """
    small = headings_are_small(lines, vocabulary)

    def begins(before: Line, line: Line, behind: Line | None) -> bool:
        if begins_with_time(line.text) or begins_quadrant(before, line, vocabulary, small=small):
            return True
        if begins_part(before, line, behind, vocabulary):
            return True
        if before.bullet:
            if unfinished(before.text) or people_only(line.text, vocabulary):
                return False
            if line.number not in noted and begins_fact(line, vocabulary):
                return True
            return heads_list(line, behind) and not was_full(before.text, line.text, _NARROW)
        if labelled(line.text, vocabulary) or is_farewell(line.text, vocabulary):
            return True
        if part_with_value(line.text, vocabulary):
            return True
        capital = not line.text[:1].islower()
        return tells_when(line.text, vocabulary) or (
            capital
            and (tells_when(before.text, vocabulary) or bool(labelled(before.text, vocabulary)))
        )

    return begins


def _without_table_heads(text: str, vocabulary: Vocabulary) -> str:
    """Blank out the head of each table and its rule: "Time | What | Who" names columns only."""
    raws = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for index, raw in enumerate(raws):
        if is_table_rule(raw):
            raws[index] = _SKIPPED
            head = raws[index - 1] if index else ""
            if is_table_row(head) and not any(begins_with_time(cell) for cell in cells(head)):
                raws[index - 1] = _SKIPPED
    for index, raw in enumerate(raws[:-1]):
        above = raws[index - 1] if index else ""
        if _is_head_without_rule(above, raw, raws[index + 1], vocabulary):
            raws[index] = _SKIPPED
    return "\n".join(raws)


def _is_head_without_rule(above: str, raw: str, below: str, vocabulary: Vocabulary) -> bool:
    """Say whether a row of cells begins a table whose next row begins with a time."""
    row, following = cells(raw), cells(below)
    if len(row) < _CELLS_OF_A_HEAD or len(row) != len(following) or len(cells(above)) == len(row):
        return False
    if not begins_with_time(following[0]) or not all(row):
        return False
    return not any(
        begins_with_time(cell)
        or tells_when(cell, vocabulary)
        or cell.endswith(":")
        or len(cell.split()) > _WORDS_OF_A_HEAD
        or is_name(cell, vocabulary)
        for cell in row
    )


def _times_first(row: list[str]) -> list[str]:
    """Put the cells that are times before the others, two of them as from and to."""
    times = [cell for cell in row if time_alone(cell)]
    others = [cell for cell in row if cell not in times]
    return ["–".join(times), *others] if len(times) in (1, 2) else row


def _cells_joined(raw: str) -> str | None:
    """Join the cells of a row by commas, but a time, a label or a bullet to what it belongs to."""
    if raw == _SKIPPED:
        return None
    made = ""
    row = [one_line(cell) for cell in cells(raw)]
    for cell in _times_first(row) if is_table_row(raw) else row:
        lead = begins_with_time(made) and time_alone(made)
        if made and (lead or made.endswith((":", ",")) or not any(map(str.isalpha, made[1:]))):
            made = f"{made} {cell}".strip()
        elif cell:
            made = f"{made}, {cell}" if made else cell
    return made
