"""Bylines: who spoke, from a line of names alone below a talk's title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, people_in
from eventnotes.draft.reading.mentions import Figure, Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks.sessions import is_generic
from eventnotes.draft.titles import unquoted

_BESIDE = r"(?:\s*(?:,|\s[–—|-])\s+[^\n.!?:]{2,80}|\s*\([^()\n]{2,80}\))?"
FORMS = (
    Form(
        "byline",
        rf"^<MARKS>(?:(?i:by|with)\s+)?(?P<people><PEOPLE>){_BESIDE}[\s.]*$",
        0.9,
        (
            ("# Notes\n\n## Trams for towns\n\nJun Tanaka, Ewa Nowak\n\nIt was short.", "Ewa Nowak"),
            ("# Notes\n\n## Trams for towns\n\nWanjiru Kamau, Kumo\nhttps://example.org/v\n\nShort.", "Wanjiru Kamau"),
        ),
    ),
    Form(
        "names-below-title",
        rf"^<MARKS>(?P<people><PEOPLE>){_BESIDE}\s*$",
        0.85,
        (("# Trams for towns\n\n- Jun Tanaka\n- Ewa Nowak, Kumo\n\nThey spoke of trams.", "Ewa Nowak"),),
    ),
    Form(
        "line-and-name",
        rf"^<MARKS>(?P<people><PEOPLE>){_BESIDE}\s*$",
        0.9,
        (
            (
                "[Trams for Towns](https://example.org/v)  \nWanjiru Kamau  \nI liked it.",
                "Wanjiru Kamau",
            ),
        ),
    ),
)
_OPENING = Form("names-below-title", r"^<MARKS>(?P<people><PEOPLE>)", 0.85)
_SHORT = 60
_EVENT = re.compile(
    r"(?i)\b(?:[a-z]*(?:camp|conf|con|fest)|conference|meet-?ups?|summit|forum|event|days?|hackathon|symposium)\b"
)
_OTHERS = re.compile(
    r"(?i)\b(?:committee|organi[sz]\w+|team|board|staff|volunteers?|authors?|judges|jury|winners?|sponsors?|credits"
    r"|contributors?|thanks?|hosts?|contacts?|attendees|participants|editors?|chairs)\b"
)
"""Headings above names of others than speakers."""
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
        elif block.kind == "paragraph" and mentions.of(block):
            yield from _below_line(mentions, block)


def _may_head(text: str) -> bool:
    return not is_generic(text) or bool(_SPEAKERS.match(text) or _KEYNOTE.match(text))


def _below_heading(mentions: Mentions, heading: Block) -> Iterator[Claim]:
    below = mentions.view.blocks[heading.number + 1 : heading.number + 2]
    first = heading.number == 0 and heading.level == 1
    if (
        not below
        or any(one.figure.known for one in mentions.of(heading))
        or _OTHERS.search(heading.text)
        or (first and (mentions.view.header or _EVENT.search(heading.text)))
    ):
        return
    if below[0].kind == "paragraph" or below[0].bold:
        found = next(filter(None, ([*_named(mentions, below[0], *one, FORMS[0])] for one in _below(below[0]))), [])
        yield from found
        if found and _KEYNOTE.match(heading.text):
            yield _session(unquoted(Words(heading, 0, len(heading.text))), _figures(found), FORMS[0])
    elif below[0].kind == "item":
        items = [one for one in mentions.view.blocks[heading.number + 1 :][:12] if one.list == below[0].list]
        named = [one for one in items if FORMS[1].regex.match(mentions.masked(one))]
        if len(named) * 3 >= len(items) * 2 and (len(items) > 1 or len(named[0].text) < _SHORT):
            for one in items:
                yield from _named(mentions, one, 0, len(one.text), FORMS[1] if one in named else _OPENING)


def _below(block: Block) -> Iterator[tuple[int, int]]:
    """The ranges in which names may stand: a paragraph up to an address on a line of its own, and its first line."""
    starts = [start for start, _ in block.lines]
    yield 0, next((one - 1 for one in starts[1:] if block.text[one:].startswith("http")), len(block.text))
    if len(starts) > 1:
        yield 0, starts[1] - 1


def _below_line(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """A first line that is a link or bold, and a second of names alone."""
    lines = [*block.lines]
    marked = [*((one.start, one.end) for one in block.links), *block.strong]
    if len(lines) < 2 or not any(
        start <= 1 and end >= len(block.text[: lines[0][1]].rstrip()) for start, end in marked
    ):
        return
    found = [*_named(mentions, block, *lines[1], FORMS[2])]
    yield from found
    title = unquoted(Words(block, *lines[0]))
    if found and len(title.text.split()) > 1:
        yield _session(title, _figures(found), FORMS[2])


def _figures(claims: list[Claim]) -> tuple[Figure, ...]:
    return tuple(figure for one in claims for figure in one.figures)


def _session(title: Words, figures: tuple[Figure, ...], form: Form) -> Claim:
    return Claim("session", title, "bylines", form.name, form.confidence, "", figures, {"title": (title,)})


def _named(mentions: Mentions, block: Block, start: int, end: int, form: Form) -> Iterator[Claim]:
    masked = mentions.masked(block)
    match = form.regex.match(masked[start:end])
    if match is None:
        return
    for place, until in people_in(masked, start + match.start("people"), start + match.end("people")):
        mention = mentions.at(block, place)
        if mention is not None and mention.full:
            yield Claim(
                "speaker", Words(block, place, until), "bylines", form.name, form.confidence, "", (mention.figure,)
            )
