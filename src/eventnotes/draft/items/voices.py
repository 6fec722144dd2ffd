"""Voices: whose words a quotation holds, of all who are named around it, from cues."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from eventnotes.draft.claim import Words
from eventnotes.draft.forms import compiled
from eventnotes.draft.items.quotations import Quotation
from eventnotes.draft.items.sayings import unnamed_above, unnamed_after, unnamed_before
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.weights import VOICE, sureness

FLOOR = 0.4
"""How sure it must be that words are somebody's, for a draft to say so."""
_FAR = 1200
_BEHIND = 200
_HOPS = 3
_PASSED = 40
"""How many blocks, of each kind, a person may stand away."""


class Voice(NamedTuple):
    """Somebody whose words a quotation may hold: a person, or words for somebody who has no name."""

    figure: Figure | None
    words: Words | None
    cues: frozenset[str]
    sure: float

    @property
    def name(self) -> str:
        """What the text calls them."""
        return self.figure.name if self.figure else self.words.text if self.words else ""


def _voice(figure: Figure | None, words: Words | None, cues: Iterable[str]) -> Voice:
    told = frozenset(cues)
    return Voice(figure, words, told, sureness(told, VOICE))


def likeliest(several: Iterable[Voice]) -> Voice | None:
    """Whose words a quotation most likely holds, where it is likely enough."""
    best = max(several, key=lambda one: one.sure, default=None)
    return best if best is not None and best.sure >= FLOOR else None


def candidates(mentions: Mentions, quotation: Quotation, last: Voice | None) -> list[Voice]:
    """All whose words a quotation may hold, each in every relation to it, and what tells it."""
    unnamed = [*_unnamed(mentions, quotation, last)]
    related = [
        *_before(mentions, quotation, unnamed),
        *_after(mentions, quotation),
        *_above(mentions, quotation),
        *_below(mentions, quotation),
    ]
    standing = _standing(mentions, quotation, last)
    figures = {one for one, _ in related}
    related += [(one, {"far"}) for one in standing if one not in figures]
    named = (
        _voice(one, None, {"bias", *cues, *standing.get(one, ()), *_of(one, cues, figures)}) for one, cues in related
    )
    return [*named, *unnamed]


def _of(figure: Figure, cues: set[str], near: set[Figure]) -> Iterator[str]:
    """What tells of a person beside where the name stands: whether it is a name, and whether others are near."""
    if not figure.known and not cues & _TOLD:
        yield "doubtful"
    if len(near) == 1:
        yield "only"


def _before(mentions: Mentions, quotation: Quotation, unnamed: Sequence[Voice]) -> Iterator[tuple[Figure, set[str]]]:
    """Who is named before a quotation, in its sentence and those before it."""
    block, place = quotation.block, quotation.start
    masked = mentions.masked(block)
    found = _between(mentions, block, place - _FAR, place)
    starts = [one for one, _ in block.sentences]
    here = bisect_right(starts, place)
    if here > 1 and not block.text[starts[here - 1] : place].strip(' *_"“'):
        here -= 1
    nearest = None if _is_told_behind(mentions, quotation, unnamed) else _nearest(block, masked, found, unnamed)
    for figure, one in {one.figure: one for one in found}.items():
        between = masked[one.end : place]
        away = max(0, min(here - bisect_right(starts, one.start), 3))
        speaks = (
            _SPEAKS.match(masked, one.end)
            or _COLON.fullmatch(between)
            or _QUOTED.search(masked, max(0, one.start - _REACH), one.start)
        )
        told = {
            f"before-{away}": True,
            "last": one is nearest and (figure.known or speaks),
            "speaks": speaks,
        }
        yield figure, _holding(told)


def _is_told_behind(mentions: Mentions, quotation: Quotation, unnamed: Sequence[Voice]) -> bool:
    """Whether a quotation that opens a sentence goes on with who said it, as in `“…,” Bo Ek said`."""
    block, end = quotation.block, quotation.end
    if block.text[: quotation.start].rstrip()[-1:] in (":", ","):
        return False
    goes_on = _GOES_ON.search(block.text, quotation.words.end - 1, end + 1)
    told = (cues for _, cues in _after(mentions, quotation))
    return bool(goes_on) and (
        any("said-after" in cues for cues in told) or any("unnamed-said" in one.cues for one in unnamed)
    )


def _nearest(block: Block, masked: str, found: Sequence[Mention], unnamed: Sequence[Voice]) -> Mention | None:
    """Of those who are named before a quotation, the one who speaks last."""
    if not found:
        return None
    nearest = found[-1]
    start = next((start for start, end in reversed(block.sentences) if start <= nearest.start), 0)
    spoken_to = _SPOKEN_TO.search(masked, max(0, nearest.start - _REACH), nearest.start)
    contrasted = _CONTRASTED.search(masked, max(0, nearest.start - _REACH), nearest.start)
    speaks = (
        _SPEAKS.match(masked, nearest.end) or _BEGAN.match(masked, nearest.end) or _WORDS_OF.match(masked, nearest.end)
    )
    if _AND_SAID.match(masked, nearest.end) or (spoken_to and not speaks):
        # Bo Ek thanked Ana Lima, and said; Bo Ek told Ana Lima that
        nearest = next(one for one in found if one.start >= start)
    elif not (contrasted or speaks or _COLON.match(masked, nearest.end)):
        # Bo Ek said of Ana Lima; Bo Ek said that Ana Lima had
        speaking = [
            (one, match.end()) for one in found if one.start >= start and (match := _SPEAKS.match(masked, one.end))
        ]
        last, end = speaking[-1] if speaking else (nearest, nearest.end)
        if end > nearest.start or not _BORROWED.search(masked, last.end, nearest.start):
            nearest = last
    others = (one.words for one in unnamed if one.words and "unnamed-before" in one.cues)
    by_other = any(one.block is block and nearest.start <= one.start for one in others)
    return None if by_other else nearest  # Bo Ek read a quote from a driver


def _holding(told: Mapping[str, object]) -> set[str]:
    return {name for name, holds in told.items() if holds}


def _after(mentions: Mentions, quotation: Quotation) -> Iterator[tuple[Figure, set[str]]]:
    """Who is named behind a quotation, in its sentence."""
    block, place = quotation.block, quotation.end
    masked = mentions.masked(block)
    last = next((end for start, end in block.sentences if start < place <= end), len(block.text))
    told = _THAT_WAS.match(masked, place) if quotation.opens else None
    that = told.start(told.lastgroup or 0) if told else -1
    for number, one in enumerate(_between(mentions, block, place, place + _BEHIND)):
        gap = masked[place : one.start]
        relation = "signed" if one.start == that else _relation(gap, masked, one.end)
        relation = relation or ("after" if one.start < last else "")
        if relation:
            first = {"after-first"} if number == 0 else set()
            yield one.figure, {relation, *first}


def _relation(gap: str, masked: str, end: int) -> str:
    if _SAID_BY.fullmatch(gap) or (_COMMA.fullmatch(gap) and _SAYS.match(masked, end)):
        return "said-after"
    if _SIGNED.fullmatch(gap) or (_NEAR.fullmatch(gap) and _ENDS.match(masked, end)):
        return "signed"
    return "after-near" if _NEAR.fullmatch(gap) else ""


def _above(mentions: Mentions, quotation: Quotation) -> Iterator[tuple[Figure, set[str]]]:
    """Who is named in the block above a quotation."""
    above, hops = lead_of(mentions, quotation.block), 0
    while above is not None and above.kind != "heading" and not mentions.of(above) and hops < _HOPS:
        above, hops = lead_of(mentions, above), hops + 1
    if above is None or above.kind == "heading":
        return
    masked = mentions.masked(above)
    several = mentions.of(above)[-8:]
    last = above.sentences[-1][0] if above.sentences else 0
    leads = not hops and quotation.opens and above.text.rstrip().endswith((":", "...", "…", ","))
    for figure, one in {one.figure: one for one in several}.items():
        told = {
            "above": not hops,
            "far-above": hops,
            "above-only": len({other.figure for other in several}) == 1,
            "above-sentence": one.start >= last,
            "above-colon": leads,
            "speaks": _QUOTED.search(masked, max(0, one.start - _REACH), one.start),
            "above-he": quotation.opens and _PRONOUN.search(masked, max(last, one.end)),
        }
        yield figure, _holding(told)


def lead_of(mentions: Mentions, block: Block) -> Block | None:
    """The block that may lead a quotation in: that above it, or above images, items and quotations before it."""
    above = mentions.view.before(block)
    while above is not None and block.number - above.number < _PASSED and _is_passed_over(above, block):
        above = mentions.view.before(above)
    return None if above is None or above.kind in ("rule", "code") else above


def _is_passed_over(above: Block, block: Block) -> bool:
    text = above.text.strip(" \n*_")
    if above.kind == "item" and block.kind == "item" and above.list == block.list:
        return True
    return not text or (above.kind == "paragraph" and text[0] in '"“«' and text[-1] in '"”»')


def _below(mentions: Mentions, quotation: Quotation) -> Iterator[tuple[Figure, set[str]]]:
    """Who is named by himself below a quotation, on a line that a dash often makes a list."""
    following = mentions.view.blocks[quotation.block.number + 1 : quotation.block.number + 3]
    above = mentions.view.before(quotation.block)
    if not following or following[0].kind == "heading" or not quotation.ends or _is_entry(above, following[0]):
        return
    masked = mentions.masked(following[0])
    match = _SIGNATURE.match(masked) if quotation.alone or _is_single(following) else None
    match = match or (_THAT_WAS.match(masked) if quotation.alone else None)
    one = mentions.at(following[0], match.start(match.lastgroup or 0)) if match else None
    if one is not None:
        yield one.figure, {"signed", "after-first"}


def _is_entry(above: Block | None, below: Block) -> bool:
    """Whether the blocks around another are items of one list, each with what stands below it."""
    return above is not None and above.kind == below.kind == "item" and above.list == below.list


def _is_single(blocks: Sequence[Block]) -> bool:
    """Whether the first of some blocks is the only item of its list: a line that begins with a dash."""
    return blocks[0].kind == "item" and all(one.list != blocks[0].list for one in blocks[1:])


def _standing(mentions: Mentions, quotation: Quotation, last: Voice | None) -> dict[Figure, set[str]]:
    """Who is likely to speak wherever a quotation stands: who is named in its heading, and who was quoted last."""
    found: dict[Figure, set[str]] = {}
    heading = mentions.view.heading_above(quotation.block)
    several = mentions.of(heading) if heading is not None else []
    for one in several:
        found.setdefault(one.figure, set()).update(["heading", *(["heading-only"] if len(several) == 1 else [])])
    if last is not None and last.figure is not None:
        found.setdefault(last.figure, set()).add("quoted-before")
    return found


def _unnamed(mentions: Mentions, quotation: Quotation, last: Voice | None) -> Iterator[Voice]:
    """Words for somebody unnamed who is said to speak."""
    block = quotation.block
    masked = mentions.masked(block)
    found = [
        *unnamed_after(block, masked, quotation.start, quotation.end),
        *unnamed_before(block, masked, quotation.start),
    ]
    if quotation.opens and (above := lead_of(mentions, block)) is not None:
        found += unnamed_above(above, mentions.masked(above))
    if last is not None and last.words is not None:
        yield _voice(None, last.words, ["words", "quoted-before"])
    if (initials := _INITIALS.match(masked)) is not None and _meant(mentions, initials[1]):
        found.append(("unnamed-before", Words(block, *initials.span(1))))
    for form, words in found:
        figure = _meant(mentions, words.text) if words.text[:1].isupper() else None
        yield _voice(figure, None if figure else words, ["words", form])


def _between(mentions: Mentions, block: Block, start: int, end: int) -> Sequence[Mention]:
    several = mentions.of(block)
    first = bisect_left(several, start, key=lambda one: one.start)
    return several[first : bisect_left(several, end, key=lambda one: one.end)]


def _meant(mentions: Mentions, word: str) -> Figure | None:
    """The person whose name has a word or begins with its letters, or whose surname differs in one letter from it."""
    part = [one for one in mentions.figures if word in one.parts or (one.known and _initials(one) == word)]
    near = part or [one for one in mentions.figures if one.known and _is_near(one.parts[-1], word)]
    return near[0] if len(near) == 1 else None


def _initials(figure: Figure) -> str:
    return "".join(one[0] for one in figure.parts)


def _is_near(one: str, other: str) -> bool:
    size = min(len(one), len(other))
    head = next((place for place in range(size) if one[place] != other[place]), size)
    long = size >= _LONG and abs(len(one) - len(other)) <= 1
    return long and (
        one[head + 1 :] == other[head + 1 :] or one[head + 1 :] == other[head:] or one[head:] == other[head + 1 :]
    )


_INITIALS = re.compile(r"[\s*_]*([A-Z]{2,3})[*_]*:")
"""Who speaks in notes: `EN: Ask first.`"""
_LONG = 6
_TOLD = {"said-after", "signed", "speaks"}
_PRONOUN = compiled(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir)\b")
_REACH = 40
_SPOKEN_TO = compiled(
    r"\b(?:followed|told|tells|telling|asked|asks|asking|thanked|thanking|reminded|answered|with|to|about|after)\s+\Z"
)
_GOES_ON = re.compile(r"[,?!…–—-][\"“”’'»*_]*[,\s]?\Z")
_BORROWED = compiled(r"\b(?:quot|cit|paraphras|mention|shar|introduc|remind|refer|echo)\w*|\b(?:by|from|words)\b")
"""What stands before the name of somebody whose words another one tells."""
_QUOTED = re.compile(
    r"\b(?:(?:quot|cit|paraphras)(?:ed|es|ing)|(?:quotes?|words|lines?|sayings?) (?:from|by|of))\s+(?:[a-z]+\s+){0,3}\Z"
)
_WORDS_OF = re.compile(r"[’']s\s+(?:[a-z]+\s+)?(?:words|lines?|phrase|quote|saying|advice)\b")
_CONTRASTED = re.compile(r"\b(?:while|whereas|but)\s+\Z")
_SPEAKS = compiled(r"<PAREN>(?:\s*,[^.;:\n]{2,120}?,|,(?=\s+who\b))?<ADVERB>\s+<SAID>\b")
_BEGAN = compiled(r"<PAREN>,\s+who<ADVERB>\s+(?:began|started|opened|ended|closed)\b")
_AND_SAID = compiled(r"<PAREN>,?\s+and<ADVERB>\s+<SAID>\b")
_SAYS = compiled(r"<PAREN>(?:\s*,[^.,;:\n]{2,80},)?<ADVERB>\s+<SAID>\b")
_SAID_BY = compiled(r"[\s*_]*[,–—-]?\s*<SAID>\s+(?:[\w’'&./-]+,?\s+){0,8}")
_COMMA = re.compile(r"[\s*_]*[,–—-]?\s*")
_SIGNED = re.compile(
    r"[\s.*_]*(?:(?:[–—~→/]|--?>?)\s*(?:[\w’'&./-]+,?\s+){0,4}[*_\[]*|\((?:the\s+)?[^()]{0,60}|\[)"
    r"|\s+(?:cite|author|attribution|by|source|name)=[\"“][^\"”\n]*"
)
_ENDS = compiled(r"<PAREN>(?:\s*,[^.!?\n]{2,60})?[\s.*_\])]*(?:$|\n)")
_COLON = re.compile(r"\)?[*_]*\s*:[\s*_]*")
_NEAR = re.compile(r"[\s.,*_\[]*")
_THAT_WAS = compiled(
    r"<MARKS>(?:(?:That|This|Those|These)(?:[’']s|\s+(?:is|was|were|are))\s+(?:how|what|the (?:[a-z]+ )?words of)\b"
    r"|(?:With )?(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) (?:words?|lines?|sentences?|quotes?|thoughts?|remarks?|advice)\b"
    r"|With (?:this|that|these|those)\b)[^.!?\n]{0,40}?(?P<who><PERSON>)"
    r"|<MARKS>(?P<before><PERSON>)[^.!?\n]{0,80}\bwith (?:this|that|these|those)\b"
)
_SIGNATURE = compiled(r"^<MARKS>(?P<who><PERSON>)(?:\s*[,(][^\n]{0,80})?\s*$")
