"""An agenda's or a session's YAML to its pydantic model, each problem with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from swotcli.errors import BadInput, Problem
from swotcli.yamlfile.tree import Mapping, lines_of, parse, to_data

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping

    from pydantic_core import ErrorDetails

    from swotcli.yamlfile.gate import Source

Model = TypeVar("Model", bound=BaseModel)
Lines = dict[tuple[str | int, ...], int]

# pydantic's own error types that people meet, and the problems they are to us.
_CODES = {
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "string_too_short": "missing-key",
    "int_parsing": "not-a-number",
    "int_from_float": "not-a-number",
    "greater_than_equal": "not-a-number",
    "less_than_equal": "not-a-number",
    "enum": "not-a-choice",
    "literal_error": "not-a-choice",
    "too_long": "too-many-rooms",
    "too_short": "missing-key",
}


def load(source: Source, model: type[Model], **given: object) -> tuple[Model, Lines]:
    """Read a YAML file into its model.

    Args:
        source: The file's text.
        model: What it has to fit.
        given: Values that stand over those of the file, such as options of a command.

    Returns:
        The model, and the line of each value for later problems.

    Raises:
        BadInput: With every problem found.
    """
    data, lines = read(source)
    return validate({**data, **given}, model, lines, source), lines


def read(source: Source) -> tuple[dict[str, object], Lines]:
    """Read a YAML file into plain data: text, lists and mappings.

    Raises:
        BadInput: It is no mapping, or YAML that is refused.
    """
    root, problems = parse(source.text)
    if root is None and not problems:
        problems = (Problem("empty-file", line=1),)
    if root is not None and not isinstance(root, Mapping):
        problems = (*problems, Problem("not-a-mapping", line=root.line))
    if problems or not isinstance(root, Mapping):
        raise BadInput(*(problem.at(source.path) for problem in problems))
    data = to_data(source.text, root)
    assert isinstance(data, dict)  # noqa: S101 - a Mapping becomes a dict
    return dict(data), lines_of(root)


def validate(
    data: AnyMapping[str, object], model: type[Model], lines: Lines, source: Source
) -> Model:
    """Make the model from plain data.

    Raises:
        BadInput: With every problem found, at its line.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = [_problem(detail, model, lines) for detail in error.errors(include_url=False)]
        raise BadInput(*(problem.at(source.path) for problem in problems)) from None


def _problem(detail: ErrorDetails, model: type[BaseModel], lines: Lines) -> Problem:
    path = tuple(part for part in detail["loc"])
    line = next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), None)
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    value = detail.get("input")
    values: dict[str, object] = {
        "key": key,
        "text": value if isinstance(value, str | int) else "",
        **detail.get("ctx", {}),
        "known": _known(detail, model),
    }
    kind = detail["type"]
    code = _CODES.get(kind, kind if "-" in kind else "not-as-expected")
    if code == "unknown-key" and len(path) > 1:
        code = "unknown-key-inside"
    return Problem(code, values, line=line)


def _known(detail: ErrorDetails, model: type[BaseModel]) -> str:
    """Return what would have been right: the choices of a value, else the model's keys."""
    choices = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
    return ", ".join(choices or model.model_fields)
