"""Titles: whether words are written as one, and which words of a range are it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, compiled
from eventnotes.draft.reading.mentions import Figure
from eventnotes.draft.reading.runs import without_marks

MOST_WORDS = 20
"""How many words a title may have."""
_credit = compiled(
    r"(?ai)\b(?:photo(?:s|graph\w*)?|images?|pictures?|illustrated|drawn|credits?|videos?|quote[ds]?|written|posted|published"
    r"|article|book|notes|slides|recap|summary|transcript|contributed|authored|moderated|hosted|facilitated|chaired|organi[sz]ed|sponsored|presented)\W*\Z"
).search


def session(
    recogniser: str,
    form: Form,
    title: Words | None,
    figures: tuple[Figure, ...] = (),
    *,
    words: Words | None = None,
) -> Claim:
    """The claim that there was a talk: with a title, or else resting on other words.

    Raises:
        ValueError: where it would rest on nothing.
    """
    rests_on = words or title
    if rests_on is None:
        raise ValueError("a session rests on its title or on other words")
    parts = {} if title is None else {"title": (title,)}
    return Claim("session", rests_on, recogniser, form.name, form.confidence, "", figures, parts)


def is_credit(title: str) -> bool:
    """Whether what stands before `by` and a name is made by somebody, and no talk: `The hall, photo`."""
    return bool(_credit(title))


def is_title(text: str) -> bool:
    """Whether words are written as a title is: most of the long ones with a capital."""
    words = long_words(text)
    most = sum(one[0].isupper() for one in words) * 2 >= len(words)
    return text[:1].isupper() and (most or len(text.split()) <= _FEW)


def unquoted(words: Words) -> Words:
    """Words without the white space and marks around them, and without quotation marks that go round all of them."""
    block, start, end = words
    text = block.text
    while True:
        start, end = _with_dunders(text, start, end, *without_marks(text, start, end, _AROUND, _AROUND_END))
        closing = _PAIRS.get(text[start : start + 1], "")
        if not closing or text[end - 1] not in closing or end - start < 3:
            break
        start, end = start + 1, end - 1
    if text[start : start + 1] in _PAIRS and not any(one in text[start + 1 : end] for one in _PAIRS[text[start]]):
        start += 1
    return Words(block, start, end)


def _with_dunders(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """A range from `first` to `last` with all of a name of Python's, such as `__del__`, that it begins or ends in."""
    for one in _DUNDER.finditer(text, start, end) if "__" in text else ():
        first = one.start() if one.start() < first < one.end() else first
        last = one.end() if one.start() < last < one.end() else last
    return first, last


_DUNDER = re.compile(r"__[a-z]\w{0,30}?__")
_AROUND = " \t\n*_:–—-"
_AROUND_END = " \t\n*_:–—-,#"
_PAIRS = {'"': '"', "“": "”“", "”": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "'": "'"}


def long_words(text: str) -> list[str]:
    """The words of a text that have a capital in a title: those of more than three letters."""
    return [one for one in _WORD.findall(text) if len(one) > _SHORT]


def has_capitals(words: Sequence[str]) -> bool:
    """Whether two of three words begin with a capital, as in titles."""
    return sum(one[0].isupper() for one in words) * 3 >= len(words) * 2


_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORT = 3
_FEW = 6
