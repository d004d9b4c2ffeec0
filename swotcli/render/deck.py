"""The report as slides, for the presentation mode and for PowerPoint: the same ones in both.

Driven by the agenda: welcome, programme, each room's takeaways, then per quadrant what most rooms
said, matters that stand in two quadrants, goals, what next. What does not fit on a slide flows to
a further one; see `flow`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from swotcli.render.flow import Entry, Fit, Slide, flowing
from swotcli.render.views import Said

if TYPE_CHECKING:
    from swotcli.render.views import Page, PointView, RoomView
    from swotcli.words import Words

SHARED_FIRST = 6
"""So many points of a quadrant are shown while people look on; the report has all of them."""

MATTERS = 4
"""So many matters that stand in two quadrants are shown."""

_MOST_GAPS = 12

MOST_ROOMS = 24
"""So many rooms' takeaways are shown; above that the report is the place to read them."""


def deck(page: Page, words: Words, fit: Fit, points: int = SHARED_FIRST) -> tuple[Slide, ...]:
    """Return the slides of a report, each holding no more than fits.

    Args:
        page: The report.
        words: Its language.
        fit: How much fits on a slide.
        points: So many points of a quadrant are shown, those of most rooms.
    """
    slides = [*_opening(page, words), *_gaps(page, words)]
    slides += [*_middle(page, words, points), *_end(page, words)]
    return flowing(slides, fit)


def _opening(page: Page, words: Words) -> Iterator[Slide]:
    facts = [Entry(Said(f"{name}: {value}")) for name, value in page.facts]
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


def _gaps(page: Page, words: Words) -> Iterator[Slide]:
    """Yield what is missing, before anything of it can be taken for all there is."""
    if page.gaps:
        entries = [Entry(Said(gap)) for gap in page.gaps[:_MOST_GAPS]]
        if (left := len(page.gaps) - _MOST_GAPS) > 0:
            entries.append(Entry(Said(words.say("report.more", count=left))))
        yield Slide("note", Said(words.say("report.gaps")), tuple(entries))


def _middle(page: Page, words: Words, most: int) -> Iterator[Slide]:
    for room in page.rooms[:MOST_ROOMS]:
        yield from _takeaways(room, words)
    if (left := len(page.rooms) - MOST_ROOMS) > 0:
        more = Entry(Said(words.say("report.more-rooms", count=left)))
        yield Slide("note", Said(words.say("report.takeaways")), (more,))
    for quadrant in page.quadrants:
        title = Said(f"{quadrant.name} – {quadrant.verb}")
        shown = quadrant.points[:most]
        entries = [Entry(p.said, _detail(p, words), sources=_notes(p)) for p in shown]
        if (left := len(quadrant.points) - len(shown)) > 0:
            entries.append(Entry(Said(words.say("report.more-points", count=left))))
        entries = entries or [Entry(Said(words.say("report.nothing")))]
        yield Slide("points", title, tuple(entries), key=quadrant.key)
    if page.contradictions:
        entries = [
            Entry(said, f"{name} · {who}", tied=place > 0)
            for found in page.contradictions[:MATTERS]
            for place, (name, said, who) in enumerate(found.sides)
        ]
        if (left := len(page.contradictions) - MATTERS) > 0:
            entries.append(Entry(Said(words.say("report.more", count=left))))
        yield Slide("contradictions", Said(words.say("report.contradictions")), tuple(entries))
    if page.goals and page.goals_named:
        entries = [
            Entry(Said(goal.text, page.agenda_lang), goal.coverage, goal.number)
            for goal in page.goals
        ]
        yield Slide("goals", Said(words.say("report.coverage")), tuple(entries))


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
        yield Slide("next", title, tuple(entries), item="end")


def _takeaways(room: RoomView, words: Words) -> Iterator[Slide]:
    entries = [
        Entry(takeaway.said, takeaway.agrees, number, sources=takeaway.behind)
        for number, takeaway in enumerate(room.takeaways, 1)
    ]
    entries = entries or [Entry(Said(words.say("report.no-takeaways")), room.state)]
    yield Slide("takeaways", Said(words.say("report.takeaways-by", room=room.name)), tuple(entries))


def _notes(point: PointView) -> tuple[Said, ...]:
    return tuple(Said(f"{note.room}: {note.said.text}", note.said.lang) for note in point.notes)


def _detail(point: PointView, words: Words) -> str:
    marks = [words.say("report.suggested-short")] if point.suggested else []
    return " · ".join([*marks, point.line])
