"""Which notes are joined, and that nothing but their words decides it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from swotcli.likeness import Item, Key, Likeness, Strictness, search
from swotcli.likeness.corpus import Corpus
from swotcli.likeness.linkage import groups
from swotcli.likeness.points import compared
from swotcli.likeness.ranking import Ranking
from swotcli.likeness.shape import shaped

PAIRS: dict[str, dict[str, list[list[str]]]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "likeness" / "traps.yaml").read_text(encoding="utf-8")
)
TRAPS_THAT_MAY_FALL = 2
SAME_THAT_ARE_FOUND = 33

REWORDED: dict[str, list[Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "likeness" / "reworded.yaml").read_text(encoding="utf-8")
)
REWORDED_THAT_ARE_NEAR = 26
"""Of the notes that have a mate in other words, so many have it among the first five candidates."""

WORDS = {
    "fi": "kirjasto bussit nuoret ei ole tila vuokra kallis halpa 20 talkoot yhdessä avain tieto ja",
    "sv": "bibliotek bussar unga inte är lokal hyra dyr billig 20 talko tillsammans nyckel kunskap",
    "en": "library buses young not is room rent dear cheap 20 work together key knowledge and the",
}


def _items(pairs: Sequence[Sequence[str]], lang: str) -> list[Item]:
    return [
        Item((place, room), f"room {room}", text, lang)
        for place, pair in enumerate(pairs)
        for room, text in enumerate(pair)
    ]


@dataclass
class Found:
    """What likeness found, with its points: each the sorted keys of its notes."""

    groups: tuple[tuple[Key, ...], ...]
    likeness: Likeness

    def candidates(self, point: Iterable[Key], most: int = 10) -> tuple[tuple[Key, float], ...]:
        """Return the candidates of a point."""
        return self.likeness.candidates(point, most)


def compare(
    items: Sequence[Item], strictness: Strictness, all_pairs: int = search.ALL_PAIRS
) -> Found:
    """Compare notes and join each that may be."""
    likeness = compared(items, all_pairs=all_pairs)
    units = [[item.key] for item in items]
    groups = likeness.groups(units, strictness)
    return Found(tuple(sorted(tuple(sorted(units[n][0] for n in g)) for g in groups)), likeness)


def _joined(found: Found, place: int) -> bool:
    return any((place, 0) in group and (place, 1) in group for group in found.groups)


def _seen(found: Found, items: Sequence[Item]) -> list[object]:
    """Return all that a caller can see: the points and each note's candidates."""
    return [found.groups, *((i.key, found.candidates([i.key])) for i in sorted(items, key=_key))]


def _key(item: Item) -> tuple[object, ...]:
    return item.key


def _made(count: int, seed: int) -> list[Item]:
    """Make notes of few words, so that many are alike and some are equal."""
    dice = random.Random(seed)  # noqa: S311
    found = []
    for number in range(count):
        lang = dice.choice(sorted(WORDS))
        text = " ".join(dice.choices(WORDS[lang].split(), k=dice.randint(1, 7)))
        found.append(Item((number,), f"room {number % 7}", text, lang))
    return found


def _many(count: int, seed: int) -> list[Item]:
    """Make Finnish notes with made-up words, some of them written twice with another ending."""
    dice = random.Random(seed)  # noqa: S311
    syllables = ["ka", "lo", "mi", "tu", "ri", "se", "po", "ha", "vy", "nö", "jä", "le"]
    words = ["".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(count)]
    found: list[Item] = []
    while len(found) < count:
        note = dice.choices(words, k=dice.randint(4, 9))
        for room in range(1 + (dice.random() < 0.3)):
            text = " ".join(note if not room else [*note[1:], note[0] + "ssa"])
            found.append(Item((len(found),), f"room {room}", text, "fi"))
    return found


class TestTraps:
    """Look-alikes that say something else, and what says the same."""

    @pytest.mark.parametrize("alone", [True, False], ids=["each alone", "all of a language"])
    def test_almost_no_trap_falls_when_strict(self, alone: bool) -> None:
        """A denial, an opposite, another number, place or group is never joined."""
        fallen = self._found("apart", alone=alone)
        assert TRAPS_THAT_MAY_FALL >= len(fallen), fallen

    @pytest.mark.parametrize("alone", [True, False], ids=["each alone", "all of a language"])
    def test_most_equals_are_joined_when_strict(self, alone: bool) -> None:
        """Another ending, order or closing mark does not part two notes."""
        assert SAME_THAT_ARE_FOUND <= len(self._found("same", alone=alone))

    def test_equals_are_first_candidates_when_not_joined(self) -> None:
        """Whoever looks through the candidates meets the equal note at once."""
        for lang, pairs in PAIRS["same"].items():
            found = compare(_items(pairs, lang), Strictness.STRICT)
            for place in range(len(pairs)):
                if not _joined(found, place):
                    first = found.candidates([(place, 0)])[:3]
                    assert (place, 1) in [key for key, _ in first], pairs[place]

    def test_no_two_pairs_are_mixed_when_strict(self) -> None:
        """Different pairs are different points."""
        for kind in PAIRS.values():
            for lang, pairs in kind.items():
                for group in compare(_items(pairs, lang), Strictness.STRICT).groups:
                    assert 1 == len({key[0] for key in group})

    def test_there_are_enough_pairs(self) -> None:
        """The lists are not quietly cut."""
        assert 60 <= sum(map(len, PAIRS["apart"].values()))
        assert 40 <= sum(map(len, PAIRS["same"].values()))

    @staticmethod
    def _found(kind: str, *, alone: bool) -> list[list[str]]:
        joined = []
        for lang, pairs in PAIRS[kind].items():
            items = _items(pairs, lang)
            together = compare(items, Strictness.STRICT)
            for place, pair in enumerate(pairs):
                mine = [item for item in items if item.key[0] == place]
                found = compare(mine, Strictness.STRICT) if alone else together
                if _joined(found, place):
                    joined.append(pair)
        return joined


class TestOnlyWordsDecide:
    """The answer depends on nothing but the notes."""

    @pytest.mark.parametrize("strictness", Strictness)
    def test_the_order_of_notes_does_not_matter(self, strictness: Strictness) -> None:
        """Late rooms and sorted files give the same answer."""
        items = _made(90, seed=1)
        shuffled = random.Random(2).sample(items, len(items))  # noqa: S311
        expected = _seen(compare(items, strictness), items)
        assert expected == _seen(compare(shuffled, strictness), items)
        assert expected == _seen(compare(items[::-1], strictness), items)

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.text(max_size=40), max_size=12), st.randoms(use_true_random=False))
    def test_any_text_in_any_order(self, texts: list[str], dice: random.Random) -> None:
        """No text breaks it, each note is in one point at most, and order does not matter."""
        langs = ["fi", "sv", "en", "de", ""]
        items = [Item((n,), f"r{n % 3}", t, langs[n % 5]) for n, t in enumerate(texts)]
        found = compare(items, Strictness.LOOSE)
        keys = [key for group in found.groups for key in group]
        assert len(keys) == len(set(keys))
        assert all(0 <= alike <= 1 for i in items for _, alike in found.candidates([i.key]))
        dice.shuffle(items)
        assert _seen(found, items) == _seen(compare(items, Strictness.LOOSE), items)

    def test_hash_seed_and_locale_do_not_matter(self) -> None:
        """Another process with other settings gives the same answer."""
        code = (
            "import sys; sys.path.insert(0, 'tests'); from test_likeness import _many, _made, _seen, compare\n"
            "from swotcli.likeness import Strictness\n"
            "import locale, hashlib\n"
            "try: locale.setlocale(locale.LC_ALL, '')\n"
            "except locale.Error: pass\n"
            "items = _made(60, seed=1)\n"
            "some = _many(70, seed=3)\n"
            "print(ascii(_seen(compare(items, Strictness.LOOSE), items)),\n"
            "      ascii(_seen(compare(some, Strictness.LOOSE, all_pairs=1), some)))"
        )
        answers = {
            subprocess.run(
                [sys.executable, "-c", code],
                check=True,
                capture_output=True,
                cwd=Path(__file__).parent.parent,
                env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": lang},
            ).stdout
            for seed, lang in (("0", "C"), ("1", "tr_TR.UTF-8"), ("77", "fi_FI.UTF-8"))
        }
        assert 1 == len(answers)

    def test_search_finds_the_pairs_of_its_rule(self) -> None:
        """The index is only a faster way to the same pairs."""
        corpus = Corpus([shaped(item.text, "fi") for item in _many(230, seed=4)])
        assert corpus.size > search.ALL_PAIRS
        assert search.reference(corpus) == search.pairs(corpus)

    def test_strict_points_are_the_same_with_and_without_search(self) -> None:
        """What is not compared would not have been joined."""
        items = _many(230, seed=5)
        by_search = compare(items, Strictness.STRICT, all_pairs=1)
        assert by_search.groups
        assert compare(items, Strictness.STRICT, all_pairs=1_000).groups == by_search.groups


class TestEdges:
    """Few notes, equal notes, no words, far too many letters."""

    def test_nothing_is_joined_when_there_is_nothing(self) -> None:
        """No notes, no points."""
        assert () == compare([], Strictness.STRICT).groups

    def test_one_note_has_no_candidates(self) -> None:
        """It stands alone."""
        found = compare([Item((1,), "a", "Talkoohenki", "fi")], Strictness.STRICT)
        assert () == found.groups
        assert () == found.candidates([(1,)])

    def test_ten_thousand_equal_notes_are_one_point(self) -> None:
        """Equal but for case, blanks and closing marks is equal."""
        texts = ["Yhteinen kalenteri", "yhteinen  kalenteri.", "YHTEINEN KALENTERI!"]
        items = [Item((n,), f"r{n % 100}", texts[n % 3], "fi") for n in range(10_000)]
        found = compare(items, Strictness.STRICT)
        assert (tuple((n,) for n in range(10_000)),) == found.groups
        assert () == found.candidates([(n,) for n in range(10_000)])

    def test_languages_meet_only_in_equal_texts(self) -> None:
        """Without a model no likeness crosses languages."""
        items = [
            Item((1,), "a", "Budget 2027", "en"),
            Item((2,), "b", "budget 2027!", "sv"),
            Item((3,), "c", "Budget 2027 on", "fi"),
        ]
        found = compare(items, Strictness.LOOSE)
        assert (((1,), (2,)),) == found.groups
        assert () == found.candidates([(3,)])

    def test_notes_of_signs_are_equal_or_nothing(self) -> None:
        """A thumb up is not one down, and has nothing in common with it."""
        texts = ["👍", "👍", "👎", "🎉🎉", "???", "!", "Ruoka 👍", "Ruoka 👎"]
        items = [Item((n,), f"r{n}", text, "fi") for n, text in enumerate(texts)]
        assert (((0,), (1,)),) == compare(items, Strictness.STRICT).groups

    def test_very_long_notes_are_compared(self) -> None:
        """One word of 5,000 letters, or 5,000 letters of words."""
        word = "pitkä" * 1_000
        words = "yhteinen kalenteri puuttuu " * 185
        texts = [word, word[:-1] + "o", words, words + "kylältä"]
        items = [Item((n,), f"r{n}", text, "fi") for n, text in enumerate(texts)]
        assert not any((0,) in g and (2,) in g for g in compare(items, Strictness.LOOSE).groups)

    def test_a_room_is_doubted_when_it_repeats_itself(self) -> None:
        """A room saw both of its notes and kept them; another room did not."""
        ours, theirs = "Bussit kulkevat harvoin", "Bussit kulkevat liian harvoin iltaisin"
        likely = [
            compare(
                [
                    Item((1,), "a", ours, "fi"),
                    Item((2,), room, theirs, "fi"),
                    Item((3,), "c", "x", "fi"),
                ],
                Strictness.STRICT,
            ).candidates([(1,)])[0][1]
            for room in ("a", "b")
        ]
        assert likely[0] == pytest.approx(likely[1] / 2, abs=1e-6)

    def test_a_point_is_compared_by_all_its_wordings(self) -> None:
        """The best wording counts, and the point's own notes are no candidates."""
        texts = ["Bussit kulkevat harvoin", "Joukkoliikenne takkuaa iltaisin", "Iltaisin takkuaa"]
        items = [Item((n,), f"r{n}", text, "fi") for n, text in enumerate(texts)]
        found = compare(items, Strictness.STRICT)
        alone = dict(found.candidates([(1,)]))[(2,)]
        assert (((2,), alone),) == found.candidates([(0,), (1,)])

    def test_most_bounds_the_candidates(self) -> None:
        """Ten unless told otherwise, the most promising first."""
        items = [Item((n,), f"r{n}", f"Bussit kulkevat harvoin {n}", "fi") for n in range(30)]
        found = compare(items, Strictness.STRICT)
        listed = found.candidates([(0,)])
        assert 10 == len(listed)
        assert listed[:3] == found.candidates([(0,)], most=3)


class TestRanking:
    """What is offered first, of what is not joined."""

    def test_a_note_like_everything_makes_way(self) -> None:
        """Of two candidates as likely, the one comes first that is like little else."""
        ranks = Ranking(4)
        for pair in ((0, 1, 0.30), (0, 2, 0.30), (1, 3, 0.40), (2, 3, 0.05)):
            ranks.add(*pair)
        assert [(0, 1.0), (2, 0.30), (1, 0.30)] == ranks.ranked([0])

    def test_much_more_likeness_comes_first_all_the_same(self) -> None:
        """Who is like others too is not hidden."""
        ranks = Ranking(4)
        for pair in ((0, 1, 0.90), (0, 2, 0.10), (1, 3, 0.50)):
            ranks.add(*pair)
        assert [(0, 1.0), (1, 0.90), (2, 0.10)] == ranks.ranked([0])

    def test_other_words_are_found_in_part(self) -> None:
        """Words alone find a third of what people say in truly other words: not fewer."""
        pairs, others = REWORDED["pairs"], REWORDED["others"]
        items = _items(pairs, "fi")
        items += [Item((-1, n), f"room {n % 2}", text, "fi") for n, text in enumerate(others)]
        found = compare(items, Strictness.STRICT)
        near = [
            item.key
            for item in _items(pairs, "fi")
            if (item.key[0], 1 - item.key[1])
            in [k for k, _ in found.candidates([item.key], most=5)]
        ]
        assert REWORDED_THAT_ARE_NEAR <= len(near), near
        assert 80 == len(_items(pairs, "fi"))
        assert not any(key[0] == -1 for group in found.groups for key in group)


class TestLinkage:
    """Groups from pairs."""

    def test_a_chain_is_not_a_group(self) -> None:
        """Two ends that are not alike stay apart, though both are like the middle."""
        pairs = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.0)]
        assert [[0, 1]] == groups(3, pairs, 0.5, lambda _a, _b: False)

    def test_forbidden_notes_never_meet(self) -> None:
        """Not even through a third note."""
        pairs = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)]
        assert [[0, 1]] == groups(3, pairs, 0.5, lambda a, b: {a, b} == {0, 2})


@pytest.mark.slow
def test_thousands_of_notes_are_compared_by_search_alike() -> None:
    """At a size where most pairs are not compared, the strict points are still those of all pairs."""
    items = _many(1_500, seed=6)
    some = compare(items, Strictness.STRICT)
    assert compare(items, Strictness.STRICT, all_pairs=2_000).groups == some.groups
