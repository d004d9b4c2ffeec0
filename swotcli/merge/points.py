"""The notes of one quadrant become points: by ruling, by equal text, by likeness; in this order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from swotcli.likeness import Item, Strictness, compare
from swotcli.merge.decided import units_of
from swotcli.model.summary import Candidate, Point, SourceNote
from swotcli.model.text import sameness

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from swotcli.likeness import Key, Likeness
    from swotcli.merge.decided import Unit, Units
    from swotcli.model.decisions import Rulings
    from swotcli.model.quadrant import Quadrant

MOST_CANDIDATES = 10
"""A person looks through so many at most."""

_SEARCHED = 4
"""So many times more notes are asked for, since several may be of one point."""


class QuadrantNotes:
    """The notes of one quadrant, compared once; rulings may change after that."""

    def __init__(
        self, quadrant: Quadrant, notes: Sequence[SourceNote], *, again: bool = False
    ) -> None:
        """Take the notes of a quadrant out of all.

        Args:
            quadrant: The quadrant.
            notes: The notes of all quadrants.
            again: Points will be asked for after each ruling: what is alike is kept at hand.
        """
        self.quadrant = quadrant
        self._ranked: dict[tuple[int, ...], tuple[tuple[Key, float], ...]] | None = None
        if again:
            self._ranked = {}
        self.notes = tuple(note for note in notes if note.quadrant is quadrant)
        self._keys = _keys(self.notes)
        self._place = {key: place for place, key in enumerate(self._keys)}
        self._likeness: Likeness | None = None

    @property
    def likeness(self) -> Likeness:
        """How alike the notes are; found out when first asked for."""
        if self._likeness is None:
            self._likeness = compare(
                [
                    Item(key, note.room, note.text, note.lang)
                    for key, note in zip(self._keys, self.notes, strict=True)
                ]
            )
        return self._likeness

    def points(
        self, rulings: Rulings, strictness: Strictness | None, most: int = MOST_CANDIDATES
    ) -> list[Point]:
        """Return the quadrant's points, those of most rooms first, then those of most votes.

        Every note is in exactly one. A decided point holds what was ruled and equal texts, never
        more.

        Args:
            rulings: What the organiser ruled.
            strictness: How much must speak for two notes before they are joined; None joins equal
                texts only, and gives no candidates.
            most: How many candidates each point is given at most.
        """
        found = units_of(self.notes, rulings)
        groups = [[number] for number in range(len(found.units))]
        if strictness is not None:
            groups = self._joined(found, strictness)
        if strictness is None:
            most = 0
        units = [[found.units[number] for number in group] for group in groups]
        places = [sorted(place for unit in group for place in unit.notes) for group in units]
        point_of = {place: point for point, several in enumerate(places) for place in several}

        def candidates(point: int) -> tuple[Candidate, ...]:
            def ruled_apart(other: int) -> bool:
                never = (found.apart.get(unit, set()) for unit in groups[point])
                return all(not others.isdisjoint(groups[other]) for others in never)

            return self._candidates(places[point], point_of, ruled_apart, most)

        points = [
            self._point(units[point], places[point], candidates(point) if most else ())
            for point in sorted(range(len(groups)), key=lambda point: places[point][0])
        ]
        # Stable: points of equally many rooms and votes keep the order in which rooms said them.
        return sorted(points, key=lambda point: (-len(point.rooms), -point.votes))

    def _joined(self, found: Units, strictness: Strictness) -> list[list[int]]:
        """Return the units by number, those together that are probably the same."""
        free = [number for number, unit in enumerate(found.units) if not unit.decided]
        place_of = {number: place for place, number in enumerate(free)}
        joined = self.likeness.groups(
            [[self._keys[place] for place in found.units[number].notes] for number in free],
            strictness,
            {
                place: {place_of[other] for other in others if other in place_of}
                for place, number in enumerate(free)
                if (others := found.apart.get(number))
            },
        )
        taken = {free[number] for group in joined for number in group}
        alone = [[number] for number in range(len(found.units)) if number not in taken]
        return [[free[number] for number in group] for group in joined] + alone

    def _point(
        self, units: Sequence[Unit], places: Sequence[int], perhaps: tuple[Candidate, ...]
    ) -> Point:
        notes = tuple(self.notes[place] for place in places)
        wording = next((unit.wording for unit in units if unit.wording), "")
        return Point(
            quadrant=self.quadrant,
            text=wording or self._medoid(places),
            suggested=len(units) > 1,
            rooms=tuple(dict.fromkeys(note.room for note in notes)),
            notes=notes,
            decided=any(unit.decided for unit in units),
            reworded=bool(wording),
            perhaps=perhaps,
        )

    def _candidates(
        self,
        places: Sequence[int],
        point_of: Mapping[int, int],
        ruled_apart: Callable[[int], bool],
        most: int,
    ) -> tuple[Candidate, ...]:
        """Return for each other point the note most like the point, likeliest first."""
        mine = point_of[places[0]]
        best: dict[int, Candidate] = {}
        for key, likeness in self._alike(places, most * _SEARCHED):
            note = self.notes[self._place[key]]
            other = point_of[self._place[key]]
            if other not in best and other != mine and not ruled_apart(other):
                best[other] = Candidate(note.room, self.quadrant, note.text, likeness)
            if len(best) == most:
                break
        return tuple(best.values())

    def _alike(self, places: Sequence[int], most: int) -> tuple[tuple[Key, float], ...]:
        """Return the notes that are perhaps also a point; no ruling changes them."""
        known = self._ranked.get(tuple(places)) if self._ranked is not None else None
        if known is None:
            known = self.likeness.candidates([self._keys[place] for place in places], most)
            if self._ranked is not None:
                self._ranked[tuple(places)] = known
        return known

    def _medoid(self, places: Sequence[int]) -> str:
        """Return the wording that is most like the others.

        Of equally good ones it is the one used most, then one that begins like a sentence, then
        the one said first.
        """
        often = Counter(self.notes[place].text for place in places)
        first = {self.notes[place].text: place for place in reversed(places)}
        alike = dict.fromkeys(often, 0.0)
        if len({sameness(text) for text in often}) > 2:
            for text, place in first.items():
                alike[text] = self.likeness.total(
                    self._keys[place], [self._keys[p] for p in places]
                )
        return max(
            often, key=lambda text: (alike[text], often[text], text[:1].isupper(), -first[text])
        )


def _keys(notes: Sequence[SourceNote]) -> list[Key]:
    """Return a name for each note that does not depend on the order of rooms and notes."""
    seen: Counter[tuple[str, str]] = Counter()
    keys: list[Key] = []
    for note in notes:
        named = (note.text, note.room)
        keys.append((*named, seen[named]))
        seen[named] += 1
    return keys
