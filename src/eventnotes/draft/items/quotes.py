"""Quotes: words in quotation marks or a block quote that the text gives to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.items import voices
from eventnotes.draft.items.attributions import attribution_of
from eventnotes.draft.items.remarks import cues_of, is_remark
from eventnotes.draft.items.sayings import AFTER, BEFORE, FORMS, INDIRECT, REPORTED
from eventnotes.draft.items.voices import Said
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.titles import is_title

_QUOTED = re.compile(
    r"“([^“”\n]{8,1500}?)(?:”|\"(?=[\s.,;:)]|$)|\s“(?=\s))|«\s?([^«»\n]{8,1500})\s?»|“([^“”\n]{40,1500})\Z"
    r"|„([^„“”\n]{8,1500})[“”]|(?<![\w\"])\"([^\"\n]{8,1500})\"(?!\w)"
    r"|(?<!\w)‘((?:[^‘’“”\n]|’(?=\w)){15,600})’(?!\w)|(?<![\w'])'((?:[^'\"“”\n]|'(?=\w)){15,600})'(?![\w'])"
)
_OF_THE_POST = re.compile(
    r"(?i)\b(?:(?:originally|first|cross-?|also|re-?)\s?(?:published|posted|appeared)|this (?:post|article"
    r"|entry) (?:was|is|has)"
    r"|(?:update|note|disclaimer|edit|idea|tip|warning|examples?|to-?do|definition|source|summary|abstract|tl;?dr|references?"
    r"|links?|slides?|image|photo|video)\s*:)"
)
"""What a block quote says of the post itself."""
__all__ = ["FORMS", "recognise"]
_WITHIN = frozenset(one.name for one in (*AFTER, *BEFORE))
"""The forms that tell of a quotation inside a block quote."""
_UNCLOSED = 3
"""The group of what is opened and closed nowhere: a quotation of several paragraphs, or a slip."""
_SINGLE = ("‘", "'")
"""Marks that, as often as a quotation, enclose a term or a title."""
_NEAR = 240
_LEAST_WORDS = 5
_MARK = re.compile(r"[\"“”]")
LABELLED = "labelled"
_IN_BRACKETS = Form("in-brackets", r"\s*\(\s*(?:the\s+)?(?P<who><PERSON>)[^()\n]*\)\W*$", 1)
_LIKELY = "likely"
_ALONE, _BLOCK = "alone", "block"
OF_NOBODY = frozenset([_ALONE, _BLOCK, _LIKELY, LABELLED])
"""The forms of quotations that do not say whose they are."""
"""The form of a quotation that no words tell of."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The quotations that a source gives to somebody."""
    for block in _blocks(mentions):
        if block.quoted:
            inner = [one for one in _in_marks(mentions, block) if one.figures and one.form in _WITHIN]
            yield from inner or _block_quote(mentions, block)
            continue
        yield from _indirect(block)
        start = voices.labelled(mentions, block)
        if start is not None and not _marked_in(block, start):
            yield from _labelled(mentions, block, start)
            continue
        yield from _reported(mentions, block)
        yield from _in_marks(mentions, block)


def candidates(mentions: Mentions) -> Iterator[tuple[Words, set[str]]]:
    """Words in quotation marks of which no form tells whose they are, and the cues that they are somebody's."""
    for block in _blocks(mentions):
        if block.quoted:
            continue
        told = [one.words for one in _in_marks(mentions, block) if one.form != _LIKELY]
        for match, words in _marked(block):
            if match[0][0] not in _SINGLE and match.lastindex != _UNCLOSED and words not in told:
                yield words, set(cues_of(words, match.start()))


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
        if match[0][0] in _SINGLE or match.lastindex == _UNCLOSED:
            if found is not None and (found.figures or found.parts) and found.form in _WITHIN:
                yield found
            continue
        found = found or _continued(mentions, block, words, last) or _of_its_own(mentions, block, match, words, last)
        if (
            found is None
            and block.text[match.start() - 1 : match.start()] != "="
            and is_remark(cues_of(words, match.start()))
        ):
            found = _claim(words, _likely(mentions, block, match))
        if found is not None:
            last = found
            yield found


def _likely(mentions: Mentions, block: Block, match: re.Match[str]) -> Said:
    """Whose words are that no form gives to anybody: whom brackets name, or who is named last."""
    said = voices.bracketed(mentions, block, match.end())
    figure = None if said else voices.last_person(mentions, block, match.start())
    return Said(figure, said.words if said else None, _LIKELY, 0.62)


def _inline(mentions: Mentions, block: Block, match: re.Match[str], words: Words) -> Claim | None:
    alone = not block.text[: match.start()].strip(" *_-\n") and not block.text[match.end() :].strip(" *_.,\n")
    link = block.link_at(words.start, words.end)
    if alone and link is not None and link.start <= words.start and words.end <= link.end:
        return None
    said = voices.cited(mentions, block, match.end()) or voices.after(mentions, block, match.end())
    said = said or voices.before(mentions, block, match.start())
    if said is None and not block.text[: match.start()].strip():
        said = voices.lead_in(mentions, block)
    said = said or (voices.signed(mentions, block) if alone else None)
    said = said or voices.below_name(mentions, block, match, words)
    if said is None and voices.labelled(mentions, block) is not None:
        said = Said(None, None, LABELLED, 0.75)
    if said is not None:
        return _claim(words, said)
    if alone and block.text.strip()[-1:] in '"”».' and words.text[0].isupper():
        return Claim("quote", words, "quotes", _ALONE, 0.6)
    return None


def _continued(mentions: Mentions, block: Block, words: Words, last: Claim | None) -> Claim | None:
    """A piece of what somebody says who was quoted before it, with nobody named in between."""
    if last is None or not (last.figures or last.parts) or _names_others(mentions, block, last, words.start):
        return None
    between = block.text[last.words.end : words.start]
    if _JOINED.fullmatch(between) or _GOES_ON.fullmatch(between):
        return Claim("quote", words, "quotes", "continued", 0.7, figures=last.figures, parts=last.parts)
    if words.text[0].isupper() or len(between) > _NEAR or between.rstrip('"“').endswith("="):
        return None
    return Claim("quote", words, "quotes", "continued", 0.7, figures=last.figures, parts=last.parts)


_JOINED = re.compile(r"[\s\"”’'*_“‘,;&]*(?:(?:and|or|then)\b[\s\"“‘'*_,]*){0,2}")
_GOES_ON = Form(
    "goes-on", r"[\s\"”*_.,]*(?i:and|then|also|later|but)\b[^.!?\"“]{0,40}\b<SAID>\b[^.!?\"“]{0,30}[:,]?[\s*_\"“]*", 1
).regex
"""What stands between two quotations of one person."""


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
    figure = voices.last_person(mentions, block, match.start())
    unnamed = voices.apposed(mentions, block, match.start())
    if unnamed is not None and (figure is None or not mentions.within(block, unnamed.end, match.start())):
        return _claim(words, Said(None, unnamed, "of-its-own", 0.65))
    return Claim("quote", words, "quotes", "of-its-own", 0.65, figures=(figure,)) if figure else None


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


def _claim(words: Words, said: Said) -> Claim:
    parts = {"attribution": (said.words,)} if said.words else {}
    figures = (said.figure,) if said.figure else ()
    return Claim("quote", words, "quotes", said.form, said.confidence, figures=figures, parts=parts)


def _marked_in(block: Block, start: int) -> bool:
    """Whether a quotation in marks begins at a place or behind it."""
    return any(match.start() >= start - 1 for match, _ in _marked(block))


def _labelled(mentions: Mentions, block: Block, start: int) -> Iterator[Claim]:
    """What a label calls a quotation, without marks."""
    said, end = voices.signature(mentions, block)
    if said is None and (match := _IN_BRACKETS.regex.search(mentions.masked(block))):
        mention = mentions.at(block, match.start("who"))
        said, end = (Said(mention.figure, None, LABELLED, 0.85), match.start()) if mention else (None, end)
    words = _trimmed(block, start, end)
    if len(words.text.split()) >= _LEAST_WORDS and words.text[-1:] != ":" and not _MARK.search(words.text):
        yield _claim(words, said or Said(None, None, LABELLED, 0.7))


def _block_quote(mentions: Mentions, block: Block) -> Iterator[Claim]:
    above = mentions.view.before(block)
    if (above is not None and above.quoted and above.top == block.top) or attribution_of(mentions.view, block):
        return
    text = block.text
    said, end = voices.signature(mentions, block)
    start = 0
    if said is None:
        said, start = voices.fronted(mentions, block)
    opened = _OPENED.match(text) if said is None else None
    if opened is not None:
        start, end = opened.span(1)
    words = _trimmed(block, start, end)
    if len(words.text.split()) < _LEAST_WORDS - 2 or _OF_THE_POST.search(text) or _is_told_inline(mentions, words):
        return
    if _BYLINE.regex.match(mentions.masked(block)) or _DATE.regex.match(text):
        return
    closed = opened or not text[words.end :].strip(' \n"”»*_.,')
    marked = closed and text[words.start - 1 : words.start] in tuple('"“«')
    said = said or voices.signed(mentions, block) or voices.lead_in(mentions, block)
    said = said or Said(None, None, _BLOCK, 0.7 if marked else 0.55)
    yield _claim(words, said)


_OPENED = re.compile(r"[\s*_]*[“\"]([^“”\"]{15,})[”\"][*_]*\s*(?=[–—{]|--)")
"""A quotation in marks that opens a block quote, before what is said about it."""
_BYLINE = Form("byline", r"<MARKS><PERSON><PAREN>,\s+(?:[^\W\d_a-z]|of\b|at\b)[^!?\n]{2,120}$", 1)
_DATE = Form("date", r"\W*(?:(?:<DAY>)\b,?\s*)?(?:<MONTH>\s+\d|\d{1,2}(?:st|nd|rd|th)?\s+<MONTH>)[\w\s,.–-]{0,40}$", 1)
"""A line in a block quote that tells who spoke, or when."""


def _is_told_inline(mentions: Mentions, words: Words) -> bool:
    """Whether a block quote only lifts words out of a paragraph that has them too."""
    told = words.text.rstrip(" .,!?")
    return any(told in one.text for one in mentions.view.blocks if not one.quoted and one.kind == "paragraph")


def _indirect(block: Block) -> Iterator[Claim]:
    for form in INDIRECT:
        for match in form.search(block.text):
            words, who = Words(block, *match.span("text")), Words(block, *match.span("unnamed"))
            yield Claim("quote", words, "quotes", form.name, form.confidence, "indirect", (), {"attribution": (who,)})


_TITLED = re.compile(
    r"\b(?:titled|entitled|called|named|talk|book|paper|article|post|report|theme|topic|session|panel|song|on"
    r"|about)\s*$|\b(?<!during the )(?<!in the )(?<!at the )(?:titled|entitled|called|named|talk|book|paper|session"
    r"|panel|keynote|workshop|presentation|lecture)[,:]\s*$"
    r"|\b(?:title|theme|topic|motto|motion|talk|session|keynote|presentation)\b[^.!?\"“”]{0,40}\s(?:is|was|were):?\s*$"
)
"""What stands before a title, in small letters."""
_BY = re.compile(r"[\"”’'»]\s+(?:\([^()]*\)\s+)?by\s+[^\W\d_a-z]")
"""What follows a title that has a maker."""


def _is_title(block: Block, start: int, words: Words) -> bool:
    before = block.text[max(0, start - 60) : start].lower()
    if _TITLED.search(before):
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
