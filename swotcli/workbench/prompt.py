"""The line of the screen that words are typed on: what they are for, and where Enter takes them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from prompt_toolkit.buffer import Buffer

from swotcli.workbench.search import matching
from swotcli.workbench.state import Mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from swotcli.workbench.conversation import Conversation


class Typing(Enum):
    """What is typed letter by letter."""

    REWORD = "reword"
    THEME = "theme"
    SEARCH = "search"
    THEMES = "themes"


_WANTED = {Mode.SEARCH: Typing.SEARCH, Mode.THEMES: Typing.THEMES, Mode.THEME: Typing.THEMES}
_BEFORE = {
    Typing.REWORD: "group.type-wording",
    Typing.THEME: "group.type-theme",
    Typing.SEARCH: "group.type-search",
    Typing.THEMES: "group.type-themes",
}


class Prompt:
    """The line that words are typed on.

    Attributes:
        line: What is typed.
        typing: What it is typed for; None: single keys act.
        chosen: The marked one of what was found.
    """

    def __init__(
        self, conversation: Conversation, enter: Callable[[str], None], focus: Callable[[], None]
    ) -> None:
        """Make a line that nothing is typed on.

        Args:
            conversation: What the words are for.
            enter: Takes a line of the grammar.
            focus: Lets keys go to where they are wanted now.
        """
        self.line = Buffer(multiline=False, on_text_changed=lambda _: self._changed())
        self.typing: Typing | None = None
        self.chosen: int | None = None
        self._conversation = conversation
        self._enter = enter
        self._focus = focus

    @property
    def of_point(self) -> bool:
        """Words about the point are typed: Escape drops them, and the point stays."""
        return self.typing in (Typing.REWORD, Typing.THEME)

    def before(self) -> str:
        """Return what stands before the words."""
        return self._conversation.means.words.say(_BEFORE[self.typing or Typing.THEMES])

    def start(self, typing: Typing) -> None:
        """Let words about the point be typed."""
        point = self._conversation.point()
        self.typing, self.chosen = typing, None
        self.line.reset()
        if point is not None and typing is Typing.REWORD:
            self.line.insert_text(point.text)
        self._focus()

    def follow(self) -> None:
        """Let words be typed where the conversation wants words, and single keys act elsewhere."""
        if self.of_point:
            return
        wanted = _WANTED.get(self._conversation.state.mode)
        if wanted is not self.typing:
            self.typing = None
            self.line.reset()
            self.typing = wanted
        self._focus()

    def accept(self) -> None:
        """Take what is typed."""
        match self.typing:
            case Typing.REWORD:
                self._of_point("r", self.line.text)
            case Typing.THEME:
                name = self.line.text if self.chosen is None else self.names()[self.chosen]
                self._of_point("t", name)
            case Typing.SEARCH:
                self._pick()
            case _:
                self._enter(self.line.text)
                if self._conversation.said.startswith("ok"):
                    self.line.reset()

    def drop(self) -> None:
        """Leave what is typed."""
        if self.of_point:
            self._stop()
        else:
            self.line.reset()
            self._enter("")

    def choose(self, step: int) -> None:
        """Mark the next or previous one of what was found."""
        found = self._conversation.state.found
        most = len(found if self.typing is Typing.SEARCH else self.names())
        if most:
            self.chosen = (
                step % most - (step > 0) if self.chosen is None else ((self.chosen + step) % most)
            )

    def show_found(self) -> None:
        """Turn to the point of the found note that is marked, or of the first."""
        if self._conversation.state.found:
            self._enter(f"show {((self.chosen or 0) + 1) % 10}")

    def names(self) -> list[str]:
        """Return the themes that have what is typed in their names."""
        names = self._conversation.theme_names()
        return [names[n] for n in matching(self.line.text, names)] if self.line.text else names

    def _of_point(self, verb: str, text: str) -> None:
        """Stop typing, and give the words to the conversation, if there are any."""
        self._stop()
        if text.strip():
            self._enter(f"{verb} {text}")

    def _pick(self) -> None:
        """Take the marked note, or the only one, and close the search."""
        conversation = self._conversation
        if self.chosen is not None or len(conversation.state.found) == 1:
            self._enter(f"{((self.chosen or 0) + 1) % 10}")
        answer = conversation.said
        if conversation.state.mode is Mode.SEARCH:
            self._enter("")
            conversation.said = answer

    def _stop(self) -> None:
        self.typing, self.chosen = None, None
        self.line.reset()
        self.follow()

    def _changed(self) -> None:
        """The line has changed: search anew."""
        self.chosen = None
        if self.typing is Typing.SEARCH and self._conversation.state.mode is Mode.SEARCH:
            self._enter(f"/ {self.line.text}")
