"""The slides that open the session, from the brief: before anyone has typed a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.render.flow import Entry, Slide, flowing
from swotcli.render.slides.bundle import finished
from swotcli.render.slides.stage import FIT, Quarter, Stage
from swotcli.render.slides.tables import Table, pages
from swotcli.render.views import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from swotcli.render.brief import Brief
    from swotcli.words import Words

_ASKED = {
    "strengths": "slides.ask-strengths",
    "weaknesses": "slides.ask-weaknesses",
    "opportunities": "slides.ask-opportunities",
    "threats": "slides.ask-threats",
}


def opening(brief: Brief, words: Words, day: date, folders: Sequence[Path]) -> bytes:
    """Make the slides.

    Args:
        brief: What the agenda says.
        words: The slides' language.
        day: The session's date, which the file carries.
        folders: Folders with templates that win over the shipped ones.

    Raises:
        RenderFailed: The template deck cannot be read, or lacks a layout that is needed.
    """
    stage = Stage(words, folders)
    lang = "" if brief.agenda_lang == brief.lang else brief.agenda_lang
    for slide in flowing([*_welcome(brief, words, lang), *_theme(brief, words, lang)], FIT):
        stage.add(slide)
    stage.add_quarters(Said(words.say("report.swot")), tuple(_quarters(brief, words)))
    for slide in flowing(_work(brief, words, lang), FIT):
        stage.add(slide)
    parts = list(pages(_places(brief, words, lang)))
    titles = flowing([Slide("table", Said(words.say("brief.rooms"))) for _ in parts], FIT)
    for slide, table in zip(titles, parts, strict=True):
        stage.add_table(slide.title, table)
    return finished(stage.deck, brief.title, brief.lang, day)


def _welcome(brief: Brief, words: Words, lang: str) -> Iterator[Slide]:
    entries = [Entry(Said(words.say("brief.welcome")))]
    entries += [Entry(Said(f"{name}: {value}", lang)) for name, value in brief.facts]
    yield Slide("title", Said(brief.title, lang), tuple(entries), item="")
    items = [
        Entry(
            Said(f"{item.hours} {item.title}".strip(), lang),
            "; ".join(item.speakers),
            detail_lang=lang,
        )
        for item in brief.items
    ]
    if items:
        yield Slide("programme", Said(words.say("report.agenda")), tuple(items))


def _theme(brief: Brief, words: Words, lang: str) -> Iterator[Slide]:
    entries = [Entry(Said(brief.theme, lang))] if brief.theme else []
    entries += [Entry(Said(text, lang), number=n) for n, text in enumerate(brief.questions, 1)]
    if entries:
        yield Slide("theme", Said(words.say("report.theme")), tuple(entries))
    goals = [Entry(Said(text, lang), number=n) for n, text in enumerate(brief.goals, 1)]
    if goals:
        yield Slide("goals", Said(words.say("report.goals")), tuple(goals))


def _quarters(brief: Brief, words: Words) -> Iterator[Quarter]:
    for quadrant in brief.quadrants:
        asked = Said(words.say(_ASKED[quadrant.key]))
        yield Quarter(Said(f"{quadrant.name} – {quadrant.verb}"), (asked,))


def _work(brief: Brief, words: Words, lang: str) -> Iterator[Slide]:
    entries = [Entry(Said(text, lang)) for text in brief.instructions]
    entries = entries or [Entry(Said(words.say("brief.purpose")))]
    entries.append(Entry(Said(words.say("brief.hand-in"))))
    yield Slide("task", Said(words.say("brief.task")), tuple(entries))
    for breakout in brief.breakouts:
        steps = [
            Entry(Said(f"{step.when} {step.title}".strip()), _plain(step.text))
            for step in breakout.steps
        ]
        title = Said(": ".join(filter(None, (breakout.title, breakout.when))), lang)
        title = title if breakout.title else Said(words.say("brief.rhythm"))
        yield Slide("breakout", title, tuple(steps), item="breakout")


def _places(brief: Brief, words: Words, lang: str) -> Table:
    """Return the table of rooms, each with the command that its facilitator types first."""
    head = (words.say("brief.room"), words.say("report.facilitator"), words.say("brief.first"))
    rows = tuple(
        (Said(room.name, lang), Said(room.facilitator, lang), Said(room.command))
        for room in brief.rooms
    )
    return Table(head, rows, (35, 30, 35), words.say("slides.rooms"))


def _plain(text: str) -> str:
    """Return a text of ours without the backticks that are around what is typed."""
    return text.replace("`", "")
