"""The only place that prints: results to standard output, talk to standard error.

Whatever a person or a file has put into a text is made harmless first: a control sequence in a
note must not reach the terminal as one.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from swotcli.words import own_language, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from swotcli.errors import Problem, SwotError

# Controls, C1 controls, and the marks that turn the direction of text round.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def harmless(text: str) -> str:
    r"""Return the text with control and direction characters written out, such as `\\x1b`."""
    return _UNSAFE.sub(lambda found: ascii(found[0])[1:-1], text)


def set_up() -> None:
    """Make the streams take any character: a note's emoji must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # Into a file or a pipe always UTF-8; a Windows console knows how to show it.
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")


def say(key: str, /, **values: object) -> None:
    """Say something about what happens, to standard error, in the person's own language."""
    _write(sys.stderr, tell(key, **values))


def tell(key: str, /, **values: object) -> str:
    """Return a text in the person's own language, with harmless values."""
    return words(own_language()).say(
        key, **{name: _harmless_value(value) for name, value in values.items()}
    )


def result(line: str = "") -> None:
    """Print a line of the result to standard output."""
    _write(sys.stdout, harmless(line))


def talk(line: str) -> None:
    """Print a line that is no result to standard error."""
    _write(sys.stderr, harmless(line))


def result_json(data: object) -> None:
    """Print data as JSON to standard output; JSON escapes what a terminal might act upon."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    _write(sys.stdout, _UNSAFE.sub(lambda c: c[0] if c[0] == "\n" else f"\\u{ord(c[0]):04x}", text))


def result_paths(paths: Sequence[Path], *, as_json: bool) -> None:
    """Print the files that were written, one a line, or as JSON."""
    names = [shown(path) for path in paths]
    if as_json:
        result_json(names)
    else:
        for name in names:
            result(name)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show a table to a person: columns in a terminal, else a line a row with its headings."""
    if not is_plain():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        shown = Table(box=None, pad_edge=False)
        for name in head:
            shown.add_column(Text(harmless(name)))
        for row in rows:
            shown.add_row(*(Text(harmless(cell)) for cell in row))
        Console(stderr=True, emoji=False, highlight=False).print(shown)
        return
    for row in rows:
        talk(", ".join(f"{name} {cell}" for name, cell in zip(head, row, strict=True)))


def is_plain() -> bool:
    """Say whether output is to be lines only: no columns, no colour, nothing redrawn."""
    return (
        bool(os.environ.get("ACCESSIBLE"))
        or os.environ.get("TERM") == "dumb"
        or not sys.stderr.isatty()
    )


def progress(file: str) -> None:
    """Say to a person, on a line of its own, which document is being made now."""
    if sys.stderr.isatty():
        say("talk.making", file=file)


def can_ask() -> bool:
    """Say whether there is a person to ask: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(key: str) -> str:
    """Ask a person a question and return the answer, which is not empty.

    Raises:
        KeyboardInterrupt: The person leaves, with Ctrl-C or the end of input.
    """
    answer = ""
    while not answer:
        sys.stderr.write(f"{tell(key)}: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        answer = line.strip()
    return answer


def report(error: SwotError) -> None:
    """Say every problem of an error, each with its place and what to do."""
    hints: list[str] = []
    for problem in error.problems:
        where, what, hint = problem_texts(problem)
        label = tell("console.error")
        _write(sys.stderr, f"{label} {where}{what}")
        if hint and hint not in hints:
            hints.append(hint)
            _write(sys.stderr, f"  {hint}")


def problem_texts(problem: Problem) -> tuple[str, str, str]:
    """Return a problem's place ("file:line: "), what is wrong, and what to do, as harmless text."""
    what = tell(f"problem.{problem.code}.what", **problem.values)
    hint = tell(f"problem.{problem.code}.hint", **problem.values)
    place = ""
    if problem.path is not None:
        place = (
            f"{shown(problem.path)}:{problem.line}: "
            if problem.line
            else f"{shown(problem.path)}: "
        )
    return place, what, hint


def problem_data(problem: Problem) -> dict[str, object]:
    """Return a problem as `--json` prints it."""
    _, what, hint = problem_texts(problem)
    return {
        "file": shown(problem.path) if problem.path else None,
        "line": problem.line,
        "code": problem.code,
        "what": what,
        "hint": hint,
    }


def one_line(error: SwotError) -> str:
    """Return an error as one line, for plain mode."""
    texts = (problem_texts(problem) for problem in error.problems)
    return " ".join(f"{where}{what} {hint}".rstrip() for where, what, hint in texts)


def reason(error: SwotError) -> str:
    """Return what is wrong in a few words, without place and hint."""
    return problem_texts(error.problems[0])[1]


def _has_folder() -> bool:
    """Say whether the current folder is still there."""
    try:
        os.getcwd()  # noqa: PTH109
    except OSError:
        return False
    return True


def shown(path: Path) -> str:
    """Return a path as a person would type it here, harmless."""
    whole = os.path.abspath(path) if path.is_absolute() or _has_folder() else str(path)  # noqa: PTH100 - Path.resolve would follow links
    try:
        relative = os.path.relpath(whole)
    except (ValueError, OSError):  # on Windows, another drive; or the current folder is gone
        relative = whole
    return harmless(min(relative, whole, key=len))


def _harmless_value(value: object) -> object:
    if isinstance(value, Path):
        return shown(value)
    return value if isinstance(value, int) else harmless(str(value))


def _write(stream: TextIO, line: str) -> None:
    stream.write(line + "\n")
    stream.flush()


def typed_lines(prompt: Callable[[], str] | None = None) -> Iterator[str]:
    """Yield the lines of standard input as they come; a prompt is shown to a person only.

    Bytes that are not UTF-8 come from an older Windows console or pipe and are read as such.
    """
    stream = sys.stdin.buffer
    first = True
    _let_control_s_pass()
    while True:
        if prompt and can_ask():
            sys.stderr.write(harmless(prompt()))
            sys.stderr.flush()
        raw = stream.readline()
        if not raw:
            return
        raw = raw.removeprefix(b"\xef\xbb\xbf") if first else raw
        first = False
        yield _decoded(raw).rstrip("\r\n")


def _let_control_s_pass() -> None:
    """Keep Ctrl-S, pressed to save, from freezing the terminal's output."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        return
    import termios

    settings = termios.tcgetattr(sys.stdin)
    settings[0] &= ~termios.IXON
    termios.tcsetattr(sys.stdin, termios.TCSANOW, settings)


def as_text(argument: str) -> str:
    """Return an argument as the person meant it, where its bytes are not the console's encoding."""
    if argument.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in argument):
        return argument
    return _decoded(os.fsencode(argument))


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
