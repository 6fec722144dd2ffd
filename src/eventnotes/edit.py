"""Edit: changes of ranges of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import accumulate, takewhile

from eventnotes.source import Edit, Span

_MANY = 2_000  # lines beyond which frequent ones, such as blank lines, are no anchors: comparing is quadratic in them


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text with ranges of it replaced; its byte order mark and its line ends stay as they are.

    Args:
        text: the text as the file has it.
        edits: what to replace, in any order; ranges do not overlap, and count the text without its byte order mark
            and with CR LF as one character. Of insertions at one place the first given comes first.
    """
    shift = text.startswith("\ufeff")
    ends = [match.start() - number - shift for number, match in enumerate(re.finditer("\r\n", text))]
    newline = "\r\n" if 2 * len(ends) > text.count("\n") else "\n"
    pieces, position = [], 0
    for span, new in sorted(edits, key=lambda one: one.span):
        start, end = (place + shift + bisect_left(ends, place) for place in span)
        pieces += [text[position:start], new.replace("\n", newline)]
        position = end
    return "".join([*pieces, text[position:]])


def differences(old: str, new: str) -> list[Edit]:
    """Edits of whole lines that turn one text into another."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    middle = before[first : len(before) - last]
    starts = [0, *accumulate(map(len, before))]
    matcher = SequenceMatcher(None, middle, after[first : len(after) - last], autojunk=len(middle) > _MANY)
    return [
        Edit(Span(starts[first + left], starts[first + right]), "".join(after[first + start : first + end]))
        for kind, left, right, start, end in matcher.get_opcodes()
        if kind != "equal"
    ]


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
