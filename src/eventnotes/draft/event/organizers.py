"""Organizers: who may have organized an event, and what speaks for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.event.days import is_dated
from eventnotes.draft.event.hosting import (
    BY,
    FORMS,
    GATHERINGS,
    HEADING,
    HINTS,
    ITEM,
    JOINT,
    LABEL,
    OF_PERSONS,
    ONE,
    OWNERS,
    PLAIN,
    SUBJECTS,
)
from eventnotes.draft.event.parties import EVENT, INNER, is_person, masked
from eventnotes.draft.forms import Form, any_of
from eventnotes.draft.lexicon import ROLE_NOUNS
from eventnotes.draft.reading.header import entries
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.names import names
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.weights import ORGANIZER, sureness

__all__ = ["FORMS", "candidates", "recognise"]
_KEYS = frozenset(
    f"{event}{one}{several}"
    for event in ("", "event_")
    for one in ("host", "organizer", "organiser")
    for several in ("", "s")
) | {"organized_by", "organised_by", "hosted_by"}
_ENTRY = re.compile(r"[^,(\n–—:|]{2,60}?(?=\s*(?:[,(\n–—:|]|\s-\s|$))")
_ENUMERATION = re.compile(r",?\s+(?:and|&)\s+(?:the\s+)?|,\s+")
_ONE = re.compile(ONE)
_ITEM = re.compile(rf"{ITEM}(?:{JOINT}|\Z)")
_THING = re.compile(
    r"(?P<part>\b(?i:panels?|sessions?|talks?|discussions?|keynotes?|dinner|lunch|party|reception|drinks|tours?"
    r"|presentations?|debates?)\b)|(?P<gathering>(?P<this>\b(?:[Tt]his|[Tt]he|[Oo]ur)\s+(?:[\w-]+\s+){0,2}?)?"
    rf"(?:\b{GATHERINGS}\b|\b(?i:series|weeks?|days?|evenings?|nights?|calls?|trainings?|celebrations?|lectures?"
    rf"|roadshows?)\b|{EVENT}))|(?P<it>\b(?:[Ii]t|[Tt]his|which|us)\b)"
)
_ROOM = re.compile(r"\b(?:Hall|Room|Theat(?:re|er)|Auditorium|Stage|Hotel|Track|Building|Campus)\Z")
_BESIDE = re.compile(
    r"(?i)\b(?:pre-?conference|pre-?event|after-?part(?:y|ies)|dinner|drinks|reception|socials?|party|lunch|side event"
    r"|collaboration fest|birds of a feather|related (?:meeting|event|workshop))\b"
)
_OF_ANOTHER = re.compile(
    rf"(?:\b(?:of|at|by|in|for|from|with|to|on|near|between|via)\s+(?:the\s+)?|[{EVENT}{INNER}]\s)\Z"
)
"""What makes a name another's: `at Volta Grid`, `the son of Kumo`."""
_OF_GROUP = re.compile(
    r"\b(?i:members|friends|folks|people|team|colleagues|guys|volunteers|students|staff|we)\s+(?:over\s+)?"
    r"(?:of|at|from)\s+(?:the\s+)?\Z"
)
"""What does not: `the people at Volta Grid`."""
_LOOSE = frozenset(["holds", "who-organizes"])
"""Forms that tell of anything, so that it has to be a gathering."""
_HABITS = (" hosts", " holds", " runs")
"""What somebody does again and again; a part of an event is none then: `hosts a question session`."""
_NOBODY = ROLE_NOUNS | {"women", "men", "world", "children", "people"}
"""What a gathering is named after without being its host's."""
_SHORT_LINE = 100
_REACH = 90
_MANY_BLOCKS = 16
_EDGE = 4
_PLAINLY = frozenset(["told"])
_EARLY = (*BY, *SUBJECTS, *OWNERS, *PLAIN)
_LATE = (*BY, *PLAIN)
_may_tell = re.compile(any_of(HINTS)).search


class Candidate(NamedTuple):
    """Who may have organized an event: the words, the form that tells it, and what speaks for and against it."""

    words: Words
    form: str
    cues: frozenset[str]


class _Told(NamedTuple):
    """Where a form tells of somebody in a sentence in which names are masked."""

    form: Form
    match: re.Match[str]

    @property
    def sentence(self) -> str:
        """The sentence."""
        return self.match.string


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
    title = view.header.get("title")
    for block in [*([title] if title else []), *view.blocks]:
        if block.kind not in ("code", "rule", "cell") and not block.tag:
            yield from _listed(block)
            yield from _named(mentions, block)


def _listed(block: Block) -> Iterator[Candidate]:
    """Those of a line that lists them."""
    for match in LABEL.search(block.text):
        start, end = match.span("name")
        for cut in [*_ENUMERATION.finditer(block.text, start, end), None]:
            entry = _ENTRY.match(block.text, start, cut.start() if cut else end)
            if entry:
                yield Candidate(Words(block, start, entry.end()), LABEL.name, _PLAINLY)
            start = cut.end() if cut else end


def _below(mentions: Mentions, heading: Block) -> Iterator[Candidate]:
    """Those of the list below a heading that tells of organizers."""
    for block in mentions.view.section(heading):
        if block.kind == "item" and (entry := _ENTRY.match(block.text)):
            person = next(iter(names(entry[0])), None)
            end = person.end if person is not None and person.start == 0 else entry.end()
            yield Candidate(Words(block, 0, end), HEADING.name, _PLAINLY)


def _named(mentions: Mentions, block: Block) -> Iterator[Candidate]:
    """Those that sentences tell of, each by the form that speaks loudest for it."""
    forms = _EARLY if block.number < _MANY_BLOCKS else _LATE
    inside = _EDGE <= block.number < len(mentions.view.blocks) - _EDGE
    for begin, end in block.sentences if _may_tell(block.text) else ():
        best: dict[int, Candidate] = {}
        for told in _places(mentions, block, (begin, end), forms):
            about = {*_around(told), *(["inside"] if inside and told.form not in PLAIN else [])}
            for start, stop in _several(told.sentence, *told.match.span("name")):
                words = Words(block, begin + start, begin + stop)
                if not _is_other(told, words.text):
                    one = Candidate(
                        words, told.form.name, frozenset({*about, *_of_name(told, is_person(mentions, *words))})
                    )
                    best[start] = max(best.get(start, one), one, key=_sure)
        yield from (best[start] for start in sorted(best))


def _title(mentions: Mentions) -> str:
    title = mentions.view.header.get("title") or next(iter(mentions.view.headings), None)
    return title.text if title else ""


def _sure(one: Candidate) -> float:
    return sureness(one.cues, ORGANIZER)


def _places(mentions: Mentions, block: Block, place: tuple[int, int], forms: Iterable[Form]) -> Iterator[_Told]:
    text = block.text[slice(*place)]
    mask, title = "", _title(mentions)
    for form in forms if _may_tell(text) else ():
        if form.may_stand(text):
            mask = mask or masked(mentions, block, *place, title)
            yield from (_Told(form, match) for match in form.regex.finditer(mask))


def _several(mask: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list, without what is told of each."""
    while match := _ITEM.match(mask, start, end):
        if one := _ONE.match(mask, start):
            yield one.span()
        start = match.end()


def _is_other(told: _Told, name: str) -> bool:
    """Whether a name is none of somebody who did what a form tells: a day, a room, a part of a longer phrase."""
    if told.form in SUBJECTS:
        before = told.sentence[: told.match.start()]
        if _ROOM.search(name) or (_OF_ANOTHER.search(before) and not _OF_GROUP.search(before)):
            return True
        thing = _thing(told)
        return (thing == "part" and told.match[0].endswith(_HABITS)) or (not thing and told.form.name in _LOOSE)
    if told.form in OWNERS:
        return name.rpartition(" ")[2].lower() in _NOBODY
    return is_dated(name) or (told.form in BY and not _thing(told))


def _around(told: _Told) -> Iterator[str]:
    """What speaks for and against all that a form names in one place."""
    yield "told" if told.form in PLAIN else told.form.name
    if _BESIDE.search(told.sentence):
        yield "beside"


def _of_name(told: _Told, person: bool) -> Iterator[str]:
    """What speaks for and against one of them: whether it is a person, and what it is that was organized."""
    if person and told.form.name not in OF_PERSONS:
        yield "person"
    if told.form in SUBJECTS or told.form in BY:
        thing = _thing(told) or "nothing"
        yield "gathering" if thing == "part" and not person else thing


def _thing(told: _Told) -> str:
    """What it is that was organized: `this`, a `gathering`, a `part` of one, `it`, or nothing of the kind."""
    sentence, match = told.sentence, told.match
    if told.form in SUBJECTS:
        return _kind(_THING.search(sentence, match.end(), match.end() + _REACH))
    above = [*_THING.finditer(sentence, 0, match.start("name"))]
    if above:
        return _kind(above[-1])
    if match.start() == 0 and len(sentence) < _SHORT_LINE:
        return "this"  # a line that says nothing else
    below = _kind(_THING.search(sentence, match.end()))
    return below if below in ("this", "gathering") else ""


def _kind(thing: re.Match[str] | None) -> str:
    return next((one for one in ("part", "it", "this", "gathering") if thing[one]), "") if thing else ""
