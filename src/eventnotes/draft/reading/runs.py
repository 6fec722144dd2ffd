"""Runs: a block's plain text, and the place in the source of each of its characters."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Literal, NamedTuple

from eventnotes.draft.reading.sentences import sentence_spans

Kind = Literal["heading", "paragraph", "item", "cell", "html", "code", "rule", "header"]
_LONGEST = 300
_ATTRIBUTES = re.compile(r"(?:\{:[^{}\n]*\})+")
"""Attributes that kramdown reads behind a link: `{:target="_blank"}`."""
_REFERENCE = re.compile(r"\[(?:\^[\w-]{1,30}|\d{1,3})\](?![\[(:])")
"""A mark that refers to a note or a source: `[7]`, `[^7]`, `[^rain]`."""
_LONGEST_REFERENCE = 34
_GAP = 40
"""How wide a gap in plain text may be, so that no pattern takes long on it."""
_WIDE = re.compile(rf"\s{{{_GAP},}}")
_SPACE = re.compile("[\xa0\u2009\u202f]")
"""What is no space to Markdown, and one to us."""


_TELLING = 4
"""Letters of a word that tells whose a site is have to be more."""


class Link(NamedTuple):
    """A link in a block's plain text."""

    start: int
    end: int
    url: str

    def is_home_of(self, words: str) -> bool:
        """Whether the site that it leads to has a name's words in its own: `Tram Works` in `https://tramworks.org`."""
        host = self.url.lower().partition("//")[2].partition("/")[0].replace("-", "")
        plain = [re.sub(r"[\W_]+", "", one.lower()) for one in words.split()]
        return "".join(plain) in host or any(len(one) > _TELLING and one in host for one in plain)


class Block:
    """A leaf of the source.

    Attributes:
        start, end: its range in the source, markers of the line left out.
        text: plain text: no marks of emphasis, links as their words, hard breaks as line feeds, other breaks as spaces.
        level: of a heading, 1-6.
        list, ordered, index, depth: of an item: the list's number and kind, its place in it from 1, and its nesting.
        quoted: whether it stands in a block quote.
        bold, bare: of a heading, whether it is a bold paragraph, or a bare line.
        in_html: whether it stands in a block of HTML.
        top: number of its top-level block.
    """

    level = index = depth = number = 0
    top = -1
    ordered = quoted = bold = bare = in_html = False
    tag = text = ""
    _images = _passed = 0

    def __init__(self, kind: Kind, start: int, end: int) -> None:
        self.kind: Kind = kind
        self.start, self.end = start, end
        self.list = 0
        self.widths: dict[int, int] = {}
        self.links: list[Link] = []
        self.strong: list[tuple[int, int]] = []
        self.emphasis: list[tuple[int, int]] = []
        self.breaks: list[int] = []
        self._places: list[Sequence[int]] = []
        self._begins: list[int] = []
        self._open: list[tuple[str, int, str]] = []

    def add_text(self, source: str, value: str, start: int, end: int, *, code: bool = False) -> None:
        """Add what stands in a range of the source; entities are decoded by the parser, wide gaps narrowed."""
        if not code and (passed := self._passes(source, start)):
            self._passed = passed
        if start < self._passed:
            value, start = value[self._passed - start :], min(end, self._passed)
        if self._images or not value:
            return
        if end - start == len(value):
            self._add_written(source[start:end], start)
        else:
            self._add_decoded(value, start, end)

    def _passes(self, source: str, start: int) -> int:
        """Where what is no text ends that begins at a place: attributes behind a link, a reference behind words."""
        if source.startswith("{:", start):
            match = _ATTRIBUTES.match(source, start, start + _LONGEST)
        else:
            match = _REFERENCE.match(source, start, start + _LONGEST_REFERENCE) if self.text else None
        return match.end() if match else 0

    def _add_written(self, written: str, start: int) -> None:
        text = written if written.isascii() else _SPACE.sub(" ", written)
        place = len(text) - len(text.lstrip()) if text[:1].isspace() and self._ends_wide() else 0
        for gap in _WIDE.finditer(text, place) if not text.isascii() or "  " in text or "\t" in text else ():
            self._put(text[place : gap.start() + _GAP], range(start + place, start + gap.start() + _GAP))
            place = gap.end()
        self._put(text[place:], range(start + place, start + len(text)))

    def _add_decoded(self, value: str, start: int, end: int) -> None:
        text = _SPACE.sub(" ", value)
        if text.isspace() and self._ends_wide():
            return
        for place in range(len(self.text), len(self.text) + len(text)):
            self.widths[place] = end - start
        self._put(text, [start] * len(text))

    def _put(self, text: str, places: Sequence[int]) -> None:
        """Add plain text of which each character has this place in the source."""
        self._begins.append(len(self.text))
        self._places.append(places)
        self.text += text

    def _ends_wide(self) -> bool:
        return self.text[-_GAP:].isspace() and len(self.text) >= _GAP

    def add_raw(self, source: str, start: int, end: int) -> None:
        """Add raw text of HTML: entities are decoded, white space stays."""
        place = start
        while (amp := source.find("&", place, end)) >= 0:
            semicolon = source.find(";", amp, min(amp + 12, end))
            value = html.unescape(source[amp : semicolon + 1]) if semicolon > 0 else ""
            if semicolon < 0 or value == source[amp : semicolon + 1]:
                self.add_text(source, source[place : amp + 1], place, amp + 1)
                place = amp + 1
                continue
            self.add_text(source, source[place:amp], place, amp)
            self._add_decoded(value, amp, semicolon + 1)
            place = semicolon + 1
        self.add_text(source, source[place:end], place, end)

    def add_escaped(self, source: str, escape: str, start: int, end: int) -> None:
        """Add text in which a character is escaped by doubling it, as in YAML's single quotes."""
        while (place := source.find(escape, start, end)) >= 0:
            self.add_text(source, source[start:place], start, place)
            self._add_decoded(escape[0], place, place + len(escape))
            start = place + len(escape)
        self.add_text(source, source[start:end], start, end)

    def add_break(self, start: int, end: int, *, hard: bool) -> None:
        """Add the end of a line."""
        if self._ends_wide():
            return
        self.breaks.append(len(self.text))
        self.widths[len(self.text)] = end - start
        self._put("\n" if hard else " ", (start,))

    def open_mark(self, kind: str, url: str) -> None:
        """Begin emphasis, a link or an image."""
        self._images += kind == "Image"
        self._open.append((kind, len(self.text), url))

    def close_mark(self, kind: str) -> None:
        """End what was begun last."""
        if not self._open:
            return
        opened, start, url = self._open.pop()
        self._images -= opened == "Image"
        end = len(self.text)
        if kind == "Link" and end > start:
            self.links.append(Link(start, end, url))
        elif kind == "Strong":
            self.strong.append((start, end))
        elif kind == "Emphasis":
            self.emphasis.append((start, end))

    def cut(self, size: int) -> None:
        """Remove this many characters at the beginning."""
        self.text = self.text[size:]
        self._places, self._begins = [[*chain.from_iterable(self._places)][size:]], [0]
        self.widths = {place - size: width for place, width in self.widths.items() if place >= size}
        for marks in (self.strong, self.emphasis):
            marks[:] = [(start - size, end - size) for start, end in marks]
        self.links = [Link(one.start - size, one.end - size, one.url) for one in self.links]
        self.breaks = [one - size for one in self.breaks]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range in the source of a range of the plain text, outer white space left out."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            return self.start, self.start
        return self.at(start), self.after(end)

    def at(self, number: int) -> int:
        """The place in the source of a character of the plain text, given by its number from 0."""
        run = bisect_right(self._begins, number) - 1
        return self._places[run][number - self._begins[run]]

    def after(self, end: int) -> int:
        """The place in the source behind a range of the plain text that ends there."""
        return self.at(end - 1) + self.widths.get(end - 1, 1)

    @cached_property
    def small(self) -> str:
        """The plain text in small letters."""
        return lowered(self.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The ranges of its sentences."""
        return sentence_spans(self.text)

    @property
    def lines(self) -> list[tuple[int, int]]:
        """The ranges of its lines, as broken in the source."""
        if not self.breaks:
            return [(0, len(self.text))]
        return [*zip([0, *(one + 1 for one in self.breaks)], [*self.breaks, len(self.text)], strict=True)]

    def line_at(self, place: int) -> tuple[int, int]:
        """The range of the line that has a place."""
        number = bisect_left(self.breaks, place)
        start = self.breaks[number - 1] + 1 if number else 0
        return start, self.breaks[number] if number < len(self.breaks) else len(self.text)

    @property
    def marked(self) -> Iterator[tuple[int, int]]:
        """The ranges of its links, bold and emphasised words."""
        yield from ((one.start, one.end) for one in self.links)
        yield from self.strong
        yield from self.emphasis

    def link_at(self, start: int, end: int) -> Link | None:
        """A link that overlaps a range of the plain text."""
        return next((one for one in self.links if one.start < end and start < one.end), None)


def without_marks(text: str, start: int, end: int, before: str, behind: str) -> tuple[int, int]:
    """A range without the characters at its beginning and at its end that are among these."""
    inner = text[start:end].lstrip(before)
    start = end - len(inner)
    return start, start + len(inner.rstrip(behind))


def lowered(text: str) -> str:
    """A text in small letters, each where its capital stands: one that becomes two letters stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
