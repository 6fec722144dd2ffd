"""Microformats: h-event and hCalendar in a page, as data in terms of schema.org."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from eventnotes.formats._shapes import check_size
from eventnotes.formats._trees import Places, placed
from eventnotes.formats.html.elements import Element, tree
from eventnotes.formats.html.tags import tokens
from eventnotes.limits import Limits
from eventnotes.source import Loc, Unreadable

_DEEPEST = 4  # properties, or events, inside one another
_OLD_ROOTS = {"vevent": "h-event", "vcard": "h-card", "adr": "h-adr", "geo": "h-geo"}
_OLD = {
    "summary": "p-name",
    "fn": "p-name",
    "dtstart": "dt-start",
    "dtend": "dt-end",
    "url": "u-url",
    **{one: f"dt-{one}" for one in ("duration",)},
    **{one: f"p-{one}" for one in ("attendee", "category", "description", "location", "organizer", "org", "note")},
    **{one: f"p-{one}" for one in ("adr", "geo", "latitude", "longitude", "street-address", "locality", "region")},
    **{one: f"p-{one}" for one in ("country-name", "postal-code")},
}
_TERMS = {
    "name": "name",
    "start": "startDate",
    "end": "endDate",
    "url": "url",
    "category": "keywords",
    "location": "location",
    "organizer": "organizer",
    "speaker": "performer",
    "performer": "performer",
    "description": "description",
    "content": "description",
    "summary": "description",
}
_ADDRESS = {
    "street-address": "streetAddress",
    "locality": "addressLocality",
    "region": "addressRegion",
    "country-name": "addressCountry",
    "postal-code": "postalCode",
}
_property = re.compile(r"(p|u|dt|e)-([a-z][a-z0-9-]*)").fullmatch
_root = re.compile(r"h-[a-z][a-z0-9-]*").fullmatch
_may_hold = re.compile(r"\b(?:h-event|vevent)\b").search
_date = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d{3}").fullmatch
_clock = re.compile(
    r"(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*([ap])?\.?m?\.?\s*(z|[+-]\d\d:?\d\d|[+-]\d\d)?", re.IGNORECASE
).fullmatch
_SOURCES = {"abbr": "title", "link": "title", "data": "value", "input": "value", "img": "alt", "area": "alt"}
_ADDRESSES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "audio": "src",
    "video": "src",
    "object": "data",
}
_MOMENTS = {"time": "datetime", "ins": "datetime", "del": "datetime", "abbr": "title", "data": "value"}


def events(text: str, limits: Limits) -> tuple[list[dict[str, Any]], Places]:
    """Every event that stands in no other, and the places of their values.

    Args:
        text: the page.
        limits: what it may cost.

    Raises:
        Unreadable: for what is beyond a limit.
    """
    if not _may_hold(text):
        return [], {}
    places: Places = {}
    found: list[dict[str, Any]] = []
    inside: set[int] = set()
    for one in tree(tokens(text), limits).below():
        kind = _kind(one, is_old=None)
        if kind == "h-event" and id(one) not in inside:
            inside |= {id(inner) for inner in one.below()}
            found.append(_event(one, (len(found),), places))
    try:
        check_size(found, limits)
    except Unreadable as error:
        raise Unreadable(placed(error.problem, lambda: places)) from None
    return found, places


def _kind(one: Element, is_old: bool | None) -> str | None:
    """The microformat that an element is; None where it is none of that generation."""
    for name in one.classes:
        if is_old is not True and _root(name):
            return name
        if is_old is not False and name in _OLD_ROOTS:
            return _OLD_ROOTS[name]
    return None


def _names(one: Element, is_old: bool) -> list[str]:
    """The properties that an element is."""
    if is_old:
        return [_OLD[name] for name in one.classes if name in _OLD]
    return [name for name in one.classes if _property(name)]


def _properties(root: Element, is_old: bool) -> Iterator[tuple[str, Element, str | None]]:
    """Each property of a microformat, its element, and the microformat that this is, if it is one."""
    pending = [(one, 0) for one in reversed(root.inside) if isinstance(one, Element)]
    while pending:
        one, depth = pending.pop()
        nested = _kind(one, is_old)
        names = _names(one, is_old) if depth < _DEEPEST else []
        for name in names or ([""] if nested is not None else []):
            yield name, one, nested
        if nested is None:
            inner = [part for part in reversed(one.inside) if isinstance(part, Element)]
            pending += [(part, depth + bool(names)) for part in inner]


def _event(root: Element, loc: Loc, places: Places, depth: int = 0) -> dict[str, Any]:
    is_old = not any(_root(one) for one in root.classes)
    data: dict[str, Any] = {"@type": "Event"}
    places[loc] = (root.span, root.span)
    for name, one, nested in _properties(root, is_old):
        value: Any
        term = "subEvent" if nested == "h-event" else _TERMS.get(name.partition("-")[2], name)
        if nested != "h-event":
            value = _card(one, is_old) if nested else _value(name, one)
        elif depth == _DEEPEST:
            continue
        else:
            value = _event(one, (*loc, term, len(data.get(term, ()))), places, depth + 1)
        if name == "dt-end" and (clock := _time(value)) and data.get("startDate"):
            value = f"{data['startDate'][-1][:10]}T{clock}"
        if value and term:
            data.setdefault(term, []).append(value)
            places[(*loc, term, len(data[term]) - 1)] = (one.span, one.span)
    return data if data.keys() > {"@type"} else {**data, **_implied(root)}


def _implied(root: Element) -> dict[str, str]:
    """What an element without properties says by itself: its text is the name, where it leads to the address."""
    only = root.inside[0] if len(root.inside) == 1 and isinstance(root.inside[0], Element) else root
    address = only.attributes.get("href", "") if only.name == "a" else ""
    return {"name": root.text(), **({"url": address} if address else {})}


def _value(name: str, one: Element) -> Any:
    return _moment(one) if name[:3] == "dt-" else _address(one) if name[:2] == "u-" else _text(one)


def _card(root: Element, is_old: bool) -> dict[str, Any]:
    """A person, an organization or a place, with its address."""
    said: dict[str, str] = {}
    for name, one, nested in _properties(root, is_old):
        if nested in ("h-adr", "h-geo"):
            for inner, part, _ in _properties(one, is_old):
                said.setdefault(inner.partition("-")[2], _text(part))
        elif name:
            said.setdefault(name.partition("-")[2], _value(name, one))
    address = {term: said[key] for key, term in _ADDRESS.items() if key in said}
    point = {term: said[term] for term in ("latitude", "longitude") if term in said}
    url = said.get("url") or (root.attributes.get("href") if root.name == "a" else None)
    card = {"name": said.get("name") or root.text(), "url": url, "address": address, "geo": point}
    return {key: value for key, value in card.items() if value}


def _parts(one: Element) -> list[Element]:
    """The elements that say the value in parts (the value class pattern)."""
    return [part for part in one.below() if {"value", "value-title"} & set(part.classes)]


def _text(one: Element) -> str:
    parts = _parts(one)
    if parts:
        return "".join(part.attributes.get("title", "") or part.text() for part in parts)
    stated = one.attributes.get(_SOURCES.get(one.name, ""))
    return stated.strip() if stated is not None else one.text()


def _address(one: Element) -> str:
    return one.attributes.get(_ADDRESSES.get(one.name, ""), "").strip() or _text(one)


def _moment(one: Element) -> str:
    """A date, a time or both, put together from the parts in which a page says it."""
    parts = [_stated(part) for part in _parts(one)]
    if not parts:
        return _stated(one)
    day = next((_day(part) for part in parts if _date(part)), "")
    clock = next((said for part in parts if (said := _time(part))), "")
    return f"{day}T{clock}" if day and clock else day or clock or parts[0]


def _stated(one: Element) -> str:
    title = one.attributes.get("title") if "value-title" in one.classes else None
    stated = title or one.attributes.get(_MOMENTS.get(one.name, ""))
    said = stated.strip() if stated is not None else one.text()
    return _day(said) if _date(said) else said


def _day(said: str) -> str:
    """A date; one that counts the days of the year by its month."""
    if len(said) != 8:
        return said
    try:
        first = date(int(said[:4]), 1, 1)
        return (first + timedelta(days=int(said[5:]) - 1)).isoformat()
    except (ValueError, OverflowError):
        return said


def _time(said: str) -> str:
    """A time of day in 24 hours: `7pm` is `19:00`."""
    found = _clock(said)
    if found is None or not (found[2] or found[4]):
        return ""
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4] in "pP" else 0)
    seconds = f":{found[3]}" if found[3] else ""
    return f"{hour:02}:{found[2] or '00'}{seconds}{found[5] or ''}"
