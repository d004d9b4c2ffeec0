"""`swotcli recover`: what a sync client or an old copy has taken away comes back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from conftest import Swot
from helpers import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cli_note import _room

from swotcli.journal import Journal, expected
from swotcli.model.change import AddNote, RemoveNote
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note


def _empty(session: Path, room: str = "north") -> None:
    """A sync client brings back the file as it was before anything was typed."""
    (session / f"rooms/{room}.yaml").write_text(f"room: {room}\n")


def test_nothing_lost_is_said(session: Path, swot: Swot) -> None:
    """All that was typed stands in the files."""
    swot("note", "north", "s", "one")

    done = swot("recover")

    assert "" == done.out
    assert "Nothing is lost" in done.err


def test_lost_notes_are_shown_and_put_back(session: Path, swot: Swot) -> None:
    """Shown with numbers first, and nothing is changed; then those chosen, then all."""
    swot("room", "north", typed="one\nt two\nthree\nk a takeaway\n")
    swot("note", "south", "w", "south's")
    _empty(session)
    _empty(session, "south")

    shown = swot("recover").out.splitlines()
    assert [
        "1 North: Strengths: one",
        "2 North: Threats: two",
        "3 North: Threats: three",
        "4 North: Takeaways: a takeaway",
        "5 South: Weaknesses: south's",
    ] == shown
    assert {"takeaways": []} == _room(session)

    swot("recover", "2", "5")
    assert ["two"] == _room(session)["threats"]
    assert ["south's"] == _room(session, "south")["weaknesses"]

    swot("recover", "--all")
    assert {
        "strengths": ["one"],
        "threats": ["two", "three"],
        "takeaways": ["a takeaway"],
    } == _room(session)
    assert "Nothing is lost" in swot("recover").err


def test_a_deleted_file_comes_back(session: Path, swot: Swot) -> None:
    """The file itself is gone."""
    swot("note", "north", "s", "one")
    (session / "rooms/north.yaml").unlink()

    swot("recover", "--all")

    assert ["one"] == _room(session)["strengths"]


def test_what_was_taken_back_is_not_lost(session: Path, swot: Swot) -> None:
    """Undone, edited, moved and deleted notes are not offered."""
    swot("room", "north", typed="one\ntwo\nthree\n/2 two and a half\n/m 3 t\n/d 1\nfour\nundo\n")

    assert "Nothing is lost" in swot("recover").err


def test_equal_notes_are_counted(session: Path, swot: Swot) -> None:
    """Typed twice, once in the file: one is missing."""
    swot("note", "north", "s", typed="same\nsame\n")
    (session / "rooms/north.yaml").write_text("room: north\nstrengths: [same]\n")

    assert ["1 North: Strengths: same"] == swot("recover").out.splitlines()


def test_a_fourth_takeaway_is_not_put_back(session: Path, swot: Swot) -> None:
    """The room has three others by now."""
    swot("takeaway", "north", "mine")
    (session / "rooms/north.yaml").write_text("room: north\ntakeaways: [a, b, c]\n")

    swot("recover", "--all")

    assert ["a", "b", "c"] == _room(session)["takeaways"]


def test_a_broken_file_is_left_as_it_is(session: Path, swot: Swot) -> None:
    """It has to be put right first; the notes stay in the journal."""
    swot("note", "north", "s", "one")
    broken = "room: north\nfoo: bar\n"
    (session / "rooms/north.yaml").write_text(broken)

    assert "foo" in swot("recover", "--all", code=3).err
    assert broken == (session / "rooms/north.yaml").read_text()


def test_recover_json_and_wrong_numbers(session: Path, swot: Swot) -> None:
    """For scripts; a number that is not in the list is refused."""
    swot("note", "north", "s", "one")
    _empty(session)

    assert [{"number": 1, "room": "north", "quadrant": "strengths", "text": "one"}] == json.loads(
        swot("recover", "--json").out
    )
    assert "no number 7" in swot("recover", "7", code=2).err


def test_only_thirty_days_are_kept_in_mind(tmp_path: Path) -> None:
    """What is older is not offered."""
    start = datetime(2026, 3, 10, 17)
    now = [start]
    journal = Journal(tmp_path, tmp_path / "s/rooms/north.yaml", lambda: now[0])
    journal.keep([AddNote(Quadrant.THREATS, Note("old"))])
    now[0] = start + timedelta(days=20)
    journal.keep([AddNote(Quadrant.THREATS, Note("young"))])
    now[0] = start + timedelta(days=31)

    assert {("threats", "young"): (1, Note("young"))} == expected(journal.entries())


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(1, 400))
def test_a_journal_cut_anywhere_is_read_on(cut: int) -> None:
    """A crash in the middle of a line loses that line only, and the next one is whole."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder), Path(folder) / "s/rooms/north.yaml", datetime.now)
        for text in HOSTILE[:4]:
            journal.keep([AddNote(Quadrant.THREATS, Note(text))])
        raw = journal.path.read_bytes()
        journal.path.write_bytes(raw[: max(len(raw) - cut, 0)])
        journal.keep([AddNote(Quadrant.THREATS, Note("after"))])

        texts = [act.note.text for entry in journal.entries() for act in entry.changes]  # type: ignore[union-attr]
    assert "after" == texts[-1]
    assert list(HOSTILE[: len(texts) - 1]) == texts[:-1]


def test_a_journal_reads_what_it_wrote(tmp_path: Path) -> None:
    """Every kind of text, in order, with its number."""
    journal = Journal(tmp_path, tmp_path / "s/rooms/north.yaml", datetime.now)
    acts = [AddNote(Quadrant.THREATS, Note(text, 3, (1, 2))) for text in HOSTILE]
    numbers = [journal.keep([act, RemoveNote(Quadrant.THREATS, act.note)]) for act in acts]
    journal.saved(numbers[:2])
    journal.close()

    entries = journal.entries()
    assert numbers == [entry.name for entry in entries]
    assert acts == [entry.changes[0] for entry in entries]
    assert [True, True, False] == [entry.saved for entry in entries][:3]


def test_numbers_and_all_exclude_each_other(session: Path, swot: Swot) -> None:
    """Which of them was meant is not guessed."""
    assert "--all" in swot("recover", "1", "--all", code=2).err


def test_a_room_that_lost_its_notes_says_so_when_it_opens(session: Path, swot: Swot) -> None:
    """An old copy came back overnight: the facilitator hears of it, and of the way back."""
    room = session / "rooms/north.yaml"
    older = room.read_text()
    swot("room", "north", typed="s one\ns two\n/d 2\n")
    assert "recover" not in swot("room", "north", typed="").err

    room.write_text(older)

    assert "no longer in the file: 1; swotcli recover" in swot("room", "north", typed="").err
