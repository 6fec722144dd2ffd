"""Plausible: claims that cannot be so, whoever makes them, because of their words alone."""

from __future__ import annotations

import re
from dataclasses import replace

from eventnotes.draft.claim import Claim, Words

_NO_WORDS = re.compile(r"(?:(?:https?://|www\.|youtu\.be/)\S*|\{[^{}]*\}|<[?%].*|\W*)\Z", re.DOTALL)
"""An address, attributes, code, or neither letters nor digits."""
_OF_THE_POST = re.compile(
    r"(?:this|these|those)\s+(?:(?:key|main)\s+)?"
    r"(?:post|article|report|blog|entry|series|recap|messages?|points?|lessons?|takeaways?)\b"
    r"|this\s+is\s+(?:the|an?)\s+(?:\w+\s+)?(?:post|article|report|entry|part)\b",
    re.IGNORECASE,
)
"""What is said of the post, or points at what stands before it."""
_NOBODY = frozenset(["both", "to", "all", "we", "they", "some", "many", "each", "others", "committee", "committees"])
_DANGLING = re.compile(r"(?:\A|\s)(?:some|of|other|the|an?|and|or|with|to|from|by|which|who|whose)\Z", re.IGNORECASE)
"""How words end that say nobody: `a bunch of`."""
_RULED = re.compile(r"=+\s+(\S.*?)\s+=+")
"""A heading of a wiki."""
_QUOTES = {'"': '"', "“": "”", "«": "»"}


def plausible(claim: Claim) -> Claim | None:
    """A claim without what cannot be so; None where it cannot be so itself.

    Refused are names, organizers, titles and lessons that are an address or code; titles and lessons that are said of
    the post, and lessons that only lead in something else; and words for nobody, as organizers or as who is quoted. A
    name of an event gets the quotation mark that it lacks, or loses the one that it has too many.
    """
    if claim.written is not None or claim.kind not in _WEIGHED:
        return claim
    words = claim.part("title") if claim.kind == "session" else claim.words
    text = words.text if words is not None else ""
    if claim.kind == "quote":
        said = claim.part("attribution")
        return claim if said is None or not _DANGLING.search(said.text) else _without(claim, "attribution")
    if words is None:
        return claim
    is_nobody = claim.kind == "organizer" and text.lower() in _NOBODY
    is_outside = claim.kind in ("session", "lesson") and _OF_THE_POST.match(text)
    if is_nobody or is_outside or _NO_WORDS.match(text) or (claim.kind == "lesson" and text.endswith(":")):
        return None
    return replace(claim, words=_whole(words)) if claim.kind == "name" else claim


_WEIGHED = ("name", "organizer", "session", "lesson", "quote")


def _without(claim: Claim, part: str) -> Claim:
    return replace(claim, parts={name: words for name, words in claim.parts.items() if name != part})


def _whole(words: Words) -> Words:
    """Words with the quotation mark that opens what they close, or without it; without marks of a heading."""
    block, start, end = words
    if ruled := _RULED.fullmatch(block.text, start, end):
        start, end = ruled.span(1)
    text = block.text[start:end]
    for opening, closing in _QUOTES.items():
        alone = text.count(closing) % 2 if opening == closing else text.count(closing) > text.count(opening)
        if alone and start and block.text[start - 1] == opening:
            return Words(block, start - 1, end)
        if alone and text.endswith(closing):
            return Words(block, start, end - 1)
    return Words(block, start, end)
