"""Bylines: who spoke, from a line of names alone below a talk's title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, compiled, people_in
from eventnotes.draft.people.presenting import OTHERS
from eventnotes.draft.reading.mentions import Figure, Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks.billing import BY, further
from eventnotes.draft.talks.sessions import is_generic
from eventnotes.draft.titles import session, unquoted

_PHRASE = r"(?:[^\n.!?:]|[.:](?=\w)){2,80}"
_BESIDE = rf"(?:\s*(?:,|\s[–—|/-])\s+{_PHRASE}|\s*\([^()\n]{{2,80}}\)|\s+(?:of|from|at)\s+<ORGANIZATION>)?"
_DATE = r"(?:(?:<MONTH>\.?\s+\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+<MONTH>|\d{4}-\d\d-\d\d)(?:,?\s+\d{4})?\s*[,:–—|-]\s+)?"
BYLINE = Form(
    "byline",
    rf"^<MARKS>{_DATE}(?:(?i:{BY})\s+)?(?P<people><PEOPLE>){_BESIDE}<MARKS>(?:$|\.\s)",
    0.9,
    (
        ("# Notes\n\n## Trams for towns\n\nJun Tanaka, Ewa Nowak\n\nIt was short.", "Ewa Nowak"),
        ("# Notes\n\n## Trams for towns\n\nWanjiru Kamau, Kumo\nhttps://example.org/v\n\nShort.", "Wanjiru Kamau"),
        ("# Notes\n\n## Trams for towns\n\n**Jun Tanaka**\n**Ewa Nowak**\n\nIt was short.", "Ewa Nowak"),
        ("# Trams for towns\n\n_May 3, 2019 - Jun Tanaka, 2:30pm EST_\n\nIt was short.", "Jun Tanaka"),
        ("# Notes\n\n## Trams for towns\n\n**Jun Tanaka**. Trams, and all that.", "Jun Tanaka"),
        ("# Notas\n\n## Tranvías\npor **Jun Tanaka**\n\nHabló de ciudades.", "Jun Tanaka"),
    ),
)
NAMES = Form(
    "names-below-title",
    rf"^<MARKS>(?P<people><PEOPLE>){_BESIDE}\s*$",
    0.85,
    (("# Trams for towns\n\n- Jun Tanaka\n- Ewa Nowak, Kumo\n\nThey spoke of trams.", "Ewa Nowak"),),
)
LINES = Form(
    "line-and-name",
    r"^<MARKS>(?P<label>(?i:speakers?|presenters?|panell?ists?|presented by)\W{0,3}:\W{1,4})?"
    rf"(?P<people><PEOPLE>){_BESIDE}\s*$",
    0.9,
    (
        ("[Trams for Towns](https://example.org/v)  \nWanjiru Kamau  \nI liked it.", "Wanjiru Kamau"),
        ("- **Trams for Towns**\n**Speakers:** Jun Tanaka, Ewa Nowak (Kumo)\n\nIt was short.", "Ewa Nowak"),
        ("Trams for Towns\nWanjiru Kamau / Kumo\n\n## Rails\n\nThey rust.", "Wanjiru Kamau"),
    ),
)
FORMS = (BYLINE, NAMES, LINES)
_OPENING = Form(NAMES.name, r"^<MARKS>(?P<people><PEOPLE>)", NAMES.confidence)
_SHORT = 60
_EVENT = compiled(
    r"(?i)\b(?:[a-z]*(?:camp|conf|con|fest)|conference|meet-?ups?|summit|forum|event|days?|hackathon|symposium)\b"
)
_SPEAKERS = re.compile(r"(?i)^\W*(?:(?:our|the|keynote|invited) )*(?:speakers?|panell?ists?|presenters?)\W*$")

_KEYNOTE = re.compile(
    r"(?i)^\W*(?:opening|closing|final|first|second|morning|evening)?\s*(?:keynote|panel|address)\W*$"
)


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The persons named on a line of their own right below a title."""
    for block in mentions.view.blocks:
        if block.tag or block.quoted:
            continue
        if block.kind == "heading" and _may_head(block.text):
            yield from _below_heading(mentions, block)
        elif block.kind in ("paragraph", "item") and mentions.of(block):
            yield from _below_line(mentions, block)


def _may_head(text: str) -> bool:
    return not is_generic(text) or bool(_SPEAKERS.match(text))


def _below_heading(mentions: Mentions, heading: Block) -> Iterator[Claim]:
    blocks = mentions.view.blocks
    below = next((one for one in blocks[heading.number + 1 : heading.number + 3] if one.text.strip()), None)
    first = heading.number == 0 and heading.level == 1
    if (
        below is None
        or any(one.figure.known for one in mentions.of(heading))
        or OTHERS.search(heading.text)
        or (first and (mentions.view.header or _EVENT.search(heading.text)))
    ):
        return
    if below.kind == "paragraph" or below.bold:
        found = [*_in_lines(mentions, below)]
        yield from found
        if found and _KEYNOTE.match(heading.text):
            yield session("bylines", BYLINE, unquoted(Words(heading, 0, len(heading.text))), _figures(found))
    elif below.kind == "item":
        yield from _in_items(mentions, [one for one in blocks[below.number :][:12] if one.list == below.list])


def _in_lines(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """Who is named in a block up to an address on a line of its own, or in its first lines."""
    lines = block.lines
    end = next((start - 1 for start, _ in lines[1:] if block.text[start:].startswith("http")), len(block.text))
    found = [*_named(mentions, block, 0, end, BYLINE)]
    for start, stop in () if found else lines:
        several = [*_named(mentions, block, start, stop, BYLINE)]
        found += several
        if not several:
            break
    yield from found


def _in_items(mentions: Mentions, items: Sequence[Block]) -> Iterator[Claim]:
    """Who is named in the items of a list of which most are names alone."""
    named = [one for one in items if NAMES.regex.match(mentions.masked(one))]
    if len(named) * 3 >= len(items) * 2 and (len(items) > 1 or len(named[0].text) < _SHORT):
        for one in items:
            yield from _named(mentions, one, 0, len(one.text), NAMES if one in named else _OPENING)


def _below_line(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """A first line that is a link or bold or tops the source, and a second of names alone."""
    lines = block.lines
    if len(lines) < 2 or mentions.within(block, *lines[0]):
        return
    end = len(block.text[: lines[0][1]].rstrip())
    below = LINES.regex.match(mentions.masked(block)[slice(*lines[1])])
    is_top = block.number == 0 and "title" not in mentions.view.header
    is_told = below is not None and bool(is_top or below["label"]) and block.text[end - 1] not in ".,:;"
    if not is_told and not any(start <= 1 and until >= end for start, until in block.marked):
        return
    found = [*_named(mentions, block, *lines[1], LINES)]
    yield from found
    title = unquoted(Words(block, *lines[0]))
    if found and len(title.text.split()) > 1:
        yield session("bylines", LINES, title, _figures(found))


def _figures(claims: list[Claim]) -> tuple[Figure, ...]:
    return tuple(figure for one in claims for figure in one.figures)


def _named(mentions: Mentions, block: Block, start: int, end: int, form: Form) -> Iterator[Claim]:
    masked = mentions.masked(block)
    match = form.regex.match(masked[start:end])
    if match is None:
        return
    people = [
        mentions.at(block, place)
        for place, _ in people_in(masked, start + match.start("people"), start + match.end("people"))
    ]
    for one in (*people, *further(mentions, block, start + match.end("people"), start + match.end())):
        if one is not None and one.full:
            words = Words(block, one.start, one.end)
            yield Claim("speaker", words, "bylines", form.name, form.confidence, "", (one.figure,))
