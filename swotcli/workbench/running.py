"""The screen from its first key to its last: one long-lived application, so that no key is lost."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit.application import Application

    from swotcli.workbench.screen import Screen

_LOOK_SECONDS = 1.0
"""How often the file of decisions is looked at."""


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
