"""Timetable: talks in slots that begin with a time of day, and in tables of titles and speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.reading.mentions import Figure, Mentions, figures_within
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks.billing import billing_in, billing_in_lines, billing_of, says_office
from eventnotes.draft.talks.sessions import is_generic
from eventnotes.draft.titles import session, unquoted

SLOT = Form(
    "slot",
    "",
    0.85,
    (
        (
            "10:00 - 10:40  \nJun Tanaka  \nTrams for towns  \nWe ride.\n\n10:45\nEwa Nowak, Kumo\nRain in charts",
            "Trams for towns",
        ),
        ("10:00\nTrams for towns\nJun Tanaka\n\n10:45\nRain in charts\nEwa Nowak, Kumo", "Rain in charts"),
        (
            "- 10:00 Trams for towns - Jun Tanaka\n- 10:30 Coffee\n- 11:00 Rain in charts (Ewa Nowak)",
            "Rain in charts",
        ),
        ("- 9.30am: Trams for towns, Jun Tanaka\n- 10am: Rain in charts by Ewa Nowak", "Trams for towns"),
        ("- **10:00** Jun Tanaka: Trams for towns\n- **10:45** Ewa Nowak: Rain in charts", "Rain in charts"),
    ),
)
TABLE = Form(
    "table-row",
    r"(?i)^\W*(?:(?P<title>(?:talk|session|presentation)(?:\s+title)?s?|titles?|topics?|what)"
    r"|(?P<people>(?:speaker|presenter|who|name|lecturer)(?:\s*\(s\)|s)?))\W*$",
    0.85,
    (
        (
            "| Time | Talk | Speaker |\n|---|---|---|\n| 10:00 | Trams for towns | Jun Tanaka |\n| 10:30 | Lunch | |\n",
            "Trams for towns",
        ),
        ("| A | B |\n|---|---|\n| Jun Tanaka | Trams for towns |\n| Ewa Nowak | Rain in charts |\n", "Rain in charts"),
        ("| Hall |\n|---|\n| Trams for towns - Jun Tanaka |\n| Rain in charts - Bo Ek |\n", "Rain in charts"),
    ),
)
FORMS = (SLOT, TABLE)
_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)?\s*(?:[ap]\.?m\b\.?)?"
_TIME = re.compile(
    rf"\W*(?=\d{{1,2}}(?:[:.h]\d\d|\s*[ap]\.?m))(?i:{_CLOCK})(?:\s*(?:[–—-]|to)\s*(?i:{_CLOCK}))?"
    r"(?:\s*(?:[A-Z]{2,4}|UTC[+-]\d+)\b(?=\s*[\n:–—|-]))?[\s:–—|\])-]*"
)
_FEWEST = 2


class _Slot(NamedTuple):
    block: Block
    start: int


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The talks of timetables, of which each names a person."""
    slots = [*_slots(mentions.view.blocks)]
    if len(slots) >= _FEWEST:
        for slot in slots:
            yield from _in_slot(mentions, slot)
    cells = [one for one in mentions.view.blocks if one.kind == "cell"]
    for _, table in groupby(cells, key=lambda one: one.top):
        yield from _in_table(mentions, [*table])


def _slots(blocks: Sequence[Block]) -> Iterator[_Slot]:
    for block in blocks:
        if block.kind in ("paragraph", "item") and not block.quoted and not block.tag and block.text[:24].strip():
            match = _TIME.match(block.text)
            if match is not None and match.end() < len(block.text):
                yield _Slot(block, match.end())


def _in_slot(mentions: Mentions, slot: _Slot) -> Iterator[Claim]:
    block, start = slot
    found = billing_of(mentions, block, start) or billing_in_lines(mentions, block, start)
    if found is not None and found.title is not None and not is_generic(found.title.text):
        yield session("timetable", SLOT, found.title, found.figures, words=Words(block, start, found.end))


def _in_table(mentions: Mentions, cells: Sequence[Block]) -> Iterator[Claim]:
    rows = [*_rows(mentions, cells)]
    columns = _named_columns(rows) or _likely_columns(mentions, rows)
    if columns is None:
        yield from _in_cells(mentions, cells)
        return
    for row in rows:
        if len(row) > max(columns):
            title, who = row[columns[0]], row[columns[1]]
            figures = _speakers(mentions, who, 0, len(who.text))
            words = unquoted(Words(title, 0, len(title.text)))
            if figures and words.text and not is_generic(words.text):
                yield session("timetable", TABLE, words, figures)


def _named_columns(rows: Sequence[Sequence[Block]]) -> tuple[int, int] | None:
    """Which columns are of titles and of speakers, by the words above them."""
    named = [TABLE.regex.match(one.text) for one in rows[0]] if rows else []
    titles = [place for place, one in enumerate(named) if one and one["title"]]
    people = [place for place, one in enumerate(named) if one and one["people"]]
    return (titles[0], people[0]) if titles and people else None


def _likely_columns(mentions: Mentions, rows: Sequence[Sequence[Block]]) -> tuple[int, int] | None:
    """Which columns are of titles and of speakers: names alone in most rows, and beside them the longest texts."""
    several = [one for one in rows if len(one) == len(rows[-1]) > 1] if rows else []
    for people in range(len(several[0]) if len(several) >= _FEWEST else 0):
        named = [one for one in several if _is_names(mentions, one[people])]
        if len(named) >= _FEWEST and len(named) * 2 > len(several):
            lengths = [sum(len(one[place].text) for one in named) for place in range(len(several[0]))]
            lengths[people] = 0
            title = lengths.index(max(lengths))
            if all(len(one[title].text.split()) > 1 and not says_office(one[title].text) for one in named):
                return title, people
    return None


def _is_names(mentions: Mentions, cell: Block) -> bool:
    billed = billing_in(mentions, cell, 0, len(cell.text))
    return billed is not None and billed.title is None


def _in_cells(mentions: Mentions, cells: Sequence[Block]) -> Iterator[Claim]:
    """The talks of cells that say who and what; one alone is none."""
    found = [one for one in (billing_of(mentions, cell) or billing_in_lines(mentions, cell) for cell in cells) if one]
    for one in found if len(found) >= _FEWEST else ():
        if one.title is not None and len(one.title.text.split()) > 1 and not says_office(one.title.text):
            yield session("timetable", TABLE, one.title, one.figures)


def _rows(mentions: Mentions, cells: Sequence[Block]) -> Iterator[list[Block]]:
    """The cells of a table, row by row: a row is a line of the source."""
    row = [*cells[:1]]
    for before, cell in pairwise(cells):
        if "\n" in mentions.view.text[before.start : cell.start]:
            yield row
            row = []
        row.append(cell)
    yield row


def _speakers(mentions: Mentions, block: Block, start: int, end: int) -> tuple[Figure, ...]:
    """The persons in a range: the first, and of the others who are known, since an organization may follow."""
    found = figures_within(mentions, block, start, end)
    return (*found[:1], *(one for one in found[1:] if one.known))
