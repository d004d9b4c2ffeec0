"""The room as rows of text: the toolbar, and the four quadrants as a 2x2 board.

No frames and no right-hand borders: a sign that a terminal draws wider than expected cannot break
them. The newest notes are always in view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.cells import cut, get_cwidth, pad, spread, wrapped
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import TAKEAWAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.live.conversation import Conversation
    from swotcli.live.state import LiveState
    from swotcli.words import Words

_NARROW = 60
_LOW = 12
_GAP = 2
_LONG_ANSWER = 3
"""From so many rows on an answer takes the place of the one before it."""


def toolbar(conversation: Conversation, width: int) -> str:
    """Return the counts, the takeaways and whether all is saved, in one row."""
    words, state = conversation.words, conversation.state
    count, wanted = len(state.notes.takeaways), TAKEAWAYS
    takeaways = words.say("prompt.takeaways", count=count, wanted=wanted)
    saved = words.say("prompt.saved")
    if conversation.waiting:
        saved = words.say("prompt.unsaved", count=conversation.waiting)
    names = [f"{words.quadrant(q)} {len(state.notes.of(q))}" for q in Quadrant]
    letters = [f"{words.letter(q)} {len(state.notes.of(q))}" for q in Quadrant]
    keys = words.say("prompt.keys")
    for parts in (
        [*names, takeaways, saved, keys],
        [*names, takeaways, saved],
        [*letters, takeaways, saved],
    ):
        row = " · ".join(parts)
        if get_cwidth(row) <= width:
            return row
    return cut(" ".join([saved, *letters, takeaways]), width)


def board(conversation: Conversation, width: int, height: int, said: Sequence[str]) -> list[str]:
    """Return the rows above the typing line: head, quadrants, takeaways, the last answers."""
    words, state = conversation.words, conversation.state
    left = conversation.minutes_left()
    time = "" if left is None else words.say("answer.notice", count=left)
    head = spread(words.say("prompt.room", count=state.notes.count()), time, width)
    takeaways = "   ".join(f"{n} {text}" for n, text in enumerate(state.notes.takeaways, 1))
    label = words.say("prompt.takeaways", count=len(state.notes.takeaways), wanted=TAKEAWAYS)
    answer = wrapped(said[-1], width)[: max(height - 1, 1)] if said else []
    if height <= len(answer) + 1:
        return answer[-max(height, 1) :]
    below = [cut(f"{label}  {takeaways}", width)]
    below += ["", *[cut(line, width) for line in said[-2:-1]]] if len(answer) < _LONG_ANSWER else []
    below += answer
    room = max(height - 1 - len(below), 0)
    if width < _NARROW or height < _LOW or room < _LOW // 2:
        middle = _one(state, words, width, room)
    else:
        middle = _four(state, words, width, room)
    return [head, *middle, *[""] * (room - len(middle)), *below][:height]


def _four(state: LiveState, words: Words, width: int, height: int) -> list[str]:
    """Return the quadrants two by two."""
    half = (width - _GAP) // 2
    upper = height // 2
    rows: list[str] = []
    for pair, share in (((Quadrant.STRENGTHS, Quadrant.WEAKNESSES), upper),
                        ((Quadrant.OPPORTUNITIES, Quadrant.THREATS), height - upper)):  # fmt: skip
        left, right = (_quadrant(state, words, quadrant, half, share) for quadrant in pair)
        rows += [
            f"{pad(a, half)}{' ' * _GAP}{b}".rstrip() for a, b in zip(left, right, strict=True)
        ]
    return rows


def _one(state: LiveState, words: Words, width: int, height: int) -> list[str]:
    """Return the current quadrant, where there is no room for four."""
    return _quadrant(state, words, state.current, width, height)


def _quadrant(
    state: LiveState, words: Words, quadrant: Quadrant, width: int, height: int
) -> list[str]:
    if height <= 0:
        return []
    mark = "> " if quadrant is state.current else "  "
    count = len(state.notes.of(quadrant))
    name = (
        words.quadrant(quadrant).upper() if quadrant is state.current else words.quadrant(quadrant)
    )
    rows = [cut(f"{mark}{name} {count} ({words.letter(quadrant)})", width)]
    notes = [one for one in state.numbered if one.quadrant is quadrant]
    for one in notes[-(height - 1) :] if height > 1 else []:
        votes = f" +{one.note.votes}" if one.note.votes else ""
        rows.append(cut(f"  {one.number}{votes} {one.note.text}", width))
    return rows + [""] * (height - len(rows))
