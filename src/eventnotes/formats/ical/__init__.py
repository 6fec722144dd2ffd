"""iCalendar: an event and its timed sessions for calendars (RFC 5545 and RFC 7986)."""

from __future__ import annotations

import re

from eventnotes.formats._format import Format
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Tree

_CUT = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})\r?\n[ \t]([\x80-\xbf]{1,3})")


def read(text: str, limits: Limits) -> Tree:
    """The first event of a calendar, and as its sessions those that are related to it; raises Unreadable."""
    from eventnotes.formats.ical import reader

    return reader.read(text, limits)


def write(event: Event) -> bytes:
    """The event as a calendar; raises ValueError where it has no day."""
    from eventnotes.formats.ical import writer

    return writer.write(event)


def repair(data: bytes) -> bytes:
    """The bytes with the ends of lines moved that stand inside a character, as RFC 5545 §3.1 allows."""
    return _CUT.sub(rb"\1\2\r\n ", data)


FORMAT = Format("ical", (".ics",), read, write, lossless=False, repair=repair)
