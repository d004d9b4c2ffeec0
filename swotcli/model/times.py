"""A time of day or a date as people in Finland, Sweden and Britain write it."""

from __future__ import annotations

import re
from datetime import date, time

_TIME = re.compile(
    r"(?:klo\.?|kl\.?|kello|klockan|at)?\s*"
    r"(?P<hour>\d{1,2})(?:\s*[.:]\s*(?P<minute>\d{2}))?(?:[.:]\d{2})?\s*"
    r"(?P<half>a\.?m\.?|p\.?m\.?)?",
    re.IGNORECASE,
)
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*(?P<mark>[./])\s*(\d{1,2})\s*[./]\s*(\d{4})\.?")


def read_time(text: str) -> time:
    """Read `16`, `16.30`, `16:30`, `klo 16.30`, `kl. 9` or `4 pm`.

    Raises:
        ValueError: It is no time of day.
    """
    match = _TIME.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    return time(hour, minute)


def read_date(text: str) -> date:
    """Read `2026-03-10` or, day first, `10.3.2026` and `13/3/2026`.

    With strokes the day comes first in some countries and the month in others, so `5/6/2026` is
    not guessed at.

    Raises:
        ValueError: It is no date, no day of the calendar, or could be two.
    """
    stripped = text.strip()
    if iso := _ISO_DATE.fullmatch(stripped):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if local := _DAY_FIRST.fullmatch(stripped):
        day, month, year = int(local[1]), int(local[3]), int(local[4])
        if local["mark"] == "/" and day <= 12 and day != month:
            raise ValueError(text)
        return date(year, month, day)
    raise ValueError(text)


def minutes_between(earlier: time, later: time) -> int:
    """Return the minutes from one time to another on the same day; negative if it is before."""
    return (later.hour - earlier.hour) * 60 + later.minute - earlier.minute


def after(start: time, minutes: int) -> time:
    """Return the time some minutes later, at most one minute before midnight."""
    total = min(start.hour * 60 + start.minute + minutes, 24 * 60 - 1)
    return time(total // 60, total % 60)
