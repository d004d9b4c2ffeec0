"""What typing costs, as ratios against a baseline of the same run: machines are noisy.

Run `python tests/benchmarks/room.py` in a checkout. Each row is the median of paired rounds, both
sides in turn. Nothing is asserted: the limits beside the figures are what the project aims at.

A virtual disk may answer a flush in a tenth of a millisecond without flushing; then the program's
own work weighs more than it does on a laptop. So what waits for the disk is measured twice: on
this disk as it is, and with four milliseconds added to each flush on both sides, as a laptop's
disk takes.
"""

from __future__ import annotations

import contextlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from terminal import Terminal, texts

from swotcli.model.change import AddNote
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes
from swotcli.workflow import record
from swotcli.workflow.store import Store
from swotcli.workspace import SessionFolder
from swotcli.yamlfile.roomtext import new_room

AGENDA = "id: s\ntitle: S\ndate: 2026-03-10\nlang: en\nstart: '17:00'\nend: '19:00'\nrooms:\n- {id: north, name: North}\n"
ROUNDS = 60


LAPTOP_FLUSH = 0.004
_SLOW = """
import os, time
_fsync = os.fsync
def fsync(descriptor):
    time.sleep(0.004)
    _fsync(descriptor)
os.fsync = fsync
"""


@contextlib.contextmanager
def _laptop_disk() -> Iterator[dict[str, str]]:
    """Let each flush of this process take longer; yields what gives the same to another one."""
    fsync = os.fsync

    def slow(descriptor: int) -> None:
        time.sleep(LAPTOP_FLUSH)
        fsync(descriptor)

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sitecustomize.py").write_text(_SLOW)
        os.fsync = slow  # type: ignore[assignment]
        try:
            yield {"PYTHONPATH": folder}
        finally:
            os.fsync = fsync


@contextlib.contextmanager
def _session(notes: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCHMARK_FOLDER")) as root:
        folder = Path(root, "sessions", "s")
        (folder / "rooms").mkdir(parents=True)
        (folder / "session.yaml").write_text(AGENDA)
        room = RoomNotes(
            "north", threats=tuple(Note(f"a note of usual length {n}") for n in range(notes))
        )
        (folder / "rooms" / "north.yaml").write_text(new_room(room))
        os.environ["XDG_STATE_HOME"] = str(Path(root, "state"))
        yield folder


def _raw(folder: Path) -> None:
    """Append one line to a file and flush it: what the disk alone costs."""
    descriptor = os.open(folder / "raw.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(descriptor, b"- a note of usual length\n")
    os.fsync(descriptor)
    os.close(descriptor)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def saving(notes: int) -> tuple[float, float]:
    """Return the median seconds of saving one note, and of the raw write beside it."""
    with _session(notes) as folder:
        store = Store(record.open_room(SessionFolder(folder), "north"))
        store.start()
        saved, raw = [], []
        for number in range(ROUNDS):
            change = AddNote(Quadrant.THREATS, Note(f"another note of usual length {number}"))
            raw.append(_seconds(lambda: _raw(folder)))
            saved.append(_seconds(lambda: store.save([change])))  # noqa: B023 - called at once
        return statistics.median(saved), statistics.median(raw)


def answering(**settings: Any) -> tuple[float, float]:
    """Return the median seconds from Enter to the next prompt, and of the raw write."""
    with _session(20) as folder:
        os.chdir(folder.parent.parent)
        raw = [_seconds(lambda: _raw(folder)) for _ in range(ROUNDS)]
        took: list[float] = []
        with Terminal("room", "north", **settings) as terminal:
            terminal.ready()
            for number in range(ROUNDS):
                terminal.type(f"note {number} of the round")
                time.sleep(0.03)
                before = len(terminal.raw)
                start = time.perf_counter()
                terminal.type("\r")
                wanted = f"{number + 1}]".encode()
                while wanted not in terminal.raw[before:]:
                    time.sleep(0.0002)
                took.append(time.perf_counter() - start)
        assert len(texts(folder / "rooms/north.yaml")) == 20 + ROUNDS
        return statistics.median(took), statistics.median(raw)


def starting(rounds: int = 15) -> tuple[float, float, float]:
    """Return the median ratio of the first prompt to a bare Python, wall and CPU, and of memory."""
    wall, memory = [], []
    with _session(20) as folder:
        os.chdir(folder.parent.parent)
        bare = [sys.executable, "-c", "pass"]
        for _ in range(rounds):
            nothing = _seconds(lambda: subprocess.run(bare, check=True))

            start = time.perf_counter()
            with Terminal("room", "north") as terminal:
                terminal.ready()
                wall.append((time.perf_counter() - start) / nothing)
                memory.append(_peak(terminal.process.pid))
    empty = subprocess.run(
        [sys.executable, "-c", "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return statistics.median(wall), statistics.median(memory) / int(empty.stdout), _cpu(bare)


def _peak(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1])
    return 0


def _cpu(bare: list[str]) -> float:
    """Return the CPU of a room that is opened and closed, as a ratio to a bare Python."""

    def used(command: list[str]) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    with _session(20) as folder:
        os.chdir(folder.parent.parent)
        plain = [sys.executable, "-m", "swotcli", "room", "north", "--plain"]
        return statistics.median(used(plain) / used(bare) for _ in range(15))


def main() -> None:
    """Print the table."""
    few, raw = saving(50)
    many, _ = saving(5000)
    answer, beside = answering()
    with _laptop_disk() as settings:
        slow_few, slow_raw = saving(50)
        slow_many, _ = saving(5000)
        slow_answer, slow_beside = answering(**settings)
    wall, memory, plain = starting()
    rows = [
        _row("save a note / raw write + fsync", few, raw, 5),
        _row("  the same, flushes of 4 ms", slow_few, slow_raw, 5),
        _row("save in 5,000 notes / in 50", many, few, 1.6),
        _row("  the same, flushes of 4 ms", slow_many, slow_few, 1.6),
        _row("Enter to prompt / raw write + fsync", answer, beside, 6),
        _row("  the same, flushes of 4 ms", slow_answer, slow_beside, 6),
        ("first prompt / bare Python, wall", wall, 22, ""),
        ("peak memory / bare Python", memory, 4, ""),
        ("plain room, open and close / bare Python, CPU", plain, 22, ""),
    ]
    for name, ratio, limit, detail in rows:
        sys.stdout.write(f"{name:48} {ratio:6.2f}   aim <= {limit:<4}  {detail}\n")


def _row(name: str, one: float, other: float, limit: float) -> tuple[str, float, float, str]:
    return name, one / other, limit, f"{one * 1000:.2f} / {other * 1000:.2f} ms"


if __name__ == "__main__":
    main()
