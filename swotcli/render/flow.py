"""Slides whose entries are too many become several: no slide ever overflows.

How much room a text takes is told from its letters (`measure`). A slide keeps its entries together
at a smaller size of text where that is allowed and helps; else they flow, spread evenly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from swotcli.render.measure import cut, lines, short
from swotcli.render.views import Said

TITLE = 1.3
"""Height of a line of the title, by that of a line of text."""

DETAIL = 0.75
"""Height of a line of detail likewise."""

GAP = 0.4
"""Space between entries likewise."""

_TITLE_LETTERS = 120
_DETAIL_LETTERS = 200
"""So many letters of who said a thing; above that the first rooms only: there may be hundreds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a slide.

    Attributes:
        detail: Stands below it, smaller.
        number: 0 for a plain one.
        tied: It belongs to the entry before it and stays on the same slide.
        sources: What stands behind it, for the speaker's notes.
        detail_lang: The detail's language, where that is not the page's.
    """

    said: Said
    detail: str = ""
    number: int = 0
    tied: bool = False
    sources: tuple[Said, ...] = ()
    detail_lang: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Attributes:
        kind: title, programme, takeaways, points, contradictions, goals, next or note.
        title: Unique in the deck, once it has flowed.
        entries: What it lists.
        key: The quadrant, for its colour.
        item: The kind of the agenda's item during which it is shown: its minutes are counted.
        size: Of the text, by the size at which a slide's lines fit: 1.0, or smaller.
    """

    kind: str
    title: Said
    entries: tuple[Entry, ...] = ()
    key: str = ""
    item: str = "debrief"
    size: float = 1.0

    @property
    def sources(self) -> tuple[Said, ...]:
        """All that stands behind the slide, for the speaker's notes."""
        return tuple(said for entry in self.entries for said in entry.sources)


@dataclass(frozen=True, slots=True)
class Fit:
    """How much fits on a slide.

    Attributes:
        lines: Lines of text below a title of one line.
        letters: Letters in a line; wide ones count double.
        smaller: Sizes of text by kind of slide, tried after 1.0 to keep its entries together;
            those of "" are for any other kind.
    """

    lines: float = 9.5
    letters: float = 52
    smaller: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


def flowing(slides: Iterable[Slide], fit: Fit) -> tuple[Slide, ...]:
    """Return as many slides as the entries need, with titles that differ."""
    return tuple(_numbered([part for slide in slides for part in _parts(slide, fit)]))


def _parts(slide: Slide, fit: Fit) -> Iterator[Slide]:
    title = replace(slide.title, text=short(slide.title.text, _TITLE_LETTERS))
    entries = [replace(e, detail=short(e.detail, _DETAIL_LETTERS)) for e in slide.entries]
    rows, size = _rows(entries, title, fit, 1.0), 1.0
    for smaller in fit.smaller.get(slide.kind, fit.smaller.get("", ())):
        if len(rows) == 1:
            break
        together = _rows(entries, title, fit, smaller)
        if len(together) == 1:
            rows, size = together, smaller
    for row in rows:
        yield replace(slide, title=title, entries=tuple(row), size=size)


def _rows(entries: Sequence[Entry], title: Said, fit: Fit, size: float) -> list[list[Entry]]:
    """Return the entries of each slide, at a size of text."""
    more = (lines(title.text, fit.letters / TITLE) - 1) * TITLE
    room, letters = (fit.lines - more) / size, fit.letters / size
    groups = [
        ([(entry, _height(entry, letters)) for entry in group])
        for group in _groups(_pieces(entries, room, letters))
    ]
    rows = _filled(groups, room)
    # As few slides as that, but none nearly empty: the entries are spread evenly over them.
    even = sum(height for group in groups for _, height in group) / len(rows)
    while len(rows) > 1 and even < room:
        spread = _filled(groups, even)
        if len(spread) == len(rows):
            return spread
        even += GAP
    return rows


def _filled(groups: Iterable[Sequence[tuple[Entry, float]]], most: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = [[]]
    used = 0.0
    for group in groups:
        if rows[-1] and used + sum(height for _, height in group) > most:
            rows.append([])
            used = 0.0
        for entry, height in group:
            # A group that is too high for any slide is taken apart.
            if rows[-1] and used + height > most:
                rows.append([])
                used = 0.0
            rows[-1].append(entry)
            used += height
    return rows


def _groups(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield each entry with those that are tied to it."""
    group: list[Entry] = []
    for entry in entries:
        if group and not entry.tied:
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def _height(entry: Entry, letters: float) -> float:
    return lines(entry.said.text, letters - _beside(entry)) + _detail_height(entry, letters) + GAP


def _detail_height(entry: Entry, letters: float) -> float:
    beside = letters - _beside(entry)
    return lines(entry.detail, beside / DETAIL) * DETAIL if entry.detail else 0.0


def _beside(entry: Entry) -> int:
    """Return how many letters of a line a number or a line at the side takes."""
    return 3 if entry.number or entry.tied else 0


def _pieces(entries: Iterable[Entry], room: float, letters: float) -> Iterator[Entry]:
    """Yield the entries, those of very long texts in pieces; nothing of a text is left out."""
    for entry in entries:
        most = max(1, int(room - _detail_height(entry, letters) - GAP))
        texts = list(cut(entry.said.text, letters - _beside(entry), most))
        for place, text in enumerate(texts, 1):
            said, last = Said(text, entry.said.lang), place == len(texts)
            detail = entry.detail if last else ""
            if place == 1:
                yield replace(entry, said=said, detail=detail)
            else:
                yield Entry(said, detail, detail_lang=entry.detail_lang)


def _numbered(slides: Sequence[Slide]) -> Iterator[Slide]:
    """Yield the slides with titles that differ: "(2/3)" where one title goes on."""
    several = Counter(slide.title.text for slide in slides)
    seen: Counter[str] = Counter()
    for slide in slides:
        title = slide.title.text
        seen[title] += 1
        if several[title] > 1:
            text = f"{title} ({seen[title]}/{several[title]})"
            slide = replace(slide, title=replace(slide.title, text=text))
        yield slide
