"""Content lines of a calendar: no value ends its line, no line is longer than 75 octets, no piece cuts a character."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventnotes.formats.ical.lines import cut, escaped, folded, joined, text_line

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text("a;,\\\n\r\t\x0b\x85\u2028\0é", max_size=9)


@given(TEXTS)
def test_no_character_of_a_text_ends_the_value_or_the_line(text: str) -> None:
    value = escaped(text)
    assert len(value.splitlines()) <= 1
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value)
    expected = re.sub("[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]", " ", text)
    expected = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f]", "\ufffd", expected)
    assert re.sub(r"\\(.)", lambda one: "\n" if one[1] == "n" else one[1], value) == expected


def test_each_character_that_is_escaped() -> None:
    assert escaped("a;b,c\\d\ne\tf:\"g'") == "a\\;b\\,c\\\\d\\ne\tf:\"g'"
    assert escaped("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029") == " " * 9
    assert escaped("\x00\x08\x0e\x1f\x7f\x80\x9f") == "\ufffd" * 7


def test_a_property_says_its_language_where_it_is_known() -> None:
    assert text_line("SUMMARY", "a;b") == "SUMMARY:a\\;b"
    assert text_line("SUMMARY", "a", "pt-BR") == "SUMMARY;LANGUAGE=pt-BR:a"


def test_a_text_is_as_long_as_readers_take() -> None:
    assert cut("é" * 100_000) == "é" * 100_000
    assert cut("é" * 100_001) == "é" * 99_999 + "…"


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("x" * 75, [75]),
        ("x" * 76, [75, 1]),
        ("x" * 149, [75, 74]),
        ("x" * 150, [75, 74, 1]),
        ("é" * 40, [74, 6]),
        ("x" * 74 + "漢" + "y" * 80, [74, 74, 9]),
        ("x" * 72 + "😀😀", [72, 8]),
        ("", [0]),
    ],
)
def test_a_line_is_folded_at_75_octets(line: str, pieces: list[int]) -> None:
    assert [len(one) for one in folded(line).split(b"\r\n ")] == pieces
    assert b"".join(folded(line).split(b"\r\n ")).decode() == line


@given(st.lists(st.text("ab é漢😀", max_size=120).map("A:{}".format)))
def test_lines_are_unfolded_to_what_they_were(lines: list[str]) -> None:
    data = joined(lines)
    assert data.replace(b"\r\n ", b"").decode() == "".join(f"{one}\r\n" for one in lines)
    for piece in data.split(b"\r\n"):
        assert len(piece) <= 75
        assert piece.decode().encode() == piece
