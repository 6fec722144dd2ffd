"""Reader: a calendar becomes an event; the VEVENTs related to its first one are the sessions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from eventnotes.diagnostic import quoted
from eventnotes.formats._json_tree import read_json
from eventnotes.formats._plain_text import marked, marked_line, one_line
from eventnotes.formats._shapes import over
from eventnotes.formats._trees import Places, event_tree, lookup
from eventnotes.formats.ical.components import Component, Property, read_components
from eventnotes.formats.ical.lines import PRODID
from eventnotes.formats.ical.rich import SCHEMA
from eventnotes.formats.ical.times_read import Times
from eventnotes.formats.ical.zones_read import Zones
from eventnotes.limits import Limits
from eventnotes.source import Loc, Span, SyntaxProblem, Tree, Unreadable

_ONCE = frozenset(("DESCRIPTION", "DTEND", "DTSTART", "DURATION", "GEO", "LOCATION", "SUMMARY", "UID", "URL"))
_KNOWN = _ONCE | {"CONFERENCE"}
_DERIVED = frozenset(
    ("CALSCALE", "CATEGORIES", "DTSTAMP", "PRODID", "TRANSP", "UID", "VERSION", "X-WR-TIMEZONE")
)  # what is read elsewhere, or derived again by writing
_READ = frozenset(("VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"))
_EMBEDDED = frozenset(("PARTICIPANT", "VLOCATION"))  # what they say is in the data of the rich profile
_NAMES = ("NAME", "X-WR-CALNAME")
_parts = re.compile(r"(?:\\.|[^,\\])+").findall
_is_derived = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}").fullmatch
_unescape = re.compile(r"\\([\\;,nN])").sub
_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")


def read(text: str, limits: Limits) -> Tree:
    """The first event of a calendar (RFC 5545), and as its sessions those that name it in RELATED-TO.

    Recurrences are not expanded. Properties that the model does not know are kept in `extra`, with their parameters.

    Raises:
        Unreadable: for what is no calendar, holds no event, or is beyond a limit.
    """
    calendar = Calendar(text, limits)
    (whole, sessions), *others = calendar.groups
    tree = _Reading(calendar, whole, sessions, [*calendar.problems]).tree()
    if others:
        message = f"this calendar holds {calendar.count:,} events; one and its sessions are read"
        help = f"write RELATED-TO:{calendar.uid(whole) or '…'} in those that are its sessions, or split the file"
        tree.problems.append(SyntaxProblem("several-events", message, others[0][0].span, help, "warning"))
    return tree


def events(text: str, limits: Limits) -> Iterator[Tree]:
    """Every event of a calendar that is no session of another; arguments and errors as of `read`."""
    calendar = Calendar(text, limits)
    for (whole, sessions), problems in zip(calendar.groups, calendar.problems_by_group(), strict=True):
        tree = _Reading(calendar, whole, sessions, problems).tree()
        tree.key = text_of(calendar.uid(whole)) or None
        yield tree


class About:
    """What a calendar says of itself, and not of an event.

    Attributes:
        calendar: the calendar.
        is_ours: whether it is of our writing.
        title: what it is called.
        timezone: the one that it states.
    """

    def __init__(self, calendar: Component, zones: Zones) -> None:
        self.calendar = calendar
        self.is_ours = _value(calendar, "PRODID") == PRODID
        self.timezone = zones.stated(calendar)
        self.title = next((one for one in calendar.properties if one.name in _NAMES), None)
        self._is_taken = False

    def taken(self, name: str) -> list[Property]:
        """Its properties for the event of this name, which does not say them itself; for the first that asks."""
        if self._is_taken:
            return []
        self._is_taken = True
        return [one for one in self.calendar.properties if one.name not in _NAMES or line(one.value) != name]


class Calendar:
    """The events of a calendar file, and which of them are sessions of others.

    Attributes:
        problems: what is wrong with the file.
        count: how many events it holds.
        groups: each event that is no session, with its sessions.
        about: by event, what the calendar that it stands in says of itself.
        zones: the time zones.
        limits: what reading may cost.
    """

    def __init__(self, text: str, limits: Limits) -> None:
        root, self.problems = read_components(text, limits)
        calendars = [one for one in root.parts if one.name == "VCALENDAR"]
        self.zones = Zones(root)
        abouts = [About(one, self.zones) for one in calendars]
        self.about = {id(one): about for about in abouts for one in about.calendar.parts if one.name == "VEVENT"}
        events = [one for calendar in calendars for one in calendar.parts if one.name == "VEVENT"]
        if not events:
            raise Unreadable(
                SyntaxProblem("empty", "there is no event in this calendar", root.parts[0].span, "add a VEVENT")
            )
        if len(events) > limits.items:
            raise Unreadable(over("items", len(events), limits.items, events[-1].span))
        self.problems += _unread(calendars)
        self.problems += (fault for one in calendars for fault in self.zones.faults(one))
        self.count = len(events)
        self.groups = list(_grouped(events))
        self.limits = limits

    def problems_by_group(self) -> list[list[SyntaxProblem]]:
        """What is wrong with the file, by the event in or after which it stands."""
        found: list[list[SyntaxProblem]] = [[] for _ in self.groups]
        begins = sorted(
            (one.span.start, at) for at, (whole, sessions) in enumerate(self.groups) for one in (whole, *sessions)
        )
        for problem in self.problems:
            start = problem.where.start if isinstance(problem.where, Span) else 0
            before = bisect_right(begins, start, key=lambda pair: pair[0])
            found[begins[max(before - 1, 0)][1]].append(problem)
        return found

    @staticmethod
    def uid(event: Component) -> str:
        """The UID of an event; empty where it has none."""
        return _value(event, "UID")


def _grouped(events: list[Component]) -> Iterator[tuple[Component, list[Component]]]:
    """Each event that names no other, then those that are no session of these; with the sessions of each."""
    uids = {_value(one, "UID") for one in events} - {""}
    children: dict[str, list[Component]] = {}
    for one in events:
        children.setdefault(_parent_uid(one), []).append(one)
    placed: set[int] = set()
    first = [one for one in events if _parent_uid(one) not in uids]
    for whole in (*first, *events):
        if id(whole) not in placed:
            placed.add(id(whole))
            uid = _value(whole, "UID")
            sessions = [one for one in children.get(uid, ()) if uid and id(one) not in placed]
            placed.update(map(id, sessions))
            yield whole, sessions


class _Reading:
    """What an event of a calendar and its sessions say, in the model's terms, and where."""

    def __init__(
        self, calendar: Calendar, whole: Component, sessions: list[Component], problems: list[SyntaxProblem]
    ) -> None:
        self.problems = problems
        self.places: Places = {}
        self._told: set[Loc] = set()  # what is missing, in the words of a calendar
        self._limits = calendar.limits
        about = calendar.about[id(whole)]
        self._timezone = about.timezone or calendar.zones.used((whole, *sessions))
        self._stated_times = Times(calendar.zones, self._timezone, problems)
        self._is_ours = about.is_ours
        self.data = self._embedded(whole, "event", ()) or self._event(whole, about)
        listed = self.data.get("sessions")
        told = listed if isinstance(listed, list) else []
        for one in sessions:
            loc = ("sessions", len(told))
            told.append(self._embedded(one, "session", loc) or self._session(one, loc))
        self.data["sessions"] = told

    def tree(self) -> Tree:
        """The event, with its places."""
        tree = event_tree(self.data, self.problems, lookup(lambda: self.places), self._limits)
        tree.left_out |= self._told
        return tree

    def _event(self, one: Component, about: About) -> dict[str, Any]:
        self._put((), one)
        known = self._known(one)
        data: dict[str, Any] = {"name": "", "timezone": self._timezone, **self._times((), known)}
        self._text(data, (), "name", known.pop("SUMMARY", about.title), line)
        if not data["name"]:
            help = "write what it is called: SUMMARY:…"
            self.problems.append(SyntaxProblem("missing", "this event has no SUMMARY", one.span, help))
            self._told.add(("name",))
        self._language(data, one)
        self._text(data, (), "summary", known.pop("DESCRIPTION", None), lambda value: marked(text_of(value)))
        self._text(data, (), "website", known.pop("URL", None), str.strip)
        if "CONFERENCE" in known and known["CONFERENCE"].value[:4].lower() == "http":
            self._text(data, (), "online", known.pop("CONFERENCE"), str.strip)
        venue = self._venue(known)
        extra = self._extra(one, [*about.taken(data["name"]), *one.properties], known)
        return {**data, "venue": venue, "tags": self._tags(one, ()), "extra": extra}

    def _embedded(self, one: Component, name: str, loc: Loc) -> dict[str, Any] | None:
        """What an event or session of the rich profile holds as data; None where it does not."""
        for found in one.properties:
            if _is_our_data(found, name):
                try:
                    data, problems = read_json(text_of(found.value), 0, self._limits)
                except Unreadable as error:
                    data, problems = None, [error.problem]
                self.problems += (replace(problem, where=found.span) for problem in problems)
                self._put(loc, found)
                return data if isinstance(data, dict) else None
        return None

    def _session(self, one: Component, loc: Loc) -> dict[str, Any]:
        self._put(loc, one)
        known = self._known(one)
        data = self._times(loc, known)
        self._text(data, loc, "title", known.pop("SUMMARY", None), lambda value: marked_line(line(value)))
        self._language(data, one)
        self._text(data, loc, "abstract", known.pop("DESCRIPTION", None), lambda value: marked(text_of(value)))
        self._text(data, loc, "room", known.pop("LOCATION", None), self._room)
        page = known.pop("URL", None)
        if page is not None:
            data["links"] = [{"url": page.value.strip()}]
            self._put((*loc, "links", 0, "url"), page)
        meeting = known.get("CONFERENCE")
        if meeting is not None and meeting.value.strip() == self.data.get("online"):
            del known["CONFERENCE"]
        parent = _parent(one)
        others = [found for found in one.properties if found is not parent]
        return {**data, "tags": self._tags(one, loc), "extra": self._extra(one, others, known)}

    def _known(self, one: Component) -> dict[str, Property]:
        """The properties that the model has words for, by name; a second one of a name is a fault."""
        known: dict[str, Property] = {}
        for found in one.properties:
            if found.name in known and found.name in _ONCE:
                message = f"{found.name} stands twice in this event; the first is read"
                self.problems.append(SyntaxProblem("duplicate-key", message, found.span, "keep one of the two"))
            elif found.name in _KNOWN:
                known.setdefault(found.name, found)
        return known

    def _put(self, loc: Loc, one: Component | Property) -> None:
        self.places[loc] = (one.span, one.span)

    def _text(self, data: dict[str, Any], loc: Loc, key: str, found: Property | None, of: Any) -> None:
        if found is not None:
            data[key] = of(found.value)
            self._put((*loc, key), found)

    def _times(self, loc: Loc, known: dict[str, Property]) -> dict[str, Any]:
        times: dict[str, Any] = {}
        for key, found, moment in self._stated_times.of(known):
            times[key] = moment
            self._put((*loc, key), found)
        return times

    def _language(self, data: dict[str, Any], one: Component) -> None:
        summary = next((found for found in one.properties if found.name == "SUMMARY"), None)
        if summary is not None and "LANGUAGE" in summary.parameters:
            data["language"] = summary.parameters["LANGUAGE"]

    def _venue(self, known: dict[str, Property]) -> dict[str, Any]:
        venue: dict[str, Any] = {}
        self._text(venue, ("venue",), "name", known.pop("LOCATION", None), line)
        geo = known.get("GEO")
        place = geo and re.fullmatch(r"\s*(-?\d{1,3}(?:\.\d{1,30})?);(-?\d{1,3}(?:\.\d{1,30})?)\s*", geo.value)
        if geo is not None and place:
            venue |= {"latitude": float(place[1]), "longitude": float(place[2])}
            self._put(("venue",), known.pop("GEO"))
        self._place = venue.get("name", "")
        return venue

    def _room(self, value: str) -> str:
        """The room of a LOCATION that may end in the event's own."""
        where = line(value)
        return "" if where == self._place else where.removesuffix(f", {self._place}")

    def _tags(self, one: Component, loc: Loc) -> list[str]:
        tags: list[str] = []
        for found in one.properties:
            if found.name == "CATEGORIES":
                self.places.setdefault((*loc, "tags"), (found.span, found.span))
                tags += [line(part) for part in _parts(found.value)]
        return [tag for tag in tags if tag]

    def _extra(self, one: Component, properties: list[Property], known: dict[str, Property]) -> dict[str, Any]:
        """What the model has no words for, by name and parameters; a list where several stand there."""
        kept: dict[str, list[str]] = {}
        left = list(known.values())
        for found in properties:
            if found.name == "UID" and not (self._is_ours and _is_derived(found.value)):
                kept[found.head] = [text_of(found.value)]
            elif found.name not in _DERIVED and (found.name not in _KNOWN or found in left):
                kept.setdefault(found.head, []).append(text_of(found.value))
        if len(kept) > self._limits.keys:
            raise Unreadable(over("keys", len(kept), self._limits.keys, one.span))
        return {key: values[0] if len(values) == 1 else values for key, values in kept.items()}


def text_of(value: str) -> str:
    """The text that a value stands for."""
    words = _unescape(lambda match: "\n" if match[1] in "nN" else match[1], value)
    return _CONTROL.sub("\ufffd", words)


def line(value: str) -> str:
    """The same on one line."""
    return one_line(text_of(value))


def _is_our_data(found: Property, *names: str) -> bool:
    """Whether a property holds an event or a session as data of the rich profile."""
    known = [SCHEMA.format(name) for name in names or ("event", "session")]
    return found.name == "STRUCTURED-DATA" and found.parameters.get("SCHEMA") in known


def _value(one: Component, name: str) -> str:
    return next((found.value for found in one.properties if found.name == name), "")


def _parent(one: Component) -> Property | None:
    """What names the event that this is a part of (RFC 5545 §3.2.15): of siblings and children it is none."""
    related = (found for found in one.properties if found.name == "RELATED-TO")
    return next((found for found in related if found.parameters.get("RELTYPE", "PARENT").upper() == "PARENT"), None)


def _parent_uid(one: Component) -> str:
    found = _parent(one)
    return found.value if found is not None else ""


def _unread(calendars: list[Component]) -> Iterator[SyntaxProblem]:
    """Components that are not read, each kind once, where the first stands."""
    others = []
    for part in (one for calendar in calendars for one in calendar.parts):
        read = _READ | _EMBEDDED if any(_is_our_data(found) for found in part.properties) else _READ
        others += [one for one in part.every() if one.name not in read]
    first = {one.name: one for one in reversed(others)}
    for name, count in Counter(one.name for one in others).items():
        message = f"{quoted(name)} is not read ({count:,} in this calendar)"
        yield SyntaxProblem("not-read", message, first[name].span, "keep the calendar, if you need it", "warning")
