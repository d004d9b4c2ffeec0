"""The report as a message for the meeting's chat: plain lines, short enough to be sent.

A chat takes no tables and no headings, and Teams no more than some 28 kB with all that it adds;
4,000 letters are safe, and more is not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from swotcli.render.measure import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from swotcli.render.views import Page, PointView, RoomView
    from swotcli.words import Words

MOST = 4_000
"""So many letters the message has at most, counted as Teams does (UTF-16)."""

_POINTS = 1_900
"""So many letters are for points; the rest is for takeaways."""

_EACH = 5
"""So many points a quadrant at most."""

_TITLE, _POINT, _WHO, _ROOM = 150, 150, 60, 40
_GAPS, _GAP = 4, 160
"""So many sentences on what is missing, and their length."""

_TAKEAWAYS = (300, 200, 140, 100, 70)
"""The lengths of a takeaway that are tried: the first with which all rooms fit, else the last."""

_END = 330
"""Room for what is said of what is left out."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    lines: list[str]
    left: int
    cut: bool


def chat(page: Page, words: Words) -> str:
    """Return the message."""
    gaps = [short(gap, _GAP) for gap in page.gaps[:_GAPS]]
    if len(page.gaps) > _GAPS:
        gaps.append(words.say("report.more", count=len(page.gaps) - _GAPS))
    head = [short(page.title, _TITLE), f"{page.counts}.", *gaps, ""]
    points = _points(page, words)
    used = _length([*head, *points.lines])
    takeaways = _takeaways(page, words, MOST - _END - used)
    end = _end(page, words, points, takeaways)
    return "\n".join([*head, *points.lines, *takeaways.lines, *end]) + "\n"


def _points(page: Page, words: Words) -> _Chosen:
    """Choose points by turns, one a quadrant, those of most rooms first."""
    chosen: dict[str, list[str]] = {quadrant.key: [] for quadrant in page.quadrants}
    left, cut = _POINTS, False
    for turn in zip_longest(*(quadrant.points[:_EACH] for quadrant in page.quadrants)):
        for quadrant, point in zip(page.quadrants, turn, strict=True):
            line = _point(point) if point else ""
            if point and len(chosen[quadrant.key]) < _EACH and left >= _length([line]):
                chosen[quadrant.key].append(line)
                left -= _length([line])
                cut = cut or len(point.said.text) > _POINT
    lines: list[str] = []
    for quadrant in page.quadrants:
        verb = short(quadrant.verb, _ROOM)
        lines.append(words.say("chat.points", name=quadrant.name, verb=verb))
        lines += chosen[quadrant.key] or [f"- {words.say('report.nothing')}"]
        lines.append("")
    whole = sum(len(quadrant.points) for quadrant in page.quadrants)
    return _Chosen(lines, whole - sum(map(len, chosen.values())), cut)


def _point(point: PointView) -> str:
    return f"- {short(point.said.text, _POINT)} ({short(point.who, _WHO)})"


def _takeaways(page: Page, words: Words, room: int) -> _Chosen:
    """Choose the takeaways of as many rooms as fit, in order."""
    rooms = [room for room in page.rooms if room.takeaways]
    if not rooms:
        return _Chosen([], 0, False)
    best = _Chosen([], len(rooms), False)
    for most in _TAKEAWAYS:
        best = _fitting(rooms, most, [words.say("chat.takeaways")], room)
        if not best.left:
            break
    return best


def _fitting(rooms: list[RoomView], most: int, lines: list[str], room: int) -> _Chosen:
    cut = False
    for place, several in enumerate(rooms):
        more = list(_of_room(several, most))
        if _length([*lines, *more, ""]) > room:
            return _Chosen([*lines, ""], len(rooms) - place, cut)
        lines += more
        cut = cut or any(len(takeaway.said.text) > most for takeaway in several.takeaways)
    return _Chosen([*lines, ""], 0, cut)


def _of_room(room: RoomView, most: int) -> Iterator[str]:
    yield f"{short(room.name, _ROOM)}:"
    for number, takeaway in enumerate(room.takeaways, 1):
        yield f"{number}. {short(takeaway.said.text, most)}"


def _end(page: Page, words: Words, points: _Chosen, takeaways: _Chosen) -> list[str]:
    lines = [page.suggestions] if page.suggestions else []
    what = [words.say("chat.left-points", count=points.left)] if points.left else []
    what += [words.say("chat.left-rooms", count=takeaways.left)] if takeaways.left else []
    if what:
        lines.append(words.say("chat.left", what=", ".join(what)))
    elif points.cut or takeaways.cut:
        lines.append(words.say("chat.shortened"))
    return lines


def _length(lines: list[str]) -> int:
    return sum(len(line.encode("utf-16-le")) // 2 + 1 for line in lines)
