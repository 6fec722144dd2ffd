"""Rich: what RFC 9073 adds to a calendar: who spoke, where, styled text, and the write-up itself as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from uuid import NAMESPACE_URL, uuid5

from eventnotes.formats.ical.description import roles
from eventnotes.formats.ical.lines import escaped, text_line
from eventnotes.model import Event, Session, Speaker, Venue

SCHEMA = "urn:eventnotes:schema:1:{}"  # as the published JSON Schema calls itself
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029]")
_NAMES = {"speakers": "SPEAKER", "moderators": "ACTIVE"}  # of the types that RFC 9073 §6.2 lists


def event_data(event: Event, timed: set[str]) -> str:
    """The event as canonical JSON, without the sessions that have components of their own."""
    left = {at for at, one in enumerate(event.sessions) if one.id in timed}
    return _data(event.model_dump_json(exclude_defaults=True, exclude={"sessions": left}), "event")


def session_data(session: Session) -> str:
    """A session as canonical JSON."""
    return _data(session.model_dump_json(exclude_defaults=True), "session")


def _data(json: str, name: str) -> str:
    """JSON in the property for it (RFC 9073 §6.6), without characters that a text of a calendar cannot hold."""
    safe = _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json)
    return f'STRUCTURED-DATA;VALUE=TEXT;FMTTYPE=application/json;SCHEMA="{SCHEMA.format(name)}":{escaped(safe)}'


def styled(description: str) -> str:
    """A description in HTML: a paragraph each, with its lines."""
    paragraphs = (f"<p>{escape(one).replace(chr(10), '<br>')}</p>" for one in description.split("\n\n") if one)
    return f"STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:{escaped(''.join(paragraphs))}"


def participants(session: Session, people: dict[str, Speaker], uid: str) -> Iterator[str]:
    """A component for everyone who spoke or moderated (RFC 9073 §7.1)."""
    for field, kind in _NAMES.items():
        for one in getattr(session, field):
            person = people.get(one)
            yield "BEGIN:PARTICIPANT"
            yield f"UID:{uuid5(NAMESPACE_URL, f'urn:uuid:{uid}#{field}/{one}')}"
            yield f"PARTICIPANT-TYPE:{kind}"
            yield text_line("SUMMARY", person.name if person is not None else one)
            if person is not None and roles(person):
                yield text_line("DESCRIPTION", roles(person))
            page = next((link.url for link in person.links if link.url[:4].lower() == "http"), "") if person else ""
            if page:
                yield f"URL:{page}"
            yield "END:PARTICIPANT"


def location(name: str, venue: Venue | None, uid: str) -> Iterator[str]:
    """A component for a place (RFC 9073 §7.2)."""
    yield "BEGIN:VLOCATION"
    yield f"UID:{uuid5(NAMESPACE_URL, f'urn:uuid:{uid}#location')}"
    yield text_line("NAME", name)
    if venue is not None and venue.latitude is not None and venue.longitude is not None:
        yield f"GEO:{venue.latitude:.6f};{venue.longitude:.6f}"
    if venue is not None and venue.website:
        yield f"URL:{venue.website}"
    yield "END:VLOCATION"
