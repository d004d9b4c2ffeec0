"""`swotcli room --plain`: the plain contract, one answer a line."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from conftest import AGENDA, Swot
from helpers import write_tree
from test_cli_note import _room


def _talk(swot: Swot, *lines: str, room: str = "north") -> list[str]:
    return swot(
        "room", room, "--plain", typed="".join(f"{line}\n" for line in lines)
    ).out.splitlines()


def test_each_line_has_one_answer(session: Path, swot: Swot) -> None:
    """Letters, a line without prefix, a quadrant by itself, takeaways."""
    answers = _talk(
        swot, "a strength", "s another", "w slow", "and dear", "o more people", "t", "roads close", "k One list",
    )  # fmt: skip

    assert [
        "ok Strengths 1: a strength",
        "ok Strengths 2: another",
        "ok Weaknesses 3: slow",
        "ok Weaknesses 4: and dear",
        "ok Opportunities 5: more people",
        "ok Threats, 0 so far",
        "ok Threats 6: roads close",
        "ok takeaway 1 of 3: One list",
    ] == answers
    assert {
        "strengths": ["a strength", "another"],
        "weaknesses": ["slow", "and dear"],
        "opportunities": ["more people"],
        "threats": ["roads close"],
        "takeaways": ["One list"],
    } == _room(session)


@pytest.mark.parametrize(
    ("line", "quadrant", "text"),
    [
        ("strengths good", "strengths", "good"),
        ("uhat tie suljetaan", "threats", "tie suljetaan"),
        ("möjligheter fler", "opportunities", "fler"),
        ("T: closed", "threats", "closed"),
        ("W closed", "weaknesses", "closed"),
        ("Uhat: tie suljetaan", "threats", "tie suljetaan"),
        ("Opportunities are many", "strengths", "Opportunities are many"),
        ("Mahdollisuudet teknologian käyttöön", "strengths", "Mahdollisuudet teknologian käyttöön"),
        ("v is no letter here", "strengths", "v is no letter here"),
        ("so many people", "strengths", "so many people"),
        (" s begins with a letter", "strengths", "s begins with a letter"),
        ("//undo", "strengths", "undo"),
        ("//// slashes", "strengths", "// slashes"),
        ("undo the damage", "strengths", "undo the damage"),
        ("k2 is a mountain", "strengths", "k2 is a mountain"),
        ("1 person", "strengths", "1 person"),
        ("+5 % sales", "strengths", "+5 % sales"),
    ],
)
def test_where_a_line_goes(session: Path, swot: Swot, line: str, quadrant: str, text: str) -> None:
    """A prefix moves a note; a sentence that only looks like one stays whole."""
    _talk(swot, line)

    assert [text] == _room(session)[quadrant]


def test_the_letters_are_those_of_the_session(workspace: Path, swot: Swot) -> None:
    """A Finnish room has v h m u, a Swedish one s v m h; full words work in all."""
    write_tree(workspace, {"agenda.yaml": AGENDA})
    expected = {"fi": ("v", "h", "m", "u"), "sv": ("s", "v", "m", "h")}
    for lang, letters in expected.items():
        swot("start", "agenda.yaml", "--lang", lang, "--title", lang)
        _talk(swot, *(f"{letter} {letter}" for letter in letters), "threats x")
        found = _room(workspace / "sessions" / f"2026-03-10-{lang}")
        assert [[letter] for letter in letters[:3]] + [[letters[3], "x"]] == [
            found[key] for key in ("strengths", "weaknesses", "opportunities", "threats")
        ]


def test_undo_takes_back_step_by_step(session: Path, swot: Swot) -> None:
    """As often as wanted; then there is nothing more, which is an error and not silence."""
    before = (session / "rooms/north.yaml").read_bytes()

    answers = _talk(swot, "a", "t b", "k c", "undo", "undo", "undo", "undo")

    assert [
        "ok taken back: Takeaways: c",
        "ok taken back: Threats: b",
        "ok taken back: Strengths: a",
        "error nothing to take back",
    ] == answers[3:]
    assert before == (session / "rooms/north.yaml").read_bytes()


def test_undo_of_what_someone_deleted(session: Path) -> None:
    """The file was changed meanwhile: the answer says so, and nothing else is taken back."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("a note")
        live.answer("the last")
        room.write_text(room.read_text().replace("- a note\n", "- another\n"))

        assert live.answer("undo").startswith("ok taken back: Strengths: the last")
        assert live.answer("undo").startswith("error this is no longer in the file")
    assert ["another"] == _room(session)["strengths"]


def test_list_help_time_and_an_empty_line_are_one_line_each(session: Path, swot: Swot) -> None:
    """Every input line has exactly one answer."""
    answers = _talk(swot, "a", "t b", "list", "help", "time", "", "k")

    assert 7 == len(answers)
    assert (
        "ok Strengths: 1 a. Weaknesses: –. Opportunities: –. Threats: 2 b. Takeaways: –."
        == answers[2]
    )
    assert "undo" in answers[3]
    assert all(answer.startswith("ok ") for answer in answers)


def test_done_wants_exactly_three(session: Path, swot: Swot) -> None:
    """Two are not enough, a fourth is refused, with three the room closes."""
    answers = _talk(swot, "n", "k a", "k b", "done", "k c", "k d", "done", "after")

    assert answers[3].startswith("error 2 of 3")
    assert answers[5].startswith("error")
    assert answers[6].startswith("ok handed in")
    assert 7 == len(answers)
    assert ["n"] == _room(session)["strengths"]


def test_a_room_goes_on_where_it_was(session: Path, swot: Swot) -> None:
    """Opening again shows what the file says."""
    _talk(swot, "a")

    assert "ok Strengths 2: b" == _talk(swot, "b")[0]


def test_what_others_write_meanwhile_stays(session: Path) -> None:
    """A note put into the file by an editor while the room is open is kept, and counted."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("mine")
        room.write_text(room.read_text().replace("- mine\n", "- mine\n- theirs\n"))

        assert "ok Strengths 3: mine too – by others since: +1" == live.answer("mine too")
    assert ["mine", "theirs", "mine too"] == _room(session)["strengths"]


def test_a_file_broken_meanwhile_is_not_overwritten(session: Path) -> None:
    """Typing goes on: the note waits on this laptop, loudly, and is saved once the file is right."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("mine")
        whole = room.read_text()
        room.write_text(whole + "extra: key\n")
        waiting = live.answer("waits")
        assert waiting.startswith("ok Strengths 2: waits – NOT YET IN THE ROOM'S FILE (")
        assert "extra is not known" in waiting
        assert whole + "extra: key\n" == room.read_text()
        room.write_text(whole)

        again = live.answer("and more")
        assert again.startswith("ok Strengths 3: and more")
        assert again.endswith("all is in the room's file again")
    assert ["mine", "waits", "and more"] == _room(session)["strengths"]


def test_an_older_copy_saved_by_an_editor_loses_nothing(session: Path, swot: Swot) -> None:
    """An editor opened before two notes were typed saves after them: they are put back."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("one")
        older = room.read_text()
        live.answer("two")
        live.answer("three")
        room.write_text(older.replace("- one\n", "- one\n- theirs\n"))

        answer = live.answer("four")
        assert "2 notes put back" in answer
    assert ["one", "theirs", "two", "three", "four"] == _room(session)["strengths"]
    assert "Nothing is lost" in swot("recover").err


def test_a_note_deleted_on_purpose_stays_deleted(session: Path) -> None:
    """A note in the middle is gone from the file: somebody took it out."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        for text in ("one", "two", "three"):
            live.answer(text)
        room.write_text(room.read_text().replace("- two\n", ""))
        live.answer("four")
    assert ["one", "three", "four"] == _room(session)["strengths"]


_TYPED = ["Good scools here", "The lake is claen", "Buses run often"]


@pytest.mark.parametrize(
    ("edit", "strengths"),
    [
        ({"- Good scools here\n": ""}, _TYPED[1:]),
        (
            {"scools": "schools", "claen": "clean"},
            ["Good schools here", "The lake is clean", _TYPED[2]],
        ),
        ({"The lake is claen": "Nobody is alone"}, [_TYPED[0], "Nobody is alone", _TYPED[2]]),
        ({"- Good scools here\n": "", "- Buses run often\n": ""}, [_TYPED[1]]),
    ],
)
def test_what_an_editor_mends_stays_as_it_is(
    session: Path, edit: dict[str, str], strengths: list[str]
) -> None:
    """Taken out, reworded, two at once: nothing comes back and nothing stands twice."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        for text in _TYPED:
            live.answer(text)
        text = room.read_text()
        for old, new in edit.items():
            assert old in text
            text = text.replace(old, new)
        room.write_text(text)
        live.answer("t After")
    assert strengths == _room(session)["strengths"]
    assert ["After"] == _room(session)["threats"]


def test_an_editor_that_saves_an_older_copy_again_and_again_loses_nothing(session: Path) -> None:
    """Opened once and never read anew: each save lacks all that was typed since."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("one")
        older = room.read_text()
        theirs = ""
        for n, text in enumerate(("two", "three", "four"), 1):
            live.answer(text)
            theirs += f"\n- theirs {n}"
            room.write_text(older.replace("threats: []", f"threats:{theirs}"))
        live.answer("five")
    assert ["one", "two", "three", "four", "five"] == _room(session)["strengths"]
    assert ["theirs 1", "theirs 2", "theirs 3"] == _room(session)["threats"]


def test_a_note_moved_in_an_editor_stands_once(session: Path) -> None:
    """Cut from one list and put into another, while the room is open."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        for text in _TYPED:
            live.answer(text)
        text = room.read_text().replace("- Good scools here\n", "")
        room.write_text(text.replace("weaknesses: []", "weaknesses:\n- Good scools here"))
        live.answer("t After")
    assert _TYPED[1:] == _room(session)["strengths"]
    assert _TYPED[:1] == _room(session)["weaknesses"]


def test_a_room_file_taken_away_is_written_again_on_closing(session: Path) -> None:
    """What the closing line says is true: the notes are in the file it names."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("one")
        room.unlink()
    assert ["one"] == _room(session)["strengths"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX folders")
def test_a_vanished_folder_loses_nothing(session: Path) -> None:
    """The share is gone for a while: no new folder takes its place, the notes wait and arrive."""
    away = session / "rooms-away"
    with _Live("north") as live:
        live.answer("one")
        (session / "rooms").rename(away)
        assert "NOT YET IN THE ROOM'S FILE" in live.answer("two")
        assert live.answer("three").startswith("ok ")
        assert not (session / "rooms").exists()
        away.rename(session / "rooms")
        assert live.answer("four").endswith("all is in the room's file again")
    assert ["one", "two", "three", "four"] == _room(session)["strengths"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX folders")
def test_what_never_reached_the_file_is_put_back_at_the_next_start(
    session: Path, swot: Swot
) -> None:
    """The share stays gone until the room is closed; the next start finds the notes here."""
    away = session / "rooms-away"
    with _Live("north") as live:
        live.answer("one")
        (session / "rooms").rename(away)
        live.answer("two")
        live.answer("k a takeaway")
    away.rename(session / "rooms")

    done = swot("room", "north", typed="")

    assert "2 notes put back" in done.err
    assert ["one", "two"] == _room(session)["strengths"]
    assert ["a takeaway"] == _room(session)["takeaways"]
    assert "put back" not in swot("room", "north", typed="").err


def test_votes_goals_edit_move_and_delete(session: Path, swot: Swot) -> None:
    """A show of hands, goal numbers, other words, another quadrant; each can be undone."""
    answers = _talk(
        swot, "Road", "+5", "#2", "Costs #1 #2", "+3 1", "/1 Roads", "/m 1 t", "/d 2", "undo", "undo", "redo",
    )  # fmt: skip

    assert [
        "ok Strengths 1: Road",
        "ok 1: 5 votes: Road",
        "ok 1: goals 2: Road",
        "ok Strengths 2: Costs – goals 1, 2",
        "ok 1: 3 votes: Road",
        "ok Strengths 1 is now: Roads",
        "ok 1 is now in Threats: Roads",
        "ok deleted: Costs",
        "ok taken back: Strengths: Costs",
        "ok taken back: Threats: Roads",
        "ok done again: Threats: Roads",
    ] == answers
    found = _room(session)
    assert (["Costs"], ["Roads"]) == (found["strengths"], found["threats"])
    assert "votes: 3" in (session / "rooms/north.yaml").read_text()
    assert "goals: [1, 2]" in (session / "rooms/north.yaml").read_text()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("+5 9", "error there is no note 9"),
        ("/9 x", "error there is no note 9"),
        ("/m 1 x", "error x is no quadrant"),
        ("/d k2", "error there is no takeaway 2"),
        ("#9", "error goal 9 is not in the agenda"),
        ("/nothing", "error /nothing is no command"),
        ("redo", "error nothing to do again"),
    ],
)
def test_what_cannot_be_done_is_said(session: Path, swot: Swot, line: str, said: str) -> None:
    """An answer for each, and nothing changes."""
    answers = _talk(swot, "one", line)

    assert answers[1].startswith(said)
    assert ["one"] == _room(session)["strengths"]


def test_a_look_alike_is_pointed_out(session: Path, swot: Swot) -> None:
    """The same in another quadrant, and nearly the same in other inflections."""
    answers = _talk(swot, "Kylätalo on kylmillään talvella", "t kylätalo on kylmillään talvella.",
                    "w Kylätalot ovat kylmillään talvella", "o Something else")  # fmt: skip

    assert answers[1].endswith("the same as 1; undo takes it back")
    assert "much like" in answers[2]
    assert "like" not in answers[3]


def test_takeaways_are_picked_reworded_and_read_back(session: Path, swot: Swot) -> None:
    """From notes by number, by text, one replaced; the third asks to read all to the group."""
    answers = _talk(
        swot, "Roads", "Costs", "k", "All together", "/b", "one more", "k 1 2", "/k1 All of us", "k Third", "done",
    )  # fmt: skip

    assert answers[3].startswith("ok takeaway 1 of 3: All together")
    assert answers[5].startswith("ok Strengths 3: one more")
    assert answers[6].startswith("ok takeaway 2 of 3: Roads; Costs")
    assert "accurate? missing?" in answers[8]
    assert ["All of us", "Roads; Costs", "Third"] == _room(session)["takeaways"]


def test_a_handed_in_room_can_be_reopened(session: Path, swot: Swot) -> None:
    """Opening it again goes on where it was; a takeaway less and it is open again."""
    _talk(swot, "n", "k a", "k b", "k c", "done")
    assert '"state": "ready"' in swot("merge", "--json").out

    _talk(swot, "/d k2")

    assert '"state": "open"' in swot("merge", "--json").out


def test_the_clock_of_minutes_is_kept_over_a_restart(session: Path, swot: Swot) -> None:
    """`--minutes` starts it, `time +5` lengthens it, the next start shows what is left."""
    first = swot("room", "north", "--minutes", "30", typed="time\ntime +5\n").out.splitlines()
    second = _talk(swot, "time")

    assert ["ok 30 min left", "ok 35 min left"] == first
    assert ["ok 35 min left"] == second


def test_yesterdays_clock_is_forgotten(session: Path, swot: Swot) -> None:
    """What was said of the time the evening before says nothing of today."""
    swot("room", "north", "--minutes", "30", typed="")
    for journal in Path(os.environ["XDG_STATE_HOME"]).rglob("*.jsonl"):
        journal.write_text('\n{"ends": "2020-01-01T18:00:00"}\n')

    assert ["ok no clock is running"] == _talk(swot, "time")


def test_notices_come_as_lines_before_the_next_prompt(
    session: Path, swot: Swot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At ten, five, one and no minutes left, each once, never in place of an answer."""
    start = datetime(2026, 3, 10, 17, 30)
    clock = iter(
        [
            start + timedelta(minutes=m)
            for m in (0, 0, 0, 1, 1, 1, 6, 6, 6, 10, 10, 10, 12, 12, 12, 13)
        ]
    )
    last = [start]

    class Now(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            last[0] = next(clock, last[0])
            return last[0]

    monkeypatch.setattr("swotcli.cli.room.datetime", Now)

    answers = swot(
        "room", "north", "--minutes", "11", typed="a\nb\nc\nd\ne\nf\ng\nh\n"
    ).out.splitlines()

    notices = [line for line in answers if not line.startswith("ok ")]
    assert [
        "10 min left: time for the three takeaways? k begins them",
        "5 min left",
        "1 min left",
        "the time is up; nothing closes",
    ] == notices
    assert 8 == len(answers) - len(notices)


def test_a_second_window_is_told_and_works(session: Path, swot: Swot) -> None:
    """Two windows on one room on one laptop: both keep their notes."""
    with _Live("north") as live:
        live.answer("first window")
        done = swot("room", "north", typed="second window\n")
        live.answer("first again")
    assert "open in another window" in done.err
    assert ["first window", "second window", "first again"] == _room(session)["strengths"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a small file system")
def test_a_full_disk_is_said_and_nothing_is_lost(session: Path, tmp_path: Path) -> None:
    """The disk of the room's folder fills up: typing goes on, and the notes arrive later."""
    room = session / "rooms/north.yaml"
    full = tmp_path / "full"
    full.mkdir()
    (full / "sitecustomize.py").write_text(_FULL_DISK)
    flag = tmp_path / "disk-is-full"
    settings = {"PYTHONPATH": str(full), "FULL_FLAG": str(flag), "FULL_FOLDER": str(room.parent)}
    with _Live("north", **settings) as live:
        live.answer("one")
        flag.touch()
        assert "No space left" in live.answer("two")
        flag.unlink()
        assert live.answer("three").endswith("all is in the room's file again")
    assert ["one", "two", "three"] == _room(session)["strengths"]


def test_what_was_undone_stays_undone_whatever_others_do(session: Path, swot: Swot) -> None:
    """Undone, moved and reworded notes do not come back when somebody else touches the file."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        for line in ("one", "two", "undo", "three", "/m 3 t", "four", "/4 fourth"):
            live.answer(line)
        room.write_text(room.read_text().replace("weaknesses: []", "weaknesses:\n- theirs"))
        live.answer("five")
    found = _room(session)
    assert (["one", "fourth", "five"], ["three"], ["theirs"]) == (
        found["strengths"],
        found["threats"],
        found["weaknesses"],
    )


def test_a_slip_mended_in_an_editor_stays_mended(session: Path) -> None:
    """The last note reworded, or taken out, by hand."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("Morning")
        live.answer("Mistaek in here")
        room.write_text(room.read_text().replace("Mistaek", "Mistake"))
        live.answer("Next")
        room.write_text(room.read_text().replace("- Next\n", ""))
        live.answer("Last")
    assert ["Morning", "Mistake in here", "Last"] == _room(session)["strengths"]


def test_one_act_that_cannot_be_done_takes_no_other_with_it(session: Path) -> None:
    """Acts wait; what one of them is about is taken out meanwhile: only that one is dropped."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("one")
        live.answer("two")
        whole = room.read_text()
        room.write_text(whole + "foo: bar\n")
        for line in ("three", "/d 1", "four"):
            assert live.answer(line).startswith("ok ")
        room.write_text(whole.replace("- one\n", ""))
        answer = live.answer("five")
        assert answer.startswith("ok ")
        assert "dropped, since somebody took out what it was about: one" in answer
    assert ["two", "three", "four", "five"] == _room(session)["strengths"]


def test_a_deleted_folder_brings_no_note_twice(session: Path) -> None:
    """The folder is deleted and made again while notes wait."""
    rooms = session / "rooms"
    with _Live("north") as live:
        live.answer("one")
        shutil.rmtree(rooms)
        live.answer("two")
        live.answer("three")
        rooms.mkdir()
        live.answer("four")
    assert ["one", "two", "three", "four"] == _room(session)["strengths"]


def test_two_windows_keep_one_journal(session: Path, swot: Swot) -> None:
    """What either typed can be recovered."""
    with _Live("north") as one, _Live("north") as two:
        for number in range(3):
            one.answer(f"one {number}")
            two.answer(f"two {number}")
    swot("note", "north", "s", "single")
    (session / "rooms/north.yaml").write_text("room: north\n")

    swot("recover", "--all")

    texts = [f"{who} {n}" for n in range(3) for who in ("one", "two")]
    assert sorted([*texts, "single"]) == sorted(_room(session)["strengths"])


def test_a_saved_note_deleted_after_a_kill_stays_deleted(session: Path, swot: Swot) -> None:
    """The journal's mark was never written; the next start finds the note in the file and marks it."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("one")
        live.answer("two")
        live.process.kill()
    swot("room", "north", typed="")
    room.write_text(room.read_text().replace("- two\n", ""))

    swot("room", "north", typed="")

    assert ["one"] == _room(session)["strengths"]


def test_waiting_edits_arrive_after_a_restart(session: Path, swot: Swot) -> None:
    """Added, reworded, moved and deleted while the file was broken, then killed."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("one")
        whole = room.read_text()
        room.write_text(whole + "foo: bar\n")
        for line in ("two", "/2 two and a half", "o bridge", "/m 3 t", "/d 1"):
            live.answer(line)
        live.process.kill()
    room.write_text(whole)

    swot("room", "north", typed="")

    found = _room(session)
    assert (["two and a half"], ["bridge"]) == (found["strengths"], found["threats"])


def test_a_broken_file_lets_one_type_all_the_same(session: Path, swot: Swot) -> None:
    """Opened while the file is broken: notes wait on this laptop, and arrive when it is mended."""
    room = session / "rooms/north.yaml"
    whole = room.read_text()
    room.write_text(whole + "foo: bar\n")
    with _Live("north") as live:
        assert "NOT YET IN THE ROOM'S FILE" in live.answer("one")
        room.write_text(whole)
        assert live.answer("two").startswith("ok ")
    assert ["one", "two"] == _room(session)["strengths"]


def test_without_a_state_folder_the_room_works_and_says_so(session: Path, tmp_path: Path) -> None:
    """No journal, no lock: notes are in the room's file, and that it is only there is said once."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    with _Live("north", XDG_STATE_HOME=str(blocked)) as live:
        assert "the journal on this laptop cannot be written" in live.answer("one")
        assert "ok Strengths 2: two" == live.answer("two")
    assert ["one", "two"] == _room(session)["strengths"]


def test_undo_goes_on_past_a_note_that_is_gone(session: Path) -> None:
    """What can never be taken back is dropped from what undo knows."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        for text in ("one", "two", "three"):
            live.answer(text)
        room.write_text(room.read_text().replace("- two\n", ""))
        assert live.answer("undo").startswith("ok ")
        assert live.answer("undo").startswith("error ")
        assert live.answer("undo").startswith("ok ")
    assert "strengths" not in _room(session)


def test_votes_go_to_the_own_note(session: Path) -> None:
    """Somebody else's note that came in at the same time does not get them."""
    room = session / "rooms/north.yaml"
    with _Live("north") as live:
        live.answer("one")
        room.write_text(room.read_text().replace("threats: []", "threats:\n- theirs"))
        assert live.answer("mine").startswith("ok Strengths 2: mine")
        assert live.answer("+5").startswith("ok 2: 5 votes: mine")


@pytest.mark.parametrize("line", ["k 99", "7"])
def test_a_number_of_no_note_is_no_takeaway(session: Path, swot: Swot, line: str) -> None:
    """In the takeaways phase figures pick notes."""
    assert _talk(swot, "one", "k", line)[2].startswith("error there is no note")
    assert [] == _room(session)["takeaways"]


@pytest.mark.parametrize("line", ["hot meals for all", "strength in numbers", "uhka on pieni"])
def test_a_word_that_may_begin_a_sentence_stays(session: Path, swot: Swot, line: str) -> None:
    """Only a quadrant's whole name, a letter or a colon makes it a prefix."""
    _talk(swot, line)

    assert [line] == _room(session)["strengths"]


def test_a_clock_that_starts_later_is_seen(
    session: Path, monkeypatch: pytest.MonkeyPatch, swot: Swot
) -> None:
    """The room is opened before the breakout begins; an hour-old rehearsal does not count."""
    clock = [datetime(2026, 3, 10, 17, 29)]

    class Now(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return clock[0]

    def lines(prompt: object) -> Iterator[str]:
        yield "time"
        clock[0] = datetime(2026, 3, 10, 17, 31)
        yield "a"
        yield "time"

    monkeypatch.setattr("swotcli.cli.room.datetime", Now)
    monkeypatch.setattr("swotcli.cli.console.typed_lines", lines)

    answers = swot("room", "north").out.splitlines()

    assert "ok no clock is running" == answers[0]
    assert "ok 44 min left" == answers[-1]


def test_the_current_folder_may_go_away(session: Path, tmp_path: Path) -> None:
    """Deleted under the program: the notes wait, and nothing falls over."""
    with _Live("north") as live:
        live.answer("one")
        away = tmp_path / "away"
        session.parent.parent.rename(away)
        assert live.answer("two").startswith("ok Strengths 2: two – NOT YET")
        away.rename(session.parent.parent)
        assert live.answer("three").endswith("all is in the room's file again")
    assert ["one", "two", "three"] == _room(session)["strengths"]


_FULL_DISK = """
import os
_open = os.open
def open(path, flags, *args, **more):
    full = os.path.exists(os.environ["FULL_FLAG"]) and str(path).startswith(os.environ["FULL_FOLDER"])
    if full and flags & os.O_CREAT:
        raise OSError(28, "No space left on device")
    return _open(path, flags, *args, **more)
os.open = open
"""


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("round_", range(3))
def test_a_kill_loses_no_answered_note(session: Path, round_: int) -> None:
    """Killed between two lines: whatever was answered with ok is in the file."""
    live = _Live("north")
    with live:
        for number in range(5 + round_):
            assert live.answer(f"note {number}").startswith("ok ")
        live.process.send_signal(signal.SIGKILL)

    assert [f"note {number}" for number in range(5 + round_)] == _room(session)["strengths"]


class _Live:
    """The program in another process, one line in and one answer out."""

    def __init__(self, room: str, **settings: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "swotcli", "room", room, "--plain"],
            env={**os.environ, **settings},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            bufsize=1,
        )

    def __enter__(self) -> _Live:
        return self

    def answer(self, line: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().rstrip("\n")

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()
