"""Plausible: words that are no name, title or lesson, whoever claims that they are."""

from __future__ import annotations

import re
from dataclasses import replace

from eventnotes.draft.claim import Claim, Words

_NO_WORDS = re.compile(r"\W*(?:(?:https?://|www\.|youtu\.be/)\S*|\{[^{}]*\}|<[?%].*|[\W\d_]*)\W*\Z", re.DOTALL)
"""An address, attributes or code, and nothing else."""
_OF_THE_POST = re.compile(
    r"(?i)(?:this|these|those)\s+(?:(?:\w+\s+)?(?:post|article|report|blog|page|entry|recap|write-up|messages?)\s+)?(?:is|was|are|were)\s"
    r"(?:\w+\s+){0,3}(?:post|article|report|entry|series|written|recap|write-up|at the)\b|(?:these|those)\s+\w+\s+\w+\s+are\b"
)
"""What is said of the post, or points at what stands before it."""
_NOBODY = frozenset(["both", "to", "all", "we", "they", "some", "many", "each", "others", "committee", "committees"])
_NO_GIVEN = frozenset(["and", "the", "or", "but", "die", "with", "from", "our", "my", "for", "of", "at"])
_NO_SURNAME = re.compile(r"(?:[aiouect]tion|[aiu]sion|nology|bility)s?\Z")
_ARTICLE = re.compile(r"A (?:[A-Z]{2,}\b|[A-Z][a-z]+\Z)")
_PLACES = frozenset(
    one.strip()
    for one in "Abu Dhabi, Addis Ababa, Ann Arbor, Baton Rouge, Belo Horizonte, Buenos Aires, Costa Rica, Des Moines, Hong Kong, "
    "Kuala Lumpur, Little Rock, Long Beach, Menlo Park, Mexico City, Milton Keynes, Mountain View, Palo Alto, Phnom Penh, "
    "Porto Alegre, Puerto Rico, Salt Lake, São Paulo, Silicon Valley, Sri Lanka, Tel Aviv".split(",")
)
_DANGLING = re.compile(r"\s(?:of|other|the|an?|and|or|with|to|from|by|which|who|whose)\Z")
_QUOTES = {'"': '"', "“": "”", "«": "»"}


def is_person(name: str) -> bool:
    """Whether a name may be a person's: no place, nothing that an article or a conjunction begins."""
    first, _, rest = name.partition(" ")
    return not (
        (rest and first.lower() in _NO_GIVEN)
        or name in _PLACES
        or _ARTICLE.match(name)
        or _NO_SURNAME.search(name)
    )


def plausible(claim: Claim) -> Claim | None:
    """A claim without what cannot be so; None where nothing is left of it."""
    if claim.written is not None or claim.kind in ("cut", "start", "end"):
        return claim
    told = claim.part("title") if claim.kind == "session" else claim.words
    text = told.text if told is not None else "-"
    if claim.kind in _REFUSED and (_NO_WORDS.match(text) or _REFUSED[claim.kind].search(text)):
        return None
    if claim.kind == "organizer" and text.lower() in _NOBODY:
        return None
    if claim.kind == "quote" and (said := claim.part("attribution")) and _DANGLING.search(said.text):
        return replace(claim, parts={name: one for name, one in claim.parts.items() if name != "attribution"})
    return replace(claim, words=_whole(claim.words)) if claim.kind == "name" else claim


_REFUSED = {
    "name": re.compile(r"\A<"),
    "organizer": re.compile(r"\A\W*\Z"),
    "session": _OF_THE_POST,
    "lesson": re.compile(rf":\Z|\A{_OF_THE_POST.pattern[4:]}", re.IGNORECASE),
}


def _whole(words: Words) -> Words:
    """Words with the quotation mark that opens what they close, or without it where there is none."""
    block, start, end = words
    text = block.text[start:end]
    for opening, closing in _QUOTES.items():
        alone = text.count(closing) % 2 == 1 if opening == closing else text.count(closing) > text.count(opening)
        if alone and block.text[start - 1 : start] == opening:
            return Words(block, start - 1, end)
        if alone and text.rstrip().endswith(closing):
            return Words(block, start, start + len(text.rstrip()) - 1)
    return words
