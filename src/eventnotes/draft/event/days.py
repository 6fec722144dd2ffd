"""Days: the ways in which a day, a month or a range of days is written, and what each comes to."""

from __future__ import annotations

import calendar
import re

from eventnotes.draft.forms import Form, expanded
from eventnotes.draft.lexicon import MONTHS, MONTHS_ABROAD
from eventnotes.formats._patterns import repeated

WEEKDAY = r"(?:<DAY>[.]?,?\s+)?(?:the\s+)?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|\.(?=\s?[–—-]|\s\w))?(?:\s*\([^()\n\d]{{1,40}}\))?"
_FIRST, _LAST = _DAY.format("day"), _DAY.format("day2")
_YEAR = r"(?P<year>20\d\d|19\d\d|(?<=[’'])\d\d)"
_OF_YEAR = rf"(?:(?:,?\s+(?:de\s+|del\s+)?[’']?|[’']){_YEAR})?\b"
_UP_TO = r"(?:[-–—&/]|\b(?:to|through|thru|until|and|y|et|und|e|al?|au|bis|t/m|en)\b)"
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}(?::\d\d)?\s?[AaPp]\.?[Mm]\b\.?)"
_SAME_YEAR = rf"(?:,?\s+20\d\d(?=\s*{_UP_TO}\s*{WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?<MONTH>))"
_TO = rf"(?:(?:{_TIME}|{_SAME_YEAR})?(?:,\s*\d{{1,2}}(?:st|nd|rd|th)?){{0,9}}\s*,?\s*{_UP_TO}\s*{WEEKDAY})"
_OF = r"\s+(?:of\s+|de\s+|d[’'])?"
SINGLE = (
    Form(
        "month-day",
        rf"{WEEKDAY}(?P<month><MONTH>)\s+(?:the\s+)?{_FIRST}(?:{_TO}(?:(?P<month2><MONTH>)\s+)?{_LAST})?{_OF_YEAR}(?!:)",
        0.9,
        (
            ("It was held on Tuesday, October 5, 2021.", "2021-10-05"),
            ("The meeting took place May 3-5, 2017.", "2017-05-03 2017-05-05"),
            ("It was held november 3rd, 4th and 5th, 2017.", "2017-11-03 2017-11-05"),
            ("It was held from May 30 to June 2, 2019.", "2019-05-30 2019-06-02"),
            ("It was held from May 30, 2019 to June 2, 2019.", "2019-05-30 2019-06-02"),
            ("It was held on May 30, 6pm - May 31, 2019.", "2019-05-30 2019-05-31"),
            ("It was held from May 30 (talks) - June 2 (sprints), 2019.", "2019-05-30 2019-06-02"),
        ),
    ),
    Form(
        "day-month",
        rf"{WEEKDAY}(?<!\d){_FIRST}(?:{_OF}(?P<month><MONTH>))?(?:{_TO}{_LAST}(?:{_OF}(?P<month2><MONTH>)"
        rf"|(?(month)(?!\d|{_OF}<MONTH>|[:.]\d)|(?!)))|(?(month)|(?!))){_OF_YEAR}",
        0.9,
        (
            ("We hosted it on the 5th of October 2021.", "2021-10-05"),
            ("The meetup was held on 5th October'21.", "2021-10-05"),
            ("It was held on 3–5 May 2017.", "2017-05-03 2017-05-05"),
            ("It was held on 3, 4 and 5 May 2017.", "2017-05-03 2017-05-05"),
            ("It was held on 30 May – 2 June 2019.", "2019-05-30 2019-06-02"),
            ("It was held on 30 May 2019 – 2 June 2019.", "2019-05-30 2019-06-02"),
            ("# Tramtage\n\nVom 3. bis 5. Mai 2017 waren wir in Porto.", "2017-05-03 2017-05-05"),
        ),
    ),
    Form(
        "numbers",
        r"(?<![\d/.-])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<number>\d{1,2})(?P=mark)(?P<year>20\d\d|(?<=[-/])[0-3]\d)\b(?![/.-]\d)",
        0.85,
        (("Date: 16/01/2024", "2024-01-16"), ("The event was held on 24.12.2019.", "2019-12-24")),
    ),
    Form(
        "iso",
        r"(?<![\w/-])(?P<year>20\d\d)(?P<dash>[-/])(?P<number>0\d|1[0-2])(?P=dash)(?P<day>[0-3]\d)"
        r"(?:\s*(?:[-–—/]|to|until)\s*20\d\d(?P=dash)(?P<number2>0\d|1[0-2])(?P=dash)(?P<day2>[0-3]\d))?(?![\w/-])",
        0.9,
        (("Date: 2021-10-05", "2021-10-05"), ("Date: 2021-10-05 – 2021-10-07", "2021-10-05 2021-10-07")),
    ),
    Form(
        "month-year",
        r"(?:(?m:^)\W{0,20}|\b(?:[Ii]n|of|the|our|early|late|mid|this|last)[ -]|[:,(]\s?)"
        rf"(?P<month><MONTH>)(?:,|\s+of)?\s+{_YEAR}\b",
        0.85,
        (
            ("# March 2021 meeting of the tram club", "2021-03"),
            ("The conference took place in October 2021.", "2021-10"),
            ("# Boats\n\nA talk at the Tram conference, October 2021.", "2021-10"),
        ),
    ),
)
DAY_HEADING = Form(
    "day-headings",
    r"(?<![\d.])(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?=\W+<DAY>\b|\W*$)",
    0.85,
    (
        ("# Days\n\n## June 3, 2021 - Talks\n\nA.\n\n## Friday, June 4 - Hacking\n\nB.", "2021-06-03 2021-06-04"),
        ("# Days of 2021\n\n## 03.06. - Thursday\n\nA.\n\n## 04.06. - Friday\n\nB.", "2021-06-03 2021-06-04"),
    ),
)
"""Headings of days: this, or any form of a single day."""
TITLE_MONTH = Form(
    "title-month",
    rf"\b(?P<month><MONTH>)(?:,|\s+of|(?:\s+[A-Za-z-]+){{1,4}})?\s+[’']?{_YEAR}\b",
    0.62,
    (
        ("# Tram Tuesday June 2019 notes\n\nIt rained.", "2019-06"),
        ("# June Tram meetup 2019\n\nIt rained.", "2019-06"),
        ("# TramCamp - Oct ’19\n\nIt rained.", "2019-10"),
    ),
)
_NUMBERS = {one[:3].lower(): place for place, one in enumerate(MONTHS, 1)} | {
    name: place for place, names in enumerate(MONTHS_ABROAD, 1) for name in names.split()
}


def resolved(match: re.Match[str], known: str = "") -> list[str]:
    """The first and the last day, in ISO form, as far as the words and a known year tell; nothing without a year."""
    found = match.groupdict()
    year = found.get("year") or known
    if not year:
        return []
    if found.get("mark") and len(year) == 2 and not int(found["day"]) <= 12 < int(found["number"]):
        return []  # 18/10/23 may be of the year 18
    year = year if len(year) == 4 else f"20{year}"
    if found.get("mark"):
        return _from_numbers(int(found["day"]), int(found["number"]), year)
    first, last = months(match)
    if not found.get("day"):
        return [f"{year}-{first:02}"]
    days = [(first, int(found["day"]))]
    if found.get("day2"):
        days.append((last, int(found["day2"])))
    if any(not 1 <= day <= calendar.monthrange(int(year), month)[1] for month, day in days):
        return []
    return [f"{year}-{month:02}-{day:02}" for month, day in days] if days == sorted(days) else []


def months(match: re.Match[str]) -> tuple[int, int]:
    """The first and the last month that a form of this table found."""
    found = match.groupdict()
    named = [found[one] for one in ("number", "number2", "month", "month2") if found.get(one)]
    numbers = [int(one) if one.isdigit() else _NUMBERS.get(one.lower()) or _NUMBERS[one[:3].lower()] for one in named]
    return numbers[0], numbers[-1]


def _from_numbers(first: int, second: int, year: str) -> list[str]:
    """Day, month and year in numbers, if only one of the first two can be the month."""
    if first > 12 >= second or first == second:
        first, second = second, first
    elif not second > 12 >= first:
        return []
    return [f"{year}-{first:02}-{second:02}"] if second <= calendar.monthrange(int(year), first)[1] else []


_DATED = re.compile(
    repeated(rf"\d|{expanded('(?:<MONTH>|<DAY>)').lower()}\b|st\b|nd\b|rd\b|th\b|(?:and|from|of|the|to)\b|\W", 1) + "$"
)


def is_dated(text: str) -> bool:
    """Whether words are a day or a part of one, and nothing else."""
    return _DATED.match(text.lower()) is not None
