"""A summary rendered: the same facts in each format, in any of the three languages.

page         what every format shows, as text in one language
environment  the one Jinja environment: where templates are found, what is escaped
markdown     text that Markdown shows literally
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from swotcli.model.agenda import Session
    from swotcli.model.summary import Summary
    from swotcli.words import Words


class Format(StrEnum):
    """A form of the report; its value is the file's ending."""

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
