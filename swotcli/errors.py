"""What can go wrong, as data: problems with a place, and the errors that carry them.

No sentence stands here. A problem has a code and values; `swotcli.words` holds its text in each
language, and `swotcli.cli.console` puts the two together for the person at the keyboard.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class ExitCode(IntEnum):
    """How a command ended, for scripts. Documented in the README."""

    OK = 0
    BUG = 1
    USAGE = 2
    BAD_INPUT = 3
    NOT_FOUND = 4
    CONFLICT = 5
    GIT_FAILED = 6
    RENDER_FAILED = 7
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where.

    Attributes:
        code: The key of its text in the language files.
        values: What the text names, such as the room or the key.
        path: The file, if it is about one.
        line: The line in that file, counted from 1.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    path: Path | None = None
    line: int | None = None

    def at(self, path: Path) -> Problem:
        """Return the same problem, placed in a file."""
        return replace(self, path=path)


class SwotError(Exception):
    """Something a person can put right: carries every problem found, not just the first."""

    exit_code = ExitCode.BUG

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    @classmethod
    def of(
        cls, code: str, /, *, path: Path | None = None, line: int | None = None, **values: object
    ) -> SwotError:
        """Make the error with one problem."""
        return cls(Problem(code, values, path, line))

    def __str__(self) -> str:
        """Name the problems for a developer; people get the text of `words`."""
        return "; ".join(
            f"{p.path or ''}:{p.line or ''}: {p.code} {dict(p.values)}" for p in self.problems
        )


class UsageError(SwotError):
    """An option is missing or does not fit."""

    exit_code = ExitCode.USAGE


class BadInput(SwotError):
    """A file or a text from a person cannot be taken as it is."""

    exit_code = ExitCode.BAD_INPUT


class NotFound(SwotError):
    """No workspace, session, room, template or file of that name."""

    exit_code = ExitCode.NOT_FOUND


class Conflict(SwotError):
    """Something is there already, or cannot be written now."""

    exit_code = ExitCode.CONFLICT


class GitFailed(SwotError):
    """Git said no; its own words are among the values."""

    exit_code = ExitCode.GIT_FAILED


class RenderFailed(SwotError):
    """A template cannot be rendered."""

    exit_code = ExitCode.RENDER_FAILED
