"""What is missing or odd in a summary, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.model.room import TAKEAWAYS
from swotcli.model.summary import RoomState, Why

if TYPE_CHECKING:
    from collections.abc import Mapping

    from swotcli.model.summary import OpenDecision, Summary
    from swotcli.words import Words


def gap_sentences(summary: Summary, words: Words) -> list[str]:
    """Return what is missing or odd, a sentence each, rooms in order."""
    sentences: list[str] = []
    for room in summary.rooms:
        count = len(room.takeaways)
        if room.state in (RoomState.MISSING, RoomState.BROKEN, RoomState.EMPTY):
            key = f"gap.{room.state.value}" if room.notes == 0 else "gap.broken-copy"
            sentences.append(words.say(key, room=room.name))
        else:
            if not room.notes:
                sentences.append(words.say("gap.no-notes", room=room.name))
            if count != TAKEAWAYS:
                sentences.append(
                    words.say("gap.takeaways", room=room.name, count=count, wanted=TAKEAWAYS)
                )
        if room.files > 1:
            sentences.append(words.say("gap.copies", room=room.name, files=room.files))
    sentences += [words.say("gap.stranger", file=name) for name in summary.strangers]
    names = {room.room: room.name for room in summary.rooms}
    sentences += [open_decision(found, names, words) for found in summary.open_decisions]
    return sentences


def open_decision(found: OpenDecision, names: Mapping[str, str], words: Words) -> str:
    """Return why a decision no longer finds a note."""
    room = names.get(found.room, found.room)
    match found.why:
        case Why.EDITED:
            return words.say("gap.decision-edited", room=room, text=found.text, now=found.now)
        case Why.MOVED:
            to = words.quadrant(found.to) if found.to else ""
            return words.say("gap.decision-moved", room=room, text=found.text, quadrant=to)
        case Why.NO_ROOM:
            return words.say("gap.decision-no-room", room=room, text=found.text)
        case _:
            return words.say("gap.decision-gone", room=room, text=found.text)
