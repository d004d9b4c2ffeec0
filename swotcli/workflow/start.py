"""An agenda becomes a session: read it, ask for what it does not say, check the times, write."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from typing import TYPE_CHECKING

from swotcli.clock import misfits
from swotcli.errors import BadInput, Conflict, Problem, UsageError
from swotcli.model.agenda import Agenda, RoomPlan, Session
from swotcli.model.names import LONGEST_ID, slug
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import RoomNotes
from swotcli.model.times import read_date, read_time
from swotcli.pasted.programme import read_programme
from swotcli.words import LANGUAGES, words
from swotcli.workflow.vocabulary import vocabulary
from swotcli.workspace import is_there
from swotcli.yamlfile import durable, form, gate
from swotcli.yamlfile.dump import dump
from swotcli.yamlfile.roomtext import new_room

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from swotcli.pasted.outline import Row
    from swotcli.workspace import SessionFolder, Workspace

LARGEST_TEXT = 5_000_000
"""Bytes of a pasted text; slides with their notes stay below."""

_TITLE_IN_ID = LONGEST_ID - len("2026-03-10-")

# What an agenda has to say, and the option that says it where the agenda does not.
OPTIONS = {
    "title": "--title",
    "date": "--date",
    "lang": "--lang",
    "start": "--from",
    "end": "--until",
    "rooms": "--room NAME, --rooms NUMBER",
}
# Only to find the other problems of an agenda that lacks these.
_FILLERS: dict[str, object] = {
    "title": "x",
    "date": "2000-01-01",
    "lang": "en",
    "start": "0:00",
    "end": "23:59",
}


@dataclass
class Plan:
    """An agenda on its way to a session.

    Attributes:
        data: In the shape of the agenda's YAML.
        lines: Where each value stands in its file.
        pasted: It came from pasted text, so that what was found is worth showing.
        notes: Lines under the quadrants' headings, for `import`.
        unused: Rows of the text that nothing was made of.
    """

    source: gate.Source
    data: dict[str, object]
    lines: form.Lines
    pasted: bool = False
    notes: int = 0
    unused: Sequence[Row] = field(default_factory=tuple)

    def say(self, key: str, value: object) -> None:
        """Let an option or an answer stand over what the file says."""
        self.data[key] = value
        self.lines = {path: line for path, line in self.lines.items() if path[:1] != (key,)}

    def missing(self) -> tuple[str, ...]:
        """Return the keys that the agenda has to say and does not."""
        return tuple(key for key in OPTIONS if not self.data.get(key))


def read_agenda(path: Path) -> Plan:
    """Read an agenda: YAML by the file's ending, else a programme as pasted text or Markdown.

    Raises:
        NotFound: There is no such file.
        BadInput: It cannot be read.
    """
    if path.suffix.lower() in (".yaml", ".yml"):
        source = gate.read(path, named=True)
        data, lines = form.read(source)
        return Plan(source, data, lines)
    source = gate.read(path, largest=LARGEST_TEXT, strict=False, named=True)
    if not source.text.strip():
        raise BadInput.of("empty-file", path=path, line=1)
    knows = vocabulary()
    draft = read_programme(source.text, knows)
    if lang := knows.language_of(source.text):
        draft.data.setdefault("lang", lang)
    return Plan(source, draft.data, draft.lines, True, draft.notes, draft.unused)


def checked(key: str, text: str) -> str:
    """Return what an option or an answer says, if it can be understood.

    Raises:
        UsageError: It cannot.
    """
    option = OPTIONS[key].split(",")[0]
    try:
        if key == "date":
            read_date(text)
        elif key in ("start", "end"):
            read_time(text)
    except ValueError:
        code = "not-a-date" if key == "date" else "not-a-time"
        raise UsageError.of(code, key=option, text=text) from None
    if key == "lang" and text not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise UsageError.of("not-a-choice", key=option, text=text, known=known)
    return text


def checked_rooms(names: Sequence[str]) -> list[str]:
    """Return room names, if each gives a file name and no two the same.

    Raises:
        UsageError: One does not.
    """
    seen: set[str] = set()
    for name in names:
        if not slug(name):
            raise UsageError.of("not-an-id", name=name)
        if slug(name) in seen:
            raise UsageError.of("room-twice", room=name)
        seen.add(slug(name))
    return list(names)


def numbered_rooms(count: int, lang: str) -> list[dict[str, str]]:
    """Return the plans of rooms that are only numbered, such as `room-1`."""
    width = len(str(count))
    names = words(lang if lang in ("fi", "sv", "en") else "en")
    return [
        {"id": f"room-{number:0{width}}", "name": names.say("start.room-name", number=number)}
        for number in range(1, count + 1)
    ]


def finished(plan: Plan) -> Agenda:
    """Return the agenda of a plan.

    Raises:
        UsageError: Something is not said; the option that says it is named.
        BadInput: Something does not fit, with every problem.
    """
    missing = plan.missing()
    fillers = {key: value for key, value in _FILLERS.items() if key in missing}
    agenda: Agenda | None = None
    problems: tuple[Problem, ...] = ()
    try:
        agenda = form.validate({**plan.data, **fillers}, Agenda, plan.lines, plan.source)
    except BadInput as error:
        problems = error.problems
    problems += tuple(
        Problem("agenda-does-not-say", {"key": key, "option": OPTIONS[key]}, plan.source.path)
        for key in missing
        if key not in ("start", "end")
    )
    if "start" in missing or "end" in missing:
        raise BadInput(*problems, Problem("agenda-without-times", {}, plan.source.path))
    if agenda is None:
        raise BadInput(*problems)
    if not {"start", "end"} & set(missing):
        problems += tuple(problem.at(plan.source.path) for problem in misfits(agenda, plan.lines))
    if problems:
        only_missing = all(problem.code == "agenda-does-not-say" for problem in problems)
        raise (UsageError if only_missing else BadInput)(*problems)
    return agenda


def create(workspace: Workspace, agenda: Agenda) -> tuple[SessionFolder, Session]:
    """Write the folder of a session: one file a room, and last the agenda as started.

    Raises:
        Conflict: The session is there already; nothing in it is touched.
    """
    name = f"{agenda.date.isoformat()}-{slug(agenda.title, _TITLE_IN_ID) or 'session'}"
    folder = workspace.new_session(name)
    session = Session(id=name, **{key: getattr(agenda, key) for key in Agenda.model_fields})
    with durable.locked(folder.session_file):
        if is_there(folder.session_file):
            raise Conflict.of("session-exists", path=folder.path)
        # A folder without it is what a start that was ended in the middle has left: go on with it,
        # and leave every file that is there as it is.
        for plan in agenda.rooms:
            if not is_there(folder.room_file(plan.id)):
                text = starting_room(session, plan)
                durable.save(folder.room_file(plan.id), text.encode("utf-8"))
        durable.save(folder.session_file, session_text(session).encode("utf-8"))
    return folder, session


def starting_room(session: Session, plan: RoomPlan) -> str:
    """Return the text of a room's file before anyone has written into it."""
    say = words(session.lang)
    names = {quadrant.value: say.quadrant(quadrant).lower() for quadrant in Quadrant}
    comments = say.say("start.room-comment", room=plan.name, title=session.title, **names)
    return new_room(RoomNotes(plan.id, plan.facilitator), comments)


def session_text(session: Session) -> str:
    """Return the text of a session's file."""
    data = session.model_dump(mode="python", exclude_defaults=True)
    ordered = {"id": session.id, **{key: data[key] for key in Agenda.model_fields if key in data}}
    return dump(_plain(ordered), words(session.lang).say("start.session-comment"))


def _plain(value: object) -> dict[str, object]:
    made = _plain_value(value)
    assert isinstance(made, dict)  # noqa: S101 - a model is a mapping
    return made


def _plain_value(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain_value(item) for item in value]
    if isinstance(value, int):
        return value
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)
