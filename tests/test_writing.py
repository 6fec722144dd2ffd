"""Markdown as it is written: each event in tests/written, the post beside it, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import eventnotes as en
from eventnotes.formats.markdown.writer import written
from laws import obeys

FOLDER = Path(__file__).parent / "written"
EVENTS = sorted(FOLDER.glob("*.yaml"))
# How many items and fields stand under `event:` for want of words; of the others none.
UNNATURAL = {
    "a-fence-that-is-never-closed": 1,
    "a-list-of-lessons-that-begins-below-another-list": 1,
    "a-post-whose-keys-would-be-read-otherwise": 1,
    "a-post-whose-language-is-wrong": 1,
    "a-whole-session-that-is-not-first": 1,
    "days": 1,
    "fields-of-an-entry-beside-an-item": 2,
    "fields-without-words": 5,
    "frameworks": 1,
    "items-under-event-after-a-session": 2,
    "lessons": 2,
    "lists-of-sessions": 2,
    "people-who-are-not-listed": 3,
    "quotes": 2,
    "sessions-under-event": 3,
    "titles-and-labels-that-read-otherwise": 4,
}


@pytest.mark.parametrize("path", EVENTS, ids=[one.stem for one in EVENTS])
def test_a_post_is_written(path: Path) -> None:
    event = en.load(path)
    post = written(event)
    assert post.text == path.with_suffix(".md").read_text(encoding="utf-8")
    assert post.unnatural == UNNATURAL.get(path.stem, 0)
    assert en.write(event, "markdown") == post.text.encode()
    obeys(event, "markdown", post.text.encode())


def test_every_event_has_its_post() -> None:
    assert sorted(one.with_suffix(".yaml") for one in FOLDER.glob("*.md")) == EVENTS


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"series": "x" * 1_001}, "1,001 is over the limit of 1,000 (line)"),
        ({"lessons": [{"text": "x" * 1_001}]}, "1,001 is over the limit of 1,000 (line)"),
        ({"sessions": [{"title": "x" * 1_001, "kind": "talk"}]}, "1,001 is over the limit of 1,000 (line)"),
        ({"sessions": [{"kind": "talk", "tags": ["x"] * 10_001}]}, "10,001 is over the limit of 10,000 (items)"),
        ({"quotes": [{"text": "x"}] * 10_001}, "10,001 is over the limit of 10,000 (items)"),
        ({"summary": "x" * 256_001}, "256,001 is over the limit of 256,000 (text)"),
        ({"tags": ["x"] * 10_001}, "10,001 is over the limit of 10,000 (items)"),
    ],
)
def test_what_is_beyond_the_limits_is_refused_by_name(data: dict[str, Any], said: str) -> None:
    event = en.Event.model_validate({"name": "A", **data})
    with pytest.raises(ValueError, match="beyond") as refused:
        en.write(event, "markdown")
    assert str(refused.value) == f"this event is beyond what a write-up may hold: {said}"


@pytest.mark.parametrize(
    "narrative", ["> no\n>\n> — Ana", "**Lesson:** no", "## H\n\n- **Speaker:** Ana", "<!-- text -->"]
)
def test_a_thousand_look_alikes_are_guarded(narrative: str) -> None:
    event = en.Event(name="A", notes="\n\n".join([narrative] * 1_000))
    post = written(event)
    assert post.unnatural == 0
    assert post.text.count("<!-- text -->") >= 1_000
    obeys(event, "markdown", post.text.encode())
