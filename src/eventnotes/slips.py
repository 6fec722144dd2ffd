"""Slips: words that one slip of the hand turns into another."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST, _LONGEST = 3, 40


def slips(word: str, known: Iterable[str]) -> list[str]:
    """The known words, in lower case, that one slip turns into this one: a letter more, less, other, or two swapped."""
    folded = word.lower()
    if not _SHORTEST <= len(folded) <= _LONGEST:
        return []
    return [one for one in known if is_slip(folded, one)]


def is_slip(a: str, b: str) -> bool:
    """Whether two words of three letters or more are one slip apart, or equal."""
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _SHORTEST:
        return a == b
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        swapped = a[start + 1 : start + 2] + a[start : start + 1] == b[start : start + 2]
        return a[start + 1 :] == b[start + 1 :] or (swapped and a[start + 2 :] == b[start + 2 :])
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[start + 1 :] == shorter[start:]
