"""Remarks: whether a quotation is of words that somebody said, from cues."""

from __future__ import annotations

import re

from eventnotes.draft.forms import compiled
from eventnotes.draft.items.quotations import Quotation
from eventnotes.draft.items.sayings import HE_SAID, THINGS
from eventnotes.draft.items.voices import Voice
from eventnotes.draft.lexicon import PHRASE_ENDS
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.titles import has_capitals, is_title, long_words
from eventnotes.draft.weights import REMARK, sureness

FLOOR = 0.45
"""How sure it must be that words in quotation marks are somebody's."""
_FAR = 500
_SIZES = ((7, "words-5"), (10, "words-7"), (16, "words-10"))


def cues_of(
    mentions: Mentions, quotation: Quotation, voice: Voice | None, refused: Quotation | None = None
) -> frozenset[str]:
    """What tells whether a quotation is of words that somebody said.

    Args:
        mentions: the source and its persons.
        quotation: the words.
        voice: whose they are if they are somebody's.
        refused: the quotation before, if nobody said it.
    """
    found = {
        "bias": True,
        quotation.kind: True,
        _voice_cue(voice): True,
        "opens": quotation.opens,
        "alone": quotation.alone,
        "in-item": quotation.block.kind == "item",
        "alone-item": quotation.alone and quotation.block.kind == "item",
        "apart": quotation.block.quoted,
        "label": quotation.labelled,
        "person-inside": mentions.within(quotation.block, quotation.words.start, quotation.words.end),
        "series": refused is not None and _is_series(refused, quotation),
        **_of_words(quotation),
        **_around(mentions, quotation),
    }
    cues = {name for name, told in found.items() if told}
    return frozenset(cues if cues & _TOLD else cues | {"untold"})


def sure(cues: frozenset[str]) -> float:
    """How sure cues make it that words are somebody's."""
    return sureness(cues, REMARK)


def _is_modifier(masked: str, end: int) -> bool:
    """Whether words stand before a noun, as in `her “come as you are” talk`."""
    match = _NEXT.match(masked, end)
    return match is not None and match[1] not in _GOES_ON


def _is_series(one: Quotation, other: Quotation) -> bool:
    """Whether two quotations are told side by side: `“…”, “…” and “…”`."""
    return one.block is other.block and _AND.fullmatch(one.block.text, one.end, other.start) is not None


def _voice_cue(voice: Voice | None) -> str:
    if voice is None:
        return "of-nobody"
    return "voice-sure" if voice.sure > 0.8 else "voice-likely" if voice.sure > 0.6 else "voice"


def _of_words(quotation: Quotation) -> dict[str, object]:
    """What the words themselves tell."""
    text = quotation.words.text
    size = len(text.split())
    link = quotation.block.link_at(quotation.words.start, quotation.words.end)
    return {
        next((name for most, name in _SIZES if size < most), "words-16"): True,
        "stops": text[-1] in ".!",
        "asks": text[-1] == "?",
        "verb": _VERB.search(text),
        "title": is_titled(text),
        "link": link is not None and link.start <= quotation.words.start and quotation.words.end <= link.end,
    }


def _around(mentions: Mentions, quotation: Quotation) -> dict[str, object]:
    """What stands around the words."""
    block, place = quotation.block, quotation.start
    masked = mentions.masked(block)
    starts = [one for one, _ in block.sentences if one <= place]
    first = starts[-1] if starts else 0
    lead = masked[max(0, place - _FAR, starts[-2] if first == place and len(starts) > 1 else first) : place]
    before = block.text[max(first, place - _FAR) : place]
    last = lead.rstrip(" *_")[-1:]
    above = mentions.view.before(block)
    return {
        "said-before": _SAID_BEFORE.search(lead),
        "said-far": _SAID.search(lead),
        "said-by-other": _SAID_BEFORE.search(lead) and not HE_SAID.search(lead),
        "said-after": _SAID_AFTER.match(masked, quotation.end),
        "dash-after": _DASH_AFTER.match(masked, quotation.end),
        "colon": last == ":",
        "complement": last in tuple("=–—-") or _COMPLEMENT.search(before),
        "comma": last == "," and not _AFTER_OTHER.search(lead),
        "after-stop": last in tuple('.!?”"'),
        "about": _ABOUT.search(before),
        "supposed": _SUPPOSED.search(before[-60:].lower()) or _IS.match(masked, quotation.end),
        "example": above is not None and _EXAMPLE.search(above.text[-80:]),
        "titled": _TITLED.search(before[-60:].lower()) and not (last == ":" and quotation.words.text[-1] in ".!"),
        "phrase": _ARTICLE.search(before)
        or (last.isalnum() and _is_modifier(masked, quotation.end))
        or (last.isalpha() and _PHRASE.match(quotation.words.text) and not _VERB.search(quotation.words.text)),
    }


def is_titled(text: str) -> bool:
    """Whether most long words have a capital."""
    long = long_words(text)
    return is_title(text) and len(long) > 1 and has_capitals(long)


_ABOUT = re.compile(
    r"(?i)(?:\b(?:e\.?g|i\.?e|example|such|titled|entitled|called|named|about|on|as|like|the|a|an|of|for|so-called|term|phrase|word|sentence|caption|theme|topic|her|his|their|our|its"
    r"|question|chapter|book|article|post|paper|slide|talk|session)\W*|=)\Z"
)
_ARTICLE = re.compile(r"(?i)\b(?:the|an?|her|his|their|our|its|my|this|these|those)\s*\Z")
_PHRASE = re.compile(r"(?:the|an?)\b")
"""What makes words the object of a sentence, and no sentence."""
_SUPPOSED = compiled(
    r"\b(?:say|think|ask|feel|believe|tell|wonder|instance|example|something like|imagine|suppose|if|would|usually"
    r"|thinking|often|don['’]t|nobody|no one|anyone|whenever|(?:like|just) saying"
    r"|i (?:had |have )?(?:told|said|asked|thought|heard|read)"
    rf"|{THINGS})"
    r"\b[^.!?]{0,40}\Z"
)
"""What stands before words that nobody has said."""
_IS = compiled(
    r"\s*(?:instead of|rather than|versus|vs\.?|into|to)\s*[“\"‘]"
    r"|\s+(?:is|was|are|may|might|can|should|will|does|isn['’]t|works?|means?|became)\b"
    r"(?![^.!?]{0,60}(?:<PERSON>|\b(?:line|quote|reply|answer|words)\b))"
)
"""What is told of words that are a thing."""
_AFTER_OTHER = compiled(r"(?:[”\"]|<PERSON>)[\s*_]*,[\s*_]*\Z")
_NEXT = compiled(r" (?!<SAID>\b)([a-z]+)")
_GOES_ON = PHRASE_ENDS | {"a", "at", "in", "of", "the", "out", "one", "some", "too", "rather", "instead", "may"}
"""What stands behind words that are not told of a noun as an adjective is."""
_TOLD = {
    *("said-far", "said-after", "colon", "comma", "after-stop", "dash-after"),
    *("opens", "apart", "label", "complement"),
}
"""What tells of words that they are said, whoever says them."""
_COMPLEMENT = re.compile(r"\b(?:that|is|was|were|be|to)\s*\Z")
_AND = re.compile(r"[\s,;/&*_]*(?:(?:and|or|to|into|vs\.?|versus|than|instead of|rather than)\s+)?")
_EXAMPLE = compiled(r"(?ai)\b(?:example|bad|good|say|phrase|question|instead|alternative)")
_VERB = compiled(
    r"\b(?i:is|are|was|were|have|has|had|can|can['’]t|cannot|will|won['’]t|would|should|must|do|does|did|don['’]t|doesn['’]t"
    r"|didn['’]t|it['’]s|that['’]s|there['’]s|isn['’]t|aren['’]t|need|want|make|know|think|get|got|going|let['’]s)\b"
)
_SAID = compiled(r"\b<SAID>\b")
_SAID_BEFORE = compiled(r"\b<SAID>\b[^.!?\"“”]{0,60}[:,]?\s*\Z")
_SAID_AFTER = compiled(
    r"[\s*_]*[,–—-]?\s*(?:(?:<PERSON>|[Hh]e|[Ss]he|[Tt]hey|I|we|one|[A-Z]\w+)<PAREN><ADVERB>\s+<SAID>\b|<SAID>\b)"
)
_DASH_AFTER = compiled(r"[\s.*_]*(?:[–—~→]|--?>?)\s*(?:@?[A-Z]|<PERSON>)")
_TITLED = compiled(
    r"\b(?:titled|entitled|calls|called|named|talk|book|paper|article|post|report|theme|topic|session|panel|series|song|on"
    r"|(?:titles|names|topics|phrases|slides|slogans|messages) (?:like|such as)"
    r"|about|author of|presented|presents|covered|covers)\s*$"
    r"|\b(?<!during the )(?<!in the )(?<!at the )(?:titled|entitled|called|named|talk|book|paper|session"
    r"|topics|titles|panel|keynote|workshop|presentation|lecture|newsletter|blog|podcast|subtitle|exercise|game|project)[,:]\s*$"
    r"|\b(?:title|theme|topic|motto|motion|talk|session|keynote|presentation)\b[^.!?\"“”]{0,40}\s(?:is|was|were):?\s*$"
)
"""What stands before a title, in small letters."""
