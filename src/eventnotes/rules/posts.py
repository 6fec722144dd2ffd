"""Rules about the write-up itself, the post in which all is told."""

from __future__ import annotations

from collections.abc import Iterator

from eventnotes.model import Event
from eventnotes.rules._finding import Finding


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
