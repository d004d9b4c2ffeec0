"""A real pseudo-terminal with the program in it."""

from __future__ import annotations

import contextlib
import os
import re
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyte

_DEADLINE = 20.0
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[@-Z\\-_])")


class Terminal:
    """The program in a terminal of its own; use as a context."""

    def __init__(
        self, *words: str, columns: int = 80, rows: int = 24, answers: bool = True, **settings: str
    ) -> None:
        import pty

        self.leader, follower = pty.openpty()
        self.resize(columns, rows)
        self._answers = answers
        self._raw = b""
        environment = {**os.environ, "TERM": "xterm-256color", **settings}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "swotcli", *words],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=environment,
            start_new_session=True,
            close_fds=True,
        )
        os.close(follower)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._reader.join(2)
        try:
            os.close(self.leader)
        except OSError:
            return  # hung up by the test

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        import fcntl
        import termios

        self._size = (columns, rows)

        fcntl.ioctl(self.leader, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text: str | bytes) -> None:
        """Type as fast as the terminal takes it."""
        raw = text.encode("utf-8") if isinstance(text, str) else text
        while raw:
            written = os.write(self.leader, raw[:1000])
            raw = raw[written:]

    @property
    def text(self) -> str:
        """All that was shown, without escape sequences."""
        return _ESCAPES.sub("", self._raw.decode("utf-8", "replace"))

    @property
    def screen(self) -> str:
        """What the screen shows now, as a person sees it."""
        screen = pyte.Screen(*self._size)
        stream = pyte.ByteStream(screen)
        # The private modes that pyte does not know would be shown as text.
        stream.feed(re.sub(rb"\x1b\[[>=?][0-9;]*[a-zA-Z]", b"", self._raw))
        return "\n".join(screen.display)

    @property
    def raw(self) -> bytes:
        """All that was sent to the terminal."""
        return self._raw

    def wait_for(self, seen: str | Callable[[], bool]) -> None:
        """Wait until a text is shown or something holds."""
        holds = (
            (lambda: seen in self.text or seen in self.screen) if isinstance(seen, str) else seen
        )
        end = time.monotonic() + _DEADLINE
        while not holds():  # type: ignore[no-untyped-call]
            assert time.monotonic() < end, f"not in time: {seen}\n{self.text[-2000:]}"
            time.sleep(0.01)

    def ready(self) -> None:
        """Wait for the prompt."""
        self.wait_for("]>")

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self.leader)

    def close(self) -> int:
        """Wait until the program has ended, and return its exit code."""
        return self.process.wait(_DEADLINE)

    def _read(self) -> None:
        while True:
            try:
                piece = os.read(self.leader, 65536)
            except OSError:
                return
            if not piece:
                return
            self._raw += piece
            if self._answers and b"\x1b[6n" in piece:  # where is the cursor?
                with contextlib.suppress(OSError):
                    os.write(self.leader, b"\x1b[1;1R")


def texts(room_file: Path) -> list[str]:
    """Return every note of a room file, in the order of the file."""
    from swotcli.yamlfile.room import read_room

    notes, problems = read_room(room_file.read_text(encoding="utf-8"))
    assert () == problems
    assert notes is not None
    return [note.text for _, note in notes.every()]
