"""Offsets: byte ranges of a text as ranges in code points."""

from __future__ import annotations

from functools import cached_property

from eventnotes.source import Span

_STEP = 4096
_CONTINUING = bytes(range(0x80, 0xC0))  # bytes in which no character begins (RFC 3629 §3)


class Offsets:
    """The way from bytes to code points; the text is counted once, at the first question.

    Args:
        data: the text in UTF-8.
        is_ascii: whether a byte is a code point.
        offset: where the text begins in its source, in code points.
    """

    def __init__(self, data: bytes, is_ascii: bool, offset: int) -> None:
        self._data = data
        self._is_ascii = is_ascii
        self.offset = offset

    def span(self, start: int, end: int) -> Span:
        """A byte range of the text as a range of the source."""
        return Span(self.offset + self.before(start), self.offset + self.before(end))

    def before(self, at: int) -> int:
        """How many code points begin before a byte."""
        if self._is_ascii:
            return at
        step = min(at, len(self._data)) // _STEP
        return self._counts[step] + self._count(step * _STEP, at)

    def _count(self, start: int, end: int) -> int:
        return len(self._data[start:end].translate(None, _CONTINUING))

    @cached_property
    def _counts(self) -> list[int]:
        counts = [0]
        for start in range(0, len(self._data), _STEP):
            counts.append(counts[-1] + self._count(start, start + _STEP))
        return counts
