"""A wrong command line, and the help: both in the person's own language, whoever made the words."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Swot

WRONG = [
    ("rom", "rom"),
    ("room", "ROOM"),
    ("room --minutes 0 a", "--minutes"),
    ("start --rooms x a", "--rooms"),
    ("start --rooms", "--rooms"),
    ("start --json=1 a", "--json"),
    ("check a b", "swotcli check"),
    ("note --votez 5 a s b", "--votez"),
    ("templates foo", "foo"),
    ("recover abc", "[NUMBER]"),
    ("report --format odt", "md, html, pdf"),
    ("--foo", "--foo"),
    ("--workspace", "--workspace"),
]


@pytest.mark.parametrize(("line", "named"), WRONG)
def test_a_wrong_command_line_is_one_message(line: str, named: str, swot: Swot) -> None:
    """It names what is wrong and what to do, with the code for a wrong command line."""
    said = swot(*line.split(), code=2)
    what, do = said.err.splitlines()
    assert what.startswith("error: ")
    assert named in what
    assert do.startswith("  ")
    assert said.out == ""


@pytest.mark.parametrize("lang", ["fi", "sv"])
@pytest.mark.parametrize("line", [line for line, _ in WRONG] + ["room --help", "templates", ""])
def test_no_english_is_left(lang: str, line: str) -> None:
    """Neither the help's headings nor what is said of a wrong line is in another language."""
    done = subprocess.run(
        [sys.executable, "-m", "swotcli", *line.split()],
        env=os.environ | {"SWOTCLI_LANG": lang},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = done.stdout + done.stderr
    assert said
    for english in ("Usage", "Options:", "Show this", "required", "error", "Error", "No such"):
        assert english not in said


def test_a_text_that_begins_with_a_dash_is_told_how(swot: Swot) -> None:
    """It would be taken for an option: the message says what to type before it."""
    assert "type --" in swot("note", "north", "s", "-5 degrees", code=2).err
