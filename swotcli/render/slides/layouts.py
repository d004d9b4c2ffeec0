"""Which layout of the template deck serves for what.

Ours carry the names below. In another deck, such as an organisation's own, a layout of that name
wins; else one is found by its placeholders. What is only pleasant may be missing: without a layout
for tables or for four quarters, the list's area is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.errors import RenderFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from pptx.presentation import Presentation
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import SlideLayout

QUARTERS = 4
_ALIKE = 0.7
"""Four placeholders are quarters if the smallest has this share of the largest one's area."""


@dataclass(frozen=True, slots=True)
class Layouts:
    """The layouts found.

    Attributes:
        by_quadrant: A list's layout in the quadrant's colour, where the deck has one.
        quarters: None where the deck has no layout with four placeholders of one size.
        table: None where it has none with a placeholder for a table.
    """

    title: SlideLayout
    entries: SlideLayout
    by_quadrant: Mapping[str, SlideLayout]
    quarters: SlideLayout | None
    table: SlideLayout | None


def layouts(deck: Presentation, path: Path) -> Layouts:
    """Find the layouts of a deck.

    Args:
        deck: The template deck.
        path: Its file, for the problem.

    Raises:
        RenderFailed: It has no layout for a title slide, or none for a list.
    """
    every = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    named = {layout.name.casefold(): layout for layout in reversed(every)}

    def wanted(name: str, fits: Callable[[SlideLayout], float]) -> SlideLayout | None:
        if name.casefold() in named:
            return named[name.casefold()]
        best = max(every, key=fits, default=None)  # of equals the first
        return best if best is not None and fits(best) > 0 else None

    title, entries = wanted("SWOT title", _title), wanted("SWOT list", _list)
    if title is None or entries is None:
        lacking = "SWOT title" if title is None else "SWOT list"
        raise RenderFailed.of("deck-lacks-layout", path=path, name=lacking)
    return Layouts(
        title,
        entries,
        {name.removeprefix("swot "): layout for name, layout in named.items()},
        wanted("SWOT two by two", _quarters),
        wanted("SWOT table", _table),
    )


def text_places(places: Sequence[LayoutPlaceholder]) -> list[LayoutPlaceholder]:
    """Return the placeholders for running text, in reading order."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    text = (KIND.BODY, KIND.OBJECT, KIND.SUBTITLE)
    return [place for place in places if place.placeholder_format.type in text]


def _kinds(layout: SlideLayout) -> set[str]:
    return {place.placeholder_format.type.name for place in layout.placeholders}


def _text(layout: SlideLayout) -> list[LayoutPlaceholder]:
    return text_places(list(layout.placeholders))


def _area(place: LayoutPlaceholder) -> float:
    return float(place.width * place.height)


def _title(layout: SlideLayout) -> float:
    kinds = _kinds(layout)
    if "CENTER_TITLE" not in kinds and not {"TITLE", "SUBTITLE"} <= kinds:
        return 0
    return 2 if _text(layout) else 1


def _list(layout: SlideLayout) -> float:
    text = _text(layout)
    others = _kinds(layout) & {"PICTURE", "CHART", "TABLE", "MEDIA_CLIP", "ORG_CHART", "BITMAP"}
    fits = "TITLE" in _kinds(layout) and len(text) == 1 and not others
    return _area(text[0]) if fits else 0


def _quarters(layout: SlideLayout) -> float:
    areas = [_area(place) for place in _text(layout)]
    alike = len(areas) == QUARTERS and min(areas) >= _ALIKE * max(areas)
    return float(alike and "TITLE" in _kinds(layout))


def _table(layout: SlideLayout) -> float:
    return float({"TITLE", "TABLE"} <= _kinds(layout))
