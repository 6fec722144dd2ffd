"""Parties: the organizations, groups, persons and events that a block names, masked in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from eventnotes.draft.event.candidates import KIND, is_coined
from eventnotes.draft.event.naming import ranked
from eventnotes.draft.forms import compiled, expanded
from eventnotes.draft.lexicon import ORGANIZATION_WORDS, ROLE_NOUNS, TOPIC_WORDS, alternatives
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.names import is_given, names
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View

PARTY, EVENT, INNER = "\x83", "\x84", "\x88"
"""What stands in place of a name in masked text: the first character of a party's and of an event's, and any other."""
TITLED, OWN = "\x86", "\x87"
"""What stands in place of the first character of a name that the title has: any, and an event's."""
_GROUP = r"(?:project|community|chapter|committee|group|club|society|collective|network|association)"
_OPENERS = alternatives(
    "On|In|At|During|For|After|Before|Last|This|That|These|From|As|When|While|With|By|Since|Today|Tonight|Yesterday|Most|Our|My|We"
    "|I|It|They|He|She|You|And|But|So|If|Thanks|Thank|Special|Big|Many|Some|All|Each|Every|Here|There|Then|Now|What|Who"
    "|How|Why|MC|Q&A|The|An?|Recently|Earlier|Together|Join(?:ed|tly)?|Host(?:ed|s)|Led|Run|Next|Kudos|Congratulations"
    "|Hats|Let|Shout(?:-?outs?)?|Props|Cheers|Members|Under|Notes|Sponsored|Presented|Venue|To|Both|Another|Other|One|Two|Three|First|Finally|Until|Once|Although|Because|Please"
    "|Convened|Produced|Arranged|Initiated|Chaired|Put|Organi[sz](?:iert|ad[oa]|ée?)"
)
"""What a sentence begins with, rather than a name."""
_NO_PARTY = (
    rf"(?!(?:{_OPENERS}|<DAY>|<MONTH>|(?:(?:Conference|Event|Workshop|Meetup|Lead|Main|Local) )?(?:Co-?)?"
    r"[Oo]r(?:gani[sz](?:ed|ers?)|dinators?))\b|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|%)?(?![\w-]))"
)
_DOMAIN = r"[a-z][\w-]+\.(?:ai|co|com|dev|io|net|org|us)\b(?![./@])"
"""A name in small letters that is a site's."""
_WORD = (
    r"(?:St\.(?= [A-Z])|(?:Inc|Ltd|Corp)\.(?=[\s,)])|(?!(?:Hosts?|Hosted|Holds|Organi[sz]es|Presents)\b)"
    r"(?:(?:[A-Z]\.){2,}|[a-z]{1,6}[A-Z]\w+|(?!I\b)\.?[A-Z0-9À-Þ]"
    r"(?:[\w&+/.@]|-(?!hosted|organi|run\b|led\b)|[’'](?!s?(?:\W|$)))*(?<![.'’])"
    r"(?:(?<=s)[’'](?= (?:Association|Club|Guild|Labs?|Society|Union)\b))?))"
)
"""A word of a name, without the possessive."""
_JOINED = r"[ \n]+(?:(?:of|for|and|&|de|di|do|da|del|der|du|des|für|la|voor|on|in|the) +){0,2}"
_NAME = rf"{_WORD}(?:{_JOINED}{_WORD}){{0,8}}"
_NOT_IN = r"(?!(?:and|with|her|his|our|by|at|for|an?|the|its|their|to|in|of|held|ran|who|which|is|was|has|[a-z]+ed)\b)"
_RUN = re.compile(
    expanded(
        rf"(?<![\w@/.-])(?:@\w+|{_DOMAIN}|{_NO_PARTY}{_NAME}"
        rf"(?:\s+\((?=[^()]*[A-Z][^()]*[A-Z])[A-Z][\w.& -]*\)(?:\s+{_NAME})?)?"
        rf"(?:(?:\s+{_NOT_IN}[a-z-]+){{0,3}}\s+{_GROUP}\b(?:\s+(?:at|of)\s+(?:the\s+)?{_NAME})?)?)"
    )
)
_SMALL_KIND = compiled(
    r"\b(?:university|college|institute|faculty|school|city|town|department|ministry|museum) of (?:the )?\Z"
)
"""What a name may begin with in small letters."""
_LONGEST_KIND = 24
_CAPITAL = re.compile(rf"[@A-Z0-9À-Þ]|(?<![\w@/.-]){_DOMAIN}")
_AND = re.compile(r",?\s+and\s+(?:the\s+)?")
_IN = re.compile(
    r"(?<!\bWomen)(?<!\bGirls)(?<!\bLadies)\s+(?:in|on)\s(?![^,.]*(?:\(|\b(?i:group|branch|association|society|club|chapter|committee|network|taskforce)\b))"
)
_SHORT = re.compile(r"[A-Z0-9]{2,6}$|@\w+$|\w+\.\w+$|.*[a-z][A-Z]")
GROUPS = ORGANIZATION_WORDS | {"libraries", "community", "chapter", "labs", "chapters", "groups"}
_EVENT = re.compile(rf"(?:^|\s)(?:{KIND}|events?|\w*hackathon)(?=\W|$)|\b20\d\d$")
_NO_EVENTS = ORGANIZATION_WORDS - {"forum", "roundtable"}
_BEFORE_LINK = compiled(r"\b(?:by|to|at|from|with|of)\s+(?:(?:the|our)\s+)?\Z")
_NO_NAME = re.compile(r"(?:an?|the|this|that|my|our|their|his|her|its|some|local|you|us|all|every\w+|here)\b")
_NOBODY = frozenset(["women", "men", "world", "children", "people", "thank", "thanks", "event"])
_LONGEST = 80
_STOP = re.compile(r"[,:\n]|\.\s")
_BEFORE = 12
_FEW = 2
_FIRM = compiled(r"\b(?:Inc|Ltd|Corp)\.\Z")


_IN_SMALL = re.compile(r"(?<!\w)[a-z]{4,}|-[a-z]")
_OWNER = re.compile(r".*\w[’']s\s+")
_OF_GROUP = re.compile(rf"\s+of\s+(?:the\s+)?(?=[A-Z])[^,]*\b(?i:{'|'.join(sorted(GROUPS))})\b.*")
_EDITION = re.compile(r"\W*(?:\b(?:No|Vol|Edition|edition)\b)?[\W\d]+\Z")
"""What a name ends in that tells which of several events it is: `#3`, `No. 3`, `2019`."""


def masked(mentions: Mentions, block: Block, begin: int, end: int) -> str:
    """A range of a block's text with the names in it masked; every other character stays in its place."""
    text, title = block.text, _title_of(mentions.view, block)
    event = _EDITION.sub("", _name_of(mentions)) if title else ""
    pieces, place = [], begin
    for start, stop in [*sorted(_sure(mentions, block, begin, end, event)), (end, end)]:
        for first, last in _runs(text, place, start):
            name = text[first:last]
            is_title = last + 1 >= start and stop > start and not ROLE_NOUNS.isdisjoint(name.lower().split())
            pieces += [text[place:first], name.lower() if is_title else _mask(name, title, event)]
            place = last
        if start >= place:
            pieces += [text[place:start], _mask(text[start:stop], title, event)]
            place = stop
    return "".join(pieces)


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in what is written with capitals."""
    place = start
    for capital in _CAPITAL.finditer(text, start, end):
        begin = capital.start()
        while begin > place and text[begin - 1].islower():
            begin -= 1
        if begin >= place and (run := _RUN.match(text, begin, end)):
            small = _SMALL_KIND.search(text, max(place, begin - _LONGEST_KIND), begin)
            yield from _parts(text, small.start() if small else begin, run.end())
            place = run.end()


def _title_of(view: View, block: Block) -> str:
    """The title, for any other block than itself."""
    title = view.header.get("title") or next(iter(view.headings), None)
    return title.text if title not in (None, block) else ""


def _name_of(mentions: Mentions) -> str:
    """The event's likeliest name, without whose it is: `Harbour Summit` of `Kumo's Harbour Summit`."""
    name = next((one.name for one in ranked(mentions)), None)
    if name is None or not (name.titled or name.marked or "kind-on" in name.cues):
        return ""
    own = _OF_GROUP.sub("", _OWNER.sub("", name.text))
    return "" if _IN_SMALL.search(own) else own


def is_person(mentions: Mentions, block: Block, start: int, end: int) -> bool:
    """Whether a name in a block is a person's."""
    mention = mentions.at(block, start)
    written = block.text[start:end]
    return (
        (mention is not None and mention.figure.known) or is_given(written) or any(one.known for one in names(written))
    )


def _mask(name: str, title: str, event: str) -> str:
    if not name:
        return ""
    may_be = name.rpartition(" ")[2].lower() not in _NO_EVENTS
    is_event = may_be and (is_coined(name) or _EVENT.search(name.lower()) is not None)
    first = OWN if name == event else (OWN if is_event else TITLED) if name in title else EVENT if is_event else PARTY
    return first + INNER * (len(name) - 1)


def _sure(mentions: Mentions, block: Block, begin: int, stop: int, event: str) -> Iterator[tuple[int, int]]:
    """Names whose range is told: persons, the event's, and links and bold words that are a name."""
    persons = [(one.start, one.end) for one in mentions.within(block, begin, stop) if one.figure.known]
    persons += _free(_standing(event, block.text, begin, stop), persons)
    yield from persons
    for place in [*((one.start, one.end) for one in block.links), *block.strong]:
        start, end = _bare(block.text, *place)
        if (
            begin <= start < end <= stop
            and _is_name(block.text, start, end)
            and not any(one < end and start < two for one, two in persons)
        ):
            yield start, end


def _standing(name: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a name of more than one word stands."""
    while " " in name and (place := text.find(name, start, end)) >= 0:
        start = place + len(name)
        yield place, start


def _free(ranges: Iterable[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges that overlap no other."""
    return [(start, end) for start, end in ranges if not any(one < end and start < two for one, two in taken)]


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether words that are marked are one name."""
    words = text[start:end]
    if not 1 < len(words) < _LONGEST or _STOP.search(words):
        return False
    several = words.split()
    if _RUN.match(words) and sum(not one[0].islower() for one in several) * 2 >= len(several):
        return len(names(words)) < _FEW
    return (
        len(several) <= _FEW
        and not _NO_NAME.match(words)
        and bool(_BEFORE_LINK.search(text, max(0, start - _BEFORE), start))
    )


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    if text[start:end].lower().startswith("the "):
        start += 4
    while start < end and text[start] in " \"“'‘(":
        start += 1
    while end > start and text[end - 1] in " .,!:;\"”'’)" and not _FIRM.search(text, start, end):
        end -= 1
    end += text[end : end + 1] == ")" and "(" in text[start:end]
    return start, end - 2 if text[start:end].endswith(("’s", "'s")) else end


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a run of capitals."""
    if cut := _IN.search(text, start, end):
        end = cut.start()
    office, of, _ = text[start:end].partition(" of ")
    if of and office.rpartition(" ")[2].lower() in ROLE_NOUNS:
        start += len(office) + len(of)
    sides = [*_AND.finditer(text, start, end)]
    sides = [one for one in sides if one[0].endswith("the ")] or sides
    if sides and (
        len(sides) > 1 or text[max(0, start - 4) : start].rstrip().endswith(",") or _are_two(text, start, end, sides[0])
    ):
        for one in sides:
            yield start, one.start()
            start = one.end()
    yield start, end


def _are_two(text: str, start: int, end: int, joint: re.Match[str]) -> bool:
    """Whether an `and` is no part of a name: both sides are whole, or one is, and the other one word."""
    both = text[start : joint.start()], text[joint.end() : end]
    whole, many = [_is_whole(one) for one in both], [" " in one for one in both]
    alike = all(many) and not {*both[0].split()}.isdisjoint(both[1].split())
    last = both[1].rpartition(" ")[2].lower()
    plain = all(many) and last not in GROUPS and not any(one.islower() for one in both[0].split())
    return (
        alike
        or plain
        or all(whole)
        or (any(whole) and not any(many))
        or (joint[0].endswith("the ") and (all(many) or any(whole)))
    )


def _is_whole(name: str) -> bool:
    """Whether one side of an `and` is a name on its own: a person's, an organization's, an acronym, a handle."""
    words = re.sub(r"\s*\(.*?\)", "", name).split()
    last = words[-1].lower() if words else ""
    alone = len(words) == 1 and name.isalpha() and last not in TOPIC_WORDS
    office, _, whose = " ".join(words).partition(" of ")
    is_office = bool(whose) and office.rpartition(" ")[2].lower() in GROUPS
    return bool(names(name) or alone or is_office or _SHORT.match(name) or last in GROUPS)
