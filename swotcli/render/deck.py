"""The report as slides, for the presentation mode and for PowerPoint: the same ones in both.

Driven by the agenda: welcome, programme, each room's takeaways, then per quadrant what most rooms
said, matters that stand in two quadrants, goals, what next. A slide holds so little that it never
overflows; what does not fit goes to a further one, and a very long text goes on over several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.render.measure import cut, lines, short
from swotcli.render.views import Said

if TYPE_CHECKING:
    from swotcli.render.views import Page, PointView, RoomView
    from swotcli.words import Words

LINES = 9.5
"""So many lines of text fit on a slide, at the size that can be read in a shared window."""

LETTERS = 52
"""So many letters fit in a line; wide ones count double."""

TITLE = 1.3
"""Height of a line of the title, by that of a line of text."""

DETAIL = 0.75
"""Height of a line of detail likewise."""

GAP = 0.4
"""Space between entries likewise."""

SMALLER = {"takeaways": (0.85, 0.7)}
"""Sizes of text by kind, tried after 1.0 to keep the entries together on one slide."""

_ANY_SMALLER = (0.85,)

SHARED_FIRST = 6
"""So many points of a quadrant are shown: those of most rooms. The report has all of them."""

MATTERS = 4
"""So many matters that stand in two quadrants are shown."""

MOST_ROOMS = 24
"""So many rooms' takeaways are shown; above that the report is the place to read them."""

_TITLE_LETTERS = 90
_DETAIL_LETTERS = 180


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a slide.

    Attributes:
        detail: Stands below it, smaller.
        number: 0 for a plain one.
        tied: It belongs to the entry before it and stays on the same slide.
    """

    said: Said
    detail: str = ""
    number: int = 0
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Attributes:
        kind: title, programme, takeaways, points, contradictions, goals, next or note.
        title: Unique in the deck.
        entries: What it lists.
        key: The quadrant, for its colour.
        item: The kind of the agenda's item during which it is shown: its minutes are counted.
        sources: All that stands behind the slide, for the speaker's notes.
        size: Of the text, by the size at which LINES lines fit: 1.0, or smaller.
    """

    kind: str
    title: Said
    entries: tuple[Entry, ...] = ()
    key: str = ""
    item: str = "debrief"
    sources: tuple[str, ...] = ()
    size: float = 1.0


def deck(page: Page, words: Words) -> tuple[Slide, ...]:
    """Return the slides of a report."""
    return tuple(_numbered([*_opening(page, words), *_middle(page, words), *_end(page, words)]))


def _opening(page: Page, words: Words) -> Iterator[Slide]:
    facts = [Entry(Said(f"{name}: {value}")) for name, value in page.facts]
    theme = [Entry(Said(page.theme, page.agenda_lang))] if page.theme else []
    yield from flowing("title", Said(page.title, page.agenda_lang), [*theme, *facts], item="")
    items = [
        Entry(
            Said(f"{item.hours} {item.title}".strip(), page.agenda_lang),
            "; ".join(item.speakers),
        )
        for item in page.items
    ]
    if items:
        yield from flowing("programme", Said(words.say("report.agenda")), items)


def _middle(page: Page, words: Words) -> Iterator[Slide]:
    for room in page.rooms[:MOST_ROOMS]:
        yield from _takeaways(room, words)
    if (left := len(page.rooms) - MOST_ROOMS) > 0:
        yield from flowing("note", Said(words.say("report.takeaways")), [_more(left, words)])
    for quadrant in page.quadrants:
        title = Said(f"{quadrant.name} – {quadrant.verb}")
        shown = quadrant.points[:SHARED_FIRST]
        entries = [Entry(point.said, _detail(point, words)) for point in shown]
        if (left := len(quadrant.points) - len(shown)) > 0:
            entries.append(Entry(Said(words.say("report.more-points", count=left))))
        entries = entries or [Entry(Said(words.say("report.nothing")))]
        sources = tuple(f"{note.room}: {note.said.text}" for point in shown for note in point.notes)
        yield from flowing("points", title, entries, key=quadrant.key, sources=sources)
    if page.contradictions:
        entries = [
            Entry(said, f"{name} · {who}", tied=place > 0)
            for found in page.contradictions[:MATTERS]
            for place, (name, said, who) in enumerate(found.sides)
        ]
        if (left := len(page.contradictions) - MATTERS) > 0:
            entries.append(_more(left, words))
        yield from flowing("contradictions", Said(words.say("report.contradictions")), entries)
    if page.goals and page.goals_named:
        entries = [
            Entry(Said(goal.text, page.agenda_lang), goal.coverage, goal.number)
            for goal in page.goals
        ]
        yield from flowing("goals", Said(words.say("report.coverage")), entries)


def _end(page: Page, words: Words) -> Iterator[Slide]:
    entries = [Entry(Said(line, page.agenda_lang)) for line in page.follow_up]
    entries += [
        Entry(Said(date.text, page.agenda_lang), date.when) if date.text else Entry(Said(date.when))
        for date in page.dates
    ]
    entries += [Entry(Said(link, page.agenda_lang)) for link, _ in page.links]
    if entries:
        title = Said(words.say("report.follow-up"))
        if page.follow_up_title:
            title = Said(page.follow_up_title, page.agenda_lang)
        yield from flowing("next", title, entries, item="end")


def _takeaways(room: RoomView, words: Words) -> Iterator[Slide]:
    entries = [
        Entry(takeaway.said, takeaway.agrees, number)
        for number, takeaway in enumerate(room.takeaways, 1)
    ]
    entries = entries or [Entry(Said(words.say("report.no-takeaways")))]
    title = Said(words.say("report.takeaways-by", room=room.name))
    sources = tuple(said.text for takeaway in room.takeaways for said in takeaway.behind)
    yield from flowing("takeaways", title, entries, sources=sources)


def _more(count: int, words: Words) -> Entry:
    return Entry(Said(words.say("report.more", count=count)))


def _detail(point: PointView, words: Words) -> str:
    marks = [words.say("report.suggested-short")] if point.suggested else []
    return " · ".join([point.line, *marks])


def flowing(
    kind: str,
    title: Said,
    entries: Iterable[Entry],
    *,
    key: str = "",
    item: str = "debrief",
    sources: tuple[str, ...] = (),
) -> Iterator[Slide]:
    """Yield as many slides as the entries need, each with as many as fit.

    They stay on one slide if a smaller size makes that possible; else they flow at the largest.
    """
    title = replace(title, text=short(title.text, _TITLE_LETTERS))
    whole = [replace(e, detail=short(e.detail, _DETAIL_LETTERS)) for e in entries]
    rows, size = _rows(whole, title, 1.0), 1.0
    for smaller in SMALLER.get(kind, _ANY_SMALLER):
        if len(rows) == 1:
            break
        together = _rows(whole, title, smaller)
        if len(together) == 1:
            rows, size = together, smaller
    for row in rows:
        yield Slide(kind, title, tuple(row), key, item, sources, size)


def _rows(entries: Sequence[Entry], title: Said, size: float) -> list[list[Entry]]:
    """Return the entries of each slide, at a size of text."""
    more = (lines(title.text, LETTERS / TITLE) - 1) * TITLE
    room = (LINES - more) / size
    letters = LETTERS / size
    rows: list[list[Entry]] = [[]]
    used = 0.0
    for group in _groups(_pieces(entries, room, letters)):
        height = sum(_height(entry, letters) for entry in group)
        if rows[-1] and used + height > room:
            rows.append([])
            used = 0.0
        for entry in group:
            # A group that is too high for any slide is taken apart.
            if rows[-1] and used + _height(entry, letters) > room:
                rows.append([])
                used = 0.0
            rows[-1].append(entry)
            used += _height(entry, letters)
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
    beside = letters - _beside(entry)
    return lines(entry.said.text, beside) + _detail_height(entry, letters) + GAP


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
            yield Entry(
                Said(text, entry.said.lang),
                entry.detail if place == len(texts) else "",
                entry.number if place == 1 else 0,
                entry.tied if place == 1 else False,
            )


def _numbered(slides: Sequence[Slide]) -> Iterator[Slide]:
    """Yield the slides with titles that differ: "(2/3)" where one title goes on."""
    titles = [slide.title.text for slide in slides]
    for place, slide in enumerate(slides):
        same = [n for n, title in enumerate(titles) if title == slide.title.text]
        if len(same) > 1:
            text = f"{slide.title.text} ({same.index(place) + 1}/{len(same)})"
            slide = replace(slide, title=replace(slide.title, text=text))
        yield slide
