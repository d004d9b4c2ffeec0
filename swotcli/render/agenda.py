"""The agenda's dates, hours and items as text in one language, for the report and the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date, format_time

from swotcli.render.views import ItemView

if TYPE_CHECKING:
    from datetime import date, time

    from swotcli.clock import Slot
    from swotcli.model.agenda import Session
    from swotcli.model.quadrant import Quadrant
    from swotcli.words import Words

# Dates and times as written in Finland, in Swedish there too, and in Britain.
_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}


def day(value: date, words: Words) -> str:
    """Return a date in words, with its weekday."""
    return format_date(value, "full", locale=_LOCALES[words.lang])


def clock(value: time, words: Words) -> str:
    """Return a time of day."""
    return format_time(value, "short", locale=_LOCALES[words.lang])


def moment(value: date, at: time | None, words: Words) -> str:
    """Return a date in words, with its time of day where it has one."""
    if at is None:
        return day(value, words)
    return words.say("report.moment", day=day(value, words), time=clock(at, words))


def agenda_facts(session: Session, words: Words) -> tuple[tuple[str, str], ...]:
    """Return date, hours and organiser, each with its name."""
    hours = words.say(
        "report.hours", start=clock(session.start, words), end=clock(session.end, words)
    )
    facts = [
        (words.say("report.date"), day(session.date, words)),
        (words.say("report.time"), hours),
        (words.say("report.organiser"), session.organiser),
    ]
    return tuple((name, value) for name, value in facts if value)


def verb(quadrant: Quadrant, session: Session, words: Words) -> str:
    """Return the session's own verb, unless the page is in another language than the session."""
    own = session.action_verbs.of(quadrant)
    return own if own and words.lang == session.lang else words.verb(quadrant)


def agenda_item(slot: Slot, words: Words) -> ItemView:
    """Return an item of the agenda with its hours and speakers."""
    item = slot.item
    hours = ""
    if slot.begins and slot.ends:
        hours = f"{clock(slot.begins, words)}–{clock(slot.ends, words)}"
    elif slot.begins:
        hours = clock(slot.begins, words)
    elif item.minutes:
        hours = words.say("report.minutes", count=item.minutes)
    speakers = tuple(f"{s.name}, {s.role}" if s.role else s.name for s in item.speakers)
    return ItemView(
        hours, item.title, speakers, item.kind.value, _minutes(slot.begins), _minutes(slot.ends)
    )


def _minutes(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute
