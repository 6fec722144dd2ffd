"""The Big List of Naughty Strings in every field of text of every class: each is written, and reads back equal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import eventnotes as en
from eventnotes.schema import schema
from eventnotes.testing._hostile import one_line
from laws import LOSSLESS, obeys

FILE = Path(__file__).parents[2] / "shared" / "corpus" / "naughty-strings" / "package__resources__blns.json"
STRINGS: list[str] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else []
# What a class needs, or what makes it one that the text of a post can show.
NEEDED: dict[str, dict[str, Any]] = {
    "Event": {"name": "A"},
    "Speaker": {"id": "ana", "name": "Ana Lima"},
    "Session": {"title": "T", "kind": "talk"},
    "Quote": {"text": "q"},
    "Lesson": {"text": "l"},
    "Framework": {"name": "f", "elements": [{"title": "e"}]},
    "Element": {"title": "e"},
    "Action": {"text": "a"},
    "Organization": {"name": "o"},
    "Author": {"name": "w"},
    "Link": {"url": "https://example.org"},
}

Way = tuple[tuple[str, str, bool], ...]
"""Steps from the event to a field: class, name, and whether the field is a list."""

pytestmark = pytest.mark.skipif(not STRINGS, reason="the corpus is not here")


def fields(seen: set[str], name: str = "Event", before: Way = ()) -> Iterator[Way]:
    """The way to every field of text, once for each class."""
    seen.add(name)
    definitions = schema("event")["$defs"]
    for key, field in (schema("event") if name == "Event" else definitions[name])["properties"].items():
        inner = next((one for one in field.get("anyOf", ()) if one.get("type") != "null"), field)
        kind = inner.get("items", inner).get("$ref", "").rpartition("/")[2]
        path = (*before, (name, key, "items" in inner))
        if kind in ("Line", "Inline", "Markdown", "Extra"):
            yield path
        elif kind not in seen and "properties" in definitions.get(kind, ()):
            yield from fields(seen, kind, path)


FIELDS = list(fields(set()))


def event_with(path: Way, text: str) -> en.Event:
    """An event that has the text in a field."""
    value: Any = {text: [text, 1]} if path[-1][1] == "extra" else text
    for name, key, is_list in reversed(path):
        value = {**NEEDED.get(name, {}), key: [value] if is_list else value}
    if path[0][1] == "sessions":
        value = {"speakers": [NEEDED["Speaker"]], **value}
    return en.Event.model_validate(value)


def events_with(path: Way) -> Iterator[en.Event]:
    """Events with every string that the field can hold, on one line if need be."""
    for text in STRINGS:
        for form in (text, one_line(text)):
            try:
                yield event_with(path, form)
                break
            except ValidationError:
                continue


def test_every_class_is_there() -> None:
    assert {path[-1][0] for path in FIELDS} >= {*NEEDED, "WriteUp", "Venue", "Role"}
    assert len(FIELDS) > 50


@pytest.mark.parametrize("path", FIELDS, ids=[f"{one[-1][0]}.{one[-1][1]}" for one in FIELDS])
def test_naughty_strings_are_written_as_markdown(path: Way) -> None:
    written = 0
    for event in events_with(path):
        obeys(event, "markdown", en.write(event, "markdown"))
        written += 1
    assert written > 480


@pytest.mark.parametrize("format", [one for one in LOSSLESS if one != "markdown"])
def test_naughty_strings_are_written_in_the_other_formats(format: str) -> None:
    for path in FIELDS:
        for event in [*events_with(path)][:: len(FIELDS) // 7]:
            obeys(event, format, en.write(event, format))
