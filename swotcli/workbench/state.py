"""The workbench at one moment, as data. No terminal, no disk.

What is typed becomes a step (see `grammar` and `deeds`): acts that have to be on disk, and the state
and the answer once they are. If they cannot be kept, the step is not taken.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from swotcli.model.act import Act, Ruled
    from swotcli.model.decisions import Key
    from swotcli.model.quadrant import Quadrant

Place = tuple["Quadrant", "Key"]
"""A point, by one of its notes."""


class Mode(Enum):
    """What is before the person, and so what a line means."""

    POINT = "point"
    OPEN = "open"
    SEARCH = "search"
    THEMES = "themes"
    THEME = "theme"
    SURE = "sure"
    END = "end"


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say: the key of a text and its values.

    Attributes:
        ok: The line was taken; an error otherwise.
        page: The answer is a page of lines rather than a sentence.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    ok: bool = True
    page: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """Acts that were done here, what was said of them, and where the person was."""

    quadrant: Quadrant
    ruled: Ruled
    answer: Answer
    mode: Mode
    here: Key | None


@dataclass(frozen=True, slots=True)
class State:
    """The workbench at one moment.

    Attributes:
        quadrants: Those that this organiser walks through.
        quadrant: The one that is before the person.
        here: A note of the point that is before the person.
        numbers: What the digits stand for: a note of each candidate, as they were ranked when the
            point came. They stay, so that 1 3 4 can be typed quickly.
        letters: What the letters stand for: the point's own notes when it came, then those joined.
        page: How many of the letters' notes are before the first one shown.
        seen: The notes of the point as it was shown.
        skipped: Points passed over, the one passed over longest ago first.
        later: Open decisions that were put off.
        visited: Points that were before the person, the last one last.
        every: Walk through decided points, too.
        query: What is searched for.
        found: What the digits stand for in a search.
        moving: The note that a search is to find a point for.
        themes: What the numbers of the list of themes stand for.
        theme: The theme that is open.
        members: What the numbers of an open theme stand for.
        done: What was done here, for undo; the last one last.
        ending: The person leaves.
    """

    quadrants: tuple[Quadrant, ...]
    quadrant: Quadrant
    mode: Mode = Mode.END
    here: Key | None = None
    numbers: tuple[Key, ...] = ()
    letters: tuple[Key, ...] = ()
    page: int = 0
    seen: frozenset[Key] = frozenset()
    skipped: tuple[Place, ...] = ()
    later: frozenset[Place] = frozenset()
    visited: tuple[Place, ...] = ()
    every: bool = False
    query: str = ""
    found: tuple[Key, ...] = ()
    moving: Key | None = None
    themes: tuple[str, ...] = ()
    theme: str = ""
    members: tuple[Key, ...] = ()
    done: tuple[Done, ...] = ()
    ending: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What a line leads to.

    Attributes:
        then: The state after it.
        answer: What to say once the acts are on disk.
        acts: What has to be ruled before the step is taken.
        onward: Then go on to what comes next.
        undo: Take the last acts back.
    """

    then: State
    answer: Answer
    acts: tuple[Act, ...] = ()
    onward: bool = False
    undo: bool = False


def refused(state: State, key: str, **values: object) -> Step:
    """Return the step that changes nothing and says why."""
    return Step(state, Answer(key, values, ok=False))
