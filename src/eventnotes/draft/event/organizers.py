"""Organizers: who may have organized an event, and what speaks for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.event.days import is_dated
from eventnotes.draft.event.hosting import FORMS as TELLING
from eventnotes.draft.event.hosting import GATHERINGS, HEADING, ITEM, JOINT, LABEL, ONE
from eventnotes.draft.event.parties import EVENT, PARTY, masked, parties
from eventnotes.draft.forms import Form
from eventnotes.draft.lexicon import ORGANIZATION_WORDS
from eventnotes.draft.reading.header import entries
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.names import is_given, names
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View
from eventnotes.draft.weights import ORGANIZER, sureness

FORMS = (*TELLING, LABEL, HEADING)
_ENTRY = re.compile(r"[^,(\n–—:|]{2,60}?(?=\s*(?:[,(\n–—:|]|\s-\s|$))")
_ENUMERATION = re.compile(r",?\s+(?:and|&)\s+(?:the\s+)?|,\s+")
_ONE = re.compile(ONE)
_ITEM = re.compile(rf"{ITEM}(?:{JOINT}|\Z)")
_OBJECT = re.compile(rf"[^.;!?\n]{{0,90}}?(?:\b{GATHERINGS}\b|{EVENT}|\b(?:series|talks?|weeks?|days?|evenings?|nights?|calls?|trainings?|celebrations?|lectures?|roadshows?)\b)")
_US = re.compile(r"\s+us\b")
_OF_EVENT = re.compile(rf"\b(?i:it|this|which|{GATHERINGS}|series|days?|evening|night|week)\b|{EVENT}")
_HABIT = re.compile(r"\s(?:hosts|holds|runs)\s[^.!?]*\b(?:sessions|talks|calls|discussions|conversations|trainings|lectures)\b|\b(?:[Ee]ach|[Ee]very) (?:month|week|year)")
_ROOM = re.compile(r"\b(?:Hall|Room|Theat(?:re|er)|Auditorium|Stage|Hotel|Track|Building|Cent(?:re|er)|Campus)\Z")
_OF_PART = re.compile(r"(?i)\b(?:panel|session|talk|discussion|keynote|dinner|lunch|party|reception|drinks|hangout)\b")
_BELONGS = re.compile(r"\b(?:of|at|by|in|for|from|with|to|on|near|between|via)\s+(?:the\s+)?\Z")
_OF_GROUP = re.compile(
    r"\b(?i:members|friends|folks|people|team|colleagues|guys|volunteers|students|staff|we)\s+(?:over\s+)?"
    r"(?:of|at|from)\s+(?:the\s+)?\Z"
)
_ORGANIZED = re.compile(r"organi[sz]|put together")
_WORD = re.compile(r"\w{3,}")
_KEYS = frozenset(
    f"{event}{one}{several}" for event in ("", "event_") for one in ("host", "organizer", "organiser") for several in ("", "s")
) | {"organized_by", "organised_by", "hosted_by"}
_MANY_BLOCKS = 16
_SUBJECTS = frozenset(["organizes", "hosts", "holds", "brought-together", "who-organizes"])
_LATE = frozenset(["organizers-named", "presented-event", "thanked", "thanked-host", "thanked-team", "thanked-crew", "made-by"])


class Candidate(NamedTuple):
    """Who may have organized an event: the words, the form that tells it, and what speaks for and against it."""

    words: Words
    form: str
    cues: set[str]


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """Who organized the event, as a source tells it."""
    for words, form, cues in candidates(mentions):
        yield Claim("organizer", words, "event", form, round(sureness(cues, ORGANIZER), 3))


def candidates(mentions: Mentions) -> Iterator[Candidate]:
    """All who may have, in the order of the source."""
    view = mentions.view
    for block in entries(view.text, view.body, _KEYS):
        yield Candidate(Words(block, 0, len(block.text)), "header", {"header"})
    for heading in view.headings:
        if HEADING.regex.match(heading.text):
            yield from _below(mentions, heading)
    title = view.header.get("title") or next(iter(view.headings), None)
    words = frozenset(_WORD.findall(title.text.lower())) if title else frozenset()
    blocks = [title, *view.blocks] if title is not None and title.kind == "header" else view.blocks
    for block in blocks:
        if block.kind not in ("code", "rule", "cell") and not block.tag:
            yield from _listed(block)
            yield from _told(mentions, block, words)


def _listed(block: Block) -> Iterator[Candidate]:
    """Those of a line that lists them."""
    for match in LABEL.search(block.text):
        start, end = match.span("name")
        for cut in [*_ENUMERATION.finditer(block.text, start, end), None]:
            entry = _ENTRY.match(block.text, start, cut.start() if cut else end)
            if entry:
                yield Candidate(Words(block, start, entry.end()), LABEL.name, {LABEL.name})
            start = cut.end() if cut else end


def _below(mentions: Mentions, heading: Block) -> Iterator[Candidate]:
    """Those of the list below a heading that tells of organizers."""
    for block in mentions.view.section(heading):
        if block.kind == "item" and (entry := _ENTRY.match(block.text)):
            person = next(iter(names(entry[0])), None)
            end = person.end if person is not None and person.start == 0 else entry.end()
            yield Candidate(Words(block, 0, end), HEADING.name, {HEADING.name})


def _told(mentions: Mentions, block: Block, title: frozenset[str]) -> Iterator[Candidate]:
    """Those that sentences tell of."""
    late = block.number >= _MANY_BLOCKS
    forms = [one for one in TELLING if one.may_stand(block.text) and (not late or one.name in _LATE)]
    if not forms or forms == [EVENT_OF]:
        return
    found = parties(mentions, block)
    if not found:
        return
    mask = masked(block.text, found)
    told: dict[tuple[int, int], Candidate] = {}
    for form in forms:
        for match in form.regex.finditer(mask):
            for start, end in _names_in(mask, *match.span("name")):
                one = next(party for party in found if party.start == start)
                if is_dated(block.text[start:end]):
                    continue
                cues = {form.name, *_cues(block, mask, match, form.name, (start, end), one, title)}
                known = told.get((start, end))
                if known is None or sureness(cues, ORGANIZER) > sureness(known.cues, ORGANIZER):
                    told[start, end] = Candidate(Words(block, start, end), form.name, cues)
    yield from (told[place] for place in sorted(told))


EVENT_OF = next(one for one in TELLING if one.name == "event-of")


def _names_in(mask, start, end):
    """The names of a list, without what they belong to."""
    while match := _ITEM.match(mask, start, end):
        one = _ONE.match(mask, start)
        yield one.span()
        start = match.end()
    

def _cues(block, mask, match, form, place, party, title):
    """What speaks for and against a name beside the form."""
    text = block.text
    start, end = place
    sentence = next(((one, two) for one, two in block.sentences if one <= match.start() < two), match.span())
    words = text[start:end]
    whole = mask[sentence[0] : sentence[1]]
    if party.person:
        yield "person"
        yield f"person-{form}"
    if party.event:
        yield "like-event"
    if _ROOM.search(words):
        yield "room"
    if words.split()[-1].lower() in ORGANIZATION_WORDS:
        yield "organization"
    if form in _SUBJECTS:
        if _US.match(mask, match.end()):
            yield "object-us"
        elif not _OBJECT.match(mask, match.end()):
            yield "no-object"
        elif EVENT in mask[match.end() : match.end() + 90]:
            yield "object-event"
        before = mask[max(0, start - 40) : start]
        if _BELONGS.search(before) and not _OF_GROUP.search(before):
            yield "belongs"
        if before[-1:] == " " and before[-2:-1] in ("\ue005", PARTY, EVENT):
            yield "belongs"
        if _HABIT.search(whole):
            yield "habit"
    elif not _OF_EVENT.search(whole):
        yield "no-event"
    if _OF_PART.search(whole):
        yield "of-part"
    others = [text[one.start : one.end].lower() for one in parties_of(block, mask, sentence, text)]
    if others:
        yield "same-event" if any(title & {*_WORD.findall(one)} for one in others) else "another-event"
    if title and {*_WORD.findall(words.lower())} <= title:
        yield "in-title"
    order = block.number
    yield "early" if order < 4 else "middle" if order < 12 else "late"
    if any(one.start <= start and end <= one.end for one in block.links):
        yield "linked"


def parties_of(block, mask, sentence, text):
    class R(NamedTuple):
        start: int
        end: int
    for m in re.finditer(f"{EVENT}\ue005*", mask[sentence[0]:sentence[1]]):
        yield R(sentence[0]+m.start(), sentence[0]+m.end())
