"""The example session: what the program makes of it is what is committed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from conftest import Swot
from helpers import tree

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "sessions" / "2026-03-10-yhteinen-avain"
DATA = Path(__file__).parent / "data" / "example"


def test_the_report_is_the_committed_one(workspace: Path, swot: Swot) -> None:
    """Summary and reports, byte for byte."""
    copy = workspace / "sessions" / EXAMPLE.name
    shutil.copytree(EXAMPLE, copy)
    for name in ("summary.yaml", "report.md", "report.html"):
        (copy / name).unlink()

    swot("report")

    assert tree(EXAMPLE) == tree(copy)


def test_the_example_is_complete(workspace: Path, swot: Swot) -> None:
    """Four rooms with 12 to 25 notes and three takeaways each; `check` has nothing to say."""
    shutil.copytree(EXAMPLE, workspace / "sessions" / EXAMPLE.name)

    swot("check")

    rooms = yaml.safe_load((EXAMPLE / "summary.yaml").read_text(encoding="utf-8"))["rooms"]
    assert 4 == len(rooms)
    assert all(12 <= room["notes"] <= 25 and 3 == len(room["takeaways"]) for room in rooms)


def test_the_session_is_what_start_makes_of_the_agenda(workspace: Path, swot: Swot) -> None:
    """From the YAML agenda the same bytes."""
    swot("start", str(DATA / "agenda.yaml"))

    made = workspace / "sessions" / EXAMPLE.name / "session.yaml"
    assert (EXAMPLE / "session.yaml").read_bytes() == made.read_bytes()


@pytest.mark.parametrize(
    "key", ["title", "organiser", "date", "lang", "start", "end", "items", "goals", "theme"]
)
def test_the_pasted_programme_says_the_same(workspace: Path, swot: Swot, key: str) -> None:
    """The programme as pasted text gives the same agenda as the YAML."""
    swot("start", str(DATA / "agenda.txt"), "--rooms", "4")

    made = workspace / "sessions" / EXAMPLE.name / "session.yaml"
    expected = yaml.safe_load((EXAMPLE / "session.yaml").read_text(encoding="utf-8"))
    assert expected[key] == yaml.safe_load(made.read_text(encoding="utf-8"))[key]


def test_without_the_late_room_the_report_says_so(workspace: Path, swot: Swot) -> None:
    """Before its file came, the room was missing, and nothing else changes when it comes."""
    copy = workspace / "sessions" / EXAMPLE.name
    shutil.copytree(EXAMPLE, copy)
    (copy / "rooms" / "lansi.yaml").unlink()

    done = swot("report", "--lang", "en")

    assert "Länsi: no file has come from this room." in done.err
    report = (copy / "report.md").read_text(encoding="utf-8")
    assert "from 3 of 4 rooms" in report
    assert "Länsi: no file has come from this room." in report
