"""Attribution: the last line of a block quote that says whose words it holds."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventnotes.notes import trimmed

_MARKER = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_LINE = re.compile(r"(?:—|–|--)(?:[ \t]+(?P<who>\S.*)|[ \t]*)")
_RELAYED = re.compile(r"^(?P<who>.*?)[ \t]*\(via (?P<relay>[^()]+)\)$")
_PARAPHRASING = re.compile(r"paraphrasing(?:[ \t]+|$)", re.IGNORECASE)
_EMPTY_END = re.compile(r"(?:\n[ \t]*>?[ \t]*)+\Z")
_HARD_BREAK = re.compile(r"(?:[ \t]|\\(?=\n))*(?:\n[ \t]*)*\Z")
_ID = re.compile(r"[ \t]*(?:<!-- id: (?P<id>[a-z][a-z0-9-]*) -->|\{#(?P<kramdown>[a-z][a-z0-9-]*)\})[ \t]*$")


class Attributed(NamedTuple):
    """A quoted text and whose words it is, as written."""

    text: str
    who: str
    relayed_by: str
    indirect: bool
    id: str | None
    line_start: int
    """Where the attribution line begins in the block, and `who` and `relayed_by` in it."""
    who_start: int
    relay_start: int


def attributed(block: str) -> Attributed | None:
    """A block quote whose last line is an attribution; None where it is not.

    Args:
        block: the source of a block quote whose last block inside is a paragraph.
    """
    block = _EMPTY_END.sub("", block)
    line_start = block.rfind("\n") + 1
    line, item_id = split_id(_MARKER.sub("", block[line_start:]))
    match = _LINE.fullmatch(line.strip(" \t"))
    text = _HARD_BREAK.sub("", _MARKER.sub("", block[:line_start]))
    if match is None or not text.strip():
        return None
    who = (match["who"] or "").strip()
    indirect = bool(paraphrasing := _PARAPHRASING.match(who))
    who = who[paraphrasing.end() :] if paraphrasing else who
    relay = _RELAYED.match(who)
    relayed_by = relay["relay"].strip() if relay else ""
    who = relay["who"] if relay else who
    who_start = line_start + max(block[line_start:].find(who), 0)
    relay_start = line_start + max(block[line_start:].rfind(relayed_by), 0)
    return Attributed(trimmed(text), who, relayed_by, indirect, item_id, line_start, who_start, relay_start)


def split_id(text: str) -> tuple[str, str | None]:
    """The text without an id comment (`<!-- id: x -->`, or kramdown's `{#x}`) at its end, and the id."""
    if not text.rstrip(" \t").endswith((">", "}")):
        return text, None
    match = _ID.search(text)
    if match is None:
        return text, None
    return text[: match.start()], match["id"] or match["kramdown"]
