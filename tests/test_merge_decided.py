"""What the organiser ruled holds, whatever the notes do; what nobody ruled is only suggested."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swotcli.likeness import Strictness
from swotcli.merge import rulings as acts
from swotcli.merge.rooms import HandIn
from swotcli.merge.together import merge_rooms
from swotcli.model.agenda import Session
from swotcli.model.decisions import Decisions, NoteRef, Rulings
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes
from swotcli.model.summary import Point, Summary, Why
from swotcli.model.text import sameness

ROOMS = ("north", "south", "west")
TEXTS = (
    "Bussit kulkevat harvoin",
    "Bussit kulkevat liian harvoin",
    "bussit kulkevat harvoin.",
    "Bussit eivät kulje harvoin",
    "Harvoin kulkevat bussit",
    "Yhteinen kalenteri",
    "Yhteinen kalenteri puuttuu",
    "🔥",
    "Energian hinta",
)
STRICTNESS = (None, Strictness.STRICT, Strictness.LOOSE)


def _session(rooms: tuple[str, ...] = ROOMS, lang: str = "fi") -> Session:
    return Session.model_validate(
        {
            "id": "2026-03-10-x",
            "title": "X",
            "date": "2026-03-10",
            "lang": lang,
            "start": "16",
            "end": "18",
            "rooms": list(rooms),
        }
    )


def _merge(
    rooms: dict[str, list[str]],
    rulings: Rulings | None = None,
    strictness: Strictness | None = Strictness.STRICT,
    order: tuple[str, ...] = ROOMS,
) -> Summary:
    hand_ins = {
        room: HandIn((RoomNotes(room, strengths=tuple(map(Note, texts))),))
        for room, texts in rooms.items()
    }
    decisions = Decisions().with_rulings(Quadrant.STRENGTHS, rulings or Rulings())
    return merge_rooms(_session(order), hand_ins, (), decisions, strictness)


def _notes(point: Point) -> set[tuple[str, str]]:
    return {(note.room, sameness(note.text)) for note in point.notes}


def _parts(summary: Summary) -> set[frozenset[tuple[str, str]]]:
    return {frozenset(_notes(point)) for point in summary.points}


notes = st.dictionaries(st.sampled_from(ROOMS), st.lists(st.sampled_from(TEXTS), max_size=5))
refs = st.builds(NoteRef, st.sampled_from(ROOMS), st.sampled_from(TEXTS))
ruled = st.lists(
    st.tuples(
        st.sampled_from(["together", "apart", "theme"]),
        st.lists(refs, min_size=1, max_size=4),
        st.sampled_from(["", "Own words", "Other words"]),
    ),
    max_size=6,
)


def _rulings(done: list[tuple[str, list[NoteRef], str]]) -> Rulings:
    rulings = Rulings()
    for act, named, words in done:
        if act == "together":
            rulings = acts.together(rulings, named, words or None)
        elif act == "theme":
            rulings = acts.theme(rulings, words, named)
        else:
            rulings = acts.apart(rulings, named)
    return rulings


@settings(max_examples=120, deadline=None)
@given(notes, ruled, st.sampled_from(STRICTNESS))
def test_every_note_once_and_every_ruling_obeyed(
    rooms: dict[str, list[str]],
    done: list[tuple[str, list[NoteRef], str]],
    strictness: Strictness | None,
) -> None:
    """No ruling loses a note; what was ruled together is, what was ruled apart is not."""
    rulings = _rulings(done)
    assert [] == rulings.contradictions()
    summary = _merge(rooms, rulings, strictness)

    expected = Counter((room, text) for room, texts in rooms.items() for text in texts)
    assert expected == Counter((n.room, n.text) for p in summary.points for n in p.notes)
    there = {(room, sameness(text)) for room, text in expected}
    point_of = {key: place for place, p in enumerate(summary.points) for key in _notes(p)}
    for point in rulings.together:
        assert len({point_of[ref.key] for ref in point.notes if ref.key in there}) < 2
    for ruling in rulings.apart:
        for one, other in ruling.pairs():
            if one.key in there and other.key in there:
                assert point_of[one.key] != point_of[other.key]
    for named in rulings.themes:
        for ref in named.notes:
            if ref.key in there:
                themes = {
                    r.name
                    for r in rulings.themes
                    for n in r.notes
                    if n.key in point_keys(summary, ref)
                }
                assert summary.points[point_of[ref.key]].theme in themes


def point_keys(summary: Summary, ref: NoteRef) -> set[tuple[str, str]]:
    """Return the notes of the point that a note is in."""
    return next(_notes(p) for p in summary.points if ref.key in _notes(p))


@settings(max_examples=60, deadline=None)
@given(notes, ruled, st.permutations(ROOMS), st.sampled_from(STRICTNESS))
def test_the_order_of_rooms_changes_no_point(
    rooms: dict[str, list[str]],
    done: list[tuple[str, list[NoteRef], str]],
    order: tuple[str, ...],
    strictness: Strictness | None,
) -> None:
    """Points have the same notes in whatever order rooms and notes come."""
    rulings = _rulings(done)
    turned = {room: texts[::-1] for room, texts in rooms.items()}
    expected = _parts(_merge(rooms, rulings, strictness))
    assert expected == _parts(_merge(turned, rulings, strictness, tuple(order)))


@settings(max_examples=60, deadline=None)
@given(notes, ruled, st.lists(st.sampled_from(TEXTS), max_size=5))
def test_a_late_room_changes_no_decided_point(
    rooms: dict[str, list[str]], done: list[tuple[str, list[NoteRef], str]], late: list[str]
) -> None:
    """A decided point gains equal texts at most; its wording and its notes stay."""
    early = {room: texts for room, texts in rooms.items() if room != "west"}
    rulings = _rulings([r for r in done if all(ref.room != "west" for ref in r[1])])
    before = [p for p in _merge(early, rulings).points if p.decided]
    after = _merge({**early, "west": late}, rulings).points
    for point in before:
        same = next(p for p in after if _notes(point) <= _notes(p))
        assert same.decided
        assert point.reworded == same.reworded
        assert {text for _, text in _notes(point)} == {text for _, text in _notes(same)}


@settings(max_examples=60, deadline=None)
@given(notes, st.sampled_from(STRICTNESS))
def test_a_merge_of_a_merge_changes_nothing(
    rooms: dict[str, list[str]], strictness: Strictness | None
) -> None:
    """Ruling each point as it was made gives the same points again, now decided."""
    made = _merge(rooms, None, strictness)
    rulings = Rulings()
    for point in made.points:
        rulings = acts.together(rulings, [NoteRef(n.room, n.text) for n in point.notes])
    again = _merge(rooms, rulings, strictness)
    assert [(p.notes, p.text) for p in made.points] == [(p.notes, p.text) for p in again.points]
    assert all(point.decided and not point.suggested for point in again.points)
    assert made == _merge(rooms, None, strictness)


class TestRulings:
    """What one act changes."""

    one, two, three = NoteRef("north", "a"), NoteRef("south", "b"), NoteRef("west", "c")

    def test_joining_takes_back_a_parting(self) -> None:
        """The latest act holds, and only for the notes that it names."""
        rulings = acts.apart(Rulings(), [self.one, self.two, self.three])
        joined = acts.together(rulings, [self.one, self.two])
        pairs = {(a.key, b.key) for r in joined.apart for a, b in r.pairs()}
        assert {(self.one.key, self.three.key), (self.two.key, self.three.key)} == pairs

    def test_parting_leaves_the_rest_together(self) -> None:
        """The point goes on with its other notes and its wording."""
        rulings = acts.together(Rulings(), [self.one, self.two, self.three], "Mine")
        parted = acts.apart(rulings, [self.three], [self.one, self.two])
        assert [("Mine", (self.one, self.two))] == [(r.wording, r.notes) for r in parted.together]

    def test_joining_two_points_keeps_all_their_notes(self) -> None:
        """And the wording of the point that the first note is in."""
        rulings = acts.together(Rulings(), [self.one], "First")
        rulings = acts.together(rulings, [self.two, self.three], "Second")
        joined = acts.together(rulings, [self.one, self.two])
        assert [("First", {self.one, self.two, self.three})] == [
            (r.wording, set(r.notes)) for r in joined.together
        ]

    def test_a_point_changes_its_theme(self) -> None:
        """It is in one theme; an empty name leaves it to the draft again."""
        rulings = acts.theme(Rulings(), "Buses", [self.one, self.two])
        rulings = acts.theme(rulings, "Roads", [self.two])
        assert [("Buses", (self.one,)), ("Roads", (self.two,))] == [
            (r.name, r.notes) for r in rulings.themes
        ]
        assert [("Buses", (self.one,))] == [
            (r.name, r.notes) for r in acts.theme(rulings, "", [self.two]).themes
        ]

    def test_an_edited_note_takes_over_what_was_ruled(self) -> None:
        """In every ruling that names it."""
        new = NoteRef("north", "a bit longer")
        rulings = acts.theme(acts.together(Rulings(), [self.one, self.two]), "T", [self.one])
        rulings = acts.apart(rulings, [self.three], [self.one])
        taken = acts.renamed(rulings, self.one, new)
        assert self.one not in set(taken.refs())
        assert [(new, self.two)] == [r.notes for r in taken.together]
        assert [(self.three,), (new,)] == [taken.apart[0].notes, taken.apart[0].others]
        assert [(new,)] == [r.notes for r in taken.themes]

    def test_a_forgotten_note_is_in_no_ruling(self) -> None:
        """The rest of each ruling stays; what says nothing any more goes."""
        rulings = acts.together(Rulings(), [self.one, self.two])
        rulings = acts.apart(rulings, [self.three], [self.one])
        left = acts.forgotten(rulings, self.one)
        assert [(self.two,)] == [r.notes for r in left.together]
        assert () == left.apart


class TestOpenDecisions:
    """A ruled note that is not there is stated, with why; the rest of the ruling holds."""

    rulings = acts.together(
        Rulings(), [NoteRef("north", "Bussit kulkevat harvoin"), NoteRef("south", "Energian hinta")]
    )

    @pytest.mark.parametrize(
        ("north", "why", "now"),
        [
            (["Bussit kulkevat hyvin harvoin"], Why.EDITED, "Bussit kulkevat hyvin harvoin"),
            (["Yhteinen kalenteri"], Why.GONE, ""),
            ([], Why.GONE, ""),
        ],
    )
    def test_an_edited_or_deleted_note(self, north: list[str], why: Why, now: str) -> None:
        """What probably became of it is named; it is in no decided point."""
        summary = _merge({"north": [*north, "x"], "south": ["Energian hinta"]}, self.rulings)
        assert [("north", why, now)] == [(d.room, d.why, d.now) for d in summary.open_decisions]
        decided = [p for p in summary.points if p.decided]
        assert [{("south", "energian hinta")}] == [_notes(p) for p in decided]

    def test_a_note_in_another_quadrant(self) -> None:
        """It is said where it went."""
        moved = RoomNotes("north", threats=(Note("Bussit kulkevat harvoin"),))
        south = RoomNotes("south", strengths=(Note("Energian hinta"),))
        decisions = Decisions().with_rulings(Quadrant.STRENGTHS, self.rulings)
        hand_ins = {"north": HandIn((moved,)), "south": HandIn((south,))}
        summary = merge_rooms(_session(), hand_ins, (), decisions)
        found = [(d.why, d.to) for d in summary.open_decisions]
        assert [(Why.MOVED, Quadrant.THREATS)] == found

    def test_a_room_that_is_not_in_yet_is_waited_for(self) -> None:
        """Nothing is said of its notes: they may still come."""
        summary = _merge({"south": ["Energian hinta"]}, self.rulings)
        assert () == summary.open_decisions

    def test_a_room_that_the_session_does_not_know(self) -> None:
        """Such as one that was renamed."""
        rulings = acts.together(Rulings(), [NoteRef("nowhere", "x")])
        summary = _merge({"south": ["x"]}, rulings)
        assert [Why.NO_ROOM] == [d.why for d in summary.open_decisions]


class TestEdges:
    """Few notes, equal notes, no words, several languages."""

    def test_ten_thousand_equal_notes_are_one_point(self) -> None:
        """In the order in which rooms said them."""
        summary = _merge({room: ["Sama asia"] * 3_333 for room in ROOMS})
        assert [(9_999, ROOMS)] == [(len(p.notes), p.rooms) for p in summary.points]

    def test_no_rooms_and_no_notes(self) -> None:
        """An empty summary."""
        assert () == _merge({}, order=()).points
        assert () == _merge({"north": []}).points

    def test_signs_alone(self) -> None:
        """A thumb up is not one down."""
        summary = _merge({"north": ["👍", "👎"], "south": ["👍", "???"]})
        assert 3 == len(summary.points)

    def test_a_room_of_another_language(self) -> None:
        """Its notes are stemmed in its language; only equal texts meet others."""
        session = _session().model_copy(
            update={
                "rooms": tuple(
                    plan.model_copy(update={"lang": "sv" if plan.id == "south" else None})
                    for plan in _session().rooms
                )
            }
        )
        hand_ins = {
            room: HandIn((RoomNotes(room, threats=(Note("Budget 2027"), Note(text))),))
            for room, text in (
                ("north", "Bussit kulkevat harvoin"),
                ("south", "Bussarna går sällan"),
            )
        }
        summary = merge_rooms(session, hand_ins)
        assert ["fi", "sv", "fi"] == [room.lang for room in summary.rooms]
        assert {2, 1} == {len(point.rooms) for point in summary.points}
        (finnish,) = (p for p in summary.points if p.text == "Bussit kulkevat harvoin")
        assert () == finnish.perhaps
