"""Sources: plain data together with the place of every value in the text it was read from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Literal, NamedTuple, Self

Loc = tuple[str | int, ...]
"""Where a value stands in data: `("sessions", 0, "title")`."""


class Span(NamedTuple):
    """A range of a text: offsets in code points, the end not included; lines are separated by LF alone."""

    start: int
    end: int


def spans_from(offset: int) -> Callable[[int, int], Span]:
    """What makes a range of a part of a text a range of the text.

    Args:
        offset: where the part begins.
    """
    return lambda start, end: Span(offset + start, offset + end)


class Edit(NamedTuple):
    """A replacement of a range of a text; an empty range inserts, an empty text removes."""

    span: Span
    text: str


class Part(NamedTuple):
    """A file inside a source, and the range of the source's text that is its own."""

    name: str
    start: int
    end: int


class Bundle(str):
    """The text of a source that is several files, one after another.

    Attributes:
        parts: the files, in order.
    """

    parts: tuple[Part, ...]

    def __new__(cls, texts: Iterable[tuple[str, str]]) -> Self:
        """The texts of files by their names, joined."""
        named = [*texts]
        made = super().__new__(cls, "".join(text for _, text in named))
        ends = [*accumulate(len(text) for _, text in named)]
        made.parts = tuple(Part(name, end - len(text), end) for (name, text), end in zip(named, ends, strict=True))
        return made

    def __reduce__(self) -> tuple[type[Bundle], tuple[list[tuple[str, str]]]]:
        return type(self), ([(one.name, self[one.start : one.end]) for one in self.parts],)


@dataclass(frozen=True, slots=True)
class Remedy:
    """What would mend a fault: other words in its place, and what then is different. Whether it does is tried.

    Attributes:
        texts: what may stand there; the first with which the text reads as it should counts.
        part: the part of the place that they replace, where it is not all of it.
        key: the key in front of the value, as it should be; the last of the texts is then the value.
        changes: the locations of the event that become different, with all that is inside them.
        meant: the value that stands at the first of these locations then.
        is_safe: whether nothing is lost that its author may have meant.
        edits: what to do, where that is something else than to write other words in the place.
        label: what that is, in a word.
    """

    texts: tuple[str, ...] = ()
    part: str = ""
    key: str = ""
    changes: tuple[Loc, ...] = ()
    meant: str = ""
    is_safe: bool = True
    edits: tuple[Edit, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """Something a reader could not read, or read otherwise than its author may have meant."""

    code: str
    message: str
    where: Span | Loc
    """A range of the text, or the location of a value."""
    help: str = ""
    """What to do about it."""
    severity: Literal["error", "warning"] = "error"
    at_key: bool = False
    """Whether a location means the key and not its value."""
    words: str = ""
    """The part of the value that is meant, where it is a part."""
    nth: int = 1
    """Which occurrence of the words is meant; 0: the first, and only where the range has several lines."""
    remedy: Remedy | None = None
    """What would mend it."""
    is_optional: bool = False
    """Whether it can be ignored though it is an error: what a rule found, and a warning that was made more severe."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment of the source that silences findings.

    Attributes:
        where: the comment.
        codes: what it names, each with its place; none where it cannot be understood.
        over: the range in which findings that begin there are silent; empty where it stands before nothing.
    """

    where: Span
    codes: tuple[tuple[str, Span], ...]
    over: Span


_DIRECTIVE = re.compile(r"eventnotes:[ \t]*ignore\b(?P<codes>.*?)(?:\s--(?:\s.*)?)?", re.DOTALL)
_CODE = re.compile(r"[^\s,]+")


def ignored(comment: str, start: int, over: Span) -> Ignore:
    """What a comment that begins with `eventnotes:` silences.

    Args:
        comment: its words, without the marks of a comment.
        start: where they begin in the source.
        over: the range that it is about.
    """
    match = _DIRECTIVE.fullmatch(comment)
    place = start + match.start("codes") if match is not None else start
    named = _CODE.finditer(match["codes"]) if match is not None else ()
    codes = tuple((one.group(), Span(place + one.start(), place + one.end())) for one in named)
    return Ignore(Span(start, start + len(comment)), codes, over)


Locate = Callable[[Loc, bool], Span]
"""The range of a value, or of its key (second argument); of the nearest value around it where it has none itself."""


@dataclass(slots=True)
class Tree:
    """What a format read: data in the model's terms, and where each value stands.

    Attributes:
        data: fields of Event as plain dict, list, str, int, float and bool; None where nothing could be read.
        locate: looks a place up; it is called only when something is wrong, and may read the text again.
        problems: what the reader found, in any order.
        is_write_up: whether the source is marked as a write-up (a folder walk passes over the others).
        is_normal: whether ids and notes are known to be in the normal form that building an event sets.
        left_out: locations whose value was reported and left out, so that nobody reports it as missing.
        default_name: the event's name where its own turns out to be invalid.
        reading: what the format needs to change the text later; only its own `update` knows what it is.
        ignores: comments that silence findings.
        body_start: where the body of a post begins, after its front matter; 0 where it has none.
        guarded: ranges of text that its author said to be narrative, so that nothing is suspected in it.
        key: what the source calls the event among its others, such as its UID; None where it has no name for it.
    """

    data: dict[str, Any] | None
    locate: Locate
    problems: list[SyntaxProblem] = field(default_factory=list)
    is_write_up: bool = True
    is_normal: bool = False
    left_out: set[Loc] = field(default_factory=set)
    default_name: str | None = None
    guarded: list[Span] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    body_start: int = 0
    reading: object = None
    key: str | None = None


class Unreadable(Exception):
    """Raised inside a reader where no data can be had at all; it carries the one problem."""

    def __init__(self, problem: SyntaxProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def line_and_column(source: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column, in code points, of an offset in a text with LF line ends."""
    offset = min(max(offset, 0), len(source))
    return source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)


def covers(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of these ranges, which stand in order and do not overlap."""
    place = bisect_right(ranges, at, key=lambda one: one[0]) - 1
    return place >= 0 and at < ranges[place][1]


_line_content = re.compile(r"[ \t]*(?:#{1,6} |[-*+] )?([^\n]*)").match


class Occurrences:
    """Where words stand in ranges of a text; each range is read once for its lines, each words are looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[Span, dict[str, list[int]]] = {}
        self._starts: dict[tuple[Span, str], list[int]] = {}

    def find(self, span: Span, words: str, nth: int) -> Span:
        """The n-th line of a range that is these words, indented or after a marker, else their n-th occurrence in it.

        Of fewer occurrences it is the last; where there is none, the whole range.
        """
        key = (span, words)
        starts = self._starts.get(key) or self._as_lines(span, words) or self._anywhere(span, words)
        if len(starts) > 1:
            self._starts[key] = starts
        if not starts:
            return span
        start = starts[min(nth, len(starts)) - 1]
        return Span(start, start + len(words))

    def _as_lines(self, span: Span, words: str) -> list[int]:
        if span not in self._lines:
            self._lines[span] = self._indexed(span)
        content = _content(words)
        before = len(words) - len(content)
        starts = [at - before for at in self._lines[span].get(content, ())]
        return [at for at in starts if at >= span.start and self._text.startswith(words, at)]

    def _indexed(self, span: Span) -> dict[str, list[int]]:
        """By content of a line, without indentation and marker, where it begins in each such line."""
        found: dict[str, list[int]] = {}
        at = span.start
        while at < span.end:
            match = _line_content(self._text, at, span.end)
            assert match is not None
            if content := match[1].rstrip(" \t"):
                found.setdefault(content, []).append(match.start(1))
            at = match.end() + 1
        return found

    def _anywhere(self, span: Span, words: str) -> list[int]:
        found = []
        at = self._text.find(words, span.start, span.end)
        while at >= 0:
            found.append(at)
            at = self._text.find(words, at + len(words), span.end)
        return found


def _content(line: str) -> str:
    match = _line_content(line)
    return match[1] if match is not None else line
