"""Front matter in TOML and JSON, what its keys mean, and the places of what is wrong in it."""

from __future__ import annotations

from typing import Any

import pytest

import eventnotes as en
from eventnotes.formats.places import toml_places
from eventnotes.inspection import inspected
from eventnotes.limits import DEFAULT

TOML = """+++
title = "A post"
date = 2024-05-01
weight = 1.10
slots = [09:30:00, 2024-05-01T09:30:00Z, 2024-05-01T09:30:00+02:00, 2024-05-01 09:30:00]

[event]
name = "PyDay"
start = 2024-05-01
tags = ["a", "b"]

[event.venue]
name = "Hall"

[[event.sessions]]
title = "One"
start = 09:30:00

[[event.sessions]]
title = "Two"
strat = "soon"
+++
Body.
"""


def said(source: str, **limits: int) -> list[str]:
    changed = DEFAULT
    for name, value in limits.items():
        changed = changed.but(name, value)
    return [str(one) for one in en.read(text=source, limits=changed).diagnostics]


def event_of(text: str) -> en.Event:
    event = en.read(text=text).event
    assert event is not None
    return event


def test_toml_is_read_with_its_dates_as_text() -> None:
    event = event_of(TOML)
    assert (event.name, event.start, event.tags, event.notes) == (
        "PyDay",
        "2024-05-01",
        ("a", "b"),
        "Body.\n\n## <!-- session: one -->\n\n## <!-- session: two -->",
    )
    assert [(one.title, one.start) for one in event.sessions] == [("One", "T09:30:00"), ("Two", None)]
    assert event.write_up is not None
    assert (event.write_up.title, event.write_up.published) == ("A post", "2024-05-01")
    slots = ["09:30:00", "2024-05-01T09:30:00Z", "2024-05-01T09:30:00+02:00", "2024-05-01T09:30:00"]
    assert event.write_up.extra == {"weight": 1.1, "slots": slots}


def test_places_in_toml() -> None:
    assert said(TOML) == ['-:21:1: error unknown-key Session has no field "strat"; did you mean start?']
    text = TOML.replace('name = "Hall"', "website = 'nope'").replace('title = "One"', "title = ' x'")
    assert [one.split(" ")[0] for one in said(text)] == ["-:13:11:", "-:16:9:", "-:21:1:"]


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ('["x", "y,]", \'z\'] # "c"', ['"x"', '"y,]"', "'z'"]),
        ('["""x""" , "# y"]', ['"""x"""', '"# y"']),
        ('["x", # "c"', ['"x"']),
        ("[", []),
        ("[]", []),
        ('["x", 3]', []),
        ('[["x"]]', []),
        ('["x", {b = "c"}]', []),
        ('"x"', []),
    ],
)
def test_places_of_texts_in_a_list_of_toml(written: str, items: list[str]) -> None:
    text = f"a = {written}\n"
    places = toml_places(text, 3)
    found = {loc: text[start - 3 : end - 3] for loc, (_, (start, end)) in places.items() if len(loc) > 1}
    assert found == {("a", number): item for number, item in enumerate(items)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("+++\na = [\n+++\n", "-:2:6: error toml-syntax not TOML: Invalid value"),
        ("+++\na = 1\na = 2\n+++\n", "-:3:6: error toml-syntax not TOML: Cannot overwrite a value"),
        ("+++\na = '''x\n+++\n", "-:2:9: error toml-syntax not TOML: Expected \"'''\""),
        ("+++\na = 2024-02-30\n+++\n", "-:2:5: error toml-syntax not TOML: Invalid date or datetime"),
        (
            "+++\na = 09:30\n+++\n",
            "-:2:6: error toml-syntax not TOML: Expected newline or end of document after a statement",
        ),
    ],
)
def test_toml_that_is_none_is_refused_at_its_place(text: str, message: str) -> None:
    assert said(text) == [message]


@pytest.mark.parametrize(
    ("inside", "limits", "message"),
    [
        ("a = " + "[" * 70, {}, "-:2:69: error limit-depth 65 is over the limit of 64 (depth)"),
        (".".join("a" * 70) + " = 1", {}, "-:2:1: error limit-depth 70 is over the limit of 64 (depth)"),
        ("a = 0x" + "f" * 50, {}, "-:2:5: error limit-number 52 is over the limit of 40 (number)"),
        (
            "a = '" + "1" * 50 + "'\nb = 12 # " + "9" * 50,
            {"number": 1},
            "-:3:5: error limit-number 2 is over the limit of 1 (number)",
        ),
        ("a = [1, 2, 3]", {"items": 2}, "-:2:5: error limit-items 3 is over the limit of 2 (items)"),
        ("a = 'xxx'", {"text": 2}, "-:2:5: error limit-text 3 is over the limit of 2 (text)"),
    ],
)
def test_toml_has_the_limits_of_the_others(inside: str, limits: dict[str, int], message: str) -> None:
    assert said(f"+++\n{inside}\n+++\n", **limits) == [message]


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        ('{"event": "A", "x": [1, 2, 3]}', {"items": 2}, "-:1:21: error limit-items 3 is over the limit of 2 (items)"),
        ('{"event": "A", "x": {"y": "zzz"}}', {"text": 2}, "-:1:27: error limit-text 3 is over the limit of 2 (text)"),
        ('{"event": "A", "x": [1, 2, 3]}', {"values": 4}, "limit-values"),
        ('{"event": "A", "x": [[[1]]]}', {"depth": 3}, "-:1:23: error limit-depth 4 is over the limit of 3 (depth)"),
        ('{"event": "A", "x": 12345}', {"number": 4}, "-:1:21: error limit-number 5 is over the limit of 4 (number)"),
    ],
)
def test_json_has_the_limits_of_the_others(data: str, limits: dict[str, int], message: str) -> None:
    found = said(f"{data}\nBody", **limits)
    assert len(found) == 1
    assert message in found[0]


def test_json_front_matter_ends_with_its_object() -> None:
    event = event_of('{\n  "event": {"name": "A", "start": "2024"},\n  "title": "T"\n}\n\n{"not": "read"}\n')
    assert (event.name, event.notes) == ("A", '{"not": "read"}')
    assert event_of(';;;\n{"event": "A"}\n;;;\nBody').notes == "Body"
    assert said('{"event": "A",\n "x": nope}\n\nBody') == ["-:2:7: error json-syntax not JSON: Expecting value"]
    assert event_of("{ no: json }\n\n# A\n").name == "A"


def test_types_that_json_gives_are_not_taken_for_others() -> None:
    facts = '"sessions": 3, "tags": true, "venue": 1, "eventnotes": 1.5, "lessons": [null, "", "x"]'
    text = f'{{"event": {{"name": "A", {facts}}}}}\n'
    assert [one.split(": ", 1)[1] for one in said(text)] == [
        'error type sessions should be a list, not "3"',
        'error type tags should be a list, not "True"',
        'error type venue should be a mapping, not "1"',
        'error schema-version "1.5" is no schema version',
    ]
    assert [one.text for one in event_of(text).lessons] == ["x"]


def test_a_key_beside_extra_and_in_it_is_given_twice() -> None:
    text = "---\nevent:\n  name: A\n  foo: 1\n  extra: {foo: 2, bar: 3}\n---\n"
    assert said(text) == [
        '-:4:3: warning unknown-key Event has no field "foo"; it is kept in extra',
        '-:4:3: error duplicate-key "foo" stands here and under extra: too',
    ]
    assert event_of(text).extra == {"foo": 2, "bar": 3}


DATES: list[tuple[Any, str | None]] = [
    ("2021-06-22 11:01:00 -0500", "2021-06-22T11:01:00-05:00"),
    ("'2017-05-09 10:00 +0100'", "2017-05-09T10:00+01:00"),
    ('"2015-05-21 15:00:00 UTC"', "2015-05-21T15:00:00Z"),
    ("'2019-01-15T8:00:00'", "2019-01-15T08:00:00"),
    ("2016-10-21T22:02:50+02:00", "2016-10-21T22:02:50+02:00"),
    ("2016-10", "2016-10"),
    ("May 9, 2017", "2017-05-09"),
    ("9 May 2017", "2017-05-09"),
    ("09:30", None),
    ("yesterday", None),
    ("2017-02-30", None),
    ("2017-05-09 25:00", None),
]


@pytest.mark.parametrize(("written", "published"), DATES)
def test_dates_of_site_generators_are_read(written: str, published: str | None) -> None:
    text = f"---\nevent: {{name: A, start: 2024}}\ndate: {written}\n---\n"
    write_up = event_of(text).write_up
    assert write_up is not None
    assert write_up.published == published
    codes = [one.code for one in inspected(en.read(text=text), named=True).diagnostics]
    assert codes == ([] if published else ["unread-date"])
    assert (write_up.extra == {}) is (published is not None)


def test_keys_of_the_post_go_where_they_belong() -> None:
    text = """---
event: PyDay
date: 2024-05-01
publishDate: 2024-06-01
lastmod: 2024-07-01
updated: 2024-08-01
author: {name: Ana, url: https://example.org/ana}
authors: [Bo]
categories: [a, b]
tags: "b, c"
description: About it.
lang: pt-BR
canonical_url: /path/
status: published
published: true
draft: false
---
"""
    event = event_of(text)
    assert (event.start, said(text)) == ("2024-05-01", [])
    write_up = event.write_up
    assert write_up is not None
    assert (write_up.published, write_up.updated, write_up.summary) == ("2024-06-01", "2024-07-01", "About it.")
    assert [(one.name, one.website) for one in write_up.authors] == [("Ana", "https://example.org/ana")]
    assert (write_up.tags, write_up.language, write_up.url, write_up.status) == (("a", "b", "c"), "pt-BR", None, None)
    kept = {"updated": "2024-08-01", "authors": ["Bo"], "canonical_url": "/path/", "status": "published"}
    assert write_up.extra == {**kept, "published": True, "draft": False}
    material = event_of("---\nevent: A\ndate: {created: 2024-05-01, updated: 2024-05-02}\n---\n").write_up
    assert material is not None
    assert (material.published, material.updated, material.extra) == ("2024-05-01", "2024-05-02", {})


def test_a_name_that_is_too_long_is_placed_and_not_missing() -> None:
    assert said("---\nevent: {name: Sixsix}\n---\n", line=5) == [
        "-:2:15: error limit-line 6 is over the limit of 5 (line)"
    ]
    body = "---\nevent: A\n---\n\n**Lesson:** Sixsix\n\n**Framework: Sixsix**\n\n- a\n"
    assert said(body, line=5) == [f"-:{line}:1: error limit-line 6 is over the limit of 5 (line)" for line in (5, 7)]
