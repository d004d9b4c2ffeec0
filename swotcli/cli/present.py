"""`swotcli present`: the report opens at its presentation, for the joint wrap-up."""

from __future__ import annotations

from typing import Annotated

import typer

from swotcli.cli import console
from swotcli.cli.merge import tell_summary
from swotcli.cli.options import (
    GapsOption,
    LooseOption,
    NoSuggestOption,
    SessionOption,
    WithoutNamesOption,
    known_language,
    session,
    suggested,
    workspace,
)


def present(
    context: typer.Context,
    session_id: SessionOption = None,
    slide: Annotated[
        int, typer.Option("--slide", metavar="N", min=1, help=console.tell("option.slide"))
    ] = 1,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="fi|sv|en", help=console.tell("option.report-lang")),
    ] = None,
    allow_gaps: GapsOption = False,
    loose: LooseOption = False,
    no_suggest: NoSuggestOption = False,
    without_names: WithoutNamesOption = False,
) -> None:
    """Write the report as HTML and open it.

    It is always made anew: that takes a moment, and the rooms may have written since.
    """
    from swotcli.cli.browser import open_file
    from swotcli.render import Format
    from swotcli.words import words
    from swotcli.workflow import report as story

    known_language(lang)
    done = story.report(
        workspace(context),
        session(context, session_id),
        [Format.HTML],
        lang=lang,
        allow_gaps=allow_gaps,
        suggest=suggested(loose=loose, no_suggest=no_suggest),
        without_names=without_names,
    )
    console.result_paths(done.paths, as_json=False)
    tell_summary(done.summary)
    for notice in done.notices:
        console.talk(notice)
    console.say("talk.keys")
    open_file(done.paths[0], f"{words(done.lang).say('report.slide')}-{slide}")
