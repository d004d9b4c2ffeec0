"""Signs that are bullets only where a text repeats them: arrows, letters, numbers of two levels."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from swotcli.pasted.headings import named_quadrant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.pasted.outline import Line
    from swotcli.pasted.vocabulary import Vocabulary

_SIGN = re.compile(
    r"(?P<sign>[→§o]|(?P<letter>[a-z])\)|(?P<level>\d{1,2})\.(?P<number>\d{1,2})\.?)\s"
)


def with_rare_bullets(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Return lines with those made bullets that begin with such a sign.

    Once, a sign may begin any row: a wrapped one ("→ more buses"), a time ("16.30").
    """
    found = {line.number: match for line in lines if (match := _sign_of(line, vocabulary))}
    times = Counter(map(_place, found.values()))
    times["any", 2] = sum(times[kind, 2] for kind, number in list(times) if number == 1)
    bullets = {number for number, match in found.items() if _is_bullet(_place(match), times)}
    return [
        replace(line, text=line.text[match.end() :].lstrip(), bullet=match["sign"])
        if line.number in bullets and (match := found[line.number])
        else line
        for line in lines
    ]


def _sign_of(line: Line, vocabulary: Vocabulary) -> re.Match[str] | None:
    match = None if line.bullet or line.level else _SIGN.match(line.text)
    return None if match is None or named_quadrant(line.text, vocabulary) else match


def _place(match: re.Match[str]) -> tuple[str, int]:
    """Return where a sign stands in its row: "b)" is the second letter, "2.3" the third below 2."""
    if match["letter"]:
        return "letter", ord(match["letter"]) - ord("a") + 1
    return (match["level"], int(match["number"])) if match["level"] else (match["sign"], 0)


def _is_bullet(place: tuple[str, int], times: Counter[tuple[str, int]]) -> bool:
    """Say whether a sign is repeated, or counts on from the first as 16.30 does not."""
    kind, number = place
    if not number:
        return times[place] > 1 and not kind.isdigit()
    if number == 1:  # "2.1" may be all there is below 2 where 1 has two
        return times[kind, 2] > 0 or (kind.isdigit() and times["any", 2] > 0)
    return times[kind, number - 1] > 0 and times[kind, 1] > 0
