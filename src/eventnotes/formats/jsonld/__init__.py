"""JSON-LD: an event for search engines, in terms of schema.org."""

from __future__ import annotations

from eventnotes.formats._format import Format
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Tree


def read(text: str, limits: Limits) -> Tree:
    """The first event of a JSON-LD text, with the events in it as sessions; raises Unreadable."""
    from eventnotes.formats.jsonld import reader

    return reader.read(text, limits)


def write(event: Event) -> bytes:
    """The event as JSON-LD: a BlogPosting about an Event, or the Event alone where there is no write-up."""
    from eventnotes.formats.jsonld import writer

    return writer.write(event)


FORMAT = Format("jsonld", (".jsonld",), read, write, lossless=False)
