"""Changing a text in its place: the whole difference for a change, and equality for any."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import eventnotes as en
from eventnotes.edit import differences
from eventnotes.inspection import inspected
from eventnotes.model import Link, Speaker
from eventnotes.testing import events, plain_events

EXAMPLES = Path(__file__).parents[1] / "examples"
POST = (EXAMPLES / "two-days-of-civic-data.md").read_text(encoding="utf-8")
DATA = (EXAMPLES / "winter-meetup.event.yaml").read_text(encoding="utf-8")
Change = Callable[[en.Event], en.Event]


def difference(before: str, after: str) -> str:
    """The lines that are gone and those that are new, place by place."""
    found = []
    old = before.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, old))]
    for span, new in differences(before, after):
        gone = old[starts.index(span.start) : starts.index(span.end)]
        found += [f"-{line}" for line in gone] + [f"+{line}" for line in new.splitlines(keepends=True)]
    return "".join(found).removesuffix("\n")


def session(number: int, **changes: Any) -> Change:
    def changed(event: en.Event) -> en.Event:
        sessions = list(event.sessions)
        sessions[number] = sessions[number].replace(**changes)
        return event.replace(sessions=sessions)

    return changed


def first_quote(**changes: Any) -> Change:
    return lambda event: session(0, quotes=[event.sessions[0].quotes[0].replace(**changes)])(event)


def renamed(event: en.Event) -> en.Event:
    return event.replace(
        speakers=[one.replace(name="Siân Rees") if one.name == "Siân Prydderch" else one for one in event.speakers]
    )


def ticked(event: en.Event) -> en.Event:
    return event.replace(
        lessons=[one.replace(actions=[act.replace(done=True) for act in one.actions]) for one in event.lessons]
    )


CHANGES: dict[str, tuple[Change, str]] = {
    "nothing": (lambda event: event, ""),
    "a label": (session(1, room="Cellar"), "-- **Room:** Loft\n+- **Room:** Cellar"),
    "a label more": (session(0, track="Streets"), "+- **Track:** Streets"),
    "a label less": (session(1, track=None), "-- **Track:** Streets"),
    "a link": (
        lambda event: session(0, links=[*event.sessions[0].links, Link(url="https://a.example/s", rel="slides")])(
            event
        ),
        "+- **Slides:** <https://a.example/s>",
    ),
    "a title": (
        session(0, title="Publish the dull parts first"),
        (
            "-### Publish the boring parts first\n+### Publish the dull parts first\n+\n"
            "+<!-- id: publish-the-boring-parts-first -->"
        ),
    ),
    "a date": (lambda event: event.replace(start="2024-10-25"), "-  start: 2024-10-26\n+  start: 2024-10-25"),
    "a quoted scalar": (
        lambda event: event.replace(venue=event.venue.replace(name="Rope ‘Hall’")) if event.venue else event,
        "-    name: 'Ropewalk Hall'\n+    name: 'Rope ‘Hall’'",
    ),
    "a key more": (
        lambda event: event.replace(venue=event.venue.replace(region="East")) if event.venue else event,
        "+    region: East",
    ),
    "a key less": (
        lambda event: event.replace(website=None),
        "-  website: https://example.org/estuary-civic-data/2024",
    ),
    "an item of a list": (lambda event: event.replace(tags=(*event.tags, "bells")), "+    - bells"),
    "a list in brackets": (
        lambda event: event.replace(write_up=event.write_up.replace(tags=("data",))) if event.write_up else event,
        '-tags: [open-data, conference, "trip report"]\n+tags: [data]',
    ),
    "words of a quote": (
        first_quote(text="Nobody has ever called us to say that the dashboard is down."),
        (
            "-> Nobody has ever rung us to say that the dashboard is down.\n"
            "+> Nobody has ever called us to say that the dashboard is down.\n"
            "-> — Eze\n+> — Eze <!-- id: nobody-has-ever-rung-us -->"
        ),
    ),
    "what Markdown has no words for": (
        first_quote(tags=("bells",)),
        (
            "+  sessions:\n+  - id: publish-the-boring-parts-first\n+    quotes:\n+    - id: nobody-has-ever-rung-us\n"
            "+      text: Nobody has ever rung us to say that the dashboard is down.\n+      speaker: ngozi-eze\n"
            "+      tags: [bells]\n-> Nobody has ever rung us to say that the dashboard is down.\n->\n-> — Eze\n"
            "+<!-- quote: nobody-has-ever-rung-us -->"
        ),
    ),
    "a name": (
        renamed,
        (
            "-- **Speaker:** Siân Prydderch, Developer, Open Tides\n"
            "+- **Speaker:** Siân Rees, Developer, Open Tides <!-- id: sian-prydderch -->\n"
            "-> — Siân Prydderch\n+> — Siân Rees\n"
            "-**Lesson (Prydderch):** Test with the last Sunday in October. If a feed survives that night, it will\n"
            "+**Lesson (Rees):** Test with the last Sunday in October. If a feed survives that night, it will"
        ),
    ),
    "actions": (
        ticked,
        (
            "-  - [ ] Put it online as a CSV file, with the date of the last check (owner: Hanne, due: 2024-11-30)\n"
            "+  - [x] Put it online as a CSV file, with the date of the last check (owner: Hanne, due: 2024-11-30)\n"
            "-  - [ ] Try our opening-hours feed on the night the clocks go forward "
            "(owner: Alasdair, due: 2025-03-28)\n"
            "+  - [x] Try our opening-hours feed on the night the clocks go forward (owner: Alasdair, due: 2025-03-28)"
        ),
    ),
    "a quote more": (
        lambda event: session(1, quotes=[*event.sessions[1].quotes, en.Quote(text="Ask me.", attribution="A sign")])(
            event
        ),
        "+> Ask me.\n+>\n+> — A sign\n+",
    ),
    "words of the narrative": (
        lambda event: event.replace(notes=str(event.notes).replace("something unfinished", "something half done")),
        (
            "-> Bring something unfinished. You will get better questions, and you will have slept.\n"
            "+> Bring something half done. You will get better questions, and you will have slept."
        ),
    ),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize(("newline", "mark"), [("\n", ""), ("\r\n", ""), ("\r\n", "\ufeff")])
def test_a_change_is_the_whole_difference(change: Change, expected: str, newline: str, mark: str) -> None:
    document = en.read(text=mark + POST.replace("\n", newline))
    assert document.event is not None
    event = change(document.event)
    text = document.update(event)
    assert text.rewritten == ()
    assert text.count("\r\n") == (text.count("\n") if newline == "\r\n" else 0)
    assert text.startswith(mark)
    assert difference(POST, text.removeprefix(mark).replace("\r\n", "\n")) == expected
    assert en.write(en.load(text=text), "json") == en.write(event, "json")


def test_a_session_that_goes_leaves_the_speakers_that_others_name() -> None:
    document = en.read(text=POST)
    assert document.event is not None
    text = document.update(document.event.replace(sessions=document.event.sessions[1:]))
    lines = difference(POST, text).splitlines()
    assert [line for line in lines if line[0] == "+"] == ["+  speakers: ['Ngozi Eze, Head of Data, Marlhaven Council']"]
    assert len([line for line in lines if line[0] == "-"]) == POST.split("### ")[1].count("\n")


LABELS = {
    "paragraphs": "**Speaker:** Ana Lima, CTO\n\n**Room:** Loft\n\n**Tags:** a",
    "lines": "Speaker: Ana Lima, CTO  \nRoom: Loft\\\nTags: a",
    "bold lines": "**speaker**: Ana Lima, CTO<br>\n**Room**: Loft\n**Tags**: a",
    "a list": "* **Speaker:** Ana Lima, CTO\n* **Room:** Loft\n* **Tags:** a",
    "a loose list": "- **Speaker:** Ana Lima, CTO\n\n- **Room:** Loft\n\n- **Tags:** a",
}


@pytest.mark.parametrize("labels", LABELS.values(), ids=LABELS)
@pytest.mark.parametrize("heading", ["## Talk", "Talk\n----", "## Talk <!-- id: talk -->"])
def test_labels_keep_the_form_in_which_they_are_written(labels: str, heading: str) -> None:
    document = en.read(text=f"---\nevent: A\n---\n\n{heading}\n\n{labels}\n\nWords.\n")
    assert document.event is not None
    text = document.update(session(0, room="Cellar")(document.event))
    assert (text.rewritten, str(text)) == ((), document.text.replace("Loft", "Cellar"))
    text = document.update(session(0, room=None, track="Streets")(document.event))
    assert text.rewritten == ()
    changed = document.text.replace("Room", "Track").replace("Loft", "Streets")
    assert [bare(line) for line in text.splitlines()] == [bare(line) for line in changed.splitlines()]


def test_a_label_that_is_written_anew_keeps_the_form_of_the_others() -> None:
    body = "\n## Friday 3 May\n\n### Talk\n\n**Speaker:** Ana Lima\n**Time:** 09:30-10:15\n"
    document = en.read(text=f"---\nevent: A\n---\n{body}")
    assert document.event is not None
    text = document.update(document.event.replace(start="2024-05-03"))
    dated = body.replace("09:30-10:15", "T09:30–T10:15")  # below the heading, 09:30 would be on that day now
    assert text == f"---\nevent:\n  name: A\n  start: '2024-05-03'\n---\n{dated}"
    assert text.rewritten == ("**Time:** T09:30–T10:15",)


def bare(line: str) -> str:
    """A line without the marks that a new one need not have: bold, hard breaks."""
    return re.sub(r"[*\\ ]|<br>", "", line)


LISTED = """---
event:
  name: A
  start: 2024
  lessons:
    - text: One
      tags: [a]
    - text: Two
      tags: [a]
---

# Notes

- <!-- lesson: one -->
- <!-- lesson: two -->

Then:

**Lessons:**

- Three
- Four

> Five.
>
> —

The end.
"""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda event: event.replace(lessons=event.lessons[1:]),
            "-    - text: One\n-      tags: [a]\n-- <!-- lesson: one -->",
        ),
        (lambda event: event.replace(lessons=event.lessons[:3]), "-- Four"),
        (lambda event: event.replace(lessons=event.lessons[:2]), "-**Lessons:**\n-\n-- Three\n-- Four\n-"),
        (
            lambda event: event.replace(lessons=event.lessons[2:]),
            (
                "-  lessons:\n-    - text: One\n-      tags: [a]\n-    - text: Two\n-      tags: [a]\n"
                "-\n-- <!-- lesson: one -->\n-- <!-- lesson: two -->"
            ),
        ),
        (lambda event: event.replace(quotes=()), "-> Five.\n->\n-> —\n-"),
    ],
)
def test_an_item_that_goes_leaves_nothing_behind(change: Change, expected: str) -> None:
    document = en.read(text=LISTED)
    assert document.event is not None
    event = change(document.event)
    text = document.update(event)
    assert (text.rewritten, difference(LISTED, text)) == ((), expected)
    assert inspected(en.read(text=text), named=True).diagnostics == ()
    assert en.write(en.load(text=text), "json") == en.write(event, "json")


DATA_CHANGES: dict[str, tuple[Change, str]] = {
    "a value": (session(0, room="Attic"), "-    room: Chart Room\n+    room: Attic"),
    "a list in brackets": (session(0, tags=("maps", "sea")), "-    tags: [maps]\n+    tags: [maps, sea]"),
    "what YAML would type": (
        lambda event: event.replace(name="No"),
        "-name: Lighthouse Winter Meetup\n+name: 'No'",
    ),
    "an item": (
        lambda event: event.replace(speakers=[*event.speakers, Speaker(name="Ola", pronouns="she/her")]),
        "+  - id: ola\n+    name: Ola\n+    pronouns: she/her",
    ),
}


@pytest.mark.parametrize(("change", "expected"), DATA_CHANGES.values(), ids=DATA_CHANGES)
def test_yaml_keeps_its_comments_and_its_quotes(change: Change, expected: str) -> None:
    document = en.read(text=DATA, format="yaml")
    assert document.event is not None
    event = change(document.event)
    text = document.update(event)
    assert (text.rewritten, difference(DATA, text)) == ((), expected)
    assert en.write(en.load(text=text, format="yaml"), "json") == en.write(event, "json")


@pytest.mark.parametrize(
    ("text", "change", "expected", "rewritten"),
    [
        (
            "---\nevent: A\n---\n\nWords.\n",
            {"start": "2024"},
            "---\nevent:\n  name: A\n  start: '2024'\n---\n\nWords.\n",
            (),
        ),
        (
            "---\nevent: {name: A, start: 2024}\n---\n",
            {"end": "2025"},
            "---\nevent: {name: A, start: 2024, end: '2025'}\n---\n",
            (),
        ),
        (
            "---\nevent: {name: A, tags: [b, 'c']}\n---\n",
            {"tags": ["*b]", "c, d", "e"]},
            "---\nevent: {name: A, tags: ['*b]', 'c, d', e]}\n---\n",
            (),
        ),
        (
            "---\ntitle: B\nevent:\n  start: 2024\n---\n",
            {"write_up": {"title": "C"}},
            "---\ntitle: C\nevent:\n  name: B\n  start: 2024\n---\n",
            (),
        ),
        (
            "---\nx: &x A\nevent:\n  name: *x\n---\n\nWords.\n",
            {"name": "B"},
            "---\nx: &x A\nevent:\n  id: a\n  name: B\n---\n\nWords.\n",
            (),
        ),
        (
            "---\nbase: &b {series: S}\nevent:\n  <<: *b\n  name: A\n---\n",
            {"name": "B"},
            "---\nbase: &b {series: S}\nevent:\n  id: a\n  name: B\n  series: S\n---\n",
            (),
        ),
        ("# A\n\nWords.\n", {"start": "2024"}, "---\nevent:\n  name: A\n  start: '2024'\n---\n# A\n\nWords.\n", ()),
    ],
)
def test_front_matter_of_every_shape(
    text: str, change: dict[str, Any], expected: str, rewritten: tuple[str, ...]
) -> None:
    document = en.read(text=text)
    assert document.event is not None
    new = document.update(document.event.replace(**change))
    assert (new, new.rewritten) == (expected, rewritten)


def test_what_cannot_be_changed_says_so() -> None:
    broken = en.read(text="---\nevent:\n  name: A\n  start: soon\n---\n")
    assert broken.event is not None
    with pytest.raises(ValueError, match="errors") as refused:
        broken.update(broken.event)
    assert str(refused.value) == (
        "a text with errors is not changed; mend them first: "
        '-:4:10: error date start should be a date or time in ISO 8601, not "soon"'
    )
    toml = en.read(text="+++\nevent = 'A'\n+++\n")
    assert toml.event is not None
    assert toml.update(toml.event) == toml.text
    with pytest.raises(ValueError, match="TOML") as refused:
        toml.update(toml.event.replace(start="2024"))
    assert str(refused.value) == "front matter in TOML is not changed; change it by hand, or use YAML"


@given(plain_events(), plain_events())
def test_any_plain_text_is_changed_in_its_place_to_say_any_other_event(one: en.Event, other: en.Event) -> None:
    document = en.read(data=en.write(one, "markdown"))
    same = document.update(one)
    assert (str(same), same.rewritten) == (document.text, ())
    text = document.update(other)
    assert text.rewritten in ((), ("the front matter",))  # its keys may stand in another order
    assert en.write(en.load(text=text), "json") == en.write(other, "json")


@pytest.mark.parametrize("format", ["markdown", "yaml", "json"])
@given(events(), events())
def test_any_text_can_say_any_other_event(format: str, one: en.Event, other: en.Event) -> None:
    document = en.read(data=en.write(one, format), format=format)
    assert document.update(one) == document.text
    text = document.update(other)
    assert en.write(en.load(text=text, format=format), "json") == en.write(other, "json")
