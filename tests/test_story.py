"""All of it, once, from the outside: real programs, real files, real git, a real terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAMME = """\
Ranta kuntoon

Aika: 12.5.2026 klo 17-19
Järjestäjä: Rantakylän asukkaat ry

Ohjelma
17.00 Tervetuloa, Aino Alku, puheenjohtaja
17.30 Työpaja Teams-huoneissa (45 min)
18.15 Yhteinen purku
19.00 Tilaisuus päättyy

Tavoitteet
- puhdas ranta
- laituri kaikille
"""


def _run(folder: Path, *words: str, typed: str = "", code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "swotcli", *words],
        cwd=folder,
        input=typed,
        capture_output=True,
        encoding="utf-8",
    )
    assert code == done.returncode, done.stderr
    return done.stdout


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_an_evening(tmp_path: Path) -> None:
    """An organiser starts it, three rooms write in three ways, one is late, the report is shown."""
    _run(tmp_path, "init", "työpajat")
    folder = tmp_path / "työpajat"
    (folder / "ohjelma.txt").write_text(PROGRAMME, encoding="utf-8")
    started = json.loads(
        _run(
            folder,
            "start",
            "ohjelma.txt",
            "--room",
            "Itä",
            "--room",
            "Länsi",
            "--room",
            "Saari",
            "--json",
        )
    )
    assert {"session": "2026-05-12-ranta-kuntoon", "rooms": ["ita", "lansi", "saari"]} == {
        key: started[key] for key in ("session", "rooms")
    }

    # One room types, one writes its file in an editor, one pastes slides the next day.
    typed = "v Talkoohenki on hyvä\nu Levät\nk Talkoot jatkuvat\nk Laituri ensin\nk Vesi tutkitaan\ndone\n"
    answers = _run(folder, "room", "itä", "--plain", typed=typed).splitlines()
    assert ["ok"] * 6 == [answer.split()[0] for answer in answers]
    by_hand = "room: Länsi\nstrengths:\n- talkoohenki on hyvä.\nthreats:\n- Kulut: kasvavat\ntakeaways: [a, b]\n"
    (folder / started["path"] / "rooms" / "lansi.yaml").write_text(by_hand, encoding="utf-8")
    _run(folder, "check", code=3)
    _run(folder, "report")
    early = (folder / started["path"] / "report.md").read_text(encoding="utf-8")
    assert "Länsi: nostoja on 2" in early
    (folder / "kalvot.txt").write_text("Uhat\n- levät\n- Rahat\n", encoding="utf-8")
    _run(folder, "import", "saari", "kalvot.txt")
    assert len(_run(folder, "takeaway", "saari", typed="x\ny\nz\n").splitlines()) == 3

    merged = json.loads(_run(folder, "merge", "--json"))
    _run(folder, "report")

    assert 6 == sum(room["notes"] for room in merged["rooms"])
    assert [("Talkoohenki on hyvä", ["ita", "lansi"]), ("Levät", ["ita", "saari"])] == [
        (point["text"], point["rooms"]) for point in merged["points"] if len(point["rooms"]) > 1
    ]
    page = (folder / started["path"] / "report.html").read_text(encoding="utf-8")
    assert '<html lang="fi">' in page
    assert "3 ryhmästä 2: Itä, Länsi" in page

    # What came of it can be kept in the repository that init made.
    _git(folder, "add", "sessions")
    _git(folder, "commit", "--quiet", "--message", "The evening")
    assert "" == _git(folder, "status", "--porcelain", "--", "sessions")


@pytest.mark.skipif(os.name == "nt", reason="a POSIX terminal")
def test_start_asks_in_a_terminal(tmp_path: Path) -> None:
    """In a real terminal what the agenda does not say is asked for, and the answers are used."""
    import pty

    _run(tmp_path, "init", ".")
    (tmp_path / "p.txt").write_text(
        PROGRAMME.replace("Aika: 12.5.2026 klo 17-19", "klo 17-19"), encoding="utf-8"
    )
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "swotcli", "start", "p.txt"],
        cwd=tmp_path, stdin=follower, stdout=subprocess.PIPE, stderr=follower,
    )  # fmt: skip
    os.close(follower)
    seen = ""
    answers = {"Date of the workshop": "12.5.2026\n", "Rooms:": "Itä, Länsi\n"}
    try:
        while answers:
            seen += os.read(leader, 1000).decode("utf-8", "replace")
            for question in [question for question in answers if question in seen]:
                os.write(leader, answers.pop(question).encode("utf-8"))
        out = process.stdout.read().decode("utf-8") if process.stdout else ""
    finally:
        process.wait()
        os.close(leader)
        if process.stdout:
            process.stdout.close()

    assert 0 == process.returncode
    assert ["Itä: swotcli room ita", "Länsi: swotcli room lansi"] == out.splitlines()[1:]
    assert (tmp_path / "sessions/2026-05-12-ranta-kuntoon/rooms/lansi.yaml").exists()
