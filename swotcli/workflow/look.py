"""The organiser's logo: a picture from the workspace's templates or the session's folder.

Nothing outside these two is ever read, whatever the session's file says: it may come from
another person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from swotcli.errors import BadInput, Problem
from swotcli.render.views import Logo
from swotcli.yamlfile import form, gate

if TYPE_CHECKING:
    from pathlib import Path

    from swotcli.model.agenda import Session
    from swotcli.workspace import SessionFolder, Workspace

LARGEST_LOGO = 500_000
"""Bytes: the picture lies inside the report, which is mailed around."""

_SVG = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.DOTALL
)
_KINDS = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}


def logo_of(workspace: Workspace, folder: SessionFolder, session: Session) -> Logo | None:
    """Return the session's logo, if it has one.

    Raises:
        BadInput: It is not there, outside, too large or no picture; file and line are named.
    """
    if not session.look.logo:
        return None
    found = _read(workspace, folder, session.look.logo)
    if isinstance(found, Problem):
        _, lines = form.read(gate.read(folder.session_file))
        line = lines.get(("look", "logo"))
        raise BadInput(Problem(found.code, found.values, folder.session_file, line))
    content, kind = found
    return Logo(content, kind, session.look.logo_alt or session.organiser or session.title)


def _read(workspace: Workspace, folder: SessionFolder, name: str) -> tuple[bytes, str] | Problem:
    values: dict[str, object] = {"name": name, "limit": LARGEST_LOGO // 1000}
    path = _place(workspace, folder, name)
    if path is None:
        return Problem("logo-not-there", values)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_LOGO + 1)
    except OSError as error:
        return Problem("logo-unreadable", {**values, "reason": error.strerror or str(error)})
    if len(content) > LARGEST_LOGO:
        return Problem("logo-too-large", values)
    if kind := _kind(content):
        return content, kind
    return Problem("logo-no-picture", values)


def _place(workspace: Workspace, folder: SessionFolder, name: str) -> Path | None:
    """Return the file of that name in one of the two folders; links that lead out are not followed."""
    for place in (workspace.templates, folder.path):
        try:
            path, inside = (place / name).resolve(), place.resolve()
            if path.is_relative_to(inside) and path.is_file():
                return path
        except (OSError, ValueError):  # a name that no file can have
            continue
    return None


def _kind(content: bytes) -> str:
    for kind, begins in _KINDS.items():
        if content.startswith(begins):
            return kind
    return "svg" if _SVG.match(content) else ""
