"""Candidates: every range of a source's title and first blocks that may be its event's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventnotes.draft.event.days import is_dated
from eventnotes.draft.forms import compiled, expanded
from eventnotes.draft.lexicon import GATHERINGS, POSTS, alternatives
from eventnotes.draft.reading.header import TAGS
from eventnotes.draft.reading.runs import Block, without_marks
from eventnotes.draft.reading.view import View

KIND = rf"(?:{alternatives(GATHERINGS)}s?)"
LOOSE_KIND = alternatives(
    "Awards|Briefing|Call|Celebration|Challenge|Competition|Contest|Conversations?|Days?|Dialogue|Events?|Exchange|Fringe|Gala"
    "|Gathering|Hangout|Lecture|Night|Panel|Party|Reception|Roadshow|Salon|School|Series|Session|Showcase|Social|Sprint|Talks"
    "|Tour|Town ?Hall|Week|Weekend"
)
COINED = (
    r"(?!(?i:mon|tues|wednes|thurs|fri|satur|sun|to|yester|birth|holi|every|week|work)days?\b)[A-Za-z#][\w.]*(?:[Cc]on|[Cc]onf|[Cc]amp|[Ff]est|[Dd]ays?|[Ss]ummit|[Hh]ack|[Mm]eetup|athon)"
    r"(?:[’']?\d\d|(?<=Con)[A-Z]\w*|(?<=Conf)[A-Z]\w*|(?<=Camp)[A-Z]\w*|(?<=Fest)[A-Z]\w*|(?<=camp)[A-Z]\w*)?(?!\w)"
)
_MORE = r"[\w&’'+./@#-]*(?::[A-Z]\w+|::\w+(?:\(20\d\d\))?)?"
_WORD = (
    rf"(?:[A-Z0-9À-Þ#£]{_MORE}|[a-z]++(?:[A-Z]{_MORE}|\d++[a-z]+\w*|::\w+(?:\(20\d\d\))?|/[a-z]{{3,}}"
    r"|(?:-[a-z]++)?(?<=[a-z-]conf|[a-z-]camp|[a-z-]fest)\b))"
)
_SMALL = r"(?:of|for|and|&|the|in|on|at|de|du|des|da|der|für|van|het|to|from|with|by|a)"
_KIND_IN_SMALL = rf"(?:{KIND}|calls?)\b(?!\s+for\b)"
_RUN = re.compile(
    rf"(?<![\w/@-]){_WORD}(?:\s+(?:{_SMALL}\s+){{0,2}}{_WORD}|\s+[–—-]\s+20\d\d\b|\s\([A-Z][\w ]{{1,20}}\)"
    rf"|\s[&+]\s{_WORD}|\s[’']\d\d\b){{0,13}}(?:(?:\s+[a-z]{{3,12}})?\s+{_KIND_IN_SMALL}(?:\s+20\d\d\b)?)?"
)
_PIECE = re.compile(r"\S+")
_SMALL_WORDS = frozenset(_SMALL[3:-1].split("|"))
_IS_ORDINAL = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Annual|Inaugural|\d+(?:st|nd|rd|th))\Z")
_YEAR = r"\(?[’']?(?:19|20)?\d\d\)?\W*\Z"
_IS_YEAR = re.compile(_YEAR)
_OPENS = re.compile(rf"{COINED}\Z|#?[A-Z]{{3,7}}\d{{0,2}}\Z")
_CLOSES = re.compile(rf"(?ai:{KIND}|{LOOSE_KIND})\W*\Z|{COINED}\Z|{_YEAR}")
"""A word with which a name may begin, and one with which it may end."""
_SEPARATOR = re.compile(r"\s*(?::|\s[–—|-]{1,2})\s+|\s*—\s*|\s+\((?=\D)|\s*[,@]\s+|[.!?](?<!\b[DMS][rt].)\s+(?=[A-Z])")
ANNOUNCED = re.compile(
    r"(?i)\W*(?:(?:[\w’']+\s+){0,1}?recap|events?|webinar|past event|recording|conference|workshop|meetup|online"
    r"|hackathon|seminar|round ?table)\s*:\s+"
)
_STOP = compiled(
    r"[.!?](?:(?<=\w\w.)|(?<=\s\d\.)(?=\s[A-Z]))(?<!\bSt.)(?<!\bDr.)(?<!\bMt.)(?<!\bvs.)\s"
    r"|\s(?:on|from|until)\s(?:the\s)?(?=(?:<DAY>|<MONTH>|\d\d?(?:st|nd|rd|th)?)(?!\S))"
)
OPENING = re.compile(
    r"(?:(?:The|A|An|At|In|On|This|Our|My|From|For|And|As|Last|After|During|Notes|Recap|Highlights|Live|Welcome"
    r"|Attending|Announcing|Introducing|Join|Why|How|What|When|Where|While|Reflections|Thoughts|Report|Post|To|Since"
    r"|Thanks|Today|Yesterday|Recently|Tonight|It|I|We|You|Here|There|If|With|Before|Every|Each|Speaking|Some|First"
    r"|Day|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:[’']s)?\s+)+(?:(?:of|from|on|to|the|at|with"
    r"|for|and|in)\s+)*"
)
HEAD = re.compile(
    rf"(?i)\W*(?:(?:[\w’']+\s+){{0,2}}?(?:{alternatives(POSTS)}|news|note|minutes|live[- ]?blog|dispatch(?:es)?"
    r"|tales|postcards?|memories|experiences|musings)\s*(?:of|from|on|at|:|–|—|-)\s+"
    r"|(?:event|events|news|webinar|blog|recording|video|past event|conference|workshop|meetup|talk|presentation"
    r"|slides|online|in review)\s*:\s+|(?:attending|visiting|(?:just )?(?:back|live|home|[a-z]+s) from"
    r"|post|(?:(?:my|a|our) )?trip to|welcome to|what (?:i|we) (?:learn(?:ed|t)|heard|saw|took away) (?:at|from)"
    r"|a (?:day|week|weekend) at|live[- ]?blogging"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day at|week \d+\s*:|(?:day )?\d+ (?:of|at)"
    r"|(?:an? )?(?:story|tale) (?:of|about)|\d+\S{0,3} [ée]dition (?:de la|des|de|du|d[’'])"
    r"|(?:[\w’'.-]+\s+){1,3}(?:(?:go(?:es|ing)?|went|travels?|heads?|back|out|speaks?|spoke)\s+(?:to|at|from)"
    r"|attend(?:s|ed)?|visit(?:s|ed)?|host(?:s|ed)|sponsors?|organi[sz](?:es|ed)|h[eo]lds?|joins?|presents?|launches)"
    r"|how (?:i|we) survived|(?:[\w’']+\s+){0,2}guide to|retour sur"
    r"|das war (?:das|die|der)|(?:my|our)(?!\s+(?:very\s+)?first)|on"
    r"|[a-z]+ing (?:[a-z]+ )?(?:on|at|to|from|for|about|of)"
    r"|(?:compte[- ]?rendu|cr[oó]nica|resumen|recap|resumo|verslag) (?:de la|del|des|de|du|do|da|van)"
    r"|(?:r[üu]ckblick|nachlese|bericht)(?: auf| vo[mn]|:)?)\s+)"
    r"(?:(?:the|my|our|first|second|third|la|le|les|el|los|las|die|der|das|dem|soirée)\s+)*"
)
TAIL = re.compile(
    r"(?i)\s*(?:[:|–—-]\s*)?(?<!\w)(?:(?:a|an|and|&|event|the|my|our|some|conference|talks?|session|links?|quick|live"
    rf"|trip|webinar|in)\s+)*(?:{alternatives(POSTS)}|links|trip report"
    r"|(?:[-–—|,]\s*)?(?:day|part)\s+(?:\d|one|two|three|four)"
    r"|(?:first|second|third|last|final)\s+(?:day|morning|afternoon))\W*$"
)
_VERB = re.compile(
    r"(?i)(?<=\w)[’'!?]?\s+(?:was|were|is|are|has|had|provid|bring|brought|kick|wrap|return|dr[ae]w|gather|took|takes|explor"
    r"|tackl|featur|highlight|showcas|celebrat|com(?:es|ing)|came|goes|went|discuss|examin|focus|end|began|begins|start"
    r"|conclud|attract|surpass|inspir|unit|connect)(?:e?d|e?s)?\s+\w"
)
"""A verb that a title says of an event: `TramConf Was a Success`."""
DAY = (
    r"(?:20\d\d[-/.]\d\d[-/.]\d\d|\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d"
    r"|\d{1,2}-<MONTH>-(?:20)?\d\d|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?<MONTH>(?:,?\s+20\d\d)?|<MONTH>\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+20\d\d)?)"
)
"""A day as titles have it."""
_FIRST_DAY = re.compile(expanded(rf"\W*(?:<DAY>,?\s+)?{DAY}(?:\s*[:|–—-]+)?\s+"))
_LAST_DAY = re.compile(expanded(rf"(?:\s*[:|–—,(-]\s*|\s+)(?:(?:on|du|vom|am|del|of|<DAY>),?\s+)*{DAY}\W*$"))
_NO_NAME = re.compile(r"://|<[?%!]|^(?:this|that|these|those|our|my|your|every|each|any|another|some)\b")
_LAST_PLACE = re.compile(r"(?<=20\d\d)\s+in\s+[A-Z][\w-]+(?:,?\s+[A-Z][\w-]+)*$")
_QUOTED = re.compile(r"[“\"‘]((?:[a-z]{1,3})?[A-Z][^“”\"\n]{4,90}?)[”\"’](?!\w)")
_THERE = re.compile(r"(?:[A-Z]\w+,?\s+){1,3}for\s+(?:the\s+)?(?=\S)")
"""A place for which somebody left, and what for: `to Porto for TramConf`."""
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]his)\s+")
_TAG = re.compile(r"[^\s,\[\]\"'][^,\[\]\"']+[^\s,\[\]\"']")
_BODY_BLOCKS = 8
_LONGEST = 16
_LONGEST_NAME = 400
_LONGEST_TITLE = 120
_LONGEST_LINK = 70


class Place(NamedTuple):
    """A range that may be a name.

    Attributes:
        block, start, end: the range.
        role: what the block is: `title`, `summary`, `tags`, `heading`, or `text`.
        order: how many blocks stand above it.
        part: of a title, which part it is: `whole`; `announced`, `peeled`, or `rest` if it has parts, for what is left
            without words that tell of the post; `first`, `middle`, `last`, or empty for less.
    """

    block: Block
    start: int
    end: int
    role: str
    order: int
    part: str = ""

    @property
    def text(self) -> str:
        """The words, on one line."""
        return " ".join(self.block.text[self.start : self.end].split())


def places(view: View) -> Iterator[Place]:
    """Every range that may be the event's name, in the order of the source."""
    for block, role, order in sources(view):
        if role == "title":
            yield from _of_title(block, order)
        if role == "tags":
            for match in _TAG.finditer(block.text):
                yield Place(block, *match.span(), role, order)
            continue
        for start, end in _spans(block):
            yield Place(block, start, end, role, order)


def sources(view: View) -> Iterator[tuple[Block, str, int]]:
    """The blocks in which a name is looked for."""
    for key, block in view.header.items():
        role = "title" if key == "title" else "tags" if key in TAGS else "summary"
        yield block, role, 0
    titled, headed = "title" in view.header, bool(view.headings)
    order = 0
    for block in view.told:
        if not block.text.strip():
            continue
        order += 1
        if order > _BODY_BLOCKS:
            return
        is_title = not titled and (
            (block.kind == "heading" and (order == 1 or (block.level == 1 and order < 6)))
            or (order == 1 and not headed and len(block.text) < _LONGEST_TITLE)
        )
        yield block, "title" if is_title else "heading" if block.kind == "heading" else "text", order


def _of_title(block: Block, order: int) -> Iterator[Place]:
    """A title whole, without what it tells of the post, and part by part."""
    text = block.text
    whole = (len(text) - len(text.lstrip()), len(text.rstrip()))
    yield Place(block, *whole, "title", order, "whole")
    peeled, announced = _peeled(text, *whole), ANNOUNCED.match(text)
    if peeled != whole:
        part = "announced" if announced else "rest" if _SEPARATOR.search(text, *peeled) else "peeled"
        yield Place(block, *peeled, "title", order, part)
    begin = announced.end() if announced else 0
    if (verb := _VERB.search(text, peeled[0], peeled[1])) and not announced:
        yield Place(block, *bare(text, peeled[0], verb.start()), "title", order, "peeled")
    cuts = [*_SEPARATOR.finditer(text, begin)]
    starts, ends = [begin, *(one.end() for one in cuts)], [*(one.start() for one in cuts), len(text)]
    last = len(cuts)
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if last and start < end:
            name = "first" if number == 0 else "last" if number == last else "middle"
            yield Place(block, *_peeled(text, *bare(text, start, end)), "title", order, name)


def _peeled(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without what tells that a post is a recap."""
    while head := HEAD.match(text, start, end):
        start = head.end()
    if day := _FIRST_DAY.match(text, start, end):
        start = day.end()
    while (tail := _left_at_end(text, start, end)) and tail.start() > start:
        end = tail.start()
    return bare(text, start, end)


def _left_at_end(text: str, start: int, end: int) -> re.Match[str] | None:
    return TAIL.search(text, start, end) or _LAST_DAY.search(text, start, end) or _LAST_PLACE.search(text, start, end)


def _spans(block: Block) -> Iterator[tuple[int, int]]:
    """Ranges of words with capitals, from and up to where a name may begin and end."""
    text = block.text
    for run in _RUN.finditer(text):
        start, end = run.span()
        if run[0].isalnum():
            if run[0].lower() not in _SMALL_WORDS:
                yield start, end
            continue
        while start < end:
            if (there := _THERE.match(text, start, end)) and text.endswith(("in ", "to "), 0, start):
                start = there.end()
            stop = _STOP.search(text, start, end)
            yield from _within(text, start, stop.start() if stop else end)
            start = stop.end() if stop else end
    for match in _QUOTED.finditer(text):
        yield match.span(1)
    for start, end in (*(link[:2] for link in block.links), *block.strong, *block.emphasis):
        if start < end < start + _LONGEST_LINK:
            article = _ARTICLE.match(text, start, end)
            yield bare(text, article.end() if article else start, end)


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if opening := OPENING.match(text, start, end):
        start = min(opening.end(), end)
    if day := _FIRST_DAY.match(text, start, end):
        start = day.end()
    words = [(one.start(), one.end(), one[0]) for one in _PIECE.finditer(text, start, end)]
    last = len(words) - 1
    large = [number for number, (_, _, word) in enumerate(words) if word.lower() not in _SMALL_WORDS]
    starts = [number for number in large if not number or _begins(words[number - 1][2], words[number][2])]
    ends = [number for number in large if number == last or _ends(words[number][2], words[number + 1][2])]
    for first in starts:
        for until in ends:
            start, end = words[first][0], words[until][1]
            if first <= until < first + _LONGEST and not _goes_on(text, start, end):
                yield bare(text, start, end)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a range is what any event could be called, and what it is about follows."""
    generic = _GENERIC.match(text, start, end + _NEXT)
    return generic is not None and generic.end("kind") == end


_GENERIC = re.compile(
    expanded(
        rf"(?:(?:\d+(?:st|nd|rd|th)|(?i:first|second|third|annual|biannual|international|national|european|world|regional|global"
        rf"|joint|ieee|acm)|20\d\d)\s+){{0,4}}(?P<kind>(?i:{KIND}|{LOOSE_KIND}))\s+(?:on|of|for)\s+(?:the\s+)?(?!<MONTH>|<DAY>)[A-Z]"
    )
)
"""What begins a name that says after `on` what it is about: `International Conference on Trams`."""
_NEXT = 10
"""How far behind a name that may be seen."""


def _begins(before: str, word: str) -> bool:
    """Whether a name may begin with a word, inside words with capitals."""
    if before.lower() in _SMALL_WORDS or before.endswith(("’s", "'s")):
        return True
    if _IS_ORDINAL.match(before):
        return not _IS_ORDINAL.match(word)
    return bool(_IS_YEAR.match(before) or _OPENS.match(word))


def _ends(word: str, after: str) -> bool:
    """Whether a name may end with a word, inside words with capitals."""
    if after.lower() in _SMALL_WORDS or word[-1] in ",:;":
        return True
    return _CLOSES.match(word) is not None


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space and marks around it, and without a last possessive."""
    start, end = without_marks(text, start, end, " \n\"“”‘’':,–—-*_(", " \n\"“”‘’':,–—-*_.;")
    if end - start > 1 and text[end - 1] == "!" and text[end - 2].isdigit():
        end -= 1
    if end > start and text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    if start < (opening := text.rfind("(", start, end)) and ")" not in text[opening:end]:
        return bare(text, start, opening)
    return start, end - 2 if text[start:end].endswith(("’s", "'s")) else end


def is_coined(text: str) -> bool:
    """Whether a word of a text is coined as events are: `TramConf`, `DevOpsDays`."""
    return bool(_may_be_coined(text) and _coined(text))


_may_be_coined = re.compile(r"[CcDdFfHhMmSs](?:on|amp|est|ay|ummit|ack|eetup)").search
_coined = re.compile(rf"(?:^|\s){COINED}").search


def is_possible(text: str) -> bool:
    """Whether words can be a name at all: no date, not one letter, and no word without end."""
    return (
        2 < len(text) < _LONGEST_NAME
        and not _NO_NAME.search(text)
        and not is_dated(text)
        and len(text.split()) <= _LONGEST
    )
