"""What every format of the report shows, as text in one language.

Counting, ordering and wording happen here, once, so that the formats cannot differ; templates
only place what they get.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.dates import format_date, format_time

from swotcli.clock import timeline
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import TAKEAWAYS
from swotcli.model.summary import RoomState

if TYPE_CHECKING:
    from datetime import date, time

    from swotcli.clock import Slot
    from swotcli.model.agenda import Session
    from swotcli.model.summary import Point, RoomSummary, Summary
    from swotcli.words import Words

# Dates and times as written in Finland, in Swedish there too, and in Britain.
_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
# What may become a link: known schemes, and nothing that could end the link early.
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"'`\\]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of the agenda; `speakers` are "name, role"."""

    hours: str
    title: str
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointView:
    """A point and who said it.

    Attributes:
        facts: Who said it ("3 of 5 rooms: north, south, west"), then hands counted and goals named,
            if any.
        wordings: Its notes' other wordings.
    """

    text: str
    rooms: int
    facts: tuple[str, ...]
    suggested: bool
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuadrantView:
    """A quadrant with its action verb and its points, those of most rooms first."""

    key: str
    name: str
    verb: str
    count: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class RoomView:
    """What a room handed in, with its state in words."""

    name: str
    facilitator: str
    state: str
    takeaways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateView:
    """A day to keep in mind."""

    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report, in order."""

    lang: str
    session: str
    title: str
    facts: tuple[tuple[str, str], ...]
    theme: str
    questions: tuple[str, ...]
    goals: tuple[str, ...]
    counts: str
    gaps: tuple[str, ...]
    complete: str
    quadrants: tuple[QuadrantView, ...]
    rooms: tuple[RoomView, ...]
    items: tuple[ItemView, ...]
    follow_up_title: str
    follow_up: tuple[str, ...]
    dates: tuple[DateView, ...]
    links: tuple[tuple[str, bool], ...]


def page(summary: Summary, session: Session, words: Words) -> Page:
    """Gather the report of a session."""
    gaps = tuple(gap_sentences(summary, words))
    return Page(
        lang=words.lang,
        session=summary.session,
        title=session.title,
        facts=agenda_facts(session, words),
        theme=session.theme,
        questions=session.questions,
        goals=session.goals,
        counts=_counts(summary, words),
        gaps=gaps,
        complete="" if gaps else words.say("report.complete", count=len(summary.rooms)),
        quadrants=tuple(_quadrant(q, summary, session, words) for q in Quadrant),
        rooms=tuple(_room(room, words) for room in summary.rooms),
        items=tuple(agenda_item(slot, words) for slot in timeline(session)),
        follow_up_title=session.follow_up.title,
        follow_up=session.follow_up.lines,
        dates=tuple(
            DateView(_moment(entry.date, entry.time, words), entry.text)
            for entry in session.follow_up.dates
        ),
        links=tuple((link, bool(_LINK.fullmatch(link))) for link in session.follow_up.links),
    )


def gap_sentences(summary: Summary, words: Words) -> list[str]:
    """Return what is missing or odd, a sentence each, rooms in order."""
    sentences: list[str] = []
    for room in summary.rooms:
        count = len(room.takeaways)
        if room.state in (RoomState.MISSING, RoomState.BROKEN, RoomState.EMPTY):
            key = f"gap.{room.state.value}" if room.notes == 0 else "gap.broken-copy"
            sentences.append(words.say(key, room=room.name))
        else:
            if not room.notes:
                sentences.append(words.say("gap.no-notes", room=room.name))
            if count != TAKEAWAYS:
                sentences.append(
                    words.say("gap.takeaways", room=room.name, count=count, wanted=TAKEAWAYS)
                )
        if room.files > 1:
            sentences.append(words.say("gap.copies", room=room.name, files=room.files))
    sentences += [words.say("gap.stranger", file=name) for name in summary.strangers]
    return sentences


def day(value: date, words: Words) -> str:
    """Return a date in words, with its weekday."""
    return format_date(value, "full", locale=_LOCALES[words.lang])


def clock(value: time, words: Words) -> str:
    """Return a time of day."""
    return format_time(value, "short", locale=_LOCALES[words.lang])


def _moment(value: date, at: time | None, words: Words) -> str:
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


def _counts(summary: Summary, words: Words) -> str:
    with_notes = sum(1 for room in summary.rooms if room.notes)
    notes = words.say("report.notes", count=summary.note_count())
    points = words.say("report.points", count=len(summary.points))
    rooms = words.say("report.rooms-of", count=len(summary.rooms), some=with_notes)
    return words.say("report.counts", notes=notes, points=points, rooms=rooms)


def _quadrant(quadrant: Quadrant, summary: Summary, session: Session, words: Words) -> QuadrantView:
    points = summary.of(quadrant)
    names = {room.room: room.name for room in summary.rooms}
    return QuadrantView(
        key=quadrant.value,
        name=words.quadrant(quadrant),
        verb=verb(quadrant, session, words),
        count=words.say("report.points", count=len(points)),
        points=tuple(_point(point, names, words) for point in points),
    )


def verb(quadrant: Quadrant, session: Session, words: Words) -> str:
    """Return the session's own verb, unless the page is in another language than the session."""
    own = session.action_verbs.of(quadrant)
    return own if own and words.lang == session.lang else words.verb(quadrant)


def _point(point: Point, names: dict[str, str], words: Words) -> PointView:
    goals = sorted({goal for note in point.notes for goal in note.goals})
    rooms = ", ".join(names[room] for room in point.rooms)
    facts = [words.say("report.who", count=len(names), some=len(point.rooms), rooms=rooms)]
    if point.votes:
        facts.append(words.say("report.votes", count=point.votes))
    if goals:
        listed = ", ".join(map(str, goals))
        facts.append(words.say("report.goals-of", count=len(goals), goals=listed))
    return PointView(
        point.text, len(point.rooms), tuple(facts), point.suggested, point.wordings[1:]
    )


def _room(room: RoomSummary, words: Words) -> RoomView:
    return RoomView(
        room.name, room.facilitator, words.say(f"state.{room.state.value}"), room.takeaways
    )


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
    return ItemView(hours, item.title, speakers)
