"""Components: the lines of a calendar unfolded, and put into their BEGIN and END (RFC 5545 §3.1 and §3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from eventnotes.diagnostic import quoted
from eventnotes.formats._shapes import over
from eventnotes.limits import Limits
from eventnotes.source import Span, SyntaxProblem, Unreadable

_logical = re.compile(r"[^\n]*(?:\n[ \t][^\n]*)*").match
_NAME = "[A-Za-z0-9-]+"
_VALUE = '(?:"[^"]*"|[^";:,]*)'
_head = re.compile(rf"({_NAME})((?:;{_NAME}={_VALUE}(?:,{_VALUE})*)*):").match
_parameter = re.compile(rf";({_NAME})=({_VALUE}(?:,{_VALUE})*)").findall
_LISTS = ("CATEGORIES", "RESOURCES", "RDATE", "EXDATE", "FREEBUSY")
_offset = re.compile(r"[+-](?:[01][0-9]|2[0-3])[0-5][0-9](?:[0-5][0-9])?").fullmatch


class Property(NamedTuple):
    """A content line: its name in capitals, its parameters, its value as it stands, and its range in the text."""

    name: str
    parameters: dict[str, str]
    value: str
    span: Span
    head: str


@dataclass(slots=True)
class Component:
    """What stands between a BEGIN and its END."""

    name: str
    span: Span
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def every(self) -> Iterator[Component]:
        """The component and all below it, in the order of the text."""
        pending = [self]
        while pending:
            one = pending.pop()
            yield one
            pending += one.parts[::-1]


def read_components(text: str, limits: Limits) -> tuple[Component, list[SyntaxProblem]]:
    """A component that holds those of the text, and what is no content line or stands in no component.

    Raises:
        Unreadable: for a text that does not begin with a calendar, or is beyond a limit.
    """
    root = Component("", Span(0, 0))
    problems: list[SyntaxProblem] = []
    open_ones = [root]
    for count, (span, line) in enumerate(_lines(text), 1):
        if count > limits.values:
            raise Unreadable(over("values", count, limits.values, span))
        found = _property(line, span, limits)
        if not root.parts and (found is None or (found.name, found.value.upper()) != ("BEGIN", "VCALENDAR")):
            raise Unreadable(_fault("this is no calendar", span, "a calendar begins with BEGIN:VCALENDAR"))
        if found is None:
            problems.append(_fault("this is no line of a calendar", span, "write NAME:value, or remove the line"))
        elif found.name == "BEGIN":
            _begin(open_ones, found, limits)
        elif found.name == "END":
            problems += _end(open_ones, found)
        else:
            open_ones[-1].properties.append(found)
            problems += _out_of_order(found, len(open_ones))
    if not root.parts:
        raise Unreadable(_fault("this is no calendar", Span(0, 1), "a calendar begins with BEGIN:VCALENDAR"))
    problems += [_fault(f"{one.name} has no end", one.span, f"write END:{one.name}") for one in open_ones[1:]]
    return root, problems + [one for zone in root.every() if zone.name == "VTIMEZONE" for one in _zone_faults(zone)]


def _lines(text: str) -> Iterator[tuple[Span, str]]:
    """Each unfolded line that is not empty, with its range."""
    at = 0
    while at < len(text):
        match = _logical(text, at)
        assert match is not None
        if match[0]:
            line = match[0].replace("\n ", "").replace("\n\t", "") if "\n" in match[0] else match[0]
            if line.strip():
                yield Span(at, match.end()), line
        at = match.end() + 1


def _property(line: str, span: Span, limits: Limits) -> Property | None:
    match = _head(line)
    if match is None:
        return None
    if match[2].count(";") > limits.keys:
        raise Unreadable(over("keys", match[2].count(";"), limits.keys, span))
    name, value = match[1].upper(), line[match.end() :]
    if len(value) > limits.text and name != "STRUCTURED-DATA":  # its JSON is held to the limits when it is read
        raise Unreadable(over("text", len(value), limits.text, span))
    if name in _LISTS and value.count(",") >= limits.items:
        raise Unreadable(over("items", value.count(",") + 1, limits.items, span))
    parameters = {key.upper(): one.strip('"') for key, one in _parameter(match[2])}
    return Property(name, parameters, value, span, name + match[2])


def _begin(open_ones: list[Component], found: Property, limits: Limits) -> None:
    if len(open_ones) > limits.depth:
        raise Unreadable(over("depth", len(open_ones), limits.depth, found.span))
    opened = Component(found.value.strip().upper(), found.span)
    open_ones[-1].parts.append(opened)
    open_ones.append(opened)


def _end(open_ones: list[Component], found: Property) -> Iterator[SyntaxProblem]:
    name = found.value.strip().upper()
    if len(open_ones) > 1 and open_ones[-1].name == name:
        open_ones.pop()
        return
    yield _fault(f"{quoted(name)} ends here and is not open", found.span, "remove the line, or write its BEGIN")


def _out_of_order(found: Property, depth: int) -> Iterator[SyntaxProblem]:
    if depth == 1:
        yield _fault(f"{found.name} stands outside the calendar", found.span, "move it before END:VCALENDAR")


def _zone_faults(zone: Component) -> Iterator[SyntaxProblem]:
    """What would keep a client from building the time zone."""
    for one in (found for part in zone.parts for found in part.properties):
        if one.name in ("TZOFFSETFROM", "TZOFFSETTO") and not _offset(one.value.strip()):
            yield _fault(f"{quoted(one.value)} is no offset from UTC", one.span, "write it like +0100")
        elif one.name == "RRULE" and "FREQ=YEARLY" not in one.value.upper():
            yield _fault("the rule of a time zone is not yearly", one.span, "write FREQ=YEARLY, or RDATE")


def _fault(message: str, span: Span, help: str) -> SyntaxProblem:
    return SyntaxProblem("ical-syntax", message, span, help)
