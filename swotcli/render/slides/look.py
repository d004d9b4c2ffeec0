"""The organiser's colour and logo in the template deck that ships with the program.

A workspace's own deck has a look of its own, which is left alone.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from swotcli.render.slides.runs import clean

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide as Made

    from swotcli.render.views import Logo

READABLE = 4.5
"""WCAG 2.1, 1.4.3: the contrast of text with what is behind it."""

_DARKER = 0.95
_MOST_WIDE, _MOST_HIGH, _RIGHT, _TOP = 2.4, 0.75, 12.73, 0.4  # inches


def tint(deck: Presentation, accent: str) -> None:
    """Put the organiser's colour in the place of ours, dark enough to be read on white.

    Args:
        deck: Our template deck; its theme's first accent is the one for titles and tables.
        accent: As #rrggbb; empty: ours stays.
    """
    if not accent:
        return
    colour = readable(accent)
    masters = (master.part for master in deck.slide_masters)
    for theme in (r.target_part for part in masters for r in part.rels.values()):
        if theme.partname.startswith("/ppt/theme/"):
            pattern = rb'(<a:(?:accent1|hlink)><a:srgbClr val=")[0-9A-Fa-f]{6}'
            # python-pptx keeps a theme as bytes and has no call to change it.
            theme._blob = re.sub(pattern, rb"\g<1>" + colour.encode("ascii"), theme.blob)


def readable(accent: str) -> str:
    """Return a colour as RRGGBB, made darker until white and it can be read on each other."""
    parts = [int(accent[at : at + 2], 16) for at in (1, 3, 5)]
    while contrast(parts) < READABLE:
        parts = [int(part * _DARKER) for part in parts]
    return "".join(f"{part:02X}" for part in parts)


def contrast(parts: list[int]) -> float:
    """Return the contrast of a colour with white (WCAG 2.1, relative luminance)."""
    shares = [part / 255 for part in parts]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    luminance = sum(w * s for w, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def place_logo(slide: Made, logo: Logo) -> bool:
    """Put a logo at the top right of a slide, with its alternative text; say whether that could be done.

    PowerPoint wants PNG or JPEG: a drawing as SVG would need a picture besides it.
    """
    from pptx.util import Inches

    if logo.kind not in ("png", "jpeg"):
        return False
    try:
        picture = slide.shapes.add_picture(BytesIO(logo.content), 0, 0)
    except (OSError, ValueError):  # not a picture after all
        return False
    scale = min(Inches(_MOST_WIDE) / picture.width, Inches(_MOST_HIGH) / picture.height)
    picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
    picture.left, picture.top = Inches(_RIGHT) - picture.width, Inches(_TOP)
    picture._element.nvPicPr.cNvPr.set("descr", clean(logo.alt))
    return True
