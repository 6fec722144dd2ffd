"""Employers: whether what looks like a person's name is that of an organization or a place beside somebody."""

from __future__ import annotations

import re

from eventnotes.draft.lexicon import ORGANIZATION_WORDS, ROLE_NOUNS
from eventnotes.draft.reading.names import Name, is_given
from eventnotes.draft.reading.runs import Block

_BEFORE_PLACE = re.compile(r"\b(?:(at)|(\w+) (?:of|for|de|del|degli|della|di|do|für|van))\s(?:the\s|la\s)?\Z")
_BEHIND_SINGLE = re.compile(
    r"(?:(?P<title>\b(?:Mrs?|Ms|Dr|Prof|Professor)\.?\s)?\b(?P<name>[^\W\d_a-z]\w+)|(?P<handle>@\w+))\s(?:of|from)\s(?:the\s)?\Z"
)
"""What stands between a single name and that of an organization."""
_OF_ONE = re.compile(
    r"(?:\s*\([@\w]{2,20}\))?(?:\s*\(+(?:[A-Z]{2,6}\s)?|,?\s+(?:also\s+)?(?:from|of|at)\s+(?:the\s+)?)"
)
"""What stands between a name and that of an organization: `Ana Lima (Volta Grid)`, `Ana Lima from Volta Grid`."""
_REACH = 40
_HELD_AT = ROLE_NOUNS | ORGANIZATION_WORDS


def is_of(block: Block, last: Name, name: Name) -> bool:
    """Whether a name is of the organization of the person before it."""
    near = name.start - last.end < _REACH and (last.known or not name.known)
    if not near or _OF_ONE.fullmatch(block.text, last.end, name.start):
        return near
    link = block.link_at(name.start, name.end)
    if link is None or link[:2] == (name.start, name.end) or block.text[last.end : link.start].strip() not in ",/|–—-":
        return False
    return link.start > last.end and link.is_home_of(block.text[link.start : link.end])


def is_place(text: str, start: int, *, known: bool) -> bool:
    """Whether the words before a name make it an organization's: `CTO of Volta Grid`, `at Volta Grid`.

    A name that is not known is one behind a single name, too: `Ana of Volta Grid`.
    """
    before = _BEFORE_PLACE.search(text[max(0, start - 40) : start])
    if before is not None and (before[1] == "at" or before[2].lower() in _HELD_AT):
        return True
    one = None if known else _BEHIND_SINGLE.search(text[max(0, start - 40) : start])
    return one is not None and bool(one["title"] or one["handle"] or is_given(one["name"]))
