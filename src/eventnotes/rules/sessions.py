"""Rules about sessions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from difflib import get_close_matches
from functools import cache
from itertools import pairwise

from eventnotes.diagnostic import quoted
from eventnotes.model import Event, Session
from eventnotes.rules._finding import Finding, comments, fences, narrative, owners
from eventnotes.slips import slips
from eventnotes.source import Remedy, covers
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
_name_ends = re.compile(r":(?:\*\*|(?<=(?:\*\*|er|or):)|(?<=(?:ers|ors|ist|\(s\)):)|(?<=ists:))").search


def speaker_double_booked(event: Event) -> Iterator[Finding]:
    """A speaker is in two sessions at the same time.

    A time of day without a date counts where the event has one day; of an event of several days, nobody knows which.

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
    booked: dict[str, dict[int, int]] = {}
    for at, session in enumerate(event.sessions):
        if session.start is not None and session.end is not None:
            for place, one in enumerate(session.speakers):
                booked.setdefault(one, {}).setdefault(at, place)
    for speaker, places in booked.items():
        for earlier, later in _clashes(event, places) if len(places) > 1 else ():
            message = f"{speaker} is in {_called(event, earlier)} at the same time"
            where = ("sessions", later, "speakers", places[later])
            yield Finding(where, message, "correct the times or the speakers")


def _clashes(event: Event, sessions: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Pairs of sessions that overlap: each, in order of time, with the one of those before it that ends last."""
    spans: dict[bool, list[tuple[datetime, datetime, int]]] = {}  # by whether they have a zone
    for at in sessions:
        start, end = _resolved(event, event.sessions[at].start), _resolved(event, event.sessions[at].end)
        if start is not None and end is not None and start.zoned == end.zoned:
            spans.setdefault(start.zoned, []).append((start.earliest, end.earliest, at))
    for comparable in spans.values():
        comparable.sort()
        last = comparable[0]
        for one in comparable[1:]:
            if one[0] < last[1] and last[0] < one[1]:
                yield min(last[2], one[2]), max(last[2], one[2])
            last = max(last, one, key=lambda span: span[1])


def _resolved(event: Event, when: When | None) -> When | None:
    """A time with its day and zone; None where no time or no day is known."""
    resolved = when.at(event) if when is not None else None
    return resolved if resolved is not None and resolved.precision in ("minute", "second") else None


def room_double_booked(event: Event) -> Iterator[Finding]:
    """A room holds two sessions, of which one begins before the other has ended.

    Sessions that share one slot, and those that lie within another, may well be meant.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          sessions:
            - {title: Opening, room: Loft, start: 2024-05-01T09:00, end: 2024-05-01T10:00}
            - {title: Parsing, room: Loft, start: 2024-05-01T09:30, end: 2024-05-01T10:30}
        ---

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          sessions:
            - {title: Opening, room: Loft, start: 2024-05-01T09:00, end: 2024-05-01T10:00}
            - {title: Parsing, room: Loft, start: 2024-05-01T10:00, end: 2024-05-01T11:00}
        ---
    """
    rooms: dict[str, list[int]] = {}
    for at, session in enumerate(event.sessions):
        if session.room is not None and session.start is not None and session.end is not None:
            rooms.setdefault(session.room, []).append(at)
    for spans in _spans(event, [places for places in rooms.values() if _may_clash(event, places)]):
        spans.sort()
        last = spans[0]
        for one in spans[1:]:
            if last[0] < one[0] < last[1] < one[1]:
                earlier, later = sorted((last[2], one[2]))
                message = f"{quoted(event.sessions[later].room)} holds {_called(event, earlier)} at the same time"
                yield Finding(("sessions", later, "room"), message, "correct the times or the room")
            last = max(last, one, key=lambda span: span[1])


def _may_clash(event: Event, places: list[int]) -> bool:
    """The quick answer for sessions of one room: whether one begins, by the clock, before another has ended."""
    sessions = [event.sessions[at] for at in places] if len(places) > 1 else []
    clocks = sorted((_clock(one.start), _clock(one.end)) for one in sessions)
    return any(later[0] < earlier[1] for earlier, later in pairwise(clocks))


def _clock(when: When | None) -> str:
    return str(when).partition("T")[2][:5]


def _spans(event: Event, rooms: Iterable[list[int]]) -> Iterable[list[tuple[str, str, int]]]:
    """The times of day of sessions, and which these are, by room, day and zone."""
    found: dict[tuple[int, str], list[tuple[str, str, int]]] = {}
    for number, places in enumerate(rooms):
        for at in places:
            slot = _slot(event, event.sessions[at])
            if slot is not None:
                found.setdefault((number, slot[0]), []).append((slot[1], slot[2], at))
    return found.values()


def _slot(event: Event, session: Session) -> tuple[str, str, str] | None:
    """The day and zone of a session with its times of day, as text; None where it has not one of each."""
    start, end = _resolved(event, session.start), _resolved(event, session.end)
    if start is None or end is None or len(start) != len(end):
        return None
    first, last = start.partition("T"), end.partition("T")
    if first[0] != last[0] or first[2][5:] != last[2][5:]:
        return None
    return first[0] + first[2][5:], first[2][:5], last[2][:5]


def _called(event: Event, at: int) -> str:
    session = event.sessions[at]
    return quoted(session.title or session.id)


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
    for owner, loc in owners(event) if _may_hold_label(narrative(event)) else ():
        notes = owner.notes
        if not notes or not _may_hold_label(notes):
            continue
        hidden = sorted([*fences(notes), *comments(notes)])
        lines: Counter[str] = Counter()
        for match, near in _labels_in(notes, bool(loc)):
            words = match.group().rstrip()
            lines[words] += 1
            written = match["bold"] or match["plain"]
            label = written.strip().lower()
            if near and not covers(hidden, match.start()):
                remedy = _respelled(written, label) if near != label else None
                yield Finding((*loc, "notes"), *_advice(written, label, near), words, lines[words], remedy)


def _labels_in(notes: str, is_session: bool) -> Iterator[tuple[re.Match[str], str | None]]:
    """Lines that may be labels, each with the label that it is nearly; a short one only where it stands with others."""
    found = list(_LINE.finditer(notes))
    labels = [(match["bold"] or match["plain"]).strip().lower() for match in found]
    near = [label if label in _LABELS else _near_label(label) for label in labels]
    for at, match in enumerate(found):
        begins = is_session and match.start() == 0  # directly below the labels of its session
        follows = at > 0 and near[at - 1] and notes[found[at - 1].end() : match.start()].isspace()
        leads = at + 1 < len(found) and near[at + 1] and notes[match.end() : found[at + 1].start()].isspace()
        slipped = slips(labels[at], _LABELS) if not near[at] and (begins or follows or leads) else []
        yield match, near[at] or next(iter(slipped), None)


def _may_hold_label(notes: str) -> bool:
    """The quick answer for notes in which no colon ends the name of a label."""
    return _name_ends(notes) is not None or "**Framework" in notes


def _respelled(written: str, label: str) -> Remedy | None:
    """The remedy of a label with a slip; what stands below it may then belong to a session."""
    near = slips(label, _LABELS)
    changes = (("speakers",), ("sessions",), ("quotes",), ("lessons",), ("frameworks",), ("notes",))
    if len(near) != 1:
        return None
    name = near[0].capitalize()
    return Remedy((name,), part=written, changes=changes, label=f"write **{name}:**")


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
