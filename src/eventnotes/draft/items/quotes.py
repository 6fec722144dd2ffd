"""Quotes: words in quotation marks or a block quote that the text gives to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, people_in
from eventnotes.draft.items.attributions import attribution_of
from eventnotes.draft.items.remarks import cues_of, is_remark
from eventnotes.draft.items.sayings import (
    AFTER,
    APPOSED,
    BEFORE,
    CITED,
    FORMS,
    FROM_UNNAMED,
    INDIRECT,
    INTRODUCED,
    REPORTED,
    SAID_UNKNOWN,
    SIGNED,
    UNKNOWN,
    UNNAMED,
)
from eventnotes.draft.lexicon import ROLE_NOUNS
from eventnotes.draft.reading.mentions import Figure, Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.titles import is_title

_QUOTED = re.compile(
    r"“([^“”\n]{8,1500}?)(?:”|\"(?=[\s.,;:)]|$)|\s“(?=\s))|«\s?([^«»\n]{8,1500})\s?»"
    r"|„([^„“”\n]{8,1500})[“”]|(?<![\w\"])\"([^\"\n]{8,1500})\"(?!\w)"
    r"|(?<!\w)‘((?:[^‘’“”\n]|’(?=\w)){15,600})’(?!\w)|(?<![\w'])'((?:[^'\"“”\n]|'(?=\w)){15,600})'(?![\w'])"
)
_OF_THE_POST = re.compile(
    r"(?i)\b(?:(?:originally|first|cross-?|also|re-?)\s?(?:published|posted|appeared)|this (?:post|article"
    r"|entry) (?:was|is|has)"
    r"|(?:update|note|disclaimer|edit)\s*:)"
)
"""What a block quote says of the post itself."""
__all__ = ["FORMS", "recognise"]
_WITHIN = frozenset(one.name for one in (*AFTER, *BEFORE))
"""The forms that tell of a quotation inside a block quote."""
_SINGLE = ("‘", "'")
"""Marks that, as often as a quotation, enclose a term or a title."""
_NEAR, _FAR = 240, 1000
_LEAST_WORDS = 5
_LIKELY = "likely"
"""The form of a quotation that no words tell of."""


class _Said(NamedTuple):
    """Who said a quote: a person, or words for somebody unnamed, and the form that told."""

    figure: Figure | None
    words: Words | None
    form: str
    confidence: float


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The quotations that a source gives to somebody."""
    for block in _blocks(mentions):
        if block.quoted:
            inner = [one for one in _in_marks(mentions, block) if one.figures and one.form in _WITHIN]
            yield from inner or _block_quote(mentions, block)
            continue
        yield from _indirect(block)
        yield from _reported(mentions, block)
        yield from _in_marks(mentions, block)


def candidates(mentions: Mentions) -> Iterator[tuple[Words, set[str]]]:
    """Words in quotation marks of which no form tells whose they are, and the cues that they are somebody's."""
    for block in _blocks(mentions):
        if block.quoted:
            continue
        told = [one.words for one in _in_marks(mentions, block) if one.form != _LIKELY]
        for match, words in _marked(block):
            if match[0][0] not in _SINGLE and words not in told:
                yield words, set(cues_of(mentions.masked(block), words, match.start()))


def _blocks(mentions: Mentions) -> Iterator[Block]:
    """The blocks that may quote."""
    for block in mentions.view.blocks:
        if block.tag or block.kind in ("code", "rule", "header", "heading", "cell"):
            continue
        if "pic.twitter.com" not in block.text and "https://t.co/" not in block.text:
            yield block


def _marked(block: Block) -> Iterator[tuple[re.Match[str], Words]]:
    """What stands in quotation marks in a block and is no title."""
    for match in _QUOTED.finditer(block.text):
        words = _trimmed(block, *match.span(match.lastindex or 1))
        if len(words.text.split()) >= _LEAST_WORDS and not _is_title(block, match.start(), words):
            yield match, words


def _in_marks(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """The quotations in quotation marks in a block."""
    last: Claim | None = None
    if not any(one in block.text for one in ('"', "“", "«", "„", "‘", " '")) and not block.text.startswith("'"):
        return
    for match, words in _marked(block):
        found = _inline(mentions, block, match, words)
        if match[0][0] in _SINGLE:
            if found is not None and (found.figures or found.parts) and found.form in _WITHIN:
                yield found
            continue
        found = found or _continued(mentions, block, words, last) or _of_its_own(mentions, block, match, words, last)
        if found is None and is_remark(cues_of(mentions.masked(block), words, match.start())):
            figure = _last_person(mentions, block, match.start())
            found = Claim("quote", words, "quotes", _LIKELY, 0.62, figures=(figure,) if figure else ())
        if found is not None:
            last = found
            yield found


def _inline(mentions: Mentions, block: Block, match: re.Match[str], words: Words) -> Claim | None:
    alone = not block.text[: match.start()].strip(" *_-\n") and not block.text[match.end() :].strip(" *_.,\n")
    said = _cited(mentions, block, match.end()) or _after(mentions, block, match.end())
    said = said or _before(mentions, block, match.start())
    if said is None and not block.text[: match.start()].strip():
        said = _lead_in(mentions, block)
    said = said or (_signed(mentions, block) if alone else None) or _below_name(mentions, block, match, words)
    if said is not None:
        return _claim(words, said)
    if alone and block.text.strip()[-1:] in '"”».' and words.text[0].isupper():
        return Claim("quote", words, "quotes", "alone", 0.6)
    return None


def _below_name(mentions: Mentions, block: Block, match: re.Match[str], words: Words) -> _Said | None:
    """Below a heading with one person's name, a sentence in quotation marks that opens a paragraph is hers."""
    heading = mentions.view.heading_above(block)
    named = {one.figure for one in mentions.of(heading)} if heading is not None else set()
    opens = not block.text[: match.start()].strip(" *_") and words.text[0].isupper() and match[0][-2:-1] in (*".!?,",)
    if len(named) != 1 or not opens:
        return None
    figure = named.pop()
    return _Said(figure, None, "below-name", 0.75) if figure.known else None


def _signed(mentions: Mentions, block: Block) -> _Said | None:
    """Who is named by himself below a quotation, on a line that a dash often makes a list."""
    following = mentions.view.blocks[block.number + 1 : block.number + 2]
    match = SIGNED.regex.match(mentions.masked(following[0])) if following else None
    return _named(mentions, following[0], match, SIGNED) if match else None


def _continued(mentions: Mentions, block: Block, words: Words, last: Claim | None) -> Claim | None:
    """A piece of what somebody says who was quoted before it, with nobody named in between."""
    if last is None or not last.figures or _names_others(mentions, block, last, words.start):
        return None
    between = block.text[last.words.end : words.start]
    if words.text[0].isupper() or len(between) > _NEAR or between.rstrip('"“').endswith("="):
        return None
    return Claim("quote", words, "quotes", "continued", 0.7, figures=last.figures)


def _names_others(mentions: Mentions, block: Block, last: Claim, place: int) -> bool:
    """Whether somebody else is named between a quotation and a place."""
    return any(one.figure not in last.figures for one in mentions.within(block, last.words.end, place))


def _of_its_own(
    mentions: Mentions, block: Block, match: re.Match[str], words: Words, last: Claim | None
) -> Claim | None:
    """A quotation that is a sentence of its own: of the one who was quoted before it, or named last."""
    before, after = block.text[: match.start()].rstrip(), block.text[match.end() :].lstrip()
    whole = words.text[0].isupper() and before[-1:] in '.!?”"' and (words.text[-1:] in ".!?" or after[:1] in (".", ""))
    if not whole or not before:
        return None
    if last is not None and last.figures and not _names_others(mentions, block, last, match.start()):
        return Claim("quote", words, "quotes", "continued", 0.75, figures=last.figures)
    figure = _last_person(mentions, block, match.start())
    unnamed = _apposed(mentions, block, match.start())
    if unnamed is not None and (figure is None or not mentions.within(block, unnamed.end, match.start())):
        return _claim(words, _Said(None, unnamed, "of-its-own", 0.65))
    return Claim("quote", words, "quotes", "of-its-own", 0.65, figures=(figure,)) if figure else None


def _apposed(mentions: Mentions, block: Block, place: int) -> Words | None:
    """Who is named last by one word and a role, and is no person that is known."""
    found = None
    for match in APPOSED.finditer(block.text, max(0, place - _FAR), place):
        role = re.findall(r"[\w-]+", match["role"].lower())
        if ROLE_NOUNS & {*role, *(one.rpartition("-")[2] for one in role)} and not mentions.at(block, match.start(1)):
            found = Words(block, *match.span("unnamed"))
    return found


def _cited(mentions: Mentions, block: Block, place: int) -> _Said | None:
    match = CITED.regex.match(mentions.masked(block), place - 1)
    return _named(mentions, block, match, CITED) if match else None


def _reported(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """What is told to have been said, without quotation marks."""
    masked = mentions.masked(block)
    for form in REPORTED if mentions.of(block) else ():
        for match in form.search(masked):
            words = _trimmed(block, *match.span("text"))
            mention = mentions.at(block, match.start("who"))
            if (
                mention is None
                or len(words.text.split()) < _LEAST_WORDS
                or (form.name == "line-dash" and _is_titled(words.text))
            ):
                continue
            kind = "" if form.name == "line-dash" else "indirect"
            yield Claim("quote", words, "quotes", form.name, form.confidence, kind, (mention.figure,))


def _claim(words: Words, said: _Said) -> Claim:
    parts = {"attribution": (said.words,)} if said.words else {}
    figures = (said.figure,) if said.figure else ()
    return Claim("quote", words, "quotes", said.form, said.confidence, figures=figures, parts=parts)


def _after(mentions: Mentions, block: Block, place: int) -> _Said | None:
    masked = mentions.masked(block)
    for form in (UNKNOWN, SAID_UNKNOWN):
        if match := form.regex.match(masked, place):
            return _Said(None, Words(block, *match.span("unnamed")), form.name, form.confidence)
    for form in AFTER:
        match = form.regex.match(masked, place)
        if match is None:
            continue
        if "who" in form.regex.groupindex:
            return _named(mentions, block, match, form)
        figure = _last_person(mentions, block, place)
        if figure is not None:
            return _Said(figure, None, form.name, form.confidence)
    return None


def _before(mentions: Mentions, block: Block, place: int) -> _Said | None:
    start = max((one for one, _ in block.sentences if one <= place), default=0)
    if start == place and place > 0:
        start = max((one for one, _ in block.sentences if one < place), default=0)
        if block.text[start:place].rstrip()[-1:] != ":":
            return None
    masked = mentions.masked(block)[:place]
    for form in BEFORE:
        match = form.regex.search(masked, start)
        if match is None:
            continue
        if "who" in form.regex.groupindex:
            return _named(mentions, block, match, form)
        figure = _last_person(mentions, block, match.start())
        if figure is not None:
            return _Said(figure, None, form.name, form.confidence)
        if introduced := [*INTRODUCED.finditer(block.text, max(0, match.start() - _FAR), match.start())]:
            return _Said(None, Words(block, *introduced[-1].span("unnamed")), "introduced-before", 0.65)
    unnamed = UNNAMED.search(masked, max(0, start - 2))
    if unnamed:
        return _Said(None, Words(block, *unnamed.span("unnamed")), "unnamed-before", 0.7)
    apposed = _apposed(mentions, block, place)
    if apposed is not None and apposed.start >= start and masked.rstrip()[-1:] in (":", ","):
        return _Said(None, apposed, "apposed-before", 0.7)
    return None


def _named(mentions: Mentions, block: Block, match: re.Match[str], form: Form) -> _Said | None:
    mention = mentions.at(block, match.start("who"))
    return _Said(mention.figure, None, form.name, form.confidence) if mention else None


def _last_person(mentions: Mentions, block: Block, place: int) -> Figure | None:
    """The person that a pronoun means: named first in the last sentence that names one, or last in the block above."""
    for start, _ in reversed([one for one in block.sentences if one[0] < place]):
        known = [one for one in mentions.within(block, start, place) if one.figure.known]
        if known:
            return known[0].figure
    above = mentions.view.before(block)
    known = [one for one in mentions.of(above) if one.figure.known] if above is not None else []
    return known[-1].figure if known else None


def _is_passed_over(above: Block, block: Block) -> bool:
    """Whether a block stands between a quotation and its lead-in: an image, an item before it, another quotation."""
    text = above.text.strip(" \n*_")
    if above.kind == "item" and block.kind == "item" and above.list == block.list:
        return True
    return not text or (above.kind == "paragraph" and text[0] in '"“«' and text[-1] in '"”»')


def _lead_in(mentions: Mentions, block: Block) -> _Said | None:
    """Who the block above says speaks: it ends in a colon, or in no mark at all."""
    above = mentions.view.before(block)
    while above is not None and _is_passed_over(above, block):
        above = mentions.view.before(above)
    if above is None or above.kind in ("rule", "code"):
        return None
    last = ":" if above.text.rstrip().endswith(("...", "…")) else above.text.rstrip()[-1:]
    if last not in (":", "") and (last in '.!?"”' or above.kind == "heading"):
        return None
    start = above.sentences[-1][0] if above.sentences else 0
    masked = mentions.masked(above)
    people = list(people_in(masked, start, len(masked)))
    spoken = re.search(_SPOKEN, masked[start:])
    mention = mentions.at(above, people[0][0]) if people else None
    if mention is not None and above.kind == "heading" and not _is_at_edge(above, mention.start, mention.end):
        mention = None
    if mention is not None and (spoken or (last == ":" and (mention.figure.known or mention.figure.confirmed))):
        return _Said(mention.figure, None, "lead-in", 0.8)
    if last == ":" and (above.text.rstrip()[-1:] != ":" or _PRONOUN.search(masked, start)):
        figure = _last_person(mentions, above, len(above.text))
        return _Said(figure, None, "lead-in", 0.7) if figure else None
    if match := FROM_UNNAMED.regex.search(above.text, start):
        return _Said(None, Words(above, *match.span("unnamed")), FROM_UNNAMED.name, FROM_UNNAMED.confidence)
    return _Said(None, None, "lead-in", 0.6) if last == ":" and spoken else None


def _is_at_edge(block: Block, start: int, end: int) -> bool:
    """Whether a name opens or ends a heading, as one of a person does and one inside a phrase does not."""
    return not block.text[:start].strip(" *_") or not block.text[end:].strip(" *_:’'s")


_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_SPOKEN = Form("said", r"\b(?:<SAID>|characteri[sz]ed|puts?|defin\w+|quotes?)\b", 1).regex


def _block_quote(mentions: Mentions, block: Block) -> Iterator[Claim]:
    above = mentions.view.before(block)
    if (above is not None and above.quoted and above.top == block.top) or attribution_of(mentions.view, block):
        return
    text = block.text
    masked = mentions.masked(block)
    end = len(text)
    said = None
    dash = re.search(r"[\s\"”.]*(?:\n\s*|\s)?(?:[–—~]|--)\s*(?P<who>[^\n]{2,120})$", masked)
    if dash and any(people_in(masked, *dash.span("who"))):
        place = next(people_in(masked, *dash.span("who")))[0]
        mention = mentions.at(block, place)
        said, end = _Said(mention.figure if mention else None, None, "block-dash", 0.95), dash.start()
    words = _trimmed(block, 0, end)
    if len(words.text.split()) < _LEAST_WORDS or _OF_THE_POST.search(text):
        return
    marked = text[words.start - 1 : words.start] in tuple('"“«') and not text[words.end :].strip(' \n"”»*_.,')
    said = said or _lead_in(mentions, block) or _Said(None, None, "block", 0.7 if marked else 0.55)
    yield _claim(words, said)


def _indirect(block: Block) -> Iterator[Claim]:
    for form in INDIRECT:
        for match in form.search(block.text):
            words, who = Words(block, *match.span("text")), Words(block, *match.span("unnamed"))
            yield Claim("quote", words, "quotes", form.name, form.confidence, "indirect", (), {"attribution": (who,)})


_BY = re.compile(r"[\"”’'»]\s+(?:\([^()]*\)\s+)?by\s+[^\W\d_a-z]")
"""What follows a title that has a maker."""


def _is_title(block: Block, start: int, words: Words) -> bool:
    before = block.text[max(0, start - 30) : start].lower()
    if re.search(
        r"\b(?:titled|entitled|called|named|talk|book|paper|article|post|report|theme|topic|session|panel|song|on"
        r"|about)\s*$|\b(?:titled|entitled|called|named|talk|book|paper|session|panel)[,:]\s*$"
        r"|\b(?:title|theme|topic|motto|motion)\b[^.!?]{0,12}\s(?:is|was|were):?\s*$",
        before,
    ):
        return True
    if words.text[-1:] not in ".!?," and _BY.match(block.text, words.end):
        return True
    return _is_titled(words.text)


def _is_titled(text: str) -> bool:
    """Whether most long words have a capital."""
    capital = [one for one in re.findall(r"[^\W\d_][\w’'-]*", text) if len(one) > 3]
    return is_title(text) and len(capital) > 1 and sum(one[0].isupper() for one in capital) * 3 >= 2 * len(capital)


def _trimmed(block: Block, start: int, end: int) -> Words:
    text = block.text
    while start < end and text[start] in " \n\"“”‘'":
        start += 1
    while end > start and text[end - 1] in " \n\"“”’',":
        end -= 1
    return Words(block, start, end)
