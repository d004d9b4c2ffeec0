"""Count the keys of an organiser who groups labelled notes at the workbench.

Run `python tests/benchmarks/group.py DATA`, where DATA holds `rooms.json` (sessions, each with
`session`, `lang` and `rooms`: room, quadrant, notes with `id` and `text`) and `gold.json` (sessions,
each with `groups` of ids: the notes of a group make the same point). Nothing else is needed.

The organiser only accepts or refuses what is shown, and knows the right answer: joins each candidate
that says the same, parts each note that does not, asks for a new ranking when the screen says that
it has new candidates, and goes on with Enter. What the program shows decides everything else. The
keys go through the real grammar and state machine, in memory.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from swotcli.likeness import Strictness
from swotcli.merge import rulings as acts_on
from swotcli.merge.points import QuadrantNotes
from swotcli.model.act import Act, Ruled
from swotcli.model.decisions import Key, NoteRef, Rulings
from swotcli.model.quadrant import Quadrant
from swotcli.model.summary import OpenDecision, Point, SourceNote, Theme
from swotcli.words import QuadrantNames, words
from swotcli.workbench.conversation import Conversation, Means
from swotcli.workbench.grammar import DIGITS, LETTERS
from swotcli.workbench.state import Mode
from swotcli.workbench.walk import fresh, keys

NOTES = 240
AIM = 300


def say(*parts: object) -> None:
    """Print a line at once."""
    print(*parts, flush=True)  # noqa: T201


class Memory:
    """One quadrant's notes and rulings, without a disk."""

    def __init__(self, quadrant: Quadrant, notes: Sequence[SourceNote]) -> None:
        self._notes = QuadrantNotes(quadrant, notes, again=True)
        self._rulings = Rulings()
        self._points: tuple[Point, ...] | None = None

    def points(self, quadrant: Quadrant) -> tuple[Point, ...]:
        """Return the points as they stand."""
        if self._points is None:
            self._points = tuple(self._notes.points(self._rulings, Strictness.STRICT))
        return self._points

    def themes(self, quadrant: Quadrant) -> tuple[Theme, ...]:
        """No themes."""
        return ()

    def open_decisions(self, quadrant: Quadrant) -> tuple[OpenDecision, ...]:
        """None: nothing is edited here."""
        return ()

    def rule(self, quadrant: Quadrant, acts: Sequence[Act]) -> Ruled:
        """Rule."""
        before, self._rulings = self._rulings, acts_on.done(self._rulings, acts)
        self._points = None
        return Ruled(before, self._rulings, None, None)

    def take_back(self, quadrant: Quadrant, ruled: Ruled) -> None:
        """Never asked for here."""

    def look(self) -> None:
        """Nobody else is there."""

    def draft(self, quadrant: Quadrant) -> None:
        """No themes."""


class Organiser:
    """A person who knows which notes say the same.

    Attributes:
        pressed: How often each kind of key was pressed.
    """

    def __init__(self, talk: Conversation, gold: dict[Key, int]) -> None:
        self._talk = talk
        self._gold = gold
        self.pressed: Counter[str] = Counter()
        self.slowest = 0.0

    def work(self) -> None:
        """Press keys until nothing is left."""
        while self._talk.state.mode is Mode.POINT:
            kind, key = self._next()
            self.pressed[kind] += 1
            start = time.perf_counter()
            assert self._talk.enter(key), self._talk.said
            self.slowest = max(self.slowest, time.perf_counter() - start)

    def _next(self) -> tuple[str, str]:
        state, table, point = self._talk.state, self._talk.table(), self._talk.point()
        assert point is not None
        mine = keys(point)
        wanted = Counter(self._gold[key] for key in mine).most_common(1)[0][0]
        for letter, key in zip(LETTERS, state.letters, strict=False):
            if key in mine and self._gold[key] != wanted:
                return "part", letter
        for digit, key in zip(DIGITS, state.numbers, strict=False):
            if key not in mine and self._gold[key] == wanted:
                theirs = [self._gold[one] for one in keys(table.at(key))]
                if theirs.count(wanted) * 2 >= len(theirs):
                    return "join", digit
        joined = any(key in mine for key in state.numbers)
        return ("rank", "list") if joined and fresh(state, point) else ("enter", "")


def sessions(folder: Path) -> Iterator[tuple[str, str, list[SourceNote], dict[Key, int]]]:
    """Yield each labelled quadrant: its set, its language, its notes, and the point of each."""
    rooms = json.loads((folder / "rooms.json").read_text(encoding="utf-8"))["sessions"]
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["sessions"]
    point_of = {(s["session"], i): n for s in gold for n, g in enumerate(s["groups"]) for i in g}
    for session in rooms:
        name, lang = session["session"], session["lang"]
        notes: dict[str, list[SourceNote]] = defaultdict(list)
        points: dict[str, dict[Key, int]] = defaultdict(dict)
        for room, quadrants in session["rooms"].items():
            for quadrant, listed in quadrants.items():
                for note in listed:
                    made = SourceNote(room, Quadrant(quadrant), note["text"], 0, (), lang)
                    notes[quadrant].append(made)
                    points[quadrant][NoteRef(room, note["text"]).key] = point_of[name, note["id"]]
        for quadrant in notes:
            yield name.rpartition("-")[0], lang, notes[quadrant], points[quadrant]


def _talk(engine: Memory, quadrant: Quadrant) -> Conversation:
    means = Means(engine, words("en"), QuadrantNames("en"), {}, str, str)
    return Conversation((quadrant,), means)


def _pairs(points: Sequence[Sequence[Key]]) -> set[frozenset[Key]]:
    return {frozenset(pair) for point in points for pair in combinations(sorted(point), 2)}


def main() -> None:
    """Print the figures of each labelled set."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    slowest = 0.0
    for name, _, notes, gold in sessions(Path(sys.argv[1])):
        quadrant = notes[0].quadrant
        engine = Memory(quadrant, notes)
        organiser = Organiser(_talk(engine, quadrant), gold)
        organiser.work()
        groups: dict[int, list[Key]] = defaultdict(list)
        for key, point in gold.items():
            groups[point].append(key)
        right = _pairs(list(groups.values()))
        found = _pairs([sorted(keys(point)) for point in engine.points(quadrant)])
        totals[name].update(organiser.pressed)
        totals[name].update(
            notes=len(notes), gold=len(right), found=len(right & found), wrong=len(found - right)
        )
        slowest = max(slowest, organiser.slowest)
    for name, sums in sorted(totals.items()):
        kinds = {kind: sums[kind] for kind in ("enter", "join", "part", "rank")}
        pressed = NOTES * sum(kinds.values()) / sums["notes"]
        each = ", ".join(f"{kind} {NOTES * n / sums['notes']:.0f}" for kind, n in kinds.items())
        share = sums["found"] / max(1, sums["gold"])
        say(
            f"{name}: {pressed:.0f} keys for {NOTES} notes (aim {AIM}): {each};"
            f" {share:.3f} of {sums['gold']} pairs found, {sums['wrong']} wrong ones left"
        )
    say(f"slowest key: {slowest:.3f} s without disk and drawing")


if __name__ == "__main__":
    main()
