"""Lessons: what the text itself marks as a lesson, a takeaway, a tip, or its author's own conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.conclusions import ANNOUNCED, MARKS, SENTENCES, conclusions_in
from eventnotes.draft.forms import Form
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.runs import Block

HEADINGS = (
    Form(
        "lessons-heading",
        rf"^\W*(?:(?:[\w&’'-]+\s+){{0,5}}{MARKS}(?:\s+(?:learn(?:ed|t)|shared|from|for|and|on|about|i|we|to)\b.*)?"
        r"|(?:what|things?)\s+(?:(?:did|have|has)\s+)?(?:i|we|you)(?:[’']ve)?\s+"
        r"(?:learn(?:ed|t)?|took (?:away|home)|take (?:away|home)).*"
        r"|tl;?dr|what(?:[’']s| is) next|action points|actions)\W*$",
        0.7,
        (
            ("## What we learned\n\n- Ask early.", "Ask early."),
            ("## Key takeaways\n\n1. Count twice.", "Count twice."),
            ("## Trams & Tea Key Learnings\n\n- Ask early.", "Ask early."),
            ("## General Advice\n\n- Ana\n  - Ask early.\n  - Count twice.\n- Bo\n  - Draw the map.", "Draw the map."),
            (
                "## Other insights shared\n\nAsk early<br/>\nCount twice before noon<br/>\nDraw the map\n",
                "Count twice before noon",
            ),
            ("## Lessons learned\n\n**Ask early.** It saves time.\n\n**Count twice.** It rains.", "Count twice."),
        ),
        ignore_case=True,
    ),
)
LEAD_INS = (
    Form(
        "lead-in-list",
        rf"\b{MARKS}\b[^.!?\n]{{0,120}}:\W*$|\bfollowing\b[^.!?\n]{{0,40}}\b{MARKS}\b[^.!?\n]{{0,120}}$"
        r"|\b(?:simple|practical|good|great|useful|concrete|key)\s+(?:suggestions?|pieces? of advice)\b"
        r"[^.!?\n]{0,120}:\W*$",
        0.7,
        (
            ("Our takeaways from the day:\n\n- Ask early.", "Ask early."),
            ("# Trams\n\nThe following tips are for drivers\n\n- Ask early.", "Ask early."),
            ("- Takeaways:\n  - Ask early.\n  - Count twice.", "Count twice."),
            ("She had some simple suggestions for stops:\n\n- Light them well.", "Light them well."),
        ),
        ignore_case=True,
    ),
    Form(
        "resolved-to-list",
        r"\b(?:we|i|they|the (?:team|group|community))(?:[’']ve|[’']re)?\s+(?:(?:have|are|all|also|then)\s+)*"
        r"(?:agreed|decided|resolved|plan|planned|planning|intend|want|committed|hope|propose|proposed)\b[^.!?\n]{0,60}(?:\bto|following|this|these)\b[^.!?\n]{0,40}:\W*$",
        0.65,
        (
            ("We agreed to:\n\n- Ring the bell early\n- Brake late", "Ring the bell early"),
            ("At the end we are planning to do the following:\n\n- Ring bells\n- Brake late", "Brake late"),
        ),
        ignore_case=True,
    ),
)
COUNTED = (
    Form(
        "lead-in-counted",
        rf"\b{MARKS}\b[^.!?\n]{{0,60}}[.!]\W*$",
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
    Form(
        "marked-heading",
        r"^\W*(?:key\s+)?(?:lesson|tip|take-?away|learning|advice)s?\s*#?\s*\d{0,2}\s*[:–—-]\s+(?P<text>[^\n]{8,160})$",
        0.75,
        (("## Lesson: ask before the rain\n\nIt rained.", "ask before the rain"),),
        ignore_case=True,
    ),
)
ANNOUNCING = Form(
    "announced-headings",
    rf"(?i)\b(?:(?:following|here|these|below)\s+(?:is|are)|share|sharing)\b[^.!?\n]{{0,60}}\b{MARKS}\b[^.!?\n]{{0,60}}[.:!]?\W*$",
    0.65,
    (("Here are my main takeaways.\n\n## Ask early\n\nA.\n\n## Count twice\n\nB.", "Count twice"),),
    needs=("ollowing", "ere ", "hese ", "elow ", "shar"),
)
FORMS = (ANNOUNCING, *HEADINGS, *LEAD_INS, *COUNTED, *SENTENCES)
_LEAST_WORDS = 3
_LEAST_LINES = 3
_MOST_HEADING = 90
_MOST_LINE = 300
_MARK = 4
"""Where a bold beginning may stand behind a mark, such as an emoji."""
_NO_LESSON = re.compile(
    r"(?i)\W*(?:(?:in )?conclusions?|summary|resources|references|closing|wrap|final|more|thanks)\b"
)
_BULLETS = ("* ", "- ", "• ")


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The lessons of a source."""
    seen: set[Block] = set()
    for block in numbered_lessons(mentions):
        yield from _of_heading(block, COUNTED[1])
    for block in mentions.view.blocks:
        if block.kind == "heading":
            yield from _of_heading(block, COUNTED[2])
            if len(block.text) < _MOST_HEADING and HEADINGS[0].regex.search(block.text):
                yield from _below(mentions, block, seen)
        elif block.kind == "paragraph" and next(ANNOUNCING.search(block.text), None):
            yield from _headings_below(mentions, block)
        if block.kind in ("paragraph", "item") and not block.quoted and not block.tag:
            yield from _led_in(mentions, block, seen)
    yield from conclusions_in(mentions, seen)


def numbered_lessons(mentions: Mentions) -> list[Block]:
    """The numbered headings of a post that announces lessons: three or more, and none names a person."""
    view = mentions.view
    found = [one for one in view.headings if COUNTED[1].regex.match(one.text) and not mentions.of(one)]
    first = found[0].number if found else 0
    above = [*view.header.values(), *view.blocks[max(0, first - 8) : first]] if len(found) > 2 else []
    return found if any(ANNOUNCED.search(one.text) for one in above) else []


def _of_heading(block: Block, form: Form) -> Iterator[Claim]:
    match = form.regex.match(block.text)
    if match is not None:
        start = match.start("text")
        end = next((two for one, two in block.sentences if one <= start < two and two > start + 8), len(block.text))
        yield Claim("lesson", Words(block, start, end), "lessons", form.name, form.confidence)


def _headings_below(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """The headings right below a paragraph that announces lessons, all of one level."""
    blocks = mentions.view.blocks[block.number + 1 :]
    first = blocks[0] if blocks and blocks[0].kind == "heading" else None
    if first is None or mentions.of(first):
        return
    for one in blocks:
        if one.kind == "heading" and one.level < first.level:
            return
        is_part = one.kind == "heading" and one.level == first.level and not mentions.of(one)
        if is_part and not _NO_LESSON.match(one.text):
            yield Claim("lesson", Words(one, 0, len(one.text)), "lessons", ANNOUNCING.name, ANNOUNCING.confidence)


def _below(mentions: Mentions, heading: Block, seen: set[Block]) -> Iterator[Claim]:
    """The items below a heading, or its lines or bold beginnings; of other prose first sentences, which are doubted."""
    form = HEADINGS[0]
    below = []
    for block in mentions.view.blocks[heading.number + 1 :]:
        if block.kind == "heading":
            break
        below.append(block)
    items = _items([one for one in below if one.kind == "item"])
    paragraphs = [one for one in below if one.kind == "paragraph" and not one.quoted]
    if not items:
        for block in paragraphs:
            yield from _lines(block, form, seen)
    bold = sum(1 for one in paragraphs if _is_bold_led(one)) > 1
    for block in items or [one for one in paragraphs if _is_bold_led(one) or not bold]:
        if block not in seen:
            sure = bool(items) or bold
            seen |= {block} if sure else set()
            yield from _first_sentence(block, form, form.confidence if sure else form.confidence - 0.15)


def _items(items: Sequence[Block]) -> list[Block]:
    """The items of the outer level; where they only name who says what, those of the level below."""
    outer = [one for one in items if one.depth == 1]
    inner = [one for one in items if one.depth == 2]
    return inner if inner and all(len(one.text.split()) < _LEAST_WORDS for one in outer) else outer


def _lines(block: Block, form: Form, seen: set[Block]) -> Iterator[Claim]:
    """Lines of a paragraph, three or more, that its author broke by hand or gave bullets."""
    lines = [*block.lines]
    bulleted = sum(1 for start, _ in lines if block.text.startswith(_BULLETS, start)) > len(lines) // 2
    if len(lines) < _LEAST_LINES or (block.text.count("\n") < _LEAST_LINES - 1 and not bulleted):
        return
    seen.add(block)
    for start, end in lines:
        words = block.text[start:end].lstrip(" •*-–")
        if len(words.split()) >= _LEAST_WORDS and len(words) < _MOST_LINE:
            begin = end - len(words)
            until = next((two for one, two in block.sentences if one <= begin < two <= end), end)
            yield Claim("lesson", Words(block, begin, until), "lessons", form.name, form.confidence)


def _led_in(mentions: Mentions, block: Block, seen: set[Block]) -> Iterator[Claim]:
    blocks = mentions.view.blocks
    following = blocks[block.number + 1] if block.number + 1 < len(blocks) else None
    if following is None or following.kind != "item" or following.depth <= block.depth * (block.kind == "item"):
        return
    last = block.text[block.sentences[-1][0] :] if block.sentences else ""
    for form in (*LEAD_INS, COUNTED[0]) if following.ordered else LEAD_INS:
        if form.regex.search(last):
            for item in blocks[following.number :]:
                if item.list != following.list and item.depth <= following.depth:
                    break
                if item.list == following.list and item.kind == "item" and item not in seen:
                    seen.add(item)
                    yield from _first_sentence(item, form, form.confidence)


def _is_bold_led(block: Block) -> bool:
    start, end = block.strong[0] if block.strong else (0, 0)
    return end - start > 1 and start < _MARK and not any(map(str.isalnum, block.text[:start]))


def _first_sentence(block: Block, form: Form, confidence: float) -> Iterator[Claim]:
    if not block.sentences:
        return
    start, end = block.sentences[0]
    bold = _is_bold_led(block)
    if bold:
        start, end = block.strong[0]
    if not bold and len(block.text[start:end].split()) < _LEAST_WORDS:
        end = block.sentences[1][1] if len(block.sentences) > 1 else end
    if len(block.text[start:end].split()) > 1:
        yield Claim("lesson", Words(block, start, end), "lessons", form.name, confidence)
