"""Lessons: what the text itself marks as a lesson, a takeaway, a tip, or its author's own conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.runs import Block

_MARKS = r"(?:take-?\s?aways?|lessons?|learnings|tips?|advice|recommendations?|key points|next steps|action items)"
HEADINGS = (
    Form(
        "lessons-heading",
        rf"^\W*(?:(?:\w+[’']?\w*\s+){{0,3}}{_MARKS}(?:\s+(?:learn(?:ed|t)|from|for|and|on|about|i|we)\b.*)?"
        rf"|(?:what|things?) (?:i|we|you)(?:[’']ve)? (?:learn(?:ed|t)"
        r"|took (?:away|home)|take (?:away|home)).*|next steps|tl;?dr)\W*$",
        0.7,
        (("## What we learned\n\n- Ask early.", "Ask early."), ("## Key takeaways\n\n1. Count twice.", "Count twice.")),
        ignore_case=True,
    ),
)
LEAD_INS = (
    Form(
        "lead-in-list",
        rf"\b{_MARKS}\b[^.!?\n]{{0,120}}:\W*$",
        0.7,
        (("Our takeaways from the day:\n\n- Ask early.", "Ask early."),),
        ignore_case=True,
    ),
)
COUNTED = (
    Form(
        "lead-in-counted",
        rf"\b{_MARKS}\b[^.!?\n]{{0,60}}[.!]\W*$",
        0.7,
        (
            (
                "She shared her three career lessons.\n\n1. **Ask early.** It saves time.\n2. **Count twice.**",
                "Count twice.",
            ),
        ),
        ignore_case=True,
    ),
    Form(
        "numbered-heading",
        r"^\W*(?:lesson|tip|take-?away|learning|rule)?\s*#?\s*\d{1,2}\s*[:.)–—-]\s+(?P<text>[^\n]{8,160})$",
        0.7,
        (
            (
                "My takeaways:\n\n## #1: Ask early\n\nA.\n\n## #2: Count twice\n\nB.\n\n## #3: Draw the map\n\nC.",
                "Draw the map",
            ),
        ),
        ignore_case=True,
    ),
)
SENTENCES = (
    Form(
        "the-lesson-was",
        r"\b(?:the|my|our|one|another|a|his|her|their)\s+(?:\w+\s+){0,3}?(?:take-?\s?aways?|lessons?|message|moral"
        r"|conclusion|point|learning|tips?|advice)\b"
        r"[^.!?\n]{0,60}?\b(?:is|was|were|are|:)|^what (?:i|we)(?:[’']ve)? (?:learned|learnt|took (?:away"
        r"|home))\b[^.!?\n]{0,60}?\b(?:is|was)\b",
        0.65,
        (
            (
                "My main takeaway was that nobody reads a dashboard.",
                "My main takeaway was that nobody reads a dashboard.",
            ),
        ),
        ignore_case=True,
    ),
    Form(
        "learned-that",
        r"^(?:(?:so|and|but|today|overall|first|personally|most of all)[,]?\s+)?(?:i"
        r"|we)(?:[’']ve)?\s+(?:\w+\s+)?(?:learn(?:ed|t)|realis?zed|took away|came away|concluded)\s+(?:that|how|to)\b",
        0.6,
        (("We learned that a short form is a kind form.", "We learned that a short form is a kind form."),),
        ignore_case=True,
    ),
    Form(
        "we-need-to",
        r"^(?:(?:however|so|but|and|therefore|first|second|third|fourth|finally|most obviously"
        r"|in addition to [^,.]{3,60}|clearly|ultimately|finally|overall"
        r"|instead|as [^,.]{3,60}),?\s+)?"
        r"(?:we|our \w+)\s+(?:(?:all|also|now|still|really)\s+)?(?:need to|must|should|have to|cannot|can[’']t)\b",
        0.62,
        (("However, we need to ask people before we build.", "However, we need to ask people before we build."),),
        ignore_case=True,
    ),
    Form(
        "marked",
        rf"^\W*(?:(?:first|second|third|fourth|fifth|last|final|another|next)\s+(?:\w+/)?{_MARKS}(?:/\w+)?|(?:key "
        rf"|main |big |biggest )?(?:{_MARKS}|tl;?dr|in short|bottom line))\s*(?:#?\d+)?\s*[:–—-]\s*",
        0.75,
        (("Takeaway: a short form is a kind form.", "a short form is a kind form."),),
        ignore_case=True,
    ),
)
FORMS = (*HEADINGS, *LEAD_INS, *COUNTED, *SENTENCES)
_OTHERS = re.compile(rf"[{KNOWN}{LIKELY}]{INNER}*|\b(?:he|she|they|his|her|their|said|says)\b", re.IGNORECASE)
_ANNOUNCED = re.compile(rf"\b{_MARKS}\b|\b(?:things?|what) (?:i|we)(?:[’']ve)? learn", re.IGNORECASE)
_OF_THE_POST = re.compile(
    r"(?i)\W*(?:(?:this|here|these|below) (?:is|are)|in this (?:post|article)|you can (?:read|find)) "
)
"""How a sentence begins that tells what the post is."""
_LEAST_WORDS = 3
_WORDS = (
    *("lesson", "take", "message", "moral", "conclu", "point", "learn", "tip", "advice", "need to", "must", "should"),
    *("have to", "cannot", "can't", "can’t", "realis", "realiz", "in short", "bottom", "tl;dr", "tldr", "recommend"),
    *("next step", "action item"),
)
"""Words of which a block must hold one for a sentence of it to be a lesson."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The lessons of a source."""
    seen: set[Block] = set()
    for block in numbered_lessons(mentions):
        yield from _numbered(block)
    for block in mentions.view.blocks:
        if block.kind == "heading":
            for form in HEADINGS:
                if form.regex.search(block.text) and len(block.text) < 90:
                    yield from _below(mentions, block, form, seen)
        elif block.kind in ("paragraph", "item") and not block.quoted and not block.tag:
            yield from _led_in(mentions, block, seen)
            yield from _marked(mentions, block, seen)


def numbered_lessons(mentions: Mentions) -> list[Block]:
    """The numbered headings of a post that announces lessons: three or more, and none names a person."""
    view = mentions.view
    found = [one for one in view.headings if COUNTED[1].regex.match(one.text) and not mentions.of(one)]
    first = found[0].number if found else 0
    above = [*view.header.values(), *view.blocks[max(0, first - 8) : first]] if len(found) > 2 else []
    return found if any(_ANNOUNCED.search(one.text) for one in above) else []


def _numbered(block: Block) -> Iterator[Claim]:
    form = COUNTED[1]
    match = form.regex.match(block.text)
    if match is not None:
        start = match.start("text")
        end = next((two for one, two in block.sentences if one <= start < two and two > start + 8), len(block.text))
        yield Claim("lesson", Words(block, start, end), "lessons", form.name, form.confidence)


def _below(mentions: Mentions, heading: Block, form: Form, seen: set[Block]) -> Iterator[Claim]:
    below = []
    for block in mentions.view.blocks[heading.number + 1 :]:
        if block.kind == "heading":
            break
        below.append(block)
    items = [one for one in below if one.kind == "item" and one.depth == 1]
    chosen = items or [one for one in below if one.kind == "paragraph"]
    for block in chosen:
        if block not in seen:
            seen.add(block)
            claim = _first_sentence(block, form, form.confidence if items else form.confidence - 0.15)
            if claim:
                yield claim


def _led_in(mentions: Mentions, block: Block, seen: set[Block]) -> Iterator[Claim]:
    blocks = mentions.view.blocks
    following = blocks[block.number + 1] if block.number + 1 < len(blocks) else None
    if block.kind != "paragraph" or following is None or following.kind != "item":
        return
    last = block.text[block.sentences[-1][0] :] if block.sentences else ""
    for form in (*LEAD_INS, COUNTED[0]) if following.ordered else LEAD_INS:
        if form.regex.search(last):
            for item in blocks[following.number :]:
                if item.list != following.list and item.depth <= following.depth:
                    break
                if item.list == following.list and item.kind == "item" and item not in seen:
                    seen.add(item)
                    claim = _first_sentence(item, form, form.confidence)
                    if claim:
                        yield claim


def _first_sentence(block: Block, form: Form, confidence: float) -> Claim | None:
    if not block.sentences:
        return None
    start, end = block.sentences[0]
    if block.kind == "item" and block.strong and block.strong[0][0] == 0 and block.strong[0][1] > 1:
        start, end = block.strong[0]
    if len(block.text[start:end].split()) < _LEAST_WORDS:
        end = block.sentences[1][1] if len(block.sentences) > 1 else end
    if len(block.text[start:end].split()) < 2:
        return None
    return Claim("lesson", Words(block, start, end), "lessons", form.name, confidence)


def _marked(mentions: Mentions, block: Block, seen: set[Block]) -> Iterator[Claim]:
    low = block.text.lower()
    if block in seen or not any(one in low for one in _WORDS):
        return
    masked = mentions.masked(block)
    for start, end in block.sentences:
        sentence = masked[start:end]
        for form in SENTENCES:
            match = form.regex.search(sentence)
            if match is None or sentence.rstrip()[-1:] in ("?", ":") or any(one in sentence for one in '“"'):
                continue
            if _OF_THE_POST.match(sentence):
                continue
            if form.name == "we-need-to" and (_OTHERS.search(sentence) or block.kind == "item"):
                continue
            begin = start + match.end() if form.name == "marked" else start
            if len(block.text[begin:end].split()) >= _LEAST_WORDS:
                yield Claim("lesson", Words(block, begin, end), "lessons", form.name, form.confidence)
                break
