"""Forms: named ways in which people write something down, each with the sentences that prove it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from eventnotes.draft.lexicon import DAYS, MONTHS, MONTHS_ABROAD, PRESENTING, SAYING, TALK_NOUNS, alternatives

KNOWN, INNER, LIKELY = "\x80", "\x81", "\x82"
"""What stands in place of a person's name in the text that forms are matched on: a known one's first character, any
other character, and the first character of what is likely a name."""

_PERSON = f"[{KNOWN}{LIKELY}][{INNER}]*+"
_LETTERS = (
    r"(?:Ph\.?D|M\.?D|MBE|OBE|CBE|MSc|BSc|MBA|[BM]\.?A|DPhil|RN"
    r"|Jr|Sr|I{2,3}|IV|CEng|FREng|FRSA|[FM](?:BC|CI|IE|RI)[A-Z]{1,3})\b\.?"
)
_PAREN = rf"(?:,?\s+{_LETTERS})?(?:\s*\([^()]{{1,80}}\)|\s+@\w+)?"
_AND = r"\s*,\s*(?:and\s+|&\s+)?|\s+(?:and|&|et|und|y|e|en|och|og|\+)\s+|\s*/\s*"
_PEOPLE = rf"{_PERSON}{_PAREN}(?:(?:{_AND}){_PERSON}{_PAREN}){{0,60}}"
_CAPITAL = rf"(?:(?:[A-Z]\.){{2,}}|[A-Z0-9À-Þ][\w&’'+/.-]*(?<![.'’])|{LIKELY}[{INNER}]*+)"
_SMALL = "(?:of|for|and|&|de|du|des|la|on|in|the)"
_MONTHS = [*MONTHS, *(f"{one[:3]}[.]?" for one in MONTHS if one != "May"), "Sept[.]?"]
_SMALL_MONTHS = [one.lower() for one in _MONTHS if one[:2] != "Ma"]
_MONTHS_ABROAD = " ".join([*MONTHS_ABROAD, *map(str.title, MONTHS_ABROAD)]).split()
_MACROS = {
    "PERSON": _PERSON,
    "MARKS": rf"[^\w{KNOWN}{INNER}{LIKELY}]*",
    "PEOPLE": _PEOPLE,
    "ASIDE": r"(?:\s*\([^()\n]{1,80}\))?",
    "LETTERS": _LETTERS,
    "PAREN": _PAREN,
    "PHRASE": rf"(?:[^.;:!?()\"“”\n{KNOWN}]|\([^()\n]{{1,60}}\)|(?<=\b[A-Z])\.){{2,150}}?",
    "PRESENTED": alternatives(PRESENTING),
    "SAID": alternatives(SAYING),
    "TALK": rf"{alternatives(TALK_NOUNS)}s?",
    "ADVERB": r"(?:\s+(?:then|also|once|always|herself|himself|later|first|next|further|who|both|and|each|together|all"
    r"|(?!only)[a-z]+ly)){0,2}",
    "ORGANIZATION": rf"(?:the\s+)?{_CAPITAL}(?:\s+(?:{_SMALL}\s+){{0,2}}{_CAPITAL}){{0,8}}",
    "MONTH": alternatives("|".join([*_MONTHS, *_SMALL_MONTHS, *_MONTHS_ABROAD])),
    "DAY": alternatives("|".join([*DAYS, *(one[:3] for one in DAYS)])),
    "NUMBER": rf"(?:\d{{1,2}}|{alternatives('two|three|four|five|six|seven|eight|nine|ten|eleven|twelve')})",
    "OPEN": r"[\"“«„]",
    "CLOSE": r"[\"”»“]",
    "BEGIN": r"(?:(?P<double>[\"“«„])|(?<!\w)[‘'])",
    "END": r"(?(double)[\"”»“]|[’'](?!\w))",
}


@dataclass(frozen=True, eq=False)
class Form:
    """A way of writing something down.

    Attributes:
        name: in kebab case; it appears in the evidence.
        pattern: a regular expression; `<PERSON>` and its like stand for what the module defines.
        confidence: how often what it finds is right.
        proofs: sentences, and what the form finds in each.
        small: whether it is in small letters, and stands in text in small letters, which is far faster than to
            ignore capitals.
        needs: strings of which a range must hold one to be worth searching.
    """

    name: str
    pattern: str
    confidence: float
    proofs: tuple[tuple[str, str], ...] = ()
    small: bool = False
    needs: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first used."""
        return compiled(self.pattern)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Where the form stands in a text."""
        stop = len(text) if end is None else end
        if self.needs and not self.may_stand(text[start:stop]):
            return iter(())
        return self.regex.finditer(text, start, stop)

    def may_stand(self, text: str) -> bool:
        """Whether a text has what the form needs."""
        for one in self.needs:
            if one in text:
                return True
        return not self.needs

    @cached_property
    def is_of_person(self) -> bool:
        """Whether it begins with a person's name, so that it is looked for nowhere else."""
        return self.pattern.removeprefix("(?P<people>").startswith(("<PERSON>", "<PEOPLE>"))


def standing(
    forms: Iterable[Form], text: str, persons: Collection[int] = (), low: str = ""
) -> Iterator[tuple[Form, re.Match[str]]]:
    """Where several forms stand in a text, form by form.

    Args:
        forms: the forms.
        text: the text.
        persons: where it names persons, in order.
        low: in what they need is looked for, if not in the text.
    """
    for form in forms:
        if not form.needs or form.may_stand(low or text):
            for match in _at(persons, form.regex, text) if form.is_of_person else form.regex.finditer(text):
                yield form, match


def _at(starts: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where a pattern stands that begins at none but these places."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)) is not None:
            yield match
            end = match.end()


def expanded(pattern: str) -> str:
    """A pattern with the meaning of `<PERSON>` and its like in their place.

    What Python asks of any letter takes it far longer than of an ASCII one, so the boundary that begins a pattern, and
    `(?i:…)`, are of ASCII letters.
    """
    opened = _OPENS.sub(lambda match: f"{match[1]}{WORD_BEGINS}", pattern.replace("(?i:", "(?ai:"))
    return _MACRO.sub(lambda match: _MACROS[match[1]], opened)


_MACRO = re.compile(r"<([A-Z]+)>")
_OPENS = re.compile(r"\A((?:\(\?[a-z]+\))?)\\b")
WORD_BEGINS = r"(?a:\b)(?<!\w)"
"""What a boundary before an ASCII letter or digit is."""


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which `<PERSON>` and its like mean what the module defines."""
    return re.compile(expanded(pattern), flags)


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of many words that tells their common beginnings once, which is far faster."""
    rest: dict[str, list[str]] = {}
    for word in words:
        if not word:
            return ""
        rest.setdefault(word[0], []).append(word[1:])
    ways = [re.escape(first) + any_of(rest[first]) for first in sorted(rest)]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def people_in(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of the persons in a masked text."""
    for match in _PERSON_RE.finditer(masked, start, end):
        yield match.span()


_PERSON_RE = re.compile(_PERSON)
