"""`swotcli room --plain`: the plain contract, one answer a line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import AGENDA, Swot
from helpers import write_tree
from test_cli_note import _room


def _talk(swot: Swot, *lines: str, room: str = "north") -> list[str]:
    return swot(
        "room", room, "--plain", typed="".join(f"{line}\n" for line in lines)
    ).out.splitlines()


def test_each_line_has_one_answer(session: Path, swot: Swot) -> None:
    """Letters, a line without prefix, a quadrant by itself, takeaways."""
    answers = _talk(
        swot, "a strength", "s another", "w slow", "and dear", "o more people", "t", "roads close", "k One list",
    )  # fmt: skip

    assert [
        "ok Strengths 1: a strength",
        "ok Strengths 2: another",
        "ok Weaknesses 1: slow",
        "ok Weaknesses 2: and dear",
        "ok Opportunities 1: more people",
        "ok Threats, 0 so far",
        "ok Threats 1: roads close",
        "ok takeaway 1 of 3: One list",
    ] == answers
    assert {
        "strengths": ["a strength", "another"],
        "weaknesses": ["slow", "and dear"],
        "opportunities": ["more people"],
        "threats": ["roads close"],
        "takeaways": ["One list"],
    } == _room(session)


@pytest.mark.parametrize(
    ("line", "quadrant", "text"),
    [
        ("strengths good", "strengths", "good"),
        ("uhat tie suljetaan", "threats", "tie suljetaan"),
        ("möjligheter fler", "opportunities", "fler"),
        ("T: closed", "threats", "closed"),
        ("W closed", "weaknesses", "closed"),
        ("Uhat: tie suljetaan", "threats", "tie suljetaan"),
        ("Opportunities are many", "strengths", "Opportunities are many"),
        ("Mahdollisuudet teknologian käyttöön", "strengths", "Mahdollisuudet teknologian käyttöön"),
        ("v is no letter here", "strengths", "v is no letter here"),
        ("so many people", "strengths", "so many people"),
        (" s begins with a letter", "strengths", "s begins with a letter"),
        ("//undo", "strengths", "undo"),
        ("//// slashes", "strengths", "// slashes"),
        ("undo the damage", "strengths", "undo the damage"),
        ("k2 is a mountain", "strengths", "k2 is a mountain"),
        ("1 person", "strengths", "1 person"),
        ("+5 % sales", "strengths", "+5 % sales"),
    ],
)
def test_where_a_line_goes(session: Path, swot: Swot, line: str, quadrant: str, text: str) -> None:
    """A prefix moves a note; a sentence that only looks like one stays whole."""
    _talk(swot, line)

    assert [text] == _room(session)[quadrant]


def test_the_letters_are_those_of_the_session(workspace: Path, swot: Swot) -> None:
    """A Finnish room has v h m u, a Swedish one s v m h; full words work in all."""
    write_tree(workspace, {"agenda.yaml": AGENDA})
    expected = {"fi": ("v", "h", "m", "u"), "sv": ("s", "v", "m", "h")}
    for lang, letters in expected.items():
        swot("start", "agenda.yaml", "--lang", lang, "--title", lang)
        _talk(swot, *(f"{letter} {letter}" for letter in letters), "threats x")
        found = _room(workspace / "sessions" / f"2026-03-10-{lang}")
        assert [[letter] for letter in letters[:3]] + [[letters[3], "x"]] == [
            found[key] for key in ("strengths", "weaknesses", "opportunities", "threats")
        ]


def test_undo_takes_back_step_by_step(session: Path, swot: Swot) -> None:
    """As often as wanted; then there is nothing more, which is an error and not silence."""
    before = (session / "rooms/north.yaml").read_bytes()

    answers = _talk(swot, "a", "t b", "k c", "undo", "undo", "undo", "undo")

    assert [
        "ok takeaway taken back: c",
        "ok taken back: b",
        "ok taken back: a",
        "error nothing to take back",
    ] == answers[3:]
    assert before == (session / "rooms/north.yaml").read_bytes()


def test_undo_of_what_someone_deleted(session: Path) -> None:
    """The file was changed meanwhile: the answer says so, and nothing else is taken back."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("a note")
        room.write_text(room.read_text().replace("- a note\n", "- another\n"))

        assert live.answer("undo").startswith("error this is no longer in the file")
    assert ["another"] == _room(session)["strengths"]


def test_list_help_time_and_an_empty_line_are_one_line_each(session: Path, swot: Swot) -> None:
    """Every input line has exactly one answer."""
    answers = _talk(swot, "a", "t b", "list", "help", "time", "", "k")

    assert 7 == len(answers)
    assert (
        "ok Strengths: 1 a. Weaknesses: –. Opportunities: –. Threats: 1 b. Takeaways: –."
        == answers[2]
    )
    assert "undo" in answers[3]
    assert all(answer.startswith("ok ") for answer in answers)


def test_done_wants_exactly_three(session: Path, swot: Swot) -> None:
    """Two are not enough, a fourth is refused, with three the room closes."""
    answers = _talk(swot, "n", "k a", "k b", "done", "k c", "k d", "done", "after")

    assert answers[3].startswith("error 2 of 3")
    assert answers[5].startswith("error")
    assert answers[6].startswith("ok handed in")
    assert 7 == len(answers)
    assert ["n"] == _room(session)["strengths"]


def test_a_room_goes_on_where_it_was(session: Path, swot: Swot) -> None:
    """Opening again shows what the file says."""
    _talk(swot, "a")

    assert "ok Strengths 2: b" == _talk(swot, "b")[0]


def test_what_others_write_meanwhile_stays(session: Path) -> None:
    """A note put into the file by an editor while the room is open is kept, and counted."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("mine")
        room.write_text(room.read_text().replace("- mine\n", "- mine\n- theirs\n"))

        assert "ok Strengths 3: mine too" == live.answer("mine too")
    assert ["mine", "theirs", "mine too"] == _room(session)["strengths"]


def test_a_file_broken_meanwhile_is_not_overwritten(session: Path) -> None:
    """Each note is refused with the reason until the file is put right; then it is taken."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("mine")
        whole = room.read_text()
        room.write_text(whole + "extra: key\n")
        broken = live.answer("lost?")
        assert broken.startswith("error ")
        assert "extra is not known" in broken
        assert whole + "extra: key\n" == room.read_text()
        room.write_text(whole)

        assert "ok Strengths 2: lost?" == live.answer("lost?")


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("round_", range(3))
def test_a_kill_loses_no_answered_note(session: Path, round_: int) -> None:
    """Killed between two lines: whatever was answered with ok is in the file."""
    live = _Live("north")
    with live:
        for number in range(5 + round_):
            assert live.answer(f"note {number}").startswith("ok ")
        live.process.send_signal(signal.SIGKILL)

    assert [f"note {number}" for number in range(5 + round_)] == _room(session)["strengths"]


class _Live:
    """The program in another process, one line in and one answer out."""

    def __init__(self, room: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "swotcli", "room", room, "--plain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            bufsize=1,
        )

    def __enter__(self) -> _Live:
        return self

    def answer(self, line: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().rstrip("\n")

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()
