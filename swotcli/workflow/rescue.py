"""What has to be put back into a room: acts that never arrived, and what an old copy overwrote.

Pure: notes and acts in, acts out. In doubt nothing is put back by itself: `recover` offers it.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from typing import TYPE_CHECKING

from swotcli.journal import expected
from swotcli.likeness.hint import look_alike, outline
from swotcli.model.change import AddNote, AddTakeaway, Change, apply_all
from swotcli.model.quadrant import Quadrant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from swotcli.journal import Entry
    from swotcli.model.room import Note, RoomNotes

_Key = tuple[str, str]
Lost = AddNote | AddTakeaway


def applied(notes: RoomNotes, acts: Iterable[tuple[Change, ...]]) -> RoomNotes:
    """Return the room after those of the acts that can be done."""
    for act in acts:
        with contextlib.suppress(LookupError):
            notes = apply_all(notes, act)
    return notes


def unsaved(entries: Sequence[Entry], notes: RoomNotes) -> tuple[list[Entry], list[Entry]]:
    """Part the acts that the journal does not know to be saved: those the file has, and the rest.

    A program that ends between writing the file and noting it leaves its last acts so. The file
    got them in order, so it has some first part of them: the longest after which the room is as
    the journal says it should be.
    """
    open_ = [entry for entry in entries if not entry.saved]
    wanted = expected(entries)
    touched = set(expected(open_))
    # With votes and goals if that can be had; somebody else may have changed them since.
    for exactly in (True, False):
        for had in range(len(open_), -1, -1):
            after = applied(notes, [entry.changes for entry in open_[had:]])
            if all(_as_wanted(after, key, wanted[key], exactly=exactly) for key in touched):
                return open_[:had], open_[had:]
    return [], open_


def _as_wanted(notes: RoomNotes, key: _Key, wanted: tuple[int, Note], *, exactly: bool) -> bool:
    """Say whether a room has a text as often as the journal says, and as it was last."""
    quadrant, text = key
    count, last = wanted
    if quadrant == "takeaways":
        there = notes.takeaways.count(text)
        return there >= count if count else there == 0
    same = [note for note in notes.of(Quadrant(quadrant)) if note.text == text]
    if not count:
        return not same
    return len(same) >= count and (not exactly or last in same)


def overwritten(
    since: Sequence[tuple[RoomNotes, tuple[Change, ...]]], before: RoomNotes, now: RoomNotes
) -> list[tuple[Change, ...]]:
    """Return the own acts that an older copy of the file has overwritten.

    An editor that was opened before some notes were typed, and saved after them, or a sync client
    that brings an old copy, leaves nothing of what was typed since. Whatever else is gone was taken
    out, moved or mended on purpose; so was the last note if nothing else was added, or if it stands
    elsewhere or mended.

    Args:
        since: Own acts and what was put back, each with the notes before it.
        before: What the file said last.
        now: What it says.
    """
    mine, theirs = _counts(before), _counts(now)
    lost = mine - theirs
    last = len(since)
    while last and not (mine - _counts(since[last - 1][0])) - lost:
        last -= 1
    then = _counts(since[last][0]) if last < len(since) else mine
    typed, added = mine - then, theirs - mine - then
    if not typed or (typed.total() == 1 and not theirs - mine) or _mended(typed, added):
        return []
    return [acts for _, acts in since[last:]]


def _mended(lost: Counter[_Key], added: Counter[_Key]) -> bool:
    """Say whether a text that is gone stands elsewhere, or nearly so in its place."""
    if any(text == other for _, text in lost for _, other in added):
        return True
    return any(_reworded(key, added) for key in lost)


def _reworded(lost: _Key, added: Counter[_Key]) -> bool:
    outlines = [(n, outline(text)) for n, (key, text) in enumerate(added) if key == lost[0]]
    near = any(_letters_apart(lost[1], text) for key, text in added if key == lost[0])
    return near or look_alike(outline(lost[1]), outlines) is not None


def _letters_apart(one: str, other: str) -> bool:
    """Say whether two texts differ in a few letters, as when a slip is mended."""
    import difflib

    return difflib.SequenceMatcher(None, one, other).ratio() > 0.7


def _counts(notes: RoomNotes) -> Counter[_Key]:
    counts: Counter[_Key] = Counter(
        (quadrant.value, note.text) for quadrant in Quadrant for note in notes.of(quadrant)
    )
    counts.update(("takeaways", text) for text in notes.takeaways)
    return counts


def missing_from(wanted: Mapping[_Key, tuple[int, Note]], notes: RoomNotes) -> list[Lost]:
    """Return what a room would need to hold all that the journal says it should.

    Args:
        wanted: Of each text how many, and as it was last; see `journal.expected`.
        notes: What the room holds.
    """
    lost: list[Lost] = []
    there = _counts(notes)
    for (key, text), (count, note) in wanted.items():
        act = AddTakeaway(text) if key == "takeaways" else AddNote(Quadrant(key), note)
        lost += [act] * max(count - there[key, text], 0)
    return lost
