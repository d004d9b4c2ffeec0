"""`swotcli start`: an agenda becomes a session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import JsonOption, here, workspace

if TYPE_CHECKING:
    from swotcli.model.agenda import Session
    from swotcli.workflow.start import Plan
    from swotcli.workspace import SessionFolder


def start(
    context: typer.Context,
    agenda: Annotated[Path, typer.Argument(metavar="AGENDA", help=console.tell("option.agenda"))],
    room: Annotated[
        list[str] | None,
        typer.Option("--room", metavar="NAME", help=console.tell("option.room-name")),
    ] = None,
    rooms: Annotated[
        int | None,
        typer.Option("--rooms", metavar="N", min=1, max=2000, help=console.tell("option.rooms")),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help=console.tell("option.date"))
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="fi|sv|en", help=console.tell("option.session-lang")),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help=console.tell("option.title"))
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="TIME", help=console.tell("option.from"))
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="TIME", help=console.tell("option.until"))
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Start a session."""
    from swotcli.workflow import start as story

    found = workspace(context)
    plan = story.read_agenda(here(context) / agenda)
    given = {"title": title, "date": date, "lang": lang, "start": from_, "end": until}
    for key, value in given.items():
        if value is not None:
            plan.say(key, story.checked(key, value))
    _rooms(plan, room or [], rooms)
    if console.can_ask():
        _ask(plan)
    made = story.finished(plan)
    folder, session = story.create(found, made)
    if plan.pasted:
        _tell_found(plan, session)
    if as_json:
        path = console.shown(folder.path)
        console.result_json(
            {"session": session.id, "path": path, "rooms": [r.id for r in session.rooms]}
        )
    else:
        _tell_next(folder, session)


def _rooms(plan: Plan, names: list[str], count: int | None) -> None:
    from swotcli.errors import UsageError
    from swotcli.workflow.start import checked_rooms, numbered_rooms

    if names and count:
        raise UsageError.of("room-and-rooms")
    if names:
        plan.say("rooms", checked_rooms(names))
    elif count:
        plan.say("rooms", numbered_rooms(count, str(plan.data.get("lang", "en"))))


def _ask(plan: Plan) -> None:
    """Ask for what the agenda does not say; what cannot be understood is asked again."""
    from swotcli.errors import UsageError

    for key in plan.missing():
        while not plan.data.get(key):
            try:
                plan.say(key, _understood(plan, key, console.ask(f"ask.{key}")))
            except UsageError as error:
                console.report(error)


def _understood(plan: Plan, key: str, answer: str) -> object:
    from swotcli.workflow.start import checked, checked_rooms, numbered_rooms

    if key != "rooms":
        return checked(key, answer)
    if answer.isdecimal() and 0 < int(answer) <= 2000:
        return numbered_rooms(int(answer), str(plan.data.get("lang", "en")))
    return checked_rooms([name.strip() for name in answer.split(",") if name.strip()])


def _tell_found(plan: Plan, session: Session) -> None:
    """Say what was made of a pasted text, so that a mistake is seen now and not in the report."""
    lines = plan.lines
    console.say("talk.found", file=console.shown(plan.source.path))
    talks = sum(1 for item in session.items if item.speakers)
    console.say("talk.found-title", title=session.title, line=lines.get(("title",), "–"))
    console.say(
        "talk.found-programme",
        start=session.start.strftime("%H:%M"),
        end=session.end.strftime("%H:%M"),
        items=len(session.items),
        talks=talks,
    )
    breakout = next((item for item in session.items if item.kind == "breakout"), None)
    if breakout and breakout.at:
        minutes = breakout.minutes or "–"
        console.say(
            "talk.found-breakout",
            at=breakout.at.strftime("%H:%M"),
            minutes=minutes,
            title=breakout.title,
        )
    else:
        console.say("talk.no-breakout")
    console.say("talk.found-theme", theme=session.theme or "–")
    counts = {
        "goals": len(session.goals),
        "links": len(session.follow_up.links),
        "dates": len(session.follow_up.dates),
    }
    console.say("talk.found-rest", **counts)
    if plan.notes:
        console.say("talk.found-notes", count=plan.notes, file=console.shown(plan.source.path))
    for row in plan.unused:
        console.say("talk.unused", line=row.line, text=row.text)


def _tell_next(folder: SessionFolder, session: Session) -> None:
    console.result(console.shown(folder.path))
    console.say("talk.start-next")
    for plan in session.rooms:
        who = f"{plan.name} ({plan.facilitator})" if plan.facilitator else plan.name
        console.result(f"{who}: swotcli room {plan.id}")
