"""The summary becomes documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.render import Format, documents
from swotcli.words import words
from swotcli.workflow.combine import gather, write_summary
from swotcli.yamlfile import durable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from swotcli.model.agenda import Suggest
    from swotcli.model.summary import Summary
    from swotcli.workspace import SessionFolder, Workspace


def report(
    workspace: Workspace,
    folder: SessionFolder,
    formats: Sequence[Format],
    *,
    lang: str | None = None,
    output: Path | None = None,
    allow_gaps: bool = False,
    suggest: Suggest | None = None,
) -> tuple[Summary, tuple[Path, ...]]:
    """Merge a session's rooms and write its report in each format.

    Args:
        workspace: Its templates win over the shipped ones.
        folder: The session.
        formats: Which documents.
        lang: Their language; the session's, if not given.
        output: The folder to put them in; the session's, if not given.
        allow_gaps: Go on without files that cannot be read.
        suggest: How much may be joined by likeness; the session's own setting, if not given.

    Raises:
        BadInput: A file cannot be read.
        RenderFailed: A template has a fault. Documents are written once all are made.
    """
    gathered = gather(folder, allow_gaps=allow_gaps)
    session, summary = gathered.session, gathered.merged(suggest)
    texts = words(lang or session.lang)
    made = {
        fmt: documents.report(summary, session, fmt, texts, [workspace.templates])
        for fmt in dict.fromkeys(formats)
    }
    if output is None:
        write_summary(folder, session, summary)
    written: list[Path] = []
    for fmt, document in made.items():
        path = output / f"report.{fmt.ending}" if output else folder.report_file(fmt.ending)
        durable.save(path, document.content)
        written.append(path)
    return summary, tuple(written)
