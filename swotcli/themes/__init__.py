"""Stub."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """Stub."""

    key: tuple[Any, ...]
    texts: tuple[str, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Stub."""

    name: str
    keys: tuple[tuple[Any, ...], ...]


def draft(items: Sequence[Item]) -> tuple[Theme, ...]:
    """Stub."""
    return ()
