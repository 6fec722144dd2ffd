"""Phrases: title and organization in the words of a role."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventnotes.draft.forms import expanded
from eventnotes.draft.lexicon import DISCIPLINES, ORGANIZATION_WORDS, ROLE_NOUNS, ROLE_STARTS

_AT = re.compile(r"\s+(?:at|from|with|@)\s+(?:the\s+)?|\s*@\s*")
_OF = re.compile(r"\s+(?:of|for|in)\s+")
_COMMA = re.compile(r"\s*(?:,|\s[–—|-]{1,2})\s+")
ARTICLE = re.compile(r"^(?:is|was|an?|the|our|its|their|my|current|currently|new|fellow)\s+(?:new\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[\w&’'./+-]*[\w]")
_AND_ROLE = re.compile(r"\s*(?:;|,?\s+and\s+(?:also\s+)?|,?\s+as well as\s+|,?\s+&\s+)\s*")
CAPITAL = re.compile(r"(?:the\s+)?[A-Z0-9À-Þ]")
_ORGANIZATION = re.compile(expanded(r"<ORGANIZATION>(?:\s*\([A-Z][\w&.-]{1,11}\))?"))
_POSSESSIVE = re.compile(r"^(?P<organization>.*[\w)])(?:[’']s|s[’'])\s+(?P<title>.+)$")


class Role(NamedTuple):
    """A title and an organization, each as a range of a text; (0, 0) for none."""

    title: tuple[int, int]
    organization: tuple[int, int]


def parse_roles(text: str, start: int, end: int, *, strict: bool) -> list[Role]:
    """The roles in a phrase such as `CIO of Norfolk and President of Socitm`.

    Args:
        text: a text.
        start: where the phrase begins.
        end: where it ends.
        strict: whether a phrase without a word for a role tells none, as beside a comma.
    """
    found: list[Role] = []
    cuts = [start]
    ends = []
    for match in _AND_ROLE.finditer(text, start, end):
        following = _words(text[match.end() : min(end, match.end() + 60)])[:4]
        before = _parse_role(text, cuts[-1], match.start(), strict=True)
        whole = before is not None and before.organization != (0, 0) and before.title != (0, 0)
        if (whole and _has_role(following)) or match[0].strip() == ";":
            ends.append(match.start())
            cuts.append(match.end())
    ends.append(end)
    for one, until in zip(cuts, ends, strict=True):
        role = _parse_role(text, one, until, strict=strict)
        if role is not None:
            found.append(role)
    return found


def _parse_role(text: str, start: int, end: int, *, strict: bool) -> Role | None:
    start, end = trimmed(text, start, end)
    if match := ARTICLE.match(text[start:end]):
        start += match.end()
    phrase = text[start:end]
    if not _has_role(_words(phrase)):
        plain = (
            not strict
            and CAPITAL.match(phrase)
            and len(phrase) < _LONGEST
            and not re.search(r"[,:]|(?:\w+\W+){7}", phrase)
        )
        return Role((0, 0), (start, end)) if plain else None
    for split in (_at_possessive, _at_preposition, _at_comma, _at_of, _at_lead):
        found = split(text, start, end)
        if found is not None:
            return found
    return Role((start, end), (0, 0)) if len(phrase) < _LONGEST else None


def _at_possessive(text: str, start: int, end: int) -> Role | None:
    """`Kumo’s head of maps`."""
    match = _POSSESSIVE.match(text[start:end])
    if match is None or _has_role(_words(match["organization"])) or not _has_role(_words(match["title"])):
        return None
    return _role(text, start + match.start("title"), end, start, start + match.end("organization"))


def _at_preposition(text: str, start: int, end: int) -> Role | None:
    """`head of maps at Kumo`."""
    return _split_last(text, start, end, _AT)


def _at_comma(text: str, start: int, end: int) -> Role | None:
    """`head of maps, Kumo`, and `analyst, Office of Maps, City of Porto`, whose whole rest is an organization."""
    for split in _COMMA.finditer(text, start, end):
        pieces = _COMMA.split(text[split.end() : end])
        alike = all(CAPITAL.match(one) and not _has_role(_words(one)) for one in pieces)
        known = any(one in ORGANIZATION_WORDS for one in _words(pieces[0]))
        if len(pieces) > 1 and alike and known and _has_role(_words(text[start : split.start()])):
            return _role(text, start, split.start(), split.end(), end)
    return _split_last(text, start, end, _COMMA)


def _split_last(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Role | None:
    for split in reversed([*pattern.finditer(text, start, end)]):
        rest = text[split.end() : end]
        if _has_role(_words(text[start : split.start()])) and CAPITAL.match(rest) and not _ends_in_role(_words(rest)):
            return _role(text, start, split.start(), split.end(), _organization_end(text, split.end(), end))
    return None


def _at_of(text: str, start: int, end: int) -> Role | None:
    """`CIO of Kumo`, but not `head of maps`."""
    for split in _OF.finditer(text, start, end):
        rest = text[split.end() : end]
        if _has_role(_words(text[start : split.start()])) and _is_organization(rest, _words(rest)):
            return _role(text, start, split.start(), split.end(), _organization_end(text, split.end(), end))
    return None


def _at_lead(text: str, start: int, end: int) -> Role | None:
    """`Kumo head of maps`."""
    words = list(_WORD.finditer(text, start, end))
    lead = next((place for place, one in enumerate(words) if not _is_foreign(one[0])), len(words))
    rest = [one[0].lower() for one in words[lead:]]
    if 0 < lead < len(words) <= lead + 4 and _has_role(rest) and _owns([one[0] for one in words[:lead]], rest):
        return _role(text, words[lead].start(), end, start, words[lead - 1].end())
    return None


def _owns(lead: list[str], title: list[str]) -> bool:
    """Whether words before a title are an organization's, and no part of the title."""
    named = any(not one[1:].islower() or one.lower() in ORGANIZATION_WORDS for one in lead)
    return named or (len(title) == 1 and title[0] in _OF_ONE)


def _role(text: str, start: int, end: int, from_: int, to: int) -> Role:
    title, organization = trimmed(text, start, end), trimmed(text, from_, to)
    if match := ARTICLE.match(text[organization[0] : organization[1]]):
        organization = (organization[0] + match.end(), organization[1])
    return Role(title, organization)


def _organization_end(text: str, start: int, end: int) -> int:
    match = _ORGANIZATION.match(text, start, end)
    return match.end() if match and match.end() > start + 1 else end


def _is_organization(written: str, words: list[str]) -> bool:
    if not words:
        return False
    if words[0] == "the":
        return True
    if words[0] in DISCIPLINES and not any(one in ORGANIZATION_WORDS for one in words):
        return False
    return bool(CAPITAL.match(written))


def _is_foreign(word: str) -> bool:
    """Whether a word at the head of a role belongs to the organization: `Volta Grid` in `Volta Grid CTO`."""
    low = word.lower()
    return (word[0].isupper() or word[0].isdigit()) and low not in ROLE_NOUNS | ROLE_STARTS | DISCIPLINES


def role_before(text: str, start: int, end: int) -> list[Role]:
    """A role that ends right before a name: the words up to it that belong together."""
    start, end = trimmed(text, start, end)
    if match := _OWNER.search(text[:end], start):
        return [Role((0, 0), match.span("organization"))] if match["organization"].lower() not in _NO_OWNERS else []
    words = list(_WORD.finditer(text, start, end))
    if not words:
        return []
    if not _has_role([words[-1][0].lower()]):
        return _plural_of(text, words, end)
    first = len(words) - 1
    while first > 0 and _belongs(words[first - 1][0]) and text[words[first - 1].end() : words[first].start()] == " ":
        first -= 1
    lead = first
    while lead < len(words) - 1 and _is_foreign(words[lead][0]) and words[lead][0].lower() not in ("of", "for"):
        lead += 1
    if lead == first:
        return [Role((words[lead].start(), end), (0, 0))]
    if not _owns([one[0] for one in words[first:lead]], [one[0].lower() for one in words[lead:]]):
        return [Role((words[first].start(), end), (0, 0))]
    until = words[lead - 1].end()
    until -= 2 if re.search(r"[’']s$", text[words[first].start() : until]) else 0
    return [Role((words[lead].start(), end), (words[first].start(), until))]


def singular(title: str) -> str:
    """A title in the singular, where it is a plural: `performance analysts`."""
    last = title.rpartition(" ")[2].lower()
    return title[:-1] if last.endswith("s") and last not in ROLE_NOUNS and last[:-1] in ROLE_NOUNS else title


def _plural_of(text: str, words: list[re.Match[str]], end: int) -> list[Role]:
    """`analysts from Kumo, ` before names."""
    for place, word in enumerate(words):
        low = word[0].lower()
        if low.endswith("s") and low[:-1] in ROLE_NOUNS and low not in ROLE_NOUNS:
            first = place
            while (
                first > 0
                and _belongs(words[first - 1][0])
                and text[words[first - 1].end() : words[first].start()] == " "
            ):
                first -= 1
            split = _AT.match(text, word.end()) or _OF.match(text, word.end())
            if split and CAPITAL.match(text[split.end() : end]):
                return [_role(text, words[first].start(), word.end(), split.end(), end)]
    return []


def _belongs(word: str) -> bool:
    low = word.lower()
    return low in ROLE_NOUNS or low in ROLE_STARTS or low in DISCIPLINES or (word[0].isupper() and low not in _OPENERS)


_OWNER = re.compile(r"(?P<organization>(?:[A-Z0-9][\w&.+-]*\s+){0,5}[A-Z0-9][\w&.+-]*)[’']s?$")
_NO_OWNERS = frozenset(["it", "here", "that", "there", "today", "what", "who", "let"])
_LONGEST = 80
_OF_ONE = frozenset(
    ["ceo", "cto", "cio", "cfo", "coo", "cdo", "founder", "co-founder", "cofounder", "president", "chairman", "chair"]
)
_EDGES = " ,;:–—-|\n*_\u200e\u200f"
_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "as",
        "our",
        "in",
        "at",
        "on",
        "then",
        "next",
        "first",
        "finally",
        "after",
        "when",
        "while",
        "with",
        "by",
        "and",
        "but",
        "from",
        "of",
        "for",
        "to",
        "this",
        "that",
    ]
)


def _words(text: str) -> list[str]:
    return [one[0].lower() for one in _WORD.finditer(text)]


def _has_role(words: list[str]) -> bool:
    return any(one in ROLE_NOUNS or (one.endswith("s") and one[:-1] in ROLE_NOUNS) for one in words)


def _ends_in_role(words: list[str]) -> bool:
    """Whether words end in a role rather than in an organization."""
    return bool(words) and words[-1] in ROLE_NOUNS and not any(one in ORGANIZATION_WORDS for one in words)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space and marks at its ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
