"""What a typed line or a key means. Pure, and the same on the screen and in plain lines.

The keys are the same in every language: a person learns them once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from swotcli.model.text import one_line
from swotcli.workbench.state import Mode

LETTERS = "abcdefgh"
DIGITS = "1234567890"
FOUND = len(DIGITS)
"""So many found notes have a digit."""


class Verb(Enum):
    """What a person wants."""

    ACCEPT = "accept"
    SKIP = "skip"
    BACK = "back"
    JOIN = "join"
    PART = "part"
    MOVE = "move"
    REWORD = "reword"
    SEARCH = "search"
    PICK = "pick"
    SHOW = "show"
    CLOSE = "close"
    THEME = "theme"
    THEMES = "themes"
    NAME = "name"
    UNDO = "undo"
    LEFT = "left"
    NEXT_QUADRANT = "next-quadrant"
    BACK_QUADRANT = "back-quadrant"
    QUADRANT = "quadrant"
    TAKE_ALL = "take-all"
    YES = "yes"
    NO = "no"
    LATER = "later"
    RANK = "rank"
    MORE = "more"
    EVERY = "every"
    HELP = "help"
    LEAVE = "leave"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Said:
    """A line as it was understood.

    Attributes:
        numbers: Candidates, found notes, themes or points, counted from 1.
        letters: Own notes, counted from 0.
        text: The words of the line.
    """

    verb: Verb
    numbers: tuple[int, ...] = ()
    letters: tuple[int, ...] = ()
    text: str = ""


_NUMBERS = re.compile(r"\d(?:[ ,]*\d)*", re.ASCII)
_LETTERS = re.compile(r"[a-h](?:[ ,]+[a-h])*", re.IGNORECASE)
_MOVE = re.compile(r"m ([a-h]) ?(?:(\d)|/ ?(.*))", re.IGNORECASE | re.ASCII)
_SHOW = re.compile(r"(?:show|go) (\d)", re.IGNORECASE | re.ASCII)
_LISTED = re.compile(r"(\d{1,4}(?:[ ,]+\d{1,4})*)(?:[ ,]+=?(\D.*|\d*[^\d ,].*))?", re.ASCII)
_LITERAL = re.compile(r"(\d{1,4}(?:[ ,]+\d{1,4})*) *= *(.*)", re.ASCII)

_WORDS = {
    **dict.fromkeys(("n", "skip"), Verb.SKIP),
    **dict.fromkeys(("p", "previous", "back"), Verb.BACK),
    **dict.fromkeys(("u", "undo"), Verb.UNDO),
    **dict.fromkeys(("l", "left"), Verb.LEFT),
    **dict.fromkeys(("z",), Verb.TAKE_ALL),
    **dict.fromkeys(("?", "help"), Verb.HELP),
    **dict.fromkeys(("q", "done", "quit"), Verb.LEAVE),
    **dict.fromkeys(("list",), Verb.RANK),
    **dict.fromkeys(("v", "more"), Verb.MORE),
    **dict.fromkeys(("all",), Verb.EVERY),
    **dict.fromkeys(("themes",), Verb.THEMES),
    **dict.fromkeys(("w", "next"), Verb.NEXT_QUADRANT),
}
_EXACT = {"T": Verb.THEMES, "W": Verb.BACK_QUADRANT}
"""Keys whose small letter means something else."""


def read(line: str, mode: Mode) -> Said:
    """Return what a line means while this is before the person."""
    text = one_line(line)
    match mode:
        case Mode.SURE:
            return Said(Verb.YES if text.casefold() in ("y", "yes") else Verb.CLOSE)
        case Mode.OPEN if said := _of_a_decision(text):
            return said
        case Mode.SEARCH if said := _of_a_search(text):
            return said
        case Mode.THEMES | Mode.THEME if said := _of_themes(text):
            return said
    if mode in (Mode.THEMES, Mode.THEME, Mode.OPEN):
        verb = _common(text)
        return Said(verb, text=text) if verb in _EVERYWHERE else Said(Verb.NONE, text=text)
    return _of_a_point(text)


_EVERYWHERE = (
    Verb.BACK,
    Verb.UNDO,
    Verb.LEFT,
    Verb.HELP,
    Verb.LEAVE,
    Verb.NEXT_QUADRANT,
    Verb.BACK_QUADRANT,
)


def _common(text: str) -> Verb:
    return _EXACT.get(text) or _WORDS.get(text.casefold(), Verb.NONE)


def _of_a_point(text: str) -> Said:
    if not text:
        return Said(Verb.ACCEPT)
    if (verb := _common(text)) is not Verb.NONE:
        return Said(verb)
    if _NUMBERS.fullmatch(text):
        return Said(Verb.JOIN, numbers=_digits(text))
    if _LETTERS.fullmatch(text):
        return Said(Verb.PART, letters=_letters(text))
    if text.startswith("/"):
        return Said(Verb.SEARCH, text=text[1:].strip())
    if found := _MOVE.fullmatch(text):
        letters = _letters(found[1])
        if found[2]:
            return Said(Verb.MOVE, _digits(found[2]), letters)
        return Said(Verb.SEARCH, letters=letters, text=(found[3] or "").strip())
    word, _, rest = text.partition(" ")
    if word.casefold() == "r":
        return Said(Verb.REWORD, text=rest)
    if word == "t":
        return Said(Verb.THEME, text=rest)
    return Said(Verb.QUADRANT, text=text)


def _of_a_decision(text: str) -> Said | None:
    match text.casefold():
        case "" | "s" | "later":
            return Said(Verb.LATER)
        case "y" | "yes":
            return Said(Verb.YES)
        case "n" | "no":
            return Said(Verb.NO)
    return None


def _of_a_search(text: str) -> Said | None:
    if not text:
        return Said(Verb.CLOSE)
    if _NUMBERS.fullmatch(text):
        return Said(Verb.PICK, numbers=_digits(text))
    if found := _SHOW.fullmatch(text):
        return Said(Verb.SHOW, numbers=_digits(found[1]))
    return None


def _of_themes(text: str) -> Said | None:
    if not text:
        return Said(Verb.CLOSE)
    found = _LITERAL.fullmatch(text) or _LISTED.fullmatch(text)
    if not found:
        return None
    numbers = tuple(int(number) for number in re.split(r"[ ,]+", found[1]))
    return Said(Verb.NAME, numbers=numbers, text=one_line(found[2] or ""))


def _digits(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(DIGITS.index(sign) + 1 for sign in text if sign in DIGITS))


def _letters(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(LETTERS.index(s) for s in text.casefold() if s in LETTERS))
