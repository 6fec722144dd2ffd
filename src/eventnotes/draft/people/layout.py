"""Layout: how names stand on their lines, and how many stand alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from eventnotes.draft.forms import INNER, KNOWN, LIKELY
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions
from eventnotes.draft.reading.runs import Block

WORD = re.compile(rf"[\w{KNOWN}{INNER}{LIKELY}]")
_BEFORE = re.compile(
    r"(?:(?P<by>(?:\A|(?<=\s))(?i:by|por|par|von|door|av|przez|with|from|feat(?:uring|\.)?)\W*)|(?P<bracket>\(\s*)"
    r"|(?P<dash>[–—]\W*|\s[|/-]{1,3}\W*)|(?P<colon>:\W*)|(?P<comma>,\s*))\Z"
)
_AFTER = re.compile(
    r"(?P<owns>['’]s?\b)|\s*(?:(?P<handle>\(?@\w)|(?P<bracket>\()|(?P<closes>\))|(?P<comma>,))"
    r"|\W*?(?:(?P<dash>\s[|-]{1,3}|[–—])|(?P<colon>:))"
)
_BETWEEN = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:[,;/&]|,?\s(?:and|y|e|et|und|en|i)\s)?\W*\Z")
"""What stands between two names of a row."""
_WIDEST = 70
_SEVERAL = 3
_INSIDE = frozenset((one, two) for one in ("words", "by", "comma") for two in ("words", "comma", "owns"))
"""What stands before and after a name that is in the middle of a sentence."""


class Look(NamedTuple):
    """How a name, or a row of them, stands: in what, behind and before what on its line, and how it is marked."""

    kind: str
    level: int
    before: str
    after: str
    marked: str


def lines_up(mentions: Mentions) -> dict[Figure, set[str]]:
    """Of each person whose name is laid out, whether no other row of names stands alike, or several do."""
    alike: dict[Look, list[list[Mention]]] = {}
    for block in mentions.view.blocks:
        masked = mentions.masked(block)
        for row in rows(masked, full_names(mentions, block), _are_listed) if block.kind != "header" else ():
            look = _look(masked, row)
            if (look.before, look.after) not in _INSIDE:
                alike.setdefault(look, []).append(row)
    cues: dict[Figure, set[str]] = {}
    for several in alike.values():
        count = len({row[0].figure for row in several})
        told = "peerless" if count == 1 else "peers" if count > _SEVERAL else ""
        for one in (one for row in several for one in row if told):
            cues.setdefault(one.figure, set()).add(told)
    return cues


def full_names(mentions: Mentions, block: Block) -> list[Mention]:
    """The persons that a block names by their full names."""
    return [one for one in mentions.of(block) if one.full]


def rows(
    masked: str, named: Iterable[Mention], together: Callable[[str, Mention, Mention], bool]
) -> Iterator[list[Mention]]:
    """The names of a block, those together that stand in a row.

    Args:
        masked: the block's text, names masked.
        named: the names.
        together: whether two names that follow each other stand in a row.
    """
    row: list[Mention] = []
    for one in named:
        if row and not together(masked, row[-1], one):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _are_listed(masked: str, one: Mention, other: Mention) -> bool:
    """Whether nothing but a mark or `and` stands between two names of a line."""
    near = other.start - one.end <= _WIDEST and one.block.line_at(one.start)[1] >= other.start
    return near and _BETWEEN.match(masked, one.end, other.start) is not None


def _look(masked: str, row: Sequence[Mention]) -> Look:
    block, start, end = row[0].block, row[0].start, row[-1].end
    first, last = block.line_at(start)
    before = _told(_BEFORE.search(masked, max(first, start - _WIDEST), start), masked, first, start) or "opens"
    after = _told(_AFTER.match(masked, end, last), masked, end, last) or "ends"
    return Look(block.kind, block.level, before, after, _mark(row[0]))


def _told(match: re.Match[str] | None, masked: str, start: int, end: int) -> str:
    """What stands in a range right beside a name; nothing, if no word does."""
    if not WORD.search(masked, start, end):
        return ""
    return (match.lastgroup or "words") if match else "words"


def _mark(mention: Mention) -> str:
    if mention.block.link_at(mention.start, mention.end):
        return "link"
    strong = any(start <= mention.start and mention.end <= end for start, end in mention.block.strong)
    return "strong" if strong else ""
