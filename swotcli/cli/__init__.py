"""What a person can say: the list of commands, one file each, and the one place for errors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from swotcli.cli import (
    brief,
    check,
    console,
    import_,
    init,
    merge,
    note,
    recover,
    report,
    room,
    start,
    status,
    takeaway,
    templates,
)
from swotcli.errors import ExitCode, SwotError

if TYPE_CHECKING:
    from collections.abc import Callable


class _Commands(TyperGroup):
    """Turns what a person can put right into a message and an exit code; a bug stays a traceback."""

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

_TABLE: dict[str, Callable[..., None]] = {
    "init": init.init,
    "start": start.start,
    "brief": brief.brief,
    "room": room.room,
    "note": note.note,
    "takeaway": takeaway.takeaway,
    "import": import_.import_,
    "status": status.status,
    "check": check.check,
    "merge": merge.merge,
    "report": report.report,
    "recover": recover.recover,
}
for _name, _command in _TABLE.items():
    app.command(
        _name, help=console.tell(f"help.{_name}"), epilog=console.tell(f"help.{_name}-example")
    )(_command)
app.add_typer(
    templates.app,
    name="templates",
    help=console.tell("help.templates"),
    epilog=console.tell("help.templates-example"),
)


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
    app(prog_name="swotcli")
