"""Event: its name, who organized it, and where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Kind, Words
from eventnotes.draft.event.days import is_dated
from eventnotes.draft.event.hosts import ANYWHERE, BELOW, HOSTING, LINKED, ORGANIZERS, TITLED
from eventnotes.draft.event.naming import ranked
from eventnotes.draft.event.thanks import THANKED
from eventnotes.draft.event.venues import VENUES
from eventnotes.draft.forms import Form, standing
from eventnotes.draft.lexicon import DAYS, MONTHS, ORGANIZATION_WORDS, TOPIC_WORDS
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.names import is_given, names
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View

FORMS = (*ORGANIZERS, *THANKED, TITLED, LINKED, BELOW, *VENUES)
_ENTRY = re.compile(r"[^,(\n–—:|]{2,60}?(?=\s*(?:[,(\n–—:|]|\s-\s|$))")
_ENUMERATION = re.compile(r",?\s+(?:and|&)\s+(?:the\s+)?|,\s+(?:from\s+[^,]{2,40},\s+and\s+)?")
_NOBODY = re.compile(
    r"(?i)(?:(?:we|they|he|she|it|you|who|this|that|people|there|i|women|men|next|world|children|the)"
    rf"|(?:(?:last|this|next)\s)?(?:{'|'.join([*DAYS, *MONTHS])}))\Z"
)
_OF_ORGANIZATIONS = frozenset(
    ["whose-event", "together-with", "brought-together", "presented-event", "organization-and-kind"]
)
"""Forms that say something else of a person."""
_SUBJECTS = frozenset(["organization-hosted", "brought-together", "who-organizes"])
"""Forms that begin with the name, so that it has to be looked at what stands before it."""
_ORGANIZED = re.compile(r"organi[sz]|put together")
_HABIT = re.compile(
    r"(?s)\s(?:hosts|holds|runs)\s.*\b(?:sessions?|talks?|calls?|discussions?|conversations?|trainings?|lectures?)\Z"
)
"""What an organization does again and again, and is no event of its own."""
_ROOM = re.compile(r"\b(?:Hall|Room|Theat(?:re|er)|Auditorium|Stage|Hotel|Track)\Z")
_OF_PART = re.compile(r"(?i)\b(?:panel|session|talk|discussion)\s+\Z")
"""What may be hosted by somebody who moderates it."""
_GOES_BEFORE = re.compile(
    r"(?:\b(?:of|at|by|in|for|from|with|to|on|and|or|near|between|via)|[’'])\s+(?:the\s+)?\Z"
    r"|(?<![.!?:;,]\s)(?<!^)\b(?!Yesterday|Today|Recently|Last|This|That|As|When|The|And|But|So|[WI]\b)"
    r"[A-Z][\w’'.-]*(?<![’']s)(?<![a-z]\.)\s+\Z"
)
"""What makes a name another's: `at Volta Grid`, `the son of Kumo`."""
_OF_GROUP = re.compile(
    r"\b(?i:members|friends|folks|people|team|colleagues|guys|volunteers|students|staff|we)\s+(?:over\s+)?"
    r"(?:of|at|from)\s+(?:the\s+)?\Z"
)
_OF_ANOTHER = re.compile(r"(?:[A-Z]\w*(?:Con|Conf|Camp|Fest|Days?|\d)|[A-Z]\w+\s[A-Z]\w+)\s+\Z")
"""What is organized by somebody whose office that is: `TramConf Porto co-organizer Ana Lima`."""
_NEAR = 60
_SHORT_LINE = 100
_KEY = re.compile(
    r"(?im)^[ \t]*(?:(?:event[_-])?(?:host|organi[sz]er)s?|(?:organi[sz]ed|hosted)[_-]by)[ \t]*[:=][ \t]*"
    r"(?:\[(?P<flow>[^\n\[\]{}]+)\]|(?P<quote>[\"']?)(?P<name>[^\n\[\]{}\"']{2,80}?)(?P=quote))?[ \t]*$"
    r"(?P<list>(?:\n[ \t]*-[ \t]+[^\n{}:]+$)*)"
)
_VALUE = re.compile(r"(?<![^\s,\[\"'-])[^\s,\"'-][^,\"'\n]*")
_OF_EVENT = re.compile(
    r"(?i)\b(?:it|this|which|events?|conference|summit|meet-?ups?|workshops?|hackathon|webinars?|seminars?|panel"
    r"|symposium|unconference|meetings?|gathering|roundtable|forum|festival|session|bootcamp|week|days?|evening|night"
    r"|celebration|retreat|training|series|roadshow|call)\b|[A-Z]\w*(?:con|conf|camp|days?|fest)\b"
)
_NEEDED = {
    "hosted-by": _OF_EVENT,
    "organized-by": _OF_EVENT,
    "together-with": re.compile(r"(?i)\b(?:co-?)?(?:host|organi[sz]|held|run\b|ran\b|event)"),
}
"""What the sentence of a form has to hold."""
_BESIDE = re.compile(
    r"(?i)\b(?:pre-?conference|pre-?event|after-?part(?:y|ies)|dinner|drinks|reception|socials?|party|lunch|side event"
    r"|collaboration fest|birds of a feather|related (?:meeting|event|workshop))\b"
)
_ON = re.compile(r"\s+on\s")
_IN = re.compile(
    r"\s+(?:in|on)\s(?![^,.]*(?:\(|\b(?:Group|Branch|Association|Society|Club|Chapter|Committee|Network)\b))"
)
_OWNER = re.compile(r"[Tt]he\s+|[\w.]+[’']s\s+(?=[A-Z]\w+\s)|[A-Z]\w+\s[A-Z]\w+[’']s\s+(?=[A-Z])")
_FROM = re.compile(r"\s+(?:of|from|at)\s|\s*\(")
_ACRONYM = re.compile(r"^[A-Z0-9]{2,6}$|^@\w+$|^\w+\.\w+$|[a-z][A-Z]")
_GROUPS = frozenset(["libraries", "community", "chapter", "lab", "labs", "coalition", "chapters", "groups"])
_MANY_BLOCKS = 16
_EARLY = (*ORGANIZERS, *THANKED, *VENUES)
_EARLY_BUT_HOSTING = tuple(one for one in _EARLY if one.name != "organization-hosted")
_LATE = tuple(one for one in (*ORGANIZERS, *THANKED) if one.name in ANYWHERE)
_WHOSE = tuple(one for one in ORGANIZERS if one.name == "whose-event")
_LATE_NEEDS = sorted({need for one in _LATE for need in one.needs})
"""What a block has to hold one of, for any of these to be worth looking for."""
_NO_NAME = re.compile(r"(?:an?|the|this|my|our|their|his|her|its|some|local)\b")
_FIRST_NAMES = 3


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """What a source says of its event."""
    for one in ranked(mentions)[:_FIRST_NAMES]:
        place = one.name.places[0]
        yield Claim("name", Words(*place[:3]), "event", one.cue, round(one.likelihood, 3))
    view = mentions.view
    for start, end in _in_header(view):
        block = Block("header", start, end)
        block.add_raw(view.text, start, end)
        yield Claim("organizer", Words(block, 0, len(block.text)), "event", "header", 0.9)
    yield from _titled(view)
    for heading in view.headings:
        if BELOW.regex.match(heading.text):
            yield from _below(mentions, heading)
    for block in view.blocks:
        if block.kind in ("code", "rule", "cell") or block.tag:
            continue
        for form, match in standing(_forms_of(block), block.text):
            yield from _found(block, form, match)
        yield from _linked(block)


def _in_header(view: View) -> Iterator[tuple[int, int]]:
    """Where front matter names hosts by a key of their own: one, or a list."""
    for match in _KEY.finditer(view.text, 0, view.body):
        if match["name"]:
            yield match.span("name")
        for group in ("flow", "list"):
            if match[group]:
                yield from (one.span() for one in _VALUE.finditer(view.text, *match.span(group)))


def _forms_of(block: Block) -> tuple[Form, ...]:
    """The forms that are worth looking for in a block."""
    if block.number >= _MANY_BLOCKS:
        for one in _LATE_NEEDS:
            if one in block.text:
                return _LATE
        return ()
    return _EARLY if HOSTING.search(block.text) else _EARLY_BUT_HOSTING


def _titled(view: View) -> Iterator[Claim]:
    """Who hosts by the title, or whose event it is."""
    title = view.header.get("title") or next(iter(view.headings), None)
    if title is not None:
        for form, match in standing((TITLED, *_WHOSE), title.text):
            yield from _found(title, form, match)


def _linked(block: Block) -> Iterator[Claim]:
    """Hosts that are a link and begin in small letters."""
    for link in block.links:
        words = block.text[link.start : link.end]
        if (
            words[:1].islower()
            and not _NO_NAME.match(words)
            and LINKED.regex.search(block.text, max(0, link.start - _SHORT_LINE), link.start)
        ):
            yield Claim("organizer", Words(block, link.start, link.end), "event", LINKED.name, LINKED.confidence)


def _below(mentions: Mentions, heading: Block) -> Iterator[Claim]:
    """Who stands in the list below a heading that tells of organizers."""
    for block in mentions.view.section(heading):
        if block.kind != "item" or not block.text:
            continue
        entry = _ENTRY.match(block.text)
        start, end = _owned(block.text, 0, entry.end() if entry else 0)
        if end - start > 1:
            yield Claim("organizer", Words(block, start, end), "event", BELOW.name, BELOW.confidence)


def _found(block: Block, form: Form, match: re.Match[str]) -> Iterator[Claim]:
    another = form.name == "organizers-named" and _OF_ANOTHER.search(block.text, 0, match.start())
    if another or not _tells_of_event(block, match, form.name):
        return
    if form.name in _SUBJECTS and _did_not(block.text, match):
        return
    for place in _listed(block, form, *match.span("name")):
        start, end = _owned(block.text, *place)
        written = block.text[start:end]
        if _is_person(written) and not _may_be_by_person(block, form, match):
            continue
        if len(written) > 1 and not is_dated(written) and not _NOBODY.match(written):
            kind: Kind = "venue" if form in VENUES else "organizer"
            yield Claim(kind, Words(block, start, end), "event", form.name, form.confidence)


def _did_not(text: str, match: re.Match[str]) -> bool:
    """Whether a name is not who did what follows: a room, or part of a longer phrase."""
    if _ROOM.search(match["name"]) or _HABIT.search(match[0]):
        return True
    before = text[max(0, match.start("name") - 40) : match.start("name")]
    return bool(_GOES_BEFORE.search(before)) and not _OF_GROUP.search(before)


def _is_person(written: str) -> bool:
    return is_given(written) or any(one.known and (one.start == 0 or one.end == len(written)) for one in names(written))


def _may_be_by_person(block: Block, form: Form, match: re.Match[str]) -> bool:
    """Whether a form tells of an organizer where the name is a person's."""
    if form.name == "organization-hosted":
        return bool(_ORGANIZED.search(block.text, match.end("name"), match.end()))
    if form.name == "hosted-by":
        return not _OF_PART.search(block.text, 0, match.start())
    return form.name not in _OF_ORGANIZATIONS


def _tells_of_event(block: Block, match: re.Match[str], form: str) -> bool:
    """Whether a sentence is of the event, rather than of what stands beside it or of another thing that is run."""
    start, end = next(((one, two) for one, two in block.sentences if one <= match.start() < two), match.span())
    if _BESIDE.search(block.text, start, end):
        return False
    if match.start() == start:
        if end - start < _SHORT_LINE and "," not in block.text[match.end() : end]:
            return True  # a line that says nothing else
        start, end = match.end(), min(end, match.end() + _NEAR)
    needed = _NEEDED.get(form)
    return needed is None or bool(needed.search(block.text, start, end))


def _listed(block: Block, form: Form, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The organizations in a list, or what stands before a place or a date."""
    if form.name == "venue-label":
        yield start, end
        return
    if form.name in ("organization-hosted", "brought-together", "host-thanks"):
        yield from _several(block, start, end)
    else:
        cut = (_ON if form.name == "held-at" else _IN).search(block.text, start, end)
        yield from _several(block, start, cut.start() if cut else end)


def _split(text: str, start: int, end: int, at: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in at.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _several(block: Block, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The organizations or persons in a list; an `and` in a name alone is the name's."""
    text = block.text
    both = re.split(r"\s+(?:and|&)\s+(?:the\s+)?", text[start:end])
    both_named = " and the " in text[start:end] and len(both) == 2 and all(" " in one for one in both)
    if any(link.start <= start and end <= link.end for link in block.links) and len(names(text[start:end])) < 2:
        yield start, end
        return
    linked = sum(1 for link in block.links if start <= link.start and link.end <= end) > 1
    whole = len(both) == 2 and (
        all(map(_is_whole, both)) or (any(map(_is_whole, both)) and not any(" " in one for one in both))
    )
    if "," in text[start:end] or linked or both_named or whole:
        yield from _split(text, start, end, _ENUMERATION)
    else:
        yield start, end


def _is_whole(name: str) -> bool:
    """Whether one side of an `and` is a name on its own: a person's, an organization's, an acronym, a handle."""
    words = re.sub(r"\s*\(.*?\)", "", name).split()
    last = words[-1].lower() if words else ""
    alone = len(words) == 1 and name.isalpha() and last not in TOPIC_WORDS
    return bool(names(name) or alone or _ACRONYM.search(name) or last in ORGANIZATION_WORDS | _GROUPS)


def _owned(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without its article, what it belongs to, and the marks around it."""
    while start < end and text[start] in " *_":
        start += 1
    if article := _OWNER.match(text, start, end):
        start = article.end()
    while end > start and text[end - 1] in " .,*_":
        end -= 1
    person = next(iter(names(text[start:end])), None)
    if person is not None and person.start == 0 and _FROM.match(text, start + person.end, end):
        end = start + person.end
    return start, end
