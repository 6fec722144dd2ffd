"""Counted: parts that are as many as the words above them count, in whatever way they stand apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from eventnotes.draft.claim import Words
from eventnotes.draft.forms import Form, compiled
from eventnotes.draft.items.kinds import NOUNS, number_of
from eventnotes.draft.items.parts import LEAST, MOST, SIGNED, TEXTS, Parts, element_words, is_bold_led
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View

OF = r"\s+(?:of|for|to|in|that|behind|with|about|we|you)\s+[^.,:;!?\n]"
COUNTED = Form(
    "counted",
    r"\b(?=[0-9tfsen])(?<![.,:#$£€])(?P<name>(?P<count><NUMBER>)"
    r"(?:[- ](?:step|part|stage|phase|point|level|pillar)\b[ \w]{0,20}"
    r"|(?:[ -][\w’'/&]+){0,3}?[ -](?!(?:was|has|as|does)\b)(?:[\w’'/&]*[a-hj-rtv-z’']s|criteria)\b)"
    rf"(?:{OF}{{2,60}})?)",
    0.8,
    (
        ("Her plan has three steps:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),
        ("She named three pillars of her plan: ask, build and show.", "ask | build | show"),
        ("A good stop has three pillars. Ask first. Build well. Show it.", "Ask first | Build well | Show it"),
        (
            "Her work has three pillars.\n\n*Care.* It lasts.\n\n*Calm.* It helps.\n\n*Craft.* It pays.",
            "Care | Calm | Craft",
        ),
    ),
    small=True,
)
_NOUN = compiled(rf"\b{NOUNS}\b")
_SHORT = 8
"""Of how many words a sentence may be that is a part."""
_NEAR = 2
"""How many blocks below a count the first part may be."""
_LABELLED = re.compile(r"[A-Z][^.:!?\n]{2,40}:\s")


def counted_parts(view: View) -> Iterator[Parts]:
    """The sentences, paragraphs, items or headings below a count that are as many."""
    for block in view.blocks:
        for match in COUNTED.search(block.small) if block.kind in TEXTS and not block.tag else ():
            count = number_of(match["count"])
            if not (LEAST < count <= MOST and _NOUN.search(match["name"])):
                continue
            place = bisect_right(block.sentences, (match.start(), len(block.text))) - 1
            spans = block.sentences[place : place + count + 1]
            if wholes := _sentences(block, match.end(), spans, count) or _apart(view, block, count):
                end = wholes[0].start if wholes[0].block is block else len(block.text)
                yield Parts("sentences", [*map(element_words, wholes)], wholes, Words(block, spans[0][0], end))


def _sentences(block: Block, place: int, spans: Sequence[tuple[int, int]], count: int) -> list[Words]:
    """The sentences after a count, if they are short."""
    colon = block.text.find(":", place, spans[0][1])
    opening = [(colon + 1, spans[0][1])] if colon >= 0 else []
    found = [Words(block, *span) for span in (*opening, *spans[1:])][:count]
    return found if len(found) == count and all(len(one.text.split()) <= _SHORT for one in found) else []


def _apart(view: View, block: Block, count: int) -> list[Words]:
    """The blocks below a count that stand apart in the same way."""
    above = block if block.kind == "heading" else view.heading_above(block)
    level = above.level if above is not None else 0
    following = takewhile(
        lambda one: one.kind != "heading" or one.level > level,
        islice(view.blocks, block.number + 1, block.number + 6 * count),
    )
    found: dict[tuple[object, ...], list[Block]] = {}
    for one in following:
        if mark := _mark(one):
            found.setdefault(mark, []).append(one)
    for several in found.values():
        if len(several) == count and several[0].number - block.number <= _NEAR:
            return [_unsigned(one) for one in several]
    below = view.after(block)
    lines = below.lines if below is not None and below.kind == "paragraph" and below.breaks else []
    return [Words(below, *one) for one in lines] if below is not None and len(lines) == count else []


def _unsigned(block: Block) -> Words:
    """A block but for the sign that it begins with."""
    sign = SIGNED.match(block.text)
    return Words(block, sign.end() if sign else 0, len(block.text))


def _mark(block: Block) -> tuple[object, ...]:
    """In what way a block stands apart."""
    if block.kind == "heading":
        return "heading", block.level
    if block.kind == "item":
        return ("ordered",) if block.ordered and block.depth == 1 else ("item", block.list)
    if block.kind != "paragraph":
        return ()
    if is_bold_led(block):
        return ("bold",)
    if block.emphasis and not block.emphasis[0][0]:
        return ("emphasis",)
    if _LABELLED.match(block.text):
        return ("label",)
    return ("sign",) if SIGNED.match(block.text) else ()
