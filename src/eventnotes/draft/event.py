"""Event: its name, who organized it, and where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, expanded
from eventnotes.draft.hosts import ORGANIZERS, VENUES
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.names import names
from eventnotes.draft.naming import ranked
from eventnotes.draft.runs import Block

FORMS = (*ORGANIZERS, *VENUES)
_DATED = re.compile(expanded(r"(?i)^(?:\d+|<MONTH>\b|<DAY>\b|st|nd|rd|th|\W)+$"))
_COMMA = re.compile(r"[,;]")
_ENUMERATION = re.compile(r",\s+and\s+|\s+and\s+|,\s+")
_NOBODY = frozenset(["we", "they", "he", "she", "it", "you", "who", "this", "that", "people"])
_MANY_BLOCKS = 16
_FIRST_NAMES = 3


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """What a source says of its event."""
    for one in ranked(mentions)[:_FIRST_NAMES]:
        place = one.name.places[0]
        yield Claim("name", Words(*place[:3]), "event", one.cue, round(one.likelihood, 3))
    for block in mentions.view.blocks[:_MANY_BLOCKS]:
        if block.kind in ("code", "rule", "cell") or block.tag:
            continue
        for form in ORGANIZERS:
            yield from _found(block, form, "organizer")
        for form in VENUES:
            yield from _found(block, form, "venue")


def _found(block: Block, form: Form, kind: Literal["organizer", "venue"]) -> Iterator[Claim]:
    for match in form.search(block.text):
        for place in _listed(block, form, *match.span("name")):
            start, end = _owned(block.text, *place)
            written = block.text[start:end]
            if len(written) > 2 and not _DATED.match(written) and written.lower() not in _NOBODY:
                yield Claim(kind, Words(block, start, end), "event", form.name, form.confidence)


def _listed(block: Block, form: Form, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The organizations in a list, or what stands before a place or a date."""
    if form.name == "venue-label":
        yield start, end
        return
    if form.name != "organizers-label":
        words = r"\s+on\s" if form.name == "held-at" else r"\s+(?:in|on)\s"
        cut = re.compile(words).search(block.text, start, end)
        yield from _several(block.text, start, cut.start() if cut else end)
        return
    yield from _split(block.text, start, end, _COMMA)


def _split(text: str, start: int, end: int, at: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in at.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _several(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The organizations or persons in a list; an `and` in a name alone is the name's."""
    both = text[start:end].split(" and ")
    if "," in text[start:end] or (len(both) == 2 and all(names(one) for one in both)):
        yield from _split(text, start, end, _ENUMERATION)
    else:
        yield start, end


def _owned(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without its article, what it belongs to, and the marks around it."""
    while start < end and text[start] in " *_":
        start += 1
    if article := re.match(r"(?i)the\s+|[\w.]+[’']s\s+(?=[A-Z]\w+\s)", text[start:end]):
        start += article.end()
    while end > start and text[end - 1] in " .,*_":
        end -= 1
    return start, end
