"""The workbench in a terminal: the whole screen, one key an act.

It only draws the conversation and turns keys into lines; what a line means is in `grammar`, what is
ruled and said in `conversation`.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.styles import Style

from swotcli.cells import cut, get_cwidth, wrapped
from swotcli.workbench import frame, rows
from swotcli.workbench.layout import fitted
from swotcli.workbench.prompt import Prompt, Typing
from swotcli.workbench.rows import Row
from swotcli.workbench.state import Mode

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from swotcli.workbench.conversation import Conversation

_ESCAPE_SECONDS = 0.05
"""Escape alone is a key; so long the rest of a longer one is waited for."""

_ANSWER_LINES = 2
_STYLE = Style.from_dict({"head": "bold", "footer": "reverse", "prompt": "bold"})
_LINES = {" ": "list", "\r": ""}
"""Keys whose line is another word than the key."""

_CASED = "TW"
"""Keys whose capital means something of its own; else Caps Lock changes nothing."""


class Screen:
    """The workbench in a terminal.

    Attributes:
        conversation: What is shown and typed into.
        prompt: The line that words are typed on.
        interrupted: The person left with Ctrl-C.
    """

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.prompt = Prompt(conversation, self.enter, self._focus)
        self.interrupted = False
        self._pending = ""
        self._top = 0
        self._unfolded = False
        self._application: Application[None] | None = None

    def application(self) -> Application[None]:
        """Return the application, not yet running."""
        from swotcli.workbench.keys import bindings

        self._body = Window(FormattedTextControl(self._drawn, focusable=True, show_cursor=False))
        before = BeforeInput(self.prompt.before, "class:prompt")
        self._typed = Window(
            BufferControl(self.prompt.line, input_processors=[before]),
            height=1,
        )
        typing = Condition(lambda: self.prompt.typing is not None)
        footer = Window(FormattedTextControl(self._footer), height=1, style="class:footer")
        self._application = Application(
            layout=Layout(
                HSplit([self._body, ConditionalContainer(self._typed, typing), footer]),
                focused_element=self._body,
            ),
            key_bindings=bindings(self),
            full_screen=True,
            style=_STYLE,
            mouse_support=False,
        )
        self._application.ttimeoutlen = _ESCAPE_SECONDS
        self._application.timeoutlen = _ESCAPE_SECONDS
        self.prompt.follow()
        return self._application

    def press(self, key: str) -> None:
        """Let a single key act."""
        conversation = self.conversation
        if conversation.page and key in " \r":
            conversation.page, self._top = [], 0
            return
        if key not in _CASED:
            key = key.casefold()
        if self._pending:
            self._move(key)
        elif key == "v":
            self._show_more()
        elif key == "m" and conversation.state.mode is Mode.POINT:
            self._pending = "m"
        elif key in "rt" and conversation.state.mode is Mode.POINT and conversation.point():
            self.prompt.start(Typing.REWORD if key == "r" else Typing.THEME)
        else:
            self.enter(_LINES.get(key, key))

    def enter(self, line: str) -> None:
        """Give a line to the conversation, and follow where it leads."""
        self.conversation.enter(line)
        if self.conversation.moved or self.conversation.page:
            self._top = 0
            self._unfolded = False
            self.prompt.chosen = None
        if self.conversation.state.ending:
            self.end()
        self.prompt.follow()

    def escape(self) -> None:
        """Leave what is typed, the page that is read, a list; at a point it does nothing.

        Who presses it once too often would leave the workbench, and type the rest into the shell.
        """
        if self.prompt.typing is not None:
            self.prompt.drop()
        elif self._pending or self.conversation.page:
            self._pending, self.conversation.page = "", []
        elif self.conversation.state.mode is Mode.SURE:
            self.enter("n")
        elif self.conversation.state.mode is not Mode.POINT:
            self.enter("q")

    def scroll(self, step: int) -> None:
        """Show the rows below or above."""
        most = len(self._listed()[0]) - 2
        self._top = max(0, min(self._top + step, most))

    def interrupt(self) -> None:
        """Leave as Ctrl-C does everywhere: at once, with the exit code that says so."""
        self.interrupted = True
        self.end()

    def end(self) -> None:
        """Close the screen, if it is open."""
        if self._application is not None and self._application.is_running:
            with contextlib.suppress(Exception):  # already closing: a key typed after the last one
                self._application.exit()

    def _move(self, key: str) -> None:
        """Gather `m a 2` or `m a /` key by key."""
        if self._pending == "m" and key in "abcdefgh":
            self._pending = f"m {key}"
        elif len(self._pending) > 1 and (key.isdecimal() or key == "/"):
            line, self._pending = f"{self._pending} {key}", ""
            self.enter(line)
        else:
            self._pending = ""

    def _show_more(self) -> None:
        """Unfold the point's notes; once all of these are seen, show the next ones."""
        whole = rows.rows(self.conversation)
        if len(self._listed()[0]) < len(whole) and not self.conversation.page:
            self._unfolded = True
        else:
            self._unfolded = False
            self.enter("v")

    def _focus(self) -> None:
        """Let keys go to the line while words are typed, else to the whole."""
        if self._application is not None:
            self._application.layout.focus(self._typed if self.prompt.typing else self._body)

    def _footer(self) -> str:
        words, width = self.conversation.means.words, self._size()[0]
        if self._pending:
            key = "group.keys-move" if len(self._pending) == 1 else "group.keys-move-to"
            return cut(words.say(key), width)
        if self.prompt.of_point:
            return cut(words.say("group.keys-typing"), width)
        if self.conversation.page:
            return cut(words.say("group.keys-page"), width)
        long, short = frame.footer(self.conversation)
        return long if get_cwidth(long) <= width else cut(short, width)

    def _size(self) -> tuple[int, int]:
        if self._application is None:
            return 80, 24
        size = self._application.output.get_size()
        return size.columns, size.rows

    def _drawn(self) -> StyleAndTextTuples:
        """Return the head, the rows and the last answer."""
        conversation, width = self.conversation, self._size()[0]
        harmless = conversation.means.harmless
        answer, room = self._answer(), self._room()
        listed, marked = self._listed()
        clean = [replace(row, text=harmless(row.text)) for row in listed]
        lines = fitted(clean, width, max(room, 0), self._top, marked)
        lines += [""] * (room - len(lines))
        top = cut(harmless(frame.head(conversation)), width)
        return [("class:head", f"{top}\n"), ("", "\n".join([*lines, *answer]))]

    def _answer(self) -> list[str]:
        said = self.conversation.means.harmless(self.conversation.said)
        return wrapped(said, self._size()[0])[:_ANSWER_LINES]

    def _room(self) -> int:
        """Return how many lines are left for rows by the head, the answer and the keys."""
        return self._size()[1] - 2 - (self.prompt.typing is not None) - len(self._answer())

    def _listed(self) -> tuple[list[Row], int | None]:
        if self.conversation.page:
            width = self._size()[0] - 1
            texts = self.conversation.page
            return [Row("", line) for text in texts for line in wrapped(text, width)], None
        if self.prompt.typing is Typing.THEME:
            return [Row(" ", name) for name in self.prompt.names()], self.prompt.chosen
        room = None if self._unfolded else self._room()
        return rows.rows(self.conversation, room), self.prompt.chosen
