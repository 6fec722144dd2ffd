"""Pages and JSON-LD before judges from outside: html-validate, axe-core in Chromium, and TypeScript with schema-dts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import eventnotes as en
from eventnotes.model import Event
from judges.pages import invalid, unsafe, violations
from judges.schema_org import type_errors

EXAMPLES = sorted(one for one in (Path(__file__).parents[1] / "examples").iterdir() if one.name != "README.md")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_judges_find_nothing_in_the_examples(example: Path) -> None:
    page = en.write(en.load(example), "html")
    assert invalid([page]) == ""
    assert violations(page) == []
    assert violations(page, is_dark=True) == []
    assert unsafe(page) == []


def test_judges_find_nothing_in_pages_of_next_to_nothing() -> None:
    session = {"title": "*A* [b](https://c.example)", "speakers": ["x"], "start": "T09:00"}
    others = [{"start": "T10:00", "kind": "talk"}, {"moderators": ["y"], "lessons": [{"text": "z"}]}]
    bare = Event.model_validate({"name": "PyDay", "language": "ar", "sessions": [session, *others]})
    told = Event(
        name="PyDay", notes="| a | b |\n|---|---|\n| 1 | 2 |\n\n###### c\n\n> d\n\n![e](https://f.example/g.png)"
    )
    for event in (Event(name="PyDay"), bare, told):
        page = en.write(event, "html")
        assert (invalid([page]), violations(page)) == ("", [])


def test_judges_find_what_is_planted() -> None:
    page = en.write(Event(name="PyDay", notes="Text."), "html")
    assert "no-dup-id" in invalid([page.replace(b"<main>", b'<main id="a"><p id="a">b</p>')])
    assert [one for one, _ in violations(page.replace(b"<p>Text", b'<p style="color: #bbb">Text'))] == [
        "color-contrast"
    ]
    assert unsafe(page.replace(b"<p>", b"<p onclick=a()>")) == ["p onclick=a()"]


def test_all_is_of_the_types_that_schema_org_gives_it() -> None:
    texts = [en.write(en.load(one), "jsonld") for one in EXAMPLES]
    assert type_errors(texts) == ""
    wrong = json.loads(texts[0])
    wrong["about"]["headline"] = "an event has none"
    assert "headline" in type_errors([json.dumps(wrong).encode()])
