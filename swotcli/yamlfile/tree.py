"""YAML text to a tree in which every value is text, knows its line, and nothing is dropped.

The tree is built from parser events, so aliases, tags and deep nesting are refused before any
object exists, and `no`, `12:30` or `1.10` stay as typed. YAML has no depth limit of its own; the
C loader ends the process on deep nesting, the C parser of events does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml
from yaml import events as ev

from swotcli.errors import Problem
from swotcli.model.text import CutText, PairText
from swotcli.yamlfile.syntax import LOADER, syntax_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 8
"""Levels of nesting; the deepest file of ours has four."""

_COMMENT_AFTER = re.compile(r"[ \t]+#")
_COMMENT_ONLY = re.compile(r"[ \t]*#")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value: its text, and where it stands in the source (character offsets)."""

    text: str
    line: int
    start: int
    end: int
    plain: bool
    cut: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `flow` when it is written in brackets."""

    items: tuple[Node, ...]
    line: int
    start: int
    end: int
    flow: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file; `flow` when written in braces."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    start: int
    end: int
    flow: bool

    def get(self, key: str) -> Node | None:
        """Return the value of a key; of two equal keys the first."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read YAML text into a tree.

    Returns:
        The tree, or None where the text is empty or cannot be read, and every problem found. With
        a problem the tree is only good for finding more of them.
    """
    builder = _Builder(text)
    try:
        return builder.document(), tuple(builder.problems)
    except _Refused as refused:
        return None, (*builder.problems, refused.problem)
    except yaml.YAMLError:
        syntax, rest = syntax_errors(text)
        builder = _Builder(rest)
    try:
        root = builder.document()
    except (_Refused, yaml.YAMLError):
        root = None
    return root, (*syntax, *builder.problems)


def literal(text: str, mapping: Mapping) -> str | None:
    """Return a mapping such as `- Costs: too high` as it was typed, if it can be meant as text."""
    if mapping.flow or len(mapping.entries) != 1:
        return None
    key, value = mapping.entries[0]
    if not isinstance(value, Scalar):
        return None
    return text[key.start : max(value.end, key.end + 1)].rstrip()


def to_data(text: str, node: Node) -> object:
    """Return the tree as plain data; a key with nothing behind it is left out.

    A text that YAML cut short becomes a CutText, a one-pair mapping a PairText: the model knows
    where text is meant and what to say.
    """
    match node:
        case Scalar():
            return CutText(node.text) if node.cut else node.text
        case Sequence():
            kept = [item for item in node.items if not _is_nothing(item)]
            return [to_data(text, item) for item in kept]
        case Mapping():
            pair = {
                key.text: to_data(text, value)
                for key, value in node.entries
                if not _is_nothing(value)
            }
            whole = literal(text, node)
            if whole is None:
                return pair
            value = node.entries[0][1]
            cut = isinstance(value, Scalar) and value.cut
            return PairText(pair, CutText(whole) if cut else whole)


def lines_of(node: Node) -> dict[tuple[str | int, ...], int]:
    """Return the line of each value by its path of keys and indexes, as `to_data` counts them."""
    return dict(_walk_lines(node, ()))


def _walk_lines(
    node: Node, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], int]]:
    yield path, node.line
    if isinstance(node, Sequence):
        kept = [item for item in node.items if not _is_nothing(item)]
        for index, item in enumerate(kept):
            yield from _walk_lines(item, (*path, index))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield (*path, key.text), key.line
            for deeper, line in _walk_lines(value, (*path, key.text)):
                if deeper != (*path, key.text):
                    yield deeper, line


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and not node.text and not node.cut


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.events = yaml.parse(text, Loader=LOADER)
        self.depth = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, ev.DocumentStartEvent):
                if root is not None:
                    raise _Refused(Problem("second-document", line=_line(event)))
                root = self.node(next(self.events), in_list=False)
        return None if root is not None and _is_nothing(root) else root

    def node(self, event: yaml.Event, *, in_list: bool) -> Node:
        self.refuse_references(event)
        if isinstance(event, ev.SequenceStartEvent):
            return self.sequence(event)
        if isinstance(event, ev.MappingStartEvent):
            return self.mapping(event)
        if isinstance(event, ev.ScalarEvent):
            return self.scalar(event, in_list=in_list)
        # An alias: noticed above. Its place is taken by nothing.
        return Scalar("", _line(event), _start(event), _end(event), True, False)

    def scalar(self, event: ev.ScalarEvent, *, in_list: bool) -> Scalar:
        start, end = _start(event), _end(event)
        plain = not event.style  # None, or empty from the C parser
        cut = plain and bool(_COMMENT_AFTER.match(self.text, end))
        if plain and not event.value:
            # Nothing before a comment: in a list that was meant as a note ("- #idea"), behind a
            # key it is an ordinary comment ("threats:  # none yet").
            cut = in_list and bool(_COMMENT_ONLY.match(self.text, end))
        return Scalar(event.value, _line(event), start, end, plain, cut)

    def sequence(self, event: ev.SequenceStartEvent) -> Sequence:
        self.deeper(event)
        items: list[Node] = []
        end: yaml.Event = event
        for end in self.events:
            if isinstance(end, ev.SequenceEndEvent):
                break
            items.append(self.node(end, in_list=True))
        self.depth -= 1
        return Sequence(
            tuple(items),
            _line(event),
            _start(event),
            _end(end),
            bool(event.flow_style),
        )

    def mapping(self, event: ev.MappingStartEvent) -> Mapping:
        self.deeper(event)
        entries: list[tuple[Scalar, Node]] = []
        first_lines: dict[str, int] = {}
        end: yaml.Event = event
        for end in self.events:
            if isinstance(end, ev.MappingEndEvent):
                break
            key = self.node(end, in_list=False)
            value = self.node(next(self.events), in_list=False)
            if not isinstance(key, Scalar):
                self.problems.append(Problem("key-not-text", line=key.line))
                continue
            if key.text in first_lines:
                values = {"key": key.text, "first": first_lines[key.text]}
                self.problems.append(Problem("duplicate-key", values, line=key.line))
            first_lines.setdefault(key.text, key.line)
            entries.append((key, value))
        self.depth -= 1
        return Mapping(
            tuple(entries),
            _line(event),
            _start(event),
            _end(end),
            bool(event.flow_style),
        )

    def deeper(self, event: yaml.Event) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Refused(Problem("too-deep", {"limit": DEEPEST}, line=_line(event)))

    def refuse_references(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, ev.AliasEvent):
            self.problems.append(Problem("yaml-alias", {"name": anchor}, line=_line(event)))
        elif anchor:
            self.problems.append(Problem("yaml-anchor", {"name": anchor}, line=_line(event)))
        if tag:
            self.problems.append(Problem("yaml-tag", {"name": tag}, line=_line(event)))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0
