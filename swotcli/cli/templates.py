"""`swotcli templates`: which template wins, and one to change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import here
from swotcli.cli.usage import Command, Group

templates = typer.Typer(cls=Group, rich_markup_mode=None)


@templates.command(
    "list",
    cls=Command,
    help=console.tell("help.templates-list"),
    epilog=console.tell("help.templates-list-example"),
)
def list_(context: typer.Context) -> None:
    """List the templates."""
    from swotcli.workflow import templates as story

    for name, path, own in story.winners(here(context)):
        mark = console.tell("talk.template-own" if own else "talk.template-shipped")
        console.result(f"{name}: {mark}: {console.shown(path)}")


@templates.command(
    "export",
    cls=Command,
    help=console.tell("help.templates-export"),
    epilog=console.tell("help.templates-export-example"),
)
def export(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=console.tell("option.template"))],
    to: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", show_default=False, help=console.tell("option.template-to")
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="fi|sv|en", help=console.tell("option.template-lang")),
    ] = None,
) -> None:
    """Export a template."""
    from swotcli.words import own_language
    from swotcli.workflow import templates as story

    path = story.export(
        here(context), name, lang or own_language(), here(context) / to if to else None
    )
    console.result(console.shown(path))
