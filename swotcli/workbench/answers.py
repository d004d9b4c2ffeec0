"""Answers as sentences of one line, and as pages, in the person's language.

An answer begins with "ok " once what was ruled is durable on disk, with "error " if it was not taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.model.quadrant import Quadrant
from swotcli.workbench.walk import counts

if TYPE_CHECKING:
    from swotcli.words import Words
    from swotcli.workbench.conversation import Conversation
    from swotcli.workbench.state import Answer


_ABOVE_PAGES = {"group.help": "group.help-follows", "group.left": "group.left-follows"}


def sentence(answer: Answer, words: Words) -> str:
    """Return an answer as one line that begins with ok or error."""
    return f"{'ok' if answer.ok else 'error'} {said(answer, words)}"


def said(answer: Answer, words: Words) -> str:
    """Return an answer as one line."""
    values = {
        name: words.quadrant(value) if isinstance(value, Quadrant) else value
        for name, value in answer.values.items()
    }
    return words.say(_ABOVE_PAGES[answer.key] if answer.page else answer.key, **values)


def page(answer: Answer, conversation: Conversation) -> list[str]:
    """Return the lines of an answer that is a page: the keys, or what is left."""
    words = conversation.means.words
    if answer.key == "group.help":
        return words.say("group.help").split("\n")
    return [left_of(conversation, quadrant) for quadrant in conversation.state.quadrants]


def left_of(conversation: Conversation, quadrant: Quadrant) -> str:
    """Return in one line what is left of a quadrant."""
    words, engine = conversation.means.words, conversation.means.engine
    values = dict(counts(engine.points(quadrant)))
    line = words.say("group.left", quadrant=words.quadrant(quadrant), **values)
    if waiting := len(engine.open_decisions(quadrant)):
        line += words.say("group.left-open", count=waiting)
    return line
