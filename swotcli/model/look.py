"""The organiser's own look: a colour and a logo for what is published. Pydantic."""

from __future__ import annotations

import re
from typing import Annotated

from swotcli.model.written import Text, Written, read_by

_COLOUR = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)


def read_colour(text: str) -> str:
    """Read `#1a5fb4`, `1a5fb4` or `#15b` as #rrggbb; nothing stays nothing.

    Raises:
        ValueError: It is no colour.
    """
    if not text.strip():
        return ""
    found = _COLOUR.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


class Look(Written):
    """How the organiser's documents look.

    Attributes:
        accent: A colour as #rrggbb; empty: the program's own.
        logo: The name of a picture in the workspace's templates or the session's folder.
        logo_alt: What the picture shows, for those who do not see it.
    """

    accent: Annotated[str, read_by(read_colour, "not-a-colour")] = ""
    logo: Text = ""
    logo_alt: Text = ""
