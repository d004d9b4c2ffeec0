"""The wheel, built and installed in an empty environment: the program works without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_the_wheel_works_by_itself(tmp_path: Path) -> None:
    """Templates and language files are in it, sessions are not, and a report can be made."""
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(build, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "swotcli/_templates/report.html.j2" in names
    assert "swotcli/_templates/report.typ" in names
    assert "swotcli/render/fonts/Inter-Regular.ttf" in names
    assert "swotcli/render/fonts/OFL.txt" in names
    assert "swotcli/words/fi.toml" in names
    assert "swotcli/py.typed" in names
    assert not [name for name in names if name.startswith(("sessions", "tests", "templates"))]

    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    (tmp_path / "work").mkdir()

    def swotcli(*words: str, typed: str = "") -> str:
        command = [str(python), "-m", "swotcli", *words]
        done = subprocess.run(
            command,
            cwd=tmp_path / "work",
            input=typed,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    swotcli("init")
    swotcli("templates", "export", "agenda.yaml", "--lang", "fi")
    swotcli("start", "agenda.yaml", "--room", "Itä")
    assert "ok Vahvuudet 1: hyvä" in swotcli("room", "itä", "--plain", typed="hyvä\n")
    assert len(swotcli("report").splitlines()) == 3
    assert len(swotcli("brief").splitlines()) == 3
