"""Times read: DTSTART, DTEND and DURATION as the model's dates and times (RFC 5545 §3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from eventnotes.diagnostic import quoted
from eventnotes.formats.ical.components import Property
from eventnotes.formats.ical.zones_read import HELP, Zones
from eventnotes.source import SyntaxProblem
from eventnotes.when import When

_moment = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII).fullmatch
_duration = re.compile(
    r"([+-]?)P(?:(\d{1,8})W)?(?:(\d{1,8})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,8})S)?)?", re.ASCII
).fullmatch
_FORM = "write it like 20241026, 20241026T093000 or 20241026T093000Z"


class Times:
    """The times of an event and its sessions.

    Args:
        zones: the time zones of the calendar file.
        timezone: the IANA zone in which they are given, if one is.
        problems: to which is added what is wrong with them.
    """

    def __init__(self, zones: Zones, timezone: str | None, problems: list[SyntaxProblem]) -> None:
        self._problems = problems
        self._zones = zones
        self._timezone = timezone

    def of(self, known: dict[str, Property]) -> Iterator[tuple[str, Property, str]]:
        """Start and end of an event with the line that says each; what was read leaves `known`."""
        start = self._stated(known, "DTSTART")
        if start is not None:
            yield "start", *start
        end = self._stated(known, "DTEND")
        if end is not None:
            found, moment = end
            yield "end", found, _last_day(moment, start[1] if start is not None else "")
        elif start is not None and "DURATION" in known:
            found = known.pop("DURATION")
            after = self._after(When(start[1]), found)
            if after is not None:
                yield "end", found, after

    def _stated(self, known: dict[str, Property], name: str) -> tuple[Property, str] | None:
        found = known.get(name)
        if found is None:
            return None
        match = (
            _moment(found.value.strip())
            if found.parameters.get("VALUE", "DATE").upper() in ("DATE", "DATE-TIME")
            else None
        )
        zone = found.parameters.get("TZID")
        try:
            moment = self._written(match.groups(), zone, found) if match else None
        except (ValueError, OverflowError):
            moment = None
        if moment is None:
            self._refuse("date", f"{quoted(found.value)} is no date or time of a calendar", found, _FORM)
        del known[name]
        return (found, moment) if moment is not None else None

    def _written(self, parts: tuple[str, ...], zone: str | None, found: Property) -> str:
        day = "-".join(parts[:3])
        date.fromisoformat(day)
        if parts[3] is None:
            return When(day)
        clock = f"{parts[3]}:{parts[4]}" + (f":{parts[5]}" if parts[5] != "00" else "")
        floating = When(f"{day}T{clock}")
        if parts[6]:
            return When(f"{floating}Z")
        name = self._zones.iana(zone) if zone is not None else None
        if zone is not None and name is None:
            self._refuse_zone(zone, found)
        if name is None or name == self._timezone:
            return floating
        return floating.in_zone(name)

    def _refuse_zone(self, zone: str, found: Property) -> None:
        if zone in self._zones:
            message = f"{self._zones.fault(zone)}; its times are read without a zone"
            self._problems.append(SyntaxProblem("timezone", message, found.span, HELP, "warning"))
        else:
            self._refuse("timezone", self._zones.fault(zone), found, HELP)

    def _after(self, start: When, found: Property) -> str | None:
        match = _duration(found.value.strip())
        if match is None or not any(match.groups()[1:]) or match[1] == "-":
            help = "write it like PT45M, P2D or P1W"
            self._refuse("date", f"{quoted(found.value)} is no duration of an event", found, help)
            return None
        weeks, days, hours, minutes, seconds = (int(one or 0) for one in match.groups()[1:])
        try:
            size = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
            after = start.earliest + size
            return _last_day(after.date().isoformat(), start) if start.precision == "day" else _text(after)
        except (ValueError, OverflowError):
            self._refuse("date", f"{quoted(found.value)} ends after all dates", found, "write a shorter one")
            return None

    def _refuse(self, code: str, message: str, found: Property, help: str) -> None:
        self._problems.append(SyntaxProblem(code, message, found.span, help))


def _last_day(end: str, start: str) -> str:
    """The last day of a range whose end is not included; an end that is its start, as some write it, is that day."""
    if len(end) != 10 or end == start:
        return end
    return When((date.fromisoformat(end) - timedelta(days=1)).isoformat())


def _text(moment: datetime) -> str:
    text = moment.isoformat(timespec="minutes" if moment.second == 0 else "seconds")
    return When(text.replace("+00:00", "Z"))
