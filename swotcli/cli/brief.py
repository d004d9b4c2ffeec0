"""`swotcli brief`: what participants and facilitators need before the session."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import JsonOption, SessionOption, here, known_language, session, workspace
from swotcli.render import USUAL, BriefFormat, Format


def brief(
    context: typer.Context,
    session_id: SessionOption = None,
    formats: Annotated[
        list[BriefFormat] | None, typer.Option("--format", help=console.tell("brief.option-format"))
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="fi|sv|en", help=console.tell("brief.option-lang")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="DIR", help=console.tell("brief.option-output")),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Write the brief."""
    from swotcli.workflow import brief as story

    known_language(lang)
    paths, notices = story.brief(
        workspace(context),
        session(context, session_id),
        [Format(fmt) for fmt in formats] if formats else USUAL,
        lang=lang,
        output=here(context) / output if output else None,
    )
    console.result_paths(paths, as_json=as_json)
    for notice in notices:
        console.talk(notice)
