"""The YAML writer: what it writes reads back equal, by the rules of 1.2 and of 1.1; and both ways of reading agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from eventnotes.formats._shapes import Shape, event_shape
from eventnotes.formats._yaml_tree import read_yaml
from eventnotes.formats._yaml_writer import OnOneLine, write_yaml
from eventnotes.limits import DEFAULT
from eventnotes.source import Unreadable

TYPED = """
no yes on Off y N true TRUE null Null ~ 1.10 0123 0x1F 0o17 0b1 1e3 .5 .inf -.INF .nan -0 +1 1_000 1:1:1 09:30
190:20:30.15 2017 2017-10-05 2017-10-05T09:30:00Z = << - ? : # ' " | > % @ ` & * ! --- ... [ { , &a *a !a %a
"""
SPACED = (
    "",
    " ",
    "\n",
    "a\n",
    "\na",
    " a\nb",
    "- a",
    "a: b",
    "# c",
    "a #b",
    "? a",
    ": a",
    "[a",
    ", a",
    "2017-10-05 1:2:3",
)
PIECES = (
    "a",
    " ",
    "\n",
    "\t",
    "  ",
    ":",
    "#",
    "-",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\u00a0",
    "é",
    "\0",
    "\x7f",
    "\ufffe",
)
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30),
    st.sampled_from((*TYPED.split(), *SPACED)),
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
)
NUMBERS = st.one_of(st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=8,
)


def strings(data: Any) -> Any:
    """The same data with everything but strings, keys and structure gone."""
    if isinstance(data, dict):
        return {key: strings(value) for key, value in data.items()}
    if isinstance(data, list):
        return [strings(value) for value in data]
    return data if isinstance(data, str) else 0


@given(VALUES)
@example({"a": "\u2028", "=": "=", "<<": "<<", "y": "n", "1": "1e3"})
def test_what_is_written_reads_back_equal(data: Any) -> None:
    found, problems = read_yaml(write_yaml(data), 0, None, DEFAULT)
    assert problems == []
    assert found == data
    assert repr(found) == repr(data)


@given(VALUES)
@example({"a": "1:1", "b": "0b1", "=": "<<", "2017-10-05": "2017-10-05 1:2:3", "1_0": "190:20:30.15"})
def test_readers_of_yaml_1_1_find_the_same_strings(data: Any) -> None:
    assert strings(yaml.safe_load(write_yaml(data))) == strings(data)


def test_text_of_several_lines_is_a_literal_block_in_the_order_given() -> None:
    data = {"notes": "One *line*.\n\n- and: another #1\n", "a": ["no", "b"], "c": [{"at": "09:30", "end": None}]}
    written = "notes: |\n  One *line*.\n\n  - and: another #1\na:\n- 'no'\n- b\nc:\n- at: '09:30'\n  end: null\n"
    assert write_yaml(data) == written


def test_a_list_on_one_line() -> None:
    data = {"a": OnOneLine(["no", "b c", "d, e"]), "f": OnOneLine([]), "g": [OnOneLine([1, None])]}
    assert write_yaml(data) == "a: ['no', b c, 'd, e']\nf: []\ng:\n- [1, null]\n"


def test_a_text_of_any_length_stays_on_its_line() -> None:
    data = {"a" * 99: "b " * 999 + "c", "d": ["é" * 99], "e": "\u2028", "f": "x\x85\ny", "g": "h\n\n", "i": " j\nk"}
    lines = [
        f"{'a' * 99}: {'b ' * 999}c",
        "d:",
        f"- {'é' * 99}",
        'e: "\\L"',
        'f: "x\\N\\ny"',
        'g: "h\\n\\n"',
        'i: " j\\nk"',
    ]
    assert write_yaml(data) == "\n".join(lines) + "\n"


# With an ampersand in a comment, reading goes the guarded way, which plain YAML need not go.
GUARDED = "# &\n"
LINES = """a: 1;a: b;b: 1.10;name: no;tags: [1, ~, x];tags: no;1: x;true: y;'1': z;- x;...;sessions:;  - title: 09:30
    tags: [a, b];  title: 1;- {a: 1, a: 2};  x: {y: [1, {z: 0o7}]};venue: {latitude: 1.5, name: 2};extra: {a: ~}
speakers: A B;speakers: {name: 1};---;notes: |;  text: here;summary: >-;;# comment;? k;: v;  nested:;      deep: 1
\ttab: 1"""
TEXT = st.lists(st.sampled_from(LINES.replace("\n", ";").split(";")), max_size=8).map("\n".join)
LIMITS: tuple[dict[str, int], ...] = ({}, {"depth": 4}, {"items": 1}, {"text": 5}, {"number": 2})


@given(text=TEXT, limits=st.sampled_from(LIMITS))
@pytest.mark.parametrize("shape", [None, event_shape()], ids=["plain", "event"])
def test_plain_yaml_is_read_as_all_yaml_is(shape: Shape | None, text: str, limits: dict[str, int]) -> None:
    def outcome(source: str) -> tuple[object, object]:
        try:
            return read_yaml(source, len(text) - len(source), shape, replace(DEFAULT, **limits))
        except Unreadable as refused:
            return refused.problem.code, refused.problem.where

    assert outcome(text) == outcome(GUARDED + text)


@pytest.mark.parametrize(("limits", "code"), [({"values": 3}, "limit-values"), ({"unfolded": 5}, "limit-unfolded")])
def test_lowered_limits_hold_for_plain_yaml_too(limits: dict[str, int], code: str) -> None:
    for text in (GUARDED + "a: [one, two, three]\nb: four", "a: [one, two, three]\nb: four"):
        with pytest.raises(Unreadable) as refused:
            read_yaml(text, 0, None, replace(DEFAULT, **limits))
        assert refused.value.problem.code == code


def test_days_and_times_are_told_as_yaml_1_1_has_them() -> None:
    data = {"day": date(2024, 5, 1), "at": datetime(2024, 5, 1, 9, 30, tzinfo=UTC), "both": (1e16, -0.0)}
    assert write_yaml(data) == "day: 2024-05-01\nat: 2024-05-01 09:30:00+00:00\nboth:\n- 1.0e+16\n- -0.0\n"
    assert yaml.safe_load(write_yaml(data)) == {**data, "both": [1e16, -0.0]}
