"""Plain mode: one line in, one answer out, nothing redrawn. For screen readers, pipes and scripts.

An answer begins with "ok " once the note is durable on disk, with "error " if it was not taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.errors import SwotError
from swotcli.live.state import Answer, LiveState, entered, saved
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import RoomNotes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from swotcli.model.change import Change
    from swotcli.words import Words


def converse(
    state: LiveState,
    lines: Iterable[str],
    *,
    save: Callable[[Change], RoomNotes],
    answer: Callable[[str], None],
    minutes_left: Callable[[], int | None],
    words: Words,
    explain: Callable[[SwotError], str],
) -> LiveState:
    """Answer each line of a room until it hands in or the lines end.

    Args:
        state: The room as its file says it.
        lines: What is typed.
        save: Puts a change on disk and returns what the file says then.
        answer: Says one line.
        minutes_left: How long the breakout still lasts; None if no clock runs.
        words: The room's language.
        explain: Puts an error into words of one line.
    """
    for line in lines:
        step = entered(state, line)
        said = step.answer
        if step.change is None:
            state = step.then
        else:
            try:
                state, said = saved(step, save(step.change))
            except SwotError as error:
                answer(f"error {explain(error)}")
                continue
            except LookupError as gone:
                answer(f"error {words.say('answer.gone', text=gone.args[0])}")
                continue
        answer(sentence(said, words, minutes_left()))
        if state.over:
            break
    return state


def sentence(answer: Answer, words: Words, minutes_left: int | None = None) -> str:
    """Return an answer as one line that begins with ok or error."""
    values = {
        name: words.quadrant(value) if isinstance(value, Quadrant) else value
        for name, value in answer.values.items()
    }
    key = answer.key
    if key == "answer.list":
        values = {"list": _listed(answer.values["notes"], words)}
    elif key == "answer.help":
        letters = answer.values["letters"]
        assert isinstance(letters, dict)  # noqa: S101 - as live.state makes it
        values = {
            "letters": ", ".join(f"{name} {words.quadrant(q)}" for name, q in letters.items())
        }
    elif key == "answer.time":
        key = (
            "answer.no-clock"
            if minutes_left is None
            else "answer.time"
            if minutes_left > 0
            else "answer.time-over"
        )
        values = {"count": abs(minutes_left or 0)}
    return f"{'ok' if answer.ok else 'error'} {words.say(key, **values)}"


def _listed(notes: object, words: Words) -> str:
    assert isinstance(notes, RoomNotes)  # noqa: S101 - as live.state makes it
    parts = [
        _numbered(words.quadrant(quadrant), [note.text for note in notes.of(quadrant)])
        for quadrant in Quadrant
    ]
    parts.append(_numbered(words.say("report.takeaways"), list(notes.takeaways)))
    return " ".join(parts)


def _numbered(name: str, texts: list[str]) -> str:
    if not texts:
        return f"{name}: –."
    return f"{name}: " + "; ".join(f"{number} {text}" for number, text in enumerate(texts, 1)) + "."
