"""The organiser groups notes: points with their candidates, rulings kept one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.merge import rulings as acts
from swotcli.merge.decided import open_decisions
from swotcli.merge.points import QuadrantNotes
from swotcli.merge.rooms import handed_in
from swotcli.merge.themed import themed
from swotcli.merge.together import complete
from swotcli.workflow.combine import STRICTNESS, gather
from swotcli.workflow.decide import load_decisions, rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.model.agenda import Session, Suggest
    from swotcli.model.decisions import Decisions, NoteRef, Rulings
    from swotcli.model.quadrant import Quadrant
    from swotcli.model.summary import OpenDecision, Point, RoomSummary
    from swotcli.workflow.decide import Act
    from swotcli.workspace import SessionFolder


class Grouping:
    """A session's notes, to be grouped by a person.

    Every act is on disk when its method returns, done to what the file of decisions says at that
    moment: two organisers may work at the same time.

    Attributes:
        session: The session.
        rooms: What each room handed in.
        decisions: What is ruled, as last read or written.
    """

    session: Session
    rooms: tuple[RoomSummary, ...]
    decisions: Decisions

    def __init__(
        self, folder: SessionFolder, suggest: Suggest | None = None, *, allow_gaps: bool = False
    ) -> None:
        """Read the session's rooms and decisions.

        Raises:
            BadInput: A file cannot be read.
        """
        self._folder = folder
        gathered = gather(folder, allow_gaps=allow_gaps)
        self.session, self.decisions = gathered.session, gathered.decisions
        self._notes, self.rooms = handed_in(gathered.session, gathered.hand_ins)
        self._strictness = STRICTNESS[suggest or self.session.suggest]
        self._quadrants: dict[Quadrant, QuadrantNotes] = {}

    def points(self, quadrant: Quadrant) -> tuple[Point, ...]:
        """Return a quadrant's points as they stand now, in the summary's order, with themes."""
        if quadrant not in self._quadrants:
            self._quadrants[quadrant] = QuadrantNotes(quadrant, self._notes)
        rulings = self.decisions.of(quadrant)
        points = self._quadrants[quadrant].points(rulings, self._strictness)
        draft = self._strictness is not None
        return tuple(themed(quadrant, points, rulings, draft=draft)[0])

    def open_decisions(self, quadrant: Quadrant) -> tuple[OpenDecision, ...]:
        """Return what is ruled about notes of a quadrant that are no longer there."""
        ruled = self.decisions.of(quadrant)
        return tuple(open_decisions(quadrant, self._notes, ruled, complete(self.rooms)))

    def together(
        self, quadrant: Quadrant, notes: Sequence[NoteRef], wording: str | None = None
    ) -> None:
        """Rule that notes are one point; see `merge.rulings.together`."""
        self._rule(quadrant, lambda rulings: acts.together(rulings, notes, wording))

    def apart(
        self, quadrant: Quadrant, notes: Sequence[NoteRef], others: Sequence[NoteRef] = ()
    ) -> None:
        """Rule that notes are not one point; see `merge.rulings.apart`."""
        self._rule(quadrant, lambda rulings: acts.apart(rulings, notes, others))

    def theme(self, quadrant: Quadrant, name: str, notes: Sequence[NoteRef]) -> None:
        """Rule that the points of notes are of a theme; see `merge.rulings.theme`."""
        self._rule(quadrant, lambda rulings: acts.theme(rulings, name, notes))

    def renamed(self, quadrant: Quadrant, old: NoteRef, new: NoteRef) -> None:
        """Let what was ruled about a note hold for what it was edited to."""
        self._rule(quadrant, lambda rulings: acts.renamed(rulings, old, new))

    def forgotten(self, quadrant: Quadrant, note: NoteRef) -> None:
        """Take a note that is no longer there out of all rulings."""
        self._rule(quadrant, lambda rulings: acts.forgotten(rulings, note))

    def restore(self, quadrant: Quadrant, rulings: Rulings) -> None:
        """Put a quadrant's rulings back as they were: undo."""
        self._rule(quadrant, lambda _: rulings)

    def look(self) -> None:
        """Read the decisions again: another organiser may have ruled meanwhile.

        Raises:
            BadInput: The file has problems.
        """
        self.decisions = load_decisions(self._folder, self.session)

    def _rule(self, quadrant: Quadrant, act: Act) -> None:
        self.decisions = rule(self._folder, self.session, quadrant, act)
