"""Singles: persons whom a source names by one word, known by what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from eventnotes.draft.forms import compiled
from eventnotes.draft.lexicon import (
    AMBIGUOUS,
    HONORIFICS,
    ORGANIZATION_WORDS,
    PHRASE_ENDS,
    ROLE_NOUNS,
    SURNAME_WORDS,
    TOPIC_WORDS,
)
from eventnotes.draft.reading.names import ASCII_BUT_CAPITALS, is_given
from eventnotes.draft.reading.runs import Block

NEVER_NAMES = (TOPIC_WORDS - SURNAME_WORDS) | ORGANIZATION_WORDS
_CAPITAL = rf"[^{ASCII_BUT_CAPITALS}\W\d_]"
_ONE = rf"{_CAPITAL}[a-zß-öø-ÿ]{{2,}}"
_NEVER_SINGLE = NEVER_NAMES | PHRASE_ENDS
_TITLES = frozenset(
    re.findall(
        r"\w+",
        "Ambassador Baroness Cllr Commissioner Congressman Congresswoman Councillor Dame Dr Judge Lady Lord Mayor Miss"
        " Mr Mrs Ms Prof Professor Rev Reverend Sen Senator",
    )
)
_TITLED = re.compile(
    rf"(?P<who>(?P<title>[ABCDJLMPRS](?<![^\W_].)[a-z]{{1,12}})\.?\s(?P<name>{_ONE}(?:-{_ONE})?))\b"
    rf"(?P<of>\sof\s{_ONE}\b)?(?!['’-]\w\w|\s{_CAPITAL})"
)
"""A surname behind what may be a title."""
_ALONE = re.compile(rf"{_CAPITAL}(?<![\w’'@#/.&-].)[a-zß-öø-ÿ]{{2,}}(?![\w-]|\.\w|[ ]{_CAPITAL})")
"""A word with a capital before none."""
_ROW = rf"(?:(?:,|,? and|,? &)\s{_ONE}\b){{0,4}}"
_SPOKE = (
    "(?:covered|delivered|demoed|demonstrated|described|discussed|discussing|explained|explaining|facilitated|gave|hosted"
    "|introduced|kicked|led|moderated|pitched|presented|presenting|ran|shared|showed|spoke|talked|taught|walked)"
)
_DOES = compiled(
    rf"(?:['’]s?\s+(?:\w+\s+){{0,2}}?<TALK>\b|{_ROW}<PAREN>(?:\s*,[^.,;:!?\n]{{3,80}},|\s(?:from|of|at)\s[^.,;:!?\n]{{2,40}}?)?"
    rf"(?:['’]s\sturn\b|<ADVERB>\s+(?:{_SPOKE}|(?:was|is|came) (?:up |on )?next)\b))"
)
"""What stands behind somebody who spoke."""
_LED = compiled(
    r"(?:(?:<TALK>|led|given|presented|pitched|delivered|hosted|moderated|run)\b[^.!?\n]{0,40}?\b(?:by|from|with)"
    r"|\b(?i:next|first|then)\s(?:up )?(?:was|is|came)|turn of|over to|joined by|heard from"
    rf"|\b(?i:speakers?|presenters?|panell?ists?)(?: (?:were|included)|\s?[:(])?(?:\s?{_ONE},(?: and)?){{0,6}})\s?\Z"
)
"""What stands before somebody who spoke."""
_SAYS = compiled(
    r"<PAREN>(?:\s*,[^.,;:!?\n]{3,80},)?<ADVERB>\s+<SAID>\b[^.!?\n]{0,90}[\"“«„]"
    r"|[^,.!?:\"“«„\n]{0,60}:[\s*_]*[\"“«„]"
)
"""What stands behind somebody whose words follow."""
_BEHIND = compiled(r"[\"”»][,.]?[\s*_]*(?P<tells>(?:[–—~(-]{1,2}\s*|<SAID>\s+)[*_]*)?\Z")
"""What stands before somebody whose words went before."""
_SAID_IT = compiled(r"<ADVERB>\s+<SAID>\b")
_LABEL = re.compile(r"(?i)^\W*(?:speakers?|presenters?|moderators?|presented by|by)\W*[:–—-]\W*\Z|^\s*[–—~][\s–—*_]*\Z")
_HEADS = re.compile(
    rf"^\W*(?P<who>{_ONE})(?:['’]s\s+(?:\w+\s+)?(?:talk|keynote|presentation|session|workshop)\b|\sfrom\s+[A-Z])"
    rf"|\s[–—|-]\s+(?P<dash>{_ONE})(?=\s*(?:$|[(:]|[/|–—-]\s))"
)
"""A single name in a heading that gave its talk."""
_HANDLE = re.compile(r"(?:\A|\s[–—|&-]\s+|,\s+|\b(?:by|from|with|and)\s+)(?P<who>@\w{3,})\b(?!\.\w|/)")
"""Who is named by a handle alone in a heading: before what is told, or behind the title of a talk."""
_BY_HANDLE = compiled(
    r"\b(?:talk|keynote|presentation|session|workshop|demo|slides)s?\b[^.!?\n@]{0,60}?\b(?:by|from)\s+(?P<who>@\w{3,})"
    rf"|(?:\A|[.!?:,]\s|\s(?:and|then|where|while)\s)(?P<does>@\w{{3,}})<ADVERB>\s+{_SPOKE}\b"
)
_NO_PERSON = re.compile(rf"(?:\b(?:at|from|of|de|del|della|di|von)|(?<=[^.!?:\n]\s)\b{_CAPITAL}[\w-]*)\s\Z")
"""What stands before a place or an organization, or before the end of a longer name."""
_HAN = r"[\u4e00-\u9fff]{2,4}(?![\u3040-\u30ff\u4e00-\u9fff])"
_GAVE = compiled(
    rf"(?<![\w’'@#/.&-])(?P<who>{_CAPITAL}[a-zß-öø-ÿ]{{3,}}|{_HAN})"
    r"(?:<ADVERB>\s+(?:gave|delivered|presented|led|ran)\s(?:an?|the|his|her|their)\s"
    r"(?:[\w-]+\s+){0,3}?<TALK>\b|['’]s\s(?:(?!of\b)\w+\s)?(?:talk|keynote|presentation)s?\b)"
)
"""A word that may be nobody's name, where it can be nothing but somebody's who gave a talk."""
_REACH = 90


class Single(NamedTuple):
    """Where a block names somebody by one word.

    Attributes:
        start, end: the range, with a title before the word.
        word: the word.
        kind: why it may be a name: it is `titled`, or `given`, or `unknown` but gave a talk.
    """

    start: int
    end: int
    word: str
    kind: str


def singles(block: Block, taken: Collection[str]) -> Iterator[Single]:
    """Whoever a block names by one word and says to have spoken, or by a title.

    Args:
        block: a block.
        taken: the words of the names of those who are named in full.
    """
    text = block.text
    for match in _TITLED.finditer(text):
        is_name = match["name"].lower() not in ROLE_NOUNS and match["name"] not in ("Emeritus", *HONORIFICS)
        if match["title"] in _TITLES and is_name:
            of_place = match["of"] and match["title"] in ("Lord", "Lady", "Baroness")
            yield Single(match.start(), match.end("of" if of_place else "who"), match["name"], "titled")
    is_heading = block.kind == "heading"
    for match in (_HEADS if is_heading else _ALONE).finditer(text):
        start, end = match.span(match.lastgroup or 0)
        word = text[start:end]
        if is_given(word) and word not in taken and (is_heading or _speaks(text, start, end)):
            yield Single(start, end, word, "given")
    low = block.small
    if "talk" in low or "resent" in low or "keynote" in low or "workshop" in low:
        for match in _GAVE.finditer(text):
            if not _NO_PERSON.search(text[max(0, match.start() - _REACH) : match.start()]):
                yield Single(*match.span("who"), match["who"], "unknown")


def may_be_single(word: str, kind: str) -> bool:
    """Whether a word may be a person's name when it stands alone, or behind a title."""
    return word.lower() not in _NEVER_SINGLE and (kind == "titled" or word not in AMBIGUOUS)


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a single name tells of somebody who spoke."""
    before = text[max(0, start - _REACH) : start]
    if _LED.search(before) or (start < _REACH and _LABEL.match(before)):
        return True
    owns = text[end : end + 1] in ("'", "’")
    if (owns or not _NO_PERSON.search(before)) and _DOES.match(text, end):
        return True
    return any(mark in text for mark in '"“«„') and _is_quoted(text, before, end)


def _is_quoted(text: str, before: str, end: int) -> bool:
    """Whether words in quotation marks beside a single name are told to be that person's."""
    behind = _BEHIND.search(before)
    if behind is None:
        return _SAYS.match(text, end) is not None
    return behind["tells"] is not None or _SAID_IT.match(text, end) is not None


def handles(block: Block, *, named: bool) -> Iterator[tuple[int, int]]:
    """Where a block names somebody who spoke by a handle; a heading that names somebody else too does not."""
    if "@" in block.text:
        for match in (_HANDLE if block.kind == "heading" and not named else _BY_HANDLE).finditer(block.text):
            yield match.span(match.lastgroup or 0)


def ends_longer(text: str, start: int) -> bool:
    """Whether a word stands behind another with a capital within a sentence, so that both are a longer name."""
    before = text[:start].rstrip(" ")
    previous = _PREVIOUS.search(before[-40:])
    if previous is None or before == text[:start] or TITLE.fullmatch(previous[0]):
        return False
    ends = previous[0].endswith(".") and len(previous[0]) > _INITIAL
    opens = before[: -len(previous[0])].rstrip()[-1:] in ("", ".", "!", "?", ":")
    return previous[0][0].isupper() and not (ends or opens)


TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Senator|Mayor)\.?")
_PREVIOUS = re.compile(r"[\w’'.-]+\Z")
_INITIAL = 3
"""Characters that an initial or `St.` has at most; a longer word with a full stop ends a sentence."""
