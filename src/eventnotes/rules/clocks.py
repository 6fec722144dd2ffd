"""Rules about times of day and days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from eventnotes.model import Event
from eventnotes.rules._finding import Finding, narrative, owners
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
    for owner, loc in owners(event) if _AFTER_DAY.search(narrative(event)) else ():
        notes = owner.notes or ""
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
