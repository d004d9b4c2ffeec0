"""A summary as data: what `merge --json` prints and `summary.yaml` holds, key for key.

The README documents the keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.model.quadrant import Quadrant
from swotcli.words import words
from swotcli.yamlfile.dump import dump

if TYPE_CHECKING:
    from swotcli.model.agenda import Session
    from swotcli.model.summary import (
        Candidate,
        Contradiction,
        GoalCoverage,
        OpenDecision,
        Point,
        RoomSummary,
        Summary,
        Takeaway,
    )


def summary_data(summary: Summary) -> dict[str, object]:
    """Return a summary as plain data."""
    names = [room.room for room in summary.rooms]
    return {
        "session": summary.session,
        "counts": _counts(summary),
        "points": [_point(point) for point in summary.points],
        "themes": [
            {
                "quadrant": theme.quadrant.value,
                "name": theme.name,
                "suggested": theme.suggested,
                "points": theme.points,
            }
            for theme in summary.themes
        ],
        "contradictions": [_contradiction(found, summary) for found in summary.contradictions],
        "goals": [_goal(goal, names) for goal in summary.goals],
        "takeaways": [_takeaway(takeaway, summary) for takeaway in summary.takeaways],
        "open_decisions": [_open_decision(found) for found in summary.open_decisions],
        "rooms": [_room(room) for room in summary.rooms],
        "strangers": list(summary.strangers),
    }


def summary_text(summary: Summary, session: Session) -> str:
    """Return a summary as the text of `summary.yaml`."""
    data = summary_data(summary)
    head = {"session": data.pop("session"), "title": session.title}
    return dump({**head, **data}, words(session.lang).say("merge.made"))


def _counts(summary: Summary) -> dict[str, int]:
    return {
        "rooms": len(summary.rooms),
        "notes_in": sum(room.notes for room in summary.rooms),
        "notes_out": summary.note_count(),
        "points": len(summary.points),
        "suggested": sum(point.suggested for point in summary.points),
        "decided": sum(point.decided for point in summary.points),
    }


def _point(point: Point) -> dict[str, object]:
    return {
        "quadrant": point.quadrant.value,
        "text": point.text,
        "theme": point.theme,
        "suggested": point.suggested,
        "decided": point.decided,
        "reworded": point.reworded,
        "rooms": list(point.rooms),
        "votes": point.votes,
        "notes": [
            {
                "room": note.room,
                "quadrant": note.quadrant.value,
                "text": note.text,
                "votes": note.votes,
                "goals": list(note.goals),
            }
            for note in point.notes
        ],
        "perhaps": [_candidate(candidate) for candidate in point.perhaps],
    }


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "room": candidate.room,
        "quadrant": candidate.quadrant.value,
        "text": candidate.text,
        "likeness": candidate.likeness,
    }


def _contradiction(found: Contradiction, summary: Summary) -> dict[str, object]:
    points = (summary.points[found.one], summary.points[found.other])
    return {
        "points": [
            {"quadrant": point.quadrant.value, "text": point.text, "rooms": list(point.rooms)}
            for point in points
        ],
        "rooms_with_both": [room for room in points[0].rooms if room in points[1].rooms],
        "likeness": found.likeness,
    }


def _goal(goal: GoalCoverage, rooms: list[str]) -> dict[str, object]:
    return {
        "goal": goal.goal,
        "text": goal.text,
        "notes": goal.count,
        "rooms": {room: goal.in_room(room) for room in rooms},
        "quadrants": {quadrant.value: goal.of(quadrant) for quadrant in Quadrant},
    }


def _takeaway(takeaway: Takeaway, summary: Summary) -> dict[str, object]:
    texts = {room.room: room.takeaways for room in summary.rooms}
    return {
        "room": takeaway.room,
        "number": takeaway.number,
        "text": takeaway.text,
        "agrees": [
            {
                "room": room,
                "number": n,
                "text": texts[room][n - 1],
                "likeness": likeness,
            }
            for room, n, likeness in takeaway.agrees
        ],
        "behind": [_candidate(candidate) for candidate in takeaway.behind],
    }


def _open_decision(found: OpenDecision) -> dict[str, object]:
    return {
        "quadrant": found.quadrant.value,
        "room": found.room,
        "text": found.text,
        "why": found.why.value,
        "now": found.now,
        "to": found.to.value if found.to else "",
    }


def _room(room: RoomSummary) -> dict[str, object]:
    return {
        "room": room.room,
        "facilitator": room.facilitator,
        "lang": room.lang,
        "state": room.state.value,
        "notes": room.notes,
        "takeaways": list(room.takeaways),
    }
