"""One entry of a programme: when, what, who."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.pasted.people import people_only, split_people, tells_of_a_person
from swotcli.pasted.when import CLOCK, HOUR, RANGE, as_range, as_time, is_clock
from swotcli.pasted.wrapping import joined, unfinished

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from swotcli.pasted.people import Person
    from swotcli.pasted.vocabulary import Vocabulary

_ABOUT = r"(?:n\.|noin|ca\.?|cirka|about|approx\.?)"
_ENTRY = re.compile(
    rf"[(\[]?(?:{_ABOUT}\s)?(?:(?P<clock>{CLOCK})\s?)?(?:{RANGE}|(?P<at>{HOUR})(?!\w)(?!\.\d))"
    r"\s?(?P<end>[:.|,;)\]]|[-–—](?=\s|$))?\s?(?P<rest>.*)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\D{0,6}\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\D{0,6}\d{1,2}\.?\s?[-–]\s?\d{1,2}\.\s?\d{1,2}\."
)
_AT_END = re.compile(
    rf"(?P<rest>.*?\S)\s?,?\s[(\[]?(?:(?P<clock>{CLOCK})\s?)?(?:{RANGE}|(?P<at>{HOUR})(?!\w))[)\]]?\.?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_SURE = re.compile(r":|[apn]", re.IGNORECASE)
_BARE_RANGE = re.compile(r"\d{1,2}\s?[-–—]\s?\d{1,2}(?:\s|$)")
_LENGTH = (
    rf"(?:{_ABOUT}\s)?"
    r"(?<![\d–.,-])(?:"
    r"(?P<hours>\d(?:[.,]5)?)\s?(?:h|t|hours?|tunti|tuntia|timme|timmar|tim)(?!\w)\.?"
    r"(?:\s(?:ja\s|och\s|and\s)?(?P<more>\d{1,2})\s?min\w*\.?)?"
    r"|(?P<minutes>\d{1,3})(?:\s?[-–]?(?:min|minuut\w*|minut\w*)|['’′])(?!\w)\.?)"
)
_MINUTES = re.compile(_LENGTH, re.IGNORECASE)
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _LENGTH)
_SET_OFF = re.compile(
    rf"\s?\(\s?{_UNNAMED}\s?\)|\s?(?:[,;:|]|[-–—](?=\s))\s?{_UNNAMED}$"
    rf"|^{_UNNAMED}\s?[,:–—-]\s?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as read.

    Attributes:
        until: The end of its own range of hours, if it gives one.
        minutes: Its length, if it says so.
        speakers: Pairs of name and role.
        below: The people stand on rows of their own below it, where more may follow.
    """

    title: str
    at: time | None = None
    until: time | None = None
    minutes: int | None = None
    speakers: tuple[Person, ...] = ()
    below: bool = False

    def with_people(self, text: str, vocabulary: Vocabulary) -> Entry | None:
        """Return the entry with the people of a further row, if the row is about people only."""
        if (self.speakers and not self.below) or tells_of_a_person(self.title, vocabulary):
            return None
        people = people_only(text, vocabulary)
        return replace(self, speakers=(*self.speakers, *people), below=True) if people else None

    def with_remark(self, text: str) -> Entry:
        """Return the entry with a row in brackets that stands below it: its length, or words."""
        minutes = minutes_in(text)
        if minutes and not _SET_OFF.sub("", text):
            return replace(self, minutes=self.minutes or minutes)
        return replace(self, title=f"{self.title} {text}")


def read_entry(
    rows: Sequence[str], vocabulary: Vocabulary, *, untimed: bool = False
) -> Entry | None:
    """Read rows as an entry of a programme.

    Args:
        rows: Such as `Klo 16.30 Talk, Name Surname, role`, or the people on a row of their own.
        vocabulary: Tells people and lengths.
        untimed: Take it even if it gives no time.

    Returns:
        The entry; None if it begins with no time, or gives a time and nothing else.
    """
    at = until = None
    texts = list(rows)
    if begun := _time_and_rest(rows[0]):
        at, until, texts[0] = begun
        texts = texts if texts[0] else texts[1:]
    elif untimed and len(texts) == 1 and (begun := _time_at_end(rows[0])):
        at, until, texts[0] = begun
    if not texts or (begun is None and not untimed):
        return None
    for index in range(1, len(texts)):
        above = joined(texts[:index])
        title, speakers = split_people(above, vocabulary)
        people = (
            () if speakers or unfinished(above) else people_only(joined(texts[index:]), vocabulary)
        )
        if people:
            return _entry(title, at, until, people=people)
    title, people = split_people(_SET_OFF.sub("", joined(texts)), vocabulary)
    entry = _entry(title, at, until, people=people)
    return replace(entry, minutes=minutes_in(joined(texts))) if entry else None


def begins_with_time(row: str) -> bool:
    """Say whether a row begins as an entry does, or is a time and nothing else."""
    return _time_and_rest(row) is not None


def time_alone(row: str) -> tuple[time, time | None] | None:
    """Return the time, or the hours, that a row consists of."""
    begun = _time_and_rest(row)
    return (begun[0], begun[1]) if begun and not begun[2] else None


def minutes_in(text: str) -> int | None:
    """Return the minutes that a text names, such as `(45 min)`; two lengths are none."""
    found = list(_MINUTES.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    if match["minutes"]:
        return int(match["minutes"]) or None
    return round(float(match["hours"].replace(",", ".")) * 60) + int(match["more"] or 0) or None


def _entry(
    text: str, at: time | None, until: time | None, *, people: tuple[Person, ...]
) -> Entry | None:
    title = _SET_OFF.sub("", text).strip(" ,;|–—-")
    return Entry(title, at, until, minutes_in(text), people) if title else None


def _time_at_end(row: str) -> tuple[time, time | None, str] | None:
    """Read "Opening (at 16.00)"; a bare "2.10" behind a title is no time."""
    match = None if _YEAR.search(row) else _AT_END.fullmatch(row)
    if match is None or not (match["clock"] or match["last"] or _SURE.search(match["at"])):
        return None
    return _times(match)


def _time_and_rest(row: str) -> tuple[time, time | None, str] | None:
    match = _ENTRY.fullmatch(row)
    return None if match is None or _DATE.match(row) else _times(match)


def _times(match: re.Match[str]) -> tuple[time, time | None, str] | None:
    if not _is_time(match):
        return None
    rest = match["rest"].strip(" -–—:|,")
    if match["last"]:
        hours = as_range(match["first"], match["last"])
        return (*hours, rest) if hours else None
    at = as_time(match["at"])
    return (at, None, rest) if at else None


def _is_time(match: re.Match[str]) -> bool:
    """A bare number is no time ("3 takeaways"); a clock word, minutes or a range makes it one."""
    stated = f"{match['first'] or match['at']}{match['last'] or ''}".lower()
    hour = as_time(match["last"] or match["at"])
    if hour and is_clock(match["clock"], hour):
        return True
    if any(mark in stated for mark in (":", ".", "am", "pm", "m.", "noon")):
        return True
    return bool(match["last"]) and _BARE_RANGE.match(match[0]) is not None
