# pyright: strict
"""What a user of the library might write: notes on a meetup, read, counted, changed, written and checked."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import assert_type

import eventnotes as en
from eventnotes.model import Link, Role, Venue
from eventnotes.when import When

POST = """---
title: One evening
event:
  name: Quayside Data Meetup
  start: 2023-11-16
---

## The spreadsheet as a place

- **Speaker:** Zainab Okoro, Data Engineer at Quayside Analytics
- **Time:** 18:45–19:25

> Formatting is data that nobody has given a column yet.
>
> — Zainab Okoro

**Lesson:** Import the colours first.
"""


def read_one(path: Path) -> en.Event:
    path.write_text(POST, encoding="utf-8")
    document = en.read(path)
    assert_type(document, en.Document)
    assert_type(document.event, en.Event | None)
    assert_type(document.diagnostics, tuple[en.Diagnostic, ...])
    event = en.load(path)
    assert_type(event, en.Event)
    return event


def look_inside(event: en.Event) -> list[str]:
    assert_type(event.name, str)
    assert_type(event.start, When | None)
    assert_type(event.venue, Venue | None)
    assert_type(event.tags, tuple[str, ...])
    assert_type(event.sessions, tuple[en.Session, ...])
    found: list[str] = []
    for session in event.sessions:
        assert_type(session.speakers, tuple[str, ...])
        start = session.start.at(event) if session.start else None
        assert_type(start, When | None)
        if start is not None and start.precision != "time":
            assert_type(start.earliest, datetime)
            found.append(f"{start} {session.title}")
    for place, quote in event.every(en.Quote):
        assert_type(place, en.Session | None)
        assert_type(quote, en.Quote)
        found.append(f"{quote.text} ({quote.speaker})")
    return found


def build_another() -> en.Event:
    speaker = en.Speaker(
        name="Ana Lima",
        roles=(Role(title="CTO", organization="NHS"),),
        links=(Link(url="https://example.org", rel="slides"),),
    )
    framework = en.Framework(name="Two Rs", elements=())
    event = en.Event(name="PyDay", start=When("2024-05-01"), speakers=(speaker,), frameworks=(framework,))
    changed = event.replace(lessons=(en.Lesson(text="Ask first."),))
    assert_type(changed, en.Event)
    return changed


def main(folder: Path) -> None:
    post = folder / "post.md"
    for line in look_inside(read_one(post)):
        print(line)
    data = en.write(build_another(), "json")
    assert_type(data, bytes)
    print(en.load(data=data, format="json") == build_another())
    en.dump(build_another(), folder / "pyday.json")
    losses = en.convert(post, folder / "post.yaml")
    print(len(losses), sorted(path.name for path in folder.iterdir()))
    try:
        en.load(text="---\nevent: {name: a, website: b}\n---\n")
    except en.InvalidWriteUp as error:
        print(error.diagnostics[0].code, error.diagnostics[0].line)
    for diagnostic in en.check(folder / "pyday.json"):
        assert_type(diagnostic, en.Diagnostic)
        assert_type(diagnostic.line, int)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
