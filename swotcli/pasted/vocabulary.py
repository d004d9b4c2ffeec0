"""The words by which texts of the three languages name their parts."""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from swotcli.model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from swotcli.model.quadrant import Quadrant

_ENDING = 3
_SHORT_DAY = 3
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True)
class Vocabulary:
    """Words of one language or of several.

    Attributes:
        quadrants: Full names of the quadrants, in lower case.
        verbs: Action verbs, in lower case.
        beginnings: For each part of a programme the beginnings of words that name it: Finnish
            endings vary ("tavoitteet", "tavoitteita"), beginnings hardly do.
        months: Beginnings of the months' names, by their number.
        common: Frequent small words, to tell the language of a text.
    """

    quadrants: Mapping[str, Quadrant]
    verbs: Mapping[str, Quadrant]
    beginnings: Mapping[str, tuple[str, ...]]
    months: Mapping[str, int] = field(default_factory=dict)
    common: Mapping[str, str] = field(default_factory=dict)

    @functools.cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {
            part: re.compile(f" (?:{'|'.join(map(re.escape, words))})")
            for part, words in self.beginnings.items()
        }

    def names(self, part: str, text: str) -> bool:
        """Say whether a text has a word, or words in a row, that name a part of a programme."""
        folded = f" {' '.join(_WORD.findall(one_line(text).casefold()))}"
        return self._patterns[part].search(folded) is not None

    def is_one_of(self, part: str, word: str) -> bool:
        """Say whether a single word is, as a whole, one of a part's words."""
        return word.casefold().strip(",.;:!?") in self.beginnings[part]

    def ends_like(self, part: str, word: str) -> bool:
        """Say whether a word ends like one of a part's words, as Finnish compounds do."""
        return word.casefold().endswith(self.beginnings[part])

    def nearly(self, part: str, text: str) -> bool:
        """Say whether a text has a part's own word, with no more than a short ending."""
        words = _WORD.findall(one_line(text).casefold())
        longest = max(beginning.count(" ") for beginning in self.beginnings[part]) + 1
        phrases = [" ".join(words[i : i + longest]) for i in range(len(words))]
        return any(
            phrase.startswith(beginning)
            and len(phrase.removeprefix(beginning).split(" ")[0]) <= _ENDING
            for phrase in phrases
            for beginning in self.beginnings[part]
        )

    def is_exactly(self, part: str, text: str) -> bool:
        """Say whether a text is a part's name and nothing more, but for an ending."""
        folded = one_line(text).casefold().strip(" :")
        return any(
            folded.startswith(beginning)
            and len(folded) - len(beginning) <= _ENDING + 1
            and " " not in folded.removeprefix(beginning)
            for beginning in self.beginnings[part]
        )

    def is_weekday(self, word: str) -> bool:
        """Say whether a word names a day of the week, in full or in short."""
        folded = word.casefold().strip(".,")
        return any(
            folded == day or (len(day) > _SHORT_DAY and folded.startswith(day))
            for day in self.beginnings["weekday"]
        )

    def month(self, word: str) -> int | None:
        """Return the number of the month that a word names."""
        folded = word.casefold()
        return next((n for start, n in self.months.items() if folded.startswith(start)), None)

    def with_verbs(self, verbs: Mapping[str, Quadrant]) -> Vocabulary:
        """Return the vocabulary with a session's own action verbs besides."""
        more = {verb.casefold(): quadrant for verb, quadrant in verbs.items()}
        return Vocabulary(
            self.quadrants, {**self.verbs, **more}, self.beginnings, self.months, self.common
        )

    def language_of(self, text: str) -> str | None:
        """Return the language that most of a text's small words are of, if one stands out."""
        found = Counter(
            self.common[word] for word in _WORD.findall(text.casefold()) if word in self.common
        ).most_common(2)
        if not found or (len(found) == 2 and found[0][1] == found[1][1]):
            return None
        return found[0][0]


def united(vocabularies: Iterable[Vocabulary]) -> Vocabulary:
    """Return one vocabulary that knows the words of all."""
    quadrants: dict[str, Quadrant] = {}
    verbs: dict[str, Quadrant] = {}
    beginnings: dict[str, tuple[str, ...]] = {}
    months: dict[str, int] = {}
    common: dict[str, str] = {}
    for one in vocabularies:
        quadrants |= one.quadrants
        verbs |= one.verbs
        months |= one.months
        common |= one.common
        for part, words in one.beginnings.items():
            beginnings[part] = beginnings.get(part, ()) + words
    return Vocabulary(quadrants, verbs, beginnings, months, common)
