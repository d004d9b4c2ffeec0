"""The package's way through: notes to pairs with their likeness, and units to suggested points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from swotcli.likeness import Item, Key, Likeness, Strictness, judge, search
from swotcli.likeness.alignment import forbidden
from swotcli.likeness.constants import CUTS, WEIGHTS
from swotcli.likeness.corpus import Corpus
from swotcli.likeness.linkage import groups
from swotcli.likeness.ranking import Ranking
from swotcli.likeness.shape import Shape, shaped

_NONE: frozenset[int] = frozenset()


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
    ranking = Ranking(len(texts.shapes))
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
            ranking.add(one, other, likely)
    return Likeness(texts, ranking)


def grouped(
    texts: Texts,
    ranking: Ranking,
    units: Sequence[Sequence[Key]],
    strictness: Strictness,
    apart: Mapping[int, Set[int]],
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
        nodes = _nodes(several, text_of, apart)
        mine = [text_of[node[0]] for node in nodes]

        def never(
            one: int, other: int, nodes: list[list[int]] = nodes, mine: list[int] = mine
        ) -> bool:
            if any(not apart.get(u, _NONE).isdisjoint(nodes[other]) for u in nodes[one]):
                return True
            shapes = texts.shapes[mine[one]], texts.shapes[mine[other]]
            return forbidden(*shapes, strict=strict)

        cut = CUTS[lang or "en"][0 if strict else 1]
        joined = groups(len(nodes), _pairs(mine, ranking), cut, never)
        taken = {node for group in joined for node in group}
        joined += [[node] for node in range(len(nodes)) if node not in taken]
        whole = (sorted(unit for node in group for unit in nodes[node]) for group in joined)
        found += [group for group in whole if len(group) > 1]
    return sorted(found)


def _nodes(
    units: Sequence[int], text_of: Sequence[int], apart: Mapping[int, Set[int]]
) -> list[list[int]]:
    """Put units of one text together, unless they are apart."""
    nodes: list[list[int]] = []
    of_text: dict[int, list[list[int]]] = defaultdict(list)
    for unit in units:
        never = apart.get(unit, _NONE)
        same = of_text[text_of[unit]]
        home = next((node for node in same if not never or never.isdisjoint(node)), None)
        if home is None:
            same.append(home := [])
            nodes.append(home)
        home.append(unit)
    return nodes


def _pairs(text_of: Sequence[int], ranking: Ranking) -> list[tuple[int, int, float]]:
    """Return every two nodes that were compared, with the likeness of their texts."""
    nodes: dict[int, list[int]] = defaultdict(list)
    for node, text in enumerate(text_of):
        nodes[text].append(node)
    return [
        (one, other, likely)
        for one, text in enumerate(text_of)
        for near, likely in ranking.near(text)
        for other in nodes.get(near, ())
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
