"""Attribution: the last line of a block quote that says whose words it holds."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventnotes.notes import trimmed

_BLANK = " \t\n"
_DASHES = ("—", "–", "--")
_LINE = re.compile(r"(?:—|–|--)(?:[ \t]+(?P<who>\S.*))?")
_RELAYED = re.compile(r"(?P<who>.*)\(via (?P<relay>[^()]+)\)")
_PARAPHRASING = re.compile(r"paraphrasing(?:[ \t]+|$)", re.IGNORECASE)
_PLAIN = re.compile(
    r"> (?P<text>[^\s>—–\\-][^\n]*[^\s\\])\n(?:>[ \t]*\n)?> (?:—|–|--) (?P<who>[^\n()<{pP][^\n()<{]*[^\s()<{])\n*"
)
_ID = re.compile(
    r"(?<![ \t\n])[ \t\n]*+(?:<!--[ \t\n]+id:[ \t\n]+(?P<id>[a-z][a-z0-9-]*)[ \t\n]+-->"
    r"|\{#(?P<kramdown>[a-z][a-z0-9-]*)\})[ \t]*+$"
)


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
    plain = _PLAIN.fullmatch(block)
    if plain is not None:
        who, start = plain["who"], plain.start("who")
        return Attributed(plain["text"], who, "", False, None, plain.end("text") + 1, start, start)
    lines = block.split("\n")
    while lines and lines[-1].strip(" \t") in ("", ">"):
        lines.pop()
    block = "\n".join(lines).rstrip(_BLANK)
    line_start = block.rfind("\n") + 1
    line = _unmarked(block[line_start:]).strip(" \t")
    if not line.startswith(_DASHES):
        return None
    line, item_id = split_id(line)
    match = _LINE.fullmatch(line)
    text = _quoted(block[:line_start])
    if match is None or not text:
        return None
    who = (match["who"] or "").strip()
    indirect = bool(paraphrasing := _PARAPHRASING.match(who))
    who = who[paraphrasing.end() :] if paraphrasing else who
    relay = _RELAYED.fullmatch(who)
    relayed_by = relay["relay"].strip() if relay else ""
    who = relay["who"].rstrip(" \t") if relay else who
    who_start = line_start + max(block[line_start:].find(who), 0)
    relay_start = line_start + max(block[line_start:].rfind(relayed_by), 0)
    return Attributed(text, who, relayed_by, indirect, item_id, line_start, who_start, relay_start)


def _unmarked(line: str) -> str:
    """A line of a block quote without its marker (CommonMark 5.1)."""
    content = line.lstrip(" ")
    if content[:1] != ">":
        return line
    return content[2:] if content[1:2] == " " else content[1:]


def _quoted(source: str) -> str:
    """The text of a block quote, without what sets the line after it apart."""
    text = "\n".join([_unmarked(line) for line in source.split("\n")]).rstrip(_BLANK)
    if text.endswith("\\") and (len(text) - len(text.rstrip("\\"))) % 2:
        text = text[:-1].rstrip(_BLANK)
    return trimmed(text)


def split_id(text: str) -> tuple[str, str | None]:
    """The text without an id comment (`<!-- id: x -->`, or kramdown's `{#x}`) at its end, and the id."""
    if not text.rstrip(" \t").endswith((">", "}")):
        return text, None
    match = _ID.search(text)
    if match is None:
        return text, None
    return text[: match.start()], match["id"] or match["kramdown"]
