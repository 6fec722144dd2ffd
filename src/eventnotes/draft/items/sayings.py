"""Sayings: the ways in which a text says whose words a quotation is, where it names no person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Words
from eventnotes.draft.forms import KNOWN, LIKELY, Form, compiled
from eventnotes.draft.lexicon import ROLE_NOUNS
from eventnotes.draft.reading.names import is_given
from eventnotes.draft.reading.runs import Block

_FAR = 1000
_NEAR = 400
REPORTED = (
    Form(
        "sentence-said",
        r"(?:^|[.!?][\"”’']?\s+)(?P<text>(?!(?:He|She|They|It)\b)[A-Z][^.!?\n\"“”]{25,250}),\s+(?P<who><PERSON>)\s+<SAID>"
        r"(?=[.!]|$)",
        0.62,
        (("Buses are for everybody in this small town, Bo Ek said.", "Bo Ek"),),
        needs=(", ",),
    ),
    Form(
        "line-dash",
        r"^\W{0,3}(?P<text>[^\n\"“”–—]{15,300}?)\s+(?:[–—-]{1,2}>?\s+|--?|→\s*)(?P<who><PERSON>)\s*$",
        0.7,
        (
            ("- A good timetable is a promise to everybody – Bo Ek", "Bo Ek"),
            ("- A good timetable is a promise to everybody --Bo Ek", "Bo Ek"),
        ),
        needs=(" -", " –", " —", " →"),
    ),
)
"""How a text reports what a person said without quotation marks."""
REMARKED = Form(
    "quote-from-who",
    r"\b(?i:quote|remark|comment|story|saying)\s+(?:from|by|of)\s+"
    r"(?P<unnamed>[^.,;:!?\n]{3,60}?)\s+(?:who|that)\s+(?:<SAID>)\s+(?:that\s+)?(?P<text>[^.!?\n]{15,300})",
    0.8,
    (("He shared a remark by one of his pupils who said that the bus is a second classroom.", "one of his pupils"),),
    needs=("uote ", "emark ", "omment ", "tory ", "aying "),
)
"""How a text reports the remark of somebody unnamed."""
FORMS = (*REPORTED, REMARKED)
_CAPITAL = r"[^\W\d_a-z][\w.’'&/-]*"
_NAME = (
    r"(?!(?:He|She|They|It|We|I|You|This|That|Who|What|As|The|A|An|And|But|So|Then|Just|Been|Not|Only|Also|Like|After|Before"
    r"|When|While|Having|Being|Without|Instead|Nobody|Or|If)\b)"
    rf"(?:@\w+|{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}(?<!\.))"
)
_SIGNING = rf"(?:@\w+|{_CAPITAL}(?:\s+(?:{_CAPITAL}|of|the|de|van|von)){{0,4}})"
_NO_VERB = r"(?!(?:he|she|they|it|we|I|you|that|which|is|was|are|were|<SAID>)\b)"
_ONE = (
    r"(?:(?i:a lot of|lots of|an?|the|one|another|our|my|his|her|their|some|most|many|several|other|all|both|two|people"
    r"|others|someone|somebody|everyone)\b|(?!(?:It|That|There|Here|What|Let|He|She|Who)['’])[^\W\d_a-z][\w-]*['’]s\b)"
)
_SOMEBODY = rf"{_ONE}(?:\s+{_NO_VERB}[\w’'&/-]+){{0,8}}?"
_NOUNS = (
    r"(?:speakers?|attendees?|participants?|audience|members?|presenters?|panell?ists?|moderator|host|friend|colleague"
    r"|teacher|student|driver|user|customer|developer|engineer|manager|boss|husband|wife|father|mother|mom|mum|dad"
    r"|brother|sister|son|daughter|client|person|man|woman|guy|resident|citizen|patient|nurse|doctor|volunteer|commenter"
    r"|employee|expert|founder|guest|leader|librarian|mentor|minister|official|organi[sz]er|parent|passenger|professor"
    r"|reader|respondent|scientist|viewer|visitor|anonymous|couple)"
)
_OF_SOMEBODY = rf"<PERSON>[’']s\s+(?:[\w-]+\s+){{0,2}}?{_NOUNS}"
_NO_NOUN = r"(?!(?:answers|claims|comments|highlights|mentions|notes|points)\s(?:about|at|by|for|from|in|of|on)\b)"
_BEGIN = (
    r"(?:^|[.!?:;,)]\s+|\n|\b(?i:as|when|because|what|and|but|then|where|while|after|cited|quoted|cites|quotes)\s+)"
)
_SAYS = compiled(
    rf"{_BEGIN}(?P<unnamed>(?:{_SOMEBODY}|{_OF_SOMEBODY}|{_NAME})(?<! of)(?<! other)(?<! the)"
    r"(?:\s+from\s(?:(?!\b<SAID>\b)[^.,:;!?\"“\n]){2,40})?)(?:\s+\([^()]*\))?"
    rf"(?:,?\s+(?:who|which|in|at|from|on)\s(?:(?!\b<SAID>\b)[^.,:;!?\"“\n]){{2,60}}"
    rf"|,\s(?P<apposed>{_NAME}|<PERSON>),|,[^.,:;!?\"“\n]{{2,60}},|\s+out there)?"
    rf"<ADVERB>\s+(?:[a-z]+(?: [a-z]+){{1,2}} and |[a-z]+ by )?{_NO_NOUN}<SAID>\b[^.!?\"“\n]{{0,100}}[:,]?\s*$"
)
"""A sentence that says of somebody unnamed that he spoke: `The minister for trams said:`."""
_SAYS_AFTER = compiled(
    rf"\s*[,–—-]?\s*(?:as\s+)?(?:(?P<before>{_SOMEBODY}|{_OF_SOMEBODY}|{_NAME})<ADVERB>\s+<SAID>\b"
    rf"|<SAID>\s+(?P<after>(?!a lot\b(?! of)){_SOMEBODY}|{_NAME})"
    r"(?=\s*[.,;:]|\s+(?:who|from|at|in|on|as|when|during|after|and|is|was)\b|\s*$))"
)
"""The same after a quotation: `, said a driver.`"""
_FROM = compiled(
    r"\b(?:(?i:according to|to quote|(?:quot|cit|paraphras)(?:ed|es|ing)|(?:one|words|tweet|came|this|quotes?"
    r"|comments?|lines?|sayings?|remarks?|questions?|story) (?:from|by|of))\s+"
    rf"(?:(?P<unnamed>(?:the\s+|our\s+)?{_NAME}|(?:an?|one|another)\s+[^.:;,!?\"“\n]{{3,60}}))"
    rf"|(?:from|by|of)\s+(?P<whose>(?:an?|one|another)\s+(?:[\w-]+\s+){{0,3}}?{_NOUNS}(?:\s(?:at|from|in|of)\s[^.,:;()\n]{{2,30}})?)"
    r"|(?i:answers|comments|quotes|responses|reactions|feedback|voices)\s+(?:from|by)\s+(?:the\s+|our\s+)?"
    r"(?P<several>[a-z]+(?:\s[a-z]+)?))[\s,:.)]*$"
)
"""A source: `According to Volta Grid,`, `a quote from a driver:`."""
_BEFORE_COLON = re.compile(
    rf"(?:{_BEGIN}|\A[\s*_]*)(?<!,\s)(?P<unnamed>(?i:an?|one|another|the)\s+(?:(?!(?:to|for|of|from)\b)[\w’'-]+\s+){{0,3}}?{_NOUNS}"
    r"(?:\s(?:at|for|from|in|of)\s[\w\s]{2,30}?)?)(?:[’']s\s[\w\s]{2,30}?)?[*_]*:[\s*_]*$"
)
"""Somebody before a colon: `One attendee:`, `A driver’s advice:`."""
_DASH = r"(?:[–—~→/]|--?>?)"
_SIGNED = re.compile(
    rf"[\s.*_]*(?:(?:{_DASH}\s*)?(?P<handle>@\w+)|(?:{_DASH}\s*[*_]*(?P<signed>{_SIGNING}|(?:[\w’'-]+\s+){{0,3}}(?i:{_NOUNS})"
    r"(?:\s+(?:at|for|of|from|in)\s[^.,;()\n]{2,40})?)"
    rf"|\((?P<within>(?i:an?|one|another|the)\s(?:[\w’'-]+\s+){{0,3}}(?i:{_NOUNS})(?:\s(?:at|for|from|in|of)\s[^.,;()\n]{{2,40}})?)(?=\))"
    rf"|\((?:(?i:source:|from|by)\s+)?(?P<bracketed>{_CAPITAL}(?:\s+(?:{_CAPITAL}|of|from|at|de|van|von)){{1,3}})(?=[,)])"
    rf"|{_DASH}\s*(?P<small>[a-z]{{3,15}} [a-z-]{{2,20}})(?=\W*$)"
    rf"|(?P<beside>{_CAPITAL}(?:\s+{_CAPITAL}){{1,3}}))[\s.*_]*(?=$|\n|[,()]))"
)
"""A signature: `– Zyrk`, `– a driver`, `(Ewa from Kumo)`."""
_LABEL = re.compile(
    r"^\W*(?i:(?:(?:best|key|favou?rite|memorable|great|top|my|a|the|another|notable|closing|good|nice|fun|some) ){0,3}"
    r"(?:quotes?|quotables?|quotations?|soundbites?|one-liners?)(?: of the (?:day|talk|session|conference|event))?)"
    r"\W*(?::\W*|$)(?<![\"“‘'«„])"
)
THINGS = (
    r"(?:app|badge|banner|bot|button|card|mug|page|poster|screen|shirt|sign|site|sticker|survey|system|ticket|tool"
    r"|website)s?"
)
"""What has words on it that nobody says."""
_IS_THING = re.compile(rf"\b{THINGS}\Z")
_OPENING = 60
_APPOSED = re.compile(
    r"(?:^|\n|[.!?]\s+|\b(?:was|is|from|by|with|of|to|and)\s+)(?P<unnamed>[^\W\d_a-z][\w’'-]+),\s+(?P<role>[^.!?:,\"“\n]{3,80})[,:.]"
)
"""One word for a name, and beside it what its bearer is: `Amina, a nurse at the clinic,`."""
_MET = compiled(
    rf"\b(?:met|with|to|from|asked)\s+(?P<unnamed>(?:an?|one|another)\s+(?:[\w-]+\s+){{0,3}}?{_NOUNS}"
    rf"(?:\s(?:at|from|in|of)\s[^.,:;()\n]{{2,30}})?)[^{KNOWN}{LIKELY}]{{0,300}}\Z"
)
"""Somebody unnamed of whom the text tells, and nobody else after."""
HE_SAID = compiled(r"[\s*_]*[,–—-]?\s*\b(?:[Hh]e|[Ss]he|[Tt]hey)<ADVERB>\s+<SAID>\b")
_AFTER = (("unnamed-said", _SAYS_AFTER), ("unnamed-signed", _SIGNED))
_BEFORE = (_SAYS, _FROM, _BEFORE_COLON)


def labelled(text: str) -> re.Match[str] | None:
    """What tells by itself, where it opens a text, that the words below or behind it are quoted."""
    opening = text[:_OPENING].lower()
    may_be = "quot" in opening or "soundbite" in opening or "liner" in opening
    return _LABEL.match(text) if may_be else None


def unnamed_after(block: Block, masked: str, start: int, place: int) -> Iterator[tuple[str, Words]]:
    """Who is told right behind a quotation to have said it, without a person's name, and in which form."""
    met = _MET.search(masked, max(0, start - _NEAR), start)
    if met is not None and (HE_SAID.match(masked, place) or HE_SAID.search(masked, met.end("unnamed"), start)):
        yield "unnamed-before", Words(block, *met.span("unnamed"))
    for form, pattern in _AFTER:
        match = pattern.match(masked, place)
        if match is not None and match.lastgroup is not None:
            words = Words(block, *match.span(match.lastgroup))
            if match.lastgroup != "small" or is_given(words.text.partition(" ")[0].capitalize()):
                yield form, words


def unnamed_before(block: Block, masked: str, place: int) -> Iterator[tuple[str, Words]]:
    """Who is told before a quotation, in its sentence, to say it, without a person's name, and in which form."""
    starts = [one for one, _ in block.sentences if one <= place]
    start = starts[-1] if starts else 0
    if start == place and len(starts) > 1 and block.text[:place].rstrip()[-1:] == ":":
        start = starts[-2]
    for words in _told(block, masked, start, place):
        yield "unnamed-before", words
    closed = max(masked.rfind("”", 0, place), masked.rfind('"', 0, place))
    told = _SAYS_AFTER.match(masked, closed + 1, place) if closed >= 0 else None
    if told is not None and told.lastgroup is not None and not masked[told.end() : place].strip(" .,:;"):
        yield "unnamed-before", Words(block, *told.span(told.lastgroup))
    beside = _apposed(block, masked, place)
    if beside is not None:
        yield "apposed", beside


def unnamed_above(block: Block, masked: str) -> Iterator[tuple[str, Words]]:
    """Who is told at the end of the block above a quotation to say it, without a person's name, and in which form."""
    start = block.sentences[-1][0] if block.sentences else 0
    for words in _told(block, masked, start, len(masked)):
        yield "unnamed-above", words


def _told(block: Block, masked: str, start: int, end: int) -> Iterator[Words]:
    for pattern in _BEFORE:
        match = pattern.search(masked, max(0, start - 2, end - _NEAR), end)
        if match is not None and not _IS_THING.search(match[match.lastgroup or 0]):
            yield Words(block, *match.span(match.lastgroup or 0))


def _apposed(block: Block, masked: str, end: int) -> Words | None:
    """Who is named last by one word and a role."""
    found = None
    for match in _APPOSED.finditer(masked, max(0, end - _FAR), end):
        role = re.findall(r"[\w-]+", match["role"].lower())
        if ROLE_NOUNS & {*role, *(one.rpartition("-")[2] for one in role)}:
            found = Words(block, *match.span("unnamed"))
    return found
