"""Quotes: words in quotation marks or a block quote that the text gives to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventnotes.draft.attributions import attribution_of
from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, people_in
from eventnotes.draft.mentions import Figure, Mentions
from eventnotes.draft.runs import Block
from eventnotes.draft.sessions import is_title

_QUOTED = re.compile(
    r"“([^“”\n]{8,1500})”|«\s?([^«»\n]{8,1500})\s?»|„([^„“”\n]{8,1500})[“”]|(?<![\w\"])\"([^\"\n]{8,1500})\"(?!\w)"
)
_PRONOUN = r"(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)"
AFTER = (
    Form(
        "said-name-after",
        r"\s*[,–—-]?\s*<SAID>\s+(?:(?!<PERSON>)[\w’'&./-]+,?\s+){0,8}?(?P<who><PERSON>)",
        0.9,
        (("“Buses are for everybody in this town,” said Bo Ek.", "Bo Ek"),),
    ),
    Form(
        "name-said-after",
        r"\s*[,–—-]?\s*(?P<who><PERSON>)(?:\s*,[^.,;:\n]{2,80},)?<ADVERB>\s+<SAID>\b",
        0.9,
        (("“Buses are for everybody in this town”, Bo Ek said.", "Bo Ek"),),
    ),
    Form(
        "dash-after",
        r"[\s.]*(?:[–—~]|--?)\s*(?:(?!<PERSON>)[\w’'&./-]+,?\s+){0,4}?(?P<who><PERSON>)",
        0.9,
        (("“Buses are for everybody in this town” – Bo Ek", "Bo Ek"),),
    ),
    Form(
        "brackets-after",
        r"\s*\((?P<who><PERSON>)[^()]*\)",
        0.8,
        (("“Buses are for everybody in this town” (Bo Ek)", "Bo Ek"),),
    ),
    Form(
        "pronoun-after",
        r"\s*[,–—-]?\s*(?:" + _PRONOUN + r"\s+<ADVERB>\s*<SAID>|<SAID>\s+(?P<other>he|she|they))\b",
        0.75,
        (("Bo Ek went on. “Buses are for everybody in this town,” he said.", "Bo Ek"),),
    ),
)
CITED = Form(
    "cite",
    r"[\"”]\s+(?:cite|author|attribution|by|source|name)=[\"“](?:(?!<PERSON>)[^\"”\n])*(?P<who><PERSON>)",
    0.95,
    (('{{< quote text="Buses are for everybody in this town" cite="Head of buses, Bo Ek" >}}', "Bo Ek"),),
)
SIGNED = Form(
    "signed",
    r"^<MARKS>(?P<who><PERSON>)(?:\s*[,(][^\n]{0,80})?\s*$",
    0.85,
    (("“Buses are for everybody in this town.”\n\n- Bo Ek, head of buses", "Bo Ek"),),
)
REPORTED = (
    Form(
        "as-concludes",
        r"(?:^|[.!?]\s+)(?:But,? |And |So )?[Aa]s (?P<who><PERSON>)(?:\s*,[^.,;:\n]{2,60},)?\s+(?:concludes"
        r"|concluded|put it|puts it|said|says"
        r"|pointed out|points out)\s*[,;:]\s*(?P<text>[^.!?\n\"“”]{20,300})",
        0.65,
        (("As Bo Ek concludes, buses are for everybody in this town.", "Bo Ek"),),
    ),
    Form(
        "sentence-said",
        r"(?:^|[.!?]\s+)(?P<text>[A-Z][^.!?\n\"“”]{25,250}),\s+(?P<who><PERSON>)\s+(?:said|says|explained|noted"
        r"|argued|concluded|warned)(?=[.!]|$)",
        0.62,
        (("Buses are for everybody in this small town, Bo Ek said.", "Bo Ek"),),
    ),
    Form(
        "line-dash",
        r"^\W{0,3}(?P<text>[^\n\"“”–—]{15,300}?)\s+[–—-]{1,2}\s+(?P<who><PERSON>)\s*$",
        0.7,
        (("- A good timetable is a promise to everybody – Bo Ek", "Bo Ek"),),
    ),
)
BEFORE = (
    Form(
        "name-said-before",
        r"(?P<who><PERSON>)<PAREN>(?:\s*,[^.;:\n]{2,120}?,)?(?:(?!<PERSON>)[^.!?\n]){0,60}?\b<SAID>\b"
        r"(?:(?!<PERSON>)[^.!?\n\"“”]){0,80}[:,]?\s*$",
        0.85,
        (("Bo Ek said that “buses are for everybody in this town”.", "Bo Ek"),),
    ),
    Form(
        "in-words-of",
        r"\b(?i:words of|according to|quot(?:e|ed|ing)|as|says?|said)\s+(?:"
        r"(?!<PERSON>)[\w’'&./-]+,?\s+){0,6}?(?P<who><PERSON>)(?:[^.!?\n\"“”]|\.(?=\w)){0,100}[:,]?\s*$",
        0.75,
        (("In the words of Bo Ek, “buses are for everybody in this town”.", "Bo Ek"),),
    ),
    Form(
        "colon-before",
        r"(?P<who><PERSON>)<PAREN>(?:(?!<PERSON>)[^.!?\n\"“”]){0,100}[:,]\s*$",
        0.75,
        (("From Bo Ek: “buses are for everybody in this town”.", "Bo Ek"),),
    ),
    Form(
        "pronoun-before",
        _PRONOUN + r"\b[^.!?\n\"“”]{0,60}?\b<SAID>\b[^.!?\n\"“”]{0,60}[:,]?\s*$",
        0.7,
        (("Bo Ek went on. He added, “buses are for everybody in this town”.", "Bo Ek"),),
    ),
)
INDIRECT = (
    Form(
        "quote-from-who",
        r"\b(?i:quote|remark|comment|story|saying|line)\s+(?:from|by|of)\s+"
        r"(?P<unnamed>[^.,;:!?\n]{3,60}?)\s+(?:who|that)\s+(?:<SAID>)\s+(?:that\s+)?(?P<text>[^.!?\n]{15,300})",
        0.8,
        (
            (
                "He shared a remark by one of his pupils who said that the bus is a second classroom.",
                "one of his pupils",
            ),
        ),
    ),
)
FORMS = (CITED, SIGNED, *AFTER, *BEFORE, *REPORTED, *INDIRECT)
_UNNAMED = re.compile(
    r"(?:^|[.!?,;]\s+|\b(?:when|as|and|but|then|where|while|after)\s+)(?P<unnamed>(?:(?i:one|an?|another|the|some"
    r"|several|many|our|my|his|her"
    r"|their)\s+)(?:[\w’'-]+\s+){0,6}?(?i:attendees?|participants?|audience"
    r"(?: members?)?|residents?|citizens?|colleagues?|speakers?|panell?ists?|users?|customers?|patients?"
    r"|developers?|designers?|managers?"
    r"|volunteers?|students?|members?|people|person|man|woman|officials?"
    r"|representatives?))\s+(?:<SAID>)\b[^.!?\n]{0,60}$".replace("<SAID>", "[a-z]+(?:ed|id|old|ys)")
)
_OF_THE_POST = re.compile(
    r"(?i)\b(?:(?:originally|first|cross-?|also|re-?)\s?(?:published|posted|appeared)|this (?:post|article"
    r"|entry) (?:was|is|has)"
    r"|(?:update|note|disclaimer|edit)\s*:)"
)
"""What a block quote says of the post itself."""
_LEAST_WORDS = 5


class _Said(NamedTuple):
    """Who said a quote: a person, or words for somebody unnamed, and the form that told."""

    figure: Figure | None
    words: Words | None
    form: str
    confidence: float


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The quotations that a source gives to somebody."""
    for block in mentions.view.blocks:
        if block.tag or block.kind in ("code", "rule", "header", "heading", "cell"):
            continue
        if "pic.twitter.com" in block.text or "https://t.co/" in block.text:
            continue
        if block.quoted:
            yield from _block_quote(mentions, block)
            continue
        yield from _indirect(block)
        yield from _reported(mentions, block)
        last: Claim | None = None
        for match in _QUOTED.finditer(block.text):
            words = _trimmed(block, *match.span(match.lastindex or 1))
            if len(words.text.split()) < _LEAST_WORDS or _is_title(block, match.start(), words):
                continue
            found = _inline(mentions, block, match, words) or _of_its_own(mentions, block, match, words, last)
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


def _of_its_own(
    mentions: Mentions, block: Block, match: re.Match[str], words: Words, last: Claim | None
) -> Claim | None:
    """A quotation that is a sentence of its own: of the one who was quoted before it, or named last."""
    before, after = block.text[: match.start()].rstrip(), block.text[match.end() :].lstrip()
    whole = words.text[0].isupper() and before[-1:] in '.!?”"' and (words.text[-1:] in ".!?" or after[:1] in (".", ""))
    if not whole or not before:
        return None
    if last is not None and last.figures and not mentions.within(block, last.words.end, match.start()):
        return Claim("quote", words, "quotes", "continued", 0.75, figures=last.figures)
    figure = _last_person(mentions, block, match.start())
    return Claim("quote", words, "quotes", "of-its-own", 0.65, figures=(figure,)) if figure else None


def _cited(mentions: Mentions, block: Block, place: int) -> _Said | None:
    match = CITED.regex.match(mentions.masked(block), place - 1)
    return _named(mentions, block, match, CITED) if match else None


def _reported(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """What is told to have been said, without quotation marks."""
    masked = mentions.masked(block)
    for form in REPORTED:
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
    unnamed = _UNNAMED.search(masked, start)
    if unnamed:
        return _Said(None, Words(block, *unnamed.span("unnamed")), "unnamed-before", 0.7)
    return None


def _named(mentions: Mentions, block: Block, match: re.Match[str], form: Form) -> _Said | None:
    mention = mentions.at(block, match.start("who"))
    return _Said(mention.figure, None, form.name, form.confidence) if mention else None


def _last_person(mentions: Mentions, block: Block, place: int) -> Figure | None:
    """The person that a pronoun means: the one named last, in this block or the one above."""
    for one in (block, mentions.view.before(block)):
        if one is None:
            continue
        known = [found for found in mentions.of(one) if found.figure.known and (one is not block or found.end <= place)]
        if known:
            first = known[0] if one is block else known[-1]
            return known[-1].figure if len({found.figure for found in known}) == 1 else first.figure
    return None


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
    if people and (spoken or last == ":"):
        mention = mentions.at(above, people[0][0])
        return _Said(mention.figure, None, "lead-in", 0.8) if mention else None
    if last == ":" and above.text.rstrip()[-1:] != ":":
        figure = _last_person(mentions, above, len(above.text))
        return _Said(figure, None, "lead-in", 0.7) if figure else None
    return _Said(None, None, "lead-in", 0.6) if last == ":" and spoken else None


_SPOKEN = Form("said", r"\b(?:<SAID>|characteri[sz]ed|puts?|defin\w+|quotes?)\b", 1).regex


def _block_quote(mentions: Mentions, block: Block) -> Iterator[Claim]:
    above = mentions.view.before(block)
    if (above is not None and above.quoted and above.top == block.top) or attribution_of(mentions.view, block):
        return
    text = block.text
    masked = mentions.masked(block)
    end = len(text)
    said = None
    dash = re.search(r"[\s\"”.]*(?:\n\s*|\s)?(?:[–—]|--)\s*(?P<who>[^\n]{2,120})$", masked)
    if dash and any(people_in(masked, *dash.span("who"))):
        place = next(people_in(masked, *dash.span("who")))[0]
        mention = mentions.at(block, place)
        said, end = _Said(mention.figure if mention else None, None, "block-dash", 0.95), dash.start()
    words = _trimmed(block, 0, end)
    if len(words.text.split()) < _LEAST_WORDS or _OF_THE_POST.search(text):
        return
    said = said or _lead_in(mentions, block) or _Said(None, None, "block", 0.55)
    yield _claim(words, said)


def _indirect(block: Block) -> Iterator[Claim]:
    for form in INDIRECT:
        for match in form.search(block.text):
            words, who = Words(block, *match.span("text")), Words(block, *match.span("unnamed"))
            yield Claim("quote", words, "quotes", form.name, form.confidence, "indirect", (), {"attribution": (who,)})


def _is_title(block: Block, start: int, words: Words) -> bool:
    before = block.text[max(0, start - 30) : start].lower()
    if re.search(
        r"\b(?:titled|entitled|called|named|talk|book|paper|article|post|report|theme|topic|session|panel|song|on"
        r"|about)[,:]?\s*$",
        before,
    ):
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
