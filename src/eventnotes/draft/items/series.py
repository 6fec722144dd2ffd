"""Series: frameworks in headings and lines, which are numbered, counted, or announced."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, takewhile

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.items.enumerations import KINDS, number_of, stripped
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block

SERIES = Form(
    "numbered-series",
    r"^\W*(?P<label>(?i:step|(?:working )?group|rule|principle|phase|stage|pillar|level|path"
    r"|objective|goal|law|layer|element|key"
    r"|theme|dimension|framework|problem|challenge|barrier|habit|factor|reason|driver|mistake|trend|way|value"
    r"|area))\s*#?"
    r"(?P<number>\d{1,2}|(?i:one|two|three|four|five|six|seven|eight))\s*(?:[:.]|\s[–—-]{1,2})\s+(?P<title>\S.*)$",
    0.75,
    (
        ("## Step 1: Ask\n\nx\n\n## Step 2: Build\n\nx\n\n## Step 3: Show\n\nx", "Ask | Build | Show"),
        ("## Phase One: Ask\n\nx\n\n## Phase Two: Build\n\nx\n\n## Phase Three: Show", "Ask | Build | Show"),
        ("- Level 0: no maps\n- Level 1: some maps\n- Level 2: many maps", "no maps | some maps | many maps"),
    ),
)
HEADINGS = Form(
    "counted-headings",
    rf"\b(?P<name>(?P<count><NUMBER>)\s+(?:[\w’'/&-]+\s+){{0,4}}?{KINDS}\b(?:\s+(?:of|for|to"
    rf"|in)\s+[^.:;!?\n]{{2,60}})?)",
    0.7,
    (
        (
            "We met to solve three problems:\n\n**1. No bells**\n\nx\n\n**2. No maps**\n\nx\n\n**3. No tea**\n\nx",
            "No bells | No maps | No tea",
        ),
        (
            "# Three ways to ring a bell\n\nx\n\n## Softly\n\nx\n\n## At night\n\nx\n\n## Twice\n\nx",
            "Softly | At night | Twice",
        ),
    ),
    ignore_case=True,
)
ANNOUNCED = Form(
    "announced-headings",
    r"\b(?:the )?following\b[^.!?\n]*:\s*$",
    0.65,
    (("A plan has the following parts:\n\n## Ask\n\nx\n\n## Build\n\nx\n\n## Show\n\nx", "Ask | Build | Show"),),
    ignore_case=True,
)
FORMS = (SERIES, HEADINGS, ANNOUNCED)
_HEAD = re.compile(
    r"[^\n]*?(?=\s*:\s+(?![\"“])|\s+<[-–—]|\s*(?:->|→|=>|⇒)|\s+[–—-]{1,2}\s|\n|[.!?](?:\s|$)|\s*\((?![^()\n]*\)\s+[a-z])"
    r"|,?\s+(?:which|who|where)\b|,\s+like\b|\Z)"
)
_NUMBERED = re.compile(r"^\W*#?(?P<number>\d{1,2})\s*[.):–—-]\s*(?P<title>\S[^\n]*)")
_AND = re.compile(r"[,;]\s+(?:and|or)$")
_NO_PART = re.compile(
    r"(?i)\W*(?:conclusions?|summary|resources|references|further reading|about|final|closing|wrap|q&a|more)\b"
)
_ELSE = re.compile(
    r"(?i)\b(?:agenda|schedule|talks|sessions|speakers|panell?ists|links|resources|books?|winners?|prizes?|projects"
    r"|videos?"
    r"|take[- ]?aways?|lessons?|learn(?:ed|t)|tips?|advice|messages|insights?)\b"
)
"""What announces headings that are the parts of no framework."""
_LONG_LINE = 60
_MANY = 15


def series(mentions: Mentions, counted: Collection[Block]) -> Iterator[Claim]:
    """The frameworks in a source's headings and lines; `counted` are the blocks that count parts."""
    yield from _labelled(mentions)
    yield from _counted(mentions, counted)
    yield from _announced(mentions)


def _labelled(mentions: Mentions) -> Iterator[Claim]:
    """`Step 1: …`, `Step 2: …`: headings, items or lines that are numbered by one word."""
    series: dict[str, list[Words]] = {}
    first: dict[str, int] = {}
    for block in mentions.view.blocks:
        if block.kind in ("code", "rule"):
            continue
        for start, end in block.lines:
            match = SERIES.regex.match(block.text[start:end])
            if match is None:
                continue
            label, number = match["label"].lower(), number_of(match["number"])
            found = series.setdefault(label, [])
            if number == len(found) + first.setdefault(label, min(number, 1)):
                found.append(head_of(block, start + match.start("title"), start + match.end("title")))
    for label, elements in series.items():
        if 3 <= len(elements) <= _MANY and all(one.text for one in elements):
            block = elements[0].block
            name = Words(block, block.text.lower().find(label), elements[0].start)
            name = stripped(name.block, name.start, name.start + len(label))
            yield _of_headings(SERIES, name, elements)


def _counted(mentions: Mentions, counted: Collection[Block]) -> Iterator[Claim]:
    """A counted noun, and below it as many headings: numbered ones, or all that stand below a title."""
    view = mentions.view
    for block in [*view.header.values(), *view.blocks]:
        if block.kind not in ("header", "heading", "paragraph") or block not in counted:
            continue
        for match in HEADINGS.search(block.text):
            number = number_of(match["count"])
            below = (
                view.headings if block.kind == "header" else [one for one in view.headings if one.number > block.number]
            )
            elements = _numbered(below, number) or (_titled(block, below, number) if _is_title(block, match) else [])
            if elements and number > 2:
                yield _of_headings(HEADINGS, Words(block, *match.span("name")), elements)


def _announced(mentions: Mentions) -> Iterator[Claim]:
    """Headings of one level right below a sentence that says they follow."""
    view = mentions.view
    for above, heading in pairwise(view.blocks):
        if heading.kind != "heading" or above.kind != "paragraph" or not above.text.rstrip().endswith(":"):
            continue
        start, end = above.sentences[-1]
        match = ANNOUNCED.regex.search(above.text, start, end)
        alike = _alike(view.headings, heading) if match else []
        if match and 2 < len(alike) <= _MANY and not mentions.of(heading) and not _ELSE.search(match[0]):
            elements = [stripped(one, 0, len(one.text)) for one in alike]
            yield _of_headings(ANNOUNCED, Words(above, *match.span()), elements)


def _alike(headings: Sequence[Block], first: Block) -> list[Block]:
    """A heading and those of its level that follow it, up to one of a higher level."""
    following = takewhile(lambda one: one.level >= first.level, headings[headings.index(first) :])
    return [one for one in following if one.level == first.level]


def _is_title(block: Block, match: re.Match[str]) -> bool:
    return block.kind in ("header", "heading") and match.start() < 5


def _numbered(blocks: Sequence[Block], number: int) -> list[Words]:
    """The headings or lines of their own, if they are numbered from 1 up to a number and no further."""
    found: list[Words] = []
    for one in blocks:
        match = _NUMBERED.match(one.text)
        if match is not None and int(match["number"]) == len(found) + 1:
            found.append(head_of(one, *match.span("title")))
    return found if len(found) == number else []


def _titled(title: Block, headings: Sequence[Block], number: int) -> list[Words]:
    """The headings of one level below a title, if they are as many as it says."""
    if title.kind == "heading":
        until = next((place for place, one in enumerate(headings) if one.level <= title.level), len(headings))
        headings = headings[:until]
    level = min((one.level for one in headings), default=0)
    found = [one for one in headings if one.level == level and not _NO_PART.match(one.text)]
    labels = [SERIES.regex.match(one.text) for one in found]
    starts = [label.start("title") if label else 0 for label in labels]
    several = [stripped(one, start, len(one.text)) for one, start in zip(found, starts, strict=True)]
    return several if len(found) == number else []


def _of_headings(form: Form, name: Words, elements: Sequence[Words]) -> Claim:
    parts = {"elements": tuple(elements), "name": (name,)}
    return Claim("framework", name, "frameworks", form.name, form.confidence, "ordered", (), parts)


def element_words(item: Words) -> Words:
    """The short name of an element: its bold beginning, or what stands before a colon, a dash or a full stop."""
    block = item.block
    if item.start == 0 and is_bold_led(block):
        return stripped(block, *block.strong[0])
    label = SERIES.regex.match(block.text[item.start : item.end])
    start = item.start + label.start("title") if label else item.start
    end = next((two for one, two in block.lines if one <= start < two), item.end)
    goes_on = end - start > _LONG_LINE or not block.text[end + 1 : end + 2].isupper()
    return head_of(block, start, item.end if goes_on else end)


def is_bold_led(item: Block) -> bool:
    """Whether a block begins in bold."""
    return bool(item.strong) and item.strong[0][0] <= 1


def head_of(block: Block, start: int, end: int) -> Words:
    """The words of a range up to a colon, a dash, a bracket or the end of its sentence."""
    match = _HEAD.match(block.text[start:end])
    until = start + match.end() if match and match.end() > 1 else end
    words = stripped(block, start, until)
    trailing = _AND.search(words.text)
    return stripped(block, words.start, words.end - len(trailing[0])) if trailing else words
