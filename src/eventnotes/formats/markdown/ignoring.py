"""Ignoring: comments of a body that silence findings in the block below them, and what that block is."""

from __future__ import annotations

import re
from collections.abc import Callable

from eventnotes.source import Ignore, Span, ignored

_COMMENT = re.compile(r"<!--[ \t\n]*(eventnotes:.*?)[ \t\n]*-->", re.DOTALL)


class Ignores:
    """The comments met so far; each waits for the block that it is about.

    Args:
        span: a byte range of the body as a range of the source.
    """

    def __init__(self, span: Callable[[int, int], Span]) -> None:
        self.waiting: list[tuple[int, Span, str]] = []
        self._span = span
        self._found: list[Ignore] = []

    def note(self, at: int, comment: str, start: int, end: int) -> bool:
        """Keep a comment, if it is for us.

        Args:
            at: which block of the body it is.
            comment: the comment.
            start: where it begins, in bytes.
            end: where it ends.
        """
        if not comment.removeprefix("<!--").lstrip().startswith("eventnotes:"):
            return False
        self.waiting.append((at, self._span(start, end), comment))
        return True

    def meet(self, first: int, start: int, end: int) -> None:
        """Let the comments that wait be about what stands in a range; it begins with block `first`."""
        if self.waiting[-1][0] != first:
            self._settle(self._span(start, end))

    def all(self) -> list[Ignore]:
        """Every comment; those that still wait are about nothing."""
        self._settle(Span(0, 0))
        return self._found

    def _settle(self, over: Span) -> None:
        for _, where, comment in self.waiting:
            match = _COMMENT.fullmatch(comment)
            words, start = (match[1], where.start + match.start(1)) if match is not None else (comment, where.start)
            self._found.append(ignored(words, start, over))
        self.waiting.clear()
