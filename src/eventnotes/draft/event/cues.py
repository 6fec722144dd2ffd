"""Cues: what speaks for or against a candidate's being the event's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from eventnotes.draft.event.candidates import COINED, DAY, KIND, LOOSE_KIND, Place, is_coined
from eventnotes.draft.forms import compiled, expanded
from eventnotes.draft.lexicon import ORGANIZATION_WORDS, POSTS, ROLE_NOUNS, TOPIC_WORDS, alternatives
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.names import names
from eventnotes.draft.reading.runs import Block

Ranges = list[tuple[int, int]]

_NUMBER = r"(?:\s+(?:\(?20\d\d\)?|[’']\d\d|#?\d+))?"
_OF_TOPICS = alternatives("by|your|you|my|i|we|our|it|without|into|be|is|are|was|using|getting|building|making")
_OF_TALKS = alternatives(
    r"keynotes?|talks?|panels?|presentations?|sessions?|lecture|q&a|speakers?|day (?:\d|one|two|three)|part \d"
)
_OF_POSTS = alternatives(POSTS)
SHAPES = {
    "with-comma": re.compile(r",\s"),
    "in-place": re.compile(r"\s(?:in|on)\s+[A-Z]"),
    "with-at": re.compile(r"\sat\s"),
    "lower": re.compile(rf"(?<!\w)(?!(?:{KIND}|with|from|into|sur|para)\b)[a-z]{{4,}}(?![\w.+-])"),
    "with-owner": re.compile(r"\w[’']s?\s+[A-Z]"),
}
"""What a name looks like."""
SMALL_SHAPES = {
    "kind-on": re.compile(rf"(?:^|\s){KIND}\s(?:on|of|for|de|des|du|der|in the)\s"),
    "kind-at-end": re.compile(rf"(?:^|\s){KIND}{_NUMBER}\W*$"),
    "talk-like": re.compile(
        r"^(?:how|why|what|when|where|who|is|are|do|does|can|from|introduc|build|using|making"
        rf")|[?!]|\b{_OF_TOPICS}\b"
    ),
    "of-a-talk": compiled(rf"\b{_OF_TALKS}\b"),
    "of-the-post": compiled(rf"\b{_OF_POSTS}\b"),
    "generic": re.compile(
        r"^(?:(?:the|a|an|our|this|that|next|last|first|second|third|final|opening|closing|lightning|breakout|panel"
        r"|monthly|weekly|annual|in|at|on|of|and|great|good|new|\d+(?:st|nd|rd|th)?)\s+)*"
        rf"(?:{KIND}|{LOOSE_KIND.lower()}|q&a|sessions?|workshops?|talks?|panels?|events?|meetings?){_NUMBER}"
        r"$"
    ),
}
"""What it looks like in small letters."""
NUMBERED_SHAPES = {
    "year-at-end": re.compile(
        r"^(?!.*\s(?:in|of|an?|and|the|from|since|to)\s(?:\S+\s)?(?:19|20)\d\d$).*\S\s*(?:\b(?:19|20)\d\d|[’']\d\d)\)?$|(?:^|\s)(?:[A-Z]{2,}|[A-Z]\w+[a-z])(?:20)?\d\d$"
    ),
    "edition": re.compile(r"(?i)#\d+|\b\d+(?:st|nd|rd|th)\b"),
    "dated": re.compile(expanded(rf"\b{DAY}(?!\d)|^(?:19|20)\d\d$")),
}
"""What a name with a digit looks like."""
_MARK = re.compile(rf"(?:^|\s){KIND}(?=\W|$)")
_loose_at_end = re.compile(rf"(?:^|\s){LOOSE_KIND}{_NUMBER}\W*$").search
_MARKING_YEAR = re.compile(r"(?:19|20)\d\d|[’']\d\d|[A-Z]{2}\w*\d\d")
_MY = (
    r"(?:(?:the|my|our|its|their|an?|this year[’']?s|last (?:year|week|month)[’']?s|(?:very\s+)?first|second|third"
    r"|fourth|\d+(?:st|nd|rd|th)|ever|annual|inaugural|recent|latest|local|[\w-]+ly)\s+)*"
)
_POST = rf"(?i:{_OF_POSTS})"
_ATTENDED = (
    r"attend(?:ed|ing|ance at)?|(?:spoke|speak|speaking|present(?:ed|ing)?|talk(?:ed)?|keynote"
    r"|volunteer(?:ed|ing)?|poster|experience|time|days?|learned|met|held|was|were) at"
    r"|(?:participat(?:ed|ing)|took part) in|(?:back|returned|home) from|join(?:ed|ing)?|visit(?:ed|ing)?"
    r"|(?:trip|headed|came|coming|flew|travel+ed|went|go|going|been|visit|welcome) to|days? of|edition of"
    rf"|{_OF_POSTS} (?:from|of|at|on)"
)
_HOSTED = (
    r"host(?:ed|ing|s)?|organi[sz](?:ed|es|ing)|held|holds|ran|running|kick(?:ed)? off|launched"
    r"|welcomed? to|join(?:ed)? (?:us|me) (?:at|for)"
)
_AT = "at|during|for"
BEFORE = {
    "after-attended": compiled(rf"(?ai)\b(?:{_ATTENDED})\s+{_MY}$"),
    "after-hosted": compiled(rf"(?ai)\b(?:{_HOSTED})\s+{_MY}$"),
    "after-at": compiled(rf"(?ai)\b(?:{_AT})\s+{_MY}$"),
    "after-called": compiled(
        r"(?ai)\b(?<!talk )(?<!session )(?<!keynote )(?<!presentation )(?:called|titled|entitled|named)[:,]?\s+[“\"‘]?$"
    ),
    "after-talk": compiled(
        rf"(?ai)\b(?:{_OF_TALKS}|paper|book|film|article|post)\b[^.“”\"]{{0,20}}[“\"‘][^.“”\"’]{{0,30}}$"
    ),
    "after-word": re.compile(
        rf"(?<!\w)(?:(?!(?:of|for|and|in|on|at|during|the|with|as|or|by)\b)[a-z]{{2,}}|(?:[a-z]+|{_POST})\sof)\s+(?i:{_MY}$)"
    ),
    "after-in": compiled(r"(?ai)\b(?:in|near|to|from the|with)\s+(?:the\s+)?$"),
    "cut": re.compile(rf"(?<!\w)(?<!\bin\s)(?<!\bto\s)(?!{_POST}\b)[A-Z][\w’'.-]*\s(?:for|of|and|&)\s(?:the\s)?$"),
}
"""What stands before it."""
_TOLD_BEFORE = ("after-attended", "after-hosted", "after-at")
_may_tell = compiled(rf"\b(?:{_ATTENDED}|{_HOSTED}|{_AT})\s+{_MY}$").search
"""Whether any of these may stand before it, in small letters, which is far faster to look for."""
AFTER = {
    "before-for": re.compile(
        r"[^\w.!?]{0,3}\s+for\s+(?:our|the|an?|another)\s+(?:[\w-]+\s+){0,4}?(?:events?|meet-?ups?|meetings?|sessions?|evening"
        r"|gathering|workshops?|talks?|panel|hack ?night)\b"
    ),
    "before-kind": re.compile(rf"\W{{0,2}}\s*(?:\([^()]{{1,20}}\)\s*)?(?:{KIND}|sessions?|events?|series|gathering)\b"),
    "before-is": re.compile(
        r"(?:\s*\([^()]{1,60}\))?,?\s+(?:which\s+)?(?:(?:is|was|are|were)\s+)?(?:the|an?|one|our|my)\s+(?:[\w’'-]+\s+){0,5}?"
        rf"(?:{KIND}|events?|gatherings?|series|competition)\b"
    ),
    "before-held": re.compile(
        r"(?:\s*\([^()]{1,60}\))?,?\s+(?:which\s+)?(?:(?:is|was|were|has been|will be)\s+)?"
        r"(?:held|took place|takes place|taking place|kicked off|happened|brought together|gathered)\b"
    ),
    "before-day": re.compile(r"(?i)\W{0,3}\s*(?:day|part|session)\s+(?:\d|one|two|three|four)\b"),
    "before-post": re.compile(rf"(?i)\W{{0,3}}\s*(?:{_OF_POSTS}|trip report)\b"),
    "before-speaking": re.compile(
        r",?\s+(?:said|says|spoke|talked|presented|gave|explained|showed|discussed|told|shared|noted|asked)\b"
    ),
}
"""What stands after it."""
_BEFORE_IN_TITLE = ("after-at", "after-word", "cut")
_BEFORE_IN_TEXT = tuple(cue for cue in BEFORE if cue != "after-word")
_AFTER_IN_TITLE = ("before-day", "before-post")
_AFTER_IN_TEXT = ("before-for", "before-kind", "before-held", "before-speaking")
_EVENT_SITE = re.compile(
    r"(?ai)meetup\.com|eventbrite|lanyrd|confreaks|sched\.|ti\.to|sessionize|lu\.ma|eventmobi|conf|event|20\d\d"
)
_OF_EVENTS = frozenset(["congress", "forum", "assembly", "network", "club", "collective", "roundtable"])
_COMMON = TOPIC_WORDS | ROLE_NOUNS
_ORGANIZATIONS = ORGANIZATION_WORDS - _OF_EVENTS
_SPECIAL = re.compile(rf"[A-Za-z]\d\d(?:\d\d)?$|[a-z][A-Z]|:[A-Z]|{COINED}")
_tells_after = re.compile("|".join(AFTER[cue].pattern for cue in ("before-kind", "before-is", "before-held"))).match
_CALLED = re.compile(r"(?i)(?<!session )(?<!talk )(?<!panel )\b(?:called|titled|entitled|named)[:,]?\s+[“\"‘]$")
_CLOSING = ("”", '"', "’")
_digit = re.compile(r"\d").search
_words, _letters = re.compile(r"[\w&@#]+").findall, re.compile(r"\w+").findall
_EARLY = 7
_PARTS = frozenset(["first", "last", "peeled"])
_TOLD_PARTS = ("whole", "announced", "peeled", "first")
_LEAD = 2


@dataclass(eq=False)
class Name:
    """A candidate with all the places where it stands.

    Attributes:
        key: how it is compared with others.
        text: as it stands first.
        places: where it stands.
        cues: what speaks for and against it.
    """

    key: str
    text: str
    places: list[Place] = field(default_factory=list)
    cues: set[str] = field(default_factory=set)

    @property
    def titled(self) -> bool:
        """Whether it stands in the title."""
        return any(place.role == "title" for place in self.places)

    @property
    def marked(self) -> bool:
        """Whether its own words make it an event's."""
        return not {"kind-at-end", "coined", "year-at-end"}.isdisjoint(self.cues)


def is_common(key: str) -> bool:
    """Whether a name is one word that means something else."""
    return key in _COMMON


def key_of(text: str) -> str:
    """How names are compared."""
    return " ".join(_words(text.lower()))


def joined(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(_letters(text.lower()))


def cues_of(name: Name) -> set[str]:
    """What speaks for and against a candidate on its own; nothing for one that cannot win."""
    text, small = name.text, name.text.lower()
    coined = is_coined(text)
    is_like_event = coined or bool(
        _MARK.search(small) or _loose_at_end(text) or (_digit(text) and _MARKING_YEAR.search(text))
    )
    if not name.titled and not is_like_event and not any(map(_is_told, name.places)):
        return set()
    cues = {*_position(name), *_context(name), *_shape(text, small)}
    cues |= {cue for place in name.places for cue in _linked(place)}
    cues |= {"coined"} if coined else set()
    if is_like_event or not {"after-attended", "after-hosted"}.isdisjoint(cues):
        cues.discard("after-in")
    marked = is_like_event or not {"before-kind", "after-attended", "called-whole"}.isdisjoint(cues)
    if not marked:
        cues.add("unmarked")
    if any(place.role == "text" for place in name.places):
        parts = {place.part for place in name.places}
        cues |= {*(["whole-repeated"] if "whole" in parts else []), *(["part-repeated"] if parts & _PARTS else [])}
    return cues


def _shape(text: str, small: str) -> Iterator[str]:
    yield from (name for name, pattern in SHAPES.items() if pattern.search(text))
    yield from (name for name, pattern in SMALL_SHAPES.items() if pattern.search(small))
    if _digit(text):
        yield from (name for name, pattern in NUMBERED_SHAPES.items() if pattern.search(text))
    words = text.split()
    if len(words) == 2 or (len(words) == 1 and not _SPECIAL.search(text)):
        yield f"words-{len(words)}"
    last = joined(words[-1])
    if not _MARK.search(small) and len(words) < 6 and not _ORGANIZATIONS.isdisjoint((last, _head_of(small))):
        yield "an-organization"
    if len(words) == 1 and last in _COMMON:
        yield "a-topic"


def _head_of(small: str) -> str:
    """The word that says what a name is: `university` of `university of porto (up)`."""
    return small.partition(" of ")[0].partition(" (")[0].rpartition(" ")[2]


def persons_in(block: Block, mentions: Mentions) -> Ranges:
    """Where a block of a source, or of its header, names somebody."""
    if block.kind == "header":
        return [(one.start, one.end) for one in names(block.text) if one.known]
    return [(one.start, one.end) for one in mentions.of(block) if one.figure.known]


def is_person(place: Place, persons: Ranges) -> bool:
    """Whether words are somebody's name, and hardly more."""
    return any(start <= place.start + 2 and place.end - 2 <= end for start, end in persons)


def _position(name: Name) -> Iterator[str]:
    for place in name.places:
        if place.part in _TOLD_PARTS:
            yield f"title-{place.part}"
        elif place.role == "summary":
            yield "in-summary"
        elif place.role == "text" and place.order <= _LEAD:
            yield "in-lead"
        if place.role == "title" and place.start < 3:
            yield "begins-title"
    if not name.titled:
        yield "not-in-title"
    if all(place.order >= _EARLY for place in name.places):
        yield "late"


def _context(name: Name) -> Iterator[str]:
    for place in name.places:
        if place.order > _EARLY:
            continue
        before, after = _around(place)
        if after[:1] in _CLOSING and _CALLED.search(before):
            yield "called-whole"
        if place.role == "title":
            yield from (f"title-{cue}" for cue in _standing_before(before, _BEFORE_IN_TITLE))
            yield from (f"title-{cue}" for cue in _AFTER_IN_TITLE if AFTER[cue].match(after))
        else:
            yield from _standing_before(before, _BEFORE_IN_TEXT)
            yield from (cue for cue in _AFTER_IN_TEXT if AFTER[cue].match(after))


def _around(place: Place) -> tuple[str, str]:
    """What stands right before a name, and right behind it."""
    text = place.block.text
    return text[max(0, place.start - 40) : place.start], text[place.end : place.end + 60]


def _standing_before(before: str, cues: Iterable[str]) -> Iterator[str]:
    """Which of these cues what stands before a name gives."""
    may_tell = _may_tell(before.lower())
    return (cue for cue in cues if (may_tell or cue not in _TOLD_BEFORE) and BEFORE[cue].search(before))


def _is_told(place: Place) -> bool:
    """Whether where a name stands tells of an event, though its own words do not."""
    if place.role == "tags":
        return True
    if place.order <= _EARLY:
        before, after = _around(place)
        if _tells_after(after) or any(_standing_before(before, (*_TOLD_BEFORE, "after-called"))):
            return True
    return "link-event-site" in _linked(place)


def _linked(place: Place) -> Iterator[str]:
    for link in place.block.links:
        if link.end <= place.start or place.end <= link.start:
            continue
        if abs(link.start - place.start) > 4 or abs(link.end - place.end) > 2:
            yield "overlaps-link"
        elif link.url.startswith("http") and _EVENT_SITE.search(link.url):
            yield "link-event-site"
