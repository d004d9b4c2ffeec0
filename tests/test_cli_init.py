"""`swotcli init`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import Swot
from helpers import tree, write_tree


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_init_makes_a_committed_repository_on_main(tmp_path: Path, swot: Swot) -> None:
    """A new workspace is a repository on main with everything committed."""
    done = swot("init", str(tmp_path / "new"))

    assert "new" in done.out
    assert "main" == _git(tmp_path / "new", "branch", "--show-current")
    assert "" == _git(tmp_path / "new", "status", "--porcelain")
    assert {".gitattributes", "README.md", "sessions/.gitkeep"} == set(
        _git(tmp_path / "new", "ls-files").splitlines()
    )
    assert "*.yaml text eol=lf" in (tmp_path / "new" / ".gitattributes").read_text()


def test_init_leaves_what_is_there(tmp_path: Path, swot: Swot) -> None:
    """A README that was there keeps its bytes, and init can be repeated."""
    write_tree(tmp_path, {"README.md": "mine"})

    swot("init", str(tmp_path))
    before = tree(tmp_path)
    swot("init", str(tmp_path))

    assert "mine" == (tmp_path / "README.md").read_text()
    assert before == tree(tmp_path)


def test_init_does_not_commit_other_files(tmp_path: Path, swot: Swot) -> None:
    """Only the files that init wrote are committed; a draft beside them is not."""
    write_tree(tmp_path, {"draft.txt": "private"})

    swot("init", str(tmp_path))

    assert "draft.txt" not in _git(tmp_path, "ls-files")


def test_init_inside_a_repository_makes_no_second_one(tmp_path: Path, swot: Swot) -> None:
    """Below an existing repository the workspace belongs to that one."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)

    swot("init", str(tmp_path / "inner"))

    assert not (tmp_path / "inner" / ".git").exists()


def test_init_without_identity_says_how_to_set_it(
    tmp_path: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a name git cannot commit: that is said, and the workspace is ready all the same."""
    for name in (
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
    ):
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.useConfigOnly")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "true")

    done = swot("init", str(tmp_path / "new"))

    assert "git config" in done.err
    assert (tmp_path / "new" / "sessions").is_dir()


def test_init_without_git_says_so(
    tmp_path: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No git program: everything else is made."""
    monkeypatch.setenv("PATH", str(tmp_path))

    done = swot("init", str(tmp_path / "new"))

    assert "git" in done.err
    assert (tmp_path / "new" / "sessions").is_dir()
