"""`swotcli takeaway`: one of the three takeaways, or one a line from standard input."""

from __future__ import annotations

from typing import Annotated

import typer

from swotcli.cli import console
from swotcli.cli.note import write_lines
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
    from swotcli.live.state import take_away
    from swotcli.workflow import record

    opened = record.open_room(session(context, session_id), room)
    write_lines(opened, record.state(opened), text, take_away, as_json=as_json)
