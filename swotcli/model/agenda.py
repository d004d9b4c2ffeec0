"""The agenda, and the session that starts from it. Pydantic: people write these files by hand."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from swotcli.model.look import Look
from swotcli.model.names import is_id, slug
from swotcli.model.quadrant import Quadrant
from swotcli.model.text import sameness
from swotcli.model.times import read_date, read_time
from swotcli.model.written import Filled, Lines, Text, Written, nothing_is_none, read_by

ROOMS_IN_A_SESSION = 2_000
"""The most rooms that one session may have."""

Language = Literal["fi", "sv", "en"]

Suggest = Literal["strict", "loose", "none"]
"""How much the merge may join by itself: only what is almost certain, more, or equal texts only."""

TimeOfDay = Annotated[time, read_by(read_time, "not-a-time")]
Day = Annotated[date, read_by(read_date, "not-a-date")]
Minutes = Annotated[int, Field(ge=1, le=24 * 60)]


class Speaker(Written):
    """A person who speaks at an item."""

    name: Filled
    role: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _name_only(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


class ItemKind(StrEnum):
    """What an item of the agenda is for."""

    TALK = "talk"
    BREAKOUT = "breakout"
    DEBRIEF = "debrief"
    END = "end"


class AgendaItem(Written):
    """One item of the programme.

    Attributes:
        at: When it begins; an item without a time follows the one before it.
        minutes: How long it takes, if the agenda says so.
    """

    at: TimeOfDay | None = None
    title: Filled
    speakers: Annotated[tuple[Speaker, ...], BeforeValidator(nothing_is_none)] = ()
    minutes: Minutes | None = None
    kind: ItemKind = ItemKind.TALK


class RoomPlan(Written):
    """A breakout room as the agenda plans it.

    Attributes:
        id: Its name in files and commands.
        name: Its name for people.
        facilitator: Who leads it; empty when not known yet.
        lang: The language it talks in, where that is not the session's.
    """

    id: str
    name: Filled
    facilitator: Text = ""
    lang: Language | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        if isinstance(value, str):
            value = {"name": value}
        if isinstance(value, dict) and "id" not in value and isinstance(value.get("name"), str):
            value = {**value, "id": slug(value["name"])}
        elif isinstance(value, dict) and "name" not in value and "id" in value:
            value = {**value, "name": value["id"]}
        if isinstance(value, dict) and isinstance(value.get("id"), str) and not is_id(value["id"]):
            raise PydanticCustomError(
                "not-an-id", "not an id", {"name": str(value["id"] or value.get("name", ""))}
            )
        return value


class FollowUpDate(Written):
    """A day to keep in mind after the workshop."""

    date: Day
    time: TimeOfDay | None = None
    text: Text = ""


class FollowUp(Written):
    """How to follow what comes of it: what to do, days and links."""

    title: Text = ""
    lines: Lines = ()
    dates: Annotated[tuple[FollowUpDate, ...], BeforeValidator(nothing_is_none)] = ()
    links: Lines = ()


class ActionVerbs(Written):
    """What the organiser will do about each quadrant; empty means the language's own verb."""

    strengths: Text = ""
    weaknesses: Text = ""
    opportunities: Text = ""
    threats: Text = ""

    def of(self, quadrant: Quadrant) -> str:
        """Return the verb given for a quadrant, or nothing."""
        verb: str = getattr(self, quadrant.value)
        return verb


class Agenda(Written):
    """The plan that a session starts from.

    Attributes:
        lang: The language of the workshop: prompts, letters and, unless asked otherwise, reports.
        start: When the whole begins.
        end: When the whole ends.
        theme: What all rooms talk about.
        instructions: What a room does, step by step.
        questions: Questions that open the talk.
        goals: The guiding goals; a note may name them by number.
        suggest: How much the merge may join by itself.
        look: The organiser's colour and logo.
    """

    title: Filled
    organiser: Text = ""
    date: Day
    lang: Language
    start: TimeOfDay
    end: TimeOfDay
    items: Annotated[tuple[AgendaItem, ...], BeforeValidator(nothing_is_none)] = ()
    theme: Text = ""
    instructions: Lines = ()
    questions: Lines = ()
    goals: Lines = ()
    action_verbs: ActionVerbs = ActionVerbs()
    rooms: Annotated[
        tuple[RoomPlan, ...],
        BeforeValidator(nothing_is_none),
        Field(max_length=ROOMS_IN_A_SESSION),
    ] = ()
    follow_up: FollowUp = FollowUp()
    suggest: Suggest = "strict"
    look: Look = Look()

    @model_validator(mode="after")
    def _rooms_differ(self) -> Agenda:
        seen: set[str] = set()
        for room in self.rooms:
            called = {sameness(room.id), sameness(room.name)}
            if called & seen:
                raise PydanticCustomError("room-twice", "twice", {"room": room.name})
            seen |= called
        return self


class Session(Agenda):
    """One workshop: the agenda as it was started, with its id (the folder's name)."""

    id: str
