"""What one act of the organiser changes in what was ruled about a quadrant.

The latest act holds: joining notes takes back that they were apart, parting them that they were
together. Each function returns new rulings; nothing else that was ruled changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.model.act import Forget, Hold, Join, Part, PutUnder
from swotcli.model.decisions import Apart, NamedTheme, Together, refs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from swotcli.model.act import Act
    from swotcli.model.decisions import Key, NoteRef, Rulings


def done(rulings: Rulings, acts: Iterable[Act]) -> Rulings:
    """Return the rulings after acts, one after the other."""
    for act in acts:
        match act:
            case Join(notes, wording):
                rulings = together(rulings, notes, wording)
            case Part(notes, others):
                rulings = apart(rulings, notes, others)
            case PutUnder(name, notes):
                rulings = theme(rulings, name, notes)
            case Hold(old, new):
                rulings = renamed(rulings, old, new)
            case Forget(note):
                rulings = forgotten(rulings, note)
    return rulings


def taken_back(now: Rulings, before: Rulings, after: Rulings) -> Rulings:
    """Return the rulings without an act, keeping what others have ruled since.

    Args:
        now: What holds.
        before: What held before the act.
        after: What held after it.

    Raises:
        LookupError: Others have ruled about the same notes since.
    """
    if now == after:
        return before
    theirs: set[Key] = set()
    changed: dict[str, object] = {}
    for kind in ("together", "apart", "themes"):
        was, became, left = (list(getattr(r, kind)) for r in (before, after, now))
        mine = [ruling for ruling in became if ruling not in was]
        again = [ruling for ruling in was if ruling not in became]
        if any(ruling not in left for ruling in mine):
            raise LookupError
        if kind == "together":
            theirs = {ref.key for r in left if r not in became for ref in r.notes}
            if any(ref.key in theirs for ruling in again for ref in ruling.notes):
                raise LookupError
        changed[kind] = (*(ruling for ruling in left if ruling not in mine), *again)
    back = now.model_copy(update=changed)
    if back.contradictions():
        raise LookupError
    return back


def together(rulings: Rulings, notes: Sequence[NoteRef], wording: str | None = None) -> Rulings:
    """Rule that notes are one point, with all that was ruled to be one with any of them.

    Args:
        rulings: What holds so far.
        notes: The notes; one alone is a point that was looked at and stands as it is.
        wording: The organiser's own words for it; empty: none. Without it earlier ones stay, those
            of the first note's point first.
    """
    keys = {ref.key for ref in notes}
    touched = [ruling for ruling in rulings.together if keys & {ref.key for ref in ruling.notes}]
    touched.sort(key=lambda ruling: notes[0].key not in {ref.key for ref in ruling.notes})
    if wording is None:
        wording = next((ruling.wording for ruling in touched if ruling.wording), "")
    whole = _unique([*notes, *(ref for ruling in touched for ref in ruling.notes)])
    one = Together(wording=wording, notes=whole)
    kept = [ruling for ruling in rulings.together if ruling not in touched]
    return rulings.model_copy(
        update={
            "together": (*kept, one),
            "apart": tuple(_without(rulings.apart, {ref.key for ref in whole})),
        }
    )


def apart(rulings: Rulings, notes: Sequence[NoteRef], others: Sequence[NoteRef] = ()) -> Rulings:
    """Rule that no note of the first list is one point with any of the second.

    What was ruled to be one point with them stays so as far as it can: the first are taken out of
    a point that has any of the second.

    Args:
        rulings: What holds so far.
        notes: The first list.
        others: The second; empty: the notes of the first are apart from each other.
    """
    ruling = Apart(notes=_unique(notes), others=_unique(others))
    never = [(one.key, other.key) for one, other in ruling.pairs()]
    kept: list[Together] = []
    for point in rulings.together:
        keys = {ref.key for ref in point.notes}
        out = {one for one, other in never if one in keys and other in keys}
        rest = tuple(ref for ref in point.notes if ref.key not in out)
        if not out:
            kept.append(point)
        elif rest:
            kept.append(point.model_copy(update={"notes": rest}))
    return rulings.model_copy(update={"together": tuple(kept), "apart": (*rulings.apart, ruling)})


def theme(rulings: Rulings, name: str, notes: Sequence[NoteRef]) -> Rulings:
    """Rule that the points of notes are of a theme; an empty name leaves them to the draft."""
    keys = {ref.key for ref in notes}
    kept: list[NamedTheme] = []
    mine = list(notes)
    for ruling in rulings.themes:
        rest = tuple(ref for ref in ruling.notes if ref.key not in keys)
        if ruling.name == name:
            mine = [*rest, *mine]
        elif rest:
            kept.append(ruling.model_copy(update={"notes": rest}))
    if name:
        kept.append(NamedTheme(name=name, notes=_unique(mine)))
    return rulings.model_copy(update={"themes": tuple(kept)})


def renamed(rulings: Rulings, old: NoteRef, new: NoteRef) -> Rulings:
    """Rule about an edited note what was ruled about it before it was edited."""

    def put(refs: Iterable[NoteRef]) -> tuple[NoteRef, ...]:
        return _unique([new if ref.key == old.key else ref for ref in refs])

    return rulings.model_copy(
        update={
            "together": tuple(
                r.model_copy(update={"notes": put(r.notes)}) for r in rulings.together
            ),
            "apart": tuple(
                r.model_copy(update={"notes": put(r.notes), "others": put(r.others)})
                for r in rulings.apart
            ),
            "themes": tuple(r.model_copy(update={"notes": put(r.notes)}) for r in rulings.themes),
        }
    )


def forgotten(rulings: Rulings, note: NoteRef) -> Rulings:
    """Take a note out of all rulings: it is gone, or it is to be asked about anew."""

    def rest(refs: Iterable[NoteRef]) -> tuple[NoteRef, ...]:
        return tuple(ref for ref in refs if ref.key != note.key)

    apart_left: list[Apart] = []
    for ruling in rulings.apart:
        notes, others = rest(ruling.notes), rest(ruling.others)
        if notes and (others or (not ruling.others and len(notes) > 1)):
            apart_left.append(Apart(notes=notes, others=others))
    return rulings.model_copy(
        update={
            "together": tuple(
                r.model_copy(update={"notes": left})
                for r in rulings.together
                if (left := rest(r.notes))
            ),
            "apart": tuple(apart_left),
            "themes": tuple(
                r.model_copy(update={"notes": left})
                for r in rulings.themes
                if (left := rest(r.notes))
            ),
        }
    )


def _without(rulings: Iterable[Apart], joined: set[Key]) -> Iterable[Apart]:
    """Yield what is ruled apart but for what is now together."""
    for ruling in rulings:
        pairs = list(ruling.pairs())
        left = [p for p in pairs if not (p[0].key in joined and p[1].key in joined)]
        if len(left) == len(pairs):
            yield ruling
            continue
        others: dict[NoteRef, list[NoteRef]] = {}
        for one, other in left:
            others.setdefault(one, []).append(other)
        for one, several in others.items():
            yield Apart(notes=(one,), others=tuple(several))


def _unique(refs: Iterable[NoteRef]) -> tuple[NoteRef, ...]:
    return refs_of((ref.room, ref.text) for ref in refs)
