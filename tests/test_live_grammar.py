"""What a line means and what a paste means, as tables; and that any lines can be undone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swotcli.live.deeds import begin_takeaways
from swotcli.live.grammar import entered, pasted
from swotcli.live.state import LiveState, Step, opened, redo, taken, undo
from swotcli.model.change import apply_all
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes
from swotcli.words import QuadrantNames

ROOM = RoomNotes("n", strengths=(Note("one"), Note("two")), threats=(Note("three", 2, (1,)),))


def _state(notes: RoomNotes = ROOM, lang: str = "fi") -> LiveState:
    return opened(notes, QuadrantNames(lang), 3)


def _after(state: LiveState, step: Step) -> LiveState:
    return taken(step, apply_all(state.notes, step.changes))


def _do(state: LiveState, *lines: str) -> LiveState:
    for line in lines:
        state = _after(state, entered(state, line))
    return state


@pytest.mark.parametrize(
    ("lines", "quadrants"),
    [
        (["a", "b"], {"strengths": ["a", "b"]}),
        (["• a", "", "  - b  ", "3) c", "[x] d"], {"strengths": ["a", "b", "c", "[x] d"]}),
        (["- [ ] a", "* [x] b"], {"strengths": ["a", "b"]}),
        (["Uhat", "a", "Heikkoudet:", "b", "möjligheter", "c"], {"threats": ["a"], "weaknesses": ["b"], "opportunities": ["c"]}),
        (["1 henkilö", "3.5 km tietä", "-5 astetta"], {"strengths": ["1 henkilö", "3.5 km tietä", "-5 astetta"]}),
        (["Hyvä - mutta kallis", "Turku * Oulu", "Vuosi 2024. Se oli hyvä", "klo 12. ja lähtee", "A – B"],
         {"strengths": ["Hyvä - mutta kallis", "Turku * Oulu", "Vuosi 2024. Se oli hyvä", "klo 12. ja lähtee", "A – B"]}),
        (["v", "u"], {"strengths": ["v", "u"]}),
        (["a\tb\tc"], {"strengths": ["a b c"]}),
        (["undo", "done"], {"strengths": ["undo", "done"]}),
    ],
)  # fmt: skip
def test_a_paste_is_a_note_a_line(lines: list[str], quadrants: dict[str, list[str]]) -> None:
    """Bullets go, a quadrant's full name turns to it, everything else is a note as it stands."""
    state = _state(RoomNotes("n"))

    after = _after(state, pasted(state, lines))

    found = {
        q.value: [note.text for note in after.notes.of(q)] for q in Quadrant if after.notes.of(q)
    }
    assert quadrants == found
    assert state.notes == _after(after, undo(after)).notes


@pytest.mark.parametrize(
    ("typed", "quadrant", "texts"),
    [
        ("u ", "threats", ["a", "b"]),
        ("Uhat: ", "threats", ["a", "b"]),
        ("well ", "strengths", ["well a", "b"]),
    ],
)
def test_what_stood_on_the_line_before_a_paste(typed: str, quadrant: str, texts: list[str]) -> None:
    """A quadrant's letter holds for all lines; other text is the beginning of the first."""
    state = _state(RoomNotes("n"))

    after = _after(state, pasted(state, ["• a", "• b"], typed))

    assert texts == [note.text for note in after.notes.of(Quadrant(quadrant))]


def test_a_paste_in_the_takeaways_phase_is_takeaways() -> None:
    """Three lines are the three; a fourth is refused, and none of them taken."""
    state = begin_takeaways(_state()).then

    assert ("a", "b", "c") == _after(state, pasted(state, ["- a", "- b", "c"])).notes.takeaways
    assert not pasted(state, ["a", "b", "c", "d"]).answer.ok


@pytest.mark.parametrize("lines", [[], ["", "  "], ["x" * 5001]])
def test_a_paste_of_nothing_or_too_much_changes_nothing(lines: list[str]) -> None:
    """It is answered all the same."""
    assert () == pasted(_state(), lines).changes


def test_a_room_is_full_at_its_limit() -> None:
    """Five thousand notes: neither a line nor a paste adds another."""
    full = _state(RoomNotes("n", threats=tuple(Note(f"{n}") for n in range(5000))))

    assert not entered(full, "one more").answer.ok
    assert not pasted(full, ["one", "more"]).answer.ok


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("/1", "answer.edit"),
        ("/k1", "answer.no-takeaway"),
        ("/d k1", "answer.no-takeaway"),
        ("/d 9", "answer.no-note"),
        ("/m 9 v", "answer.no-note"),
        ("#2 9", "answer.no-note"),
        ("/1 " + "x" * 5001, "answer.too-long"),
        ("k " + "x" * 5001, "answer.too-long"),
        ("x" * 5001, "answer.too-long"),
        ("2", "answer.place"),
        ("", "answer.place"),
        ("?", "answer.help"),
        ("/l", "answer.list"),
        ("/t", "answer.time"),
        ("time", "answer.time"),
        ("/q", "answer.left"),
        ("done", "answer.not-done"),
    ],
)
def test_a_line_that_changes_nothing(line: str, key: str) -> None:
    """What is answered, and that nothing is to be saved."""
    step = entered(_state(), line)

    assert (key, ()) == (step.answer.key, step.changes)


def test_the_text_to_edit_comes_on_the_line() -> None:
    """`/1` and `/k1` alone put the words there, ready to be changed."""
    state = _do(_state(), "k a takeaway")

    assert "/1 one" == entered(state, "/1").line
    assert "/k1 a takeaway" == entered(state, "/k1").line


def test_numbers_follow_a_note_and_are_not_used_again() -> None:
    """Moved, edited, voted for: still the same number; a deleted one stays free."""
    state = _do(_state(), "/m 1 u", "/1 eins", "+4 1", "/d 2", "new")

    numbers = {one.note.text: one.number for one in state.numbered}
    assert {"three": 3, "eins": 1, "new": 4} == numbers
    assert 4 == next(one.note.votes for one in state.numbered if one.number == 1)


_LINES = st.sampled_from(
    ["a", "b note", "v x", "u y", "h", "m z #2", "+3", "+1 1", "#1", "#3 2", "/1 other", "/2 b note", "/m 1 h",
     "/m 2 v", "/d 1", "/d 3", "k t", "k 1 2", "/k1 u", "/d k1", "undo", "redo", "undo", "//lit", " v lit", "1", "/b"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_LINES, max_size=14))
def test_everything_can_be_undone_and_done_again(lines: list[str]) -> None:
    """After any lines: undo to the beginning gives the first notes, redo to the end the last."""
    state = _do(_state(), *lines)
    last, acts = state.notes, len(state.done)

    for _ in range(acts):
        state = _after(state, undo(state))
    assert ROOM == state.notes
    assert not undo(state).answer.ok

    for _ in range(acts):
        state = _after(state, redo(state))
    assert last == state.notes


@settings(max_examples=300, deadline=None)
@given(st.lists(_LINES, max_size=14))
def test_every_note_has_one_number(lines: list[str]) -> None:
    """No number twice, none lost, whatever happens."""
    state = _do(_state(), *lines)

    numbers = [one.number for one in state.numbered]
    assert len(numbers) == len(set(numbers)) == state.notes.count()
    assert [one.note for one in state.numbered] == [note for _, note in state.notes.every()]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_line_has_an_answer(line: str) -> None:
    """No line makes the room fall over, and a note is the line's own words."""
    step = entered(_state(), line)

    assert step.answer.key
    assert len(step.changes) <= 1
