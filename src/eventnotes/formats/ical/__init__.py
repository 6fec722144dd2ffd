"""iCalendar: an event and its timed sessions for calendars (RFC 5545 and RFC 7986)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from eventnotes.formats._format import Format, Option
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Tree

_CUT = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})\r?\n[ \t]([\x80-\xbf]{1,3})")


def read(text: str, limits: Limits) -> Tree:
    """The first event of a calendar, and as its sessions those that are related to it; raises Unreadable."""
    from eventnotes.formats.ical import reader

    return reader.read(text, limits)


def events(text: str, limits: Limits) -> Iterator[Tree]:
    """Every event of a calendar, each with its sessions; raises Unreadable."""
    from eventnotes.formats.ical import reader

    return reader.events(text, limits)


def write(event: Event) -> bytes:
    """The event as a calendar; raises ValueError where it has no day."""
    from eventnotes.formats.ical import writer

    return writer.write(event)


def write_all(events: Iterable[Event]) -> Iterator[bytes]:
    """Events as one calendar; raises ValueError where one has no day."""
    from eventnotes.formats.ical import writer

    return writer.write_all(events)


def write_rich(event: Event) -> bytes:
    """The event as a calendar that holds all of it; raises ValueError where it has no day."""
    from eventnotes.formats.ical import writer

    return writer.write(event, is_rich=True)


def write_all_rich(events: Iterable[Event]) -> Iterator[bytes]:
    """Events as one calendar that holds all of them; raises ValueError where one has no day."""
    from eventnotes.formats.ical import writer

    return writer.write_all(events, is_rich=True)


def repair(data: bytes) -> bytes:
    """The bytes with the ends of lines moved that stand inside a character, as RFC 5545 §3.1 allows."""
    return _CUT.sub(rb"\1\2\r\n ", data)


def _in_profile(format: Format, value: str) -> Format:
    return replace(format, write=write_rich, write_all=write_all_rich, lossless=True) if value == "rich" else format


FORMAT = Format(
    "ical",
    (".ics",),
    read,
    write,
    lossless=False,
    repair=repair,
    events=events,
    write_all=write_all,
    holds=write,
    options=(
        Option(
            "profile",
            "Of a calendar: core, for every client, or rich, which loses nothing.",
            _in_profile,
            ("core", "rich"),
        ),
    ),
)
