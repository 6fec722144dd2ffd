"""Moments: dates and times as people read them, in the event's time zone."""

from __future__ import annotations

from datetime import datetime
from html import escape

from eventnotes.model import Event
from eventnotes.when import When, zone_of

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


class Calendar:
    """The dates and times of an event.

    Args:
        event: the event.
        is_english: whether months are named; elsewhere dates stay as they are written.
    """

    def __init__(self, event: Event, is_english: bool) -> None:
        self._event = event
        self._is_english = is_english
        self._zone = zone_of(event.timezone)

    def moment(self, when: When) -> str:
        """One date or time: `26 October 2024`, `16 January 2025, 18:30`."""
        return _time(when.at(self._event), self._worded(when))

    def span(self, start: When | None, end: When | None) -> str:
        """From when to when, what both share said once: `26–27 October 2024`."""
        first, last = start or end, end if start else None
        if first is None:
            return ""
        if last is None or last == first:
            return self.moment(first)
        if first.precision == last.precision == "day" and self._is_english:
            parts = [self._worded(one).split(" ") for one in (first, last)]
            while len(parts[0]) > 1 and parts[0][-1] == parts[1][len(parts[0]) - 1]:
                parts[0].pop()
            joint = "–" if len(parts[0]) == 1 else " – "
            return f"{_time(first, ' '.join(parts[0]))}{joint}{_time(last, ' '.join(parts[1]))}"
        if self.day(first) and self.day(first) == self.day(last) and self.clock(first) and self.clock(last):
            return f"{self.moment(first)}–{_time(last.at(self._event), self.clock(last))}"
        return f"{self.moment(first)} – {self.moment(last)}"

    def clocks(self, start: When | None, end: When | None) -> str:
        """The times of day: `09:30–10:15`; nothing where none is known."""
        known = [(one, clock) for one in (start, end) if one is not None and (clock := self.clock(one))]
        return "–".join(_time(one.at(self._event), clock) for one, clock in known)

    def day(self, when: When | None) -> str:
        """The day on which it is, as ISO 8601; nothing where that is not known."""
        local = self._local(when) if when is not None else None
        if local is not None:
            return local.date().isoformat()
        at = str(when.at(self._event)) if when is not None else ""
        return at[:10] if len(at) >= 10 and at[0] != "T" else ""

    def clock(self, when: When) -> str:
        """The time of day; in an hour that is repeated when clocks go back, with the name of the zone's time."""
        local = self._local(when)
        if local is None:
            at = str(when.at(self._event))
            return at[1:6] if at[0] == "T" else at[11:16]
        ambiguous = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
        return f"{local:%H:%M}{f' {local.tzname()}' if ambiguous else ''}"

    def worded_day(self, day: str) -> str:
        """A day as people read it: `Saturday, 26 October 2024`."""
        if not self._is_english:
            return _time(When(day), day)
        return _time(When(day), f"{datetime.fromisoformat(day):%A}, {self._worded(When(day))}")

    def _local(self, when: When) -> datetime | None:
        at = when.at(self._event)
        return at.earliest.astimezone(self._zone) if at.zoned and self._zone is not None else None

    def _worded(self, when: When) -> str:
        clock, day = self.clock(when), self.day(when)
        date = day or ("" if when[0] == "T" else str(when))
        if self._is_english and date:
            year, month, *days = date.split("-") + [""] * (date.count("-") < 1)
            named = _MONTHS[int(month) - 1] if month else ""
            date = " ".join(one for one in (*(str(int(one)) for one in days), named, year) if one)
        return ", ".join(one for one in (date, clock) if one)


def _time(when: When, words: str) -> str:
    """The element `time`; a fraction of a second is beyond its form."""
    stated = str(when).removeprefix("T")
    if "." in stated:
        return f"<time>{escape(words)}</time>"
    return f'<time datetime="{stated}">{escape(words)}</time>'
