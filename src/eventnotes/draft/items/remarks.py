"""Remarks: whether words in quotation marks are somebody's, where no words say so, from cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eventnotes.draft.claim import Words
from eventnotes.draft.weights import REMARK, sureness

_ABOUT = re.compile(
    r"(?i)(?:\b(?:e\.?g|i\.?e|example|such|titled|entitled|called|named|about|on|as|like|the|a|an|of|for|so-called|term|phrase|word|theme|topic"
    r"|question|chapter|book|article|post|paper|slide|talk|session)\W*|=)\Z"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_SUPPOSED = re.compile(r"\b(?:say|think|ask|feel|believe|tell|wonder|instance|example|something like)\b[^.!?]{0,24}\Z")
_ENGLISH = re.compile(r"\b(?:the|and|of|is|that|you|to)\b")
_FAR = 500
_SHORT = 8
"""Words with which a remark is hardly one."""


def cues_of(words: Words, start: int) -> Iterator[str]:
    """What tells whether words in quotation marks are somebody's.

    Args:
        words: the words.
        start: where the opening mark stands.
    """
    block = words.block
    text = words.text
    first = max((one for one, _ in block.sentences if one <= start), default=0)
    first = max(first, start - _FAR)
    last = next((two for one, two in block.sentences if one <= start < two), len(block.text))
    found = {
        "bias": True,
        "short": len(text.split()) < _SHORT,
        "asks": text[-1] == "?",
        "about": _ABOUT.search(block.text, first, start),
        "pronoun": _PRONOUN.search(block.text, first, min(last, words.end + _FAR)),
        "opens": not block.text[:start].strip(" *_-\n"),
        "item": block.kind == "item",
        "stops": text[-1] in ".!?" or block.text[words.end + 1 : words.end + 2] in (".", ""),
        "supposed": _SUPPOSED.search(block.text, first, start),
        "foreign": not _ENGLISH.search(block.text),
    }
    yield from (name for name, told in found.items() if told)


def is_remark(cues: Iterable[str]) -> bool:
    """Whether cues make it likely that words are somebody's."""
    return sureness(cues, REMARK) >= FLOOR


FLOOR = 0.45
"""How sure it must be that words in quotation marks are somebody's."""
