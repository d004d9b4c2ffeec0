"""`swotcli start`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from conftest import AGENDA, Swot
from helpers import HOSTILE, tree, write_tree

PROGRAMME = """\
Kylien yhteinen syysilta

Ohjelma
klo 17-19

Klo 17 Tervetuloa
17.10 Katsaus, Aino Alku, puheenjohtaja
17.30 Työpaja Teams-huoneissa (45 min)
18.15 Yhteinen purku
19.00 Tilaisuus päättyy

Tavoitteet
- enemmän väkeä
- pienemmät kulut
"""


def test_start_writes_session_and_rooms(session: Path) -> None:
    """One folder named by date and title, one file a room, all empty."""
    assert {
        "session.yaml",
        "rooms/north.yaml",
        "rooms/south.yaml",
        "rooms/west.yaml",
    } == set(tree(session))
    room = yaml.safe_load((session / "rooms/north.yaml").read_text(encoding="utf-8"))
    assert {
        "room": "north",
        "facilitator": "",
        "strengths": [],
        "weaknesses": [],
        "opportunities": [],
        "threats": [],
        "takeaways": [],
    } == room


def test_start_prints_what_each_facilitator_types(workspace: Path, swot: Swot) -> None:
    """The result is the folder and one command a room."""
    write_tree(workspace, {"agenda.yaml": AGENDA})

    done = swot("start", "agenda.yaml")

    folder = str(Path("sessions", "2026-03-10-village-evening"))
    assert [
        folder,
        "North: swotcli room north",
        "South: swotcli room south",
        "West: swotcli room west",
    ] == done.out.splitlines()


def test_start_json(workspace: Path, swot: Swot) -> None:
    """A script gets the id, the folder and the rooms."""
    write_tree(workspace, {"agenda.yaml": AGENDA})

    done = swot("start", "agenda.yaml", "--json")

    name = "2026-03-10-village-evening"
    assert {
        "session": name,
        "path": str(Path("sessions", name)),
        "rooms": ["north", "south", "west"],
    } == json.loads(done.out)


def test_start_from_pasted_programme(workspace: Path, swot: Swot) -> None:
    """A programme in Finnish becomes a session; the language is read off it."""
    write_tree(workspace, {"ohjelma.txt": PROGRAMME})

    done = swot("start", "ohjelma.txt", "--date", "10.3.2026", "--rooms", "4")

    folder = workspace / "sessions" / "2026-03-10-kylien-yhteinen-syysilta"
    data = yaml.safe_load((folder / "session.yaml").read_text(encoding="utf-8"))
    assert "fi" == data["lang"]
    assert ("17:00", "19:00") == (data["start"], data["end"])
    assert ["enemmän väkeä", "pienemmät kulut"] == data["goals"]
    breakout = next(item for item in data["items"] if item.get("kind") == "breakout")
    assert ("17:30", 45) == (breakout["at"], breakout["minutes"])
    assert [{"name": "Aino Alku", "role": "puheenjohtaja"}] == data["items"][1]["speakers"]
    assert ["room-1", "room-2", "room-3", "room-4"] == [room["id"] for room in data["rooms"]]
    assert "Ryhmä 1" == data["rooms"][0]["name"]
    assert "breakout: 17:30, 45 min" in done.err


def test_start_takes_options_over_the_agenda(workspace: Path, swot: Swot) -> None:
    """Rooms, date, title, language and hours of the options win."""
    write_tree(workspace, {"agenda.yaml": AGENDA})

    swot(
        "start", "agenda.yaml", "--room", "Itä", "--room", "Länsi", "--date", "2026-04-01",
        "--title", "Other", "--lang", "fi", "--from", "4.30 pm", "--until", "klo 20",
    )  # fmt: skip

    folder = workspace / "sessions" / "2026-04-01-other"
    data = yaml.safe_load((folder / "session.yaml").read_text(encoding="utf-8"))
    assert ("Other", "fi", "16:30", "20:00") == (
        data["title"],
        data["lang"],
        data["start"],
        data["end"],
    )
    assert {"ita.yaml", "lansi.yaml"} == {path.name for path in (folder / "rooms").iterdir()}


def test_start_never_overwrites(session: Path, workspace: Path, swot: Swot) -> None:
    """The same agenda again is a conflict, and nothing changes."""
    before = tree(workspace)

    done = swot("start", "agenda.yaml", code=5)

    assert "is there already" in done.err
    assert before == tree(workspace)


@pytest.mark.parametrize(
    ("gone", "option"),
    [("date: 2026-03-10\n", "--date"), ("rooms: [North, South, West]\n", "--room"), ("lang: en\n", "--lang"),
     ("title: Village evening\n", "--title")],
)  # fmt: skip
def test_start_names_the_option_for_what_is_missing(
    workspace: Path, swot: Swot, gone: str, option: str
) -> None:
    """Without a terminal nothing is asked: the option is named, nothing is written."""
    write_tree(workspace, {"agenda.yaml": AGENDA.replace(gone, "")})

    done = swot("start", "agenda.yaml", code=2)

    assert option in done.err
    assert [] == [path for path in (workspace / "sessions").iterdir() if path.is_dir()]


def test_start_names_all_that_is_missing_at_once(workspace: Path, swot: Swot) -> None:
    """A pasted programme without date and rooms: both are named in one run."""
    write_tree(workspace, {"ohjelma.txt": PROGRAMME})

    done = swot("start", "ohjelma.txt", code=2)

    assert "date" in done.err
    assert "rooms" in done.err


def test_start_without_times_is_bad_input(workspace: Path, swot: Swot) -> None:
    """An agenda without any time cannot be started; the options that give them are named."""
    write_tree(workspace, {"ohjelma.txt": "Syysilta\n\nTavoitteet\n- väkeä\n"})

    done = swot(
        "start", "ohjelma.txt", "--date", "2026-03-10", "--rooms", "2", "--lang", "fi", code=3
    )

    assert "--from" in done.err
    assert "--until" in done.err


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("end: 19.00", "end: 18.00", "exceed the session by 15 minutes"),
        ("at: 18.15", "at: 18.00", "takes 15 minutes longer"),
        ("at: 17.30", "at: 16.30", "before the whole begins"),
        ("at: 18.15", "at: 17.10", "after a later item"),
        ("end: 19.00", "end: 16.00", "not after the start"),
        ("minutes: 45", "minutes: many", "no number that fits"),
        ("date: 2026-03-10", "date: 2026-02-30", "is no date"),
        ("at: 17.30", "at: 27.30", "no time of day"),
        ("lang: en", "lang: de", "is not among"),
        ("theme:", "thema:", "thema is not known here"),
        ("rooms: [North, South, West]", "rooms: [North, nörth]", "two rooms are called nörth"),
        ("rooms: [North, South, West]", "rooms: ['???']", "gives no file name"),
        ("- More people", "- More people #1", "a # cuts the text off"),
        ("- More people", "- More: people: now", "colon"),
        ("theme: What", "theme: *What", "double quotes"),
        ("theme: What", "theme: !!python/object:os.system What", "double quotes"),
    ],
)
def test_start_refuses_what_does_not_fit(
    workspace: Path, swot: Swot, old: str, new: str, message: str
) -> None:
    """Each fault is named with the agenda's line, and nothing is written."""
    assert old in AGENDA
    write_tree(workspace, {"agenda.yaml": AGENDA.replace(old, new)})

    done = swot("start", "agenda.yaml", code=3)

    assert message in done.err
    assert [] == [path for path in (workspace / "sessions").iterdir() if path.is_dir()]


def test_start_names_the_line_of_an_overlap(workspace: Path, swot: Swot) -> None:
    """The line is that of the item that begins too early."""
    agenda = AGENDA.replace("at: 18.15", "at: 18.00")
    write_tree(workspace, {"agenda.yaml": agenda})

    done = swot("start", "agenda.yaml", code=3)

    line = agenda.splitlines().index("- at: 18.00") + 1
    assert f"agenda.yaml:{line}:" in done.err


def test_start_reports_all_problems_at_once(workspace: Path, swot: Swot) -> None:
    """A bad date, a bad time, an unknown key and a missing room: four problems, one run."""
    write_tree(
        workspace,
        {
            "agenda.yaml": AGENDA.replace("2026-03-10", "someday")
            .replace("at: 18.15", "at: noon")
            .replace("theme:", "thema:")
            .replace("rooms: [North, South, West]\n", "")
        },
    )

    done = swot("start", "agenda.yaml", code=3)

    for said in ("someday", "noon", "thema", "rooms"):
        assert said in done.err


def test_start_takes_text_literally(workspace: Path, swot: Swot) -> None:
    """A goal with a colon, a number and a word that YAML would change stay as typed."""
    agenda = AGENDA.replace("- More people", "- Costs: lower\n- no\n- 12:30\n- 1.10")
    write_tree(workspace, {"agenda.yaml": agenda})

    swot("start", "agenda.yaml")

    data = yaml.safe_load(
        next(workspace.glob("sessions/*/session.yaml")).read_text(encoding="utf-8")
    )
    assert ["Costs: lower", "no", "12:30", "1.10", "Lower costs"] == data["goals"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_start_keeps_a_hostile_title_as_data(workspace: Path, swot: Swot, text: str) -> None:
    """Whatever the title: the session's file gives it back, and the folder stays below sessions."""
    write_tree(workspace, {"agenda.yaml": AGENDA})

    swot("start", "agenda.yaml", "--title", text)

    (file,) = workspace.glob("sessions/*/session.yaml")
    assert text == yaml.safe_load(file.read_text(encoding="utf-8"))["title"]
    assert workspace / "sessions" == file.parent.parent


@pytest.mark.parametrize("name", ["../evil", "..\\evil", "con", "a/b", "-x", "NUL.yaml"])
def test_start_makes_room_names_safe(workspace: Path, swot: Swot, name: str) -> None:
    """A room's name never leaves the session's folder, nor is it a name that Windows keeps."""
    write_tree(workspace, {"agenda.yaml": AGENDA})

    swot("start", "agenda.yaml", "--room", name)

    (file,) = workspace.glob("sessions/*/rooms/*")
    assert file.stem.replace("-", "").isalnum()
    assert file.stem not in ("con", "nul")


def test_start_reads_utf16_and_crlf(workspace: Path, swot: Swot) -> None:
    """An agenda saved by a Windows editor is understood."""
    raw = AGENDA.replace("Village evening", "Kyläilta").replace("\n", "\r\n").encode("utf-16")
    write_tree(workspace, {"agenda.yaml": raw})

    swot("start", "agenda.yaml")

    assert (workspace / "sessions/2026-03-10-kylailta/session.yaml").exists()


def test_start_same_agenda_gives_same_bytes(workspace: Path, swot: Swot, tmp_path: Path) -> None:
    """No clock, no user, no random order in what start writes."""
    write_tree(workspace, {"agenda.yaml": AGENDA})
    other = tmp_path / "other"
    write_tree(other, {"sessions/.gitkeep": "", "agenda.yaml": AGENDA})

    swot("start", "agenda.yaml")
    swot("--workspace", str(other), "start", "agenda.yaml")

    assert tree(workspace) == tree(other)


def test_start_outside_a_workspace_says_where_it_looked(
    tmp_path: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No workspace above: what to do is said."""
    monkeypatch.chdir(tmp_path)
    write_tree(tmp_path, {"agenda.yaml": AGENDA})

    done = swot("start", "agenda.yaml", code=4)

    assert "swotcli init" in done.err


def test_start_without_the_file(workspace: Path, swot: Swot) -> None:
    """A misspelt file name is named."""
    done = swot("start", "nothing.yaml", code=4)

    assert "nothing.yaml" in done.err


def test_exported_starter_can_be_started(workspace: Path, swot: Swot) -> None:
    """The starter agenda of each language is valid as it stands."""
    for lang in ("fi", "sv", "en"):
        swot("templates", "export", "agenda.yaml", f"{lang}.yaml", "--lang", lang)
        swot(
            "start",
            f"{lang}.yaml",
            "--date",
            f"2026-01-0{len(lang) + ord(lang[0]) % 7}",
            "--room",
            "x",
        )

    assert 3 == len(list(workspace.glob("sessions/*/session.yaml")))
