"""Tags: the tokens of a page with their places, read in linear time whatever stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from eventnotes.formats._patterns import repeated
from eventnotes.source import Span

# The parser of the standard library takes minutes for 300 kB of "<a " without an end (seen on Python 3.11.7).
_tag = re.compile(
    r"<(/?)([A-Za-z][^\s/>]*+)("
    + repeated(r"[\s/]++|=|[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+))?")
    + ")>"
).match
_attribute = re.compile(r"([^\s/>=]+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*)))?").finditer
_RAW = ("script", "style", "textarea", "title")
_raw_end = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search for name in _RAW}


class Token(NamedTuple):
    """A tag, or the text between two.

    Attributes:
        kind: `start`, `end` or `text`.
        name: the element's name in lower case; of a text, nothing.
        words: a start tag's attributes as they stand, or the text as it stands.
        span: where it stands.
    """

    kind: str
    name: str
    words: str
    span: Span


def tokens(page: str) -> Iterator[Token]:
    """The tags and texts of a page. Comments and declarations are passed over, what never ends is text."""
    at = 0
    while at < len(page):
        start = page.find("<", at)
        end = start if start >= 0 else len(page)
        if end > at:
            yield Token("text", "", page[at:end], Span(at, end))
        if start < 0:
            return
        found = _tag(page, start)
        if found is not None:
            at = found.end()
            name = found[2].lower()
            yield Token("end" if found[1] else "start", name, found[3], Span(start, at))
            if name in _RAW and not found[1]:
                closing = _raw_end[name](page, at)
                end = closing.start() if closing else len(page)
                if end > at:
                    yield Token("text", name, page[at:end], Span(at, end))
                at = end
            continue
        at = _after_markup(page, start)
        if at == start:
            at = start + 1
            yield Token("text", "", "<", Span(start, at))


def _after_markup(page: str, start: int) -> int:
    """Where a comment, a declaration or a broken tag ends; its start, where it is none of them."""
    if page.startswith("<!--", start):
        end = page.find("-->", start + 2)
        return end + 3 if end >= 0 else len(page)
    if page.startswith(("<!", "<?", "</"), start) or page[start + 1 : start + 2].isalpha():
        end = page.find(">", start)
        return end + 1 if end >= 0 else len(page)
    return start


def attributes(words: str) -> dict[str, str]:
    """The attributes of a start tag, names in lower case; the first of two counts."""
    found: dict[str, str] = {}
    for one in _attribute(words):
        value = next((part for part in one.groups()[1:] if part is not None), "")
        found.setdefault(one[1].lower(), unescape(value))
    return found
