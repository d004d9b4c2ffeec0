"""`swotcli room`: type a room's notes while the group talks."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import RoomArgument, SessionOption, session

if TYPE_CHECKING:
    from swotcli.live.conversation import Conversation
    from swotcli.workflow.record import OpenRoom
    from swotcli.workflow.store import Store


def room(
    context: typer.Context,
    room: RoomArgument,
    session_id: SessionOption = None,
    plain: Annotated[bool, typer.Option("--plain", help=console.tell("option.plain"))] = False,
    board: Annotated[bool, typer.Option("--board", help=console.tell("option.board"))] = False,
    minutes: Annotated[
        int | None,
        typer.Option("--minutes", metavar="N", min=1, max=600, help=console.tell("option.minutes")),
    ] = None,
    bell: Annotated[bool, typer.Option("--bell", help=console.tell("option.bell"))] = False,
) -> None:
    """Open a room."""
    from swotcli.workflow import record
    from swotcli.workflow.store import Store
    from swotcli.yamlfile import durable

    opened = record.open_room(session(context, session_id), room)
    store = Store(opened)
    with durable.presence(opened.path) as alone, contextlib.closing(store.journal):
        console.say("talk.room", room=opened.name, file=console.shown(opened.path))
        conversation = _open(opened, store, minutes, alone)
        if plain or is_plain() or not _at_the_line(conversation, opened, board=board, bell=bell):
            conversation.talk(console.typed_lines(prompt=lambda: f"{conversation.prompt()}> "))
        conversation.follow()  # the last chance to save, and to put back a file taken away
    if conversation.waiting:
        console.say(
            "talk.room-waiting", count=conversation.waiting, file=console.shown(opened.path)
        )
        return
    console.say(
        "talk.room-closed", count=conversation.state.notes.count(), file=console.shown(opened.path)
    )


def is_plain() -> bool:
    """Say whether to type in plain lines: no terminal, or one that is not to be redrawn."""
    import sys

    wanted = os.environ.get("ACCESSIBLE") or os.environ.get("TERM") == "dumb"
    return bool(wanted) or not (sys.stdin.isatty() and sys.stdout.isatty())


def _at_the_line(conversation: Conversation, opened: OpenRoom, *, board: bool, bell: bool) -> bool:
    """Type at the line with its toolbar; return whether this terminal can do that."""
    from swotcli.live.screen import Screen, run
    from swotcli.workflow import record

    plain = conversation.means
    shown = Screen(board=board, bell=bell)
    conversation.means = replace(plain, show=lambda line: shown.show(console.harmless(line)))
    if run(shown, conversation, record.board_marker(opened)):
        return True
    conversation.means = plain
    return False


def _open(opened: OpenRoom, store: Store, minutes: int | None, alone: bool) -> Conversation:
    """Start the conversation, and say what there is to say before the first line."""
    from swotcli.live.conversation import Conversation, Means
    from swotcli.live.state import opened as state_of
    from swotcli.words import QuadrantNames
    from swotcli.workflow import record

    start = store.start()
    state = state_of(start.notes, QuadrantNames(opened.session.lang), opened.session.goals)
    if minutes is not None:
        store.journal.lengthen(datetime.now() + timedelta(minutes=minutes))
    means = Means(
        save=store.save,
        retry=store.retry,
        look=store.look,
        now=datetime.now,
        ends=lambda: record.ends_of(opened, store.journal, datetime.now()),
        lengthen=store.journal.lengthen,
        explain=console.one_line,
        reason=console.reason,
        show=console.result,
    )
    conversation = Conversation(state, opened.words, means)
    conversation.opening(alone=alone, outcome=start, talk=console.talk)
    return conversation
