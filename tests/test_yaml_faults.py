"""Faults of YAML: each as a whole, with its message, its place and what to do about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml

import eventnotes as en
from eventnotes.formats._shapes import Shape, event_shape
from eventnotes.formats._yaml_faults import syntax_problem
from eventnotes.formats._yaml_tree import read_yaml
from eventnotes.limits import DEFAULT, Limits
from eventnotes.source import Span, SyntaxProblem, Unreadable

BEFORE = 1_000
COLON = "put the value in quotes if it holds a colon followed by a space"
VALUE = "the line above holds a value already; move it below, with a key of its own such as name:"
AROUND = "check quotes, brackets and indentation around here"
INDENTATION = "check the indentation and the colon after the key"
TABS = "indent with spaces, not tabs"
TWICE = "keep one of the two; the first is read"
OUT = "write the value out"
AS_TEXT = "write the key as text"
UNTAGGED = "write plain values, without tags"
MERGE = ("<<: takes a mapping or a list of mappings", "name an anchor, or remove it")
DIGITS = "1" * 41
QUOTES = f'write it in quotes: "{DIGITS}"'


def problems(text: str, limits: Limits = DEFAULT, shape: Shape | None = None) -> list[SyntaxProblem]:
    """What is wrong with a text that begins far down in a source."""
    try:
        return read_yaml(text, BEFORE, shape, limits)[1]
    except Unreadable as refused:
        return [refused.problem]


def problem(code: str, message: str, place: tuple[int, int], help: str) -> SyntaxProblem:
    return SyntaxProblem(code, message, Span(BEFORE + place[0], BEFORE + place[1]), help)


@pytest.mark.parametrize(
    ("text", "code", "message", "place", "help"),
    [
        ("é: 1\n!!int b: 1", "yaml-tag", "a key is text and takes no tag", (5, 12), "remove the tag"),
        ("é: !!int b", "yaml-tag", '"b" is not a int', (3, 10), "remove the tag"),
        ("é: !!null b", "yaml-tag", '"b" is not a null', (3, 11), "remove the tag"),
        ("é: !!bool 1", "yaml-tag", '"1" is not a bool', (3, 11), "remove the tag"),
        ("é: !x b", "yaml-tag", 'the tag "!x" is not data that a write-up holds', (3, 7), UNTAGGED),
        ("é: !!set {b}", "yaml-tag", 'the tag "!!set" is not data that a write-up holds', (3, 10), UNTAGGED),
        ("é: !!seq {b: 1}", "yaml-tag", 'the tag "!!seq" is not data that a write-up holds', (3, 10), UNTAGGED),
        ("é: !!map [b]", "yaml-tag", 'the tag "!!map" is not data that a write-up holds', (3, 10), UNTAGGED),
        ("é: 1\n2: b", "yaml-key", 'the key "2" is not text in YAML', (5, 6), 'write it in quotes: "2"'),
        ("é: 1\n" + DIGITS + ": b", "yaml-key", f'the key "{DIGITS}" is not text in YAML', (5, 46), QUOTES),
        ("é: &x 2\n*x : b", "yaml-key", 'the key "2" is not text in YAML', (8, 10), 'write it in quotes: "2"'),
        ("é: 1\n[b]: 1", "yaml-key", "a list or mapping is no key", (5, 6), AS_TEXT),
        ("é: &x [1]\n*x : c", "yaml-key", "an alias is no key here", (10, 12), AS_TEXT),
        ("é: 1\né: 2", "duplicate-key", '"é" is given twice', (5, 6), TWICE),
        ("é: &x é\n*x : 2", "duplicate-key", '"é" is given twice', (8, 10), TWICE),
        ("é: &x [*x]", "yaml-cycle", "*x stands inside itself", (7, 9), OUT),
        ("é: *x", "yaml-syntax", "no anchor &x stands above", (3, 5), OUT),
        ("é: 1\n---\nb: 1", "yaml-documents", "a second YAML document starts here", (5, 8), "keep one document a file"),
        ("é: {<<: 3}", "yaml-merge", MERGE[0], (8, 9), MERGE[1]),
        ("é: &x 3\nb: {<<: *x}", "yaml-merge", MERGE[0], (16, 17), MERGE[1]),
        ("é: b: c", "yaml-syntax", "not YAML: mapping values are not allowed in this context", (4, 5), COLON),
        ("é: b\n  c: d", "yaml-syntax", "not YAML: mapping values are not allowed in this context", (8, 9), VALUE),
    ],
)  # fmt: skip
def test_a_problem_is_told_at_its_place_with_what_to_do(
    text: str, code: str, message: str, place: tuple[int, int], help: str
) -> None:
    assert problems(text) == [problem(code, message, place, help)]


def test_what_is_over_a_limit_by_alias_is_told_at_the_alias() -> None:
    found = problems(f"name: &x {DIGITS}\nours: *x", shape=event_shape())
    help = "write it as text, in quotes, or raise the limit with --limit number=41"
    assert found == [problem("limit-number", "41 is over the limit of 40 (number)", (57, 58), help)]


def test_a_fault_of_what_an_alias_stands_for_is_told_where_it_stands() -> None:
    assert [one.where for one in problems("a: &x !!int b\nc: *x")] == [(1_003, 1_013), (1_017, 1_019)]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader], ids=["in Python", "in C"])
@pytest.mark.parametrize(
    ("text", "at", "help"),
    [
        ("é: b: c", 4, COLON),
        ("é:\n\tb: c", 3, TABS),
        ("é: 1\n  b: c", 8, VALUE),
        ("é: 1\nb", 6, INDENTATION),
        ("é: 'a'\n b", 8, INDENTATION),
        ("é: @b", 3, AROUND),
        ("é: [1, 2", 8, AROUND),
        ("é: 'b", 5, AROUND),
        ("- é\nb: c", 4, AROUND),
    ],
)
def test_syntax_is_told_by_either_parser_at_the_same_place(text: str, at: int, help: str, loader: Any) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as refused:
        list(yaml.parse(text, Loader=loader))
    said = f"not YAML: {refused.value.problem}"
    said += f" {refused.value.context}" if refused.value.context else ""
    end = min(at + 1, len(text))
    assert syntax_problem(refused.value, text, BEFORE) == problem("yaml-syntax", said, (at, end), help)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader], ids=["in Python", "in C"])
@pytest.mark.parametrize("character", ["\x7f", "\ufffe", "\uffff"])
def test_a_character_that_yaml_does_not_hold_is_told_at_its_place(character: str, loader: Any) -> None:
    text = f"é漢😀: {character} {character}"
    with pytest.raises(yaml.reader.ReaderError) as refused:
        list(yaml.parse(text, Loader=loader))
    found = syntax_problem(refused.value, text, BEFORE)
    assert found == problem("yaml-syntax", f"not YAML: {refused.value.reason}", (5, 6), "remove the character")
    document = en.read(text=f"name: é{character}\n", format="yaml")
    assert [str(one) for one in document.diagnostics] == [
        "-:1:8: error yaml-syntax not YAML: control characters are not allowed"
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("[" * 1_200, 3),
        ("a: {}\nb: []\nc: " + "{" * 1_200, 18),
        ("a: ']}'\nb: " + "[" * 1_200, 14),
        ("a: '" + "]" * 1_200 + "'\nb: " + "[" * 1_200, 1_212),
    ],
)
def test_brackets_that_libyaml_itself_refuses_are_over_our_limit(text: str, at: int) -> None:
    help = "nest less deeply, or raise the limit with --limit depth=4"
    message = "4 is over the limit of 3 (depth)"
    assert problems(text, replace(DEFAULT, depth=3)) == [problem("limit-depth", message, (at, at + 1), help)]


def test_where_our_limit_is_beyond_that_of_libyaml_it_is_not_named() -> None:
    message = "not YAML: exceeded maximum nesting depth while increasing flow level"
    for depth in (1_000, 5_000):
        limits = replace(DEFAULT, depth=depth)
        assert problems("[" * 1_200, limits) == [problem("yaml-syntax", message, (1_000, 1_001), AROUND)]
    assert problems("[" * 1_200, replace(DEFAULT, depth=999))[0].code == "limit-depth"


def test_line_separators_move_no_place() -> None:
    text = "'\u2028é': '\u2029'\nb: 1\nb: 2"
    assert problems(text) == [problem("duplicate-key", '"b" is given twice', (15, 16), TWICE)]
    assert read_yaml(text, 0, None, DEFAULT)[0] == {"\u2028é": "\u2029", "b": 1}
    assert read_yaml("name: \u20281.10\ntags: [1, \u2029]", 0, event_shape(), DEFAULT)[0] == {
        "name": "\u20281.10",
        "tags": ["1", "\u2029"],
    }


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_a_line_separator_beside_every_private_use_character_is_refused(separator: str) -> None:
    planes = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
    every = "".join(chr(one) for plane in planes for one in plane)
    message = "not YAML: a line separator beside every private-use character"
    for before in ("", "é"):
        at = len(before)
        expected = [problem("yaml-syntax", message, (at, at + 1), "remove the character")]
        assert problems(f"{before}{separator}\u2028{every}") == expected
        assert problems(f"{before}{separator}{every[1:]}") == expected
        assert problems(f"{before}{separator}# {every[2:]}", replace(DEFAULT, text=500_000)) == []
