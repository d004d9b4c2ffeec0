"""Notes that a script names for a ruling: `room: text`, where a beginning will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.errors import NotFound, Problem
from swotcli.model.act import Act, Join, Part, PutUnder
from swotcli.model.decisions import NoteRef
from swotcli.model.text import one_line, sameness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from swotcli.model.quadrant import Quadrant
    from swotcli.model.summary import Point
    from swotcli.workflow.group import Grouping


def acts(
    grouping: Grouping,
    quadrant: Quadrant,
    *,
    together: Sequence[str] = (),
    apart: Sequence[str] = (),
    wording: str | None = None,
    theme: str | None = None,
) -> list[Act]:
    """Return what a script rules, as acts.

    Notes named together are one point, with what was ruled to be one with them. One alone stands
    for its whole point, as the summary has it.

    Raises:
        NotFound: With every name that means no note, or more than one.
    """
    points = grouping.points(quadrant)
    problems: list[Problem] = []
    joined = _refs(grouping, points, together, problems)
    parted = _refs(grouping, points, apart, problems)
    if problems:
        raise NotFound(*problems)
    if len(joined) == 1:
        joined = next(
            tuple(NoteRef(note.room, note.text) for note in point.notes)
            for point in points
            if any(NoteRef(note.room, note.text).key == joined[0].key for note in point.notes)
        )
    ruled: list[Act] = []
    if joined and not (len(together) == 1 and theme is not None and wording is None):
        ruled.append(Join(joined, wording))
    if parted:
        ruled.append(Part(parted))
    if theme is not None:
        ruled.append(PutUnder(theme, joined))
    return ruled


def _refs(
    grouping: Grouping, points: Iterable[Point], named: Sequence[str], problems: list[Problem]
) -> tuple[NoteRef, ...]:
    refs = {ref.key: ref for p in points for n in p.notes for ref in (NoteRef(n.room, n.text),)}
    found: dict[tuple[str, str], NoteRef] = {}
    for name in named:
        several = _meant(grouping, refs, name)
        if len(several) == 1:
            found[several[0].key] = several[0]
        elif several:
            known = "; ".join(f"{ref.room}: {ref.text}" for ref in several[:5])
            problems.append(Problem("ambiguous-note", {"name": name, "known": known}))
        else:
            problems.append(Problem("unknown-note", {"name": name}))
    return tuple(found.values())


def _meant(grouping: Grouping, refs: dict[tuple[str, str], NoteRef], name: str) -> list[NoteRef]:
    """Return the notes that a name may mean: the one of the whole text, else all that begin so."""
    room, colon, text = name.partition(":")
    wanted = sameness(text)
    if not colon or not one_line(text):
        return []
    names = {r.room: (sameness(r.room), sameness(r.name)) for r in grouping.rooms}
    given = sameness(room)
    rooms = [r for r, known in names.items() if given in known] or [
        r for r, known in names.items() if any(one.startswith(given) for one in known)
    ]
    mine = [ref for ref in refs.values() if ref.room in rooms]
    whole = [ref for ref in mine if ref.key[1] == wanted]
    return whole or [ref for ref in mine if ref.key[1].startswith(wanted)]
