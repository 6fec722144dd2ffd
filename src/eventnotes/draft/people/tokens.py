"""Tokens: the words and marks of a phrase about what somebody is, and what each may be in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from eventnotes.draft.forms import expanded
from eventnotes.draft.lexicon import (
    DAYS,
    DISCIPLINES,
    MONTHS,
    ORGANIZATION_WORDS,
    PHRASE_ENDS,
    ROLE_NOUNS,
    ROLE_STARTS,
)
from eventnotes.draft.reading.runs import without_marks

_TOKEN = re.compile(
    r"(?P<bracket>\((?!https?:)[^()\n]{1,60}\))|(?P<comma>,)|(?P<semi>;)"
    r"|(?P<dash>(?<=[ \xa0])(?:[–—|•·-]{1,2}|/)(?=[ \xa0])|[—―﹘])"
    r"|(?P<stop>[.!?:()|\]{\n\"“”„«»]|\d{1,2}(?::\d\d)?\s?[ap]\.?m\b)"
    r"|(?P<word>@|(?:[A-Z]\.[ ]?(?=[A-Z]\.))+[A-Z]\.?"
    r"|(?:Ph|Psy|Pharm|Ed)\.?D\.?(?=[\s,])|(?:St|Inc|Ltd|Co|Corp|Dept|Univ|No|Dr|Sr|Jr|Assoc|Asst|Prof)\.(?=\s(?:[A-Z]|of\s))"
    r"|[^\W_](?:[\w&+#/’'-]|:(?=\d)|\.(?=[^\W_]))*|&)"
)
_SUFFIX = re.compile(
    r"(?:olog|graph|nom|scient|strateg|special|lingu|activ|journal|econom|art|public|cycl|psychiatr|physic)ists?\Z"
    r"|(?:ologer|ographer|nomer|ineer|architect|(?:admini|regi)strat(?:or|eur)|ordinator|ucator|nicator|ntrepreneur"
    r"|ician|ibrarian|tatistician|technician|rchivist|urator|onsultant|dviser|dvisor|president|irecteur"
    r"|(?<!hu)(?<!ger)(?<!wo)(?<!sales)(?:spokes|chair|business)(?:man|woman|person))s?\Z"
)
"""How words for what people do end."""
_BY_HYPHEN = re.compile(r"[a-z]+-(?:at|elect|for|g[eé]n[eé]ra+l|in|on|turned|to)(?:-|\Z)")
"""How what somebody is goes on behind a hyphen: `editor-in-chief`."""
_VERB = re.compile(expanded(r"(?:<PRESENTED>|<SAID>)\Z"))
_OF = ("de", "van", "du", "des", "della", "der", "voor", "di", "da", "do", "dos", "degli", "del", "für")
"""What names of other languages have for `of`."""
_SMALL = {
    **dict.fromkeys(("at", "from", "with", "@"), "at"),
    **dict.fromkeys(("of", "for", "in", "to", "on", *_OF), "of"),
    **dict.fromkeys(("and", "&"), "and"),
    **dict.fromkeys(
        (
            "a",
            "an",
            "the",
            "our",
            "its",
            "their",
            "my",
            "your",
            "own",
            "new",
            "current",
            "currently",
            "now",
            "recently",
            "formerly",
            "previously",
            *("all", "both", "two", "three", "four", "five", "six", "several"),
            *(
                "amazing",
                "awesome",
                "brilliant",
                "famous",
                "fantastic",
                "great",
                "incredible",
                "inspiring",
                "legendary",
            ),
            *(
                "first-ever",
                "long-time",
                "longtime",
                "passionate",
                "popular",
                "prolific",
                "renowned",
                "self-described",
                "talented",
                "wonderful",
                "well-known",
                "very",
            ),
        ),
        "article",
    ),
}
_NAMED = frozenset(("all", "new", "current", *_OF))
"""Small words that, with a capital, may begin a name."""
_COLLECTIVES = frozenset(
    (
        *("agency", "association", "collective", "community", "conference", "consultancy", "department", "foundation"),
        *("group", "initiative", "institute", "lab", "language", "library", "meetup", "network", "newsletter"),
        *("podcast", "program", "programme", "project", "school", "university"),
    )
)
"""What ends the name of an organization though it has no capital: `Kumo agency`."""
_TEAMS = frozenset(("board", "committee", "council", "department", "office", "team"))
"""What ends it with one more word in small letters before: `Kumo core team`."""
_PRONOUNS = frozenset(("He", "I", "It", "She", "They", "This", "We"))
_FIRMS = frozenset(("gmbh", "inc", "llc", "ltd", "plc"))
_WHEN = frozenset(one.lower() for one in (*MONTHS, *DAYS))
_IN_NAMES = re.compile(r"Graduate\Z|[A-Z][\w-]+s[’']?\Z")
"""Words for what people are that, before one of organizations, are a part of its name: `Graduate School`."""
_FOLLOWING = re.compile(r"\s([a-z]+)\b")
_NO_WORD = re.compile(r"[b-df-hj-np-tv-xz]{3,5}")
"""Letters that are no word, as none has no vowel: `npm`."""
_INSIDE = re.compile(r"[a-zA]\s")
_EDGES = " ,;:–—-|\n*_[]\u200e\u200f"
KINDS = (
    r"(?:agency|association|charity|club|company|consultancy|firm|foundation|journal|magazine|newspaper|ngo|NGO|non-?profit"
    r"|organi[sz]ation|partner|project|sponsor|start-?up|think[ -]tank)"
)
_OF_A_KIND = re.compile(rf"{KINDS}\s(?=(?:the\s)?[A-Z0-9])")
"""What an organization is, before its name: `the charity Kumo`."""
_CIVIC = re.compile(
    r"(?:city|county|department|library|ministry|municipality|port|province|region|town|university)\sof\s"
    r"(?=(?:the\s)?[A-ZÀ-Þ])"
)
"""What an organization is that is named after what stands behind: `city of Porto`."""
_ABROAD = re.compile(
    r"[a-zß-öø-ÿ]+(?:al|ales|aux|aise?|aire|ales?|an[ao]|ar|elles?|ense|er[ao]|ic[ao]|ique|nt|tic[ao]|ées?|y)"
    r"\s(?:de(?:\sla|\sl[ao]s)?|du|des|del|dell[ae]|degli|do|da|dos|das|di)\s(?=[\wÀ-ÿ])"
)
"""What in other languages stands in small letters between the words of a name."""
_FEW = 2
_OWN = re.compile(r"[’']s?\Z")


class Token(NamedTuple):
    """A token of a phrase, its range and its words."""

    start: int
    end: int
    word: str
    kind: str
    """`role`, `start`, `field`, `org`, `cap`, `low`, `at`, `of`, `and`, `article`, or a mark's."""
    owner: bool = False
    """Whether it ends in `’s`."""
    inside: bool = False
    """Whether a word in small letters, or `A`, stands right before it."""


@cache
def is_role(word: str) -> bool:
    """Whether a word is what somebody is, in the singular or plural."""
    word = word.lower()
    several = word.endswith("s") and word[:-1] in ROLE_NOUNS
    if word in ROLE_NOUNS or several or _SUFFIX.search(word):
        return True
    if word.startswith(("co-", "ex-", "vice-", "sub-")):
        return is_role(word.partition("-")[2])
    parts = word.split("/")
    return (len(parts) > 1 and all(is_role(one) for one in parts)) or bool(
        _BY_HYPHEN.match(word) and is_role(word.partition("-")[0])
    )


def tail_of(text: str, start: int, end: int) -> int:
    """Where the tokens begin that no mark parts from the end of a range."""
    return max((one.end() for one in _TOKEN.finditer(text, start, end) if one.lastgroup == "stop"), default=start)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a phrase up to the first mark that ends it."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "stop"
        if kind == "stop" or (match[0] == "@" and _is_handle(text, match.end(), found)):
            break
        if kind == "word" and found and _ends_name(match[0], found[-1]) and not _leads_to_role(text, match.end()):
            kind = "org"
        elif kind == "word" and match[0] in _TEAMS and _leads_to_team(found[-2:]):
            found[-1] = found[-1]._replace(kind="cap")
            kind = "org"
        kind, owner = _kind_of(match[0]) if kind == "word" else (kind, False)
        if kind == "low" and found and found[-1].word == "the" and match[0].istitle() and match[0].lower() in _SMALL:
            kind = "cap"  # the Three Rivers Board
        if kind in ("cap", "low") and text[match.end() : match.end() + 13].lower() == " in residence":
            kind = "role"
        if match[0] == "lead" and text.startswith(" to ", match.end()):
            kind = "low"
        if kind != "bracket" and found and _OF_A_KIND.match(text, match.start()):
            kind = _with_its_kind(found, kind)
        if kind == "low" and (_CIVIC.match(text, match.start()) or _is_abroad(text, match.start(), found)):
            kind = "org"
        if kind == "org" and found and found[-1].kind == "role" and _IN_NAMES.match(found[-1].word):
            found[-1] = found[-1]._replace(kind="cap")
        inside = _INSIDE.match(text, max(0, match.start() - 2)) is not None
        found.append(Token(*match.span(), match[0], kind, owner, inside))
    return found


def _with_its_kind(found: list[Token], kind: str) -> str:
    """The kind of a word for what an organization is; the small words before it tell no more than an article."""
    first = len(found)
    while first and found[first - 1].kind in ("field", "low", "start") and found[first - 1].word.islower():
        first -= 1
    if not first or found[first - 1].kind not in ("article", "at", "of") or len(found) - first > _FEW:
        return kind
    found[first:] = [one._replace(kind="article") for one in found[first:]]
    return "article"


def _is_abroad(text: str, start: int, found: Sequence[Token]) -> bool:
    """Whether a word in small letters is a part of a name of another language: `Biblioteca municipal de Porto`."""
    inside = bool(found) and found[-1].kind in ("cap", "org") and not found[-1].owner
    return inside and _ABROAD.match(text, start) is not None


def _ends_name(word: str, before: Token) -> bool:
    if word == "initiative":
        return before.kind in ("field", "start") and before.word[0].isupper()
    named = before.kind in ("cap", "org") or (before.kind in ("field", "start") and before.word[0].isupper())
    return word in _COLLECTIVES and named


def _leads_to_role(text: str, end: int) -> bool:
    """Whether a title goes on behind a word: `Kumo community manager`."""
    following = _FOLLOWING.match(text, end)
    return following is not None and is_role(following[1])


def _leads_to_team(before: Sequence[Token]) -> bool:
    """Whether a word in small letters stands between a name and one for a team: `Kumo core team`."""
    return (
        len(before) > 1
        and before[0].kind in ("cap", "org", "field")
        and before[0].word[0].isupper()
        and not before[0].owner
        and before[1].kind in ("low", "field")
        and before[1].word.islower()
        and not stops(before[1])
    )


def _is_handle(text: str, end: int, before: Sequence[Token]) -> bool:
    """Whether an `@` begins a handle, as it does behind an organization: `CTO of Kumo @kumo`."""
    return text[end : end + 1].islower() and any(one.kind in ("at", "of", "comma") for one in before)


@lru_cache(maxsize=20_000)
def _kind_of(written: str) -> tuple[str, bool]:
    """The kind of a word, and whether it ends in `’s`."""
    own = _OWN.search(written)
    bare = written[: own.start()] if own else written
    low = bare.lower().rstrip(".")
    if low in _SMALL and (written[0] == low[0] or low not in _NAMED):
        kind = _SMALL[low] if written[0] == low[0] or low == "the" else "low"
    elif low in _FIRMS:
        kind = "org"
    elif low in _WHEN or re.split("['’]", written)[0] in _PRONOUNS:
        kind = "low"
    elif is_role(low) and written != "MC":
        kind = "role"
    elif low in ROLE_STARTS:
        kind = "start"
    elif low.endswith("-based"):
        kind = "article"
    elif bare != "Faculty" and all(one in DISCIPLINES for one in low.split("/")):
        kind = "field"
    elif (
        bare[0].isupper()
        or bare[0].isdigit()
        or any(one.isupper() or one == "." for one in bare[1:])
        or _NO_WORD.fullmatch(bare)
    ):
        kind = "org" if low in ORGANIZATION_WORDS else "cap"
    else:
        kind = "low"
    return kind, bool(own)


def stops(token: Token) -> bool:
    """Whether a word ends a role: what somebody does, or `who`, `then` and their like."""
    word = token.word
    low = word.lower()
    return (
        low in PHRASE_ENDS
        or low in _WHEN
        or (word != low and low in _SMALL and low not in _NAMED and token.kind != "cap")
        or bool(_VERB.match(word))
    )


def stripped(piece: Sequence[Token]) -> Sequence[Token]:
    """A piece without small words and marks at its ends."""
    first, last = 0, len(piece)
    while first < last and piece[first].kind in ("article", "comma", "and", "dash", "at", "semi", "of"):
        first += 1
    while last > first and piece[last - 1].kind in ("article", "comma", "and", "dash", "at", "semi", "of"):
        last -= 1
    return piece[first:last]


def is_named(tokens: Sequence[Token]) -> bool:
    """Whether tokens have a word of organizations, which in the end may be one of fields too."""
    ends = [
        place
        for place, one in enumerate(tokens)
        if place + 1 == len(tokens) or tokens[place + 1].kind in ("comma", "bracket", "dash")
    ]
    last = any(place and tokens[place].word.lower() in ORGANIZATION_WORDS for place in ends)
    return last or any(one.kind == "org" for one in tokens)


def is_marked(word: str) -> bool:
    """Whether a word is written as only names are: `IBM`, `18F`, `NYPLabs`, `Fast.ai`."""
    plain = word[1:].replace("-", "").replace("’", "").replace("'", "")
    return not (plain.isalpha() and plain.islower()) and word.lower() not in DISCIPLINES | ROLE_STARTS


def is_acronym(word: str) -> bool:
    """Whether a word alone is written as that of an organization: `NASA`, `GitHub`."""
    return 2 < len(word) < 20 and word.isalnum() and sum(one.isupper() for one in word) > 1


def acts(word: str) -> bool:
    """Whether a word that is a plural of a role is what one person does: `Bo Ek of Kumo, advocates for trams`."""
    return word.islower() and word.endswith("s") and word not in ROLE_NOUNS


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space and marks at its ends."""
    return without_marks(text, start, end, _EDGES, _EDGES)


def range_of(text: str, piece: Sequence[Token], *, own: bool = True) -> tuple[int, int]:
    """The range of tokens, without a possessive at the end, if it may own something; (0, 0) for none."""
    if not piece:
        return (0, 0)
    start, end = trimmed(text, piece[0].start, piece[-1].end)
    if own and piece[-1].owner:
        end -= 2 if text[start:end].endswith(("’s", "'s")) else 1
    return start, end


CAPITAL = re.compile(
    rf"(?:the\s+)*(?:{_CIVIC.pattern}|[A-Z0-9À-Þ]|[a-z]{{1,4}}[A-Z]"
    r"|[a-z][a-z\d-]*\.(?:com|dev|io|net|org)\b|[b-df-hj-np-tv-xz]{3,5}\b)"
)
