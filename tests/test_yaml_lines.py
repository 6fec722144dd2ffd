"""YAML read line by line is what the guarded way makes of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eventnotes.formats._shapes import event_shape
from eventnotes.formats._yaml_lines import Unusual, read_lines
from eventnotes.formats._yaml_tree import guarded
from eventnotes.formats.markdown.front_matter import post_shape, section
from eventnotes.limits import DEFAULT
from eventnotes.source import Unreadable

ROOT = Path(__file__).parents[1]
POSTS = sorted(path for folder in ("tests/conformance", "examples") for path in (ROOT / folder).rglob("*.md"))
SHARED = sorted((ROOT.parent / "shared" / "corpus" / "write-ups").rglob("*.md"))
KEYS = re.findall(
    r"\S+", "a event name start title tags speakers venue latitude true null y no 1 a-b _x roles ' é << ~"
)
VALUES = """\
x¦1¦1.10¦0x1f¦no¦true¦null¦~¦Null¦a: b¦a:b¦a #b¦a#b¦'q'¦"q"¦'q: # x'¦"a\\nb"¦[a, b]¦[1, x y]¦[]¦[a,b]¦[a, ]¦[a: b]¦{}
|¦> ¦- x¦-x¦?x¦:x¦&a¦*a¦!t¦<<¦%x¦@x¦`x¦é ü¦“q”¦\xa0x¦x\u2028y¦2017-10-05¦09:30¦'¦"¦a, b¦a]¦x ¦  x¦\tx¦x\ty¦日本¦👩
a'b¦a"b¦...¦---¦x:¦# c¦a  b¦["a"]¦['a', b]¦[a - b]¦[1.5, 0o7]¦1e3¦.5¦+1¦-1¦=¦[é ü]¦[a/b, c.d]¦Code & Coffee¦\x85
1234567890123456789012345678901234567890123¦2017 was a year that nobody here had seen coming at all"""
DASHES = ("", "", "", "- ", "-", "-  ")


def given_back(text: str, shaped: bool) -> Any:
    try:
        return read_lines(text, post_shape() if shaped else None, DEFAULT)
    except Unusual:
        return Unusual


def agrees(text: str, shaped: bool) -> bool:
    """Whether the text is read alike, types, order and all, if it can be read line by line."""
    found = given_back(text, shaped)
    if found is Unusual:
        return True
    return repr((found, [])) == repr(guarded(text, 0, post_shape() if shaped else None, DEFAULT))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Lines with keys, dashes and values, at widths that mostly fit."""
    lines, width = [], 0
    values = st.sampled_from(VALUES.replace("\n", "¦").split("¦")) | st.sampled_from(("", "", "x"))
    for _ in range(draw(st.integers(1, 8))):
        width = draw(st.sampled_from((0, width, width, width + 2, width + 2, max(width - 2, 0), width + 1)))
        dash = draw(st.sampled_from(DASHES))
        key = draw(st.sampled_from(("", ": ", ": ", ":", ":  ")))
        lines.append(f"{' ' * width}{dash}{draw(st.sampled_from(KEYS)) + key if key else ''}{draw(values)}")
        width += 2 * bool(dash and key)
    return "\n".join(lines) + draw(st.sampled_from(("", "\n", "\n\n")))


@given(texts(), st.booleans())
@example("- a: b\n", False)
@example("a: b\n\nc: d", False)
@example("a:\n- b: c\n  d: e\n- f\n", False)
@example("tags: [null, ~, 1]\nname: null\n", True)
def test_lines_are_read_as_the_guarded_way_reads_them(text: str, shaped: bool) -> None:
    assert agrees(text, shaped)


@pytest.mark.parametrize("path", POSTS + SHARED, ids=lambda path: path.name)
def test_in_every_post_too(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    try:
        place = section(text)
    except Unreadable:
        return
    if place is not None and place.language == "yaml":
        assert agrees(text[place.start : place.end], shaped=True)
        assert agrees(text[place.start : place.end], shaped=False)


def test_what_front_matter_mostly_is_takes_the_short_way() -> None:
    text = """\
title: "Notes: PyDay"
tags: [python, data science]
draft: no
layout:
event:
  name: Code & Coffee
  start: 2024-05-01
  venue:
    name: Café
    latitude: 41.5
  speakers:
  - name: Ana Lima
    roles:
      - title: CIO
        organization: 'NHS'
  - Bo Ek
  sessions: []
"""
    assert read_lines(text, post_shape(), DEFAULT) == {
        "title": "Notes: PyDay",
        "tags": ["python", "data science"],
        "draft": "no",
        "layout": None,
        "event": {
            "name": "Code & Coffee",
            "start": "2024-05-01",
            "venue": {"name": "Café", "latitude": 41.5},
            "speakers": [{"name": "Ana Lima", "roles": [{"title": "CIO", "organization": "NHS"}]}, "Bo Ek"],
            "sessions": [],
        },
    }
    assert agrees(text, shaped=True)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("tags:\n- 1\n- no\n- ~\n- 'x'\n- [1, 2]\n", {"tags": ["1", "no", None, "x", ["1", "2"]]}),
        ("tags: [1, no, x]", {"tags": ["1", "no", "x"]}),
        ("speakers:\n- 1\n- [1, 2]\n- []\n", {"speakers": ["1", [1, 2], []]}),
        ("speakers: [1, no]", {"speakers": ["1", "no"]}),
        ("speakers:\n  - name: 1\n    id: 2\n    ours: 3\n", {"speakers": [{"name": "1", "id": "2", "ours": 3}]}),
        ("venue:\n  name: 1\n  latitude: 2\n", {"venue": {"name": "1", "latitude": 2}}),
        (
            "sessions:\n- title: 1\n  tags:\n  - 2\n  links:\n  - url: 3\n    title: 4\n",
            {"sessions": [{"title": "1", "tags": ["2"], "links": [{"url": "3", "title": "4"}]}]},
        ),
        ("ours:\n- 1\n- x: 2\n- [3, y]\n- 'z'\n", {"ours": [1, {"x": 2}, [3, "y"], "z"]}),
        ("ours: [1, x, 0o17]", {"ours": [1, "x", 15]}),
    ],
)
def test_what_the_model_has_as_text_is_text_on_the_short_way_too(text: str, data: object) -> None:
    assert read_lines(text, event_shape(), DEFAULT) == data
    assert guarded(text, 0, event_shape(), DEFAULT) == (data, [])


def test_the_short_way_goes_up_to_the_limits() -> None:
    limits = DEFAULT.but("number", 3).but("items", 2)
    for text in ("a: 123", "a: .12", "a: [1, 123]", "a: abcd", "a: [b, c]", "a:\n- b\n- c"):
        assert read_lines(text, None, limits) == guarded(text, 0, None, limits)[0]
    for text in ("a: 1234", "a: .123", "a: [1, 1234]", "a: [b, c, d]", "a:\n- b\n- c\n- d"):
        with pytest.raises(Unusual):
            read_lines(text, None, limits)
    for name in ("text", "values", "unfolded"):
        assert read_lines("a: bcd", None, DEFAULT.but(name, 6)) == {"a": "bcd"}
        with pytest.raises(Unusual):
            read_lines("a: bcd", None, DEFAULT.but(name, 5))
    assert read_lines("a: bcd", None, DEFAULT.but("depth", 30)) == {"a": "bcd"}
    with pytest.raises(Unusual):
        read_lines("a: bcd", None, DEFAULT.but("depth", 29))


@pytest.mark.parametrize(
    "text",
    [
        "", "a", "- a", "a: b\n c: d", "a: b\n  c", "a: 'b\n  c'", "a: |\n  b", "a: &x b", "a: *x", "a: !t b",
        "a: b\na: c", "true: a", "a: b # c", "a: b: c", "a:\tb", "a: \x85", "a: \u2028", "# a", "a: [b, [c]]",
        "- a: b", "a: {b: c}",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_left_to_the_guarded_way(text: str) -> None:
    assert given_back(text, shaped=False) is Unusual
