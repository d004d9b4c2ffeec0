"""The language files: complete, with the same placeholders, and every key that the code uses."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import swotcli
from swotcli.words import LANGUAGES, own_language, words

PACKAGE = Path(swotcli.__file__).parent
# English names its headings by the keys themselves.
MAY_LACK = {"start.room-comment"}


def _texts(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _texts(value, f"{before}{key}.")
        elif isinstance(value, str):
            yield f"{before}{key}", value


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_is_complete(lang: str) -> None:
    """Every text of English is there, and none besides."""
    assert dict(_texts(words("en").table)).keys() == dict(_texts(words(lang).table)).keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_text_has_the_same_places(lang: str) -> None:
    """A value that English shows is shown in each language."""
    own = dict(_texts(words(lang).table))
    for key, text in _texts(words("fi").table):
        assert _places(text) == _places(own[key]) or (key in MAY_LACK and lang == "en"), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_and_words_of_a_language_are_distinct(lang: str) -> None:
    """Four letters, none of them k (the takeaway), no word twice."""
    quadrants = words(lang).table["quadrant"].values()
    letters = [entry["letter"] for entry in quadrants]
    named = [word for entry in quadrants for word in entry["words"]]
    assert 4 == len(set(letters) - {"k"})
    assert len(named) == len(set(named))


def test_every_file_is_a_language() -> None:
    """Adding a language is adding a file and naming it."""
    assert set(LANGUAGES) == {path.stem for path in (PACKAGE / "words").glob("*.toml")}


def _used_keys() -> set[str]:
    source = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    keys = set(re.findall(r"""(?:say|tell|Answer)\(\s*"([a-z]+\.[a-z.-]+)\"""", source))
    codes = set(re.findall(r"""(?:Problem|\.of|self\.say)\(\s*"([a-z0-9-]+)\"""", source))
    codes |= set(re.findall(r"""PydanticCustomError\(\s*"([a-z-]+)\"""", source))
    codes |= set(re.findall(r"""_read_by\(\w+, "([a-z-]+)"\)""", source))
    codes |= set(re.findall(r""": "([a-z]+-[a-z-]+)",""", source)) & {"unknown-key", "missing-key"}
    return keys | {f"problem.{code}.{part}" for code in codes for part in ("what", "hint")}


def test_every_key_in_the_code_has_a_text() -> None:
    """No message can end in a KeyError."""
    used = _used_keys()
    there = {re.sub(r"\.(one|many)$", "", key) for key, _ in _texts(words("en").table)}
    missing = used - there
    assert 120 < len(used)
    assert set() == missing


def test_no_text_is_unused() -> None:
    """A text that nothing says is dead."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    source += "\n".join(
        path.read_text(encoding="utf-8") for path in (PACKAGE.parent / "templates").glob("*.j2")
    )
    source += "\n".join(
        path.read_text(encoding="utf-8") for path in (PACKAGE.parent / "templates").glob("*.typ")
    )
    built = (
        "help.",
        "quadrant.",
        "pasted.",
        "state.",
        "ask.",
        "table.",
        "gap.",
        "answer.undone",
        "problem.",
    )
    unused = {
        key
        for key, _ in _texts(words("en").table)
        if not key.startswith(built)
        and re.sub(r"\.(one|many)$", "", key) not in source
        and key != "name"
    }
    codes = {
        key.split(".")[1] for key, _ in _texts(words("en").table) if key.startswith("problem.")
    }
    kinds = {f"{how}-{what}" for how in ("unknown", "ambiguous") for what in ("room", "session")}
    dead = {code for code in codes - kinds if f'"{code}"' not in source}
    assert (set(), set()) == (unused, dead)


@pytest.mark.parametrize(
    ("settings", "lang"),
    [
        ({"SWOTCLI_LANG": "fi"}, "fi"),
        ({"SWOTCLI_LANG": "sv_FI.UTF-8"}, "sv"),
        ({"LANG": "fi_FI.UTF-8"}, "fi"),
        ({"LC_ALL": "sv_SE", "LANG": "fi_FI"}, "sv"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_persons_language(
    settings: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The own variable first, then the system's, else English."""
    monkeypatch.delenv("SWOTCLI_LANG")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    assert lang == own_language()


@pytest.mark.parametrize(
    ("name", "lang"), [("Finnish_Finland", "fi"), ("fi_FI", "fi"), ("Swedish_Finland", "sv"), ("sv_SE", "sv"),
                       ("English_United Kingdom", "en"), (None, "en")],
)  # fmt: skip
def test_the_language_of_windows(
    name: str | None, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows has no LANG, and names its languages in words."""
    monkeypatch.delenv("SWOTCLI_LANG")
    monkeypatch.setattr("locale.getlocale", lambda: (name, "1252"))

    assert lang == own_language()


def test_a_language_without_a_file_is_a_fault() -> None:
    """Callers choose from LANGUAGES."""
    with pytest.raises(KeyError):
        words("de")
