"""The README is true: its commands, options, exit codes and samples are those of the program."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import AGENDA, Swot
from helpers import write_tree

from swotcli.errors import ExitCode
from swotcli.yamlfile.room import read_room

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = (
    "init",
    "start",
    "brief",
    "room",
    "note",
    "takeaway",
    "import",
    "status",
    "check",
    "merge",
    "group",
    "report",
    "present",
    "recover",
)


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_the_first_two_blocks_are_set_up_and_tests() -> None:
    """The first writes the example's report with swotcli, the second runs pytest; one line each."""
    first, second = _blocks("sh")

    assert [1, 1] == [len(block.splitlines()) for block in (first, second)]
    assert "swotcli report" in first
    assert second.strip().endswith("-m pytest")
    assert all("venv .venv" in block for block in (first, second))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented_and_real(command: str, swot: Swot) -> None:
    """The options in the README's row are those of the command's help, none more, none less."""
    (row,) = [line for line in README.splitlines() if line.startswith(f"| `swotcli {command}")]
    shown = set(re.findall(r"--[a-z-]+", swot(command, "--help").out)) - {"--help"}

    assert shown - {"--no-plain", "--no-json", "--no-allow-gaps"} == set(
        re.findall(r"--[a-z-]+", row)
    )


def test_every_command_is_documented(swot: Swot) -> None:
    """The table has each command of the help."""
    listed = re.findall(r"^  ([a-z]+)  ", swot("--help").out.split("Commands:")[1], re.MULTILINE)

    assert [*COMMANDS, "templates"] == sorted(listed, key=[*COMMANDS, "templates"].index)
    for command in listed:
        assert f"`swotcli {command}" in README


@pytest.mark.parametrize(
    "command", [*COMMANDS, "templates", "templates list", "templates export", ""]
)
def test_help_has_an_example_and_is_golden(
    command: str, swot: Swot, golden: Callable[[str, str], None]
) -> None:
    """Each command's help is pinned, and shows how it is called."""
    out = swot(*command.split(), "--help").out

    assert "Example: swotcli" in out
    golden(f"help/{command.replace(' ', '-') or 'swotcli'}.txt", out)


def test_every_exit_code_is_documented() -> None:
    """The table's codes are those of the program."""
    table = README.split("### Exit codes")[1].split("##")[0]

    assert [code.value for code in ExitCode] == [
        int(n) for n in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)
    ]


def test_the_room_file_sample_is_one() -> None:
    """The YAML that the README shows is read without a problem."""
    sample, _ = _blocks("yaml")
    notes, problems = read_room(sample)

    assert () == problems
    assert notes is not None
    assert ["Costs: too high"] == [note.text for note in notes.weaknesses]


def test_the_decisions_sample_is_obeyed(session: Path, swot: Swot) -> None:
    """The rulings that the README shows are read, and the notes that they name obey."""
    _, sample = _blocks("yaml")
    write_tree(
        session,
        {
            "decisions.yaml": sample,
            "rooms/north.yaml": "room: north\nstrengths: [One contact list, Buses run often]\n",
            "rooms/south.yaml": "room: south\nstrengths: [Shared contacts, Buses run seldom]\n",
        },
    )

    points = json.loads(swot("merge", "--json").out)["points"]

    assert [
        ("One list of contacts for all", "Contacts", ["north", "south"], True),
        ("Buses run often", ["north"], False),
        ("Buses run seldom", ["south"], False),
    ] == [
        (points[0]["text"], points[0]["theme"], points[0]["rooms"], points[0]["decided"]),
        *((p["text"], p["rooms"], p["decided"]) for p in points[1:]),
    ]


def test_the_console_samples_run(workspace: Path, swot: Swot) -> None:
    """What the README shows of a facilitator's room is what the program answers."""
    write_tree(workspace, {"programme.yaml": AGENDA})
    swot("start", "programme.yaml")
    (sample,) = [block for block in _blocks("console") if block.startswith("$ swotcli room")]
    lines = sample.splitlines()[1:]

    done = swot("room", "north", typed="\n".join(lines[::2]) + "\n")

    assert lines[1::2] == done.out.splitlines()


def test_version(swot: Swot) -> None:
    """The version is the package's."""
    from swotcli import __version__

    assert f"swotcli {__version__}\n" == swot("--version").out
