"""Which template wins, and a copy of a shipped one to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli import shipped, workspace
from swotcli.errors import Conflict, NotFound
from swotcli.yamlfile import durable

if TYPE_CHECKING:
    from pathlib import Path

AGENDA = "agenda.yaml"
"""The starter of an agenda: one file a language, `agenda.fi.yaml` and so on."""


def winners(start: Path) -> list[tuple[str, Path, bool]]:
    """Return each template's name, the file that wins, and whether it is the workspace's own."""
    own = _own_folder(start)
    found: list[tuple[str, Path, bool]] = []
    for path in sorted(shipped.templates().iterdir()):
        override = own / path.name if own else None
        wins = override is not None and override.is_file() and override.resolve() != path.resolve()
        found.append((path.name, override if wins and override else path, wins))
    return found


def export(start: Path, name: str, lang: str, to: Path | None) -> Path:
    """Copy a shipped template, by default to where it wins.

    Args:
        start: The folder to work in.
        name: Of a template; `agenda.yaml` is the starter in the language.
        lang: Which starter.
        to: The file to write; without it a template goes into the workspace's `templates/`, the
            agenda's starter into the folder to work in.

    Raises:
        NotFound: There is no such template.
        Conflict: The file is there already; it is left as it is.
    """
    agenda = name == AGENDA
    names = [path.name for path in shipped.templates().iterdir()]
    file = f"agenda.{lang}.yaml" if agenda else name
    if file not in names:
        raise NotFound.of("unknown-template", name=name, known=", ".join(sorted([AGENDA, *names])))
    target = to or (start / AGENDA if agenda else workspace.find(start).templates / name)
    if target.is_dir():
        target = target / name
    if target.exists():
        raise Conflict.of("file-exists", path=target)
    durable.save(target, (shipped.templates() / file).read_bytes())
    return target


def _own_folder(start: Path) -> Path | None:
    try:
        return workspace.find(start).templates
    except NotFound:
        return None
