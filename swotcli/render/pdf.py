"""The report and the brief as PDF: what the templates `report.typ` and `brief.typ` get, and notices.

Typst sets 5,000 notes in under a second, but 200,000 would take minutes and gigabytes and give a
document that no one reads: above a limit the PDF keeps to what most rooms said, and says so.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from swotcli.errors import RenderFailed
from swotcli.render.letters import name_of
from swotcli.render.typeset import typeset
from swotcli.render.views import PointView
from swotcli.words import own_language
from swotcli.words import words as words_of

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from _typeshed import DataclassInstance

    from swotcli.render.brief import Brief
    from swotcli.render.views import Page
    from swotcli.words import Words

MOST_NOTES = 5_000
"""With more notes than this the appendix is left out, and of each quadrant what most rooms said."""

POINTS = 15
"""So many points of a quadrant are shown then."""

_FRONT = 10
_FRONT_LETTERS = 150
_NAMED = 12


def report(
    page: Page, words: Words, templates: Sequence[Path], day: date
) -> tuple[bytes, tuple[str, ...]]:
    """Return the report as PDF, and what the person has to know of it.

    Args:
        page: What it shows.
        words: Its language.
        templates: Folders with templates that win over the shipped ones, first wins.
        day: The session's: the document bears no other date.

    Raises:
        RenderFailed: The template has a fault, or Typst is missing or broken.
    """
    page = kept_short(page, words)
    data = _fields(replace(page, logo=None))
    data["front"] = [
        [_front(point, len(page.rooms), words) for point in quadrant.points[:_FRONT]]
        for quadrant in page.quadrants
    ]
    if page.logo:
        data["logo"] = {"file": f"logo.{page.logo.kind}", "alt": page.logo.alt}
        try:
            made, replaced = typeset("report.typ", data, words, templates, day, page.logo)
        except RenderFailed:
            # A picture that a browser shows may yet be none to Typst: the report must not wait. If
            # something else is wrong, it is still so without the logo.
            del data["logo"]
            made, replaced = typeset("report.typ", data, words, templates, day)
            return made, (words_of(own_language()).say("pdf.no-logo"), *_notices(replaced))
        return made, _notices(replaced)
    made, replaced = typeset("report.typ", data, words, templates, day)
    return made, _notices(replaced)


def brief(
    page: Brief, words: Words, templates: Sequence[Path], day: date
) -> tuple[bytes, tuple[str, ...]]:
    """Return the brief as PDF, and what the person has to know of it; otherwise as `report`."""
    made, replaced = typeset("brief.typ", _fields(page), words, templates, day)
    return made, _notices(replaced)


def kept_short(page: Page, words: Words) -> Page:
    """Return the page as the PDF shows it: all of it, unless the notes are very many."""
    notes = sum(room.count for room in page.rooms)
    if notes <= MOST_NOTES:
        return page
    left_out = words.say("report.capped-pdf", notes=notes, points=POINTS)
    return replace(
        page,
        capped=f"{page.capped} {left_out}".strip(),
        quadrants=tuple(replace(quad, points=quad.points[:POINTS]) for quad in page.quadrants),
        rooms=tuple(replace(room, notes=()) for room in page.rooms),
    )


def _front(point: PointView, rooms: int, words: Words) -> dict[str, str]:
    """Return a point as the overview has it: in short, with how many rooms said it if several."""
    several = words.say("report.rooms-of", count=rooms, some=point.rooms)
    return {
        "text": _shortened(point.said.text),
        "lang": point.said.lang,
        "who": several if point.rooms > 1 else "",
    }


def _shortened(text: str) -> str:
    """Return the beginning of a long text, for the overview; it stands in full further on."""
    if len(text) <= _FRONT_LETTERS:
        return text
    return text[:_FRONT_LETTERS].rpartition(" ")[0].rstrip(" ,;:–-") + " …"


def _fields(view: DataclassInstance) -> dict[str, object]:
    """Return a view as plain data, its points with the line that is put together of their facts."""
    data = {field.name: _plain(getattr(view, field.name)) for field in fields(view)}
    if isinstance(view, PointView):
        data["line"] = view.line
    return data


def _plain(part: object) -> object:
    if is_dataclass(part) and not isinstance(part, type):
        return _fields(part)
    if isinstance(part, tuple):
        return [_plain(one) for one in part]
    return part


def _notices(replaced: Counter[str]) -> tuple[str, ...]:
    """Return which characters no font has, and how many there were, for the person's own eyes."""
    shown = [(letter, name_of(letter), count) for letter, count in replaced.most_common()]
    listed = [f"{letter} {name} × {count}" for letter, name, count in shown if name]
    if not listed:
        return ()
    more = [f"… (+{len(listed) - _NAMED})"] if len(listed) > _NAMED else []
    total = sum(count for _, name, count in shown if name)
    letters = ", ".join([*listed[:_NAMED], *more])
    return (words_of(own_language()).say("pdf.replaced", count=total, letters=letters),)
