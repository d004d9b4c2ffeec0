"""`swotcli group`: the organiser's workbench, and single rulings for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

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
    from collections.abc import Mapping, Sequence

    from swotcli.model.quadrant import Quadrant
    from swotcli.workbench.conversation import Conversation
    from swotcli.workflow.group import Grouping


def group(
    context: typer.Context,
    quadrants: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[QUADRANT...]", show_default=False, help=console.tell("option.quadrants")
        ),
    ] = None,
    session_id: SessionOption = None,
    plain: Annotated[bool, typer.Option("--plain", help=console.tell("option.plain"))] = False,
    together: Annotated[
        list[str] | None,
        typer.Option("--together", metavar="NOTE", help=console.tell("option.together")),
    ] = None,
    apart: Annotated[
        list[str] | None,
        typer.Option("--apart", metavar="NOTE", help=console.tell("option.apart")),
    ] = None,
    reword: Annotated[
        str | None, typer.Option("--reword", metavar="TEXT", help=console.tell("option.reword"))
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="NAME", help=console.tell("option.theme"))
    ] = None,
    loose: LooseOption = False,
    no_suggest: NoSuggestOption = False,
    allow_gaps: GapsOption = False,
    as_json: JsonOption = False,
) -> None:
    """Group the notes."""
    from swotcli.words import QuadrantNames
    from swotcli.workflow.group import Grouping

    folder = session(context, session_id)
    grouping = Grouping(
        folder, suggested(loose=loose, no_suggest=no_suggest), allow_gaps=allow_gaps
    )
    names = QuadrantNames(grouping.session.lang)
    chosen = _chosen(quadrants or [], names, grouping.session.lang)
    ruling = bool(together or apart or reword is not None or theme is not None)
    if ruling:
        _rule(grouping, chosen, together or [], apart or [], reword, theme, one=bool(quadrants))
    if as_json:
        console.result_json(_left(grouping, chosen))
    elif not ruling:
        _work(grouping, chosen, names, plain=plain)


def _work(
    grouping: Grouping, quadrants: Sequence[Quadrant], names: Mapping[str, Quadrant], *, plain: bool
) -> None:
    from swotcli.cli.room import is_plain
    from swotcli.words import own_language, words
    from swotcli.workbench.conversation import Conversation, Means
    from swotcli.yamlfile import durable

    means = Means(
        grouping,
        words(own_language()),
        names,
        {room.room: room.name for room in grouping.rooms},
        console.one_line,
        console.harmless,
    )
    with durable.presence(grouping.file) as alone:
        if not alone:
            console.say("group.second")
        conversation = Conversation(tuple(quadrants), means)
        if plain or is_plain() or not _on_the_screen(conversation):
            _talk(conversation)
    if grouping.file.exists():
        console.say("group.closing", file=console.shown(grouping.file))


def _on_the_screen(conversation: Conversation) -> bool:
    from swotcli.workbench.running import run
    from swotcli.workbench.screen import Screen

    return run(Screen(conversation))


def _talk(conversation: Conversation) -> None:
    """Plain mode: one line in, one answer out, then what is before the person if it is another."""
    from swotcli.workbench import frame, rows

    for line in rows.lines(conversation):
        console.result(line)
    for line in console.typed_lines(prompt=lambda: f"[{frame.prompt(conversation)}]> "):
        conversation.enter(line)
        console.result(conversation.said)
        if conversation.state.ending:
            return
        for shown in conversation.page:
            console.result(f"  {shown}")
        if conversation.moved:
            for shown in rows.lines(conversation):
                console.result(shown)


def _chosen(named: Sequence[str], names: Mapping[str, Quadrant], lang: str) -> tuple[Quadrant, ...]:
    """Return the quadrants that are named, each once, in their order; all, if none is.

    Raises:
        UsageError: With every name that is none.
    """
    from swotcli.errors import Problem, UsageError
    from swotcli.model.quadrant import Quadrant
    from swotcli.words import words

    own = words(lang)
    known = ", ".join(f"{own.quadrant(q).lower()} ({own.letter(q)})" for q in Quadrant)
    problems = [
        Problem("unknown-quadrant", {"name": name, "known": known})
        for name in named
        if names.get(name.casefold()) is None
    ]
    if problems:
        raise UsageError(*problems)
    wanted = {names[name.casefold()] for name in named}
    return tuple(q for q in Quadrant if q in wanted or not wanted)


def _rule(
    grouping: Grouping,
    quadrants: Sequence[Quadrant],
    together: Sequence[str],
    apart: Sequence[str],
    reword: str | None,
    theme: str | None,
    *,
    one: bool,
) -> None:
    """Rule what the options say.

    Raises:
        UsageError: With everything that does not fit.
        NotFound: With every note that is not there.
    """
    from swotcli.errors import Problem, UsageError
    from swotcli.model.text import one_line
    from swotcli.workflow import named

    wrong = {
        "one-quadrant": not one or len(quadrants) != 1,
        "together-or-apart": bool(together and apart),
        "apart-needs-two": len(apart) == 1,
        "needs-together": bool((reword is not None or theme is not None) and not together),
    }
    problems = [Problem(code) for code, holds in wrong.items() if holds]
    if problems:
        raise UsageError(*problems)
    (quadrant,) = quadrants
    acts = named.acts(
        grouping,
        quadrant,
        together=together,
        apart=apart,
        wording=None if reword is None else one_line(reword),
        theme=None if theme is None else one_line(theme),
    )
    ruled = grouping.rule(quadrant, acts)
    console.say("group.kept" if ruled.changed else "group.held-already", file=grouping.file)


def _left(grouping: Grouping, quadrants: Sequence[Quadrant]) -> dict[str, object]:
    from swotcli.workbench.walk import counts

    return {
        "session": grouping.session.id,
        "quadrants": [
            {
                "quadrant": quadrant.value,
                **dict(counts(grouping.points(quadrant))),
                "open_decisions": [
                    {
                        "room": one.room,
                        "text": one.text,
                        "why": one.why.value,
                        "now": one.now or None,
                        "to": one.to.value if one.to else None,
                    }
                    for one in grouping.open_decisions(quadrant)
                ],
            }
            for quadrant in quadrants
        ],
    }
