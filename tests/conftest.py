"""What every test stands on: a sealed environment, a workspace, and the program at the door."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers import write_tree
from typer.testing import CliRunner

from swotcli.cli import app

AGENDA = """\
title: Village evening
organiser: The village hall
date: 2026-03-10
lang: en
start: 17.00
end: 19.00
items:
- at: 17.00
  title: Welcome
  speakers:
  - name: Aino Alku
    role: chair
- at: 17.30
  title: Breakout in rooms
  minutes: 45
  kind: breakout
- at: 18.15
  title: Joint debrief
  kind: debrief
theme: What keeps us together?
goals:
- More people
- Lower costs
rooms: [North, South, West]
"""


@dataclass
class Done:
    """What a command left behind at the door."""

    code: int
    out: str
    err: str


Swot = Callable[..., Done]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files; the difference is read in review."""
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files")


@pytest.fixture(autouse=True)
def _sealed(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the developer's own settings, language and state folder out of every test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "ACCESSIBLE", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = {
        "SWOTCLI_LANG": "en",
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "LOCALAPPDATA": str(home / "state"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A. Tester",
        "GIT_AUTHOR_EMAIL": "tester@example.org",
        "GIT_COMMITTER_NAME": "A. Tester",
        "GIT_COMMITTER_EMAIL": "tester@example.org",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty workspace, which is the current folder."""
    root = tmp_path / "workspace"
    write_tree(root, {"sessions/.gitkeep": ""})
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def swot() -> Swot:
    """Return the program: call it with its words, it must succeed unless told otherwise."""

    def run(*words: str, code: int = 0, typed: str | bytes | None = None) -> Done:
        result = CliRunner().invoke(app, list(words), input=typed, prog_name="swotcli")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        said = (
            f"swotcli {' '.join(words)}\n--- stdout\n{result.stdout}\n--- stderr\n{result.stderr}"
        )
        assert code == result.exit_code, said
        return Done(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def session(workspace: Path, swot: Swot) -> Path:
    """Return the folder of a session with the rooms north, south and west, nothing typed yet."""
    write_tree(workspace, {"agenda.yaml": AGENDA})
    swot("start", "agenda.yaml")
    return workspace / "sessions" / "2026-03-10-village-evening"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check of text against the file of that name in `tests/golden/`."""

    def check(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text

    return check
