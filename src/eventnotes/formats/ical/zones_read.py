"""Zones read: the time zones of a calendar file, by the names that IANA has for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eventnotes.diagnostic import quoted
from eventnotes.formats.ical.components import Component, Property
from eventnotes.source import SyntaxProblem
from eventnotes.when import zone_of

HELP = "write an IANA name such as Europe/London"
_is_name = re.compile(r"[A-Za-z0-9_+/-]{1,64}").fullmatch


class Zones:
    """The time zones that a calendar file defines or names."""

    def __init__(self, root: Component) -> None:
        zones = [one for one in root.every() if one.name == "VTIMEZONE"]
        self._own = {found.value.strip(): zone for zone in zones for found in zone.properties if found.name == "TZID"}
        self._names: dict[str, str | None] = {}  # by name in the file, the one that IANA has

    def __contains__(self, name: str) -> bool:
        return name in self._own

    def stated(self, calendar: Component) -> str | None:
        """The IANA zone that a calendar states."""
        return next((name for one in _stated(calendar) if (name := self.iana(one.value.strip()))), None)

    def used(self, events: Iterable[Component]) -> str | None:
        """The IANA zone in which the first of these events with a known zone begins."""
        used = (
            found.parameters["TZID"]
            for part in events
            for found in part.properties
            if found.name == "DTSTART" and "TZID" in found.parameters
        )
        return next((name for one in used if (name := self.iana(one))), None)

    def faults(self, calendar: Component) -> Iterator[SyntaxProblem]:
        """Zones that a calendar states and IANA does not have."""
        for one in _stated(calendar):
            name = one.value.strip()
            if self.iana(name) is None:
                message = f"{self.fault(name)}; times are read as if none were stated for the calendar"
                yield SyntaxProblem("timezone", message, one.span, HELP, "warning")

    def fault(self, name: str) -> str:
        """What is wrong with a zone that IANA does not have."""
        zone = f"time zone {quoted(name)}"
        return f"the {zone} has no IANA name" if name in self._own else f"there is no {zone}"

    def iana(self, name: str) -> str | None:
        """The IANA name of a zone: its own, or the one that its definition in the file gives."""
        if name not in self._names:
            self._names[name] = self._found(name)
        return self._names[name]

    def _found(self, name: str) -> str | None:
        zone = self._own.get(name)
        given = [one.value for one in zone.properties if one.name == "X-LIC-LOCATION"] if zone is not None else []
        parts = name.split("/") if name[:1] == "/" else []  # /example.org/2024/Europe/London (RFC 5545 §3.2.19)
        tried = (name, *given, "/".join(parts[-2:]), "/".join(parts[-3:]))
        return next((one for one in tried if _is_name(one) and zone_of(one)), None)


def _stated(calendar: Component) -> Iterator[Property]:
    return (one for one in calendar.properties if one.name == "X-WR-TIMEZONE")
