"""Options and arguments that several commands share, and the workspace they work in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from swotcli.cli.console import tell

if TYPE_CHECKING:
    from swotcli.model.agenda import Suggest
    from swotcli.workspace import SessionFolder, Workspace

SessionOption = Annotated[
    str | None, typer.Option("--session", metavar="ID", help=tell("option.session"))
]
RoomArgument = Annotated[str, typer.Argument(metavar="ROOM", help=tell("option.room"))]
JsonOption = Annotated[bool, typer.Option("--json", help=tell("option.json"))]
LooseOption = Annotated[bool, typer.Option("--loose", help=tell("option.loose"))]
NoSuggestOption = Annotated[bool, typer.Option("--no-suggest", help=tell("option.no-suggest"))]
WithoutNamesOption = Annotated[
    bool, typer.Option("--without-names", help=tell("option.without-names"))
]
GapsOption = Annotated[bool, typer.Option("--allow-gaps", help=tell("option.allow-gaps"))]


def here(context: typer.Context) -> Path:
    """Return the folder to work in: `--workspace`, else the current one."""
    folder = context.obj
    return folder if isinstance(folder, Path) else Path.cwd()


def workspace(context: typer.Context) -> Workspace:
    """Return the workspace around the folder to work in."""
    from swotcli.workspace import find

    return find(here(context))


def session(context: typer.Context, wanted: str | None) -> SessionFolder:
    """Return the session that is meant; which one is said when the person did not."""
    from swotcli.cli.console import say

    found = workspace(context)
    folder = found.session(wanted)
    if wanted is None and len(found.all_sessions()) > 1:
        say("talk.newest-session", session=folder.id)
    return folder


def known_language(lang: str | None) -> None:
    """Refuse a language that there are no words for.

    Raises:
        UsageError: There are none.
    """
    from swotcli.errors import UsageError
    from swotcli.words import LANGUAGES

    if lang is not None and lang not in LANGUAGES:
        raise UsageError.of("unknown-language", name=lang, known=", ".join(LANGUAGES))


def suggested(*, loose: bool, no_suggest: bool) -> Suggest | None:
    """Return how much the merge may join by itself; None: what the session says.

    Raises:
        UsageError: Both options are given.
    """
    from swotcli.errors import UsageError

    if loose and no_suggest:
        raise UsageError.of("loose-or-none")
    if no_suggest:
        return "none"
    return "loose" if loose else None
