"""Dates: when the event was, as far as the words are certain."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.event.days import DAY_HEADING, SINGLE, TITLE_MONTH, months, resolved
from eventnotes.draft.forms import compiled
from eventnotes.draft.reading.header import TAGS, pairs
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View

FORMS = (*SINGLE, DAY_HEADING, TITLE_MONTH)
_TOLD = re.compile(
    r"\b(?:held|took place|takes place|taking place|hosted|attended|gathered|convened|met|organi[sz]ed|ran"
    r"|joined|participated|session|was (?:our|the|my)"
    r"|happened|kicked off|the event|date|dates|when|event|presented (?:at|by|on)|the conference|conference|summit"
    r"|workshop|meetup|webinar|hackathon|conf[eé]ren\w+|konferenz|tagung|treffen|rencontre|[eé]v[eé]nement\w*|evento|encuentro"
    r"|veranstaltung|fand|jornadas?)\b"
)
_NOT_EVENT = compiled(
    r"\b(?:updated|revised|edited|amended|retrieved|accessed|archived|(?:months|years) ago"
    r"|published|publication|posted|submitted|modified|written|deadline|papers"
    r"|register by|due|born|founded|created|formed|established|since|until"
    r"|launched|released|next(?! to\b)|upcoming|will be(?! (?:held|hosted))|law|act of|voted)\b"
)
_BYLINE = re.compile(r"(?:^\W*By|\d\W+by)\s+[A-Z]|\d\W+min(?:ute)?s?\s+read\b")
_STAMP = compiled(r"\b[Dd]ate\s*[:=]\s*\Z")
_TITLE = compiled(r"\b[Tt]itle\s*[:=]")
"""What stands before the day of a post, where its header is part of the text: `title: Rain date: 2021-10-05`."""
_LABEL = re.compile(r"\W*(?:When|WHEN|Dates?(?: and [Tt]ime)?|DATE|Datum|Fecha|Quand)(?:\W*:|\W*\t|\*\*)\W*(?=\w)")
_YEARS = re.compile(r"20\d\d(?<!\w20\d\d)(?!\w|/\d)")
_digit = re.compile("[0-9]").search
_month_or_numbers = compiled(r"\b<MONTH>|[0-9][./-][0-9]").search
_FIRST_BLOCKS = 8
_OPENING_BLOCKS = 4
_SHORT = 60
_OF_TITLE = 0.75
"""How sure a day is that is of the month that the title has: surer than the month alone."""
_AROUND = 80
_LONGEST = timedelta(days=15)
_FAR = 10
"""So many months from when a post was written no day is that tells no year."""
_MONTH_LONG = len("2021-10")
_NEAR = len("Back in the ")
_KEY_DAY = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])-[0-3]\d")
_STARTS = (*("event_date", "eventdate", "datestart", "startdate", "start_date", "event_start", "date_start"), "start")
_ENDS = ("end_date", "enddate", "dateend", "date_end", "event_end", "end")


class _Source:
    """A source, and the years that it writes."""

    def __init__(self, view: View) -> None:
        self.view = view
        above = [block for key, block in view.header.items() if key not in TAGS]
        self.title = above if "title" in view.header else [*above, *view.headings[:1]]
        first = [one for one in view.blocks if one.kind == "paragraph" and not one.tag][:_OPENING_BLOCKS]
        self.titled_year = _year_in(self.title)
        self.known = _year_in(self.title if _years(self.title) else first)
        lines = ((key, _KEY_DAY.match(view.text, line.start("value"))) for key, line in pairs(view.text, 0, view.body))
        self.days_by_key = {key: day.span() for key, day in lines if day is not None}
        self.posted = view.text[slice(*self.days_by_key.get("date", (0, 0)))]

    @cached_property
    def month(self) -> str:
        """The year and month that the title gives."""
        title = self.view.header.get("title") or next(iter(self.view.headings), None)
        return next((one.value for one in _month_of(title)), "") if title is not None else ""

    @cached_property
    def years(self) -> dict[str, set[str]]:
        """The years that it writes with each month and day, and with each month of its header."""
        dated = [one.text for one in (*self.view.header.values(), *self.view.blocks) if _may_be_dated(one.text)]
        days = [one for text in dated for form in SINGLE[:2] for one in form.search(text)]
        found = [(_month_and_day(one), day[:4]) for one in days for day in resolved(one)[:1]]
        keyed = (self.view.text[start:end] for start, end in self.days_by_key.values())
        found += [(day[-5:], day[:4]) for day in keyed]
        stated = [one for block in self.view.header.values() for one in TITLE_MONTH.search(block.text)]
        found += [(f"{months(one)[0]:02}", resolved(one)[0][:4]) for one in stated]
        years: dict[str, set[str]] = {}
        for day, year in found:
            years.setdefault(day, set()).add(year)
        return years

    def year_with(self, match: re.Match[str]) -> str:
        """The year of the post, or the one that it writes elsewhere with a day and month that are found without one."""
        if self.known or "day" not in match.groupdict() or match.groupdict().get("year"):
            return self.known
        day = _month_and_day(match)
        found = self.years.get(day) or self.years.get(day[:2]) or set()
        return next(iter(found)) if len(found) == 1 else ""

    def may_be_on(self, day: str) -> bool:
        """Whether a day whose year is not written with it is near enough to when the post was written."""
        return not self.posted or abs(_months_to(self.posted) - _months_to(day)) < _FAR


def _months_to(day: str) -> int:
    return 12 * int(day[:4]) + int(day[5:7])


def _month_and_day(match: re.Match[str]) -> str:
    return f"{months(match)[0]:02}-{int(match['day']):02}"


def _years(blocks: Iterable[Block]) -> set[str]:
    return {year for one in blocks for year in _YEARS.findall(one.text)}


def _year_in(blocks: Iterable[Block]) -> str:
    """The one year that blocks have."""
    found = _years(blocks)
    return found.pop() if len(found) == 1 else ""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The dates that a source gives to its event; the first is the likeliest, but for a day in the likeliest month."""
    found = [*_found(_Source(mentions.view))]
    best = max(found, key=lambda one: one.confidence, default=None)
    if best is not None and len(best.value) == _MONTH_LONG:
        within = (one for one in found if len(one.value) > _MONTH_LONG and one.value.startswith(best.value))
        yield from (replace(one, confidence=best.confidence + 0.01) for one in within)
    yield from found


def _found(source: _Source) -> Iterator[Claim]:
    view = source.view
    yield from _from_day_headings(source)
    yield from _from_header(source)
    for key, block in view.header.items():
        if key == "title":
            yield from _dates_in(block, 0, len(block.text), 0.75, source)
            yield from _month_of(block)
        else:
            yield from _in_block(source, block, _FIRST_BLOCKS - 1)
    order = 0
    for block in view.told:
        order += block.kind == "heading" or len(block.text) > _SHORT
        if _may_be_dated(block.text):
            yield from _on_lines(source, block, order)
            yield from _in_block(source, block, order)


def _may_be_dated(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a range holds the parts of a day that are always there."""
    return bool(_digit(text, start, end) and _month_or_numbers(text, start, end))


def _on_lines(source: _Source, block: Block, order: int) -> Iterator[Claim]:
    """Dates that stand behind `When:`; far below, none that was still to come when the post was written."""
    latest = source.posted if order > _FIRST_BLOCKS else ""
    for start, end in block.lines:
        if label := _LABEL.match(block.text, start, end):
            found = _dates_in(block, label.end(), min(end, label.end() + _SHORT), 0.75, source)
            yield from (one for one in found if one.value <= (latest or one.value) and not _is_of_another(one.words))


def _in_block(source: _Source, block: Block, order: int) -> Iterator[Claim]:
    if block.kind == "heading":
        first = order == 1 and "title" not in source.view.header
        sure = 0.85 if _LABEL.match(block.text) else 0.75 if first else 0.64 if order < _FIRST_BLOCKS else 0.4
        found = _dates_in(block, 0, len(block.text), sure, source if first else None)
        yield from (one for one in found if not _is_of_another(one.words))
        yield from _month_of(block) if first else ()
        return
    month = source.month if order <= _OPENING_BLOCKS else ""
    for start, end in block.sentences:
        if _may_be_dated(block.text, start, end):
            found = _in_sentence(source, block, (start, end), order)
            for one in found:
                if one.value[:_MONTH_LONG] == month:
                    yield replace(one, confidence=max(one.confidence, _OF_TITLE))
                elif not _is_of_another(one.words):
                    yield one


def _in_sentence(source: _Source, block: Block, place: tuple[int, int], order: int) -> Iterator[Claim]:
    """The dates of a sentence that tells of an event, or that is among the first."""
    start, end = place
    if _TOLD.search(block.small, start, end):
        yield from _dates_in(block, start, end, 0.75 if order < _FIRST_BLOCKS else 0.45, source)
    elif order > _OPENING_BLOCKS or (end - start < _SHORT and _BYLINE.search(block.text[start:end])):
        return
    else:
        found = _dates_in(block, start, end, 0.75, source)
        yield from (one for one in found if len(one.value) > _MONTH_LONG or one.words.start - start < _NEAR)


def _is_of_another(words: Words) -> bool:
    """Whether what stands around a date makes it that of something else: `Posted: 5 May 2017`."""
    text = words.block.text
    stamped = _STAMP.search(text, max(0, words.start - _NEAR), words.start)
    if stamped and _TITLE.search(text, 0, words.start):
        return True  # a header that was not read as one
    around = (max(0, words.start - _AROUND), words.start), (words.end, min(len(text), words.end + _AROUND // 2))
    return any(_NOT_EVENT.search(words.block.small, *place) for place in around)


def _month_of(title: Block) -> Iterator[Claim]:
    """The month and year that a title has anywhere: `Notes of the tram club, June 2019`."""
    for match in TITLE_MONTH.search(title.text):
        words = Words(title, *match.span())
        yield Claim("start", words, "dates", TITLE_MONTH.name, TITLE_MONTH.confidence, " ".join(resolved(match)))


def _from_header(source: _Source) -> Iterator[Claim]:
    """The first and the last day that front matter gives by keys of their own."""
    view, found = source.view, source.days_by_key
    first = next((found[key] for key in _STARTS if key in found), None)
    last = next((found[key] for key in _ENDS if key in found), None)
    first = first or (found.get("date") if last else None)
    if first is not None:
        block = Block("header", *first)
        block.add_raw(view.text, *first)
        days = " ".join(view.text[slice(*one)] for one in (first, last) if one is not None)
        yield Claim("start", Words(block, 0, len(block.text)), "dates", "header", 0.9, days)


def _from_day_headings(source: _Source) -> Iterator[Claim]:
    """The first and the last of several headings of days."""
    headings = [one for one in source.view.headings if len(one.text) < _SHORT and _digit(one.text)]
    year = _year_in(headings) or source.titled_year
    found = [(one, match, days[0]) for one in headings for match, days in _heading_days(one, year)]
    days = sorted({day for _, _, day in found})
    if len(days) > 1 and date.fromisoformat(days[-1]) - date.fromisoformat(days[0]) < _LONGEST:
        block, match, _ = found[0]
        words = Words(block, *match.span())
        yield Claim("start", words, "dates", DAY_HEADING.name, DAY_HEADING.confidence, f"{days[0]} {days[-1]}")


def _heading_days(block: Block, year: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """The day that a heading tells."""
    for form in (DAY_HEADING, *SINGLE):
        for match in form.search(block.text):
            days = resolved(match, year)
            if len(days) == 1 and len(days[0]) > _MONTH_LONG:
                yield match, days
                return


def _dates_in(block: Block, start: int, end: int, confidence: float, source: _Source | None = None) -> Iterator[Claim]:
    """The dates of a range: of those without a year, such as the source has one for."""
    taken: list[tuple[int, int]] = []
    for form in SINGLE if _may_be_dated(block.text, start, end) else ():
        for match in form.search(block.text, start, end):
            if any(match.start() < two and one < match.end() for one, two in taken):
                continue
            taken.append(match.span())
            days = resolved(match, source.year_with(match) if source is not None else "")
            if days and (source is None or match.groupdict().get("year") or source.may_be_on(days[0])):
                sure = round(confidence * form.confidence / 0.9, 3)
                yield Claim("start", Words(block, *match.span()), "dates", form.name, sure, " ".join(days))
