"""Attributions: block quotes whose last line says whose words they are, as a reader of write-ups sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View
from eventnotes.formats.markdown.attribution import Attributed, attributed

ATTRIBUTED = "attributed"
_DASH = re.compile(r"\s*(?:(?:—|–|--)\s*)?(?:paraphrasing\s+)?", re.IGNORECASE)
_PARTED = re.compile(r">[ \t]*\n[^\n]*\s*\Z")
"""A last line that a blank one parts from what is above."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The quotes that a reader of write-ups sees."""
    view = mentions.view
    for block in view.blocks:
        found = attribution_of(view, block) if block.quoted and not _is_inside(view, block) else None
        if found is None:
            continue
        last = _quoted_from(view, block)[-1]
        line = last.lines[-1][0]
        end = line if last is block else len(block.text)
        words = Words(block, 0, len(block.text[:end].rstrip()))
        if not words.text:
            continue
        who = _who(last, line, found)
        parts = {"attribution": (who,)} if who else {}
        spoken = [one.figure for one in mentions.of(last) if who and who.start <= one.start < who.end]
        kind = "indirect" if found.indirect else ""
        yield Claim("quote", words, "attributions", ATTRIBUTED, 0.98, kind, tuple(spoken[:1]), parts)


def _who(last: Block, line: int, found: Attributed) -> Words | None:
    dash = _DASH.match(last.text, line)
    start = dash.end() if dash else line
    relay = last.text.rfind("(via", start) if found.relayed_by else -1
    end = len(last.text[: relay if relay > 0 else None].rstrip())
    return Words(last, start, end) if found.who and start < end else None


def attribution_of(view: View, block: Block) -> Attributed | None:
    """What a reader of write-ups sees in the block quote that begins with a block; None where it sees no quote."""
    blocks = _quoted_from(view, block)
    start, end = view.tops[block.top]
    source = view.text[start:end]
    if not source.lstrip(" ").startswith(">") or not all(one.quoted for one in blocks):
        return None
    above = blocks[-2] if len(blocks) > 1 else None
    if blocks[-1].kind not in ("paragraph", "item") or (above and above.list and not _PARTED.search(source)):
        return None
    return attributed(source)


def _is_inside(view: View, block: Block) -> bool:
    above = view.before(block)
    return block.top < 0 or (above is not None and above.top == block.top)


def _quoted_from(view: View, block: Block) -> list[Block]:
    """A block and all below it in the same top-level block."""
    end = block.number
    while end < len(view.blocks) and view.blocks[end].top == block.top:
        end += 1
    return view.blocks[block.number : end]
