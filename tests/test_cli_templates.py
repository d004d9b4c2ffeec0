"""`swotcli templates`."""

from __future__ import annotations

from pathlib import Path

from conftest import Swot
from helpers import write_tree


def test_list_says_which_file_wins(workspace: Path, swot: Swot) -> None:
    """An own template is marked in words, not by place or colour."""
    write_tree(workspace, {"templates/report.css": ""})

    lines = swot("templates", "list").out.splitlines()

    assert f"report.css: yours: {Path('templates', 'report.css')}" in lines
    assert any(line.startswith("report.html.j2: shipped:") for line in lines)


def test_export_goes_where_it_wins(workspace: Path, swot: Swot) -> None:
    """A template lands in the workspace's templates."""
    done = swot("templates", "export", "report.html.j2")

    assert f"{Path('templates', 'report.html.j2')}\n" == done.out
    exported = (workspace / "templates/report.html.j2").read_text(encoding="utf-8")
    assert "<!DOCTYPE html>" in exported


def test_export_never_overwrites(workspace: Path, swot: Swot) -> None:
    """A file that is there stays as it is."""
    write_tree(workspace, {"agenda.yaml": "mine"})

    swot("templates", "export", "agenda.yaml", code=5)

    assert "mine" == (workspace / "agenda.yaml").read_text()


def test_export_of_the_starter_works_without_a_workspace(tmp_path: Path, swot: Swot) -> None:
    """The agenda comes before the workspace."""
    swot("--workspace", str(tmp_path), "templates", "export", "agenda.yaml", "--lang", "fi")

    assert "title:" in (tmp_path / "agenda.yaml").read_text(encoding="utf-8")


def test_an_unknown_template_is_told_the_known_ones(workspace: Path, swot: Swot) -> None:
    """No path leads out of the shipped templates."""
    for name in ("nothing.j2", "../pyproject.toml", "/etc/passwd"):
        assert "report.md.j2" in swot("templates", "export", name, code=4).err
