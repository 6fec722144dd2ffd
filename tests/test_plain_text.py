"""Plain text of CommonMark."""

from __future__ import annotations

import pytest
from hypothesis import given

from eventnotes.formats._plain_text import plain, plain_line
from eventnotes.testing import fragments


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Ask *first*, `build` later.\nThen\\\nrest.", "Ask first, build later. Then\nrest."),
        ("One\n===\n\ntwo\n***\nthree", "One\n\ntwo\n\nthree"),
        ("[a](https://a.example) <https://b.example> ![hall](h.jpg)", "a (https://a.example) https://b.example hall"),
        ("[https://a.example](https://a.example)", "https://a.example"),
        (
            "- one\n- two\n  1. three\n  2. four\n- [x] five\n\nafter",
            "- one\n- two\n  1. three\n  2. four\n- [x] five\n\nafter",
        ),
        ("- one\n\n  more\n- two", "- one\n\n  more\n- two"),
        ("> quoted\n>\n> twice", "quoted\n\ntwice"),
        ("```py\na\n  b\n```\n<div>\n\n<!-- x -->\n\nA&amp;B<br>C <b>D</b>", "a\n  b\n\nA&B\nC D"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("<!-- nothing -->", ""),
    ],
)
def test_blocks(markdown: str, words: str) -> None:
    assert plain(markdown) == words


@pytest.mark.parametrize(
    ("inline", "words"),
    [
        ("Why `null`?", "Why null?"),
        ("# 1. *Move* [fast](https://a.example)", "# 1. Move fast"),
        ("- a_b & c<br>d", "- a_b & c d"),
        ("[x]: https://a.example", "[x]: https://a.example"),
        ("<!-- nothing -->", "<!-- nothing -->"),
        ("plain", "plain"),
    ],
)
def test_inline(inline: str, words: str) -> None:
    assert plain_line(inline) == words


@given(fragments())
def test_a_line_stays_a_line_and_no_text_has_blank_edges(text: str) -> None:
    line = " ".join(text.split()) or "x"
    assert plain_line(line)
    assert "\n" not in plain_line(line)
    assert plain(text) == plain(text).strip("\n")
