"""Frameworks: steps, pillars and principles in a list, under headings or in a sentence, and slogans of parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from eventnotes.draft import enumerations
from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.kinds import COUNTED, KIND, NUMBER, VERB, number_of
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.runs import Block
from eventnotes.draft.weights import FRAMEWORK, sureness

_UNLIKE = r"(?!minutes?|hours?|days?|weeks?|months?|years?|talks?|speakers?|people|sessions?|panels?|questions?)"
_OF = r"(?:\s+(?:of|for|to|in|that|behind)\s+[^.:;!?\n]{2,60})?"
LEAD_INS = (
    Form(
        "counted-heading",
        rf"^\W*(?P<name>(?:the\s+)?(?P<count>{NUMBER})\s+{_UNLIKE}[^.:!?\n]{{3,70}})\W*$",
        0.75,
        (("## The 3 habits of good depots\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "counted-list",
        rf"\b(?P<name>{COUNTED}{_OF})",
        0.8,
        (("Her plan has three steps:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "counted-procedure",
        rf"\b(?P<name>(?P<count>{NUMBER})[- ](?:step|part|stage|phase|point|level|pillar)s?\s+\w+)\b",
        0.75,
        (("It is a three step procedure.\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "counted-anything",
        rf"\b(?P<name>(?P<count>{NUMBER})\s+{_UNLIKE}(?:[\w’'/&-]+\s*){{1,4}})",
        0.6,
        (("We use a plan with three wheels:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "kind-list",
        rf"\b(?P<name>(?:[\w’'/&-]+\s+){{0,3}}{KIND}\b{_OF})",
        0.6,
        (("These are the steps of her plan:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "made-of",
        r"(?P<name>[^.:!?\n]{2,60}?)\s+(?:consists? of|(?:is|are) (?:made up|composed|a combination|based"
        r"|built) (?:of|on)"
        r"|(?:a )?combination of|comprises?|(?:divided|split|broken down|broken) into|defined (?:as|by))\b",
        0.65,
        (("A good map consists of:\n\n- Lines\n- Names\n- Colours", "Lines | Names | Colours"),),
        ignore_case=True,
    ),
    Form(
        "method-above",
        r"(?P<name>\b(?:[\w’'/&-]+\s+){0,4}(?:method(?:ology)?|process|pipeline|kata|philosophy|model|framework"
        r"|cycle|loop"
        r"|procedure|workflow|strategy|formula|recipe|manifesto|mantra|approach|life ?cycle|maturity)\b)",
        0.6,
        (("## Our printing process\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
)
SERIES = Form(
    "numbered-series",
    r"^\W*(?P<label>(?i:step|rule|principle|phase|stage|pillar|level|path|objective|goal|law|layer|element|key"
    r"|theme|dimension|framework|barrier|myth|pattern|habit|strategy|type|principle))\s*#?"
    r"(?P<number>\d{1,2})\s*(?:[:.)]|\s?[–—-]{1,2})\s+(?P<title>\S.*)$",
    0.75,
    (("## Step 1: Ask\n\nx\n\n## Step 2: Build\n\nx\n\n## Step 3: Show\n\nx", "Ask | Build | Show"),),
)
HEADED = Form(
    "led-headings",
    rf"\b(?:(?P<name>{COUNTED}{_OF})|(?:the )?following)[^.!?\n]*:\s*$",
    0.65,
    (("A plan has three parts:\n\n## Ask\n\nx\n\n## Build\n\nx\n\n## Show\n\nx", "Ask | Build | Show"),),
    ignore_case=True,
)
FORMS = (*LEAD_INS, SERIES, HEADED, *enumerations.FORMS)
_HEAD = re.compile(r"[^\n]*?(?=\s*:\s|\s+[–—-]{1,2}\s|\n|[.!?](?:\s|$)|\s*\(|\Z)")
_BULLET = re.compile(r"(?:[*•·–-]|\(?\d{1,2}[.)])\s+")
_AGENDA = re.compile(
    r"(?i)\b(?:agenda|schedule|talks|sessions|speakers|panell?ists|links|resources|attendees|participants|sponsors"
    r"|see also|references|further reading|books?|winners?|prizes?|teams|projects|attended|slides|videos?|organi[sz]ers"
    r"|i (?:saw|liked|went)|highlights|examples?|e\.g|such as|like|questions|working groups|topics)\b"
)
_LESSON = re.compile(
    r"(?i)\b(?:take[- ]?aways?|lessons?|learn(?:ed|t)|tips?|advice|messages|conclusions?|next steps|insights?"
    r"|plans? to)\b"
)
_STRONG = re.compile(
    r"(?i)\b(?:aspects|attributes|barriers|building blocks|categories|characteristics|commandments|competenc\w+"
    r"|components"
    r"|criteria|dimensions|drivers|elements|essentials|facets|factors|forces|foundations|ingredients|kinds|laws|layers"
    r"|lenses|levels|levers|maxims|modes|pillars|phases|principles|properties|qualities|rules|sins|stages|steps|tenets"
    r"|traits|types|values|virtues)\b"
)
_DEFINITE = re.compile(
    r"(?i)\b(?:the|these|following|main|key|core|essential|basic|ground|fundamental|four|three|five)\b"
)
_DOING = re.compile(rf"(?i){VERB}\b")
_MANY = 15
_LEAST = 2


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The frameworks of a source."""
    for elements, above, cues, form, name in candidates(mentions):
        start = above.sentences[-1][0] if above.sentences else 0
        people = [one.figure for one in mentions.within(above, start, len(above.text)) if one.figure.known]
        parts = {"elements": tuple(elements), "name": (name,)}
        kind = "ordered" if "ordered" in cues else ""
        sure = round(sureness(cues, FRAMEWORK), 2)
        yield Claim("framework", name, "frameworks", form, sure, kind, tuple(people[:1]), parts)
    yield from _from_series(mentions)
    yield from _from_headings(mentions)
    for block in mentions.view.blocks:
        if block.kind not in ("code", "rule", "header") and not block.tag:
            yield from enumerations.enumerations(block)


def candidates(mentions: Mentions) -> Iterator[tuple[list[Words], Block, set[str], str, Words]]:
    """The lists of a source: elements, what stands above, cues, the form of what stands above, and the name in it."""
    for items, above in _lists(mentions):
        start = above.sentences[-1][0] if above.sentences and above.kind != "heading" else 0
        last = above.text[start:]
        found = [(form, form.regex.search(last)) for form in LEAD_INS]
        named = [(form, match) for form, match in found if match is not None]
        if not named:
            continue
        form, match = named[0]
        elements = [element_words(one) for one in items]
        if not all(one.text for one in elements):
            continue
        cues = {"bias", *_of_lead_in(named, above, last, len(items)), *_of_items(mentions, items, elements)}
        yield elements, above, cues, form.name, Words(above, start + match.start("name"), start + match.end("name"))


def _lists(mentions: Mentions) -> Iterator[tuple[list[Words], Block]]:
    """Lists, also such as are but lines of a paragraph, and the block above."""
    view = mentions.view
    for items in view.lists():
        above = view.before(items[0])
        if above is not None and above.kind in ("paragraph", "heading", "item") and _LEAST <= len(items) <= _MANY:
            yield [Words(one, 0, len(one.text)) for one in items], above
    for block in view.blocks:
        if block.kind == "paragraph" and block.breaks and not block.list:
            yield from _lines(view.before(block), block)


def _lines(above: Block | None, block: Block) -> Iterator[tuple[list[Words], Block]]:
    lines = [(start, end) for start, end in block.lines if block.text[start:end].strip()]
    found = [Words(block, match.end(), end) for start, end in lines if (match := _BULLET.match(block.text, start))]
    while above is not None and not above.text.strip():
        above = None
    if above is not None and above.kind in ("paragraph", "heading") and 2 < len(found) == len(lines) <= _MANY:
        yield found, above


def _of_lead_in(named: Sequence[tuple[Form, re.Match[str]]], above: Block, last: str, size: int) -> Iterator[str]:
    colon = last.rstrip(" \n*_").endswith((":", ":-", "…", "..."))
    yield (
        "heading-above"
        if above.kind == "heading"
        else "colon"
        if colon
        else "item-above"
        if above.kind == "item"
        else "open"
    )
    counts = [(form.name, number_of(match["count"])) for form, match in named if match.groupdict().get("count")]
    if any(count == size for _, count in counts):
        yield "counted"
        yield f"counted-{next(name for name, count in counts if count == size)}"
    elif any(name != "counted-anything" for name, _ in counts):
        yield "miscounted"
    yield from (form.name for form, _ in named if "count" not in form.regex.groupindex)
    tested = {"agenda": _AGENDA, "lesson": _LESSON, "strong-kind": _STRONG, "definite": _DEFINITE}
    yield from (name for name, sign in tested.items() if sign.search(last))
    if re.search(r":\s+\S", last):
        yield "told"


def _of_items(mentions: Mentions, items: Sequence[Words], elements: Sequence[Words]) -> Iterator[str]:
    count = len(items)
    first = items[0].block
    if first.ordered or (first.kind == "paragraph" and first.text[items[0].start - 3 : items[0].start - 2].isdigit()):
        yield "ordered"
    if first.depth > 1:
        yield "nested"
    yield f"size-{'two' if count == 2 else 'some' if count < 8 else 'many'}"
    words = sum(len(one.text.split()) for one in elements) / count
    yield f"words-{'few' if words < 4 else 'some' if words < 8 else 'many' if words < 15 else 'most'}"
    half = count / 2
    tested = {
        "bold-led": sum(one.start == 0 and _is_bold_led(one.block) for one in items),
        "shortened": sum(len(one.text) + 4 < len(two.text) for one, two in zip(elements, items, strict=True)),
        "doing": sum(bool(_DOING.match(one.text)) for one in elements),
        "persons": sum(bool(mentions.within(one.block, one.start, one.end)) for one in items),
        "links": sum(bool(one.block.links) for one in items),
        "asking": sum(one.text.rstrip().endswith("?") for one in items),
        "capital": sum(one.text[:1].isupper() for one in elements),
    }
    yield from (name for name, number in tested.items() if number > half)


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


def _from_headings(mentions: Mentions) -> Iterator[Claim]:
    """Headings of one level, right below a sentence that counts them, or says that they follow."""
    view = mentions.view
    for above, heading in pairwise(view.blocks):
        if heading.kind != "heading" or above.kind != "paragraph" or not above.sentences:
            continue
        start, end = above.sentences[-1]
        match = HEADED.regex.search(above.text, start, end)
        if match is None:
            continue
        alike = _alike(view.headings, heading)
        count = number_of(match["count"]) if match["count"] else len(alike)
        if not 2 < count <= len(alike) or mentions.of(heading) or _AGENDA.search(match[0]) or _LESSON.search(match[0]):
            continue
        elements = tuple(element_words(Words(one, 0, len(one.text))) for one in alike[:count])
        name = Words(above, *(match.span("name") if match["name"] else match.span()))
        yield Claim("framework", name, "frameworks", HEADED.name, HEADED.confidence, "", (), {"elements": elements})


def _alike(headings: Sequence[Block], first: Block) -> list[Block]:
    """A heading and those of its level that follow it, up to one of a higher level."""
    following = takewhile(lambda one: one.level >= first.level, headings[headings.index(first) :])
    return [one for one in following if one.level == first.level]


def _is_bold_led(item: Block) -> bool:
    return bool(item.strong) and item.strong[0][0] <= 1


def element_words(item: Words) -> Words:
    """The short name of an element: its bold beginning, or what stands before a colon, a dash or a full stop."""
    block = item.block
    if item.start == 0 and _is_bold_led(block):
        start, end = block.strong[0]
        return _stripped(block, start, end)
    match = _HEAD.match(block.text, item.start, item.end)
    end = match.end() if match and match.end() > item.start + 1 else item.end
    return _stripped(block, item.start, end)


def _stripped(block: Block, start: int, end: int) -> Words:
    text = block.text
    while start < end and text[start] in ' \n"“”*_,;:.':
        start += 1
    while end > start and text[end - 1] in ' \n"“”*_,;:.':
        end -= 1
    return Words(block, start, end)
