"""Frameworks: which parts that stand side by side are steps, pillars or principles that somebody named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, compiled
from eventnotes.draft.items.kinds import KINDS, MODELS, STRONG, VERB, number_of
from eventnotes.draft.items.parts import LABEL, Parts, is_bold_led, parts_of, stripped
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import lowered
from eventnotes.draft.weights import FRAMEWORK, sureness

_OF = r"(?:\s+(?:of|for|to|in|that|behind)\s+[^.:;!?\n]{2,60})?"
LEAD_INS = (
    Form(
        "spelled",
        r"\b(?P<name>(?P<letters>[A-Z]{3,7}|(?:[A-Z]\.){3,7})(?!\w)[^.!?\n]{0,40})",
        0.8,
        (
            ("The RIDE rule for the day:\n\n- Ring\n- Inspect\n- Drive\n- Exit", "Ring | Inspect | Drive | Exit"),
            ("The first talk was about DRAM (Draw, Read, Ask, Mend).", "Draw | Read | Ask | Mend"),
        ),
    ),
    Form(
        "counted",
        rf"\b(?P<name>(?P<count><NUMBER>)(?:[- ](?:step|part|stage|phase|point|level|pillar)s?)?"
        rf"(?:[ -][\w’'/&-]+){{0,5}}{_OF})",
        0.8,
        (
            ("Her plan has three steps:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),
            ("She named three pillars of her plan: ask, build and show.", "ask | build | show"),
        ),
        small=True,
    ),
    Form(
        "made-of",
        r"(?P<name>)\b(?:consists? of|(?:is|are) (?:made up|composed|a combination|based|built) (?:of|on)"
        r"|(?:a )?combination of|comprises?|(?:categori[sz]ed|grouped|classified|divided|split|broken(?: down)?)"
        r" (?:into|as|in)|defined (?:as|by))\b",
        0.65,
        (("A good map consists of:\n\n1. Lines\n2. Names\n3. Colours", "Lines | Names | Colours"),),
        small=True,
    ),
    Form(
        "strong-kind",
        rf"\b(?P<name>{STRONG}\b{_OF})",
        0.6,
        (("These are the steps of her plan:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        small=True,
    ),
    Form(
        "model",
        rf"\b(?P<name>{MODELS}\b)",
        0.6,
        (
            ("## Our printing process\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),
            ("The tram cycle: ring → brake → wait.", "ring | brake | wait"),
        ),
        small=True,
    ),
    Form(
        "kind",
        rf"\b(?P<name>{KINDS}\b{_OF})",
        0.6,
        (("The needs of a stop:\n\n1. Light\n2. Maps\n3. Calm", "Light | Maps | Calm"),),
        small=True,
    ),
)
"""What leads in the parts of a framework; the first that stands gives its name."""
SPELLED, COUNTED = LEAD_INS[:2]
SLOGAN = Form(
    "slogan",
    r"^\s*(?P<one>[A-Z][^;.:!?]{3,40}); (?P<two>[A-Z][^;.:!?]{3,40});(?: and)? (?P<three>[A-Z][^;.:!?]{3,40})\.?\s*$",
    0.75,
    (("## Start with maps; Go with trams; End with tea", "Start with maps | Go with trams | End with tea"),),
)
_NAMED_BEFORE = LEAD_INS[2:]
_BEFORE = re.compile(r"(?<![\w’'/&-])(?:[\w’'/&-]+\s+){1,3}\Z")
_FAR = 60
FORMS = (*LEAD_INS, SLOGAN)
_LEADS = {
    "agenda": re.compile(
        r"\b(?:agenda|schedule|talks|sessions|speakers|panell?ists|links|resources|attendees|participants|sponsors"
        r"|see also|references|further reading|books?|winners?|prizes?|teams|projects|attended|slides|videos?"
        r"|organi[sz]ers|i (?:saw|liked|went)|highlights|questions|working groups|topics|themes|events"
        r"|presentations?)\b"
    ),
    "lesson": re.compile(
        r"\b(?:take[- ]?aways?|lessons?|learn(?:ed|t)|tips?|recommendations?|advice|messages|conclusions?"
        r"|next steps|insights?|plans? to)\b"
    ),
    "definite": re.compile(r"\b(?:the|these|following|main|key|core|essential|basic|ground|fundamental)\b"),
    "asks": re.compile(r"\?"),
}
"""What the words that lead in tell, in small letters, as all below do but for capitals."""
_ENDS = {
    "examples": re.compile(r"\b(?:examples?|e\.g|such as|like|including)\W*$"),
    "equates": re.compile(rf":\W*$|\b{KINDS}\b.{{0,40}}\b(?:are|were|include|namely)\W*$"),
    "bracket": re.compile(r"\(\W*$"),
    "dash": re.compile(r"[–—-]\s*$"),
    "of": re.compile(r"\b(?:of|into|through|between|on|from)\s*$"),
    "opens": re.compile(r"(?:^|[.!?]\s+)\W*$"),
}
"""What their end tells."""
_END = 60
_TELLING = {"equates", "bracket", "dash", "after-kind"}
"""One of which the parts of a sentence need, if no form leads them in."""
_RESTS = {
    "after-kind": re.compile(rf"^\W*(?:(?:are|were)\b.{{0,40}}\b{KINDS}\b|(?:these|those)\b)"),
    "etc": re.compile(r"^\W*(?:etc\b|and (?:so|more)\b|\.\.|…)"),
}
_MOST = {
    "doing": re.compile(rf"^\W*{VERB}\b"),
    "stops": re.compile(r"[.!]\W*$"),
    "questions": re.compile(r"\?\W*$"),
    "we": re.compile(r"\b(?:i|we|my|our|me|us)\b"),
    "clause": re.compile(r"\b(?:was|were|had|did|is|are|has|have|can|will)\b"),
    "digits": re.compile(r"https?:|\d"),
}
"""What most of the parts tell."""
_CAPITALS = {
    "capitals": re.compile(r"[a-z,] [A-Z][a-z]"),
    "capital": re.compile(r"^[A-Z]"),
    "names": re.compile(r"[A-Z]{2}|[a-z][A-Z]|\b[A-Z]\w*\d"),
}
"""What their capitals tell."""
_ABSTRACT = (
    *("tion", "sion", "xion", "tions", "sions", "xions", "ity", "aty", "ities", "aties", "ment", "ments", "ness"),
    *(
        "ance",
        "ence",
        "ancy",
        "ency",
        "ances",
        "ences",
        "ancies",
        "encies",
        "ing",
        "ings",
        "acy",
        "ism",
        "ship",
        "hood",
    ),
)
"""How words end that name no thing."""
_LONGEST = 300
"""How long the name of a part may be, in characters."""
_OFTEN = 2
"""A series that a post has more often is its layout."""
_LAST = re.compile(r"(?:etc|and so on|so on|more|others?|much more)\b")
_UNLIKE = compiled(
    r"\b<NUMBER>\s+(?:[\w’'-]+\s+)?"
    r"(?:talks?|speakers?|people|persons?|sessions?|panels?|panell?ists?|presentations?|keynotes?|workshops?|events?"
    r"|tracks?|cities|countries|rooms?|books?|posts?|teams?|prizes?|winners?|projects?|companies|organi[sz]ations?"
    r"|colleagues|friends|participants|attendees|students|hours?|days?|weeks?|months?|years?)\b"
)
"""What is counted, and is no framework."""
_NUMBER = compiled(r"\b<NUMBER>\b")


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The frameworks of a source."""
    for parts, cues, form, name in candidates(mentions):
        lead = parts.lead
        people = [one.figure for one in mentions.within(lead.block, lead.start, lead.end) if one.figure.known]
        said = {"elements": tuple(parts.elements), "name": (name,)}
        kind = "ordered" if "ordered" in cues or "arrows" in cues else ""
        yield Claim(
            "framework", name, "frameworks", form, round(sureness(cues, FRAMEWORK), 2), kind, (*people[:1],), said
        )
    yield from _slogans(mentions)


def _slogans(mentions: Mentions) -> Iterator[Claim]:
    """Headings and paragraphs that are three phrases and no more."""
    for block in mentions.view.blocks:
        if block.kind in ("heading", "paragraph") and (match := SLOGAN.regex.match(block.text)):
            whole = Words(block, *match.span())
            said = {
                "elements": tuple(Words(block, *match.span(one)) for one in ("one", "two", "three")),
                "name": (whole,),
            }
            yield Claim("framework", whole, "frameworks", SLOGAN.name, SLOGAN.confidence, "", (), said)


def candidates(mentions: Mentions) -> Iterator[tuple[Parts, set[str], str, Words]]:
    """What may be a framework's parts, their cues, the form of what leads them in, and the words that name it."""
    found = [*parts_of(mentions.view)]
    layout = {
        one for one, count in Counter(_said(one) for one in found if one.shape == "list").items() if count > _OFTEN
    }
    for parts in found:
        led, lead = dict(_led(parts)), lowered(parts.lead.text)
        told = {*led, *_around(parts, lead)}
        if parts.shape == "sentence" and not led and not told & _TELLING and not _is_drawn(parts):
            continue
        texts = _said(parts)
        if texts not in layout and not _UNLIKE.search(lead) and _are_things(mentions, parts, texts):
            form, name = next(iter(led.items()), (parts.shape, _unnamed(parts)))
            told.update(("bias", parts.shape), _of_lead(parts, lead), _of_shape(parts))
            told.update(_of_elements(mentions, parts, texts))
            yield parts, told | ({"counted-kind"} if {"counted", "kind"} <= told else set()), form, name


def _said(parts: Parts) -> tuple[str, ...]:
    return tuple(one.text for one in parts.elements)


def _are_things(mentions: Mentions, parts: Parts, texts: Sequence[str]) -> bool:
    """Whether parts have short names of their own, and most of them no person's."""
    if max(map(len, texts)) > _LONGEST:
        return False
    persons = sum(bool(mentions.within(one.block, one.start, one.end)) for one in parts.elements)
    return len({one.lower() for one in texts} - {""}) == len(texts) and persons * 2 < len(texts)


def _is_drawn(parts: Parts) -> bool:
    """Whether arrows stand between parts."""
    between = parts.lead.block.text[parts.elements[0].end : parts.elements[1].start]
    return any(one in between for one in ("→", ">", "⇒"))


def _unnamed(parts: Parts) -> Words:
    """What names a framework that is called nothing: what leads it in, or its parts."""
    lead = stripped(parts.lead.block, parts.lead.start, parts.lead.end)
    if "sentence" not in parts.shape and lead.text:
        return lead
    return Words(parts.elements[0].block, parts.elements[0].start, parts.elements[-1].end)


def _led(parts: Parts) -> Iterator[tuple[str, Words]]:
    block, first, last = parts.lead
    for form in LEAD_INS:
        for match in form.regex.finditer(block.small if form.small else block.text, first, last):
            start, end = match.span("name")
            before = _BEFORE.search(block.text, max(first, start - _FAR), start) if form in _NAMED_BEFORE else None
            name = stripped(block, before.start() if before else start, end)
            if name.text and _fits(form, match, parts.elements):
                yield form.name, name
                break


def _fits(form: Form, match: re.Match[str], elements: Sequence[Words]) -> bool:
    """Whether as many parts follow as are counted, or such as spell a word."""
    if form is COUNTED:
        return number_of(match["count"]) == len(elements)
    initials = "".join(one.text.lstrip("\"“‘'*_ ")[:1] for one in elements).upper()
    return form is not SPELLED or match["letters"].replace(".", "") == initials


def _around(parts: Parts, lead: str) -> Iterator[str]:
    """What stands right before and right after the parts tells."""
    start, rest = max(0, len(lead) - _END), lowered(parts.rest)
    yield from (name for name, cue in _ENDS.items() if cue.search(lead, start))
    yield from (name for name, cue in _RESTS.items() if rest and cue.search(rest))


def _of_lead(parts: Parts, lead: str) -> Iterator[str]:
    yield from (name for name, cue in _LEADS.items() if cue.search(lead))
    counts = [number_of(one) for one in _NUMBER.findall(lead)]
    if counts and len(parts.elements) not in counts:
        yield "otherwise-counted"
    yield f"below-{parts.lead.block.kind}"
    words = len(lead.split())
    if words <= 4 or words > 12:
        yield "short-lead" if words <= 4 else "long-lead"


def _of_shape(parts: Parts) -> Iterator[str]:
    first = parts.wholes[0].block
    text, start = first.text, parts.wholes[0].start
    if first.ordered or text[start - 3 : start - 2].isdigit():
        yield "ordered"
    if "sentence" not in parts.shape and first.depth > 1:
        yield "inner"
    if all(LABEL.match(one.text) for one in parts.wholes):
        yield "labelled"
    if parts.shape == "sentence":
        if _is_drawn(parts):
            yield "arrows"
        listed = text[start : parts.wholes[-1].end]
        yield from ("or",) if " or " in listed else () if " and " in listed or "&" in listed else ("no-and",)
        if len(text) - len(listed) < 40:
            yield "whole"


def _of_elements(mentions: Mentions, parts: Parts, texts: Sequence[str]) -> Iterator[str]:
    """How many parts there are, how long, and what most of them are."""
    count, words = len(texts), [len(one.split()) for one in texts]
    yield "two" if count == 2 else "three-to-five" if count < 6 else "many" if count > 8 else "several"
    if max(words) <= 2:
        yield "one-word" if max(words) == 1 else "two-words"
    else:
        yield "few" if sum(words) < 4 * count else "long" if sum(words) < 8 * count else "longer"
    low = [lowered(one) for one in texts]
    for several, cues in ((low, _MOST), (texts, _CAPITALS)):
        yield from (name for name, cue in cues.items() if 2 * sum(map(bool, map(cue.search, several))) > count)
    yield from (name for name, test in _WHOLES.items() if 2 * sum(test(mentions, one) for one in parts.wholes) > count)
    if 2 * sum(one.endswith(_ABSTRACT) for one in low) > count:
        yield "abstract"
    if 2 * sum(len(two.text) > len(one) + 3 for one, two in zip(texts, parts.wholes, strict=True)) > count:
        yield "explained"
    yield from _alike(low)


def _alike(low: Sequence[str]) -> Iterator[str]:
    for name, place in (("same-start", 0), ("same-end", -1)):
        if len({one.split()[place] for one in low}) * 2 <= len(low):
            yield name
    if len({one[0] for one in low}) == 1:
        yield "alliterates"
    if _LAST.match(low[-1]):
        yield "etc"


_WHOLES: Mapping[str, Callable[[Mentions, Words], bool]] = {
    "persons": lambda mentions, one: bool(mentions.within(one.block, one.start, one.end)),
    "links": lambda _, one: any(link.start < one.end and one.start < link.end for link in one.block.links),
    "bold": lambda _, one: one.start == 0 and is_bold_led(one.block),
}
"""What is asked of all that is said of a part."""
