"""Organizations: where somebody holds a title, or is from, in the tokens of one role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from eventnotes.draft.forms import any_of
from eventnotes.draft.lexicon import COUNTRIES, TOPIC_WORDS, WEAK_WORDS
from eventnotes.draft.people.tokens import CAPITAL, Token, is_acronym, is_named, range_of, stripped, tokens_of
from eventnotes.draft.places import STATES, TOWNS

_LONGEST_ORGANIZATION = 8
_SHORT_NAME = re.compile(r"\([A-Z0-9][\w&.-]{0,14}\)\Z")
"""What an organization is called for short."""
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NEAR = ("for", "in", "to", "on")
_SCHOOLS = frozenset(["university", "college", "school", "institute", "academy", "universidad", "campus"])
_OF_PEOPLE = frozenset(["women", "girls", "ladies", "youth", "blacks", "people", "students", "out", "kids"])
"""What, with `in` behind it, is no town: `Women in Trams`."""
_NO_ORGANIZATION = re.compile(
    r"(?i)(?:team\b|that[’']s\b|(?:me|us|myself)\Z"
    r"|remote|online|virtual|in person|pictured|speaker|moderator|presenter|host|chair|absent|photo"
    r"|independent|(?:among|and) others|etc\b|et al"
    r"|(?:left|right|cent(?:er|re)|middle|above|below)\b(?!\s+(?:for|of)\b)|slides|video|recording|text"
    r"|[\d\W]+\Z|\d+(?:st|nd|rd|th)\b|\d{4}\b|\d+\s?(?:min|hour|slide|year)\w*\Z|(?:day|part|room|session|track)\s\w\w?\Z"
    r"|(?:ph\.?d|m\.?d|mba|m\.?sc)\.?\Z"
    r"|(?:[\w’'.&-]+\s+){1,5}(?:barcamp|conf(?:erence)?|con|expo|festival|hackathon|meet-?up|summit|symposium"
    r"|webinar|workshop)(?:\s\d{4})?\Z)"
)
"""What is told of somebody though it is no organization: a part, a place in a picture, an event."""
PART_OF_SCHOOL = re.compile(
    r"(?i)[^,]*\b(?:cent(?:er|re)|college|department|dept|division|faculty|institute|lab|laboratory|library|school)\b"
    r"[^,]*,\s[^,]*\b(?:colleges?|universi\w+)\b"
)
"""A part of a university, and the university."""
_COUNTRY = (
    rf"(?:the\s)?(?:(?i:{'|'.join(sorted(COUNTRIES))})|Israel|USA?|UK|U\.[SK]\.(?:A\.)?|New Zealand"
    r"|South (?:Africa|Korea)|United (?:States|Kingdom)|Costa Rica|Hong Kong"
    r"|Sri Lanka|Czech Republic|Saudi Arabia)"
)
_PLACE = re.compile(
    rf"(?:(?:{any_of(TOWNS)}|{STATES})|[A-ZÀ-Þ][\w. ]{{2,30}}?(?=,\s(?:[A-Z]{{2}}\Z|{STATES}\Z)))"
    rf"(?:,\s(?:[A-Z]{{2}}|{STATES}|{_COUNTRY}))?\Z"
)
"""A town or a state that is all of a phrase: `Lisbon`, `Austin, TX`."""
_NOBODY = re.compile(
    r"(?:the\s)?(?:American|British|Canadian|Chinese|Danish|Dutch|English|European|Finnish|French|German|Indian|Irish|Italian"
    r"|Japanese|Norwegian|Polish|Portuguese|Scottish|Spanish|Swedish|Swiss|Welsh|[A-Z][a-z]+ians|[Aa]gency|[Aa]ssociation|[Bb]oard|[Cc]ity"
    r"|[Cc]ollege|[Cc]ompany|[Cc]ouncil|[Cc]ounty|[Dd]epartment|[Ff]oundation|[Gg]roup|[Ii]nstitute|[Ll]ab|[Mm]inistry|[Oo]ffice"
    r"|[Ss]chool|[Tt]eam|[Uu]niversity)\Z"
)
"""Words that name no organization alone: `the Foundation’s director`, `engineer at the Dutch railways`."""
_IN_COUNTRY = re.compile(rf"(?:\A|,)\s*{_COUNTRY}(?:\s*[/&,]\s*{_COUNTRY})*\s*\Z|(?<=\w),\s(?:{any_of(TOWNS)})\Z")
"""Countries behind a comma, or alone, or a town behind a comma."""
_PARTED = re.compile(r"(?P<title>[^,()\n–—-]{2,40}?)\s[–—-]\s(?P<organization>[A-Z][^()\n–—]{1,80})")
"""A title and an organization with a dash between them."""


class Role(NamedTuple):
    """A title and an organization, each as a range of a text; (0, 0) for none."""

    title: tuple[int, int]
    organization: tuple[int, int]


def before_country(text: str, start: int, end: int) -> int:
    """Where a range ends without the countries that end it, or are all of it: `Kumo, Norway`."""
    where = _IN_COUNTRY.search(text[start:end])
    return start + where.start() if where else end


def is_no_organization(text: str, start: int, end: int) -> bool:
    """Whether a range, told of somebody without a title, tells a part, a place or an event."""
    return any(one.match(text, start, end) for one in (_NO_ORGANIZATION, _PLACE, _NOBODY))


def employs(text: str, start: int, end: int, *, held: bool) -> bool:
    """Whether a range may be where somebody holds a title; a place only if it is held of it: `mayor of Porto`."""
    return not _NOBODY.match(text, start, end) and (held or not _PLACE.match(text, start, end))


def parted(text: str, role: Role) -> Role:
    """A role of which only a dash tells where the title ends, as no list has it: `SRE - Kumo`."""
    match = _PARTED.fullmatch(text, *role.organization) if role.title == (0, 0) else None
    return Role(match.span("title"), match.span("organization")) if match else role


def each_of(text: str, role: Role) -> list[Role]:
    """A role at two organizations as two: `CTO of Kumo Labs and MIT`."""
    tokens = tokens_of(text, *role.organization)
    for place, one in enumerate(tokens):
        before, after = tokens[:place], tokens[place + 1 :]
        if (one.word == "/" or (one.kind == "and" and _is_complete(before))) and _is_other(after):
            return [Role(role.title, range_of(text, stripped(several))) for several in (before, after)]
    return [role]


def _is_complete(tokens: Sequence[Token]) -> bool:
    """Whether tokens are a whole name of an organization, and not the half of one: `Kumo Labs`, `MIT`, `KU Porto`."""
    if any(one.kind in ("comma", "dash", "at") for one in tokens):
        return False
    of = next((place for place, one in enumerate(tokens) if one.kind == "of"), 0)
    if of:
        return tokens[of - 1].word.lower() in _SCHOOLS and all(one.kind == "cap" for one in tokens[of + 1 :])
    strong = any(one.kind == "org" and one.word.lower() not in WEAK_WORDS for one in tokens[1:])
    return strong or (bool(tokens) and all(one.kind == "cap" and is_acronym(one.word) for one in tokens))


def _is_other(tokens: Sequence[Token]) -> bool:
    """Whether tokens are an organization of their own, and no second half of a name."""
    words = stripped(tokens)
    own = bool(words) and words[0].kind in ("cap", "org") and words[0].word.lower() not in COUNTRIES
    return own and not any(one.kind in ("comma", "dash", "at", "low", "and", "role") for one in words)


def organization_of(text: str, piece: Sequence[Token], *, strict: bool) -> Role | None:
    """A phrase without a title: an organization, if it is written as one."""
    piece = _named(stripped(piece), strict=strict)
    if not piece or (piece[0].kind in ("low", "field", "of") and strict):
        return None
    start, end = range_of(text, piece)
    words = [one for one in piece if one.kind != "bracket"]
    named = (
        is_named(piece) or is_acronym(text[start:end]) or (piece[-1] not in words and piece[-1].word[1:-1].isupper())
    )
    if not named and (strict or len(words) > _LONGEST_ORGANIZATION or any(one.kind == "comma" for one in words)):
        return None
    if all(one.word.lower() in COUNTRIES for one in words) or any(one.kind == "low" for one in words):
        return None
    return Role((0, 0), (start, end)) if CAPITAL.match(text[start:end]) and end - start < 180 else None


def _named(piece: Sequence[Token], *, strict: bool) -> Sequence[Token]:
    """What of tokens is the name: no country that owns it, nothing that it owns, nothing in small letters after it."""
    low = next((place for place, one in enumerate(piece) if one.kind == "low"), len(piece))
    if not strict and 0 < low < len(piece) and piece[low - 1].kind == "of":
        piece = stripped(piece[:low])
    if piece and piece[0].owner and is_named(piece[1:]) and piece[0].word[:-2].lower() in COUNTRIES:
        piece = piece[1:]
    owners = [place for place, one in enumerate(piece) if one.owner]
    owned = piece[owners[-1] + 1 :] if owners else ()
    if owners and (not is_named(owned) or all(one.word.islower() for one in owned)):
        piece = piece[: owners[-1] + 1]
    return without_place(piece)


def _is_place(word: str) -> bool:
    return word.lower() in COUNTRIES or word in TOWNS


def without_place(organization: Sequence[Token]) -> Sequence[Token]:
    """An organization without the town it is in, or a remark: `Kumo in Porto`, but `Porto University in St. Ives`."""
    while len(organization) > 2 and organization[-2].kind == "comma" and _is_place(organization[-1].word):
        organization = organization[:-2]
    if len(organization) > 1 and _YEAR.match(organization[-1].word):
        organization = stripped(organization[:-1])
    if organization and organization[-1].kind == "bracket" and not _SHORT_NAME.match(organization[-1].word):
        organization = stripped(organization[:-1])
    for place, one in enumerate(organization[:-1]):
        where = organization[place + 1]
        if place and ((one.word == "in" and where.word == "the") or (one.word in _NEAR and where.kind == "low")):
            return organization[:place]
        if organization[place - 1].word.lower() in _OF_PEOPLE:
            continue
        if place and one.word == "in" and where.kind == "cap" and where.word.lower() not in TOPIC_WORDS:
            schools = where.word.lower() not in COUNTRIES and any(
                other.word.lower() in _SCHOOLS for other in organization[:place]
            )
            return organization if schools else organization[:place]
    return organization
