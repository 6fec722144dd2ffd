"""Rules about lessons and frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.model import Event
from eventnotes.rules._finding import Finding, owners

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2
    )
}
_COUNT = re.compile(
    rf"(?<![\w.,:/–-])(?P<count>[2-9]|1[0-2]|{'|'.join(_NUMBERS)})\b(?![-–.:/%])(?=[ \t]+[a-z])", re.IGNORECASE
)


def empty_framework(event: Event) -> Iterator[Finding]:
    """A framework has no elements.

    In a post its elements are the list directly below `**Framework: …**`; a paragraph between the two parts them.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        **Framework: Three Rs**

        She told us about them at length.

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        **Framework: Three Rs**

        1. Read
        2. Run
        3. Repair
    """
    for owner, loc in owners(event):
        for at, framework in enumerate(owner.frameworks):
            if not framework.elements:
                help = "put the list of its elements directly below its name"
                yield Finding((*loc, "frameworks", at, "name"), "the framework has no elements", help)


def count_mismatch(event: Event) -> Iterator[Finding]:
    """The name of a framework says another number than it has elements.

    `4 easy steps` with three elements: one was forgotten, or belongs to another list.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        **Framework: Three steps to a release**

        1. Test
        2. Ship

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        **Framework: Three steps to a release**

        1. Test
        2. Tag
        3. Ship
    """
    for owner, loc in owners(event):
        for at, framework in enumerate(owner.frameworks):
            match = _COUNT.search(framework.name)
            if match is None or not framework.elements:
                continue
            said = _NUMBERS.get(match["count"].lower()) or int(match["count"])
            if said != len(framework.elements):
                message = f"the name says {match['count']}, and there are {len(framework.elements)} elements"
                yield Finding(
                    (*loc, "frameworks", at, "name"),
                    message,
                    "add what is missing, or correct the number",
                    match["count"],
                )
