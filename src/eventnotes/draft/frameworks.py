"""Frameworks: counted steps, pillars and principles, in a list, in a sentence, or as a slogan of parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.runs import Block

_KINDS = (
    r"(?:areas?|aspects?|blocks|building blocks|categories|challenges|characteristics|components|dimensions"
    r"|elements|factors|features|focus areas"
    r"|goals|ideas|ingredients|keys|laws|layers|levels|maxims|methods|modes|objectives|parts|patterns"
    r"|phases|pillars|points|practices|principles"
    r"|priorities|questions|reasons|roles|rules|stages|steps|strategies|techniques|tenets|themes|things"
    r"|traits|types|values|ways|habits|qualities|lenses|forces|barriers|criteria|groups|topics|tools)"
)
_COUNTS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
LEAD_INS = (
    Form(
        "counted-heading",
        r"^\W*(?P<name>(?:the\s+)?(?P<count><NUMBER>)\s+(?!minutes?|hours?|days?|weeks?|years?|talks?|speakers?"
        r"|people)[^.:!?\n]{3,70})\W*$",
        0.75,
        (("## The 3 habits of good depots\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "counted-procedure",
        r"\b(?P<name>(?P<count><NUMBER>)[- ](?:step|part|stage|phase|point|level|pillar)s?\s+\w+)\b[^.!?\n]*[.:]?\s*$",
        0.75,
        (("It is a three step procedure.\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "counted-list",
        rf"\b(?P<name>(?P<count><NUMBER>)\s+(?:[\w’'/&-]+\s+){{0,4}}?{_KINDS}\b(?:\s+(?:of|for|to"
        rf"|in)\s+[^.:;!?\n]{{2,60}})?)[^.!?\n]*(?::|[.])?\s*$",
        0.8,
        (("Her plan has three steps:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "kind-list",
        rf"\b(?P<name>(?:[\w’'/&-]+\s+){{0,3}}{_KINDS}\b(?:\s+(?:of|for|to|in)\s+[^.:;!?\n]{{2,60}})?)[^.!?\n]*:\s*$",
        0.6,
        (("These are the steps of her plan:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
)
SENTENCES = (
    Form(
        "counted-sentence",
        rf"\b(?P<name>(?P<count><NUMBER>)\s+(?:[\w’'/&-]+\s+){{0,4}}?{_KINDS}\b(?:\s+(?:of|for|to"
        rf"|in)\s+[^.:;!?\n]{{2,60}}?)?)[^.:;!?\n]{{0,60}}?(?::|\s[–—-]{{1,2}}\s|\()\s*(?P<list>[^.!?:\n]{{8,400}})",
        0.75,
        (("She named three pillars of her plan: ask, build and show.", "ask | build | show"),),
        ignore_case=True,
    ),
)
SERIES = Form(
    "numbered-series",
    r"^\W*(?P<label>(?i:step|rule|principle|phase|stage|pillar|level|path|objective|goal|law|layer|element|key"
    r"|theme|dimension))\s*#?"
    r"(?P<number>\d{1,2})\s*(?:[:.]|\s[–—-]{1,2})\s+(?P<title>\S.*)$",
    0.75,
    (("## Step 1: Ask\n\nx\n\n## Step 2: Build\n\nx\n\n## Step 3: Show\n\nx", "Ask | Build | Show"),),
)
FORMS = (*LEAD_INS, SERIES, *SENTENCES)
_SPLIT = re.compile(r"\s*(?:[,;]\s*(?:and\s+|&\s+|or\s+)?|\s+(?:and|&|or)\s+)(?![^()]*\))")
_ORDINAL = re.compile(
    r"^(?:\(?\d+[).]\s*|(?:the\s+)?(?:first|second|third|fourth|fifth)(?:ly)?\s*,?\s*(?:was|is)?\s+|and\s+|[a-e]\)\s*)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"[^\n]*?(?=\s*:\s|\s+[–—-]{1,2}\s|\n|[.!?](?:\s|$)|\s*\(|\Z)")
_SLOGAN = re.compile(
    r"^\s*(?P<one>[A-Z][^;.:!?]{3,40}); (?P<two>[A-Z][^;.:!?]{3,40});(?: and)? (?P<three>[A-Z][^;.:!?]{3,40})\.?\s*$"
)
_MANY = 15


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The frameworks of a source."""
    listed: set[int] = set()
    for items in mentions.view.lists():
        above = _above(mentions, items)
        claim = _from_list(mentions, items, above) if above is not None else None
        if claim is not None:
            listed.add(items[0].list)
            yield claim
    yield from _from_series(mentions)
    for block in mentions.view.blocks:
        if block.kind in ("code", "rule", "header") or block.tag:
            continue
        if match := _SLOGAN.match(block.text):
            elements = tuple(Words(block, *match.span(name)) for name in ("one", "two", "three"))
            yield Claim(
                "framework", Words(block, *match.span()), "frameworks", "slogan", 0.75, "", (), {"elements": elements}
            )
        elif block.kind != "heading":
            yield from _from_sentences(block)


def _above(mentions: Mentions, items: Sequence[Block]) -> Block | None:
    above = mentions.view.before(items[0])
    return above if above is not None and above.kind in ("paragraph", "heading", "item") else None


def _from_list(mentions: Mentions, items: Sequence[Block], above: Block) -> Claim | None:
    if not 2 < len(items) <= _MANY:
        return None
    start = above.sentences[-1][0] if above.sentences and above.kind != "heading" else 0
    last = above.text[start:]
    for form in LEAD_INS:
        match = form.regex.search(last)
        if match is None or (form.name == "counted-heading" and above.kind != "heading"):
            continue
        count = match.groupdict().get("count")
        counted = count is not None and number_of(count) == len(items)
        if count is not None and not counted and abs(number_of(count) - len(items)) > 0:
            continue
        if not counted and not items[0].ordered and not all(_is_bold_led(one) or _is_short(one) for one in items):
            continue
        elements = tuple(element_words(one) for one in items)
        if not all(one.text for one in elements) or sum(len(one.text.split()) for one in elements) > 14 * len(elements):
            continue
        name = Words(above, start + match.start("name"), start + match.end("name"))
        confidence = 0.85 if counted else form.confidence
        people = [one.figure for one in mentions.within(above, start, len(above.text)) if one.figure.known]
        kind = "ordered" if items[0].ordered else ""
        parts = {"elements": elements, "name": (name,)}
        return Claim("framework", name, "frameworks", form.name, confidence, kind, tuple(people[:1]), parts)
    return None


def _is_short(item: Block) -> bool:
    return len(item.text.split()) <= 8 and not item.text.rstrip().endswith((".", "?", "!"))


def _from_series(mentions: Mentions) -> Iterator[Claim]:
    """`Step 1: …`, `Step 2: …`: headings, items or lines that are numbered by one word."""
    series: dict[str, list[Words]] = {}
    for block in mentions.view.blocks:
        if block.kind in ("code", "rule"):
            continue
        for start, end in block.lines:
            match = SERIES.regex.match(block.text[start:end])
            if match is not None and int(match["number"]) == len(series.setdefault(match["label"].lower(), [])) + 1:
                title = Words(block, start + match.start("title"), start + match.end("title"))
                head = _HEAD.match(title.text)
                until = title.start + head.end() if head and head.end() > 1 else title.end
                series[match["label"].lower()].append(_stripped(block, title.start, until))
    for label, elements in series.items():
        if 3 <= len(elements) <= _MANY and all(one.text for one in elements):
            first = elements[0]
            name = Words(first.block, first.block.text.lower().find(label), first.start)
            name = _stripped(name.block, name.start, name.start + len(label))
            parts = {"elements": tuple(elements), "name": (name,)}
            yield Claim("framework", name, "frameworks", SERIES.name, SERIES.confidence, "ordered", (), parts)


def _is_bold_led(item: Block) -> bool:
    return bool(item.strong) and item.strong[0][0] <= 1


def element_words(item: Block) -> Words:
    """The short name of an element: its bold beginning, or what stands before a colon, a dash or a full stop."""
    if _is_bold_led(item):
        start, end = item.strong[0]
        return _stripped(item, start, end)
    match = _HEAD.match(item.text)
    end = match.end() if match and match.end() > 1 else len(item.text)
    return _stripped(item, 0, end)


def _stripped(block: Block, start: int, end: int) -> Words:
    text = block.text
    while start < end and text[start] in ' \n"“”*_,;:.':
        start += 1
    while end > start and text[end - 1] in ' \n"“”*_,;:.':
        end -= 1
    return Words(block, start, end)


def number_of(word: str) -> int:
    """The number that a word or digits mean; 0 for none."""
    return int(word) if word.isdigit() else _COUNTS.get(word.lower(), 0)


def _from_sentences(block: Block) -> Iterator[Claim]:
    if not any(one in block.text for one in (":", "(", " – ", " — ", " - ")):
        return
    for start, end in block.sentences:
        for form in SENTENCES:
            match = form.regex.search(block.text, start, end)
            if match is None:
                continue
            elements = tuple(_pieces(block, *match.span("list")))
            if len(elements) == number_of(match["count"]) >= 3 and all(len(one.text.split()) <= 10 for one in elements):
                name = Words(block, *match.span("name"))
                yield Claim(
                    "framework",
                    Words(block, *match.span()),
                    "frameworks",
                    form.name,
                    form.confidence,
                    "",
                    (),
                    {"elements": elements, "name": (name,)},
                )


def _pieces(block: Block, start: int, end: int) -> Iterator[Words]:
    text = block.text
    closing = text.find(")", start, end)
    if closing > 0 and "(" not in text[start:closing]:
        end = closing
    semicolons = ";" in text[start:end]
    pattern = re.compile(r"\s*;\s*(?:and\s+)?") if semicolons else _SPLIT
    places = [start]
    for match in pattern.finditer(text, start, end):
        yield from _piece(block, places[-1], match.start())
        places.append(match.end())
    yield from _piece(block, places[-1], end)


def _piece(block: Block, start: int, end: int) -> Iterator[Words]:
    match = _ORDINAL.match(block.text[start:end])
    words = _stripped(block, start + match.end() if match else start, end)
    if words.text:
        yield words
