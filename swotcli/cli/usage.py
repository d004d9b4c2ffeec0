"""The command line's own words: headings of the help, and what is said of a wrong command line.

Typer says these in English only. The help page keeps its form and gets the person's language; a
wrong command line becomes a problem like any other, with its text among the words.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from swotcli.cli.console import tell
from swotcli.errors import SwotError, UsageError

# Typer's error for any wrong command line; only this child of it is public.
_WrongLine: type[Exception] = typer.BadParameter.__bases__[0]

# What Typer writes into a help page, and the key of the same in the person's language.
_PHRASES = {
    "Arguments": "usage.arguments",
    "Options": "usage.options",
    "Commands": "usage.commands",
    "Show this message and exit.": "usage.help",
    "[required]": "usage.required",
}


class _Help(typer.Context.formatter_class):  # type: ignore[misc, valid-type]
    """Typer's help page, with its headings and standing phrases in the person's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{tell('usage.usage')} ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_said_here(heading))

    def write_dl(self, rows: Any, *args: Any, **options: Any) -> None:
        super().write_dl([(name, _said_here(text)) for name, text in rows], *args, **options)


def _said_here(text: str) -> str:
    """Return a text of a help page with Typer's own phrase at its end, if any, translated."""
    for phrase, key in _PHRASES.items():
        if text.endswith(phrase):
            return text.removesuffix(phrase) + tell(key)
    return text


@contextlib.contextmanager
def _own_words(ctx: Any) -> Iterator[None]:
    """Let a command line be read, and its help be shown, in the person's language."""
    ctx.formatter_class = _Help
    try:
        yield
    except _WrongLine as error:
        raise _said(error, ctx.command_path) from None


class Command(TyperCommand):
    """A command that speaks the person's language throughout."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line, or raise `UsageError` with what is wrong with it."""
        with _own_words(ctx):
            return super().parse_args(ctx, args)


class Group(TyperGroup):
    """A group of commands that speaks the person's language throughout."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line, or raise `UsageError` with what is wrong with it."""
        with _own_words(ctx):
            if not args:
                typer.echo(ctx.get_help())
                raise typer.Exit(UsageError.exit_code)
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or raise `UsageError` with those there are."""
        try:
            return super().resolve_command(ctx, args)
        except _WrongLine:
            commands = ", ".join(self.list_commands(ctx))
            raise UsageError.of("no-such-command", name=args[0], commands=commands) from None


def _said(error: Any, command: str) -> SwotError:
    """Return what is wrong with a command line, as a problem in the person's language."""
    parameter: Any = getattr(error, "param", None)
    name = parameter.get_error_hint(error.ctx).strip("'") if parameter else ""
    match type(error).__name__:
        case "MissingParameter":
            return UsageError.of("argument-missing", name=name, command=command)
        case "NoSuchOption":
            return UsageError.of("no-such-option", option=error.option_name, command=command)
        case "BadOptionUsage":
            return UsageError.of("option-value", option=error.option_name, command=command)
        case "BadParameter" if getattr(parameter.type, "max", None) is not None:
            lowest, highest = parameter.type.min, parameter.type.max
            return UsageError.of(
                "option-number", option=name, lowest=lowest, highest=highest, command=command
            )
        case "BadParameter" if choices := getattr(parameter.type, "choices", None):
            names = ", ".join(str(getattr(one, "value", one)) for one in choices)
            return UsageError.of("option-not-choice", option=name, choices=names, command=command)
        case "BadParameter" if parameter.type.name.startswith("int"):
            return UsageError.of("option-not-number", option=name, command=command)
        case "UsageError":
            return UsageError.of("too-many-words", command=command)
    return UsageError.of("wrong-line", command=command, reason=error.format_message())
