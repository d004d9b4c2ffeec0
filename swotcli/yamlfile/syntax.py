"""Lines that YAML cannot read: all of them, each with what a person can do about it."""

from __future__ import annotations

import re

import yaml

from swotcli.errors import Problem

# Some wheels come without the C parser (Windows on ARM with Python 3.11); the pure one is slower.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST_SYNTAX_ERRORS = 20


def syntax_errors(text: str) -> tuple[list[Problem], str]:
    """Find each line that YAML cannot read: name it, blank it, and read on with the rest."""
    found: list[Problem] = []
    lines = text.split("\n")
    while len(found) < _MOST_SYNTAX_ERRORS:
        try:
            for _ in yaml.parse("\n".join(lines), Loader=LOADER):
                pass
        except yaml.YAMLError as error:
            line = _error_line(error, lines)
            if found and line <= (found[-1].line or 0):
                break
            found.append(_explain(error, lines, line))
            lines[line - 1] = " " * len(lines[line - 1])  # the rest keeps its places
        else:
            break
    return found, "\n".join(lines)


def _error_line(error: yaml.YAMLError, lines: list[str]) -> int:
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    # An open quote or bracket is noticed at the end of the file; the line where it opens is what
    # helps.
    where = str(getattr(error, "context", ""))
    if (
        context is not None
        and ("quoted" in where or "flow" in where)
        and "escape" not in str(error)
    ):
        mark = context
    number = mark.line + 1 if mark is not None else 1
    number = min(max(number, 1), len(lines))
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    return number


_STARTS = {
    "@": "yaml-first-sign", "`": "yaml-first-sign", "%": "yaml-first-sign", "|": "yaml-first-sign",
    ">": "yaml-first-sign", "&": "yaml-anchor", "*": "yaml-alias", "!": "yaml-tag",
    "[": "yaml-bracket", "{": "yaml-bracket", '"': "yaml-quote", "'": "yaml-quote",
}  # fmt: skip


def _explain(error: yaml.YAMLError, lines: list[str], line: int) -> Problem:
    text = lines[line - 1]
    if "\t" in text:
        return Problem("yaml-tab", line=line)
    value = re.sub(r"^\s*(-\s+)*([A-Za-z_]+:\s+)?", "", text)
    code = "yaml-escape" if "escape" in str(error) else _STARTS.get(value[:1])
    if code is None and "mapping values" in str(error):
        code = "yaml-colon"
    return Problem(code or "yaml-syntax", {"name": value[:40]}, line=line)
