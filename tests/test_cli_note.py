"""`swotcli note` and `swotcli takeaway`: one shot, and lines from standard input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import Swot
from helpers import HOSTILE, tree

from swotcli.yamlfile.room import read_room


def _room(session: Path, room: str = "north") -> dict[str, list[str]]:
    notes, problems = read_room((session / f"rooms/{room}.yaml").read_text(encoding="utf-8"))
    assert notes is not None
    assert () == problems
    found: dict[str, list[str]] = {"takeaways": list(notes.takeaways)}
    for quadrant, note in notes.every():
        found.setdefault(quadrant.value, []).append(note.text)
    return found


@pytest.mark.parametrize(
    "word", ["strengths", "STRENGTHS", "s", "vahvuudet", "styrkor", "vahvuus", "strength"]
)
def test_note_takes_any_name_of_a_quadrant(session: Path, swot: Swot, word: str) -> None:
    """The session language's letter, and the full words of all three languages."""
    done = swot("note", "north", word, "Working", "together")

    assert "ok Strengths 1: Working together\n" == done.out
    assert ["Working together"] == _room(session)["strengths"]


@pytest.mark.parametrize("word", ["v", "x", "strengthsandweaknesses", ""])
def test_note_refuses_another_word(session: Path, swot: Swot, word: str) -> None:
    """A letter of another language is not taken for one of this session's."""
    before = tree(session)

    done = swot("note", "north", word, "text", code=2)

    assert "strengths" in done.err
    assert before == tree(session)


@pytest.mark.parametrize("room", ["north", "n", "NORTH", "nor"])
def test_a_room_is_found_by_its_beginning(session: Path, swot: Swot, room: str) -> None:
    """What people type of a room's name is enough if it is unambiguous."""
    swot("note", room, "s", "x")

    assert ["x"] == _room(session)["strengths"]


def test_an_unknown_room_is_told_the_known_ones(session: Path, swot: Swot) -> None:
    """No such room: the rooms are listed, nothing is written."""
    before = tree(session)

    done = swot("note", "east", "s", "x", code=4)

    assert "north, south, west" in done.err
    assert before == tree(session)


def test_an_ambiguous_room_is_not_guessed(workspace: Path, session: Path, swot: Swot) -> None:
    """Two rooms begin so: both are named."""
    swot("start", "agenda.yaml", "--title", "Z", "--room", "Länsi 1", "--room", "Länsi 2")

    done = swot("note", "lä", "s", "x", code=4)

    assert "lansi-1, lansi-2" in done.err


def test_lines_of_standard_input_are_notes(session: Path, swot: Swot) -> None:
    """A note a line, each answered; blank lines are nothing."""
    done = swot("note", "north", "threats", typed="one\r\n\n  two  \nthree")

    assert [
        "ok Threats 1: one",
        "ok Threats 2: two",
        "ok Threats 3: three",
    ] == done.out.splitlines()
    assert ["one", "two", "three"] == _room(session)["threats"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_standard_input_of_a_windows_pipe(session: Path, swot: Swot, encoding: str) -> None:
    """UTF-8 with or without mark, and the old Windows code page."""
    swot("note", "north", "threats", typed="Hyvä työ\nÅbo".encode(encoding))

    assert ["Hyvä työ", "Åbo"] == _room(session)["threats"]


def test_nothing_typed_is_said(session: Path, swot: Swot) -> None:
    """An empty standard input is no success."""
    assert "no text" in swot("note", "north", "threats", typed="\n \n", code=2).err


def test_an_equal_note_is_kept_and_pointed_out(session: Path, swot: Swot) -> None:
    """Both stay: whether it is a slip is for people to say."""
    swot("note", "north", "s", "Good team")

    done = swot("note", "north", "s", "good team.")

    assert "ok Strengths 2: good team. – the same as 1; undo takes it back\n" == done.out
    assert ["Good team", "good team."] == _room(session)["strengths"]


def test_a_note_longer_than_the_limit_is_refused(session: Path, swot: Swot) -> None:
    """5,000 characters fit, one more does not, and that is said."""
    swot("note", "north", "s", "x" * 5000)

    done = swot("note", "north", "s", "y" * 5001, code=3)

    assert "5000" in done.err
    assert ["x" * 5000] == _room(session)["strengths"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_note_is_data(session: Path, swot: Swot, text: str) -> None:
    """Hostile text arrives in the file letter for letter."""
    swot("note", "north", "s", "--", text)

    assert [text] == _room(session)["strengths"]


def test_what_nobody_types_is_dropped(session: Path, swot: Swot) -> None:
    """Control characters of a paste are not kept; lines become one."""
    swot("note", "north", "s", "a\x1b[31mb\x00c\nd\te\u2028f")

    assert ["a[31mbc d e f"] == _room(session)["strengths"]


def test_json_says_what_was_taken(session: Path, swot: Swot) -> None:
    """A script reads room, quadrant, text and the count in the quadrant."""
    done = swot("note", "north", "s", "--json", typed="a\nb\n")

    assert [
        {"room": "north", "quadrant": "strengths", "number": 1, "text": "a"},
        {"room": "north", "quadrant": "strengths", "number": 2, "text": "b"},
    ] == json.loads(done.out)


def test_a_deleted_room_file_comes_back_with_the_note(session: Path, swot: Swot) -> None:
    """Somebody has deleted the file: the note is not lost for that."""
    (session / "rooms/north.yaml").unlink()

    swot("note", "north", "s", "x")

    assert ["x"] == _room(session)["strengths"]


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere; Windows has other rights"
)
def test_a_read_only_folder_is_said(session: Path, swot: Swot) -> None:
    """The note is not acknowledged, the file is as it was."""
    before = tree(session)
    (session / "rooms").chmod(0o500)
    try:
        done = swot("note", "north", "s", "x", code=5)
    finally:
        (session / "rooms").chmod(0o700)

    assert "cannot be written" in done.err
    assert before == tree(session)


def test_three_takeaways_and_no_fourth(session: Path, swot: Swot) -> None:
    """The fourth is refused with a plain sentence; the three stand."""
    done = swot("takeaway", "north", typed="a\nb\nc\nd\n", code=3)

    one, two, three = done.out.splitlines()
    assert ("ok takeaway 1 of 3: a", "ok takeaway 2 of 3: b") == (one, two)
    assert three.startswith("ok takeaway 3 of 3: c")
    assert "3 takeaways already" in done.err
    assert ["a", "b", "c"] == _room(session)["takeaways"]


def test_takeaway_in_one_shot(session: Path, swot: Swot) -> None:
    """The words of the command line are one takeaway."""
    assert (
        "ok takeaway 1 of 3: One list for all\n" == swot("takeaway", "w", "One list", "for all").out
    )


def test_four_writers_lose_nothing(session: Path) -> None:
    """Four programs add ten notes each to one room at the same time: forty stand there."""
    command = [sys.executable, "-m", "swotcli", "note", "north", "threats"]
    typed = ["".join(f"writer {w} note {n}\n" for n in range(10)) for w in range(4)]

    def write(text: str) -> str:
        return subprocess.run(
            command, input=text, capture_output=True, text=True, check=True
        ).stdout

    with ThreadPoolExecutor(4) as pool:
        answered = "".join(pool.map(write, typed)).splitlines()

    assert 40 == len(answered)
    assert sorted("".join(typed).splitlines()) == sorted(_room(session)["threats"])
