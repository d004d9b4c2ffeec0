"""Whether a note says so little that nobody will know later what was meant.

One short word ("communication") names a subject and says nothing of it. Compounds do say
something ("staff shortage" is one word in Finnish and Swedish), so a long word is let be.
"""

from __future__ import annotations

from swotcli.likeness.shape import shaped

_COMPOUND = 13
"""A word of so many letters is most likely a compound."""


def is_vague(text: str, lang: str) -> bool:
    """Say whether a note has one short telling word at most, and no number or sign."""
    shape = shaped(text, lang)
    telling = [word for word, little in zip(shape.words, shape.little, strict=True) if not little]
    if len(telling) > 1 or shape.numbers:
        return False
    return not telling or shape.lang == "en" or len(telling[0]) < _COMPOUND
