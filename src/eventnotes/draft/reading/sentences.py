"""Sentences: where they begin and end in plain text."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…:\n](?:(?<=[.!?…])[.!?…]*[\"”’»')\]]*(?=\s|\Z)|(?<=:)(?=\n)|(?<=\n)\n*)")
"""It begins with a class of characters, because Python's search skips to one of those fast."""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"“‘])(?:Dr|Mr|Mrs|Ms|Mx|Prof|Sr|Jr|St|Sir|Rev|Hon|Gen|Gov|Sen|Rep|Lt|Col|Capt|Sgt|vs|e\.g|i\.e"
    r"|etc|cf|al|No|Nr"
    r"|Inc|Ltd|Co|Corp|Dept|Univ|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ca|resp|Ph\.D"
    r"|(?:[A-Z]\.)*[A-Z])\.$"
)
_DAY = re.compile(r"(?<!\w)\d{1,2}\.$")
_MONTH = re.compile(r"\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
"""What stands on both sides of the full stop in `4. Mai`."""
_BEGINS = re.compile(r"\s*[\"“‘«(\[*_]*[A-ZÀ-ÞĀ-Ž0-9@#¿¡“\"]")
_MANY = 100_000


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The ranges of the sentences of a text; what is abbreviated and `4. Mai` end none, a line feed ends one."""
    found, start = [], 0
    for match in _END.finditer(text[:_MANY]):
        end = match.end()
        if match[0][0] != "\n":
            following = text[end : end + 12]
            if following.strip() and not _BEGINS.match(following) and "\n" not in following[:1]:
                continue
            if match[0] == "." and _MONTH.match(following) and _DAY.search(text[max(start, end - 4) : end]):
                continue
            if match[0] == "." and _ABBREVIATION.search(text[max(start, end - 14) : end]) and following.strip():
                continue
        if text[start:end].strip():
            found.append(_trimmed(text, start, end))
        start = end
    if text[start:].strip():
        found.append(_trimmed(text, start, len(text)))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
