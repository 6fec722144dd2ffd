"""Frameworks: which parts that stand side by side are steps, pillars or principles that somebody named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, compiled
from eventnotes.draft.items.counted import COUNTED, OF, counted_parts
from eventnotes.draft.items.kinds import KINDS, MODELS, NOUNS, STRONG, THINGS, VERB, number_of
from eventnotes.draft.items.parts import LABEL, Parts, parts_of, stripped
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import lowered
from eventnotes.draft.weights import FRAMEWORK, sureness
from eventnotes.formats.markdown.labels import FOLDED

_ENDS = (
    rf"\b(?:{OF}{{2,60}}?)?)"
    r"(?=(?:,\s+(?:from\s[^,.:!?\n]{2,30}|(?:he|she|they)\s\w+))?"
    r"(?:\s+(?:are|were|is|of|includes?|namely|goes|runs|looks?)"
    r"(?: the following| like this| as follows| simple| easy)?"
    r"|\.\s+(?:they|these|those) (?:are|were))?\W*$)"
)
"""What may follow the word that tells what parts are, if that is all that leads them in."""
LEAD_INS = (
    Form(
        "spelled",
        r"\b(?P<name>(?:(?P<letters>[A-Z]{3,7}|(?:[A-Z]\.){3,7})(?!\w)|<NUMBER> (?P<letter>[A-Z])[’']?s\b)"
        r"[^.!?(\n]{0,40})",
        0.8,
        (
            ("The RIDE rule for the day:\n\n- Ring\n- Inspect\n- Drive\n- Exit", "Ring | Inspect | Drive | Exit"),
            ("The first talk was about DRAM (Draw, Read, Ask, Mend).", "Draw | Read | Ask | Mend"),
            ("She spoke of the 3 C’s of a tram: care, calm and craft.", "care | calm | craft"),
        ),
    ),
    COUNTED,
    Form(
        "divides",
        r"\b(?:divides|splits|breaks|sorts|groups|classifies|categori[sz]es|(?:he|she|they)\s(?:divided|split|broke|sorted"
        r"|grouped|classified|categori[sz]ed))\s+(?P<name>(?!(?:us|it|them|everyone|people|participants)\b)[^.,:;!?\n]{2,60}?)"
        r"(?<!\b(?:talk|data|team|room))(?<!\b(?:group|class))(?:\s+down)?\s+into(?:\s+<NUMBER>(?:\s\w+)?)?\W*$",
        0.7,
        (
            ("She divides trust into care, calm and craft.", "care | calm | craft"),
            ("He grouped the needs of riders into three: light, maps and rest.", "light | maps | rest"),
        ),
        small=True,
        needs=("into",),
    ),
    Form(
        "made-of",
        r"(?P<name>)(?:\b(?:consists? of|(?:is|are) (?:made up|composed|a combination|based|built) (?:of|on)"
        r"|(?:a )?combination of|comprises?|(?:categori[sz]ed|grouped|classified|divided|split|broken(?: down)?)"
        r" (?:into|as|in)|defined (?:as|by))\b"
        r"|^\W*(?:an?|each|every|any)\s(?:[\w’'-]+\s){1,3}(?:has|needs)\W*$)",
        0.65,
        (
            ("Every good map has\n\n- Lines\n- Names\n- Colours", "Lines | Names | Colours"),
            ("A good map consists of:\n\n1. Lines\n2. Names\n3. Colours", "Lines | Names | Colours"),
        ),
        small=True,
        needs=(
            *("consist", "has", "need", "made up", "compos", "combin", "based", "built", "compris", "categori"),
            *("group", "classif", "divided", "split", "broken", "defined"),
        ),
    ),
    Form(
        "strong-kind",
        rf"\b(?P<name>{STRONG}{_ENDS}",
        0.6,
        (("These are the steps of her plan:\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),),
        small=True,
    ),
    Form(
        "model",
        rf"\b(?P<name>{MODELS}{_ENDS}",
        0.6,
        (
            ("## Our printing process\n\n1. Ask\n2. Build\n3. Show", "Ask | Build | Show"),
            ("The tram cycle: ring → brake → wait.", "ring | brake | wait"),
            ("Her process goes like this: ring → brake → wait.", "ring | brake | wait"),
        ),
        small=True,
    ),
    Form(
        "kind",
        rf"\b(?P<name>{KINDS}{_ENDS}",
        0.6,
        (("The needs of a stop:\n\n1. Light\n2. Maps\n3. Calm", "Light | Maps | Calm"),),
        small=True,
    ),
)
"""What leads in the parts of a framework; the first that stands gives its name."""
SPELLED, MADE_OF = LEAD_INS[0], LEAD_INS[3]
_SPELLS = re.compile(r"[A-Z](?:[A-Z]|\.[A-Z]|[’']?s\b)")
_NOUN = compiled(rf"\b{NOUNS}\b")
"""What stands wherever the first form does, and wherever any after the fourth does."""
SLOGAN = Form(
    "slogan",
    r"^\s*(?P<one>[A-Z][^;.:!?]{3,40}); (?P<two>[A-Z][^;.:!?]{3,40});(?: and)? (?P<three>[A-Z][^;.:!?]{3,40})\.?\s*$",
    0.75,
    (("## Start with maps; Go with trams; End with tea", "Start with maps | Go with trams | End with tea"),),
)
_NAMED_BEFORE = LEAD_INS[3:]
_BEFORE = re.compile(r"(?<![\w’'/&-])(?:[\w’'/&-]+\s+){1,3}\Z")
_FAR = 60
FORMS = (*LEAD_INS, SLOGAN)
_LESSON = compiled(
    r"\b(?:take[- ]?aways?|lessons?|learn(?:ed|t)|tips?|recommendations?|advice|messages|conclusions?"
    r"|next steps|insights?|plans? to)\b"
)
"""What leads in lessons, rather than parts; in small letters, as all below but for capitals."""
_EXAMPLES = compiled(r"\b(?:examples?|e\.g|such as|like|including)\W*$")
_EQUATES = re.compile(
    r"[:(]\W*$|[–—-]\s*$|\b(?:namely|stands? for|(?:they|these|those) (?:are|were))\W*$"
    rf"|\b{KINDS}\b.{{0,40}}\b(?:are|were|include)\W*$"
)
_ARE_KINDS = re.compile(rf"^\W*(?:(?:are|were)\b.{{0,40}}\b{KINDS}\b|(?:these|those)\b)")
_COUNTED_AFTER = compiled(
    rf"^\W*(?:(?:are|were|form|make up)\s+)?(?:(?:the|these|those|all|our|his|her|their|its)\s+)?"
    rf"(?P<name>(?P<count><NUMBER>)\s+(?:[\w’'-]+\s+){{0,2}}?{KINDS}\b)"
)
"""What counts parts right after them."""
_ETC = re.compile(r"^\W*(?:etc\b|and (?:so|more)\b|\.\.|…)")
_END = 60
_DOING = re.compile(rf"^\W*{VERB}\b")
_MOST = {
    "capital": re.compile(r"^[A-Z]"),
    "digits": re.compile(r"[Hh]ttps?:|\d"),
    "names": re.compile(r"[A-Z]{2}|[a-z][A-Z]|\b[A-Z]\w*\d"),
}
"""What most of the parts tell."""
_COUNTED_OUT = {"counted", "kind", "equates", "sentence"}
"""The cues of a sentence that counts its parts and then names as many."""
_LONGEST = 300
"""How long the name of a part may be, in characters."""
_OFTEN = 2
"""A series that a post has more often is its layout."""
_LAST = re.compile(r"(?:etc|and so on|so on|more|others?|much more)\b")
_UNLIKE = compiled(
    rf"\b<NUMBER>\s+(?:(?!(?:of|for|to|in|that)\b)[\w’'-]+\s+){{0,2}}{THINGS}\b"
    r"|\bnext steps\b|\b(?:agenda|schedule)(?: (?:had|has|was|is|covers|covered|included?s?)\b|\W*$)"
    r"|\b(?:i|we)(?:[’']ll|(?:[’']ve|\shave)?\sset|\s(?:will|want|plan|hope|split|divided|broke|formed))\b"
    r"|\b(?:day|evening|event|meet-?up|conference|night|afternoon|morning) (?:had|has|was|is|consist\w*|featur\w*)\b"
)

"""What is counted, and is no framework."""
_OF_THINGS = compiled(rf"\b{THINGS}\W*$")
"""What leads in a list of such."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The frameworks of a source; of such as have the same parts in any order, or the same name there, the surest."""
    surest: dict[frozenset[str], Claim] = {}
    named: dict[Words, Claim] = {}
    for parts, cues, form, name in candidates(mentions):
        lead = parts.lead
        people = [one.figure for one in mentions.within(lead.block, lead.start, lead.end) if one.figure.known]
        said = {"elements": tuple(parts.elements), "name": (name,)}
        kind = "ordered" if "ordered" in cues or "arrows" in cues else ""
        sure = round(sureness(cues, FRAMEWORK), 2)
        claim = Claim("framework", name, "frameworks", form, sure, kind, (*people[:1],), said)
        several = frozenset(one.casefold() for one in _said(parts))
        surest[several] = max(surest.get(several, claim), claim, key=lambda one: one.confidence)
    for claim in surest.values():
        named[claim.words] = max(named.get(claim.words, claim), claim, key=lambda one: one.confidence)
    yield from named.values()
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
    ends = {(one.elements[-1].block, one.elements[-1].end) for one in found if one.shape != "headings"}
    found += [one for one in counted_parts(mentions.view) if (one.elements[-1].block, one.elements[-1].end) not in ends]
    layout = {
        one for one, count in Counter(_said(one) for one in found if one.shape == "list").items() if count > _OFTEN
    }
    for parts in found:
        led, lead = dict(_led(parts)), lowered(parts.lead.text)
        if not led and (_OF_THINGS.search(lead) or (parts.shape == "sentence" and not _is_told(parts, lead))):
            continue
        texts = _said(parts)
        if texts not in layout and not _UNLIKE.search(lead) and _are_things(mentions, parts, texts):
            form, name = next(iter(led.items()), (parts.shape, _unnamed(parts)))
            cues = {"bias", *led, *_around(parts, lead), *_of_shape(parts), *_of_elements(parts, texts)}
            if not led and parts.shape == "list":
                cues.add("unled")
            if cues >= _COUNTED_OUT:
                cues.add("counted-out")
            yield parts, cues, form, name


def _is_told(parts: Parts, lead: str) -> bool:
    """Whether the words around the parts of a sentence, or arrows between them, tell that they belong together."""
    start = max(0, len(lead) - _END)
    told = _EQUATES.search(lead, start) or _ARE_KINDS.search(lowered(parts.rest))
    return bool(told) or _is_drawn(parts)


def _said(parts: Parts) -> tuple[str, ...]:
    return tuple(one.text for one in parts.elements)


def _are_things(mentions: Mentions, parts: Parts, texts: Sequence[str]) -> bool:
    """Whether parts have short names of their own, and most of them no person's."""
    if max(map(len, texts)) > _LONGEST or all(one.lower().rstrip(":") in FOLDED for one in texts):
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
    nouns = LEAD_INS[4:] if _NOUN.search(block.small, first, last) else ()
    for form in (*LEAD_INS[not _SPELLS.search(block.text, first, last) : 4], *nouns):
        for match in form.search(block.small if form.small else block.text, first, last):
            start, end = match.span("name")
            before = _BEFORE.search(block.text, max(first, start - _FAR), start) if form in _NAMED_BEFORE else None
            name = stripped(block, before.start() if before else start, end)
            if not name.text and form is MADE_OF:
                name = _unnamed(parts)
            if name.text and _fits(form, match, parts):
                yield form.name, name
                break
    if parts.shape == "sentence" and (match := _COUNTED_AFTER.match(lowered(parts.rest))):
        begin = parts.wholes[-1].end
        if _fits(COUNTED, match, parts):
            name = Words(block, begin + match.start("name"), begin + match.end("name"))
            yield from ((cue, name) for cue in (COUNTED.name, "kind", "equates"))


def _fits(form: Form, match: re.Match[str], parts: Parts) -> bool:
    """Whether as many parts follow as are counted, in a sentence of what frameworks have, or such as spell a word."""
    elements = parts.elements
    if form is COUNTED:
        is_kind = parts.shape != "sentence" or _NOUN.search(match["name"]) or _EQUATES.search(lowered(parts.lead.text))
        return bool(is_kind) and number_of(match["count"]) == len(elements)
    if form is not SPELLED:
        return True
    initials = "".join(one.text.lstrip("\"“‘'*_ ")[:1] for one in elements).upper()
    return (match["letters"] or match["letter"] * len(elements)).replace(".", "") == initials


def _around(parts: Parts, lead: str) -> Iterator[str]:
    """What stands before and right after the parts tells."""
    start = max(0, len(lead) - _END)
    found = {"lesson": _LESSON.search(lead), "examples": _EXAMPLES.search(lead, start)}
    found |= {"equates": _EQUATES.search(lead, start), "etc": _ETC.search(lowered(parts.rest))}
    yield from (name for name, match in found.items() if match)
    if parts.lead.block.kind == "header":
        yield "below-header"


def _of_shape(parts: Parts) -> Iterator[str]:
    first = parts.wholes[0].block
    text, start = first.text, parts.wholes[0].start
    if first.ordered or text[start - 3 : start - 2].isdigit():
        yield "ordered"
    if all(LABEL.match(one.text) for one in parts.wholes):
        yield "labelled"
    if parts.shape == "sentence":
        yield "sentence"
        if _is_drawn(parts):
            yield "arrows"
        listed = text[start : parts.wholes[-1].end]
        yield from ("or",) if " or " in listed else () if " and " in listed or "&" in listed else ("no-and",)


def _of_elements(parts: Parts, texts: Sequence[str]) -> Iterator[str]:
    """How many parts there are, how long, what most of them are, and whether they end alike."""
    count, words = len(texts), [len(one.split()) for one in texts]
    if count == 2 or 5 < count < 9:
        yield "two" if count == 2 else "several"
    if max(words) == 1:
        yield "one-word"
    elif sum(words) >= 4 * count:
        yield "long" if sum(words) < 8 * count else "longer"
    low = [lowered(one) for one in texts]
    tell = {name: [cue.search(one) is not None for one in texts] for name, cue in _MOST.items()}
    tell |= {"doing": [_DOING.match(one) is not None for one in low], "links": [*map(_is_linked, parts.wholes)]}
    yield from (name for name, told in tell.items() if 2 * sum(told) > count)
    if len({one.split()[-1] for one in low}) * 2 <= count:
        yield "same-end"
    if _LAST.match(low[-1]):
        yield "etc"


def _is_linked(words: Words) -> bool:
    return any(link.start < words.end and words.start < link.end for link in words.block.links)
