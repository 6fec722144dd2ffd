"""Rules about times of day, days of the week and rooms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import pairwise

from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.rules._finding import Finding, owners
from eventnotes.source import Loc
from eventnotes.when import When

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<{0}>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}})\.?"
_DAY = r"(?P<{0}>[0-9]{{1,2}})(?:st|nd|rd|th)?"
_AFTER_DAY = re.compile(  # it begins with a literal, which is found fast
    r"day,?[ \t]+(?:the[ \t]+)?(?:"
    rf"{_DAY.format('d1')}(?:[ \t]+of)?[ \t]+{_MONTH.format('m1')}|{_MONTH.format('m2')}[ \t]+{_DAY.format('d2')}"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}))(?:,?[ \t]+(?P<year>(?:19|20)[0-9]{2})\b)?(?![0-9])"
)
_weekday = re.compile(r"(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)\Z").search


def floating_time(event: Event) -> Iterator[Finding]:
    """Times have no time zone where it matters.

    Where everyone is in one place, a time of day needs no zone. At an online event it means another moment to everyone
    who reads it, and beside times that have a zone it cannot be put in order.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01T09:30
          online: https://example.org/live
        ---

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01T09:30
          timezone: Europe/Lisbon
          online: https://example.org/live
        ---
    """
    if event.timezone is not None:
        return
    times = [(loc, when) for loc, when in _times(event) if "T" in when]
    floating = [(loc, when) for loc, when in times if not when.zoned]
    if not floating or (event.online is None and len(floating) == len(times)):
        return
    loc, when = floating[0]
    why = "the event is online" if event.online is not None else "other times have one"
    help = "write timezone: below event:, such as Europe/London"
    yield Finding(loc, f"{str(when).removeprefix('T')} has no time zone, and {why}", help)


def _times(event: Event) -> Iterator[tuple[Loc, When]]:
    for field in ("start", "end"):
        if (when := getattr(event, field)) is not None:
            yield (field,), when
    for at, session in enumerate(event.sessions):
        for field, when in (("start", session.start), ("end", session.end)):
            if when is not None:
                yield ("sessions", at, field), when


def wrong_weekday(event: Event) -> Iterator[Finding]:
    """A date is not on the day of the week that stands beside it.

    One of the two is wrong, and readers cannot know which. A date without a year is looked at where it stands in a
    heading, in a year of the event.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        We met on Thursday, 1 May 2024.

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        We met on Wednesday, 1 May 2024.
    """
    years = {int(when[:4]) for when in (event.start, event.end) if when is not None and when[0] != "T"}
    for owner, loc in owners(event):
        notes = owner.notes
        if not notes or "day" not in notes:
            continue
        for match in _AFTER_DAY.finditer(notes):
            weekday = _weekday(notes, max(match.start() - 7, 0), match.start())
            in_heading = notes.startswith("#", notes.rfind("\n", 0, match.start()) + 1)
            days = _dates(match, years if in_heading else ())
            if weekday is None or not days:
                continue
            said = next(number for number, name in enumerate(_DAYS) if name.lower().startswith(weekday[0].lower()))
            if all(day.weekday() != said for day in days):
                words = notes[weekday.start() : match.end()]
                nth = notes.count(words, 0, weekday.start()) + 1
                message = f"{days[0]} is a {_DAYS[days[0].weekday()]}, not a {_DAYS[said]}"
                yield Finding((*loc, "notes"), message, "correct the day of the week or the date", words, nth)


def _dates(match: re.Match[str], years: Iterable[int]) -> list[date]:
    """The day that is written, in the year beside it or in each of these years."""
    if match["iso"]:
        years, month, day = [int(match["iso"][:4])], int(match["iso"][5:7]), int(match["iso"][8:])
    else:
        years = [int(match["year"])] if match["year"] else years
        month = _MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
        day = int(match["d1"] or match["d2"])
    found = []
    for year in sorted(years):
        with suppress(ValueError):
            found.append(date(year, month, day))
    return found


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
    rooms: dict[tuple[str, str], list[tuple[str, str, int]]] = {}
    for at, session in enumerate(event.sessions):
        start, end = session.start, session.end
        if session.room is not None and start is not None and end is not None and len(start) == len(end):
            slot = _slot(start, end)
            if slot is not None:
                rooms.setdefault((session.room, slot[0]), []).append((slot[1], slot[2], at))
    for spans in rooms.values():
        spans.sort()
        for one, other in pairwise(spans):
            if one[0] < other[0] < one[1] < other[1]:
                at = max(one[2], other[2])
                title = event.sessions[min(one[2], other[2])].title or event.sessions[min(one[2], other[2])].id
                message = f"{quoted(event.sessions[at].room)} holds {quoted(title)} at the same time"
                yield Finding(("sessions", at, "room"), message, "correct the times or the room")


def _slot(start: When, end: When) -> tuple[str, str, str] | None:
    """What start and end compare by, as text: the same day or none, the same zone or none."""
    first, last = start.partition("T"), end.partition("T")
    if not first[1] or first[0] != last[0] or first[2][5:] != last[2][5:]:
        return None
    return first[0] + first[2][5:], first[2][:5], last[2][:5]
