"""Finding: what a rule yields, and where it looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eventnotes.model import Event, Session
from eventnotes.source import Loc


class Finding(NamedTuple):
    """A fault of an event: where in its data, what is wrong, and what to do."""

    loc: Loc
    message: str
    help: str = ""
    words: str = ""
    """The part of the value that is meant, word for word, where it is a part."""


def owners(event: Event) -> Iterator[tuple[Event | Session, Loc]]:
    """The event and its sessions, which hold quotes, lessons and frameworks, each with its location."""
    yield event, ()
    for at, session in enumerate(event.sessions):
        yield session, ("sessions", at)
