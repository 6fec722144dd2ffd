"""iCalendar: an event and its timed sessions for calendars (RFC 5545 and RFC 7986)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

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


def write(event: Event, *, is_rich: bool = False) -> bytes:
    """The event as a calendar, which holds all of it if it is rich; raises ValueError where the event has no day."""
    from eventnotes.formats.ical import writer

    return writer.write(event, is_rich=is_rich)


def write_all(events: Iterable[Event], *, is_rich: bool = False) -> Iterator[bytes]:
    """Events as one calendar; raises ValueError where one has no day, and for two of one UID."""
    from eventnotes.formats.ical import writer

    return writer.write_all(events, is_rich=is_rich)


def files(events: Iterable[Event], *, is_rich: bool = False) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Events as files of one component each, named by UID; raises ValueError as `write_all`."""
    from eventnotes.formats.ical import writer

    return writer.files(events, is_rich=is_rich)


def holds(event: Event) -> None:
    """Nothing; raises ValueError for an event that no calendar holds."""
    from eventnotes.formats.ical import writer

    writer.Written(event, is_rich=False)


def repair(data: bytes) -> bytes:
    """The bytes with the ends of lines moved that stand inside a character, as RFC 5545 §3.1 allows."""
    return _CUT.sub(rb"\1\2\r\n ", data)


def _in_profile(format: Format, value: str) -> Format:
    if value != "rich":
        return format
    return replace(
        format, write=partial(write, is_rich=True), write_all=partial(write_all, is_rich=True), lossless=True
    )


def _split(format: Format, _value: str) -> Format:
    return replace(format, files=partial(files, is_rich=format.lossless), write_all=None)


_PROFILE = Option(
    "profile", "Of a calendar: core, for every client, or rich, which loses nothing.", _in_profile, ("core", "rich")
)
_SPLIT = Option("split", "Write a calendar as files of one component each, as servers take them.", _split)
FORMAT = Format(
    "ical",
    (".ics",),
    read,
    write,
    lossless=False,
    repair=repair,
    events=events,
    write_all=write_all,
    holds=holds,
    options=(_PROFILE, _SPLIT),
)
