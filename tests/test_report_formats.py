"""The report's formats agree: the same points, rooms, counts and takeaways as the merge, in each of them."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pptx
import pytest
from conftest import Swot
from helpers import HOSTILE, tree, write_tree
from pptx.util import Pt
from test_cli_report import _Page

import swotcli.render.tables as tables
from swotcli.model.text import one_line
from swotcli.render.chat import MOST

QUADRANTS = ("strengths", "weaknesses", "opportunities", "threats")
FORMATS = ("md", "html", "pptx", "xlsx", "csv", "json", "chat.txt")
ASKED = [word for fmt in FORMATS for word in ("--format", fmt.removesuffix(".txt"))]
EVIL = (
    *HOSTILE,
    "@SUM(A1)",
    "+358 40 123",
    "-5 %",
    " =2+2",
    "＝1+1",
    "a\x00b\x1bc",
    "_x0041_",
    "\u2066bidi\u2069",
)
_MADE: dict[str, dict[str, bytes]] = {}
AGENDA = "title: {title}\ndate: 2026-03-10\nlang: fi\nstart: 17.00\nend: 19.00\ngoals: [Eka, Toka]\nrooms: [{rooms}]\n"  # fmt: skip


def _started(workspace: Path, swot: Swot, rooms: int, title: str = "Ilta") -> Path:
    names = ", ".join(f"R{n}" for n in range(1, rooms + 1))
    write_tree(workspace, {"a.yaml": AGENDA.format(title=json.dumps(title), rooms=names)})
    swot("start", "a.yaml")
    return next((workspace / "sessions").glob("2026*"))


def _room(name: str, notes: dict[str, list[str]], takeaways: list[str]) -> str:
    return json.dumps({"room": name, **notes, "takeaways": takeaways}, ensure_ascii=False)


def _typical(workspace: Path, swot: Swot, rooms: int, notes: int) -> Path:
    session = _started(workspace, swot, rooms)
    dice = random.Random(5)  # noqa: S311
    subjects = [
        "yhteistyö",
        "bussilinja",
        "talkootyö",
        "viestintä",
        "raha",
        "nuoret",
        "tilat",
        "johto",
    ]
    ends = ["on heikkoa", "toimii hyvin", "kaipaa tukea", "loppuu kesken", "kasvaa joka vuosi"]
    for n in range(1, rooms + 1):
        several = {
            quadrant: [f"{dice.choice(subjects)} {dice.choice(ends)} {dice.randrange(60)}" for _ in range(notes // 4)]
            for quadrant in QUADRANTS
        }  # fmt: skip
        takeaways = [f"Ryhmän {n} nosto {k} on tämä." for k in (1, 2, 3)]
        write_tree(session, {f"rooms/r{n}.yaml": _room(f"r{n}", several, takeaways)})
    return session


def _hostile(workspace: Path, swot: Swot) -> Path:
    session = _started(workspace, swot, 2, "<b>{{ 7 * 7 }}</b> =1+1 " + "x" * 400)
    swot("note", "r1", "threats", typed="\n".join(EVIL))
    swot("note", "r2", "strengths", typed="\n".join(EVIL[::2]))
    swot("takeaway", "r1", typed="\n".join(EVIL[:3]))
    return session


def _empty(workspace: Path, swot: Swot) -> Path:
    return _started(workspace, swot, 3)


def _one_room(workspace: Path, swot: Swot) -> Path:
    return _typical(workspace, swot, 1, 8)


@pytest.fixture(params=["typical", "hostile", "empty", "one room"])
def made(request: pytest.FixtureRequest, workspace: Path, swot: Swot) -> Path:
    """Return a session's folder with its report in every format."""
    if request.param in _MADE:  # made once a process, and copied: making it is what takes time
        write_tree(workspace, _MADE[request.param])
        return next((workspace / "sessions").glob("2026*"))
    match request.param:
        case "typical":
            session = _typical(workspace, swot, 8, 40)
        case "hostile":
            session = _hostile(workspace, swot)
        case "empty":
            session = _empty(workspace, swot)
        case _:
            session = _one_room(workspace, swot)
    swot("report", *ASKED)
    _MADE[request.param] = tree(workspace)
    return session


def _merged(swot: Swot) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(swot("merge", "--json").out)
    return data


def _csv(session: Path) -> list[dict[str, str]]:
    text = (session / "report.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def _sheets(session: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(session / "report.xlsx")
    return {
        sheet.title: [tuple(map(_unescaped, row)) for row in sheet.iter_rows(values_only=True)]
        for sheet in book
    }


def _unescaped(cell: Any) -> Any:
    """Return a cell as Excel shows it: "_x005F_" is its sign for "_", which openpyxl leaves alone."""
    return cell.replace("_x005F_", "_") if isinstance(cell, str) else cell


def _frames(slide: Any) -> list[Any]:
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            frames += [cell.text_frame for row in shape.table.rows for cell in row.cells]
    return frames


def _shown(session: Path) -> str:
    deck = pptx.Presentation(str(session / "report.pptx"))
    paragraphs = [p.text for slide in deck.slides for f in _frames(slide) for p in f.paragraphs]
    return "\n".join(paragraphs)


def _bare(text: str) -> str:
    """Return a text without its blanks: long ones go on in a further entry."""
    return "".join(text.split())


def test_the_data_are_those_of_the_merge(made: Path, swot: Swot) -> None:
    """JSON holds what `merge --json` prints, and is of the form that the schema tells."""
    data = json.loads((made / "report.json").read_text(encoding="utf-8"))
    schema = Path(tables.__file__).with_name("report.schema.json")

    jsonschema.validate(data, json.loads(schema.read_text(encoding="utf-8")))
    assert 1 == data.pop("schema")
    assert _merged(swot) == data


def test_the_tables_hold_every_note_and_point(made: Path, swot: Swot) -> None:
    """Workbook and separated values: each note once, with its point, rooms and takeaways."""
    data = _merged(swot)
    expected = [
        (note["room"].upper(), point["text"], note["text"])
        for point in data["points"]
        for note in point["notes"]
    ]
    sheets = _sheets(made)
    rows = [(row["Ryhmä"], row["Havainto"], row["Kirjaus"]) for row in _csv(made)]
    guarded = [tuple(text.removeprefix("'") for text in row) for row in rows]
    plain = [tuple(text.removeprefix("'") for text in row) for row in expected]

    assert plain == guarded
    assert expected == [(row[0], row[2], row[3]) for row in sheets["Kirjaukset"][1:]]
    points = [(p["text"], len(p["rooms"]), len(p["notes"])) for p in data["points"]]
    assert points == [(row[2], row[3], row[5]) for row in sheets.get("Havainnot", [])[1:]]
    takeaways = [(t["room"].upper(), t["number"], t["text"]) for t in data["takeaways"]]
    assert takeaways == [row[:3] for row in sheets.get("Nostot", [])[1:]]
    counts = [(room["room"].upper(), room["notes"]) for room in data["rooms"]]
    assert counts == [(row[0], row[7]) for row in sheets["Ryhmät"][1:]]


def test_pages_and_slides_show_the_points_of_the_merge(made: Path, swot: Swot) -> None:
    """The page has every point; the slides the first twelve of each quadrant; both all takeaways."""
    data = _merged(swot)
    page = _bare(" ".join(_Page((made / "report.html").read_text(encoding="utf-8")).texts))
    shown = _bare(_shown(made))
    for quadrant in QUADRANTS:
        texts = [point["text"] for point in data["points"] if point["quadrant"] == quadrant]
        assert not [text for text in texts if _bare(text) not in page]
        assert not [text for text in texts[:12] if _bare(text) not in shown]
        if len(texts) > 12:
            left = len(texts) - 12
            assert _bare("ja yksi havainto" if left == 1 else f"ja {left} havaintoa") in shown
    assert not [t for t in data["takeaways"] if _bare(t["text"]) not in shown]


def test_the_message_is_short_and_plain(made: Path, swot: Swot) -> None:
    """Under 4,000 letters, no table, no heading of ours; the points of most rooms; what is left out."""
    data = _merged(swot)
    text = (made / "report.chat.txt").read_text(encoding="utf-8")
    lines = text.splitlines()

    assert len(text.encode("utf-16-le")) // 2 < MOST
    for quadrant in QUADRANTS:
        points = [point for point in data["points"] if point["quadrant"] == quadrant]
        if points and len(points[0]["text"]) < 140:
            said = [x for x in lines if x.startswith(f"- {points[0]['text']} (")]
            assert any(points[0]["rooms"][0].upper() in line for line in said)
    shown = sum(line.startswith("- ") and "Ei kirjauksia" not in line for line in lines)
    if len(data["points"]) > shown:
        assert f"havaintoja {len(data['points']) - shown}" in lines[-1]
    if len(data["rooms"]) == 8:
        assert not [t["text"] for t in data["takeaways"] if t["text"] not in text]


def test_a_workbook_calculates_and_follows_nothing(made: Path) -> None:
    """No formula, no link, no text turned into a number; header, filter and pane are there."""
    book = openpyxl.load_workbook(made / "report.xlsx")
    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
        assert "A2" == sheet.freeze_panes
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(isinstance(cell.value, str) for cell in sheet[1])
    notes = book.worksheets[0]
    assert all(isinstance(row[3].value, str) for row in notes.iter_rows(min_row=2))


def test_separated_values_calculate_nothing(made: Path) -> None:
    """Every cell is quoted, lines end as Excel wants, and no cell begins as a formula does."""
    raw = (made / "report.csv").read_bytes()

    assert raw.startswith(b'\xef\xbb\xbf"')
    assert raw.count(b"\n") == raw.count(b"\r\n") == len(_csv(made)) + 1
    cells = [cell for row in _csv(made) for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠\t\r")]


def test_slides_are_editable_and_read_aloud_rightly(made: Path) -> None:
    """Unique titles that come first, a language on each run, no empty placeholder, nothing off the slide."""
    deck = pptx.Presentation(str(made / "report.pptx"))
    width, height = deck.slide_width, deck.slide_height
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]

    assert 16 / 9 == pytest.approx(width / height)
    assert all(titles)
    assert len(titles) == len(set(titles))
    assert "fi-FI" == deck.core_properties.language
    assert deck.core_properties.title
    for slide in deck.slides:
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= width
            assert shape.top + shape.height <= height
            if shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
                assert shape.table.first_row
                assert sum(row.height for row in shape.table.rows) <= height - shape.top
                cells = [cell.text_frame for row in shape.table.rows for cell in row.cells]
                assert all(cell.text for cell in cells[: len(shape.table.columns)])
        for shape in slide.placeholders:
            assert shape.has_table or shape.text_frame.text
        notes = [slide.notes_slide.notes_text_frame] if slide.has_notes_slide else []
        for frame in [*_frames(slide), *notes]:
            for paragraph in frame.paragraphs:
                for run in paragraph.runs:
                    assert run._r.rPr.get("lang") in ("fi-FI", "sv-FI", "en-GB")


def test_slides_name_their_sources(workspace: Path, swot: Swot) -> None:
    """The speaker's notes of a quadrant's slide have each note behind it, with its room."""
    session = _typical(workspace, swot, 2, 8)
    swot("report", "--format", "pptx")
    deck = pptx.Presentation(str(session / "report.pptx"))
    notes = "\n".join(s.notes_slide.notes_text_frame.text for s in deck.slides if s.has_notes_slide)

    for point in _merged(swot)["points"]:
        assert not [n for n in point["notes"] if f"{n['room'].upper()}: {n['text']}" not in notes]


def test_hostile_texts_arrive_letter_for_letter(workspace: Path, swot: Swot) -> None:
    """In the tables and on the slides; only what no keyboard types is dropped, at the door."""
    session = _hostile(workspace, swot)
    swot("report", *ASKED, "--no-suggest")
    typed = {one_line(text) for text in EVIL}
    shown = _bare(_shown(session))

    assert typed <= {row[3] for row in _sheets(session)["Kirjaukset"]}
    assert typed <= {row["Kirjaus"].removeprefix("'") for row in _csv(session)}
    data = json.loads((session / "report.json").read_text(encoding="utf-8"))
    notes = [note["text"] for point in data["points"] for note in point["notes"]]
    assert typed == set(notes)
    first = [p["text"] for p in data["points"] if p["quadrant"] == "threats"][:12]
    assert not [text for text in first if _bare(text) not in shown]


def test_every_format_is_repeatable(made: Path, swot: Swot) -> None:
    """Same input, same bytes, whatever the time."""
    once = tree(made)
    swot("report", *ASKED)

    assert once == tree(made)


def test_names_of_files(made: Path) -> None:
    """A message for the chat is a text file; the others are called by their format."""
    assert {f"report.{ending}" for ending in FORMATS} <= {path.name for path in made.iterdir()}


@pytest.mark.slow
def test_many_rooms_are_capped_on_slides_and_whole_in_tables(workspace: Path, swot: Swot) -> None:
    """Slides say what they leave out; the tables leave out nothing."""
    session = _typical(workspace, swot, 60, 8)
    swot("report", *ASKED, "--no-suggest")
    shown = _shown(session)
    deck = pptx.Presentation(str(session / "report.pptx"))

    assert "Muiden 36 ryhmän nostot ovat raportissa." in shown
    assert "36 muuta ryhmää" in shown
    assert len(deck.slides) < 80
    assert 60 * 8 == len(_csv(session)) == len(_sheets(session)["Kirjaukset"]) - 1
    text = (session / "report.chat.txt").read_text(encoding="utf-8")
    assert len(text) < MOST
    assert "ryhmiä, joiden nostot eivät mahtuneet" in text


def test_lists_fit_on_their_slides(made: Path) -> None:
    """By estimate, with wide letters: no list is higher than its placeholder."""
    deck = pptx.Presentation(str(made / "report.pptx"))
    for slide in deck.slides:
        for shape in slide.placeholders:
            if not shape.has_text_frame or shape.placeholder_format.idx != 1:
                continue
            if slide.slide_layout.name in ("SWOT title", "SWOT two by two"):
                continue
            need = 0.0
            for paragraph in shape.text_frame.paragraphs:
                size, gap = (28, 12) if paragraph.level == 0 else (20, 0)
                letters = (shape.width / Pt(1) - 32) / (size * 0.5)
                need += -(-len(paragraph.text) // letters) * size * 1.2 + gap
            assert need <= shape.height / Pt(1), slide.shapes.title.text_frame.text
