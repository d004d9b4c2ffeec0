"""Bytes on disk, whole, before anyone is told that they are.

Temporary file beside the target, write, flush, fsync, replace, fsync of the folder: a reader sees
the old file or the new one, never half, and a power cut leaves one of them.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from typing import TYPE_CHECKING

from swotcli.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A scanner, an indexer or a sync client holds a file for a moment (Windows: access denied,
# sharing violation, lock violation). Waits of 10, 20, 40 ms ... add up to about 2.5 s.
_HELD = {5, 32, 33}
_TRIES = 9
_LOCK_SECONDS = 10.0


def save(path: Path, content: bytes) -> None:
    """Put content into a file, durably.

    Raises:
        Conflict: The file cannot be written; the old content stands untouched.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
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
        Conflict: Another program held it for ten seconds.
    """
    # Late: filelock brings asyncio along, and a prompt must not wait for it.
    import filelock
    import platformdirs

    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    folder = platformdirs.user_state_path("swotcli") / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(folder / f"{name}.lock", timeout=_LOCK_SECONDS)
        lock.acquire()
    except filelock.Timeout:
        raise Conflict.of("file-held", path=path) from None
    except OSError as error:
        raise Conflict.of("not-saved", path=folder, reason=error.strerror or str(error)) from error
    try:
        yield
    finally:
        lock.release()


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
