"""Offices: the title and the organization in the tokens of one role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventnotes.draft.lexicon import ORGANIZATION_WORDS, TOPIC_WORDS, WEAK_WORDS
from eventnotes.draft.people.organizations import Role, employs, organization_of, without_place
from eventnotes.draft.people.tokens import CAPITAL, Token, is_marked, is_named, range_of, stripped

_LONGEST = 90
_LONGEST_ROLE = 12
_OF_ONE = frozenset(
    [
        *("ceo", "cto", "cio", "cfo", "coo", "cdo", "founder", "co-founder", "cofounder", "president", "employee"),
        *("governor", "mayor", "creator", "co-creator", "maintainer", "contributor", "and", "&"),
    ]
)
_OF_ANY = _OF_ONE | {"committer", "fellow", "member", "trustee", "vp"}
"""What somebody is of an organization of few words, whatever its name looks like."""
_FEW = 2
"""How many words an organization has at most that any of these titles may stand behind."""
_OF_A_FIELD = frozenset(
    [
        *("chief", "coordinator", "dean", "director", "editor", "evp", "head", "lead", "leader", "lecturer", "manager"),
        *("officer", "president", "professor", "researcher", "scientist", "specialist", "student", "svp", "vp"),
    ]
)
"""What somebody is of a field, where a comma follows and an organization."""
_OF_A_DIVISION = frozenset(["director", "evp", "manager", "officer", "president", "svp", "vp"])
"""What somebody is of a field that stands behind a comma, where one more follows and an organization."""
_OF_A_CITY = frozenset(["administrator", "attorney", "auditor", "clerk", "controller", "engineer", "manager"])
"""What somebody is of a city, and `City` a part of the title: `Porto City Attorney`."""
_OF_A_BOOK = frozenset(["author", "authors", "co-author", "co-authors"])
"""What somebody is of something that is no organization."""
_OF_A_STATE = frozenset(["minister", "secretary", "undersecretary"])
"""What somebody is of a field, though it has capitals: `Secretary of Food and Agriculture`."""
_WHOLE = frozenset(["Academy", "Center", "Centre", "College", "Institute", "Lab", "Laboratory", "Library", "School"])
"""What somebody is the head of, and that is at something: `director of the Tram Lab at Porto University`."""
_WHOLE_TITLES = frozenset(["Congress", "Parliament", "Research"])
"""What ends a title, though it is written as a name: `Member of Parliament`, `Vice President for Research`."""
_NO_NAME = re.compile(r"[a-z]-[a-z]|(?:ese|ish|ian|[aci]can|ean|ing)\Z|\A(?:Czech|Greek|Nobel|Pulitzer|Swiss|Thai)\Z")
"""How words end that, with a capital, are no name of an organization."""
_PARTING = ("at", "comma", "dash", "bracket")
_OF_MORE = frozenset(["of", "for", "in"])
_NAMING = ("org", "article")
_TEAMS = frozenset(["board", "committee", "community", "council", "group", "panel", "team"])
"""What, though in small letters, is no field: `captain of the tram team`."""


def role_of(text: str, piece: Sequence[Token], *, strict: bool) -> Role | None:
    """The role that tokens tell; without a title, only an organization that is written as one if asked to be strict."""
    piece = stripped(piece)
    if not piece:
        return None
    head = next((place for place, one in enumerate(piece) if one.kind == "role"), None)
    if head is not None and not strict and piece[-1].word.lower() in ORGANIZATION_WORDS and _is_run(piece):
        head = head if _trail(piece) < len(piece) and _trail(piece) else None
    if piece[-1].word in ("Team", "Unit", "Committee") and _is_run(piece):
        head = None
    if head is None and (at := _at(piece)):
        return Role(range_of(text, piece[:at]), range_of(text, stripped(without_place(piece[at + 1 :]))))
    if head is None or (piece[0].kind == "org" and not begins_role(piece)):
        return organization_of(text, piece, strict=strict)
    if owner := _ahead(piece, head):
        return Role(range_of(text, stripped(piece[owner + 1 :])), range_of(text, stripped(piece[:owner])))
    if inside := _in_brackets(piece):
        return Role(range_of(text, piece[:-1]), inside)
    title, organization, own = _parted(piece, head)
    first, last = range_of(text, stripped(title))
    organization = without_place(stripped(organization))
    named = (0, 0) if all(one.word.isdigit() for one in organization) else range_of(text, organization, own=own)
    if own and re.fullmatch("[a-z]+", text[slice(*named)]):
        named = (0, 0)  # `the report’s author`
    held = own or not _is_beside(piece, organization)
    return (
        Role((first, last), named if employs(text, *named, held=held) else (0, 0)) if last - first < _LONGEST else None
    )


def _is_beside(piece: Sequence[Token], organization: Sequence[Token]) -> bool:
    """Whether a mark or `from` parts a title from what follows: `teacher from Porto`, but not `mayor of Porto`."""
    place = piece.index(organization[0]) if organization else 0
    before = [one.word for one in piece[:place] if one.kind != "article"]
    return bool(before) and before[-1] not in ("of", "for")


def is_of_a_book(title: str) -> bool:
    """Whether a title is of something that is no organization."""
    return title.lower() in _OF_A_BOOK


def _in_brackets(piece: Sequence[Token]) -> tuple[int, int] | None:
    """The organization in brackets behind a title: `head of maps (Kumo)`, but not `Chief Tram Officer (CTO)`."""
    last, title = piece[-1], piece[:-1]
    words = last.word[1:-1].split()
    letters = "".join(one.word[0] for one in title if one.word[0].isupper())
    named = last.kind == "bracket" and all(CAPITAL.match(one) or one in ("of", "for", "and", "the") for one in words)
    if not named or letters.endswith(words[0]) or has_organization(title) or any(one.kind == "comma" for one in title):
        return None
    return (last.start + 1, last.end - 1) if title and _trail(title) == 0 and not lead_of(title) else None


def _at(piece: Sequence[Token]) -> int:
    """Where words for no role are parted from an organization: `Tram Growth at Kumo`; 0 for nowhere."""
    place = next((one for one, token in enumerate(piece) if token.word == "at"), 0)
    led = all(one.kind in ("start", "field", "cap", "and", "of") for one in piece[:place])
    return place if place and led and piece[place + 1].kind in ("cap", "org") else 0


def _parted(piece: Sequence[Token], head: int) -> tuple[Sequence[Token], Sequence[Token], bool]:
    """The title and the organization of a role, and whether the latter owns it or stands right beside it."""
    split = _split(piece, head)
    if split is not None and not (piece[split - 1].kind == "of" and (_owner(piece) or lead_of(piece))):
        return piece[:split], piece[split:], False
    book = next((at for at, one in enumerate(piece) if at and one.kind == "of" and is_of_a_book(piece[at - 1].word)), 0)
    organization = _owner(piece) or (piece[:0] if is_of_a_book(piece[head].word) else lead_of(piece))
    if organization:
        return piece[piece.index(organization[-1]) + 1 :], organization, True
    if book:
        return piece[:book], piece[:0], True
    trail = _trail(piece) or len(piece)
    return piece[:trail], piece[trail:], True


def _ahead(piece: Sequence[Token], head: int) -> int:
    """Where a mark parts a title from the organization before it: `Kumo – head of maps`; 0 for nowhere."""
    place = next((one for one in range(head) if piece[one].kind in ("comma", "dash")), 0)
    words = [one for one in piece[:place] if one.kind not in ("of", "and", "article", "bracket")]
    after = piece[place + 1 :]
    whole = begins_role(after) and not any(one.kind in ("comma", "dash", "at") for one in after)
    return place if words and whole and _is_run(words) else 0


def _split(piece: Sequence[Token], head: int) -> int | None:
    """Where the organization begins: after `at`, after a comma, or after `of` if what follows is a name."""
    comma = next((place for place, one in enumerate(piece) if place > head and one.kind in ("comma", "dash")), None)
    at = next((place for place, one in enumerate(piece) if place > head and one.kind == "at"), None)
    if is_of_a_book(piece[head].word) and piece[head + 1 : head + 2] and piece[head + 1].kind == "of":
        return None
    if at is not None and (comma is None or at < comma):
        whole = piece[head + 1].word == "of" and any(one.word in _WHOLE for one in piece[head:at])
        return head + 2 if whole else at
    first = piece[:comma] if comma is not None else piece
    rest = piece[comma + 1 :] if comma is not None else []
    heads = first[head].word.lower() in _OF_A_FIELD and _is_capital(rest)
    known = is_named(rest) or heads
    if (place := _of_name(piece, head, len(first), known=known)) is not None:
        return place
    if comma is None:
        return None
    founded = comma == head + 1 and first[head].word.lower() in _OF_ONE and rest and rest[0].word[0].isupper()
    while rest and (
        begins_role(rest)
        or _is_field_of(first, rest)
        or (rest[0].kind in ("field", "start") and not (founded or _is_all_name(rest) or _is_proper(first[head], rest)))
    ):
        following = next((place for place, one in enumerate(rest) if one.kind in ("comma", "at", "dash")), None)
        if following is None:
            last = max((place for place, one in enumerate(piece) if one.kind == "role"), default=head)
            return _of_name(piece, last, len(piece), known=False) if last > comma else None
        comma += following + 1
        if piece[comma].kind == "at":
            return comma
        rest = piece[comma + 1 :]
    return comma + 1


def _is_proper(head: Token, rest: Sequence[Token]) -> bool:
    """Whether words of fields behind a title are a name, as nothing follows: `CTO, Data for Trams`."""
    words = [one for one in rest if one.kind not in ("of", "and", "article")]
    named = words[-1].kind == "cap" and words[-1].word.lower() not in TOPIC_WORDS
    written = len(words) > 1 and all(one.word[0].isupper() and one.kind not in _PARTING for one in words)
    return written and (named or any(one.word == "for" for one in rest)) and head.word.lower() not in _OF_A_FIELD


def _is_field_of(first: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a title goes on behind a comma: `Director, Tram Publishing, Kumo University`."""
    end = next((place for place, one in enumerate(rest) if one.kind in ("comma", "at")), len(rest))
    leads = rest[end : end + 1] and rest[end].kind == "at"
    return first[-1].word.lower() in _OF_A_DIVISION and bool(
        leads or (not is_named(rest[:end]) and is_named(rest[end + 1 :]))
    )


def _of_name(piece: Sequence[Token], head: int, end: int, *, known: bool) -> int | None:
    """Where the organization begins that stands after the `of` of a title."""
    for place in range(head + 1, end):
        if piece[place].kind == "of" and is_of_a_book(piece[place - 1].word):
            return None
        if piece[place].kind == "of" and not _is_of_more(piece, place, end):
            if piece[place - 1].kind == "org" and place - 1 > head:
                return _begin(piece, place - 1, head)
            rest = piece[place + 1 : end]
            if any(one.kind == "and" and begins_role(rest[at + 1 :]) for at, one in enumerate(rest)):
                continue
            if piece[head].word.lower() in _OF_A_STATE and _is_of_a_state(piece, place, head):
                continue
            if rest and _is_of_one(piece[head], piece[place - 1], rest, known=known):
                return place + 1
    return None


def _is_of_a_state(piece: Sequence[Token], place: int, head: int) -> bool:
    """Whether a field stands behind the `of` of a minister: `Minister of State for Trams of Porto`."""
    more = next((one for one in range(place + 1, len(piece)) if piece[one].word in _OF_MORE), len(piece))
    field = all(one.kind not in _NAMING for one in piece[place + 1 : more])
    return field and (place == head + 1 or piece[place].word == "for")


def _is_of_more(piece: Sequence[Token], place: int, end: int) -> bool:
    """Whether a field stands behind an `of`, and behind it one more `of`: `professor of law of Kumo`."""
    if piece[place - 1].word.lower() in _OF_ONE:
        return False
    more = next((one for one in range(place + 1, end) if piece[one].kind == "of" and piece[one].word in _OF_MORE), end)
    field = piece[place + 1 : more]
    return more < end and bool(field) and all(one.kind in ("field", "start", "and", "low") for one in field)


def _is_of_one(head: Token, before: Token, rest: Sequence[Token], *, known: bool) -> bool:
    """Whether what stands behind the `of` of a title, and the word before it, is an organization."""
    if rest[0].word in _WHOLE_TITLES:
        return False
    alone = len(rest) == 1 or rest[0].word[0].isupper()
    if (alone and before.word.lower() in _OF_ONE) or rest[-1].word in _TEAMS:
        return True
    return _is_name(rest, known=known) or (not known and _is_written_as_one(head, rest))


def _begin(piece: Sequence[Token], last: int, head: int) -> int:
    """Where the name begins that no mark parts from a title: `tram driver University of Porto`."""
    while last - 1 > head and piece[last - 1].kind in ("cap", "org"):
        last -= 1
    return last


def _is_run(piece: Sequence[Token]) -> bool:
    """Whether tokens are capitals alone, as in `Graduate School`."""
    return all(one.word[0].isupper() and one.kind not in ("comma", "at", "of", "and") for one in piece)


def _is_capital(tokens: Sequence[Token]) -> bool:
    """Whether tokens may be a name that stands after a comma: `Kumo` in `head of trams, Kumo`."""
    words = [one for one in tokens if one.kind != "article"]
    return bool(words) and words[0].kind in ("cap", "org") and not begins_role(words)


def _is_all_name(tokens: Sequence[Token]) -> bool:
    """Whether the first segment has a word of organizations."""
    end = next((place for place, one in enumerate(tokens) if one.kind in ("comma", "dash", "at")), len(tokens))
    return is_named(tokens[:end])


def _is_name(tokens: Sequence[Token], *, known: bool) -> bool:
    """Whether what stands after `of` is an organization, and no field: `CIO of Kumo`, but not `head of maps`."""
    words = [one for one in tokens if one.kind != "article"]
    if tokens and tokens[0].kind == "article" and words and words[0].word[0].isupper() and words[0].kind != "role":
        return words[-1].kind != "role" or any(one.kind == "org" for one in words)
    if not words or words[0].kind in ("low", "role"):
        return bool(words) and words[0].kind == "role" and any(one.kind == "org" for one in words)
    if known and not is_named(words):
        return False
    if words[0].kind in ("field", "start"):
        return any(one.kind == "org" for one in words)
    return words[0].kind != "org" or words[-1].kind != "field"


def _is_written_as_one(head: Token, tokens: Sequence[Token]) -> bool:
    """Whether words behind a title in small letters have capitals, as a field has not: `chair of Open Data Porto`."""
    words = [one for one in tokens if one.kind not in ("article", "of", "and")]
    return (
        head.word.islower() and any(one.kind == "cap" for one in words) and all(one.word[0].isupper() for one in words)
    )


def _owner(piece: Sequence[Token]) -> Sequence[Token]:
    """The owner in `Kumo’s head of maps`."""
    head = next((place for place, one in enumerate(piece) if one.kind == "role"), 0)
    own = [place for place, one in enumerate(piece[:head]) if one.owner]
    if not own:
        return piece[:0]
    first = max((place + 1 for place, one in enumerate(piece[: own[-1]]) if one.kind in ("low", "at")), default=0)
    return piece[first : own[-1] + 1]


def lead_of(piece: Sequence[Token]) -> Sequence[Token]:
    """The organization at the head of a title: `Volta Grid CTO`, `18F product manager`, `White House fellow`."""
    if strong := _strong_lead(piece):
        return piece[:strong]
    first, rest = _capitals(piece)
    if not first or not rest or first[-1].kind in ("of", "and") or (len(first) == 1 and first[0].kind == "org"):
        return piece[:0]  # `College student`
    title = [one.word.lower() for one in rest]
    small = rest[0].word.islower() and title[0] != "member"
    if first[-1].word == "City" and title[0] in _OF_A_CITY:
        return first[:-1]
    known = next((place for place in range(len(first), 0, -1) if first[place - 1].kind in ("org", "bracket")), 0)
    if known and (known < len(first) or first[-1].word.lower() not in WEAK_WORDS or small):
        return first if any(one.kind == "of" for one in first[known:]) else first[:known]
    if any(one.kind == "of" for one in first):
        return first
    marked = next((place for place, one in enumerate(first) if not is_marked(one.word)), len(first))
    if marked:
        return first if small else first[:marked]
    titles = _OF_ONE if len(first) > _FEW else _OF_ANY
    held = {*title} <= titles | {f"{one}s" for one in titles}
    return first if held or (_is_proper_lead(first) and _is_led(rest, first)) else piece[:0]


def _capitals(piece: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The capitals that may be an organization before a title, without a year, and what stands behind them."""
    start = next((place for place, one in enumerate(piece) if not one.word.isdigit()), 0)
    end = start
    while end < len(piece) and (
        piece[end].kind in ("cap", "org", "of", "bracket", "and") or (end > start and piece[end].word == "Group")
    ):
        end += 1
    return piece[start:end], piece[end:]


def _is_proper_lead(first: Sequence[Token]) -> bool:
    """Whether words before a title are a name, and no craft, language or people: `Kumo`, but not `Danish`."""
    return not any(_NO_NAME.search(one.word) or one.word.lower() in TOPIC_WORDS for one in first)


def _is_led(title: Sequence[Token], first: Sequence[Token]) -> bool:
    """Whether a title is written as what stands behind a name: `a Kumo engineer`, `Kumo Community Manager`."""
    if title[0].word.islower():
        return first[0].inside or len(first) > 1
    return len(title) > 1 and title[0].kind in ("field", "start")


def _strong_lead(piece: Sequence[Token]) -> int:
    """How many tokens are an organization that begins with words for fields: `National Tram Center DAAC director`."""
    head = next((place for place, one in enumerate(piece) if one.kind == "role"), 0)
    words = [one.word for one in piece[:head]]
    small = piece[head].word.islower() and piece[head].word != "member"
    known = [
        place
        for place in range(1, head)
        if piece[place].kind == "org" and (small or words[place].lower() not in WEAK_WORDS)
    ]
    if (
        not known
        or (words[-1] == "City" and piece[head].word.lower() in _OF_A_CITY)
        or piece[0].kind not in ("start", "field", "cap")
        or not all(
            one[0].isupper() or token.kind in ("of", "and", "bracket") for one, token in zip(words, piece, strict=False)
        )
    ):
        return 0
    last = known[-1] + 1
    while last < head and (piece[last].kind == "bracket" or words[last].isupper()):
        last += 1
    return last if last < len(piece) and not (last < head and piece[last].kind == "of") else 0


def _trail(piece: Sequence[Token]) -> int:
    """Where the organization begins that stands right after a title in small letters: `head of maps Volta Grid`."""
    last = max(place for place, one in enumerate(piece) if one.kind == "role") + 1
    while last < len(piece) and piece[last].kind == "field":
        last += 1
    words = [one.word for one in piece]
    small = words[last - 1].islower() and all(one[0].isupper() for one in words[last:])
    named = all(one.kind in ("cap", "org") for one in piece[last:])
    alone = words[last - 1].lower() in _OF_ONE
    whole = last < len(piece) and piece[last].kind == "cap" and is_named(piece[last:])
    titled = whole and all(one.kind in ("start", "field", "role", "and") for one in piece[:last])
    return last if named and last < len(piece) and (small or alone or titled or is_marked(words[last])) else 0


def begins_role(tokens: Sequence[Token]) -> bool:
    """Whether tokens begin with a title, and no organization that has a title in its name."""
    named = False
    for place, token in enumerate(tokens[:_LONGEST_ROLE]):
        before = tokens[place - 1].kind if place else ""
        if token.kind == "role" and before != "of":
            return True
        if token.kind in ("at", "comma", "semi", "dash", "role") or (token.kind == "of" and not named):
            return False
        if token.kind == "article" and before == "of":
            return False
        named |= token.kind == "org"
    return False


def has_organization(tokens: Sequence[Token]) -> bool:
    """Whether tokens have a title and an organization that stands after it, or owns it; or only the latter."""
    first = next((place for place, one in enumerate(tokens) if one.kind == "role"), -1)
    named = [place for place, one in enumerate(tokens) if one.kind in ("cap", "org")]
    marked = [place for place, one in enumerate(tokens) if one.kind in ("at", "comma", "of") and place > first]
    owned = any(one.owner for one in tokens[:first]) or (first < 0 and any(one.kind == "org" for one in tokens))
    return bool(named) and (owned or (bool(marked) and named[-1] > marked[0]))
