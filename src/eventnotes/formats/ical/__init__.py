"""iCalendar: an event and its timed sessions for calendars (RFC 5545 and RFC 7986)."""

from __future__ import annotations

from eventnotes.formats._format import Format
from eventnotes.model import Event


def write(event: Event) -> bytes:
    """The event as a calendar; raises ValueError where it has no day."""
    from eventnotes.formats.ical import writer

    return writer.write(event)


FORMAT = Format("ical", (".ics",), None, write, lossless=False)
