"""Limits: what hostile input may cost."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a source may hold; exceeding one is an error named after it, such as `limit-depth`."""

    size: int = 5_000_000
    """Bytes of a file."""
    total: int = 200_000_000
    """Bytes of all files of a run together."""
    files: int = 10_000
    """Files of a run."""
    depth: int = 64
    """Nesting of lists and mappings."""
    values: int = 200_000
    """Values in a source, keys not counted; of a Markdown body its blocks, and what is read into lists."""
    unfolded: int = 4_000_000
    """Characters of text that aliases unfold to."""
    text: int = 256_000
    """Characters of one text in data; a Markdown body may be as long as the file."""
    line: int = 1_000
    """Characters of a field that is one line."""
    items: int = 10_000
    """Items of one list."""
    keys: int = 1_000
    """Keys of one mapping that the model does not know."""
    number: int = 40
    """Characters of a number."""
    findings: int = 100
    """Findings reported for a file before the rest is counted."""

    @classmethod
    def unlimited(cls) -> Self:
        """No limits but those that keep the process alive; for sources you trust."""
        return cls(**{one.name: 200 if one.name == "depth" else sys.maxsize for one in fields(cls)})

    def but(self, name: str, value: int) -> Self:
        """The same limits with one changed.

        Raises:
            KeyError: for a name that is no limit.
        """
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        if name not in values:
            raise KeyError(name)
        return type(self)(**{**values, name: value})


DEFAULT = Limits()
