"""Saving: the old file or the new one, never half; and who may write when."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from helpers import tree

from swotcli.errors import Conflict
from swotcli.yamlfile import durable


def _fail(number: int, winerror: int | None = None) -> OSError:
    error = OSError(number, os.strerror(number))
    if winerror is not None:
        error.winerror = winerror  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """The disk says no: one error with the reason, the old bytes, no rubbish beside them."""
    file = tmp_path / "north.yaml"
    file.write_bytes(b"old")

    def no(*_: object) -> None:
        raise _fail(28)

    monkeypatch.setattr(os, call, no)

    with pytest.raises(Conflict) as raised:
        durable.save(file, b"new")

    assert "not-saved" == raised.value.problems[0].code
    assert {"north.yaml": b"old"} == tree(tmp_path)


def test_the_order_is_write_flush_replace_flush(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The content is on disk before the name points to it, and the name before save returns."""
    calls: list[str] = []
    fsync, replace = os.fsync, os.replace

    def noted_fsync(descriptor: int) -> None:
        calls.append("fsync")
        fsync(descriptor)

    def noted_replace(source: str, target: Path) -> None:
        calls.append("replace")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(os, "replace", noted_replace)

    durable.save(tmp_path / "x", b"new")

    assert ["fsync", "replace"] + ["fsync"] * (os.name != "nt") == calls


def test_a_file_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scanner on Windows holds the file three times, then lets go."""
    replace, refusals = os.replace, [5, 32, 33]
    monkeypatch.setattr("time.sleep", lambda _: None)

    def held(source: str, target: Path) -> None:
        if refusals:
            raise _fail(13, refusals.pop())
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)

    durable.save(tmp_path / "x", b"new")

    assert b"new" == (tmp_path / "x").read_bytes()


def test_a_file_held_for_ever_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The waits double and add up to about two and a half seconds; then it is an error."""
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)

    def held(*_: object) -> None:
        raise _fail(13, 32)

    monkeypatch.setattr(os, "replace", held)

    with pytest.raises(Conflict):
        durable.save(tmp_path / "x", b"new")

    assert 2 < sum(waits) < 5


def test_other_errors_are_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk does not get better by waiting."""
    monkeypatch.setattr("time.sleep", lambda _: pytest.fail("waited"))

    def full(*_: object) -> None:
        raise _fail(28)

    monkeypatch.setattr(os, "replace", full)

    with pytest.raises(Conflict):
        durable.save(tmp_path / "x", b"new")


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    """Twenty writers read, add and save under the lock: nothing is lost."""
    file = tmp_path / "count"
    file.write_text("0")

    def add() -> None:
        with durable.locked(file):
            durable.save(file, str(int(file.read_text()) + 1).encode())

    writers = [threading.Thread(target=add) for _ in range(20)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert "20" == file.read_text()


def test_a_held_lock_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another writer does not let go: an error, not an endless wait."""
    monkeypatch.setattr(durable, "_LOCK_SECONDS", 0.01)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with durable.locked(tmp_path / "x"):
            held.set()
            done.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(10)
    with pytest.raises(Conflict) as raised, durable.locked(tmp_path / "x"):
        pass
    done.set()
    other.join()

    assert "file-held" == raised.value.problems[0].code


def test_the_lock_lies_outside_the_shared_folder(tmp_path: Path) -> None:
    """Nothing is left in the folder that a sync client would copy."""
    with durable.locked(tmp_path / "x"):
        assert {} == tree(tmp_path)
