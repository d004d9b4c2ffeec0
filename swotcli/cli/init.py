"""`swotcli init`: a folder becomes a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import here


def init(
    context: typer.Context,
    directory: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", show_default=False, help=console.tell("option.directory")),
    ] = None,
) -> None:
    """Make a workspace."""
    from swotcli.words import own_language, words
    from swotcli.workflow import workspaces

    made = workspaces.init(here(context) / (directory or "."), words(own_language()))
    console.result(console.shown(made.path))
    if not made.git:
        console.say("talk.no-git")
    elif made.repository and not made.identity:
        console.say("talk.no-identity")
    elif made.committed:
        console.say("talk.committed")
    console.say("talk.init-next")
