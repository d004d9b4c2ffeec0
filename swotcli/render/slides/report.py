"""The report's slides for PowerPoint: those of the presentation mode, an overview, and two tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.render.deck import MOST_ROOMS, deck
from swotcli.render.flow import Slide, flowing
from swotcli.render.measure import short, width
from swotcli.render.slides.bundle import finished
from swotcli.render.slides.stage import FIT, Quarter, Stage
from swotcli.render.slides.tables import Table, pages
from swotcli.render.views import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from swotcli.render.views import Page, QuadrantView
    from swotcli.words import Words

_LINES = 6
"""So many lines of points fit below a quadrant's heading in the overview."""

_POINTS = 12
"""So many points of a quadrant go on slides, to be cut down by hand; the report has all of them."""

_LETTERS = 46
"""So many letters fit in one of them."""

_LONGEST = 2 * _LETTERS - 10
"""A longer point is shortened in the overview: the quadrant's own slide has all of it."""

_SHARES = (33, 13, 13, 16, 12, 13)


def report(
    page: Page, words: Words, day: date, folders: Sequence[Path]
) -> tuple[bytes, tuple[str, ...]]:
    """Make the report's slides.

    Args:
        page: The report.
        words: Its language.
        day: The session's date, which the file carries.
        folders: Folders with templates that win over the shipped ones.

    Returns:
        The file, and what the person has to know of it.

    Raises:
        RenderFailed: The template deck cannot be read, or lacks a layout that is needed.
    """
    stage = Stage(words, folders)
    for part in _parts(page, words):
        match part:
            case Slide():
                stage.add(part)
            case (Said() as title, Table() as table):
                stage.add_table(title, table)
            case (Said() as title, tuple() as quarters):
                stage.add_quarters(title, quarters)
    notices = stage.dress(page.accent, page.logo)
    return finished(stage.deck, page.title, page.lang, day), notices


def _parts(
    page: Page, words: Words
) -> Iterator[Slide | tuple[Said, Table] | tuple[Said, tuple[Quarter, ...]]]:
    """Yield the deck's slides with the overview before the points, goals and rooms as tables."""
    slides = deck(page, words, FIT, _POINTS)
    after = next((n for n, s in enumerate(slides) if s.kind == "next"), len(slides))
    first = next(n for n, s in enumerate(slides) if s.kind == "points")
    for place, slide in enumerate([*slides, None]):
        if place == first:
            yield Said(words.say("report.swot")), tuple(_quarters(page))
        if place == after:
            yield from _goals(page, words)
            yield from _rooms(page, words)
        if slide is not None and slide.kind != "goals":
            yield slide


def _quarters(page: Page) -> Iterator[Quarter]:
    for quadrant in page.quadrants:
        heading = short(f"{quadrant.name} – {quadrant.verb}", 40)
        yield Quarter(Said(f"{heading} ({quadrant.count})"), tuple(_first_points(quadrant)))


def _first_points(quadrant: QuadrantView) -> Iterator[Said]:
    """Yield as many of a quadrant's points as fit below its heading, those of most rooms first."""
    left = _LINES
    for point in quadrant.points:
        text = short(point.said.text, _LONGEST)
        left -= -(-width(text) // _LETTERS)
        if left < 0:
            return
        yield Said(text, point.said.lang)


def _goals(page: Page, words: Words) -> Iterator[tuple[Said, Table]]:
    if not page.goals_named:
        return
    rows = [
        (Said(f"{goal.number}. {goal.text}", page.agenda_lang), *_counted(goal.counts, goal.count))
        for goal in page.goals
    ]
    table = Table(
        _head("report.goal", page, words), tuple(rows), _SHARES, words.say("slides.goals")
    )
    yield from _paged(words.say("report.coverage"), table)


def _rooms(page: Page, words: Words) -> Iterator[tuple[Said, Table]]:
    shown = page.rooms[:MOST_ROOMS]
    rows = [
        (Said(room.name, page.agenda_lang), *_counted(room.counts, room.count)) for room in shown
    ]
    if left := len(page.rooms) - len(shown):
        rest = page.rooms[MOST_ROOMS:]
        counts = [sum(several) for several in zip(*(room.counts for room in rest), strict=True)]
        said = Said(words.say("slides.other-rooms", count=left))
        rows.append((said, *_counted(counts, sum(room.count for room in rest))))
    sums = [sum(several) for several in zip(*(room.counts for room in page.rooms), strict=True)]
    if sums:
        rows.append((Said(words.say("report.all")), *_counted(sums, sum(sums))))
        head = _head("sheet.room", page, words)
        table = Table(head, tuple(rows), _SHARES, words.say("slides.picture"), total=True)
        yield from _paged(words.say("report.picture"), table)


def _head(first: str, page: Page, words: Words) -> tuple[str, ...]:
    return (words.say(first), *(q.name for q in page.quadrants), words.say("report.all"))


def _counted(counts: Sequence[int], count: int) -> tuple[Said, ...]:
    return tuple(Said(str(number)) for number in (*counts, count))


def _paged(title: str, table: Table) -> Iterator[tuple[Said, Table]]:
    parts = list(pages(table))
    titles = flowing([Slide("table", Said(title)) for _ in parts], FIT)
    for slide, part in zip(titles, parts, strict=True):
        yield slide.title, part
