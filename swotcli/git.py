"""The git program and nothing else: arguments as a list, never a shell, never a hidden prompt."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.errors import GitFailed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SECONDS = 60
# English words for our messages and tests, no question for a password, no magic in file names.
_ENVIRONMENT = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}


def is_installed() -> bool:
    """Say whether the git program can be found."""
    return shutil.which("git") is not None


@dataclass(frozen=True, slots=True)
class Repo:
    """A folder under git."""

    path: Path

    def run(self, *arguments: str) -> str:
        """Run git and return what it prints.

        Raises:
            GitFailed: With git's own words.
        """
        command = ["git", "-C", str(self.path), *arguments]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                check=False,
                env={**os.environ, **_ENVIRONMENT},
                timeout=_SECONDS,
                encoding="utf-8",
                errors="replace",
                stdin=subprocess.DEVNULL,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GitFailed.of("git-failed", words=str(error), command=arguments[0]) from error
        if done.returncode:
            words = (done.stderr or done.stdout).strip()
            raise GitFailed.of("git-failed", words=words, command=arguments[0])
        return done.stdout

    def has_identity(self) -> bool:
        """Say whether git knows who commits here."""
        try:
            self.run("var", "GIT_COMMITTER_IDENT")
        except GitFailed:
            return False
        return True

    def is_inside_another(self) -> bool:
        """Say whether the folder lies in a work tree already."""
        try:
            return self.run("rev-parse", "--is-inside-work-tree").strip() == "true"
        except GitFailed:
            return False

    def init(self) -> None:
        """Make the folder a repository on branch `main`."""
        self.run("init", "--quiet", "--initial-branch=main")

    def commit(self, paths: Sequence[Path], message: str) -> None:
        """Commit these files, and nothing else that may lie beside them."""
        names = [path.relative_to(self.path).as_posix() for path in paths]
        self.run("add", "--", *names)
        self.run("commit", "--quiet", "--no-verify", "--message", message, "--", *names)
