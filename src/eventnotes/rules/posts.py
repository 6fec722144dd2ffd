"""Rules about the write-up itself, the post in which all is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from eventnotes.model import Event
from eventnotes.rules._finding import Finding, all_lessons, all_quotes
from eventnotes.when import When


def draft_not_reviewed(event: Event) -> Iterator[Finding]:
    """The write-up is a draft that nobody has reviewed.

    `status: draft` stands above what a program extracted from prose, or what somebody has not finished. A person reads
    it, corrects it, and writes `status: reviewed`.

    reported:

        ---
        title: A day at PyDay
        status: draft
        event:
          name: PyDay
          start: 2024-05-01
        ---

    accepted:

        ---
        title: A day at PyDay
        status: reviewed
        event:
          name: PyDay
          start: 2024-05-01
        ---
    """
    if event.write_up is not None and event.write_up.status == "draft":
        help = "review it, then write status: reviewed, or remove the line"
        yield Finding(("write_up", "status"), "this is a draft that nobody has reviewed", help)


def published_before_event(event: Event) -> Iterator[Finding]:
    """The write-up says what was said, and was published before the event began.

    Most often a year is mistyped, in one of the two dates. A day's difference is nothing: clocks differ by place.

    reported:

        ---
        title: A day at PyDay
        date: 2023-05-02
        event:
          name: PyDay
          start: 2024-05-01
        ---

        **Lesson:** Ask before you build.

    accepted:

        ---
        title: A day at PyDay
        date: 2024-05-02
        event:
          name: PyDay
          start: 2024-05-01
        ---

        **Lesson:** Ask before you build.
    """
    published = event.write_up.published if event.write_up is not None else None
    start = event.start
    if published is None or start is None or start[0] == "T" or str(published)[:10] >= start[:10]:
        return
    if not (all_quotes(event) or all_lessons(event)):
        return
    day, first = (When(one[:10]) for one in (published, start))
    if day.latest + timedelta(days=1) < first.earliest:
        message = f"the write-up was published on {day}, before the event began on {first}"
        yield Finding(("write_up", "published"), message, "correct one of the two dates")
