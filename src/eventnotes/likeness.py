"""Likeness: names that are nearly the same."""

from __future__ import annotations

from collections.abc import Sequence

from eventnotes.ids import words
from eventnotes.slips import is_slip

MOST_COMPARED = 50
"""Names that share a key with each other and are compared; of more, the first."""
_LONGEST = 100  # characters of a name
_VOWELS = frozenset("aeiouy")

Parts = tuple[str, ...]
"""The words of a name as it is compared."""


def parts_of(name: str) -> Parts:
    """The words of a name, without case, accents and the like."""
    return words(name[:_LONGEST])


def keys_of(parts: Parts) -> tuple[str, ...]:
    """What a name shares with those near it: the first word or the last, with the initial of the other."""
    return (f"{parts[0]} {parts[-1][0]}", f"{parts[0][0]} {parts[-1]}") if len(parts) > 1 else ()


def are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names, as their words, are the same but for one slip in one word.

    A slip in the first letter, or in the vowels at the end of a first name (Daniel, Daniela), makes another name.
    """
    if one == other:
        return True
    if len(one) != len(other) or len(one) < 2:
        return False
    differing = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) != 1:
        return False
    a, b = one[differing[0]], other[differing[0]]
    is_other = a[0] != b[0] or (differing[0] == 0 and _end_otherwise(a, b))
    return not is_other and a.isalpha() and b.isalpha() and is_slip(a, b)


def _end_otherwise(a: str, b: str) -> bool:
    """Whether two words differ in their last letter, with a vowel in what differs."""
    same = next((at for at, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]), min(len(a), len(b)))
    return a[same:][-1:] != b[same:][-1:] and not _VOWELS.isdisjoint(a[same:] + b[same:])
