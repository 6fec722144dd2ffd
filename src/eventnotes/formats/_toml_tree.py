"""TOML text → plain data (TOML 1.0), guarded, and the places of its keys on request."""

from __future__ import annotations

import re
import tomllib
from datetime import date, time
from typing import Any

from eventnotes.diagnostic import quoted
from eventnotes.formats._patterns import repeated
from eventnotes.formats._shapes import check_size, over
from eventnotes.limits import Limits
from eventnotes.source import Loc, Span, SyntaxProblem, Unreadable

_MANY_LINES = repeated(r'[^"\\]++|\\.|"(?!"")')
_ESCAPED = repeated(r'[^"\\\n]++|\\[^\n]')
_LITERAL = repeated(r"[^']++|'(?!'')")
_STRINGS = re.compile(
    rf'"""{_MANY_LINES}(?:"{{3,5}}|\Z)|"{_ESCAPED}"?'
    rf"|'''{_LITERAL}(?:'{{3,5}}|\Z)|'[^'\n]*+'?|#[^\n]*",
    re.DOTALL,
)
_NUMBER = re.compile(r"(?<![\w.])[-+]?[0-9][0-9A-Za-z_.+-]*")
_DOTTED = re.compile(r"(?<![A-Za-z0-9_\x00-])(?:[A-Za-z0-9_-]+|\x00+)(?:[ \t]*\.[ \t]*(?:[A-Za-z0-9_-]+|\x00+))+")
_TABLE = re.compile(r"^[ \t]*+\[", re.MULTILINE)
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY = re.compile(r"^[ \t]*+(\[\[?)?[ \t]*+([A-Za-z0-9_.\"' \t-]++)(?:(\]\]?)|=[ \t]*+([^\n]*))", re.MULTILINE)


def read_toml(text: str, offset: int, limits: Limits) -> tuple[Any, list[SyntaxProblem]]:
    """Plain data of a TOML text; dates and times become the text that TOML writes for them.

    Args:
        text: the TOML.
        offset: where it begins in the whole source, for places.
        limits: what it may cost.

    Raises:
        Unreadable: for a syntax error or an exceeded limit.
    """
    _guard(text, offset, limits)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(_problem(error, text, offset)) from None
    check_size(data, limits)
    return _plain(data), []


def toml_comments(text: str) -> list[tuple[int, int]]:
    """The ranges of all comments."""
    return [match.span() for match in _STRINGS.finditer(text) if match.group().startswith("#")]


def _guard(text: str, offset: int, limits: Limits) -> None:
    bare = _STRINGS.sub(lambda match: "\0" * (match.end() - match.start()), text)
    values = max(bare.count(","), bare.count("="), len(_TABLE.findall(bare)))
    if values > limits.values:
        raise Unreadable(over("values", values, limits.values, Span(offset, offset + 1)))
    depth = 0
    for match in re.finditer(r"[\[\]{}]", bare):
        depth = depth + 1 if match.group() in "[{" else max(depth - 1, 0)
        if depth > limits.depth:
            raise Unreadable(over("depth", depth, limits.depth, Span(offset + match.start(), offset + match.end())))
    for match in _DOTTED.finditer(bare):
        parts = match.group().count(".") + 1
        if parts > limits.depth:
            raise Unreadable(over("depth", parts, limits.depth, Span(offset + match.start(), offset + match.end())))
    for match in _NUMBER.finditer(bare):
        size = match.end() - match.start()
        if size > limits.number:
            raise Unreadable(over("number", size, limits.number, Span(offset + match.start(), offset + match.end())))


def _plain(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {inner_key: _plain(inner, inner_key) for inner_key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, key) for inner in value]
    if isinstance(value, time) and key in ("start", "end"):
        return f"T{value.isoformat()}"
    if isinstance(value, date | time):
        return re.sub(r"\+00:00$", "Z", value.isoformat())
    return value


def _problem(error: Exception, text: str, offset: int) -> SyntaxProblem:
    said = str(error)
    place = len(text)
    if found := _WHERE.search(said):
        if found[1]:
            lines = text.split("\n")
            place = sum(len(line) + 1 for line in lines[: int(found[1]) - 1]) + int(found[2]) - 1
        said = said[: found.start()]
    place = min(place, max(len(text) - 1, 0))
    help = "check quotes, brackets and dates around here"
    return SyntaxProblem(
        "toml-syntax", f"not TOML: {quoted(said)[1:-1]}", Span(offset + place, offset + place + 1), help
    )


def toml_places(text: str, offset: int) -> dict[Loc, tuple[Span, Span]]:
    """The ranges of the keys and values that stand on lines of their own, and of texts in a list on one line."""
    places: dict[Loc, tuple[Span, Span]] = {}
    table: Loc = ()
    counts: dict[Loc, int] = {}
    for match in _KEY.finditer(text):
        keys: Loc = tuple(part.strip(" \t\"'") for part in match[2].split("."))
        key = Span(offset + match.start(2), offset + match.start(2) + len(match[2].rstrip(" \t")))
        if match[1]:
            table = keys
            if match[1] == "[[":
                index = counts.get(keys, 0)
                counts[keys] = index + 1
                table = (*keys, index)
            places.setdefault(table, (key, key))
        elif match[4] is not None:
            value = Span(offset + match.start(4), offset + match.start(4) + max(len(match[4].rstrip()), 1))
            places.setdefault((*table, *keys), (key, value))
            for index, (start, end) in enumerate(_texts_of_list(match[4])):
                item = Span(value.start + start, value.start + end)
                places.setdefault((*table, *keys, index), (key, item))
    return places


def _texts_of_list(written: str) -> list[tuple[int, int]]:
    """The ranges of the items of a list that holds nothing but texts, and ends on its line."""
    if not written.startswith("["):
        return []
    found = [match.span() for match in _STRINGS.finditer(written) if not match.group().startswith("#")]
    bare = _STRINGS.sub(lambda match: "\0" * (match.end() - match.start()), written)
    items = bare[1 : bare.find("]")]
    return [one for one in found if one[1] <= len(items) + 1] if not items.strip("\0, \t") else []
