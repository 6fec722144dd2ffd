"""Layout: how names stand on their lines, and how many stand alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventnotes.draft.forms import INNER, KNOWN, LIKELY
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions
from eventnotes.draft.reading.runs import Block

_WORD = re.compile(rf"[\w{KNOWN}{INNER}{LIKELY}]")
_BEFORE = re.compile(
    r"(?:(?P<by>(?:\A|(?<=\s))(?i:by|por|par|von|door|av|przez|with|from|feat(?:uring|\.)?)\W*)|(?P<bracket>\(\s*)"
    r"|(?P<dash>[–—]\W*|\s[|-]{1,3}\W*)|(?P<colon>:\W*)|(?P<comma>,\s*))\Z"
)
_AFTER = re.compile(
    r"(?P<owns>['’]s?\b)|\s*(?:(?P<handle>\(?@\w)|(?P<bracket>\()|(?P<closes>\))|(?P<comma>,))"
    r"|\W*?(?:(?P<dash>\s[|-]{1,3}|[–—])|(?P<colon>:))"
)
_BETWEEN = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:[,;/&]|,?\s(?:and|y|e|et|und|en|i)\s)?\W*\Z")
"""What stands between two names of a row."""
_WIDEST = 70
_SEVERAL, _MANY = 3, 6
_INSIDE = frozenset([*(("words", one) for one in ("words", "comma", "owns")), ("comma", "words"), ("comma", "comma")])
"""What stands before and after a name that is in the middle of a sentence."""


class Look(NamedTuple):
    """How a name, or a row of them, stands: in what, behind and before what on its line, and how it is marked."""

    kind: str
    level: int
    before: str
    after: str
    marked: str


def lines_up(mentions: Mentions) -> dict[Figure, set[str]]:
    """Of each person whose name is laid out, how many more names stand alike, and whether a dash follows."""
    alike: dict[Look, list[Figure]] = {}
    for block in mentions.view.blocks:
        for mention, look in _looks(mentions, block) if block.kind != "header" else ():
            alike.setdefault(look, []).append(mention.figure)
    cues: dict[Figure, set[str]] = {}
    for look, figures in alike.items():
        count = len({*figures})
        told = {
            "peerless": count == 1,
            "peers": count > _SEVERAL,
            "many-peers": count > _MANY,
            "dash-after": look.after == "dash",
        }
        for figure in figures:
            cues.setdefault(figure, set()).update(cue for cue, found in told.items() if found)
    return cues


def _looks(mentions: Mentions, block: Block) -> Iterator[tuple[Mention, Look]]:
    """The names of a block that do not stand in the middle of a sentence, and how each stands."""
    row: list[Mention] = []
    for one in mentions.of(block):
        if not one.full:
            continue
        if row and not _is_row(mentions.masked(block), block, row[-1].end, one.start):
            yield from _row(mentions.masked(block), row)
            row = []
        row.append(one)
    if row:
        yield from _row(mentions.masked(block), row)


def _is_row(masked: str, block: Block, start: int, end: int) -> bool:
    """Whether nothing but a mark or `and` stands between two names of a line."""
    near = end - start <= _WIDEST and block.line_at(start)[1] >= end
    return near and _BETWEEN.match(masked, start, end) is not None


def _row(masked: str, row: Sequence[Mention]) -> Iterator[tuple[Mention, Look]]:
    block, start, end = row[0].block, row[0].start, row[-1].end
    first, last = block.line_at(start)
    before = _told(_BEFORE.search(masked, max(first, start - _WIDEST), start), masked, first, start) or "opens"
    after = _told(_AFTER.match(masked, end, last), masked, end, last) or "ends"
    if (before, after) in _INSIDE:
        return
    for one in row:
        yield one, Look(block.kind, block.level, before, after, _mark(one))


def _told(match: re.Match[str] | None, masked: str, start: int, end: int) -> str:
    """What stands in a range right beside a name; nothing, if no word does."""
    if not _WORD.search(masked, start, end):
        return ""
    return (match.lastgroup or "words") if match else "words"


def _mark(mention: Mention) -> str:
    if mention.block.link_at(mention.start, mention.end):
        return "link"
    strong = any(start <= mention.start and mention.end <= end for start, end in mention.block.strong)
    return "strong" if strong else ""
