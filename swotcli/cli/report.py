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
    WithoutNamesOption,
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
    without_names: WithoutNamesOption = False,
    open_it: Annotated[bool, typer.Option("--open", help=console.tell("option.open"))] = False,
    as_json: JsonOption = False,
) -> None:
    """Write the report."""
    from swotcli.workflow import report as story

    known_language(lang)
    done = story.report(
        workspace(context),
        session(context, session_id),
        formats or USUAL,
        lang=lang,
        output=here(context) / output if output else None,
        allow_gaps=allow_gaps,
        suggest=suggested(loose=loose, no_suggest=no_suggest),
        without_names=without_names,
        making=console.progress,
    )
    console.result_paths(done.paths, as_json=as_json)
    tell_summary(done.summary)
    for notice in done.notices:
        console.talk(notice)
    if open_it:
        from swotcli.cli.browser import open_file

        page = next((path for path in done.paths if path.suffix == ".html"), done.paths[0])
        open_file(page)
