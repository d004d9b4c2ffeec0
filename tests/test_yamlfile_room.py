"""Reading a room file: what is odd but honest stays as typed, what would be lost is named."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from conftest import Swot
from hypothesis import given, settings
from hypothesis import strategies as st

from swotcli.model.room import Note, RoomNotes
from swotcli.yamlfile.room import read_room
from swotcli.yamlfile.roomtext import new_room

DATA = Path(__file__).parent / "data" / "broken"


def _strengths(*lines: str) -> tuple[str, ...]:
    text = "room: north\nstrengths:\n" + "".join(f"{line}\n" for line in lines)
    notes, problems = read_room(text)
    assert () == problems
    assert notes is not None
    return tuple(note.text for note in notes.strengths)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- Kulut: liian suuret", "Kulut: liian suuret"),
        ("- Kulut:", "Kulut:"),
        ("- no", "no"),
        ("- Yes", "Yes"),
        ("- ~", "~"),
        ("- null", "null"),
        ("- 12:30", "12:30"),
        ("- 1.10", "1.10"),
        ("- 0x1F", "0x1F"),
        ("- 2026-03-10", "2026-03-10"),
        ("- 2026-02-30", "2026-02-30"),
        ("- +358401234567", "+358401234567"),
        ("- =1+1", "=1+1"),
        ("- 'single: quoted'", "single: quoted"),
        ('- "double # quoted"', "double # quoted"),
        ("- C# is a language", "C# is a language"),
        ("- (in brackets)", "(in brackets)"),
        ("- text: the mapping form", "the mapping form"),
        ("-   much   space   ", "much space"),
        ("- wrapped\n  over two lines", "wrapped over two lines"),
        ("- |\n  a block\n  of text", "a block of text"),
        ("- >-\n  folded\n  text", "folded text"),
        ("- A\u0308a\u0308", "Ää"),
    ],
)
def test_a_note_stays_as_typed(line: str, text: str) -> None:
    """YAML's opinions about words and numbers do not touch what the group said."""
    assert (text,) == _strengths(line)


def test_an_empty_bullet_is_no_note() -> None:
    """A hyphen that waits for its text is nothing yet."""
    assert ("one", "two") == _strengths("- one", "-", "- two")


def test_the_mapping_form_carries_votes_and_goals() -> None:
    """A note with more than text."""
    notes, problems = read_room(
        "room: north\nthreats:\n- text: Roads close\n  votes: 3\n  goals: [2, 5]\n- text: x\n  goals: 4\n"
    )

    assert () == problems
    assert notes is not None
    assert (Note("Roads close", 3, (2, 5)), Note("x", 0, (4,))) == notes.threats


def test_keys_may_stand_in_any_order_and_be_missing() -> None:
    """A file by hand with two of the keys is a room file."""
    notes, problems = read_room("takeaways: [one]\nroom: north\n")

    assert () == problems
    assert RoomNotes("north", takeaways=("one",)) == notes


@pytest.mark.parametrize("encode", ["utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom"])
def test_a_windows_editor_is_understood(session: Path, swot: Swot, encode: str) -> None:
    """Byte order mark, UTF-16, CRLF and decomposed letters reach the merge as typed."""
    text = "room: north\r\nstrengths:\r\n- H" + unicodedata.normalize("NFD", "yvä työ") + "\r\n"
    raw = {
        "utf-16-le-bom": b"\xff\xfe" + text.encode("utf-16-le"),
        "utf-16-be-bom": b"\xfe\xff" + text.encode("utf-16-be"),
    }.get(encode) or text.encode(encode)
    (session / "rooms/north.yaml").write_bytes(raw)

    done = swot("merge", "--json")

    assert '"text": "Hyvä työ"' in done.out


CASES = sorted(path.stem for path in DATA.glob("*.yaml"))


@pytest.mark.parametrize("name", CASES)
def test_a_broken_room_file_is_explained(
    name: str, session: Path, swot: Swot, request: pytest.FixtureRequest
) -> None:
    """Every problem with file, line, what, and what to do; merge stops; the file is untouched.

    A case is a file `name.yaml` and beside it `name.txt` with what `check` says of it. What is odd
    but readable is called `odd-...`: `check` speaks of it, and the merge goes on.
    """
    raw = (DATA / f"{name}.yaml").read_bytes()
    room = session / "rooms" / "north.yaml"
    room.write_bytes(raw)

    said = swot("check", code=3).out.replace("\\", "/")

    mine = said.split("sessions/2026-03-10-village-evening/rooms/south")[0]
    mine = mine.replace("sessions/2026-03-10-village-evening/rooms/", "")
    expected = DATA / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        expected.write_text(mine, encoding="utf-8", newline="\n")
    assert expected.read_text(encoding="utf-8") == mine
    if name.startswith("odd-"):
        swot("merge")
    else:
        swot("merge", code=3)
        # Of a file with no bytes at all there is nothing to overwrite: it begins anew.
        swot("note", "north", "strengths", "a late note", code=3 if raw else 0)
        assert not raw or raw == room.read_bytes()


def test_there_are_cases() -> None:
    """An empty table would pass in silence."""
    assert 30 <= len(CASES)


_TEXT = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
    .map(
        lambda text: " ".join(
            unicodedata.normalize(
                "NFC", "".join(c for c in text if c.isprintable() or c == " ")
            ).split()
        )
    )
    .filter(bool)
)
_NOTE = st.builds(
    Note,
    _TEXT,
    st.integers(0, 99),
    st.lists(st.integers(1, 99), max_size=3).map(tuple),
)
_NOTES = st.lists(_NOTE, max_size=5).map(tuple)
ROOMS = st.builds(
    RoomNotes,
    st.just("north"),
    st.one_of(st.just(""), _TEXT),
    _NOTES,
    _NOTES,
    _NOTES,
    _NOTES,
    st.lists(_TEXT, max_size=3).map(tuple),
)


@settings(max_examples=200, deadline=None)
@given(ROOMS)
def test_what_is_written_is_read(room: RoomNotes) -> None:
    """Any notes come back equal from the file that is written for them."""
    assert (room, ()) == read_room(new_room(room, "a comment\nof two lines"))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_notes_or_problems(text: str) -> None:
    """No text makes the reader fall over; what is not understood is said."""
    notes, problems = read_room(text)

    assert notes is not None or problems


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(
    ["room: n", "strengths:", "- a", "  - b", "- text: c", "  votes: 2", "-", "\t- d", "threats: [", "]", "{", "}",
     "- &x", "- *x", "- !t z", "- 'q", '- "q', "# c", "- e #f", "---", "...", "? k", ": v", "- |", "- >", "%Y", "@"]
), max_size=12))  # fmt: skip
def test_any_heap_of_yaml_is_notes_or_problems(lines: list[str]) -> None:
    """The same for text that looks like YAML; every problem has a line within the text."""
    text = "\n".join(lines)
    notes, problems = read_room(text)

    assert notes is not None or problems
    assert all(1 <= (problem.line or 1) <= len(lines) + 1 for problem in problems)
