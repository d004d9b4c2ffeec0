"""What a report costs in each format, as ratios to a bare Python start of the same run.

Run `python tests/benchmarks/report.py` in a checkout. Each row is the median of paired rounds on
eight rooms with forty notes each, the whole process. Nothing is asserted. A new format: a row in
FORMATS.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from workshops import made_up

from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes
from swotcli.yamlfile.roomtext import new_room

FORMATS = {"md": 40.0, "html": 40.0, "pdf": 60.0}
"""The formats, and the ratio that each aims at."""

ROUNDS, ROOMS, NOTES = 9, 8, 40
_SESSION = "id: s\ntitle: S\ndate: 2026-03-10\nlang: fi\nstart: '17:00'\nend: '19:00'\nrooms:\n"


def lay_out(root: Path) -> None:
    """Write the workspace to measure in."""
    folder = root / "sessions" / "s"
    (folder / "rooms").mkdir(parents=True)
    lines = "".join(f"- {{id: r{n}, name: R{n}}}\n" for n in range(ROOMS))
    (folder / "session.yaml").write_text(_SESSION + lines, encoding="utf-8")
    for n in range(ROOMS):
        said = {
            quadrant.value: tuple(Note(made_up(n, quadrant, k)) for k in range(NOTES // 4))
            for quadrant in Quadrant
        }
        text = new_room(RoomNotes(f"r{n}", "", **said, takeaways=("Yksi", "Kaksi", "Kolme")))
        (folder / "rooms" / f"r{n}.yaml").write_text(text, encoding="utf-8")


def _seconds(command: list[str], where: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=where, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lay_out(root)
        for fmt, aim in FORMATS.items():
            report = [sys.executable, "-m", "swotcli", "report", "--format", fmt]
            ratios, took = [], []
            for _ in range(ROUNDS):
                bare = _seconds([sys.executable, "-c", "pass"], root)
                took.append(_seconds(report, root))
                ratios.append(took[-1] / bare)
            ratio, seconds = statistics.median(ratios), statistics.median(took)
            name = f"report --format {fmt} / bare Python"
            sys.stdout.write(f"{name:40} {ratio:6.1f}   aim <= {aim:<5} {seconds:.2f} s\n")


if __name__ == "__main__":
    main()
