"""The report as slides, for the presentation mode and for PowerPoint: the same ones in both.

Driven by the agenda: welcome, programme, each room's takeaways, then per quadrant what most rooms
said, matters that stand in two quadrants, goals, what next. A slide holds so little that it never
overflows; what does not fit goes to a further one, and a very long text goes on over several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from swotcli.render.views import Said

if TYPE_CHECKING:
    from swotcli.render.views import Page, PointView, RoomView
    from swotcli.words import Words

LINES = 9
"""So many lines of text fit on a slide, at the size that can be read in a shared window."""

_LETTERS = 46
"""So many letters fit in a line; wide ones count double."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How much fits on a slide: lines of text, and letters in each."""

    lines: float = LINES
    letters: float = _LETTERS


_DETAIL = 0.75
"""Height of a line of detail, by that of a line of text."""

_GAP = 0.5
"""Space between entries, by the height of a line."""

_PIECE = 300
"""A text longer than this goes on as a further entry."""

_DETAILS = 200
"""So many letters of who said a thing, above that the first rooms only: there may be hundreds."""

SHARED_FIRST = 12
"""So many points of a quadrant are shown: those of most rooms. The report has all of them."""

MOST_ROOMS = 24
"""So many rooms' takeaways are shown; above that the report is the place to read them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a slide.

    Attributes:
        detail: Stands below it, smaller.
        detail_lang: Its language, where that is not the page's.
        number: 0 for a plain one.
        sources: What stands behind it, for the speaker's notes.
    """

    said: Said
    detail: str = ""
    number: int = 0
    sources: tuple[Said, ...] = ()
    detail_lang: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Attributes:
        kind: title, programme, takeaways, points, contradictions, goals, next or note.
        title: Unique in the deck.
        entries: What it lists.
        key: The quadrant, for its colour.
        item: The kind of the agenda's item during which it is shown: its minutes are counted.
    """

    kind: str
    title: Said
    entries: tuple[Entry, ...] = ()
    key: str = ""
    item: str = "debrief"

    @property
    def sources(self) -> tuple[Said, ...]:
        """All that stands behind the slide, for the speaker's notes."""
        return tuple(said for entry in self.entries for said in entry.sources)


def deck(page: Page, words: Words, fit: Fit = Fit()) -> tuple[Slide, ...]:
    """Return the slides of a report, each holding no more than fits."""
    return flowing([*_opening(page, words), *_middle(page, words), *_end(page, words)], fit)


def _opening(page: Page, words: Words) -> Iterator[Slide]:
    facts = [Entry(Said(f"{name}: {value}", page.agenda_lang)) for name, value in page.facts]
    theme = [Entry(Said(page.theme, page.agenda_lang))] if page.theme else []
    yield Slide("title", Said(page.title, page.agenda_lang), (*theme, *facts), item="")
    items = [
        Entry(
            Said(f"{item.hours} {item.title}".strip(), page.agenda_lang),
            "; ".join(item.speakers),
            detail_lang=page.agenda_lang,
        )
        for item in page.items
    ]
    if items:
        yield Slide("programme", Said(words.say("report.agenda")), tuple(items))


def _middle(page: Page, words: Words) -> Iterator[Slide]:
    for room in page.rooms[:MOST_ROOMS]:
        yield from _takeaways(room, words)
    if len(page.rooms) > MOST_ROOMS:
        more = words.say("report.more-rooms", count=len(page.rooms) - MOST_ROOMS)
        yield Slide("note", Said(words.say("report.takeaways-of")), (Entry(Said(more)),))
    for quadrant in page.quadrants:
        title = Said(f"{quadrant.name} – {quadrant.verb}")
        shown = quadrant.points[:SHARED_FIRST]
        entries = [
            Entry(point.said, _detail(point, words), sources=_notes(point)) for point in shown
        ]
        if len(quadrant.points) > len(shown):
            left = len(quadrant.points) - len(shown)
            entries.append(Entry(Said(words.say("report.more-points", count=left))))
        entries = entries or [Entry(Said(words.say("report.nothing")))]
        yield Slide("points", title, tuple(entries), key=quadrant.key)
    if page.contradictions:
        entries = [
            Entry(said, f"{name} · {who}")
            for found in page.contradictions
            for name, said, who in found.sides
        ]
        yield Slide("contradictions", Said(words.say("report.contradictions")), tuple(entries))
    if page.goals and page.goals_named:
        entries = [
            Entry(
                Said(goal.text, page.agenda_lang), shortened(goal.coverage, _DETAILS), goal.number
            )
            for goal in page.goals
        ]
        yield Slide("goals", Said(words.say("report.coverage")), tuple(entries))


def _end(page: Page, words: Words) -> Iterator[Slide]:
    entries = [Entry(Said(line, page.agenda_lang)) for line in page.follow_up]
    entries += [
        Entry(Said(f"{date.when}: {date.text}" if date.text else date.when, page.agenda_lang))
        for date in page.dates
    ]
    entries += [Entry(Said(link, page.agenda_lang)) for link, _ in page.links]
    if entries:
        title = Said(words.say("report.follow-up"))
        if page.follow_up_title:
            title = Said(page.follow_up_title, page.agenda_lang)
        yield Slide("next", title, tuple(entries), item="end")


def _takeaways(room: RoomView, words: Words) -> Iterator[Slide]:
    entries = [
        Entry(takeaway.said, takeaway.agrees, number, takeaway.behind)
        for number, takeaway in enumerate(room.takeaways, 1)
    ]
    entries = entries or [Entry(Said(words.say("report.no-takeaways")))]
    title = Said(words.say("report.takeaways-by", room=room.name))
    yield Slide("takeaways", title, tuple(entries))


def _notes(point: PointView) -> tuple[Said, ...]:
    return tuple(Said(f"{note.room}: {note.said.text}", note.said.lang) for note in point.notes)


def _detail(point: PointView, words: Words) -> str:
    marks = [words.say("report.suggested-short")] if point.suggested else []
    return shortened(" · ".join([*marks, point.line]), _DETAILS)


def flowing(slides: Iterable[Slide], fit: Fit = Fit()) -> tuple[Slide, ...]:
    """Return as many slides as the entries need, each with as many as fit, and with titles that differ."""
    return tuple(_numbered([part for slide in slides for part in _parts(slide, fit)]))


def _parts(slide: Slide, fit: Fit) -> Iterator[Slide]:
    most = fit.lines - max(0, _lines(slide.title.text, fit.letters * 0.75) - 1) * 1.5
    pieces = [(piece, _height(piece, fit.letters)) for piece in _pieces(slide.entries)]
    rows = _filled(pieces, most)
    # As few slides as that, but none nearly empty: the entries are spread evenly over them.
    even = sum(height for _, height in pieces) / len(rows)
    while len(rows) > 1 and even < most:
        spread = _filled(pieces, even)
        if len(spread) == len(rows):
            rows = spread
            break
        even += _GAP
    for row in rows:
        yield replace(slide, entries=tuple(row))


def _filled(pieces: Sequence[tuple[Entry, float]], most: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = [[]]
    used = 0.0
    for entry, height in pieces:
        if rows[-1] and used + height > most:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += height
    return rows


def _height(entry: Entry, letters: float) -> float:
    detail = _lines(entry.detail, letters / _DETAIL) * _DETAIL if entry.detail else 0.0
    return _lines(entry.said.text, letters) + detail + _GAP


def _lines(text: str, letters: float) -> int:
    """Return how many lines a text takes; a word longer than a line is broken."""
    return max(1, ceil(wide(text) * 1.1 / letters))


def wide(text: str) -> int:
    """Return how many letters' room a text takes; wide ones (Chinese, emoji) count double."""
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def _pieces(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries, those of very long texts in pieces; nothing of a text is left out."""
    for entry in entries:
        texts, details = list(cut(entry.said.text)), list(cut(entry.detail))
        for place, text in enumerate(texts):
            said = Said(text, entry.said.lang)
            detail = details[0] if place == len(texts) - 1 else ""
            piece = replace(entry, said=said, detail=detail)
            yield piece if place == 0 else Entry(said, detail, detail_lang=entry.detail_lang)
        yield from (Entry(Said(detail, entry.detail_lang)) for detail in details[1:])


def shortened(text: str, letters: int) -> str:
    """Return the beginning of a text, in whole words, with an ellipsis; a short one as it is."""
    if len(text) <= letters:
        return text
    place = text.rfind(" ", letters // 2, letters)
    return f"{text[: place if place > 0 else letters].rstrip(' ,;:')} …"


def cut(text: str) -> Iterator[str]:
    """Yield a text in pieces that each fit on a slide; nothing of it is left out but a blank."""
    while len(text) > _PIECE:
        place = text.rfind(" ", _PIECE // 2, _PIECE)
        place = place if place > 0 else _PIECE
        yield text[:place]
        text = text[place:].lstrip(" ")
    yield text


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
