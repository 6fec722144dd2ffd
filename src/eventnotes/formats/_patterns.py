"""What the patterns of several formats are made of."""

from __future__ import annotations


def repeated(pattern: str, least: int = 0) -> str:
    """The pattern as often as it matches, 0 or 1 times at the `least`, and never fewer.

    It stands for `(?:pattern)*+` and `(?:pattern)++`, which fail on Python 3.11.0 to 3.11.4 wherever a repetition of a
    group has to give back what it began to match (python/cpython#106052). `re` keeps every round of a group in memory
    until the group around it has matched, here each hundred.
    """
    return f"(?>(?>(?:{pattern}){{1,100}}){'+' if least else '*'})"
