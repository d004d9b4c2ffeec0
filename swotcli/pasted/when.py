"""Days and hours in a text: where they stand, and what is left without them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from swotcli.model.times import read_date, read_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from swotcli.pasted.vocabulary import Vocabulary

CLOCK = r"(?:klo\.?|kello|kl\.?|klockan|at|from)"
_ENGLISH_CLOCK = ("at", "from")
_NOON = 12
HALF = r"(?:a\.?m(?!\w)\.?|p\.?m(?!\w)\.?|noon(?!\w))"
HOUR = rf"\d{{1,2}}(?:[.:]\d{{2}})?(?:\s?{HALF})?"
RANGE = (
    rf"(?P<first>{HOUR})\s?(?:[-–—−]|to(?=\s)|till(?=\s)|until(?=\s))\s?(?:{CLOCK}\s?)?"
    rf"(?P<last>{HOUR})(?![\w/])(?!\.\d)"
)
_WHOLE = re.compile(rf"(?:(?<!\w)(?P<clock>{CLOCK})\s?)?(?<![\d.:/–-]){RANGE}", re.IGNORECASE)
_SINGLE = re.compile(
    rf"(?<!\w)(?:(?P<clock>{CLOCK})\s?(?P<told>{HOUR})|(?P<half>\d{{1,2}}(?:[.:]\d{{2}})?\s?{HALF}))(?![\w/])(?!\.\d)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<![\d.])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?\d{4})(?!\d)\.?"
)
_DAY_WORD = re.compile(
    r"(?<!\w)(?:(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<month>[^\W\d_]{3,12})"
    r"|(?P<month2>[^\W\d_]{3,12})\s(?P<day2>\d{1,2})(?:\.|st|nd|rd|th)?(?:\späivänä)?),?\s(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_MARKS = " ,.;:!?|–—-()[]&/"
_SMALL = {"on", "the", "den", "at", "klo", "kl", "kello", "klockan", "from", "by", "and"}


def days(text: str, vocabulary: Vocabulary) -> Iterator[tuple[date, int, int]]:
    """Yield the days that a text names, in figures or with the month's name, and their places."""
    found = [*_DAY.finditer(text), *_DAY_WORD.finditer(text)]
    for match in sorted(found, key=lambda one: one.start()):
        day = _day(match, vocabulary)
        if day:
            yield day, match.start(), match.end()


def day_in(text: str, vocabulary: Vocabulary) -> date | None:
    """Return the first day that a text names."""
    return next((day for day, _, _ in days(text, vocabulary)), None)


def hours_in(text: str, *, alone: bool = False) -> tuple[time, time] | None:
    """Return the hours that a row gives for the whole, such as `klo 16-18`.

    Args:
        text: The row.
        alone: Only if the row says nothing else.
    """
    return next(
        (
            (first, last)
            for first, last, start, end in _ranges(text)
            if not alone or text[:start].strip(" ,") == text[end:].strip(" ,") == ""
        ),
        None,
    )


def start_in(text: str) -> time | None:
    """Return the only time that a row names, such as `at 5 pm`."""
    match = _SINGLE.search(text)
    time = as_time(match["told"] or match["half"]) if match else None
    if match is None or time is None:
        return None
    sure = (
        match["half"] or any(mark in match["told"] for mark in ":.") or match["told"][-1:] in "mM"
    )
    return time if sure or is_clock(match["clock"], time) else None


def is_clock(word: str | None, hour: time) -> bool:
    """Say whether a word makes a bare number a time; "at 5" may be in the morning or not."""
    if word is None:
        return False
    return word.lower() not in _ENGLISH_CLOCK or hour.hour > _NOON


def tells_when(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text holds a day, or hours from and to."""
    return day_in(text, vocabulary) is not None or hours_in(text) is not None


def without_when(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the words before a text's days and hours, and those behind."""
    spans = _spans(text, vocabulary)
    if not spans:
        return text, ""
    before, behind = text[: min(s for s, _ in spans)], text[max(e for _, e in spans) :]
    return _trimmed(before, vocabulary), behind.strip(" ,.;:|–—-")


def beside_when(text: str, vocabulary: Vocabulary) -> str:
    """Return the words that stand around a text's days and hours: not its weekday, not a label."""
    rest, begin = "", 0
    for start, end in sorted(_spans(text, vocabulary)):
        rest += f" {text[begin:start]}" if start > begin else ""
        begin = max(begin, end)
    words = f"{rest} {text[begin:]}".split()
    kept = [word for word in words if not _leads_to_a_day(word.strip(_MARKS), vocabulary)]
    return " ".join(kept).strip(_MARKS)


def as_time(text: str) -> time | None:
    """Return a text as a time of day, if it is one."""
    try:
        return read_time(text.lower().removesuffix("noon"))
    except ValueError:
        return None


def as_range(first: str, last: str) -> tuple[time, time] | None:
    """Return two hours of one range; "4-6 pm" and "11-1 pm" say the half of the day once."""
    tries = [first]
    half = re.search(r"([ap])\.?m\.?$", last.strip(), re.IGNORECASE)
    if half and not re.search(r"[ap]\.?m", first, re.IGNORECASE):
        tries = [f"{first} {half[1]}m", *([f"{first} am"] if half[1].lower() == "p" else [])]
    until = as_time(last)
    for one in tries:
        begin = as_time(one)
        if begin and until and begin < until:
            return begin, until
    return None


def _spans(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    spans = [(start, end) for _, start, end in days(text, vocabulary)]
    spans += [(start, end) for _, _, start, end in _ranges(text)]
    return [*spans, *(match.span() for match in _SINGLE.finditer(text))]


def _leads_to_a_day(word: str, vocabulary: Vocabulary) -> bool:
    """Say whether a word adds nothing to a day: "Tuesday", "on", "Time"; "daily" does."""
    if not any(map(str.isalnum, word)) or word.lower() in _SMALL:
        return True
    return vocabulary.is_weekday(word) or vocabulary.is_exactly("when", word)


def _ranges(text: str) -> Iterator[tuple[time, time, int, int]]:
    dated = [match.end() for match in _DAY.finditer(text)]
    dated += [match.end() for match in _DAY_WORD.finditer(text)]
    for match in _WHOLE.finditer(text):
        marked = any(
            mark in match[0].lower() for mark in (":", ".", "am", "pm", "a.m", "p.m", "noon")
        )
        behind_day = any(0 <= match.start() - end <= 2 for end in dated)
        hours = as_range(match["first"], match["last"])
        if hours and (marked or behind_day or is_clock(match["clock"], hours[1])):
            yield *hours, match.start(), match.end()


def _day(match: re.Match[str], vocabulary: Vocabulary) -> date | None:
    try:
        if match.re is _DAY:
            return read_date(match[0].rstrip(".") if "-" in match[0] else match[0])
        month = vocabulary.month(match["month"] or match["month2"])
        return (
            date(int(match["year"]), month, int(match["day"] or match["day2"])) if month else None
        )
    except ValueError:
        return None


def _trimmed(before: str, vocabulary: Vocabulary) -> str:
    """Take away what only leads to a day: "Tuesday", "on", "den"."""
    words = before.strip(" ,.;:|–—-(").split()
    while words and (vocabulary.is_weekday(words[-1]) or words[-1].lower().strip(".,") in _SMALL):
        words.pop()
    return " ".join(words).strip(" ,.;:|–—-(")
