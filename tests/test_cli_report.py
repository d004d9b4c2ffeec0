"""`swotcli report`: the same facts in each format and language, text as data, same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Swot
from helpers import HOSTILE, tree, write_tree
from markdown_it import MarkdownIt
from test_cli_merge import NORTH, SOUTH


class _Page(HTMLParser):
    """The tags and the visible text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self._silent = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._silent += tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.texts.append(data.strip())


def _lists(session: Path) -> _Page:
    """Return the part of the page that lists every point, without wordings to unfold.

    Overview, slides and appendix repeat some of it.
    """
    text = (session / "report.html").read_text(encoding="utf-8")
    lists = re.split(r'id="(?:contradictions|goals|picture)"', text.split('id="swot"')[1])[0]
    return _Page(re.sub(r"<details>.*?</details>", "", lists, flags=re.DOTALL))


def _reports(session: Path) -> tuple[str, _Page]:
    markdown = (session / "report.md").read_text(encoding="utf-8")
    return markdown, _Page((session / "report.html").read_text(encoding="utf-8"))


def test_report_writes_both_formats(session: Path, swot: Swot) -> None:
    """Markdown and HTML, in the session's folder, named on standard output."""
    done = swot("report")

    folder = Path("sessions", session.name)
    assert [
        str(folder / f"report.{kind}") for kind in ("md", "html", "pdf")
    ] == done.out.splitlines()


@pytest.mark.parametrize(
    ("lang", "facts"),
    [
        ("fi", ["tiistai 10. maaliskuuta 2026", "klo 17.00–19.00", "Vahvuudet", "vahvista", "3 ryhmästä 2: North, South"]),
        ("sv", ["tisdag 10 mars 2026", "kl. 17:00–19:00", "Styrkor", "stärk", "2 av 3 grupper: North, South"]),
        ("en", ["Tuesday", "10 March 2026", "17:00–19:00", "Strengths", "strengthen", "2 of 3 rooms: North, South"]),
    ],
)  # fmt: skip
def test_report_in_each_language(session: Path, swot: Swot, lang: str, facts: list[str]) -> None:
    """Dates, times, headings and verbs of the language; what rooms wrote stays as typed."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})

    swot("report", "--lang", lang)

    markdown, page = _reports(session)
    seen = " ".join(page.texts)
    for fact in [
        *facts,
        "Working together is easy",
        "Village evening",
        "The village hall",
        "What keeps us together?",
    ]:
        assert fact in markdown
        assert fact in seen
    assert ("html", "lang", lang) in page.attributes


def test_report_shows_agenda_goals_takeaways_and_gaps(session: Path, swot: Swot) -> None:
    """Everything that the wrap-up needs stands in both formats."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})
    (session / "rooms/west.yaml").unlink()

    swot("report")

    markdown, page = _reports(session)
    seen = " ".join(page.texts)
    for fact in (
        "More people",
        "Breakout in rooms",
        "17:30–18:15",
        "Aino Alku, chair",
        "5 votes",
        "goal 1",
        "South: takeaways: 2, 3 are wanted.",
        "West: no file has come from this room.",
    ):
        assert fact in markdown
        assert fact in seen
    assert "1. a\n2. b\n3. c" in markdown


def test_every_note_stands_in_the_report_once(session: Path, swot: Swot) -> None:
    """Each point once in the lists of each format, and once in the HTML's appendix."""
    texts = [f"note number {n} of the room" for n in range(40)]
    swot("note", "north", "threats", typed="\n".join(texts))

    swot("report")

    markdown, _ = _reports(session)
    lists = _lists(session)
    appendix = (session / "report.html").read_text(encoding="utf-8").split('id="appendix"')[1]
    for text in texts:
        assert 1 == sum(line.strip() == f"- {text}" for line in markdown.splitlines())
        assert 1 == lists.texts.count(text)
        assert 1 == _Page(appendix.split("<dialog")[0]).texts.count(text)


def test_both_formats_name_the_same_points(session: Path, swot: Swot) -> None:
    """The same points, in the same order, as the merge."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})
    swot("report")
    points = [point["text"] for point in json.loads(swot("merge", "--json").out)["points"]]

    markdown, _ = _reports(session)
    assert points == [text for text in _lists(session).texts if text in points]
    assert points == [
        line[2:] for line in markdown.splitlines() if line[:2] == "- " and line[2:] in points
    ]


def _as_long_as(texts: tuple[str, ...]) -> list[str]:
    """Return harmless texts that take as much room: how many slides there are depends on that."""
    found = []
    for number, text in enumerate(texts):
        words = ["x" * (1 + (ord(sign) > 0x2E7F)) if sign != " " else " " for sign in text]
        harmless = "".join(words)
        mark = f"{number:02}" if len(harmless) > 3 else chr(ord("a") + number % 26)
        found.append(mark + harmless[len(mark) :])
    return found


def test_hostile_text_acts_in_no_format(workspace: Path, session: Path, swot: Swot) -> None:
    """A hostile report has the shape of a harmless one, and shows each text letter for letter."""
    swot("start", "agenda.yaml", "--title", "Harmless", "--room", "x")
    harmless = _as_long_as(HOSTILE)
    swot("start", "agenda.yaml", "--title", HOSTILE[0], "--room", "x")
    evil = "2026-03-10-script-alert-1-script"
    shapes = {}
    for name, texts in (("2026-03-10-harmless", harmless), (evil, list(HOSTILE))):
        swot("note", "x", "threats", "--session", name, typed="\n".join(texts))
        swot("takeaway", "x", "--session", name, typed="\n".join(texts[:3]))
        swot("report", "--session", name, "--no-suggest")
        markdown, page = _reports(workspace / "sessions" / name)
        tokens = [token.type for token in MarkdownIt("commonmark").enable("table").parse(markdown)]
        shapes[name] = (tokens, page.tags)
        if name == evil:
            seen = "\n".join(page.texts)
            for text in HOSTILE:
                assert text.replace("\u202e", "") in seen.replace("\u202e", "")
            assert not [
                value
                for _, key, value in page.attributes
                if key.startswith("on") or "javascript" in value
            ]

    assert shapes["2026-03-10-harmless"] == shapes[evil]


def test_only_safe_links_are_links(workspace: Path, swot: Swot) -> None:
    """http, https and mailto; anything else is text."""
    links = [
        "https://example.org/a?b=1&c=2",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "https://a> <b>",
        "data:x",
    ]
    from conftest import AGENDA

    listed = "".join(f"  - '{link}'\n" for link in links)
    write_tree(workspace, {"agenda.yaml": AGENDA + "follow_up:\n  links:\n" + listed})
    swot("start", "agenda.yaml")
    swot("report")

    markdown, page = _reports(next((workspace / "sessions").glob("2026*")))
    assert links[:2] == [
        value
        for tag, key, value in page.attributes
        if (tag, key) == ("a", "href") and "#" not in value
    ]
    assert 2 == len(re.findall(r"^- <.*>$", markdown, re.MULTILINE))


def test_report_is_one_file_without_requests(session: Path, swot: Swot) -> None:
    """Nothing is loaded from anywhere; only the one style and the one script may act, by hash."""
    swot("report")

    text = (session / "report.html").read_text(encoding="utf-8")
    _, page = _reports(session)
    assert not {"img", "link", "iframe", "object", "embed"} & set(page.tags)
    assert (1, 1) == (page.tags.count("style"), page.tags.count("script"))
    assert not [key for _, key, _ in page.attributes if key in ("src", "style") or key[:2] == "on"]
    (policy,) = [value for _, _, value in page.attributes if "default-src 'none'" in value]
    for part in ("style", "script"):
        content = text.split(f"<{part}>")[1].split(f"</{part}>")[0]
        digest = base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
        assert f"{part}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_headings_go_down_one_level_at_a_time(session: Path, swot: Swot) -> None:
    """One h1, and no level is skipped: people navigate by headings."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})
    swot("report")

    _, page = _reports(session)
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert 1 == levels.count(1) == levels[0]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_report_is_repeatable(session: Path, swot: Swot) -> None:
    """Same input, same bytes."""
    write_tree(session, {"rooms/north.yaml": NORTH, "rooms/south.yaml": SOUTH})
    swot("report")
    once = tree(session)
    swot("report")

    assert once == tree(session)


def test_report_puts_files_elsewhere(session: Path, workspace: Path, swot: Swot) -> None:
    """`--output` and `--format` choose place and form."""
    done = swot("report", "--format", "md", "--output", "out", "--json")

    assert [str(Path("out", "report.md"))] == json.loads(done.out)
    assert ["report.md"] == [path.name for path in (workspace / "out").iterdir()]
    assert not (session / "report.md").exists()


def test_report_with_a_broken_room(session: Path, swot: Swot) -> None:
    """Stops with code 3 and writes nothing; with --allow-gaps it says what is missing."""
    write_tree(session, {"rooms/north.yaml": "x: y\n", "rooms/south.yaml": SOUTH})
    swot("report", code=3)
    assert not (session / "report.md").exists()

    swot("report", "--allow-gaps")

    markdown, _ = _reports(session)
    assert "North: the room's file cannot be read" in markdown


def test_an_own_template_wins_and_may_extend(session: Path, workspace: Path, swot: Swot) -> None:
    """The workspace's template is used, and can build on the shipped one."""
    write_tree(
        workspace, {"templates/report.md.j2": '{% include "builtin/report.md.j2" %}\nOwn line\n'}
    )

    swot("report")

    markdown, _ = _reports(session)
    assert "# Village evening" in markdown
    assert markdown.endswith("Own line\n")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("one\n{{ nothing }}\n", "report.md.j2:2:"),
        ("one\ntwo\n{% if %}\n", "report.md.j2:3:"),
        ("{{ page.title.__class__.__mro__ }}", "report.md.j2:1:"),
        ("{{ 1 / 0 }}", "division"),
        ("{% include 'gone.j2' %}", "gone.j2"),
        ("{% extends 'report.md.j2' %}", "report.md.j2"),
    ],
)
def test_a_faulty_template_is_explained(
    session: Path, workspace: Path, swot: Swot, template: str, said: str
) -> None:
    """File, line and reason; no report is written, the program's insides are out of reach."""
    write_tree(workspace, {"templates/report.md.j2": template})

    done = swot("report", code=4 if "include" in template else 7)

    assert said in done.err
    assert not (session / "report.md").exists()
    assert not (session / "report.html").exists()


def test_an_unknown_language_is_refused(session: Path, swot: Swot) -> None:
    """The three are named."""
    assert "fi, sv, en" in swot("report", "--lang", "de", code=2).err


def test_an_own_template_extends_the_shipped_one(
    session: Path, workspace: Path, swot: Swot
) -> None:
    """It replaces one part and keeps the rest."""
    own = '{% extends "builtin/report.html.j2" %}{% block footer %}<footer><p>Our own foot</p></footer>{% endblock %}'
    write_tree(workspace, {"templates/report.html.j2": own})

    swot("report")

    _, page = _reports(session)
    assert "Our own foot" in page.texts
    assert "Village evening" in page.texts
    assert session.name not in page.texts
