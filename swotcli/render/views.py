"""What a report shows, as plain data: every format places it, none of them counts or words anything.

A `Said` is a text that a person wrote, with its language where that is not the page's: documents
have to mark it, so that it is read aloud rightly (WCAG 2.1, 3.1.2).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A person's text; `lang` is empty where it is the page's own language."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of the agenda; `speakers` are "name, role".

    Attributes:
        hours: "16:30–17:15", or what of it is known.
        kind: talk, breakout, debrief or end.
        begins: Its beginning as minutes since midnight, if known.
        ends: Its end likewise.
    """

    hours: str
    title: str
    speakers: tuple[str, ...]
    kind: str = "talk"
    begins: int | None = None
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note as its room wrote it, with the room's name; `facts` are its votes and goals, if any."""

    said: Said
    room: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PointView:
    """A point and who said it.

    Attributes:
        said: Its text.
        rooms: How many rooms said it.
        who: "3 of 5 rooms: north, south, west"; of one room only its name.
        facts: Hands counted, goals and theme named, if any.
        suggested: The program joined its notes, and no person has confirmed that.
        also: Where else the matter was named: "also named as a weakness (south)".
        wordings: Its notes' other wordings.
        notes: All its notes.
    """

    said: Said
    rooms: int
    who: str
    facts: tuple[str, ...]
    suggested: bool
    also: tuple[str, ...]
    wordings: tuple[Said, ...]
    notes: tuple[NoteView, ...]

    @property
    def line(self) -> str:
        """Who said it and what else is known of it, on one line."""
        return " · ".join([self.who, *self.facts, *self.also])


@dataclass(frozen=True, slots=True)
class QuadrantView:
    """A quadrant with its action verb and its points, those of most rooms first."""

    key: str
    name: str
    verb: str
    count: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """The same matter in two quadrants: of each the quadrant's name, the text, and who said it."""

    sides: tuple[tuple[str, Said, str], ...]


@dataclass(frozen=True, slots=True)
class TakeawayView:
    """A takeaway; `agrees` says which rooms handed in one like it, `behind` what it rests on."""

    said: Said
    agrees: str
    behind: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class RoomView:
    """What a room handed in, with its state in words.

    Attributes:
        counts: How many notes in each quadrant, in order.
        count: How many notes in all.
        notes: The notes of each quadrant, in order.
    """

    name: str
    facilitator: str
    state: str
    takeaways: tuple[TakeawayView, ...]
    counts: tuple[int, ...]
    count: int
    notes: tuple[tuple[NoteView, ...], ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal of the agenda and what was said to it.

    Attributes:
        coverage: How many notes name it, and in which rooms; or that none does.
        count: How many notes name it.
        counts: How many in each quadrant, in order.
    """

    number: int
    text: str
    coverage: str
    count: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DateView:
    """A day to keep in mind."""

    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Logo:
    """The organiser's picture: a file's bytes, its kind (png, jpeg or svg), and what it shows."""

    content: bytes
    kind: str
    alt: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report, in order.

    Attributes:
        lang: The report's language.
        agenda_lang: That of what the agenda says; empty where it is the report's.
        facts: Date, hours and organiser, each with its name.
        goals_named: Whether any note names a goal.
        gaps: What is missing or odd, a sentence each.
        complete: The sentence that nothing is; empty where something is.
        suggestions: How many points are only suggested, as a sentence; empty where none is.
        capped: What this format leaves out and where it is to be found; empty where nothing is.
        links: Each with whether it is safe to follow.
        accent: The organiser's colour as #rrggbb, readable on white; empty: ours.
        accent_dark: The same, readable on a dark ground.
        logo: The organiser's logo, if there is one.
        day: The session's date as 2026-03-10.
        ends: When the session ends, as minutes since midnight.
    """

    lang: str
    agenda_lang: str
    session: str
    title: str
    facts: tuple[tuple[str, str], ...]
    theme: str
    questions: tuple[str, ...]
    goals: tuple[GoalView, ...]
    goals_named: bool
    counts: str
    gaps: tuple[str, ...]
    complete: str
    suggestions: str
    quadrants: tuple[QuadrantView, ...]
    contradictions: tuple[ContradictionView, ...]
    rooms: tuple[RoomView, ...]
    items: tuple[ItemView, ...]
    follow_up_title: str
    follow_up: tuple[str, ...]
    dates: tuple[DateView, ...]
    links: tuple[tuple[str, bool], ...]
    capped: str = ""
    accent: str = ""
    accent_dark: str = ""
    logo: Logo | None = None
    day: str = ""
    ends: int | None = None
