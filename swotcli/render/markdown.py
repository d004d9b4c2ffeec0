"""A person's text so that Markdown shows it letter for letter.

A backslash before every sign that CommonMark or GitHub's dialect may take for markup there. Signs
that act only at the start of a line are escaped only there, so that the source stays readable:
"Etelä-Karjala" keeps its hyphen.
"""

from __future__ import annotations

import re

from swotcli.model.text import one_line

_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>#|~&$^]")
_AT_START = re.compile(r"^(?:[-+=:]|\d{1,9}(?=[.)]))")
# GitHub makes links of bare addresses.
_ADDRESS = re.compile(r"(https?|ftp)://|(www)\.|(mailto|xmpp):", re.IGNORECASE)


def literal(text: str) -> str:
    """Return the text on one line, escaped for any place in a Markdown document."""
    escaped = _ANYWHERE.sub(r"\\\g<0>", one_line(text))
    escaped = _ADDRESS.sub(_broken_address, escaped)
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    if start[0].isdecimal():  # "1. " would begin a list: the sign behind the number is escaped
        return f"{start[0]}\\{escaped[start.end() :]}"
    return f"\\{escaped}"


def _broken_address(found: re.Match[str]) -> str:
    whole = found[0]
    return f"{whole[:-3]}\\://" if whole.endswith("://") else f"{whole[:-1]}\\{whole[-1]}"
