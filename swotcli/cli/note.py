"""`swotcli note`: one note, or a note a line from standard input."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import JsonOption, RoomArgument, SessionOption, session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from swotcli.live.state import LiveState, Step
    from swotcli.workflow.record import OpenRoom
    from swotcli.workflow.store import Store


def note(
    context: typer.Context,
    room: RoomArgument,
    quadrant: Annotated[
        str, typer.Argument(metavar="QUADRANT", help=console.tell("option.quadrant"))
    ],
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]", show_default=False, help=console.tell("option.text")),
    ] = None,
    session_id: SessionOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add a note."""
    from dataclasses import replace

    from swotcli.errors import UsageError
    from swotcli.workflow import record

    opened = record.open_room(session(context, session_id), room)
    store, state = open_state(opened)
    chosen = state.names.get(quadrant.casefold())
    if chosen is None:
        raise UsageError.of("unknown-quadrant", name=quadrant, known=", ".join(_names(opened)))
    with contextlib.closing(store.journal):
        write_lines(store, replace(state, current=chosen), text, _noted, as_json=as_json)


def open_state(opened: OpenRoom) -> tuple[Store, LiveState]:
    """Open a room for single lines, and say if notes from before were put back."""
    from swotcli.live.state import opened as state_of
    from swotcli.words import QuadrantNames
    from swotcli.workflow.store import Store

    store = Store(opened)
    start = store.start()
    if start.problem is not None:
        raise start.problem
    if start.put_back:
        console.talk(opened.words.say("answer.from-journal", count=start.put_back))
    names = QuadrantNames(opened.session.lang)
    return store, state_of(start.notes, names, opened.session.goals)


def _noted(state: LiveState, text: str) -> Step:
    from swotcli.live.deeds import noted

    return noted(state, text, tags=False)


def _names(opened: OpenRoom) -> list[str]:
    """Return each quadrant's name and letter in the session's language."""
    from swotcli.model.quadrant import Quadrant

    return [f"{opened.words.quadrant(q).lower()} ({opened.words.letter(q)})" for q in Quadrant]


def write_lines(
    store: Store,
    state: LiveState,
    text: list[str] | None,
    step_of: Callable[[LiveState, str], Step],
    *,
    as_json: bool,
) -> None:
    """Save the text, or each line of standard input, and answer each once it is on disk.

    Raises:
        BadInput: A line cannot be taken. Lines before it are saved, and were answered.
        UsageError: There is no text.
        SwotError: The room's file cannot be written; the journal on this laptop has the line.
    """
    from swotcli.errors import BadInput, UsageError
    from swotcli.live.answers import sentence
    from swotcli.live.conversation import numbered
    from swotcli.live.state import taken
    from swotcli.model.text import one_line

    words = store.room.words
    shown: list[dict[str, object]] = []
    for line in [" ".join(text)] if text else console.typed_lines():
        if not (said := one_line(line)):
            continue
        step = step_of(state, said)
        if not step.changes:
            raise BadInput.of(
                "not-taken", reason=sentence(step.answer, words).removeprefix("error ")
            )
        saved = store.save(step.changes)
        if saved.problem is not None:
            console.talk(
                words.say(
                    "answer.waiting", reason=console.reason(saved.problem), count=saved.waiting
                )
            )
            raise saved.problem
        state = taken(step, saved.notes)
        answer = numbered(step.answer, state)
        if not as_json:
            console.result(sentence(answer, words))
        shown.append({"room": store.room.id, **_data(answer.values)})
    if not shown:
        raise UsageError.of("nothing-typed")
    if as_json:
        console.result_json(shown)


def _data(values: Mapping[str, object]) -> dict[str, object]:
    return {key: values[key] for key in ("quadrant", "number", "count", "text") if key in values}
