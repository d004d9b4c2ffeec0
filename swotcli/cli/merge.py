"""`swotcli merge`: all rooms become one summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from swotcli.cli import console
from swotcli.cli.options import (
    GapsOption,
    JsonOption,
    LooseOption,
    NoSuggestOption,
    SessionOption,
    session,
    suggested,
)

if TYPE_CHECKING:
    from swotcli.model.summary import Summary


def merge(
    context: typer.Context,
    session_id: SessionOption = None,
    allow_gaps: GapsOption = False,
    loose: LooseOption = False,
    no_suggest: NoSuggestOption = False,
    as_json: JsonOption = False,
) -> None:
    """Merge the rooms."""
    from swotcli.render.data import summary_data
    from swotcli.workflow import combine

    folder = session(context, session_id)
    gathered = combine.gather(folder, allow_gaps=allow_gaps)
    summary = gathered.merged(suggested(loose=loose, no_suggest=no_suggest))
    if as_json:
        console.result_json(summary_data(summary))
    combine.write_summary(folder, gathered.session, summary)
    if not as_json:
        console.result(console.shown(folder.summary_file))
    tell_summary(summary)


def tell_summary(summary: Summary) -> None:
    """Say what was merged: a row a room, the counts, every gap."""
    from swotcli.render.gaps import gap_sentences
    from swotcli.words import own_language, words

    own = words(own_language())
    head = [console.tell(f"table.{name}") for name in ("room", "state", "notes", "takeaways")]
    console.table(
        head,
        [
            [
                room.name,
                own.say(f"state.{room.state.value}"),
                str(room.notes),
                str(len(room.takeaways)),
            ]
            for room in summary.rooms
        ],
    )
    notes_in = sum(room.notes for room in summary.rooms)
    console.say("talk.merged", notes=notes_in, out=summary.note_count(), points=len(summary.points))
    for sentence in gap_sentences(summary, own):
        console.talk(sentence)
