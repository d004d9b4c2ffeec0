"""What every format of the report shows, as text in one language.

Counting, ordering and wording happen here, once, so that the formats cannot differ; templates
only place what they get.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.clock import timeline
from swotcli.model.quadrant import Quadrant
from swotcli.render.agenda import agenda_facts, agenda_item, moment, verb
from swotcli.render.colour import DARK, LIGHT, readable
from swotcli.render.gaps import gap_sentences
from swotcli.render.views import (
    ContradictionView,
    DateView,
    GoalView,
    NoteView,
    Page,
    PointView,
    QuadrantView,
    RoomView,
    Said,
    TakeawayView,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from swotcli.model.agenda import Session
    from swotcli.model.summary import (
        GoalCoverage,
        Point,
        RoomSummary,
        SourceNote,
        Summary,
        Takeaway,
    )
    from swotcli.render.views import Logo
    from swotcli.words import Words

# What may become a link: known schemes, and nothing that could end the link early.
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"'`\\]+", re.IGNORECASE)

_ALSO = {
    Quadrant.STRENGTHS: "report.also-strengths",
    Quadrant.WEAKNESSES: "report.also-weaknesses",
    Quadrant.OPPORTUNITIES: "report.also-opportunities",
    Quadrant.THREATS: "report.also-threats",
}

_CONTRADICTIONS = 12
"""So many matters that stand in two quadrants are listed; all of them are in the summary."""


def page(
    summary: Summary,
    session: Session,
    words: Words,
    *,
    without_names: bool = False,
    logo: Logo | None = None,
) -> Page:
    """Gather the report of a session.

    Args:
        summary: All rooms merged.
        session: The agenda.
        words: The report's language.
        without_names: Leave out who led the rooms.
        logo: The organiser's picture.
    """
    made = _Gatherer(summary, session, words, without_names=without_names).page()
    return replace(made, logo=logo) if logo else made


class _Gatherer:
    def __init__(
        self, summary: Summary, session: Session, words: Words, *, without_names: bool
    ) -> None:
        self._summary, self._session, self._words = summary, session, words
        self._names = {room.room: room.name for room in summary.rooms}
        self._langs = {room.room: room.lang for room in summary.rooms}
        self._without_names = without_names
        self._by_person = {t.name for t in summary.themes if not t.suggested}
        self._also = self._contradictions_by_point()

    def page(self) -> Page:
        summary, session, words = self._summary, self._session, self._words
        gaps = tuple(gap_sentences(summary, words))
        return Page(
            lang=words.lang,
            agenda_lang="" if session.lang == words.lang else session.lang,
            session=summary.session,
            title=session.title,
            facts=agenda_facts(session, words),
            theme=session.theme,
            questions=session.questions,
            goals=tuple(self._goal(goal) for goal in summary.goals),
            goals_named=any(goal.count for goal in summary.goals),
            counts=self._counts(),
            gaps=gaps,
            complete="" if gaps else words.say("report.complete", count=len(summary.rooms)),
            suggestions=self._suggestions(),
            quadrants=self._quadrants(),
            contradictions=tuple(
                ContradictionView(
                    tuple(self._side(summary.points[place]) for place in (found.one, found.other))
                )
                for found in summary.contradictions[:_CONTRADICTIONS]
            ),
            rooms=self._rooms(),
            items=tuple(agenda_item(slot, words) for slot in timeline(session)),
            follow_up_title=session.follow_up.title,
            follow_up=session.follow_up.lines,
            dates=tuple(
                DateView(moment(entry.date, entry.time, words), entry.text)
                for entry in session.follow_up.dates
            ),
            links=tuple((link, bool(_LINK.fullmatch(link))) for link in session.follow_up.links),
            accent=readable(session.look.accent, LIGHT),
            accent_dark=readable(session.look.accent, DARK),
            day=session.date.isoformat(),
            ends=session.end.hour * 60 + session.end.minute,
        )

    def _said(self, text: str, lang: str) -> Said:
        return Said(text, "" if lang == self._words.lang else lang)

    def _counts(self) -> str:
        summary, words = self._summary, self._words
        with_notes = sum(1 for room in summary.rooms if room.notes)
        return words.say(
            "report.counts",
            notes=words.say("report.notes", count=summary.note_count()),
            points=words.say("report.points", count=len(summary.points)),
            rooms=words.say("report.rooms-of", count=len(summary.rooms), some=with_notes),
        )

    def _suggestions(self) -> str:
        count = sum(point.suggested for point in self._summary.points)
        return self._words.say("report.suggestions", count=count) if count else ""

    def _quadrants(self) -> tuple[QuadrantView, ...]:
        views = []
        for quadrant in Quadrant:
            points = [
                self._point(place, point)
                for place, point in enumerate(self._summary.points)
                if point.quadrant is quadrant
            ]
            views.append(
                QuadrantView(
                    key=quadrant.value,
                    name=self._words.quadrant(quadrant),
                    verb=verb(quadrant, self._session, self._words),
                    count=self._words.say("report.points", count=len(points)),
                    points=tuple(points),
                )
            )
        return tuple(views)

    def _point(self, place: int, point: Point) -> PointView:
        words = self._words
        goals = sorted({goal for note in point.notes for goal in note.goals})
        facts = []
        if point.votes:
            facts.append(words.say("report.votes", count=point.votes))
        if goals:
            listed = ", ".join(map(str, goals))
            facts.append(words.say("report.goals-of", count=len(goals), goals=listed))
        if point.theme in self._by_person:
            facts.append(words.say("report.theme-of", theme=point.theme))
        wordings: dict[str, str] = {}
        for note in point.notes:
            if note.text != point.text:
                wordings.setdefault(note.text, note.lang)
        return PointView(
            said=self._said(point.text, _lang_of(point, self._session.lang)),
            rooms=len(point.rooms),
            who=self._who(point.rooms),
            facts=tuple(facts),
            suggested=point.suggested,
            also=self._also.get(place, ()),
            wordings=tuple(self._said(text, lang) for text, lang in wordings.items()),
            notes=tuple(self._note(note) for note in point.notes),
        )

    def _who(self, rooms: Sequence[str]) -> str:
        named = ", ".join(self._names[room] for room in rooms)
        if len(rooms) == 1:
            return named
        return self._words.say("report.who", count=len(self._names), some=len(rooms), rooms=named)

    def _note(self, note: SourceNote) -> NoteView:
        facts = []
        if note.votes:
            facts.append(self._words.say("report.votes", count=note.votes))
        if note.goals:
            listed = ", ".join(map(str, note.goals))
            facts.append(self._words.say("report.goals-of", count=len(note.goals), goals=listed))
        return NoteView(self._said(note.text, note.lang), self._names[note.room], tuple(facts))

    def _contradictions_by_point(self) -> Mapping[int, tuple[str, ...]]:
        also: dict[int, dict[str, None]] = {}
        points = self._summary.points
        for found in self._summary.contradictions:
            for mine, other in ((found.one, found.other), (found.other, found.one)):
                there = points[other]
                key = _ALSO[there.quadrant]
                rooms = ", ".join(self._names[room] for room in there.rooms)
                also.setdefault(mine, {})[self._words.say(key, rooms=rooms)] = None
        return {place: tuple(sentences) for place, sentences in also.items()}

    def _side(self, point: Point) -> tuple[str, Said, str]:
        said = self._said(point.text, _lang_of(point, self._session.lang))
        return (self._words.quadrant(point.quadrant), said, self._who(point.rooms))

    def _goal(self, goal: GoalCoverage) -> GoalView:
        words = self._words
        coverage = words.say("report.goal-unnamed")
        if goal.count:
            counted = [(name, goal.in_room(room)) for room, name in self._names.items()]
            rooms = ", ".join(f"{name} {count}" for name, count in counted if count)
            notes = words.say("report.notes", count=goal.count)
            coverage = words.say("report.goal-named", notes=notes, rooms=rooms)
        return GoalView(
            goal.goal, goal.text, coverage, goal.count, tuple(goal.of(q) for q in Quadrant)
        )

    def _rooms(self) -> tuple[RoomView, ...]:
        notes: dict[str, dict[Quadrant, list[SourceNote]]] = {
            room.room: {quadrant: [] for quadrant in Quadrant} for room in self._summary.rooms
        }
        for note in self._summary.notes():
            notes[note.room][note.quadrant].append(note)
        takeaways: dict[str, list[Takeaway]] = {}
        for takeaway in self._summary.takeaways:
            takeaways.setdefault(takeaway.room, []).append(takeaway)
        return tuple(
            self._room(room, takeaways.get(room.room, []), list(notes[room.room].values()))
            for room in self._summary.rooms
        )

    def _room(
        self,
        room: RoomSummary,
        takeaways: Sequence[Takeaway],
        notes: Sequence[Sequence[SourceNote]],
    ) -> RoomView:
        return RoomView(
            name=room.name,
            facilitator="" if self._without_names else room.facilitator,
            state=self._words.say(f"state.{room.state.value}"),
            takeaways=tuple(self._takeaway(takeaway) for takeaway in takeaways),
            counts=tuple(map(len, notes)),
            count=room.notes,
            notes=tuple(tuple(self._note(note) for note in several) for several in notes),
        )

    def _takeaway(self, takeaway: Takeaway) -> TakeawayView:
        lang = self._langs[takeaway.room]
        agrees = ""
        if takeaway.agrees:
            rooms = dict.fromkeys(self._names[room] for room, _, _ in takeaway.agrees)
            agrees = self._words.say("report.agrees", rooms=", ".join(rooms))
        return TakeawayView(
            self._said(takeaway.text, lang),
            agrees,
            tuple(self._said(note.text, lang) for note in takeaway.behind),
        )


def _lang_of(point: Point, session: str) -> str:
    """Return the language of a point's wording: of the note that has it, else the organiser's."""
    return next((note.lang for note in point.notes if note.text == point.text), session)
