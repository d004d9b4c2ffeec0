"""A person's text in Markdown: shown letter for letter by two dialects, wherever it stands."""

from __future__ import annotations

import pytest
from helpers import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from swotcli.model.text import one_line
from swotcli.render.markdown import literal

PARSERS = {
    "commonmark": MarkdownIt("commonmark"),
    "tables and strikethrough": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}
# Where the templates place text: the block it stands in, and the tokens around it.
PLACES = {
    "paragraph": "{}\n",
    "heading": "# {}\n",
    "item": "- {}\n",
    "second line of an item": "- first\n  {}\n",
    "numbered": "1. {}\n",
    "emphasis": "- x\n  *{}*\n",
    "behind a word": "Word: {}\n",
    "bold": "**{}**\n",
}


def _inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in (token.children or [])]


def _shape(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens if token.type != "inline"] + [
        child.type for child in _inline(tokens) if child.type != "text"
    ]


def _text(tokens: list[Token]) -> str:
    return "".join(child.content for child in _inline(tokens) if child.type == "text")


def _assert_literal(text: str) -> None:
    said = one_line(text)
    for place, pattern in PLACES.items():
        for name, parser in PARSERS.items():
            plain = parser.parse(pattern.replace("{}", "word"))
            tokens = parser.parse(pattern.replace("{}", literal(text)))
            where = f"{name}, {place}: {pattern.replace('{}', literal(text))!r}"
            assert _shape(plain) == _shape(tokens), where
            assert _text(plain).replace("word", said, 1) == _text(tokens), where


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_literal(text: str) -> None:
    """Nothing of it becomes a heading, a list, a link, code or HTML."""
    _assert_literal(text)


_SIGNS = st.text(
    st.sampled_from(list("ab1 *_`~#+-=|<>[](){}!\\&;:.,/\"'@$^%?ä")), min_size=1, max_size=14
)


@settings(max_examples=600, deadline=None)
@given(_SIGNS.filter(lambda text: bool(one_line(text))))
def test_any_heap_of_signs_is_literal(text: str) -> None:
    """Whatever signs come together."""
    _assert_literal(text)


def test_ordinary_text_stays_readable() -> None:
    """Source is read by people too: ordinary punctuation is not escaped."""
    text = 'Etelä-Karjala, (mm. kylät) 50 %: hyvä/huono? "Kyllä"!'

    assert text == literal(text)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("- a", "\\- a"),
        ("1. a", "1\\. a"),
        ("a #1", "a \\#1"),
        ("www.a.fi", "www\\.a.fi"),
        ("http://a", "http\\://a"),
    ],
)
def test_what_would_act_is_escaped(text: str, escaped: str) -> None:
    """The sign that would act gets a backslash."""
    assert escaped == literal(text)
