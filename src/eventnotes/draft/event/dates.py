"""Dates: when the event was, as far as the words are certain."""

from __future__ import annotations

import calendar
import re
import sys
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, expanded
from eventnotes.draft.lexicon import MONTHS, alternatives
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View

_D = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:<DAY>[.]?,?\s+(?:the\s+)?)?"
_YEAR = r"(?P<year>20\d\d|19\d\d|(?<=[’'])\d\d)"
_TO = (
    r"(?:(?:,\s*\d{1,2}(?:st|nd|rd|th)?)*\s*,?\s*"
    r"(?:[-–—&]|\b(?:to|through|thru|until|and|y|et|und|e|al?|au|bis|t/m|en)\b)\s*(?:the\s+)?)"
)
_OF = r"(?:of\s+|de\s+|d[’'])?"
_ABROAD = (
    *("janvier enero januar januari gennaio janeiro", "février febrero februar februari febbraio fevereiro"),
    *(
        "mars marzo märz maart março",
        "avril abril april aprile",
        "mai mayo mei maggio maio",
        "juin junio juni giugno junho",
    ),
    *("juillet julio juli luglio julho", "août agosto august augustus", "septembre septiembre settembre setembro"),
    *(
        "octobre octubre oktober ottobre outubro",
        "novembre noviembre novembro",
        "décembre diciembre dezember dicembre dezembro",
    ),
)
"""The months in French, Spanish, German, Dutch, Italian and Portuguese."""
_FOREIGN = {name: place for place, names in enumerate(_ABROAD, 1) for name in names.split()}
_MONTH = (
    f"(?:<MONTH>|{alternatives('|'.join(one.lower() for one in MONTHS if one not in ('March', 'May')))}"
    rf"|(?i:{alternatives('|'.join(sorted(_FOREIGN, key=len, reverse=True)))})\b)"
)
SINGLE = (
    Form(
        "month-day-to-month-day",
        rf"{_WEEKDAY}(?P<month>{_MONTH})\s+{_D.format('day')}(?:\s*\([^()\n]{{1,40}}\))?{_TO}{_WEEKDAY}"
        rf"(?P<month2>{_MONTH})\s+{_D.format('day2')}(?:\s*\([^()\n]{{1,40}}\))?(?:(?:,?\s+(?:de\s+|del\s+)?[’']?|[’']){_YEAR})?\b",
        0.9,
        (
            ("It was held from May 30 to June 2, 2019.", "2019-05-30 2019-06-02"),
            ("It was held from May 30 (talks) - June 2 (sprints), 2019.", "2019-05-30 2019-06-02"),
        ),
    ),
    Form(
        "day-month-to-day-month",
        rf"{_D.format('day')}\s+{_OF}"
        rf"(?P<month>{_MONTH}){_TO}{_WEEKDAY}{_D.format('day2')}\s+{_OF}(?P<month2>{_MONTH})(?:(?:,?\s+(?:de\s+|del\s+)?[’']?|[’']){_YEAR})?\b",
        0.9,
        (("It was held on 30 May – 2 June 2019.", "2019-05-30 2019-06-02"),),
    ),
    Form(
        "month-days",
        rf"{_WEEKDAY}(?P<month>{_MONTH})\s+{_D.format('day')}{_TO}{_WEEKDAY}{_D.format('day2')}(?:(?:,?\s+(?:de\s+|del\s+)?[’']?|[’']){_YEAR})?\b(?!:)",
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
        rf"{_D.format('day')}{_TO}{_WEEKDAY}{_D.format('day2')}\s+{_OF}(?P<month>{_MONTH})(?:(?:,?\s+(?:de\s+|del\s+)?[’']?|[’']){_YEAR})?\b",
        0.9,
        (
            ("It was held on 3–5 May 2017.", "2017-05-03 2017-05-05"),
            ("It was held on the 3rd and 4th of May 2017.", "2017-05-03 2017-05-04"),
            ("It was held from the 3rd to the 5th of May 2017.", "2017-05-03 2017-05-05"),
            ("It was held on 3, 4 and 5 May 2017.", "2017-05-03 2017-05-05"),
            ("# Tranvías\n\nEstuvimos los días 3, 4 y 5 de mayo de 2017 en Porto.", "2017-05-03 2017-05-05"),
            ("# TramConf\n\nWe rang all bells in Porto, 3-5 May 2017, in the rain.", "2017-05-03 2017-05-05"),
            ("# TramConf\n\nI was at TramConf 2017 again. It was held 3-5 May.", "2017-05-03 2017-05-05"),
        ),
    ),
    Form(
        "month-day",
        rf"{_WEEKDAY}(?P<month>{_MONTH})\s+{_D.format('day')}(?:(?:,?\s+(?:de\s+|del\s+)?[’']?|[’']){_YEAR})?\b(?!:)",
        0.85,
        (("It was held on Tuesday, October 5, 2021.", "2021-10-05"), ("# Oct 5 2021\n\nTrams.", "2021-10-05")),
    ),
    Form(
        "day-month",
        rf"{_WEEKDAY}{_D.format('day')}\s+{_OF}(?P<month>{_MONTH})(?:(?:,?\s+(?:de\s+|del\s+)?[’']?|[’']){_YEAR})?\b",
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
        r"(?<![\d/.-])(?P<day>\d{1,2})(?P<mark>[/.])(?P<number>\d{1,2})(?P=mark)(?P<year>20\d\d)\b",
        0.85,
        (("Date: 16/01/2024", "2024-01-16"), ("The event was held on 24.12.2019.", "2019-12-24")),
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
        rf"(?m:^)\W*(?P<month>{_MONTH})(?:,|\s+of)?\s+{_YEAR}\b",
        0.85,
        (("# March 2021 meeting of the tram club", "2021-03"),),
    ),
    Form(
        "month-year",
        rf"\b(?:[Ii]n|of|the|early|late|mid|this|last)[ -](?P<month>{_MONTH})(?:,|\s+of)?\s+{_YEAR}\b",
        0.75,
        (
            ("The conference took place in October 2021.", "2021-10"),
            ("# Notes\n\nIn October 2021, I rode a tram.", "2021-10"),
            ("# Highlights from the October 2021 tram call", "2021-10"),
        ),
    ),
)
_DAY_HEADING = Form(
    "day-headings",
    rf"^\W*{_WEEKDAY}(?P<month>{_MONTH})\s+{_D.format('day')}(?:,?\s+{_YEAR})?\b(?!:)",
    0.85,
    (("# Days\n\n## June 3, 2021 - Talks\n\nA.\n\n## Friday, June 4 - Hacking\n\nB.", "2021-06-03 2021-06-04"),),
)
TITLE_MONTH = Form(
    "title-month",
    rf"\b(?P<month>{_MONTH})(?:,|\s+of)?\s+{_YEAR}\b",
    0.62,
    (("# Tram Tuesday June 2019 notes\n\nIt rained.", "2019-06"),),
)
FORMS = (*SINGLE, _DAY_HEADING, TITLE_MONTH)
_TOLD = re.compile(
    r"(?i)\b(?:held|took place|takes place|taking place|hosted|attended|gathered|convened|met|organi[sz]ed|ran"
    r"|joined|participated|session|was (?:our|the|my)"
    r"|happened|kicked off|the event|date|dates|when|event|presented at|the conference|conference|summit|workshop"
    r"|meetup|webinar|hackathon)\b"
)
_NOT_EVENT = re.compile(
    r"(?i)\b(?:updated|published|publication|posted|written|deadline|register by|due|born|founded|since|until"
    r"|launched|released|next|upcoming|will be|law|act of|voted)\b"
)
_digit = re.compile(r"\d").search
_month_or_numbers = re.compile(expanded(rf"\b{_MONTH}|\d[./-]\d")).search
_NUMBERS = {one[:3].lower(): place for place, one in enumerate(MONTHS, 1)}
_FIRST_BLOCKS = 8
_OPENING_BLOCKS = 4
_SHORT = 60
_OPENING = re.compile(
    expanded(r"(?:Back\s+)?(?:On|In|From|Between)\s+(?:the\s+)?(?:<DAY>,?\s+(?:the\s+)?)?(?=\d|<MONTH>)")
)
_ALONE = re.compile(
    expanded(
        rf"\W*{_WEEKDAY}(?:20\d\d-\d\d-\d\d|\d{{1,2}}[^.!?\n]{{0,20}}<MONTH>[^.!?\n]{{0,3}}20\d\d|<MONTH>[^.!?\n]{{0,25}}20\d\d)"
        r"(?:\W*$|\s*(?:,|-|–|[|]|@|in|at)\s+[^.!?\n]*$)"
    )
)
_DAY = re.compile(
    expanded(
        r"\b(?:(?P<month><MONTH>)\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?|(?P<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month2><MONTH>))"
        r"(?:,?\s+(?P<year>20\d\d))?"
    )
)
_KEY = re.compile(
    r"^[ \t]*(?P<key>[A-Za-z_-]+)[\"']?[ \t]*[:=][ \t]*[\"']?(?P<day>20\d\d-[01]\d-[0-3]\d)", re.MULTILINE
)
_STARTS = (
    "event_date",
    "event-date",
    "eventdate",
    "datestart",
    "startdate",
    "start_date",
    "start-date",
    "event_start",
    "start",
)
_ENDS = ("end_date", "end-date", "enddate", "dateend", "event_end", "end")


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The dates that a source gives to its event; the first is the likeliest."""
    view = mentions.view
    yield from _from_day_headings(view)
    yield from _from_header(view)
    known = _year_of(view)
    for key, block in view.header.items():
        if key == "title":
            yield from _dates_in(block, 0, len(block.text), 0.75, known)
            yield from _month_of(block)
        else:
            yield from _in_block(view, block, _FIRST_BLOCKS - 1, known)
    order = 0
    for block in view.blocks:
        if block.kind in ("code", "rule") or block.tag:
            continue
        order += 1
        if _may_be_dated(block.text):
            yield from _alone(view, block, order) if len(block.text) < _SHORT or "\n" in block.text else ()
            yield from _in_block(view, block, order, known)


def _may_be_dated(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a range holds the parts of a day that are always there."""
    return bool(_digit(text, start, end) and _month_or_numbers(text, start, end))


def _in_block(view: View, block: Block, order: int, known: str) -> Iterator[Claim]:
    if block.kind == "heading":
        if _NOT_EVENT.search(block.text):
            return
        first = order == 1 and "title" not in view.header
        sure = 0.75 if first else 0.64 if order < _FIRST_BLOCKS else 0.4
        yield from _dates_in(block, 0, len(block.text), sure, known if first else "")
        yield from _month_of(block) if first else ()
        return
    for start, end in block.sentences:
        if not _may_be_dated(block.text, start, end) or _NOT_EVENT.search(block.text, start, end):
            continue
        if _TOLD.search(block.text, start, end):
            year = known or _year_elsewhere(view, block.text[start:end])
            yield from _dates_in(block, start, end, 0.85 if order < _FIRST_BLOCKS else 0.45, year)
        elif order <= _OPENING_BLOCKS and (opening := _OPENING.match(block.text, start, end)):
            yield from _dates_in(block, start, min(end, opening.end() + _SHORT), 0.75)
        elif order <= _OPENING_BLOCKS:
            found = _dates_in(block, start, end, 0.7, known)
            yield from (one for one in found if " " in one.value)  # a range is hardly of anything else


def _month_of(title: Block) -> Iterator[Claim]:
    """The month and year that a title has anywhere: `Notes of the tram club, June 2019`."""
    for match in TITLE_MONTH.search(title.text):
        words = Words(title, *match.span())
        yield Claim("start", words, "dates", TITLE_MONTH.name, TITLE_MONTH.confidence, " ".join(resolved(match)))


def _alone(view: View, block: Block, order: int) -> Iterator[Claim]:
    """A date that has a line of one of the first blocks to itself, or shares it with a place only; not the post's."""
    if order > _FIRST_BLOCKS:
        return
    for start, end in block.lines:
        line = block.text[start:end]
        if len(line) < _SHORT and _ALONE.match(line):
            yield from (one for one in _dates_in(block, start, end, 0.85) if one.value != _posted(view))


def _posted(view: View) -> str:
    """The post's own date."""
    found = (one["day"] for one in _KEY.finditer(view.text, 0, view.body) if one["key"].lower() == "date")
    return next(found, "")


def _from_header(view: View) -> Iterator[Claim]:
    """The first and the last day that front matter gives by keys of their own."""
    found = {match["key"].lower(): match for match in _KEY.finditer(view.text, 0, view.body)}
    first = next((found[key] for key in _STARTS if key in found), None)
    last = next((found[key] for key in _ENDS if key in found), None)
    first = first or (found.get("date") if last else None)
    if first is not None:
        block = Block("header", *first.span("day"))
        block.add_raw(view.text, *first.span("day"))
        days = first["day"] if last is None else f"{first['day']} {last['day']}"
        yield Claim("start", Words(block, 0, len(block.text)), "dates", "header", 0.9, days)


def _year_of(view: View) -> str:
    """The one year that the post's title gives its event, or else its first sentences."""
    title = view.header.get("title") or next(iter(view.headings), None)
    first = [one for one in view.blocks if one.kind == "paragraph" and not one.tag][:_OPENING_BLOCKS]
    for blocks in ([title] if title is not None else [], first):
        years = {year for one in blocks for year in re.findall(r"\b20\d\d\b", one.text)}
        if years:
            return years.pop() if len(years) == 1 else ""
    return ""


def _year_elsewhere(view: View, sentence: str) -> str:
    """The year that the source writes elsewhere with the day and month that a sentence has without one."""
    days = {_day_of(one) for one in _DAY.finditer(sentence)}
    if not days:
        return ""
    found = {one["year"] for one in _DAY.finditer(view.text) if one["year"] and _day_of(one) in days}
    return found.pop() if len(found) == 1 else ""


def _day_of(match: re.Match[str]) -> tuple[str, str]:
    month, day = (match["month"], match["day"]) if match["month"] else (match["month2"], match["day2"])
    return month[:3], day


def _from_day_headings(view: View) -> Iterator[Claim]:
    """The first and the last of several headings of days."""
    found = [(one, match) for one in view.headings if (match := _DAY_HEADING.regex.match(one.text))]
    year = next((match["year"] for _, match in found if match["year"]), "")
    days = sorted(day for _, match in found for day in resolved(match, year))
    if len(set(days)) > 1:
        block, match = found[0]
        words = Words(block, match.start("month"), match.end())
        yield Claim("start", words, "dates", _DAY_HEADING.name, _DAY_HEADING.confidence, f"{days[0]} {days[-1]}")


def _dates_in(block: Block, start: int, end: int, confidence: float, year: str = "") -> Iterator[Claim]:
    taken: list[tuple[int, int]] = []
    for form in SINGLE if _may_be_dated(block.text, start, end) else ():
        for match in form.search(block.text, start, end):
            if any(match.start() < two and one < match.end() for one, two in taken):
                continue
            taken.append(match.span())
            days = resolved(match, year)
            if days:
                words = Words(block, *match.span())
                yield Claim(
                    "start", words, "dates", form.name, round(confidence * form.confidence / 0.9, 3), " ".join(days)
                )


def resolved(match: re.Match[str], known: str = "") -> list[str]:
    """The first and the last day, in ISO form, as far as the words and a known year tell; nothing without a year."""
    found = match.groupdict()
    year = found.get("year") or known
    if not year:
        return []
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
