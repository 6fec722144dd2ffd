"""The YAML reader and writer: text stays text, YAML 1.2 core types elsewhere, every refusal at its place."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

import eventnotes as en
from eventnotes.formats._shapes import event_shape
from eventnotes.formats._yaml_tree import read_yaml
from eventnotes.limits import DEFAULT
from eventnotes.source import Unreadable

TYPED = """
no yes on off y true True 1.10 0123 0x1F 0o17 1e3 .5 .inf -0 09:30 1_000 2017 2017-10-05 2017-10-05T09:30:00Z 1:1:1
= <<x +1 nullx 0b1 .nan
"""
UNTYPED = """
yes no on off y N tRUE nULL 0b1 0o8 0xG 1_000 1:1 = . .. + .e1 1e 0X1 .iNF 09:30 2017-10-05 2017-10-05T09:30:00Z
"""
CORE: dict[str, object] = {
    **dict.fromkeys(("null", "Null", "NULL", "~", "")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("0", "-0", "0x0"), 0),
    **dict.fromkeys(("15", "+15", "0o17", "0xF", "0xf", "015"), 15),
    **dict.fromkeys(("1.5", "+1.5", "1.50", "15e-1", "1500E-3", "0.15e+1"), 1.5),
    **dict.fromkeys((".5", "+.5", "5.e-1"), 0.5),
    **dict.fromkeys(("-.inf", "-.INF", "-1e400"), -math.inf),
    **dict.fromkeys(("0x1f", "0x1F", "0o37"), 31),
    **dict.fromkeys((".inf", "+.Inf", ".INF", "1e400"), math.inf),
    **{
        one: one
        for one in [
            "yes",
            "no",
            "on",
            "off",
            "y",
            "N",
            "tRUE",
            "nULL",
            "0b1",
            "0o8",
            "0xG",
            "1_000",
            "1:1",
            "=",
            ".",
            "..",
            "+",
            ".e1",
            "1e",
            "0X1",
            ".iNF",
            "09:30",
        ]
    },
    **{one: one for one in UNTYPED.split()},
}


def read(text: str, **limits: int) -> Any:
    data, problems = read_yaml(text, 0, None, replace(DEFAULT, **limits))
    assert problems == []
    return data


def faults(text: str, **limits: int) -> tuple[Any, list[tuple[str, str, str]]]:
    """What is read, and each problem with the part of the text it is at."""
    try:
        data, problems = read_yaml(text, 0, None, replace(DEFAULT, **limits))
    except Unreadable as refused:
        data, problems = "refused", [refused.problem]
    return data, [(one.code, one.message, text[int(one.where[0]) : int(one.where[1])]) for one in problems]


@pytest.mark.parametrize("word", TYPED.split())
def test_scalars_are_text_where_the_model_has_text(word: str) -> None:
    text = f"""
name: {word}
tags: [{word}]
organizers: {word}
venue: {{name: {word}, latitude: 1.10}}
speakers: [{word}]
sessions: [{{room: {word}, tags: {word}, links: [{{url: "http://a", title: {word}}}], lessons: [{{text: {word}}}]}}]
"""
    data, problems = read_yaml(text, 0, event_shape(), DEFAULT)
    assert problems == []
    links = [{"url": "http://a", "title": word}]
    assert data == {
        "name": word,
        "tags": [word],
        "organizers": word,
        "venue": {"name": word, "latitude": 1.1},
        "speakers": [word],
        "sessions": [{"room": word, "tags": word, "links": links, "lessons": [{"text": word}]}],
    }
    event = en.load(text=text, format="yaml")
    assert (event.name, event.tags, event.organizers[0].name) == (word, (word,), word)


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_null_is_absent_unless_it_is_quoted(word: str) -> None:
    assert read_yaml(f"series: {word}\nname: 1\n", 0, event_shape(), DEFAULT) == ({"series": None, "name": "1"}, [])
    data, _ = read_yaml(f"series: {word}\nname: '{word}'", 0, event_shape(), DEFAULT)
    assert data == {"series": None, "name": word}


@pytest.mark.parametrize(("text", "value"), CORE.items())
def test_unknown_keys_keep_the_core_types_of_yaml_1_2(text: str, value: object) -> None:
    found, _ = read_yaml(f"name: a\nours: {text}\nextra: {{ours: [{text or '~'}]}}", 0, event_shape(), DEFAULT)
    assert (found["ours"], type(found["ours"])) == (value, type(value))
    assert found["extra"]["ours"] == [value]


def test_nan_is_a_float_that_no_write_up_holds() -> None:
    assert math.isnan(read("a: .NaN")["a"])
    document = en.read(text="name: A\nours: .nan\n", format="yaml")
    assert [str(one) for one in document.diagnostics] == [
        '-:2:1: warning unknown-key Event has no field "ours"; it is kept in extra',
        "-:2:7: error json-value ours holds a number that is not finite",
    ]


@pytest.mark.parametrize("key", ["1", "1.5", "0x1", ".inf", "true", "FALSE", "null", "~"])
def test_a_key_that_yaml_does_not_read_as_text_is_an_error(key: str) -> None:
    said = f'the key "{key}" is not text in YAML'
    assert faults(f"a: b\n{key}: c") == ({"a": "b", key: "c"}, [("yaml-key", said, key)])
    assert read(f"'{key}': c\n!!str {key}x: d") == {key: "c", f"{key}x": "d"}


def test_other_keys_are_text() -> None:
    assert read("yes: 1\non: 2\n2017-10-05: 3\n09:30: 4\n? x y\n: 5") == {
        "yes": 1,
        "on": 2,
        "2017-10-05": 3,
        "09:30": 4,
        "x y": 5,
    }
    assert read("{a, b: 1}") == {"a": None, "b": 1}


@pytest.mark.parametrize("text", ["? [a]\n: b", "? {a: 1}\n: b", "[a]: b", "- ? [x]\n  : y"])
def test_a_collection_is_no_key(text: str) -> None:
    bracket = min(place for place in (text.find("["), text.find("{")) if place >= 0)
    assert faults(text) == ("refused", [("yaml-key", "a list or mapping is no key", text[bracket])])


@pytest.mark.parametrize(
    ("text", "data", "at"),
    [
        ("a: 1\na: 2", {"a": 1}, ["a"]),
        ("a: 1\n'a': 2", {"a": 1}, ["'a'"]),
        ("x: [{b: 1, c: 2, b: [3]}]", {"x": [{"b": 1, "c": 2}]}, ["b"]),
        ("a: 1\na: {b: &y 1}\nc: *y", {"a": 1, "c": 1}, ["a"]),
        ("'*a': 0\na: &a '*a'\n*a : 2", {"*a": 0, "a": "*a"}, ["*a"]),
        ("a: 1\nb: 1\na: 1\na: 1", {"a": 1, "b": 1}, ["a", "a"]),
    ],
)
def test_a_repeated_key_is_an_error_at_the_second(text: str, data: object, at: list[str]) -> None:
    found, problems = faults(text)
    assert found == data
    assert problems == [("duplicate-key", f'"{one.strip(chr(39))}" is given twice', one) for one in at]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}", {"b": 3, "a": 1}),
        ("x: &x {a: 1, b: 2}\ny: {b: 3, <<: *x}", {"b": 3, "a": 1}),
        ("x: &x {a: 1}\nz: &z {a: 2, c: 3}\ny: {<<: [*x, *z]}", {"a": 1, "c": 3}),
        ("y: {<<: {a: 1}, <<: {a: 2, b: 2}}", {"a": 1, "b": 2}),
        ("x: &x {a: &w {q: 1}}\ny: {<<: *x}", {"a": {"q": 1}}),
        ("y: {'<<': {a: 1}}", {"<<": {"a": 1}}),
        ("y: {a: <<}", {"a": "<<"}),
    ],
)
def test_merge_keys_apply_and_given_keys_win(text: str, data: object) -> None:
    assert read(text)["y"] == data


@pytest.mark.parametrize("value", ["3", "text", "~", "[{a: 1}, 2]", "[[{a: 1}]]"])
def test_merge_keys_take_mappings_only(value: str) -> None:
    found, problems = faults(f"y: {{<<: {value}, b: 1}}")
    assert found == {"y": {"b": 1}}
    assert [one[:2] for one in problems] == [("yaml-merge", "<<: takes a mapping or a list of mappings")]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: &x 1\nb: *x", {"a": 1, "b": 1}),
        ("a: &x [1, {c: 2}]\nb: *x", {"a": [1, {"c": 2}], "b": [1, {"c": 2}]}),
        ("a: &x 1\nb: &x 2\nc: *x", {"a": 1, "b": 2, "c": 2}),
        ("&x a: b\nc: *x", {"a": "b", "c": "a"}),
        ("a: &x b\n*x : c", {"a": "b", "b": "c"}),
        ("- &x ''\n- *x", ["", ""]),
    ],
)
def test_aliases_stand_for_what_is_anchored(text: str, data: object) -> None:
    assert read(text) == data


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: *x", ("yaml-syntax", "no anchor &x stands above", "*x")),
        ("a: *x\nb: &x 1", ("yaml-syntax", "no anchor &x stands above", "*x")),
        ("a: &x [*x]", ("yaml-cycle", "*x stands inside itself", "*x")),
        ("a: &x {b: [{c: *x}]}", ("yaml-cycle", "*x stands inside itself", "*x")),
        ("a: &x {<<: *x}", ("yaml-cycle", "*x stands inside itself", "*x")),
        ("a: &x [1]\n*x : c", ("yaml-key", "an alias is no key here", "*x")),
        ("a: !foo b", ("yaml-tag", 'the tag "!foo" is not data that a write-up holds', "!foo b")),
        ("a: !!binary aGk=", ("yaml-tag", 'the tag "!!binary" is not data that a write-up holds', "!!binary aGk=")),
        ("a: !!set {b}", ("yaml-tag", 'the tag "!!set" is not data that a write-up holds', "!!set {")),
        ("!x a: b", ("yaml-tag", 'the tag "!x" is not data that a write-up holds', "!x a")),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(text: str, problem: tuple[str, str, str]) -> None:
    assert faults(text) == ("refused", [problem])


@pytest.mark.parametrize("tag", ["timestamp", "omap", "pairs", "python/name:a.b", "python/object/apply:a.b"])
def test_other_tags_are_refused(tag: str) -> None:
    said = f'the tag "!!{tag}" is not data that a write-up holds'
    assert faults(f"a: !!{tag} 2017") == ("refused", [("yaml-tag", said, f"!!{tag} 2017")])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("!!str 1", "1"),
        ("! 1", "1"),
        ("!!map {b: 1}", {"b": 1}),
        ("!!seq [b]", ["b"]),
        ("! {b: 1}", {"b": 1}),
        ("!!int '1'", 1),
        ("!!null ''", None),
        ("!!bool 'true'", True),
        ("!!float 1.5", 1.5),
    ],
)
def test_core_tags_mean_their_types(text: str, value: object) -> None:
    assert read(f"a: {text}") == {"a": value}


@pytest.mark.parametrize("tag", ["int", "bool", "float", "null"])
def test_a_core_tag_on_other_text_is_an_error(tag: str) -> None:
    assert faults(f"a: !!{tag} maybe") == ({"a": "maybe"}, [("yaml-tag", f'"maybe" is not a {tag}', f"!!{tag} maybe")])


@pytest.mark.parametrize("text", ["a: !!map [1]", "a: !!seq {b: 1}", "a: !!str [1]", "!!int a: b", "- !!int [1]"])
def test_a_core_tag_on_another_kind_of_node_is_an_error(text: str) -> None:
    assert [code for code, _, _ in faults(text)[1]] == ["yaml-tag"]


@pytest.mark.parametrize("text", ["", "# nothing", "---", "---\n...\n", "~"])
def test_an_empty_document_is_nothing(text: str) -> None:
    assert read(text) is None


def test_a_second_document_is_an_error_and_not_read() -> None:
    said = ("yaml-documents", "a second YAML document starts here", "---")
    assert faults("a: 1\n---\n*b") == ({"a": 1}, [said])
    assert read("%YAML 1.2\n---\na: 1\n...\n") == {"a": 1}


def test_block_scalars_and_escapes() -> None:
    assert read("a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\n") == {"a": "x\n y\n", "b": "x y\nz"}
    assert read('a: "\\u00e9\\x41\\n\\U0001F600"') == {"a": "éA\n😀"}


@pytest.mark.parametrize(
    "text", ["a: x\u2028y", "a: x\u2029  y", "a: 'x\u2028  y'", "a: |\n  x\u2028  y\n", "- x # \u2028 c"]
)
def test_line_separators_break_no_line(text: str) -> None:
    # YAML 1.2.2 §5.4: they are no line breaks any more.
    expected = text.replace("a: |\n  ", "").removeprefix("a: ").strip("'")
    assert read(text) == (["x"] if text[0] == "-" else {"a": expected})


def test_an_alias_in_a_text_field_is_the_text_that_was_anchored() -> None:
    text = "name: A\nours: &v 1.10\nseries: *v\n"
    data, problems = read_yaml(text, 0, event_shape(), DEFAULT)
    assert problems == []
    assert data["series"] == "1.10"


def test_separators_are_kept_beside_private_use_characters() -> None:
    private = "".join(map(chr, range(0xE000, 0xF900)))
    event = en.read(text=f"name: A\nsummary: '\u2028{private}\u2029'\n", format="yaml").event
    assert event is not None
    assert event.summary == f"\u2028{private}\u2029"
    every = private + "".join(map(chr, (*range(0xF0000, 0xFFFFE), *range(0x100000, 0x10FFFE))))
    found = en.read(text=f"name: A\nsummary: 'é\u2028{every}'\n", format="yaml").diagnostics
    message = "-:2:12: error yaml-syntax not YAML: a line separator beside every private-use character"
    assert [str(one) for one in found] == [message]
