"""Every problem in every file of a session, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swotcli.clock import misfits
from swotcli.errors import Problem, SwotError
from swotcli.likeness.vague import is_vague
from swotcli.merge.decided import open_decisions
from swotcli.merge.rooms import handed_in
from swotcli.merge.together import complete
from swotcli.model.agenda import Session
from swotcli.model.decisions import Decisions, NoteRef
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import TAKEAWAYS
from swotcli.model.text import sameness
from swotcli.workflow.combine import hand_ins_of, sort_files, stranger_problems
from swotcli.workflow.decide import LARGEST, load_decisions
from swotcli.yamlfile import form, gate
from swotcli.yamlfile.room import note_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from swotcli.model.decisions import Rulings
    from swotcli.model.room import RoomNotes
    from swotcli.model.summary import OpenDecision
    from swotcli.workspace import RoomFile, SessionFolder
    from swotcli.yamlfile.form import Lines


def check(folder: SessionFolder) -> tuple[Problem, ...]:
    """Return every problem of a session's files, the session first, then rooms in order."""
    files = folder.room_files()
    problems = [problem for file in files for problem in file.problems]
    try:
        session, lines = form.load(gate.read(folder.session_file), Session)
    except SwotError as error:
        return (*error.problems, *problems)
    if session.id != folder.id:
        values = {"id": session.id, "folder": folder.id}
        problems.insert(
            0, Problem("id-is-not-folder", values, folder.session_file, lines.get(("id",)))
        )
    problems[:0] = [problem.at(folder.session_file) for problem in misfits(session, lines)]
    problems += stranger_problems(session, files, folder)
    known, _ = sort_files(session, files)
    for plan in session.rooms:
        lang = plan.lang or session.lang
        problems += _room(folder, plan.id, known.get(plan.id, []), len(session.goals), lang)
    problems += _decisions(folder, session, known)
    return tuple(problems)


def _decisions(
    folder: SessionFolder, session: Session, known: Mapping[str, Sequence[RoomFile]]
) -> Iterator[Problem]:
    """Yield what is wrong with the rulings, and each note that one names and that is not there."""
    notes, rooms = handed_in(session, hand_ins_of(known))
    there = complete(rooms)
    try:
        decisions = load_decisions(folder, session)
        found = [
            missing
            for quadrant in Quadrant
            for missing in open_decisions(quadrant, notes, decisions.of(quadrant), there)
        ]
        if not found:
            return
        _, lines = form.load(gate.read(folder.decisions_file, largest=LARGEST), Decisions)
    except SwotError as error:
        yield from error.problems
        return
    for missing in found:
        yield Problem(
            "ruled-note-missing",
            {"room": missing.room, "text": missing.text},
            folder.decisions_file,
            _line_of(missing, decisions.of(missing.quadrant), lines),
        )


def _line_of(missing: OpenDecision, rulings: Rulings, lines: Lines) -> int | None:
    key = NoteRef(missing.room, missing.text).key
    for kind in ("together", "apart", "themes"):
        for number, ruling in enumerate(getattr(rulings, kind)):
            for part in ("notes", "others"):
                for place, ref in enumerate(getattr(ruling, part, ())):
                    if ref.key == key:
                        return lines.get((missing.quadrant.value, kind, number, part, place))
    return None


def _room(
    folder: SessionFolder, room: str, files: list[RoomFile], goals: int, lang: str
) -> Iterator[Problem]:
    if not files:
        yield Problem("room-missing", {"room": room}, folder.room_file(room))
    for file in files:
        if file.notes is not None:
            yield from _notes(file, file.notes, goals, lang)


def _notes(file: RoomFile, notes: RoomNotes, goals: int, lang: str) -> Iterator[Problem]:
    if not notes.count():
        yield Problem("room-empty", {"room": notes.room}, file.path)
    if len(notes.takeaways) != TAKEAWAYS:
        values = {"count": len(notes.takeaways), "wanted": TAKEAWAYS}
        yield Problem("takeaways-not-three", values, file.path)
    lines = note_lines(gate.read(file.path).text)
    for quadrant in Quadrant:
        first: dict[str, int] = {}
        for index, note in enumerate(notes.of(quadrant)):
            line = lines.get((quadrant.value, index))
            same = sameness(note.text)
            if same in first:
                yield Problem(
                    "equal-notes", {"text": note.text, "first": first[same]}, file.path, line
                )
            first.setdefault(same, line or 0)
            if is_vague(note.text, lang):
                yield Problem("vague-note", {"text": note.text}, file.path, line)
            for goal in note.goals:
                if goal > goals:
                    yield Problem("unknown-goal", {"goal": goal, "goals": goals}, file.path, line)
