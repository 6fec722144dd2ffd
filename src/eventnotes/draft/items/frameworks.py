"""Frameworks: steps, pillars and principles in a list, and what series and enumerations tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.items import enumerations, series
from eventnotes.draft.items.enumerations import KINDS, MODELS, UNLIKE, VERB, enumerations_in, is_counted, number_of
from eventnotes.draft.items.series import element_words, is_bold_led
from eventnotes.draft.lexicon import alternatives
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.weights import FRAMEWORK, sureness

_STRONG = alternatives(
    r"aspects|attributes|axes|barriers|building blocks|categories|characteristics|commandments|competenc(?:ies|es)"
    r"|components|criteria|dimensions|drivers|elements|essentials|facets|factors|forces|foundations|habits|hats"
    r"|ingredients|kinds|laws|layers|lenses|levels|levers|maxims|modes|objectives|phases|pillars|principles|properties"
    r"|qualities|requirements|rules|sins|stages|steps|tenets|traits|types|values|virtues"
)
"""What the parts of hardly anything but a framework are called."""
_NO_MODEL = (
    r"(?:recommendations?|advice|suggestions?|reflections?|learnings?|agenda|schedule|programme?|links?|talks?"
    r"|speakers?|lessons?|tips?|takeaways?|notes|questions?|resources|references|prizes?|winners?|conclusions?|summary"
    r"|todo|next|contents|news|results|awards|q&a|demos?|examples?)"
)
_OF = r"(?:\s+(?:of|for|to|in|that|behind)\s+[^.:;!?\n]{2,60})?"
_COUNTED = rf"(?P<count><NUMBER>)(?:[ -](?:[\w’'/&-]+\s+){{0,4}}?{KINDS}\b|\s*[“‘\"']?(?-i:[A-Z])[’']s\b)"
LEAD_INS = (
    Form(
        "counted-heading",
        rf"^\W*(?P<name>(?:the\s+)?(?P<count><NUMBER>)\s+{UNLIKE}[^.:!?\n]{{3,70}})\W*$",
        0.75,
        (("## The 3 habits of good depots\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "counted-list",
        rf"\b(?P<name>{_COUNTED}{_OF})",
        0.8,
        (("Her plan has three steps:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "counted-procedure",
        r"\b(?P<name>(?P<count><NUMBER>)[- ](?:step|part|stage|phase|point|level|pillar)s?\s+\w+)\b",
        0.75,
        (("It is a three step procedure.\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "kind-list",
        rf"\b(?P<name>(?:[\w’'/&-]+\s+){{0,3}}{KINDS}\b{_OF})",
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
        needs=("onsist", "ade up", "ompos", "ombination", "ased ", "uilt ", "ompris", " into", "efined "),
    ),
    Form(
        "method-above",
        rf"(?P<name>\b(?:[\w’'/&-]+\s+){{0,4}}(?:{MODELS}|procedure|strategy|mantra|life ?cycle|maturity)\b)",
        0.6,
        (("## Our printing process\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        ignore_case=True,
    ),
    Form(
        "ordered-below-heading",
        rf"^\W*(?P<name>(?!.*\b{_NO_MODEL}\b)[^.:!?\n]{{3,60}})\W*$",
        0.6,
        (("## The ideal stop\n\n1. Ring\n1. Brake\n1. Wait", "Ring | Brake | Wait"),),
        ignore_case=True,
    ),
)
SPELLED = Form(
    "spelled-list",
    r"\b(?P<name>(?P<letters>[A-Z]{3,7})\b[^.:!?\n]{0,40})",
    0.8,
    (("The RIDE rule for the day:\n\n- Ring\n- Inspect\n- Drive\n- Exit", "Ring | Inspect | Drive | Exit"),),
)
EARLIER = Form(
    "counted-earlier",
    rf"\b(?P<name>(?P<count><NUMBER>)\s+(?:[\w’'/&-]+\s+){{0,4}}?(?:{_STRONG}|areas|priorities))\b",
    0.7,
    (
        (
            "He spoke of three key areas. We tried each.\n\n1. **Bells**: ring\n2. **Brakes**: stop\n3. **Maps**: look",
            "Bells | Brakes | Maps",
        ),
    ),
    ignore_case=True,
)
FORMS = (SPELLED, *LEAD_INS, EARLIER, *series.FORMS, *enumerations.FORMS)
_BULLET = re.compile(r"\s*(?:[*•·–-]|\(?\d{1,2}[.)])\s+")
_CUES = {
    "agenda": re.compile(
        r"(?i)\b(?:agenda|schedule|talks|sessions|speakers|panell?ists|links|resources|attendees|participants|sponsors"
        r"|see also|references|further reading|books?|winners?|prizes?|teams|projects|attended|slides|videos?"
        r"|organi[sz]ers|i (?:saw|liked|went)|highlights|examples?|e\.g|such as|like|questions|working groups|topics"
        r"|themes|events|presentations?)\b"
    ),
    "lesson": re.compile(
        r"(?i)\b(?:take[- ]?aways?|lessons?|learn(?:ed|t)|tips?|recommendations?|advice|messages|conclusions?"
        r"|next steps|insights?|plans? to)\b"
    ),
    "strong-kind": re.compile(rf"(?i)\b{_STRONG}\b"),
    "definite": re.compile(r"(?i)\b(?:the|these|following|main|key|core|essential|basic|ground|fundamental)\b"),
}
"""What the words above a list show, for or against its being a framework."""
_DOING = re.compile(rf"(?i){VERB}\b")
_MANY = 15
_LEAST = 2
_FEW, _MANY_WORDS = 4, 8
_QUOTES = "\"“‘'*_ "


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The frameworks of a source."""
    for elements, above, cues, form, name in candidates(mentions):
        start = above.sentences[-1][0] if above.sentences else 0
        people = [one.figure for one in mentions.within(above, start, len(above.text)) if one.figure.known]
        parts = {"elements": tuple(elements), "name": (name,)}
        kind = "ordered" if "ordered" in cues else ""
        sure = SPELLED.confidence if form == SPELLED.name else round(sureness(cues, FRAMEWORK), 2)
        yield Claim("framework", name, "frameworks", form, sure, kind, tuple(people[:1]), parts)
    view = mentions.view
    blocks = [one for one in view.blocks if one.kind not in ("code", "rule", "header") and not one.tag]
    counted = {one for one in (*view.header.values(), *blocks) if is_counted(one.text)}
    yield from series.series(mentions, counted)
    for block in blocks:
        for claim in enumerations_in(block, counted=block in counted):
            persons = [one for one in claim.parts["elements"] if mentions.within(block, one.start, one.end)]
            if len(persons) * 2 < len(claim.parts["elements"]):
                yield claim


def candidates(mentions: Mentions) -> Iterator[tuple[list[Words], Block, set[str], str, Words]]:
    """The lists of a source: elements, what stands above, cues, the form of what stands above, and the name in it."""
    for items, above in _lists(mentions):
        start = above.sentences[-1][0] if above.sentences and above.kind != "heading" else 0
        found = [(SPELLED, one) for one in SPELLED.search(above.text, start)]
        found += [(form, match) for form in LEAD_INS if (match := next(form.search(above.text, start), None))]
        found += [(EARLIER, one) for one in EARLIER.search(above.text)]
        named = {form.name: match for form, match in found if _fits(form, match, items, above)}
        elements = [element_words(one) for one in items] if named else []
        if elements and all(one.text for one in elements):
            cues = {"bias", *_of_lead_in([*named], above, above.text[start:]), *_of_items(mentions, items, elements)}
            form, match = next(iter(named.items()))
            yield elements, above, cues, form, Words(above, *match.span("name"))


def _fits(form: Form, match: re.Match[str], items: Sequence[Words], above: Block) -> bool:
    """Whether a form of what stands above goes with the items: as many as it counts, numbered where it asks for it."""
    if form.name == "ordered-below-heading":
        return above.kind == "heading" and items[0].block.ordered
    if form is SPELLED:
        return len(items) > _LEAST and match["letters"] == "".join(
            one.text.lstrip(_QUOTES)[:1].upper() for one in items
        )
    count = match.groupdict().get("count")
    return count is None or number_of(count) == len(items)


def _lists(mentions: Mentions) -> Iterator[tuple[list[Words], Block]]:
    """Lists, also such as are but lines of a paragraph, and the block above."""
    view = mentions.view
    for items in view.lists():
        above = view.above(items[0])
        if above is not None and above.kind in ("paragraph", "heading", "item") and _LEAST <= len(items) <= _MANY:
            yield [Words(one, 0, len(one.text)) for one in items], above
    yield from _in_bold(mentions)
    for block in view.blocks:
        if block.kind == "paragraph" and block.breaks and not block.list:
            above = view.above(block)
            lines = _lines(block)
            if above is not None and above.kind in ("paragraph", "heading") and 2 < len(lines) <= _MANY:
                yield lines, above


def _in_bold(mentions: Mentions) -> Iterator[tuple[list[Words], Block]]:
    """Paragraphs in a row that begin in bold, and the block above."""
    run: list[Block] = []
    for block in mentions.view.blocks:
        if block.kind == "paragraph" and not block.list and not block.quoted and is_bold_led(block):
            run.append(block)
            continue
        above = mentions.view.above(run[0]) if 2 < len(run) <= _MANY else None
        if above is not None and above.kind in ("paragraph", "heading"):
            yield [Words(one, 0, len(one.text)) for one in run], above
        run = []


def _lines(block: Block) -> list[Words]:
    """The lines of a paragraph, if each has a bullet or a number."""
    lines = [(start, end) for start, end in block.lines if block.text[start:end].strip()]
    found = [Words(block, match.end(), end) for start, end in lines if (match := _BULLET.match(block.text, start))]
    return found if len(found) == len(lines) else []


def _of_lead_in(named: Sequence[str], above: Block, last: str) -> Iterator[str]:
    yield from ("counted" if one.startswith("counted") else one for one in named)
    yield from (name for name, cue in _CUES.items() if cue.search(last))
    if above.kind == "item":
        yield "inner"


def _of_items(mentions: Mentions, items: Sequence[Words], elements: Sequence[Words]) -> Iterator[str]:
    count = len(items)
    first = items[0].block
    if first.ordered or (first.kind == "paragraph" and first.text[items[0].start - 3 : items[0].start - 2].isdigit()):
        yield "ordered"
    if first.depth > 1:
        yield "inner"
    if count == _LEAST:
        yield "two"
    words = sum(len(one.text.split()) for one in elements) / count
    if not _FEW <= words < _MANY_WORDS:
        yield "few" if words < _FEW else "many"
    tested = {
        "doing": sum(bool(_DOING.match(one.text)) for one in elements),
        "persons": sum(bool(mentions.within(one.block, one.start, one.end)) for one in items),
        "links": sum(bool(one.block.links) for one in items),
    }
    yield from (name for name, number in tested.items() if number > count / 2)
