"""Single facts in a pasted text: a labelled row, the questions of a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from swotcli.pasted.when import day_in, hours_in, start_in, tells_when, without_when

if TYPE_CHECKING:
    from swotcli.pasted.vocabulary import Vocabulary

_LABELS = ("title", "organiser", "when", "theme")
_LONGEST_LABEL = 5
_LONGEST_GREETING = 2
_SENTENCES = re.compile(r"[^?]+\?|[^?]+$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s(?=[^\W\d_a-zåäö])")
_STARTS_WITH_TIME = re.compile(r"\W{0,3}(?:klo|kl|at)?\.?\s?\d", re.IGNORECASE)
_LONGEST_TITLE = 120


def labelled(row: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Read a row as a label and its value, such as `Organiser: The village hall`.

    Returns:
        The agenda's key (or "when") and the value, which is empty if it stands below.
    """
    for phrase in vocabulary.beginnings["organised_by"]:
        if row.casefold().startswith(f"{phrase} ") and ":" not in row:
            return "organiser", row[len(phrase) :].strip(" .")
    label, colon, value = row.partition(":")
    if not colon or value.startswith("//") or _STARTS_WITH_TIME.match(label):
        return None
    if not 0 < len(label.split()) <= _LONGEST_LABEL or label[:1].islower():
        return None
    value = value.strip()
    for key in _LABELS:
        if vocabulary.nearly(key, label):
            told = key != "when" or _is_of_the_event(label, value, vocabulary)
            return (key, value) if told else None
    return None


def _is_of_the_event(label: str, value: str, vocabulary: Vocabulary) -> bool:
    """Say whether a label like "Time and place" is the workshop's own; "Last day" is not."""
    first = label.split()[0]
    if vocabulary.names("deadline", label):
        return False
    if not (vocabulary.nearly("when", first) or vocabulary.names("event", first)):
        return False
    return not value or tells_when(value, vocabulary) or start_in(value) is not None


def is_letterhead(row: str, vocabulary: Vocabulary, *, within: bool) -> bool:
    """Say whether a row is of a mail's head: who sent it, when and to whom.

    Within it the subject is one too, and not the workshop's theme.
    """
    label, colon, _ = row.partition(":")
    if colon and vocabulary.is_one_of("mail", label):
        return True
    found = labelled(row, vocabulary) if within else None
    return found is not None and found[0] == "theme"


def is_greeting(row: str, vocabulary: Vocabulary) -> bool:
    """Say whether a row greets like a letter."""
    words = row.split()
    if not words or row.endswith(","):
        return bool(words)
    short = row.endswith("!") or len(words) <= _LONGEST_GREETING
    return short and vocabulary.is_one_of("greeting", words[0])


def is_navigation(row: str, vocabulary: Vocabulary) -> bool:
    """Say whether a row shows the way through a web site, or only says "Invitation"."""
    if any(sign in row for sign in (" > ", " » ", " › ")):
        return True
    first, *others = row.split() or [""]
    return vocabulary.is_one_of("navigation", first) and (not others or others[0] in "/|•")


def is_farewell(row: str, vocabulary: Vocabulary) -> bool:
    """Say whether a row ends a letter."""
    return len(row.split()) <= _LONGEST_LABEL and row.casefold().startswith(
        vocabulary.beginnings["farewell"]
    )


def title_in(row: str, vocabulary: Vocabulary) -> str:
    """Return the title that a row may be: a short row, less the day and hours at its end."""
    before, behind = without_when(row, vocabulary)
    title = before if not behind else ""
    if not title or len(title) > _LONGEST_TITLE or title.endswith((".", ",", ";")):
        return ""
    if title != row and (vocabulary.is_weekday(title) or title[:1].islower()):
        return ""
    return (
        ""
        if "://" in title or is_greeting(title, vocabulary) or is_navigation(title, vocabulary)
        else title
    )


def questions_in(text: str) -> tuple[list[str], list[str]]:
    """Part a text into its questions and its other sentences."""
    sentences = [sentence.strip() for sentence in _SENTENCES.findall(text)]
    questions = [sentence for sentence in sentences if sentence.endswith("?")]
    return questions, [s for s in sentences if s and not s.endswith("?")]


def sentences_in(text: str) -> list[str]:
    """Part a text into its sentences; a full stop in "kl. 18" ends none."""
    return _SENTENCE_END.split(text)


def when_data(text: str, vocabulary: Vocabulary, *, single: bool = False) -> dict[str, str]:
    """Return the day and the hours of the whole that a row gives.

    Args:
        text: The row.
        vocabulary: The words.
        single: One time by itself is when it starts.
    """
    made: dict[str, str] = {}
    if day := day_in(text, vocabulary):
        made["date"] = day.isoformat()
    if hours := hours_in(text):
        made["start"], made["end"] = (hour.isoformat("minutes") for hour in hours)
    elif (single or day) and (start := start_in(text)):
        made["start"] = start.isoformat("minutes")
    return made
