"""Plain text of CommonMark."""

from __future__ import annotations

import pytest
from hypothesis import given

from eventnotes.formats._plain_text import marked, marked_line, one_line, plain, plain_line
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


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a*b a_b <1", "a*b a_b <1"),
        ("*a*", "\\*a\\*"),
        ("[x](y) `c` a|b", "\\[x\\](y) \\`c\\` a\\|b"),
        ("<b> &lt; \\*", "\\<b\\> \\&lt; \\\\\\*"),
        ("# a", "\\# a"),
        ("12) b\nc", "12\\) b\\\nc"),
        ("- c\n+ d\n\n> e", "\\- c\\\n\\+ d\n\n\\> e"),
        ("~~~\na", "\\~~~\\\na"),
        ("a\n===\n: b", "a\\\n\\===\\\n\\: b"),
        (" a \n\n \t\n  b", "a\n\nb"),
        ("\n\na\n", "a"),
    ],
)
def test_plain_text_as_commonmark_that_says_it(text: str, markdown: str) -> None:
    assert marked(text) == markdown
    assert plain(markdown).split() == text.split()


@pytest.mark.parametrize(
    ("text", "markdown"),
    [("a*b", "a*b"), ("*a*", "\\*a\\*"), ("# a", "# a"), ("[x](y)", "\\[x\\](y)"), ("a & <b>", "a \\& \\<b\\>")],
)
def test_a_plain_line_as_commonmark_that_says_it(text: str, markdown: str) -> None:
    assert marked_line(text) == markdown
    assert plain_line(markdown) == text


def test_white_space_around_a_line_goes_and_breaks_inside_are_spaces() -> None:
    assert one_line(" \u2003\ta\r\n b\rc\u3000\ufeff") == "a  bc"
    assert one_line("\u200ba\u2029") == "\u200ba"


@given(fragments())
def test_what_is_marked_says_the_same_words(text: str) -> None:
    assert plain(marked(text)).split() == text.split()
