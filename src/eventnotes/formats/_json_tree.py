"""JSON text → plain data (RFC 8259), and the places of its values on request."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from eventnotes.diagnostic import quoted
from eventnotes.formats._patterns import repeated
from eventnotes.formats._shapes import check_size, over
from eventnotes.limits import Limits
from eventnotes.source import Loc, Span, SyntaxProblem, Unreadable

_MARKS = re.compile('"' + repeated(r'[^"\\]++|\\.') + r'"?|[\[\]{},]|[-0-9][-+.eE0-9]*', re.DOTALL)
_TOKEN = re.compile(r'[ \t\n\r]*([\[\]{},:"]|[^\s\[\]{},:"]+)')
_ADVICE = {
    "Expecting property name enclosed in double quotes": "write keys in double quotes, and no comma before }",
    "Expecting value": "write a value here, and no comma before ]",
    "Illegal trailing comma before end of object": "remove the comma",
    "Illegal trailing comma before end of array": "remove the comma",
    "Extra data": "keep one value a file",
    "Invalid control character at": "write it as an escape such as \\n",
}


class _Flawed(Exception):
    """Something that `json` accepts and RFC 8259 or RFC 7493 does not."""


def read_json(text: str, offset: int, limits: Limits) -> tuple[Any, list[SyntaxProblem]]:
    """Plain data of a JSON text and the problems that did not stop the reading.

    Args:
        text: the JSON.
        offset: where it begins in the whole source, for places.
        limits: what it may cost.

    Raises:
        Unreadable: for a syntax error, a number that is not finite, or an exceeded limit.
    """
    _guard(text, offset, limits)
    repeated = False

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeated
        found = dict(reversed(items))
        repeated = repeated or len(found) < len(items)
        return dict(items) if len(found) == len(items) else {key: found[key] for key, _ in items}

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = offset + error.pos
        advice = _ADVICE.get(error.msg, "check quotes, commas and brackets around here")
        raise Unreadable(
            SyntaxProblem("json-syntax", f"not JSON: {error.msg}", Span(place, place + 1), advice)
        ) from None
    except _Flawed as error:
        found = re.search(rf"(?<![\w\"]){re.escape(str(error))}(?![\w\"])", text)
        start = offset + (found.start() if found else 0)
        span = Span(start, start + len(str(error)))
        raise Unreadable(
            SyntaxProblem("json-syntax", f"not JSON: {error}", span, "write a finite number, or null")
        ) from None
    check_size(data, limits)
    return data, _repeated(text, offset) if repeated else []


def _refuse(name: str) -> Any:
    raise _Flawed(name)


def _guard(text: str, offset: int, limits: Limits) -> None:
    """Refuse what `json` would recurse into, convert or hold at too high a cost, before it does."""
    may_be_deep = text.count("[") + text.count("{") > limits.depth
    may_be_long = len(text) > limits.number and _digits(limits.number + 1).search(text)
    if not may_be_deep and not may_be_long and sum(map(text.count, ",[{")) <= limits.values:
        return
    depth, values, before = 0, 1, ""
    for match in _MARKS.finditer(text):
        start, end = match.span()
        first = text[start]
        if first == "," or (before in ("[", "{") and first not in "]}"):
            values += 1
            if values > limits.values:
                raise Unreadable(over("values", values, limits.values, Span(offset + start, offset + end)))
        if first in "[{":
            depth += 1
            if depth > limits.depth:
                raise Unreadable(over("depth", depth, limits.depth, Span(offset + start, offset + end)))
        elif first in "]}":
            depth -= 1
        elif first not in '",' and end - start > limits.number:
            raise Unreadable(over("number", end - start, limits.number, Span(offset + start, offset + end)))
        before = first


@cache
def _digits(count: int) -> re.Pattern[str]:
    return re.compile(rf"[-+.eE0-9]{{{count}}}")


@dataclass(slots=True)
class _Open:
    """An object or array that is being walked: where it stands, and where its next value will."""

    loc: Loc
    place: int
    index: int | None
    key: str | None = None
    key_span: Span | None = None

    @property
    def awaits_key(self) -> bool:
        return self.index is None and self.key is None

    def inside(self) -> Loc:
        return (*self.loc, self.index if self.index is not None else str(self.key))

    def next(self) -> None:
        self.index, self.key = (None if self.index is None else self.index + 1), None


def _walk(text: str, offset: int) -> list[tuple[Loc, Span, Span]]:
    """Location, key range and value range of every value of a text that `json` has accepted, in text order."""
    found: list[tuple[Loc, Span, Span]] = []
    stack: list[_Open] = []
    position = 0
    while match := _TOKEN.match(text, position):
        token, start, position = match.group(1), match.start(1), match.end()
        if token == ",":
            stack[-1].next()
        elif token in "]}":
            place = stack.pop().place
            loc, key, value = found[place]
            found[place] = (loc, key, Span(value.start, offset + position))
        elif token != ":":
            value_text = token
            if token == '"':
                value_text, position = scanstring(text, start + 1, False)
            span = Span(offset + start, offset + position)
            around = stack[-1] if stack else None
            if around is not None and around.awaits_key:
                around.key, around.key_span = value_text, span
                continue
            loc = around.inside() if around is not None else ()
            found.append((loc, (around and around.key_span) or span, span))
            if token in "[{":
                stack.append(_Open(loc, len(found) - 1, 0 if token == "[" else None))
    return found


def _repeated(text: str, offset: int) -> list[SyntaxProblem]:
    seen: set[Loc] = set()
    problems = []
    for loc, key, _ in _walk(text, offset):
        if loc and isinstance(loc[-1], str) and loc in seen:
            message = f"{quoted(loc[-1])} is given twice"
            problems.append(SyntaxProblem("duplicate-key", message, key, "keep one of the two; the first is read"))
        seen.add(loc)
    return problems


def json_places(text: str, offset: int) -> dict[Loc, tuple[Span, Span]]:
    """The ranges of every key and value, by location; a second walk, for when something is wrong."""
    places: dict[Loc, tuple[Span, Span]] = {}
    for loc, key, value in _walk(text, offset):
        places.setdefault(loc, (key, value))
    return places
