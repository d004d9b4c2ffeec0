"""`swotcli check`: every problem in every file at once."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Swot
from helpers import write_tree
from test_cli_merge import NORTH

GOOD = "room: {0}\nstrengths: [Good team]\ntakeaways: [a, b, c]\n"


def test_check_of_a_good_session_is_silent(session: Path, swot: Swot) -> None:
    """Nothing on standard output, code 0."""
    write_tree(
        session, {f"rooms/{room}.yaml": GOOD.format(room) for room in ("north", "south", "west")}
    )

    assert "" == swot("check").out


def test_check_finds_everything_in_one_run(session: Path, swot: Swot) -> None:
    """A missing room, an empty one, a broken one, a stranger, and a fault in the agenda."""
    write_tree(
        session,
        {
            "rooms/north.yaml": "room: north\nfoo: x\nstrengths: y\n",
            "rooms/east.yaml": NORTH.replace("north", "east"),
            "session.yaml": (session / "session.yaml")
            .read_text()
            .replace('end: "19:00"', 'end: "18:00"'),
        },
    )
    (session / "rooms/west.yaml").unlink()

    out = swot("check", code=3).out.replace("\\", "/")

    for said in (
        "session.yaml:15: items exceed the session by 15 minutes",
        "north.yaml:2: foo is not known",
        "north.yaml:3: strengths is not a list",
        "east.yaml: the file names the room",
        "south.yaml: the room has no notes",
        "south.yaml: takeaways: 0",
        "west.yaml: the room west has no file",
    ):
        assert said in out


def test_check_json(session: Path, swot: Swot) -> None:
    """File, line, code, what, and what to do."""
    for room in ("south", "west"):
        write_tree(session, {f"rooms/{room}.yaml": GOOD.format(room)})
    write_tree(session, {"rooms/north.yaml": "room: north\nfoo: x\n"})

    (problem,) = json.loads(swot("check", "--json", code=3).out)

    assert str(Path("sessions", session.name, "rooms", "north.yaml")) == problem["file"]
    assert (2, "unknown-room-key") == (problem["line"], problem["code"])
    assert problem["what"]
    assert problem["hint"]


def test_check_of_a_broken_session_file(session: Path, swot: Swot) -> None:
    """The session's own problems, and the rooms' besides."""
    write_tree(session, {"session.yaml": "id: x\ntitle: [y\n", "rooms/north.yaml": "- x\n"})

    out = swot("check", code=3).out

    assert "session.yaml:2" in out
    assert "north.yaml:1" in out


def test_a_broken_session_file_stops_typing_with_a_hint(session: Path, swot: Swot) -> None:
    """The typing line needs the session; what is wrong is for `check` to say."""
    write_tree(session, {"session.yaml": "title: x\n"})

    assert "swotcli check" in swot("note", "north", "s", "x", code=3).err


def test_an_id_that_is_not_the_folder_is_named(session: Path, swot: Swot) -> None:
    """A copied session folder still carries its old id."""
    session.rename(session.with_name("2026-03-11-copy"))

    assert "is not the folder's name 2026-03-11-copy" in swot("check", code=3).out


def test_file_names_are_harmless_in_the_terminal(session: Path, swot: Swot) -> None:
    """A file name with an escape sequence is shown written out."""
    write_tree(session, {"rooms/\x1b[31mred.yaml": "- x\n"})

    out = swot("check", code=3).out

    assert "\x1b" not in out
    assert "\\x1b[31mred.yaml" in out
