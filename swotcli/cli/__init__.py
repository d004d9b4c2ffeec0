"""What a person can say: the list of commands, one file each, and the one place for errors."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from swotcli.cli import console
from swotcli.cli.usage import Command, Group
from swotcli.errors import ExitCode, SwotError

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
    "group",
    "report",
    "present",
    "templates",
)
_FILES = {"import": "import_"}  # a word of Python's own


class _Commands(Group):
    """The commands, each file imported when called; their errors become messages, bugs do not."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return list(_COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        return _command(cmd_name) if cmd_name in _COMMANDS else None

    def main(self, *args: Any, **extra: Any) -> Any:
        try:
            return super().main(*args, **extra)
        except SwotError as error:
            console.report(error)
            sys.exit(error.exit_code)
        except OSError as error:  # standard output is full or gone; files have errors of their own
            console.talk(f"{console.tell('console.error')} {error.strerror or error}")
            sys.exit(ExitCode.CONFLICT)

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            console.say("console.interrupted")
            raise typer.Exit(ExitCode.INTERRUPTED) from None


app = typer.Typer(
    name="swotcli",
    cls=_Commands,
    help=console.tell("help.swotcli"),
    epilog=console.tell("help.swotcli-example"),
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
    one.command(name, cls=Command, help=said, epilog=example)(function)
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
    app(prog_name="swotcli")
