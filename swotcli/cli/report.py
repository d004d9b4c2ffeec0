"""`swotcli report`: the summary becomes documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from swotcli.cli import console
from swotcli.cli.merge import tell_summary
from swotcli.cli.options import (
    GapsOption,
    JsonOption,
    LooseOption,
    NoSuggestOption,
    SessionOption,
    here,
    known_language,
    session,
    suggested,
    workspace,
)
from swotcli.render import USUAL, Format


def report(
    context: typer.Context,
    session_id: SessionOption = None,
    formats: Annotated[
        list[Format] | None, typer.Option("--format", help=console.tell("option.format"))
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="fi|sv|en", help=console.tell("option.report-lang")),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="DIR", help=console.tell("option.output"))
    ] = None,
    allow_gaps: GapsOption = False,
    loose: LooseOption = False,
    no_suggest: NoSuggestOption = False,
    as_json: JsonOption = False,
) -> None:
    """Write the report."""
    from swotcli.workflow import report as story

    known_language(lang)
    summary, paths = story.report(
        workspace(context),
        session(context, session_id),
        formats or USUAL,
        lang=lang,
        output=here(context) / output if output else None,
        allow_gaps=allow_gaps,
        suggest=suggested(loose=loose, no_suggest=no_suggest),
    )
    console.result_paths(paths, as_json=as_json)
    tell_summary(summary)
