"""Dates: when the event was, as far as the words are certain."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.event.days import DAY_HEADING, SINGLE, TITLE_MONTH, WEEKDAY, months, resolved
from eventnotes.draft.forms import expanded
from eventnotes.draft.reading.header import TAGS, pairs
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.names import names
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
_NOT_EVENT = re.compile(
    r"\b(?:updated|revised|edited|amended|retrieved|accessed|archived|(?:months|years) ago"
    r"|published|publication|posted|submitted|modified|written|deadline|papers"
    r"|register by|due|born|founded|created|formed|established|since|until"
    r"|launched|released|next(?! to\b)|upcoming|will be|law|act of|voted)\b"
)
_BYLINE = re.compile(r"(?:^\W*By|\d\W+by)\s+[A-Z]|\d\W+min(?:ute)?s?\s+read\b")
_STAMP = re.compile(r"\bdate\s*:\s*\Z")
_TIME = re.compile(r"[T ]\d\d:\d\d")
"""What stands before and after the day of a post, where its header is part of the text: `date: 2021-10-05 18:00:00`."""
_LABEL = re.compile(r"\W*(?:When|WHEN|Dates?(?: and [Tt]ime)?|DATE|Datum|Fecha|Quand)(?:\W*:|\W*\t|\*\*)\W*(?=\w)")
_YEARS = re.compile(r"20\d\d(?<!\w20\d\d)(?!\w)")
_digit = re.compile(r"\d").search
_month_or_numbers = re.compile(expanded(r"\b<MONTH>|\d[./-]\d")).search
_FIRST_BLOCKS = 8
_OPENING_BLOCKS = 4
_SHORT = 60
_OF_TITLE = 0.75
"""How sure a day is that is of the month that the title has: surer than the month alone."""
_AROUND = 80
_LONGEST = timedelta(days=15)
_MONTH_LONG = len("2021-10")
_OPENING = re.compile(expanded(rf"(?:Back\s+)?[A-Z]\w{{1,6}}\s+{WEEKDAY}(?=\d|<MONTH>)"))
_AND_PLACE = re.compile(r"\W*$|\s*(?:,|-|–|[|]|@|in|at|from)\s+[^.!?\n]*$")
_KEY_DAY = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])-[0-3]\d")
_STARTS = (*("event_date", "eventdate", "datestart", "startdate", "start_date", "event_start", "date_start"), "start")
_ENDS = ("end_date", "enddate", "dateend", "date_end", "event_end", "end")


@dataclass(frozen=True)
class _Source:
    """A source, and the year that it has."""

    view: View
    known: str

    @cached_property
    def month(self) -> str:
        """The year and month that the title gives."""
        title = self.view.header.get("title") or next(iter(self.view.headings), None)
        return next((one.value for one in _month_of(title)), "") if title is not None else ""

    @cached_property
    def days(self) -> dict[str, tuple[int, int]]:
        """The days that front matter gives, as ranges of the source, by key."""
        view = self.view
        found = (
            (key, _KEY_DAY.match(view.text, match.start("value"))) for key, match in pairs(view.text, 0, view.body)
        )
        return {key: day.span() for key, day in found if day is not None}

    @cached_property
    def posted(self) -> str:
        """The post's own date."""
        return self.view.text[slice(*self.days.get("date", (0, 0)))]

    @cached_property
    def years(self) -> dict[str, set[str]]:
        """The years that it writes with each month and day."""
        years: dict[str, set[str]] = {}
        for one in _days_in(self.view.text):
            for day in resolved(one)[:1]:
                years.setdefault(_month_and_day(one), set()).add(day[:4])
        for start, end in self.days.values():
            year, _, day = self.view.text[start:end].partition("-")
            years.setdefault(day, set()).add(year)
        return years


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The dates that a source gives to its event; the first is the likeliest."""
    view = mentions.view
    yield from _from_day_headings(view)
    known = _year_of(view)
    source = _Source(view, known)
    yield from _from_header(source)
    for key, block in view.header.items():
        if key == "title":
            yield from _dates_in(block, 0, len(block.text), 0.75, known)
            yield from _month_of(block)
        else:
            yield from _in_block(source, block, _FIRST_BLOCKS - 1)
    order = 0
    for block in view.blocks:
        if block.kind in ("code", "rule") or block.tag:
            continue
        order += block.kind == "heading" or len(block.text) > _SHORT
        if _may_be_dated(block.text):
            yield from _alone(source, block, order) if len(block.text) < _SHORT or block.breaks else ()
            yield from _in_block(source, block, order)
            yield from _labelled(source, block, order)


def _may_be_dated(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a range holds the parts of a day that are always there."""
    return bool(_digit(text, start, end) and _month_or_numbers(text, start, end))


def _labelled(source: _Source, block: Block, order: int) -> Iterator[Claim]:
    """A date on a line of its own after `When:`; far below, none that was still to come when the post was written."""
    latest = source.posted if order > _FIRST_BLOCKS else ""
    for start, end in block.lines:
        if label := _LABEL.match(block.text, start, end):
            until = min(end, label.end() + _SHORT)
            year = source.known or _year_elsewhere(source, block.text[label.end() : until])
            found = _dates_in(block, label.end(), until, 0.75, year)
            yield from (one for one in found if one.value <= (latest or one.value) and not _is_of_another(one.words))


def _in_block(source: _Source, block: Block, order: int) -> Iterator[Claim]:
    if block.kind == "heading":
        if _NOT_EVENT.search(block.small):
            return
        first = order == 1 and "title" not in source.view.header
        sure = 0.85 if _LABEL.match(block.text) else 0.75 if first else 0.64 if order < _FIRST_BLOCKS else 0.4
        yield from _dates_in(block, 0, len(block.text), sure, source.known if first else "")
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
        year = source.known or _year_elsewhere(source, block.text[start:end])
        yield from _dates_in(block, start, end, 0.85 if order < _FIRST_BLOCKS else 0.45, year)
    elif order > _OPENING_BLOCKS or (end - start < _SHORT and _is_byline(block.text[start:end])):
        return
    else:
        year = _year_in(_title_of(source.view))
        if opening := _OPENING.match(block.text, start, end):
            yield from _dates_in(block, start, min(end, opening.end() + _SHORT), 0.75, year)
            return
        elsewhere = source.known or _year_elsewhere(source, block.text[start:end])
        years = f"{year} {elsewhere} {block.text[start:end]}"
        yield from (one for one in _dates_in(block, start, end, 0.7, elsewhere) if _is_sure(one, years))


def _is_sure(one: Claim, years: str) -> bool:
    """Whether a date that opens a post is its event's: a range, or a day with its year beside it or in the title."""
    return len(one.value) > _MONTH_LONG and (" " in one.value or one.value[:4] in years)


def _is_of_another(words: Words) -> bool:
    """Whether what stands around a date makes it that of something else: `Posted: 5 May 2017`."""
    text = words.block.text
    if _STAMP.search(text, 0, words.start) and (_TIME.match(text, words.end) or "title: " in text[: words.start]):
        return True  # a header that was not read as one
    around = (max(0, words.start - _AROUND), words.start), (words.end, min(len(text), words.end + _AROUND // 2))
    return any(_NOT_EVENT.search(words.block.small, *place) for place in around)


def _month_of(title: Block) -> Iterator[Claim]:
    """The month and year that a title has anywhere: `Notes of the tram club, June 2019`."""
    for match in TITLE_MONTH.search(title.text):
        words = Words(title, *match.span())
        yield Claim("start", words, "dates", TITLE_MONTH.name, TITLE_MONTH.confidence, " ".join(resolved(match)))


def _alone(source: _Source, block: Block, order: int) -> Iterator[Claim]:
    """A date that has a line of one of the first blocks to itself, or shares it with a place only; not the post's."""
    if order > _OPENING_BLOCKS:
        return
    for start, end in block.lines:
        if end - start >= _SHORT or _is_byline(block.text[start:end]):
            continue
        for one in _dates_in(block, start, end, 0.85):
            is_first = not any(map(str.isalnum, block.text[start : one.words.start]))
            if is_first and _AND_PLACE.match(block.text, one.words.end, end) and one.value != source.posted:
                yield one


def _is_byline(line: str) -> bool:
    """Whether a line that has a day is of who wrote the post: `Ana Lima - May 8, 2019 - 5 min read`."""
    is_sentence = line.rstrip()[-1:] in (".", "!", "?")
    return bool(_BYLINE.search(line)) or (not is_sentence and any(one.known for one in names(line)))


def _from_header(source: _Source) -> Iterator[Claim]:
    """The first and the last day that front matter gives by keys of their own."""
    view, found = source.view, source.days
    first = next((found[key] for key in _STARTS if key in found), None)
    last = next((found[key] for key in _ENDS if key in found), None)
    first = first or (found.get("date") if last else None)
    if first is not None:
        block = Block("header", *first)
        block.add_raw(view.text, *first)
        days = " ".join(view.text[slice(*one)] for one in (first, last) if one is not None)
        yield Claim("start", Words(block, 0, len(block.text)), "dates", "header", 0.9, days)


def _year_of(view: View) -> str:
    """The one year that the post's title gives its event, or else its first sentences."""
    first = [one for one in view.blocks if one.kind == "paragraph" and not one.tag][:_OPENING_BLOCKS]
    title = _title_of(view)
    return _year_in(title) if _years(title) else _year_in(first)


def _title_of(view: View) -> list[Block]:
    """The title, and what front matter says of the post beside it."""
    above = [block for key, block in view.header.items() if key not in TAGS]
    return above if "title" in view.header else [*above, *view.headings[:1]]


def _years(blocks: Iterable[Block]) -> set[str]:
    return {year for one in blocks for year in _YEARS.findall(one.text)}


def _year_in(blocks: Iterable[Block]) -> str:
    """The one year that blocks have."""
    found = _years(blocks)
    return found.pop() if len(found) == 1 else ""


def _year_elsewhere(source: _Source, sentence: str) -> str:
    """The year that the source writes elsewhere with the day and month that a sentence has without one."""
    days = {_month_and_day(one) for one in _days_in(sentence)}
    if not days:
        return ""
    found: set[str] = set().union(*(source.years.get(day, ()) for day in days))
    if not found:
        stated = [one for block in source.view.header.values() for one in TITLE_MONTH.search(block.text)]
        found = {one["year"] for one in stated if f"{months(one)[0]:02}" in {day[:2] for day in days}}
    return found.pop() if len(found) == 1 else ""


def _days_in(text: str) -> Iterator[re.Match[str]]:
    """Where days are told with the name of their month."""
    for form in SINGLE[:2]:
        yield from form.search(text)


def _month_and_day(match: re.Match[str]) -> str:
    return f"{months(match)[0]:02}-{int(match['day']):02}"


def _from_day_headings(view: View) -> Iterator[Claim]:
    """The first and the last of several headings of days."""
    headings = [one for one in view.headings if len(one.text) < _SHORT and _digit(one.text)]
    year = _year_in(headings) or _year_in(_title_of(view))
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
