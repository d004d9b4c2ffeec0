"""The PDF: accessible by the rules, every note in it letter for letter, text as data, same bytes."""

from __future__ import annotations

import io
import json
import re
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import page as checker
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from conftest import Swot
from helpers import HOSTILE, write_tree
from test_cli_merge import NORTH, SOUTH
from workshops import from_texts, workshop

from swotcli.errors import RenderFailed
from swotcli.model.agenda import Session
from swotcli.model.quadrant import Quadrant
from swotcli.model.summary import Summary
from swotcli.render import Format, documents, pdf
from swotcli.render.page import page as page_of
from swotcli.render.typeset import FONTS
from swotcli.render.views import Logo
from swotcli.words import words

SAMI = "Čč Đđ Ŋŋ Šš Ŧŧ Žž Ǩǩ Ǧǧ Ǥǥ Ʒʒ Ǯǯ → ≥"
TYPST = ('#eval("1+1")', '#import "x": *', "$x^2$", "@ref and <label>", "#set page(width: 1mm)")
SEED_LIKE = (
    "Osallisuuden varmistaminen →tarvitaan aitoa asiakas- ja asukaslähtöistä kehittämistä",
    "Tilojen puute (esim. yhdistysten kokoontumiset)",
    "Järjestöjen löytäminen vaikeaa, puuttuu järjestötiedon yhteen kokoava yhteinen ”alusta”",
)
NASTY = (*HOSTILE, *TYPST, SAMI, "x" * 126, "漢字", "a\u0000b")
CASES: dict[str, Callable[[], tuple[Session, Summary]]] = {
    "small": lambda: workshop(3, 12),
    "hostile": lambda: workshop(4, 32, from_texts(NASTY), title=NASTY[0], goals=NASTY[:5]),
    "empty quadrant": lambda: workshop(3, 9, without=[Quadrant.THREATS]),
    "one room": lambda: workshop(1, 8, goals=()),
    "nothing said": lambda: workshop(2, 0),
    "seed-like": lambda: workshop(4, 12, from_texts(SEED_LIKE)),
    "three languages": lambda: workshop(3, 8, langs=["fi", "sv", "en"]),
}
SLOW_CASES: dict[str, Callable[[], tuple[Session, Summary]]] = {
    "typical": lambda: workshop(8, 40, langs=["fi", "sv", "en"]),
    "large": lambda: workshop(12, 60),
    "very many": lambda: workshop(60, 90),
}


def _document(session: Session, summary: Summary, lang: str = "fi") -> documents.Document:
    return documents.report(summary, session, Format.PDF, words(lang), [])


@cache
def _made(case: str) -> documents.Document:
    session, summary = {**CASES, **SLOW_CASES}[case]()
    return _document(session, summary)


def _broken_rules(content: bytes, profile: str = "ua1") -> set[str]:
    limits = checker.SafetyLimits(max_reference_depth=1024)
    report = checker.validate_pdf_bytes(content, profile=profile, limits=limits)
    return {failure.rule_id for failure in report.failures}


def _text(content: bytes) -> str:
    document: Any = pypdfium2.PdfDocument(content)
    return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)


def _bare(text: str) -> str:
    """Return text without blanks, which a line's end changes, and without marks of hyphenation."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\x02\x00\u202e]+", "", text)


def _open(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def _elements(pdf_file: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    waiting: list[pikepdf.Object] = [pdf_file.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        yield element
        kids: Any = element.get("/K", [])
        several = kids if isinstance(kids, pikepdf.Array) else [kids]
        waiting += [kid for kid in several if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _tags(pdf_file: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    return [element for element in _elements(pdf_file) if element.get("/S") == f"/{tag}"]


@pytest.mark.parametrize("profile", ["ua1", pytest.param("pdfa-2a", marks=pytest.mark.slow)])
@pytest.mark.parametrize("case", CASES)
def test_the_pdf_is_accessible_and_an_archive_file(case: str, profile: str) -> None:
    """No rule of PDF/UA-1 and of PDF/A-2a is broken, whatever the rooms wrote."""
    assert set() == _broken_rules(_made(case).content, profile)


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["ua1", pytest.param("pdfa-2a", marks=pytest.mark.slow)])
@pytest.mark.parametrize("case", SLOW_CASES)
def test_a_long_pdf_is_accessible_too(case: str, profile: str) -> None:
    """So many rooms and notes as there are."""
    assert set() == _broken_rules(_made(case).content, profile)


def _without_xmp(file: pikepdf.Pdf) -> None:
    del file.Root.Metadata


def _without_mark(file: pikepdf.Pdf) -> None:
    raw = file.Root.Metadata.read_bytes()
    file.Root.Metadata = file.make_stream(
        re.sub(rb"<pdfuaid:part>1</pdfuaid:part>", b"", raw),
        {"/Type": pikepdf.Name.Metadata, "/Subtype": pikepdf.Name.XML},
    )


def _without_title(file: pikepdf.Pdf) -> None:
    raw = file.Root.Metadata.read_bytes()
    file.Root.Metadata = file.make_stream(
        re.sub(rb"<dc:title>.*?</dc:title>", b"", raw, flags=re.DOTALL),
        {"/Type": pikepdf.Name.Metadata, "/Subtype": pikepdf.Name.XML},
    )


def _without_lang(file: pikepdf.Pdf) -> None:
    del file.Root.Lang
    for element in _elements(file):
        if "/Lang" in element:
            del element["/Lang"]


def _unmarked(file: pikepdf.Pdf) -> None:
    file.Root.MarkInfo.Marked = False


def _without_tree(file: pikepdf.Pdf) -> None:
    del file.Root.StructTreeRoot


def _without_tabs(file: pikepdf.Pdf) -> None:
    for sheet in file.pages:
        if "/Tabs" in sheet:
            del sheet["/Tabs"]


def _title_hidden(file: pikepdf.Pdf) -> None:
    file.Root.ViewerPreferences.DisplayDocTitle = False


def _without_scope(file: pikepdf.Pdf) -> None:
    for cell in _tags(file, "TH"):
        for key in ("/A", "/ID"):
            if key in cell:
                del cell[key]
    for cell in _tags(file, "TD"):
        if "/A" in cell:
            del cell["/A"]


def _link_unnamed(file: pikepdf.Pdf) -> None:
    for sheet in file.pages:
        for mark in sheet.get("/Annots", []):
            if "/Contents" in mark:
                del mark["/Contents"]


def _heading_skipped(file: pikepdf.Pdf) -> None:
    for heading in _tags(file, "H2"):
        heading.S = pikepdf.Name("/H4")


def _item_loses_child(file: pikepdf.Pdf) -> None:
    for part in _tags(file, "LBody"):
        part.S = pikepdf.Name("/TD")


def _row_is_paragraph(file: pikepdf.Pdf) -> None:
    for row in _tags(file, "TR"):
        row.S = pikepdf.Name("/P")


def _page_untagged(file: pikepdf.Pdf) -> None:
    sheet = file.pages[0]
    plain = [
        step
        for step in pikepdf.parse_content_stream(sheet)
        if str(step.operator) not in ("BDC", "BMC", "EMC")
    ]
    sheet.Contents = file.make_stream(pikepdf.unparse_content_stream(plain))


FAULTS = (
    _without_lang, _without_title, _without_xmp, _without_mark, _unmarked, _without_tree,
    _without_tabs, _title_hidden, _without_scope, _link_unnamed, _heading_skipped,
    _item_loses_child, _row_is_paragraph, _page_untagged,
)  # fmt: skip


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda spoil: spoil.__name__.strip("_"))
def test_the_checker_sees_what_is_wrong(spoil: Callable[[pikepdf.Pdf], None]) -> None:
    """Each fault put into a good file is found: a check that cannot fail proves nothing."""
    file = _open(_made("small").content)
    spoil(file)
    spoilt = io.BytesIO()
    file.save(spoilt)

    assert _broken_rules(spoilt.getvalue())


def test_the_pdf_names_itself() -> None:
    """Marked, with a tree, a language, bookmarks; its title is shown, and stands in its metadata."""
    file = _open(_made("small").content)
    root = file.Root

    assert root.MarkInfo.Marked
    assert "/StructTreeRoot" in root
    assert "fi" == str(root.Lang)
    assert root.ViewerPreferences.DisplayDocTitle
    with file.open_outline() as outline:
        shown = [entry.title for entry in outline.root]
    assert [name for name in shown if name.startswith(("Vahvuudet –", "Uhat –"))]
    with file.open_metadata() as metadata:
        assert "1" == metadata["pdfuaid:part"]
        assert "2" == metadata["pdfaid:part"]
        assert "Työpaja kylillä – Ryhmien yhteenveto" == metadata["dc:title"]


@pytest.mark.parametrize(
    ("langs", "expected"),
    [((), set()), (("fi", "sv"), {"sv"}), (("sv", "en"), {"sv", "en"})],
)
def test_notes_keep_their_language(langs: tuple[str, ...], expected: set[str]) -> None:
    """The tree says sv and en exactly where rooms talk them: a screen reader changes its voice."""
    file = _open(_document(*workshop(2, 8, langs=langs)).content)

    found = {str(element["/Lang"])[:2] for element in _elements(file) if "/Lang" in element}
    assert expected == found - {"fi"}


def test_the_agenda_keeps_its_language() -> None:
    """A Swedish report of a Finnish session: the title and the theme stay Finnish."""
    file = _open(_document(*workshop(2, 8), "sv").content)

    assert "sv" == str(file.Root.Lang)
    assert "fi" in {str(element["/Lang"])[:2] for element in _elements(file) if "/Lang" in element}


@pytest.mark.parametrize("case", ["small", "seed-like", "three languages"])
def test_every_note_is_in_the_pdf(case: str) -> None:
    """Letter for letter, but for hyphens at the end of a line; every room and takeaway too."""
    _, summary = CASES[case]()
    seen = _bare(_text(_made(case).content))

    texts = [note.text for note in summary.notes()] + [t.text for t in summary.takeaways]
    assert [] == [text for text in texts if _bare(text) not in seen]


def test_hostile_text_is_shown_and_does_nothing() -> None:
    """Code of Typst, HTML, Jinja and the rest stands there as it was typed."""
    seen = _bare(_text(_made("hostile").content))

    for text in (*HOSTILE, *TYPST, SAMI):
        if (text.isascii() and len(text) < 5000) or text == SAMI:
            assert _bare(text) in seen, text
    assert "a" * 1000 in seen


def test_letters_that_no_font_has_are_named() -> None:
    """Emoji, Chinese, NUL: named or gone, said once, and how many; the Sámi line is as it was."""
    texts = ["hyvä 🙂 tuli", "漢字", "a\u0000b", SAMI, "👩‍👩‍👧"]
    made = _document(*workshop(1, 5, from_texts(texts), goals=()))

    seen = _text(made.content)
    assert _bare("hyvä [slightly smiling face] tuli") in _bare(seen)
    assert _bare(SAMI) in _bare(seen)
    assert "[zero" not in seen
    assert "\0" not in seen
    (notice,) = made.notices
    assert "🙂 [slightly smiling face] × " in notice
    assert "漢 [cjk unified ideograph-6f22]" in notice
    assert () == _made("small").notices
    assert set() == _broken_rules(made.content)


def test_same_input_same_bytes() -> None:
    """No clock, no random name: made twice, alike."""
    assert _made("small").content == _document(*workshop(3, 12)).content


def test_the_pdf_says_what_the_merge_says(session: Path, swot: Swot) -> None:
    """The same points, rooms, counts and takeaways as `merge --json`."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})
    swot("report", "--format", "pdf")
    merged = json.loads(swot("merge", "--json").out)

    seen = _bare(_text((session / "report.pdf").read_bytes()))
    for point in merged["points"]:
        rooms = ", ".join(room.capitalize() for room in point["rooms"])
        assert _bare(point["text"]) in seen
        several = len(point["rooms"]) > 1
        assert _bare(f"{len(point['rooms'])} of 3 rooms: {rooms}" if several else rooms) in seen
    for takeaway in merged["takeaways"]:
        assert _bare(f"{takeaway['number']}.{takeaway['text']}") in seen
    assert _bare("South: takeaways: 2, 3 are wanted.") in seen


def test_suggestions_are_said_in_words(session: Path, swot: Swot) -> None:
    """What the program joined is marked where it stands, and counted on the front page."""
    write_tree(session, {"rooms/north.yaml": "room: north\nthreats: [Bus connections are poor here]\n",
                         "rooms/south.yaml": "room: south\nthreats: [Poor bus connections here]\n"})  # fmt: skip
    swot("report", "--format", "pdf")
    merged = json.loads(swot("merge", "--json").out)

    seen = _text((session / "report.pdf").read_bytes())
    assert merged["counts"]["suggested"] == _bare(seen).count("suggested·")


def test_very_many_notes_are_kept_short() -> None:
    """No appendix, fifteen points a quadrant, and a sentence that says so and where the rest is."""
    session, summary = workshop(52, 100)
    whole = page_of(summary, session, words("en"))

    short = pdf.kept_short(whole, words("en"))

    assert "5200 notes" in short.capped
    assert "tables" in short.capped
    assert [15] * 4 == [len(quadrant.points) for quadrant in short.quadrants]
    assert not [room for room in short.rooms if room.notes]
    few = replace(whole, rooms=whole.rooms[:3])
    assert few is pdf.kept_short(few, words("en"))


@pytest.mark.slow
def test_a_whole_country_fits() -> None:
    """A thousand rooms with two hundred notes each: a PDF of a few megabytes."""
    session, summary = workshop(1000, 200)
    made = _document(session, summary)

    assert len(made.content) < 10_000_000
    assert "Kirjauksia on 200000" in " ".join(_text(made.content).split())
    assert set() == _broken_rules(made.content)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def test_colour_and_logo() -> None:
    """The organiser's picture stands on the front page with what it shows, in their colour."""
    session, summary = workshop(2, 4)
    made = page_of(summary, session, words("fi"))
    own = replace(made, accent="#aa3300", logo=Logo(SVG, "svg", "Kylien tunnus"))

    content, _ = pdf.report(own, words("fi"), [], session.date)

    file = _open(content)
    (figure,) = _tags(file, "Figure")
    assert "Kylien tunnus" == str(figure["/Alt"])
    assert set() == _broken_rules(content)


def test_the_brief_is_two_pages(session: Path, swot: Swot) -> None:
    """One for everybody, one for facilitators; accessible, and the same each time."""
    swot("brief", "--format", "pdf")
    once = (session / "brief.pdf").read_bytes()
    swot("brief", "--format", "pdf")

    assert 2 == len(_open(once).pages)
    assert (set(), set()) == (_broken_rules(once), _broken_rules(once, "pdfa-2a"))
    assert once == (session / "brief.pdf").read_bytes()
    for text in ("What keeps us together?", "swotcli room north", "rooms/north.yaml", "/m 7 w"):
        assert _bare(text) in _bare(_text(once))


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("one\n\n#nothing", "report.typ:3:"),
        ('#include "gone.typ"', "report.typ:1:"),
        ('\n#read("../../agenda.yaml")', "report.typ:2:"),
        ('#read("/etc/passwd")', "report.typ:1:"),
        ('#import "@preview/a:0.1.0": *', "report.typ:1:"),
        ('#set document(title: "x")\n= 漢', "report.typ"),
        ("#while true {}", "report.typ:1:"),
    ],
)
def test_a_faulty_template_is_explained(
    session: Path, workspace: Path, swot: Swot, template: str, said: str
) -> None:
    """File, line and reason, code 7, nothing written; no file of the person can be read by it."""
    write_tree(workspace, {"templates/report.typ": template})

    done = swot("report", code=7)

    assert f"templates/{said}" in done.err.replace("\\", "/")
    assert not (session / "report.md").exists()
    assert not (session / "report.pdf").exists()


def test_an_own_template_builds_on_the_shipped_one(
    session: Path, workspace: Path, swot: Swot
) -> None:
    """The workspace's look wins, and a report can include the shipped one."""
    own = '#include "builtin/report.typ"\nOur own last words'
    write_tree(workspace, {"templates/report.typ": own})

    swot("report", "--format", "pdf")

    seen = _text((session / "report.pdf").read_bytes())
    assert "Our own last words" in seen
    assert "Village evening" in seen


def test_a_template_reaches_no_network(
    session: Path, workspace: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package is never asked for, not even through the person's own proxy."""
    write_tree(workspace, {"templates/report.typ": '#import "@preview/a:0.1.0": *'})
    calls: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            try:
                calls.append(server.accept()[0].recv(100))
            except OSError:
                return

        threading.Thread(target=listen, daemon=True).start()
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.getsockname()[1]}")
        swot("report", "--format", "pdf", code=7)

    assert [] == calls


def test_without_typst_it_is_said(
    session: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One clear message, code 7, and the other formats go on working."""
    monkeypatch.setitem(sys.modules, "typst", None)

    assert "typst" in swot("report", "--format", "pdf", code=7).err
    swot("report", "--format", "md")


def test_a_fault_inside_typst_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes out of its insides is no traceback for the person."""
    import typst

    class PanicException(BaseException):
        pass

    def panic(*_: object, **__: object) -> bytes:
        raise PanicException

    monkeypatch.setattr(typst, "compile", panic)
    with pytest.raises(RenderFailed, match="typst-broke"):
        _document(*workshop(1, 1))


def test_the_fonts_lie_in_the_package() -> None:
    """Both cuts with their licence."""
    assert {"Inter-Regular.ttf", "Inter-Bold.ttf", "OFL.txt"} <= {p.name for p in FONTS.iterdir()}
