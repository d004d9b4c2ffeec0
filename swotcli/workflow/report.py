"""The summary becomes documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.render import Format, documents
from swotcli.words import words
from swotcli.workflow.combine import gather, write_summary
from swotcli.workflow.look import logo_of
from swotcli.yamlfile import durable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from swotcli.model.agenda import Suggest
    from swotcli.model.summary import Summary
    from swotcli.workspace import SessionFolder, Workspace


@dataclass(frozen=True, slots=True)
class Reported:
    """What became of a report.

    Attributes:
        paths: The documents written, in the order of the formats.
        notices: What the person has to know of them.
        lang: Their language.
    """

    summary: Summary
    paths: tuple[Path, ...]
    notices: tuple[str, ...]
    lang: str


def report(
    workspace: Workspace,
    folder: SessionFolder,
    formats: Sequence[Format],
    *,
    lang: str | None = None,
    output: Path | None = None,
    allow_gaps: bool = False,
    suggest: Suggest | None = None,
    without_names: bool = False,
    making: Callable[[str], None] = lambda _name: None,
) -> Reported:
    """Merge a session's rooms and write its report in each format.

    Args:
        workspace: Its templates win over the shipped ones.
        folder: The session.
        formats: Which documents.
        lang: Their language; the session's, if not given.
        output: The folder to put them in; the session's, if not given.
        allow_gaps: Go on without files that cannot be read.
        suggest: How much may be joined by likeness; the session's own setting, if not given.
        without_names: Leave out who led the rooms.
        making: Is told each document's name before it is made: some take over a second.

    Returns:
        The summary, the files written, and what the person has to know of them.

    Raises:
        BadInput: A file cannot be read, or the session's logo cannot be used.
        RenderFailed: A template has a fault. Documents are written once all are made.
    """
    gathered = gather(folder, allow_gaps=allow_gaps)
    session, summary = gathered.session, gathered.merged(suggest)
    texts = words(lang or session.lang)
    logo = logo_of(workspace, folder, session)
    made = {}
    for fmt in dict.fromkeys(formats):
        making(f"report.{fmt.ending}")
        made[fmt] = documents.report(
            summary,
            session,
            fmt,
            texts,
            [workspace.templates],
            without_names=without_names,
            logo=logo,
        )
    if output is None:
        write_summary(folder, session, summary)
    written: list[Path] = []
    for fmt, document in made.items():
        path = output / f"report.{fmt.ending}" if output else folder.report_file(fmt.ending)
        durable.save(path, document.content)
        written.append(path)
    notices = tuple(notice for document in made.values() for notice in document.notices)
    return Reported(summary, tuple(written), tuple(dict.fromkeys(notices)), texts.lang)
