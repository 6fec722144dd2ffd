"""HTML: a write-up as one page that needs nothing else, and the events that a page tells programs of."""

from __future__ import annotations

from collections.abc import Iterator

from eventnotes.formats._format import Format
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Tree


def events(text: str, limits: Limits) -> Iterator[Tree]:
    """Each event of a page that is no part of another; raises Unreadable."""
    from eventnotes.formats.html import reader

    return reader.events(text, limits)


def write(event: Event) -> bytes:
    """The event as a page; raises ValueError where the names in it would make it too large."""
    from eventnotes.formats.html import page

    return page.write(event)


FORMAT = Format("html", (".html", ".htm"), None, write, lossless=False, events=events)
