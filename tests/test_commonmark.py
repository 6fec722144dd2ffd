"""The examples of CommonMark's specification as narrative: each is written and reads back equal, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import eventnotes as en
from judges import commonmark
from laws import LOSSLESS, obeys


def alone(notes: str) -> en.Event:
    return en.Event(name="A", notes=notes)


def in_a_session(notes: str) -> en.Event:
    return en.Event.model_validate({"name": "A", "sessions": [{"title": "T", "kind": "talk", "notes": notes}]})


def between_items(notes: str) -> en.Event:
    """An item of every kind before the narrative and after it, each of which may run into it."""
    marks = "<!-- quote: {} -->", "- <!-- lesson: {} -->", "<!-- framework: {} -->", "## <!-- session: {} -->"
    told = "\n\n".join(f"{mark.format(end)}\n\n{notes}" for mark in marks for end in "ab")
    return en.Event.model_validate(
        {
            "name": "A",
            "quotes": [{"id": one, "text": one} for one in "ab"],
            "lessons": [{"id": one, "text": one} for one in "ab"],
            "frameworks": [{"id": one, "name": one, "elements": [{"title": one}]} for one in "ab"],
            "sessions": [{"id": one, "title": one, "kind": "talk", "notes": notes} for one in "ab"],
            "notes": f"{notes}\n\n{told}",
        }
    )


def test_they_are_all_there() -> None:
    assert len(commonmark()) == 652


@pytest.mark.parametrize("place", [alone, in_a_session, between_items], ids=lambda one: one.__name__)
@pytest.mark.parametrize("part", range(4))
def test_every_example_is_written_and_read_equal(part: int, place: Callable[[str], en.Event]) -> None:
    for notes in commonmark()[part::4]:
        event = place(notes)
        for format in LOSSLESS:
            obeys(event, format, en.write(event, format))


def test_an_example_that_is_all_there_is_stands_in_the_body_word_for_word() -> None:
    for example in commonmark():
        notes = alone(example).notes or ""
        body = en.write(alone(example), "markdown").decode().partition("\n---\n")[2]
        assert body.replace("<!-- text -->\n\n", "").replace("<!-- text -->\n", "").strip("\n") == notes.strip("\n")
