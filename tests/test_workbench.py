"""Whatever is typed at the workbench: no note is lost, what was ruled last holds, undo goes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swotcli.errors import BadInput, SwotError
from swotcli.merge import rulings as acts_on
from swotcli.merge.decided import open_decisions
from swotcli.merge.points import QuadrantNotes
from swotcli.model.act import Act, Join, Part, Ruled
from swotcli.model.decisions import Decisions, Key, NoteRef, Rulings
from swotcli.model.quadrant import Quadrant
from swotcli.model.summary import OpenDecision, Point, SourceNote, Theme
from swotcli.words import QuadrantNames, words
from swotcli.workbench import rows
from swotcli.workbench.conversation import Conversation, Means
from swotcli.workbench.grammar import Said, Verb, read
from swotcli.workbench.layout import fitted
from swotcli.workbench.rows import Row
from swotcli.workbench.search import matching
from swotcli.workbench.state import Mode
from swotcli.workbench.walk import keys

TEXTS = (
    "Talkoohenki on vahva",
    "Vahva talkoohenki",
    "Avain on naapurissa",
    "Avaimen hakeminen on hankalaa",
    "Yhteinen varauskalenteri puuttuu",
    "Varauskalenteri yhteiseksi",
    "talkoohenki on vahva.",
    "Kirjasto lainaa työkaluja",
)
PLACES = (Quadrant.STRENGTHS, Quadrant.THREATS)
NOTES = [
    SourceNote(room, quadrant, text, 0, (), "fi")
    for quadrant in PLACES
    for room, texts in (("a", TEXTS[:5]), ("b", TEXTS[3:]), ("c", TEXTS[::3]))
    for text in texts
]
STALE = Rulings.model_validate(
    {
        "together": [{"notes": [{"a": "Talkoohenki on hyvin vahva"}, {"b": TEXTS[7]}]}],
        "apart": [{"notes": [{"a": TEXTS[2]}, {"b": TEXTS[3]}]}],
    }
)


class Memory:
    """An engine without a disk."""

    def __init__(self) -> None:
        self.decisions = Decisions(strengths=STALE)
        self.acts: list[tuple[Quadrant, Act]] = []
        self._notes = {q: QuadrantNotes(q, NOTES) for q in PLACES}

    def points(self, quadrant: Quadrant) -> tuple[Point, ...]:
        """Return the points; the same ones while nothing is ruled."""
        return tuple(self._notes[quadrant].points(self.decisions.of(quadrant), None))

    def themes(self, quadrant: Quadrant) -> tuple[Theme, ...]:
        """Return the named themes."""
        return tuple(
            Theme(quadrant, one.name, False, 1) for one in self.decisions.of(quadrant).themes
        )

    def open_decisions(self, quadrant: Quadrant) -> tuple[OpenDecision, ...]:
        """Return what is open."""
        there = {"a": True, "b": True, "c": True}
        return tuple(open_decisions(quadrant, NOTES, self.decisions.of(quadrant), there))

    def rule(self, quadrant: Quadrant, acts: list[Act]) -> Ruled:
        """Rule."""
        before = self.decisions.of(quadrant)
        after = acts_on.done(before, acts)
        self.decisions = self.decisions.with_rulings(quadrant, after)
        self.acts += [(quadrant, act) for act in acts]
        return Ruled(before, after, None, None)

    def take_back(self, quadrant: Quadrant, ruled: Ruled) -> None:
        """Undo."""
        back = acts_on.taken_back(self.decisions.of(quadrant), ruled.before, ruled.after)
        self.decisions = self.decisions.with_rulings(quadrant, back)
        self.acts.clear()

    def look(self) -> None:
        """Nobody else is there."""

    def draft(self, quadrant: Quadrant) -> None:
        """No themes are drafted here."""


class Liking(Memory):
    """One that has candidates, too: slower, so fewer examples."""

    def points(self, quadrant: Quadrant) -> tuple[Point, ...]:
        """Return the points with their candidates, all of which are as good as any."""
        from swotcli.likeness import Strictness

        return tuple(self._notes[quadrant].points(self.decisions.of(quadrant), Strictness.LOOSE))


def _talk(engine: Memory, lang: str = "en") -> Conversation:
    def explain(error: SwotError) -> str:
        return str(error)

    means = Means(engine, words(lang), QuadrantNames(lang), {}, explain, lambda text: text)  # type: ignore[arg-type]
    return Conversation(PLACES, means)


LINES = st.one_of(
    st.sampled_from(
        ["", "n", "p", "u", "z", "y", "all", "themes", "T", "w", "W", "l", "?", "v", "list", "r -",
         "r Omin sanoin", "t Tilat", "t -", "/ avain", "/ talkoo", "m a 1", "m b 2", "m a / kal",
         "show 1", "1 Nimi", "1 2", "1 2 Koonti", "uhat", "x y z", "a b c d e f g h"]
    ),
    st.integers(0, 9).map(str),
    st.sampled_from("abcdefgh"),
    st.lists(st.integers(0, 9), min_size=2, max_size=4).map(lambda n: " ".join(map(str, n))),
)  # fmt: skip


def _obeyed(engine: Memory, acts: list[tuple[Quadrant, Act]]) -> None:
    """Look at the acts of one line: each holds in the points, if none after it says otherwise."""
    for place, (quadrant, act) in enumerate(acts):
        found = [keys(point) for point in engine.points(quadrant)]
        later = [other for where, other in acts[place + 1 :] if where is quadrant]
        if isinstance(act, Join) and not later:
            wanted = {ref.key for ref in act.notes}
            assert any(wanted <= one for one in found)
        if isinstance(act, Part):
            for one in act.notes:
                for other in act.others or act.notes:
                    if one.key != other.key:
                        assert not any({one.key, other.key} <= point for point in found)


@pytest.mark.parametrize("kind", [Memory, Liking])
def test_any_lines_keep_every_note_and_can_be_undone(kind: type[Memory]) -> None:
    """Every note in exactly one point, the last ruling obeyed, all of it undone to the first."""

    @settings(max_examples=60, deadline=None)
    @given(st.lists(LINES, max_size=25))
    def check(lines: list[str]) -> None:
        engine = kind()
        first = engine.decisions
        talk = _talk(engine)
        for line in lines:
            engine.acts.clear()
            talk.enter(line)
            _obeyed(engine, engine.acts)
            rows.lines(talk)
            assert talk.said.startswith(("ok ", "error "))
            for quadrant in PLACES:
                notes = [note for point in engine.points(quadrant) for note in point.notes]
                there = [note for note in NOTES if note.quadrant is quadrant]
                assert sorted(map(repr, there)) == sorted(map(repr, notes))
            if talk.state.ending:
                break
        while talk.state.done:
            assert talk.state.done
            talk.enter("u") if talk.state.mode is not Mode.SURE else talk.enter("")
        assert first == engine.decisions

    check()


def test_a_point_that_was_ruled_is_left_alone_by_a_later_ruling_about_others() -> None:
    """What a person joined stays one, whatever is joined or parted elsewhere."""
    engine = Memory()
    engine.decisions = Decisions()
    talk = _talk(engine)
    talk.enter("/ avain")
    talk.enter("1")
    mine = keys(talk.point())  # type: ignore[arg-type]
    talk.enter("")
    for line in ("", "", "n", "/ kirjasto", "1", "", ""):
        talk.enter(line)

    assert mine in [keys(point) for point in engine.points(Quadrant.STRENGTHS)]


def test_a_ruling_that_cannot_be_kept_changes_nothing() -> None:
    """The answer says so, and the point is still there to be ruled."""
    engine = Memory()
    engine.decisions = Decisions()
    talk = _talk(engine)
    before = talk.state

    def refuse(quadrant: Quadrant, acts: list[Act]) -> Ruled:
        raise BadInput.of("not-saved", reason="full")

    engine.rule = refuse  # type: ignore[method-assign]
    assert not talk.enter("")
    assert talk.said.startswith("error not kept: ")
    assert before == talk.state


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", Said(Verb.ACCEPT)),
        ("1 3, 0", Said(Verb.JOIN, numbers=(1, 3, 10))),
        ("134", Said(Verb.JOIN, numbers=(1, 3, 4))),
        ("a C", Said(Verb.PART, letters=(0, 2))),
        ("bad", Said(Verb.QUADRANT, text="bad")),
        ("N", Said(Verb.SKIP)),
        ("T", Said(Verb.THEMES)),
        ("t Tilat", Said(Verb.THEME, text="Tilat")),
        ("m a 2", Said(Verb.MOVE, numbers=(2,), letters=(0,))),
        ("m a/avain", Said(Verb.SEARCH, letters=(0,), text="avain")),
        ("/avain naapuri", Said(Verb.SEARCH, text="avain naapuri")),
        ("r  Uusi   nimi", Said(Verb.REWORD, text="Uusi nimi")),
        ("done", Said(Verb.LEAVE)),
    ],
)
def test_what_a_line_means_at_a_point(line: str, said: Said) -> None:
    """Digits join, letters part, words act; several at once where that is safe."""
    assert said == read(line, Mode.POINT)


@pytest.mark.parametrize(
    ("line", "numbers", "text"),
    [
        ("2", (2,), ""),
        ("2 3", (2, 3), ""),
        ("2 Tilat", (2,), "Tilat"),
        ("12 3 Tilat ja tavarat", (12, 3), "Tilat ja tavarat"),
        ("2 2030-luku", (2,), "2030-luku"),
        ("2 = 2030", (2,), "2030"),
    ],
)
def test_what_a_line_means_in_the_list_of_themes(
    line: str, numbers: tuple[int, ...], text: str
) -> None:
    """Numbers, then a name, which may begin with a number of its own."""
    assert Said(Verb.NAME, numbers=numbers, text=text) == read(line, Mode.THEMES)


def test_search_finds_inside_words_in_any_order_and_case() -> None:
    """A part of a Finnish compound is enough."""
    assert [4, 5] == sorted(matching("KALENTERI yhteinen"[:9], TEXTS))
    assert [4] == matching("puuttuu kalenteri", TEXTS)
    assert [] == matching("  ", TEXTS)


@given(
    st.lists(st.text(max_size=90), min_size=1, max_size=20),
    st.integers(5, 90),
    st.integers(1, 30),
    st.integers(0, 25),
)
def test_rows_fit_any_size(texts: list[str], width: int, height: int, top: int) -> None:
    """Wide letters and long words never make a line wider or the whole higher than it may be."""
    from swotcli.cells import get_cwidth

    lines = fitted([Row("1", text, gap=True) for text in texts], width, height, top)

    assert len(lines) <= height
    assert [] == [line for line in lines if get_cwidth(line) > width]


def _refs(*numbers: int) -> tuple[NoteRef, ...]:
    return tuple(NoteRef("a", f"note {number}") for number in numbers)


def _keys(*numbers: int) -> set[Key]:
    return {ref.key for ref in _refs(*numbers)}


def test_taking_back_leaves_what_others_ruled_since() -> None:
    """Theirs stays to the letter; what they built on mine cannot be taken back."""
    before = Rulings()
    after = acts_on.done(before, [Join(_refs(1, 2))])
    theirs = acts_on.done(after, [Join(_refs(3, 4))])
    built = acts_on.done(after, [Join(_refs(2, 5))])

    assert acts_on.done(before, [Join(_refs(3, 4))]) == acts_on.taken_back(theirs, before, after)
    with pytest.raises(LookupError):
        acts_on.taken_back(built, before, after)
    parted = acts_on.done(after, [Part(_refs(1), _refs(2))])
    joined = acts_on.done(parted, [Join(_refs(1, 6))])
    with pytest.raises(LookupError):  # else 1, 2 and 6 would be one point, which nobody ruled
        acts_on.taken_back(joined, after, parted)


@pytest.mark.parametrize("lang", ["en", "fi", "sv"])
def test_the_keys_are_seen_on_a_narrow_screen(lang: str) -> None:
    """Forty columns are enough for each footer's short form, eighty for the long one."""
    from swotcli.cells import get_cwidth

    table = words(lang).table["group"]
    narrow = {key: text for key, text in table.items() if key.startswith("keys-")}

    assert {} == {key: text for key, text in narrow.items() if get_cwidth(text) > 40}
    assert get_cwidth(table["keys"]) <= 80
