"""Phrases: the roles in words beside a name, and where these words end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventnotes.draft.lexicon import DEGREES, ROLE_NOUNS
from eventnotes.draft.people.offices import begins_role, has_organization, is_of_a_book, lead_of, role_of
from eventnotes.draft.people.organizations import Role, each_of, is_no_organization
from eventnotes.draft.people.tokens import Token, acts, is_named, is_role, range_of, stops, stripped, tail_of, tokens_of

_LEADS = 4
_LONGEST = 6
"""Words that tell what a title is of, and the one before them, at most."""
_PARTS = frozenset(["chair", "host", "mc", "moderator", "panelist", "panellist", "presenter", "speaker"])
"""What somebody is at the event, before what they are at home."""
_RETIRED = frozenset(["emeritus", "emerita"])
_TEAMS = frozenset(["board", "committee", "group", "team"])
_LAST_WORDS = 5
_MARKS = ",)–—-|"
_MARKED = " .*_\n"
_PARTING = ("at", "comma", "of")
"""What may part a title from the organization behind it."""
_OWNS = ("’s", "'s", "s’", "s'")
_NO_PLACES = frozenset(
    ["home", "work", "school", "university", "college", "heart", "large", "all", "least", "present", "once"]
)


def read_phrase(text: str, start: int, end: int, *, strict: bool, named: bool = False) -> list[Role]:
    """The roles in a phrase that begins at a place, such as `CIO of Norfolk and President of Socitm, spoke`.

    Args:
        text: a text.
        start: where the phrase begins.
        end: where it has to have ended.
        named: whether it begins with an organization, as after `of` beside a name.
        strict: whether a phrase without a word for a role or an organization tells none, as beside a comma.
    """
    tokens = tokens_of(text, start, end)
    if strict and tokens and tokens[0].kind == "and":
        return []
    while tokens and (tokens[0].kind in ("article", "comma", "and", "dash") or _is_passed(tokens)):
        tokens = tokens[1:]
    if tokens and tokens[0].kind == "at":
        strict = False
    if len(tokens) > 1 and acts(tokens[0].word) and tokens[1].kind == "article":
        return []  # Ewa Nowak, leads the …
    tokens = tokens[: _until_title(tokens, _extent(tokens))]
    pieces = _pieces(tokens, named=named)
    found = _paired(text, [role for piece in pieces if (role := role_of(text, piece, strict=strict)) is not None])
    return [one for role in found for one in each_of(text, role)]


def read_lines(text: str, lines: Sequence[tuple[int, int]]) -> list[Role]:
    """The roles that the first line tells, or a title on it and the organization on the second; all of it, or none."""
    (start, end), after = lines[0], lines[1] if len(lines) > 1 else (0, 0)
    second = read_phrase(text, *after, strict=False)
    if [one.title for one in second] == [(0, 0)] and is_all(text, second, after[1]):
        text, end = f"{text[:end]},{text[end + 1 :]}", after[1]
    found = read_phrase(text, start, end, strict=True)
    return found if is_all(text, found, end) else []


def is_all(text: str, roles: Sequence[Role], end: int) -> bool:
    """Whether roles are all that a line says, but for what stands in brackets."""
    last = max((place[1] for role in roles for place in role), default=0)
    return not re.sub(r"\([^()]*\)", "", text[last:end]).strip(_MARKED)


def _paired(text: str, roles: list[Role]) -> list[Role]:
    """Roles, two of which are one if they are an organization and a title behind it: `Kumo, head of maps`."""
    shape = [(one.title == (0, 0), one.organization == (0, 0)) for one in roles]
    if shape != [(True, False), (False, True)] or is_of_a_book(text[slice(*roles[1].title)]):
        return roles
    return [Role(roles[1].title, roles[0].organization)]


def _is_passed(tokens: Sequence[Token]) -> bool:
    """Whether a phrase begins after this: `A`, or letters of a degree alone, in `PhD, professor`, not `PhD student`."""
    if tokens[0].word in ("A", "An") or (
        tokens[0].word.lower() in _PARTS and tokens[1:2] and tokens[1].kind == "comma"
    ):
        return True
    return tokens[0].word.rstrip(".").lower() in DEGREES and (
        len(tokens) == 1 or tokens[1].kind in ("comma", "dash", "low")
    )


def _extent(tokens: Sequence[Token]) -> int:
    """How many tokens belong to the phrase."""
    place = next((one for one in range(len(tokens)) if not _fits(tokens, one)), len(tokens))
    while place and tokens[place - 1].kind in ("and", "of", "at", "comma", "article", "dash", "semi"):
        place -= 1
    return place


def _until_title(tokens: Sequence[Token], end: int) -> int:
    """Where a phrase ends: at a dash, if words in small letters go on behind it: `CTO at Kumo – Trams for all`."""
    dash = next((place for place in range(end - 1, 0, -1) if tokens[place].kind == "dash"), end)
    goes_on = end < len(tokens) and tokens[end].kind in ("low", "of", "and")
    goes_on |= end > dash + 2 and _is_whole(tokens[:dash]) and not is_named(tokens[dash + 1 : end])
    return dash if goes_on and not any(one.kind == "role" for one in tokens[dash:end]) else end


def _is_whole(tokens: Sequence[Token]) -> bool:
    """Whether tokens are a title and an organization, so that a dash behind them begins something else."""
    return any(one.kind == "role" for one in tokens) and has_organization(tokens)


def _fits(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token goes on with the phrase before it."""
    kind = tokens[place].kind
    if tokens[place].word in ("a", "an") and place and tokens[place - 1].kind in ("cap", "field", "role", "bracket"):
        return False
    if kind == "low":
        leads = tokens[place - 1].kind == "at" or _leads(tokens, place) or _is_field(tokens, place)
        return leads or _ends_in_team(tokens, place)
    if kind == "of":
        return place > 0 and _goes_on(tokens, place + 1) and _may_be_on(tokens, place)
    if kind in ("and", "comma") and _is_person(tokens, place + 1):
        return False
    if kind == "semi":
        return begins_role(tokens[place + 1 :])
    if kind in ("and", "at"):
        return _goes_on(tokens, place + 1, name=kind == "at")
    return kind not in ("comma", "dash") or _is_segment(tokens, place + 1)


def _is_person(tokens: Sequence[Token], place: int) -> bool:
    """Whether words with capitals are one more person: `and Xyz Qwert, CTO of Kumo`, `and Xyz Qwert from Kumo`."""
    place += place < len(tokens) and tokens[place].kind == "and"
    last = next((one for one in range(place, len(tokens)) if tokens[one].kind != "cap"), len(tokens))
    led = tokens[place - 1].kind == "and" and 1 < last - place < _LEADS
    following = tokens[last].word if led and last < len(tokens) else ""
    return following == "from" or (following == "," and begins_role(tokens[last + 1 :]))


def _may_be_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a small word goes on with a name: `on` does so after a word of organizations, or before a team."""
    before = tokens[place - 1]
    if place + 2 < len(tokens) and tokens[place + 1].kind == "article" and _is_team(tokens, place + 2):
        return True
    known = before.kind == "org" or before.word in ("Convention", "Conference", "Coalition", "committer", "developer")
    return known or tokens[place].word != "on"


def _leads(tokens: Sequence[Token], place: int) -> bool:
    """Whether small words lead to a word for a role: `self-taught data nerd`."""
    for token in tokens[place : place + _LEADS]:
        if token.kind == "role":
            return True
        if token.kind not in ("low", "start", "field", "cap", "and") or (token.kind == "low" and stops(token)):
            return False
    return False


def _ends_in_team(tokens: Sequence[Token], place: int) -> bool:
    """Whether small words end in one for a team, behind a name: `Kumo steering committee`."""
    end = next((one for one in range(place, min(len(tokens), place + 2)) if tokens[one].word in _TEAMS), 0)
    small = all(one.kind in ("low", "field") and not stops(one) for one in tokens[place:end])
    following = tokens[end + 1].kind if end + 1 < len(tokens) else ""
    return (
        bool(end)
        and small
        and tokens[place - 1].kind in ("article", "cap", "org", "low")
        and following not in ("role", "start")
    )


def _is_field(tokens: Sequence[Token], place: int) -> bool:
    """Whether small words say what somebody does it in: `expert in language design`, `head of data`."""
    back = place
    while back > 0 and tokens[back - 1].kind in ("low", "field", "start", "and", "article"):
        back -= 1
    return 0 < place - back + 1 <= _LEADS and tokens[back - 1].kind == "of" and not stops(tokens[place])


def _goes_on(tokens: Sequence[Token], place: int, *, name: bool = False) -> bool:
    """Whether a phrase goes on after `and`, `of` or `at`."""
    while place < len(tokens) and tokens[place].kind in ("article", "of", "and"):
        place += 1
    if place == len(tokens):
        return False
    kind = tokens[place].kind
    if kind == "field" and name and tokens[place].word.islower():
        return False
    if kind == "low" and name:
        alone = place + 1 == len(tokens) or tokens[place + 1].kind in ("comma", "dash", "semi", "bracket")
        return alone and tokens[place].word not in _NO_PLACES and not stops(tokens[place])
    if (
        kind == "low"
        and tokens[place - 1].kind == "article"
        and (_ends_in_team(tokens, place) or _is_held(tokens[place:]))
    ):
        return True
    if kind == "low":
        return tokens[place - 1].kind == "of" and tokens[place - 1].word != "to" and not stops(tokens[place])
    return kind in ("role", "start", "field", "cap", "org")


def _is_held(tokens: Sequence[Token]) -> bool:
    """Whether small words lead to a title that is held somewhere: `board member of Kumo`."""
    head = next((place for place, one in enumerate(tokens[:_LEADS]) if one.kind == "role"), 0)
    return bool(head) and _leads(tokens, 0) and head + 1 < len(tokens) and tokens[head + 1].kind in ("at", "of")


def _is_team(tokens: Sequence[Token], place: int) -> bool:
    """Whether small words are of a team that is somewhere: `engineer on the tram team at Kumo`."""
    at = next((one for one in range(place, min(len(tokens), place + _LEADS)) if tokens[one].kind == "at"), 0)
    return at > place and tokens[at - 1].word in ("team", "group", "side", "board") and not stops(tokens[place])


def _is_segment(tokens: Sequence[Token], place: int) -> bool:
    """Whether what stands after a comma goes on with the role: it has a word for one, or is all a name."""
    while place < len(tokens) and tokens[place].kind in ("article", "and", "at"):
        place += 1
    if place == len(tokens):
        return False
    if tokens[place - 1].kind == "at":
        is_handle = tokens[place - 1].word == "@" and tokens[place - 1].end == tokens[place].start
        return not is_handle and _goes_on(tokens, place, name=True)
    if tokens[place].kind == "low" or tokens[place - 1].word in ("a", "an"):
        return False
    for at in range(place, len(tokens)):
        token = tokens[at]
        if token.kind == "role":
            return at > place or not acts(token.word)
        if token.kind == "low":
            named = tokens[at - 1].kind in ("cap", "org") and stops(token)
            return at > place and (named or tokens[at - 1].kind in ("of", "comma"))
        if token.kind == "at" and at > place:
            return any(one.kind == "role" for one in tokens[:place]) or any(
                one.kind != "cap" for one in tokens[place:at]
            )
        if token.kind in ("comma", "semi", "dash"):
            return True
    return True


def _pieces(tokens: Sequence[Token], *, named: bool = False) -> list[Sequence[Token]]:
    """The roles that a phrase has, each with its tokens."""
    cuts = [0]
    for place, token in enumerate(tokens):
        before, after = tokens[cuts[-1] : place], tokens[place + 1 :]
        if token.kind == "semi":
            cuts.append(place + 1)
        elif token.kind in ("and", "comma") and before and begins_role(after) and not _is_unsaid(before, named):
            only = named and not any(one.kind == "role" for one in before)
            ended = only or (has_organization(before) and not (token.kind == "and" and _is_held_at_once(before, after)))
            whole = ended and (token.kind == "comma" or after[0].kind not in ("cap", "org"))
            anew = after[0].word in ("current", "currently", "former", "formerly", "now")
            apart = bool(lead_of(before)) and (has_organization(after) or bool(lead_of(after)))
            apart |= any(one.kind == "org" for one in lead_of(after)) and any(one.kind == "role" for one in before)
            apart |= after[0].owner and any(one.kind == "role" for one in before)
            listed = len(cuts) > 1 and token.kind == "comma" and any(one.kind == "role" for one in before)
            if whole or apart or listed or (anew and any(one.kind == "role" for one in before)):
                cuts.append(place + 1)
    return [tokens[one:two] for one, two in zip(cuts, [*cuts[1:], len(tokens)], strict=True)]


def _is_unsaid(tokens: Sequence[Token], named: bool) -> bool:
    """Whether nothing says yet that tokens are an organization: `Code for Porto` in `Code for Porto, director`."""
    return not named and not is_named(tokens) and not any(one.kind == "role" or one.owner for one in tokens)


def _is_held_at_once(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a second title is held where the first is: `Kumo’s co-founder and CEO`."""
    head = next((place for place, one in enumerate(before) if one.kind == "role"), 0)
    owned = any(one.owner for one in before[:head]) and not any(one.kind in _PARTING for one in before[head:])
    return owned and not any(one.kind in _PARTING for one in after)


def _may_end(before: str) -> bool:
    """Whether words may end in a role: a title, an owner, or a mark is among the last."""
    last = before.split()[-_LAST_WORDS:]
    return any(one[-1] in _MARKS or one[-2:].lower() in _OWNS or is_role(one.strip('*_"“”')) for one in last)


def role_before(text: str, start: int, end: int, *, beside: bool = False) -> list[Role]:
    """A role that ends right before a name: `Kumo’s CTO`, `the mayor of Porto,`.

    Args:
        text: a text.
        start: where the words before the name may begin.
        end: where the name begins.
        beside: whether another name stands there, so that a comma parts the role from the second name.
    """
    if not _may_end(text[start:end]):
        return []
    begin = tail_of(text, start, end)
    beside = beside and begin == start
    tokens = tokens_of(text, begin, end)
    parted = bool(tokens) and tokens[-1].kind in ("comma", "dash")
    beside = beside and not any(one.kind == "and" for one in tokens[:2])
    tokens = [*stripped(tokens)]
    if not tokens or (beside and parted):
        return []
    if tokens[-1].owner and not parted:
        first = _begin_of_name(tokens, len(tokens) - 1)
        owner = range_of(text, tokens[first:])
        return [Role((0, 0), owner)] if first < len(tokens) and not is_no_organization(text, *owner) else []
    for first, phrase in ((place, tokens[place:]) for place in range(len(tokens))):
        before = tokens[first - 1] if first else None
        if before and before.kind not in ("article", "at", "low", "and", "comma", "of") and not stops(before):
            continue
        if phrase[0].kind == "low" and (before is None or before.kind not in ("article", "comma") or len(phrase) > 2):
            continue
        if _fits_before(phrase, parted=parted):
            roles = [role_of(text, piece, strict=True) for piece in _pieces(phrase)]
            return [one for one in roles if one is not None and one.title != (0, 0)]
    return []


def _fits_before(phrase: Sequence[Token], *, parted: bool) -> bool:
    """Whether words are a role, all of them: they end in a word for one, or a comma parts them from the name."""
    if phrase[0].kind not in ("role", "start", "field", "cap", "org", "low") or _extent(phrase) < len(phrase):
        return False
    if stops(phrase[0]) or (not parted and any(one.kind == "comma" for one in phrase)):
        return False
    last = phrase[-1] if phrase[-1].kind != "bracket" or len(phrase) == 1 else phrase[-2]
    head = max((place for place, one in enumerate(phrase) if one.kind == "role"), default=len(phrase))
    return (
        last.kind == "role"
        or last.word.lower() in _RETIRED
        or _are_of_field(phrase[head + 1 :])
        or (parted and head < len(phrase))
    )


def _are_of_field(tokens: Sequence[Token]) -> bool:
    """Whether tokens end a title by what it is of: `head of maps`, `Minister for Rail and Housing`."""
    led = 1 < len(tokens) <= _LONGEST and tokens[0].word in ("of", "for")
    return led and all(one.kind in ("and", "cap", "field", "low", "of", "org", "start") for one in tokens[1:])


def _begin_of_name(tokens: Sequence[Token], last: int) -> int:
    """Where the name begins that ends in a token."""
    first = last + 1
    while first > 0 and tokens[first - 1].kind in ("cap", "org", "role", "field", "start", "of"):
        one = tokens[first - 1]
        if one.owner and first <= last and not (first == last and tokens[last].kind == "org"):
            break
        if one.kind != "of" and not one.word[0].isupper() and not one.word[0].isdigit():
            break
        first -= 1
    while first <= last and (tokens[first].kind == "of" or stops(tokens[first])):
        first += 1
    return first


def singular(title: str) -> str:
    """A title in the singular, where it is a plural: `performance analysts`."""
    last = title.rpartition(" ")[2].lower()
    of_several = " of " in title  # `chair of trustees`
    return (
        title[:-1] if not of_several and last.endswith("s") and last not in ROLE_NOUNS and is_role(last[:-1]) else title
    )
