"""Sources: plain data together with the place of every value in the text it was read from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Loc = tuple[str | int, ...]
"""Where a value stands in data: `("sessions", 0, "title")`."""


class Span(NamedTuple):
    """A range of a text: offsets in code points, the end not included; lines are separated by LF alone."""

    start: int
    end: int


class Edit(NamedTuple):
    """A replacement of a range of a text; an empty range inserts, an empty text removes."""

    span: Span
    text: str


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
        body_start: where the body of a post begins, after its front matter; 0 where it has none.
        guarded: ranges of text that its author said to be narrative, so that nothing is suspected in it.
    """

    data: dict[str, Any] | None
    locate: Locate
    problems: list[SyntaxProblem] = field(default_factory=list)
    is_write_up: bool = True
    is_normal: bool = False
    left_out: set[Loc] = field(default_factory=set)
    default_name: str | None = None
    guarded: list[Span] = field(default_factory=list)
    body_start: int = 0
    reading: object = None


class Unreadable(Exception):
    """Raised inside a reader where no data can be had at all; it carries the one problem."""

    def __init__(self, problem: SyntaxProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem
