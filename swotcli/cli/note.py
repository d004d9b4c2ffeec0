"""`swotcli note`: one note, or a note a line from standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import JsonOption, RoomArgument, SessionOption, session

if TYPE_CHECKING:
    from swotcli.live.state import LiveState, Step
    from swotcli.workflow.record import OpenRoom


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
    from swotcli.live.state import noted
    from swotcli.workflow import record

    opened = record.open_room(session(context, session_id), room)
    state = record.state(opened)
    chosen = state.names.get(quadrant.casefold())
    if chosen is None:
        raise UsageError.of("unknown-quadrant", name=quadrant, known=", ".join(_names(opened)))
    write_lines(opened, replace(state, current=chosen), text, noted, as_json=as_json)


def _names(opened: OpenRoom) -> list[str]:
    """Return each quadrant's name and letter in the session's language."""
    from swotcli.model.quadrant import Quadrant

    return [f"{opened.words.quadrant(q).lower()} ({opened.words.letter(q)})" for q in Quadrant]


def write_lines(
    opened: OpenRoom,
    state: LiveState,
    text: list[str] | None,
    step_of: StepOf,
    *,
    as_json: bool,
) -> None:
    """Save the text, or each line of standard input, and answer each once it is on disk.

    Raises:
        UsageError: A line cannot be taken. Lines before it are saved, and were answered.
    """
    from swotcli.errors import UsageError
    from swotcli.live.lines import sentence
    from swotcli.live.state import saved
    from swotcli.model.text import one_line
    from swotcli.workflow import record

    taken: list[dict[str, object]] = []
    for line in [" ".join(text)] if text else console.typed_lines():
        if not (said := one_line(line)):
            continue
        step = step_of(state, said)
        if step.change is None:
            problem = UsageError.of(
                "not-taken", reason=sentence(step.answer, opened.words).removeprefix("error ")
            )
            raise problem
        state, answer = saved(step, record.save(opened, [step.change]))
        if not as_json:
            console.result(sentence(answer, opened.words))
        values = {
            key: value
            for key, value in answer.values.items()
            if key in ("quadrant", "text", "count")
        }
        taken.append({"room": opened.id, **values})
    if not taken:
        raise UsageError.of("nothing-typed")
    if as_json:
        console.result_json(taken)


if TYPE_CHECKING:
    from collections.abc import Callable

    StepOf = Callable[[LiveState, str], Step]
