"""Notes by words anywhere in them: a part of a compound finds it, in any order, in any case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable


def matching(query: str, texts: Iterable[str]) -> list[int]:
    """Return the places of the texts that have every word of a query, the best first.

    Those in which words begin so come before those that have them inside; else in order.
    """
    wanted = one_line(query).casefold().split()
    if not wanted:
        return []
    found: list[tuple[int, int]] = []
    for place, text in enumerate(texts):
        folded = f" {text.casefold()}"
        if all(word in folded for word in wanted):
            found.append((sum(f" {word}" not in folded for word in wanted), place))
    return [place for _, place in sorted(found)]
