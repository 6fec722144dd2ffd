"""Enumerations: frameworks that stand in a sentence or a line: counted parts, acronyms, slogans, cycles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, expanded
from eventnotes.draft.lexicon import alternatives
from eventnotes.draft.reading.runs import Block

KINDS = alternatives(
    r"areas?|aspects?|attributes|barriers|behaviou?rs|blocks|building blocks|capabilities|categories|challenges"
    r"|characteristics|commandments|competenc(?:ies|es)|components|concepts|conditions|considerations|criteria"
    r"|dimensions"
    r"|disciplines|domains|drivers|elements|essentials|facets|factors|features|focus areas|forces|foundations"
    r"|frameworks?"
    r"|functions|goals|groups|habits|ideas|indicators|ingredients|keys|kinds|laws|layers|lenses|levels|levers|maxims"
    r"|methods|metrics|mindsets|models|modes|modules|myths|needs|objectives|parts|paths|patterns|perspectives|phases"
    r"|pillars|pitfalls|points|quadrants|tiers|zones|things|words|practices|principles|priorities|problems|programs"
    r"|properties|qualities|questions|reasons"
    r"|requirements|responsibilities|roles|rules|sins|skills|stages|steps|strategies|techniques|tenets|themes|tools"
    r"|topics|traits|types|values|virtues|ways"
)
"""What the parts of a framework are called."""
UNLIKE = (
    r"(?!(?:(?!drivers|layers|numbers|answers|powers)\w+(?:ers|ists|ees)|minutes?|hours?|days?|weeks?|months?|years?|talks?|speakers?|people|persons?|sessions?|panels?|panell?ists?"
    r"|presentations?|keynotes?|workshops?|events?|tracks?|cities|countries|rooms?|books?|posts?|teams?|prizes?"
    r"|winners?|projects?|companies|organi[sz]ations?|colleagues|friends|participants|attendees|students)\b)"
)
"""What is counted, and is no framework."""
MODELS = alternatives(
    r"approach|canvas|cycle|formula|framework|journey|kata|ladder|loop|manifesto|matrix|method|methodology"
    r"|mindset|model"
    r"|philosophy|pipeline|process|pyramid|recipe|scale|spectrum|triad|triangle|workflow"
)
"""What a framework is called."""
VERB = alternatives(
    r"accept|act|adapt|adjust|analy[sz]e|apply|ask|assess|automate|be|break|build|carry|change|check|choose"
    r"|collaborate"
    r"|collect|commit|communicate|connect|create|decide|define|deliver|deploy|describe|design|develop|discover"
    r"|discuss|do"
    r"|document|educate|embrace|empower|enable|engage|evaluate|execute|experiment|explore|fail|fix|focus|gather|give"
    r"|grow"
    r"|imagine|implement|improve|include|innovate|inspect|inspire|iterate|keep|launch|lead|learn|let|listen|look|make"
    r"|manage|map|measure|monitor|observe|open|optimi[sz]e|orient|plan|play|practi[cs]e|prepare|prioriti[sz]e|prototype"
    r"|publish|reach|read|record|recover|reduce|refine|reflect|release|repeat|rest|reuse|review|ring|run|say|scale"
    r"|see|set"
    r"|share|show|simplify|start|stay|stop|store|support|take|talk|teach|tell|test|think|track|train|transform|try"
    r"|understand|unite|use|validate|verify|wait|watch|work|write"
)
"""Verbs as they stand in what people are told to do."""
_COUNTS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_NOUN = rf"(?:{KINDS}\b|{UNLIKE}[\w’'/-]+s\b)"
_SEVERAL_OF = (
    r"<NUMBER>(?:[- ](?:step|part|stage|phase|point|level)\s+\w+"
    rf"|\s+(?:[\w’'/&-]+\s+){{0,4}}?{_NOUN}|\s*[“‘\"']?(?-i:[A-Z])[’']?s\b[”’\"]?)"
)
_COUNTED = (
    rf"(?P<name>{_SEVERAL_OF.replace('<NUMBER>', '(?P<count><NUMBER>)')}"
    r"(?:\s+(?:of|for|to|in)\s+[\w’' -]{2,60}(?=\s*[:–—(]|\s+(?:are|were|include)\b))?)"
)
PLAIN_KINDS = (
    r"(?:components|dimensions|drivers|elements|ingredients|layers|levels|phases|pillars|principles|stages|steps|tenets"
    r"|values)"
)
"""Those that are hardly anything but the parts of a framework."""
_SHORT_PART = r"[^.,;:!?()\n]{2,40}"
_PARTS = rf"(?P<list>{_SHORT_PART}(?:,\s+{_SHORT_PART})+,?\s+(?:and|&|or)\s+{_SHORT_PART})"
SENTENCES = (
    Form(
        "counted-sentence",
        rf"\b{_COUNTED}[^.:;!?\n]{{0,60}}?(?::|;|\s?[–—]\s?|\s-{{1,2}}\s|\(|,\s+(?:namely|which are|these are)\b:?)\s*"
        r"(?P<list>[^.!?:\n]{8,400})",
        0.75,
        (
            ("She named three pillars of her plan: ask, build and show.", "ask | build | show"),
            (
                "A tram has three basic elements—it has to ring, brake early, and wait.",
                "it has to ring | brake early | wait",
            ),
            (
                "Kumo has 5 competencies for drivers: care, calm, speed, ears, and eyes.",
                "care | calm | speed | ears | eyes",
            ),
            ("There are three main barriers, namely money, time and rain.", "money | time | rain"),
            ("He has four values (care, calm, craft, and cake).", "care | calm | craft | cake"),
            ("He told of the 3 D's of the decade; draw, dig and do.", "draw | dig | do"),
        ),
        ignore_case=True,
    ),
    Form(
        "counted-sentence-are",
        rf"\b{_COUNTED}\s+(?:are|were|include)\s+{_PARTS}",
        0.7,
        (("The three pillars of the plan are ask, build and show.", "ask | build | show"),),
        ignore_case=True,
    ),
    Form(
        "kinds-are",
        rf"\b(?P<name>(?:(?:key|main|core|basic|guiding|essential)\s+)?{PLAIN_KINDS}(?:\s+(?:of|for"
        rf"|behind)\s+[\w’' -]{{2,40}}?)?)"
        rf"(?:\s+(?:are|were)\s*:?|:)\s+{_PARTS}(?=[.!;\n]|$)",
        0.62,
        (
            ("The core values of the depot were trust, care and speed.", "trust | care | speed"),
            ("Tram principles: trust, care and speed.", "trust | care | speed"),
        ),
        ignore_case=True,
        needs=(
            *("omponents", "imensions", "rivers", "lements", "ngredients", "ayers", "evels", "hases", "illars"),
            *("rinciples", "tages", "teps", "enets", "alues"),
        ),
    ),
    Form(
        "parts-are",
        rf"^\W*(?:(?:so|and|thus)\s+)?{_PARTS}(?:[.!]\s+(?:these|those))?\s+(?:are|were|make up|form)\s+"
        rf"(?:(?:the|her|his|their|our"
        rf"|what\s+\w+\s+calls?(?:\s+the)?)\s+)?(?P<name>(?:(?P<count><NUMBER>)\s+)?(?:[\w-]+\s+){{0,3}}?{KINDS}"
        r"\b(?:\s+(?:of|for|to|in)\s+[^.:;!?\n]{2,60})?)",
        0.7,
        (
            ("Ask, build and show are the three pillars of her plan.", "Ask | build | show"),
            ("Ask, build, show and wait. These are the components of a tram.", "Ask | build | show | wait"),
        ),
        ignore_case=True,
        needs=(" are ", " were ", " make up ", " form "),
    ),
    Form(
        "divided-into",
        r"(?P<name>(?:[\w’'/&-]+\s+){1,5}?)(?:(?:can|could|may|should|will)\s+be\s+|(?:is|are|was|were|be)\s+)?"
        r"(?:categori[sz]ed|grouped|divided|split|classified|broken(?:\s+down)?)\s+(?:into|as|in)\s+"
        rf"(?P<list>[‘'“\"]?{_SHORT_PART}(?:,\s+{_SHORT_PART}){{1,7}}(?:,?\s+(?:and|&|or)\s+{_SHORT_PART})?)",
        0.65,
        (("Stops can be grouped into 'near', 'far', 'never'.", "near | far | never"),),
        ignore_case=True,
        needs=("ategori", "rouped", "ivided", "split", "Split", "lassified", "roken"),
    ),
    Form(
        "model-told",
        rf"\b(?P<name>(?:[A-Z][\w-]*\s+){{1,4}}(?i:{MODELS}|analysis|principles?|acronym|technique|rules?))"
        r"\s*(?:\(|[–—]\s)\s*(?P<list>[^.:;\n–—]{8,160})",
        0.7,
        (
            ("Use the RaTaTa method (ring, wait, tap, and try).", "ring | wait | tap | try"),
            ("She drew a Tram analysis — must (the bell), may (tea), never.", "must | may | never"),
        ),
        needs=("(", "– ", "— "),
    ),
    Form(
        "cycle",
        rf"(?P<name>\b(?:[\w-]+\s+){{0,3}}(?i:{MODELS}|steps|stages"
        rf"|phases))(?:\s*[:(–—]|\s-\s)\s*(?P<list>[^→.:;\n]{{2,40}}(?:\s*(?:→|->|=>|⇒)\s*[^→.:;\n]{{2,40}}){{2,7}})",
        0.65,
        (("The tram cycle: ring → brake → wait.", "ring | brake | wait"),),
        ignore_case=True,
        needs=("→", "->", "=>", "⇒"),
    ),
)
ORDINALS = Form(
    "ordinal-sentences",
    rf"\b{_COUNTED}",
    0.7,
    (
        (
            "She has three rules for trams. First, ring early. Second, brake gently. Third, wait for everybody.",
            "ring early | brake gently | wait for everybody",
        ),
    ),
    ignore_case=True,
)
TOLD = Form(
    "counted-told",
    rf"\b{_COUNTED}\s*:",
    0.7,
    (("Three questions: Who rides the tram? Who rings? Who waits?", "Who rides the tram? | Who rings? | Who waits?"),),
    ignore_case=True,
    needs=(":",),
)
SLOGAN = Form(
    "slogan",
    r"^\s*(?P<one>[A-Z][^;.:!?]{3,40}); (?P<two>[A-Z][^;.:!?]{3,40});(?: and)? (?P<three>[A-Z][^;.:!?]{3,40})\.?\s*$",
    0.75,
    (("## Start with maps; Go with trams; End with tea", "Start with maps | Go with trams | End with tea"),),
)
CHANT = Form(
    "chant",
    rf"(?:^|:\s|[.!?]\s)\W*(?P<list>{VERB}(?:\s[\w’'-]+){{0,3}}(?:[,.;]\s+(?:and\s+"
    rf"|then\s+)?{VERB}(?:\s[\w’'-]+){{0,3}}){{2,5}})"
    r"\s*[.!]?\s*(?=$|\n)",
    0.65,
    (("Trams by night: ring, open gently, wait", "ring | open gently | wait"),),
    ignore_case=True,
)
FRAGMENTS = Form(
    "fragments",
    r"^\W*(?P<list>[A-Z][\w-]+(?: [\w-]+){0,2}(?:\. [A-Z][\w-]+(?: [\w-]+){0,2}){2,7})[.!]\s*$",
    0.65,
    (("Research. Sketches. Paper trams. Tests.", "Research | Sketches | Paper trams | Tests"),),
    needs=(". ",),
)
ACRONYM = Form(
    "acronym",
    r"\b(?P<name>[A-Z]{3,7}\b|(?:[A-Z]\.){3,7})[”\"’]?[^.!?:\n]{0,40}?(?:[(:–—-]|\b(?:meaning|is|are"
    r"|stands for))\s*(?P<list>[^.!?:\n]{8,400})",
    0.75,
    (("The first talk was about DRAM (Draw, Read, Ask, Mend).", "Draw | Read | Ask | Mend"),),
)
FORMS = (*SENTENCES, ORDINALS, TOLD, SLOGAN, CHANT, FRAGMENTS, ACRONYM)
_ORDERED = (ORDINALS, SENTENCES[-1])
_AND_SO_ON = re.compile(r"(?i)(?:etc|and so on|so on|more|others?|much more)\b")
_SPLIT = re.compile(r"\s*(?:[,;]\s*(?:and\s+|&\s+|or\s+)?|\s+(?:and|&|or)\s+)(?![^()]*\))")
_ARROW = re.compile(r"\s*(?:→|->|=>|⇒)\s*")
_CHANT = re.compile(r"[,.;]\s+(?:and\s+|then\s+)?")
_CAPITALS = re.compile(r"[A-Z]\.?[A-Z]\.?[A-Z]")
_SEVERAL = re.compile(r"[,.;] [^,.;]+[,.;] ")
_ASIDE = re.compile(r"\s+\([^()]*\)$")
_SHORT = 400
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")
_ORDINAL = re.compile(
    r"^(?:\(?\d+[).]\s*|(?:the\s+)?(?:first|second|third|fourth|fifth)(?:ly)?\s*,?\s*(?:was|is)?\s+|and\s+|[a-e]\)\s*)",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\s*(?:and\s+)?(?:the\s+)?(?:first|second|third|fourth|fifth|finally|lastly|last)(?:ly)?"
    r"(?:\s+(?:is|was|one is|of all)\b)?\s*[,:]?\s+",
    re.IGNORECASE,
)
is_counted = re.compile(expanded(rf"(?i)\b(?=[\dtfsen]){_SEVERAL_OF}")).search
"""Whether a text counts what may be the parts of a framework."""


def enumerations_in(block: Block, *, counted: bool) -> Iterator[Claim]:
    """What a block's sentences and lines hold; whether it counts parts, is known."""
    yield from _chants(block)
    yield from _acronyms(block)
    if match := SLOGAN.regex.match(block.text):
        elements = tuple(Words(block, *match.span(name)) for name in ("one", "two", "three"))
        yield _claim(SLOGAN, Words(block, *match.span()), elements)
    else:
        yield from _from_sentences(block, counted=counted)
        yield from _from_ordinals(block) if counted else ()


def _chants(block: Block) -> Iterator[Claim]:
    """Verbs after a colon, or lines that are but sentences of a few words."""
    if len(block.text) < _SHORT and _SEVERAL.search(block.text):
        for form in (CHANT, FRAGMENTS):
            for match in form.search(block.text):
                elements = tuple(_pieces(block, *match.span("list"), split=_CHANT))
                if len({one.text.lower() for one in elements}) == len(elements):
                    yield _claim(form, Words(block, *match.span("list")), elements)


def _acronyms(block: Block) -> Iterator[Claim]:
    """Words whose initials spell the name that stands before them."""
    for match in ACRONYM.search(block.text) if _CAPITALS.search(block.text) else ():
        letters = match["name"].replace(".", "")
        parts = tuple(_pieces(block, *match.span("list")))[: len(letters)]
        if "".join(one.text[0] for one in parts).upper() == letters:
            yield _claim(ACRONYM, Words(block, *match.span()), parts, Words(block, *match.span("name")))


def _claim(form: Form, words: Words, elements: tuple[Words, ...], name: Words | None = None) -> Claim:
    parts = {"elements": elements, "name": (name or words,)}
    value = "ordered" if form in _ORDERED else ""
    return Claim("framework", words, "frameworks", form.name, form.confidence, value, (), parts)


def _from_sentences(block: Block, *, counted: bool) -> Iterator[Claim]:
    for form in SENTENCES:
        if (not counted and not form.needs) or (block.kind == "heading" and form.name != "cycle"):
            continue
        if not form.may_stand(block.text):
            continue
        for start, end in block.sentences:
            until = len(block.text) if form.name == "parts-are" else end
            match = next(form.search(block.text, start, until), None)
            if match is None:
                continue
            elements = tuple(_pieces(block, *match.span("list"), split=_ARROW if form.name == "cycle" else None))
            count = match.groupdict().get("count")
            if _fit(elements, number_of(count) if count else 0):
                name = stripped(block, *match.span("name"))
                yield _claim(form, Words(block, *match.span()), elements, name)


def _fit(elements: tuple[Words, ...], count: int) -> bool:
    """Whether elements are as many as was said, three or more, and each is short."""
    longest = 10 if count else 5
    if any(_AND_SO_ON.match(one.text) for one in elements):
        return False
    if len({one.text.lower() for one in elements} - {""}) < len(elements):
        return False
    return (len(elements) == count if count else len(elements) <= 8) and (
        len(elements) >= 3 and all(len(one.text.split()) <= longest for one in elements)
    )


def _from_ordinals(block: Block) -> Iterator[Claim]:
    """A counted noun, and then as many sentences that begin with First, Second and so on."""
    for match in ORDINALS.search(block.text):
        elements = []
        for start, end in block.sentences:
            nth = _NTH.match(block.text, start, end)
            if start > match.start() and nth is not None:
                elements.append(stripped(block, nth.end(), end))
        if 3 <= len(elements) == number_of(match["count"]):
            yield _claim(ORDINALS, Words(block, *match.span()), tuple(elements), Words(block, *match.span("name")))
    for match in TOLD.search(block.text):
        told = [(max(start, match.end()), end) for start, end in block.sentences if end > match.end()]
        parts = tuple(stripped(block, start, end) for start, end in told)
        if _fit(parts, number_of(match["count"])):
            yield _claim(TOLD, Words(block, *match.span()), parts, Words(block, *match.span("name")))


def _pieces(block: Block, start: int, end: int, *, split: re.Pattern[str] | None = None) -> Iterator[Words]:
    text = block.text
    closing = text.find(")", start, end)
    if closing > 0 and "(" not in text[start:closing]:
        end = closing
    pattern = split or (_SEMICOLON if ";" in text[start:end] else _SPLIT)
    places = [start]
    for match in pattern.finditer(text, start, end):
        yield from _piece(block, places[-1], match.start())
        places.append(match.end())
    yield from _piece(block, places[-1], end)


def _piece(block: Block, start: int, end: int) -> Iterator[Words]:
    match = _ORDINAL.match(block.text[start:end])
    words = stripped(block, start + match.end() if match else start, end)
    aside = _ASIDE.search(block.text, words.start, words.end)
    words = stripped(block, words.start, aside.start()) if aside else words
    if words.text:
        yield words


def stripped(block: Block, start: int, end: int) -> Words:
    """A range without the white space and marks around it."""
    text = block.text
    while start < end and text[start] in " \n\"“”‘’'*_,;:.":
        start += 1
    while end > start and text[end - 1] in " \n\"“”‘’'*_,;:.":
        end -= 1
    return Words(block, start, end)


def number_of(word: str) -> int:
    """The number that a word or digits mean; 0 for none."""
    return int(word) if word.isdigit() else _COUNTS.get(word.lower(), 0)
