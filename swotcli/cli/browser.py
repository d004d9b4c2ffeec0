"""A file shown in the person's browser, where there is one."""

from __future__ import annotations

import os
import sys
import webbrowser
from typing import TYPE_CHECKING

from swotcli.cli.console import say

if TYPE_CHECKING:
    from pathlib import Path


def open_file(path: Path, fragment: str = "") -> None:
    """Open a file in the default browser; where none can be started, that is said and no error.

    Args:
        path: The file.
        fragment: The place in it. Some systems drop it on the way to the browser.
    """
    address = path.resolve().as_uri() + (f"#{fragment}" if fragment else "")
    say("talk.opened" if _opened(address) else "talk.no-browser", path=path)


def _opened(address: str) -> bool:
    if not _has_screen():
        return False
    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False


def _has_screen() -> bool:
    """Say whether a window can open: without one, a text browser would take over the terminal."""
    if sys.platform in ("win32", "darwin") or os.environ.get("BROWSER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
