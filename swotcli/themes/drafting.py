"""From the points of one quadrant to named themes: the package's way through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from swotcli.likeness.shape import bare
from swotcli.themes import Item, Theme
from swotcli.themes.features import weighed, worded
from swotcli.themes.graph import graph
from swotcli.themes.louvain import groups
from swotcli.themes.naming import names


def drafted(items: Sequence[Item]) -> tuple[Theme, ...]:
    """Return what `draft` does."""
    alike: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.key):
        alike[tuple(sorted({bare(text) for text in item.texts}))].append(item)
    # Points written the same are one; in several languages they count as the last of them.
    points = sorted(alike.values(), key=lambda same: same[0].key)
    langs = [max(item.lang for item in same) for same in points]
    words = [worded(same[0].texts, lang) for same, lang in zip(points, langs, strict=True)]
    found = [
        sorted((item for point in group for item in points[point]), key=lambda item: item.key)
        for group in groups(graph(weighed(words)))
    ]
    found.sort(key=lambda theme: (-len(theme), theme[0].key))
    return tuple(
        Theme(name, tuple(item.key for item in theme))
        for name, theme in zip(names(found), found, strict=True)
    )
