"""XML: the text of a schedule.xml as the data of a schedule.json, without DTDs and entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from eventnotes.diagnostic import quoted
from eventnotes.formats._shapes import over
from eventnotes.formats._trees import Places
from eventnotes.limits import Limits
from eventnotes.source import Loc, Span, SyntaxProblem, Unreadable

_DOCTYPE = "<!DOCTYPE"
_ADVICE = {
    "mismatched tag": "write the end tag of the element that is open here",
    "no element found": "the file ends too early; fetch it again",
    "unclosed token": "the file ends too early; fetch it again",
    "undefined entity": "write the character itself, or &amp; &lt; &gt;",
    "not well-formed (invalid token)": "write & as &amp; and < as &lt;",
    "junk after document element": "keep one root element a file",
}


_LISTS = {"persons": "person", "links": "link", "attachments": "attachment"}
_RECORDING = {
    "license": "recording_license",
    "optout": "do_not_record",
    "url": "recording_url",
    "link": "recording_url",
}
_is_number = re.compile("[1-9][0-9]{0,17}").fullmatch


@dataclass(slots=True)
class Element:
    """An element: its name, where it begins, its attributes, its text and where that stands, and those inside."""

    name: str
    span: Span
    attributes: dict[str, str]
    parts: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    size: int = 0
    place: Span | None = None

    @property
    def text(self) -> str:
        """What stands between its tags, white space around it aside."""
        return "".join(self.texts).strip()


def read_xml(text: str, limits: Limits) -> tuple[dict[str, Any], Places]:
    """The data of a schedule.json that says the same, and where each value stands.

    Raises:
        Unreadable: for what is no XML or no schedule, a DTD, another encoding than UTF-8, or an exceeded limit.
    """
    root = _Parsing(text, limits).root
    if root.name != "schedule":
        message = f"this is no schedule: its first element is {quoted(root.name)}"
        raise Unreadable(SyntaxProblem("type-root", message, root.span, "a schedule begins with <schedule>"))
    return _Telling(root).told()


class _Parsing:
    """Elements as expat reports them.

    Attributes:
        root: the outermost one.
    """

    def __init__(self, text: str, limits: Limits) -> None:
        self._text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._limits = limits
        self._open: list[Element] = []
        self._values = 0
        parser = self._parser = expat.ParserCreate()
        parser.ordered_attributes = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(text, True)
        except expat.ExpatError as error:
            raise Unreadable(self._fault(error)) from None

    def _here(self) -> int:
        return self._lines[self._parser.CurrentLineNumber - 1] + self._parser.CurrentColumnNumber

    def _fault(self, error: expat.ExpatError) -> SyntaxProblem:
        at = min(self._lines[min(error.lineno, len(self._lines)) - 1] + error.offset, max(len(self._text) - 1, 0))
        at -= self._text[at - 1 : at] == "&"
        said = expat.ErrorString(error.code) or ""
        help = _ADVICE.get(said, "look at tags, quotes and & around here")
        return SyntaxProblem("xml-syntax", f"not XML: {said}", Span(at, at + 1), help)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
            message = f"the encoding {quoted(encoding)} is not read"
            raise Unreadable(SyntaxProblem("encoding", message, Span(0, 5), "save the file as UTF-8, and say so"))

    def _refuse_doctype(self, *_parts: object) -> None:
        at = max(self._text.rfind(_DOCTYPE, 0, self._here() + len(_DOCTYPE)), 0)
        message = "a DOCTYPE is not read: its entities can unfold without end, or fetch files"
        raise Unreadable(SyntaxProblem("xml-doctype", message, Span(at, at + len(_DOCTYPE)), "remove <!DOCTYPE …>"))

    def _start(self, name: str, attributes: list[str]) -> None:
        at = self._here()
        span = Span(at, at + 1 + len(name))
        given = dict(zip(attributes[::2], attributes[1::2], strict=True))
        self._values += 1 + len(given)
        for limit, size in (("depth", len(self._open) + 1), ("keys", len(given)), ("values", self._values)):
            if size > getattr(self._limits, limit):
                raise Unreadable(over(limit, size, getattr(self._limits, limit), span))
        element = Element(name, span, given)
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _characters(self, text: str) -> None:
        element = self._open[-1]
        if element.place is None and text.strip():
            at = self._here()
            element.place = Span(at, at)
        element.texts.append(text)
        element.size += len(text)
        if element.size > self._limits.text:
            raise Unreadable(over("text", element.size, self._limits.text, element.span))

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        if element.place is not None:
            element.place = Span(element.place.start, self._here())


class _Telling:
    """The data of a schedule.json, and the place of each value, from the elements of a schedule.xml."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._places: Places = {}

    def told(self) -> tuple[dict[str, Any], Places]:
        """Both."""
        self._put((), self._root)
        schedule: dict[str, Any] = {}
        days: list[dict[str, Any]] = []
        for one in self._root.parts:
            if one.name == "day":
                days.append(self._day(one, ("schedule", "conference", "days", len(days))))
            elif one.name == "conference":
                schedule["conference"] = self._conference(one)
            else:
                schedule[one.name] = self._value(one, ("schedule", one.name))
        if days:
            schedule.setdefault("conference", {})["days"] = days
        generator = schedule.pop("generator", None)
        return {"schedule": schedule, **({"generator": generator} if generator else {})}, self._places

    def _put(self, loc: Loc, one: Element) -> None:
        self._places[loc] = (one.span, one.place or one.span)

    def _conference(self, element: Element) -> dict[str, Any]:
        loc: Loc = ("schedule", "conference")
        self._put(loc, element)
        names = {"days": "daysCount", "color": "colors", "track": "tracks"}
        return self._filled({}, ((names.get(one.name, one.name), one) for one in element.parts), loc)

    def _day(self, element: Element, loc: Loc) -> dict[str, Any]:
        self._put(loc, element)
        names = {"start": "day_start", "end": "day_end"}
        data: dict[str, Any] = {names.get(key, key): value for key, value in element.attributes.items()}
        rooms = data["rooms"] = {}
        for room in (element, *(one for one in element.parts if one.name == "room")):
            name = room.attributes.get("name", "") if room is not element else ""  # a talk may stand in no room
            events = rooms.setdefault(name, [])
            self._places.setdefault((*loc, "rooms", name), (room.span, room.span))
            for one in (part for part in room.parts if part.name == "event"):
                events.append(self._event(one, (*loc, "rooms", name, len(events))))
        return data

    def _event(self, element: Element, loc: Loc) -> dict[str, Any]:
        self._put(loc, element)
        data = self._filled(_attributes(element), _with_recording(element.parts), loc)
        state = data.get("do_not_record")
        if isinstance(state, str):
            data["do_not_record"] = {"true": True, "1": True, "false": False, "0": False}.get(state, state)
        return data

    def _filled(self, data: dict[str, Any], parts: Iterable[tuple[str, Element]], loc: Loc) -> dict[str, Any]:
        """The data with the value of each element by its name; a list where several have it."""
        groups: dict[str, list[Element]] = {}
        for name, one in parts:
            groups.setdefault(name, []).append(one)
        for name, ones in groups.items():
            place: Loc = (*loc, name)
            if len(ones) == 1 and name != "tracks":
                data[name] = self._value(ones[0], place)
            else:
                self._put(place, ones[0])
                data[name] = [self._value(one, (*place, at)) for at, one in enumerate(ones)]
        return data

    def _value(self, element: Element, loc: Loc) -> Any:
        """The text of an element; a mapping where it has attributes or elements inside; of a known list its items."""
        self._put(loc, element)
        if element.name in _LISTS:
            listed = [one for one in element.parts if one.name == _LISTS[element.name]]
            return [self._item(one, (*loc, at)) for at, one in enumerate(listed)]
        if not element.attributes and not element.parts:
            return element.text
        data = self._filled(_attributes(element), ((one.name, one) for one in element.parts), loc)
        return {**data, "text": element.text} if element.text else data

    def _item(self, element: Element, loc: Loc) -> dict[str, Any]:
        """A person, a link or an attachment: its text has a name in JSON."""
        self._put(loc, element)
        key = "public_name" if element.name == "person" else "title"
        self._put((*loc, key), element)
        data = {{"href": "url"}.get(name, name): value for name, value in _attributes(element).items()}
        data = self._filled(data, ((one.name, one) for one in element.parts), loc)
        return {**data, key: element.text} if element.text else data


def _with_recording(parts: list[Element]) -> Iterator[tuple[str, Element]]:
    """The elements of an event by their names in JSON, which has no element around what is said of the recording."""
    for one in parts:
        if one.name == "recording":
            yield from ((_RECORDING.get(part.name, f"recording_{part.name}"), part) for part in one.parts)
        else:
            yield one.name, one


def _attributes(element: Element) -> dict[str, Any]:
    """The attributes; an id that is a number is one in JSON."""
    return {
        key: int(value) if key == "id" and _is_number(value) else value for key, value in element.attributes.items()
    }
