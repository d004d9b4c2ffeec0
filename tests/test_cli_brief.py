"""`swotcli brief`: what people need before the session, in each format and language."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import AGENDA, Swot
from helpers import HOSTILE, tree, write_tree
from markdown_it import MarkdownIt
from test_cli_report import _Page

FULL = """\
title: Village evening
organiser: The village hall
date: 2026-03-10
lang: en
start: 17.00
end: 19.00
items:
- at: 17.00
  title: Opening of the evening
  speakers:
  - name: Aino Alku
    role: chair
- at: 17.30
  title: Breakout in rooms
  minutes: 45
  kind: breakout
- at: 18.15
  title: Joint debrief
  kind: debrief
theme: What keeps us together?
questions: [What works, What hurts]
instructions: [Go round the table, Choose three]
goals: [More people, Lower costs]
action_verbs: {threats: keep an eye on}
rooms:
- name: North
  facilitator: Oona Ohjaaja
- South
"""


def _briefs(folder: Path) -> tuple[str, _Page]:
    markdown = (folder / "brief.md").read_text(encoding="utf-8")
    return markdown, _Page((folder / "brief.html").read_text(encoding="utf-8"))


def _seen(page: _Page) -> str:
    return " ".join(page.texts)


def _bare(markdown: str) -> str:
    return re.sub(r"[`*]", "", markdown)


@pytest.fixture
def full(workspace: Path, swot: Swot) -> Path:
    """Return the folder of a session whose agenda says everything."""
    write_tree(workspace, {"full.yaml": FULL})
    swot("start", "full.yaml")
    return workspace / "sessions" / "2026-03-10-village-evening"


def test_brief_writes_both_formats(session: Path, swot: Swot) -> None:
    """Markdown and HTML, in the session's folder, named on standard output; each says its maker."""
    done = swot("brief")

    folder = Path("sessions", session.name)
    assert [
        str(folder / f"brief.{kind}") for kind in ("md", "html", "pdf")
    ] == done.out.splitlines()
    for path in (session / "brief.md", session / "brief.html"):
        assert "`swotcli brief`" in " ".join(path.read_text(encoding="utf-8").splitlines()[:2])


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_brief_says_what_the_agenda_says(full: Path, swot: Swot, lang: str) -> None:
    """All that participants need, in both formats, whatever the language around it."""
    swot("brief", "--lang", lang)

    markdown, page = _briefs(full)
    for fact in (
        "Village evening",
        "The village hall",
        "Opening of the evening",
        "Aino Alku, chair",
        "Breakout in rooms",
        "Joint debrief",
        "What keeps us together?",
        "What works",
        "Go round the table",
        "More people",
        "North",
        "Oona Ohjaaja",
        "South",
        "45 min",
        "swotcli room north",
        "swotcli room south",
        f"sessions/{full.name}/rooms/north.yaml",
        f"--session {full.name}",
        "swotcli check",
    ):
        assert fact in _bare(markdown)
        assert fact in _seen(page)
    assert markdown.index("1. More people") < markdown.index("2. Lower costs")
    assert ("html", "lang", lang) in page.attributes
    assert ("bdi", "lang", "en") in page.attributes or lang == "en"


@pytest.mark.parametrize(
    ("lang", "facts"),
    [
        ("fi", ["tiistai 10. maaliskuuta 2026", "klo 17.00–19.00", "17.30–18.15", "Tervetuloa", "Vahvuudet – vahvista", "tasan kolme nostoa", "klo 17.30–18.05", "klo 18.05–18.12", "Pitääkö paikkansa? Puuttuuko jotain? Mitä korjataan?"]),
        ("sv", ["tisdag 10 mars 2026", "kl. 17:00–19:00", "17:30–18:15", "Välkomna", "Styrkor – stärk", "exakt tre lyft", "kl. 17:30–18:05", "kl. 18:05–18:12", "Stämmer det? Saknas något? Vad ska rättas?"]),
        ("en", ["10 March 2026", "17:00–19:00", "17:30–18:15", "Welcome", "Strengths – strengthen", "Threats – keep an eye on", "exactly three takeaways", "17:30–18:05", "18:05–18:12", "Accurate? Missing? What to correct?"]),
    ],
)  # fmt: skip
def test_brief_in_each_language(full: Path, swot: Swot, lang: str, facts: list[str]) -> None:
    """Dates, hours, quadrants, verbs and the rhythm, as the language says them."""
    swot("brief", "--lang", lang)

    markdown, page = _briefs(full)
    for fact in facts:
        assert fact in _bare(markdown)
        assert fact in _seen(page)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_letters_are_those_of_the_session(full: Path, swot: Swot, lang: str) -> None:
    """A Swedish brief of a Finnish session names the letters that its rooms understand."""
    file = full / "session.yaml"
    file.write_text(file.read_text().replace("lang: en", "lang: fi"), encoding="utf-8")

    swot("brief", "--lang", lang)

    markdown, page = _briefs(full)
    typed = {"fi": "teksti", "sv": "text", "en": "text"}[lang]
    for letter in "vhmu":
        assert f"`{letter} {typed}`" in markdown
        assert f"{letter} {typed}" in page.texts


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_what_the_brief_teaches_is_understood(full: Path, swot: Swot, lang: str) -> None:
    """All that the keys say, typed into a room one after the other, does what they say."""
    file = full / "session.yaml"
    file.write_text(file.read_text().replace("lang: en", f"lang: {lang}"), encoding="utf-8")
    swot("brief")
    markdown, _ = _briefs(full)
    lines = re.findall(r"`([^`]+)`", markdown.split("\n### ")[7])
    assert {"k", "/b", "+5", "+5 7", "#2", "/d 7", "redo", "time +5", "help"} < set(lines)

    swot("note", "north", "strengths", typed="\n".join(f"note {n}" for n in range(7)))
    answers = swot("room", "north", typed="\n".join([*lines, "k b", "k c", "done"]) + "\n").out

    refused = [line for line in answers.splitlines() if line.startswith("error")]
    room = (full / "rooms/north.yaml").read_text(encoding="utf-8")
    assert 1 == len(refused), refused  # done, with one takeaway only
    assert 1 == room.count("votes: 5")  # note 7 had the others, and was deleted
    assert "goals: [2]" in room
    assert "note 6" not in room
    assert 3 == len(room.split("\ntakeaways:")[1].splitlines()[1:])


def test_without_hours_and_goals_the_brief_keeps_still_about_them(
    workspace: Path, swot: Swot
) -> None:
    """An agenda without a breakout, goals, theme or facilitators gives no empty headings."""
    short = "title: T\ndate: 2026-03-10\nlang: en\nstart: 17.00\nend: 19.00\nrooms: [North]\n"
    write_tree(workspace, {"short.yaml": short})
    swot("start", "short.yaml")
    swot("brief")

    markdown, page = _briefs(workspace / "sessions/2026-03-10-t")
    headings = re.findall(r"^#+ (.*)$", markdown, re.MULTILINE)
    assert not {"Agenda", "Theme", "Goals"} & set(headings)
    assert "#2" not in markdown
    assert "When 10 min are left" in markdown
    assert "1. **Collect**. Write" in markdown
    assert headings == [
        text for tag, text in zip(_heading_tags(page), _headings(page), strict=True) if tag
    ]


def _heading_tags(page: _Page) -> list[str]:
    return [tag for tag in page.tags if re.fullmatch(r"h[1-6]", tag)]


def _headings(page: _Page) -> list[str]:
    known = ["T", "Welcome", "Your task", "Rooms", "For facilitators", "First command"]
    known += ["What you type", "A rhythm for the room", "If something goes wrong"]
    return [text for text in page.texts if text in known][: len(known)]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ("45", ["17:30–18:05", "18:05–18:12", "18:12–18:15", "about 8 min", "10 min are left"]),
        ("", ["17:30–18:05", "18:12–18:15", "45 min"]),
        ("20", ["17:30–17:40", "17:40–17:47", "17:47–17:50", "about 2 min", "10 min are left"]),
        ("12", ["17:30–17:36", "17:36–17:39", "17:39–17:42", "about 1 min", "6 min are left"]),
        ("1", ["17:30–17:31"]),
    ],
)
def test_the_rhythm_follows_the_minutes(
    workspace: Path, swot: Swot, minutes: str, said: list[str]
) -> None:
    """Ten minutes for the takeaways, never more than half; unsaid minutes end at the next item."""
    line = f"  minutes: {minutes}\n" if minutes else ""
    write_tree(workspace, {"a.yaml": AGENDA.replace("  minutes: 45\n", line)})
    swot("start", "a.yaml")
    swot("brief")

    markdown, page = _briefs(workspace / "sessions/2026-03-10-village-evening")
    for text in said:
        assert text in markdown
        assert text in _seen(page)


def test_a_breakout_without_hours_counts_from_its_begin(workspace: Path, swot: Swot) -> None:
    """Minutes without hours, hours without minutes, and two breakouts in one evening."""
    items = """\
items:
- title: First round
  minutes: 30
  kind: breakout
- at: 18.00
  title: Second round
  kind: breakout
"""
    agenda = re.sub(r"items:\n.*?(?=theme:)", items, AGENDA, flags=re.DOTALL)
    write_tree(workspace, {"a.yaml": agenda})
    swot("start", "a.yaml")
    swot("brief")

    markdown, page = _briefs(workspace / "sessions/2026-03-10-village-evening")
    for text in ("First round", "30 min", "0–20 min", "20–27 min", "Second round", "from 18:00"):
        assert text in _bare(markdown)
        assert text in _seen(page)
    assert 2 == markdown.count("**Collect**")


def _agenda(texts: list[str]) -> dict[str, object]:
    """Return an agenda that has each text in each place where a person's text can stand."""
    people = [{"name": text, "role": text} for text in texts]
    items = [
        {"title": text, "minutes": 1, "kind": ("talk", "breakout")[n % 2], "speakers": people[:3]}
        for n, text in enumerate(texts)
    ]
    verbs = ("strengths", "weaknesses", "opportunities", "threats")
    return {
        "title": texts[0],
        "organiser": texts[1],
        "date": "2026-03-10",
        "lang": "en",
        "start": "17:00",
        "end": "19:00",
        "items": items,
        "theme": texts[9],
        "questions": texts,
        "instructions": texts,
        "goals": texts,
        "action_verbs": dict(zip(verbs, texts, strict=False)),
        "rooms": [
            {"id": f"r{n}", "name": text, "facilitator": text} for n, text in enumerate(texts)
        ],
    }


def _shape(text: str) -> list[str]:
    """Return what Markdown makes of a text: its blocks, and within them all that is not text."""
    kinds: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        kinds.append(token.type)
        kinds += [c.type for c in token.children or () if not c.type.startswith("text")]
    return kinds


def test_hostile_text_acts_in_no_format(workspace: Path, swot: Swot) -> None:
    """A hostile brief has the shape of a harmless one, and shows each text letter for letter."""
    harmless = [f"harmless {n}" for n in range(len(HOSTILE))]
    shapes = []
    for texts in (harmless, list(HOSTILE)):
        write_tree(workspace, {"a.yaml": json.dumps(_agenda(texts), ensure_ascii=False)})
        folder = Path(swot("start", "a.yaml").out.splitlines()[0])
        swot("brief", "--session", folder.name)
        markdown, page = _briefs(folder)
        shapes.append((_shape(markdown), page.tags, [name for _, name, _ in page.attributes]))

    assert shapes[0] == shapes[1]
    for text in HOSTILE:
        assert text.replace("\u202e", "") in "\n".join(page.texts).replace("\u202e", "")
    assert not [v for _, key, v in page.attributes if key.startswith("on") or "javascript" in v]


def test_brief_is_one_file_without_requests(session: Path, swot: Swot) -> None:
    """Nothing is loaded from anywhere: no script, no picture, no font, and a policy that says so."""
    swot("brief")

    html = (session / "brief.html").read_text(encoding="utf-8")
    page = _Page(html)
    assert not {"script", "img", "link", "iframe", "object", "embed"} & set(page.tags)
    assert not [value for _, key, value in page.attributes if key == "src"]
    assert any("default-src 'none'" in value for _, _, value in page.attributes)
    assert "url(" not in html
    assert "@import" not in html


def test_headings_go_down_one_level_at_a_time(full: Path, swot: Swot) -> None:
    """One h1, two parts, and no level is skipped, in both formats alike."""
    swot("brief")

    markdown, page = _briefs(full)
    levels = [int(tag[1]) for tag in _heading_tags(page)]
    assert 1 == levels.count(1) == levels[0]
    assert 2 == levels.count(2)
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert sorted(levels) == sorted(
        len(marks) for marks in re.findall(r"^(#+) ", markdown, re.MULTILINE)
    )


def test_brief_is_repeatable(session: Path, swot: Swot) -> None:
    """Same input, same bytes; and nothing but the three files is written."""
    before = tree(session)
    swot("brief")
    once = tree(session)
    swot("brief")

    assert once == tree(session)
    assert {"brief.md", "brief.html", "brief.pdf"} == once.keys() - before.keys()


def test_brief_puts_files_elsewhere(session: Path, workspace: Path, swot: Swot) -> None:
    """`--output` and `--format` choose place and form."""
    done = swot("brief", "--format", "html", "--output", "out", "--json")

    assert [str(Path("out", "brief.html"))] == json.loads(done.out)
    assert ["brief.html"] == [path.name for path in (workspace / "out").iterdir()]
    assert not (session / "brief.html").exists()


def test_an_own_template_wins_and_may_extend(session: Path, workspace: Path, swot: Swot) -> None:
    """The workspace's template is used, and can build on the shipped one; own colours reach both."""
    own = '{% include "builtin/brief.md.j2" %}\nOwn line\n'
    write_tree(workspace, {"templates/brief.md.j2": own, "templates/page.css": "/* own look */"})

    swot("brief")
    swot("report")

    markdown, _ = _briefs(session)
    assert "# Village evening" in markdown
    assert markdown.endswith("Own line\n")
    for name in ("brief.html", "report.html"):
        assert "/* own look */" in (session / name).read_text(encoding="utf-8")


def test_what_is_wrong_is_explained(session: Path, swot: Swot) -> None:
    """An unknown language, an unknown session, an agenda that cannot be read; nothing is written."""
    assert "fi, sv, en" in swot("brief", "--lang", "de", code=2).err
    swot("brief", "--session", "nothing", code=4)
    (session / "session.yaml").write_text("title: [", encoding="utf-8")
    assert "session.yaml" in swot("brief", code=3).err
    assert not (session / "brief.md").exists()
