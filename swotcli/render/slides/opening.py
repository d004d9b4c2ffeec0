"""The slides that open the session, from the brief: before anyone has typed a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.render.deck import Entry, Slide, flowing, numbered
from swotcli.render.slides.bundle import finished
from swotcli.render.slides.stage import Quarter, Stage
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
    before = [*_welcome(brief, words, lang), *_theme(brief, words, lang)]
    work = list(_work(brief, words, lang))
    places = list(_places(brief, words, lang))
    titles = [*before, *work, *(Slide("table", title) for title, _ in places)]
    unique = list(numbered(titles))
    for slide in unique[: len(before)]:
        stage.add(slide)
    stage.add_quarters(Said(words.say("report.swot")), tuple(_quarters(brief, words)))
    for slide in unique[len(before) : len(before) + len(work)]:
        stage.add(slide)
    for slide, (_, table) in zip(unique[len(before) + len(work) :], places, strict=True):
        stage.add_table(slide.title, table)
    return finished(stage.deck, brief.title, brief.lang, day)


def _welcome(brief: Brief, words: Words, lang: str) -> Iterator[Slide]:
    entries = [Entry(Said(words.say("brief.welcome")))]
    entries += [Entry(Said(f"{name}: {value}", lang)) for name, value in brief.facts]
    yield from flowing("title", Said(brief.title, lang), entries, item="")
    items = [
        Entry(Said(f"{item.hours} {item.title}".strip(), lang), "; ".join(item.speakers))
        for item in brief.items
    ]
    if items:
        yield from flowing("programme", Said(words.say("report.agenda")), items)


def _theme(brief: Brief, words: Words, lang: str) -> Iterator[Slide]:
    entries = [Entry(Said(brief.theme, lang))] if brief.theme else []
    entries += [Entry(Said(text, lang), number=n) for n, text in enumerate(brief.questions, 1)]
    if entries:
        yield from flowing("theme", Said(words.say("report.theme")), entries)
    goals = [Entry(Said(text, lang), number=n) for n, text in enumerate(brief.goals, 1)]
    if goals:
        yield from flowing("goals", Said(words.say("report.goals")), goals)


def _quarters(brief: Brief, words: Words) -> Iterator[Quarter]:
    for quadrant in brief.quadrants:
        asked = Said(words.say(_ASKED[quadrant.key]))
        yield Quarter(Said(f"{quadrant.name} – {quadrant.verb}"), (asked,))


def _work(brief: Brief, words: Words, lang: str) -> Iterator[Slide]:
    entries = [Entry(Said(text, lang)) for text in brief.instructions]
    entries = entries or [Entry(Said(words.say("brief.purpose")))]
    entries.append(Entry(Said(words.say("brief.hand-in"))))
    yield from flowing("task", Said(words.say("brief.task")), entries)
    for breakout in brief.breakouts:
        steps = [
            Entry(Said(f"{step.when} {step.title}".strip()), _plain(step.text))
            for step in breakout.steps
        ]
        title = Said(": ".join(filter(None, (breakout.title, breakout.when))), lang)
        title = title if breakout.title else Said(words.say("brief.rhythm"))
        yield from flowing("breakout", title, steps, item="breakout")


def _places(brief: Brief, words: Words, lang: str) -> Iterator[tuple[Said, Table]]:
    """Yield the tables of rooms, each room with the command that its facilitator types first."""
    head = (words.say("brief.room"), words.say("report.facilitator"), words.say("brief.first"))
    rows = tuple(
        (Said(room.name, lang), Said(room.facilitator, lang), Said(room.command))
        for room in brief.rooms
    )
    table = Table(head, rows, (35, 30, 35), words.say("slides.rooms"))
    for part in pages(table):
        yield Said(words.say("brief.rooms")), part


def _plain(text: str) -> str:
    """Return a text of ours without the backticks that are around what is typed."""
    return text.replace("`", "")
