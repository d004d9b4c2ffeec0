"""A draft of themes over the points of one quadrant, for a person to rename, join and split. Pure.

`draft` puts every point into exactly one theme and names the theme with words of its own points.
Themes are found by words and letters alone: a guess to begin with, never a finding. Nothing is
generated, nothing drawn at random: the same points give the same draft in any order.

`drafting` is the way through: `common` says which words tell nothing, `fields` which belong to one
field of life, `features` weighs what points have, `graph` ties each point to its nearest,
`louvain` finds the groups, `naming` their names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Key = tuple[Any, ...]
"""What a point is known by; its parts can be sorted."""


@dataclass(frozen=True, slots=True)
class Item:
    """A point as it is drafted into a theme.

    Attributes:
        key: Its name, unique and sortable.
        texts: All its wordings, its own first.
        lang: Their language ("fi", "sv", "en"); another one is compared without stems.
    """

    key: Key
    texts: tuple[str, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A suggested theme.

    Attributes:
        name: Words of its points; no other theme of the quadrant has the same name.
        keys: Its points, sorted.
    """

    name: str
    keys: tuple[Key, ...]


def draft(items: Sequence[Item]) -> tuple[Theme, ...]:
    """Return the themes of the points of one quadrant, the largest first, then by first key.

    A point that is like no other is a theme of its own. Points of different languages meet only
    by words that are written the same.
    """
    from swotcli.themes.drafting import drafted  # late: who only names the types pays nothing

    return drafted(items)
