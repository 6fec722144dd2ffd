"""Zones written: a VTIMEZONE with the rules of an IANA zone for the years that a calendar spans (RFC 5545 §3.6.5)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from eventnotes.formats.ical.times_written import written

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STEP = timedelta(days=7)  # no zone goes to another offset and back within a week; a test looks at all of them
_SECOND = timedelta(seconds=1)


class Onset(NamedTuple):
    """When another offset begins: the local time before it, the offset before and after, its name."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool


@lru_cache(maxsize=64)
def vtimezone(zone: str, first: int, last: int) -> tuple[str, ...]:
    """The lines of a VTIMEZONE that is right from the year `first` to the year `last`.

    A yearly rule stands where "the n-th weekday of a month" gives the onsets of all these years, since some clients
    read nothing else; elsewhere each onset stands for itself.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: for a zone that does not exist.
    """
    info, years = ZoneInfo(zone), range(max(first - 1, 2), min(last + 3, 9999))
    start = datetime(years[0], 1, 1, tzinfo=UTC)
    onsets = list(_onsets(info, start, datetime(years[-1] + 1, 1, 1, tzinfo=UTC)))
    found = _yearly(onsets, years) if onsets else None
    if found is None:
        found = [(one, "") for one in (_standing(info, start), *onsets)]
    lines = [line for onset, rule in found for line in _observance(onset, rule)]
    return ("BEGIN:VTIMEZONE", f"TZID:{zone}", *lines, "END:VTIMEZONE")


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def _onsets(zone: ZoneInfo, day: datetime, end: datetime) -> Iterator[Onset]:
    before = _offset(zone, day)
    while day < end:
        following = min(day + _STEP, end)
        after = _offset(zone, following)
        if after != before:
            yield _onset(zone, _instant(zone, day, following), before)
        day, before = following, after


def _instant(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first instant after `low` at which the offset is another."""
    before = _offset(zone, low)
    while high - low > _SECOND:
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return high


def _onset(zone: ZoneInfo, instant: datetime, before: timedelta) -> Onset:
    local = instant.astimezone(zone)
    begins = (instant + before).replace(tzinfo=None)
    return Onset(begins, before, local.utcoffset() or timedelta(0), local.tzname() or "", bool(local.dst()))


def _standing(zone: ZoneInfo, start: datetime) -> Onset:
    """What holds at the beginning."""
    return _onset(zone, start, _offset(zone, start))


def _yearly(onsets: list[Onset], years: range) -> list[tuple[Onset, str]] | None:
    """The first onset of each kind with the rule that gives the others; None where there is no such rule."""
    kinds: dict[tuple[object, ...], list[Onset]] = {}
    for one in onsets:
        kinds.setdefault((*one[1:], one.local.time()), []).append(one)
    found = []
    for group in kinds.values():
        forms = set.intersection(*(_forms(one.local) for one in group))
        if [one.local.year for one in group] != list(years) or not forms:
            return None
        nth, day, month = min(forms)  # -1, the last, before the fourth
        found.append((group[0], f"FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{_DAYS[day]}"))
    return found


def _forms(local: datetime) -> set[tuple[int, int, int]]:
    """A date as n-th weekday of a month; -1 is the last."""
    length = calendar.monthrange(local.year, local.month)[1]
    forms = {((local.day - 1) // 7 + 1, local.weekday(), local.month)}
    return forms | {(-1, local.weekday(), local.month)} if local.day + 7 > length else forms


def _observance(onset: Onset, rule: str) -> Iterator[str]:
    kind = "DAYLIGHT" if onset.is_daylight else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{written(onset.local)}"
    yield f"TZOFFSETFROM:{_offset_written(onset.before)}"
    yield f"TZOFFSETTO:{_offset_written(onset.after)}"
    yield f"TZNAME:{onset.name}"
    if rule:
        yield f"RRULE:{rule}"
    yield f"END:{kind}"


def _offset_written(offset: timedelta) -> str:
    size = int(abs(offset).total_seconds())
    seconds = f"{size % 60:02}" if size % 60 else ""
    return f"{'-' if offset < timedelta(0) else '+'}{size // 3600:02}{size // 60 % 60:02}{seconds}"
