"""Blocks: the top-level CommonMark blocks of a body; the one place that knows which parser finds them."""

from __future__ import annotations

import sys
from typing import Any, Literal

import pyromark

BlockKind = Literal["heading", "paragraph", "quote", "list", "html", "other"]

_PARSER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS)
_KINDS: dict[str, BlockKind] = {
    "Heading": "heading",
    "Paragraph": "paragraph",
    "BlockQuote": "quote",
    "List": "list",
    "HtmlBlock": "html",
}


class Block:
    """A top-level block: byte offsets into the UTF-8 text, the end not included.

    Attributes:
        level: of a heading only, 1-6.
        ordered: of a list only, whether it is numbered.
        items: of a list only, the range of each item.
        last: of a block quote only, the range of the last block inside where that is a paragraph.
    """

    __slots__ = ("end", "items", "kind", "last", "level", "ordered", "start")

    def __init__(self, kind: BlockKind, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        if kind == "heading":
            self.level = 0
        elif kind == "list":
            self.ordered = False
            self.items: list[tuple[int, int]] = []
        elif kind == "quote":
            self.last: tuple[int, int] | None = None


def blocks(text: str, most: int = sys.maxsize) -> list[Block]:
    """The top-level blocks of a CommonMark text with GFM tables and task lists, in order.

    Args:
        text: the Markdown.
        most: how many blocks and items of lists are wanted; one more ends the reading.
    """
    found: list[Block] = []
    room = most + 1
    depth = 0
    block = Block("other", 0, 0)
    for event, place in _PARSER.events_with_range(text):
        if event.__class__ is str:
            if depth == 0:
                found.append(Block("other", place["start"], place["end"]))
                room -= 1
        elif (started := event.get("Start")) is not None:  # type: ignore[union-attr]
            if depth == 0:
                block = _block(started, place["start"], place["end"])
                found.append(block)
                room -= 1
            elif depth == 1 and started == "Item":
                block.items.append((place["start"], place["end"]))
                block.end = place["end"]  # pulldown-cmark's list also covers a link definition after it
                room -= 1
            elif depth == 1 and block.kind == "quote":
                block.last = (place["start"], place["end"]) if started == "Paragraph" else None
            depth += 1
        elif "End" in event:
            depth -= 1
        if room <= 0:
            break
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
