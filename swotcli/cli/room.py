"""`swotcli room`: type a room's notes while the group talks."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import RoomArgument, SessionOption, session

if TYPE_CHECKING:
    from swotcli.model.change import Change
    from swotcli.model.room import RoomNotes


def room(
    context: typer.Context,
    room: RoomArgument,
    session_id: SessionOption = None,
    plain: Annotated[bool, typer.Option("--plain", help=console.tell("option.plain"))] = False,
) -> None:
    """Open a room."""
    from swotcli.live.lines import converse, sentence
    from swotcli.live.state import entered
    from swotcli.workflow import record

    opened = record.open_room(session(context, session_id), room)
    state = record.state(opened)

    def save(change: Change) -> RoomNotes:
        return record.save(opened, [change])

    console.say("talk.room", room=opened.name, file=console.shown(opened.path))
    console.talk(sentence(entered(state, "help").answer, opened.words))
    end = converse(
        state,
        console.typed_lines(prompt="> "),
        save=save,
        answer=console.result,
        minutes_left=lambda: record.minutes_left(opened, datetime.now()),
        words=opened.words,
        explain=console.one_line,
    )
    console.say("talk.room-closed", count=end.notes.count(), file=console.shown(opened.path))
