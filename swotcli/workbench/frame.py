"""What is around the rows: where the person is, what the keys do, what a line is typed behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.workbench.state import Mode
from swotcli.workbench.walk import counts, keys, undecided

if TYPE_CHECKING:
    from swotcli.model.summary import Point
    from swotcli.workbench.conversation import Conversation


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


def prompt(conversation: Conversation) -> str:
    """Return what stands before a line that is typed in plain mode."""
    state, words = conversation.state, conversation.means.words
    values = dict(counts(conversation.table().points))
    left = values["suggested"] + values["undecided"]
    return words.say("group.prompt", quadrant=words.quadrant(state.quadrant), left=left)


def _standing(conversation: Conversation, point: Point) -> str:
    words, state = conversation.means.words, conversation.state
    mine = keys(point)
    if point.decided:
        return words.say("group.is-decided")
    if any(key in mine for where, key in state.skipped if where is state.quadrant):
        return words.say("group.is-skipped")
    return ""
