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
from swotcli.model.change import AddNote
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import NOTES_IN_A_ROOM, Note
from swotcli.model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BULLET = re.compile(
    r"^(?:[•‣◦▪▫●○■□·∙–—*+\-\uf0a7\uf0b7]|\(?\d{1,3}[.)])[ \t\xa0]+(?:\[[ xX]\]\s+)?"
)
_VOTES = re.compile(r"\+(\d{1,5})(?: (\d+))?")
_TAG = re.compile(r"#(\d{1,3})(?: (\d+))?")
_EDIT = re.compile(r"/(\d+)(?:\s+(.*))?")
_EDIT_TAKEAWAY = re.compile(r"/k([1-3])(?:\s+(.*))?", re.IGNORECASE)
_MOVE = re.compile(r"/m (\d+) (\S+)", re.IGNORECASE)
_DELETE = re.compile(r"/d (k?)(\d+)", re.IGNORECASE)
_TIME = re.compile(r"(?:time|/t)(?: \+(\d{1,3})(?: ?min\.?)?)?", re.IGNORECASE)
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


def pasted(state: LiveState, lines: Sequence[str], typed: str = "") -> Step:
    """Return what pasted lines mean: a note each, bullets stripped, one act to undo.

    A line that is just a quadrant's name says where those behind it go.

    Args:
        state: The room.
        lines: Whole lines.
        typed: What stood on the line before them: a quadrant's letter, or the first one's beginning.
    """
    current = state.names.get(typed.strip().removesuffix(":").casefold()) if typed.strip() else None
    first = typed if current is None else ""
    texts = [unbulleted(line) for line in lines]
    texts[:1] = [one_line(first + text) for text in texts[:1]]
    if state.phase is Phase.TAKEAWAYS:
        return take_all_away(state, [text for text in texts if text])
    changes: list[AddNote] = []
    current = current or state.current
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
    if len(changes) == 1:
        return noted(replace(state, current=current), changes[0].note.text, tags=False)
    if len(changes) > NOTES_IN_A_ROOM - state.notes.count():
        return Step(state, Answer("answer.room-full", {"limit": NOTES_IN_A_ROOM}, ok=False))
    answer = Answer("answer.pasted", {"count": len(changes), "quadrant": current})
    return acted(replace(state, current=current), tuple(changes), answer)


def unbulleted(line: str) -> str:
    """Return a pasted line without its bullet or number; "2024. It was good" keeps its number."""
    return one_line(_BULLET.sub("", one_line(line), count=1))


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
    if found := _PICK.fullmatch(text):
        return _pick(state, found[1].split())
    if text.isdecimal() and text.isascii() and state.phase is Phase.TAKEAWAYS:
        return _pick(state, [text])
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


def _pick(state: LiveState, numbers: list[str]) -> Step:
    """Return the step that makes a takeaway of notes, by their numbers."""
    found: list[Numbered] = []
    for number in numbers:
        one = state.find(int(number))
        if one is None:
            return Step(state, Answer("answer.no-note", {"number": number}, ok=False))
        found.append(one)
    return take_away(state, "; ".join(one.note.text for one in found))


def _named(state: LiveState, word: str, rest: str) -> tuple[Quadrant, str] | None:
    """Read the first word of a line as a quadrant's name.

    A letter always counts. A full word may begin a sentence ("Opportunities are many", "hot meals"),
    so it counts by itself, with a colon, or if it is a quadrant's whole name in small letters.
    """
    name = word.removesuffix(":")
    quadrant = state.names.get(name.casefold())
    sure = len(name) == 1 or name != word or not rest
    if quadrant is None or not (sure or (name.islower() and name in _NAMES)):
        return None
    return quadrant, rest


# Names that hardly begin a sentence; "hot" and the singulars ("strength in numbers") well may.
_NAMES = frozenset(
    [
        "vahvuudet",
        "heikkoudet",
        "mahdollisuudet",
        "uhat",
        "styrkor",
        "svagheter",
        "möjligheter",
        "strengths",
        "weaknesses",
        "opportunities",
        "threats",
    ]
)

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
