"""When items begin and end, and what does not fit."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swotcli.clock import misfits, timeline
from swotcli.model.agenda import Agenda
from swotcli.model.times import after, minutes_between, read_date, read_time


def _agenda(*items: dict[str, object], start: str = "16", end: str = "18") -> Agenda:
    return Agenda.model_validate(
        {
            "title": "T",
            "date": "2026-03-10",
            "lang": "fi",
            "start": start,
            "end": end,
            "items": list(items),
        }
    )


def _item(
    at: str | None = None, minutes: int | None = None, kind: str = "talk"
) -> dict[str, object]:
    item: dict[str, object] = {"title": f"{at or ''} {minutes or ''} {kind}", "kind": kind}
    return item | ({"at": at} if at else {}) | ({"minutes": minutes} if minutes else {})


@pytest.mark.parametrize(
    ("items", "codes"),
    [
        ([], []),
        ([_item("16"), _item(), _item("16.30", 45, "breakout"), _item("17.15"), _item("18", None, "end")], []),
        ([_item("16", 120)], []),
        ([_item(None, 60), _item(None, 60)], []),
        ([_item(None, 60), _item(None, 75)], ["items-exceed"]),
        ([_item("17.30", 45)], ["items-exceed"]),
        ([_item("18.30")], ["items-exceed"]),
        ([_item("15.30")], ["item-before-start"]),
        ([_item("16", 45), _item("16.30")], ["items-overlap"]),
        ([_item("16", 20), _item(None, 20), _item("16.30")], ["items-overlap"]),
        ([_item("17"), _item("16.30")], ["items-out-of-order"]),
        ([_item("15"), _item("17", 30), _item("17.10", 60)], ["item-before-start", "items-overlap", "items-exceed"]),
    ],
)  # fmt: skip
def test_what_does_not_fit(items: list[dict[str, object]], codes: list[str]) -> None:
    """Each misfit is named, and only those."""
    assert codes == [problem.code for problem in misfits(_agenda(*items), {})]


def test_the_minutes_that_are_over_are_counted() -> None:
    """By how much, for the message."""
    (problem,) = misfits(_agenda(_item(None, 60), _item(None, 75)), {("items", 1): 9})

    assert (15, 9) == (problem.values["count"], problem.line)


def test_a_breakout_without_minutes_ends_with_the_next_item() -> None:
    """Other items without minutes have no end that the agenda says."""
    slots = timeline(
        _agenda(_item("16"), _item("16.30", None, "breakout"), _item(), _item("17.15"))
    )

    assert [None, time(17, 15), None, None] == [slot.ends for slot in slots]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16", time(16)),
        ("16.30", time(16, 30)),
        ("16:30", time(16, 30)),
        ("16:30:00", time(16, 30)),
        ("klo 9", time(9)),
        ("kl. 9.05", time(9, 5)),
        ("4 pm", time(16)),
        ("4.30 p.m.", time(16, 30)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        (" 08:00 ", time(8)),
    ],
)
def test_times_as_people_write_them(text: str, expected: time) -> None:
    """Finnish, Swedish and British ways."""
    assert expected == read_time(text)


@pytest.mark.parametrize(
    "text", ["", "noon", "25", "16.60", "13 pm", "0 am", "16-18", "1630", "4 o'clock", "-1", "24"]
)
def test_what_is_no_time(text: str) -> None:
    """No guess is made."""
    with pytest.raises(ValueError):
        read_time(text)


@pytest.mark.parametrize(
    "text", ["2026-03-10", "10.3.2026", "10.03.2026", "10. 3. 2026", "10.3.2026."]
)
def test_dates_as_people_write_them(text: str) -> None:
    """ISO, and day first."""
    assert "2026-03-10" == read_date(text).isoformat()


@pytest.mark.parametrize(
    "text", ["", "10.3.", "10.3.26", "2026-02-30", "31.4.2026", "5/6/2026", "March", "2026-3"]
)
def test_what_is_no_date(text: str) -> None:
    """A day that is not in the calendar, or not said fully."""
    with pytest.raises(ValueError):
        read_date(text)


@given(st.times(), st.integers(0, 600))
def test_minutes_later_is_never_before(start: time, minutes: int) -> None:
    """Adding minutes and counting them agree, up to midnight."""
    whole = start.replace(second=0, microsecond=0)
    later = after(whole, minutes)
    assert min(minutes, 1439 - whole.hour * 60 - whole.minute) == minutes_between(whole, later)
