"""Which format is made how: one function for the report, one for the brief.

Each format's module is imported when it is asked for; a report in Markdown need not wait for a
maker of slides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.render import Format

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from swotcli.model.agenda import Session
    from swotcli.model.summary import Summary
    from swotcli.render.views import Logo
    from swotcli.words import Words


@dataclass(frozen=True, slots=True)
class Document:
    """A document made.

    Attributes:
        content: Its bytes.
        notices: What the person has to know of it, such as letters that no font has.
    """

    content: bytes
    notices: tuple[str, ...] = ()


def report(
    summary: Summary,
    session: Session,
    fmt: Format,
    words: Words,
    templates: Sequence[Path],
    *,
    without_names: bool = False,
    logo: Logo | None = None,
) -> Document:
    """Make the report in a format.

    Args:
        summary: All rooms merged.
        session: The agenda it came from.
        fmt: The format.
        words: The report's language; what rooms wrote stays as they wrote it.
        templates: Folders with templates that win over the shipped ones, first wins.
        without_names: Leave out who led the rooms.
        logo: The organiser's picture.

    Raises:
        RenderFailed: A template has a fault; its file and line are named.
    """
    if fmt in (Format.WORKBOOK, Format.SEPARATED, Format.DATA):
        return _tables(summary, session, fmt, words, without_names=without_names)

    from swotcli.render.page import page

    made = page(summary, session, words, without_names=without_names, logo=logo)
    match fmt:
        case Format.HTML:
            from swotcli.render.webpage import webpage

            return Document(
                webpage(made, words, templates).encode("utf-8"),
                tuple(_shade(session.look.accent, made.accent, words)),
            )
        case Format.PDF:
            from swotcli.render import pdf

            return Document(*pdf.report(made, words, templates, session.date))
        case Format.POWERPOINT:
            from swotcli.render.slides.report import report as slides

            return Document(*slides(made, words, session.date, templates))
        case Format.CHAT:
            from swotcli.render.chat import chat

            return Document(chat(made, words).encode("utf-8"))
        case _:
            return _by_template(f"report.{fmt.value}.j2", made, words, templates)


def _tables(
    summary: Summary, session: Session, fmt: Format, words: Words, *, without_names: bool
) -> Document:
    if fmt is Format.DATA:
        from swotcli.render.tables.structured import structured

        return Document(structured(summary, without_names=without_names))
    from swotcli.render.tables.rows import Rows

    rows = Rows(summary, session, words, without_names=without_names)
    if fmt is Format.SEPARATED:
        from swotcli.render.tables.separated import separated

        return Document(separated(rows.notes()))
    from swotcli.render.tables.workbook import workbook

    return Document(workbook(rows.all(), session.title, session.date))


def _shade(given: str, used: str, words: Words) -> Iterator[str]:
    if given != used:
        yield words.say("report.accent-changed", given=given, used=used)


def brief(
    session: Session,
    files: Mapping[str, str],
    fmt: Format,
    words: Words,
    templates: Sequence[Path],
) -> Document:
    """Make the brief in a format: what participants and facilitators need before the session.

    Args:
        session: The agenda.
        files: Each room's file by the room's id, as a facilitator would look for it.
        fmt: The format.
        words: The brief's language; what the agenda says stays as it says it.
        templates: Folders with templates that win over the shipped ones, first wins.

    Raises:
        RenderFailed: A template has a fault; its file and line are named.
    """
    from swotcli.render.brief import brief as gathered

    made = gathered(session, files, words)
    match fmt:
        case Format.PDF:
            from swotcli.render import pdf

            return Document(*pdf.brief(made, words, templates, session.date))
        case Format.POWERPOINT:
            from swotcli.render.slides.opening import opening

            return Document(opening(made, words, session.date, templates))
        case _:
            return _by_template(f"brief.{fmt.value}.j2", made, words, templates)


def _by_template(name: str, made: object, words: Words, templates: Sequence[Path]) -> Document:
    from swotcli.render import environment

    return Document(environment.render(name, made, words, templates).encode("utf-8"))
