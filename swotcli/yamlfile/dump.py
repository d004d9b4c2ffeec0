"""Data to YAML text that people can read and that gives back exactly what went in."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# A text that starts with a letter or digit and holds nothing that YAML, of any version and with
# any loader, could take for something else than text.
_SAFE = re.compile(r"[^\W_][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*")
_resolve: Callable[..., str] = yaml.resolver.Resolver().resolve
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(text: str) -> str:
    """Return one line of text as YAML: bare where that is safe, in double quotes elsewhere."""
    if (
        _SAFE.fullmatch(text)
        and ": " not in text
        and " #" not in text
        and not text.endswith((":", " "))
        and _resolve(yaml.ScalarNode, text, (True, False)) == "tag:yaml.org,2002:str"
        and text.lower() not in {"y", "n"}
    ):
        return text
    # JSON's string is YAML's double-quoted scalar but for a few characters that YAML wants escaped.
    return _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(text, ensure_ascii=False))


def dump(data: Mapping[str, object], comment: str = "") -> str:
    """Return YAML text for mappings, lists, text and numbers, under comment lines.

    Written here and not by PyYAML: its C and its pure dumper fold and escape differently, and the
    same input has to give the same bytes on every laptop.
    """
    head = "".join(f"# {line}".rstrip() + "\n" for line in comment.splitlines())
    return head + "".join(_mapping(data, ""))


def _mapping(data: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in data.items():
        yield f"{indent}{scalar(key)}:"
        yield from _behind_key(value, indent)


def _behind_key(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield "\n"
        yield from _mapping(value, indent + "  ")
    elif isinstance(value, list | tuple) and value:
        if all(isinstance(item, int) for item in value):
            yield f" [{', '.join(map(str, value))}]\n"
        else:
            yield "\n"
            yield from _list(value, indent)
    else:
        yield f" {_leaf(value)}\n"


def _list(items: list[object] | tuple[object, ...], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, dict) and item:
            first, *rest = "".join(_mapping(item, indent + "  ")).splitlines(keepends=True)
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest
        else:
            yield f"{indent}- {_leaf(item)}\n"


def _leaf(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case float():
            return f"{value:.6f}".rstrip("0") + ("0" if value == int(value) else "")
        case {}:
            return "{}"
        case [] | ():
            return "[]"
        case _:
            return scalar(str(value))
