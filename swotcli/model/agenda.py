"""The agenda, and the session that starts from it. Pydantic: people write these files by hand.

A field's type says how its text is read. A value that does not fit raises a PydanticCustomError
whose type is the code of a problem, so that the reader of files can give it a line and a text.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from swotcli.model.names import is_id, slug
from swotcli.model.quadrant import Quadrant
from swotcli.model.text import CHARACTERS_IN_A_NOTE, CutText, PairText, one_line, sameness
from swotcli.model.times import read_date, read_time

ROOMS_IN_A_SESSION = 2_000
"""The most rooms that one session may have."""

Language = Literal["fi", "sv", "en"]


def _text(value: object) -> object:
    if isinstance(value, PairText):
        value = value.literal
    if isinstance(value, CutText):
        raise PydanticCustomError("text-cut", "text is cut", {"text": str(value)})
    if not isinstance(value, str):
        raise PydanticCustomError("not-text", "not text")
    if len(value) > CHARACTERS_IN_A_NOTE:
        raise PydanticCustomError(
            "text-too-long", "too long", {"length": len(value), "limit": CHARACTERS_IN_A_NOTE}
        )
    return one_line(value)


def _read_by(read: Callable[[str], object], code: str) -> BeforeValidator:
    def validate(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return read(value)
        except ValueError:
            raise PydanticCustomError(code, "cannot be read", {"text": value}) from None

    return BeforeValidator(validate)


def _nothing_is_none(value: object) -> object:
    return () if value in ("", None) else value


Text = Annotated[str, BeforeValidator(_text)]
"""Text on one line; may be empty."""

Filled = Annotated[Text, Field(min_length=1)]
"""Text on one line that must say something."""

TimeOfDay = Annotated[time, _read_by(read_time, "not-a-time")]
Day = Annotated[date, _read_by(read_date, "not-a-date")]
Minutes = Annotated[int, Field(ge=1, le=24 * 60)]
Lines = Annotated[tuple[Filled, ...], BeforeValidator(_nothing_is_none)]


class _Written(BaseModel):
    """Something a person wrote: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Speaker(_Written):
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


class AgendaItem(_Written):
    """One item of the programme.

    Attributes:
        at: When it begins; an item without a time follows the one before it.
        minutes: How long it takes, if the agenda says so.
    """

    at: TimeOfDay | None = None
    title: Filled
    speakers: Annotated[tuple[Speaker, ...], BeforeValidator(_nothing_is_none)] = ()
    minutes: Minutes | None = None
    kind: ItemKind = ItemKind.TALK


class RoomPlan(_Written):
    """A breakout room as the agenda plans it.

    Attributes:
        id: Its name in files and commands.
        name: Its name for people.
        facilitator: Who leads it; empty when not known yet.
    """

    id: str
    name: Filled
    facilitator: Text = ""

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


class FollowUpDate(_Written):
    """A day to keep in mind after the workshop."""

    date: Day
    time: TimeOfDay | None = None
    text: Text = ""


class FollowUp(_Written):
    """How to follow what comes of it: what to do, days and links."""

    title: Text = ""
    lines: Lines = ()
    dates: Annotated[tuple[FollowUpDate, ...], BeforeValidator(_nothing_is_none)] = ()
    links: Lines = ()


class ActionVerbs(_Written):
    """What the organiser will do about each quadrant; empty means the language's own verb."""

    strengths: Text = ""
    weaknesses: Text = ""
    opportunities: Text = ""
    threats: Text = ""

    def of(self, quadrant: Quadrant) -> str:
        """Return the verb given for a quadrant, or nothing."""
        verb: str = getattr(self, quadrant.value)
        return verb


class Agenda(_Written):
    """The plan that a session starts from.

    Attributes:
        lang: The language of the workshop: prompts, letters and, unless asked otherwise, reports.
        start: When the whole begins.
        end: When the whole ends.
        theme: What all rooms talk about.
        instructions: What a room does, step by step.
        questions: Questions that open the talk.
        goals: The guiding goals; a note may name them by number.
    """

    title: Filled
    organiser: Text = ""
    date: Day
    lang: Language
    start: TimeOfDay
    end: TimeOfDay
    items: Annotated[tuple[AgendaItem, ...], BeforeValidator(_nothing_is_none)] = ()
    theme: Text = ""
    instructions: Lines = ()
    questions: Lines = ()
    goals: Lines = ()
    action_verbs: ActionVerbs = ActionVerbs()
    rooms: Annotated[
        tuple[RoomPlan, ...],
        BeforeValidator(_nothing_is_none),
        Field(max_length=ROOMS_IN_A_SESSION),
    ] = ()
    follow_up: FollowUp = FollowUp()

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
