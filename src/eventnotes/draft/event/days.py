"""Days: the ways in which a day, a month or a range of days is written, and what each comes to."""

from __future__ import annotations

import calendar
import re

from eventnotes.draft.forms import Form, expanded
from eventnotes.draft.lexicon import MONTHS, alternatives
from eventnotes.formats._patterns import repeated

_D = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|\.(?=\s?[–—-]|\s\w))?"
WEEKDAY = r"(?:<DAY>[.]?,?\s+(?:the\s+)?)?"
_YEAR = r"(?P<year>20\d\d|19\d\d|(?<=[’'])\d\d)"
_OF_YEAR = rf"(?:(?:,?\s+(?:de\s+|del\s+)?[’']?|[’']){_YEAR})?\b"
_TO = (
    r"(?:(?:,\s*\d{1,2}(?:st|nd|rd|th)?)*\s*,?\s*"
    r"(?:[-–—&/]|\b(?:to|through|thru|until|and|y|et|und|e|al?|au|bis|t/m|en)\b)\s*(?:the\s+)?)"
)
_OF = r"(?:of\s+|de\s+|d[’'])?"
_ABROAD = (
    "janvier enero januar januari gennaio janeiro stycznia",
    "février febrero februar februari febbraio fevereiro lutego",
    "mars marzo märz maart março marca",
    "avril abril april aprile kwietnia",
    "mai mayo mei maggio maio maja",
    "juin junio juni giugno junho czerwca",
    "juillet julio juli luglio julho lipca",
    "août agosto august augustus augusti sierpnia",
    "septembre septiembre settembre setembro września",
    "octobre octubre oktober ottobre outubro października",
    "novembre noviembre novembro listopada",
    "décembre diciembre dezember dicembre dezembro grudnia",
)
"""The months in French, Spanish, German, Dutch, Italian, Portuguese and Polish."""
_FOREIGN = {name: place for place, names in enumerate(_ABROAD, 1) for name in names.split()}
_ENGLISH = (*MONTHS, *(f"{one[:3]}[.]?" for one in MONTHS if one != "May"), "Sept[.]?")
_SMALL = (one.lower() for one in MONTHS if one not in ("March", "May"))
MONTH = alternatives(
    "|".join([*_ENGLISH, *_SMALL, *sorted({*_FOREIGN, *(one.capitalize() for one in _FOREIGN)}, key=len)[::-1]])
)
SINGLE = (
    Form(
        "month-day-to-month-day",
        rf"{WEEKDAY}(?P<month>{MONTH})\s+{_D.format('day')}(?:\s*\([^()\n]{{1,40}}\))?{_TO}{WEEKDAY}"
        rf"(?P<month2>{MONTH})\s+{_D.format('day2')}(?:\s*\([^()\n]{{1,40}}\))?{_OF_YEAR}",
        0.9,
        (
            ("It was held from May 30 to June 2, 2019.", "2019-05-30 2019-06-02"),
            ("It was held from May 30 (talks) - June 2 (sprints), 2019.", "2019-05-30 2019-06-02"),
        ),
    ),
    Form(
        "day-month-to-day-month",
        rf"{_D.format('day')}\s+{_OF}"
        rf"(?P<month>{MONTH}){_TO}{WEEKDAY}{_D.format('day2')}\s+{_OF}(?P<month2>{MONTH}){_OF_YEAR}",
        0.9,
        (("It was held on 30 May – 2 June 2019.", "2019-05-30 2019-06-02"),),
    ),
    Form(
        "month-days",
        rf"{WEEKDAY}(?P<month>{MONTH})\s+{_D.format('day')}{_TO}{WEEKDAY}{_D.format('day2')}{_OF_YEAR}(?!:)",
        0.9,
        (
            ("The meeting took place May 3-5, 2017.", "2017-05-03 2017-05-05"),
            ("# Trams\n\n*May 3-5th, 2017*", "2017-05-03 2017-05-05"),
            ("# TramConf 2017 (May 3-5)\n\nIt rained.", "2017-05-03 2017-05-05"),
            ("It was held november 3rd, 4th and 5th, 2017.", "2017-11-03 2017-11-05"),
        ),
    ),
    Form(
        "days-month",
        rf"{_D.format('day')}{_TO}{WEEKDAY}{_D.format('day2')}\s+{_OF}(?P<month>{MONTH}){_OF_YEAR}",
        0.9,
        (
            ("It was held on 3–5 May 2017.", "2017-05-03 2017-05-05"),
            ("It was held on the 3rd and 4th of May 2017.", "2017-05-03 2017-05-04"),
            ("It was held from the 3rd to the 5th of May 2017.", "2017-05-03 2017-05-05"),
            ("It was held on 3, 4 and 5 May 2017.", "2017-05-03 2017-05-05"),
            ("# Tranvías\n\nEstuvimos los días 3, 4 y 5 de mayo de 2017 en Porto.", "2017-05-03 2017-05-05"),
            ("# TramConf\n\nWe rang all bells in Porto, 3-5 May 2017, in the rain.", "2017-05-03 2017-05-05"),
            ("# Tramtage\n\nVom 3. bis 5. Mai 2017 waren wir in Porto.", "2017-05-03 2017-05-05"),
            ("# TramConf\n\nI was at TramConf 2017 again. It was held 3-5 May.", "2017-05-03 2017-05-05"),
        ),
    ),
    Form(
        "day-month-to-day",
        rf"{_D.format('day')}\s+{_OF}(?P<month>{MONTH}){_TO}{WEEKDAY}{_D.format('day2')}(?!\d|\s+{_OF}{MONTH}|[:.]\d){_OF_YEAR}",
        0.9,
        (
            (
                "# TramConf 2017\n\nIt was held from Wednesday the 3rd of May until Friday the 5th.",
                "2017-05-03 2017-05-05",
            ),
        ),
    ),
    Form(
        "month-day",
        rf"{WEEKDAY}(?P<month>{MONTH})\s+(?:the\s+)?{_D.format('day')}{_OF_YEAR}(?!:)",
        0.85,
        (("It was held on Tuesday, October 5, 2021.", "2021-10-05"), ("# Oct 5 2021\n\nTrams.", "2021-10-05")),
    ),
    Form(
        "day-month",
        rf"{WEEKDAY}{_D.format('day')}\s+{_OF}(?P<month>{MONTH}){_OF_YEAR}",
        0.85,
        (
            ("We hosted it on the 5th of October 2021.", "2021-10-05"),
            ("The meetup was held on 5th October'21.", "2021-10-05"),
            ("# TramConf 2021\n\nThe conference was held on 5 October.", "2021-10-05"),
            ("# Rencontre du 5 Octobre 2021\n\nIl pleut.", "2021-10-05"),
            ("# Trams\n\n*5 October 2021*\n\nIt rained.", "2021-10-05"),
            ("# Trams\n\nWed, 5 October 2021, Porto\n\nIt rained.", "2021-10-05"),
            ("# Trams\n\nOn the 5th of October 2021, Ana Lima spoke.", "2021-10-05"),
            ("# Trams\n\nOn 5 October I attended it.\n\nPosted: October 5, 2021", "2021-10-05"),
        ),
    ),
    Form(
        "numbers",
        r"(?<![\d/.-])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<number>\d{1,2})(?P=mark)(?P<year>20\d\d|(?<=[-/])[0-3]\d)\b(?![/.-]\d)",
        0.85,
        (
            ("Date: 16/01/2024", "2024-01-16"),
            ("The event was held on 24.12.2019.", "2019-12-24"),
            ("# 10-18-23 Trams\n\nRain.", "2023-10-18"),
        ),
    ),
    Form(
        "iso-to-iso",
        r"(?<![\w/-])(?P<year>20\d\d)[-/](?P<number>0\d|1[0-2])[-/](?P<day>[0-3]\d)\s*(?:-|–|—|to|/|until)\s*"
        r"20\d\d[-/](?P<number2>0\d|1[0-2])[-/](?P<day2>[0-3]\d)(?![\w/-])",
        0.9,
        (("Date: 2021-10-05 – 2021-10-07", "2021-10-05 2021-10-07"),),
    ),
    Form(
        "iso",
        r"(?<![\w/-])(?P<year>20\d\d)(?P<dash>[-/])(?P<number>0\d|1[0-2])(?P=dash)(?P<day>[0-3]\d)(?![\w/-])",
        0.9,
        (("Date: 2021-10-05", "2021-10-05"), ("# Trams\n\n2021-10-05 in Porto", "2021-10-05")),
    ),
    Form(
        "month-year-first",
        rf"(?m:^)\W*(?P<month>{MONTH})(?:,|\s+of)?\s+{_YEAR}\b",
        0.85,
        (("# March 2021 meeting of the tram club", "2021-03"),),
    ),
    Form(
        "month-year",
        rf"\b(?:[Ii]n|of|the|early|late|mid|this|last)[ -](?P<month>{MONTH})(?:,|\s+of)?\s+{_YEAR}\b",
        0.75,
        (
            ("The conference took place in October 2021.", "2021-10"),
            ("# Notes\n\nIn October 2021, I rode a tram.", "2021-10"),
            ("# Highlights from the October 2021 tram call", "2021-10"),
        ),
    ),
)
DAY_HEADING = Form(
    "day-headings",
    r"^\W*(?:(?:[Dd]ay|[Tt]ag)\s+\w+\W+)?(?:(?:<DAY>)\W+)?(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?:(?P<year>20\d\d)?\W+<DAY>\b|\W*$)",
    0.85,
    (
        ("# Days\n\n## June 3, 2021 - Talks\n\nA.\n\n## Friday, June 4 - Hacking\n\nB.", "2021-06-03 2021-06-04"),
        ("# Days of 2021\n\n## Day 1 (3 June)\n\nA.\n\n## Day 2 (4 June)\n\nB.", "2021-06-03 2021-06-04"),
        ("# Days of 2021\n\n## 03.06. - Thursday\n\nA.\n\n## 04.06. - Friday\n\nB.", "2021-06-03 2021-06-04"),
    ),
)
"""Headings of days: this, or any form of a single day."""
TITLE_MONTH = Form(
    "title-month",
    rf"\b(?P<month>{MONTH})(?:,|\s+of|(?:\s+[A-Za-z-]+){{1,4}})?\s+{_YEAR}\b",
    0.62,
    (("# Tram Tuesday June 2019 notes\n\nIt rained.", "2019-06"), ("# June Tram meetup 2019\n\nIt rained.", "2019-06")),
)
_NUMBERS = {one[:3].lower(): place for place, one in enumerate(MONTHS, 1)}


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
    first = found.get("number") or f"{_month_number(found['month']):02}"
    if not found.get("day"):
        return [f"{year}-{first}"]
    second = found.get("number2") or first
    if found.get("month2"):
        second = f"{_month_number(found['month2']):02}"
    days = [(first, int(found["day"]))]
    if found.get("day2"):
        days.append((second, int(found["day2"])))
    if any(not 1 <= day <= calendar.monthrange(int(year), int(month))[1] for month, day in days):
        return []
    return [f"{year}-{month}-{day:02}" for month, day in days] if days == sorted(days) else []


def _month_number(name: str) -> int:
    return _FOREIGN.get(name.lower()) or _NUMBERS[name[:3].lower()]


def _from_numbers(first: int, second: int, year: str) -> list[str]:
    """Day, month and year in numbers, if only one of the first two can be the month."""
    if first > 12 >= second or first == second:
        first, second = second, first
    elif not second > 12 >= first:
        return []
    return [f"{year}-{first:02}-{second:02}"] if second <= calendar.monthrange(int(year), first)[1] else []


_DATED = re.compile("(?i)" + repeated(expanded(r"\d|<MONTH>\b|<DAY>\b|st|nd|rd|th|\W"), 1) + "$")


def is_dated(text: str) -> bool:
    """Whether words are a day or a part of one, and nothing else."""
    return _DATED.match(text) is not None
