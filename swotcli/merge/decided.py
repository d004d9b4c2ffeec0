"""What the organiser ruled, brought to the notes that are there now.

The notes of a quadrant become units: notes that are one point whatever the program thinks of their
likeness. Rulings come first, then equal texts; `points` lets likeness join the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from swotcli.model.quadrant import Quadrant
from swotcli.model.summary import OpenDecision, SourceNote, Why
from swotcli.model.text import sameness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from swotcli.model.decisions import Key, NoteRef, Rulings

_EDITED = 0.6
"""Share of equal letters (Ratcliff and Obershelp's ratio) from which a new text may be the old one."""


@dataclass(slots=True)
class Unit:
    """Notes that are one point without any guess.

    Attributes:
        notes: Their places among the quadrant's notes, in order.
        decided: The organiser ruled on them.
        wording: The organiser's own words for them.
    """

    notes: list[int]
    decided: bool = False
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a quadrant, in the order of their first notes.

    Attributes:
        apart: For a unit, by its place, those that it is ruled apart from.
    """

    units: list[Unit]
    apart: dict[int, set[int]]


def key_of(note: SourceNote) -> Key:
    """Return what a decision knows a note by."""
    return (sameness(note.room), sameness(note.text))


def units_of(notes: Sequence[SourceNote], rulings: Rulings) -> Units:
    """Return the units of a quadrant's notes."""
    places: dict[Key, list[int]] = {}
    for place, note in enumerate(notes):
        places.setdefault(key_of(note), []).append(place)
    never: dict[Key, set[Key]] = {}
    for ruling in rulings.apart:
        for one, other in ruling.pairs():
            never.setdefault(one.key, set()).add(other.key)
            never.setdefault(other.key, set()).add(one.key)
    keyed = _equal(_ruled(places, rulings), never)
    units = [
        Unit(sorted(place for key in keys for place in places[key]), decided, wording)
        for keys, decided, wording in keyed
    ]
    order = sorted(range(len(units)), key=lambda number: units[number].notes[0])
    unit_of = {key: new for new, old in enumerate(order) for key in keyed[old][0]}
    apart: dict[int, set[int]] = {}
    for key, keys in never.items():
        for parted in keys:
            if key in unit_of and parted in unit_of and unit_of[key] != unit_of[parted]:
                apart.setdefault(unit_of[key], set()).add(unit_of[parted])
    return Units([units[old] for old in order], apart)


_Keyed = tuple[list["Key"], bool, str]


def _ruled(places: Mapping[Key, list[int]], rulings: Rulings) -> list[_Keyed]:
    """Return the notes ruled to be one point, then each other one alone."""
    point = rulings.decided()
    wordings = {point[r.notes[0].key]: r.wording for r in rulings.together if r.wording}
    ruled: dict[int, list[Key]] = {}
    alone: list[_Keyed] = []
    for key in places:
        if key in point:
            ruled.setdefault(point[key], []).append(key)
        else:
            alone.append(([key], False, ""))
    return [(keys, True, wordings.get(number, "")) for number, keys in ruled.items()] + alone


def _equal(keyed: list[_Keyed], never: Mapping[Key, set[Key]]) -> list[_Keyed]:
    """Join equal texts, unless ruled apart: with a decided point that has the text, if it is one.

    Two decided points that have the same text stay two.
    """
    having: dict[str, list[_Keyed]] = {}
    kept: list[_Keyed] = []
    for one in keyed:
        for text in dict.fromkeys(text for _, text in one[0]):
            having.setdefault(text, [])
            if one[1]:
                having[text].append(one)
        if one[1]:
            kept.append(one)
    free: dict[str, list[_Keyed]] = {}
    # By name and not as they came: which of two parted equals a third one joins must not depend on
    # the order of the rooms.
    for one in sorted((one for one in keyed if not one[1]), key=lambda one: one[0]):
        key = one[0][0]
        homes = [home for home in having[key[1]] if not _parted(key, home[0], never)]
        if len(homes) != 1:
            homes = [h for h in free.get(key[1], []) if not _parted(key, h[0], never)][:1]
        if homes:
            homes[0][0].append(key)
        else:
            kept.append(one)
            free.setdefault(key[1], []).append(one)
    return kept


def _parted(key: Key, others: Sequence[Key], never: Mapping[Key, set[Key]]) -> bool:
    return not never.get(key, set()).isdisjoint(others)


def open_decisions(
    quadrant: Quadrant,
    notes: Sequence[SourceNote],
    rulings: Rulings,
    rooms: Mapping[str, bool],
) -> list[OpenDecision]:
    """Return the notes that a quadrant's rulings name and that are not there.

    Args:
        quadrant: The quadrant.
        notes: The notes of all quadrants.
        rulings: What was ruled about the quadrant.
        rooms: For each room's id, whether all of it could be read; what is missing of others may
            yet come, so nothing is said of it.
    """
    known = {sameness(room): complete for room, complete in rooms.items()}
    there = {key_of(note) for note in notes if note.quadrant is quadrant}
    named = {ref.key for ref in rulings.refs()}
    missing = {ref.key: ref for ref in rulings.refs() if ref.key not in there}
    found = []
    for ref in missing.values():
        if sameness(ref.room) not in known:
            found.append(OpenDecision(quadrant, ref.room, ref.text, Why.NO_ROOM))
        elif known[sameness(ref.room)]:
            found.append(_missing(quadrant, ref, notes, named))
    return found


def _missing(
    quadrant: Quadrant, ref: NoteRef, notes: Sequence[SourceNote], named: set[Key]
) -> OpenDecision:
    room, same = ref.key
    best: tuple[float, str] = (0.0, "")
    for note in notes:
        if sameness(note.room) != room:
            continue
        if note.quadrant is quadrant:
            if key_of(note) not in named:
                ratio = SequenceMatcher(None, same, sameness(note.text), autojunk=False).ratio()
                if ratio > max(best[0], _EDITED):
                    best = (ratio, note.text)
        elif sameness(note.text) == same:
            return OpenDecision(quadrant, ref.room, ref.text, Why.MOVED, to=note.quadrant)
    if best[1]:
        return OpenDecision(quadrant, ref.room, ref.text, Why.EDITED, now=best[1])
    return OpenDecision(quadrant, ref.room, ref.text, Why.GONE)
