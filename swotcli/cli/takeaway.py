"""`swotcli takeaway`: one of the three takeaways, or one a line from standard input."""

from __future__ import annotations

import contextlib
from typing import Annotated

import typer

from swotcli.cli import console
from swotcli.cli.note import open_state, write_lines
from swotcli.cli.options import JsonOption, RoomArgument, SessionOption, session


def takeaway(
    context: typer.Context,
    room: RoomArgument,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]", show_default=False, help=console.tell("option.text")),
    ] = None,
    session_id: SessionOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add a takeaway."""
    from swotcli.live.deeds import take_away
    from swotcli.workflow import record

    opened = record.open_room(session(context, session_id), room)
    store, state = open_state(opened)
    with contextlib.closing(store.journal):
        write_lines(store, state, text, take_away, as_json=as_json)
