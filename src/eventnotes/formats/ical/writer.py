"""Writer: an event becomes a calendar, with one VEVENT for it and one for each timed session (RFC 5545, RFC 7986)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from eventnotes.characters import LINE
from eventnotes.diagnostic import quoted
from eventnotes.formats.ical import rich
from eventnotes.formats.ical.description import of_event, of_session, summary
from eventnotes.formats.ical.lines import PRODID, cut, escaped, joined, text_line
from eventnotes.formats.ical.times_written import Clock, require_day, stamp
from eventnotes.formats.ical.zones_written import vtimezone
from eventnotes.model import Event, Session, Venue
from eventnotes.when import When

_is_uuid = re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}").fullmatch
_is_line = re.compile(LINE.removesuffix("$") + r"\Z").match
_is_file_name = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@-]{0,99}").fullmatch
_ABOUT = ("VERSION:2.0", f"PRODID:{PRODID}")


def write(event: Event, *, is_rich: bool = False) -> bytes:
    """The event as an iCalendar file; the same event gives the same bytes.

    Args:
        event: what to write.
        is_rich: whether to add what RFC 9073 has words for, and the event itself as data.

    Raises:
        ValueError: for an event without a day, or in a timezone that does not exist; it says what to do.
    """
    written = Written(event, is_rich)
    return joined(["BEGIN:VCALENDAR", *written.head(), *_zones([written]), *written.lines(), "END:VCALENDAR"])


def write_all(events: Iterable[Event], *, is_rich: bool = False) -> Iterator[bytes]:
    """Events as one iCalendar file: its head with the time zones, then the components of each event.

    Raises:
        ValueError: as `write`, and for two events or sessions of one UID.
    """
    written = _apart(events, is_rich)
    head = written[0].head() if len(written) == 1 else _ABOUT
    yield joined(["BEGIN:VCALENDAR", *head, *_zones(written)])
    yield from (joined(one.lines()) for one in written)
    yield joined(["END:VCALENDAR"])


def files(events: Iterable[Event], *, is_rich: bool = False) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Events as files of one component each, as servers of calendars store them (RFC 4791 §4.1): name and pieces.

    Raises:
        ValueError: as `write_all`.
    """
    for one in _apart(events, is_rich):
        for uid, lines in one.parts:
            is_zoned = any(line.startswith(("DTSTART;TZID=", "DTEND;TZID=")) for line in lines)
            zones = _zones([one]) if is_zoned else ()
            name = uid if _is_file_name(uid) else uuid5(NAMESPACE_URL, uid)
            yield f"{name}.ics", [joined(["BEGIN:VCALENDAR", *_ABOUT, *zones, *lines, "END:VCALENDAR"])]


def _apart(events: Iterable[Event], is_rich: bool) -> list[Written]:
    """The components of events, of which no two have the same UID."""
    written = [Written(one, is_rich) for one in events]
    seen: dict[str, str] = {}
    for one in written:
        for uid, _ in one.parts:
            if uid in seen:
                names = f"{quoted(seen[uid])} and {quoted(one.name)}"
                raise ValueError(f"{names} would have the same UID; give one of them another id, or another start")
            seen[uid] = one.name
    return written


def _zones(written: Iterable[Written]) -> Iterator[str]:
    """A VTIMEZONE for each zone, that holds for the years in which it is used."""
    years: dict[str, set[int]] = {}
    for one in written:
        if one.timezone is not None and one.years:
            years.setdefault(one.timezone, set()).update(one.years)
    for zone, used in years.items():
        yield from vtimezone(zone, min(used), max(used))


class Written:
    """The components of an event: one for it, and one for each session with a date and a time.

    Attributes:
        name: what the event is called.
        timezone: the zone in which its times are given.
        years: those in which times stand in it.
        parts: the UID and the content lines of each VEVENT.
    """

    def __init__(self, event: Event, is_rich: bool) -> None:
        self.name, self.timezone = event.name, event.timezone
        self._event, self._is_rich = event, is_rich
        self._clock = Clock(event)
        self._start = require_day(event)
        self._stamp = stamp(event, self._start)
        self._people = {str(one.id): one for one in event.speakers}
        self._place = place(event.venue) if event.venue is not None else ""
        self._language = (event.write_up and event.write_up.language) or event.language
        timed = {one.id: one.start for one in event.sessions if one.start and self._clock.is_timed(one.start)}
        self._uid, uids = _uids(event)
        self.parts = [(self._uid, self._vevent(self._whole({str(one) for one in timed})))]
        for session, uid in zip(event.sessions, uids, strict=True):
            if session.id in timed:
                self.parts.append((uid, self._vevent(self._session(session, timed[session.id], uid))))
        self.years = self._clock.years

    def head(self) -> Iterator[str]:
        """What a calendar of this event alone says of itself."""
        yield from _ABOUT
        yield text_line("NAME", self.name)
        yield text_line("X-WR-CALNAME", self.name)  # what clients older than RFC 7986 read
        if self.timezone is not None:
            yield f"X-WR-TIMEZONE:{self.timezone}"

    def lines(self) -> Iterator[str]:
        """All content lines."""
        return chain.from_iterable(lines for _, lines in self.parts)

    def _vevent(self, lines: Iterable[str]) -> list[str]:
        return ["BEGIN:VEVENT", *lines, "END:VEVENT"]

    def _whole(self, timed: set[str]) -> Iterator[str]:
        event, venue = self._event, self._event.venue
        yield text_line("UID", self._uid)
        yield from self._clock.lines(self._start, event.end)
        yield text_line("SUMMARY", event.name, event.language)
        yield "TRANSP:TRANSPARENT"
        if self._place:
            yield text_line("LOCATION", self._place)
        if venue is not None and venue.latitude is not None and venue.longitude is not None:
            yield f"GEO:{venue.latitude:.6f};{venue.longitude:.6f}"
        url = event.website or (event.write_up and event.write_up.url)
        if url:
            yield f"URL:{url}"
        untimed = [one for one in event.sessions if one.id not in timed]
        yield from self._said(event.tags, of_event(event, self._people, untimed))
        if self._is_rich:
            yield rich.event_data(event, timed)
            yield from rich.location(self._place, venue, self._uid) if self._place else ()

    def _session(self, session: Session, start: When, uid: str) -> Iterator[str]:
        yield text_line("UID", uid)
        yield text_line("RELATED-TO", self._uid)
        yield from self._clock.lines(start, session.end)
        yield text_line("SUMMARY", summary(session, self._people), session.language or self._event.language)
        where = ", ".join(one for one in (session.room, self._place) if one)
        if where:
            yield text_line("LOCATION", where)
        page = next((one.url for one in session.links if one.rel is None and one.url[:4].lower() == "http"), None)
        if page:
            yield f"URL:{page}"
        yield from self._said(session.tags, of_session(session, self._people))
        if self._is_rich:
            yield rich.session_data(session)
            yield from rich.participants(session, self._people, uid)
            yield from rich.location(session.room, None, uid) if session.room else ()

    def _said(self, tags: tuple[str, ...], description: str) -> Iterator[str]:
        if tags:
            yield f"CATEGORIES:{','.join(map(escaped, tags))}"
        if self._event.online:
            yield f"CONFERENCE;VALUE=URI:{self._event.online}"
        if description:
            yield text_line("DESCRIPTION", cut(description), self._language)
        if description and self._is_rich:
            yield rich.styled(cut(description))
        yield f"DTSTAMP:{self._stamp}"


def _uids(event: Event) -> tuple[str, list[str]]:
    """The UID of an event, and of each of its sessions: the one that its source gave it, else a derived one."""
    day = str(event.start)[:10]  # a series may have one website for all its years
    iri = f"{event.website}#{day}" if event.website else f"urn:eventnotes:{event.id}:{day}"
    names = (iri, *(f"{iri}#session/{one.id}" for one in event.sessions))
    derived = [str(uuid5(NAMESPACE_URL, one)) for one in names]
    given = [_given(event.extra), *(_given(one.extra) for one in event.sessions)]
    taken = Counter((*given, *derived))
    uids = [one if one and taken[one] == 1 else other for one, other in zip(given, derived, strict=True)]
    return uids[0], uids[1:]


def _given(extra: dict[str, Any]) -> str:
    """The UID of the calendar that something comes from, or the UUID of a programme; empty where there is none."""
    uid, guid = extra.get("UID"), extra.get("guid")
    if isinstance(uid, str) and len(uid) <= 255 and _is_line(uid):
        return uid
    return guid.lower() if isinstance(guid, str) and _is_uuid(guid) else ""


def place(venue: Venue) -> str:
    """A venue on one line."""
    parts = (venue.name, venue.address, venue.locality, venue.region, venue.country)
    return ", ".join(one for one in parts if one)
