"""Notes pasted under headings: each whole, in order, and not one line more."""

from __future__ import annotations

import random
import re
import textwrap
import time
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pasted_vocabulary import all_languages

from swotcli.model.quadrant import Quadrant
from swotcli.pasted.notes import Found, read_notes

CASES = sorted(
    path
    for path in (Path(__file__).parent / "data/pasted/notes").iterdir()
    if path.suffix != ".yaml"
)
VOCABULARY = all_languages()
HEADINGS = {
    "fi": ("Vahvuudet", "Heikkoudet", "Mahdollisuudet", "Uhat"),
    "sv": ("Styrkor", "Svagheter", "Möjligheter", "Hot"),
    "en": ("Strengths", "Weaknesses", "Opportunities", "Threats"),
}
SYLLABLES = ("ka", "lo", "mi", "tu", "rä", "sö", "vå", "hel", "pan", "ris")
# Words that a wrapped row may begin with: names, brackets, and what elsewhere is a heading.
ODD_WORDS = (
    "uhat",
    "threats",
    "Lahti",
    "(esim.",
    "koti)",
    "ja",
    "2030",
    "nostot",
    "tavoitteet,",
    "16.30",
)
WORDS = st.one_of(
    st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=5).map("".join),
    st.sampled_from(ODD_WORDS),
)
PLAIN = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4).map("".join)
LINES = st.lists(PLAIN, min_size=1, max_size=12).map(lambda words: " ".join(words).capitalize())
NOTES = st.lists(WORDS, min_size=1, max_size=30).map(lambda words: f"Joka {' '.join(words)}")
ROOMS = st.lists(st.lists(NOTES, max_size=6), min_size=4, max_size=4)
PIECES = [
    *(*HEADINGS["fi"], *HEADINGS["en"], "Hot:", "## Threats", "Goals", "Takeaways:", "**", "---"),
    *("- ", "• ", "1. ", "o\t", "\n", "\n\n", " ", "|", "\t", "klo 16-18", "note", "Note"),
]
PASTED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def as_data(found: Found) -> dict[str, list[str]]:
    """Return what was found in the shape of an expected file."""
    made: dict[str, list[str]] = defaultdict(list)
    for note in found.notes:
        made[note.quadrant.value].append(note.text)
    made["takeaways"] = [row.text for row in found.takeaways]
    made["left"] = [row.text for row in found.left]
    return {key: texts for key, texts in made.items() if texts}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_notes_are_found_as_the_file_beside_says(path: Path) -> None:
    """A pasted text and what is found in it are two files side by side."""
    expected = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8")) or {}
    assert expected == as_data(read_notes(path.read_text(encoding="utf-8"), VOCABULARY))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_notes_are_the_same_when_line_ends_are_of_windows(path: Path) -> None:
    """Line ends do not matter, and neither does white space at a line's end."""
    text = path.read_text(encoding="utf-8")
    windows = re.sub(r"\n", " \r\n", text)
    assert as_data(read_notes(text, VOCABULARY)) == as_data(read_notes(windows, VOCABULARY))


def test_heading_is_known_by_the_verb_when_the_session_has_its_own() -> None:
    """A session's own action verb may stand beside a quadrant's name without a mark."""
    vocabulary = VOCABULARY.with_verbs({"Keep an eye on": Quadrant.THREATS})
    text = "Threats keep an eye on\n- Storms\n"
    assert () == read_notes(text, VOCABULARY).notes
    assert ["Storms"] == [note.text for note in read_notes(text, vocabulary).notes]


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """Whatever is pasted, reading it never fails."""
    read_notes(text, VOCABULARY)


@given(PASTED)
def test_every_word_of_a_note_stands_in_the_text_in_order(text: str) -> None:
    """Nothing is invented: a note's words are words of the text, in the text's order."""
    words = re.findall(r"\w+", text)
    for note in read_notes(text, VOCABULARY).notes:
        assert _stands_in(re.findall(r"\w+", note.text), words)


@given(
    room=ROOMS,
    lang=st.sampled_from(sorted(HEADINGS)),
    bullet=st.sampled_from(["• ", "- ", "* ", "– ", "1. ", "\uf0b7\t"]),
    seed=st.integers(0, 2**16),
    blank=st.booleans(),
)
def test_notes_come_back_as_they_were_when_rows_are_wrapped(
    *, room: list[list[str]], lang: str, bullet: str, seed: int, blank: bool
) -> None:
    """Bullets under headings, wrapped at any width, are the notes that they were."""
    wrapped = random.Random(seed)  # noqa: S311 - widths, no secrets
    lines: list[str] = []
    for heading, notes in zip(HEADINGS[lang], room, strict=True):
        lines += [heading, ""]
        for note in notes:
            rows = textwrap.wrap(note, wrapped.randint(20, 100))
            lines += [f"{bullet}{rows[0]}", *(f"  {row} " for row in rows[1:]), *[""] * blank]
        lines += ["", "", ""]
    found = read_notes("\n".join(lines), VOCABULARY)
    expected = [(q, note) for q, notes in zip(Quadrant, room, strict=True) for note in notes]
    assert expected == [(note.quadrant, note.text) for note in found.notes]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "• ", "- ", "### ", "1. "]), LINES, st.sampled_from(["\n", "\n\n"])
        ),
        max_size=12,
    )
)
def test_no_text_is_lost_within_a_quadrant(rows: list[tuple[str, str, str]]) -> None:
    """What stands under a heading is a note, or is listed for a person to look at."""
    text = "## Strengths\n" + "".join(f"{sign}{note}{end}" for sign, note, end in rows)
    found = read_notes(text, VOCABULARY)
    kept = [*(note.text for note in found.notes), *(row.text for row in found.left)]
    words = sorted(word for _, note, _ in rows for word in note.split())
    assert words == sorted(word for text in kept for word in text.split())


@given(st.lists(LINES, min_size=1, max_size=12))
def test_lines_without_bullets_are_a_note_each(notes: list[str]) -> None:
    """Plain lines that begin with a capital each are a note by themselves."""
    found = read_notes("\n".join(["Threats", *notes]), VOCABULARY)
    assert notes == [note.text for note in found.notes]


@pytest.mark.parametrize(
    "row", ["• a note of some words", "plain words", "Wrapped and", "", "Threats"]
)
def test_reading_time_grows_with_the_lines_only(row: str) -> None:
    """Four times the lines take about four times as long, and not sixteen times."""
    few = _seconds("Strengths\n" + f"{row}\n" * 2_000)
    many = _seconds("Strengths\n" + f"{row}\n" * 8_000)
    assert many / few < 8


@pytest.mark.parametrize(
    "sign", ["1", ".", " ", "a", "-", "*", "_", "|", "(", "#", ":", "1 ", "1.", "- ", "a,"]
)
def test_reading_time_grows_with_a_row_only(sign: str) -> None:
    """No row, however odd, makes the reader try every way to read it."""
    few = _seconds("Strengths\n" + (sign * 5_000)[:5_000] + "x\n")
    many = _seconds("Strengths\n" + (sign * 20_000)[:20_000] + "x\n")
    assert many / few < 9


def _stands_in(wanted: list[str], words: list[str]) -> bool:
    remaining = iter(words)
    return all(word in remaining for word in wanted)


def _seconds(text: str) -> float:
    """Return the least of three measurements, at least five milliseconds: less is all noise."""
    measured = []
    for _ in range(3):
        begin = time.process_time()
        read_notes(text, VOCABULARY)
        measured.append(time.process_time() - begin)
    return max(min(measured), 0.005)
