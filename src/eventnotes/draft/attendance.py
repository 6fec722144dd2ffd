"""Attendance: an event named by its author's going there, in the first sentences or in the post's title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.forms import Form
from eventnotes.draft.lexicon import DAYS, MONTHS, ORGANIZATION_WORDS
from eventnotes.draft.names import names
from eventnotes.draft.runs import Block

_WORD = r"(?:(?:[a-z]{1,2}(?=[A-Z]))?[A-Z0-9À-Þ#][\w&’'+/@#-]*(?:\.(?=[a-z]\w)[\w]+)?)"
_SMALL = r"(?:(?:of|for|and|&|the|on|de|du|des|da|der|für|van)\s+)"
_NAME = rf"(?P<name>{_WORD}(?:\s+{_SMALL}{{0,2}}{_WORD}){{0,6}})"
_MY = (
    r"(?:(?:the|my|our|an?|this\s+year[’']?s|last\s+(?:year|week|month)[’']?s|(?:very\s+)?first|second|third|fourth"
    r"|fifth|sixth|\d+(?:st|nd|rd|th)|ever|annual|inaugural|recent|latest|[\w-]+ly)\s+){0,4}"
)
_POST = (
    r"(?:notes|recap|highlights|report|summary|review|reflections?|takeaways?|lessons|thoughts|impressions?|moments"
    r"|diary|tales|dispatch(?:es)?|postcards?|learnings?|talks|slides|videos?|winners|experiences?|memories|musings"
    r"|observations|insights|day|week|weekend|live|back|home)"
)
FORMS = (
    Form(
        "took-part",
        rf"(?i:\b(?:attend(?:ed|ing)|(?:spoke|speak|speaking|present(?:ed|ing)|lectured|volunteered|keynoted"
        rf"|talk|keynote|poster|days?) at|(?:first|second|third|last|final) day of|(?:back|returned|home) from"
        rf"|(?:participat(?:ed|ing)|took part) in)\s+{_MY}){_NAME}",
        0.5,
        (
            ("Last week I attended Tram Loop in Porto.", "Tram Loop"),
            ("I just got back from my fourth annual KumoLib and it was loud.", "KumoLib"),
            ("Ngozi gave a talk at LagosJS last night.", "LagosJS"),
        ),
    ),
    Form(
        "went-to",
        rf"(?i:\b(?:(?:went|been|go|going|got) to|(?:was|am|were|year|time) at|visited)\s+{_MY}){_NAME}",
        0.4,
        (("I was at Ferry Saturday 311 in Lagos last weekend.", "Ferry Saturday 311"),),
    ),
    Form(
        "title-from",
        rf"(?i:\b{_POST}\s+(?:from|of|at)\s+{_MY}|\b(?:learned|learnt|attending|speaking)\s+(?:at|from)?\s*{_MY}"
        rf"|^\W*(?:my|our)\s+(?:very\s+)?(?:first|second|third|trip to|visit to)\s+"
        rf"|^\W*post[ -]){_NAME}",
        0.5,
        (
            ("# Some notes from Tram Loop", "Tram Loop"),
            ("# What I learned at Tram Loop", "Tram Loop"),
            ("# Post Kumolib", "Kumolib"),
        ),
    ),
    Form(
        "title-day",
        rf"^\W*{_NAME}\s*[:,–—-]?\s+(?i:(?:[-–—|]\s*)?(?:(?:day|part|session)\s+(?:\d|one|two|three|four)"
        r"|(?:first|second|third|last|final)\s+(?:day|morning|afternoon)|trip report|wrap[ -]?up|recap)\b)",
        0.55,
        (("# Tram Loop: Day 2", "Tram Loop"), ("# Kumo'07: First Morning", "Kumo'07")),
    ),
)
_NO_EVENT = re.compile(
    r"(?i)\b(?:University|College|Inc|Ltd|LLC|Street|Hotel|Office|City|Hall|Institute|Library|Museum|Airport|Square"
    r"|Building|Theatre|Theater|Centre|Center|Foundation|Company|Department|Ministry|Agency|Park|Room|Keynotes?|Speakers?|Panel|Talks?|Sessions?"
    r"|School of|I|I’m|I'm|A|The|This|My|We|It|How|Why|What)$|^(?:I|We|How|Why|What|It|The|If|You|One|Twitter|Day"
    r"|Part|Week|Session|University|Lessons|Thoughts|Notes)\b"
)
_OF_EVENTS = frozenset(["congress", "forum", "assembly", "network", "club", "collective"])
_WHEN = re.compile(rf"(?:{'|'.join([*MONTHS, *DAYS])})\b|\d")
_MARKED = re.compile(r"\d{2}|[a-z][A-Z]|\b[A-Z]{2,}[a-z]?[\w]*[A-Z]\b|\b[A-Z]{4,}")


def attended(block: Block, title: str, *, is_title: bool) -> Iterator[tuple[int, int, Form]]:
    """Where a block names an event as one that somebody went to.

    Args:
        block: one of the first of a source, or its title.
        title: the post's title, in small letters.
        is_title: whether the block is the post's title.
    """
    for form in FORMS[2:] if is_title else FORMS[:2]:
        for match in form.search(block.text):
            start, end = match.span("name")
            written = block.text[start:end]
            if _NO_EVENT.search(written) or _WHEN.match(written) or len(written) < 4:
                continue
            if _is_else(written) or written.endswith(("’s", "'s")):
                continue
            if is_title or _supported(written, form, title):
                yield start, end, form


def _is_else(written: str) -> bool:
    """Whether a name is a person's or, by its last word, an organization's."""
    found = names(written)
    return bool(found and found[0].known) or written.rsplit(maxsplit=1)[-1].lower() in ORGANIZATION_WORDS - _OF_EVENTS


def _supported(written: str, form: Form, title: str) -> bool:
    """Whether more than the going tells that a name is an event's, rather than that of a place or an organization."""
    if written.lower() in title:
        return True
    if form.name == "took-part":
        return " " in written or bool(_MARKED.search(written))
    return " " in written and bool(re.search(r"\d{2}", written))
