"""`swotcli status`: how far the rooms are, as lines, as JSON, as a picture, and followed."""

from __future__ import annotations

import itertools
import json
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import AGENDA, Swot
from helpers import HOSTILE, tree, write_tree
from rich.cells import cell_len
from rich.console import Console

from swotcli.cli import picture
from swotcli.cli import status as command
from swotcli.workspace import RoomFile, read_room_file

NORTH = """\
room: north
strengths:
- Working together is easy
- text: One contact list
  votes: 2
threats:
- Roads close
takeaways: [a, b, c]
"""
SOUTH = """\
room: South
weaknesses:
- Dear
takeaways: [d]
"""
Clock = Callable[[str], None]


def _put(session: Path, room: str, text: str, at: str = "17:40") -> Path:
    """Write a room's file as if at that time."""
    path = session / "rooms" / f"{room}.yaml"
    write_tree(session, {f"rooms/{room}.yaml": text})
    moment = _at(at).timestamp()
    os.utime(path, (moment, moment))
    return path


def _at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-10 {clock}")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return what sets the program's clock, on the session's day unless a day is given."""

    def is_now(text: str) -> None:
        moment = datetime.fromisoformat(text) if "-" in text else _at(text)
        monkeypatch.setattr(command, "now", lambda: moment)

    is_now("17:45")
    return is_now


@pytest.fixture
def drawn(swot: Swot, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Return what a terminal of a size shows of a command, without colours."""

    def run(*words: str, width: int, height: int) -> list[str]:
        shown = Console(
            file=StringIO(), width=width, height=height, color_system=None, force_terminal=True
        )
        monkeypatch.setattr(command, "can_draw", lambda: True)
        monkeypatch.setattr(picture, "terminal", lambda: shown)
        swot("status", *words)
        assert isinstance(shown.file, StringIO)
        return [line.rstrip() for line in shown.file.getvalue().splitlines()]

    return run


def _json(swot: Swot, *words: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(swot("status", "--json", *words).out)
    return data


def _watched(
    swot: Swot, monkeypatch: pytest.MonkeyPatch, *words: str, steps: list[Callable[[], object]]
) -> str:
    """Follow as lines; before each further look one step is done. Return what is printed."""

    def ticks() -> Iterator[None]:
        yield
        for step in steps:
            step()
            yield
            yield

    monkeypatch.setattr(command, "ticks", ticks)
    return swot("status", "--watch", "--plain", *words).out


def test_a_line_a_room(session: Path, swot: Swot, clock: Clock) -> None:
    """The time left, then each room in the session's order, in words."""
    _put(session, "north", NORTH, at="17:44:50")
    _put(session, "south", SOUTH, at="17:32")
    (session / "rooms/west.yaml").unlink()

    done = swot("status")

    assert [
        "30 minutes left",
        "North: strengths 2, weaknesses 0, opportunities 0, threats 1, 3 of 3 takeaways, ready, last change 1 min ago",
        "South: strengths 0, weaknesses 1, opportunities 0, threats 0, 1 of 3 takeaways, open, quiet for 13 minutes",
        "West: strengths 0, weaknesses 0, opportunities 0, threats 0, 0 of 3 takeaways, missing",
    ] == done.out.splitlines()
    assert "" == done.err


def test_json(session: Path, swot: Swot, clock: Clock) -> None:
    """Counts, state, time and problems, each under its name."""
    north = _put(session, "north", NORTH, at="17:40")
    _put(session, "south", "room: south\nfoo: x\n", at="17:41")
    (session / "rooms/west.yaml").unlink()

    data = _json(swot)

    zero = {"strengths": 0, "weaknesses": 0, "opportunities": 0, "threats": 0, "takeaways": 0}
    (problem,) = data["rooms"][1].pop("problems")
    assert {"session": session.name, "minutes_left": 30, "strangers": []} == {
        key: data[key] for key in ("session", "minutes_left", "strangers")
    }
    assert [
        {
            **zero, "room": "north", "name": "North", "state": "ready", "strengths": 2, "threats": 1,
            "takeaways": 3, "changed": _at("17:40").astimezone().isoformat(),
            "quiet_minutes": None, "problems": [],
        },
        {
            **zero, "room": "south", "name": "South", "state": "broken",
            "changed": _at("17:41").astimezone().isoformat(), "quiet_minutes": None,
        },
        {
            **zero, "room": "west", "name": "West", "state": "missing", "changed": None,
            "quiet_minutes": None, "problems": [],
        },
    ] == data["rooms"]  # fmt: skip
    assert (2, "unknown-room-key") == (problem["line"], problem["code"])
    assert problem["file"].endswith("south.yaml")
    assert ["north"] == [room["room"] for room in _json(swot, "nor")["rooms"]]
    assert north.exists()


def test_a_broken_room_says_why(session: Path, swot: Swot, clock: Clock) -> None:
    """File, line and fault; the command succeeds, for it has told what it was asked."""
    _put(session, "south", "room: south\nfoo: x\n")

    out = swot("status").out

    assert "cannot be read" in out
    assert "south.yaml:2: " in out


@pytest.mark.parametrize(
    ("changed", "now", "quiet"),
    [
        ("17:40", "17:51", None),
        ("17:40", "17:52", 12),
        ("16:00", "17:41", None),  # of the breakout, eleven minutes have passed
        ("16:00", "17:45", 15),
        ("16:00", "17:29", None),
        ("17:40", "18:15", 35),
        ("17:40", "18:16", None),
        ("18:00", "17:45", None),  # another computer's clock is ahead
        ("17:40", "2026-03-11 17:55", None),
    ],
)
def test_a_room_at_work_is_quiet_after_twelve_minutes(
    changed: str, now: str, quiet: int | None, session: Path, swot: Swot, clock: Clock
) -> None:
    """Only while the breakout runs, and not before it has run so long."""
    _put(session, "south", SOUTH, at=changed)
    _put(session, "north", NORTH, at=changed)
    clock(now)

    rooms = _json(swot)["rooms"]

    assert quiet == rooms[1]["quiet_minutes"]
    assert rooms[0]["quiet_minutes"] is None  # it has handed in


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("17:29", "No clock is running"),
        ("17:30", "45 minutes left"),
        ("18:14", "1 minute left"),
        ("18:15", "0 minutes left"),
        ("18:16", "Time was up 1 minute ago"),
        ("2026-03-11 17:45", "No clock is running"),
    ],
)
def test_the_time_left(now: str, said: str, session: Path, swot: Swot, clock: Clock) -> None:
    """The agenda's breakout, on its day."""
    clock(now)

    assert said == swot("status").out.splitlines()[0]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("17:40:30", "last change just now"),
        ("19:40", "last change 120 min ago"),
        ("19:41", "last change 2026-03-10 17:40"),
        ("2027-01-01 12:00", "last change 2026-03-10 17:40"),
    ],
)
def test_the_last_change(now: str, said: str, session: Path, swot: Swot, clock: Clock) -> None:
    """In minutes while that says something, then by date and time."""
    _put(session, "north", NORTH, at="17:40")
    clock(now)

    assert said in swot("status").out


def test_copies_are_united_and_files_of_no_room_named(
    session: Path, swot: Swot, clock: Clock
) -> None:
    """As `merge` does it; nothing in the folder is passed over."""
    _put(session, "north", NORTH)
    _put(session, "north (1)", NORTH.replace("- Roads close", "- Snow"), at="17:44")
    _put(session, "east", "room: east\nthreats: [x]\n")
    write_tree(session, {"rooms/notes.docx": "x", "rooms/.hidden.yaml": "x"})

    data = _json(swot)

    assert (2, _at("17:44").astimezone().isoformat()) == (
        data["rooms"][0]["threats"],
        data["rooms"][0]["changed"],
    )
    assert ["east.yaml", "notes.docx"] == data["strangers"]
    assert "notes.docx lies in the rooms folder, but belongs to no room" in swot("status").out
    assert "notes.docx" not in swot("status", "north").out


def test_one_room_as_lines(session: Path, swot: Swot, clock: Clock) -> None:
    """Each quadrant with its verb and count, each note a line."""
    _put(session, "north", NORTH)

    assert [
        "Strengths (strengthen): 2",
        "- Working together is easy",
        "- One contact list",
        "Weaknesses (reduce): 0",
        "Opportunities (build): 0",
        "Threats (monitor): 1",
        "- Roads close",
        "Takeaways: 3/3",
        "- a",
        "- b",
        "- c",
    ] == swot("status", "nor").out.splitlines()[2:]


def test_a_room_speaks_its_groups_language_and_verbs(
    workspace: Path, swot: Swot, clock: Clock
) -> None:
    """The picture is for the group, the list for who asks."""
    verbs = "action_verbs: {strengths: hold fast, weaknesses: b, opportunities: c, threats: d}\n"
    write_tree(workspace, {"agenda.yaml": AGENDA.replace("lang: en\n", "lang: fi\n") + verbs})
    swot("start", "agenda.yaml")

    assert "Vahvuudet (hold fast): 0" in swot("status", "north").out
    assert "30 minuuttia jäljellä" in swot("status", "north").out
    assert "strengths 0" in swot("status").out


def test_usage(session: Path, swot: Swot, clock: Clock) -> None:
    """What cannot be, or is not there, is said."""
    assert "--watch" in swot("status", "--json", "--watch", code=2).err
    assert "north, south, west" in swot("status", "east", code=4).err
    (session / "session.yaml").write_text("rooms: [a]\n", encoding="utf-8")
    assert "session.yaml" in swot("status", code=3).err


def test_status_writes_nothing(session: Path, swot: Swot, clock: Clock) -> None:
    """Not in the workspace, not in the user's own folders."""
    home = Path(os.environ["HOME"])
    before = tree(session), tree(home)

    swot("status")
    swot("status", "north")
    swot("status", "--json")

    assert before == (tree(session), tree(home))


def test_hostile_text_is_harmless(session: Path, swot: Swot, clock: Clock) -> None:
    """Controls and direction marks are written out; names of files are text as well."""
    escapes = [*HOSTILE, "\x1b[2J\x1b]0;title\x07"]
    _put(session, "north", yaml.safe_dump({"room": "north", "strengths": escapes}))
    if os.name != "nt":
        write_tree(session, {"rooms/\x1b[31mred.docx": "x"})

    out = swot("status", "north").out + swot("status").out

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)
    assert "- [red]not red[/red] [/x]" in out
    assert len(HOSTILE) + 1 == _json(swot, "north")["rooms"][0]["strengths"]


def test_a_picture_at_80_by_24(session: Path, drawn: Callable[..., list[str]]) -> None:
    """A 2x2 that fits, with a line left for the shell; the newest notes are there."""
    long = "A note that needs more than the one line that a column has"
    _put(
        session,
        "north",
        NORTH.replace("- Roads close", f"- Old\n- Older news\n- {long}\n- 👩‍👩‍👧 e\u0301 new"),
    )

    assert [
        "North · ready                                                    30 minutes left",
        "┌───────────────────────────────────────┬──────────────────────────────────────┐",
        "│ Strengths 2 · strengthen              │ Weaknesses 0 · reduce                │",
        "│ - Working together is easy            │                                      │",
        "│ - One contact list                    │                                      │",
        "│                                       │                                      │",
        "│                                       │                                      │",
        "│                                       │                                      │",
        "│                                       │                                      │",
        "├───────────────────────────────────────┼──────────────────────────────────────┤",
        "│ Opportunities 0 · build               │ Threats 4 · monitor                  │",
    ] == drawn("north", width=80, height=24)[:11]  # fmt: skip
    lines = drawn("north", width=80, height=24)
    assert ["Takeaways 3/3", "- a", "- b", "- c"] == lines[-4:]
    assert {80} == {cell_len(line) for line in lines[:-4]}
    assert len(lines) <= 23


def test_a_picture_at_40_by_12(session: Path, drawn: Callable[..., list[str]]) -> None:
    """The quadrants one below the other, each with its newest note, cut where it must be."""
    _put(
        session, "north", NORTH.replace("Roads close", "Roads are closed for the whole winter long")
    )

    assert [
        "North · ready            30 minutes left",
        "Strengths 2 · strengthen",
        "- One contact list",
        "Weaknesses 0 · reduce",
        "Opportunities 0 · build",
        "Threats 1 · monitor",
        "- Roads are closed for the whole winter…",
        "Takeaways 3/3",
        "- a",
        "- b",
        "- c",
    ] == drawn("north", width=40, height=12)


def test_a_picture_fits_any_terminal(session: Path, drawn: Callable[..., list[str]]) -> None:
    """No line is too long, none too many, whatever stands in the notes."""
    text = {"room": "north", "takeaways": [*HOSTILE[-3:]], "threats": [*HOSTILE[:9]]}
    _put(session, "north", yaml.safe_dump({**text, "strengths": [*HOSTILE]}))

    for width, height in itertools.product(
        (9, 20, 40, 59, 60, 80, 300), (2, 3, 5, 8, 11, 12, 13, 24, 60)
    ):
        lines = drawn("north", width=width, height=height)
        assert len(lines) < height
        assert max(cell_len(line) for line in lines) <= width


def test_a_picture_says_what_is_wrong(
    session: Path, swot: Swot, drawn: Callable[..., list[str]]
) -> None:
    """A broken file's fault stands above the quadrants, in at most a third of the height."""
    _put(session, "north", "room: north\n" + "".join(f"foo{n}: x\n" for n in range(30)))

    lines = drawn("north", width=80, height=24)

    assert lines[0].startswith("North · cannot be read")
    assert "north.yaml:2: " in lines[1]
    assert sum("foo" in line for line in lines) <= 8
    assert "│ Strengths 0 · strengthen" in "\n".join(lines)


def test_the_table_of_all_rooms(session: Path, drawn: Callable[..., list[str]]) -> None:
    """At 80 columns a row a room, the quadrants under their letters; nothing by colour alone."""
    _put(session, "north", NORTH, at="17:40")
    _put(session, "south", SOUTH, at="17:30")
    (session / "rooms/west.yaml").unlink()

    assert [
        "Village evening                                                  30 minutes left",
        "room   state    S  W  O  T  Takeaways  last change",
        "North  ready    2  0  0  1        3/3  5 min ago",
        "South  open     0  1  0  0        1/3  quiet for 15 minutes",
        "West   missing  0  0  0  0        0/3",
    ] == drawn(width=80, height=24)


def test_all_rooms_at_40_columns(session: Path, drawn: Callable[..., list[str]]) -> None:
    """Two lines a room."""
    _put(session, "south", SOUTH, at="17:30")
    write_tree(session, {"rooms/notes.docx": "x"})

    lines = drawn(width=40, height=12)

    assert "Village evening          30 minutes left" == lines[0]
    assert ["South · open", "  S 0  W 1  O 0  T 0  1/3  quiet for 15…"] == lines[3:5]
    assert "notes.docx lies in the rooms folder, but" == lines[7]


def test_watching_prints_a_line_for_each_change(
    session: Path, swot: Swot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First each room, then what has changed: a note, a reworded note, quiet; not the minutes."""
    _put(session, "north", NORTH, at="17:40")
    _put(session, "south", SOUTH, at="17:40")
    _put(session, "west", "room: west\n", at="17:20")

    out = _watched(
        swot, monkeypatch,
        steps=[
            lambda: _put(session, "south", SOUTH.replace("- Dear", "- Dear\n- Slow"), at="17:46"),
            lambda: clock("17:47"),
            lambda: _put(session, "south", SOUTH.replace("- Dear", "- Dear\n- Late"), at="17:47"),
            lambda: clock("17:59"),
        ],
    )  # fmt: skip

    west = "West: strengths 0, weaknesses 0, opportunities 0, threats 0, 0 of 3 takeaways, empty"
    south = "South: strengths 0, weaknesses {}, opportunities 0, threats 0, 1 of 3 takeaways, open"
    assert [
        south.format(1) + ", last change 5 min ago",
        west + ", quiet for 15 minutes",
        south.format(2) + ", last change just now",
        south.format(2) + ", last change just now",
        south.format(2) + ", quiet for 12 minutes",
    ] == out.replace("last change 1 min ago", "last change just now").splitlines()[1:]


def test_watching_survives_what_is_broken_or_gone_for_a_moment(
    session: Path, swot: Swot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last good state stays and is said to be that; then the file is taken up again."""
    north = _put(session, "north", NORTH)
    agenda = (session / "session.yaml").read_bytes()

    def replaced() -> None:
        write_tree(session, {"rooms/.new": NORTH.replace("- Roads close", "- Roads close\n- Snow")})
        (session / "rooms/.new").replace(north)

    lines = _watched(
        swot, monkeypatch, "north",
        steps=[
            lambda: _put(session, "north", "strengths: [\n"),
            replaced,
            north.unlink,
            lambda: (session / "rooms").rename(session / "away"),
            lambda: (session / "session.yaml").write_text("]"),
            lambda: (session / "session.yaml").write_bytes(agenda),
            lambda: (session / "away").rename(session / "rooms"),
            lambda: _put(session, "north", NORTH),
        ],
    ).splitlines()  # fmt: skip

    counts = "North: strengths 2, weaknesses 0, opportunities 0, threats {}, 3 of 3 takeaways, {}"
    stale = "the file cannot be read just now, this is how it was before"
    starts = [
        counts.format(1, "ready"),
        counts.format(1, "cannot be read"),
        "sessions",
        counts.format(2, "ready"),
        counts.format(2, "missing, ") + stale,
        "sessions",
        counts.format(1, "ready"),
    ]
    assert len(starts) == len(lines), lines
    for start, line in zip(starts, lines, strict=True):
        assert line.startswith(start)
    assert lines[1].endswith(stale)
    assert "north.yaml:" in lines[2]
    assert "session.yaml" in lines[5]


def test_watching_reads_only_what_has_changed(
    session: Path, swot: Swot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look at a thousand rooms costs a look at their dates, not their reading."""
    read: list[str] = []

    def reading(path: Path) -> RoomFile:
        read.append(path.name)
        return read_room_file(path)

    monkeypatch.setattr("swotcli.workflow.status.read_room_file", reading)

    _watched(
        swot, monkeypatch,
        steps=[lambda: None, lambda: _put(session, "south", SOUTH), lambda: clock("17:50")],
    )  # fmt: skip

    assert ["south.yaml"] == read


def test_a_picture_is_drawn_anew_only_when_it_changes(
    session: Path,
    clock: Clock,
    drawn: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file, the minute or the terminal's size: nothing else makes the screen flicker."""
    _put(session, "north", NORTH)
    steps: list[Callable[[], object]] = [
        lambda: clock("17:45:30"),
        lambda: _put(session, "north", NORTH.replace("Roads", "Paths")),
        lambda: clock("17:46"),
        lambda: setattr(picture.terminal(), "size", (70, 20)),
        lambda: write_tree(session, {"rooms/.north.yaml.1.tmp": "x"}),
    ]

    def ticks() -> Iterator[None]:
        yield
        for step in steps:
            step()
            yield
            yield

    monkeypatch.setattr(command, "ticks", ticks)

    shown = "\n".join(drawn("north", "--watch", width=80, height=24))

    assert 4 == shown.count("North · ready")


def test_ctrl_c_ends_the_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two looks as during one, and afterwards it means what it meant before."""
    before = signal.getsignal(signal.SIGINT)
    looks = 0

    for _ in command.ticks():
        looks += 1
        if looks == 2:
            signal.raise_signal(signal.SIGINT)

    assert 2 == looks
    assert before == signal.getsignal(signal.SIGINT)


def test_a_session_without_rooms(session: Path, swot: Swot, clock: Clock) -> None:
    """There is nothing to tell, and nothing to fall over."""
    agenda = session / "session.yaml"
    text = agenda.read_text(encoding="utf-8")
    agenda.write_text(text[: text.index("rooms:")] + "rooms: []\n", encoding="utf-8")

    assert ([], None) == (_json(swot)["rooms"], _json(swot)["minutes_left"])


def test_a_room_that_leaves_the_session_while_it_is_watched(
    session: Path, swot: Swot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is said; nothing falls over."""
    agenda = session / "session.yaml"
    without = re.sub(r"- id: north\n(  .*\n)+", "", agenda.read_text(encoding="utf-8"))

    out = _watched(
        swot, monkeypatch, "north", steps=[lambda: agenda.write_text(without, encoding="utf-8")]
    )

    assert "The session no longer has this room." == out.splitlines()[-1]


PROGRAM = """
import fcntl, sys, termios
from datetime import datetime
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C in this terminal is for this program
from swotcli.cli import console, main, status
status.now = lambda: datetime(2026, 3, 10, 17, 45)
sys.argv = ["swotcli", *sys.argv[1:]]
main()
"""


class Terminal:
    """A terminal in which the program runs, read until it shows what is waited for."""

    def __init__(self, *words: str, columns: int, lines: int) -> None:
        import pty

        self.master, inner = pty.openpty()
        self.resize(columns, lines)
        environment = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        self.program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *words],
            stdin=inner, stdout=inner, stderr=inner, start_new_session=True,
            env={**environment, "TERM": "xterm-256color"},
        )  # fmt: skip
        os.close(inner)
        self.shown, self._bytes = "", b""

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        import fcntl
        import termios

        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def until(self, text: str, seconds: float = 20) -> str:
        """Return what has been shown since the last call, once a text is in it."""
        end = time.monotonic() + seconds
        while text not in self.shown:
            assert time.monotonic() < end, f"no {text!r} in {self.shown!r}"
            self._read(0.05)
        found, self.shown, self._bytes = self.shown, "", b""
        return found

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.master, keys.encode())

    def end(self) -> tuple[int, str]:
        """Return the exit code and what was shown last."""
        end = time.monotonic() + 20
        while self._read(0.05) or self.program.poll() is None:
            assert time.monotonic() < end, f"does not end: {self.shown!r}"
        return self.program.wait(), self.shown

    def close(self) -> None:
        """Leave nothing running."""
        self.program.kill()
        self.program.wait()
        os.close(self.master)

    def _read(self, seconds: float) -> bool:
        """Take what is there, or comes within that time; say whether there was anything."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            raw = os.read(self.master, 65536)
        except OSError:  # what Linux says when the program has ended
            return False
        self._bytes += raw
        self.shown = self._bytes.decode("utf-8", errors="ignore")
        return bool(raw)


@pytest.fixture
def terminal(session: Path) -> Iterator[Callable[..., Terminal]]:
    """Return what opens a terminal with the program in it."""
    pytest.importorskip("pty", reason="Windows has other terminals")
    opened: list[Terminal] = []

    def open_(*words: str, columns: int = 80, lines: int = 24) -> Terminal:
        opened.append(Terminal(*words, columns=columns, lines=lines))
        return opened[-1]

    yield open_
    for one in opened:
        one.close()


def test_watching_in_a_terminal(session: Path, terminal: Callable[..., Terminal]) -> None:
    """A change is seen within a second; another size is; Ctrl-C ends it and all is as before."""
    _put(session, "north", NORTH)
    here = terminal("status", "north", "--watch")
    first = here.until("- c")
    assert first.index("\x1b[?1049h") < first.index("North")
    assert "\x1b[?25l" in first

    _put(session, "north", NORTH.replace("- Roads close", "- Roads close\n- Snow"), at="17:46")
    began = time.monotonic()
    here.until("- Snow")
    assert time.monotonic() - began < 1.5
    here.type("keys\r")
    here.resize(40, 12)
    assert "│" not in here.until("- c")
    _put(session, "north", "strengths: [\n")
    stale = here.until("- c")
    assert "cannot be read just now" in stale
    assert "Strengths 2" in stale
    assert "keys" not in stale
    here.type("\x03")

    code, last = here.end()
    assert 0 == code
    assert last.index("\x1b[?25h") < last.index("\x1b[?1049l")
    assert "rror" not in last


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (40, 12)])
def test_one_room_in_a_terminal(
    columns: int, lines: int, session: Path, terminal: Callable[..., Terminal]
) -> None:
    """It fits, and no escape comes from a note: only those that set bold type."""
    escapes = [*HOSTILE, "\x1b[2J\x1b]0;title\x07"]
    _put(
        session, "north", yaml.safe_dump({"room": "north", "threats": escapes, "takeaways": ["z"]})
    )

    code, shown = terminal("status", "north", columns=columns, lines=lines).end()

    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert 0 == code
    assert "\x1b" not in plain
    assert "- z" in plain
    assert "[2J]0;title" in plain
    assert plain.count("\r\n") < lines
    assert max(cell_len(line) for line in plain.splitlines()) <= columns


def test_the_list_that_does_not_fit_says_so(
    workspace: Path, swot: Swot, terminal: Callable[..., Terminal]
) -> None:
    """While it is followed; printed once it may be longer than the terminal."""
    write_tree(
        workspace, {"agenda.yaml": AGENDA.replace("[North, South, West]", str([*range(20)]))}
    )
    swot("start", "agenda.yaml", "--title", "Many")

    here = terminal("status", "--watch", "--session", "2026-03-10-many", columns=40, lines=12)

    assert "… rooms that do not fit here: 15" in here.until("not fit here: 15")
    here.type("\x03")
    assert 0 == here.end()[0]
    once = terminal("status", "--session", "2026-03-10-many", columns=40, lines=12).end()[1]
    assert "not fit" not in once
    assert 40 == once.count("\r\n") - 1
