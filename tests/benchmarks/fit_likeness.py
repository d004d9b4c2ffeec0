"""Fit the constants of `swotcli.likeness` to labelled notes and write them into the package.

Run `python tests/benchmarks/fit_likeness.py DATA` in a checkout, where DATA holds `rooms.json`
(sessions, each with `session`, `lang` and `rooms`: room, quadrant, notes with `id` and `text`) and
`gold.json` (sessions, each with `groups` of ids: the notes of a group make the same point). Needed
are some hundreds of joined pairs a language, and look-alikes that are not the same: without them
the cuts come out too low. Sessions named `fi-01` and `fi-far-01` are two sets of one language.

Weights: logistic regression with a ridge (Newton's method; penalty on standardised measures).
Pairs that share next to nothing are sampled, one in ten, and weighted back. Cuts, by clustering
the fitted sessions: the loose one has the best pair F1 in the mean of a language's sets, the
strict one is the lowest on the list with the precision `SAFE` in every set.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, sqrt
from pathlib import Path

from swotcli import likeness
from swotcli.likeness import judge, search
from swotcli.likeness.alignment import forbidden
from swotcli.likeness.corpus import MEASURES, Corpus
from swotcli.likeness.linkage import groups
from swotcli.likeness.shape import shaped

RIDGE = 3.0
FIRM = {"background": 10.0, "commonness": 10.0}
"""What varies with the kind of session is held back more: so many times the ridge."""
SAFE = 0.93
CUTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9)
FOLDS = 5
NAMES = (*MEASURES, *judge.SURROUNDINGS)


@dataclass
class Quadrant:
    """One quadrant of a labelled session: texts with their rooms and points."""

    session: str
    lang: str
    notes: list[tuple[str, str, int]]

    @property
    def set(self) -> str:
        """The name of the session without its number."""
        return self.session.rpartition("-")[0]

    @cached_property
    def corpus(self) -> Corpus:
        """The notes as the package sees them, in the order of `notes`."""
        return Corpus([shaped(text, self.lang) for text, _, _ in self.notes])

    @cached_property
    def rows(self) -> list[judge.Row]:
        """All pairs, measured."""
        partners = search.pairs(self.corpus, all_pairs=1_000)
        return judge.measured(self.corpus, partners, len({room for _, room, _ in self.notes}))

    def same(self, one: int, other: int) -> bool:
        """Say whether two notes make one point."""
        return self.notes[one][2] == self.notes[other][2]

    def scored(
        self, weights: Sequence[float], *, by_room: bool = True
    ) -> list[tuple[int, int, float]]:
        """Return all pairs with the likeness that the package would give them."""
        constant, *rest = weights
        found = []
        for one, other, values in self.rows:
            total = constant + sum(w * v for w, v in zip(rest, values, strict=True))
            least = judge.floor(self.corpus.shapes[one], self.corpus.shapes[other], values)
            likely = max(least, judge.probability(total))
            if by_room and self.notes[one][1] == self.notes[other][1]:
                likely = round(likely / 2, 6)
            found.append((one, other, likely))
        return found

    def forbidden(self, *, strict: bool) -> Callable[[int, int], bool]:
        """Return what keeps two notes apart."""
        shapes = self.corpus.shapes
        return lambda a, b: forbidden(shapes[a], shapes[b], strict=strict)


def read(folder: Path) -> list[Quadrant]:
    """Return all labelled quadrants, their notes sorted by text."""
    rooms = json.loads((folder / "rooms.json").read_text(encoding="utf-8"))["sessions"]
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["sessions"]
    points = {(s["session"], i): n for s in gold for n, g in enumerate(s["groups"]) for i in g}
    found = []
    for session in rooms:
        name = session["session"]
        notes: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        for room, quadrants in session["rooms"].items():
            for quadrant, listed in quadrants.items():
                notes[quadrant] += [(n["text"], room, points[name, n["id"]]) for n in listed]
        found += [Quadrant(name, session["lang"], sorted(notes[q])) for q in sorted(notes)]
    return found


def counted(quadrant: Quadrant, joined: Iterable[Sequence[int]]) -> tuple[int, int, int]:
    """Return right joins, wrong joins and missed ones, in pairs of notes."""
    right = wrong = 0
    for group in joined:
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if quadrant.same(one, other):
                    right += 1
                else:
                    wrong += 1
    sizes: dict[int, int] = defaultdict(int)
    for _, _, point in quadrant.notes:
        sizes[point] += 1
    return right, wrong, sum(n * (n - 1) // 2 for n in sizes.values()) - right


def rates(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Return precision, recall and F1; nothing joined is not wrong."""
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * right / max(1, 2 * right + wrong + missed)


def total(counts: Iterable[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Add counts up."""
    rows = list(counts)
    return sum(r[0] for r in rows), sum(r[1] for r in rows), sum(r[2] for r in rows)


def fit(quadrants: Sequence[Quadrant], held: frozenset[str] = frozenset()) -> tuple[float, ...]:
    """Return the constant and the weights; pairs of two held-out texts are left out."""
    rows, labels, counts = [], [], []
    for quadrant in quadrants:
        out = [text in held for text, _, _ in quadrant.notes]
        for place, (one, other, values) in enumerate(quadrant.rows):
            if out[one] and out[other]:
                continue
            same = quadrant.same(one, other)
            little = values[0] < 0.1 and values[1] < 0.1 and not same
            if little and place % 10:
                continue
            rows.append(values)
            labels.append(float(same))
            counts.append(10.0 if little else 1.0)
    return _regression(rows, labels, counts)


def _regression(
    rows: Sequence[Sequence[float]], labels: Sequence[float], counts: Sequence[float]
) -> tuple[float, ...]:
    """Return the weights of a logistic regression with a ridge, by Newton's method."""
    size, weight = len(rows[0]), sum(counts)
    means = [sum(c * r[k] for r, c in zip(rows, counts, strict=True)) / weight for k in range(size)]
    spreads = [
        sqrt(sum(c * (r[k] - means[k]) ** 2 for r, c in zip(rows, counts, strict=True)) / weight)
        or 1.0
        for k in range(size)
    ]
    table = [[1.0, *((v - m) / s for v, m, s in zip(r, means, spreads, strict=True))] for r in rows]
    found = [0.0] * (size + 1)
    ridge = [0.0, *(RIDGE * FIRM.get(name, 1.0) for name in NAMES)]
    for _ in range(25):
        slope = [-r * w for r, w in zip(ridge, found, strict=True)]
        curve = [[0.0] * (size + 1) for _ in range(size + 1)]
        for k in range(1, size + 1):
            curve[k][k] = ridge[k]
        for row, label, count in zip(table, labels, counts, strict=True):
            score = sum(map(float.__mul__, found, row))
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, score))))
            miss, bend = count * (label - chance), count * chance * (1 - chance)
            for k, value in enumerate(row):
                slope[k] += miss * value
            if bend > 1e-6:
                for k, value in enumerate(row):
                    line, part = curve[k], bend * value
                    for m in range(k + 1):
                        line[m] += part * row[m]
        step = _solved(curve, slope)
        found = [w + s for w, s in zip(found, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    plain = [w / s for w, s in zip(found[1:], spreads, strict=True)]
    constant = found[0] - sum(w * m for w, m in zip(plain, means, strict=True))
    return (round(constant, 3), *(round(w, 3) for w in plain))


def _solved(lower: list[list[float]], right: list[float]) -> list[float]:
    """Solve a symmetric system of which the lower half is given (Gauss)."""
    n = len(right)
    table = [[lower[max(i, j)][min(i, j)] for j in range(n)] + [right[i]] for i in range(n)]
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(table[i][k]))
        table[k], table[pivot] = table[pivot], table[k]
        for i in range(k + 1, n):
            factor = table[i][k] / table[k][k]
            for j in range(k, n + 1):
                table[i][j] -= factor * table[k][j]
    solution = [0.0] * n
    for k in reversed(range(n)):
        rest = sum(table[k][j] * solution[j] for j in range(k + 1, n))
        solution[k] = (table[k][n] - rest) / table[k][k]
    return solution


def cuts(
    quadrants: Sequence[Quadrant], weights: Sequence[float], *, by_room: bool = True
) -> tuple[float, float]:
    """Return the strict and the loose cut that fit labelled quadrants of one language."""
    counts: dict[tuple[bool, float, str], list[tuple[int, int, int]]] = defaultdict(list)
    for quadrant in quadrants:
        pairs = quadrant.scored(weights, by_room=by_room)
        for strict in (True, False):
            apart = quadrant.forbidden(strict=strict)
            for cut in CUTS:
                joined = groups(len(quadrant.notes), pairs, cut, apart)
                counts[strict, cut, quadrant.set].append(counted(quadrant, joined))
    sets = sorted({q.set for q in quadrants})
    loose = max(CUTS, key=lambda c: (sum(rates(*total(counts[False, c, s]))[2] for s in sets), c))
    safe = [c for c in CUTS if all(rates(*total(counts[True, c, s]))[0] >= SAFE for s in sets)]
    return max(safe[0] if safe else 1.0, loose), loose


def folds(quadrants: Sequence[Quadrant]) -> list[set[str]]:
    """Deal the sessions of one language over folds, each set evenly."""
    dealt: list[set[str]] = [set() for _ in range(FOLDS)]
    for name in sorted({q.set for q in quadrants}):
        sessions = sorted({q.session for q in quadrants if q.set == name})
        for place, session in enumerate(sessions):
            dealt[place % FOLDS].add(session)
    return [fold for fold in dealt if fold]


def written(fitted: dict[str, tuple[tuple[float, ...], tuple[float, float]]]) -> str:
    """Return the text of `constants.py`."""
    lines = [
        '"""Weights and cuts, one set a language: written by `tests/benchmarks/fit_likeness.py`.',
        "",
        "Fitted to labelled notes of debates (English: ArgKP-2021) and to paraphrases among look-alikes",
        "(Finnish, Swedish: Turku Paraphrase Corpus), dealt over rooms. Do not edit by hand.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        f"# The constant, then the weights of: {', '.join(NAMES[:6])},",
        f"# {', '.join(NAMES[6:])}.",
        "WEIGHTS: dict[str, tuple[float, ...]] = {",
    ]
    for lang, (weights, _) in fitted.items():
        lines.append(f'    "{lang}": (')
        lines += [
            "        " + " ".join(f"{w!r}," for w in weights[start : start + 8])
            for start in range(0, len(weights), 8)
        ]
        lines.append("    ),")
    lines += ["}  # fmt: skip", "", "# Likeness from which on notes are joined: strictly, loosely."]
    lines.append("CUTS: dict[str, tuple[float, float]] = {")
    lines += [f'    "{lang}": {both!r},' for lang, (_, both) in fitted.items()]
    return "\n".join([*lines, "}", ""])


def main() -> None:
    """Fit on everything and write the module of constants."""
    quadrants = read(Path(sys.argv[1]))
    fitted = {}
    for lang in ("fi", "sv", "en"):
        mine = [q for q in quadrants if q.lang == lang]
        weights = fit(mine)
        fitted[lang] = (weights, cuts(mine, weights))
        print(lang, fitted[lang])  # noqa: T201
    target = Path(likeness.__file__).with_name("constants.py")
    target.write_text(written(fitted), encoding="utf-8")


if __name__ == "__main__":
    main()
