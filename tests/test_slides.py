"""The slides' template deck: made by its script, an organisation's own, colour and logo; the opening."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pptx
import pytest
from conftest import Swot
from helpers import tree, write_tree
from template_deck import COLOURS, DECK, deck
from test_cli_brief import FULL
from test_cli_merge import NORTH, SOUTH

from swotcli import shipped
from swotcli.model.agenda import Session
from swotcli.model.summary import Summary
from swotcli.render.page import page
from swotcli.render.slides import look
from swotcli.render.slides.report import report
from swotcli.render.views import Logo, Page
from swotcli.words import words

# The smallest picture: one dot.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist() if "core.xml" not in name}


def _titles(path: Path) -> list[str]:
    return [s.shapes.title.text_frame.text for s in pptx.Presentation(str(path)).slides]


@pytest.fixture
def filled(session: Path) -> Path:
    """Return the folder of a session with notes."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})
    return session


@pytest.fixture
def empty_page() -> Page:
    """Return a report without anything in it."""
    plan = Session(
        id="x", title="T", date="2026-03-10", lang="en", start="17.00", end="18.00"
    )  # fmt: skip
    return page(Summary("x", (), ()), plan, words("en"))


def test_the_shipped_deck_is_what_its_script_makes() -> None:
    """Who changes a layout changes the script: `python tests/template_deck.py`."""
    assert _parts(deck()) == _parts(DECK.read_bytes())


def test_the_decks_colours_can_be_read() -> None:
    """Text and header rows have a contrast of 4.5:1 with white, and so has any accent given."""
    for name in ("dk1", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "hlink"):
        value = COLOURS[name]
        assert look.contrast([int(value[n : n + 2], 16) for n in (0, 2, 4)]) >= look.READABLE
    for accent in ("#ffff00", "#ffffff", "#00a0e0", "#000000", "#1A4F8A"):
        value = look.readable(accent)
        assert look.contrast([int(value[n : n + 2], 16) for n in (0, 2, 4)]) >= look.READABLE
    assert "1A4F8A" == look.readable("#1a4f8a")


def test_colour_and_logo_of_the_organiser(empty_page: Page) -> None:
    """The theme's accent changes, and with it all that is drawn in it; the logo has its alternative text."""
    dressed = replace(empty_page, accent="#7A0B3C", logo=Logo(PNG, "png", "The village's tree"))
    content, notices = report(dressed, words("en"), date(2026, 3, 10), [])
    made = pptx.Presentation(io.BytesIO(content))
    themes = [v for k, v in _parts(content).items() if k.startswith("ppt/theme/theme")]
    (picture,) = [s for s in made.slides[0].shapes if s.shape_type == 13]

    assert () == notices
    assert any(b'<a:accent1><a:srgbClr val="7A0B3C"/>' in theme for theme in themes)
    assert "The village's tree" == picture._element.nvPicPr.cNvPr.get("descr")
    assert picture.left + picture.width <= made.slide_width


@pytest.mark.parametrize("logo", [Logo(b"<svg/>", "svg", "x"), Logo(b"no picture", "png", "x")])
def test_a_logo_that_slides_cannot_show_is_said(empty_page: Page, logo: Logo) -> None:
    """The deck is made without it."""
    _, notices = report(replace(empty_page, logo=logo), words("en"), date(2026, 3, 10), [])

    assert ("The logo is not on the slides: PowerPoint needs it as PNG or JPEG.",) == notices


def _named(template: Any) -> None:
    """Change our deck's look, as an organisation would."""
    template.slide_layouts.get_by_name("SWOT list").placeholders[0].name = "House"


def _office(template: Any) -> None:
    """Leave the deck as it comes with python-pptx: Office's own layouts, 4:3, and a slide in it."""
    template.slides.add_slide(template.slide_layouts[0]).shapes.title.text = "A sample slide"


@pytest.mark.parametrize(("start", "change"), [(DECK, _named), (None, _office)])
def test_an_own_deck_is_used(
    workspace: Path, filled: Path, swot: Swot, start: Path | None, change: Callable[[Any], None]
) -> None:
    """Layouts are found by name, else by their placeholders; sample slides are left out; texts are the same."""
    swot("report", "--format", "pptx")
    ours = _titles(filled / "report.pptx")
    template = pptx.Presentation(str(start) if start else None)
    change(template)
    (workspace / "templates").mkdir()
    template.save(workspace / "templates/report.pptx")

    swot("report", "--format", "pptx")

    assert ours == _titles(filled / "report.pptx")
    made = pptx.Presentation(str(filled / "report.pptx"))
    assert template.slide_width == made.slide_width
    assert 2 == sum(shape.has_table for slide in made.slides for shape in slide.shapes)
    for slide in made.slides:
        assert not [s for s in slide.placeholders if not s.has_table and not s.text_frame.text]


def test_an_own_deck_that_lacks_a_layout_is_one_problem(
    workspace: Path, filled: Path, swot: Swot
) -> None:
    """The file and the layout are named, with code 7; nothing is written."""
    template = pptx.Presentation(str(DECK))
    for layout in list(template.slide_layouts):
        if layout.name not in ("SWOT title", "SWOT two by two"):
            template.slide_layouts.remove(layout)
    (workspace / "templates").mkdir()
    template.save(workspace / "templates/report.pptx")

    done = swot("report", "--format", "pptx", code=7)

    assert "SWOT list" in done.err
    assert str(Path("templates", "report.pptx")) in done.err
    assert not (filled / "report.pptx").exists()


def _archive(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr(name, "<x")
    return stream.getvalue()


@pytest.mark.parametrize("content", [b"no deck", b"", _archive("a"), _archive("[Content_Types].xml")])  # fmt: skip
def test_an_own_deck_that_is_none_is_one_problem(
    workspace: Path, filled: Path, swot: Swot, content: bytes
) -> None:
    """Whatever the file is: what is wrong and what to do, not a traceback."""
    write_tree(workspace, {"templates/report.pptx": content})

    assert "report.pptx" in swot("report", "--format", "pptx", code=7).err


def test_the_deck_can_be_exported(workspace: Path, swot: Swot) -> None:
    """To be changed in PowerPoint."""
    swot("templates", "export", "report.pptx")

    exported = (workspace / "templates/report.pptx").read_bytes()
    assert (shipped.templates() / "report.pptx").read_bytes() == exported


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_opening_slides(workspace: Path, swot: Swot, lang: str) -> None:
    """Welcome, programme, theme, goals, quadrants, task, rhythm and rooms; same bytes each time."""
    write_tree(workspace, {"full.yaml": FULL})
    swot("start", "full.yaml")
    folder = next((workspace / "sessions").glob("2026*"))
    swot("brief", "--format", "pptx", "--lang", lang)
    once = tree(folder)
    swot("brief", "--format", "pptx", "--lang", lang)
    made = pptx.Presentation(str(folder / "brief.pptx"))
    (table,) = [shape for slide in made.slides for shape in slide.shapes if shape.has_table]
    runs = [
        run
        for slide in made.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    seen = "\n".join(run.text for run in runs)

    assert once == tree(folder)
    assert len(_titles(folder / "brief.pptx")) == len(set(_titles(folder / "brief.pptx"))) == 8
    for text in ("Village evening", "Opening of the evening", "Aino Alku, chair", "What keeps us together?",
                 "What works", "Lower costs", "Go round the table"):  # fmt: skip
        assert text in seen
        assert {"en-GB"} == {r._r.rPr.get("lang") for r in runs if text in r.text}
    assert "`" not in seen
    texts = [[cell.text_frame.text for cell in row.cells] for row in table.table.rows]
    assert ["North", "Oona Ohjaaja", "swotcli room north"] == texts[1]
    assert table._element.nvGraphicFramePr.cNvPr.get("descr")
    language = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[lang]
    assert language == made.core_properties.language


def test_the_brief_has_no_tables_or_data(session: Path, swot: Swot) -> None:
    """What the brief cannot be is refused, and the formats that it has are named."""
    said = swot("brief", "--format", "csv", code=2).err

    assert all(name in said for name in ("--format", "md", "html", "pptx"))
