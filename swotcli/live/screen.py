"""The typing line of a room in a terminal: one line with a toolbar, or the 2x2 board above it.

One long-lived application, so that no key is lost between two notes. It only draws the
conversation and turns keys into lines; what a line means is in `grammar`, what is saved and said
in `conversation`. Answers are printed above the line and stay in the terminal's history.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from typing import TYPE_CHECKING

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.layout import (
    BufferControl,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.styles import Style

from swotcli.live import rows
from swotcli.live.keys import bindings

if TYPE_CHECKING:
    from pathlib import Path

    from swotcli.live.conversation import Conversation

_LOOK_SECONDS = 1.0
"""How often the clock and the file are looked at."""

_BELL_MINUTES = (5, 1)
_STYLE = Style.from_dict({"toolbar": "reverse", "prompt": "bold", "warning": "bold reverse"})


class Screen:
    """A room's line in a terminal.

    Attributes:
        board: Show the four quadrants above the line, on the whole screen.
        bell: Sound the bell at five and one minutes: off, since microphones are open.
    """

    def __init__(self, *, board: bool, bell: bool) -> None:
        self.board = board
        self.bell = bell
        self.said: list[str] = []
        self._pending: list[str] = []
        self._application: Application[None] | None = None

    def show(self, line: str) -> None:
        """Show an answer or a notice: printed above the line, or on the board's message row."""
        self.said = [*self.said[-1:], line]
        if self.board or self._application is None:
            return
        self._pending.append(line)
        if len(self._pending) == 1:
            run_in_terminal(self._print)

    def _print(self) -> None:
        lines, self._pending = self._pending, []
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def application(self, conversation: Conversation) -> Application[None]:
        """Return the application that shows a conversation, not yet running."""
        buffer = Buffer(multiline=False, accept_handler=lambda b: self._accept(conversation, b))
        line = Window(
            BufferControl(
                buffer,
                input_processors=[
                    BeforeInput(lambda: f"{conversation.prompt()}> ", "class:prompt")
                ],
            ),
            height=1 if self.board else None,
            wrap_lines=not self.board,
            dont_extend_height=True,
        )
        toolbar = Window(
            FormattedTextControl(lambda: rows.toolbar(conversation, self._width())),
            height=1,
            style="class:toolbar",
        )
        shown = [line, toolbar]
        if self.board:
            above = Window(FormattedTextControl(lambda: self._board(conversation)))
            shown = [above, line, toolbar]
        self._application = Application(
            layout=Layout(HSplit(shown), focused_element=line),
            key_bindings=bindings(conversation, buffer, self.end),
            full_screen=self.board,
            style=_STYLE,
            mouse_support=False,
        )
        return self._application

    def end(self) -> None:
        """Close the line, if it is open."""
        if self._application is not None:
            _end(self._application)

    def _accept(self, conversation: Conversation, buffer: Buffer) -> bool:
        """Take the typed line; what was not taken stays on the line."""
        taken = conversation.enter(buffer.text)
        if taken:
            buffer.reset()
            if conversation.line:
                buffer.insert_text(conversation.line)
                conversation.line = ""
        if conversation.state.ending is not None:
            self.end()
        return True  # the buffer is emptied above, and only if the line was taken

    def _width(self) -> int:
        return self._application.output.get_size().columns if self._application else 80

    def _board(self, conversation: Conversation) -> str:
        assert self._application is not None  # noqa: S101 - drawn by the application
        size = self._application.output.get_size()
        lines = rows.board(conversation, size.columns, size.rows - 2, self.said)
        return "\n".join(lines)


def run(screen: Screen, conversation: Conversation, marker: Path) -> bool:
    """Type into a room until it closes. A closed terminal or a signal ends it cleanly.

    Args:
        screen: How it is shown.
        conversation: What is typed and said.
        marker: A file that lies there while a board is open (see `put_right`).

    Returns:
        Whether this terminal can be typed into so. Notes are to be taken all the same.
    """
    put_right(marker)
    try:
        application = screen.application(conversation)
    except Exception:  # each system's consoles fail in their own way; none may refuse a note
        return False
    if screen.board:
        with contextlib.suppress(OSError):
            marker.parent.mkdir(parents=True, exist_ok=True)
            marker.touch()
    try:
        asyncio.run(_run(screen, application, conversation))
    finally:
        with contextlib.suppress(OSError):
            marker.unlink(missing_ok=True)
    return True


def put_right(marker: Path) -> None:
    """Leave the other screen if a board on this laptop was killed and left it on.

    Args:
        marker: A file that lies there while a board is open.
    """
    if marker.exists() and sys.stdout.isatty():
        sys.stdout.write("\x1b[?1049l\x1b[?25h\x1b[?2004l")
        sys.stdout.flush()
    with contextlib.suppress(OSError):
        marker.unlink(missing_ok=True)


async def _run(screen: Screen, application: Application[None], conversation: Conversation) -> None:
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, lambda: _end(application))
    watcher = asyncio.create_task(_watch(screen, application, conversation))
    try:
        await application.run_async()
    finally:
        watcher.cancel()


def _end(application: Application[None]) -> None:
    if application.is_running:
        application.exit()


async def _watch(
    screen: Screen, application: Application[None], conversation: Conversation
) -> None:
    """Each second: notices of the clock, what others have changed, what still waits."""
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        due = conversation.notices()
        if screen.bell and any(minutes in _BELL_MINUTES for minutes in due):
            application.output.bell()
        conversation.follow()
        application.invalidate()
