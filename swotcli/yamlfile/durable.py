"""Bytes on disk, whole, before anyone is told that they are.

Temporary file beside the target, write, flush, fsync, replace, fsync of the folder: a reader sees
the old file or the new one, never half, and a power cut leaves one of them.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import time
from typing import TYPE_CHECKING

from swotcli.errors import Conflict
from swotcli.yamlfile.lock import Held, lock_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# A scanner, an indexer or a sync client holds a file for a moment (Windows: access denied,
# sharing violation, lock violation). Waits of 10, 20, 40 ms ... add up to about 2.5 s.
_HELD = {5, 32, 33}
_TRIES = 9
_LOCK_SECONDS = 2.0


class ChangedMeanwhile(Exception):
    """Somebody else has written the file since it was read; it stands untouched."""


def save(
    path: Path,
    content: bytes,
    *,
    make_folder: bool = True,
    unchanged: Callable[[], bool] | None = None,
) -> None:
    """Put content into a file, durably.

    Args:
        path: The file.
        content: All that it is to hold.
        make_folder: Make its folder if it is not there. A room's folder that is gone is a share
            that is gone: a new one in its place would hide that.
        unchanged: Asked at the last moment whether the file still is what was read.

    Raises:
        ChangedMeanwhile: It is not.
        Conflict: The file cannot be written; the old content stands untouched.
    """
    # Plain calls and not pathlib: this runs at every note, and costs little beside the flushes.
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.tmp")  # noqa: PTH118
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        _write(temporary, content, _mode_of(path))
        if unchanged is not None and not unchanged():
            os.unlink(temporary)  # noqa: PTH108
            raise ChangedMeanwhile
        _replace(temporary, path)
        _sync_folder(folder)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise Conflict.of("not-saved", path=path, reason=error.strerror or str(error)) from error


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other writers on this machine away from a file; freed even if this process dies.

    Raises:
        Conflict: Another program held it for two seconds.
    """
    hold = contextlib.ExitStack()
    try:
        hold.enter_context(lock_of(path, state_folder() / "locks").hold(_LOCK_SECONDS))
    except Held:
        raise Conflict.of("file-held", path=path) from None
    except OSError:
        hold.close()  # the state folder cannot be used: better without a lock than without notes
    with hold:
        yield


@contextlib.contextmanager
def presence(path: Path) -> Iterator[bool]:
    """Be there for a file; yields whether no other program on this machine is."""
    hold = contextlib.ExitStack()
    alone = True
    try:
        hold.enter_context(lock_of(path, state_folder() / "locks", "-open").hold(0))
    except (Held, OSError):
        alone = False
    with hold:
        yield alone


@functools.cache
def _state_folder(*_: str | None) -> Path:
    import platformdirs

    return platformdirs.user_state_path("swotcli")


def state_folder() -> Path:
    """Return the user's own state folder: outside any folder that is shared."""
    # Found once; the variables that decide on it are looked at each time, for tests.
    return _state_folder(
        *(os.environ.get(name) for name in ("XDG_STATE_HOME", "HOME", "LOCALAPPDATA"))
    )


def _mode_of(path: Path) -> int | None:
    """Return a file's permissions, which a new version keeps; None if there is no file yet.

    Raises:
        PermissionError: Its owner has made it read-only.
    """
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except FileNotFoundError:
        return None
    if not mode & 0o200:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode & 0o777


def _write(path: str, content: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        if mode is not None and os.name != "nt":
            os.fchmod(descriptor, mode)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replace(temporary: str, path: Path) -> None:
    wait = 0.01
    for left in range(_TRIES - 1, -1, -1):
        try:
            os.replace(temporary, path)  # noqa: PTH105
        except OSError as error:
            if left and getattr(error, "winerror", None) in _HELD:
                time.sleep(wait)
                wait *= 2
                continue
            raise
        return


def _sync_folder(folder: str) -> None:
    if os.name == "nt":  # Windows has no fsync for folders; NTFS journals the rename
        return
    descriptor = os.open(folder or ".", os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
