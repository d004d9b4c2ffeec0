"""What a typed line means. Pure, and the same at the prompt, on the board and in plain lines.

A line is a note unless it is clearly something else: a command is a whole line, a prefix is one
letter or a full word. A blank or `//` at the start takes the line as it stands.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.live.deeds import (
    back_to_notes,
    begin_takeaways,
    delete,
    edit,
    edit_takeaway,
    hand_in,
    leave,
    move,
    noted,
    place,
    show_help,
    show_list,
    tag,
    take_all_away,
    take_away,
    too_long,
    vote,
)
from swotcli.live.state import Answer, LiveState, Numbered, Phase, Step, acted, redo, undo
from swotcli.model.change import AddNote, Change
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import NOTES_IN_A_ROOM, Note
from swotcli.model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BULLET = re.compile(
    r"(?:[•‣◦▪▫●○■□·∙–—*+\-\uf0a7\uf0b7]|\(?\d{1,3}[.)])[ \t\xa0]+(?:\[[ xX]\]\s+)?"
)
_VOTES = re.compile(r"\+(\d{1,5})(?: (\d+))?")
_TAG = re.compile(r"#(\d{1,3})(?: (\d+))?")
_EDIT = re.compile(r"/(\d+)(?:\s+(.*))?")
_EDIT_TAKEAWAY = re.compile(r"/k([1-3])(?:\s+(.*))?")
_MOVE = re.compile(r"/m (\d+) (\S+)")
_DELETE = re.compile(r"/d (k?)(\d+)")
_TIME = re.compile(r"(?:time|/t)(?: \+(\d{1,3}))?", re.IGNORECASE)
_PICK = re.compile(r"(?:/?k) (\d+(?: \d+)*)", re.IGNORECASE)


def entered(state: LiveState, line: str) -> Step:
    """Return what a typed line means."""
    literal = line.startswith((" ", "\t", "//"))
    text = one_line(line.removeprefix("//"))
    if not text:
        return Step(state, place(state))
    if literal:
        return (
            take_away(state, text)
            if state.phase is Phase.TAKEAWAYS
            else noted(state, text, tags=False)
        )
    if step := _command(state, text):
        return step
    word, _, rest = text.partition(" ")
    if word.casefold() == "k" and rest:
        return take_away(state, rest)
    if named := _named(state, word, rest.strip()):
        quadrant, rest = named
        moved = replace(state, current=quadrant, phase=Phase.NOTES)
        return noted(moved, rest) if rest else Step(moved, place(moved))
    return take_away(state, text) if state.phase is Phase.TAKEAWAYS else noted(state, text)


def pasted(state: LiveState, lines: Sequence[str]) -> Step:
    """Return what several lines at once mean: a note each, bullets stripped, one act to undo.

    A line that is just a quadrant's name says where those behind it go.
    """
    texts = [one_line(_BULLET.sub("", one_line(line), count=1)) for line in lines]
    if state.phase is Phase.TAKEAWAYS:
        return take_all_away(state, [text for text in texts if text])
    changes: list[Change] = []
    current = state.current
    room = NOTES_IN_A_ROOM - state.notes.count()
    for text in filter(None, texts):
        named = state.names.get(text.rstrip(":").casefold())
        if named is not None and len(text) > 1:
            current = named
        elif problem := too_long(text):
            return Step(state, problem)
        else:
            changes.append(AddNote(current, Note(text)))
    if not changes:
        return Step(state, place(state))
    if len(changes) > room:
        return Step(state, Answer("answer.room-full", {"limit": NOTES_IN_A_ROOM}, ok=False))
    answer = Answer("answer.pasted", {"count": len(changes), "quadrant": current})
    return acted(replace(state, current=current), tuple(changes), answer)


def _command(state: LiveState, text: str) -> Step | None:
    """Read a whole line as a command, or say that it is none."""
    if plain := _PLAIN.get(text.casefold()):
        return plain(state)
    if found := _VOTES.fullmatch(text):
        return vote(state, int(found[1]), found[2])
    if (found := _TAG.fullmatch(text)) and state.goals:
        return tag(state, int(found[1]), found[2])
    if found := _TIME.fullmatch(text):
        minutes = int(found[1] or 0)
        return Step(state, Answer("answer.time"), minutes=minutes)
    if (found := _PICK.fullmatch(text)) and (picked := _picked(state, found[1].split())):
        return take_away(state, picked)
    if text in ("1", "2", "3", "4") and state.phase is Phase.NOTES:
        moved = replace(state, current=list(Quadrant)[int(text) - 1])
        return Step(moved, place(moved))
    return _slash(state, text) if text.startswith("/") else None


def _slash(state: LiveState, text: str) -> Step:
    if found := _EDIT.fullmatch(text):
        return edit(state, int(found[1]), found[2])
    if found := _EDIT_TAKEAWAY.fullmatch(text):
        return edit_takeaway(state, int(found[1]), found[2])
    if found := _MOVE.fullmatch(text):
        return move(state, int(found[1]), found[2])
    if found := _DELETE.fullmatch(text):
        return delete(state, int(found[2]), takeaway=bool(found[1]))
    return Step(state, Answer("answer.no-command", {"text": text}, ok=False))


def _picked(state: LiveState, numbers: list[str]) -> str:
    """Return the notes of these numbers as one text, or nothing if one of them is no note."""
    found: list[Numbered | None] = [state.find(int(number)) for number in numbers]
    return "; ".join(one.note.text for one in found if one) if all(found) else ""


def _named(state: LiveState, word: str, rest: str) -> tuple[Quadrant, str] | None:
    """Read the first word of a line as a quadrant's name.

    A full word with a capital begins a sentence ("Opportunities are many"), so it counts only by
    itself or with a colon; a letter, or a full word in small letters, always counts.
    """
    name = word.removesuffix(":")
    quadrant = state.names.get(name.casefold())
    sentence = len(name) > 1 and not name.islower() and name == word
    if quadrant is None or (sentence and rest):
        return None
    return quadrant, rest


# Whole lines. The words are English in every language: a screen reader's user learns them once.
_PLAIN: dict[str, Callable[[LiveState], Step]] = {
    **dict.fromkeys(("help", "/?", "?"), show_help),
    **dict.fromkeys(("undo", "/u"), undo),
    **dict.fromkeys(("redo", "/r"), redo),
    **dict.fromkeys(("list", "/l"), show_list),
    **dict.fromkeys(("done",), hand_in),
    **dict.fromkeys(("k", "/k"), begin_takeaways),
    **dict.fromkeys(("/b",), back_to_notes),
    **dict.fromkeys(("/q",), leave),
}
