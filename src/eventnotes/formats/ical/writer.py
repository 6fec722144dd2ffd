"""Writer: an event becomes a calendar, with one VEVENT for it and one for each timed session (RFC 5545, RFC 7986)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from eventnotes.formats.ical.description import of_event, of_session, summary
from eventnotes.formats.ical.lines import escaped, joined, text_line
from eventnotes.formats.ical.times import Clock, require_day, stamp
from eventnotes.formats.ical.zones import vtimezone
from eventnotes.model import Event, Session, Venue
from eventnotes.when import When

_is_uuid = re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}").fullmatch
PRODID = "-//eventnotes//eventnotes//EN"


def write(event: Event) -> bytes:
    """The event as an iCalendar file; the same event gives the same bytes.

    Raises:
        ValueError: for an event without a day, or in a timezone that does not exist; it says what to do.
    """
    written = _Calendar(event)
    inside = list(written.components())
    zone = event.timezone
    years = written.clock.years
    zones = vtimezone(zone, min(years), max(years)) if zone is not None and years else ()
    return joined(["BEGIN:VCALENDAR", *_head(event), *zones, *inside, "END:VCALENDAR"])


def _head(event: Event) -> Iterator[str]:
    yield "VERSION:2.0"
    yield f"PRODID:{PRODID}"
    yield text_line("NAME", event.name)
    yield text_line("X-WR-CALNAME", event.name)  # what clients older than RFC 7986 read
    if event.timezone is not None:
        yield f"X-WR-TIMEZONE:{event.timezone}"


class _Calendar:
    """The components of an event.

    Attributes:
        clock: its dates and times.
    """

    def __init__(self, event: Event) -> None:
        self.clock = Clock(event)
        self._event = event
        self._start = require_day(event)
        self._stamp = stamp(event, self._start)
        self._people = {str(one.id): one for one in event.speakers}
        day = self._start[:10]  # a series may have one website for all its years
        self._iri = f"{event.website}#{day}" if event.website else f"urn:eventnotes:{event.id}:{day}"
        self._uid = uuid5(NAMESPACE_URL, self._iri)
        guids = Counter(_guid(one) for one in event.sessions)
        self._own = {guid for guid, count in guids.items() if guid and count == 1 and guid != str(self._uid)}
        self._place = place(event.venue) if event.venue is not None else ""
        self._language = (event.write_up and event.write_up.language) or event.language

    def components(self) -> Iterator[str]:
        """The lines of the VEVENTs."""
        timed = [(one, one.start) for one in self._event.sessions if self.clock.is_timed(one.start)]
        shown = {one.id for one, _ in timed}
        yield from self._vevent(self._whole([one for one in self._event.sessions if one.id not in shown]))
        for session, start in timed:
            assert start is not None
            yield from self._vevent(self._session(session, start))

    def _vevent(self, lines: Iterable[str]) -> list[str]:
        return ["BEGIN:VEVENT", *lines, f"DTSTAMP:{self._stamp}", "END:VEVENT"]

    def _whole(self, untimed: list[Session]) -> Iterator[str]:
        event = self._event
        yield f"UID:{self._uid}"
        yield from self.clock.lines(self._start, event.end)
        yield text_line("SUMMARY", event.name, event.language)
        yield "TRANSP:TRANSPARENT"
        if self._place:
            yield text_line("LOCATION", self._place)
        venue = event.venue
        if venue is not None and venue.latitude is not None and venue.longitude is not None:
            yield f"GEO:{venue.latitude:.6f};{venue.longitude:.6f}"
        url = event.website or (event.write_up and event.write_up.url)
        if url:
            yield f"URL:{url}"
        yield from self._said(event.tags, of_event(event, self._people, untimed))

    def _session(self, session: Session, start: When) -> Iterator[str]:
        guid = _guid(session)
        yield f"UID:{guid if guid in self._own else uuid5(NAMESPACE_URL, f'{self._iri}#session/{session.id}')}"
        yield f"RELATED-TO:{self._uid}"
        yield from self.clock.lines(start, session.end)
        yield text_line("SUMMARY", summary(session, self._people), session.language or self._event.language)
        where = ", ".join(one for one in (session.room, self._place) if one)
        if where:
            yield text_line("LOCATION", where)
        page = next((one.url for one in session.links if one.rel is None and one.url[:4].lower() == "http"), None)
        if page:
            yield f"URL:{page}"
        yield from self._said(session.tags, of_session(session, self._people))

    def _said(self, tags: tuple[str, ...], description: str) -> Iterator[str]:
        if tags:
            yield f"CATEGORIES:{','.join(map(escaped, tags))}"
        if self._event.online:
            yield f"CONFERENCE;VALUE=URI:{self._event.online}"
        if description:
            yield text_line("DESCRIPTION", description, self._language)


def _guid(session: Session) -> str:
    """The UUID by which the conference's own programme knows a session; empty where there is none."""
    given = session.extra.get("guid")
    return given.lower() if isinstance(given, str) and _is_uuid(given) else ""


def place(venue: Venue) -> str:
    """A venue on one line."""
    parts = (venue.name, venue.address, venue.locality, venue.region, venue.country)
    return ", ".join(one for one in parts if one)
