"""Blocks: the top-level CommonMark blocks of a body; the one place that knows what finds them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, Literal

import pyromark

from eventnotes.formats.markdown.plain_blocks import (
    ODD_SPACE,
    blank_lines,
    goes_on,
    items_of,
    next_heading,
    paragraph,
    plain_blocks,
)

BlockKind = Literal["heading", "paragraph", "quote", "list", "html", "other"]

_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS)
_KINDS: dict[str, BlockKind] = {
    "Heading": "heading",
    "Paragraph": "paragraph",
    "BlockQuote": "quote",
    "List": "list",
    "HtmlBlock": "html",
}
_PLAIN: dict[str, BlockKind] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "quote": "quote",
    "bullets": "list",
    "numbers": "list",
    "html": "html",
    "code": "other",
    "rule": "other",
}


class Block:
    """A top-level block, and where it stands in the text, the end not included.

    Attributes:
        level: of a heading, 1-6.
        ordered: of a list, whether it is numbered.
        items: of a list, the range of each item.
        ends_in_text: of a block quote, whether the last block inside is a paragraph.
    """

    level = 0
    ordered = False
    ends_in_text = False
    items: Sequence[tuple[int, int]] = ()

    def __init__(self, kind: BlockKind, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end


def blocks(text: str, most: int = sys.maxsize) -> list[Block]:
    """The top-level blocks of a CommonMark text with GFM tables and task lists, in order.

    pyromark says what they are. Of plain text a pattern is sure to say the same, in a fraction of the time that the
    objects for pyromark's events take; where it is not sure, pyromark is asked.

    Args:
        text: the text, LF line ends.
        most: how many blocks and items of lists are wanted; one more ends the reading.
    """
    if any(one in text for one in ODD_SPACE):
        return parsed_blocks(text, 0, most + 1)
    found: list[Block] = []
    room = most + 1
    first = blank_lines(text)
    at = first.end() if first is not None else 0
    while at < len(text) and room > 0:
        at, room = _find_plain(text, at, room, found)
        if at < len(text) and room > 0:
            end = _all_closed(text, at)
            more = parsed_blocks(text[at:end], at, room)
            room -= len(more) + sum(len(one.items) for one in more)
            found += more
            at = end
    return found


def _find_plain(text: str, at: int, room: int, found: list[Block]) -> tuple[int, int]:
    """Add the blocks that the pattern is sure of; where it is not, and how many more are wanted."""
    for match in plain_blocks(text, at):
        name: Any = match.lastgroup
        if name == "unsure" or room <= 0:
            return match.start(), room
        block = Block(_PLAIN[name], *match.span(name))
        found.append(block)
        room -= 1
        if name == "heading":
            block.level = match.end("marks") - block.start
        elif name == "quote":
            block.ends_in_text = True
        elif name == "bullets" or name == "numbers":
            block.ordered = name == "numbers"
            block.items = [one.span() for one in items_of(text, block.start, block.end)][:room]
            room -= len(block.items)
    return len(text), room


def _all_closed(text: str, at: int) -> int:
    """Where no block is open any more: below a paragraph, or else a heading, if no code, comment or script goes on."""
    closed = paragraph(text, at) or next_heading(text, at)
    return len(text) if closed is None or goes_on(text, at, closed.end()) else closed.end()


def parsed_blocks(text: str, offset: int = 0, room: int = sys.maxsize) -> list[Block]:
    """The top-level blocks as pyromark finds them.

    Args:
        text: a text, or the rest of one in which no block is open.
        offset: where it begins.
        room: how many blocks and items of lists are wanted.
    """
    found: list[Block] = []
    depth = 0
    block, items = Block("other", 0, 0), list[tuple[int, int]]()
    for event, place in _PARSER.events_with_range(text):
        if event.__class__ is str:
            if depth == 0:
                found.append(Block("other", place["start"], place["end"]))
                room -= 1
        elif (started := event.get("Start")) is not None:  # type: ignore[union-attr] # comparing a class narrows no union
            if depth == 0:
                block = _block(started, place["start"], place["end"])
                block.items = items = []
                found.append(block)
                room -= 1
            elif depth == 1 and started == "Item":
                items.append((place["start"], place["end"]))
                block.end = place["end"]  # pulldown-cmark's list also covers a link definition after it
                room -= 1
            elif depth == 1:
                block.ends_in_text = started == "Paragraph"
            depth += 1
        elif "End" in event:
            depth -= 1
        if room <= 0:
            break
    _count_code_points(found, text, offset)
    return found


def _count_code_points(found: list[Block], text: str, offset: int) -> None:
    """Let places that are bytes of a text be code points of what the text is a part of."""
    data = text.encode()
    places = {place for one in found for span in ((one.start, one.end), *one.items) for place in span}
    before, last, count = {}, 0, offset
    for place in sorted(places):
        count += place - last if len(data) == len(text) else len(data[last:place].decode())
        before[place], last = count, place
    for one in found:
        one.start, one.end = before[one.start], before[one.end]
        one.items = [(before[start], before[end]) for start, end in one.items]


def _block(started: Any, start: int, end: int) -> Block:
    if started.__class__ is str:
        return Block(_KINDS.get(started, "other"), start, end)
    name = next(iter(started))
    block = Block(_KINDS.get(name, "other"), start, end)
    if name == "Heading":
        block.level = int(started["Heading"]["level"][1])
    elif name == "List":
        block.ordered = started["List"] is not None
    return block
