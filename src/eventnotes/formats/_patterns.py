"""What the patterns of several formats are made of."""

from __future__ import annotations


def repeated(pattern: str, least: int = 0) -> str:
    """The pattern as often as it matches, at `least` 0 or 1 times, and never fewer: a possessive repetition.

    The possessive quantifiers of `re` go wrong on Python 3.11.0 to 3.11.4 where a group gives back what it began to
    match (python/cpython#106052). A group in repetition stays in memory until the group around it has matched: here,
    each hundred.
    """
    return f"(?>(?>(?:{pattern}){{1,100}}){'+' if least else '*'})"
