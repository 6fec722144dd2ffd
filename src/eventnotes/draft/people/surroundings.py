"""Surroundings: what stands around a name that tells whether the person spoke."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from eventnotes.draft.forms import compiled, expanded
from eventnotes.draft.lexicon import SPOKE_ABROAD, TALKS_ABROAD, alternatives
from eventnotes.draft.people.apart import is_apart, is_owned, to_come
from eventnotes.draft.people.layout import WORD, full_names, rows
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions
from eventnotes.draft.reading.runs import Block, lowered

_ACTS = re.compile(
    expanded(
        r"<PERSON><PAREN>"
        r"(?:\s+et al\.?|(?P<of>,?\s+(?:from|of|at)(?:\s+<ORGANIZATION>)?,?)|(?P<told>\s*,[^.;:!?\n]{2,90}?,))?"
        r"<ADVERB>\s+"
        r"(?:(?!need|based|called|named|used to|organi[sz]ed|registered|invented|(?:co-?)?founded"
        r"|authored|coined|tweeted|blogged|sponsored|wanted|joined (?:me|us)\b)[a-z]+ed"
        r"|gave|spoke|had(?! to (?:cancel|leave|miss)\b)|told(?! me\b[^.!?]*\bago\b)"
        r"|took(?! (?:this|the|an?|these) (?:pictures?|photos?|photograph))"
        r"|led|made|ran|did|went|brought|built|began|held|kept|put|sat|set|saw|came|got"
        r"|talks|explains|shows|presents|describes|discusses|introduces|demonstrates|gives|shares|tells|starts|walks|speaks"
        rf"|{alternatives(SPOKE_ABROAD)}"
        r"|(?(told)says|(?!))|(?(of)(?!argues|believes|says|thinks|writes)[a-z]{3,}s|(?!)))\b"
        r"(?! me\b(?! (?:on|through)))"
    )
)
"""A name and what somebody did who was there; of whom more is told may do or say anything."""
_BESIDES = compiled(r"(?ai)\b(?:because|how|since|that|until|when)\s(?:[\w-]+\s){0,2}\Z")
"""What makes what somebody did a part of what another tells: `he recalled how mayor Ewa Nowak came`."""
_DISCUSSED = compiled(
    r"(?i)\b(?:(?:in|during) (?:the )?(?:discussion|q ?& ?a|questions?)|from the (?:floor|audience|back))\b"
    r"[^.!?]{0,30}\Z"
)
_ASKED = re.compile(expanded(r"<PERSON><PAREN>[^.!?]{0,40}?\s(?:asked|objected|wondered|remarked|wanted|suggested)\b"))
_WANTED = re.compile(
    expanded(
        r"<PERSON><PAREN>(?:,[^.;:!?\n]{2,80},|\s(?:of|from|at)\s[^.,;:!?\n]{2,60}?)?\s+(?:wanted to know|objected"
        r"|asked (?:about|if|whether)|wondered (?:about|how|if|whether|why)"
        r"|asked\s[^.!?]{0,60}?\bfrom the (?:back|floor))\b"
    )
)
"""What tells of somebody who asks a speaker something."""
_IS = re.compile(expanded(r"<PERSON><PAREN>\s+(?:is|was|has|had)\b"))
_TALK = re.compile(
    expanded(
        rf"\b(?:<TALK>|{alternatives(TALKS_ABROAD)}|slides|speakers?|panell?ists?|presenters?"
        r"|(?<!in the )(?<!from the )audience|moderat\w+|stage)\b"
    )
)
_PANEL = re.compile(r"\bpanel\b(?! of judges)")
"""What tells of several who speak, who may be named in the next sentence."""
_OTHERS = compiled(
    r"\b(?:organi[sz]er\w*|volunteers?|friends?|committee|board|team|thank\w*|attend\w+|winners?|met|shout-?\s?outs?"
    r"|kudos|(?:in|(?<!questions )from) the audience)\b"
)
_BOOK = compiled(r"(?ai)\b(?:books?|papers?|articles?|novels?|albums?)\b")
_MADE = re.compile(
    r"(?i)\s*(?:\(|(?:(?:presented|given|led|delivered|held|hosted|moderated|taught)\s+)?"
    r"(?:by|from|with|featuring|av|door|par|por|von)\s+)\Z"
)
_BY = ("by", "from", "with", "featuring", "av", "door", "par", "por", "von", "(")
_WORK = compiled(
    r"(?ai)\b(?:quot\w+ from|read(?: more)?(?: in)?|recommend\w*|wr[io]t\w+|watch\w*|clip from"
    r"|films?|movies?|songs?|plays?|works?"
    r"|worked|(?:held|hosted|met|lunch|dinner|drinks|coffee) (?:at|in)(?: the)?"
    r"|(?:talk(?:ed|s|ing)|sp[eo][ao]k\w*) (?:about|of|on))\W*\Z"
)
"""What stands before marked words that are no talk: a work, or a place."""
_PRONOUN = compiled(r"\b(?:He|She|They|His|Her|Their)\b")
_RECORDED = re.compile(
    r"(?ai)youtu\.?be|vimeo|slideshare|speakerdeck|\.pdf\b|\.pptx?\b|slides|/(?:talk|session|speaker|presentation|video)s?\b"
    r"|/schedule|docs\.google\.com/presentation|infoq"
)
"""Addresses of talks: recordings, slides, entries of a programme."""
_OF_TALKS = compiled(
    r"(?ai)\b(?:talks?|speakers?|panel\w*|keynotes?|presentations?|presenters?|program(?:me)?|agenda|schedule|sessions?"
    r"|lightning|workshops?|line-?up|demos?|slides|videos?)\b"
)
_OF_OTHERS = compiled(
    r"(?ai)\b(?:(?:joined|attended) (?:us|the)\b|took part\b|participated\b|thank\w*"
    r"|\A\W*(?:(?:coming|next|up)\s(?:event|meet-?up|month|next|time|up)|upcoming|what[’']s next)\W*\Z"
    r"|organi[sz]ers?|organi[sz]ing|committee|sponsors?|attend(?:ees|ance)|participants?|credits|volunteers?"
    r"|acknowledg\w*|apologies|board|staff|judges|winners?|awards?)\b"
)
_TOGETHER = re.compile(
    r"(?:\s*\([^()]{1,80}\))?(?:\s+(?:from|of|at|de|von|@)\s+[^.;:!?()\n]{2,60}?|\s*,\s*[^.;:!?()\n]{2,90}?)?"
    r"(?:\s*[,;/&]|,?\s(?:and|y|e|et|und|en|i|with|alongside))\s+(?:(?:our|their|my|the|an?|and|own|also|then)\s+){0,3}\Z"
)
"""What stands between the names of persons who are told together: `Ana Lima, head of maps, and our own Bo Ek`."""
_AGAINST = frozenset(["others", "away", "below-others", "at-end", "asks"])
_SEVERAL, _WIDEST = 3, 160
_NEAR, _FAR = 60, 500
_SHORT = 120
_LEAD = 160
_LAST = 0.9


class Surroundings:
    """What stands around the names of a source.

    Attributes:
        owned: the mentions that are a part of what is told of something else.
    """

    def __init__(self, mentions: Mentions) -> None:
        self.owned: set[Mention] = set()
        self._mentions = mentions
        self._leads = {items[0].list: mentions.view.above(items[0]) for items in mentions.view.lists()}

    def cues(self) -> dict[Figure, set[str]]:
        """What stands around each person, and around those who are told together with somebody."""
        found: dict[Figure, set[str]] = {}
        against: dict[Figure, set[str]] = {}
        for block in self._mentions.view.blocks:
            for one, cues in self._in_block(block) if self._mentions.of(block) else ():
                told = () if one in self.owned else cues - _AGAINST
                found.setdefault(one.figure, set()).update(told)
                against.setdefault(one.figure, set(_AGAINST)).intersection_update(cues)
        for figure, cues in against.items():
            found[figure] |= cues
        for figure in self._of_sections():
            found[figure].add("section-own")
        return found

    def _in_block(self, block: Block) -> Iterator[tuple[Mention, set[str]]]:
        """The names of a block, and what stands around each."""
        masked, of_block = self._mentions.masked(block), [*self._of_block(block)]
        said = _Said(block, lowered(masked))
        ahead = to_come(block, said.low)
        for row in rows(masked, full_names(self._mentions, block), _are_together):
            owned = is_owned(masked, row[0].start, row[-1].end) or any(
                first <= row[0].start < last for first, last in ahead
            )
            self.owned.update(row if owned else ())
            of_row = [*of_block, *(["away"] if owned else self._of_row(row))]
            yield from ((one, {*of_row, *self._of_mention(one, masked, said)}) for one in row)

    def _of_sections(self) -> Iterator[Figure]:
        """Who is named first in a section, where at least half of the sections of its level name one or two."""
        view = self._mentions.view
        named: dict[Block, list[Figure]] = {}
        for block in view.blocks:
            heading = block if block.kind == "heading" else view.heading_above(block)
            if heading is not None:
                named.setdefault(heading, []).extend(one.figure for one in full_names(self._mentions, block))
        levels: dict[int, list[Block]] = {}
        for heading in view.headings:
            levels.setdefault(heading.level, []).append(heading)
        for headings in levels.values():
            owned = [one for one in headings if 0 < len(set(named.get(one, ()))) < _SEVERAL]
            if len(owned) >= max(_SEVERAL, len(headings) / 2):
                yield from (named[one][0] for one in owned)

    def _of_row(self, row: Sequence[Mention]) -> Iterator[str]:
        """What stands before and behind names that are told together."""
        block, start, end = row[0].block, row[0].start, row[-1].end
        masked = self._mentions.masked(block)
        before = masked[max(0, start - _NEAR) : start]
        if _ACTS.match(masked, row[-1].start):
            yield from () if _BESIDES.search(before) else ["acts"]
        elif _IS.match(masked, row[-1].start):
            yield "is"
        if _made(row[0], before) and not _BOOK.search(masked, max(0, start - _FAR), end + _FAR):
            yield "made-by"
        if _WANTED.match(masked, row[-1].start) or (_DISCUSSED.search(before) and _ASKED.match(masked, row[-1].start)):
            yield "asks"
        if is_apart(masked, start, end):
            yield "away"

    def _of_mention(self, mention: Mention, masked: str, said: _Said) -> Iterator[str]:
        """What the line and the sentence around a name tell, in a masked text."""
        yield from _on_line(mention, masked)
        yield from said.beside(mention)
        if self._goes_on(mention):
            yield "pronoun-after"

    def _goes_on(self, mention: Mention) -> bool:
        """Whether what follows a name, in its block or below a short one, tells on by a pronoun."""
        block, end = mention.block, mention.end
        pronoun = _PRONOUN.search(block.text, end, end + 2 * _FAR)
        if pronoun is not None:
            return self._means(mention, pronoun.start())
        below = self._mentions.view.after(block) if len(block.text) < _SHORT and not block.quoted else None
        return below is not None and _PRONOUN.search(below.text, 0, _FAR) is not None

    def _means(self, mention: Mention, place: int) -> bool:
        """Whether a pronoun behind a name likely means that person, the first of the last sentence with names."""
        block = mention.block
        first, last = block.sentences[bisect_right(block.sentences, (mention.start, len(block.text))) - 1]
        return not (self._mentions.within(block, first, mention.start) or self._mentions.within(block, last, place))

    def _of_block(self, block: Block) -> Iterator[str]:
        """What the place of a block tells, and the heading or the words above that are of others than speakers."""
        view = self._mentions.view
        if block.number > _LAST * len(view.blocks):
            yield "at-end"
        heading = view.heading_above(block)
        lead = self._leads[block.list] if block.kind == "item" else None
        above = [one.text[-_LEAD:] for one in (heading, lead) if one is not None]
        if any(_OF_OTHERS.search(one) and not _OF_TALKS.search(one) for one in above):
            yield "below-others"


def _on_line(mention: Mention, masked: str) -> Iterator[str]:
    """What the line and the marks of a name tell."""
    block, start, end = mention.block, mention.start, mention.end
    first, last = block.line_at(start)
    told = {
        "opens": not WORD.search(masked, first, start),
        "recorded": block.link_at(start, end) is None
        and any(_RECORDED.search(one.url) for one in block.links if first <= one.start < last),
    }
    yield from (name for name, found in told.items() if found)


class _Said:
    """Where the sentences of a block tell of talks and of others than speakers, in its text in small letters."""

    def __init__(self, block: Block, low: str) -> None:
        self.low = low
        self._sentences = block.sentences
        self._talks, self._others, self._panels = (
            [match.start() for match in cue.finditer(low)] for cue in (_TALK, _OTHERS, _PANEL)
        )

    def beside(self, mention: Mention) -> Iterator[str]:
        """What the sentence around a name tells, or of a panel the one before."""
        place = bisect_right(self._sentences, (mention.start, len(self.low))) - 1
        first, last = self._sentences[place]
        near = max(first, mention.start - _FAR), min(last, mention.end + _FAR)
        if _any_in(self._talks, *near) or _any_in(self._panels, *self._sentences[max(place - 1, 0)]):
            yield "talk-told"
        if _any_in(self._others, *near):
            yield "others"


def _any_in(places: Sequence[int], start: int, end: int) -> bool:
    """Whether any of places in order is in a range."""
    return bisect_left(places, start) < bisect_left(places, end)


def _are_together(masked: str, one: Mention, other: Mention) -> bool:
    """Whether two persons are told of together."""
    return other.start - one.end <= _WIDEST and _TOGETHER.match(masked, one.end, other.start) is not None


def _made(mention: Mention, before: str) -> bool:
    """Whether words that are marked, as titles are, stand before `by` and a name, or before a name in brackets."""
    match = _MADE.search(before) if before.rstrip().lower().endswith(_BY) else None
    if match is None:
        return False
    block, place = mention.block, mention.start - len(before) + match.start()
    start = next((start for start, end in block.marked if end == place), None)
    if start is None and block.text[place - 1 : place] in _OPENING:
        start = block.text.rfind(_OPENING[block.text[place - 1]], 0, place - 1)
    return start is not None and not _WORK.search(block.text, max(0, start - _NEAR), max(0, start))


_OPENING = {'"': '"', "”": "“", "“": "„", "»": "«"}
