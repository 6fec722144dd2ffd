"""Bylines: who spoke, from a line of names alone below a talk's title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, people_in
from eventnotes.draft.mentions import Figure, Mentions
from eventnotes.draft.runs import Block
from eventnotes.draft.sessions import is_generic, unquoted

_BESIDE = r"(?:\s*(?:,|\s[–—|-])\s+[^\n.!?:]{2,80}|\s*\([^()\n]{2,80}\))?"
FORMS = (
    Form(
        "byline",
        rf"^\W*(?:(?i:by|with)\s+)?(?P<people><PEOPLE>){_BESIDE}[\s.]*$",
        0.9,
        (
            ("# Notes\n\n## Trams for towns\n\nJun Tanaka, Ewa Nowak\n\nIt was short.", "Ewa Nowak"),
            ("# Notes\n\n## Trams for towns\n\nWanjiru Kamau, Kumo\nhttps://example.org/v\n\nShort.", "Wanjiru Kamau"),
        ),
    ),
    Form(
        "names-below-title",
        rf"^\W*(?P<people><PEOPLE>){_BESIDE}\s*$",
        0.85,
        (("# Trams for towns\n\n- Jun Tanaka\n- Ewa Nowak, Kumo\n\nThey spoke of trams.", "Ewa Nowak"),),
    ),
    Form(
        "line-and-name",
        rf"^\W*(?P<people><PEOPLE>){_BESIDE}\s*$",
        0.9,
        (
            (
                "[Trams for Towns](https://example.org/v)  \nWanjiru Kamau  \nI liked it.",
                "Wanjiru Kamau",
            ),
        ),
    ),
)
_EVENT = re.compile(
    r"(?i)\b(?:[a-z]*(?:camp|conf|con|fest)|conference|meet-?ups?|summit|forum|event|days?|hackathon|symposium)\b"
)
_OTHERS = re.compile(
    r"(?i)\b(?:committee|organi[sz]\w+|team|board|staff|volunteers?|authors?|judges|jury|winners?|sponsors?|credits"
    r"|contributors?|thanks?|hosts?|contacts?|attendees|participants|editors?|chairs)\b"
)
"""Headings above names of others than speakers."""
_SPEAKERS = re.compile(r"(?i)^\W*(?:(?:our|the|keynote|invited) )*(?:speakers?|panell?ists?|presenters?)\W*$")


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The persons named on a line of their own right below a title."""
    for block in mentions.view.blocks:
        if block.tag or block.quoted:
            continue
        if block.kind == "heading" and (not is_generic(block.text) or _SPEAKERS.match(block.text)):
            yield from _below_heading(mentions, block)
        elif block.kind == "paragraph" and mentions.of(block):
            yield from _below_line(mentions, block)


def _below_heading(mentions: Mentions, heading: Block) -> Iterator[Claim]:
    below = mentions.view.blocks[heading.number + 1 : heading.number + 2]
    first = heading is mentions.view.headings[0]
    if (
        not below
        or mentions.of(heading)
        or _OTHERS.search(heading.text)
        or (first and (mentions.view.header or _EVENT.search(heading.text)))
    ):
        return
    if below[0].kind == "paragraph":
        yield from _named(mentions, below[0], *_first_paragraph_lines(below[0]), FORMS[0])
    elif below[0].kind == "item":
        items = [one for one in mentions.view.blocks[heading.number + 1 :][:12] if one.list == below[0].list]
        if all(FORMS[1].regex.match(mentions.masked(one)) for one in items):
            for one in items:
                yield from _named(mentions, one, 0, len(one.text), FORMS[1])


def _first_paragraph_lines(block: Block) -> tuple[int, int]:
    """The range of a paragraph up to an address on a line of its own, or of its first line."""
    lines = [*block.lines]
    end = next((start - 1 for start, _ in lines[1:] if block.text[start:].startswith("http")), lines[0][1])
    return 0, end if end > 0 else len(block.text)


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
        figures = tuple(figure for one in found for figure in one.figures)
        yield _session(title, figures)


def _session(title: Words, figures: tuple[Figure, ...]) -> Claim:
    form = FORMS[2]
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
