"""Rules about lessons and frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.rules._finding import Finding, all_frameworks, all_lessons
from eventnotes.when import When

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2
    )
}
_COUNT = re.compile(
    rf"(?<![\w.,:/–-])(?P<count>[2-9]|1[0-2]|{'|'.join(_NUMBERS)})\b(?![-–.:/%])(?=[ \t]+[a-z])", re.IGNORECASE
)


_FEWEST_GAPS = 2  # between the words of a lesson that nobody says twice by chance


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
    for loc, framework in all_frameworks(event):
        if not framework.elements:
            help = "put the list of its elements directly below its name"
            yield Finding((*loc, "name"), "the framework has no elements", help)


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
    for loc, framework in all_frameworks(event):
        match = _COUNT.search(framework.name)
        if match is None or not framework.elements:
            continue
        said = _NUMBERS.get(match["count"].lower()) or int(match["count"])
        if said != len(framework.elements):
            message = f"the name says {match['count']}, and there are {len(framework.elements)} elements"
            yield Finding((*loc, "name"), message, "add what is missing, or correct the number", match["count"])


def repeated_lesson(event: Event) -> Iterator[Finding]:
    """A lesson stands twice.

    It was copied from one session to another, or carried over to the end. Whoever counts lessons counts it twice. What
    is one or two words long may well be meant twice.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        **Lesson:** Ask before you build.

        ## What I learned

        - Ask before you build

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        **Lesson:** Ask before you build.

        ## What I learned

        - Build what was asked for
    """
    told: set[str] = set()
    for loc, lesson in all_lessons(event):
        folded = lesson.text.casefold().rstrip(" .!")
        if folded in told and folded.count(" ") >= _FEWEST_GAPS:
            message = f"the lesson {quoted(lesson.text, 60)} stands twice"
            yield Finding((*loc, "text"), message, "remove one of the two, or say what differs")
        told.add(folded)


def overdue_action(event: Event, today: When | None = None) -> Iterator[Finding]:
    """An action is due before today, and not done.

    What today is has to be said, `--today 2024-06-01`; without it the rule is silent, so that a file that was right
    yesterday is right today.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Lessons

        - Ask before you build.
          - [ ] write the questions down (due: 2024-05-10)

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Lessons

        - Ask before you build.
          - [x] write the questions down (due: 2024-05-10)
    """
    if today is None:
        return
    for loc, lesson in all_lessons(event):
        for at, action in enumerate(lesson.actions):
            due = action.due
            if not action.done and due is not None and due[0] != "T" and due[: len(today)] < today[: len(due)]:
                message = f"{quoted(action.text, 60)} was due on {due} and is not done"
                help = "do it and mark it as done, or give it another day"
                yield Finding((*loc, "actions", at, "due"), message, help, str(due))
