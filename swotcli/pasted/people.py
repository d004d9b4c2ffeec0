"""The people in an entry of a programme: "Title, Name Surname, role, organisation"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from swotcli.pasted.vocabulary import Vocabulary

Person = tuple[str, str]
"""A name and a role; the role may be empty."""

_PARTING = re.compile(
    r"\s?[,;]\s?|:\s|\s[-–—|/]\s|\s(?:by|av)\s|(?<=\))\s(?:ja|och|and|&|sekä|samt)\s"
    r"|(?<=[^\W\d_]{3})(?<!\b[Pp]rof)\.\s(?=[^\W\d_a-zåäö])"
)
_ROLE_IN_BRACKETS = re.compile(r"([^()]+?) ?\(([^()]+)\)")
_ANDS = ("ja", "och", "and", "&", "sekä", "samt")
_PARTS_PEOPLE = (";", "/", *_ANDS)
_AND = re.compile(r"\s(?:ja|och|and|&|sekä|samt)\s|\s?/\s?")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’]*(?:-[^\W\d_][\w'’]*)*\.?")
_INITIAL = re.compile(r"[^\W\d_]\.")
_PARTICLES = {"von", "af", "av", "de", "van", "der", "la", "le", "el", "bin", "dos", "da"}
_PARTS_THAT_ARE_NO_NAMES = (
    "welcome",
    "breakout",
    "debrief",
    "end",
    "programme",
    "opening",
    "break",
)
_NAME_WORDS = range(2, 5)
_DEGREE = 3
_A_WORD, _A_NAME = 4, 2
_SHORT_FORMS = {"prof", "ltd", "inc", "min", "r.y", "ry", "oy", "ab"}


@dataclass(frozen=True, slots=True)
class _Piece:
    sign: str
    text: str
    start: int


def split_people(text: str, vocabulary: Vocabulary) -> tuple[str, tuple[Person, ...]]:
    """Part an entry's title from the people behind it."""
    whole, text = text, _without_full_stop(text)
    pieces = _pieces(text)
    # "Welcome, Ann Smith (Head Librarian)": there the brackets hold a role, however it is spelt.
    role_inside = len(pieces) > 1 and bool(_named(pieces[-1].text, vocabulary)[0])
    if text.endswith(")") and (opening := text.rfind(" (")) > 0 and not role_inside:
        inside = people_only(text[opening + 2 : -1], vocabulary)
        if inside:
            return text[:opening].rstrip(" ,"), inside
    for index in range(1, len(pieces)):
        announced = vocabulary.is_one_of("speaker", pieces[index].text)  # "Speaker: Name Surname"
        if people := _people(pieces[index + announced :], vocabulary):
            return text[: pieces[index].start].rstrip(" ,;:–—-|"), people
    return whole, ()


def people_only(text: str, vocabulary: Vocabulary) -> tuple[Person, ...]:
    """Return the people of a text that begins with a person's name, or nothing."""
    pieces = _pieces(_without_full_stop(text))
    announced = len(pieces) > 1 and vocabulary.is_one_of("speaker", pieces[0].text)
    return _people(pieces[announced:], vocabulary)


def tells_of_a_person(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text reads "Name Surname, organisation: what that person speaks of"."""
    before, colon, _ = text.partition(": ")
    return bool(colon) and "," in before and bool(people_only(before, vocabulary))


def is_a_person(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text is one person's name and role, and no title."""
    people = people_only(text, vocabulary)
    return len(people) == 1 and bool(people[0][1])


def _without_full_stop(text: str) -> str:
    """Take the full stop from the end of an entry; one of an initial or a short form stays."""
    word = text.rsplit(" ", 1)[-1].removesuffix(".")
    short = len(word) < (_A_NAME if word[:1].isupper() else _A_WORD) or word.lower() in _SHORT_FORMS
    return text if short else text.removesuffix(".")


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    sign, start, begin = "", 0, 0
    for match in _PARTING.finditer(text):
        pieces.append(_piece(sign, text[begin : match.start()].strip(), start))
        sign, start, begin = match[0].strip(), match.start(), match.end()
    return [*pieces, _piece(sign, text[begin:].strip(), start)]


def _piece(sign: str, text: str, start: int) -> _Piece:
    """Return a piece; an "and" behind a comma is what parts it: "treasurer, and Maja Lind"."""
    first, _, behind = text.partition(" ")
    return (
        _Piece(first, behind, start)
        if sign and behind and first in _ANDS
        else (_Piece(sign, text, start))
    )


def _people(pieces: list[_Piece], vocabulary: Vocabulary) -> tuple[Person, ...]:
    """Read pieces as people with their roles, if the first is a name."""
    groups: list[_Group] = []
    for index, piece in enumerate(pieces):
        following = pieces[index + 1].text if index + 1 < len(pieces) else ""
        names, role = _named(piece.text, vocabulary)
        if not groups and not names:
            return ()
        if groups and piece.sign == ":":
            return ()  # "Cara Wood, Port Authority: Noise and traffic" tells what she speaks of
        last = groups[-1] if groups else None
        if last is None:
            groups.append(_Group(names, role))
        elif names and _further(piece, names, role, last=last, following=following):
            if last.role or role or piece.sign in _PARTS_PEOPLE:
                groups.append(_Group(names, role))
            else:
                last.names.extend(names)
        elif more := _role_and_person(piece.text, following, vocabulary):
            last.add(piece.sign, more[0])
            groups.append(_Group([more[1]]))
        else:
            last.add(piece.sign, piece.text)
    return tuple((name, group.role) for group in groups for name in group.names)


@dataclass(slots=True)
class _Group:
    """People who share a role."""

    names: list[str]
    role: str = ""

    def add(self, sign: str, text: str) -> None:
        """Add to the role, behind the sign that stood there."""
        space = "" if sign in ",;:" else " "
        self.role = f"{self.role}{space}{sign} {text}" if self.role else text


def _further(piece: _Piece, names: list[str], role: str, *, last: _Group, following: str) -> bool:
    """Say whether a name behind a person is one more person; it may be an organisation's."""
    if piece.sign in _PARTS_PEOPLE or role or (len(names) > 1 and not last.role):
        return True
    return following[:1].islower()


def _named(text: str, vocabulary: Vocabulary) -> tuple[list[str], str]:
    """Return the names that a piece consists of, and the role if it stands before the name."""
    if bracketed := _ROLE_IN_BRACKETS.fullmatch(text):
        names, _ = _named(bracketed[1], vocabulary)
        return names, bracketed[2] if names else ""
    words = text.split()
    if words and vocabulary.is_one_of("speaker", words[0].strip(":")):
        words = words[1:]
    if not words:
        return [], ""
    titled = 0
    while titled < len(words) and words[titled][:1].islower() and words[titled] not in _PARTICLES:
        titled += 1
    if titled and not vocabulary.ends_like("role", words[titled - 1]):
        return [], ""
    names = [name.strip() for name in _AND.split(" ".join(words[titled:]))]
    if not all(is_name(name, vocabulary) for name in names):
        return [], ""
    return names, " ".join(words[:titled])


def _role_and_person(text: str, following: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Part "chair and Name Surname"; what follows the name has to be that one's role."""
    parts = list(_AND.finditer(text))
    if not parts:
        return None
    role, name = text[: parts[-1].start()], text[parts[-1].end() :].strip()
    certain = following[:1].islower() and role[:1].islower()
    return (role, name) if certain and is_name(name, vocabulary) else None


def is_name(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text looks like a person's full name."""
    words = text.split()
    if len(words) in _NAME_WORDS[1:] and words[0].isupper() and 1 < len(words[0]) <= _DEGREE:
        words = words[1:]  # a degree before the name
    if len(words) not in _NAME_WORDS or words[0] in _PARTICLES or words[-1] in _PARTICLES:
        return False
    if not all(_NAME_WORD.fullmatch(word) and _like_a_name(word) for word in words):
        return False
    if any(vocabulary.is_one_of("organisation", word) for word in words):
        return False
    return not any(vocabulary.names(part, text) for part in _PARTS_THAT_ARE_NO_NAMES)


def _like_a_name(word: str) -> bool:
    if word in _PARTICLES or _INITIAL.fullmatch(word):
        return True
    return word[0].isupper() and (len(word) == 1 or not word.isupper())
