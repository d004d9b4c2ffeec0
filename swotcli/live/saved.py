"""What came of saving: how the store answers the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from swotcli.errors import SwotError
    from swotcli.model.room import RoomNotes


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving.

    Attributes:
        notes: What the room says now, with what still waits.
        waiting: How many acts wait for the room's file.
        problem: Why they wait.
        added: How many notes and takeaways somebody else has added.
        gone: How many somebody else has taken away.
        put_back: Own ones that an older copy had overwritten, or that had not arrived, and are back.
        dropped: Texts of waiting acts that could no longer be done.
        journal: The journal could be written.
        missing: How many typed on this laptop the file no longer has; known at the start.
    """

    notes: RoomNotes
    waiting: int = 0
    problem: SwotError | None = None
    added: int = 0
    gone: int = 0
    put_back: int = 0
    dropped: tuple[str, ...] = ()
    journal: bool = True
    missing: int = 0
