"""A line is understood, ruled on disk, and only then answered.

How lines come and how answers are shown is for the callers: plain lines, or the screen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from swotcli.errors import SwotError
from swotcli.workbench import theming
from swotcli.workbench.answers import page, said, sentence
from swotcli.workbench.deeds import step_of
from swotcli.workbench.grammar import Verb, read
from swotcli.workbench.state import Answer, Done, Mode, State
from swotcli.workbench.walk import Table, arrived, keys, onward

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from swotcli.model.quadrant import Quadrant
    from swotcli.model.summary import Point
    from swotcli.words import Words
    from swotcli.workbench.engine import Engine
    from swotcli.workbench.state import Step


_SHOWN = (
    "mode",
    "quadrant",
    "here",
    "numbers",
    "page",
    "query",
    "theme",
    "themes",
    "members",
)
"""What of the state tells that something else is before the person."""


@dataclass(frozen=True)
class Means:
    """What a conversation needs from above.

    Attributes:
        engine: Points and rulings.
        words: The person's language.
        names: What names a quadrant.
        rooms: Each room's name, by its id.
        explain: Puts an error into one line of words, with what to do.
        harmless: Writes out what a terminal might act upon.
    """

    engine: Engine
    words: Words
    names: Mapping[str, Quadrant]
    rooms: Mapping[str, str]
    explain: Callable[[SwotError], str]
    harmless: Callable[[str], str]


class Conversation:
    """The workbench that is typed into.

    Attributes:
        state: The workbench as it is now.
        said: The last answer.
        page: The lines of an answer that is a page, until the next answer.
        moved: Something else is before the person than before the last line.
    """

    def __init__(self, quadrants: tuple[Quadrant, ...], means: Means) -> None:
        self.means = means
        self.said = ""
        self.page: list[str] = []
        self.moved = True
        self._drafted: set[Quadrant] = set()
        self._tables: dict[Quadrant, tuple[tuple[Point, ...], Table]] = {}
        self.state = onward(State(quadrants, quadrants[0]), means.engine)

    def table(self) -> Table:
        """Return the points of the present quadrant, found by their notes."""
        points = self.means.engine.points(self.state.quadrant)
        known = self._tables.get(self.state.quadrant)
        if known is None or known[0] is not points:
            known = self._tables[self.state.quadrant] = (points, Table(points))
        return known[1]

    def point(self) -> Point | None:
        """Return the point that is before the person."""
        return self.table().find(self.state.here)

    def enter(self, line: str) -> bool:
        """Take a typed line or a key; return whether it was taken."""
        before = self.state
        self.page = []
        if (reason := self._look()) is not None:
            return self._answer(Answer("group.unreadable", {"reason": reason}, ok=False))
        if self._changed():
            return self._by_others()
        meant = read(line, self.state.mode)
        if meant.verb is Verb.THEMES:
            self.means.engine.draft(self.state.quadrant)
        taken = self._take(step_of(self.state, self.means.engine, meant, self.means.names))
        after = self.state
        self.moved = taken and (
            after.mode is Mode.OPEN or any(getattr(before, n) != getattr(after, n) for n in _SHOWN)
        )
        return taken

    def look_around(self) -> bool:
        """See whether others have ruled meanwhile; return whether what is shown changes.

        Numbers never change under a finger: a point that others changed is only said to be so, and
        the next key shows it anew and rules nothing.
        """
        points = self.means.engine.points(self.state.quadrant)
        if self._look() is not None or points is self.means.engine.points(self.state.quadrant):
            return False
        if self._changed():
            self.said = sentence(Answer("group.by-others-soon", ok=False), self.means.words)
        return True

    def theme_names(self) -> list[str]:
        """Return the names of the quadrant's themes, drafted when first asked for."""
        quadrant = self.state.quadrant
        if quadrant not in self._drafted:
            self._drafted.add(quadrant)
            self.means.engine.draft(quadrant)
        return [theme.name for theme in self.means.engine.themes(quadrant)]

    def _by_others(self) -> bool:
        """Show a point that others have changed as it is now, before anything is ruled about it."""
        self._settle(rank=True)
        return self._answer(Answer("group.by-others", ok=False), moved=True)

    def _look(self) -> str | None:
        """Read the rulings again if they have changed; return why that cannot be."""
        try:
            self.means.engine.look()
        except SwotError as error:
            return self.means.explain(error)
        return None

    def _changed(self) -> bool:
        """Say whether others have changed the point since it was shown."""
        if self.state.mode not in (Mode.POINT, Mode.SEARCH):
            return False
        point = self.point()
        return point is None or keys(point) != self.state.seen

    def _take(self, step: Step) -> bool:
        if step.undo:
            return self._undo(step)
        if step.acts:
            quadrant = self.state.quadrant
            try:
                ruled = self.means.engine.rule(quadrant, step.acts)
            except SwotError as error:
                reason = self.means.explain(error)
                return self._answer(Answer("group.not-kept", {"reason": reason}, ok=False))
            done = step.then.done
            if ruled.changed:
                done = (*done, Done(quadrant, ruled, step.answer, self.state.mode, self.state.here))
            self.state = replace(step.then, done=done)
            self._settle(rank=False)
        else:
            self.state = step.then
        if step.onward:
            self.state = onward(self.state, self.means.engine)
        return self._answer(step.answer)

    def _undo(self, step: Step) -> bool:
        done = self.state.done[-1]
        try:
            self.means.engine.take_back(done.quadrant, done.ruled)
        except LookupError:
            self.state = step.then  # it can never be undone here: others have built upon it
            return self._answer(Answer("group.not-undone", ok=False))
        except SwotError as error:
            reason = self.means.explain(error)
            return self._answer(Answer("group.not-kept", {"reason": reason}, ok=False))
        self.state = replace(step.then, quadrant=done.quadrant, mode=done.mode, here=done.here)
        self._settle(rank=True)
        what = said(done.answer, self.means.words)
        return self._answer(replace(step.answer, values={"what": what}))

    def _settle(self, *, rank: bool) -> None:
        """Bring the state to the points as they are now.

        Args:
            rank: Number the candidates anew.
        """
        state, engine = self.state, self.means.engine
        if state.mode is Mode.THEMES:
            self.state = theming.listed(state, engine)
        elif state.mode is Mode.THEME:
            self.state = theming.opened(state, engine, state.theme)
        point = self.table().find(state.here)
        if state.mode in (Mode.POINT, Mode.SEARCH, Mode.SURE):
            if point is None:
                self.state = onward(state, engine)
            elif rank:
                self.state = arrived(state, state.quadrant, point)
        if point is not None:
            self.state = replace(self.state, seen=keys(point))

    def _answer(self, answer: Answer, *, moved: bool = False) -> bool:
        self.moved = moved
        if answer.page:
            self.page = page(answer, self)
        self.said = sentence(answer, self.means.words)
        return answer.ok
