"""Quotes: words that the text puts forward as somebody's, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import standing
from eventnotes.draft.items import remarks, voices
from eventnotes.draft.items.quotations import Quotation, may_quote, quotations
from eventnotes.draft.items.sayings import FORMS, REMARKED, REPORTED
from eventnotes.draft.items.voices import Voice
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.weights import VOICE

__all__ = ["FORMS", "recognise"]
OF_OTHER = "said-by-other"
"""The form of a quotation of somebody whom the text tells in a way that is not known."""
_LEAST_WORDS = 5
_NEAR = 120
_LEAST = 0.3
"""How sure it must be that words are somebody's, to be worth telling."""


class Candidate(NamedTuple):
    """Words that may be quoted: all whose words they may be, the likeliest of them, and the cues that they are."""

    quotation: Quotation
    voices: list[Voice]
    voice: Voice | None
    cues: frozenset[str]


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The quotations that a source gives to somebody."""
    for one in candidates(mentions):
        sure = remarks.sure(one.cues)
        if one.quotation.kind == "block" and one.voice is None and not one.quotation.labelled:
            sure = min(sure, remarks.FLOOR - 0.01)
        if sure >= _LEAST:
            yield _claim(one, sure)
    for block in mentions.view.blocks:
        if not block.quoted and may_quote(block):
            if mentions.of(block):
                yield from _reported(mentions, block)
            for match in REMARKED.search(block.text):
                yield _remarked(block, match)


def candidates(mentions: Mentions) -> Iterator[Candidate]:
    """Whatever may be quoted in a source."""
    last: tuple[Quotation, Voice] | None = None
    refused: Quotation | None = None
    for quotation in quotations(mentions):
        several = voices.candidates(mentions, quotation, before(quotation, last))
        voice = voices.likeliest(several)
        cues = remarks.cues_of(mentions, quotation, voice, refused)
        refused = quotation
        if remarks.sure(cues) >= remarks.FLOOR:
            last, refused = (quotation, voice) if voice else None, None
        yield Candidate(quotation, several, voice, cues)


def before(quotation: Quotation, last: tuple[Quotation, Voice] | None) -> Voice | None:
    """Whose words are quoted right before a quotation."""
    if last is None:
        return None
    other, voice = last
    block = other.block
    if quotation.block is block:
        return voice if quotation.start - other.end < _NEAR else None
    below = quotation.block.quoted and block.quoted and block.number + 1 == quotation.block.number
    return voice if below else None


def _claim(candidate: Candidate, sure: float) -> Claim:
    quotation, voice = candidate.quotation, candidate.voice
    unknown = OF_OTHER if OF_OTHER in candidate.cues else quotation.kind
    form = max(voice.cues, key=lambda one: (VOICE.get(one, 0), one)) if voice else unknown
    figures = (voice.figure,) if voice and voice.figure else ()
    parts = {"more": quotation.more} if quotation.more else {}
    if voice and voice.words:
        parts["attribution"] = (voice.words,)
    return Claim("quote", quotation.words, "quotes", form, round(sure, 2), figures=figures, parts=parts)


def _reported(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """What is told to have been said, without quotation marks."""
    masked = mentions.masked(block)
    for form, match in standing(REPORTED, masked):
        words = Words(block, *match.span("text"))
        mention = mentions.at(block, match.start("who"))
        if mention is None or len(words.text.split()) < _LEAST_WORDS:
            continue
        if form.name == "sentence-said":
            yield Claim("quote", words, "quotes", form.name, form.confidence, "indirect", (mention.figure,))
        elif not remarks.is_titled(words.text):
            yield Claim("quote", words, "quotes", form.name, form.confidence, "", (mention.figure,))


def _remarked(block: Block, match: re.Match[str]) -> Claim:
    words, who = Words(block, *match.span("text")), Words(block, *match.span("unnamed"))
    parts = {"attribution": (who,)}
    return Claim("quote", words, "quotes", REMARKED.name, REMARKED.confidence, "indirect", (), parts)
