"""Bytes on disk, whole, before anyone is told that they are.

Temporary file beside the target, write, flush, fsync, replace, fsync of the folder: a reader sees
the old file or the new one, never half, and a power cut leaves one of them.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import time
from typing import TYPE_CHECKING

from swotcli.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filelock import BaseFileLock

# A scanner, an indexer or a sync client holds a file for a moment (Windows: access denied,
# sharing violation, lock violation). Waits of 10, 20, 40 ms ... add up to about 2.5 s.
_HELD = {5, 32, 33}
_TRIES = 9
_LOCK_SECONDS = 2.0


def save(path: Path, content: bytes, *, make_folder: bool = True) -> None:
    """Put content into a file, durably.

    Args:
        path: The file.
        content: All that it is to hold.
        make_folder: Make its folder if it is not there. A room's folder that is gone is a share
            that is gone: a new one in its place would hide that.

    Raises:
        Conflict: The file cannot be written; the old content stands untouched.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise Conflict.of("not-saved", path=path, reason=error.strerror or str(error)) from error


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other writers on this machine away from a file; freed even if this process dies.

    The lock lies in the user's state folder, outside any folder that a sync client copies.

    Raises:
        Conflict: Another program held it for two seconds.
    """
    # Late: filelock brings asyncio along, and a prompt must not wait for it.
    import filelock

    lock = lock_of(path, "")
    try:
        lock.acquire(timeout=_LOCK_SECONDS)
    except filelock.Timeout:
        raise Conflict.of("file-held", path=path) from None
    except OSError as error:
        raise Conflict.of("not-saved", path=path, reason=error.strerror or str(error)) from error
    try:
        yield
    finally:
        lock.release()


def state_folder() -> Path:
    """Return the user's own state folder: outside any folder that is shared."""
    import platformdirs

    return platformdirs.user_state_path("swotcli")


@functools.cache
def lock_of(path: Path, purpose: str) -> BaseFileLock:
    """Return the lock that stands for a file, made once in this process.

    Args:
        path: The file.
        purpose: Locks for different purposes do not wait for each other.
    """
    import filelock

    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    folder = state_folder() / "locks"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return filelock.FileLock(folder / f"{name}{purpose}.lock")


def _replace(temporary: Path, path: Path) -> None:
    wait = 0.01
    for left in range(_TRIES - 1, -1, -1):
        try:
            temporary.replace(path)
        except OSError as error:
            if left and getattr(error, "winerror", None) in _HELD:
                time.sleep(wait)
                wait *= 2
                continue
            raise
        return


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no fsync for folders; NTFS journals the rename
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
