"""Captions: talks told in lines that begin with a label each: `Title: ...`, `Speaker: ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, compiled
from eventnotes.draft.reading.mentions import Figure, Mentions, figures_within
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.titles import session, unquoted

LABELLED = Form(
    "labelled",
    r"^<MARKS>(?i:talk|title|topic|presentation|session|subject)(?:\s+title)?\s*:\s+(?P<title>[^\n]{4,160}?)[.\s]*$",
    0.8,
    (
        ("## Amara Diallo\n\n- Talk: Trams for towns.", "Trams for towns"),
        ("# Tram Day\n\n**Talk:** Trams for towns\n**Speaker:** Bo Ek\n\nIt was short.", "Trams for towns"),
        ("# Tram Day\n\n**Speaker:** Bo Ek, Kumo\n\n**Topic:** Trams for towns\n\nIt was short.", "Trams for towns"),
    ),
)
FORMS = (LABELLED,)
_NAMED = compiled(r"<MARKS>(?i:speakers?|presenters?|panell?ists?|lecturers?|who|(?:presented |given )?by)\W{0,3}:\s")
_OTHER = re.compile(r"\W*[A-Z][\w ]{2,20}\W{0,3}:\s")
"""A line with another label, which parts no title from who gave the talk."""


class _Line(NamedTuple):
    block: Block
    title: Words | None
    figures: tuple[Figure, ...]


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The titles behind labels, with whoever is named behind a label that belongs to one."""
    for run in _runs(mentions):
        titles_first = run[0].title is not None
        for number, one in enumerate(run):
            if one.title is not None:
                near = _beside(run[number + 1 :]) if titles_first else _beside(run[:number][::-1])
                yield session("captions", LABELLED, one.title, near)


def _beside(lines: Sequence[_Line]) -> tuple[Figure, ...]:
    """Whom lines name up to the next title."""
    last = next((number for number, one in enumerate(lines) if one.title is not None), len(lines))
    return tuple(dict.fromkeys(figure for one in lines[:last] for figure in one.figures))


def _runs(mentions: Mentions) -> Iterator[list[_Line]]:
    """Lines with labels of talks that follow each other, other labels between them left out."""
    run: list[_Line] = []
    for block in mentions.view.blocks:
        is_text = block.kind in ("item", "paragraph") and not block.tag and block.number
        for start, end in block.lines if is_text else ((0, 0),):
            line = _line(mentions, block, start, end) if is_text else None
            if line is not None:
                run.append(line)
            elif run and not (is_text and _OTHER.match(block.text, start, end)):
                yield run
                run = []
    if run:
        yield run


def _line(mentions: Mentions, block: Block, start: int, end: int) -> _Line | None:
    text = block.text[start:end]
    if ":" not in text:
        return None
    if title := LABELLED.regex.match(text):
        place, until = title.span("title")
        return _Line(block, unquoted(Words(block, start + place, start + until)), ())
    is_named = _NAMED.match(text) and mentions.of(block)
    return _Line(block, None, figures_within(mentions, block, start, end)) if is_named else None
