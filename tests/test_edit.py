"""Edits of ranges of a text: what they replace, and what they leave as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventnotes.edit import apply, differences
from eventnotes.source import Edit, Span

TEXTS = st.text(st.sampled_from("ab\né\u2028👩"), max_size=12)


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("abc", [], "abc"),
        ("abc", [(1, 2, "x")], "axc"),
        ("abc", [(0, 3, "")], ""),
        ("abc", [(3, 3, "d"), (0, 0, "x")], "xabcd"),
        ("abc", [(1, 1, "x"), (1, 1, "y")], "axybc"),
        ("abcd", [(2, 3, "y"), (0, 1, "x")], "xbyd"),
        ("é👩b", [(1, 2, "x")], "éxb"),
        ("\ufeffabc", [(0, 1, "x")], "\ufeffxbc"),
        ("\ufeff", [(0, 0, "x")], "\ufeffx"),
        ("a\r\nb\r\nc", [(2, 3, "x")], "a\r\nx\r\nc"),
        ("a\r\nb\r\nc", [(1, 2, "")], "ab\r\nc"),
        ("a\r\nb\r\nc", [(0, 1, "x\ny")], "x\r\ny\r\nb\r\nc"),
        ("a\r\nb\r\nc", [(4, 5, "x"), (2, 2, "y\n")], "a\r\ny\r\nb\r\nx"),
        ("\ufeffa\r\nb\r\nc", [(2, 3, "x"), (4, 5, "y\n")], "\ufeffa\r\nx\r\ny\r\n"),
        ("a\r\nb\nc", [(4, 5, "x\ny")], "a\r\nb\nx\ny"),
        ("a\r\nb\nc\r\n", [(4, 5, "x\ny")], "a\r\nb\nx\r\ny\r\n"),
        ("a\nb\nc\r\n", [(0, 1, "x\ny")], "x\ny\nb\nc\r\n"),
        ("a\n", [(2, 2, "b\n")], "a\nb\n"),
        ("a\r\n", [(2, 2, "b\n")], "a\r\nb\r\n"),
        ("\r\n", [(0, 0, "a"), (1, 1, "b")], "a\r\nb"),
    ],
)
def test_apply(text: str, edits: list[tuple[int, int, str]], expected: str) -> None:
    assert apply(text, [Edit(Span(start, end), new) for start, end, new in edits]) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("a\nb\n", "a\nb\n", []),
        ("a\nb\nc\n", "a\nx\nc\n", [(2, 4, "x\n")]),
        ("a\nb\n", "a\n", [(2, 4, "")]),
        ("a\n", "a\nb\n", [(2, 2, "b\n")]),
        ("a", "a\nb", [(0, 1, "a\nb")]),
        ("b\nc\n", "a\nb\nd\n", [(0, 0, "a\n"), (2, 4, "d\n")]),
        ("b\n" + "a\n" * 300 + "b\n", "c\n" + "a\n" * 300 + "c\n", [(0, 2, "c\n"), (602, 604, "c\n")]),
    ],
)
def test_differences(old: str, new: str, expected: list[tuple[int, int, str]]) -> None:
    assert differences(old, new) == [Edit(Span(start, end), text) for start, end, text in expected]


@given(TEXTS, TEXTS)
def test_differences_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    edits = differences(old, new)
    assert apply(old, edits) == new
    assert apply(f"\ufeff{old}", edits) == f"\ufeff{new}"
    assert bool(edits) == (old != new)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.data())
def test_what_is_not_replaced_stays(pieces: list[str], data: st.DataObject) -> None:
    """Every second piece is replaced; carriage returns before line ends are put back, where all lines had them."""
    news = [data.draw(TEXTS) if place % 2 else one for place, one in enumerate(pieces)]
    starts = [len("".join(pieces[:place])) for place in range(len(pieces) + 1)]
    edits = [Edit(Span(starts[place], starts[place + 1]), news[place]) for place in range(1, len(pieces), 2)]
    old, new = "".join(pieces), "".join(news)
    assert apply(old, edits) == new
    if "\n" in old:
        assert apply(old.replace("\n", "\r\n"), edits) == new.replace("\n", "\r\n")
