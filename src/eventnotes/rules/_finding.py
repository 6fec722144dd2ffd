"""Finding: what a rule yields, and where it looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, TypeVar, cast

from eventnotes.model import Event, Framework, Lesson, Quote, Session
from eventnotes.source import Loc, Remedy

_FENCE = re.compile(r"^ {0,3}(`{3,}+|~{3,}+)[^\n]*+\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)

_Seen = TypeVar("_Seen")


class Finding(NamedTuple):
    """A fault of an event: where in its data, what is wrong, and what to do."""

    loc: Loc
    message: str
    help: str = ""
    words: str = ""
    """The part of the value that is meant, word for word, where it is a part."""
    nth: int = 1
    """Which occurrence of the words is meant."""
    remedy: Remedy | None = None
    """What would mend it."""


def once(look: Callable[[Event], _Seen]) -> Callable[[Event], _Seen]:
    """Remember what was seen in the last event: several rules look at one event for the same."""
    last: tuple[Event | None, Any] = (None, None)

    @wraps(look)
    def seen(event: Event) -> _Seen:
        nonlocal last
        event_seen, found = last  # read at once, for another thread may look at another event
        if event_seen is not event:
            found = look(event)
            last = event, found
        return cast("_Seen", found)

    return seen


@once
def owners(event: Event) -> list[tuple[Event | Session, Loc]]:
    """The event and its sessions, which hold quotes, lessons and frameworks, each with its location."""
    return [(event, ()), *((session, ("sessions", at)) for at, session in enumerate(event.sessions))]


@once
def all_quotes(event: Event) -> list[tuple[Loc, Quote]]:
    """Every quote of an event and its sessions, with its location."""
    return [((*loc, "quotes", at), one) for owner, loc in owners(event) for at, one in enumerate(owner.quotes)]


@once
def all_lessons(event: Event) -> list[tuple[Loc, Lesson]]:
    """Every lesson of an event and its sessions, with its location."""
    return [((*loc, "lessons", at), one) for owner, loc in owners(event) for at, one in enumerate(owner.lessons)]


@once
def all_frameworks(event: Event) -> list[tuple[Loc, Framework]]:
    """Every framework of an event and its sessions, with its location."""
    return [((*loc, "frameworks", at), one) for owner, loc in owners(event) for at, one in enumerate(owner.frameworks)]


@once
def narrative(event: Event) -> str:
    """All notes of an event and its sessions as one text, for the quick answer that nothing is wrong in it."""
    return "\n\n".join([owner.notes for owner, _ in owners(event) if owner.notes])


def fences(notes: str) -> list[tuple[int, int]]:
    """The ranges of fenced code (CommonMark 4.5), where nothing is notation."""
    return [match.span() for match in _FENCE.finditer(notes)]


def comments(notes: str) -> list[tuple[int, int]]:
    """The ranges of HTML comments."""
    return [match.span() for match in _COMMENT.finditer(notes)]
