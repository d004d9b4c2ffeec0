"""What a person can say: the list of commands, one file each, and the one place for errors."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from typer.core import TyperGroup

from swotcli.cli import console
from swotcli.errors import ExitCode, SwotError

# Each command and its file; a file is imported when its command is called, or for the list of all.
_COMMANDS = (
    "init",
    "start",
    "brief",
    "room",
    "note",
    "takeaway",
    "import",
    "status",
    "check",
    "recover",
    "merge",
    "report",
    "templates",
)
_FILES = {"import": "import_"}  # a word of Python's own


class _Commands(TyperGroup):
    """Turns what a person can put right into a message and an exit code; a bug stays a traceback."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return list(_COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        return _command(cmd_name) if cmd_name in _COMMANDS else None

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        try:
            return super().invoke(ctx)
        except SwotError as error:
            console.report(error)
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            console.say("console.interrupted")
            raise typer.Exit(ExitCode.INTERRUPTED) from None


app = typer.Typer(
    name="swotcli",
    cls=_Commands,
    help=console.tell("help.swotcli"),
    epilog=console.tell("help.swotcli-example"),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # boxes tell a screen reader nothing, and cost as much again as typer
    pretty_exceptions_enable=False,  # a traceback must not print notes as local variables
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _command(name: str) -> Any:
    """Return a command as Typer makes it of the function in its file."""
    file = _FILES.get(name, name)
    function = getattr(importlib.import_module(f"swotcli.cli.{file}"), file)
    said, example = console.tell(f"help.{name}"), console.tell(f"help.{name}-example")
    one = typer.Typer(add_completion=False, rich_markup_mode=None)
    if isinstance(function, typer.Typer):
        one.add_typer(function, name=name, help=said, epilog=example)
        return cast("Any", typer.main.get_command(one)).commands[name]
    one.command(name, help=said, epilog=example)(function)
    return typer.main.get_command(one)


def _version(wanted: bool) -> None:
    if wanted:
        from swotcli import __version__

        console.result(f"swotcli {__version__}")
        raise typer.Exit


@app.callback()
def _everywhere(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option("--workspace", metavar="DIR", help=console.tell("option.workspace")),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_version, help=console.tell("option.version")
        ),
    ] = False,
) -> None:
    context.obj = workspace


def main() -> None:
    """Run swotcli."""
    console.set_up()
    sys.argv[1:] = map(console.as_text, sys.argv[1:])
    try:
        app(prog_name="swotcli")
    except OSError as error:  # standard output is full or gone; files have errors of their own
        console.talk(f"{console.tell('console.error')} {error.strerror or error}")
        sys.exit(ExitCode.CONFLICT)
