"""VTIMEZONE of every IANA zone, as dateutil reads it, against zoneinfo."""

from __future__ import annotations

import io
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from dateutil.tz import tzical

from eventnotes.formats.ical.zones_written import vtimezone

ZONES = sorted(zoneinfo.available_timezones())
AROUND = [timedelta(minutes=one) for one in (-90, -30, 30, 90)]


def changes(zone: zoneinfo.ZoneInfo, first: int, last: int) -> Iterator[datetime]:
    """The instants at which the zone's offset changes, to the minute, found by looking at every day."""
    step = timedelta(days=1)
    low, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while low < end:
        high = low + step
        if low.astimezone(zone).utcoffset() != high.astimezone(zone).utcoffset():
            before, after = low, high
            while after - before > timedelta(minutes=1):
                middle = before + (after - before) // 2
                same = middle.astimezone(zone).utcoffset() == before.astimezone(zone).utcoffset()
                before, after = (middle, after) if same else (before, middle)
            yield after
        low = high


def differing(name: str, first: int, last: int) -> list[str]:
    """The local times around every change at which dateutil, reading the VTIMEZONE, has another offset."""
    text = "\r\n".join(["BEGIN:VCALENDAR", *vtimezone(name, first, last), "END:VCALENDAR", ""])
    read = tzical(io.StringIO(text)).get(name)
    zone = zoneinfo.ZoneInfo(name)
    middles = [datetime(year, 7, 1, tzinfo=UTC) for year in range(first, last + 1)]
    moments = [instant + shift for instant in changes(zone, first, last) for shift in AROUND] + middles
    local = [one.astimezone(zone) for one in moments]
    return [
        str(one)
        for one in local
        if first <= one.year <= last and not one.fold and one.replace(tzinfo=read).utcoffset() != one.utcoffset()
    ]


@pytest.mark.parametrize("part", range(8))
def test_every_zone_has_the_offsets_of_zoneinfo_from_2000_to_2037(part: int) -> None:
    assert len(ZONES) > 400
    assert {name: found for name in ZONES[part::8] if (found := differing(name, 2000, 2037))} == {}


@pytest.mark.parametrize("year", [2007, 2010, 2026])
def test_every_zone_is_right_in_the_years_of_one_event(year: int) -> None:
    zones = ZONES[year % 5 :: 5]
    assert {name: found for name in zones if (found := differing(name, year, year + 1))} == {}


def test_a_rule_stands_where_one_gives_the_onsets_and_each_onset_elsewhere() -> None:
    assert [one for one in vtimezone("America/New_York", 2024, 2024) if one.startswith(("RRULE", "DTSTART"))] == [
        "DTSTART:20230312T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "DTSTART:20231105T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    ]
    moving = vtimezone("Africa/Casablanca", 2024, 2024)
    assert [one for one in moving if one.startswith("DTSTART")][:3] == [
        "DTSTART:20230101T010000",
        "DTSTART:20230319T030000",
        "DTSTART:20230423T020000",
    ]
    assert not [one for one in moving if one.startswith("RRULE")]
    assert vtimezone("UTC", 2024, 2024) == (
        "BEGIN:VTIMEZONE",
        "TZID:UTC",
        "BEGIN:STANDARD",
        "DTSTART:20230101T000000",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000",
        "TZNAME:UTC",
        "END:STANDARD",
        "END:VTIMEZONE",
    )


def test_offsets_of_the_past_have_seconds() -> None:
    assert "TZOFFSETTO:-001500" not in vtimezone("Europe/Dublin", 1900, 1900)
    assert vtimezone("Europe/Dublin", 1900, 1900)[4:6] == ("TZOFFSETFROM:-002521", "TZOFFSETTO:-002521")
