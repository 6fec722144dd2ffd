"""Blocks: the top-level CommonMark blocks of a body; the one place that knows what finds them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal

import pyromark

from eventnotes.formats.markdown.plain_blocks import ODD_SPACE, blank_lines, item_starts, next_heading, plain_block

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
    """A top-level block: byte offsets into the UTF-8 text, the end not included.

    Attributes:
        level: of a heading, 1-6.
        ordered: of a list, whether it is numbered.
        items: of a list, the range of each item.
        ends_in_text: of a block quote, whether the last block inside is a paragraph.
    """

    level = 0
    ordered = False
    items: Sequence[tuple[int, int]] = ()
    ends_in_text = False

    def __init__(self, kind: BlockKind, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end


def blocks(data: bytes) -> list[Block]:
    """The top-level blocks of a CommonMark text with GFM tables and task lists, in order.

    pyromark says what they are. Of plain text a pattern is sure to say the same, in a fraction of the time that the
    objects for pyromark's events take; where it is not sure, pyromark is asked.

    Args:
        data: the text in UTF-8.
    """
    found: list[Block] = []
    first = blank_lines(data) if not any(one in data for one in ODD_SPACE) else None
    at = first.end() if first is not None else 0
    while at < len(data):
        match = plain_block(data, at) if first is not None else None
        if match is not None:
            found.append(_plain(data, match))
            at = match.end()
        else:
            end = _all_closed(data, at) if first is not None else len(data)
            found += parsed_blocks(data[at:end].decode(), at)
            at = end
    return found


def _all_closed(data: bytes, at: int) -> int:
    """Where no block can be open any more: below a heading, if no code or HTML goes on so far."""
    heading = next_heading(data, at)
    if heading is None or any(data.find(one, at, heading.start()) >= 0 for one in (b"```", b"~~~", b"<")):
        return len(data)
    return heading.end()


def _plain(data: bytes, match: re.Match[bytes]) -> Block:
    name = match.lastgroup or ""
    start, end = match.span(name)
    block = Block(_PLAIN[name], start, end)
    if name == "heading":
        block.level = match.end("marks") - start
    elif name == "quote":
        block.ends_in_text = True
    elif block.kind == "list":
        block.ordered = name == "numbers"
        starts = [item.start() for item in item_starts(data, start, end)]
        block.items = list(zip(starts, [*starts[1:], end], strict=True))
    return block


def parsed_blocks(text: str, offset: int = 0) -> list[Block]:
    """The top-level blocks as pyromark finds them.

    Args:
        text: a text, or the rest of one in which no block is open.
        offset: where it begins, in bytes.
    """
    found: list[Block] = []
    depth = 0
    block = Block("other", 0, 0)
    for event, place in _PARSER.events_with_range(text):
        if event.__class__ is str:
            if depth == 0:
                found.append(Block("other", offset + place["start"], offset + place["end"]))
            continue
        started: Any = event.get("Start")  # type: ignore[union-attr]
        if started is not None:
            if depth < 2:
                start, end = offset + place["start"], offset + place["end"]
                if depth == 0:
                    block = _block(started, start, end)
                    found.append(block)
                elif started == "Item":
                    block.items = [*block.items, (start, end)]
                else:
                    block.ends_in_text = started == "Paragraph"
            depth += 1
        elif "End" in event:
            depth -= 1
    return found


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
