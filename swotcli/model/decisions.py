"""What the organiser ruled about notes and points: `decisions.yaml`. Pydantic: edited by hand, too.

A note is named by its room and its text, under its quadrant. Case, blanks and closing marks do not
count, so equal notes of one room are one here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from swotcli.model.quadrant import Quadrant
from swotcli.model.text import CutText, one_line, sameness
from swotcli.model.written import Filled, Text, Written, nothing_is_none

Key = tuple[str, str]
"""A room's id and what its note's text shares with equal ones."""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A note of a quadrant, as a decision names it.

    Attributes:
        room: The room's id.
        text: The note's words when it was ruled about.
    """

    room: str
    text: str

    @property
    def key(self) -> Key:
        """What decides whether a note is meant."""
        return (sameness(self.room), sameness(self.text))


def _ref(value: object) -> object:
    if isinstance(value, NoteRef):
        return value
    if isinstance(value, dict) and len(value) == 1:
        room, text = next(iter(value.items()))
        if isinstance(text, CutText):
            raise PydanticCustomError("text-cut", "text is cut", {"text": str(text)})
        if isinstance(room, str) and isinstance(text, str) and one_line(text):
            return NoteRef(one_line(room), one_line(text))
    raise PydanticCustomError("not-a-note-of-a-room", "not room: text")


_AnyRefs = Annotated[
    tuple[Annotated[NoteRef, PlainValidator(_ref)], ...], BeforeValidator(nothing_is_none)
]
Refs = Annotated[_AnyRefs, Field(min_length=1)]


class Together(Written):
    """These notes are one point. One note alone: it was looked at, and stands as it is.

    Attributes:
        wording: The organiser's own words for the point; empty: one of its notes' words.
    """

    wording: Text = ""
    notes: Refs


class Apart(Written):
    """No note of the first list is one point with any of the second.

    Attributes:
        others: The second list; empty: the notes of the first are apart from each other.
    """

    notes: Refs
    others: _AnyRefs = ()

    def pairs(self) -> Iterator[tuple[NoteRef, NoteRef]]:
        """Yield every two notes that are ruled apart."""
        for place, one in enumerate(self.notes):
            for other in self.others or self.notes[place + 1 :]:
                if one.key != other.key:
                    yield one, other


class NamedTheme(Written):
    """The points of these notes are of one theme, under a name that a person gave."""

    name: Filled
    notes: Refs


def _left_empty(value: object) -> object:
    return {} if value in ("", None) else value


class Rulings(Written):
    """All that was ruled about one quadrant, in the order in which it was."""

    together: Annotated[tuple[Together, ...], BeforeValidator(nothing_is_none)] = ()
    apart: Annotated[tuple[Apart, ...], BeforeValidator(nothing_is_none)] = ()
    themes: Annotated[tuple[NamedTheme, ...], BeforeValidator(nothing_is_none)] = ()

    def refs(self) -> Iterator[NoteRef]:
        """Yield every note that is named, as often as it is."""
        for point in self.together:
            yield from point.notes
        for ruling in self.apart:
            yield from (*ruling.notes, *ruling.others)
        for theme in self.themes:
            yield from theme.notes

    def decided(self) -> dict[Key, int]:
        """Return for each note ruled to be in a point the number of that point.

        Rulings that share a note speak of the same point.
        """
        point: dict[Key, int] = {}
        for number, ruling in enumerate(self.together):
            keys = [ref.key for ref in ruling.notes]
            same = {point[key] for key in keys if key in point}
            point.update(dict.fromkeys(keys, number))
            for key, other in point.items():
                if other in same:
                    point[key] = number
        return point

    def ambiguities(self) -> list[tuple[str, int, str, str]]:
        """Return what is said twice in two ways: the kind of ruling, its place, and both words.

        Two wordings of one point, two themes of one note: none of them could win without a word.
        """
        found = []
        worded: dict[Key, str] = {}
        for number, ruling in enumerate(self.together):
            if ruling.wording:
                others = {worded[ref.key] for ref in ruling.notes if ref.key in worded}
                found += [
                    ("together", number, other, ruling.wording)
                    for other in sorted(others - {ruling.wording})
                ]
                worded.update(dict.fromkeys((ref.key for ref in ruling.notes), ruling.wording))
        themed: dict[Key, str] = {}
        for number, theme in enumerate(self.themes):
            for ref in theme.notes:
                if themed.setdefault(ref.key, theme.name) != theme.name:
                    found.append(("themes", number, themed[ref.key], theme.name))
                    break
        return found

    def contradictions(self) -> list[tuple[int, NoteRef, NoteRef]]:
        """Return two notes ruled both together and apart, for each such ruling apart."""
        point = self.decided()
        found = []
        for number, ruling in enumerate(self.apart):
            for one, other in ruling.pairs():
                if one.key in point and point[one.key] == point.get(other.key):
                    found.append((number, one, other))
                    break
        return found


class Decisions(Written):
    """What was ruled, quadrant by quadrant."""

    strengths: Annotated[Rulings, BeforeValidator(_left_empty)] = Rulings()
    weaknesses: Annotated[Rulings, BeforeValidator(_left_empty)] = Rulings()
    opportunities: Annotated[Rulings, BeforeValidator(_left_empty)] = Rulings()
    threats: Annotated[Rulings, BeforeValidator(_left_empty)] = Rulings()

    def of(self, quadrant: Quadrant) -> Rulings:
        """Return what was ruled about a quadrant."""
        rulings: Rulings = getattr(self, quadrant.value)
        return rulings

    def with_rulings(self, quadrant: Quadrant, rulings: Rulings) -> Decisions:
        """Return the decisions with others about one quadrant."""
        return self.model_copy(update={quadrant.value: rulings})


def refs_of(notes: Iterable[tuple[str, str]]) -> tuple[NoteRef, ...]:
    """Return the names of notes, given as room and text; equal ones once."""
    named: dict[Key, NoteRef] = {}
    for room, text in notes:
        ref = NoteRef(room, text)
        named.setdefault(ref.key, ref)
    return tuple(named.values())
