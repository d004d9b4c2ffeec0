"""The store of a room: journal first, then the file; what cannot be written waits or is refused."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from swotcli.errors import BadInput, Conflict, SwotError
from swotcli.model.change import AddNote, AddTakeaway, MoveNote, RemoveNote, ReplaceNote
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note
from swotcli.workflow import record
from swotcli.workflow.store import Store
from swotcli.workspace import SessionFolder

S, T = Quadrant.STRENGTHS, Quadrant.THREATS
Fail = Callable[[str], None]


def _store(session: Path) -> Store:
    store = Store(
        record.open_room(SessionFolder(session), "north"), lambda: datetime(2026, 3, 10, 18)
    )
    store.start()
    return store


def _add(text: str, quadrant: Quadrant = S) -> AddNote:
    return AddNote(quadrant, Note(text))


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Fail:
    """Return a switch: writing below a folder of that name fails; "" ends it."""
    where = [""]
    real = os.open

    def opened(path: str, flags: int, mode: int = 0o777) -> int:
        if (
            where[0]
            and where[0] in str(path)
            and flags & os.O_CREAT
            and not str(path).endswith(".lock")
        ):
            raise OSError(28, os.strerror(28))
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", opened)
    return lambda folder: where.__setitem__(0, folder)


def _texts(session: Path) -> str:
    return (session / "rooms/north.yaml").read_text(encoding="utf-8")


def test_without_a_journal_the_file_is_enough(session: Path, fail: Fail) -> None:
    """The state folder cannot be written: the note is in the room's file, and that counts."""
    store = _store(session)
    fail("/journal/")

    assert store.save([_add("one")]).problem is None
    assert "- one\n" in _texts(session)


def test_with_neither_the_note_is_refused(session: Path, fail: Fail) -> None:
    """Nothing durable, nothing acknowledged: the line stays with the person."""
    store = _store(session)
    before = _texts(session)
    fail("/")

    with pytest.raises(Conflict):
        store.save([_add("one")])
    fail("")

    assert before == _texts(session)
    assert 0 == store.retry().notes.count()
    assert 1 == store.save([_add("two")]).notes.count()


def test_what_waits_is_written_by_a_retry(session: Path, fail: Fail) -> None:
    """Every kind of act waits and arrives in its order."""
    store = _store(session)
    store.save([_add("one"), _add("two")])
    fail("/rooms/")
    store.save([ReplaceNote(S, Note("one"), Note("one", 5))])
    store.save([MoveNote(S, Note("two"), T)])
    store.save([RemoveNote(T, Note("two"))])
    waiting = store.save([AddTakeaway("t")])
    assert (4, "not-saved") == (
        waiting.waiting,
        waiting.problem.problems[0].code if waiting.problem else "",
    )
    fail("")

    assert (0, None) == (store.retry().waiting, store.retry().problem)
    assert "votes: 5" in _texts(session)
    assert "two" not in _texts(session)


def test_acts_that_never_arrived_come_at_the_next_start(session: Path, fail: Fail) -> None:
    """Votes, a move and a takeaway, typed while the share was gone until the end."""
    store = _store(session)
    store.save([_add("one"), _add("two")])
    fail("/rooms/")
    store.save([ReplaceNote(S, Note("one"), Note("one", 5))])
    store.save([MoveNote(S, Note("two"), T)])
    store.save([AddTakeaway("t")])
    store.journal.close()
    fail("")

    again = Store(
        record.open_room(SessionFolder(session), "north"), lambda: datetime(2026, 3, 10, 19)
    ).start()

    assert (Note("one", 5),) == again.notes.strengths
    assert (Note("two"),) == again.notes.threats
    assert ("t",) == again.notes.takeaways
    assert "votes: 5" in _texts(session)


def test_a_change_that_waited_for_a_note_that_is_gone_is_dropped(session: Path, fail: Fail) -> None:
    """Somebody deletes the note meanwhile: the file is obeyed, other notes are kept."""
    store = _store(session)
    store.save([_add("one"), _add("two")])
    fail("/rooms/")
    store.save([ReplaceNote(S, Note("one"), Note("one", 5))])
    fail("")
    (session / "rooms/north.yaml").write_text("room: north\nstrengths: [two]\n")

    with pytest.raises(LookupError):
        store.save([ReplaceNote(S, Note("one"), Note("one", 6))])

    assert "strengths: [two]" in _texts(session)


def test_looking_tells_what_others_did(session: Path) -> None:
    """Added and taken away; a broken file is an error that the caller may pass over."""
    store = _store(session)
    store.save([_add("one")])
    file = session / "rooms/north.yaml"
    assert (0, 0) == (store.look().added, store.look().gone)

    file.write_text(file.read_text().replace("- one\n", "- one\n- theirs\n"))
    looked = store.look()
    assert (1, 0) == (looked.added, looked.gone)
    file.write_text("room: north\nfoo: x\n")
    with pytest.raises(BadInput):
        store.look()
    file.unlink()
    file.parent.rename(session / "away")
    with pytest.raises(SwotError):
        store.look()


def test_an_editor_that_saves_in_the_same_moment_is_not_overwritten(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading and replacing there are flushes, which take a while on a slow disk."""
    store = _store(session)
    store.save([_add("one")])
    file = session / "rooms/north.yaml"
    real, edits = os.fsync, ["theirs"]

    def slow(descriptor: int) -> None:
        real(descriptor)
        if edits and os.fstat(descriptor).st_size < 1000 and any(file.parent.glob(".*.tmp")):
            file.write_text(file.read_text().replace("- one\n", f"- one\n- {edits.pop()}\n"))

    monkeypatch.setattr(os, "fsync", slow)
    saved = store.save([_add("two")])

    assert not edits
    assert 1 == saved.added
    assert ["one", "theirs", "two"] == [note.text for note in saved.notes.strengths]
    assert "- one\n- theirs\n- two\n" in file.read_text()
