"""What is before the person as rows of text: the same in plain lines and on the screen.

Words and signs carry the meaning, never colours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.workbench import theming
from swotcli.workbench.answers import left_of
from swotcli.workbench.grammar import DIGITS, FOUND, LETTERS
from swotcli.workbench.state import Mode
from swotcli.workbench.walk import counts, fresh, keys, open_now, refs, undecided

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


def head(conversation: Conversation) -> str:
    """Return where the person is: the quadrant, how far, and what stands there."""
    state, words = conversation.state, conversation.means.words
    name = words.quadrant(state.quadrant)
    if state.mode is Mode.SEARCH:
        return words.say("group.head-search", quadrant=name, query=state.query)
    if state.mode is Mode.THEMES:
        return words.say("group.head-themes", quadrant=name)
    if state.mode is Mode.THEME:
        return words.say("group.head-theme", name=state.theme or words.say("group.themeless"))
    points = conversation.table().points
    left = len(undecided(points))
    point = conversation.point()
    if state.mode is Mode.OPEN or point is None:
        return words.say(
            "group.head", quadrant=name, place=len(points) - left, count=len(points), left=left
        )
    place = len(points) - left + (not point.decided)
    line = words.say("group.head", quadrant=name, place=place, count=len(points), left=left)
    standing = _standing(conversation, point)
    return f"{line} · {standing}" if standing else line


def rows(conversation: Conversation) -> list[Row]:
    """Return what is below the head."""
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
    return _point(conversation, point)


def footer(conversation: Conversation) -> tuple[str, str]:
    """Return the keys in words: at length, and in short."""
    words = conversation.means.words
    match conversation.state.mode:
        case Mode.OPEN:
            return words.say("group.keys-open"), words.say("group.keys-open")
        case Mode.SEARCH:
            return words.say("group.keys-search"), words.say("group.keys-search")
        case Mode.THEMES:
            return words.say("group.keys-themes"), words.say("group.keys-themes")
        case Mode.THEME:
            return words.say("group.keys-theme"), words.say("group.keys-theme")
        case Mode.SURE:
            return words.say("group.keys-sure"), words.say("group.keys-sure")
        case Mode.END:
            return words.say("group.keys-end"), words.say("group.keys-end")
    return words.say("group.keys"), words.say("group.keys-short")


def lines(conversation: Conversation) -> list[str]:
    """Return all of it as lines for plain mode, nothing cut."""
    texts = [head(conversation), *(f"{row.label} {row.text}".strip() for row in rows(conversation))]
    return [f"  {conversation.means.harmless(text)}" for text in texts]


def _standing(conversation: Conversation, point: Point) -> str:
    words, state = conversation.means.words, conversation.state
    mine = keys(point)
    if point.decided:
        return words.say("group.is-decided")
    if any(key in mine for where, key in state.skipped if where is state.quadrant):
        return words.say("group.is-skipped")
    return ""


def _point(conversation: Conversation, point: Point) -> list[Row]:
    state, words = conversation.state, conversation.means.words
    about = ", ".join(_room(conversation, room) for room in point.rooms)
    if point.theme:
        about += f" · {words.say('group.of-theme', name=point.theme)}"
    shown = [Row("»", point.text), Row("", about)]
    if len(refs(point)) > 1 or point.reworded:
        first, *others = _own(conversation, point)
        if point.suggested:
            others, first = [first, *others], Row("", words.say("group.is-suggested"))
        shown += [replace(first, gap=True), *others]
    candidates = _numbered(conversation, state.numbers[:FOUND])
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


def prompt(conversation: Conversation) -> str:
    """Return what stands before a line that is typed in plain mode."""
    state, words = conversation.state, conversation.means.words
    values = dict(counts(conversation.table().points))
    left = values["suggested"] + values["undecided"]
    return words.say("group.prompt", quadrant=words.quadrant(state.quadrant), left=left)
