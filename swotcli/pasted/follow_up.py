"""How to follow what comes of the workshop: what to do, days and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from swotcli.pasted.when import CLOCK, HALF, as_time, days, without_when

if TYPE_CHECKING:
    from datetime import date

    from swotcli.pasted.outline import Row
    from swotcli.pasted.vocabulary import Vocabulary

_LINK = re.compile(r"<?((?:https?://|mailto:|www\.)[^\s<>\"|]+)>?", re.IGNORECASE)
_NAMED_LINK = re.compile(r"\[([^\[\]]{1,200})\]\(((?:https?://|mailto:)[^\s()]+)\)", re.IGNORECASE)
_TIME_AFTER = re.compile(
    rf"\s?,?\s?(?:{CLOCK})?\s?(\d{{1,2}}(?:[.:]\d{{2}})?(?:\s?{HALF})?)(?!\w)(?!\.\d)",
    re.IGNORECASE,
)
_MARKS = " -–—:•→>,;(|"


def follow_up_data(rows: list[Row], vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the follow-up in the shape of the agenda's YAML."""
    lines: list[str] = []
    dates: list[dict[str, str]] = []
    links: list[str] = []
    for row in rows:
        words, found = _without_links(row.text)
        links.extend(link for link in found if link not in links)
        named = list(days(words, vocabulary))
        if len(named) == 1:
            dates.append(_dated(words, named[0], vocabulary))
        elif words:
            lines.append(words)
    data: dict[str, Any] = {"lines": lines, "dates": dates, "links": links}
    return {key: value for key, value in data.items() if value}


def _without_links(text: str) -> tuple[str, list[str]]:
    """Part a row's words from its links; a link in the middle of a sentence stays there too."""
    links = [match[2] for match in _NAMED_LINK.finditer(text)]
    text = _NAMED_LINK.sub(r"\1", text)
    found = list(_LINK.finditer(text))
    links += [match[1].rstrip(".,;:)!?") for match in found]
    if not found:
        return text.strip(), links
    before, behind = text[: found[0].start()].rstrip(), text[found[-1].end() :].strip(" .,;)")
    if not behind and (not before or before.endswith(tuple(_MARKS.strip()))):
        return before.rstrip(_MARKS), links
    if not before.strip(_MARKS) and len(found) == 1:
        return behind.strip(_MARKS), links
    return text.strip(), links


def _dated(text: str, named: tuple[date, int, int], vocabulary: Vocabulary) -> dict[str, str]:
    day, _, end = named
    made = {"date": day.isoformat()}
    behind = text[end:]
    if (at := _TIME_AFTER.match(behind)) and (time := as_time(at[1])):
        made["time"] = time.isoformat("minutes")
        behind = behind[at.end() :]
    before = without_when(text[:end], vocabulary)[0]
    behind = behind.strip(" ,.:;-–—")
    if behind.startswith("(") and behind.endswith(")") and behind.count("(") == 1:
        behind = behind[1:-1]
    # Words on both sides are one sentence: it stays whole, with its day.
    words = text if before and behind else before or behind
    if words and not vocabulary.is_exactly("when", words):  # "Time: 9 June" has no other words
        made["text"] = words
    return made
