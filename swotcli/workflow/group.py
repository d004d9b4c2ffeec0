"""The organiser groups notes: points with their candidates, rulings kept one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.merge.decided import key_of, open_decisions
from swotcli.merge.points import QuadrantNotes
from swotcli.merge.rooms import handed_in
from swotcli.merge.themed import drafted, themed
from swotcli.merge.together import complete
from swotcli.workflow import decide
from swotcli.workflow.combine import STRICTNESS, gather

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.merge.themed import Draft
    from swotcli.model.act import Act, Ruled
    from swotcli.model.agenda import Session, Suggest
    from swotcli.model.decisions import Decisions, Key, Rulings
    from swotcli.model.quadrant import Quadrant
    from swotcli.model.summary import OpenDecision, Point, RoomSummary, Theme
    from swotcli.workspace import SessionFolder


class Grouping:
    """A session's notes, to be grouped by a person.

    Every act is on disk when its method returns, done to what the file of decisions says at that
    moment: two organisers may work at the same time.

    Attributes:
        session: The session.
        file: Where its decisions are kept.
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
        self.file = folder.decisions_file
        gathered = gather(folder, allow_gaps=allow_gaps)
        self.session, self.decisions = gathered.session, gathered.decisions
        self._signature = self._signed()
        self._notes, self.rooms = handed_in(gathered.session, gathered.hand_ins)
        self._strictness = STRICTNESS[suggest or self.session.suggest]
        self._quadrants: dict[Quadrant, QuadrantNotes] = {}
        self._drafts: dict[Quadrant, dict[Key, str]] = {}
        self._points: dict[Quadrant, tuple[Rulings, tuple[Point, ...], tuple[Theme, ...]]] = {}

    def points(self, quadrant: Quadrant) -> tuple[Point, ...]:
        """Return a quadrant's points as they stand now, in the summary's order.

        Their themes are those that a person named, and those of the last draft.
        """
        return self._stand(quadrant)[1]

    def themes(self, quadrant: Quadrant) -> tuple[Theme, ...]:
        """Return a quadrant's themes, the largest first."""
        return self._stand(quadrant)[2]

    def draft(self, quadrant: Quadrant) -> None:
        """Draft themes for the points as they are now; it takes a moment, so it is asked for."""
        if self._strictness is None:
            return
        points = self.points(quadrant)
        drafts = drafted(points)
        self._drafts[quadrant] = {
            key_of(note): name
            for name, places in drafts
            for place in places
            for note in points[place].notes
        }
        self._points.pop(quadrant, None)

    def open_decisions(self, quadrant: Quadrant) -> tuple[OpenDecision, ...]:
        """Return what is ruled about notes of a quadrant that are no longer there."""
        ruled = self.decisions.of(quadrant)
        return tuple(open_decisions(quadrant, self._notes, ruled, complete(self.rooms)))

    def rule(self, quadrant: Quadrant, acts: Sequence[Act]) -> Ruled:
        """Let acts change what is ruled about a quadrant; see `workflow.decide.rule`."""
        self.decisions, ruled = decide.rule(self._folder, self.session, quadrant, acts)
        self._signature = self._signed()
        return ruled

    def take_back(self, quadrant: Quadrant, ruled: Ruled) -> None:
        """Undo acts; see `workflow.decide.take_back`.

        Raises:
            LookupError: Others have ruled about the same notes since.
        """
        self.decisions = decide.take_back(self._folder, self.session, quadrant, ruled)
        self._signature = self._signed()

    def look(self) -> None:
        """Read the decisions again if the file has changed: another organiser may have ruled.

        Raises:
            BadInput: The file has problems.
        """
        signature = self._signed()
        if signature != self._signature:
            self.decisions = decide.load_decisions(self._folder, self.session)
            self._signature = signature

    def _stand(self, quadrant: Quadrant) -> tuple[Rulings, tuple[Point, ...], tuple[Theme, ...]]:
        rulings = self.decisions.of(quadrant)
        known = self._points.get(quadrant)
        if known is not None and known[0] == rulings:
            return known
        if quadrant not in self._quadrants:
            self._quadrants[quadrant] = QuadrantNotes(quadrant, self._notes, again=True)
        points = self._quadrants[quadrant].points(rulings, self._strictness)
        with_themes, themes = themed(quadrant, points, rulings, self._drafted(quadrant, points))
        self._points[quadrant] = (rulings, tuple(with_themes), tuple(themes))
        return self._points[quadrant]

    def _drafted(self, quadrant: Quadrant, points: Sequence[Point]) -> list[Draft]:
        """Return the last draft for the points that its notes make now."""
        names = self._drafts.get(quadrant, {})
        places: dict[str, list[int]] = {}
        for place, point in enumerate(points):
            if name := names.get(key_of(point.notes[0]), ""):
                places.setdefault(name, []).append(place)
        return list(places.items())

    def _signed(self) -> tuple[int, int, int] | None:
        """Return what differs once the file of decisions is written anew."""
        try:
            found = self._folder.decisions_file.stat()
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size, found.st_ino)
