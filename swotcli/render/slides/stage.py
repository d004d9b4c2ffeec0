"""A deck in the making: slides are added to a template deck, each by filling its layout's placeholders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.errors import RenderFailed
from swotcli.render.flow import Fit
from swotcli.render.slides import look, template
from swotcli.render.slides.layouts import layouts, text_places
from swotcli.render.slides.runs import Writer, clean
from swotcli.render.slides.tables import fill, place_table
from swotcli.render.views import Said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide as Made
    from pptx.slide import SlideLayout
    from pptx.text.text import TextFrame

    from swotcli.render.flow import Slide
    from swotcli.render.slides.tables import Table
    from swotcli.render.views import Logo
    from swotcli.words import Words

FIT = Fit(11, 58)
"""So much fits in a list's placeholder of the shipped deck: 5.2 by 12.1 inches, at 28 points."""

_TITLE_SIZES = ((100, 0), (170, 24))
"""Up to so many letters a title has such a size, in points (0: the layout's); above it the last."""

_SMALL = 20
_LONGEST_TITLE = 230
"""A longer title is shortened in its middle, where it differs least; the notes have all of it."""

_END = 30
_MOST_SOURCES = 200
"""So many notes stand in a slide's speaker's notes; the report has all of them."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """One of the four parts of an overview: its heading, and what stands below it."""

    heading: Said
    lines: tuple[Said, ...]


class Stage:
    """The deck in the making.

    Raises:
        RenderFailed: The template deck cannot be read, or lacks a layout that is needed.
    """

    def __init__(self, words: Words, folders: Sequence[Path]) -> None:
        self._path, self._house = template.find(folders)
        self.deck = template.opened(self._path)
        self._layouts = layouts(self.deck, self._path)
        self._writer = Writer(words.lang)
        self._words = words
        self._titles: set[str] = set()

    def dress(self, accent: str, logo: Logo | None) -> tuple[str, ...]:
        """Give the deck the organiser's colour and logo; return what the person has to know of it.

        The logo goes on the first slide, which has to be there already.
        """
        if self._house:
            return ()
        look.tint(self.deck, accent)
        if logo is None or look.place_logo(self.deck.slides[0], logo):
            return ()
        return (self._words.say("slides.logo"),)

    def add(self, slide: Slide) -> None:
        """Add a slide with a title and a list."""
        layout = self._layouts.title if slide.kind == "title" else self._layouts.entries
        made = self._new(self._layouts.by_quadrant.get(slide.key, layout), slide.title)
        places = text_places(list(made.placeholders))
        if places:
            frame = places[0].text_frame
            for entry in slide.entries:
                self._writer.write(frame, entry.said, number=entry.number)
                if entry.detail:
                    self._writer.write(frame, Said(entry.detail, entry.detail_lang), level=1)
        self._sources(made, slide.sources)
        _tidy(made)

    def add_quarters(self, title: Said, quarters: Sequence[Quarter]) -> None:
        """Add an overview of four parts, two by two."""
        layout = self._layouts.quarters
        made = self._new(layout or self._layouts.entries, title)
        places = text_places(list(made.placeholders))
        frames = [place.text_frame for place in places] if layout else _quartered(made, places[0])
        for frame, quarter in zip(frames, quarters, strict=True):
            self._writer.write(frame, quarter.heading, size=0 if layout else 20)
            for line in quarter.lines:
                self._writer.write(frame, line, level=1, size=0 if layout else 18)
        _tidy(made)

    def add_table(self, title: Said, table: Table, sources: Sequence[Said] = ()) -> None:
        """Add a slide with a table, which has to fit on it."""
        made = self._new(self._layouts.table or self._layouts.entries, title)
        frame = place_table(made, table)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(table.description))
        fill(frame.table, table, self._writer)
        self._sources(made, sources)
        _tidy(made)

    def _new(self, layout: SlideLayout, title: Said) -> Made:
        made = self.deck.slides.add_slide(layout)
        shape = made.shapes.title
        if shape is None:  # a layout named like ours, but without a title
            raise RenderFailed.of("deck-lacks-layout", path=self._path, name=layout.name)
        made.shapes._spTree.insert(2, shape._element)  # read aloud first
        text = self._unique(_shortened(clean(title.text)))
        size = next((s for most, s in _TITLE_SIZES if len(text) <= most), _SMALL)
        self._writer.write(shape.text_frame, Said(text, title.lang), size=size)
        if text != title.text and len(title.text) > _LONGEST_TITLE:
            self._sources(made, [title])
        return made

    def _unique(self, title: str) -> str:
        text, number = title, 1
        while text in self._titles:
            number += 1
            text = f"{title} ({number})"
        self._titles.add(text)
        return text

    def _sources(self, made: Made, sources: Sequence[Said]) -> None:
        if not sources:
            return
        frame = made.notes_slide.notes_text_frame
        if frame is None:  # a template deck whose notes have no place for text
            return
        for said in sources[:_MOST_SOURCES]:
            self._writer.write(frame, said)
        if (left := len(sources) - _MOST_SOURCES) > 0:
            self._writer.write(frame, Said(self._words.say("slides.more-notes", count=left)))


def _quartered(made: Made, area: BaseShape) -> list[TextFrame]:
    """Return four text boxes over a list's area, for a deck that has no layout of four parts."""
    wide, high = area.width // 2, area.height // 2
    frames = []
    for place in range(4):
        left, top = area.left + place % 2 * wide, area.top + place // 2 * high
        frame = made.shapes.add_textbox(left, top, wide, high).text_frame
        frame.word_wrap = True
        frames.append(frame)
    return frames


def _shortened(title: str) -> str:
    """Return a title that fits: one too long loses its middle, since the end may be what tells it apart."""
    if len(title) <= _LONGEST_TITLE:
        return title
    return f"{title[: _LONGEST_TITLE - _END]} … {title[-_END:]}"


def _tidy(made: Made) -> None:
    """Take away the placeholders that got no text: PowerPoint would show their prompts."""
    for place in list(made.placeholders):
        filled = place.text_frame.text if place.has_text_frame else place.has_table
        if not filled:
            place._element.getparent().remove(place._element)
