"""Attribution: the last line of a block quote that says whose words it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventnotes.notes import trimmed
from eventnotes.source import Edit, Loc, Span

_BLANK = " \t\n"
_DASHES = ("—", "–", "--")
_LINE = re.compile(r"(?:—|–|--)(?:[ \t]+(?P<who>\S.*))?")
_RELAYED = re.compile(r"(?P<who>.*)\(via (?P<relay>[^()]+)\)")
_PARAPHRASING = re.compile(r"paraphrasing(?:[ \t]+|$)", re.IGNORECASE)
_PLAIN = re.compile(
    r"> (?P<text>[^\s>—–\\-][^\n]*+(?:\n> [^\s>][^\n]*+)*?(?<=[^\s\\]))\n(?:>[ \t]*\n)?"
    r"> (?:—|–|--) (?P<who>[^\n()<{pP][^\n()<{]*[^\s()<{])\n*"
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

    def places(self, start: int, end: int, who: str) -> dict[Loc, tuple[int, int]]:
        """The ranges of what it says in a body, where its block has this range and `who` is the field it names."""
        places: dict[Loc, tuple[int, int]] = {("text",): (start, end)}
        for field, value, at in (
            (who, self.who, self.who_start),
            ("relayed_by", self.relayed_by, self.relay_start),
        ):
            places[field,] = (start + at, start + at + max(len(value), 1))
        return places


def attributed(block: str) -> Attributed | None:
    """A block quote whose last line is an attribution; None where it is not.

    Args:
        block: the source of a block quote whose last block inside is a paragraph.
    """
    plain = _PLAIN.fullmatch(block)
    if plain is not None:
        who, start = plain["who"], plain.start("who")
        text = plain["text"].replace("\n> ", "\n")
        return Attributed(text, who, "", False, None, plain.end("text") + 1, start, start)
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


def attribution_line(block: str, offset: int) -> Iterator[Edit]:
    """The edit that writes the attribution of a quote as `> — Name (via Relay)`, below a line `>`; none where it is.

    Args:
        block: the source of a block quote that has an attribution.
        offset: where it begins.
    """
    found = attributed(block)
    lines = block.split("\n")
    said = [number for number, line in enumerate(lines) if line.strip(" \t") not in ("", ">")]
    assert found is not None
    words, last = said[-2:]
    end_of_words = _without_break(lines[words]) if last == words + 1 else lines[words]
    start = len("\n".join([*lines[:words], end_of_words]))
    end = len("\n".join(lines[: last + 1]))
    indent = re.match(r" {0,3}(?=>)", lines[last])
    mark = f"\n{indent[0] if indent else ''}>"
    text = f"{mark}{mark} {_line_of(found)}"
    if text != block[start:end]:
        yield Edit(Span(offset + start, offset + end), text)


def _line_of(found: Attributed) -> str:
    relay = f"(via {found.relayed_by})" if found.relayed_by else ""
    item_id = f"<!-- id: {found.id} -->" if found.id else ""
    pieces = ("—", "paraphrasing" if found.indirect else "", found.who, relay, item_id)
    return " ".join(piece for piece in pieces if piece)


def _without_break(line: str) -> str:
    """A line without the hard break at its end."""
    line = line.rstrip(" \t")
    return line[:-1].rstrip(" \t") if (len(line) - len(line.rstrip("\\"))) % 2 else line


def _unmarked(line: str) -> str:
    """A line of a block quote without its marker (CommonMark 5.1)."""
    content = line.lstrip(" ")
    if content[:1] != ">":
        return line
    return content[2:] if content[1:2] == " " else content[1:]


def _quoted(source: str) -> str:
    """The text of a block quote, without what sets the line after it apart."""
    text = "\n".join([_unmarked(line) for line in source.split("\n")]).rstrip(_BLANK)
    return trimmed(_without_break(text).rstrip(_BLANK))


def split_id(text: str) -> tuple[str, str | None]:
    """The text without an id comment (`<!-- id: x -->`, or kramdown's `{#x}`) at its end, and the id."""
    if not text.rstrip(" \t").endswith((">", "}")):
        return text, None
    match = _ID.search(text)
    if match is None:
        return text, None
    return text[: match.start()], match["id"] or match["kramdown"]
