"""The workbench in a terminal: the whole screen, one key an act.

One long-lived application, so that no key is lost. It only draws the conversation and turns keys
into lines; what a line means is in `grammar`, what is ruled and said in `conversation`.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
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
from swotcli.workbench import rows
from swotcli.workbench.layout import fitted
from swotcli.workbench.rows import Row
from swotcli.workbench.search import matching
from swotcli.workbench.state import Mode

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from swotcli.workbench.conversation import Conversation

_LOOK_SECONDS = 1.0
"""How often the file of decisions is looked at."""

_ESCAPE_SECONDS = 0.05
"""Escape alone is a key; so long the rest of a longer one is waited for."""

_ANSWER_LINES = 2
_STYLE = Style.from_dict({"head": "bold", "footer": "reverse", "prompt": "bold"})
_LINES = {" ": "list", "\r": ""}
"""Keys whose line is another word than the key."""

_CASED = "TW"
"""Keys whose capital means something of its own; else Caps Lock changes nothing."""


class Typing(Enum):
    """What is typed letter by letter."""

    REWORD = "reword"
    THEME = "theme"
    SEARCH = "search"
    THEMES = "themes"


class Screen:
    """The workbench in a terminal.

    Attributes:
        conversation: What is shown and typed into.
        line: The line that words are typed on.
        typing: What is typed there now; None: single keys act.
        interrupted: The person left with Ctrl-C.
    """

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.line = Buffer(multiline=False, on_text_changed=lambda _: self._changed())
        self.typing: Typing | None = None
        self.interrupted = False
        self._pending = ""
        self._chosen: int | None = None
        self._top = 0
        self._application: Application[None] | None = None

    def application(self) -> Application[None]:
        """Return the application, not yet running."""
        from swotcli.workbench.keys import bindings

        self._body = Window(FormattedTextControl(self._drawn, focusable=True, show_cursor=False))
        self._typed = Window(
            BufferControl(self.line, input_processors=[BeforeInput(self._before, "class:prompt")]),
            height=1,
        )
        typing = Condition(lambda: self.typing is not None)
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
        self._follow()
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
        elif key == "m" and conversation.state.mode is Mode.POINT:
            self._pending = "m"
        elif key in "rt" and conversation.state.mode is Mode.POINT and conversation.point():
            self._start(Typing.REWORD if key == "r" else Typing.THEME)
        else:
            self.enter(_LINES.get(key, key))

    def enter(self, line: str) -> None:
        """Give a line to the conversation, and follow where it leads."""
        self.conversation.enter(line)
        if self.conversation.moved or self.conversation.page:
            self._top = 0
            self._chosen = None
        if self.conversation.state.ending:
            self.end()
        self._follow()

    def accept(self) -> None:
        """Take what is typed on the line."""
        text = self.line.text
        if self.typing is Typing.REWORD:
            self._stop()
            if text.strip():
                self.enter(f"r {text}")
        elif self.typing is Typing.THEME:
            names = self._names()
            name = names[self._chosen] if self._chosen is not None else text
            self._stop()
            if name.strip():
                self.enter(f"t {name}")
        elif self.typing is Typing.SEARCH:
            found = self.conversation.state.found
            number = self._chosen if self._chosen is not None else 0
            if self._chosen is not None or len(found) == 1:
                self.enter(f"{(number + 1) % 10}")
            answer = self.conversation.said
            if self.conversation.state.mode is Mode.SEARCH:
                self.enter("")
                self.conversation.said = answer
        else:
            self.enter(text)
            if self.conversation.said.startswith("ok"):
                self.line.reset()

    def escape(self) -> None:
        """Leave what is typed, the page that is read, or the workbench."""
        if self.typing in (Typing.SEARCH, Typing.THEMES):
            self.line.reset()
            self.enter("")
        elif self.typing is not None:
            self._stop()
        elif self._pending or self.conversation.page:
            self._pending, self.conversation.page = "", []
        elif self.conversation.state.mode is Mode.SURE:
            self.enter("n")
        else:
            self.enter("q")

    def choose(self, step: int) -> None:
        """Mark the next or previous one of what was found."""
        most = self._choices()
        if most:
            self._chosen = (
                step % most - (step > 0) if self._chosen is None else ((self._chosen + step) % most)
            )

    def show_found(self) -> None:
        """Turn to the point of the found note that is marked, or of the first."""
        if self.conversation.state.found:
            self.enter(f"show {((self._chosen or 0) + 1) % 10}")

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

    def _start(self, typing: Typing) -> None:
        point = self.conversation.point()
        self.typing, self._chosen = typing, None
        self.line.reset()
        if point is not None and typing is Typing.REWORD:
            self.line.insert_text(point.text)
        if self._application is not None:
            self._application.layout.focus(self._typed)

    def _stop(self) -> None:
        self.typing, self._chosen = None, None
        self.line.reset()
        self._follow()

    def _follow(self) -> None:
        """Let words be typed where the conversation wants words, and single keys act elsewhere."""
        wanted = {
            Mode.SEARCH: Typing.SEARCH,
            Mode.THEMES: Typing.THEMES,
            Mode.THEME: Typing.THEMES,
        }.get(self.conversation.state.mode)
        if self.typing in (Typing.REWORD, Typing.THEME):
            return
        if wanted is not self.typing:
            self.typing = None
            self.line.reset()
            self.typing = wanted
        if self._application is not None:
            self._application.layout.focus(self._typed if self.typing else self._body)

    def _changed(self) -> None:
        """The line has changed: search anew."""
        self._chosen = None
        if self.typing is Typing.SEARCH and self.conversation.state.mode is Mode.SEARCH:
            self.enter(f"/ {self.line.text}")

    def _names(self) -> list[str]:
        names = self.conversation.theme_names()
        return [names[n] for n in matching(self.line.text, names)] if self.line.text else names

    def _choices(self) -> int:
        if self.typing is Typing.SEARCH:
            return len(self.conversation.state.found)
        return len(self._names())

    def _before(self) -> str:
        words = self.conversation.means.words
        match self.typing:
            case Typing.REWORD:
                return words.say("group.type-wording")
            case Typing.THEME:
                return words.say("group.type-theme")
            case Typing.SEARCH:
                return words.say("group.type-search")
        return words.say("group.type-themes")

    def _footer(self) -> str:
        words, width = self.conversation.means.words, self._size()[0]
        if self._pending:
            key = "group.keys-move" if len(self._pending) == 1 else "group.keys-move-to"
            return cut(words.say(key), width)
        if self.typing in (Typing.REWORD, Typing.THEME):
            return cut(words.say("group.keys-typing"), width)
        if self.conversation.page:
            return cut(words.say("group.keys-page"), width)
        long, short = rows.footer(self.conversation)
        return long if get_cwidth(long) <= width else cut(short, width)

    def _size(self) -> tuple[int, int]:
        if self._application is None:
            return 80, 24
        size = self._application.output.get_size()
        return size.columns, size.rows

    def _drawn(self) -> StyleAndTextTuples:
        """Return the head, the rows and the last answer."""
        conversation, (width, height) = self.conversation, self._size()
        height -= 1 + (self.typing is not None)
        harmless = conversation.means.harmless
        answer = wrapped(harmless(conversation.said), width)[:_ANSWER_LINES]
        room = height - 1 - len(answer)
        listed, marked = self._listed()
        clean = [replace(row, text=harmless(row.text)) for row in listed]
        lines = fitted(clean, width, max(room, 0), self._top, marked)
        lines += [""] * (room - len(lines))
        top = cut(harmless(rows.head(conversation)), width)
        return [("class:head", f"{top}\n"), ("", "\n".join([*lines, *answer]))]

    def _listed(self) -> tuple[list[Row], int | None]:
        if self.conversation.page:
            width = self._size()[0] - 1
            texts = self.conversation.page
            return [Row("", line) for text in texts for line in wrapped(text, width)], None
        if self.typing is Typing.THEME:
            return [Row(" ", name) for name in self._names()], self._chosen
        return rows.rows(self.conversation), self._chosen


def run(screen: Screen) -> bool:
    """Work until the person leaves. A closed terminal or a signal ends it cleanly.

    Returns:
        Whether this terminal can be drawn on.

    Raises:
        KeyboardInterrupt: The person left with Ctrl-C; everything ruled is saved.
    """
    try:
        application = screen.application()
    except Exception:  # each system's consoles fail in their own way; plain lines work in all
        return False
    asyncio.run(_run(screen, application))
    if screen.interrupted:
        raise KeyboardInterrupt
    return True


async def _run(screen: Screen, application: Application[None]) -> None:
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, screen.end)
    watcher = asyncio.create_task(_watch(screen, application))
    try:
        await application.run_async()
    finally:
        watcher.cancel()


async def _watch(screen: Screen, application: Application[None]) -> None:
    """Each second: what another organiser has ruled."""
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        if screen.conversation.look_around():
            application.invalidate()
