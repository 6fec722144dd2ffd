"""Cells: what is written into one is no formula and is read back, and what a person writes into one is understood."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eventnotes as en
from eventnotes.formats.csv.cells import cell, guarded, listed, unguarded, unlisted, value
from eventnotes.formats.csv.tables import Type

FORMULAS = "=+-@\t\r\n＝＋－＠"
TEXTS = st.text() | st.text("=+-@'\\; \na", max_size=6)


@given(TEXTS)
def test_guarding_is_undone_and_no_guarded_text_is_a_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(tuple(FORMULAS))
    assert guarded(text) == (f"'{text}" if text.startswith((*FORMULAS, "'")) else text)


@given(st.lists(TEXTS.filter(lambda one: one and not one.startswith(" "))))
def test_listing_is_undone(texts: list[str]) -> None:
    assert unlisted(listed(texts)) == texts


@given(TEXTS)
def test_any_text_is_a_list(text: str) -> None:
    assert all(unlisted(text))
    assert unlisted(listed([text])) == ([text] if text else [])


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("a;b", ["a", "b"]),
        ("a; b;", ["a", "b"]),
        ("; a ;b", ["a ", "b"]),
        (" a;  b", [" a", " b"]),
        ("a\\;b\\\\; c\\d\\\nd", ["a;b\\", "cd\nd"]),
        ("a\nb; c", ["a\nb", "c"]),
        ("a; b\\", ["a", "b\\"]),
        ("\\", ["\\"]),
        ("", []),
        ("; ;", []),
    ],
)
def test_lists_as_people_write_them(text: str, texts: list[str]) -> None:
    assert unlisted(text) == texts


def test_a_list_that_ends_with_a_backslash_is_read_in_a_table_too() -> None:
    assert en.load(text="name,tags\nA,x; y\\\n", format="csv").tags == ("x", "y\\")


@pytest.mark.parametrize(
    ("given_value", "kind", "text"),
    [
        (None, "string", ""),
        (None, "integer", ""),
        (None, "list", ""),
        (None, "json", "null"),
        ("=1+1", "string", "'=1+1"),
        (["=a;b", "c\\"], "list", "'=a\\;b; c\\\\"),
        (["a", "=b"], "list", "a; =b"),
        (["-é", {"a": 1.5}], "json", '["-é",{"a":1.5}]'),
        (-1, "json", "'-1"),
        (-3, "integer", "-3"),
        (-1e-7, "number", "-1e-07"),
        (41.5, "number", "41.5"),
        (True, "boolean", "true"),
        (False, "boolean", "false"),
    ],
)
def test_a_value_is_written_as_its_kind_says(given_value: Any, kind: Type, text: str) -> None:
    assert cell(given_value, kind) == text
    if given_value is not None and kind != "json":
        assert value(text, kind) == given_value


@pytest.mark.parametrize(
    ("text", "kind", "read"),
    [
        ("TRUE", "boolean", True),
        ("False", "boolean", False),
        ("yes", "boolean", "yes"),
        ("12", "integer", 12),
        ("-12", "integer", -12),
        ("1.5", "integer", 1.5),
        ("1e2", "integer", 100.0),
        ("12", "number", 12.0),
        ("-1.5e-3", "number", -0.0015),
        ("1E+2", "number", 100.0),
        ("+1", "number", "+1"),
        ("1,5", "number", "1,5"),
        ("1.", "number", "1."),
        (" 1", "integer", " 1"),
        ("1_0", "integer", "1_0"),
        ("9" * 40, "integer", int("9" * 40)),
        ("9" * 41, "integer", "9" * 41),
        ("'=a", "string", "=a"),
        ("''a", "string", "'a"),
        ("'=a; b", "list", ["=a", "b"]),
    ],
)
def test_a_text_is_read_as_its_kind_says(text: str, kind: Type, read: object) -> None:
    found = value(text, kind)
    assert (found, type(found)) == (read, type(read))


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=3), max_size=3))
def test_cells_stay_cells_in_a_table(rows: list[list[str]]) -> None:
    whole = io.StringIO(newline="")
    csv.writer(whole).writerows([[cell(one, "string") for one in row] for row in rows])
    whole.seek(0)
    assert [[unguarded(one) for one in row] for row in csv.reader(whole)] == rows
