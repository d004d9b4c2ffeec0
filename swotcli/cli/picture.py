"""The pictures of `status`, drawn with Rich: a table of all rooms, one room as a 2x2.

Everything that a person or a file has put in is made harmless and drawn as `Text`, never as
markup; how wide a character is, Rich knows. What does not fit is left out, and that is said.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from swotcli.cli.console import harmless
from swotcli.live import progress
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import TAKEAWAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from swotcli.live.progress import RoomStatus, Status
    from swotcli.words import Words

# Below so many columns, or lines, a 2x2 cannot be read: things stand one below the other then.
_NARROW = 60
_LOW = 11
_WIDE = 110  # from here on a table has room for the quadrants' names
_LINES_OF_A_NOTE = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """What a picture shows, in which words, and the size that it must fit.

    Attributes:
        height: None where it may be as long as it needs.
    """

    seen: Status
    words: Words
    warnings: Sequence[str]
    width: int
    height: int | None

    @property
    def time(self) -> str:
        """How long the breakout still lasts."""
        return progress.time_sentence(self.seen.minutes_left, self.words)

    def state(self, room: RoomStatus) -> str:
        """Return how far a room has come, in a word."""
        return self.words.say(f"state.{room.state.value}")


@functools.cache
def terminal() -> Console:
    """Return standard output as something to draw on."""
    return Console(emoji=False, markup=False, highlight=False)


def all_rooms(frame: Frame) -> RenderableType:
    """Draw how far every room is, a row or two lines each, in the session's order."""
    narrow = frame.width < _NARROW
    head = _head(frame, frame.seen.title)
    foot = _warnings(frame)
    rooms, left_out = frame.seen.rooms, 0
    if frame.height is not None:
        free = frame.height - len(head) - len(foot) - (0 if narrow else 1)
        fits = free // 2 if narrow else free
        if fits < len(rooms):
            fits = max(0, (free - 1) // 2 if narrow else free - 1)
            rooms, left_out = rooms[:fits], len(rooms) - fits
    body = [_two_lines(frame, room) for room in rooms] if narrow else [_table(frame, rooms)]
    more = [_line(frame.words.say("status.more-rooms", count=left_out))] if left_out else []
    return Group(*head, *body, *more, *foot)


def one_room(frame: Frame, room: RoomStatus | None) -> RenderableType:
    """Draw one room: its quadrants with their newest notes, its takeaways, the time left."""
    head = _head(frame, room.name if room else "", frame.state(room) if room else "")
    head += _warnings(frame)
    if room is None:
        return Group(*head)
    if room.stale:
        head[1:1] = _wrapped(frame.words.say("status.stale"), frame.width, 2)
    free = (frame.height or 24) - len(head)
    if frame.width < _NARROW or free < _LOW:
        return Group(*[*head, *_below_each_other(frame, room, free)][: frame.height])
    takeaways = _takeaways(frame, room, 1 + TAKEAWAYS * (2 if free > 18 else 1))
    return Group(*head, _two_by_two(frame, room, free - len(takeaways)), *takeaways)


def _head(frame: Frame, title: str, state: str = "") -> list[Text]:
    """Return the title with the state at the left, the time at the right, as far as both fit."""
    after = f" · {state}" if state else ""
    left, right = _line(title, "bold"), _line(frame.time, "bold")
    free = frame.width - len(after) - right.cell_len - 2
    if free < min(left.cell_len, 12):
        left.truncate(max(1, frame.width - len(after)), overflow="ellipsis")
        return [left.append(after, "not bold"), right]
    left.truncate(free, overflow="ellipsis")
    left.append(after, "not bold")
    left.pad_right(frame.width - left.cell_len - right.cell_len)
    return [left.append_text(right)]


def _warnings(frame: Frame) -> list[Text]:
    """Return what is wrong, in at most a third of the height."""
    most = 2 if frame.height is not None else 9
    lines = [line for text in frame.warnings for line in _wrapped(text, frame.width, most)]
    return lines if frame.height is None else lines[: frame.height // 3]


def _table(frame: Frame, rooms: Sequence[RoomStatus]) -> Table:
    words = frame.words
    shown = Table(box=None, pad_edge=False, header_style="bold")
    shown.add_column(_line(words.say("table.room")), no_wrap=True, overflow="ellipsis")
    shown.add_column(_line(words.say("table.state")), no_wrap=True)
    for quadrant in Quadrant:
        short = words.letter(quadrant).upper()
        name = words.quadrant(quadrant) if frame.width >= _WIDE else short
        shown.add_column(_line(name), justify="right", no_wrap=True)
    shown.add_column(_line(words.say("report.takeaways")), justify="right", no_wrap=True)
    shown.add_column(_line(words.say("status.changed")), no_wrap=True, overflow="ellipsis")
    for room in rooms:
        shown.add_row(
            _line(room.name),
            _line(frame.state(room)),
            *(_line(str(len(room.notes.of(quadrant)))) for quadrant in Quadrant),
            _line(f"{len(room.notes.takeaways)}/{TAKEAWAYS}"),
            _line(progress.change_phrase(room, frame.seen.at, words)),
        )
    return shown


def _two_lines(frame: Frame, room: RoomStatus) -> Group:
    words = frame.words
    after = f" · {frame.state(room)}"
    name = _line(room.name, "bold")
    name.truncate(max(1, frame.width - len(after)), overflow="ellipsis")
    counts = [f"{words.letter(q).upper()} {len(room.notes.of(q))}" for q in Quadrant]
    takeaways = f"{len(room.notes.takeaways)}/{TAKEAWAYS}"
    when = progress.change_phrase(room, frame.seen.at, words)
    return Group(
        name.append(after, "not bold"), _line("  " + "  ".join([*counts, takeaways, when]))
    )


def _two_by_two(frame: Frame, room: RoomStatus, free: int) -> Table:
    high = (free - 3) // 2  # three lines of the frame
    inner = frame.width - 7  # its three lines, and a blank at each side of a text
    widths = (inner - inner // 2, inner // 2)
    shown = Table(box=box.SQUARE, show_header=False, show_lines=True, padding=(0, 1))
    for width in widths:
        shown.add_column(width=width, no_wrap=True)
    four = list(Quadrant)
    for row in (four[:2], four[2:]):
        cells = []
        for quadrant, width in zip(row, widths, strict=True):
            lines = _quadrant(frame, room, quadrant, width, high)
            cells.append(Text("\n").join(lines + [Text()] * (high - len(lines))))
        shown.add_row(*cells)
    return shown


def _below_each_other(frame: Frame, room: RoomStatus, free: int) -> list[Text]:
    """Return the quadrants with what notes there is room for, perhaps none, and the takeaways."""
    each = max(1, (free - 1) // len(Quadrant))
    lines = [line for q in Quadrant for line in _quadrant(frame, room, q, frame.width, each)]
    return [*lines, *_takeaways(frame, room, free - len(lines))]


def _quadrant(
    frame: Frame, room: RoomStatus, quadrant: Quadrant, width: int, free: int
) -> list[Text]:
    notes = room.notes.of(quadrant)
    head = _line(f"{frame.words.quadrant(quadrant)} {len(notes)}", "bold")
    head.append(harmless(f" · {frame.seen.verb(quadrant, frame.words)}"), "not bold")
    head.truncate(width, overflow="ellipsis")
    texts = [note.text for note in notes]
    return [head, *_newest(frame, texts, width, free - 1, _LINES_OF_A_NOTE)]


def _takeaways(frame: Frame, room: RoomStatus, free: int) -> list[Text]:
    texts = room.notes.takeaways
    head = _line(f"{frame.words.say('report.takeaways')} {len(texts)}/{TAKEAWAYS}", "bold")
    most = max(1, (free - 1) // TAKEAWAYS)
    return [head, *_newest(frame, texts, frame.width, free - 1, most)]


def _newest(frame: Frame, texts: Sequence[str], width: int, free: int, most: int) -> list[Text]:
    """Return the last of the texts that fit, the newest at the end.

    Args:
        frame: For its words.
        texts: In the order in which they were said.
        width: How many columns there are.
        free: How many lines there are.
        most: How many lines one text may take.
    """
    shown: list[Text] = []
    for index in range(len(texts) - 1, -1, -1):
        above = 1 if index and free > 1 else 0  # a line that says how many are left out
        left = free - len(shown) - above
        if left < 1:
            left_out = _line(frame.words.say("status.earlier", count=index + 1))
            return [left_out, *shown] if free > 1 else shown
        shown = _wrapped(texts[index], width, min(most, left), "- ") + shown
    return shown


def _wrapped(text: str, width: int, most: int, bullet: str = "") -> list[Text]:
    """Return a text over at most so many lines, with a bullet; an ellipsis where it is cut."""
    inner = max(1, width - len(bullet))
    reach = inner * (most + 1)  # what is beyond cannot be seen
    wrapped = Text(harmless(text[:reach])).wrap(terminal(), inner, overflow="fold")
    lines = list(wrapped)[:most]
    if lines and (len(wrapped) > most or len(text) > reach):
        lines[-1].truncate(inner - 1)
        lines[-1].append("…")
    return [
        Text(bullet if index == 0 else " " * len(bullet)).append_text(line)
        for index, line in enumerate(lines)
    ]


def _line(text: str, style: str = "") -> Text:
    return Text(harmless(text), style, no_wrap=True, overflow="ellipsis")
