"""`swotcli status`: how far the rooms are, and one room as a picture to share in the call."""

from __future__ import annotations

import contextlib
import signal
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import JsonOption, SessionOption, session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType

    from swotcli.live.progress import RoomStatus, Status
    from swotcli.words import Words
    from swotcli.workflow.status import Reader

now = datetime.now
"""This computer's clock; a test puts its own here."""

_EVERY = 0.25  # seconds between two looks at the files


def status(
    context: typer.Context,
    room: Annotated[
        str | None,
        typer.Argument(metavar="[ROOM]", show_default=False, help=console.tell("option.room")),
    ] = None,
    session_id: SessionOption = None,
    watch: Annotated[bool, typer.Option("--watch", help=console.tell("option.watch"))] = False,
    plain: Annotated[bool, typer.Option("--plain", help=console.tell("option.lines"))] = False,
    as_json: JsonOption = False,
) -> None:
    """Show how far the rooms are."""
    from swotcli.errors import UsageError
    from swotcli.words import own_language, words
    from swotcli.workflow import record
    from swotcli.workflow.status import Reader

    if watch and as_json:
        raise UsageError.of("json-and-watch")
    folder = session(context, session_id)
    opened = record.open_room(folder, room) if room is not None else None
    # A room's picture is for its group and speaks its language; the list is for who asks.
    view = _View(
        Reader(folder, opened.id if opened else None),
        opened.id if opened else None,
        opened.words if opened else words(own_language()),
    )
    drawn = not plain and can_draw()
    if as_json:
        console.result_json(view.data())
    elif watch:
        view.follow() if drawn else view.follow_as_lines()
    elif drawn:
        view.draw()
    else:
        for line in view.lines():
            console.result(line)


def can_draw() -> bool:
    """Say whether a person looks at the result, in a terminal that takes more than lines."""
    return sys.stdout.isatty() and not console.is_plain()


def ticks() -> Iterator[None]:
    """Yield a few times a second, until Ctrl-C; a test puts its own here."""
    # A plain list and not an Event: its lock is not to be taken in a signal's handler, which may
    # run in the middle of wait().
    over: list[int] = []
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda number, _: over.append(number)) for number in signals]
    try:
        yield
        while not over:
            time.sleep(_EVERY)
            if not over:
                yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


@contextlib.contextmanager
def whole_screen() -> Iterator[Callable[[RenderableType], None]]:
    """Take the whole terminal and yield what shows a picture; afterwards all is as it was."""
    from rich.live import Live

    from swotcli.cli import picture

    live = Live(console=picture.terminal(), screen=True, auto_refresh=False)
    with _unseen_keys(), live:
        yield lambda drawn: live.update(drawn, refresh=True)
        picture.terminal().clear()  # tmux, once resized, leaves shreds of it behind otherwise


@contextlib.contextmanager
def _unseen_keys() -> Iterator[None]:
    """Let keys that are typed neither show in the picture nor reach the shell afterwards."""
    if sys.platform == "win32" or not sys.stdin.isatty():  # Windows shows no key that nobody reads
        yield
        return
    import termios

    before = termios.tcgetattr(sys.stdin)
    silent = [*before]
    silent[3] &= ~termios.ECHO
    termios.tcsetattr(sys.stdin, termios.TCSANOW, silent)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSAFLUSH, before)


@dataclass(frozen=True)
class _View:
    """What is looked at, and in which words.

    Attributes:
        room: The id of the one room; None for all.
    """

    reader: Reader
    room: str | None
    words: Words

    def read(self) -> Status:
        return self.reader.read(now())

    def rooms(self, seen: Status) -> list[RoomStatus]:
        return [one for one in seen.rooms if self.room in (None, one.room)]

    def lines(self) -> Iterator[str]:
        """Yield a line a room, without columns; of the one room its notes as well."""
        from swotcli.live import progress

        seen = self.read()
        yield progress.time_sentence(seen.minutes_left, self.words)
        for one in self.rooms(seen):
            yield progress.room_sentence(one, seen.at, self.words)
            if self.room is not None:
                yield from progress.room_lines(seen, one, self.words)
        yield from self.warnings(seen)

    def warnings(self, seen: Status) -> list[str]:
        """Return what is wrong with files, and which of them belong to no room."""
        problems = [*seen.problems, *(p for one in self.rooms(seen) for p in one.problems)]
        said = ["".join(console.problem_texts(problem)[:2]) for problem in problems]
        if self.room is None:
            said += [self.words.say("status.stranger", file=name) for name in seen.strangers]
        elif not self.rooms(seen):
            said.append(self.words.say("status.no-room"))
        return said

    def follow_as_lines(self) -> None:
        """Print a line for each room, then one for each change."""
        from swotcli.live import progress

        console.say("status.watching")
        rooms: dict[str, object] = {}
        warnings: list[str] = []
        for _ in ticks():
            seen = self.read()
            for one in self.rooms(seen):
                what = (one.state, one.notes, one.stale, one.quiet_minutes is None)
                if rooms.get(one.room) != what:
                    console.result(progress.room_sentence(one, seen.at, self.words))
                rooms[one.room] = what
            before, warnings = warnings, self.warnings(seen)
            for line in (line for line in warnings if line not in before):
                console.result(line)

    def draw(self) -> None:
        """Print a picture that leaves a line for the shell, or a list as long as it is."""
        from swotcli.cli import picture

        width, height = picture.terminal().size
        free = None if self.room is None else height - 1
        picture.terminal().print(self.drawn(self.read(), width, free))

    def follow(self) -> None:
        """Keep a picture on the screen, drawn anew when something has changed."""
        from swotcli.cli import picture

        before: object = None
        with whole_screen() as show:
            for _ in ticks():
                seen, size = self.read(), picture.terminal().size
                if (seen, size) != before:
                    show(self.drawn(seen, *size))
                    before = (seen, size)

    def drawn(self, seen: Status, width: int, height: int | None) -> RenderableType:
        from swotcli.cli import picture

        frame = picture.Frame(seen, self.words, self.warnings(seen), width, height)
        if self.room is None:
            return picture.all_rooms(frame)
        return picture.one_room(frame, seen.of(self.room))

    def data(self) -> dict[str, object]:
        """Return what `--json` prints."""
        seen = self.read()
        return {
            "session": seen.session,
            "minutes_left": seen.minutes_left,
            "rooms": [_room_data(one) for one in self.rooms(seen)],
            "strangers": list(seen.strangers),
        }


def _room_data(room: RoomStatus) -> dict[str, object]:
    from swotcli.model.quadrant import Quadrant

    changed = room.changed
    return {
        "room": room.room,
        "name": room.name,
        "state": room.state.value,
        **{quadrant.value: len(room.notes.of(quadrant)) for quadrant in Quadrant},
        "takeaways": len(room.notes.takeaways),
        "changed": changed.astimezone().isoformat(timespec="seconds") if changed else None,
        "quiet_minutes": room.quiet_minutes,
        "problems": [console.problem_data(problem) for problem in room.problems],
    }
