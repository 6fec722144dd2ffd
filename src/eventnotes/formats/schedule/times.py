"""Times: start, end and duration of what a schedule holds, as the model's dates and times."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from eventnotes.when import When

_whole_minute = re.compile(r"(T\d\d:\d\d):00(?=Z|[+-]|$)", re.ASCII).sub
_clock = re.compile(r"(\d{1,2}:\d\d)(?::00)?", re.ASCII).fullmatch
# pretalx writes D:HH:MM from a day on, with one digit for days; the XSD of c3voc allows HH:MM:SS.
_durations = tuple(
    re.compile(form, re.ASCII).fullmatch
    for form in (
        r"()(\d{1,4}):([0-5]\d)()",
        r"(\d):(\d\d):([0-5]\d)()",
        r"()(\d\d):([0-5]\d):(\d{1,2})",
        r"()()(\d{1,5})()",
    )
)


class Day(NamedTuple):
    """A day of a programme: its date, and the time at which it begins; what is said after midnight is still its."""

    date: str = ""
    begins: str = ""


def moment(text: str, timezone: str | None) -> When:
    """A date or time as a schedule writes it; without its offset where that is the timezone's then.

    Raises:
        ValueError: for text in another form.
    """
    return _local(When(_whole_minute(r"\1", text)), timezone)


def on_day(clock: str, day: Day) -> When | None:
    """A time of day such as 09:30 on a day; None for text in another form."""
    match = _clock(clock)
    if match is None:
        return None
    time = match[1].zfill(5)
    if len(day.date) != 10:
        return When(f"T{time}")
    date = When(day.date).earliest
    if time < day.begins:
        date += timedelta(days=1)
    return When(f"{date:%Y-%m-%d}T{time}")


def duration(text: str) -> timedelta | None:
    """A duration such as 00:45; None for text in another form."""
    match = next((found for form in _durations if (found := form(text))), None)
    if match is None:
        return None
    days, hours, minutes, seconds = (int(one or 0) for one in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def after(start: When, size: timedelta, timezone: str | None) -> When:
    """The time that lies this much after a start.

    Raises:
        ValueError: where it lies after all dates.
    """
    resolved = start.in_zone(timezone)
    try:
        end = resolved.earliest + size
    except OverflowError:
        raise ValueError("it ends after all dates") from None
    if timezone is not None and resolved.zoned and not start.zoned:
        end = end.astimezone(ZoneInfo(timezone))
    return _local(When(_whole_minute(r"\1", end.isoformat().replace("+00:00", "Z"))), timezone)


def instant(when: When | None, timezone: str | None) -> datetime:
    """What sessions are put in order by; those without a date come last."""
    if when is None or when[0] == "T":
        return datetime.max.replace(tzinfo=UTC)
    found = when.in_zone(timezone).earliest
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _local(when: When, timezone: str | None) -> When:
    """A time without its offset where the timezone has the same one then."""
    if timezone is None or not when.zoned:
        return when
    floating = When(when[:-1] if when[-1] == "Z" else when[:-6])
    resolved = floating.in_zone(timezone)
    return floating if resolved.zoned and resolved.earliest == when.earliest else when
