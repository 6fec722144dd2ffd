"""Organizers: who may have organized an event, and what speaks for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.event.days import is_dated
from eventnotes.draft.event.hosting import BY, FORMS, HEADING, OWNERS, PLAIN, SUBJECTS
from eventnotes.draft.event.parties import EVENT, GROUPS, INNER, OWN, PARTY, TITLED, is_person, masked
from eventnotes.draft.event.phrases import GATHERINGS, ITEM, JOINT, ONE
from eventnotes.draft.forms import Form, any_of, compiled
from eventnotes.draft.lexicon import COUNTRIES, ROLE_NOUNS
from eventnotes.draft.reading.header import entries
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.weights import ORGANIZER, sureness

__all__ = ["FORMS", "candidates", "recognise"]
_KEYS = frozenset(
    f"{event}{one}{several}"
    for event in ("", "event_")
    for one in ("host", "organizer", "organiser")
    for several in ("", "s")
) | {"organized_by", "organised_by", "hosted_by"}
_ONE = re.compile(ONE)
_ITEM = re.compile(rf"{ITEM}(?:{JOINT}(?={ONE})|,?\Z)")
_GATHERING = (
    rf"\b(?:{GATHERINGS}|(?i:series|weeks?|days?|evenings?|nights?|calls?|trainings?|celebrations?|lectures?|roadshows?|editions?"
    r"|participants|attendees|guests|visitors|meets?(?=\s+(?:on|at|in)\b)|briefings?|competitions?|contests?|dialogues?|salons?|showcases?|consultations?))\b"
)
_THING = re.compile(
    r"(?P<aside>\b(?i:dinner|lunch|(?:after-?)?party|reception|drinks|tours?|happy hour"
    rf"|(?:another|similar|related|previous|earlier)\s+(?:[\w-]+\s+)?{_GATHERING})\b)"
    r"|(?P<part>\b(?i:panels?|sessions?|talks?|discussions?|keynotes?|presentations?|debates?)\b)"
    rf"|(?P<this>\b(?:[Tt]his|[Tt]he|[Oo]ur)\s+(?:[\w-]+\s+){{0,2}}?{_GATHERING}|[{TITLED}{OWN}])"
    rf"|(?P<other>{EVENT})|(?P<gathering>{_GATHERING})|(?P<it>\b(?:[Ii]t|[Tt]his|which|us)\b)"
)
_IT = compiled(r"\b(?:[Ii]t|[Tt]his|[Ww]e|which|that)\s+(?:is|was|were|are|has been|had been)\s+(?:\w+ly\s+)?\Z")
_OPENING = compiled(r"(?:In|At|During|On|As|After|With|Within|Under|Following|For|From|To)\s[^,.;:]{1,80},\s")
"""What stands before who did it, and may end in another name: `In the week of Kumo, Tram Lab held …`."""
_BEGUN = compiled(r"(?:[\w-]+ed|Run|Put (?:on|together))\s+(?:[a-z]+\s+){0,2}?by\b")
_OPENED = compiled(r"[^.!?]{0,80}?,\s+(?:it|we)\b")
"""What goes on after `Hosted by Kumo`."""
_OF_ANOTHER = re.compile(
    rf"(?:\b(?:of|as|at|by|in|for|from|with|to|on|near|between|via)\s+(?:the\s+|an?\s+)?|[{INNER}]\s)\Z"
)
"""What makes a name another's: `at Volta Grid`, `the son of Kumo`."""
_AT_EVENT = re.compile(rf"\b(?:at|during)\s+(?:the|this)\s+(?:\w+\s+)?{_GATHERING}")
"""What tells that something else was a part of the event: `Kumo held a workshop at the conference`."""
_AT = re.compile(r"\b(?:at|during)\s(?:the\s)?\Z")
_OF_GROUP = compiled(
    r"\b(?i:members|friends|folks|people|team|colleagues|guys|volunteers|students|staff|we)\s+(?:over\s+)?"
    r"(?:of|at|from)\s+(?:the\s+)?\Z"
)
"""What does not: `the people at Volta Grid`."""
_OWNED = re.compile(rf"\s+(?:the\s+)?[{PARTY}{TITLED}{OWN}{EVENT}][{INNER}]*+[’']s?\s")
"""What follows if somebody only gave room to another's event: `Kumo hosted Volta’s conference`."""
_OF_A_GROUP = frozenset(["met", "group-event"])
"""Forms that tell of anybody, so that the name has to be a group's."""
_LOOSE = frozenset(["holds"])
"""Forms that tell of anything, so that it has to be a gathering."""
_GATHERED_WHOM = ("together", "gathered", "welcomed")
"""What an event does, as well as who organized it."""
_MEMBERS = " members "
_OF_GROUPS = frozenset(["event-by", "meeting-of"])
"""Forms that hardly tell of a person."""
_HABITS = (" hosts", " holds", " runs")
"""What somebody does again and again; a part of an event is none then: `hosts a question session`."""
_NOBODY = frozenset(["women", "men", "world", "children", "people", "stakeholders", "users"])
"""What a gathering is named after without being its host's, as are names that end in what somebody is."""
_PERSONS = frozenset(["women", "men", "children", "ladies", "girls"])
_GATHERED = re.compile(_GATHERING)
_GROUP = re.compile(rf"(?i)\b(?:{'|'.join(sorted(GROUPS))})\b")
_GROUP_OF = re.compile(rf"{_GROUP.pattern}\s(?:of|for)\s")
_REACH, _NEAR = 100, 60
_MANY_BLOCKS = 16
_EDGE = 4
_PLAINLY = frozenset(["told"])
_TABLES = {"by": BY, "subject": SUBJECTS, "owner": OWNERS, "told": PLAIN}
_TABLE_OF = {form.name: table for table, forms in _TABLES.items() for form in forms}
_EARLY, _LATE = (*BY, *SUBJECTS, *OWNERS, *PLAIN), (*BY, *PLAIN)
_early, _late = (re.compile(any_of({need for one in forms for need in one.needs})).search for forms in (_EARLY, _LATE))
"""What every block and sentence holds in which any of these forms stands."""


@cache
def _needing(words: str) -> frozenset[Form]:
    """The forms that need words which begin so."""
    return frozenset(one for one in _EARLY if any(need.startswith(words) for need in one.needs))


class Candidate(NamedTuple):
    """Who may have organized an event: the words, the form that tells it, and what speaks for and against it."""

    words: Words
    form: str
    cues: frozenset[str]


class _Told(NamedTuple):
    """Where a form tells of somebody in a sentence with names masked, and what it is that they organized.

    Attributes:
        form, table: the form's name, and what its table tells: `by`, `subject`, `owner`, or `told`.
        thing: `this`, a `gathering`, a `part` of one, something `aside` of it, `it`, or empty.
    """

    form: str
    table: str
    match: re.Match[str]
    thing: str


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """Who organized the event, as a source tells it."""
    for words, form, cues in candidates(mentions):
        yield Claim("organizer", words, "event", form, round(sureness(cues, ORGANIZER), 3))


def candidates(mentions: Mentions) -> Iterator[Candidate]:
    """All who may have, in the order of the source."""
    view = mentions.view
    for block in entries(view.text, view.body, _KEYS):
        yield Candidate(Words(block, 0, len(block.text)), "header", _PLAINLY)
    for heading in view.headings:
        if HEADING.regex.match(heading.text):
            yield from _below(mentions, heading)
    for block in (*view.header.values(), *view.blocks):
        if block.kind not in ("code", "rule", "cell") and not block.tag:
            yield from _named(mentions, block)


def _below(mentions: Mentions, heading: Block) -> Iterator[Candidate]:
    """Those of the list below a heading that tells of organizers."""
    for block in mentions.view.section(heading):
        if block.kind == "item" and (one := _ONE.match(masked(mentions, block, 0, len(block.text)))):
            yield Candidate(Words(block, *one.span()), HEADING.name, _PLAINLY)


def _named(mentions: Mentions, block: Block) -> Iterator[Candidate]:
    """Those that sentences tell of, each by the form that speaks loudest for it."""
    forms, may_tell = (_EARLY, _early) if block.number < _MANY_BLOCKS else (_LATE, _late)
    for place in block.sentences:
        if first := may_tell(block.text, *place):
            likely = {*_likely(block.text, first.start(), place[1])}
            best: dict[int, Candidate] = {}
            for one in _in_sentence(mentions, block, place, [one for one in forms if one in likely]):
                best[one.words.start] = max(best.get(one.words.start, one), one, key=_sure)
            yield from (best[start] for start in sorted(best))


def _likely(text: str, start: int, end: int) -> Iterator[Form]:
    """The forms of which a range has words that they need."""
    while match := _early(text, start, end):
        yield from _needing(match[0])
        start = match.start() + 1


def _in_sentence(
    mentions: Mentions, block: Block, place: tuple[int, int], forms: Iterable[Form]
) -> Iterator[Candidate]:
    inside = _EDGE <= block.number < len(mentions.view.blocks) - _EDGE
    for told in _told(mentions, block, place, forms):
        is_aside = inside and told.table != "told" and told.thing != "this"
        about = _PLAINLY | {"inside"} if is_aside else _PLAINLY
        several = [Words(block, place[0] + start, place[0] + end) for start, end in _several(told.match)]
        persons = {one for one in several if is_person(mentions, *one)}
        for words in several:
            is_bare = words in persons and len(persons) < len(several) and " " not in words.text
            if not (is_bare or _is_nobody(words.text)) and (told.form not in _OF_A_GROUP or _is_group(words, told)):
                odd = words in persons and _is_odd(told)
                yield Candidate(_in_full(mentions, words), told.form, about | {"person"} if odd else about)


def _is_group(words: Words, told: _Told) -> bool:
    return _GROUP.search(words.text) is not None or _MEMBERS in told.match[0]


def _in_full(mentions: Mentions, words: Words) -> Words:
    """Where a person who is named by a part of the name is named in full."""
    mention = mentions.at(words.block, words.start)
    if mention is None or mention.full or (mention.start, mention.end) != (words.start, words.end):
        return words
    first = mention.figure.mentions[0]
    return Words(first.block, first.start, first.end)


def _sure(one: Candidate) -> float:
    return sureness(one.cues, ORGANIZER)


def _is_odd(told: _Told) -> bool:
    """Whether a person is hardly who organized what a form tells of: she led a part of it."""
    is_plain = told.table == "told" or "rgani" in told.match[0]
    is_plain |= told.form == "organized-by" and (told.thing in ("this", "it") or not told.match[0].startswith("run"))
    is_else = told.thing not in ("this", "it", "other") and told.match[0].endswith(("nises", "nizes"))
    is_plain = is_plain and not is_else and told.thing != "part" and told.form not in _OF_GROUPS
    return not is_plain and not (told.form == "hosted-by" and told.thing in ("this", "other"))


def _told(mentions: Mentions, block: Block, place: tuple[int, int], forms: Iterable[Form]) -> Iterator[_Told]:
    """Where a sentence tells of somebody who organized an event."""
    text = block.text[slice(*place)]
    standing = [one for one in forms if one.may_stand(text)]
    if standing:
        mask = masked(mentions, block, *place)
        for form in standing:
            table = _TABLE_OF[form.name]
            opening = _OPENING.match(mask) if table == "subject" else None
            behind = form.regex.finditer(mask, opening.end()) if opening else ()
            for match in (*form.regex.finditer(mask), *behind):
                one = _Told(form.name, table, match, _thing(form.name, table, match))
                if not _is_other(one):
                    yield one


def _thing(form: str, table: str, match: re.Match[str]) -> str:
    sentence, start, end = match.string, match.start(), match.end()
    if table == "subject":
        found = _THING.search(sentence, end, end + (_NEAR if form in _LOOSE else _REACH))
        return "" if found and _AT.search(sentence, end, found.start()) else _kind(found)
    if table != "by":
        return ""
    if _IT.search(sentence, max(0, start - _REACH), start):
        return "this"
    above = [*_THING.finditer(sentence, max(0, start - 2 * _REACH), match.start("name"))]
    if above:
        return _kind(above[-1])
    below = _kind(_THING.search(sentence, end, end + _REACH))
    if below in ("this", "other", "gathering"):
        return below
    alone = start == 0 and len(sentence) < _REACH and not below  # a line that says nothing else
    return "this" if alone or (_BEGUN.match(sentence) and _OPENED.match(sentence, end)) else ""


def _kind(thing: re.Match[str] | None) -> str:
    return (
        next((one for one in ("aside", "part", "it", "this", "other", "gathering") if thing[one]), "") if thing else ""
    )


def _several(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The names that a form tells, without what is told of each."""
    start, end = match.span("name")
    while item := _ITEM.match(match.string, start, end):
        if one := _ONE.match(match.string, start):
            yield one.span()
        start = item.end()


def _is_other(told: _Told) -> bool:
    """Whether it is another thing that is organized, or a name is a part of a longer phrase."""
    form, table, match, thing = told
    if thing == "aside":
        return True
    if table != "subject":
        return table == "by" and not thing
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    return (
        (_OF_ANOTHER.search(before) is not None and " who " not in match[0] and not _OF_GROUP.search(before))
        or (thing == "part" and match[0].endswith(_HABITS))
        or (match["name"][0] in EVENT + OWN and match[0].endswith(_GATHERED_WHOM) and _MEMBERS not in match[0])
        or _OWNED.match(match.string, match.end()) is not None
        or (not thing and form in _LOOSE)
        or (
            thing in ("part", "gathering")
            and _AT_EVENT.search(match.string, match.end(), match.end() + _REACH) is not None
        )
    )


def _is_nobody(name: str) -> bool:
    low = name.lower()
    last = low.rpartition(" ")[2]
    are_persons = last in _PERSONS or not ROLE_NOUNS.isdisjoint((last, last.rstrip("s")))
    return (
        is_dated(name)
        or low in _NOBODY
        or low in COUNTRIES
        or _GATHERED.fullmatch(name) is not None
        or (are_persons and not _GROUP_OF.search(name))
    )
