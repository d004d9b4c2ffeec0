"""Late imports are late: a command loads what it uses. The static import graph cannot see this."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"pydantic", "jinja2", "babel", "rich", "yaml", "asyncio"}
HEAVY |= {"typst", "pptx", "xlsxwriter", "snowballstemmer"}
PROBE = """
import json, sys
from swotcli.cli import app
try:
    app({words!r}, prog_name="swotcli")
except SystemExit:
    pass
print(json.dumps(sorted(set(sys.modules) & set({heavy!r}))), file=sys.stderr)
"""


def _loaded(words: list[str]) -> set[str]:
    probe = PROBE.format(words=words, heavy=sorted(HEAVY))
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, input=""
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["note", "--help"], set()),
        (["room", "north"], {"yaml", "asyncio"}),
        (["note", "north", "s", "x"], {"yaml", "asyncio"}),
        (["takeaway", "north", "x"], {"yaml", "asyncio"}),
        (["brief", "--format", "html"], {"yaml", "pydantic", "jinja2", "babel"}),
        (["brief", "--format", "pdf"], {"yaml", "pydantic", "babel", "typst"}),
        (["status"], {"yaml"}),
        (["status", "north"], {"yaml"}),
        (["check"], {"yaml", "pydantic"}),
        (["merge", "--json"], {"yaml", "pydantic", "babel"}),
        (["group", "--plain"], {"yaml", "pydantic"}),
        (["report", "--format", "md"], {"yaml", "pydantic", "babel", "jinja2"}),
        (["report", "--format", "pptx"], {"yaml", "pydantic", "babel", "pptx", "xlsxwriter"}),
        (["report", "--format", "xlsx"], {"yaml", "pydantic", "babel", "xlsxwriter"}),
    ],
)
def test_a_command_loads_no_more_than_it_uses(
    session: Path, words: list[str], allowed: set[str]
) -> None:
    """Each heavy library is loaded only where it serves."""
    assert set() == _loaded(words) - allowed
