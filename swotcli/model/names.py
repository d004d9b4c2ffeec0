"""A name made safe as a file name on every system and in every shared folder."""

from __future__ import annotations

import re
import unicodedata

LONGEST_ID = 60
_ID = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST_ID - 1}}}")
_FOLDED = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t", "ł": "l"})
# Names that Windows keeps for devices, with any ending (Microsoft, "Naming Files, Paths, and
# Namespaces").
_DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}


def is_id(text: str) -> bool:
    """Say whether the text may stand as the id of a session or a room."""
    return bool(_ID.fullmatch(text)) and text not in _DEVICES


def slug(name: str, longest: int = LONGEST_ID) -> str:
    """Return an id made from a name; empty if nothing of the name can stand in one.

    Letters lose their marks (ä becomes a), all else becomes a hyphen, whole words are kept.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_FOLDED))
    ascii_only = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", ascii_only)
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:longest]
        if len(longer) > longest:
            break
        made = longer
    return f"{made}-1" if made in _DEVICES else made
