"""A lock between programs on one machine, which the system frees when a process dies.

It lies in the user's own state folder, named after the file it stands for: a lock file inside a
shared folder would be copied to other laptops. The standard library's calls are used as they are:
filelock opens the file anew for each hold, which costs as much as two flushes of a good disk, and
its import as much as the first prompt can spare.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAUSE = 0.01


class Held(Exception):
    """Another program holds the lock."""


class Lock:
    """One lock of this process; threads wait for each other, too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1
        self._threads = threading.Lock()

    @contextlib.contextmanager
    def hold(self, seconds: float) -> Iterator[None]:
        """Hold the lock.

        Args:
            seconds: How long to wait for it.

        Raises:
            Held: It was not free in that time.
            OSError: The lock's file cannot be opened.
        """
        if not self._threads.acquire(timeout=seconds):
            raise Held(self._path)
        try:
            self._take(seconds)
            try:
                yield
            finally:
                _unlock(self._descriptor)
        finally:
            self._threads.release()

    def _take(self, seconds: float) -> None:
        if self._descriptor < 0:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        end = time.monotonic() + seconds
        while not _lock(self._descriptor):
            if time.monotonic() >= end:
                raise Held(self._path)
            time.sleep(_PAUSE)


@functools.cache
def lock_of(path: Path, folder: Path, purpose: str = "") -> Lock:
    """Return the lock that stands for a file, made once in this process.

    Args:
        path: The file; it need not be there.
        folder: Where locks lie.
        purpose: Locks for different purposes do not wait for each other.
    """
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    return Lock(folder / f"{name}{purpose}.lock")


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
