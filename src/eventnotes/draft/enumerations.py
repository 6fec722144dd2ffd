"""Enumerations: frameworks told in running text, as a counted list, an acronym, a chain of arrows, or a slogan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, any_of
from eventnotes.draft.kinds import COUNTED, VERB, number_of
from eventnotes.draft.runs import Block

_LIST = r"(?P<list>[^.!?:\n]{8,400})"
_OF = r"(?:\s+(?:of|for|to|in|that|behind|on)\s+[^.:;!?\n]{2,60}?)?"
_METHOD = (
    r"(?:methods?|models?|framework|approach|principle|cycle|acronym|matrix|pyramid|triangle|mnemonic|loop|rule|formula"
    r"|mantra|motto|stages?|steps|phases|pillars|kinds|types)"
)
SENTENCES = (
    Form(
        "counted-sentence",
        rf"\b(?P<name>{COUNTED}{_OF})[^.:;!?\n]{{0,60}}?"
        rf"(?::|;|\s[–—-]{{1,2}}\s|[–—]|\()\s*{_LIST}",
        0.75,
        (
            ("She named three pillars of her plan: ask, build and show.", "ask | build | show"),
            ("He told of the 3 D's of the decade; draw, dig and do.", "draw | dig | do"),
        ),
        ignore_case=True,
    ),
    Form(
        "counted-in-clause",
        rf"\b(?P<name>{COUNTED}{_OF})[”\"’]?,?\s+(?:are|were|being|meaning|namely|such as|which are|called|as"
        rf"|like)\s*:?\s+"
        rf"{_LIST}",
        0.7,
        (("The four stages of a map are ask, draw, test and print.", "ask | draw | test | print"),),
        ignore_case=True,
    ),
    Form(
        "counted-after",
        rf"(?P<list>(?<![^.!?\n])[^.!?:\n]{{8,120}})\s+(?:are|were|as|:|[–—-]+)\s+(?P<name>(?:the|our|her|his"
        rf"|their)\s+{COUNTED})",
        0.7,
        (("Ask, build, and show are the three pillars of her plan.", "Ask | build | show"),),
        ignore_case=True,
    ),
    Form(
        "method-in-brackets",
        rf"\b(?P<name>(?:[\w’'-]+\s+){{0,2}}{_METHOD})\s*[\(:–—-]+\s*{_LIST}",
        0.65,
        (("Order them by the bread method (must, may, might).", "must | may | might"),),
        ignore_case=True,
    ),
    Form(
        "parted-into",
        r"\b(?:categori[sz]ed (?:as|into)|divided into|split into|broken (?:down )?into|grouped into)"
        rf"\s+{_LIST}",
        0.6,
        (
            (
                "Work can be categorized as 'work I know', 'work we know', 'work nobody knows'.",
                "work I know | work we know | work nobody knows",
            ),
        ),
        ignore_case=True,
    ),
)
NUMBERED = Form(
    "numbered-sentence",
    r"(?<![\w(])\(?(?:1|a|i)\)\s*(?P<one>[^();\n]{2,120}?)[,;.]?\s+(?:and\s+)?\(?(?:2|b"
    r"|ii)\)\s*(?P<two>[^();\n]{2,120}?)[,;.]?\s+"
    r"(?:and\s+)?\(?(?:3|c|iii)\)\s*(?P<three>[^();.\n]{2,120})(?:[,;.]?\s+(?:and\s+)?\(?(?:4|d"
    r"|iv)\)\s*(?P<four>[^();.\n]{2,120}))?"
    r"(?:[,;.]?\s+(?:and\s+)?\(?(?:5|e|v)\)\s*(?P<five>[^();.\n]{2,120}))?",
    0.7,
    (("Her plan: (1) ask the riders, (2) build a map, and (3) show it.", "ask the riders | build a map | show it"),),
    ignore_case=True,
)
CHAIN = Form(
    "chain",
    r"\b(?P<name>(?:[\w’'-]+\s+){0,3}(?i:cycle|loop|process|flow|pipeline|stages|steps|path|chain|model|method|kata"
    r"|phases"
    r"|journey|pyramid|ladder|workflow))\b[^.!?:–—\n]{0,30}?(?:\s*[:–—(]|\s-)\s*"
    r"(?P<list>[^:–—()→⇒\n.]{2,50}(?:\s*(?:→|⇒|[-=]+>)\s*[^:–—()→⇒\n.]{2,50}){2,})",
    0.7,
    (("The printing cycle: ask → build → show", "ask | build | show"),),
)
SLOGAN = Form(
    "slogan",
    r"^\s*(?P<one>[A-Z][^;.:!?]{3,40}); (?P<two>[A-Z][^;.:!?]{3,40});(?: and)? (?P<three>[A-Z][^;.:!?]{3,40})\.?\s*$",
    0.75,
    (("Start with riders; Draw with care; Print with joy", "Start with riders | Draw with care | Print with joy"),),
)
CHANT = Form(
    "chant",
    rf"(?:^|:\s|\n|[.!?]\s)\W*(?P<list>{VERB}(?:\s[\w’'-]+){{0,3}}(?:[,.;]\s+(?:and\s+"
    rf"|then\s+)?{VERB}(?:\s[\w’'-]+){{0,3}}){{2,5}})\s*[.!]?\s*(?=$|\n)",
    0.65,
    (("Prototype, test, share, repeat", "Prototype | test | share | repeat"),),
    ignore_case=True,
)
ACRONYM = Form(
    "acronym",
    rf"\b(?P<name>[A-Z]{{3,7}})\b[”\"’]?[^.!?:\n]{{0,40}}?(?:[(:–—-]|\b(?:meaning|is|are|stands for))\s*{_LIST}",
    0.75,
    (("The first talk was about DRAM (Draw, Read, Ask, Mend).", "Draw | Read | Ask | Mend"),),
)
FORMS = (*SENTENCES, NUMBERED, CHAIN, SLOGAN, CHANT, ACRONYM)
_SPLIT = re.compile(r"\s*(?:[,;]\s*(?:and\s+|&\s+|or\s+|then\s+)?|\s+(?:and|&|or|vs\.?)\s+)(?![^()]*\))")
_ARROW = re.compile(r"\s*(?:→|⇒|[-=]+>)\s*")
_CHANT = re.compile(r"[,.;]\s+(?:and\s+|then\s+)?")
_ORDINAL = re.compile(
    r"^(?:\(?\d+[).]\s*|(?:the\s+)?(?:first|second|third|fourth|fifth)(?:ly)?\s*,?\s*(?:was|is)?\s+|and\s+|[a-e]\)\s*)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[,.;] [^,.;]+[,.;] ")
_SHORT = 400
_LONGEST = 10
_MOST_WORDS = 4


def enumerations(block: Block) -> Iterator[Claim]:
    """The frameworks in the running text of a block."""
    text = block.text
    for form, sign in ((SLOGAN, "; "), (NUMBERED, "2)"), (NUMBERED, "b)"), (NUMBERED, "ii)")):
        if sign in text and (match := form.regex.search(text)):
            parts = [Words(block, *match.span(name)) for name in match.groupdict() if match[name]]
            yield _claim(form, block, match, [_stripped(*one) for one in parts])
            break
    if ">" in text or "→" in text or "⇒" in text:
        for match in CHAIN.search(text):
            yield _claim(CHAIN, block, match, list(_pieces(block, *match.span("list"), _ARROW)))
    if len(text) < _SHORT and _SEVERAL.search(text) and (match := CHANT.regex.search(text)):
        yield _claim(CHANT, block, match, list(_pieces(block, *match.span("list"), _CHANT)))
    if "," in text or ";" in text:
        yield from _listed(block)


_NUMBERS = "two three four five six seven eight nine ten eleven twelve"
_METHODS = (
    "method model framework approach principle cycle acronym matrix pyramid triangle mnemonic loop rule formula mantra"
    " motto stage steps phases pillars kinds types"
)
_HINTS = [
    (SENTENCES[:3], re.compile(rf"\d|\b{any_of(_NUMBERS.split())}\b")),
    (SENTENCES[3:4], re.compile(rf"\b{any_of(_METHODS.split())}")),
    (SENTENCES[4:], re.compile(r"\b(?:categori|divided|split|broken|grouped)")),
]
"""What a block must hold for forms to be looked for in it."""


_CAPITALS = re.compile(r"\b[A-Z]{3}")


def _listed(block: Block) -> Iterator[Claim]:
    low = block.text.lower()
    hints = [one for one in _HINTS if one[1].search(low)]
    capitals = _CAPITALS.search(block.text)
    for start, end in block.sentences if hints or capitals else ():
        forms = [form for several, hint in hints if hint.search(low, start, end) for form in several]
        yield from _in_sentence(block, [*forms, ACRONYM] if capitals else forms, start, end)


def _in_sentence(block: Block, forms: Sequence[Form], start: int, end: int) -> Iterator[Claim]:
    for form in forms:
        for match in form.search(block.text, start, end):
            elements = _set(form, match, list(_pieces(block, *match.span("list"))))
            if 2 < len(elements) < _LONGEST:
                yield _claim(form, block, match, elements)
                return


def _set(form: Form, match: re.Match[str], pieces: list[Words]) -> list[Words]:
    """Of the pieces of a list as many as are counted, or as spell the acronym; none where they do not fit."""
    count = len(match["name"]) if form is ACRONYM else number_of(match.groupdict().get("count") or "") or len(pieces)
    chosen = pieces[:count]
    longest = max((len(one.text.split()) for one in chosen), default=0)
    if form is ACRONYM and "".join(one.text[0] for one in chosen).upper() != match["name"]:
        return []
    exact = len(pieces) == count and "count" in match.groupdict()
    return chosen if len(chosen) == count and longest <= (_LONGEST if exact else _MOST_WORDS) else []


def _claim(form: Form, block: Block, match: re.Match[str], elements: list[Words]) -> Claim:
    parts = {"elements": tuple(elements)}
    if match.groupdict().get("name"):
        parts["name"] = (Words(block, *match.span("name")),)
    return Claim("framework", Words(block, *match.span()), "frameworks", form.name, form.confidence, "", (), parts)


def _pieces(block: Block, start: int, end: int, pattern: re.Pattern[str] | None = None) -> Iterator[Words]:
    text = block.text
    closing = text.find(")", start, end)
    if closing > 0 and "(" not in text[start:closing]:
        end = closing
    if pattern is None:
        pattern = re.compile(r"\s*;\s*(?:and\s+)?") if ";" in text[start:end] else _SPLIT
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


def _stripped(block: Block, start: int, end: int) -> Words:
    text = block.text
    while start < end and text[start] in _OUTER:
        start += 1
    while end > start and text[end - 1] in _OUTER:
        end -= 1
    return Words(block, start, end)


_OUTER = " \n\"“”'‘’*_,;:."
