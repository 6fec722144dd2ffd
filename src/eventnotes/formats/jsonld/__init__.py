"""JSON-LD: an event for search engines, in terms of schema.org."""

from __future__ import annotations

from collections.abc import Iterator

from eventnotes.formats._format import Format
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Tree


def events(text: str, limits: Limits) -> Iterator[Tree]:
    """Each event of a JSON-LD text that is no part of another, with the events in it as sessions; raises Unreadable."""
    from eventnotes.formats.jsonld import reader

    return reader.events(text, limits)


def write(event: Event) -> bytes:
    """The event as JSON-LD: a BlogPosting about an Event, or the Event alone where there is no write-up."""
    from eventnotes.formats.jsonld import writer

    return writer.write(event)


FORMAT = Format("jsonld", (".jsonld",), None, write, lossless=False, events=events)
