"""An organiser's colour, made readable: contrast as WCAG 2.1 counts it (1.4.3, 4.5:1 for text).

No colour reaches 4.5:1 both on white and on the dark ground (the two grounds themselves are only
17:1 apart, and 4.5 times 4.5 is 20), so each ground gets its own shade of the colour: the colour
itself where it is good enough, else the nearest darker or lighter one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENOUGH = 4.5
LIGHT = ("#ffffff", "#fbfaf7")
"""What text stands on in the light theme and on paper; `page.css` has the same."""
DARK = ("#14181d", "#1b2127")
"""What text stands on in the dark theme."""

_STEPS = 50


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours written as #rrggbb, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, grounds: Sequence[str]) -> str:
    """Return the colour, or the nearest shade of it that can be read on the grounds."""
    if not colour:
        return ""
    end = "#ffffff" if _luminance(grounds[0]) < 0.2 else "#000000"
    for shade in _shades(colour, end):
        if all(contrast(shade, ground) >= ENOUGH for ground in grounds):
            return shade
    return end


def _shades(colour: str, end: str) -> Iterator[str]:
    ours, theirs = _parts(colour), _parts(end)
    for step in range(_STEPS + 1):
        mixed = (a + (b - a) * step / _STEPS for a, b in zip(ours, theirs, strict=True))
        yield "#" + "".join(f"{round(part):02x}" for part in mixed)


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
