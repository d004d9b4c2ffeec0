"""Which heading a block is: a quadrant with its verb, the takeaways, or the picture of all four."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.model.quadrant import Quadrant
from swotcli.pasted.outline import Row
from swotcli.pasted.wrapping import begins_small, unfinished

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.pasted.outline import Block, Line
    from swotcli.pasted.vocabulary import Vocabulary

_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_DECORATION = " \t-–—:;.,!()[]*_#&/+|→=>"
# Another verb than the usual one has to be set off: "Threats - watch", "Threats (take hold)".
_OTHER_VERB = re.compile(r"\s?(?:\s[-–—]|=>|→|->)\s?(?P<after>\S+)|\s?\((?P<inside>[^()]{1,40})\)")
_ALSO = re.compile(r"\s?/\s?(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)(?!\w)")  # "Threats / risks"
_LETTER_FIRST = re.compile(r"^\s*[a-z]\s?[-–—.=)]\s", re.IGNORECASE)
_LETTERS = {"s", "w", "o", "t", "v", "h", "m", "u", "swot"}
_SHORT = 60
_FEW_WORDS = 4
_SOME_WORDS = 6
_ALL_BUT_ONE = 3


@dataclass(frozen=True, slots=True)
class QuadrantHeading:
    """A heading such as "Strengths - strengthen".

    Attributes:
        verb: Its verb, if it gives one.
        rows: What stands in the same block: behind its colon or on the lines below.
        blocks: How many blocks the heading takes.
        inline: The first note stands behind its colon.
    """

    quadrant: Quadrant
    verb: str = ""
    rows: tuple[Row, ...] = ()
    blocks: int = 1
    inline: bool = False


def quadrant_heading(
    blocks: Sequence[Block], at: int, vocabulary: Vocabulary, *, inline: bool = False
) -> QuadrantHeading | None:
    """Read the block at an index as a quadrant's heading.

    The verb may stand on the heading's line, on the next, or look like a bullet below it.

    Args:
        blocks: All blocks.
        at: The index.
        vocabulary: The words.
        inline: A bullet "- Threats: storms" is a heading too. Under a heading it is a note.
    """
    block = blocks[at]
    first, later = block.rows[0], list(block.rows[1:])
    _, colon, behind = (part.strip() for part in first.text.partition(":"))
    named = named_quadrant(first.text, vocabulary)
    if named is None and (block.level or (colon and not behind and not block.bullet)):
        named = _among_words(first.text, vocabulary)
    if named is None or (block.bullet and behind and not inline):
        return None
    numbered = block.bullet.strip("(.)").isdigit()
    if block.bullet and (later or "/" in first.text) and not (inline or numbered):
        return None  # "- Threats / risks" may well be a note
    quadrant, verb = named
    if vocabulary.verbs.get(behind.casefold()) is quadrant:  # "Strengths: strengthen"
        verb, behind = behind, ""
    if later and not verb and not behind:
        verb = _verb_on_next_line(first.text, later[0].text, quadrant, vocabulary)
        later = later[1:] if verb else later
    used = 1
    alone = not (verb or later or colon)
    if alone and _is_verb_below(blocks, at + 1, quadrant, vocabulary):
        verb, used = blocks[at + 1].text, 2
    rows = [Row(behind, first.line), *later] if behind else later
    return QuadrantHeading(
        quadrant, verb.strip(_DECORATION), tuple(rows), used, inline=bool(behind)
    )


def named_quadrant(row: str, vocabulary: Vocabulary) -> tuple[Quadrant, str] | None:
    """Return the quadrant that a row names, and the verb beside it; None if it says more."""
    head = _LETTER_FIRST.sub("", row.partition(":")[0]).strip()
    match = _WORDS.search(head)
    quadrant = vocabulary.quadrants.get(match[0].casefold()) if match else None
    if match is None or quadrant is None or any(c.isalpha() for c in head[: match.start()]):
        return None
    behind = head[match.end() :]
    rest = behind.strip(_DECORATION)
    if not rest or rest.casefold() in _LETTERS:
        return quadrant, ""
    if vocabulary.verbs.get(rest.casefold()) is quadrant:
        return quadrant, rest
    other = _OTHER_VERB.fullmatch(behind.rstrip())
    if other and any(c.isalpha() for c in rest):
        return quadrant, (other["after"] or other["inside"]).strip(_DECORATION)
    if not any(c.isalpha() for c in rest):
        return quadrant, ""
    also = _ALSO.match(behind)
    if also and vocabulary.quadrants.get(also["word"].casefold(), quadrant) is quadrant:
        return named_quadrant(f"{match[0]}{behind[also.end() :]}", vocabulary)
    return None


def begins_quadrant(before: Line, line: Line, vocabulary: Vocabulary, *, small: bool) -> bool:
    """Say whether a line is a quadrant's heading though it follows a note closely.

    It has to look like one: a capital or a colon. A wrapped note may well have a line that says
    no more than "threats".

    Args:
        before: The line before.
        line: The line.
        vocabulary: The words.
        small: The text's headings are in small letters.
    """
    if line.text.startswith("(") or named_quadrant(line.text, vocabulary) is None:
        return False
    if unfinished(before.text) and not before.text.endswith("-"):
        return False
    if before.bullet:
        return not begins_small(line.text)
    return small or ":" in line.text or not begins_small(line.text)


def headings_are_small(lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Say whether a text writes its headings in small letters: three of them by themselves."""
    lone = {
        vocabulary.quadrants[line.text.casefold()]
        for line in lines
        if line.text.casefold() in vocabulary.quadrants and line.text[:1].islower()
    }
    return len(lone) >= _ALL_BUT_ONE


def is_matrix(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text only names quadrants and verbs: the empty 2x2 picture of a slide."""
    words = [match[0] for match in _WORDS.finditer(text.casefold())]
    return len(words) > 1 and all(w in vocabulary.quadrants or w in vocabulary.verbs for w in words)


def takeaways_heading(
    block: Block, vocabulary: Vocabulary, *, listed: bool = False
) -> tuple[Row, ...] | None:
    """Return what stands in the block of the takeaways' heading below it; None if it is none.

    Args:
        block: The block.
        vocabulary: The words.
        listed: Notes have come, and bullets stand below: "The most important" will do then.
    """
    top = listed and not block.bullet and names_top(block.text, vocabulary)
    if is_takeaways(block, vocabulary) or (top and len(block.rows) == 1):
        return ()
    first = block.rows[0]
    head, colon, behind = first.text.partition(":")
    if block.bullet or not colon or not names_takeaways(head, vocabulary):
        return None
    rows = (Row(behind.strip(), first.line), *block.rows[1:])
    return rows if behind.strip() else rows[1:]


def is_takeaways(block: Block, vocabulary: Vocabulary) -> bool:
    """Say whether a block is the heading above a room's takeaways."""
    return (
        not block.bullet
        and len(block.rows) == 1
        and names_takeaways(block.text, vocabulary)
        and not block.text[:1].islower()
    )


def names_takeaways(row: str, vocabulary: Vocabulary) -> bool:
    """Say whether a row reads like the heading above a room's takeaways."""
    return (
        len(row) <= _SHORT
        and not row.endswith((".", ","))
        and 0 < len(_WORDS.findall(row)) <= _FEW_WORDS
        and vocabulary.names("takeaways", row)
    )


def names_top(row: str, vocabulary: Vocabulary) -> bool:
    """Say whether a row above bullets reads like "Our three most important points"."""
    return (
        len(row) <= _SHORT
        and not row.endswith((".", ","))
        and not begins_small(row)
        and len(_WORDS.findall(row)) <= _SOME_WORDS
        and (vocabulary.names("top", row) or vocabulary.names("takeaways", row))
    )


def _among_words(row: str, vocabulary: Vocabulary) -> tuple[Quadrant, str] | None:
    """Read a marked heading such as "Our strengths" or "Threats to the village"."""
    words = [match[0].casefold() for match in _WORDS.finditer(row)]
    named = [vocabulary.quadrants[word] for word in words if word in vocabulary.quadrants]
    return (named[0], "") if len(named) == 1 and len(words) <= _FEW_WORDS else None


def _verb_on_next_line(
    first: str, following: str, quadrant: Quadrant, vocabulary: Vocabulary
) -> str:
    candidate = following.strip(_DECORATION)
    if vocabulary.verbs.get(candidate.casefold()) is quadrant:
        return candidate
    announced = first.endswith(("-", "–", "—")) or following.startswith(("- ", "– "))
    return candidate if announced and " " not in candidate else ""


def _is_verb_below(
    blocks: Sequence[Block], at: int, quadrant: Quadrant, vocabulary: Vocabulary
) -> bool:
    block = blocks[at] if at < len(blocks) else None
    if block is None or not block.bullet or not block.close or " " in block.text:
        return False
    if vocabulary.verbs.get(block.text.casefold()) is quadrant:
        return True
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    # "- watch" below a heading whose notes have another bullet
    return bool(following and following.bullet and following.bullet != block.bullet) and (
        block.bullet in "-–—" and block.text[:1].islower()
    )
