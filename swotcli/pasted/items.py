"""Entries of a programme to items of an agenda: which one is the breakout, the debrief, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from swotcli.model.times import minutes_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.pasted.entries import Entry
    from swotcli.pasted.vocabulary import Vocabulary


def items_data(
    entries: Sequence[Entry], breakout_minutes: int | None, vocabulary: Vocabulary
) -> list[dict[str, Any]]:
    """Return the items in the shape of the agenda's YAML.

    Args:
        entries: As read, in order.
        breakout_minutes: The breakout's length, if the text says it outside the programme.
        vocabulary: The words by which items name their kind.
    """
    kinds = _kinds(entries, vocabulary)
    return [
        _item(entry, kind, breakout_minutes if kind == "breakout" else None)
        for entry, kind in zip(entries, kinds, strict=True)
    ]


def _item(entry: Entry, kind: str, told_elsewhere: int | None) -> dict[str, Any]:
    item: dict[str, Any] = {}
    if entry.at:
        item["at"] = entry.at.isoformat("minutes")
    item["title"] = entry.title
    if entry.speakers:
        item["speakers"] = [
            {"name": name, "role": role} if role else {"name": name}
            for name, role in entry.speakers
        ]
    minutes = entry.minutes
    if minutes is None and entry.at and entry.until:
        minutes = minutes_between(entry.at, entry.until)
    minutes = minutes or told_elsewhere
    if minutes and minutes > 0:
        item["minutes"] = minutes
    item["kind"] = kind
    return item


def _kinds(entries: Sequence[Entry], vocabulary: Vocabulary) -> list[str]:
    kinds = ["talk"] * len(entries)
    debriefs = _named(entries, vocabulary, "debrief")
    breakouts = _breakouts(entries, vocabulary, debriefs)
    if breakouts:  # a summary before any work in groups is a talk
        debriefs = [i for i in debriefs if i > breakouts[0]]
    if debriefs:
        debrief = _best_debrief(entries, vocabulary, debriefs)
        kinds[debrief] = "debrief"
        breakouts = [i for i in breakouts if i < debrief]
    timed = [i for i in breakouts if entries[i].at] or breakouts
    if timed:
        kinds[timed[-1]] = "breakout"
    if entries and kinds[-1] == "talk" and vocabulary.names("end", entries[-1].title):
        kinds[-1] = "end"
    return kinds


def _breakouts(
    entries: Sequence[Entry], vocabulary: Vocabulary, debriefs: Sequence[int]
) -> list[int]:
    """Return what may be the work in groups, but not what opens, ends or only continues it."""
    made: list[int] = []
    for i in _named(entries, vocabulary, "breakout"):
        title = entries[i].title
        last = i == len(entries) - 1 and vocabulary.names("end", title)
        # "Welcome to the workshop" and "How to work in groups" are not the work itself.
        opens_or_ends = (
            vocabulary.names("opening", title) or last or vocabulary.nearly("end", title)
        )
        continues = bool(made) and vocabulary.names("goes_on", title)
        if i not in debriefs and not opens_or_ends and not continues:
            made.append(i)
    return made


def _best_debrief(entries: Sequence[Entry], vocabulary: Vocabulary, debriefs: Sequence[int]) -> int:
    """Return the last of those that name the work in groups, or else that do not look ahead."""
    of_groups = [i for i in debriefs if vocabulary.names("breakout", entries[i].title)]
    of_today = [i for i in debriefs if not vocabulary.names("follow_up", entries[i].title)]
    return (of_groups or of_today or debriefs)[-1]


def _named(entries: Sequence[Entry], vocabulary: Vocabulary, part: str) -> list[int]:
    return [i for i, entry in enumerate(entries) if vocabulary.names(part, entry.title)]
