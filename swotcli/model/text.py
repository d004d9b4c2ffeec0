"""One line of a person's text: cleaned of what no keyboard types, never reworded."""

from __future__ import annotations

import functools
import re
import unicodedata

CHARACTERS_IN_A_NOTE = 5_000
"""The most characters that one note or takeaway may have."""

# Controls, half characters (surrogates), non-characters and the byte order mark. Tab and line
# ends are not among them: they are white space and fold into one blank.
_UNTYPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1b\x1c-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_CLOSING = " .,;:!?…"


def one_line(text: str) -> str:
    """Return the text on one line, composed (NFC), without untyped characters."""
    return " ".join(unicodedata.normalize("NFC", _UNTYPED.sub("", text)).split())


@functools.lru_cache(maxsize=20_000)
def sameness(text: str) -> str:
    """Return what two texts share when they are equal but for case, blanks and closing marks."""
    folded = one_line(text).casefold().rstrip(_CLOSING)
    # Case-folding can undo the composed form (for example of U+0390), so compose again. A text
    # of nothing but marks ("???") keeps them, or all such texts would be one.
    return unicodedata.normalize("NFC", folded) or one_line(text)


class CutText(str):
    """A text of which YAML dropped the end, because a blank and a # start a comment there."""

    __slots__ = ()


class PairText(dict[str, object]):
    """A one-pair mapping such as `- Costs: too high`, which a person may have meant as text.

    Attributes:
        literal: The pair as it was typed.
    """

    def __init__(self, pair: dict[str, object], literal: str) -> None:
        super().__init__(pair)
        self.literal = literal
