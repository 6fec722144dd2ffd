"""Lessons: what the text itself marks as a lesson, a takeaway, a tip, or its author's own conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import KNOWN, LIKELY, compiled
from eventnotes.draft.items.advice import (
    ANNOUNCED,
    CLOSER,
    COUNTED,
    CUES,
    FORMS,
    HEADINGS,
    HINT,
    LEAD_INS,
    LED_HEADING,
    NTH,
    NUMBERED,
    SENTENCES,
    TELLS_TO,
    TITLES,
    WE_MUST,
    is_sentence,
)
from eventnotes.draft.items.kinds import number_of
from eventnotes.draft.items.parts import SIGN, SIGNED, is_bold_led
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block, lowered
from eventnotes.draft.reading.view import View
from eventnotes.draft.weights import LESSON, sureness

__all__ = ["FORMS", "recognise"]
_LONGEST_HEADING = 90
_LEAST_WORDS = 3
_LONGEST_LABEL = 6
_ELSEWHERE = compiled(
    r"\b(?:resources|information|links|reading|books?|join|register|slides|videos?|talks|sessions|speakers)\b"
    r"(?![^.!?\n]*\btips\b)[^.!?\n]{0,60}:\W*$"
)
"""What leads in a list that is of use to the reader, and no lesson."""
_NOWHERE, _ELSE = "led-elsewhere", "led-else"
"""That a list is led in by such, or by something else than forms know."""
_FIRM = frozenset(one.name for one in LEAD_INS if one.name in ("lessons-led", "next-led"))
_BULLET = re.compile(rf"\s*(?:[*•·–-]|\d+[.)]|{SIGN})\s+")
_NAMES = frozenset(one.name for one in FORMS)


@dataclass
class _Place:
    """Where in the source the walk is.

    Attributes:
        level: that of the heading.
        above: the names of the forms that the heading has.
        announced: the level of the heading below which lessons of all that follows are announced; -1 for none.
        led: by a list's number, what leads it in; by 0, what leads in paragraphs that begin in bold.
        told: what leads in the paragraphs that follow.
        counted: whether lessons were counted since the heading, so that the first and the second may follow.
        labelled: the numbers of lists that stand in an item which is but a label.
        is_refrain: whether the post says again and again what its writers must do.
    """

    is_refrain: bool
    level: int = 0
    above: tuple[str, ...] = ()
    announced: int = -1
    led: dict[int, tuple[str, ...]] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    counted: bool = False
    labelled: set[int] = field(default_factory=set)

    def enter(self, block: Block, *, is_lesson: bool) -> None:
        """Pass a heading, which may be a lesson itself."""
        short = len(block.text) < _LONGEST_HEADING
        self.above = tuple(form.name for form in HEADINGS if short and form.regex.search(block.small))
        self.level = block.level
        if block.level <= self.announced:
            self.announced = -1
        elif self.announced >= 0 and not (self.above or is_lesson or CLOSER.match(block.text)):
            self.above = (ANNOUNCED.name,)
        if not _ADVISING.isdisjoint(self.above):
            self.announced = block.level
        self.led.pop(0, None)
        self.told = ()
        self.counted = any(COUNTED.search(block.small))

    def listen(self, view: View, block: Block) -> None:
        """Pass a paragraph, which may announce the lessons of what follows."""
        if any(ANNOUNCED.search(block.small)):
            self.announced = self.level
        self.counted = self.counted or any(COUNTED.search(block.small))
        following = view.blocks[block.number + 1 : block.number + 3]
        leads = block.text.rstrip(" \n*_").endswith(":") and not (following and _bullets(following[0]))
        if leads and [one.kind for one in following] == ["paragraph"] * 2:
            self.told = tuple(one for one in _lead_in(block, following[0]) if one in _NAMES)

    def marks(self, view: View, block: Block) -> tuple[str, ...]:
        """What the heading above items, and the sentence above them, tell of them."""
        number = block.list if block.kind == "item" else 0
        if number not in self.led:
            above = view.above(block)
            outer = self.led.get(above.list, ()) if above is not None and above.depth < block.depth else ()
            led = _lead_in(above, block)
            self.led[number] = outer if number in self.labelled and not _NAMES & {*led} else led or outer
        led = self.led[number]
        if _NOWHERE in led or (_ELSE in led and HEADINGS[0].name not in self.above):
            return ()
        return (*self.above, *led)


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The lessons of a source."""
    for words, cues in candidates(mentions):
        named = sorted(cues & _NAMES)
        if named:
            form = max(named, key=lambda cue: LESSON.get(cue, 0.0))
            yield Claim("lesson", words, "lessons", form, round(sureness(cues, LESSON), 2))


def candidates(mentions: Mentions) -> Iterator[tuple[Words, set[str]]]:
    """What may be a lesson, and the cues that speak for and against it."""
    view = mentions.view
    place = _Place(_is_refrain(view))
    numbered = set(numbered_lessons(mentions))
    led = _led_headings(mentions)
    for block in view.blocks:
        if block.kind == "heading":
            yield from _heading(block, numbered, led)
            place.enter(block, is_lesson=block in numbered or block in led)
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


def _heading(block: Block, numbered: set[Block], led: dict[Block, str]) -> Iterator[tuple[Words, set[str]]]:
    match = NUMBERED.regex.match(block.small)
    start = match.start("text") if match else 0
    if block in numbered:
        end = next((two for one, two in block.sentences if one <= start < two and two > start + 8), len(block.text))
        yield Words(block, start, end), {"bias", NUMBERED.name}
    elif block in led:
        yield Words(block, start, len(block.text)), {"bias", led[block]}
    elif (match := _MARKED.match(block.small)) and " " in block.text[match.end() :]:
        yield Words(block, match.end(), len(block.text)), {"bias", "marked"}


def numbered_lessons(mentions: Mentions) -> list[Block]:
    """The numbered headings of a post that announces lessons: three or more, and none names a person."""
    view = mentions.view
    found = [one for one in view.headings if NUMBERED.regex.match(one.small) and not mentions.of(one)]
    found = [one for one in found if one.text[-1:] not in '"”']
    first = found[0].number if found else 0
    above = [*view.header.values(), *view.blocks[max(0, first - 8) : first]] if len(found) > 2 else []
    return found if any(LED_HEADING.regex.search(one.small) for one in above) else []


def _led_headings(mentions: Mentions) -> dict[Block, str]:
    """Headings of one level below what announces lessons: as many as it counts, right below it, or all of a post's."""
    view = mentions.view
    found: dict[Block, str] = {}
    counting = view.blocks[: view.headings[-2].number] if len(view.headings) > 1 else []
    for block in (*view.header.values(), *counting):
        for match in COUNTED.search(block.small) if block.kind in ("header", "heading", "paragraph") else ():
            found.update(dict.fromkeys(_as_many(view, block, number_of(match["count"])), COUNTED.name))
    for number, heading in enumerate(view.headings):
        above = view.before(heading)
        if above is not None and heading not in found and _announces(above, heading):
            alike = _alike(view.headings[number:])
            found.update(
                dict.fromkeys(alike if len(alike) > 1 and not _are_kinds(view, alike) else (), LED_HEADING.name)
            )
    title = view.header.get("title", view.headings[0] if view.headings else None)
    if title is not None and any(form.regex.search(title.small) for form in HEADINGS[:2]):
        alike = _alike([one for one in view.headings if one is not title])
        if len(alike) > 2 and sum(is_sentence(one.text) for one in alike) > len(alike) / 2:
            found.update(dict.fromkeys(alike, LED_HEADING.name))
    return {one: name for one, name in found.items() if not (mentions.of(one) or _is_announcing(one))}


def _alike(headings: Sequence[Block]) -> list[Block]:
    """Headings of the first one's level, up to one of a higher level or of a form of its own."""
    level = headings[0].level if headings else 0
    until = takewhile(lambda one: one.level >= level and not _is_announcing(one), headings)
    return [one for one in until if one.level == level and not CLOSER.match(one.text)]


def _are_kinds(view: View, headings: Sequence[Block]) -> bool:
    """Whether headings but sort the lists below them, rather than say something themselves."""
    below = [view.blocks[one.number + 1].kind for one in headings if one.number + 1 < len(view.blocks)]
    return {*below} == {"item"} and not any(is_sentence(one.text) for one in headings)


def _is_announcing(heading: Block) -> bool:
    """Whether a heading is of a form that has lessons below it, and so is none."""
    return any(form.regex.search(heading.small) for form in HEADINGS)


def _as_many(view: View, above: Block, count: int) -> list[Block]:
    """Headings of one level below a block, if they are as many as it counts, but for closing ones."""
    following = view.headings if above.kind == "header" else [one for one in view.headings if one.number > above.number]
    level = following[0].level if following else 0
    alike = [one for one in takewhile(lambda one: one.level >= level, following) if one.level == level]
    left = alike[count:]
    closed = len(left) < 3 and all(CLOSER.match(one.text) for one in left)
    return alike[:count] if 1 < count <= len(alike) and closed else []


def _announces(above: Block, heading: Block) -> bool:
    """Whether what stands right above a heading says that lessons follow."""
    if above.kind == "heading":
        short = above.level < heading.level and len(above.text) < _LONGEST_HEADING
        return short and any(form.regex.search(above.small) for form in HEADINGS[:3])
    if above.kind != "paragraph" or not above.sentences:
        return False
    last = above.small[above.sentences[-1][0] :]
    return bool(LED_HEADING.regex.search(last) and _FOLLOWS.search(last))


_FOLLOWS = compiled(r"\bfollow|:\W*$")


def _in_block(mentions: Mentions, block: Block, place: _Place) -> Iterator[tuple[Words, set[str]]]:
    low = TITLES.sub(lambda one: "x" * len(one[0]), lowered(mentions.masked(block)))
    lines = _bullets(block)
    first, marks = _opening(mentions.view, block, place, low, lines)
    hint = HINT.search(low)
    onward = {*_onward(block, low, place, hint is not None)} if block.kind == "paragraph" and not lines else set()
    if not (_NAMES & {*marks} or hint or onward):
        return
    for index, (start, end) in enumerate(lines or _pieces(block)):
        is_item = first and bool(lines or not index)
        sign = SIGNED.match(low, start)
        begin = sign.end() if sign else start + _label(low[start:end])
        if _FAREWELL.match(low, start) or not low[begin:end].strip(_MARKS) or _is_open(low[begin:end]):
            continue
        cues, told = {*marks} if is_item else set(), low[begin:end]
        if start in onward and not cues & _NAMES:
            cues = {*(place.above or (ANNOUNCED.name,)), "prose"}
        if hint and hint.start() < start:
            hint = HINT.search(low, start)
        if not cues & _NAMES and hint and hint.start() < end and _is_whole(told):
            cues, told = _marked(low[start:end], place)
        cues.update(name for name, cue in CUES.items() if cues & _NAMES and cue.search(told))
        if cues & _NAMES:
            yield Words(block, begin, end), cues | ({"bias", "nested"} if block.depth > 1 else {"bias"})


def _opening(
    view: View, block: Block, place: _Place, low: str, lines: list[tuple[int, int]]
) -> tuple[bool, tuple[str, ...]]:
    """Whether a block, or each of its lines, may open with a lesson, and what tells so."""
    if lines:
        place.led.pop(0, None)
    first = bool(lines) or _is_item(view, block, place)
    marks = place.marks(view, block) if first else ()
    if lines and not _NAMES & {*marks}:
        label = low[: block.line_at(0)[1]]
        led = LEAD_INS if len(label.split()) < _LEAST_WORDS else ()
        marks = (*marks, *(one.name for one in led if one.regex.search(label)))
    if place.told and block.kind == "paragraph" and not _NAMES & {*marks}:
        return True, (*place.told, "told")
    if _opens_prose(view, block, place):
        return True, (HEADINGS[0].name, "prose")
    return first, marks


def _onward(block: Block, low: str, place: _Place, may_count: bool) -> Iterator[int]:
    """Where sentences begin that go on from lessons counted or asked for, or tell readers of a section what to do."""
    place.counted = place.counted or (may_count and any(COUNTED.search(block.small)))
    advises = not _ADVISING.isdisjoint(place.above)
    asked = False
    for start, end in block.sentences if place.counted or advises or may_count or "?" in block.text else ():
        said = low[start:end]
        goes_on = asked or (place.counted and NTH.match(said)) or (advises and TELLS_TO.match(said))
        if goes_on and not _OF_ONE.search(said):
            yield start
        asked = said.rstrip(" \n*_").endswith("?") and LEAD_INS[0].regex.search(said) is not None
        place.counted = place.counted or asked
        advises = advises or (may_count and any(ANNOUNCED.search(said)))


_OF_ONE = re.compile(rf"[{KNOWN}{LIKELY}]|\b(?:he|she|his|her)\b")
_ADVISING = frozenset(one.name for one in HEADINGS[:2])


def _marked(said: str, place: _Place) -> tuple[set[str], str]:
    """The forms by which a sentence says of itself that it is a lesson, and what it says behind them."""
    forms = SENTENCES[-1:] if _QUOTES.search(said) else SENTENCES
    marked = {one.name: match for one in forms if one.may_stand(said) and (match := one.regex.search(said))}
    must = marked.get(WE_MUST.name)
    if must and must["plain"] and not (place.is_refrain or place.above):
        del marked[WE_MUST.name]
    return {*marked}, min((said[match.end() :] for match in marked.values()), key=len, default="")


def _opens_prose(view: View, block: Block, place: _Place) -> bool:
    """Whether a block is the first below a heading of lessons that has but paragraphs below it, and tells no story."""
    heading = view.before(block)
    if block.kind != "paragraph" or HEADINGS[0].name not in place.above or heading is None:
        return False
    if heading.kind != "heading" or not heading.number:  # a title's first paragraph leads in
        return False
    first = block.small[slice(*block.sentences[0])] if block.sentences else ""
    return not CUES["past"].search(first) and all(one.kind == "paragraph" for one in view.section(heading))


_MARKS = " \n*_:.-"


def _is_open(sentence: str) -> bool:
    """Whether a sentence asks, or leads in what follows; such is no lesson."""
    return sentence.rstrip(' \n*_"”)').endswith(("?", ":", "...", "…"))


def _is_whole(sentence: str) -> bool:
    """Whether a sentence says something by itself, rather than leads something in."""
    return len(sentence.split()) >= _LEAST_WORDS and not sentence.rstrip(" \n*_").endswith(":")


_FAREWELL = re.compile(
    r"\W*(?:(?:thanks?|thank you|see you|cheers|(?:join|follow) (?:us|our)|sign up|subscribe|stay tuned|i hope"
    r"|looking forward)\b|https?:\S+\W*$)"
)


def _label(sentence: str) -> int:
    """How long the label is that marks a sentence in a word or two: `Takeaway:`."""
    match = _MARKED.match(sentence)
    return match.end() if match and len(match[0].split()) < 3 else 0


_QUOTES = re.compile(r"[\"“][^\"”\n]{20,}[\"”]\W*$")
"""The end of a sentence that but says whose words follow, unless its first words are a label."""
_MARKED = next(one.regex for one in SENTENCES if one.name == "marked")


def _is_item(view: View, block: Block, place: _Place) -> bool:
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


def _bullets(block: Block) -> list[tuple[int, int]]:
    """The lines of a paragraph that is a list to the eye."""
    if block.kind != "paragraph" or not block.breaks:
        return []
    lines = [(start, end) for start, end in block.lines if block.text[start:end].strip()]
    found = []
    for start, end in lines:
        match = _BULLET.match(block.text, start)
        if match is not None:
            found.append((match.end(), end))
    return found if len(found) > 2 and len(found) >= len(lines) - 1 else []


def _lead_in(above: Block | None, block: Block) -> tuple[str, ...]:
    if above is None or not (above.bare or above.kind in ("paragraph", "item")) or not above.sentences:
        return ()
    last = above.small[above.sentences[-1][0] :].strip(" \n*_")
    is_open = not last.endswith((":", ":-", "…", "...", "-", "?")) and not block.ordered
    is_told = above.kind == "item" or block.kind != "item" or last.endswith((".", "!", "”", '"'))
    if is_open and is_told and len(last.split()) > _LONGEST_LABEL:
        return ()
    found = tuple(form.name for form in LEAD_INS if form.regex.search(last))
    if _ELSEWHERE.search(last) and not _FIRM & {*found}:
        return (_NOWHERE,)
    return found if found or is_open or block.ordered else (_ELSE,)
