"""`swotcli recover`: notes typed on this laptop that a room's file no longer has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import JsonOption, SessionOption, session

if TYPE_CHECKING:
    from swotcli.workflow.recover import Found
    from swotcli.workflow.rescue import Lost


def recover(
    context: typer.Context,
    numbers: Annotated[
        list[int] | None,
        typer.Argument(metavar="[NUMBER]", show_default=False, help=console.tell("option.numbers")),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=console.tell("option.all"))] = False,
    session_id: SessionOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find what is lost."""
    from swotcli.errors import BadInput, UsageError
    from swotcli.workflow import recover as story

    if numbers and everything:
        raise UsageError.of("numbers-or-all")
    found = story.missing(session(context, session_id))
    unreadable = [problem for one in found for problem in one.problems]
    numbered = list(enumerate(((one, act) for one in found for act in one.lost), 1))
    if as_json:
        console.result_json([_data(number, one, act) for number, (one, act) in numbered])
        return
    for number, (one, act) in numbered:
        console.result(f"{number} {one.room.name}: {_text(one, act)}")
    if unreadable:
        console.report(BadInput(*unreadable))
    if not numbered:
        if unreadable:
            raise typer.Exit(BadInput.exit_code)
        console.say("talk.nothing-lost")
        return
    chosen = [n for n, _ in numbered] if everything else _chosen(numbers or [], len(numbered))
    if not chosen:
        console.say("talk.recover-next")
        return
    count = 0
    for one in found:
        acts = [act for number, (other, act) in numbered if other is one and number in chosen]
        count += story.put_back(one.room, acts) if acts else 0
    console.say("talk.recovered", count=count)


def _chosen(numbers: list[int], most: int) -> list[int]:
    from swotcli.errors import UsageError

    if wrong := [number for number in numbers if not 1 <= number <= most]:
        raise UsageError.of("no-such-number", number=wrong[0], most=most)
    return numbers


def _text(one: Found, act: Lost) -> str:
    from swotcli.model.change import AddNote

    words = one.room.words
    if isinstance(act, AddNote):
        return f"{words.quadrant(act.quadrant)}: {act.note.text}"
    return f"{words.say('report.takeaways')}: {act.text}"


def _data(number: int, one: Found, act: Lost) -> dict[str, object]:
    from swotcli.model.change import AddNote

    if isinstance(act, AddNote):
        quadrant, text = act.quadrant.value, act.note.text
    else:
        quadrant, text = "takeaways", act.text
    return {"number": number, "room": one.room.id, "quadrant": quadrant, "text": text}
