"""Parts: what stands side by side in a source: items of a list, headings of a level, sentences, words in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Literal, NamedTuple

from eventnotes.draft.claim import Words
from eventnotes.draft.forms import compiled
from eventnotes.draft.reading.runs import Block, without_marks
from eventnotes.draft.reading.view import View

LEAST, MOST = 2, 15
"""How many parts there may be."""
_AHEAD = 120
"""How far before the parts of a sentence what leads them in is read, in characters."""
_LEAD = 300
"""How much of what leads a list in is read, in characters."""
_LONGEST = 8
"""Of how many words a part in a sentence may be."""
_SLACK = 2
"""By how many words the first or the last part of a sentence may be longer than those between."""
_LONG_LINE = 60
_BOLD_BEFORE = 4
TEXTS = ("paragraph", "heading", "item")
SIGN = r"[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?"
SIGNED = re.compile(rf"{SIGN}\s+")
"""A sign, such as an arrow or an emoji, that stands for a bullet."""
_BULLET = re.compile(rf"\s*(?:[*•·–-]|\(?(?:\d{{1,2}}|[a-h])[.)]|{SIGN})\s+")
LABEL = re.compile(
    r"\W*(?:(?ai:step|(?:working )?group|rule|principle|phase|stage|pillar|level|path|objective|goal|law|layer|element"
    r"|key|theme|dimension|framework|problem|challenge|barrier|habit|factor|reason|driver|mistake|mode|trend|way|value"
    r"|area)\s*#?(?:\d{1,2}|(?i:one|two|three|four|five|six|seven|eight))\s*(?:[:.]|\s[–—-]{1,2})"
    r"|#?\d{1,2}\s*[.):–—-])\s*(?=[^\s\d])"
)
"""`Step 1:` or `1.`, in what is text."""
_HEAD = re.compile(
    r"[^\n]*?(?=[\s:=→⇒.!?(,-]|\Z)(?=\s*:\s+(?![\"“])|\s+<[-–—]|\s*(?:->|→|=>|⇒)|\s+[–—-]{1,2}\s|\n|[.](?:\s|$)|(?<=[!?])\s|\s*\((?![^()\n]*\)\s+[a-z])"
    r"|,?\s+(?:which|who|where)\b|,\s+(?:when|because|since|and\s(?:he|she|it|they|that))\b|,\s+like\b|\Z)"
)
_AND = re.compile(r"[,;]\s+(?:and|or)$")
_MARK = re.compile(
    r"(?=[\s:()!?=–—.,;→⇒-])(?:(?P<stop>[:()!?]\s*|,?\s(?:namely|which\s(?:stands\sfor|are))\s+|=(?!>)\s*|\s[–—-]{1,2}\s|[–—]|\.(?:\s+|$))"
    r"|(?<!first)(?<!second)(?<!third)(?<!fourth)(?<!finally)[,;]\s*(?:(?:and|then|or|und|et)\s+|&\s*)?|\s(?:and|or|then|und|et|&|[>+])\s+|->|=>|[→⇒])"
)
"""Where a list in a sentence begins or ends, or what stands between its parts; hardly a character can begin one."""
_between_parts = re.compile(r"[,;>→⇒ ](?:(?<! )|(?:and|or|und|et|&) )").findall
_OPENER = compiled(
    r"\b(?:are|were|is|of|on|by|as|to|in|with|into|from|like|over|than|both|for|was|via|through|includes?|between"
    r"|namely|towards|greater|using|these|those|means)\s+"
)
_CLOSER = re.compile(
    r"\s+(?:are|were|make|is|in|for|to|that|which|who|as|at|by|from|with|when|because|if|will|would)\b"
)
_JOINERS = frozenset(("and", "or", "&", "und", "et"))
_ASIDE = re.compile(r"\([^(),;]{0,60}\)")
_NUMBER = re.compile(r"(?<!\S)\(?(\d{1,2})[.)]\s+")
_POINTS = re.compile(r"\W*(?:these|they|those)\s+(?:are|were)\b")
"""What goes on from the sentence before."""
_NTH = re.compile(
    r"(\s*(?:and\s+)?(?:the\s+)?(?:first|second|third|fourth|fifth|finally|lastly|last)(?:ly)?"
    r"(?:\s+(?:is|was|one is|of all)\b)?\s*[,:]?\s+)",
)
_COUNTS = re.compile(f"{_NTH.pattern}|{LABEL.pattern}")
Shape = Literal["list", "headings", "sentences", "sentence"]


class Parts(NamedTuple):
    """Parts side by side.

    Attributes:
        shape: where they stand.
        elements: the short name of each.
        wholes: all that is said of each.
        lead: what leads them in.
        rest: what follows them in their sentence.
    """

    shape: Shape
    elements: list[Words]
    wholes: list[Words]
    lead: Words
    rest: str = ""


def parts_of(view: View) -> Iterator[Parts]:
    """Whatever stands side by side in a source."""
    for wholes in _lists(view):
        first = wholes[0]
        above = first.block if not first.block.list and first.block.line_at(first.start)[0] else view.above(first.block)
        if LEAST <= len(wholes) <= MOST and above is not None and above.kind in TEXTS:
            lead = Words(above, 0, first.start) if above is first.block else _last_sentence(above)
            yield Parts("list", [element_words(one) for one in wholes], wholes, lead)
    yield from _headings(view)
    for block in view.blocks:
        if block.kind in TEXTS and not block.tag:
            yield from _in_sentences(block)
            yield from _sentences(block)
            yield from _numbered(block)


def _last_sentence(above: Block) -> Words:
    start = above.sentences[-1][0] if above.sentences and above.kind != "heading" else 0
    return Words(above, max(start, len(above.text) - _LEAD), len(above.text))


def _lists(view: View) -> Iterator[list[Words]]:
    """Lists, paragraphs in a row that begin in bold or with a label, lines with bullets."""
    for items in view.lists():
        yield [Words(one, 0, len(one.text)) for one in items]
    for are_led, run in groupby(view.blocks, _is_led):
        several = [*run]
        if are_led and len(several) > LEAST:
            yield [Words(one, 0, len(one.text)) for one in several]
        for block in () if are_led else several:
            if lines := bulleted(block) if not block.list else []:
                yield lines


def bulleted(block: Block) -> list[Words]:
    """The lines of a paragraph that is a list to the eye, but for one that leads in or goes on."""
    lines = [one for one in block.lines if block.text[slice(*one)].strip()] if block.breaks else []
    found = [Words(block, match.end(), end) for start, end in lines if (match := _BULLET.match(block.text, start))]
    return found if block.kind == "paragraph" and len(found) > LEAST and len(found) >= len(lines) - 1 else []


def _headings(view: View) -> Iterator[Parts]:
    """Headings of one level below a heading, the title, or a sentence that ends with a colon."""
    seen: set[int] = set()
    title = view.header.get("title")
    for place, first in enumerate(view.headings):
        if first.number in seen:
            continue
        alike = [*_alike(view.headings, place)]
        seen.update(one.number for one in alike)
        above = view.above(first)
        if above is None or above.kind != "paragraph" or not above.text.rstrip().endswith(":"):
            above = view.headings[place - 1] if place else title
        if above is not None and LEAST < len(alike) <= MOST:
            wholes = [Words(one, 0, len(one.text)) for one in alike]
            yield Parts("headings", [element_words(one) for one in wholes], wholes, _last_sentence(above))


def _alike(headings: Sequence[Block], place: int) -> Iterator[Block]:
    """The headings of the level of one, from it up to one of a higher level."""
    level = headings[place].level
    while place < len(headings) and headings[place].level >= level:
        if headings[place].level == level:
            yield headings[place]
        place += 1


def _in_sentences(block: Block) -> Iterator[Parts]:
    """Words with commas, arrows or `and` between them, from one stop of a sentence to the next."""
    text = _ASIDE.sub(lambda match: " " * len(match[0]), block.text) if ")" in block.text else block.text
    for start, end in block.sentences:
        for places in _series(text, start, end):
            yield from _between(block, text, places, start)


def _series(text: str, start: int, end: int) -> Iterator[list[int]]:
    """Where what has marks between it begins and ends, from one stop of a sentence to the next, if it is not few."""
    if len(_between_parts(text, start, end)) < LEAST:
        return
    places = [start]
    for match in _MARK.finditer(text, start, end):
        if not match.lastgroup:
            places += match.span()
            continue
        if len(places) >= 2 * LEAST:
            yield [*places, match.start()]
        places = [match.end()]
    if len(places) >= 2 * LEAST:
        yield [*places, end]


def _within(shape: Shape, elements: list[Words], wholes: list[Words], start: int = 0) -> Parts:
    """Parts that stand in a block, led in by what stands before them, from a place on."""
    block, first, last = wholes[0].block, wholes[0].start, wholes[-1].end
    lead = Words(block, max(start, first - _AHEAD), first)
    return Parts(shape, elements, wholes, lead, block.text[last : last + _AHEAD])


def _between(block: Block, text: str, places: list[int], start: int) -> Iterator[Parts]:
    """The parts that begin and end at places of a sentence, unless there are few or one is too long."""
    places = _joined(text, places)
    if not 2 * LEAST < len(places) <= 2 * MOST:
        return
    longest = max(len(text[one:two].split()) for one, two in zip(places[2:-2:2], places[3:-2:2], strict=True))
    points = _POINTS.match(block.small, start) if places[0] == start else None
    if points:
        places[0] = points.end()
    elif len(text[slice(*places[:2])].split()) > longest + _SLACK * (places[0] > start):
        places[0] = max((match.end() for match in _OPENER.finditer(text, *places[:2])), default=places[0])
    last, end = places[-2:]
    if len(text[last:end].split()) > longest + _SLACK and (closed := _CLOSER.search(text, last + 1, end)):
        places[-1] = closed.start()
    starts = [match.end() if (match := _NTH.match(block.small, one)) else one for one in places[::2]]
    elements = [stripped(block, one, two, text) for one, two in zip(starts, places[1::2], strict=True)]
    if all(0 < len(block.text[one.start : one.end].split()) <= _LONGEST for one in elements):
        opens = points or not text[start : elements[0].start].strip(" \n*_")
        wholes = [stripped(block, places[0], places[1], text), *elements[1:]]
        yield _within("sentence", elements, wholes, 0 if opens else start)


def _joined(text: str, places: list[int]) -> list[int]:
    """Places but for those around an `and` that stands in a part: `open and free, safe and sound, and cheap`."""
    between = [(one, two) for one, two in zip(places[1:-1:2], places[2:-1:2], strict=True)]
    joins = [text[one:two].strip() in _JOINERS for one, two in between]
    if not any(joins[:-1]) or all(joins):
        return places
    return [places[0], *chain(*(pair for pair, one in zip(between, joins, strict=True) if not one)), places[-1]]


def _sentences(block: Block) -> Iterator[Parts]:
    """Sentences in a row that begin with `First`, `Second` and so on, or with `Step 1:`."""
    spans = block.sentences if len(block.sentences) > LEAST else ()
    found = [(_COUNTS.match(block.small, *one), one[1]) for one in spans]
    for counts, run in groupby(found, lambda one: one[0] is not None):
        several = [(match, end) for match, end in run if match]
        if counts and LEAST < len(several) <= MOST:
            elements = [_head_of(block, match.end(), end) for match, end in several]
            yield _within("sentences", elements, [Words(block, match.start(), end) for match, end in several])


def _numbered(block: Block) -> Iterator[Parts]:
    """What stands behind numbers in a text, from 1 on: `1) ask, 2) build and 3) show`."""
    found: list[re.Match[str]] = []
    for match in _NUMBER.finditer(block.text) if "3." in block.text or "3)" in block.text else ():
        found = found if int(match[1]) == len(found) + 1 else []
        if int(match[1]) == len(found) + 1:
            found.append(match)
    if LEAST < len(found) <= MOST:
        last = next((end for _, end in block.sentences if end > found[-1].end()), len(block.text))
        ends = [*(one.start() for one in found[1:]), last]
        wholes = [Words(block, one.end(), end) for one, end in zip(found, ends, strict=True)]
        elements = [element_words(one) for one in wholes]
        lead = Words(block, max(0, found[0].start() - _AHEAD), found[0].start())
        yield Parts("sentences", elements, wholes, lead, block.text[last : last + _AHEAD])


def element_words(item: Words) -> Words:
    """The short name of an element: its bold beginning, or what stands before a colon, a dash or a full stop."""
    block = item.block
    label = LABEL.match(block.text, item.start, item.end)
    start = label.end() if label else item.start
    marked = block.strong if is_bold_led(block) else block.emphasis if _is_emphasis_led(block) else ()
    if item.start == 0 and marked and start < marked[0][1]:
        return stripped(block, start, marked[0][1])
    end = next((two for one, two in block.lines if one <= start < two), item.end)
    goes_on = end - start > _LONG_LINE or not block.text[end + 1 : end + 2].isupper()
    return _head_of(block, start, item.end if goes_on else end)


def _is_led(block: Block) -> bool:
    """Whether a block is a paragraph that begins as the part of something: in bold, or with `Step 1:`."""
    is_paragraph = block.kind == "paragraph" and not block.list and not block.quoted
    return is_paragraph and (is_bold_led(block) or LABEL.match(block.text) is not None)


def is_bold_led(block: Block) -> bool:
    """Whether a block begins in bold, perhaps behind a sign such as an emoji."""
    start, end = block.strong[0] if block.strong else (0, 0)
    return end - start > 1 and start < _BOLD_BEFORE and not any(map(str.isalnum, block.text[:start]))


def _is_emphasis_led(block: Block) -> bool:
    """Whether a block begins with emphasis that a stop or a dash ends."""
    end = block.emphasis[0][1] if block.emphasis and not block.emphasis[0][0] else 0
    return end > 1 and (block.text[end - 1] in ".:!?" or not block.text[end:].lstrip()[:1].isalnum())


def _head_of(block: Block, start: int, end: int) -> Words:
    """The words of a range up to a colon, a dash, a bracket or the end of its sentence."""
    match = _HEAD.match(block.text[start:end])
    until = start + match.end() if match and match.end() > 1 else end
    words = stripped(block, start, until)
    trailing = _AND.search(words.text)
    return stripped(block, words.start, words.end - len(trailing[0])) if trailing else words


def stripped(block: Block, start: int, end: int, text: str = "") -> Words:
    """A range without the white space and marks around it, as a text of the block's length has them."""
    places = without_marks(text or block.text, start, end, " \n\"“”‘’'*_,;:.–—-", " \n\"“”‘’'*_,;:.")
    return Words(block, *places)
