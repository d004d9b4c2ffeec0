"""What every format of the brief shows, as text in one language: before anyone has typed a note.

The typed forms stand in one table here, what they do in the words' table `[brief]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from swotcli.clock import timeline
from swotcli.model.quadrant import Quadrant
from swotcli.model.times import after, minutes_between
from swotcli.render.agenda import agenda_facts, agenda_item, clock, verb
from swotcli.words import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import time

    from swotcli.clock import Slot
    from swotcli.model.agenda import Session
    from swotcli.render.views import ItemView
    from swotcli.words import Words

# What is typed, and the text that says what it does. {text} is the typed words, {letter} that of
# weaknesses, {goal} a goal's number.
_TYPED = (
    ("{text}", "brief.same"),
    ("k {text}", "brief.takeaway"),
    ("k", "brief.takeaways"),
    ("+5", "brief.votes"),
    ("#{goal}", "brief.goal"),
    ("/7 {text}", "brief.edit"),
    ("/m 7 {letter}", "brief.move"),
    ("/d 7", "brief.delete"),
    ("undo", "brief.undo"),
    ("list", "brief.list"),
    ("time", "brief.time"),
    ("done", "brief.done"),
    ("help", "brief.help"),
)
_TROUBLES = ("brief.saved", "brief.refused", "brief.dead", "brief.check", "brief.over")
# Minutes before the end: when the takeaways begin, and when they are read back. In a breakout
# shorter than twice the first, they begin half-way.
_DISTIL, _READ_BACK = 10, 3


@dataclass(frozen=True, slots=True)
class QuadrantLine:
    """A quadrant, the letter typed for it, and what will be done about it."""

    key: str
    letter: str
    name: str
    verb: str


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A room: who leads it, the command typed first, and the file that an editor opens."""

    name: str
    facilitator: str
    command: str
    file: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A part of the breakout; `when` is empty where the agenda does not say."""

    when: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class BreakoutView:
    """A breakout with its hours and minutes, and a rhythm for it; without a title if none is planned."""

    title: str
    when: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief, in order.

    Attributes:
        agenda_lang: The language of what the agenda says, which may be another than the page's.
        keys: What is typed, and what it does.
        troubles: What to do when something goes wrong. Backticks are around what is typed.
    """

    lang: str
    agenda_lang: str
    session: str
    title: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[ItemView, ...]
    theme: str
    questions: tuple[str, ...]
    instructions: tuple[str, ...]
    goals: tuple[str, ...]
    breakouts: tuple[BreakoutView, ...]
    quadrants: tuple[QuadrantLine, ...]
    rooms: tuple[RoomLine, ...]
    keys: tuple[tuple[str, str], ...]
    troubles: tuple[str, ...]


def brief(session: Session, files: Mapping[str, str], words: Words) -> Brief:
    """Gather the brief of a session.

    Args:
        session: The agenda.
        files: Each room's file, by the room's id.
        words: The brief's language.
    """
    slots = timeline(session)
    breakouts = tuple(_breakout(s, words) for s in slots if s.item.kind == "breakout")
    return Brief(
        lang=words.lang,
        agenda_lang=session.lang,
        session=session.id,
        title=session.title,
        facts=agenda_facts(session, words),
        items=tuple(agenda_item(slot, words) for slot in slots),
        theme=session.theme,
        questions=session.questions,
        instructions=session.instructions,
        goals=session.goals,
        breakouts=breakouts or (BreakoutView("", "", _steps(None, None, words)),),
        quadrants=tuple(_quadrants(session, words)),
        rooms=tuple(
            RoomLine(room.name, room.facilitator, f"swotcli room {room.id}", files[room.id])
            for room in session.rooms
        ),
        keys=tuple(_keys(session, words)),
        troubles=tuple(words.say(key) for key in _TROUBLES),
    )


def _quadrants(session: Session, words: Words) -> Iterator[QuadrantLine]:
    """Yield the quadrants: the letters are of the session's language, whatever the page's is."""
    letters = words_of(session.lang)
    for quadrant in Quadrant:
        yield QuadrantLine(
            quadrant.value,
            letters.letter(quadrant),
            words.quadrant(quadrant),
            verb(quadrant, session, words),
        )


def _keys(session: Session, words: Words) -> Iterator[tuple[str, str]]:
    values = {
        "text": words.say("brief.text"),
        "letter": words_of(session.lang).letter(Quadrant.WEAKNESSES),
        "quadrant": words.quadrant(Quadrant.WEAKNESSES),
        "goal": min(2, len(session.goals)),
    }
    for typed, key in _TYPED:
        if key != "brief.goal" or session.goals:
            yield typed.format(**values), words.say(key, **values)


def _breakout(slot: Slot, words: Words) -> BreakoutView:
    minutes = slot.item.minutes
    if minutes is None and slot.begins and slot.ends:
        minutes = max(0, minutes_between(slot.begins, slot.ends)) or None
    when: list[str] = []
    if slot.begins and minutes:
        when.append(_hours(slot.begins, 0, minutes, words))
    elif slot.begins:
        when.append(words.say("brief.from", start=clock(slot.begins, words)))
    if minutes:
        when.append(words.say("report.minutes", count=minutes))
    return BreakoutView(slot.item.title, ", ".join(when), _steps(slot.begins, minutes, words))


def _steps(begins: time | None, minutes: int | None, words: Words) -> tuple[StepView, ...]:
    """Return a rhythm for a breakout: collect, distil, read back."""
    distil = min(_DISTIL, minutes // 2) if minutes else _DISTIL
    collect = words.say("brief.collect-text")
    spans = ["", "", ""]
    if minutes:
        marks = (0, minutes - distil, minutes - min(_READ_BACK, distil // 2), minutes)
        spans = [_span(begins, first, last, words) for first, last in pairwise(marks)]
        if each := marks[1] // len(Quadrant):
            collect = f"{collect} {words.say('brief.each', minutes=each)}"
    texts = (
        (words.say("brief.collect"), collect),
        (words.say("brief.distil"), words.say("brief.distil-text", minutes=distil)),
        (words.say("brief.read-back"), words.say("brief.read-back-text")),
    )
    return tuple(StepView(span, *text) for span, text in zip(spans, texts, strict=True))


def _span(begins: time | None, first: int, last: int, words: Words) -> str:
    if begins:
        return _hours(begins, first, last, words)
    return f"{first}–{words.say('report.minutes', count=last)}"


def _hours(begins: time, first: int, last: int, words: Words) -> str:
    start, end = after(begins, first), after(begins, last)
    return words.say("report.hours", start=clock(start, words), end=clock(end, words))
