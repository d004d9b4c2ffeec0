"""Drafted themes: each point in one, the same from any order, named by the points' own words."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swotcli.themes import Item, Theme, draft, graph
from swotcli.themes.common import is_common
from swotcli.themes.fields import fields
from swotcli.themes.louvain import groups

WORDS = {
    "fi": "kirjasto Kirjaston bussit nuoret ei ole tila vuokra kallis Lappeenranta talkoot ja 20 😀",
    "sv": "bibliotek bussar unga inte är lokal hyra dyr billig 20 talko tillsammans Facebook kunskap",
    "en": "library buses young not is room rent dear cheap 20 don't together Facebook the and AI-tools",
    "et": "raamatukogu buss noored Facebook ja ruum",
}

SUBJECTS = {
    "bus": [
        "Bussit kulkevat harvoin illalla",
        "Illalla ei kulje bussia kylään",
        "Bussiyhteys kylään on huono",
        "Bussin aikataulut sopivat huonosti",
    ],
    "library": [
        "Kirjasto on auki myös sunnuntaina",
        "Kirjaston aukiolo palvelee työssäkäyviä",
        "Omatoimikirjasto on auki aamusta",
        "Kirjastossa on hyvä lukusali",
    ],
    "volunteers": [
        "Talkoisiin tulee aina samat ihmiset",
        "Talkooväki vanhenee",
        "Talkoiden vetäjät väsyvät",
        "Talkoolaisia on vaikea saada",
    ],
}


def _items(texts: Sequence[str], lang: str = "fi") -> list[Item]:
    return [Item((place,), (text,), lang) for place, text in enumerate(texts)]


@st.composite
def _quadrants(draw: st.DrawFn) -> list[Item]:
    langs = draw(st.lists(st.sampled_from(sorted(WORDS)), max_size=10))
    found = []
    for place, lang in enumerate(langs):
        note = st.lists(st.sampled_from(WORDS[lang].split()), max_size=6).map(" ".join)
        texts = draw(st.lists(note | st.text(max_size=8), min_size=1, max_size=3))
        found.append(Item(("q", place), tuple(texts), lang))
    return found


def _sound(items: Sequence[Item], themes: Sequence[Theme]) -> None:
    assert sorted(key for theme in themes for key in theme.keys) == sorted(i.key for i in items)
    assert list(themes) == sorted(themes, key=lambda theme: (-len(theme.keys), theme.keys[0]))
    names = [theme.name.casefold() for theme in themes]
    assert len(set(names)) == len(names)
    assert all(theme.name and len(theme.name) <= 40 for theme in themes)
    assert all(theme.keys == tuple(sorted(theme.keys)) for theme in themes)


def _made(count: int, seed: int) -> list[Item]:
    """Make notes of made-up Finnish words, some of which are frequent."""
    dice = random.Random(seed)  # noqa: S311
    syllables = ["ka", "lo", "mi", "tu", "ri", "se", "po", "ha", "vy", "nö", "jä", "le"]
    words = ["".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(count)]
    usual = [1 / (1 + place) for place in range(count)]
    texts = [" ".join(dice.choices(words, usual, k=dice.randint(3, 7))) for _ in range(count)]
    return _items(texts)


class TestEveryPoint:
    """What holds of any quadrant."""

    @settings(max_examples=25, deadline=None)
    @given(_quadrants(), st.randoms(use_true_random=False))
    def test_stands_in_one_theme_whatever_the_order(
        self, items: list[Item], dice: random.Random
    ) -> None:
        """Each key is in one theme, names differ, and shuffling changes nothing."""
        themes = draft(items)
        _sound(items, themes)
        dice.shuffle(items)
        assert draft(items) == themes

    def test_stands_in_one_theme_where_not_all_pairs_are_compared(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The same holds of a large quadrant."""
        monkeypatch.setattr(graph, "ALL_PAIRS", 40)
        items = _made(90, 1)
        themes = draft(items)
        _sound(items, themes)
        random.Random(2).shuffle(items)  # noqa: S311
        assert draft(items) == themes

    def test_is_drafted_the_same_with_any_hash_seed(self) -> None:
        """No set or dictionary order shows in a draft."""
        code = (
            "from swotcli.themes import *\n"
            "words = 'kirjasto bussit nuoret tila vuokra kallis talkoot kylä avain tieto'.split()\n"
            "texts = [' '.join(words[(n * k) % 10] for k in (1, 3, 4, 7)) for n in range(40)]\n"
            "print(draft([Item((n,), (t,), 'fi') for n, t in enumerate(texts)]))"
        )
        seen = {
            subprocess.run(
                [sys.executable, "-c", code],
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("1", "77")
        }
        assert len(seen) == 1


class TestSmallAndOdd:
    """Quadrants with little or nothing to compare."""

    def test_none(self) -> None:
        """No points, no themes."""
        assert draft([]) == ()

    @pytest.mark.parametrize("text", ["Kirjasto on auki", "on ja ei", "😀", "", "???", "x" * 300])
    def test_one(self, text: str) -> None:
        """One point is one theme, whatever it says."""
        (theme,) = draft(_items([text]))
        assert theme.keys == ((0,),)
        assert 1 <= len(theme.name) <= 40

    def test_wordless_texts_are_named_by_themselves(self) -> None:
        """Signs are a name where there are no words; equal ones are together."""
        themes = draft(_items(["👍", "👎", "👍", "🎉" * 60]))
        assert [theme.name for theme in themes] == ["👍", "👎", "🎉" * 39 + "…"]
        assert themes[0].keys == ((0,), (2,))

    def test_ten_thousand_equal_texts_are_one_theme_at_once(self) -> None:
        """Equal texts cost no pairs."""
        start = time.process_time()
        themes = draft(_items(["Kirjasto on auki"] * 10_000))
        assert [len(theme.keys) for theme in themes] == [10_000]
        assert time.process_time() - start < 5

    def test_two_points_without_a_common_letter_stay_apart(self) -> None:
        """Nothing in common is no theme."""
        assert len(draft(_items(["Bussit", "Kylätalo"]))) == 2


class TestThemes:
    """What is together."""

    def test_subjects_are_told_apart(self) -> None:
        """Inflected words of one subject are one theme; a handful of points is not ten themes."""
        texts = {text: subject for subject, notes in SUBJECTS.items() for text in notes}
        themes = draft(_items(list(texts)))
        found = [{texts[list(texts)[key[0]]] for key in theme.keys} for theme in themes]
        assert len(found) == 3
        assert all(len(subjects) == 1 for subjects in found)

    def test_another_wording_of_a_point_brings_it_to_its_theme(self) -> None:
        """All wordings of a point count."""
        items = _items([*SUBJECTS["bus"], *SUBJECTS["library"]])
        odd = Item((99,), ("Aika vaikeaa", "Kirjasto on kiinni ja kirjastossa on kylmä"), "fi")
        theme = next(theme for theme in draft([*items, odd]) if (99,) in theme.keys)
        assert (4,) in theme.keys

    def test_languages_meet_only_by_equal_words(self) -> None:
        """Letters in common join no two languages; a word that is written the same can."""
        apart = [Item((1,), ("biblioteket",), "sv"), Item((2,), ("bibliotekit",), "fi")]
        assert len(draft(apart)) == 2
        met = [Item((1,), ("Facebook",), "sv"), Item((2,), ("Facebook 2",), "fi")]
        assert len(draft([*met, Item((3,), ("Kylätalo",), "fi")])) == 2

    def test_groups_of_a_graph_are_its_dense_parts(self) -> None:
        """Two triangles with one weak tie are two groups; a lone node is one, too."""
        ties = [(0, 1, 9), (1, 2, 9), (0, 2, 9), (3, 4, 9), (4, 5, 9), (3, 5, 9), (2, 3, 1)]
        made: list[dict[int, int]] = [{} for _ in range(7)]
        for one, other, weight in ties:
            made[one][other] = made[other][one] = weight
        assert groups(made) == [[0, 1, 2], [3, 4, 5], [6]]
        assert groups([]) == []


class TestNames:
    """Names are people's own words."""

    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(
            st.lists(st.sampled_from(WORDS["fi"].split()), min_size=1, max_size=6).map(" ".join),
            max_size=12,
        )
    )
    def test_are_made_of_words_that_stand_in_the_theme(self, texts: list[str]) -> None:
        """Each word of a name stands in a text of the theme, but for a number that parts two."""
        for theme in draft(_items(texts)):
            mine = " ".join(texts[key[0]] for key in theme.keys).casefold()
            name = theme.name.casefold()
            parts = [*name.split(", "), re.sub(r" \d+$", "", name)]
            assert parts[-1] in mine or all(word in mine for word in parts[:-1]), theme

    def test_say_what_sets_the_theme_apart(self) -> None:
        """The subject's word is in the name, as it is written in the text."""
        names = [theme.name for theme in draft(_items([t for s in SUBJECTS.values() for t in s]))]
        assert any(name.casefold().startswith(("kirjasto", "auki")) for name in names)
        assert any("talkoo" in name or "talkoi" in name for name in names)

    def test_keep_capitals_but_that_of_a_sentence(self) -> None:
        """A place keeps its capital letter; the first word of a note loses it."""
        (theme,) = draft(_items(["Juna Imatralle", "Juna Imatralle kulkee", "juna SOTE"]))
        assert "Imatralle" in theme.name
        assert "juna" in theme.name


class TestWords:
    """The lists."""

    def test_common_words_are_known_in_their_forms(self) -> None:
        """A form that is not listed is known by its stem; a short stem is not enough."""
        assert is_common("mahdollisuuksista", "fi")
        assert is_common("personerna", "sv")
        assert is_common("increased", "en")
        assert not is_common("kunta", "fi")
        assert not is_common("mahdollisuus", "et")

    def test_fields_stand_for_the_same_in_all_languages(self) -> None:
        """One line is one field."""
        library = fields("kirjastossa", "fi")
        assert set(library) & set(fields("biblioteket", "sv")) & set(fields("library", "en"))
        assert fields("lähikirjasto", "fi") == library
        assert fields("raamatukogu", "et") == ()
