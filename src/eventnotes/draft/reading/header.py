"""Header: what stands above a post, in any of the ways that site generators have, as front matter and as blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from eventnotes.building import PLURALS
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.soundness import Fault, Lines, fault_of, sound, value_at
from eventnotes.draft.reading.source import lines_between
from eventnotes.formats._shapes import Settling
from eventnotes.formats._trees import before_dropping
from eventnotes.formats.markdown.front_matter import MARKERS, FrontMatter, Section, section
from eventnotes.limits import DEFAULT
from eventnotes.source import Loc, Span, SyntaxProblem, Unreadable

_LINES = re.compile(
    r"(?:<!--\n)?(?:\.\. [\w-]+:[^\n]*\n)+(?:-->\n*|\n|\Z)|\s*(?:@def[^\n]*\n+)+"
    r"|(?P<folded>[A-Za-z][\w.]*=[^\n]*\n(?:(?!~)[^\n]+\n)*)~{6,}[ \t]*(?:\n|\Z)"
    r"|(?P<bare>(?:[A-Za-z][\w-]{1,24}:(?:[ \t][^\n]*)?\n(?:[ \t]+[^\n]*\n*)*){2,})"
    r"(?:---[ \t]*(?:\n|\Z)|(?=[ \t]*\n|\Z))"
)
"""What is no front matter: lines as Nikola has them, as Franklin has them, as JBake has them, or bare ones."""
TAGS = frozenset(["categories", "category", "tags"])
_SHOWN = TAGS | {"title", "description", "summary", "excerpt", "deck", "kicker", "subtitle"}
_POST_KEYS = TAGS | {
    "title",
    "date",
    "author",
    "authors",
    "slug",
    "summary",
    "description",
    "layout",
    "published",
    "status",
}
_STORY = (*PLURALS.values(), "notes")
_PAIR = re.compile(
    r"^[^\w\n]*+(?:def |post_)?(?P<key>[A-Za-z][\w-]*+)[\"']?[ \t]*[:=][ \t]*"
    r"(?P<quote>[\"']?)(?P<value>[^\n]*?)(?P=quote)[ \t]*$",
    re.MULTILINE,
)
_KEY = re.compile(r"^([^\s#:][^\n:]*):(?=\s)", re.MULTILINE)
"""A key of YAML that is not below another."""
_BULLETS = re.compile(r"(?:\n[ \t]*-[ \t]+[^\n{}:]+$)+", re.MULTILINE)
_ENTRY = re.compile(r"(?<![^\s,\[\"'-])[^\s,\"'\[\]-][^,\"'\n\[\]]*")
_TAG = re.compile(r"</?(?:sup|sub|em|strong|code|span|small|i|b|a|u|br)\b[^<>\n]*>")
_FOLDED = re.compile(r"(?:\n[ \t]+\S[^\n]*)+")
"""The lines of a value that begins on the line below its key."""
_FEWEST = 2
"""How many keys of a post bare lines must have to be a header."""
_FOLDS = (">", "|", ">-", "|-")


@dataclass
class Header:
    """What stands above a post.

    Attributes:
        body: where the body begins.
        write_up: what it says of the post, data of WriteUp.
        event: what it says of the event, data of Event.
        blocks: title, summary and tags, by key, as blocks of the source.
        faults: what of it a draft cannot take.
        raw: its keys and values.
        own: its lines, where a draft can have them as they are: YAML, without faults, and silent on the event.
        lines: finds the lines of what stands at a location of the event.
    """

    body: int = 0
    write_up: dict[str, Any] = field(default_factory=dict)
    event: dict[str, Any] = field(default_factory=dict)
    blocks: dict[str, Block] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    raw: dict[str, Any] = field(default_factory=dict)
    own: str = ""
    lines: Lines = lambda _, __: (1, 1)


def header_of(text: str) -> Header:
    """What stands above a post."""
    try:
        place = section(text)
    except Unreadable:
        place = None
    if place is not None:
        return _fenced(text, place)
    lines = _LINES.match(text)
    values = _values(text, lines) if lines else ()
    found = {key: value for key, value in values if value}
    if lines is None or not found or (lines["bare"] and len(_POST_KEYS & found.keys()) < _FEWEST):
        return Header()
    yaml = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in found.items())
    settled = f"---\n{yaml}---\n"
    place = section(settled)
    assert place is not None
    last = lines[0].rstrip("\n").count("\n") + 1
    return replace(_fenced(settled, place, last), body=lines.end(), blocks=_blocks(text, 0, lines.end()))


def _values(text: str, lines: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The keys and values of lines that are no front matter; JBake's go on on the lines below."""
    found = [*pairs(text, 0, lines.end())]
    ends = [*(match.start() for _, match in found[1:]), lines.end("folded")]
    for (key, match), end in zip(found, ends, strict=False):
        value = " ".join(text[match.start("value") : end].split()) if lines["folded"] else match["value"]
        yield key, value.strip("\"'")


def _fenced(text: str, place: Section, last: int = 0) -> Header:
    settling = Settling(DEFAULT)
    front = FrontMatter(text, place, settling)

    def lines(where: Loc | Span, at_key: bool) -> tuple[int, int]:
        span = where if isinstance(where, Span) else front.locate(where, at_key)
        return (1, last) if last else lines_between(text, *span)

    header = Header(place.body, blocks=_blocks(text, place.start, place.end), lines=lines)
    try:
        front.read()
        front.join_write_up(front.event)
    except Unreadable as error:
        header.faults.append(fault_of(error.problem, lines, "not read"))
        return header
    header.raw = front.raw
    header.write_up, header.event = front.event.pop("write_up", {}), front.event
    problems = [(one, _given(front, one)) for one in settling.problems if one.severity == "error"]
    problems += [_found_below(key, header.event.pop(key)) for key in _STORY if key in header.event]
    if problems or not isinstance(header.write_up, dict):
        return sound(header, problems)
    if place.language == "yaml" and not last:
        header.own = _own(text[place.start : place.end], front.raw)
    return header


def _own(lines: str, raw: dict[str, Any]) -> str:
    """Lines of YAML if more keys can stand below them, and none of those that a draft adds is among them."""
    keys = {match[1].rstrip().strip("\"'") for match in _KEY.finditer(lines)}
    return lines if keys >= raw.keys() and keys.isdisjoint(MARKERS) and "..." not in lines.split("\n") else ""


def _given(front: FrontMatter, problem: SyntaxProblem) -> Any:
    """The value below `event:` that a problem is about, as the source has it."""
    event = front.raw.get("event")
    where = problem.where if isinstance(problem.where, Span) else before_dropping(problem.where, front.settling)
    return value_at(event if isinstance(event, dict) else {"event": event}, where)


def _found_below(key: str, value: Any) -> tuple[SyntaxProblem, Any]:
    message, help = f"a draft finds {key} in the text alone", "look whether they are there, and add what is not"
    return SyntaxProblem("given-twice", message, (key,), help, at_key=True), value


def pairs(text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """The keys of a header, in small letters with underscores, each with its line: the group `value` may be empty."""
    for match in _PAIR.finditer(text, start, end):
        yield match["key"].lower().replace("-", "_"), match


def entries(text: str, end: int, keys: Collection[str]) -> Iterator[Block]:
    """What a header has under any of these keys: a value, or each of a list, as blocks of the source."""
    for key, match in pairs(text, 0, end):
        if key not in keys or "{" in match["value"]:
            continue
        bullets = _BULLETS.match(text, match.end(), end) if not match["value"] else None
        span = bullets.span() if bullets else match.span("value")
        several = bullets or match["value"].startswith("[")
        for one_start, one_end in [one.span() for one in _ENTRY.finditer(text, *span)] if several else [span]:
            block = Block("header", one_start, one_end)
            block.add_raw(text, one_start, one_end)
            if block.text.strip():
                yield block


def _blocks(text: str, start: int, end: int) -> dict[str, Block]:
    """Title, summary and tags as blocks, where they stand on one line."""
    found: dict[str, Block] = {}
    for key, match in pairs(text, start, end):
        if key not in _SHOWN or key in found:
            continue
        if match["value"] in _FOLDS:
            folded = _FOLDED.match(text, match.end())
            if folded is not None and folded.end() <= end:
                found[key] = _folded(text, folded.start() + 1, folded.end())
        elif match["value"].strip():
            block = found[key] = Block("header", *match.span("value"))
            if match["quote"] == "'" and "''" in match["value"]:
                block.add_escaped(text, "''", *match.span("value"))
            else:
                _add_without_tags(block, text, *match.span("value"))
    return found


def _add_without_tags(block: Block, text: str, start: int, end: int) -> None:
    for match in _TAG.finditer(text, start, end):
        block.add_raw(text, start, match.start())
        start = match.end()
    block.add_raw(text, start, end)


def _folded(text: str, start: int, end: int) -> Block:
    """The lines of a range as one block, each line without its indent."""
    block = Block("header", start, end)
    for match in re.finditer(r"\S[^\n]*", text[start:end]):
        if block.text:
            block.add_break(start + match.start() - 1, start + match.start(), hard=False)
        block.add_raw(text, start + match.start(), start + match.end())
    return block
