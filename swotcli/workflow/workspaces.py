"""Make a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli import git
from swotcli.workspace import SESSIONS
from swotcli.yamlfile import durable

if TYPE_CHECKING:
    from pathlib import Path

    from swotcli.words import Words


@dataclass(frozen=True, slots=True)
class Made:
    """What `init` did.

    Attributes:
        files: Files written; those that were there stay as they were.
        repository: A git repository was made.
        committed: The files are committed.
        git: Whether the git program was found, and whether it knows who commits.
    """

    path: Path
    files: tuple[Path, ...]
    repository: bool
    committed: bool
    git: bool
    identity: bool


def init(path: Path, words: Words) -> Made:
    """Make a folder a workspace, ready to work in. What is there already stays.

    Raises:
        Conflict: A file cannot be written.
        GitFailed: Git refuses.
    """
    wanted = {
        path / SESSIONS / ".gitkeep": "",
        path / ".gitattributes": "*.yaml text eol=lf\n*.md text eol=lf\n*.html text eol=lf\n",
        path / "README.md": words.say("init.readme"),
    }
    files = tuple(file for file in wanted if not file.exists())
    for file in files:
        durable.save(file, wanted[file].encode("utf-8"))
    if not git.is_installed():
        return Made(path, files, repository=False, committed=False, git=False, identity=False)
    repo = git.Repo(path)
    fresh = not repo.is_inside_another()
    if fresh:
        repo.init()
    identity = repo.has_identity()
    committed = fresh and identity and bool(files)
    if committed:
        repo.commit(files, words.say("init.commit"))
    return Made(path, files, repository=fresh, committed=committed, git=True, identity=identity)
