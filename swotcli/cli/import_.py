"""`swotcli import`: notes pasted under headings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from swotcli.cli import console
from swotcli.cli.options import JsonOption, RoomArgument, SessionOption, here, session


def import_(
    context: typer.Context,
    room: RoomArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=console.tell("option.file"))],
    session_id: SessionOption = None,
    as_json: JsonOption = False,
) -> None:
    """Bring in notes."""
    from swotcli.model.quadrant import Quadrant
    from swotcli.workflow import bring_in, record
    from swotcli.yamlfile import gate

    opened = record.open_room(session(context, session_id), room)
    source = gate.read(
        here(context) / file, largest=bring_in.LARGEST_TEXT, strict=False, named=True
    )
    came = bring_in.bring_in(opened, source)
    found = came.found
    if as_json:
        notes = [
            {"quadrant": n.quadrant.value, "text": n.text, "line": n.line} for n in found.notes
        ]
        takeaways = [{"text": row.text, "line": row.line} for row in found.takeaways]
        console.result_json({"room": opened.id, "notes": notes, "takeaways": takeaways})
    else:
        for quadrant in Quadrant:
            count = sum(1 for n in found.notes if n.quadrant is quadrant)
            console.result(f"{opened.words.quadrant(quadrant)}: {count}")
        console.result(f"{opened.words.say('report.takeaways')}: {len(found.takeaways)}")
    if came.again:
        console.say("talk.again", count=came.again)
    for row in found.left:
        console.say("talk.left", line=row.line, text=row.text)
