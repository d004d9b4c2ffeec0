"""Points of a quadrant by what they are about: a draft, and what a person made of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.merge.decided import key_of
from swotcli.model.summary import Point, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.model.decisions import Rulings
    from swotcli.model.quadrant import Quadrant


Draft = tuple[str, list[int]]
"""A drafted theme's name, and the places of its points."""


def themed(
    quadrant: Quadrant, points: Sequence[Point], rulings: Rulings, drafts: Sequence[Draft]
) -> tuple[list[Point], list[Theme]]:
    """Return a quadrant's points with their themes, and the themes, the largest first.

    A theme that a person named keeps its points. A point that nobody put anywhere, such as a late
    room's, goes with those of its draft only if a person gave most of them one name.

    Args:
        quadrant: The quadrant.
        points: Its points, in order.
        rulings: What was ruled about it.
        drafts: Themes for what nobody put anywhere.
    """
    named = {ref.key: ruling.name for ruling in rulings.themes for ref in ruling.notes}
    ruled: dict[int, str] = {}
    for place, point in enumerate(points):
        given = [named[key] for note in point.notes if (key := key_of(note)) in named]
        if given:
            ruled[place] = Counter(given).most_common(1)[0][0]
    names = dict(ruled)
    taken = set(ruled.values())
    for name, places in drafts:
        homes = Counter(ruled[place] for place in places if place in ruled).most_common(1)
        most = bool(homes) and homes[0][1] > len(places) / 2
        home = homes[0][0] if most else _free(name, taken)
        taken.add(home)
        names.update({place: home for place in places if place not in ruled})
    with_themes = [replace(point, theme=names.get(place, "")) for place, point in enumerate(points)]
    sizes = Counter(point.theme for point in with_themes if point.theme)
    by_person = {ruling.name for ruling in rulings.themes}
    themes = [Theme(quadrant, name, name not in by_person, size) for name, size in sizes.items()]
    return with_themes, sorted(themes, key=lambda theme: -theme.points)


def drafted(points: Sequence[Point]) -> list[Draft]:
    """Draft themes for points."""
    from swotcli.themes import Item, draft

    items = [
        Item(
            (point.notes[0].text, point.notes[0].room, place),
            point.wordings,
            point.notes[0].lang,
        )
        for place, point in enumerate(points)
    ]
    place_of = {item.key: place for place, item in enumerate(items)}
    return [(theme.name, [place_of[key] for key in theme.keys]) for theme in draft(items)]


def _free(name: str, taken: set[str]) -> str:
    """Return a drafted name that is not one that a person gave to other points."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free
