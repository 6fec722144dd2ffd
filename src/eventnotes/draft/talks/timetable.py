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
from eventnotes.draft.talks.billing import Billing, billing_in, billing_of
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
    ),
)
FORMS = (SLOT, TABLE)
_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)?\s*(?:[ap]\.?m\b\.?)?"
_TIME = re.compile(
    rf"\W*(?=\d{{1,2}}(?:[:.h]\d\d|\s*[ap]\.?m))(?i:{_CLOCK})(?:\s*(?:[–—-]|to)\s*(?i:{_CLOCK}))?"
    r"(?:\s*(?:[A-Z]{2,4}|UTC[+-]\d+)\b(?=\s*[\n:–—|-]))?[\s:–—|-]*"
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
    found = billing_of(mentions, block, start) or _billing_in_lines(mentions, block, start)
    if found is not None and found.title is not None and not is_generic(found.title.text):
        yield session("timetable", SLOT, found.title, found.figures, words=Words(block, start, found.end))


def _billing_in_lines(mentions: Mentions, block: Block, start: int) -> Billing | None:
    """A title and names on two lines, one below the other."""
    lines = [(max(one, start), two) for one, two in block.lines if two > start][:2]
    if len(lines) < 2:
        return None
    for names, title in (lines, lines[::-1]):
        billed = billing_in(mentions, block, *names)
        if billed is not None and billed.title is None:
            return Billing(billed.form, unquoted(Words(block, *title)), billed.figures, lines[1][1])
    return None


def _in_table(mentions: Mentions, cells: Sequence[Block]) -> Iterator[Claim]:
    rows = [*_rows(mentions, cells)]
    named = [TABLE.regex.match(one.text) for one in rows[0]] if rows else []
    titles = [place for place, one in enumerate(named) if one and one["title"]]
    people = [place for place, one in enumerate(named) if one and one["people"]]
    if not titles or not people:
        return
    for row in rows[1:]:
        if len(row) > max(titles[0], people[0]):
            title, who = row[titles[0]], row[people[0]]
            figures = _speakers(mentions, who, 0, len(who.text))
            words = unquoted(Words(title, 0, len(title.text)))
            if figures and words.text and not is_generic(words.text):
                yield session("timetable", TABLE, words, figures)


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
