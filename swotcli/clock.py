"""When the items of an agenda begin and end, and whether they fit into the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.errors import Problem
from swotcli.model.times import after, minutes_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import time

    from swotcli.model.agenda import Agenda, AgendaItem


@dataclass(frozen=True, slots=True)
class Slot:
    """An item with its hours, as far as the agenda says them."""

    item: AgendaItem
    begins: time | None
    ends: time | None


def timeline(agenda: Agenda) -> tuple[Slot, ...]:
    """Return the items with their hours.

    An item with minutes ends after them; a breakout without ends where the next item begins.
    """
    slots: list[Slot] = []
    for index, item in enumerate(agenda.items):
        ends: time | None = None
        if item.at and item.minutes:
            ends = after(item.at, item.minutes)
        elif item.at and item.kind == "breakout":
            ends = next((later.at for later in agenda.items[index + 1 :] if later.at), None)
        slots.append(Slot(item, item.at, ends))
    return tuple(slots)


def misfits(agenda: Agenda, lines: Mapping[tuple[str | int, ...], int]) -> tuple[Problem, ...]:
    """Return what does not fit: items out of order, over each other or beyond the whole.

    Args:
        agenda: With its times.
        lines: Where each value stands in the agenda's file.
    """
    if minutes_between(agenda.start, agenda.end) <= 0:
        values = {"start": _shown(agenda.start), "end": _shown(agenda.end)}
        return (Problem("ends-before-start", values, line=lines.get(("end",))),)
    return tuple(_misfits(agenda, lines))


def _misfits(agenda: Agenda, lines: Mapping[tuple[str | int, ...], int]) -> Iterator[Problem]:
    reached, title = agenda.start, ""
    for index, item in enumerate(agenda.items):
        line = lines.get(("items", index)) or lines.get(("items", index, "title"))
        values: dict[str, object] = {
            "title": item.title,
            "before": title,
            "at": _shown(item.at or reached),
        }
        if item.at and minutes_between(agenda.start, item.at) < 0:
            yield Problem("item-before-start", {**values, "start": _shown(agenda.start)}, line=line)
        elif item.at and minutes_between(item.at, reached) > 0:
            over = minutes_between(item.at, reached)
            begun = max((i.at for i in agenda.items[:index] if i.at), default=agenda.start)
            code = "items-out-of-order" if item.at < begun else "items-overlap"
            yield Problem(code, {**values, "count": over}, line=line)
        reached = max(reached, item.at or reached)
        if _over(agenda, reached, item) > 0:
            count = _over(agenda, reached, item)
            yield Problem(
                "items-exceed", {**values, "count": count, "end": _shown(agenda.end)}, line=line
            )
            return
        reached, title = after(reached, item.minutes or 0), item.title


def _over(agenda: Agenda, begins: time, item: AgendaItem) -> int:
    """Return by how many minutes an item goes beyond the end of the whole."""
    return minutes_between(agenda.end, begins) + (item.minutes or 0)


def _shown(value: time) -> str:
    return value.strftime("%H:%M")
