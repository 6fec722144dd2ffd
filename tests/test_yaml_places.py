"""The YAML reader: every limit and syntax error by name at its place, and the places of keys and values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eventnotes.formats._yaml_places import yaml_places, yaml_scalars
from eventnotes.formats._yaml_tree import read_yaml
from eventnotes.limits import DEFAULT
from eventnotes.source import Unreadable


@pytest.mark.parametrize(
    ("text", "limits", "said", "at"),
    [
        ("a: [[1]]", {"depth": 2}, "limit-depth 3 is over the limit of 2 (depth)", 4),
        ("[" * 30_000, {}, "limit-depth 65 is over the limit of 64 (depth)", 64),
        ("- " * 70 + "a", {}, "limit-depth 65 is over the limit of 64 (depth)", 128),
        ("é: [1, 2, 3]", {"items": 2}, "limit-items 3 is over the limit of 2 (items)", 10),
        ("é:\n- a: 1\n- b: 2\n- c: 3", {"items": 2}, "limit-items 3 is over the limit of 2 (items)", 19),
        ("a: xé\nb: éxx", {"text": 2}, "limit-text 3 is over the limit of 2 (text)", 9),
        ("xxx: a", {"text": 2}, "limit-text 3 is over the limit of 2 (text)", 0),
        ("a: 12\nb: 123", {"number": 2}, "limit-number 3 is over the limit of 2 (number)", 9),
        ("a: " + "9" * 5_000, {}, "limit-number 5,000 is over the limit of 40 (number)", 3),
        ("a: 0x" + "f" * 39, {}, "limit-number 41 is over the limit of 40 (number)", 3),
        ("[1, 2, 3, 4]", {"values": 4}, "limit-values 5 is over the limit of 4 (values)", 10),
        ("a: &x [1, 2]\nb: [*x]", {"values": 7}, "limit-values 8 is over the limit of 7 (values)", 17),
        ("a: &x xxx\nb: *x\nc: *x", {"unfolded": 11}, "limit-unfolded 12 is over the limit of 11 (unfolded)", 19),
    ],
)
def test_each_limit_is_refused_by_name_at_its_place(text: str, limits: dict[str, int], said: str, at: int) -> None:
    with pytest.raises(Unreadable) as refused:
        read_yaml(text, 1_000, None, replace(DEFAULT, **limits))
    problem = refused.value.problem
    assert f"{problem.code} {problem.message}" == said
    assert problem.where == (1_000 + at, 1_000 + at + 1)
    name = problem.code.removeprefix("limit-")
    value = said.split()[1].replace(",", "")
    assert problem.help == f"{REMEDIES[name]}, or raise the limit with --limit {name}={value}"
    raised = {**limits, name: 100 if name == "depth" else int(value)}
    if len(text) < 1_000:
        assert read_yaml(text, 0, None, replace(DEFAULT, **raised))[0] is not None


REMEDIES = {
    "depth": "nest less deeply",
    "items": "split the list",
    "text": "shorten it",
    "number": "write it as text, in quotes",
    "values": "split the source",
    "unfolded": "write less by alias",
}


def bomb(first: str, opening: str, closing: str) -> str:
    """Nine lines, each of which names the one above nine times."""
    names = "abcdefghi"
    lines = [f"{one}: &{one} {opening}{', '.join([f'*{names[at]}'] * 9)}{closing}" for at, one in enumerate(names[1:])]
    return "\n".join([f"a: &a {first}", *lines])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (bomb("[x, x, x, x, x, x, x, x, x]", "[", "]"), "limit-values"),
        (bomb("{x: 1}", "{<<: [", "]}"), "limit-values"),
        (f"a: &a {'x' * 200_000}\nb: [{', '.join(['*a'] * 30)}]", "limit-unfolded"),
    ],
    ids=["lists", "merges", "text"],
)
def test_bombs_of_aliases_are_refused(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_yaml(text, 0, None, DEFAULT)
    assert refused.value.problem.code == code


def test_places_of_keys_and_values() -> None:
    text = """é: 'quoted: text'  # comment
list:
  - one
  - {two: 2, "th ree": &x [3, 4]}
  - three
block: |
  lines
  of text
multi: first
  second
empty:
alias: *x
last:
  deep:
    deeper: end"""
    found = {
        loc: (text[key.start : key.end], text[value.start : value.end])
        for loc, (key, value) in yaml_places(text, 0).items()
    }
    assert found == {
        (): ("é: 'quoted: text'  # comment", "é: 'quoted: text'  # comment"),
        ("é",): ("é", "'quoted: text'"),
        ("list",): ("list", "- one"),
        ("list", 0): ("one", "one"),
        ("list", 1): ('{two: 2, "th ree": &x [3, 4]}', '{two: 2, "th ree": &x [3, 4]}'),
        ("list", 1, "two"): ("two", "2"),
        ("list", 1, "th ree"): ('"th ree"', "&x [3, 4]}"),
        ("list", 1, "th ree", 0): ("3", "3"),
        ("list", 1, "th ree", 1): ("4", "4"),
        ("list", 2): ("three", "three"),
        ("block",): ("block", "|\n  lines\n  of text"),
        ("multi",): ("multi", "first\n  second"),
        ("empty",): ("empty", "\n"),
        ("alias",): ("alias", "*x"),
        ("last",): ("last", "deep:"),
        ("last", "deep"): ("deep", "deeper: end"),
        ("last", "deep", "deeper"): ("deeper", "end"),
    }
    moved = yaml_places(text, 50)
    assert all(moved[loc][0].start == key.start + 50 for loc, (key, _) in yaml_places(text, 0).items())


def test_line_separators_and_keys_without_words_move_no_place() -> None:
    text = "é: '\u2028'\n?\n: '\u2029'\nlast: [\u2028 a, b\u2029 c]"
    found = {loc: text[value.start - 9 : value.end - 9] for loc, (_, value) in yaml_places(text, 9).items()}
    assert found == {
        (): text.partition("\n")[0],
        ("é",): "'\u2028'",
        ("",): "'\u2029'",
        ("last",): "[\u2028 a, b\u2029 c]",
        ("last", 0): "a",
        ("last", 1): "b\u2029 c",
    }
    assert [text[start:end] for start, end in yaml_scalars(text)] == [
        *("é", "'\u2028'", "", "'\u2029'", "last", "a", "b\u2029 c"),
    ]
    assert yaml_scalars("a: [b, }") == [(0, 1), (4, 5)]


def test_places_of_a_text_that_is_no_yaml_end_where_it_does() -> None:
    places = yaml_places("a: 1\nb: [2, 3\nc: }", 0)
    assert set(places) >= {(), ("a",), ("b",), ("b", 0)}
