"""Phrases: title and organization in the words of a role, and where these words end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from eventnotes.draft.forms import expanded
from eventnotes.draft.lexicon import DAYS, DISCIPLINES, MONTHS, ORGANIZATION_WORDS, ROLE_NOUNS, ROLE_STARTS

_TOKEN = re.compile(
    r"(?P<bracket>\((?!https?:)[^()\n]{1,60}\))|(?P<comma>,)|(?P<semi>;)|(?P<dash>(?<=[ \xa0])(?:[–—|-]{1,2})(?=[ \xa0]))"
    r"|(?P<stop>[.!?:(\n\"“”„«»])"
    r"|(?P<word>@|(?:[A-Z]\.[ ]?(?=[A-Z]\.))+[A-Z]\.?|(?:St|Inc|Ltd|Co|Corp|Dept|Univ|No|Dr)\.(?=\s[A-Z])"
    r"|[^\W_](?:[\w&+#/’'-]|:(?=\d)|\.(?=\w))*|&)"
)
_SUFFIX = re.compile(
    r"(?:olog|graph|nom|scient|strateg|special|lingu|activ|journal|econom|art|public|cycl|psychiatr|physic)ists?\Z"
    r"|(?:ologer|ographer|nomer|ineer|architect|(?:admini|regi)strat(?:or|eur)|ordinator|ucator|nicator|ntrepreneur"
    r"|ician|ibrarian|tatistician|technician|rchivist|urator|onsultant|dviser|dvisor|resident|irecteur"
    r"|(?<!hu)(?<!ger)(?<!wo)(?<!sales)(?:spokes|chair|business)(?:man|woman|person))s?\Z"
)
"""How words for what people do end."""
_STOPS = frozenset(
    """
    am an and are as because been but by can could did does for from gave had has have he here his how i if is it
    just must not now on or our said shall she should since so than that their then there these they this those
    through though to took until was we were what when where which while who whom whose will with would you joins
    joined also after before during about into over under via per like both each including featuring plus all
    along next later finally last first here today our again
    """.split()
)
_VERB = re.compile(expanded(r"(?:<PRESENTED>|<SAID>)\Z"))
_LEADS = 4
_LONGEST = 90
_LONGEST_ORGANIZATION = 8
_LONGEST_ROLE = 12


class Role(NamedTuple):
    """A title and an organization, each as a range of a text; (0, 0) for none."""

    title: tuple[int, int]
    organization: tuple[int, int]


class _Token(NamedTuple):
    start: int
    end: int
    kind: str
    """`role`, `start`, `field`, `org`, `cap`, `low`, `at`, `of`, `and`, `article`, or a mark's."""
    owner: bool = False
    """Whether it ends in `’s`."""


_SMALL = {
    **dict.fromkeys(("at", "from", "with", "@"), "at"),
    **dict.fromkeys(("of", "for", "in", "to", "on", "de", "van", "du", "des", "della", "der", "voor", "du"), "of"),
    **dict.fromkeys(("and", "&"), "and"),
    **dict.fromkeys(("a", "an", "the", "our", "its", "their", "my", "your", "new", "current", "currently"), "article"),
}
_NAMED = frozenset(("new", "current", "du", "des", "van", "della", "der", "voor", "de"))
"""Small words that, with a capital, may begin a name."""
_WHEN = frozenset(one.lower() for one in (*MONTHS, *DAYS))
_OWN = re.compile(r"[’']s?\Z")


@cache
def is_role(word: str) -> bool:
    """Whether a word is what somebody is, in the singular or plural."""
    word = word.lower()
    several = word.endswith("s") and word[:-1] in ROLE_NOUNS
    if word in ROLE_NOUNS or several or _SUFFIX.search(word):
        return True
    parts = word.split("/")
    return (len(parts) > 1 and all(is_role(one) for one in parts)) or ("-" in word and is_role(word.partition("-")[0]))


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """The tokens of a phrase up to the first mark that ends it."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "stop"
        if kind == "stop":
            break
        found.append(_word(match) if kind == "word" else _Token(*match.span(), kind))
    return found


def _word(match: re.Match[str]) -> _Token:
    written = match[0]
    own = _OWN.search(written)
    bare = written[: own.start()] if own else written
    low = bare.lower().rstrip(".")
    if low in _SMALL and (written[0] == low[0] or low not in _NAMED):
        kind = _SMALL[low] if written[0] == low[0] or low == "the" else "low"
    elif low in _WHEN:
        kind = "low"
    elif is_role(low):
        kind = "role"
    elif low in ROLE_STARTS:
        kind = "start"
    elif all(one in DISCIPLINES for one in low.split("/")):
        kind = "field"
    elif bare[0].isupper() or bare[0].isdigit() or any(one.isupper() for one in bare[1:]):
        kind = "org" if low in ORGANIZATION_WORDS else "cap"
    else:
        kind = "low"
    return _Token(match.start(), match.end(), kind, bool(own))


def read_phrase(text: str, start: int, end: int, *, strict: bool) -> list[Role]:
    """The roles in a phrase that begins at a place, such as `CIO of Norfolk and President of Socitm, spoke`.

    Args:
        text: a text.
        start: where the phrase begins.
        end: where it has to have ended.
        strict: whether a phrase without a word for a role or an organization tells none, as beside a comma.
    """
    tokens = _tokens(text, start, end)
    while tokens and tokens[0].kind in ("article", "comma", "and", "dash"):
        tokens = tokens[1:]
    if tokens and tokens[0].kind == "at":
        strict = False
    tokens = tokens[: _extent(text, tokens)]
    return [role for piece in _pieces(text, tokens) if (role := _role(text, piece, strict=strict)) is not None]


def _extent(text: str, tokens: Sequence[_Token]) -> int:
    """How many tokens belong to the phrase."""
    place = 0
    while place < len(tokens):
        kind = tokens[place].kind
        fits = {
            "low": lambda: _leads(text, tokens, place) or _is_field(text, tokens, place),
            "and": lambda: _goes_on(text, tokens, place + 1),
            "of": lambda: place > 0 and _goes_on(text, tokens, place + 1),
            "at": lambda: _goes_on(text, tokens, place + 1, name=True),
            "comma": lambda: _is_segment(text, tokens, place + 1),
            "semi": lambda: _is_segment(text, tokens, place + 1),
            "dash": lambda: _is_segment(text, tokens, place + 1),
        }.get(kind)
        if fits is not None and not fits():
            break
        place += 1
    while place and tokens[place - 1].kind in ("and", "of", "at", "comma", "article", "dash", "semi"):
        place -= 1
    return place


def _leads(text: str, tokens: Sequence[_Token], place: int) -> bool:
    """Whether small words lead to a word for a role: `self-taught data nerd`."""
    for token in tokens[place : place + _LEADS]:
        if token.kind == "role":
            return True
        if token.kind not in ("low", "start", "field", "cap", "and") or (token.kind == "low" and _stops(text, token)):
            return False
    return False


def _stops(text: str, token: _Token) -> bool:
    word = text[token.start : token.end]
    low = word.lower()
    return low in _STOPS or low in _WHEN or (word != low and low in _SMALL) or bool(_VERB.match(word))


def _is_field(text: str, tokens: Sequence[_Token], place: int) -> bool:
    """Whether small words say what somebody does it in: `expert in language design`, `head of data`."""
    back = place
    while back > 0 and tokens[back - 1].kind in ("low", "field", "and", "article"):
        back -= 1
    return 0 < place - back + 1 <= _LEADS and tokens[back - 1].kind == "of" and not _stops(text, tokens[place])


def _goes_on(text: str, tokens: Sequence[_Token], place: int, *, name: bool = False) -> bool:
    """Whether a phrase goes on after `and`, `of` or `at`."""
    while place < len(tokens) and tokens[place].kind in ("article", "of", "and"):
        place += 1
    if place == len(tokens):
        return False
    kind = tokens[place].kind
    if kind == "low":
        return not name and not _stops(text, tokens[place]) and (tokens[place - 1].kind == "of" or _leads(text, tokens, place))
    return kind in ("role", "start", "field", "cap", "org")


def _is_segment(text: str, tokens: Sequence[_Token], place: int) -> bool:
    """Whether what stands after a comma goes on with the role: it has a word for one, or is all a name."""
    while place < len(tokens) and tokens[place].kind in ("article", "and", "at"):
        place += 1
    if place == len(tokens):
        return False
    if tokens[place - 1].kind == "at":
        return _goes_on(text, tokens, place, name=True)
    if tokens[place].kind == "low" or text[tokens[place - 1].start : tokens[place - 1].end] in ("a", "an"):
        return _leads(text, tokens, place)
    for at in range(place, len(tokens)):
        token = tokens[at]
        if token.kind == "role":
            return True
        if token.kind == "low":
            return at > place and tokens[at - 1].kind in ("of", "comma")
        if token.kind in ("comma", "semi", "dash") or (token.kind == "at" and at > place):
            return True
    return True


def _pieces(text: str, tokens: Sequence[_Token]) -> list[Sequence[_Token]]:
    """The roles that a phrase has, each with its tokens."""
    cuts = [0]
    organized = _has_organization(tokens)
    for place, token in enumerate(tokens):
        before, after = tokens[cuts[-1] : place], tokens[place + 1 :]
        if token.kind == "semi":
            cuts.append(place + 1)
        elif token.kind in ("and", "comma") and before and _begins_role(after):
            whole = _has_organization(before) and (token.kind == "comma" or after[0].kind not in ("cap", "org"))
            listed = text[token.start : token.end] == "and" and any(one.kind == "role" for one in before)
            anew = text[after[0].start : after[0].end] in ("current", "currently", "former", "formerly", "now")
            apart = bool(_lead(text, before)) and (_has_organization(after) or bool(_lead(text, after)))
            if whole or apart or (listed and (not organized or anew)):
                cuts.append(place + 1)
    return [tokens[one:two] for one, two in zip(cuts, [*cuts[1:], len(tokens)], strict=True)]


def _has_organization(tokens: Sequence[_Token]) -> bool:
    """Whether tokens have a title and an organization that stands after it, or owns it; or only the latter."""
    first = next((place for place, one in enumerate(tokens) if one.kind == "role"), -1)
    named = [place for place, one in enumerate(tokens) if one.kind in ("cap", "org")]
    marked = [place for place, one in enumerate(tokens) if one.kind in ("at", "comma", "of") and place > first]
    owned = any(one.owner for one in tokens[:first]) or (first < 0 and any(one.kind == "org" for one in tokens))
    return bool(named) and (owned or (bool(marked) and named[-1] > marked[0]))


def _begins_role(tokens: Sequence[_Token]) -> bool:
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


def _role(text: str, piece: Sequence[_Token], *, strict: bool) -> Role | None:
    piece = _stripped(piece)
    if not piece:
        return None
    head = next((place for place, one in enumerate(piece) if one.kind == "role"), None)
    if head is None or (piece[0].kind == "org" and not _begins_role(piece)):
        return _organization(text, piece, strict=strict)
    split = _split(text, piece, head)
    if split is None:
        organization = _owner(piece) or _lead(text, piece)
        title = piece[piece.index(organization[-1]) + 1 :] if organization else piece
        if not organization and (trail := _trail(text, piece)):
            title, organization = piece[:trail], piece[trail:]
    else:
        title, organization = piece[:split], piece[split:]
    first, last = _range(text, _stripped(title))
    return Role((first, last), _range(text, _stripped(organization))) if last - first < _LONGEST else None


def _stripped(piece: Sequence[_Token]) -> Sequence[_Token]:
    """A piece without small words and marks at its ends."""
    first, last = 0, len(piece)
    while first < last and piece[first].kind in ("article", "comma", "and", "dash", "at", "semi", "of"):
        first += 1
    while last > first and piece[last - 1].kind in ("article", "comma", "and", "dash", "at", "semi", "of"):
        last -= 1
    return piece[first:last]


def _range(text: str, piece: Sequence[_Token]) -> tuple[int, int]:
    if not piece:
        return (0, 0)
    start, end = trimmed(text, piece[0].start, piece[-1].end)
    if piece[-1].owner and len(piece) and text[start:end].endswith(("’s", "'s")):
        end -= 2
    return start, end


def _split(text: str, piece: Sequence[_Token], head: int) -> int | None:
    """Where the organization begins: after `at`, after a comma, or after `of` if what follows is a name."""
    comma = next((place for place, one in enumerate(piece) if place > head and one.kind in ("comma", "dash")), None)
    at = next((place for place, one in enumerate(piece) if place > head and one.kind == "at"), None)
    if at is not None and (comma is None or at < comma):
        return at
    first = piece[:comma] if comma is not None else piece
    rest = piece[comma + 1 :] if comma is not None else []
    known = _is_named(text, rest)
    for place, one in enumerate(first):
        if place > head and one.kind == "of" and _is_name(text, first[place + 1 :], known=known):
            return place + 1
    if comma is None:
        return None
    while rest and (_begins_role(rest) or (rest[0].kind in ("field", "start") and not _is_all_name(text, rest))):
        following = next((place for place, one in enumerate(rest) if one.kind in ("comma", "at", "dash")), None)
        if following is None:
            return None
        comma += following + 1
        if piece[comma].kind == "at":
            return comma
        rest = piece[comma + 1 :]
    return comma + 1


def _is_all_name(text: str, tokens: Sequence[_Token]) -> bool:
    """Whether the first segment has a word of organizations."""
    end = next((place for place, one in enumerate(tokens) if one.kind in ("comma", "dash", "at")), len(tokens))
    return _is_named(text, tokens[:end])


def _is_named(text: str, tokens: Sequence[_Token]) -> bool:
    """Whether tokens have a word of organizations, which in the end may be one of fields too."""
    ends = [place for place, one in enumerate(tokens) if place + 1 == len(tokens) or tokens[place + 1].kind in ("comma", "bracket", "dash")]
    last = any(place and text[tokens[place].start : tokens[place].end].lower() in ORGANIZATION_WORDS for place in ends)
    return last or any(one.kind == "org" for one in tokens)


def _is_name(text: str, tokens: Sequence[_Token], *, known: bool) -> bool:
    """Whether what stands after `of` is an organization, and no field: `CIO of Kumo`, but not `head of maps`."""
    words = [one for one in tokens if one.kind != "article"]
    if len(words) < len(tokens) and words and text[words[0].start].isupper() and words[0].kind != "role":
        return words[-1].kind != "role" or any(one.kind == "org" for one in words)
    if not words or words[0].kind in ("low", "role"):
        return bool(words) and words[0].kind == "role" and any(one.kind == "org" for one in words)
    if known and not _is_named(text, words):
        return False
    if words[0].kind in ("field", "start"):
        return any(one.kind == "org" for one in words)
    return True


def _owner(piece: Sequence[_Token]) -> Sequence[_Token]:
    """The owner in `Kumo’s head of maps`."""
    head = next((place for place, one in enumerate(piece) if one.kind == "role"), 0)
    own = [place for place, one in enumerate(piece[:head]) if one.owner]
    return piece[: own[-1] + 1] if own else piece[:0]


_OF_ONE = frozenset(
    ["ceo", "cto", "cio", "cfo", "coo", "cdo", "founder", "co-founder", "cofounder", "president", "employee"]
)


def _lead(text: str, piece: Sequence[_Token]) -> Sequence[_Token]:
    """The organization at the head of a title: `Volta Grid CTO`, `18F product manager`, `White House fellow`."""
    lead = 0
    while lead < len(piece) and piece[lead].kind in ("cap", "org", "of", "bracket", "and"):
        lead += 1
    years = next((place for place, one in enumerate(piece) if not text[one.start : one.end].isdigit()), 0)
    first = piece[years:lead]
    lead -= years
    piece = piece[years:]
    title = [text[one.start : one.end].lower() for one in piece[lead:]]
    if not first or not title or piece[lead - 1].kind in ("of", "and"):
        return piece[:0]
    known = [place for place, one in enumerate(first) if one.kind in ("org", "bracket")]
    if known:
        last = known[-1] + 1
        return first if any(one.kind == "of" for one in first[last:]) else first[:last]
    marked = 0
    while marked < lead and _is_marked(text[first[marked].start : first[marked].end]):
        marked += 1
    if marked:
        return first[:marked]
    return first if len(title) == 1 and title[0] in _OF_ONE else piece[:0]


def _trail(text: str, piece: Sequence[_Token]) -> int:
    """Where the organization begins that stands right after a title in small letters: `head of maps Volta Grid`."""
    last = max(place for place, one in enumerate(piece) if one.kind == "role") + 1
    while last < len(piece) and piece[last].kind == "field":
        last += 1
    words = [text[one.start : one.end] for one in piece]
    small = words[last - 1].islower() and all(one[0].isupper() for one in words[last:])
    named = all(one.kind in ("cap", "org") for one in piece[last:])
    return last if named and last < len(piece) and (small or _is_marked(words[last])) else 0


def _is_marked(word: str) -> bool:
    """Whether a word is written as only names are: `IBM`, `18F`, `NYPLabs`, `Fast.ai`."""
    plain = word[1:].replace("-", "").replace("’", "").replace("'", "")
    return not (plain.isalpha() and plain.islower()) and word.lower() not in DISCIPLINES | ROLE_STARTS


def _is_acronym(word: str) -> bool:
    """Whether a word alone is written as that of an organization: `NASA`, `GitHub`."""
    return 2 < len(word) < 20 and word.isalnum() and sum(one.isupper() for one in word) > 1


def _organization(text: str, piece: Sequence[_Token], *, strict: bool) -> Role | None:
    """A phrase without a title: an organization, if it is written as one."""
    piece = _stripped(piece)
    if not piece or (piece[0].kind in ("low", "field", "of") and strict):
        return None
    start, end = _range(text, piece)
    named = _is_named(text, piece) or _is_acronym(text[start:end]) or (
        piece[-1].kind == "bracket" and text[piece[-1].start + 1 : piece[-1].end - 1].isupper()
    )
    if strict and not named:
        return None
    words = [one for one in piece if one.kind not in ("bracket",)]
    if not CAPITAL.match(text[start:end]) or any(one.kind == "low" for one in words):
        return None
    if not named and (len(words) > _LONGEST_ORGANIZATION or any(one.kind == "comma" for one in words)):
        return None
    return Role((0, 0), (start, end)) if end - start < 2 * _LONGEST else None


def role_before(text: str, start: int, end: int, *, beside: bool = False) -> list[Role]:
    """A role that ends right before a name: `Kumo’s CTO`, `the mayor of Porto,`.

    Args:
        text: a text.
        start: where the words before the name may begin.
        end: where the name begins.
        beside: whether another name stands there, so that a comma parts the role from the second name.
    """
    tail = text[start:end].rstrip()
    begin = max((match.end() for match in _TOKEN.finditer(tail) if match.lastgroup == "stop"), default=0)
    beside = beside and begin == 0
    tokens = _tokens(text, start + begin, start + len(tail))
    parted = bool(tokens) and tokens[-1].kind in ("comma", "dash")
    tokens = [*_stripped(tokens)]
    if not tokens or (beside and parted):
        return []
    if tokens[-1].owner and not parted:
        first = _begin_of_name(text, tokens, len(tokens) - 1)
        return [Role((0, 0), _range(text, tokens[first:]))] if first < len(tokens) else []
    for first, phrase in ((place, tokens[place:]) for place in range(len(tokens))):
        before = tokens[first - 1] if first else None
        if before and before.kind not in ("article", "at", "low", "and", "comma", "of") and not _stops(text, before):
            continue
        if phrase[0].kind == "low" and (before is None or before.kind != "article"):
            continue
        if _fits_before(text, phrase, parted=parted):
            roles = [_role(text, piece, strict=True) for piece in _pieces(text, phrase)]
            return [one for one in roles if one is not None and one.title != (0, 0)]
    return []


def _fits_before(text: str, phrase: Sequence[_Token], *, parted: bool) -> bool:
    """Whether words are a role, all of them: they end in a word for one, or a comma parts them from the name."""
    if phrase[0].kind not in ("role", "start", "field", "cap", "org", "low") or _extent(text, phrase) < len(phrase):
        return False
    if _stops(text, phrase[0]):
        return False
    last = phrase[-1] if phrase[-1].kind != "bracket" or len(phrase) == 1 else phrase[-2]
    return last.kind == "role" or (parted and any(one.kind == "role" for one in phrase))


def _begin_of_name(text: str, tokens: Sequence[_Token], last: int) -> int:
    """Where the name begins that ends in a token."""
    first = last + 1
    while first > 0 and tokens[first - 1].kind in ("cap", "org", "role", "field", "start", "of"):
        one = tokens[first - 1]
        if one.owner and first <= last:
            break
        if one.kind != "of" and not text[one.start].isupper() and not text[one.start].isdigit():
            break
        first -= 1
    while first <= last and (tokens[first].kind == "of" or _stops(text, tokens[first])):
        first += 1
    return first


def singular(title: str) -> str:
    """A title in the singular, where it is a plural: `performance analysts`."""
    last = title.rpartition(" ")[2].lower()
    return title[:-1] if last.endswith("s") and last not in ROLE_NOUNS and is_role(last[:-1]) else title


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space and marks at its ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


ARTICLE = re.compile(r"(?:an?|the|our|its|their|my|current|currently|new)\s+(?:new\s+)?")
CAPITAL = re.compile(r"(?:the\s+)?[A-Z0-9À-Þ]")
_EDGES = " ,;:–—-|\n*_[]\u200e\u200f"
