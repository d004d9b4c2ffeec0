"""What each key of the workbench does. No Ctrl-Alt: AltGr sends that on Finnish keyboards.

Keys become lines of the grammar; only what is typed letter by letter is kept here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from swotcli.model.text import one_line
from swotcli.workbench.prompt import Typing

if TYPE_CHECKING:
    from swotcli.workbench.screen import Screen

_SCROLLED = {"down": 1, "up": -1, "pagedown": 5, "pageup": -5}


def bindings(screen: Screen) -> KeyBindings:
    """Return the keys of the workbench."""
    keys = KeyBindings()
    typing = Condition(lambda: screen.prompt.typing is not None)
    searching = Condition(lambda: screen.prompt.typing is Typing.SEARCH)
    choosing = Condition(lambda: screen.prompt.typing in (Typing.SEARCH, Typing.THEME))

    @keys.add(Keys.Any, filter=~typing)
    def _(event: KeyPressEvent) -> None:
        screen.press(event.data)

    @keys.add("enter", filter=~typing)
    def _(event: KeyPressEvent) -> None:
        screen.press("\r")

    @keys.add("tab", filter=~typing)
    def _(event: KeyPressEvent) -> None:
        screen.press("w")

    @keys.add("s-tab", filter=~typing)
    def _(event: KeyPressEvent) -> None:
        screen.press("W")

    @keys.add("c-z", filter=~typing)
    def _(event: KeyPressEvent) -> None:
        screen.press("u")

    for key, step in _SCROLLED.items():
        _scroll(keys, screen, key, step, ~choosing)

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        if screen.prompt.typing is not None:  # a stray paste rules nothing
            screen.prompt.line.insert_text(one_line(event.data))

    @keys.add("escape", eager=True)
    def _(event: KeyPressEvent) -> None:
        screen.escape()

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        if screen.prompt.typing is not None:
            screen.escape()
        else:
            screen.interrupt()

    @keys.add("c-d", filter=~typing)
    def _(event: KeyPressEvent) -> None:
        screen.press("q")

    @keys.add("enter", filter=typing)
    def _(event: KeyPressEvent) -> None:
        screen.prompt.accept()

    @keys.add("down", filter=choosing)
    def _(event: KeyPressEvent) -> None:
        screen.prompt.choose(1)

    @keys.add("up", filter=choosing)
    def _(event: KeyPressEvent) -> None:
        screen.prompt.choose(-1)

    @keys.add("tab", filter=searching)
    def _(event: KeyPressEvent) -> None:
        screen.prompt.show_found()

    for digit in "0123456789":
        _pick(keys, screen, digit, searching)

    @keys.add("c-s")
    @keys.add("c-q")
    def _(event: KeyPressEvent) -> None:
        """Neither may freeze the terminal: every ruling is saved as it is made."""

    return keys


def _scroll(keys: KeyBindings, screen: Screen, key: str, step: int, where: object) -> None:
    @keys.add(key, filter=where)  # type: ignore[arg-type]
    def _(event: KeyPressEvent) -> None:
        screen.scroll(step)


def _pick(keys: KeyBindings, screen: Screen, digit: str, where: Condition) -> None:
    @keys.add(digit, filter=where)
    def _(event: KeyPressEvent) -> None:
        screen.enter(digit)
