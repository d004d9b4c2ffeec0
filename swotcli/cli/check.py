"""`swotcli check`: every problem in every file at once."""

from __future__ import annotations

import typer

from swotcli.cli import console
from swotcli.cli.options import JsonOption, SessionOption, session
from swotcli.errors import ExitCode


def check(
    context: typer.Context, session_id: SessionOption = None, as_json: JsonOption = False
) -> None:
    """Check a session."""
    from swotcli.workflow import check as story

    folder = session(context, session_id)
    problems = story.check(folder)
    if as_json:
        console.result_json([console.problem_data(problem) for problem in problems])
    else:
        for where, what, hint in map(console.problem_texts, problems):
            console.result(f"{where}{what}")
            console.result(f"  {hint}")
    if problems:
        console.say("talk.problems", count=len(problems))
        raise typer.Exit(ExitCode.BAD_INPUT)
    console.say("talk.no-problems", session=folder.id)
