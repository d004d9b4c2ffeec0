"""The package's way through: notes to pairs with their likeness, and units to suggested points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from swotcli.likeness import Item, Key, Likeness, Strictness, judge, search
from swotcli.likeness.alignment import forbidden
from swotcli.likeness.constants import CUTS, WEIGHTS
from swotcli.likeness.corpus import Corpus
from swotcli.likeness.linkage import groups
from swotcli.likeness.shape import Shape, shaped


@dataclass(frozen=True, slots=True)
class Texts:
    """The different texts among notes, sorted.

    Attributes:
        shapes: Each text's shape.
        keys: The notes that have it.
        of: For each note, the place of its text.
        room: For each note, its room.
    """

    shapes: list[Shape]
    keys: list[list[Key]]
    of: dict[Key, int]
    room: dict[Key, str]


def compared(items: Sequence[Item], *, all_pairs: int = search.ALL_PAIRS) -> Likeness:
    """Return what `compare` does; `all_pairs` is up to how many notes each is compared with each."""
    texts = _texts(items)
    alike: list[dict[int, float]] = [{} for _ in texts.shapes]
    rooms_of: list[set[str]] = [set() for _ in texts.shapes]
    for item in items:
        rooms_of[texts.of[item.key]].add(item.room)
    all_rooms = {item.room for item in items}
    for lang in sorted({one.lang for one in texts.shapes}):
        places = [place for place, one in enumerate(texts.shapes) if one.lang == lang]
        corpus = Corpus([texts.shapes[place] for place in places])
        partners = search.pairs(corpus, all_pairs)
        for a, b, likely in judge.likeness(corpus, partners, len(all_rooms), WEIGHTS[lang or "en"]):
            one, other = places[a], places[b]
            likely = _across(likely, rooms_of[one], rooms_of[other], all_rooms)
            alike[one][other] = alike[other][one] = likely
    return Likeness(texts, alike)


def grouped(
    texts: Texts,
    alike: Sequence[Mapping[int, float]],
    units: Sequence[Sequence[Key]],
    strictness: Strictness,
    apart: Callable[[int, int], bool],
) -> list[list[int]]:
    """Return what `Likeness.groups` does."""
    strict = strictness is Strictness.STRICT
    text_of = [texts.of[unit[0]] for unit in units]
    of_lang: dict[str, list[int]] = defaultdict(list)
    for unit, text in enumerate(text_of):
        of_lang[texts.shapes[text].lang].append(unit)
    found = []
    for lang, several in sorted(of_lang.items()):
        # By text, so that the order of the units changes nothing.
        several.sort(key=lambda unit: (text_of[unit], sorted(units[unit])))
        mine = [text_of[unit] for unit in several]

        def never(
            one: int, other: int, several: list[int] = several, mine: list[int] = mine
        ) -> bool:
            shapes = texts.shapes[mine[one]], texts.shapes[mine[other]]
            return apart(several[one], several[other]) or forbidden(*shapes, strict=strict)

        cut = CUTS[lang or "en"][0 if strict else 1]
        joined = groups(len(several), _pairs(mine, alike), cut, never)
        found += [sorted(several[place] for place in group) for group in joined]
    return sorted(found)


def _pairs(
    text_of: Sequence[int], alike: Sequence[Mapping[int, float]]
) -> list[tuple[int, int, float]]:
    """Return every two units that were compared, with the likeness of their texts."""
    units: dict[int, list[int]] = defaultdict(list)
    for unit, text in enumerate(text_of):
        units[text].append(unit)
    return [
        (one, other, likely)
        for one, text in enumerate(text_of)
        for near, likely in ((text, 1.0), *alike[text].items())
        for other in units.get(near, ())
        if other > one
    ]


def _across(likely: float, mine: set[str], theirs: set[str], rooms: set[str]) -> float:
    """Halve the likeness of two notes of the same one room: it saw both, and kept both.

    A judgement, not a measurement. A session of one room is not touched.
    """
    same_room = len(rooms) > 1 and len(mine) == 1 and mine == theirs
    return round(likely / 2, 6) if same_room else likely


def _texts(items: Sequence[Item]) -> Texts:
    """Return the different texts; one in several languages is one.

    It counts as the last of them; an unknown language is first.
    """
    shapes: dict[tuple[str, str], Shape] = {}
    keys: dict[str, list[tuple[str, Key]]] = defaultdict(list)
    seen: dict[tuple[str, str], Shape] = {}
    for item in items:
        one = seen.get((item.text, item.lang))
        if one is None:
            one = seen[item.text, item.lang] = shaped(item.text, item.lang)
        shapes.setdefault((one.same, one.lang), one)
        keys[one.same].append((one.lang, item.key))
    texts = sorted(keys)
    sorted_keys = [sorted(key for _, key in keys[text]) for text in texts]
    return Texts(
        [shapes[text, max(lang for lang, _ in keys[text])] for text in texts],
        sorted_keys,
        {key: text for text, several in enumerate(sorted_keys) for key in several},
        {item.key: item.room for item in items},
    )
