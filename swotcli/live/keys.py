"""What each key does at a room's line. None of them is the only way: all can be typed, too.

No Ctrl-Alt and no bare letters: AltGr sends Ctrl-Alt on Finnish keyboards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from swotcli.live.grammar import unbulleted
from swotcli.model.quadrant import Quadrant

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.buffer import Buffer

    from swotcli.live.conversation import Conversation


def bindings(conversation: Conversation, buffer: Buffer, end: Callable[[], None]) -> KeyBindings:
    """Return the keys of a room's line.

    Args:
        conversation: What the keys are for.
        buffer: The line.
        end: Closes the line.
    """
    keys = KeyBindings()
    empty = Condition(lambda: not buffer.text)

    def enter(line: str) -> None:
        conversation.enter(line)
        if conversation.state.ending is not None:
            end()

    def turn(step: int) -> None:
        order = list(Quadrant)
        index = (order.index(conversation.state.current) + step) % len(order)
        conversation.turn_to(order[index])

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer.validate_and_handle()

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        # Whole lines are saved at once, in one act; the rest stays on the line, as if typed.
        before, behind = (
            buffer.text[: buffer.cursor_position],
            buffer.text[buffer.cursor_position :],
        )
        *whole, rest = event.data.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if not whole:
            buffer.insert_text(event.data if buffer.text else unbulleted(event.data))
        elif conversation.paste(whole, before):
            buffer.reset()
            buffer.insert_text(unbulleted(rest))
            buffer.insert_text(behind, move_cursor=False)

    @keys.add("tab")
    def _(event: KeyPressEvent) -> None:
        turn(1)

    @keys.add("s-tab")
    def _(event: KeyPressEvent) -> None:
        turn(-1)

    for number, quadrant in enumerate(Quadrant, 1):
        keys.add(f"f{number}")(_turner(conversation, quadrant))
    for key, line in {"f5": "list", "f8": "k", "f9": "help", "c-y": "redo"}.items():
        keys.add(key)(_typer(enter, line))
    keys.add("c-z", filter=empty)(_typer(enter, "undo"))
    keys.add("c-_", filter=empty)(_typer(enter, "undo"))
    keys.add("c-d", filter=empty)(_typer(enter, "/q"))
    keys.add("f10")(_typer(enter, "/q"))

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        buffer.reset()  # clears the line, and never leaves

    @keys.add("up", filter=empty)
    def _(event: KeyPressEvent) -> None:
        if last := conversation.state.find(conversation.state.last):
            buffer.insert_text(f"/{last.number} {last.note.text}")

    @keys.add("c-s")
    @keys.add("c-q")
    def _(event: KeyPressEvent) -> None:
        """Neither may freeze the terminal: every note is saved as it is."""

    return keys


def _turner(conversation: Conversation, quadrant: Quadrant) -> Callable[[KeyPressEvent], None]:
    return lambda _: conversation.turn_to(quadrant)


def _typer(enter: Callable[[str], None], line: str) -> Callable[[KeyPressEvent], None]:
    return lambda _: enter(line)
