"""Untitled: talks that are told in running text without a title, and who gave each or sat on each panel."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from eventnotes.draft.claim import Claim
from eventnotes.draft.findings import FoundSession
from eventnotes.draft.forms import compiled
from eventnotes.draft.reading.mentions import Figure, Mentions, figures_in
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks.marked import PANEL

_FEW_TITLES = 3
"""How many talks may have a title in a post whose other talks have none."""
_LEADING = compiled(
    r"(?ai)\b(?:moderat|chair|facilitat|emcee|hosted|organi[sz]ed|welcome|interpreted|translated|recorded|filmed)"
)
"""What somebody does who leads a session or helps in it and does not give a talk."""

_INTRODUCES = re.compile(r"\bintroduc(?:ed by\b|(?:ed|es|ing)\s+(?:[\w’'-]+\s+){0,4}?speakers?\b)")
_NEAR = 60


def introduces(claim: Claim) -> bool:
    """Whether somebody is said to introduce who speaks."""
    block, start, end = claim.words
    return _INTRODUCES.search(block.small, start, end + _NEAR) is not None


def add_untitled(
    mentions: Mentions,
    sure: Sequence[Claim],
    found: list[FoundSession],
    speakers: Collection[Figure],
    below: Collection[int],
) -> None:
    """Talks without a title, of everybody who is sure to have given one, where few talks have titles.

    A talk that alone has a title, and of which nobody is known to have given it, is of all of them.

    Who is named in blocks `below` the labels of a talk gave none.
    """
    titles = sum(one.title is not None for one in found)
    told = {figure for one in found for figure in one.figures}
    panels: dict[Block, set[int]] = {}
    groups: dict[tuple[int, int], tuple[Claim, dict[Figure, None]]] = {}
    for one in sure if titles <= _FEW_TITLES else ():
        block = one.words.block
        if block not in panels:
            panels[block] = _panels(block)
        place, end = _told_in(block, one.words.start, panels[block])
        if block.number in below or (_LEADING.search(one.words.text) and not end):
            continue
        panel = figures_in(mentions, block, block.sentences[place][0], end) if end else ()
        _, figures = groups.setdefault((block.number, place), (one, {}))
        figures.update({figure: None for figure in (*one.figures, *panel) if figure in speakers})
    titled = next((one for one in found if one.title is not None), None)
    whole = titled if titled and titles == 1 and not (titled.figures or titled.claim.figures) else None
    for claim, figures in groups.values():
        fresh = sorted((one for one in figures if one not in told), key=lambda one: one.first)
        told |= {*fresh}
        if whole is not None and (whole.heading is None or claim.words.block in mentions.view.section(whole.heading)):
            whole.figures += fresh
        elif fresh:
            found.append(FoundSession(claim, None, fresh, None))


def _told_in(block: Block, start: int, panels: Collection[int]) -> tuple[int, int]:
    """Which sentence of a block a place is in; of a panel, the first that tells of it, and where the next one ends."""
    sentences = block.sentences
    place = max(0, bisect_right(sentences, (start, len(block.text))) - 1)
    for one in (place - 1, place):
        if one in panels:
            return one, sentences[min(one + 1, len(sentences) - 1)][1]
    return place, 0


def _panels(block: Block) -> set[int]:
    """Which sentences of a block tell of a panel."""
    return {bisect_right(block.sentences, (one.start(), one.end())) - 1 for one in PANEL.finditer(block.small)}
