"""Answers as sentences of one line, in the room's language.

An answer begins with "ok " once the note is durable on disk, with "error " if it was not taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.live.state import Answer, LiveState
from swotcli.model.change import AddNote, AddTakeaway, MoveNote, RemoveNote, ReplaceNote
from swotcli.model.quadrant import Quadrant

if TYPE_CHECKING:
    from swotcli.model.change import Change
    from swotcli.words import Words


def sentence(answer: Answer, words: Words, minutes_left: int | None = None) -> str:
    """Return an answer as one line that begins with ok or error."""
    return f"{'ok' if answer.ok else 'error'} {said(answer, words, minutes_left)}"


def said(answer: Answer, words: Words, minutes_left: int | None = None) -> str:
    """Return an answer as one line."""
    values = {
        name: words.quadrant(value) if isinstance(value, Quadrant) else value
        for name, value in answer.values.items()
    }
    match answer.key:
        case "answer.note":
            return " – ".join([words.say(answer.key, **values), *_remarks(answer, words)])
        case "answer.list":
            return _listed(answer.values["state"], words)
        case "answer.help":
            letters = answer.values["letters"]
            assert isinstance(letters, dict)  # noqa: S101 - as the grammar makes it
            values = {"letters": ", ".join(f"{n} {words.quadrant(q)}" for n, q in letters.items())}
        case "answer.time":
            return _time(words, minutes_left)
        case "answer.undone" | "answer.redone":
            values = {"what": _acts(answer.values["acts"], words)}
    return words.say(answer.key, **values)


def _remarks(answer: Answer, words: Words) -> list[str]:
    remarks: list[str] = []
    if goals := answer.values.get("goals"):
        assert isinstance(goals, tuple)  # noqa: S101 - as the grammar makes it
        remarks.append(words.say("answer.with-goals", goals=", ".join(map(str, goals))))
    if alike := answer.values.get("alike"):
        assert isinstance(alike, tuple)  # noqa: S101 - as the grammar makes it
        number, text, same = alike
        key = "answer.same" if same else "answer.like"
        remarks.append(words.say(key, number=number, text=text))
    return remarks


def _time(words: Words, minutes_left: int | None) -> str:
    if minutes_left is None:
        return words.say("answer.no-clock")
    key = "answer.time" if minutes_left > 0 else "answer.time-over"
    return words.say(key, count=abs(minutes_left))


def _acts(acts: object, words: Words) -> str:
    assert isinstance(acts, tuple)  # noqa: S101 - as the state makes it
    if len(acts) > 1:
        return words.say("answer.several", count=len(acts))
    return _act(acts[0], words)


def _act(act: Change, words: Words) -> str:
    match act:
        case AddNote(quadrant, note) | RemoveNote(quadrant, note) | ReplaceNote(quadrant, note):
            return f"{words.quadrant(quadrant)}: {note.text}"
        case MoveNote(_, note, to):
            return f"{words.quadrant(to)}: {note.text}"
        case AddTakeaway(text):
            return f"{words.say('report.takeaways')}: {text}"
        case _:
            return f"{words.say('report.takeaways')}: {act.text}"


def _listed(state: object, words: Words) -> str:
    assert isinstance(state, LiveState)  # noqa: S101 - as the grammar makes it
    parts = []
    for quadrant in Quadrant:
        notes = [(one.number, one.note.text) for one in state.numbered if one.quadrant is quadrant]
        parts.append(_numbered(words.quadrant(quadrant), notes))
    takeaways = list(enumerate(state.notes.takeaways, 1))
    parts.append(_numbered(words.say("report.takeaways"), takeaways))
    return " ".join(parts)


def _numbered(name: str, texts: list[tuple[int, str]]) -> str:
    if not texts:
        return f"{name}: –."
    return f"{name}: " + "; ".join(f"{number} {text}" for number, text in texts) + "."
