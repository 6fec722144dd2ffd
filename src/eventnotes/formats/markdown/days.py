"""Days and times: `## Day 2`, `## Tuesday 3 October`, `Time: 09:30–10:15`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from eventnotes.when import When

_MONTHS = tuple(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_NAME = rf"(?P<weekday>{'|'.join(_WEEKDAYS)}|tues|thurs?|{'|'.join(day[:3] for day in _WEEKDAYS)})"
_WEEKDAY = rf"(?:{_WEEKDAY_NAME}\.?,?[ \t]+)?"
_MONTH = rf"(?P<month>sept|{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_TAIL = r"(?:[ \t]*(?:[:–—-][ \t].*|[:.]))?"
_DAY_NUMBER = re.compile(rf"day[ \t]+(?P<number>[0-9]{{1,2}}|one|two|three|four|five){_TAIL}", re.IGNORECASE)
_NAMED: tuple[re.Pattern[str], ...] = (
    re.compile(rf"{_WEEKDAY}{_DAY}(?:[ \t]+of)?[ \t]+{_MONTH}(?:,?[ \t]+(?P<year>[0-9]{{4}}))?{_TAIL}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_MONTH}[ \t]+{_DAY}(?:,?[ \t]+(?P<year>[0-9]{{4}}))?{_TAIL}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-{_DAY}{_TAIL}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY_NAME}{_TAIL}", re.IGNORECASE),
)
_may_be_day = re.compile(
    r"day|mon|tue|wed|thu|fri|sat|sun|[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE
).match
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_CLOCK = r"(?P<{0}>[0-9]{{1,2}})[:.](?P<{0}m>[0-5][0-9])(?P<{0}s>:[0-5][0-9])?[ \t]*(?P<{0}x>[ap]\.?m\.?)?"
_TIME = re.compile(
    rf"(?:(?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:T|,?[ \t]+))?{_CLOCK.format('a')}"
    rf"(?:[ \t]*(?:-|–|—|to|until)[ \t]*{_CLOCK.format('b')})?(?P<zone>Z|[+-][0-9]{{2}}:[0-9]{{2}})?",
    re.IGNORECASE,
)
_plain_times = re.compile(r"((?:[01][0-9]|2[0-3]):[0-5][0-9])[–—-]((?:[01][0-9]|2[0-3]):[0-5][0-9])").fullmatch
_ISO_PAIR = re.compile(r"(?P<start>[0-9T:.Z+-]{4,})(?:[ \t]*(?:/|–|—|to)[ \t]*(?P<end>[0-9T:.Z+-]{4,}))?")
_HALF_DAY = timedelta(hours=12)
_LONGEST = 200  # no time is longer; looking for one takes more than linear time


def day_of(heading: str, start: str | None, end: str | None) -> str | None:
    """The date that a day heading stands for, as `2017-10-03`, or None where it is none or cannot be told.

    Args:
        heading: `Day 2`, `Tuesday 3 October`, `October 3, 2017`, `2017-10-03`, `Tuesday`; a tail after `:` or ` – `.
        start: when the event begins; a year, or the number of the day, is counted from it.
        end: when it ends; a weekday alone is looked up between the two.
    """
    first, last = _date(start), _date(end)
    if match := _DAY_NUMBER.fullmatch(heading):
        number = _NUMBERS.get(match["number"].lower()) or int(match["number"])
        return (first + timedelta(days=number - 1)).isoformat() if first and number else None
    for form in _NAMED:
        if match := form.fullmatch(heading):
            return _named_day(match.groupdict(), first, last or first, start[:4] if start and _is_when(start) else "")
    return None


def is_day(heading: str) -> bool:
    """Whether a heading has the form of one that gives a day."""
    if not _may_be_day(heading):
        return False
    return bool(_DAY_NUMBER.fullmatch(heading)) or any(form.fullmatch(heading) for form in _NAMED)


def _weekday(name: str) -> int:
    return next(number for number, day in enumerate(_WEEKDAYS) if day.startswith(name[:3].lower()))


def _named_day(parts: dict[str, str | None], first: date | None, last: date | None, event_year: str) -> str | None:
    weekday = _weekday(parts["weekday"] or "") if parts.get("weekday") else None
    if "day" not in parts or parts["day"] is None:
        days = [first + timedelta(days=one) for one in range(min((last - first).days + 1, 7))] if first and last else []
        return next((day.isoformat() for day in days if day.weekday() == weekday), None)
    month = str(parts["month"]).lower()
    number = (
        int(month) if month.isdigit() else next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
    )
    given = parts.get("year") or (event_year if first is None else "")
    years = [int(given)] if given else sorted({one.year for one in (first, last) if one})
    for year in years:
        try:
            day = date(year, number, int(str(parts["day"])))
        except ValueError:
            continue
        if len(years) == 1 or (first and last and first <= day <= last):
            return day.isoformat()
    return None


def times(value: str, day: str | None) -> tuple[str, str | None] | None:
    """Start and end of a time label, in ISO 8601; None where it has no known form.

    `09:30`, `9:30 am`, `09:30–10:15`, `2017-10-05 09:30–10:15`, or what ISO 8601 writes. A time without a date gets
    `day`; an end before its start is on the next day if that is at most 12 hours on.
    """
    value = value.strip()
    if len(value) > _LONGEST:
        return None
    if (plain := _plain_times(value)) and (day is None or plain[1] <= plain[2]):
        return f"{day or ''}T{plain[1]}", f"{day or ''}T{plain[2]}"
    match = _TIME.fullmatch(value)
    if match is None:
        pair = _ISO_PAIR.fullmatch(value)
        return (pair["start"], pair["end"]) if pair and _is_when(pair["start"]) else None
    start, end = _clock(match, "a", match["bx"]), _clock(match, "b", None) if match["b"] else None
    if start and end and start > end and match["bx"] and not match["ax"]:
        start = _clock(match, "a", "am" if match["bx"][0] in "pP" else "pm")
    if start is None or (match["b"] and end is None):
        return None
    on, zone = match["date"] or day, match["zone"] or ""
    if on is None:
        return None if zone else (f"T{start}", f"T{end}" if end else None)
    until = _next_day(on) if end and end < start and _is_overnight(start, end) else on
    return f"{on}T{start}{zone}", f"{until}T{end}{zone}" if end else None


def time_label(start: str, end: str | None, day: str | None) -> str | None:
    """The value of a time label that reads as this start and end on a day; None where there is none."""
    first, last = start.partition("T"), (end or "").partition("T")
    clocks = f"{first[2]}–{last[2]}" if end else first[2]
    for text in (clocks, f"{first[0]} {clocks}".strip(), f"{start}–{end}" if end else start):
        if times(text, day) == (start, end):
            return text
    return None


def _clock(match: re.Match[str], group: str, other_half: str | None) -> str | None:
    hour, half = int(match[group]), (match[f"{group}x"] or "").lower().replace(".", "")
    if not half and other_half and hour <= 12:
        half = other_half.lower().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{match[f'{group}m']}{match[f'{group}s'] or ''}" if hour < 24 else None


def _is_overnight(start: str, end: str) -> bool:
    minutes = [int(clock[:2]) * 60 + int(clock[3:5]) for clock in (start, end)]
    return (minutes[1] - minutes[0]) % (24 * 60) <= _HALF_DAY.seconds // 60


def _next_day(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _is_when(text: str) -> bool:
    try:
        When(text)
    except ValueError:
        return False
    return True
