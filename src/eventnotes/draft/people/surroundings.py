"""Surroundings: what stands around a name that tells whether the person spoke."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from eventnotes.draft.forms import expanded
from eventnotes.draft.people.layout import WORD
from eventnotes.draft.reading.mentions import Mention, Mentions
from eventnotes.draft.reading.runs import Block

_ACTS = re.compile(
    expanded(
        r"<PERSON><PAREN>(?:\s+(?:et al\.?|from|of|at)(?:\s+<ORGANIZATION>)?|\s*,[^.;:!?\n]{2,90}?,)?<ADVERB>\s+"
        r"(?:(?!need|based|called|named|used to)[a-z]+ed|gave|spoke|had|told|took|led|made|ran|did|went|brought"
        r"|built|began|held|kept|put|sat|set|saw|won|came|got)\b"
    )
)
_IS = re.compile(expanded(r"<PERSON><PAREN>\s+(?:is|was|has|had)\b"))
_TALK = re.compile(expanded(r"\b(?i:<TALK>|slides|speakers?|panell?ists?|presenters?|audience|moderat\w+|stage)\b"))
_SPEAKER = re.compile(r"(?i)\b(?:speakers?|panell?ists?|moderators?|keynoters?|presenters?|facilitators?)\b")
_BY = re.compile(r"(?:\b(?:[Bb]y|[Ff]rom|[Ww]ith|[Ff]eaturing|av|door|par|por|von)|\band|[,&])\s+\Z")
_SMALL = re.compile(r"\b(?:to|of|for|the)\s+\Z")
_OTHERS = re.compile(
    r"(?i)\b(?:organi[sz]er\w*|volunteers?|friends?|committee|board|team|thank\w*|attend\w+|winners?|met|shout-?\s?outs?"
    r"|kudos)\b"
)
_BOOK = re.compile(r"(?i)\b(?:books?|papers?|articles?|novels?|albums?)\b")
_MADE = re.compile(
    r"(?i)\s*(?:(?:presented|given|led|delivered|held|hosted|moderated|taught)\s+)?(?:by|from|with|featuring|av|door|par|por|von)\s+\Z"
)
_PRONOUN = re.compile(r"\b(?:He|She|They|His|Her|Their)\b")
_RECORDED = re.compile(
    r"(?i)youtu\.?be|vimeo|slideshare|speakerdeck|\.pdf\b|\.pptx?\b|slides|/(?:talk|session|speaker|presentation|video)s?\b"
    r"|/schedule|docs\.google\.com/presentation|infoq"
)
"""Addresses of talks: recordings, slides, entries of a programme."""
_OF_TALKS = re.compile(
    r"(?i)\b(?:talks?|speakers?|panel\w*|keynotes?|presentations?|presenters?|program(?:me)?|agenda|schedule|sessions?"
    r"|lightning|workshops?|line-?up|demos?|slides|videos?)\b"
)
_OF_OTHERS = re.compile(
    r"(?i)\b(?:thank\w*|organi[sz]ers?|organi[sz]ing|committee|sponsors?|attend(?:ees|ance)|participants?|credits|volunteers?"
    r"|acknowledg\w*|apologies|board|staff|judges|winners?|awards?)\b"
)
_NEAR, _FAR, _BESIDE = 60, 500, 50
_SHORT = 90
_LEAD = 160
_LAST = 0.9


class Surroundings:
    """What stands around the names of a source."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._leads = {items[0].list: mentions.view.above(items[0]) for items in mentions.view.lists()}
        self._of_blocks: dict[Block, list[str]] = {}

    def cues_of(self, mention: Mention) -> Iterator[str]:
        """What stands around a name."""
        if not mention.full:
            return
        masked = self._mentions.masked(mention.block)
        if _ACTS.match(masked, mention.start):
            yield "acts"
        elif _IS.match(masked, mention.start):
            yield "is"
        yield from _on_line(mention, masked)
        yield from _in_sentence(mention, masked)
        found = self._of_blocks.get(mention.block)
        if found is None:
            found = self._of_blocks[mention.block] = [*self._of_block(mention.block)]
        yield from found
        above = self._mentions.view.above(mention.block)
        opens = mention.block.kind != "item" and not WORD.search(masked, 0, mention.start)
        if opens and above is not None and above.kind == "heading":
            yield "opens-section"

    def _of_block(self, block: Block) -> Iterator[str]:
        """What the place of a block tells, the heading above, and what leads a list in."""
        view = self._mentions.view
        if block.number > _LAST * len(view.blocks):
            yield "at-end"
        heading = view.heading_above(block)
        lead = self._leads[block.list] if block.kind == "item" else None
        above = [one.text[-_LEAD:] for one in (heading, lead) if one is not None]
        if any(_OF_OTHERS.search(one) and not _OF_TALKS.search(one) for one in above):
            yield "below-others"
        if lead is not None and _OF_TALKS.search(lead.text[-_LEAD:]):
            yield "led-by-talks"
        if block.kind == "item":
            yield "in-item"


def _on_line(mention: Mention, masked: str) -> Iterator[str]:
    """What the line and the marks of a name tell."""
    block, start, end = mention.block, mention.start, mention.end
    first, last = block.line_at(start)
    link = block.link_at(start, end)
    told = {
        "opens": not WORD.search(masked, first, start),
        "short-line": last - first <= _SHORT,
        "strong": any(one <= start and end <= two for one, two in block.strong),
        "recorded": link is not None and _RECORDED.search(link.url),
        "recorded-beside": link is None
        and any(_RECORDED.search(one.url) for one in block.links if first <= one.start < last),
    }
    yield from (name for name, found in told.items() if found)


def _in_sentence(mention: Mention, masked: str) -> Iterator[str]:
    """What the sentence around a name tells."""
    block = mention.block
    sentence = block.sentences[bisect_right(block.sentences, (mention.start, len(masked))) - 1]
    start, end = max(sentence[0], mention.start - _FAR), min(sentence[1], mention.end + _FAR)
    before = masked[max(0, mention.start - _NEAR) : mention.start]
    told = {
        "talk-told": _TALK.search(masked, start, end),
        "speaker-told": _SPEAKER.search(masked, max(start, mention.start - _BESIDE), min(end, mention.end + _BESIDE)),
        "by": _BY.search(before),
        "behind-small": _SMALL.search(before),
        "made-by": _made(mention, before) and not _BOOK.search(masked, start, end),
        "others": _OTHERS.search(masked, start, end),
        "pronoun-after": _PRONOUN.search(block.text, mention.end, mention.end + 2 * _FAR),
    }
    yield from (name for name, found in told.items() if found)


def _made(mention: Mention, before: str) -> bool:
    """Whether words that are marked, as titles are, stand before `by` and a name."""
    match = _MADE.search(before)
    if match is None:
        return False
    block, place = mention.block, mention.start - len(before) + match.start()
    return block.text[place - 1 : place] in tuple('"”“»') or any(end == place for _, end in block.marked)
