"""Times written: how dates and times of an event stand in a calendar (RFC 5545 §3.3.4 and §3.3.5)."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.when import When, zone_of

_DAY = timedelta(days=1)
_HALF_DAY = timedelta(hours=12)
_NO_DAY = ("year", "month", "time")


def written(moment: date | datetime) -> str:
    """A date or time in the basic form of ISO 8601: `20241026`, `20241026T093000`, with `Z` in UTC."""
    if not isinstance(moment, datetime):
        return moment.isoformat().replace("-", "")
    local = moment.replace(tzinfo=None, microsecond=0).isoformat()
    return local.replace("-", "").replace(":", "") + ("Z" if moment.tzinfo is UTC else "")


class Clock:
    """An event's dates and times as lines of a calendar.

    Attributes:
        years: those in which times stand in the event's timezone.

    Raises:
        ValueError: for a timezone that does not exist; it names it.
    """

    def __init__(self, event: Event) -> None:
        self._event = event
        self._name = event.timezone
        self._zone = _zone(event.timezone) if event.timezone is not None else None
        self.years: set[int] = set()

    def lines(self, start: When, end: When | None) -> list[str]:
        """DTSTART, and DTEND where an end after it is known: both are days, or both are times."""
        begins = self._moment(self._dated(start))
        ends = self._end(start, end)
        if not isinstance(begins, datetime):
            ends = ends.date() if isinstance(ends, datetime) else ends
        elif ends is not None and not isinstance(ends, datetime):
            begins = begins.date()
        lines = [self._line("DTSTART", begins)]
        if ends is not None and not isinstance(ends, datetime):
            if begins <= ends < date.max:
                lines.append(self._line("DTEND", ends + _DAY))
        elif ends is not None and isinstance(begins, datetime) and _is_before(begins, ends):
            lines.append(self._line("DTEND", ends))
        return lines

    def is_timed(self, when: When | None) -> bool:
        """Whether a date and a time of day are known."""
        return when is not None and self._dated(when).precision in ("minute", "second")

    def _dated(self, when: When) -> When:
        """A time of day on the day on which the event starts; anything else as it is."""
        return When(str(when.at(self._event))[: 10 + len(when)]) if when[0] == "T" else when

    def _end(self, start: When, end: When | None) -> date | datetime | None:
        if end is None:
            return None
        if end[0] == "T":
            return self._end_of_day(self._dated(start), end)
        return None if end.precision in _NO_DAY else self._moment(end)

    def _end_of_day(self, start: When, end: When) -> date | datetime | None:
        """A time of day after a start; one that is earlier is the next day's if that is at most twelve hours on."""
        zone = (start[-1] if start[-1] == "Z" else start[-6:]) if start.zoned else ""
        ends = When(start[:10] + end + zone)
        if start.precision == "day" or not ends < start:
            return self._moment(ends)
        following = ends.earliest + _DAY
        return self._resolved(following) if following - start.earliest <= _HALF_DAY else None

    def _moment(self, when: When) -> date | datetime:
        """A date; or a time that is floating, in UTC, or in the event's timezone."""
        return when.earliest.date() if when.precision == "day" else self._resolved(when.earliest)

    def _resolved(self, time: datetime) -> datetime:
        if time.tzinfo is None:
            return time.replace(tzinfo=self._zone)
        local = time.astimezone(self._zone or UTC)
        return time.astimezone(UTC) if local.fold else local  # a local time means the first of two (§3.3.5)

    def _line(self, name: str, moment: date | datetime) -> str:
        if not isinstance(moment, datetime):
            return f"{name};VALUE=DATE:{written(moment)}"
        if moment.tzinfo is None or moment.tzinfo is UTC:
            return f"{name}:{written(moment)}"
        self.years.add(moment.year)
        return f"{name};TZID={self._name}:{written(moment)}"


def _is_before(start: datetime, end: datetime) -> bool:
    if (start.tzinfo is None) != (end.tzinfo is None):
        return False
    return start < end if start.tzinfo is None else start.astimezone(UTC) < end.astimezone(UTC)


def _zone(name: str) -> ZoneInfo:
    found = zone_of(name)
    if found is None:
        raise ValueError(f"there is no time zone {quoted(name)}; write an IANA name such as Europe/London")
    return found


def require_day(event: Event) -> When:
    """The event's start, which a calendar needs as a day or a time.

    Raises:
        ValueError: where there is none; it says what to do.
    """
    if event.start is not None and event.start.precision not in _NO_DAY:
        return event.start
    known = "no date" if event.start is None else f"no day: its start is {event.start}"
    raise ValueError(f"a calendar needs a day, and {quoted(event.name)} has {known}; {REMEDY}")


REMEDY = "give the event a date, or convert with --start 2017-11-02"


def stamp(event: Event, start: When) -> str:
    """DTSTAMP, the same on every run: when the write-up was changed or published, SOURCE_DATE_EPOCH, or the start.

    Raises:
        ValueError: where the environment's SOURCE_DATE_EPOCH is no number of seconds.
    """
    post = event.write_up
    for when in (post.updated, post.published) if post is not None else ():
        if when is not None and when[0] != "T":
            return _in_utc(when.at(event))
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return _in_utc(start.at(event))
    try:
        return written(datetime.fromtimestamp(int(epoch), UTC))
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"SOURCE_DATE_EPOCH is a number of seconds, not {quoted(epoch)}") from None


def _in_utc(when: When) -> str:
    moment = when.earliest
    return written(moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC))
