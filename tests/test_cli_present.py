"""`swotcli present`, `report --open`, and the organiser's own look."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from conftest import Swot
from helpers import write_tree

from swotcli.render.colour import DARK, ENOUGH, LIGHT, contrast, readable

PNG = base64.b64decode(  # one grey dot
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)
BROKEN_PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that were given to the browser."""
    asked: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")

    def note(address: str) -> bool:
        asked.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", note)
    return asked


def _look(session: Path, text: str) -> None:
    file = session / "session.yaml"
    file.write_text(file.read_text(encoding="utf-8") + f"look:\n{text}", encoding="utf-8")


def test_present_opens_the_report_at_a_slide(
    session: Path, swot: Swot, addresses: list[str]
) -> None:
    """The HTML is made; its address ends in the slide, in the report's language; the path is printed."""
    done = swot("present", "--slide", "3", "--lang", "fi")

    report = session / "report.html"
    assert [report.resolve().as_uri() + "#dia-3"] == addresses
    assert str(Path("sessions", session.name, "report.html")) == done.out.strip()
    assert not (session / "report.md").exists()


def test_report_opens_the_html(session: Path, swot: Swot, addresses: list[str]) -> None:
    """With --open only, and the HTML of several documents."""
    swot("report")
    assert [] == addresses

    swot("report", "--open")

    assert [(session / "report.html").resolve().as_uri()] == addresses


@pytest.mark.parametrize("screen", [True, False])
def test_without_a_browser_the_path_is_said(
    session: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch, screen: bool
) -> None:
    """No failure: code 0, and what to do."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    if screen:
        monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda address: False)

    done = swot("present")

    assert "No browser could be started" in done.err
    assert done.out.strip().endswith("report.html")


def test_names_can_be_left_out(session: Path, swot: Swot) -> None:
    """Who led the rooms stands in no format."""
    file = session / "rooms/north.yaml"
    write_tree(session, {"rooms/north.yaml": "room: north\nfacilitator: Veera Vetäjä\n"})
    assert file.exists()
    swot("report")
    assert "Veera" in (session / "report.html").read_text(encoding="utf-8")

    swot("report", "--without-names")

    for name in ("report.html", "report.md"):
        assert "Veera" not in (session / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "colour", ["#ffdd00", "#1a5fb4", "#000000", "#ffffff", "#e01b24", "#808080"]
)
def test_a_colour_is_made_readable_in_both_themes(colour: str) -> None:
    """4.5:1 everywhere; one that is good enough stays as it is."""
    for grounds in (LIGHT, DARK):
        used = readable(colour, grounds)
        assert all(contrast(used, ground) >= ENOUGH for ground in grounds)
        if all(contrast(colour, ground) >= ENOUGH for ground in grounds):
            assert colour == used


def test_no_colour_is_a_problem_with_its_line(session: Path, swot: Swot) -> None:
    """File, line, and what would do."""
    lines = len((session / "session.yaml").read_text(encoding="utf-8").splitlines())
    _look(session, "  accent: kirkas\n")

    said = swot("report", code=3).err

    assert f"session.yaml:{lines + 2}: " in said
    assert "#1a5fb4" in said


def test_a_good_colour_is_used_and_nothing_is_said(session: Path, swot: Swot) -> None:
    """As it is on white, lighter on the dark ground."""
    _look(session, '  accent: "#1a5fb4"\n')

    assert "#1a5fb4" not in swot("report").err
    assert "--accent: #1a5fb4" in (session / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["templates", "sessions"])
def test_the_logo_lies_in_the_report(
    workspace: Path, session: Path, swot: Swot, folder: str
) -> None:
    """From the templates or the session's folder."""
    place = workspace / "templates" if folder == "templates" else session
    write_tree(place, {"logo.png": PNG})
    _look(session, "  logo: logo.png\n  logo_alt: Our sign\n")

    swot("report")

    text = (session / "report.html").read_text(encoding="utf-8")
    assert 'src="data:image/png;base64,' in text
    assert 'alt="Our sign"' in text


def test_a_logo_that_the_pdf_cannot_show_is_left_out_and_said(session: Path, swot: Swot) -> None:
    """A picture with a good beginning and a bad end: the documents are made all the same."""
    write_tree(session, {"logo.png": BROKEN_PNG})
    _look(session, "  logo: logo.png\n  logo_alt: Our sign\n")

    assert "without the logo" in swot("report").err
    assert (session / "report.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("logo.png", None, "no file"),
        ("../../../secret.png", None, "no file"),
        ("logo.png", b"<html>", "no PNG"),
        ("logo.png", PNG + b"0" * 500_000, "larger than 500 kB"),
        ("link.png", None, "no file"),
    ],
)
def test_a_logo_that_cannot_be_used(
    workspace: Path, session: Path, swot: Swot, name: str, content: bytes | None, said: str
) -> None:
    """One problem with file and line; nothing outside the two folders is read, not by a link either."""
    write_tree(workspace.parent, {"secret.png": PNG})
    (workspace / "templates").mkdir()
    if name == "link.png":
        if os.name == "nt":
            pytest.skip("links need a permission on Windows")
        (workspace / "templates/link.png").symlink_to(workspace.parent / "secret.png")
    if content is not None:
        write_tree(workspace, {f"templates/{name}": content})
    _look(session, f"  logo: {name}\n")

    done = swot("report", code=3)

    assert said in done.err
    assert "session.yaml:" in done.err
    assert not (session / "report.html").exists()
