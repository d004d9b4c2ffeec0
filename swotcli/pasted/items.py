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
    breakouts = [i for i in _named(entries, vocabulary, "breakout") if i not in debriefs]
    # "Welcome to the workshop" and "How to work in groups" are not the work itself.
    breakouts = [i for i in breakouts if not vocabulary.names("opening", entries[i].title)]
    if breakouts:  # a summary before any work in groups is a talk
        debriefs = [i for i in debriefs if i > breakouts[0]]
    if debriefs:
        kinds[debriefs[-1]] = "debrief"
        breakouts = [i for i in breakouts if i < debriefs[-1]]
    timed = [i for i in breakouts if entries[i].at] or breakouts
    if timed:
        kinds[timed[-1]] = "breakout"
    if entries and kinds[-1] == "talk" and vocabulary.names("end", entries[-1].title):
        kinds[-1] = "end"
    return kinds


def _named(entries: Sequence[Entry], vocabulary: Vocabulary, part: str) -> list[int]:
    return [i for i, entry in enumerate(entries) if vocabulary.names(part, entry.title)]
