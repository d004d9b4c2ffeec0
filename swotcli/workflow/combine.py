"""All rooms of a session become one summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.errors import BadInput, Problem
from swotcli.merge import HandIn, merge_rooms
from swotcli.model.agenda import Session
from swotcli.words import words
from swotcli.workspace import by_room
from swotcli.yamlfile import durable, form, gate
from swotcli.yamlfile.dump import dump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from swotcli.model.summary import Point, RoomSummary, Summary
    from swotcli.workspace import RoomFile, SessionFolder


def load_session(folder: SessionFolder) -> Session:
    """Read a session's file, strictly.

    Raises:
        NotFound: It is not there.
        BadInput: With every problem.
    """
    session, _ = form.load(gate.read(folder.session_file), Session)
    return session.model_copy(update={"id": folder.id})  # a copied folder still carries its old id


def merged(folder: SessionFolder, *, allow_gaps: bool = False) -> tuple[Session, Summary]:
    """Merge all rooms; nothing is written.

    Args:
        folder: The session.
        allow_gaps: Go on without the files that cannot be read; they are stated in the summary.

    Raises:
        BadInput: A file cannot be read, with every problem of every file.
    """
    session = load_session(folder)
    files = folder.room_files()
    problems = [problem for file in files for problem in file.problems]
    if problems and not allow_gaps:
        raise BadInput(*problems)
    known, unknown = sort_files(session, files)
    hand_ins = {
        room: HandIn(
            tuple(file.notes for file in several if file.notes is not None),
            sum(1 for file in several if file.notes is None),
        )
        for room, several in known.items()
    }
    strangers = sorted(
        [file.path.name for file in unknown] + [path.name for path in folder.strangers()]
    )
    return session, merge_rooms(session, hand_ins, strangers)


def write_summary(folder: SessionFolder, session: Session, summary: Summary) -> None:
    """Write `summary.yaml`.

    Raises:
        Conflict: It cannot be written.
    """
    durable.save(folder.summary_file, summary_text(summary, session).encode("utf-8"))


def sort_files(
    session: Session, files: Sequence[RoomFile]
) -> tuple[dict[str, list[RoomFile]], list[RoomFile]]:
    """Return each room's files, its own before copies of it, and the files of no room."""
    return by_room([(plan.id, plan.name) for plan in session.rooms], files)


def stranger_problems(
    session: Session, files: Sequence[RoomFile], folder: SessionFolder
) -> list[Problem]:
    """Return the problems of files that belong to no room, and of copies."""
    known, unknown = sort_files(session, files)
    rooms = ", ".join(plan.id for plan in session.rooms)
    problems = [
        Problem("unknown-room-file", {"room": file.room, "known": rooms}, file.path)
        for file in unknown
        if not file.problems
    ]
    problems += [Problem("stranger", {"name": path.name}, path) for path in folder.strangers()]
    for room, several in known.items():
        problems += [
            Problem("room-copy", {"room": room, "name": several[0].path.name}, f.path)
            for f in several[1:]
        ]
    return problems


def summary_data(summary: Summary) -> dict[str, object]:
    """Return a summary as plain data, as `merge --json` prints it."""
    return {
        "session": summary.session,
        "points": [_point_data(point) for point in summary.points],
        "rooms": [_room_data(room) for room in summary.rooms],
    }


def summary_text(summary: Summary, session: Session) -> str:
    """Return a summary as the text of `summary.yaml`."""
    data = summary_data(summary)
    counts = {
        "rooms": len(summary.rooms),
        "notes": summary.note_count(),
        "points": len(summary.points),
    }
    head: dict[str, object] = {"session": summary.session, "title": session.title, "counts": counts}
    if summary.strangers:
        head["strangers"] = list(summary.strangers)
    return dump(
        {**head, "points": data["points"], "rooms": data["rooms"]},
        words(session.lang).say("merge.made"),
    )


def _point_data(point: Point) -> dict[str, object]:
    return {
        "quadrant": point.quadrant.value,
        "text": point.text,
        "suggested": point.suggested,
        "rooms": list(point.rooms),
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
    }


def _room_data(room: RoomSummary) -> dict[str, object]:
    return {
        "room": room.room,
        "facilitator": room.facilitator,
        "state": room.state.value,
        "notes": room.notes,
        "takeaways": list(room.takeaways),
    }
