"""The report as one HTML file: what its template needs beside the page.

Above some size a browser would choke on the page, so the appendix and the ends of the lists are
left out, and the page says so.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.render import environment
from swotcli.render.deck import deck
from swotcli.render.flow import Fit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from swotcli.render.views import ItemView, Logo, Page
    from swotcli.words import Words

FIT = Fit(9.5, 52, {"takeaways": (0.85, 0.7), "": (0.85,)})
"""So much fits on a slide of the presentation; its style sheet sets text to these sizes."""

APPENDIX_NOTES = 5_000
"""With more notes than this there is no appendix."""

POINTS = 500
"""So many points of a quadrant are listed, those of most rooms, where there is no appendix."""

IN_BRIEF = 5
"""So many points of each quadrant stand in the overview."""


@dataclass(frozen=True, slots=True)
class Picture:
    """How many notes there are: what the bars of the table are drawn by.

    Attributes:
        most: The most notes of a room in a quadrant.
        of_quadrants: How many notes each quadrant has, over all rooms.
    """

    most: int
    of_quadrants: tuple[int, ...]

    @property
    def total(self) -> int:
        """All notes of all rooms."""
        return sum(self.of_quadrants)


def webpage(page: Page, words: Words, templates: Sequence[Path]) -> str:
    """Make the report as HTML.

    Args:
        page: What it shows.
        words: Its language.
        templates: Folders with templates that win over the shipped ones, first wins.

    Raises:
        RenderFailed: A template has a fault; its file and line are named.
    """
    slides = deck(page, words, FIT)
    counts = [room.counts for room in page.rooms]
    picture = Picture(
        max((count for row in counts for count in row), default=0),
        tuple(sum(row[place] for row in counts) for place in range(len(page.quadrants))),
    )
    return environment.render(
        "report.html.j2",
        _capped(page, words),
        words,
        templates,
        slides=slides,
        picture=picture,
        in_brief=IN_BRIEF,
        keys={quadrant.name: quadrant.key for quadrant in page.quadrants},
        logo=_address(page.logo) if page.logo else "",
        spans=_spans(page.items, page.ends),
    )


def _capped(page: Page, words: Words) -> Page:
    """Return the page without what is too much for a browser; `capped` says what that is."""
    if sum(room.count for room in page.rooms) <= APPENDIX_NOTES:
        return page
    said = words.say("report.capped-appendix", count=APPENDIX_NOTES)
    if any(len(quadrant.points) > POINTS for quadrant in page.quadrants):
        said = f"{said} {words.say('report.capped-points', count=POINTS)}"
    return replace(
        page,
        capped=said,
        quadrants=tuple(replace(q, points=q.points[:POINTS]) for q in page.quadrants),
        rooms=tuple(replace(room, notes=()) for room in page.rooms),
    )


def _address(logo: Logo) -> str:
    """Return a picture as an address that holds it: nothing is loaded from anywhere.

    An SVG that is shown as a picture can neither run scripts nor load anything (SVG 2, 2.7).
    """
    kind = {"svg": "svg+xml"}.get(logo.kind, logo.kind)
    return f"data:image/{kind};base64,{base64.b64encode(logo.content).decode('ascii')}"


def _spans(items: Sequence[ItemView], ends: int | None) -> list[tuple[str, int, int, str]]:
    """Return kind, beginning, end and title of each item that has a time.

    An item without an end goes on until the next one begins, the last until the session ends.
    """
    timed = [(item, item.begins) for item in items if item.begins is not None]
    spans = []
    for place, (item, begins) in enumerate(timed):
        following = next((later for _, later in timed[place + 1 :] if later > begins), ends)
        until = item.ends if item.ends is not None else following
        if until is not None and until > begins:
            spans.append((item.kind, begins, until, item.title))
    return spans
