"""Rules about sessions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.rules._finding import Finding, comments, fences
from eventnotes.source import covers
from eventnotes.when import When

_LABELS = [
    "session",
    "kind",
    "speaker",
    "speakers",
    "speaker(s)",
    "presenter",
    "presenters",
    "presenter(s)",
    "panelist",
    "panelists",
    "panelist(s)",
    "moderator",
    "moderators",
    "chair",
    "time",
    "room",
    "track",
    "language",
    "tags",
    "slides",
    "recording",
    "transcript",
    "abstract",
    "lesson",
    "lessons",
    "framework",
]
_LINE = re.compile(
    r"^(?:[-*+] )?(?:\*\*(?P<bold>[A-Za-z][A-Za-z() ]{2,30}?)(?: \([^()\n]*\))?(?::\*\*|\*\*:|: [^*\n]*\*\*)"
    r"|(?P<plain>(?:Speaker|Presenter|Panelist|Moderator)(?:s|\(s\))?):(?= ))[^\n]*",
    re.MULTILINE,
)
_SIGNS = (":**", "**:", "**Framework", "er:", "ers:", "(s):", "ist:", "ists:", "or:", "ors:")


def speaker_double_booked(event: Event) -> Iterator[Finding]:
    """A speaker is in two sessions at the same time.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers: [Ana Lima]
          sessions:
            - {title: Opening, speakers: [ana-lima], start: 2024-05-01T09:00, end: 2024-05-01T10:00}
            - {title: Parsing, speakers: [ana-lima], start: 2024-05-01T09:30, end: 2024-05-01T10:30}
        ---

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers: [Ana Lima]
          sessions:
            - {title: Opening, speakers: [ana-lima], start: 2024-05-01T09:00, end: 2024-05-01T10:00}
            - {title: Parsing, speakers: [ana-lima], start: 2024-05-01T10:00, end: 2024-05-01T11:00}
        ---
    """
    if len(event.sessions) < 2:
        return
    booked: dict[str, list[int]] = {}
    for at, session in enumerate(event.sessions):
        if session.start is not None and session.end is not None:
            for one in session.speakers:
                booked.setdefault(one, []).append(at)
    for speaker, places in booked.items():
        if len(places) < 2:
            continue
        for position, later in enumerate(places[1:], 1):
            for earlier in places[:position]:
                if _overlap(event, earlier, later):
                    title = event.sessions[earlier].title or event.sessions[earlier].id
                    place = event.sessions[later].speakers.index(speaker)
                    message = f"{speaker} is in {quoted(title)} at the same time"
                    yield Finding(("sessions", later, "speakers", place), message, "correct the times or the speakers")
                    break


def _overlap(event: Event, first: int, second: int) -> bool:
    times = [event.sessions[at] for at in (first, second)]
    starts, ends = [one.start for one in times], [one.end for one in times]
    if all(one is not None and len(one) == 16 and one[0] != "T" for one in (*starts, *ends)):
        return str(starts[0]) < str(ends[1]) and str(starts[1]) < str(ends[0])
    spans = [_span(event, session.start, session.end) for session in times]
    if spans[0] is None or spans[1] is None:
        return False
    try:
        return spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]
    except TypeError:
        return False


def _span(event: Event, start: When | None, end: When | None) -> tuple[When, When] | None:
    if (
        start is None
        or end is None
        or start.precision in ("year", "month", "day")
        or end.precision in ("year", "month", "day")
    ):
        return None
    return start.at(event), end.at(event)


def unread_label(event: Event) -> Iterator[Finding]:
    """A line looks like a label of a session, a lesson or a framework, but is not read as one.

    Labels count directly below a heading, in one list or in paragraphs of their own; one of them must say who speaks,
    what kind of session it is, or its title. A label with a typing slip is narrative.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        **Speeker:** Ana Lima

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        **Speaker:** Ana Lima
    """
    for loc, notes in [((), event.notes), *((("sessions", at), one.notes) for at, one in enumerate(event.sessions))]:
        if not notes or not any(sign in notes for sign in _SIGNS) or not _LINE.search(notes):
            continue
        fenced, commented = fences(notes), comments(notes)
        lines: Counter[str] = Counter()
        for match in _LINE.finditer(notes):
            words = match.group().rstrip()
            lines[words] += 1
            written = match["bold"] or match["plain"]
            label = written.strip().lower()
            near = label if label in _LABELS else _near_label(label)
            if near and not covers(fenced, match.start()) and not covers(commented, match.start()):
                yield Finding((*loc, "notes"), *_advice(written, label, near), words, lines[words])


@cache
def _near_label(label: str) -> str | None:
    return next(iter(get_close_matches(label, _LABELS, n=1, cutoff=0.8)), None)


def _advice(written: str, label: str, near: str) -> tuple[str, str]:
    if near != label:
        said = f"{quoted(written)} looks like the label {near.capitalize()} and is not read as one"
        return said, f"write **{near.capitalize()}:**"
    said = f"{quoted(written)} looks like a label and is not read as one"
    if near in ("lesson", "lessons", "framework"):
        return said, "a lesson is a whole paragraph; lessons and elements stand in a list directly below"
    return said, "put it directly below the session's heading, with a label that says who speaks"
