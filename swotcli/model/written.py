"""What all files that people write by hand have in common. Pydantic.

A field's type says how its text is read. A value that does not fit raises a PydanticCustomError
whose type is the code of a problem, so that the reader of files can give it a line and a text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from swotcli.model.text import CHARACTERS_IN_A_NOTE, CutText, PairText, one_line


def _text(value: object) -> object:
    if isinstance(value, PairText):
        value = value.literal
    if isinstance(value, CutText):
        raise PydanticCustomError("text-cut", "text is cut", {"text": str(value)})
    if not isinstance(value, str):
        raise PydanticCustomError("not-text", "not text")
    if len(value) > CHARACTERS_IN_A_NOTE:
        raise PydanticCustomError(
            "text-too-long", "too long", {"length": len(value), "limit": CHARACTERS_IN_A_NOTE}
        )
    return one_line(value)


def read_by(read: Callable[[str], object], code: str) -> BeforeValidator:
    """Return what reads a field's text; a ValueError becomes a problem of that code."""

    def validate(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return read(value)
        except ValueError:
            raise PydanticCustomError(code, "cannot be read", {"text": value}) from None

    return BeforeValidator(validate)


def nothing_is_none(value: object) -> object:
    """Return a list that was left empty in the file as an empty one."""
    return () if value in ("", None) else value


Text = Annotated[str, BeforeValidator(_text)]
"""Text on one line; may be empty."""

Filled = Annotated[Text, Field(min_length=1)]
"""Text on one line that must say something."""

Lines = Annotated[tuple[Filled, ...], BeforeValidator(nothing_is_none)]


class Written(BaseModel):
    """Something a person wrote: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")
