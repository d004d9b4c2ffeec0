"""What a facilitator's line needs to know of a session, read without pydantic.

The strict reading of a session is `form`; it costs as much as all else that starts a room. Here
the few values are taken one by one, and a session that does not have them is sent to `check`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.errors import BadInput
from swotcli.model.names import slug
from swotcli.model.quadrant import Quadrant
from swotcli.model.text import one_line
from swotcli.model.times import after, read_date, read_time
from swotcli.yamlfile.tree import Mapping, Node, Scalar, Sequence, parse, to_data

if TYPE_CHECKING:
    from datetime import date, time

    from swotcli.yamlfile.gate import Source


@dataclass(frozen=True, slots=True)
class Glance:
    """A session at a glance.

    Attributes:
        rooms: Id, name and facilitator of each room.
        goals: How many goals there are.
        verbs: The session's own action verbs.
        begins: When the breakout begins and ends; None where the agenda does not say.
    """

    lang: str
    title: str
    date: date
    rooms: tuple[tuple[str, str, str], ...]
    goals: int
    verbs: dict[str, Quadrant]
    begins: time | None
    ends: time | None


def glance(source: Source) -> Glance:
    """Read a session file at a glance.

    Raises:
        BadInput: It cannot be read so; `check` tells what is wrong with it.
    """
    root, problems = parse(source.text)
    try:
        if problems or not isinstance(root, Mapping):
            raise ValueError
        begins, ends = _breakout(root)
        return Glance(
            lang=_text(root, "lang"),
            title=_text(root, "title"),
            date=read_date(_text(root, "date")),
            rooms=tuple(_room(item) for item in _items(root, "rooms")),
            goals=len(_items(root, "goals")),
            verbs=_verbs(source.text, root),
            begins=begins,
            ends=ends,
        )
    except ValueError:
        raise BadInput.of("session-broken", path=source.path) from None


def _text(node: Node | None, key: str, default: str | None = None) -> str:
    value = node.get(key) if isinstance(node, Mapping) else None
    if isinstance(value, Scalar):
        return one_line(value.text)
    if default is None or value is not None:
        raise ValueError(key)
    return default


def _items(root: Mapping, key: str) -> tuple[Node, ...]:
    value = root.get(key)
    return value.items if isinstance(value, Sequence) else ()


def _room(node: Node) -> tuple[str, str, str]:
    """Return a room's id, name and facilitator; by hand it may be just a name."""
    if isinstance(node, Scalar):
        return slug(node.text), one_line(node.text), ""
    room = _text(node, "id", "") or slug(_text(node, "name"))
    return room, _text(node, "name", room), _text(node, "facilitator", "")


def _verbs(source: str, root: Mapping) -> dict[str, Quadrant]:
    verbs = root.get("action_verbs")
    data = to_data(source, verbs) if isinstance(verbs, Mapping) else {}
    pairs = data.items() if isinstance(data, dict) else ()
    return {str(verb): Quadrant(key) for key, verb in pairs}


def _breakout(root: Mapping) -> tuple[time | None, time | None]:
    for item in _items(root, "items"):
        if _text(item, "kind", "") == "breakout" and _text(item, "at", ""):
            begins = read_time(_text(item, "at"))
            minutes = _text(item, "minutes", "")
            return begins, after(begins, int(minutes)) if minutes else None
    return None, None
