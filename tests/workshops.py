"""Whole workshops made up for tests and benchmarks: as many rooms and notes as wanted, merged."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from swotcli.likeness import Strictness
from swotcli.merge.rooms import HandIn
from swotcli.merge.together import merge_rooms
from swotcli.model.agenda import Session
from swotcli.model.quadrant import Quadrant
from swotcli.model.room import Note, RoomNotes
from swotcli.model.summary import Summary

WORDS = [
    "yhteinen",
    "avoin",
    "helppo",
    "kallis",
    "uusi",
    "vanha",
    "hajallaan",
    "puuttuva",
    "varauskalenteri",
    "kylätalo",
    "lainaamo",
    "talkooväki",
    "bussivuoro",
    "nuorisotila",
    "viestintä",
    "rahoitus",
    "jatkuvuus",
    "vastuunjako",
    "yhteistyö",
    "kunnan",
    "järjestön",
    "naapurin",
    "asukkaan",
    "tukee",
    "viivästyy",
    "toimii",
    "kasvaa",
    "hiipuu",
]

NextText = Callable[[int, Quadrant, int], str]


def made_up(room: int, quadrant: Quadrant, number: int) -> str:
    """Return a note's text, always the same; some rooms say the same thing."""
    chance = random.Random(f"{room % 5} {quadrant} {number}")  # noqa: S311 - a fixed text
    return " ".join(chance.choices(WORDS, k=chance.randint(3, 14))).capitalize()


def from_texts(texts: Sequence[str]) -> NextText:
    """Return a choice that goes through these texts again and again."""
    return lambda room, quadrant, number: texts[(room * 7 + number) % len(texts)]


def workshop(
    rooms: int = 3,
    notes: int = 20,
    text: NextText = made_up,
    *,
    lang: str = "fi",
    langs: Sequence[str] = (),
    without: Sequence[Quadrant] = (),
    goals: Sequence[str] = ("Tila jokaiselle kylälle", "Uutta väkeä"),
    strictness: Strictness | None = None,
    **agenda: object,
) -> tuple[Session, Summary]:
    """Return a workshop and its summary.

    Args:
        rooms: How many.
        notes: How many in each room, spread over its quadrants.
        text: What each note says.
        lang: The session's language.
        langs: The rooms' own languages, in turn; the session's, if empty.
        without: Quadrants in which nothing was said.
        goals: The agenda's.
        strictness: How notes are joined; equal texts only, if not given.
        agenda: What else the agenda says.
    """
    session = Session.model_validate(
        {
            "id": "2026-03-10-tyopaja",
            "title": "Työpaja kylillä",
            "organiser": "Kylät ry",
            "date": "2026-03-10",
            "lang": lang,
            "start": "17:00",
            "end": "19:00",
            "theme": "Mikä meitä yhdistää?",
            "questions": ["Mikä toimii?", "Mikä ei?"],
            "goals": list(goals),
            "items": [
                {"at": "17:00", "title": "Avaus", "speakers": [{"name": "A. Esimerkki"}]},
                {"at": "17:30", "title": "Ryhmätyö", "minutes": 45, "kind": "breakout"},
            ],
            "follow_up": {
                "title": "Jatko",
                "lines": ["Tulokset julkaistaan."],
                "dates": [{"date": "2026-04-18", "time": "12:00", "text": "talkoot"}],
                "links": ["https://example.org/a?b=1&c=2", "javascript:alert(1)"],
            },
            "rooms": [
                {
                    "id": f"r{n}",
                    "name": f"Ryhmä {n}",
                    "facilitator": f"Vetäjä {n}",
                    **({"lang": langs[n % len(langs)]} if langs else {}),
                }
                for n in range(rooms)
            ],
        }
        | agenda
    )
    there = [quadrant for quadrant in Quadrant if quadrant not in without]
    hand_ins = {}
    for n in range(rooms):
        said: dict[str, list[Note]] = {quadrant.value: [] for quadrant in Quadrant}
        for number in range(notes):
            quadrant = there[number % len(there)]
            tagged = (1,) if goals and number % 9 == 0 else ()
            note = Note(text(n, quadrant, number), votes=number % 11 // 8, goals=tagged)
            said[quadrant.value].append(note)
        takeaways = tuple(f"{text(n, there[0], k)} {k}"[:300] for k in range(3))
        several = {name: tuple(listed) for name, listed in said.items()}
        hand_ins[f"r{n}"] = HandIn(
            (RoomNotes(f"r{n}", f"Vetäjä {n}", **several, takeaways=takeaways),)
        )
    return session, merge_rooms(session, hand_ins, strictness=strictness)
