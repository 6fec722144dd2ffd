"""Lessons: what the text itself marks as a lesson, a takeaway, a tip, or its author's own conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import KNOWN, LIKELY
from eventnotes.draft.items import morals
from eventnotes.draft.items.advice import ANNOUNCED, COUNTED, HEADINGS, LEAD_INS
from eventnotes.draft.items.headed import headed_lessons
from eventnotes.draft.items.morals import FORMS, MARKED, SENTENCES, WE_MUST
from eventnotes.draft.items.parts import SIGNED, bulleted, is_bold_led
from eventnotes.draft.items.places import ADVISING, NAMES, Place
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block, lowered
from eventnotes.draft.reading.view import View
from eventnotes.draft.weights import LESSON, sureness

__all__ = ["FORMS", "recognise"]
_LEAST_WORDS = 3


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The lessons of a source."""
    for words, cues in candidates(mentions):
        named = sorted(cues & NAMES)
        if named:
            form = max(named, key=lambda cue: LESSON.get(cue, 0.0))
            yield Claim("lesson", words, "lessons", form, round(sureness(cues, LESSON), 2))


def candidates(mentions: Mentions) -> Iterator[tuple[Words, set[str]]]:
    """What may be a lesson, and the cues that speak for and against it."""
    view = mentions.view
    place = Place(_is_refrain(view))
    headed = headed_lessons(mentions)
    for block in view.blocks:
        if block.kind == "heading":
            if block in headed:
                words, form = headed[block]
                yield words, {"bias", form}
            place.enter(block, is_lesson=block in headed)
        elif block.kind in ("paragraph", "item") and not block.tag and not block.quoted:
            yield from _in_block(mentions, block, place)
            if block.kind == "paragraph":
                place.listen(view, block)


def _is_refrain(view: View) -> bool:
    """Whether a post says again and again what its writers must do."""
    blocks = [one for one in view.blocks if one.kind == "paragraph" and not one.quoted]
    needing = [one for one in blocks if any(need in one.text for need in _NEEDS)]
    said = [one.small[start:end] for one in needing for start, end in one.sentences]
    return sum(bool(WE_MUST.regex.search(one)) for one in said) >= _OFTEN


_NEEDS = ("need", "must", "should", "cannot", "have to")
_OFTEN = 3


def _in_block(mentions: Mentions, block: Block, place: Place) -> Iterator[tuple[Words, set[str]]]:
    if block.kind == "paragraph" and is_bold_led(block) and mentions.of(block) and not _SAYS.search(block.text):
        return  # **Trams at night** – Ewa Nowak, Kumo
    low = morals.TITLES.sub(lambda one: "x" * len(one[0]), lowered(mentions.masked(block)))
    lines = bulleted(block) or _lined(block, place)
    marks = _opening(mentions.view, block, place, low, lines)
    onward = {*_onward(block, low, place)} if block.kind == "paragraph" and not lines else set()
    for index, (start, end) in enumerate([(one.start, one.end) for one in lines] or _pieces(block)):
        sign = SIGNED.match(low, start)
        begin = sign.end() if sign else start + _label(low[start:end])
        if _FAREWELL.match(low, start) or not low[begin:end].strip(_MARKS) or _is_open(low[begin:end]):
            continue
        cues, told = {*marks} if lines or not index else set(), low[begin:end]
        if start in onward and not cues & NAMES:
            cues = {*(place.above or (ANNOUNCED.name,)), "prose"}
        if not cues & NAMES and _is_whole(told):
            cues, told = _marked(low[start:end], place)
        if cues & NAMES:
            against = {name for name, cue in morals.CUES.items() if cue.search(told)}
            yield Words(block, begin, end), cues | against | ({"bias", "nested"} if block.depth > 1 else {"bias"})


def _opening(view: View, block: Block, place: Place, low: str, lines: list[Words]) -> tuple[str, ...]:
    """What tells that a block, or each of its lines, opens with a lesson."""
    if lines:
        place.led.pop(0, None)
    marks = place.marks(view, block) if lines or _is_item(view, block, place) else ()
    if lines and not NAMES & {*marks}:
        label = low[: block.line_at(0)[1]]
        led = LEAD_INS if len(label.split()) < _LEAST_WORDS else ()
        marks = (*marks, *(one.name for one in led if one.regex.search(label)))
    if place.told and block.kind == "paragraph" and not NAMES & {*marks}:
        return (*place.told, "told")
    return (HEADINGS[0].name, "prose") if _opens_prose(view, block, place) else marks


def _onward(block: Block, low: str, place: Place) -> Iterator[int]:
    """Where sentences begin that go on from lessons counted or asked for, or tell readers of a section what to do."""
    place.counted = place.counted or any(COUNTED.search(block.small))
    advises = not ADVISING.isdisjoint(place.above)
    asked = False
    for start, end in block.sentences:
        said = low[start:end]
        goes_on = asked or (place.counted and morals.NTH.match(said)) or (advises and morals.TELLS_TO.match(said))
        if goes_on and not _OF_ONE.search(said):
            yield start
        asked = said.rstrip(" \n*_").endswith("?") and LEAD_INS[0].regex.search(said) is not None
        place.counted = place.counted or asked
        advises = advises or asked or any(ANNOUNCED.search(said))


_OF_ONE = re.compile(rf"[{KNOWN}{LIKELY}]|\b(?:he|she|his|her)\b")


def _marked(said: str, place: Place) -> tuple[set[str], str]:
    """The forms by which a sentence says of itself that it is a lesson, and what it says behind them."""
    forms = [MARKED] if _QUOTES.search(said) else SENTENCES if morals.NEEDED.search(said) else morals.BEGINNINGS
    marked = {one.name: match for one in forms if one.may_stand(said) and (match := one.regex.search(said))}
    must = marked.get(WE_MUST.name)
    if must and must["plain"] and not (place.is_refrain or place.above):
        del marked[WE_MUST.name]
    return {*marked}, min((said[match.end() :] for match in marked.values()), key=len, default="")


def _opens_prose(view: View, block: Block, place: Place) -> bool:
    """Whether a block tells no story below a heading that has but paragraphs, and is their first, or all are short."""
    heading = view.heading_above(block)
    if block.kind != "paragraph" or HEADINGS[0].name not in place.above or heading is None or not block.sentences:
        return False
    section = view.section(heading)
    if not heading.number or {one.kind for one in section} != {"paragraph"}:  # a title's first paragraph leads in
        return False
    fits = section[0] is block or all(len(one.sentences) == 1 for one in section)
    return fits and not morals.CUES["past"].search(block.small[slice(*block.sentences[0])])


def _lined(block: Block, place: Place) -> list[Words]:
    """The lines of a paragraph below a heading of lessons, if each ends a sentence."""
    if block.kind != "paragraph" or not block.breaks or HEADINGS[0].name not in place.above:
        return []
    lines = [Words(block, *one) for one in block.lines]
    return lines if all(one.text.rstrip().endswith((".", "!")) for one in lines) else []


_MARKS = " \n*_:.-"
_SAYS = re.compile(r"[.!?:][\s*_\"”)]*\Z")
"""How a block ends that says something."""


def _is_open(sentence: str) -> bool:
    """Whether a sentence asks, or leads in what follows; such is no lesson."""
    return sentence.rstrip(' \n*_"”)').endswith(("?", ":", "...", "…"))


def _is_whole(sentence: str) -> bool:
    """Whether a sentence says something by itself, rather than leads something in."""
    return len(sentence.split()) >= _LEAST_WORDS and not sentence.rstrip(" \n*_").endswith(":")


_FAREWELL = re.compile(
    r"\W*(?:(?:thanks?|thank you|see you|cheers|(?:join|follow) (?:us|our)|sign up|subscribe|stay tuned|i hope"
    r"|looking forward|(?:the|our) next (?!steps?\b)(?:\w+ ){1,4}?(?:is|are|will|takes))\b|https?:\S+\W*$)"
)


def _label(sentence: str) -> int:
    """How long the label is that marks a sentence in a word or two: `Takeaway:`."""
    match = MARKED.regex.match(sentence)
    return match.end() if match and len(match[0].split()) < 3 else 0


_QUOTES = re.compile(r"[\"“][^\"”\n]{20,}[\"”]\W*$")
"""The end of a sentence that but says whose words follow, unless its first words are a label."""


def _is_item(view: View, block: Block, place: Place) -> bool:
    """Whether a block is one of several to the eye: it begins in bold or with a sign, or is an item, in no other."""
    if block.kind != "item":
        return is_bold_led(block) or SIGNED.match(block.text) is not None
    following = view.blocks[block.number + 1 : block.number + 2]
    if len(block.text.split()) < 4 and following and following[0].depth > block.depth:
        place.labelled.add(following[0].list)
        return False
    return block.depth == 1 or block.list in place.labelled


def _pieces(block: Block) -> list[tuple[int, int]]:
    """The sentences of a block but for its number; a first one of a word or two goes with the next, unless in bold."""
    found = list(block.sentences)
    if len(found) > 1 and block.text[slice(*found[0])].strip(_MARKS).isdigit():
        found = found[1:]
    if len(found) > 1 and len(block.text[slice(*found[0])].split()) < _LEAST_WORDS and not is_bold_led(block):
        found[:2] = [(found[0][0], found[1][1])]
    return found
