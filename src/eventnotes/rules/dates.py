"""Rules about dates and times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import available_timezones

from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.rules._finding import Finding
from eventnotes.slips import slips
from eventnotes.source import Remedy
from eventnotes.when import When, zone_of

_HALF_DAY = timedelta(hours=12)


def end_before_start(event: Event) -> Iterator[Finding]:
    """Something ends before it starts.

    A time of day that is earlier than its start counts as the next day if that is at most twelve hours on: a talk from
    23:30 to 00:30 is fine.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-02
          end: 2024-05-01
        ---

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          end: 2024-05-02
        ---
    """
    if event.start is not None and event.end is not None and _reversed(event.start, event.end, event):
        yield Finding(
            ("end",), f"the event ends at {event.end}, before it starts at {event.start}", "swap or correct the two"
        )
    for at, session in enumerate(event.sessions):
        start, end = session.start, session.end
        if start is not None and end is not None and _reversed(start, end, event):
            message = f"the session ends at {end}, before it starts at {start}"
            yield Finding(("sessions", at, "end"), message, "swap or correct the two")


def unknown_timezone(event: Event) -> Iterator[Finding]:
    """The time zone is not in the IANA database.

    Times could not be resolved to instants, and calendars would show them wrong.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          timezone: Europe/Londno
        ---

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          timezone: Europe/London
        ---
    """
    if event.timezone is not None and not _exists(event.timezone):
        message = f"there is no time zone {quoted(event.timezone)}"
        near = _near_zone(event.timezone)
        if near is None:
            yield Finding(("timezone",), message, "write an IANA name such as Europe/London")
        else:
            remedy = Remedy((near,), changes=(("timezone",),), meant=near)
            yield Finding(("timezone",), message, f"write {near}", remedy=remedy)


def session_outside_event(event: Event) -> Iterator[Finding]:
    """A session begins before the event or after it.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          end: 2024-05-02
        ---

        ## Opening

        - **Speaker:** Ana Lima
        - **Time:** 2024-05-03 09:00–09:30

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          end: 2024-05-02
        ---

        ## Opening

        - **Speaker:** Ana Lima
        - **Time:** 2024-05-02 09:00–09:30
    """
    first = event.start
    if first is None or first[0] == "T":
        return
    last = event.end if event.end is not None and event.end[0] != "T" else first
    if _reversed(first, last, event):
        return
    for at, session in enumerate(event.sessions):
        start = session.start
        if start is None or start[0] == "T" or (str(first) <= start[: len(first)] and start[: len(last)] <= str(last)):
            continue
        same_kind = start.zoned == first.zoned == last.zoned
        if same_kind and (start.latest < first.earliest or start.earliest > last.latest):
            when = str(first) if first == last else f"{first} to {last}"
            message = f"the session starts at {start}, outside the event ({when})"
            yield Finding(("sessions", at, "start"), message, "correct the session's time or the event's dates")


def missing_date(event: Event) -> Iterator[Finding]:
    """The event has no start.

    Nothing can be put into a calendar or in order without one. A year alone is enough to be accepted.

    reported:

        ---
        event: PyDay
        ---

    accepted:

        ---
        event:
          name: PyDay
          start: 2024
        ---
    """
    if event.start is None:
        help = "write start: below event:, as far as it is known: 2017, 2017-10 or 2017-10-05"
        yield Finding(("start",), "the event has no date", help)


def _reversed(start: When, end: When, event: Event) -> bool:
    if len(start) == len(end) and start[0] == end[0] and not start.zoned and not end.zoned and start[0] != "T":
        return str(end) < str(start)
    if start[0] == "T" and end[0] == "T":
        if str(end) >= str(start) if len(start) == len(end) else end >= start:
            return False
        hours = [timedelta(hours=int(one[1:3]), minutes=int(one[4:6])) for one in (start, end)]
        return hours[1] - hours[0] + timedelta(days=1) > _HALF_DAY
    begins, ends = _instants(start, event), _instants(end, event)
    return bool(begins and ends and (begins[0].tzinfo is None) == (ends[0].tzinfo is None) and ends[1] < begins[0])


def _instants(when: When, event: Event) -> tuple[datetime, datetime] | None:
    resolved = when.at(event)
    return None if resolved[0] == "T" else (resolved.earliest, resolved.latest)


@cache
def _near_zone(timezone: str) -> str | None:
    by_fold = {one.lower(): one for one in sorted(available_timezones())}
    near = slips(timezone, by_fold)
    return by_fold[near[0]] if len(near) == 1 else None


@cache
def _exists(timezone: str) -> bool:
    return zone_of(timezone) is not None
