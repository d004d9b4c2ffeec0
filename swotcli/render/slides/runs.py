"""A person's text on a slide: as runs, each marked with its language (WCAG 2.1, 3.1.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pptx.text.text import TextFrame, _Paragraph

    from swotcli.render.views import Said

LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}

# What XML 1.0 (2.2) has no sign for: a deck with one of them could not be saved.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[\t\n\r]")

_NUMBERED = '<a:buFont xmlns:a="{0}" typeface="+mj-lt"/>', '<a:buAutoNum xmlns:a="{0}" type="arabicPeriod" startAt="{1}"/>'  # fmt: skip
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def clean(text: str) -> str:
    """Return the text on one line, without what XML forbids; nothing else of it is changed."""
    return _BREAKS.sub(" ", _FORBIDDEN.sub("", text))


class Writer:
    """Writes paragraphs into a frame, in a page's language where a text has none of its own."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def write(
        self, frame: TextFrame, said: Said, level: int = 0, *, number: int = 0, size: int = 0
    ) -> None:
        """Add a paragraph.

        Args:
            frame: What it goes into; its first paragraph is used if it is empty.
            said: The text.
            level: 0 for an entry, 1 for what stands below it.
            number: The number to stand before it; 0 for none.
            size: In points, where the layout's own does not do.
        """
        first = frame.paragraphs[0]
        paragraph = frame.add_paragraph() if first.runs else first
        if level:
            paragraph.level = level
        if number:
            _number(paragraph, number)
        self.run(paragraph, said, size=size)

    def run(self, paragraph: _Paragraph, said: Said, *, size: int = 0) -> None:
        """Add a text to a paragraph."""
        from pptx.util import Pt

        run = paragraph.add_run()
        run.text = clean(said.text)
        run._r.get_or_add_rPr().set("lang", LOCALES[said.lang or self._lang])
        if size:
            run.font.size = Pt(size)


def _number(paragraph: _Paragraph, number: int) -> None:
    from lxml import etree

    properties = paragraph._p.get_or_add_pPr()
    for pattern in _NUMBERED:
        properties.append(etree.fromstring(pattern.format(_DRAWING, number)))
