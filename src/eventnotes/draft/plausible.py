"""Plausible: claims that cannot be so, whoever makes them, because of their words alone."""

from __future__ import annotations

import re
from dataclasses import replace

from eventnotes.draft.claim import Claim, Words

_NO_WORDS = re.compile(r"(?:=+\s.*|(?:https?://|www\.|youtu\.be/)\S*|\{[^{}]*\}|<[?%].*|\W*)\Z", re.DOTALL)
"""An address, attributes, code, a heading of other markup, or neither letters nor digits."""
_OF_THE_POST = re.compile(
    r"(?:this|these|those)\s+(?:(?:key|main)\s+)?"
    r"(?:post|article|report|blog|entry|series|recap|messages?|points?|lessons?|takeaways?)\b"
    r"|this\s+is\s+(?:the|an?)\s+(?:\w+\s+)?(?:post|article|report|entry|part)\b",
    re.IGNORECASE,
)
"""What is said of the post, or points at what stands before it."""
_NOBODY = frozenset(["both", "to", "all", "we", "they", "some", "many", "each", "others", "committee", "committees"])
_LABELS = frozenset(["name", "title", "event name", "event title"])
_DANGLING = re.compile(r"(?:\A|\s)(?:some|of|other|the|an?|and|or|with|to|from|by|which|who|whose)\Z", re.IGNORECASE)
"""How words end that say nobody: `a bunch of`."""
_RULED = re.compile(r"=+\s+(\S.*?)(?:\s+=+)?|(?:event\s+)?(?:name|title)\s*:[\s-]*(\S.*)", re.IGNORECASE)
"""A heading of other markup; one that says that it is a name."""
_TIME = re.compile(
    r"(?=.*(?::|[ap]\.?m\b))\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?m\.?)?"
    r"(?:\s*(?:[-–—]|to)\s*\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?m\.?)?)?\Z",
    re.IGNORECASE,
)
_ICON = re.compile(r":[\w+-]+:")
_QUOTES = {'"': '"', "“": "”", "«": "»"}


def plausible(claim: Claim) -> Claim | None:
    """A claim without what cannot be so; None where it cannot be so itself.

    Refused are names, organizers, titles and lessons that are an address or code; titles and lessons that are said of
    the post, and lessons that only lead in something else; and words for nobody, as organizers or as who is quoted. A
    talk loses a title that is a time. A name of an event gets the quotation mark that it lacks, or loses the one that
    it has too many, and marks of other markup.
    """
    if claim.written is not None or claim.kind not in _WEIGHED:
        return claim
    if claim.kind == "quote":
        said = claim.part("attribution")
        return claim if said is None or not _DANGLING.search(said.text) else _without(claim, "attribution")
    if claim.kind == "name":
        claim = replace(claim, words=_whole(claim.words))
    words = claim.part("title") if claim.kind == "session" else claim.words
    if words is None:
        return claim
    if claim.kind == "session" and claim.figures and _TIME.match(words.text):
        return _without(claim, "title")
    return None if _is_refused(claim.kind, words) else claim


def _is_refused(kind: str, words: Words) -> bool:
    text = words.text
    if kind == "name" and (text.lower() in _LABELS or _ICON.match(words.block.text, max(words.start - 1, 0))):
        return True
    if kind == "organizer" and text.lower() in _NOBODY:
        return True
    if kind in ("session", "lesson") and (_OF_THE_POST.match(text) or _TIME.match(text)):
        return True
    return bool(_NO_WORDS.match(text)) or (kind == "lesson" and text.endswith(":"))


_WEIGHED = ("name", "organizer", "session", "lesson", "quote")


def _without(claim: Claim, part: str) -> Claim:
    return replace(claim, parts={name: words for name, words in claim.parts.items() if name != part})


def _whole(words: Words) -> Words:
    """Words with the quotation mark that opens what they close, or without it; without marks of a heading."""
    block, start, end = words
    if ruled := _RULED.fullmatch(block.text, start, end):
        start, end = ruled.span(ruled.lastindex or 0)
    text = block.text[start:end]
    for opening, closing in _QUOTES.items():
        alone = text.count(closing) % 2 if opening == closing else text.count(closing) > text.count(opening)
        if alone and start and block.text[start - 1] == opening:
            return Words(block, start - 1, end)
        if alone and text.endswith(closing):
            return Words(block, start, end - 1)
    return Words(block, start, end)
