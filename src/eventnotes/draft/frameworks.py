"""Frameworks: counted steps, pillars and principles, in a list, in headings, or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft import enumerations
from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.enumerations import KINDS, MODELS, enumerations_in, is_counted, number_of, stripped
from eventnotes.draft.forms import Form
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.runs import Block

_STRICT = (
    r"(?:aspects|competencies|components|criteria|dimensions|drivers|elements|factors|habits|ingredients|layers|levels"
    r"|phases|pillars|principles|requirements|rules|stages|steps|values|building blocks|characteristics|tenets|areas"
    r"|priorities|objectives|qualities|traits|laws|maxims)"
)
_NO_MODEL = (
    r"(?:agenda|schedule|programme?|links?|talks?|speakers?|lessons?|tips?|takeaways?|notes|questions?|resources|references"
    r"|prizes?|winners?|conclusions?|summary|todo|next|contents|news|results|awards|q&a|demos?|examples?)"
)
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
        rf"\b(?P<name>(?P<count><NUMBER>)\s+(?:[\w’'/&-]+\s+){{0,4}}?{KINDS}\b(?:\s+(?:of|for|to"
        rf"|in)\s+[^.:;!?\n]{{2,60}})?)[^.!?\n]*(?::|[.])?\s*$",
        0.8,
        (
            ("Her plan has three steps:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),
            ("Everybody told of two essential requirements:\n\n1. A bell\n2. A brake", "A bell | A brake"),
            ("There are four drivers of delay:\n\n- Rain\n- Snow\n- Wind\n- Leaves.", "Rain | Snow | Wind | Leaves"),
        ),
        ignore_case=True,
    ),
    Form(
        "kind-list",
        rf"\b(?P<name>(?:[\w’'/&-]+\s+){{0,3}}{_STRICT}\b(?:\s+(?:of|for|to|in)\s+[^.:;!?\n]{{2,60}})?)[^.!?\n]*:\s*$",
        0.6,
        (
            ("These are the steps of her plan:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),
            (
                "A good depot has these elements:\n\n- Shared maps — on the wall\n- Calm drivers — no rush\n- Tea",
                "Shared maps | Calm drivers | Tea",
            ),
            ("The main drivers of delay are:\n\n* Rain,\n* Snow, and\n* Wind.", "Rain | Snow | Wind"),
        ),
        ignore_case=True,
    ),
    Form(
        "consists-of",
        r"\b(?P<name>[\w’'-]+(?:\s+[\w’'-]+)?)[?”\"’\s,–—-]+(?:(?:consist(?:s|ed)?|(?:is|are) made up|is composed)"
        r"\s+of|(?:(?:is|are|as)\s+)?a\s+(?:combination|mix|blend|mixture)\s+of|comprises|boils down to|rests on"
        r"|is based on)"
        r"(?:\s+[\w’'-]+){0,4}\s*:\s*$",
        0.65,
        (
            ("A good depot consists of:\n\n- Bells\n- Brakes\n- Tea", "Bells | Brakes | Tea"),
            ("What makes a good stop – a combination of:\n\n- Light\n- Maps\n- Calm", "Light | Maps | Calm"),
        ),
        ignore_case=True,
    ),
    Form(
        "model-heading",
        rf"^\W*(?P<name>(?:[A-Z0-9][\w’'-]*\s+){{1,5}}(?i:{MODELS})(?:\s+of\s+[^.:!?\n]{{2,40}})?)"
        r"(?:\s*\([^()\n]{2,60}\))?\W*$",
        0.7,
        (("## The Tram Loop\n\n1. Ring\n1. Brake\n1. Wait", "Ring | Brake | Wait"),),
    ),
    Form(
        "ordered-below-heading",
        rf"^\W*(?P<name>(?!.*\b{_NO_MODEL}\b)[^.:!?\n]{{3,60}})\W*$",
        0.6,
        (("## The ideal stop\n\n1. Ring\n1. Brake\n1. Wait", "Ring | Brake | Wait"),),
        ignore_case=True,
    ),
)
EARLIER = Form(
    "counted-earlier",
    rf"\b(?P<name>(?P<count><NUMBER>)\s+(?:[\w’'/&-]+\s+){{0,4}}?{_STRICT})\b",
    0.7,
    (
        (
            "He spoke of three key areas. We tried each.\n\n1. **Bells**: ring\n2. **Brakes**: stop\n3. **Maps**: look",
            "Bells | Brakes | Maps",
        ),
    ),
    ignore_case=True,
)
SERIES = Form(
    "numbered-series",
    r"^\W*(?P<label>(?i:step|rule|principle|phase|stage|pillar|level|path|objective|goal|law|layer|element|key"
    r"|theme|dimension|framework|problem|challenge|barrier|habit|factor|reason|driver|mistake|trend|way|value|area))\s*#?"
    r"(?P<number>\d{1,2})\s*(?:[:.]|\s[–—-]{1,2})\s+(?P<title>\S.*)$",
    0.75,
    (("## Step 1: Ask\n\nx\n\n## Step 2: Build\n\nx\n\n## Step 3: Show\n\nx", "Ask | Build | Show"),),
)
HEADINGS = Form(
    "counted-headings",
    rf"\b(?P<name>(?P<count><NUMBER>)\s+(?:[\w’'/&-]+\s+){{0,4}}?{KINDS}\b(?:\s+(?:of|for|to|in)\s+[^.:;!?\n]{{2,60}})?)",
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
FORMS = (*LEAD_INS, EARLIER, SERIES, HEADINGS, *enumerations.FORMS)
_HEAD = re.compile(r"[^\n]*?(?=\s*:\s|\s+[–—-]{1,2}\s|\n|[.!?](?:\s|$)|\s*\(|,\s+(?:which|who|where)\b|\Z)")
_DASHED = re.compile(r"(?:\S+\s+){0,5}\S+(?::\s|\s+[–—-]{1,2}\s)")
_NUMBERED = re.compile(r"^\W*#?(?P<number>\d{1,2})\s*[.):–—-]\s*(?P<title>\S[^\n]*)")
_NO_PART = re.compile(
    r"(?i)\W*(?:conclusions?|summary|resources|references|further reading|about|final|closing|wrap|q&a|more)\b"
)
_BELOW_HEADINGS = ("counted-heading", "model-heading", "ordered-below-heading")
_LONG_LINE = 60
_MANY = 15


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The frameworks of a source."""
    for items in mentions.view.lists():
        above = _above(mentions, items)
        claim = _from_list(mentions, items, above) if above is not None else None
        if claim is not None:
            yield claim
    yield from _from_series(mentions)
    yield from _from_headings(mentions)
    for block in mentions.view.blocks:
        if block.kind not in ("code", "rule", "header") and not block.tag:
            yield from enumerations_in(block)


def _above(mentions: Mentions, items: Sequence[Block]) -> Block | None:
    above = mentions.view.before(items[0])
    return above if above is not None and above.kind in ("paragraph", "heading", "item") else None


def _from_list(mentions: Mentions, items: Sequence[Block], above: Block) -> Claim | None:
    if not 1 < len(items) <= _MANY:
        return None
    found = _led_in(items, above)
    if found is None:
        return None
    form, name, counted = found
    elements = tuple(element_words(one) for one in items)
    if not all(one.text for one in elements) or sum(len(one.text.split()) for one in elements) > 14 * len(elements):
        return None
    people = [one.figure for one in mentions.within(above, *(above.sentences or [(0, 0)])[-1]) if one.figure.known]
    confidence = max(0.85, form.confidence) if counted and form is not EARLIER else form.confidence
    parts = {"elements": elements, "name": (name,)}
    kind = "ordered" if items[0].ordered else ""
    return Claim("framework", name, "frameworks", form.name, confidence, kind, tuple(people[:1]), parts)


def _led_in(items: Sequence[Block], above: Block) -> tuple[Form, Words, bool] | None:
    """The form in which the block above a list announces it, with the name and whether the count is right."""
    start = above.sentences[-1][0] if above.sentences and above.kind != "heading" else 0
    shaped = items[0].ordered or all(_is_bold_led(one) or _is_short(one) or _is_dashed(one) for one in items)
    for form in LEAD_INS:
        match = form.regex.search(above.text[start:])
        if match is None or (form.name in _BELOW_HEADINGS and above.kind != "heading"):
            continue
        count = match.groupdict().get("count")
        counted = count is not None and number_of(count) == len(items)
        if form.name == "ordered-below-heading" and not (items[0].ordered and all(map(_is_short, items))):
            continue
        if (counted or (count is None and len(items) > 2)) and (shaped or counted):
            return form, Words(above, start + match.start("name"), start + match.end("name")), counted
    for match in EARLIER.search(above.text):
        if number_of(match["count"]) == len(items) and shaped:
            return EARLIER, Words(above, *match.span("name")), True
    return None


def _is_short(item: Block) -> bool:
    return len(item.text.split()) <= 8 and not item.text.rstrip().endswith(("?", "!"))


def _is_dashed(item: Block) -> bool:
    return bool(_DASHED.match(item.text))


def _from_series(mentions: Mentions) -> Iterator[Claim]:
    """`Step 1: …`, `Step 2: …`: headings, items or lines that are numbered by one word."""
    series: dict[str, list[Words]] = {}
    for block in mentions.view.blocks:
        if block.kind in ("code", "rule"):
            continue
        for start, end in block.lines:
            match = SERIES.regex.match(block.text[start:end])
            if match is not None and int(match["number"]) == len(series.setdefault(match["label"].lower(), [])) + 1:
                series[match["label"].lower()].append(
                    _head(block, start + match.start("title"), start + match.end("title"))
                )
    for label, elements in series.items():
        if 3 <= len(elements) <= _MANY and all(one.text for one in elements):
            first = elements[0]
            name = Words(first.block, first.block.text.lower().find(label), first.start)
            name = stripped(name.block, name.start, name.start + len(label))
            yield _of_headings(SERIES, name, elements)


def _from_headings(mentions: Mentions) -> Iterator[Claim]:
    """A counted noun, and below it as many headings: numbered ones, or all that stand below a title."""
    view = mentions.view
    for block in [*view.header.values(), *view.blocks]:
        if block.kind not in ("header", "heading", "paragraph") or block.tag or not is_counted(block.text):
            continue
        for match in HEADINGS.search(block.text):
            number = number_of(match["count"])
            below = (
                view.headings if block.kind == "header" else [one for one in view.headings if one.number > block.number]
            )
            elements = _numbered(below, number) or (_titled(block, below, number) if _is_title(block, match) else [])
            if elements and number > 2:
                yield _of_headings(HEADINGS, Words(block, *match.span("name")), elements)


def _is_line(block: Block) -> bool:
    """Whether a paragraph begins with a short line of its own."""
    return block.kind == "paragraph" and 3 < block.text.find("\n") < _LONG_LINE


def _is_title(block: Block, match: re.Match[str]) -> bool:
    return block.kind in ("header", "heading") and match.start() < 5


def _numbered(blocks: Sequence[Block], number: int) -> list[Words]:
    """The headings or lines of their own, if they are numbered from 1 up to a number and no further."""
    found: list[Words] = []
    for one in blocks:
        match = _NUMBERED.match(one.text)
        if match is not None and int(match["number"]) == len(found) + 1:
            found.append(_head(one, *match.span("title")))
    return found if len(found) == number else []


def _titled(title: Block, headings: Sequence[Block], number: int) -> list[Words]:
    """The headings of one level below a title, if they are as many as it says."""
    if title.kind == "heading":
        until = next((place for place, one in enumerate(headings) if one.level <= title.level), len(headings))
        headings = headings[:until]
    level = min((one.level for one in headings), default=0)
    found = [one for one in headings if one.level == level and not _NO_PART.match(one.text)]
    return [stripped(one, 0, len(one.text)) for one in found] if len(found) == number else []


def _of_headings(form: Form, name: Words, elements: Sequence[Words]) -> Claim:
    parts = {"elements": tuple(elements), "name": (name,)}
    return Claim("framework", name, "frameworks", form.name, form.confidence, "ordered", (), parts)


def _is_bold_led(item: Block) -> bool:
    return bool(item.strong) and item.strong[0][0] <= 1


def element_words(item: Block) -> Words:
    """The short name of an element: its bold beginning, or what stands before a colon, a dash or a full stop."""
    if _is_bold_led(item):
        return stripped(item, *item.strong[0])
    series = SERIES.regex.match(item.text)
    start, (_, end) = series.start("title") if series else 0, next(iter(item.lines))
    goes_on = end - start > _LONG_LINE or not item.text[end + 1 : end + 2].isupper()
    return _head(item, start, len(item.text) if goes_on else end)


def _head(block: Block, start: int, end: int) -> Words:
    match = _HEAD.match(block.text[start:end])
    until = start + match.end() if match and match.end() > 1 else end
    words = stripped(block, start, until)
    trailing = _AND.search(words.text)
    return stripped(block, words.start, words.end - len(trailing[0])) if trailing else words


_AND = re.compile(r"[,;]\s+(?:and|or)$")
