"""What likeness is worth, on labelled notes, and what it costs, as ratios.

Run `python tests/benchmarks/likeness.py DATA [--large] [--costs-only]` in a checkout; DATA is as for
`fit_likeness.py`. Weights and cuts are fitted anew for each fold without its sessions, and
without any pair of texts that also stands in one of them. Nothing is asserted: the aims stand
beside the figures. rapidfuzz, where installed, gives the baselines; its cut is the best in hindsight.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import log
from pathlib import Path

import fit_likeness as fitting

from swotcli.likeness import Item, Strictness, search
from swotcli.likeness.linkage import groups
from swotcli.likeness.points import compared
from swotcli.likeness.ranking import Ranking

Pairs = list[tuple[int, int, float]]
AIMS = {
    "fi": "loose F1 >= 0.905 (0.92)",
    "fi-far": "loose F1 >= 0.72 (0.74), AP >= 0.72",
    "sv": "loose F1 >= 0.935 (0.97)",
    "en": "loose F1 >= 0.445 (0.49), rank >= 0.92",
}


def say(*parts: object) -> None:
    """Print a line at once."""
    print(*parts, flush=True)  # noqa: T201


def average_precision(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the mean precision at each right pair, ranked; equal likeness counts against it."""
    right, found = 0, []
    for place, (_, same) in enumerate(sorted(pairs, key=lambda p: (-p[0], p[1])), 1):
        if same:
            right += 1
            found.append(right / place)
    return sum(found) / max(1, len(found))


def ranking(size: int, pairs: Pairs) -> Ranking:
    """Return the package's ranking of some pairs."""
    found = Ranking(size)
    for pair in pairs:
        found.add(*pair)
    return found


def offered(
    ranks: Ranking, points: Sequence[Sequence[int]], place: int, most: int
) -> list[tuple[int, int]]:
    """Return the first candidates of a point, one note a point, each with its point's place."""
    point_of = {note: n for n, point in enumerate(points) for note in point}
    found: dict[int, int] = {}
    for note, _ in ranks.ranked(points[place]):
        if point_of[note] != place and len(found) < most:
            found.setdefault(point_of[note], note)
    return [(note, point) for point, note in found.items()]


def everyone(size: int, joined: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the groups and each other note alone."""
    inside = {note for group in joined for note in group}
    return [*map(list, joined), *([note] for note in range(size) if note not in inside)]


def mates_in_reach(quadrant: fitting.Quadrant, pairs: Pairs, cut: float) -> tuple[int, int]:
    """Count notes with a mate, and those with one in their point or the first five candidates."""
    size = len(quadrant.notes)
    points = everyone(size, groups(size, pairs, cut, quadrant.forbidden(strict=True)))
    ranks = ranking(size, pairs)
    have = reach = 0
    for place, point in enumerate(points):
        others = [note for note, _ in offered(ranks, points, place, 5)]
        for note in point:
            mates = {n for n in range(size) if n != note and quadrant.same(n, note)}
            have += bool(mates)
            reach += bool(mates & {*point, *others})
    return have, reach


def organised(quadrant: fitting.Quadrant, pairs: Pairs, cut: float) -> tuple[int, int, int]:
    """Let an organiser accept or refuse candidates; return keys, gold pairs, and those joined.

    Each point is visited once, in order. A key takes one of its first ten candidates; the list is
    then ranked anew by all wordings of the point. Another key goes on.
    """
    size = len(quadrant.notes)
    points = everyone(size, groups(size, pairs, cut, quadrant.forbidden(strict=True)))
    ranks = ranking(size, pairs)
    keys = 0
    alive = sorted(points)
    place = 0
    while place < len(alive):
        others = offered(ranks, alive, place, 10)
        theirs = next((p for o, p in others if quadrant.same(o, alive[place][0])), None)
        keys += 1
        if theirs is None:
            place += 1
            continue
        alive[place] = alive[place] + alive[theirs]
        del alive[theirs]
        place -= theirs < place
    right, _, missed = fitting.counted(quadrant, alive)
    return keys, right + missed, right


def quality(folder: Path) -> None:
    """Print the figures of each labelled set."""
    quadrants = fitting.read(folder)
    for lang in ("fi", "sv", "en"):
        mine = [q for q in quadrants if q.lang == lang]
        for by_room in (True, False):
            say(f"\n{lang}, cross-validated; same-room rule {'on' if by_room else 'off'}")
            _validated(mine, by_room=by_room)
        _baseline(mine)


def _validated(mine: Sequence[fitting.Quadrant], *, by_room: bool) -> None:
    counts: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    pooled: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    reach: dict[str, list[tuple[int, int]]] = defaultdict(list)
    hands: dict[str, dict[str, list[tuple[int, int, int, int]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    chosen = []
    for fold in fitting.folds(mine):
        held = [q for q in mine if q.session in fold]
        rest = [q for q in mine if q.session not in fold]
        texts = frozenset(text for q in held for text, _, _ in q.notes)
        weights = fitting.fit(rest, held=texts)
        strict, loose = fitting.cuts(rest, weights, by_room=by_room)
        chosen.append((strict, loose))
        for q in held:
            pairs = q.scored(weights, by_room=by_room)
            pooled[q.set] += [(likely, q.same(a, b)) for a, b, likely in pairs]
            for name, cut in (("strict", strict), ("loose", loose)):
                apart = q.forbidden(strict=name == "strict")
                joined = groups(len(q.notes), pairs, cut, apart)
                counts[q.set, name].append(fitting.counted(q, joined))
            reach[q.set].append(mates_in_reach(q, pairs, strict))
            hands[q.set][q.session].append((*organised(q, pairs, strict), len(q.notes)))
    say(f"  cuts by fold (strict, loose): {chosen}")
    for name in sorted(pooled):
        say(f"  {name}: {sum(same for _, same in pooled[name])} pairs. Aims: {AIMS[name]}")
        for tier in ("strict", "loose"):
            p, r, f = fitting.rates(*fitting.total(counts[name, tier]))
            say(f"    {tier:7} precision {p:.3f}  recall {r:.3f}  pair F1 {f:.3f}")
        have = sum(h for h, _ in reach[name])
        say(
            f"    average precision {average_precision(pooled[name]):.3f}; a mate within the point"
            f" or five candidates {sum(n for _, n in reach[name]) / have:.3f}"
        )
        sums = [
            [sum(column) for column in zip(*rows, strict=True)] for rows in hands[name].values()
        ]
        keys, gold, found, notes = (sum(column) for column in zip(*sums, strict=True))
        say(
            f"    organiser: {240 * keys / notes:.0f} keys for 240 notes (aim 300);"
            f" {found / gold:.3f} of the pairs found"
        )


def _baseline(mine: Sequence[fitting.Quadrant]) -> None:
    """Print what rapidfuzz reaches on the same pairs with the best cut in hindsight."""
    try:
        from rapidfuzz import fuzz
    except ImportError:
        return
    for name in sorted({q.set for q in mine}):
        counts: dict[float, list[tuple[int, int, int]]] = defaultdict(list)
        pooled: list[tuple[float, bool]] = []
        reach = []
        for q in (q for q in mine if q.set == name):
            texts = [text.casefold() for text, _, _ in q.notes]
            pairs = [
                (a, b, round(fuzz.token_set_ratio(texts[a], texts[b]) / 100, 6))
                for a, b, _ in q.rows
            ]
            pooled += [(likely, q.same(a, b)) for a, b, likely in pairs]
            for cut in [n / 50 for n in range(15, 50)]:
                joined = groups(len(texts), pairs, cut, lambda _a, _b: False)
                counts[cut].append(fitting.counted(q, joined))
            reach.append(mates_in_reach(q, pairs, 2.0))
        best = max(fitting.rates(*fitting.total(c))[2] for c in counts.values())
        near = sum(n for _, n in reach) / sum(h for h, _ in reach)
        say(
            f"  baseline {name}: token_set, best cut in hindsight: pair F1 {best:.3f},"
            f" average precision {average_precision(pooled):.3f}, five candidates {near:.3f}"
        )


def costs(folder: Path, *, large: bool) -> None:
    """Print what comparing costs."""
    say("\ncosts")
    _import_cost()
    texts = sorted({t for q in fitting.read(folder) if q.lang == "fi" for t, _, _ in q.notes})
    sizes = [(5, 40), (30, 40), (100, 40), (200, 100)]
    done: list[tuple[int, float]] = []
    for rooms, notes in sizes + ([(500, 100), (1_000, 200)] if large else []):
        quadrants = _dealt(texts, rooms, notes)
        spent = _cpu(partial(_compare_all, quadrants))
        done.append((rooms * notes, spent))
        grown = [
            log(spent / s) / log(rooms * notes / n)
            for n, s in (*done[:1], *done[-2:-1])
            if n < rooms * notes
        ]
        growth = ", ".join(f"{g:.2f}" for g in grown)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        say(
            f"  {rooms * notes} notes: {spent:.2f} s CPU, peak {peak:.0f} MB;"
            f" growth exponent from the first and from the last size (aim 1.1): {growth}"
        )
        if (rooms, notes) == (100, 40):
            _against_rapidfuzz(quadrants, spent)
            _blocked(quadrants[0][:500])


def joined(
    items: Sequence[Item], strictness: Strictness, all_pairs: int = search.ALL_PAIRS
) -> set[tuple[int, ...]]:
    """Return which notes are joined, by their places."""
    units = [[item.key] for item in items]
    likeness = compared(items, all_pairs=all_pairs)
    return set(map(tuple, likeness.groups(units, strictness)))


def _compare_all(quadrants: Sequence[Sequence[Item]]) -> None:
    for quadrant in quadrants:
        joined(quadrant, Strictness.STRICT)


def _import_cost() -> None:
    def once(code: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    use = "from swotcli.likeness import *; compare([Item((1,), 'a', 'talo', 'fi')]).groups([[(1,)]], Strictness.STRICT)"
    for name, code in (("import", "import swotcli.likeness"), ("import and first use", use)):
        ratios = [once(code) / once("pass") for _ in range(15)]
        say(f"  {name}: {statistics.median(ratios):.1f} times a bare start (aim 4)")


def _dealt(texts: Sequence[str], rooms: int, notes: int) -> list[list[Item]]:
    """Deal notes over rooms; beyond the texts there are, with some words changed and moved."""
    dice = random.Random(1)  # noqa: S311
    quadrants: list[list[Item]] = [[] for _ in range(4)]
    pool = _endless(texts, dice)
    for room in range(rooms):
        for note in range(notes):
            quadrants[note % 4].append(Item((room, note), f"r{room}", next(pool), "fi"))
    return quadrants


def _endless(texts: Sequence[str], dice: random.Random) -> Iterator[str]:
    yield from dice.sample(texts, len(texts))
    words = [word for text in texts for word in text.split()]
    while True:
        mine = dice.choice(texts).split()
        for _ in range(max(2, len(mine) // 2)):
            mine[dice.randrange(len(mine))] = dice.choice(words)
        yield " ".join(mine)


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _against_rapidfuzz(quadrants: Sequence[Sequence[Item]], spent: float) -> None:
    """Print the cost against rapidfuzz's matrices: its compiled one where numpy is, too."""
    try:
        from rapidfuzz import fuzz, process
    except ImportError:
        return
    texts = [item.text.casefold() for q in quadrants for item in q]
    parts = [[item.text.casefold() for item in q] for q in quadrants]

    def calls(rows: Sequence[str]) -> None:
        for one in rows[::20]:
            for other in rows:
                fuzz.token_set_ratio(one, other)

    say(f"    {spent / 20 / _cpu(partial(calls, texts)):.2f} times its full matrix, call by call")
    try:
        full = _cpu(partial(process.cdist, texts, texts, scorer=fuzz.token_set_ratio))
    except ImportError:
        return
    small = sum(_cpu(partial(process.cdist, p, p, scorer=fuzz.token_set_ratio)) for p in parts)
    say(
        f"    {spent / full:.2f} times its full matrix by cdist (aim 3),"
        f" {spent / small:.2f} times its matrices inside quadrants"
    )


def _blocked(items: Sequence[Item]) -> None:
    """Print what it changes that not all pairs are compared."""
    for strictness in Strictness:
        some = joined(items, strictness)
        every = joined(items, strictness, all_pairs=len(items))
        same = len(some & every)
        say(
            f"    {strictness} points of {len(items)} notes: {len(some)} by search,"
            f" {len(every)} by all pairs, {same} equal"
        )


def main() -> None:
    """Print all figures."""
    folder = Path(sys.argv[1])
    if "--costs-only" not in sys.argv:
        quality(folder)
    costs(folder, large="--large" in sys.argv)


if __name__ == "__main__":
    main()
