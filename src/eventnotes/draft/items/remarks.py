"""Remarks: whether words in quotation marks are somebody's, where no words say so, from cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eventnotes.draft.claim import Words
from eventnotes.draft.forms import people_in
from eventnotes.draft.weights import REMARK, sureness

_MINE = re.compile(
    r"(?i)\b(?:i|we|you|my|our|your|me|us|(?:i|we|you|they|it|that|what|let)['’](?:m|re|s|ve|ll|d)|(?:do|does|is|are|ca|wo|"
    r"did|was|should|could|would)n['’]t)\b"
)
_ABOUT = re.compile(
    r"(?i)(?:\b(?:e\.?g|i\.?e|example|such|titled|entitled|called|named|about|on|as|like|the|a|an|of|for|so-called|term|phrase|word|theme|topic"
    r"|question|chapter|book|article|post|paper|slide|talk|session)\W*|=)\Z"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_FAR = 500
_SHORT = 8
"""Words with which a remark is hardly one."""


def cues_of(masked: str, words: Words, start: int) -> Iterator[str]:
    """What tells whether words in quotation marks are somebody's.

    Args:
        masked: the block's text with the names of persons masked.
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
        "upper": text[0].isupper(),
        "asks": text[-1] == "?",
        "mine": _MINE.search(text),
        "about": _ABOUT.search(block.text, first, start),
        "person": any(people_in(masked, 0, start)),
        "pronoun": _PRONOUN.search(block.text, first, min(last, words.end + _FAR)),
        "dashed": block.text[first:start].rstrip(" *_")[-1:] in tuple("-–—"),
        "opens": not block.text[:start].strip(" *_-\n"),
    }
    yield from (name for name, told in found.items() if told)


def is_remark(cues: Iterable[str]) -> bool:
    """Whether cues make it likely that words are somebody's."""
    return sureness(cues, REMARK) >= FLOOR


FLOOR = 0.45
"""How sure it must be that words in quotation marks are somebody's."""
