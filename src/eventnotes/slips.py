"""Slips: words that one slip of the hand turns into another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names, as their words, are the same but for one slip in one word.

    A slip in the first letter, or at the end of a first name (Daniel, Daniela), makes another name.
    """
    if one == other:
        return True
    if len(one) != len(other) or len(one) < 2:
        return False
    differing = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) != 1:
        return False
    a, b = one[differing[0]], other[differing[0]]
    is_ending = differing[0] == 0 and (a[:-1] in (b, b[:-1]) or a == b[:-1])
    return a[0] == b[0] and not is_ending and a.isalpha() and b.isalpha() and is_slip(a, b)
