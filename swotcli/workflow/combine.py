"""All rooms of a session become one summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from swotcli.errors import BadInput, Problem
from swotcli.likeness import Strictness
from swotcli.merge.rooms import HandIn
from swotcli.merge.together import merge_rooms
from swotcli.model.agenda import Session
from swotcli.model.decisions import Decisions
from swotcli.render.data import summary_text
from swotcli.workflow.decide import load_decisions
from swotcli.workspace import by_room
from swotcli.yamlfile import durable, form, gate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from swotcli.model.agenda import Suggest
    from swotcli.model.summary import Summary
    from swotcli.workspace import RoomFile, SessionFolder

STRICTNESS: Mapping[Suggest, Strictness | None] = {
    "strict": Strictness.STRICT,
    "loose": Strictness.LOOSE,
    "none": None,
}


def load_session(folder: SessionFolder) -> Session:
    """Read a session's file, strictly.

    Raises:
        NotFound: It is not there.
        BadInput: With every problem.
    """
    session, _ = form.load(gate.read(folder.session_file), Session)
    return session.model_copy(update={"id": folder.id})  # a copied folder still carries its old id


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a session's folder says, before it is merged."""

    session: Session
    hand_ins: dict[str, HandIn]
    strangers: tuple[str, ...]
    decisions: Decisions

    def merged(self, suggest: Suggest | None = None) -> Summary:
        """Merge the rooms.

        Args:
            suggest: How much may be joined by likeness; the session's own setting, if not given.
        """
        strictness = STRICTNESS[suggest or self.session.suggest]
        return merge_rooms(self.session, self.hand_ins, self.strangers, self.decisions, strictness)


def gather(folder: SessionFolder, *, allow_gaps: bool = False) -> Gathered:
    """Read all rooms and decisions of a session; nothing is written.

    Args:
        folder: The session.
        allow_gaps: Go on without the room files that cannot be read; the summary states them.

    Raises:
        BadInput: A file cannot be read, with every problem of every file.
    """
    session = load_session(folder)
    files = folder.room_files()
    problems = [problem for file in files for problem in file.problems if not allow_gaps]
    decisions = Decisions()
    try:
        decisions = load_decisions(folder, session)
    except BadInput as error:
        problems += error.problems
    if problems:
        raise BadInput(*problems)
    known, unknown = sort_files(session, files)
    hand_ins = hand_ins_of(known)
    strangers = sorted(
        [file.path.name for file in unknown] + [path.name for path in folder.strangers()]
    )
    return Gathered(session, hand_ins, tuple(strangers), decisions)


def write_summary(folder: SessionFolder, session: Session, summary: Summary) -> None:
    """Write `summary.yaml`.

    Raises:
        Conflict: It cannot be written.
    """
    durable.save(folder.summary_file, summary_text(summary, session).encode("utf-8"))


def hand_ins_of(known: Mapping[str, Sequence[RoomFile]]) -> dict[str, HandIn]:
    """Return what each room handed in, from its files."""
    return {
        room: HandIn(
            tuple(file.notes for file in several if file.notes is not None),
            sum(1 for file in several if file.notes is None),
        )
        for room, several in known.items()
    }


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
