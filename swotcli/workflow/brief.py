"""The agenda becomes a brief: what people need before the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.render import Format, documents
from swotcli.words import words
from swotcli.workflow.combine import load_session
from swotcli.workspace import SESSIONS
from swotcli.yamlfile import durable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from swotcli.workspace import SessionFolder, Workspace


def brief(
    workspace: Workspace,
    folder: SessionFolder,
    formats: Sequence[Format],
    *,
    lang: str | None = None,
    output: Path | None = None,
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write a session's brief in each format.

    Args:
        workspace: Its templates win over the shipped ones.
        folder: The session.
        formats: Which documents.
        lang: Their language; the session's, if not given.
        output: The folder to put them in; the session's, if not given.

    Returns:
        The files written, and what the person has to know of them.

    Raises:
        BadInput: The session's file cannot be read.
        RenderFailed: A template has a fault. Documents are written once all are made.
    """
    session = load_session(folder)
    texts = words(lang or session.lang)
    files = {
        room.id: f"{SESSIONS}/{folder.room_file(room.id).relative_to(folder.path.parent).as_posix()}"
        for room in session.rooms
    }
    made = {
        fmt: documents.brief(session, files, fmt, texts, [workspace.templates])
        for fmt in dict.fromkeys(formats)
    }
    written: list[Path] = []
    for fmt, document in made.items():
        path = (output or folder.path) / f"brief.{fmt.ending}"
        durable.save(path, document.content)
        written.append(path)
    return tuple(written), tuple(said for doc in made.values() for said in doc.notices)
