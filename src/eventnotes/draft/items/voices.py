"""Voices: whose words a quotation holds, from what stands around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventnotes.draft.claim import Words
from eventnotes.draft.forms import Form, people_in
from eventnotes.draft.items.sayings import (
    AFTER,
    APPOSED,
    BEFORE,
    BRACKETED,
    CITED,
    FROM_UNNAMED,
    INTRODUCED,
    LABEL,
    QUOTED_FROM,
    SAID_UNKNOWN,
    SIGNED,
    SIGNED_UNKNOWN,
    SIGNED_UNNAMED,
    SUBJECT,
    SUBJECT_AFTER,
    UNKNOWN,
    UNNAMED,
)
from eventnotes.draft.lexicon import ROLE_NOUNS
from eventnotes.draft.reading.mentions import Figure, Mentions
from eventnotes.draft.reading.runs import Block

_FAR = 1000


class Said(NamedTuple):
    """Who said a quote: a person, or words for somebody unnamed, and the form that told."""

    figure: Figure | None
    words: Words | None
    form: str
    confidence: float


def below_name(mentions: Mentions, block: Block, match: re.Match[str], words: Words) -> Said | None:
    """Below a heading with one person's name, a sentence in quotation marks that opens a paragraph is hers."""
    heading = mentions.view.heading_above(block)
    named = (
        {one.figure for one in mentions.of(heading) if _is_at_edge(heading, one.start, one.end)} if heading else set()
    )
    opens = not block.text[: match.start()].strip(" *_") and words.text[0].isupper() and match[0][-2:-1] in (*".!?,",)
    if len(named) != 1 or not opens:
        return None
    figure = named.pop()
    return Said(figure, None, "below-name", 0.75) if figure.known else None


def signed(mentions: Mentions, block: Block) -> Said | None:
    """Who is named by himself below a quotation, on a line that a dash often makes a list."""
    following = mentions.view.blocks[block.number + 1 : block.number + 2]
    if not following or following[0].kind == "heading":
        return None
    match = SIGNED.regex.match(mentions.masked(following[0]))
    return _named(mentions, following[0], match, SIGNED) if match else None


def apposed(mentions: Mentions, block: Block, place: int) -> Words | None:
    """Who is named last by one word and a role, and is no person that is known."""
    found = None
    for match in APPOSED.finditer(block.text, max(0, place - _FAR), place):
        role = re.findall(r"[\w-]+", match["role"].lower())
        if ROLE_NOUNS & {*role, *(one.rpartition("-")[2] for one in role)} and not mentions.at(block, match.start(1)):
            found = Words(block, *match.span("unnamed"))
    return found


def cited(mentions: Mentions, block: Block, place: int) -> Said | None:
    """Who is named in the attributes of a shortcode that holds a quotation."""
    match = CITED.regex.match(mentions.masked(block), place - 1)
    return _named(mentions, block, match, CITED) if match else None


def after(mentions: Mentions, block: Block, place: int) -> Said | None:
    """Who is named right after a quotation that ends at a place, or meant by a pronoun there."""
    masked = mentions.masked(block)
    for form in (UNKNOWN, SAID_UNKNOWN):
        if match := form.regex.match(masked, place):
            meant = _misspelt(mentions, match["unnamed"])
            return Said(meant, None if meant else Words(block, *match.span("unnamed")), form.name, form.confidence)
    for form in AFTER:
        match = form.regex.match(masked, place)
        if match is None:
            continue
        if "who" in form.regex.groupindex:
            return _named(mentions, block, match, form)
        figure = last_person(mentions, block, place)
        if figure is not None:
            return Said(figure, None, form.name, form.confidence)
    if match := SIGNED_UNKNOWN.regex.match(masked, place):
        return Said(None, Words(block, *match.span("unnamed")), SIGNED_UNKNOWN.name, 0.8)
    return unnamed_after(block, masked, place)


def unnamed_after(block: Block, masked: str, place: int) -> Said | None:
    """Who is told after a quotation to have said it, without a name."""
    if match := SUBJECT_AFTER.match(masked, place):
        group = "unnamed" if match["unnamed"] else "after"
        return Said(None, Words(block, *match.span(group)), "subject-after", 0.7)
    match = SIGNED_UNNAMED.match(masked, place)
    return Said(None, Words(block, *match.span("unnamed")), "signed-unnamed", 0.7) if match else None


def bracketed(mentions: Mentions, block: Block, place: int) -> Said | None:
    """Who is named in brackets behind a quotation that ends at a place, and is no person that is known."""
    match = BRACKETED.match(mentions.masked(block), place)
    return Said(None, Words(block, *match.span("unnamed")), "bracketed", 0.62) if match else None


def labelled(mentions: Mentions, block: Block) -> int | None:
    """Where words begin that a label calls a quotation: `Quote of the day:`, or a list below `Quotes`."""
    if match := LABEL.match(block.text):
        return match.end() if match.end() < len(block.text) else None
    above = mentions.view.before(block)
    while above is not None and above.kind == "item" and block.kind == "item":
        above = mentions.view.before(above)
    match = LABEL.match(above.text) if above is not None else None
    return 0 if match and above and match.end() == len(above.text) else None


def _misspelt(mentions: Mentions, word: str) -> Figure | None:
    """The person whose surname differs in one letter from a word that is nobody's name."""
    known = [one for one in mentions.figures if one.known and _is_near(one.parts[-1], word)]
    return known[0] if len(known) == 1 else None


def _is_near(one: str, other: str) -> bool:
    size = min(len(one), len(other))
    head = next((place for place in range(size) if one[place] != other[place]), size)
    long = size >= _LONG and abs(len(one) - len(other)) <= 1
    return long and (
        one[head + 1 :] == other[head + 1 :] or one[head + 1 :] == other[head:] or one[head:] == other[head + 1 :]
    )


_LONG = 6


def before(mentions: Mentions, block: Block, place: int) -> Said | None:
    """Who is named before a quotation that begins at a place, in its sentence."""
    start = max((one for one, _ in block.sentences if one <= place), default=0)
    if start == place and place > 0:
        start = max((one for one, _ in block.sentences if one < place), default=0)
        if block.text[start:place].rstrip()[-1:] != ":":
            return None
    masked = mentions.masked(block)[:place]
    if match := QUOTED_FROM.regex.search(masked, start):
        return Said(None, Words(block, *match.span("unnamed")), QUOTED_FROM.name, QUOTED_FROM.confidence)
    for form in BEFORE:
        match = form.regex.search(masked, start)
        if match is None:
            continue
        if "who" in form.regex.groupindex:
            return _named(mentions, block, match, form)
        figure = last_person(mentions, block, match.start())
        if figure is not None:
            return Said(figure, None, form.name, form.confidence)
        if introduced := [*INTRODUCED.finditer(block.text, max(0, match.start() - _FAR), match.start())]:
            return Said(None, Words(block, *introduced[-1].span("unnamed")), "introduced-before", 0.65)
    unnamed = UNNAMED.search(masked, max(0, start - 2))
    if unnamed:
        return Said(None, Words(block, *unnamed.span("unnamed")), "unnamed-before", 0.7)
    if subject := SUBJECT.search(masked, max(0, start - 2)):
        return Said(None, Words(block, *subject.span("unnamed")), "subject-before", 0.7)
    beside = apposed(mentions, block, place)
    if beside is not None and beside.start >= start and masked.rstrip()[-1:] in (":", ","):
        return Said(None, beside, "apposed-before", 0.7)
    return None


def _named(mentions: Mentions, block: Block, match: re.Match[str], form: Form) -> Said | None:
    mention = mentions.at(block, match.start("who"))
    return Said(mention.figure, None, form.name, form.confidence) if mention else None


def last_person(mentions: Mentions, block: Block, place: int) -> Figure | None:
    """The person that a pronoun means: named first in the last sentence that names one, or last in the block above."""
    for start, _ in reversed([one for one in block.sentences if one[0] < place]):
        known = [one for one in mentions.within(block, start, place) if one.figure.known]
        if known:
            acting = [one for one in known if _SPEAKS.match(mentions.masked(block), one.end)]
            return (acting[-1] if acting else known[0]).figure
    above = mentions.view.before(block)
    known = [one for one in mentions.of(above) if one.figure.known] if above is not None else []
    return known[-1].figure if known else None


_SPEAKS = Form("speaks", r"<PAREN><ADVERB>\s+<SAID>\b", 1).regex
"""What follows the name of somebody who is meant by the next pronoun."""


def _is_passed_over(above: Block, block: Block) -> bool:
    """Whether a block stands between a quotation and its lead-in: an image, an item before it, another quotation."""
    text = above.text.strip(" \n*_")
    if above.kind == "item" and block.kind == "item" and above.list == block.list:
        return True
    return not text or (above.kind == "paragraph" and text[0] in '"“«' and text[-1] in '"”»')


def lead_in(mentions: Mentions, block: Block) -> Said | None:
    """Who the block above says speaks: it ends in a colon, or in no mark at all."""
    above = mentions.view.before(block)
    while above is not None and _is_passed_over(above, block):
        above = mentions.view.before(above)
    if above is None or above.kind in ("rule", "code"):
        return None
    last = ":" if above.text.rstrip().endswith(("...", "…")) else above.text.rstrip()[-1:]
    if last not in (":", "") and ((last in '.!?"”' and not block.quoted) or above.kind == "heading"):
        return None
    start = above.sentences[-1][0] if above.sentences else 0
    masked = mentions.masked(above)
    people = list(people_in(masked, start, len(masked)))
    spoken = re.search(_SPOKEN, masked[start:])
    mention = mentions.at(above, people[0][0]) if people else None
    if mention is not None and above.kind == "heading" and not _is_at_edge(above, mention.start, mention.end):
        mention = None
    if mention is not None and (spoken or (last == ":" and mention.figure.known)):
        return Said(mention.figure, None, "lead-in", 0.8)
    if mention is not None and mention.figure.known and above.kind == "paragraph" and _NAMED_ALONE.regex.match(masked):
        return Said(mention.figure, None, "lead-in", 0.8)
    if last == ":" and (above.text.rstrip()[-1:] != ":" or _PRONOUN.search(masked, start)):
        figure = last_person(mentions, above, len(above.text))
        return Said(figure, None, "lead-in", 0.7) if figure else None
    if match := FROM_UNNAMED.regex.search(above.text, start):
        return Said(None, Words(above, *match.span("unnamed")), FROM_UNNAMED.name, FROM_UNNAMED.confidence)
    if last == ":" and (match := UNNAMED.search(masked, start) or SUBJECT.search(masked, start)):
        return Said(None, Words(above, *match.span("unnamed")), "lead-in-unnamed", 0.7)
    return Said(None, None, "lead-in", 0.6) if last == ":" and spoken else None


_NAMED_ALONE = Form("named-alone", r"<MARKS>(?P<who><PERSON>)<PAREN>(?:\s*,[^.!?\n]{2,60})?\W*$", 1)
"""A line with somebody's name and what he is."""


def _is_at_edge(block: Block, start: int, end: int) -> bool:
    """Whether a name opens or ends a heading, as one of a person does and one inside a phrase does not."""
    return not block.text[:start].strip(" *_") or not block.text[end:].strip(" *_:’'s")


_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_SPOKEN = Form(
    "said",
    r"\b(?:<SAID>|characteri[sz]ed|puts?|defin\w+|quotes?|lines?|words|remarks?|statements?|comments?|mantra|saying)\b",
    1,
).regex


def signature(mentions: Mentions, block: Block) -> tuple[Said | None, int]:
    """Who has signed a block quote behind a dash, and where its words end."""
    masked = mentions.masked(block)
    *above, last = block.lines
    dash = (_LINE_DASH.match(masked, last[0]) if above else None) or _DASH.search(masked)
    if above and dash is None and (alone := _NAMED_ALONE.regex.match(masked, last[0])):
        named = mentions.at(block, alone.start("who"))
        if named is not None and named.figure.known:
            return Said(named.figure, None, "block-dash", 0.85), last[0]
    place = next((start for start, _ in people_in(masked, *dash.span("who"))), None) if dash else None
    mention = mentions.at(block, place) if place is not None else None
    if dash and mention is not None:
        return Said(mention.figure, None, "block-dash", 0.95), dash.start()
    if dash and (match := SIGNED_UNKNOWN.regex.fullmatch("–" + masked[dash.start("who") :].rstrip(" \n*_."))):
        place = masked.index(match["unnamed"], dash.start())
        return Said(None, Words(block, place, place + len(match["unnamed"])), "block-dash", 0.9), dash.start()
    return None, len(block.text)


def fronted(mentions: Mentions, block: Block) -> tuple[Said | None, int]:
    """Who is named before the words of a block quote, and where those begin."""
    match = _FRONTED.match(mentions.masked(block))
    mention = mentions.at(block, match.start("who")) if match else None
    if match is None or mention is None or (match["dash"] and block.text.rstrip()[-1:] not in ".!?"):
        return None, 0
    return Said(mention.figure, None, "block-name", 0.85), match.end()


_FRONTED = Form(
    "block-name", r"^<MARKS>(?P<who><PERSON>)<PAREN>[*_]*\s*(?::|--?>|→|(?P<dash>[–—]|--?))[*_]*\s+", 0.85
).regex
_DASH = re.compile(r"[\s\"”.]*(?:\n\s*|\s)?(?:[–—~]|--)\s*(?P<who>[^\n]{2,120})$")
_LINE_DASH = re.compile(r"\s*[–—~-]{1,2}\s*(?P<who>[^\n]{2,120})$")
