"""From the notes of one quadrant to suggested points and ranked candidates: the package's way through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from swotcli.likeness import Item, Key, Likeness, Strictness, judge, search
from swotcli.likeness.alignment import forbidden
from swotcli.likeness.constants import CUTS, WEIGHTS
from swotcli.likeness.corpus import Corpus
from swotcli.likeness.linkage import groups
from swotcli.likeness.ranking import Ranking
from swotcli.likeness.shape import Shape, shaped


def compared(
    items: Sequence[Item], strictness: Strictness, *, all_pairs: int = search.ALL_PAIRS
) -> Likeness:
    """Return what `compare` does; `all_pairs` is up to how many notes each is compared with each."""
    shapes, keys_of = _texts(items)
    text_of = {key: text for text, keys in enumerate(keys_of) for key in keys}
    alike = Ranking(len(shapes))
    joined: list[list[int]] = []
    rooms_of: list[set[str]] = [set() for _ in shapes]
    for item in items:
        rooms_of[text_of[item.key]].add(item.room)
    all_rooms = {item.room for item in items}
    for lang in sorted({one.lang for one in shapes}):
        places = [place for place, one in enumerate(shapes) if one.lang == lang]
        corpus = Corpus([shapes[place] for place in places])
        found = judge.likeness(
            corpus, search.pairs(corpus, all_pairs), len(all_rooms), WEIGHTS[lang or "en"]
        )
        pairs = [
            (one, other, _across(likely, rooms_of[places[one]], rooms_of[places[other]], all_rooms))
            for one, other, likely in found
        ]
        for one, other, likely in pairs:
            alike.add(places[one], places[other], likely)
        joined += [[places[n] for n in group] for group in _joined(corpus, pairs, lang, strictness)]
    joined += [[text] for text in range(len(shapes))]
    done: set[int] = set()
    points = []
    for texts in joined:
        keys = sorted(key for text in texts if text not in done for key in keys_of[text])
        done.update(texts)
        if len(keys) > 1:
            points.append(tuple(keys))
    return Likeness(tuple(sorted(points)), text_of, keys_of, alike)


def _across(likely: float, mine: set[str], theirs: set[str], rooms: set[str]) -> float:
    """Halve the likeness of two notes of the same one room: it saw both, and kept both.

    A judgement, not a measurement. A session of one room is not touched.
    """
    same_room = len(rooms) > 1 and len(mine) == 1 and mine == theirs
    return round(likely / 2, 6) if same_room else likely


def _joined(
    corpus: Corpus,
    pairs: Sequence[tuple[int, int, float]],
    lang: str,
    strictness: Strictness,
) -> list[list[int]]:
    strict = strictness is Strictness.STRICT
    return groups(
        corpus.size,
        pairs,
        cut=CUTS[lang or "en"][0 if strict else 1],
        forbidden=lambda a, b: forbidden(corpus.shapes[a], corpus.shapes[b], strict=strict),
    )


def _texts(items: Sequence[Item]) -> tuple[list[Shape], list[list[Key]]]:
    """Return the different texts, sorted, and the keys of the notes that have each."""
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
    # One text in several languages is one; it counts as the last of them, an unknown one is first.
    return (
        [shapes[text, max(lang for lang, _ in keys[text])] for text in texts],
        [sorted(key for _, key in keys[text]) for text in texts],
    )
