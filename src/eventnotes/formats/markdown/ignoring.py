"""Ignoring: comments of a body that silence findings in the block below them, and what that block is."""

from __future__ import annotations

import re
from collections.abc import Callable

from eventnotes.formats.markdown.blocks import Block
from eventnotes.formats.markdown.sessions import label_block
from eventnotes.source import Ignore, Span, ignored

_COMMENTS = re.compile(r"(?:[ \t\n]*<!--[ \t\n]*eventnotes:(?:(?!-->).)*-->[ \t\n]*)+", re.DOTALL)
_COMMENT = re.compile(r"<!--[ \t\n]*(eventnotes:.*?)[ \t\n]*-->", re.DOTALL)


def is_ignore(html: str) -> bool:
    """Whether a block of HTML is a comment for us, whatever it says."""
    return html.startswith("<!--") and html[4:].lstrip().startswith("eventnotes:")


def are_ignores(text: str) -> bool:
    """Whether a stretch of narrative is nothing but comments for us."""
    return _COMMENTS.fullmatch(text) is not None


def leading(text: str, found: list[Block]) -> int:
    """How many blocks at the top of a body are comments for us."""
    comments = (one.kind == "html" and is_ignore(text[one.start : one.end].strip(" \t\n")) for one in found)
    return next((at for at, one in enumerate(comments) if not one), len(found))


def parts_labels(text: str, found: list[Block], at: int) -> bool:
    """Whether the comment that is block `at` stands between a heading and its labels."""
    if at == 0 or found[at - 1].kind != "heading":
        return False
    labels = label_block(text, found, at + 1)
    return labels is not None and labels.qualifies


class Ignores:
    """The comments met so far; each waits for the block that it is about.

    Args:
        span: a range of the body as a range of the source.
    """

    def __init__(self, span: Callable[[int, int], Span]) -> None:
        self.waiting: list[tuple[int, Span, str]] = []
        self._span = span
        self._found: list[Ignore] = []

    def note(self, at: int, comment: str, start: int, end: int) -> None:
        """Keep a comment.

        Args:
            at: which block of the body it is.
            comment: the comment.
            start: where it begins.
            end: where it ends.
        """
        self.waiting.append((at, self._span(start, end), comment))

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
