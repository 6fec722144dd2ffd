"""Parties: the organizations, groups and persons that a block names, and its text with their names masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventnotes.draft.event.candidates import COINED, KIND
from eventnotes.draft.forms import expanded
from eventnotes.draft.lexicon import ORGANIZATION_WORDS, TOPIC_WORDS
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.names import is_given, names
from eventnotes.draft.reading.runs import Block

PARTY, EVENT, INNER = "\ue003", "\ue004", "\ue005"
"""What stands in place of a name in masked text: the first character of a party's and of an event's, and any other."""

_GROUP = r"(?:community|chapter|committee|group|club|society|collective|network|association)"
_NO_PARTY = (
    r"(?!(?:On|In|At|During|For|After|Before|Last|This|That|These|From|As|When|While|With|By|Since|Today|Yesterday|Most"
    r"|Our|My|We|I|It|They|He|She|You|And|But|So|If|Thanks|Thank|Special|Big|Many|Some|All|Each|Every|Here|There|Then"
    r"|Now|What|Who|How|Why|MC|Q&A|The|An?(?=\s[a-z])|Recently|Earlier|Together|Join(?:ed|tly)|Organi[sz](?:ed|ers?)"
    r"|Host(?:ed|s)|Led|Run|Next|Congratulations|Kudos|Hats|Shout|Cheers|Members|Under|Notes|Sponsored|Presented|Venue"
    r"|<DAY>|<MONTH>)\b|20\d\d|\d{1,2}(?:st|nd|rd|th)?\b)"
)
_WORD = (
    r"(?:(?:[A-Z]\.){2,}|[a-z]{1,6}[A-Z]\w+|(?!I\b)[A-Z0-9À-Þ]"
    r"(?:[\w&+/.@]|-(?!hosted|organi|run\b|led\b)|[’'](?!s?(?:\W|$)))*(?<![.'’]))"
)
"""A word of a name, without the possessive."""
_JOINED = r"[ \n]+(?:(?:of|for|and|&|de|du|des|la|on|in|the) +){0,2}"
_NAME = rf"{_WORD}(?:{_JOINED}{_WORD}){{0,8}}"
_RUN = re.compile(
    expanded(
        rf"(?<![\w@])(?:@\w+|{_NO_PARTY}{_NAME}(?:\s+\([A-Z][\w.& -]*\)(?:\s+{_NAME})?)?"
        rf"(?:(?:\s+(?!(?:and|with|her|his|our|by|at|for|user)\b)[a-z-]+){{0,3}}\s+{_GROUP}\b(?:\s+(?:at|of)\s+(?:the\s+)?{_NAME})?)?)"
    )
)
_AND = re.compile(r",?\s+(?:and|&)\s+(?:the\s+)?")
_IN = re.compile(
    r"\s+(?:in|on)\s(?![^,.]*(?:\(|\b(?:Group|Branch|Association|Society|Club|Chapter|Committee|Network|Taskforce)\b))"
)
_SHORT = re.compile(r"[A-Z0-9]{2,6}$|@\w+$|\w+\.\w+$|.*[a-z][A-Z]")
_GROUPS = ORGANIZATION_WORDS | {"libraries", "community", "chapter", "labs", "chapters", "groups"}
_EVENT = re.compile(rf"(?:.*\s)?(?:(?i:{KIND})|{COINED})(?:\s+\W?(?:20)?\d\d)?\W*\Z|.*\b20\d\d\Z")
_BEFORE_LINK = re.compile(r"\b(?:by|to|at|from|with|of)\s+(?:(?:the|our)\s+)?\Z")
_NO_NAME = re.compile(r"(?:an?|the|this|that|my|our|their|his|her|its|some|local|you|us|all|every\w+|here)\b")
_NOBODY = frozenset(["women", "men", "world", "children", "people", "thank", "thanks", "event"])
_LONGEST = 80
_FEW = 2


class Party(NamedTuple):
    """A name in a block's plain text: its range, and whether it is a person's, or is written like an event's."""

    start: int
    end: int
    person: bool
    event: bool


def parties(mentions: Mentions, block: Block) -> list[Party]:
    """The names in a block, in order."""
    text = block.text
    found = [Party(one.start, one.end, person=True, event=False) for one in mentions.of(block) if one.figure.known]
    for start, end in _marked(block):
        if not any(one.start < end and start < one.end for one in found):
            found.append(_party(text, start, end))
    found.sort()
    place, rest = 0, []
    for start, end in [*((one.start, one.end) for one in found), (len(text), len(text))]:
        for match in _RUN.finditer(text, place, start):
            rest += [_party(text, *one) for one in _parts(text, *match.span())]
        place = max(place, end)
    return sorted([*found, *rest])


def masked(text: str, found: list[Party]) -> str:
    """A text with the names masked; every other character stays in its place."""
    pieces, place = [], 0
    for one in found:
        if one.start >= place:
            pieces += [text[place : one.start], EVENT if one.event else PARTY, INNER * (one.end - one.start - 1)]
            place = one.end
    return "".join([*pieces, text[place:]])


def _marked(block: Block) -> Iterator[tuple[int, int]]:
    """Links and bold words that are one name."""
    for start, end in [*((one.start, one.end) for one in block.links), *block.strong]:
        start, end = _bare(block.text, start, end)
        words = block.text[start:end]
        if not 1 < len(words) < _LONGEST or "," in words or ":" in words or ". " in words or "\n" in words:
            continue
        large = sum(one[0].isupper() or one[0].isdigit() for one in words.split())
        if words[0].islower() and (len(words.split()) > _FEW or not large):
            if not _NO_NAME.match(words) and len(words.split()) <= _FEW and _BEFORE_LINK.search(block.text, 0, start):
                yield start, end
        elif large * 2 >= len(words.split()) and _RUN.match(words) and len(names(words)) < _FEW:
            yield start, end


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    if text[start:end].lower().startswith("the "):
        start += 4
    while start < end and text[start] in " \"“'‘(":
        start += 1
    while end > start and text[end - 1] in " .,!:;\"”'’)":
        end -= 1
    return start, end - 2 if text[start:end].endswith(("’s", "'s")) else end


def _party(text: str, start: int, end: int) -> Party:
    written = " ".join(text[start:end].split())
    return Party(start, end, is_given(written) or any(one.known for one in names(written)), bool(_EVENT.match(written)))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a run of capitals: an `and` is a name's own, unless both sides are whole or it ends a list."""
    if cut := _IN.search(text, start, end):
        end = cut.start()
    sides = [*_AND.finditer(text, start, end)]
    listed = text[:start].rstrip().endswith(",")
    if sides and (listed or len(sides) > 1 or _are_two(text[start:end], text[start : sides[0].start()], text[sides[0].end() : end])):
        for one in sides:
            yield start, one.start()
            start = one.end()
    yield start, end


def _are_two(both: str, one: str, two: str) -> bool:
    whole = [_is_whole(one), _is_whole(two)]
    many = " " in one, " " in two
    return all(whole) or (any(whole) and not any(many)) or (" and the " in both and all(many))


def _is_whole(name: str) -> bool:
    """Whether one side of an `and` is a name on its own: a person's, an organization's, an acronym, a handle."""
    words = re.sub(r"\s*\(.*?\)", "", name).split()
    last = words[-1].lower() if words else ""
    alone = len(words) == 1 and name.isalpha() and last not in TOPIC_WORDS
    return bool(names(name) or alone or _SHORT.match(name) or last in _GROUPS)
