"""What drafted themes are worth, on labelled notes, and what they cost, as ratios.

Run `python tests/benchmarks/themes.py DATA [--large] [--costs-only]` in a checkout. DATA is a
folder of JSON lines with `text`, `lang` and `theme` (one value, one theme): `fi_theme_*.jsonl` and
`sv_theme_*.jsonl`. Notes are dealt over four quadrants of 50, or of 15, with five themes of uneven
size in each (three in Swedish), eight times. Figures are the adjusted Rand index (Hubert and
Arabie 1985) inside quadrants. Nothing is asserted: the aims stand beside the figures.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import comb, log
from pathlib import Path

from swotcli.likeness.shape import shaped
from swotcli.likeness.stems import runs
from swotcli.themes import Item, draft, graph, louvain
from swotcli.themes.features import Kind

Note = tuple[str, str]
"""A text and its theme."""

Quadrant = list[Note]
Method = Callable[[Quadrant, str], Sequence[object]]
"""What gives each note of a quadrant, in a language, the label of its theme."""

THEMES = {"fi": 5, "sv": 3}
AIMS = {"fi": "0.42", "sv": "0.55"}
DEALS = 8
RESOLUTIONS = ((8, 10), (9, 10), (10, 10))
TAKEN_OFF = (0.0, 0.5, 1.0)


def say(*parts: object) -> None:
    """Print a line at once."""
    print(*parts, flush=True)  # noqa: T201


def read(folder: Path, lang: str) -> dict[str, list[str]]:
    """Return the texts of each theme of a language."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.glob(f"{lang}_theme_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["theme"]].append(row["text"])
    return dict(found)


def dealt(texts: dict[str, list[str]], count: int, size: int, seed: int) -> list[Quadrant]:
    """Return four quadrants of one session: no note twice, themes of uneven size.

    Where there are enough themes, no quadrant has one of another.
    """
    dice = random.Random(seed)  # noqa: S311
    left = {theme: dice.sample(texts[theme], len(texts[theme])) for theme in sorted(texts)}
    order = dice.sample(sorted(left), len(left))
    quadrants = []
    for place in range(4):
        mine = order[place * count : (place + 1) * count] if len(order) >= 4 * count else order
        parts = [(n + 1) ** -0.7 for n in range(count)]
        dice.shuffle(parts)
        notes = []
        for theme, part in zip(mine[:count], parts, strict=True):
            much = max(2, round(size * part / sum(parts)))
            notes += [(text, theme) for text in left[theme][:much]]
            del left[theme][:much]
        dice.shuffle(notes)
        quadrants.append(notes)
    return quadrants


def rand_index(right: Sequence[object], found: Sequence[object]) -> float:
    """Return the adjusted Rand index of two ways to part the same notes."""

    def pairs(labels: Iterable[object]) -> int:
        return sum(comb(count, 2) for count in Counter(labels).values())

    both, mine, theirs = pairs(zip(right, found, strict=True)), pairs(right), pairs(found)
    chance = mine * theirs / comb(len(right), 2)
    most = (mine + theirs) / 2
    return 1.0 if most == chance else (both - chance) / (most - chance)


def drafts(notes: Quadrant, lang: str) -> list[object]:
    """Return the labels that the program gives."""
    items = [Item((place,), (text,), lang) for place, (text, _) in enumerate(notes)]
    label = {key: theme.name for theme in draft(items) for key in theme.keys}
    return [label[item.key] for item in items]


def beginnings(notes: Quadrant, lang: str) -> list[object]:
    """Return what the program gives for the first eight words of each note, as in a workshop."""
    return drafts([(" ".join(text.split()[:8]), theme) for text, theme in notes], lang)


def one_group(notes: Quadrant, lang: str) -> list[object]:
    """Return one label for all."""
    return [lang for _ in notes]


def plain(notes: Quadrant, lang: str) -> list[object]:
    """Return what stems and runs of all words give, without anything else."""
    shapes = [shaped(text, lang) for text, _ in notes]
    kinds = (
        Kind([Counter(s.stems) for s in shapes]),
        Kind([Counter(run for word in s.words for run in runs(word)) for s in shapes]),
    )
    everyone = range(len(notes))
    rows = [zip(*(kind.cosines(n, everyone) for kind in kinds), strict=True) for n in everyone]
    return _neighbours([[sum(pair) / 2 for pair in row] for row in rows])


def token_set(notes: Quadrant, lang: str) -> list[object]:
    """Return what rapidfuzz's word comparison gives."""
    from rapidfuzz import fuzz

    texts = [text.casefold() for text, _ in notes]
    return _neighbours([[fuzz.token_set_ratio(a, b) / 100 for b in texts] for a in texts])


def _neighbours(alike: Sequence[Sequence[float]], nearest: int = 10) -> list[object]:
    ties: list[dict[int, int]] = [{} for _ in alike]
    for one, row in enumerate(alike):
        ranked = sorted((n for n in range(len(row)) if n != one), key=lambda n: (-row[n], n))
        for other in ranked[:nearest]:
            if weight := round(1_000_000 * row[other]):
                ties[one][other] = ties[other][one] = weight
    label = {n: group[0] for group in louvain.groups(ties) for n in group}
    return [label[n] for n in range(len(alike))]


def scores(sessions: Sequence[Sequence[Quadrant]], lang: str, method: Method) -> list[float]:
    """Return the mean index over the quadrants of each session."""
    return [
        statistics.fmean(rand_index([t for _, t in q], method(q, lang)) for q in session)
        for session in sessions
    ]


def quality(folder: Path) -> None:
    """Print the figures of each labelled set."""
    methods: list[Method] = [one_group, plain, drafts, beginnings]
    try:
        import rapidfuzz  # noqa: F401

        methods.insert(1, token_set)
    except ImportError:
        pass
    for lang, size in product(THEMES, (50, 15)):
        texts = read(folder, lang)
        sessions = [dealt(texts, THEMES[lang], size, seed) for seed in range(DEALS)]
        say(f"\n{lang}, {size} notes a quadrant" + (f" (aim {AIMS[lang]})" if size == 50 else ""))
        for method in methods:
            found = scores(sessions, lang, method)
            say(
                f"  {method.__name__:11} {statistics.fmean(found):.3f}, deviation over"
                f" sessions {statistics.pstdev(found):.2f}"
            )
        groups = [Counter(drafts(q, lang)).values() for session in sessions for q in session]
        say(
            f"  themes a quadrant {statistics.fmean(map(len, groups)):.1f}, of them"
            f" {statistics.fmean(sum(n == 1 for n in g) for g in groups):.1f} of one note"
        )


def validated(folder: Path) -> None:
    """Print what is reached on themes that had no part in choosing the settings.

    Finnish themes are halved; resolution and what is taken off are chosen on one half and used
    on the other. Swedish has too few themes: there the Finnish choice is used.
    """
    texts = read(folder, "fi")
    names = sorted(texts)
    found, found_sv, chosen = [], [], []
    swedish = [dealt(read(folder, "sv"), THEMES["sv"], 50, seed) for seed in range(DEALS)]
    for seed in range(2):
        order = random.Random(seed).sample(names, len(names))  # noqa: S311
        for fold in (0, 1):
            halves = [{name: texts[name] for name in order[side::2]} for side in (fold, 1 - fold)]
            learnt, held = (
                [dealt(half, THEMES["fi"], 50, deal) for deal in range(DEALS // 2)]
                for half in halves
            )
            tried = {
                settings: statistics.fmean(_with(settings, learnt, "fi"))
                for settings in product(RESOLUTIONS, TAKEN_OFF)
            }
            best = max(tried, key=lambda settings: (tried[settings], settings))
            chosen.append(best)
            found += _with(best, held, "fi")
            found_sv += _with(best, swedish, "sv")
    say(f"\nchosen on half of the themes (resolution, taken off): {chosen}")
    say(f"  fi, other half: {statistics.fmean(found):.3f}; sv: {statistics.fmean(found_sv):.3f}")


def _with(
    settings: tuple[tuple[int, int], float], sessions: Sequence[Sequence[Quadrant]], lang: str
) -> list[float]:
    kept = louvain.RESOLUTION, graph.TAKEN_OFF
    louvain.RESOLUTION, graph.TAKEN_OFF = settings
    try:
        return scores(sessions, lang, drafts)
    finally:
        louvain.RESOLUTION, graph.TAKEN_OFF = kept


def costs(folder: Path, *, large: bool) -> None:
    """Print what a draft of one quadrant costs, and how that grows."""
    say("\ncosts, Finnish notes in one quadrant, some words of each changed")
    texts = sorted(text for notes in read(folder, "fi").values() for text in notes)
    words = [word for text in texts for word in text.split()]
    dice = random.Random(1)  # noqa: S311
    done: list[tuple[int, float]] = []
    for size in (50, 200, 1_000, 5_000, *((20_000, 50_000) if large else ())):
        items = []
        for place in range(size):
            mine = dice.choice(texts).split()
            for _ in range(len(mine) // 2):
                mine[dice.randrange(len(mine))] = dice.choice(words)
            items.append(Item((place,), (" ".join(mine),), "fi"))
        before = time.process_time()
        themes = len(draft(items))
        spent = time.process_time() - before
        done.append((size, spent))
        grown = [log(spent / s) / log(size / n) for n, s in done[-2:-1]]
        growth = "".join(f"; growth exponent from the last size {g:.2f}" for g in grown)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        say(f"  {size} notes: {spent:.2f} s CPU, peak {peak:.0f} MB, {themes} themes{growth}")


def main() -> None:
    """Print all figures."""
    folder = Path(sys.argv[1])
    if "--costs-only" not in sys.argv:
        quality(folder)
        validated(folder)
    costs(folder, large="--large" in sys.argv)


if __name__ == "__main__":
    main()
