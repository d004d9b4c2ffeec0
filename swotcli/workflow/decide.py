"""What the organiser rules, kept in `decisions.yaml`: read strictly, changed one act at a time."""

from __future__ import annotations

import contextlib
import os
import re
from typing import TYPE_CHECKING

from swotcli.errors import BadInput, Conflict, Problem
from swotcli.merge import rulings as acts_on
from swotcli.model.act import Ruled
from swotcli.model.decisions import Apart, Decisions, NoteRef, Rulings
from swotcli.model.quadrant import Quadrant
from swotcli.model.text import sameness
from swotcli.words import LANGUAGES, words
from swotcli.yamlfile import durable, form, gate
from swotcli.yamlfile.dump import dump

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from swotcli.model.act import Act
    from swotcli.model.agenda import Session
    from swotcli.workspace import SessionFolder
    from swotcli.yamlfile.form import Lines

LARGEST = 4_000_000
"""Bytes that the file may have: room for some 40,000 rulings."""


def load_decisions(folder: SessionFolder, session: Session) -> Decisions:
    """Read what was ruled; nothing was, where there is no file. Rooms are named by their ids.

    Raises:
        BadInput: With every problem, among them notes ruled both together and apart.
    """
    if not os.path.lexists(
        folder.decisions_file
    ):  # a link that leads nowhere is no "nothing ruled"
        return Decisions()
    source = gate.read(folder.decisions_file, largest=LARGEST)
    if not source.text:
        raise BadInput.of("decisions-empty", path=folder.decisions_file)
    if all(not line.strip() or line.lstrip().startswith("#") for line in source.text.splitlines()):
        return Decisions()
    decisions, lines = form.load(source, Decisions)
    decisions = _by_ids(decisions, session)
    problems = [
        _contradiction(quadrant, number, one, other, lines)
        for quadrant in Quadrant
        for number, one, other in decisions.of(quadrant).contradictions()
    ]
    for quadrant in Quadrant:
        for kind, number, one, other in decisions.of(quadrant).ambiguities():
            line = lines.get((quadrant.value, kind, number))
            problems.append(Problem("ruled-in-two-ways", {"one": one, "other": other}, line=line))
    if problems:
        raise BadInput(*(problem.at(folder.decisions_file) for problem in problems))
    return decisions


def rule(
    folder: SessionFolder, session: Session, quadrant: Quadrant, acts: Sequence[Act]
) -> tuple[Decisions, Ruled]:
    """Let the organiser's acts change what was ruled about a quadrant, and keep it.

    They are done to what the file says now, so that two organisers can work at the same time.

    Returns:
        All decisions as they are now in the file, and what the acts did.

    Raises:
        BadInput: The file has problems; it is left as it is.
        Conflict: It cannot be written.
    """
    with durable.locked(folder.decisions_file):
        was = _content(folder)
        before = load_decisions(folder, session)
        rulings = before.of(quadrant)
        after = before.with_rulings(quadrant, acts_on.done(rulings, acts))
        now = was if after == before else _write(folder, session, after)
    return after, Ruled(rulings, after.of(quadrant), was, now)


def take_back(
    folder: SessionFolder, session: Session, quadrant: Quadrant, ruled: Ruled
) -> Decisions:
    """Undo acts: to the last byte, if nobody has written the file since; else only what they did.

    Raises:
        LookupError: Others have ruled about the same notes since.
        BadInput: The file has problems; it is left as it is.
        Conflict: It cannot be written.
    """
    file = folder.decisions_file
    with durable.locked(file):
        if _content(folder) == ruled.now:
            if ruled.was is not None:
                durable.save(file, ruled.was)
            else:
                with contextlib.suppress(FileNotFoundError):
                    file.unlink()
            return load_decisions(folder, session)
        now = load_decisions(folder, session)
        rulings = acts_on.taken_back(now.of(quadrant), ruled.before, ruled.after)
        back = now.with_rulings(quadrant, rulings)
        if back != now:
            _write(folder, session, back)
    return back


def _content(folder: SessionFolder) -> bytes | None:
    try:
        return folder.decisions_file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Conflict.of(
            "unreadable", path=folder.decisions_file, reason=error.strerror or str(error)
        ) from error


def _write(folder: SessionFolder, session: Session, decisions: Decisions) -> bytes:
    there = folder.decisions_file
    kept = comments(gate.read(there, largest=LARGEST).text) if there.exists() else ()
    content = decisions_text(decisions, session, kept).encode("utf-8")
    durable.save(there, content)
    return content


def comments(text: str) -> tuple[str, ...]:
    """Return what people wrote behind # into the file, but for the head that is always written."""
    ours = {line for lang in LANGUAGES for line in words(lang).say("decisions.made").splitlines()}
    found = []
    for line in text.splitlines():
        # A # is a comment at the beginning or after a blank, and not inside quotation marks; a text
        # with one in it is always in quotation marks, or the file would have been refused.
        bare = re.sub(r'"(?:\\.|[^"\\])*"|\'(?:\'\'|[^\'])*\'', "", line)
        _, mark, comment = re.sub(r"^#", " #", bare).partition(" #")
        if mark and comment.strip() not in {"", *ours}:
            found.append(comment.strip())
    return tuple(dict.fromkeys(found))


def decisions_text(decisions: Decisions, session: Session, kept: Sequence[str] = ()) -> str:
    """Return decisions as the text of `decisions.yaml`.

    Args:
        decisions: What is ruled.
        session: Gives the language of the head.
        kept: Comments that people wrote; they stand below the head.
    """
    data = {
        quadrant.value: _rulings_data(decisions.of(quadrant))
        for quadrant in Quadrant
        if decisions.of(quadrant) != Rulings()
    }
    return dump(data, "\n".join([words(session.lang).say("decisions.made"), *kept]))


def _rulings_data(rulings: Rulings) -> dict[str, object]:
    data: dict[str, object] = {
        "together": [
            {**({"wording": r.wording} if r.wording else {}), "notes": _refs_data(r.notes)}
            for r in rulings.together
        ],
        "apart": [
            {
                "notes": _refs_data(r.notes),
                **({"others": _refs_data(r.others)} if r.others else {}),
            }
            for r in rulings.apart
        ],
        "themes": [{"name": r.name, "notes": _refs_data(r.notes)} for r in rulings.themes],
    }
    return {key: value for key, value in data.items() if value}


def _refs_data(refs: Iterable[NoteRef]) -> list[dict[str, str]]:
    return [{ref.room: ref.text} for ref in refs]


def _by_ids(decisions: Decisions, session: Session) -> Decisions:
    """Name rooms by their ids where a person wrote their names."""
    ids = {sameness(plan.name): plan.id for plan in session.rooms}
    ids.update({sameness(plan.id): plan.id for plan in session.rooms})

    def named(refs: Iterable[NoteRef]) -> tuple[NoteRef, ...]:
        return tuple(NoteRef(ids.get(sameness(ref.room), ref.room), ref.text) for ref in refs)

    for quadrant in Quadrant:
        rulings = decisions.of(quadrant)
        changed: dict[str, object] = {
            kind: tuple(
                ruling.model_copy(
                    update={"notes": named(ruling.notes)}
                    | ({"others": named(ruling.others)} if isinstance(ruling, Apart) else {})
                )
                for ruling in getattr(rulings, kind)
            )
            for kind in ("together", "apart", "themes")
        }
        decisions = decisions.with_rulings(quadrant, rulings.model_copy(update=changed))
    return decisions


def _contradiction(
    quadrant: Quadrant, number: int, one: NoteRef, other: NoteRef, lines: Lines
) -> Problem:
    line = lines.get((quadrant.value, "apart", number))
    return Problem("together-and-apart", {"one": one.text, "other": other.text}, line=line)
