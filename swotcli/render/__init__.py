"""A page for people rendered: the same facts in each format, in any of the three languages.

page         what every format of the report shows, as text in one language
brief        what every format of the brief shows, likewise
environment  the one Jinja environment: where templates are found, what is escaped
markdown     text that Markdown shows literally
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from swotcli.model.agenda import Session
    from swotcli.model.summary import Summary
    from swotcli.words import Words


class Format(StrEnum):
    """A form of a document; its value is the file's ending."""

    MARKDOWN = "md"
    HTML = "html"


def render(
    summary: Summary, session: Session, fmt: Format, words: Words, templates: Sequence[Path]
) -> bytes:
    """Return the report in a format.

    Args:
        summary: All rooms merged.
        session: The agenda it came from.
        fmt: The format.
        words: The report's language; what rooms wrote stays as they wrote it.
        templates: Folders with templates that win over the shipped ones, first wins.

    Raises:
        RenderFailed: A template has a fault; its file and line are named.
    """
    from swotcli.render import environment, page

    text = environment.render(
        f"report.{fmt.value}.j2", page.page(summary, session, words), words, templates
    )
    return text.encode("utf-8")


def render_brief(
    session: Session,
    files: Mapping[str, str],
    fmt: Format,
    words: Words,
    templates: Sequence[Path],
) -> bytes:
    """Return the brief in a format: what participants and facilitators need before the session.

    Args:
        session: The agenda.
        files: Each room's file by the room's id, as a facilitator would look for it.
        fmt: The format.
        words: The brief's language; what the agenda says stays as it says it.
        templates: Folders with templates that win over the shipped ones, first wins.

    Raises:
        RenderFailed: A template has a fault; its file and line are named.
    """
    from swotcli.render import brief, environment

    page = brief.brief(session, files, words)
    return environment.render(f"brief.{fmt.value}.j2", page, words, templates).encode("utf-8")
