"""What is before the person as rows of text: the same in plain lines and on the screen.

Words and signs carry the meaning, never colours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.workbench import frame, theming
from swotcli.workbench.answers import left_of
from swotcli.workbench.grammar import DIGITS, FOUND, LETTERS
from swotcli.workbench.state import Mode
from swotcli.workbench.walk import fresh, keys, open_now, refs, undecided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.model.decisions import Key
    from swotcli.model.summary import OpenDecision, Point
    from swotcli.workbench.conversation import Conversation

_WHY = {
    "edited": "group.why-edited",
    "moved": "group.why-moved",
    "gone": "group.why-gone",
    "no-room": "group.why-no-room",
}

_MANY = 5
"""A point of so many notes is folded where no candidate would be seen."""

_FOLDED = 2
"""So many of them are shown then."""

_BESIDE_NOTES = 5
"""The point, its rooms, what heads the candidates, one of those, and how much is below."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that may need several lines.

    Attributes:
        label: The digit, letter or number before it.
        text: Its words.
        gap: A blank line stands before it, where there is room.
        empty: It only keeps a place, so that no other digit or letter changes.
    """

    label: str
    text: str
    gap: bool = False
    empty: bool = False


def rows(conversation: Conversation, room: int | None = None) -> list[Row]:
    """Return what is below the head.

    Args:
        conversation: What is before the person.
        room: In lines. Where a point's many notes leave none for a candidate, they are folded.
    """
    state, words = conversation.state, conversation.means.words
    match state.mode:
        case Mode.OPEN:
            one = open_now(state, conversation.means.engine, state.quadrant)
            return _decision(conversation, one) if one else []
        case Mode.SEARCH:
            return _numbered(conversation, state.found)
        case Mode.THEMES:
            return _themes(conversation)
        case Mode.THEME:
            return [
                Row(f"{number}", point.text)
                for number, key in enumerate(state.members, 1)
                if (point := conversation.table().find(key))
            ]
        case Mode.SURE:
            points = undecided(conversation.table().points)
            return [Row("·", f"{point.text}{_notes(conversation, point)}") for point in points]
    point = conversation.point()
    if point is None:
        lines = [left_of(conversation, quadrant) for quadrant in state.quadrants]
        return [Row("", words.say("group.all-decided")), *(Row("", line) for line in lines)]
    return _point(conversation, point, room)


def lines(conversation: Conversation) -> list[str]:
    """Return all of it as lines for plain mode, nothing cut."""
    texts = [
        frame.head(conversation),
        *(f"{row.label} {row.text}".strip() for row in rows(conversation)),
    ]
    return [f"  {conversation.means.harmless(text)}" for text in texts]


def _point(conversation: Conversation, point: Point, room: int | None) -> list[Row]:
    state, words = conversation.state, conversation.means.words
    about = ", ".join(_room(conversation, room) for room in point.rooms)
    if point.theme:
        about += f" · {words.say('group.of-theme', name=point.theme)}"
    shown = [Row("»", point.text), Row("", about)]
    candidates = _numbered(conversation, state.numbers[:FOUND])
    if len(refs(point)) > 1 or point.reworded:
        own = _own(conversation, point)
        needed = _BESIDE_NOTES + sum(not row.empty for row in own) + point.suggested
        if room is not None and needed > room and any(not row.empty for row in candidates):
            own = _folded(conversation, point, own)
        first, *others = own
        if point.suggested:
            others, first = [first, *others], Row("", words.say("group.is-suggested"))
        shown += [replace(first, gap=True), *others]
    if candidates:
        new = fresh(state, point)
        more = f" {words.say('group.fresh', count=new)}" if new else ""
        shown.append(Row("", words.say("group.perhaps") + more, gap=True))
    else:
        shown.append(Row("", words.say("group.no-candidates"), gap=True))
    return shown + candidates


def _own(conversation: Conversation, point: Point) -> list[Row]:
    """Return the point's own notes, eight at a time."""
    state, table = conversation.state, conversation.table()
    mine = keys(point)
    shown = []
    for letter, key in zip(LETTERS, state.letters[state.page :], strict=False):
        if key not in mine:
            shown.append(Row(letter, "–", empty=True))
            continue
        ref = table.refs[key]
        shown.append(Row(letter, f"{ref.text} – {_room(conversation, ref.room)}"))
    if len(state.letters) > len(LETTERS):
        count = len(state.letters)
        shown.append(Row("v", conversation.means.words.say("group.more-notes", count=count)))
    return shown


def _folded(conversation: Conversation, point: Point, own: list[Row]) -> list[Row]:
    """Return the first of many notes, and how many more there are; a few as they are."""
    state, mine = conversation.state, keys(point)
    count = sum(key in mine for key in state.letters[state.page :])
    if count < _MANY:
        return own
    first = [row for row in own if not row.empty][:_FOLDED]
    more = conversation.means.words.say("group.folded-notes", count=count - _FOLDED)
    return [*first, Row("v:", more)]


def _numbered(conversation: Conversation, found: Sequence[Key]) -> list[Row]:
    """Return notes of other points with their digits; one that is with the point leaves a gap."""
    state, table = conversation.state, conversation.table()
    here = table.find(state.here)
    shown = []
    for digit, key in zip(DIGITS, found, strict=False):
        point = table.at(key)
        if point is here:
            shown.append(Row(digit, "–", empty=True))
            continue
        ref = table.refs[key]
        rooms = ", ".join(_room(conversation, room) for room in point.rooms)
        shown.append(Row(digit, f"{ref.text} – {rooms}{_notes(conversation, point)}"))
    return shown


def _themes(conversation: Conversation) -> list[Row]:
    words, engine, state = conversation.means.words, conversation.means.engine, conversation.state
    drafted = {theme.name for theme in engine.themes(state.quadrant) if theme.suggested}
    shown = []
    for number, name in enumerate(state.themes, 1):
        count = len(theming.of_theme(engine, state, name))
        said = words.say("group.points", count=count)
        if name in drafted:
            said += f", {words.say('group.is-draft')}"
        shown.append(Row(f"{number}", f"{name or words.say('group.themeless')} ({said})"))
    return shown or [Row("", words.say("group.no-themes"))]


def _decision(conversation: Conversation, one: OpenDecision) -> list[Row]:
    words = conversation.means.words
    to = words.quadrant(one.to) if one.to else ""
    said = words.say(_WHY[one.why.value], room=_room(conversation, one.room), to=to)
    shown = [Row("", said), Row("–", one.text)]
    if one.now:
        shown.append(Row("+", one.now))
    asked = "group.holds" if one.now else "group.forget"
    return [*shown, Row("", words.say(asked), gap=True)]


def _notes(conversation: Conversation, point: Point) -> str:
    """Return how many notes a point is made of, if it is more than one."""
    count = len(refs(point))
    return f" ({conversation.means.words.say('group.notes', count=count)})" if count > 1 else ""


def _room(conversation: Conversation, room: str) -> str:
    return conversation.means.rooms.get(room, room)
