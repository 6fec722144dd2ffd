"""Spelling: the one way in which what may be written in several ways is written, as edits of a text, item by item."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from eventnotes.formats._yaml_quoting import quoting
from eventnotes.formats._yaml_tree import read_yaml
from eventnotes.formats.markdown.attribution import attribution_line
from eventnotes.formats.markdown.body import Body
from eventnotes.formats.markdown.front_matter import post_shape
from eventnotes.formats.markdown.label_list import label_list
from eventnotes.formats.markdown.reader import Reading
from eventnotes.formats.markdown.story import Item
from eventnotes.limits import Limits
from eventnotes.source import Edit, Span

_WHOSE = r"(?:[ \t]+\([ \t]*(?P<who>[^()\n]+?)[ \t]*\))?"
_LESSON = re.compile(r"\*\*(?P<word>Lesson)" + _WHOSE + r"(?::\*\*|\*\*:)")
_LESSONS = re.compile(r"\*\*(?P<word>Lessons)" + _WHOSE + r"(?::\*\*|\*\*:)(?=[ \t\n]*\Z)")
_FRAMEWORK = re.compile(r"\*\*(?P<word>Framework)" + _WHOSE + r":(?P<gap>[ \t]*)(?=\S)", re.ASCII)
_DASHED = re.compile(
    r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\*\*(?:(?!\*\*).)+\*\*(?P<dash>[ \t]+(?:–|--?))[ \t\n]+\S",
    re.DOTALL | re.ASCII,
)


def respell(text: str, limits: Limits) -> list[list[Edit]]:
    """The edits that bring a write-up to its canonical spelling, item by item; prose is none of their business.

    Raises:
        Unreadable: where the front matter cannot be read at all.
    """
    reading = Reading(text, limits)
    start = reading.start
    below = [[Edit(Span(start + at, start + end), text) for (at, end), text in edits] for edits in _body(reading.body)]
    return [edits for edits in (*_front_matter(reading, limits), *below) if edits]


def _front_matter(reading: Reading, limits: Limits) -> Iterator[list[Edit]]:
    place = reading.front.place if reading.front is not None else None
    if place is None or place.language != "yaml":
        return
    text = reading.text
    for start, end in ((0, place.start), (place.end, place.body)):
        line = text[start:end].rstrip("\n")
        bare = line.rstrip(" \t")
        yield [Edit(Span(start + len(bare), start + len(line)), "")] if bare != line else []
    inside = text[place.start : place.end]
    data, _ = read_yaml(inside, place.start, post_shape(), limits)
    for edit in quoting(inside, place.start, data, ("event",)):
        yield [edit]


def _body(body: Body) -> Iterator[list[Edit]]:
    """Edits whose ranges are ranges of the body, for each block that holds an item or, as a list, several."""
    for at, items in _claimed(body).items():
        block, kind = body.found[at], items[0].kind
        if block.kind == "quote":
            yield list(attribution_line(body.source(block), block.start))
        elif kind == "session" and items[0].start == block.start:
            yield list(label_list(body, at))
        elif kind == "session":
            yield [*_ids(body, items), *_dashes(body, at)]
        elif kind == "framework":
            yield [*_marker(body, at, _FRAMEWORK), *_ids(body, items), *_dashes(body, at + 1)]
        elif block.kind == "list":
            yield [*_marker(body, at - 1, _LESSONS), *_ids(body, items)]
        else:
            yield [*_marker(body, at, _LESSON), *_ids(body, items)]


def _claimed(body: Body) -> dict[int, list[Item]]:
    """The items of the body by the number of the block that they stand in."""
    starts = [block.start for block in body.found]
    found: dict[int, list[Item]] = {}
    for story in (body.root, *body.sessions):
        for items in story.children.values():
            for item in items:
                found.setdefault(bisect_right(starts, item.start) - 1, []).append(item)
    return found


def _marker(body: Body, at: int, pattern: re.Pattern[str]) -> Iterator[Edit]:
    """`**Lesson**:` as `**Lesson:**`, and the spaces of `**Framework (Ana): Name**`."""
    block = body.found[at] if at >= 0 else None
    match = pattern.match(body.text, block.start, block.end) if block is not None else None
    if match is None:
        return
    who = f" ({match['who']})" if match["who"] else ""
    text = f"**{match['word']}{who}:" + (" " if pattern is _FRAMEWORK else "**")
    if text != match[0]:
        yield Edit(Span(*match.span()), text)


def _dashes(body: Body, at: int) -> Iterator[Edit]:
    """`**Title** - text` as `**Title** — text`, in a list of sessions or of elements."""
    if at < len(body.found) and body.found[at].kind == "list":
        for start, end in body.found[at].items:
            match = _DASHED.match(body.text, start, end)
            if match is not None:
                yield Edit(Span(*match.span("dash")), " —")


def _ids(body: Body, items: list[Item]) -> Iterator[Edit]:
    """`{#x}` at the end of an item's first line that ends so, as `<!-- id: x -->`."""
    text = body.text
    for item in items:
        written = f"{{#{item.data['id']}}}"
        start = text.find(written, item.start, item.end)
        if start < 0:
            continue
        end = text.find("\n", start, item.end)
        end = item.end if end < 0 else end
        if not text[start + len(written) : end].strip(" \t"):
            while text[start - 1 : start] in (" ", "\t"):
                start -= 1
            yield Edit(Span(start, end), f" <!-- id: {item.data['id']} -->")
