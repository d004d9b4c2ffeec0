"""An agenda's data from a pasted programme: what the text says, and nothing else."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pasted_vocabulary import all_languages

from swotcli.model.agenda import Agenda
from swotcli.pasted.programme import Draft, read_programme

CASES = sorted(
    path
    for path in (Path(__file__).parent / "data/pasted/programme").iterdir()
    if path.suffix != ".yaml"
)
VOCABULARY = all_languages()
PIECES = [
    *(
        "Ohjelma",
        "Goals",
        "Mål",
        "Teema:",
        "Theme",
        "Järjestäjä: ",
        "Uhat",
        "## ",
        "**",
        "| ",
        " | ",
    ),
    *(
        "klo 16",
        "16.30-17",
        "4 pm",
        "10.3.2026",
        "May 12, 2026",
        "45 min",
        "Anna Aalto",
        ", ",
        "ja ",
    ),
    *(
        "Työpaja",
        "Purku",
        "Talk",
        "rooli",
        "https://x.example/",
        "?",
        "\n",
        "\n\n",
        "\n\n\n",
        "• ",
        "\t",
    ),
]
PASTED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def as_data(draft: Draft) -> dict[str, Any]:
    """Return a draft in the shape of an expected file, all in text as files are read."""
    beside = {"notes": draft.notes, "unused": [row.text for row in draft.unused]}
    made: dict[str, Any] = _in_text({**draft.data, **{k: v for k, v in beside.items() if v}})
    return made


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_programme_is_read_as_the_file_beside_says(path: Path) -> None:
    """A pasted text and what it says are two files side by side."""
    expected = yaml.load(path.with_suffix(".yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    assert expected == as_data(read_programme(path.read_text(encoding="utf-8"), VOCABULARY))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_programme_makes_an_agenda_when_the_rest_is_given(path: Path) -> None:
    """What was read has the shape of an agenda's file."""
    draft = read_programme(path.read_text(encoding="utf-8"), VOCABULARY)
    given_by_hand = {"title": "T", "date": "2026-01-01", "start": "0:00", "end": "23:59"}
    Agenda.model_validate({**given_by_hand, "lang": "en", **draft.data})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_language_is_that_of_the_text(path: Path) -> None:
    """The small words of a programme tell its language; a text with none of them tells nothing."""
    lang, _, name = path.stem.partition("_")
    expected = None if name == "nothing" else lang
    assert expected == VOCABULARY.language_of(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_lines_say_where_each_thing_stands(path: Path) -> None:
    """A problem with a time or a day can be shown at its line."""
    text = path.read_text(encoding="utf-8")
    draft = read_programme(text, VOCABULARY)
    assert set(draft.data) == {place[0] for place in draft.lines}
    assert all(1 <= line <= text.count("\n") + 1 for line in draft.lines.values())


@given(st.one_of(st.text(max_size=400), PASTED))
def test_any_text_is_read(text: str) -> None:
    """Whatever is pasted, reading it never fails."""
    read_programme(text, VOCABULARY)


@given(PASTED)
def test_every_word_of_an_agenda_stands_in_the_text(text: str) -> None:
    """Nothing is guessed: words of titles, names and lists are words of the text."""
    words = set(re.findall(r"[^\W\d_]+", text.casefold()))
    said = [value for value in _texts(read_programme(text, VOCABULARY).data) if value not in _KINDS]
    assert words.issuperset(re.findall(r"[^\W\d_]+", " ".join(said).casefold()))


@given(PASTED)
def test_no_day_or_hour_is_made_up(text: str) -> None:
    """A text without a single digit has no day and no hours."""
    draft = read_programme(re.sub(r"\d", "", text), VOCABULARY)
    assert not {"date", "start", "end"} & set(draft.data)


@pytest.mark.slow
@pytest.mark.parametrize("row", ["• 16.30 Talk, Anna Aalto", "plain words", "Goals", "and on"])
def test_reading_time_grows_with_the_lines_only(row: str) -> None:
    """Four times the lines take about four times as long, and not sixteen times."""
    few = _seconds("Programme\n" + f"{row}\n" * 2_000)
    many = _seconds("Programme\n" + f"{row}\n" * 8_000)
    assert many / few < 8


@pytest.mark.parametrize(
    "sign",
    [
        "1",
        ".",
        " ",
        "a",
        "-",
        "A ",
        "|",
        "(",
        "#",
        ":",
        "1 ",
        "1.",
        "- ",
        "a, ",
        "A b, ",
        "1.1.",
        "*a",
    ],
)
def test_reading_time_grows_with_a_row_only(sign: str) -> None:
    """No row, however odd, makes the reader try every way to read it."""
    few = _seconds("Programme\n" + (sign * 5_000)[:5_000] + "x\n")
    many = _seconds("Programme\n" + (sign * 20_000)[:20_000] + "x\n")
    assert many / few < 9


_KINDS = {"talk", "breakout", "debrief", "end"}


def _in_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _in_text(one) for key, one in value.items()}
    return [_in_text(one) for one in value] if isinstance(value, list) else str(value)


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    return (
        [text for one in value for text in _texts(one)] if isinstance(value, list) else [str(value)]
    )


def _seconds(text: str) -> float:
    """Return the lesser of two measurements, at least five milliseconds: less is all noise."""
    measured = []
    for _ in range(2):
        begin = time.process_time()
        read_programme(text, VOCABULARY)
        measured.append(time.process_time() - begin)
    return max(min(measured), 0.005)
