"""What is under the workbench: a session's points, and rulings that are on disk once made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.model.act import Act, Ruled
    from swotcli.model.quadrant import Quadrant
    from swotcli.model.summary import OpenDecision, Point, Theme


class Desk(Protocol):
    """What lies before the organiser."""

    def points(self, quadrant: Quadrant) -> tuple[Point, ...]:
        """Return a quadrant's points as they stand now, in the summary's order."""

    def themes(self, quadrant: Quadrant) -> tuple[Theme, ...]:
        """Return a quadrant's themes, the largest first."""

    def open_decisions(self, quadrant: Quadrant) -> tuple[OpenDecision, ...]:
        """Return what is ruled about notes that are no longer there."""


class Engine(Desk, Protocol):
    """What rules, as well."""

    def rule(self, quadrant: Quadrant, acts: Sequence[Act]) -> Ruled:
        """Put acts on disk, done to what the file says at that moment."""

    def take_back(self, quadrant: Quadrant, ruled: Ruled) -> None:
        """Undo acts.

        Raises:
            LookupError: Others have ruled about the same notes since.
        """

    def look(self) -> None:
        """Read the rulings again if others have changed them."""

    def draft(self, quadrant: Quadrant) -> None:
        """Draft themes for the points as they are now."""
