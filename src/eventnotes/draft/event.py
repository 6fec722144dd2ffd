"""Event: its name, who organized it, and where it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from eventnotes.draft import attendance
from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, expanded
from eventnotes.draft.header import TAGS
from eventnotes.draft.hosts import ORGANIZERS, VENUES
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.names import names
from eventnotes.draft.runs import Block

_C = r"(?:(?:[a-z]{1,2}(?=[A-Z]))?[A-Z0-9À-Þ#][\w&’'+./@#-]*)"
_LINK = r"(?:(?:of|for|and|&|the|in|on|de|du|des|da|der|für|van|het)\s+)"
_PHRASE = rf"{_C}(?:\s+{_LINK}{{0,2}}{_C}){{0,9}}"
_NOUN = (
    r"(?:(?=[A-Z])(?i:BarCamp|Bootcamp|Briefing|Camp|Celebration|Colloquium|Conference|Congress|Convention|Days?"
    r"|Events?|Exchange"
    r"|Expo|Fair|Festival|Forum|Gathering|Hackathon|Hack ?Day|Hack ?Night|Jam|Meet-?up|Meeting|Retreat"
    r"|Round ?table|School|Seminar"
    r"|Series|Session|Showcase|Sprint|Summit|Symposium|Talks|Unconference|Week|Webinars?|Workshops?"
    r"|Challenge|Awards"
    r"|Social|Lecture|Panel|Fringe|Con|Conf|Kongress|Tagung|Treffen|Journées?|Jornadas?|Congreso|Congresso"
    r"|Konferenz|Konferens))"
)
_COINED = r"[A-Z#][\w.]*(?:Con|Conf|Camp|Fest|Days?|Summit|Hack|Meetup)(?![a-z])"
_OF_A_POST = (
    r"(?!(?:Highlights|Recap|Opening|Closing|Session|Day|Notes|Report|Review|Summary|Videos|Talks?|Keynotes?|Trip"
    r"|Preview|I"
    r"|Thoughts)\b)"
)
_LEAD = r"(?:[Tt]he\s+|[Oo]ur\s+|[Aa]n?\s+|[Tt]his year[’']s\s+|[Ll]ast (?:year|week|month)[’']s\s+)?"
_YEARED = r"(?:\s+[’']?(?:20)?\d\d(?!\d)|\s+[–-]\s+20\d\d(?!\d))?"
NAMES = (
    Form(
        "noun",
        rf"(?<![\w-])(?:(?:\d+(?:st|nd|rd|th)|(?i:first|second|third|fourth|fifth)|20\d\d"
        rf"|Annual)\s+)?(?:{_PHRASE}\s+)?{_NOUN}(?![\w-]){_YEARED}(?:\s*#\d+)?(?:\s+on\s+{_PHRASE})?",
        0.5,
        (("I went to the Harbour Data Summit 2019 in May.", "Harbour Data Summit 2019"),),
    ),
    Form(
        "coined",
        rf"(?<![\w@/.-])(?:{_COINED}\s+20\d\d|{_COINED}(?:\s+{_OF_A_POST}{_C}){{1,2}}\s+20\d\d"
        rf"|{_COINED}(?:\s+{_OF_A_POST}{_C}){{0,2}})(?![\w-])",
        0.55,
        (("TramConf 2018 was loud.", "TramConf 2018"), ("I went to TramConf Porto 2018.", "TramConf Porto 2018")),
    ),
    Form(
        "yeared",
        rf"(?<![\w-]){_C}(?:\s+{_C}){{0,4}}\s+20\d\d(?![\w-])",
        0.45,
        (("Notes from Harbour Digital 2018", "Harbour Digital 2018"),),
    ),
    Form(
        "apostrophe-year",
        r"(?<![\w-])[A-Z][\w.]*[A-Z]\w*\s?[’']\d\d(?!\w)",
        0.6,
        (("We were at TramPy'21 in May.", "TramPy'21"),),
    ),
    Form(
        "session-hosted",
        rf"(?:\b(?:attended|joined|at|hosted|held|for|to)\s+(?:the|a|an|our|its|their)\s+(?:(?:annual|first|monthly)\s+)?"
        rf"|(?:^|[.]\s)The\s+(?:(?:annual|first|monthly)\s+)?)(?P<name>{_PHRASE})(?:\s*\([^()]{{1,12}}\))?\s+(?:session|event"
        rf"|conference|summit|workshop|meetup|hackathon|webinar|seminar|roundtable)\b",
        0.75,
        (
            ("I attended the Better Buses Together session hosted by Kumo.", "Better Buses Together"),
            ("Kumo held its annual Maps of Tomorrow conference in Lagos.", "Maps of Tomorrow"),
            ("It rained. The Harbour Loop 2015 event kicked off in a tent.", "Harbour Loop 2015"),
        ),
    ),
)
_AT = re.compile(
    rf"\b(?i:attended|attending|at|joined|to|hosted|held|for|during|of|from|called|titled|entitled|organi[sz]ed"
    rf"|the first|inaugural|in|visited|welcome to)\s+{_LEAD}$"
)
_TITLE_HEAD = re.compile(
    r"(?i)^\W*(?:recap|notes|highlights|report|summary|review|reflections|takeaways|lessons|thoughts|trip report"
    r"|event recap|webinar recap)\s*(?:of|from|on|:|–|—|-)\s*(?:(?:the|my|our|first|second|third)\s+)*"
)
_TITLE_TAIL = re.compile(
    r"(?i)\s*(?:[:|–—-]\s*)?(?:a\s+|event\s+|the\s+)?(?:recap|report|notes|review|highlights|roundup|round-up"
    r"|summary|in review|retrospective|trip report|write-up)\s*$"
)
FORMS = (*NAMES, *attendance.FORMS, *ORGANIZERS, *VENUES)
_ENGLISH = re.compile(r"(?i)\b(?:from|at|of|in|on|to|the|a|my|our|notes|recap|about|for|and|with|by)\b|[:–—]")
_GENERIC = re.compile(
    r"(?i)^(?:the |a |an |our |this |that |these |next |last |first |second |third |final |opening |closing "
    r"|lightning |breakout |panel |one |two |three |every |each |monthly |weekly |annual |in |at |on |of |and )*"
    r"(?:day|days|session|sessions|event|events|talks|panel|conference|summit|workshop|workshops|meeting|week"
    r"|series|school|camp|forum|webinar|meetup|social|challenge|lecture|exchange|q&a)(?:\s*(?:#?\d+|one|two|three))?$"
)
_DATED = re.compile(expanded(r"(?i)^(?:\d+|<MONTH>\b|<DAY>\b|st|nd|rd|th|\W)+$"))
_SERIAL = re.compile(rf"\b(?:{_NOUN}|{_COINED})(?:\s+\w+)?\s+#\d+\s*:\s")
_YEARED_NAME = re.compile(rf"(?:{_C}\s+)*?(?:{_COINED}|{_NOUN})(?:\s+{_C})?\s+20\d\d(?=\s)")
_SEPARATOR = re.compile(r"\s*(?::|\s[–—|-]|—)\s+|\s+\(")
_PREFIX = re.compile(
    r"(?i)^\W*(?:event|events|news|webinar|blog|recap|event recap|webinar recap|workshop recap|keynote recap"
    r"|panel recap|recording|video|past event|conference)\s*:\s+"
)
_NUMBERED = re.compile(r"(?i)^(?:day|session|talk|panel|workshop|part|track)\s+(?:#?\d+|one|two|three|four)\b")
_STOP = re.compile(r"(?<=\w\w)(?<!\bSt)(?<!\bDr)(?<!\bMt)(?<!\bvs)[.!?]\s")
_OF_POST = re.compile(
    r"\b(?:Diary|Notes|Recap|Moments|Highlights|Review|Impressions|Tales|Report|Winners|Reflections|Lessons|Thoughts"
    r"|Summary)\s+(?:of|from|on|for)\s+(?:the\s+)?"
)
_TALK_TITLE = re.compile(r"[’']s (?:opening |closing )?(?:keynote|talk|presentation|lecture)$")
_OF_A_TALK = re.compile(r"\b(?:Panel|Session|Lecture)\Z")
_COMMA = re.compile(r"[,;]")
_ENUMERATION = re.compile(r",\s+and\s+|\s+and\s+|,\s+")
_FIRST_BLOCKS = 6
_NOBODY = frozenset(["we", "they", "he", "she", "it", "you", "who", "this", "that", "people"])
_MANY_BLOCKS = 16
_MARKS = {
    "noun": re.compile(rf"\b{_NOUN}\b").search,
    "coined": re.compile(_COINED).search,
    "apostrophe-year": re.compile(r"[’']\d\d").search,
    "yeared": re.compile(r"\b20\d\d\b").search,
    "session-hosted": re.compile(
        r"\s(?:session|event|conference|summit|workshop|meetup|hackathon|webinar|seminar|roundtable)\b"
    ).search,
}
"""What a text must hold for a form of a name to be worth looking for."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """What a source says of its event."""
    yield from _names(mentions)
    for block in mentions.view.blocks[:_MANY_BLOCKS]:
        if block.kind in ("code", "rule", "cell") or block.tag:
            continue
        for form in ORGANIZERS:
            yield from _found(block, form, "organizer")
        for form in VENUES:
            yield from _found(block, form, "venue")


def _found(block: Block, form: Form, kind: Literal["organizer", "venue"]) -> Iterator[Claim]:
    for match in form.search(block.text):
        for place in _listed(block, form, *match.span("name")):
            start, end = _owned(block.text, *place)
            written = block.text[start:end]
            if len(written) > 2 and not _DATED.match(written) and written.lower() not in _NOBODY:
                yield Claim(kind, Words(block, start, end), "event", form.name, form.confidence)


def _listed(block: Block, form: Form, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The organizations in a list, or what stands before a place or a date."""
    if form.name == "venue-label":
        yield start, end
        return
    if form.name != "organizers-label":
        words = r"\s+on\s" if form.name == "held-at" else r"\s+(?:in|on)\s"
        cut = re.compile(words).search(block.text, start, end)
        yield from _several(block.text, start, cut.start() if cut else end)
        return
    yield from _split(block.text, start, end, _COMMA)


def _split(text: str, start: int, end: int, at: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in at.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _several(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The organizations or persons in a list; an `and` in a name alone is the name's."""
    both = text[start:end].split(" and ")
    if "," in text[start:end] or (len(both) == 2 and all(names(one) for one in both)):
        yield from _split(text, start, end, _ENUMERATION)
    else:
        yield start, end


def _owned(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without its article, what it belongs to, and the marks around it."""
    while start < end and text[start] in " *_":
        start += 1
    if article := re.match(r"(?i)the\s+|[\w.]+[’']s\s+(?=[A-Z]\w+\s)", text[start:end]):
        start += article.end()
    while end > start and text[end - 1] in " .,*_":
        end -= 1
    return start, end


def _names(mentions: Mentions) -> Iterator[Claim]:
    view = mentions.view
    candidates: list[tuple[float, Words, str]] = []
    counts: Counter[str] = Counter()
    titles = [*view.header.items()]
    blocks: list[tuple[Block, float, bool]] = [
        (block, 0.3 if key == "title" else 0.15, key == "title") for key, block in titles
    ]
    tags = [block for key, block in titles if key in TAGS]
    told = view.header["title"].text.lower() if "title" in view.header else ""
    seen = 0
    for block in view.blocks[:_MANY_BLOCKS]:
        if block.kind in ("code", "rule") or block.tag:
            continue
        is_title = (
            block.kind == "heading"
            and (seen == 0 or block.level == 1)
            and seen < _FIRST_BLOCKS
            and not view.header.get("title")
        )
        blocks.append(
            (block, 0.3 if is_title else 0.15 if seen < 3 else 0.05 if seen < _FIRST_BLOCKS else -0.1, is_title)
        )
        seen += 1
    for block, bonus, is_title in blocks:
        found = [*_names_in(block, is_title)]
        if (is_title or bonus > 0) and block.kind != "code" and block not in tags:
            found += _attended(block, told, found, is_title=is_title)
        for words, form, confidence in found:
            if block in tags and form not in ("yeared", "coined"):
                continue
            counts[_key(words.text)] += 1
            at = 0.15 if _AT.search(block.text[max(0, words.start - 40) : words.start]) else 0.0
            candidates.append((confidence + bonus + at, words, form))
    candidates += _repeated_parts(mentions, [block for block, _, is_title in blocks if is_title])
    named = [
        words.text for _, words, _ in candidates if any(words.block is one for one, _, is_title in blocks if is_title)
    ]
    for confidence, words, form in candidates:
        key = _key(words.text)
        shorter = sum(count for other, count in counts.items() if other != key and other and other in key)
        fuller = 0.25 if form == "noun" and any(_is_fuller(words.text, one) for one in named) else 0.0
        total = confidence + min(counts[key] - 1, 3) * 0.06 + min(shorter, 4) * 0.03 + fuller
        yield Claim("name", words, "event", form, round(min(max(total, 0.05), 1.5) / 1.5, 3))


def _is_fuller(name: str, of_title: str) -> bool:
    """Whether a name is the title's with more words before its last, and without less of a year."""
    one, other = name.lower().split(), of_title.lower().split()
    left = iter(one)
    return len(one) > len(other) > 1 and one[-1] == other[-1] and all(word in left for word in other)


def _attended(
    block: Block, told: str, found: Sequence[tuple[Words, str, float]], *, is_title: bool
) -> Iterator[tuple[Words, str, float]]:
    """Names that only somebody's going there tells to be an event's."""
    for start, end, form in attendance.attended(block, told, is_title=is_title):
        inside = any(one.start < end and start < one.end for one, _, _ in found)
        if not inside and not _is_no_name(block.text[start:end], form):
            yield Words(block, *_bare(block.text, start, end)), form.name, form.confidence


def _repeated_parts(mentions: Mentions, titles: Sequence[Block]) -> Iterator[tuple[float, Words, str]]:
    """Parts of the title, up to a colon or dash, that the text repeats."""
    for title in titles:
        places = [0, *(one.end() for one in _SEPARATOR.finditer(title.text))]
        ends = [*(one.start() for one in _SEPARATOR.finditer(title.text)), len(title.text)]
        for start, end in zip(places, ends, strict=True):
            words = Words(title, *_bare(title.text, start, end))
            low = words.text.lower()
            is_name = any(form.regex.search(words.text) for form in NAMES[:3])
            whole = len(places) == 1 and any(form.regex.fullmatch(words.text) for form in NAMES[:3])
            if len(words.text.split()) < 2 or (is_name and not whole) or _TALK_TITLE.search(low):
                continue
            said = _key(words.text) if whole else low
            if said and any(said in one.text.lower() for one in mentions.view.blocks if one is not title):
                yield 1.15 if whole else 0.75, words, "repeated-part"


def _is_no_name(written: str, form: Form) -> bool:
    """Whether words are a date, a kind of event, or too short or long for a name."""
    if _DATED.match(written) or _GENERIC.match(written) or _NUMBERED.match(written):
        return True
    return (" " not in written and form.name == "noun") or len(written) < 4 or len(written.split()) > 14


def _until_stop(text: str, start: int, end: int) -> tuple[int, int]:
    """A name as far as its sentence goes, or its year."""
    if stop := _STOP.search(text, start, end):
        end = stop.start()
    year = _YEARED_NAME.match(text[start:end])
    return start, start + year.end() if year else end


def _alone(text: str, start: int, end: int, form: Form) -> tuple[int, int]:
    """A name in a title, without the words that tell what the post is to it."""
    if form.name == "yeared" and not _ENGLISH.search(text[:start]):
        start = 0
    if post := _OF_POST.search(text, start, end):
        start = post.end()
    return _until_stop(text, start, end)


def _names_in(block: Block, is_title: bool) -> Iterator[tuple[Words, str, float]]:
    text = block.text
    taken: list[tuple[int, int]] = []
    for form in (NAMES[-1], *NAMES[:-1]):
        if not _MARKS[form.name](text):
            continue
        for match in form.search(text):
            start, end = match.span("name") if "name" in form.regex.groupindex else match.span()
            start, end = _trimmed(text, start, end)
            if any(start < two and one < end for one, two in taken):
                continue
            start, end = _alone(text, start, end, form) if is_title else _until_stop(text, start, end)
            if _is_no_name(text[start:end], form):
                continue
            taken.append((start, end))
            talk = 0.2 if form.name == "noun" and end < len(text) and _OF_A_TALK.search(text, start, end) else 0.0
            yield Words(block, start, end), form.name, form.confidence - talk
    prefix = _PREFIX.match(text) if is_title else None
    if prefix is not None:
        yield Words(block, *_bare(text, prefix.end(), len(text))), "title-of-event", 0.5
    if is_title and _SERIAL.search(text):
        yield Words(block, *_bare(text, prefix.end() if prefix else 0, len(text))), "serial-title", 0.7
    if is_title and not taken:
        head, tail = _TITLE_HEAD.match(text), _TITLE_TAIL.search(text)
        start, end = head.end() if head else 0, tail.start() if tail else len(text)
        if (head or tail) and end - start > 3:
            yield Words(block, *_bare(text, start, end)), "title-of-recap", 0.5


_OPENING = re.compile(
    r"(?:(?:The|A|An|At|In|On|This|Our|My|From|For|And|As|Last|After|During|Notes|Recap|Highlights|Live|Welcome"
    r"|Attending|Announcing|Introducing|Join|Why|How|What|When|Reflections|Thoughts|Report|Post|To)\s+)+(?:(?:of|from"
    r"|on|to|the|at|with|for)\s+)*"
)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while match := _OPENING.match(text, start, end):
        if match.end() >= end or match.end() == start:
            break
        start = match.end()
    return _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n\"“”‘’':,–—-*_":
        start += 1
    while end > start and text[end - 1] in " \n\"“”‘’':,–—-*_.":
        end -= 1
    return start, end - 2 if text[start:end].endswith(("’s", "'s")) else end


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", re.sub(r"\b(?:20)?\d\d\b", "", text)).strip().lower()
