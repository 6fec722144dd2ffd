"""Lessons: what the text itself marks as a lesson, a takeaway, a tip, or its author's own conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from eventnotes.draft.advice import FORMS, HEADINGS, LEAD_INS, LED_HEADING, NUMBERED, SENTENCES, SIGNS
from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.mentions import Mentions
from eventnotes.draft.runs import Block
from eventnotes.draft.view import View
from eventnotes.draft.weights import LESSON, sureness

__all__ = ["FORMS", "recognise"]
_LONGEST_HEADING = 90
_LEAST_WORDS = 3
_FIRST_WORDS = re.compile(
    r"(?i)take[- ]?\s?(?:away|home|back)|takeways?|lesson|learn|key |tl;?\s?dr|reflect|moral|message|conclu"
    r"|impression|epiphan"
    r"|consensus|tip|advice|recommend|suggest|homework|next step|steps|thumb|guid|practice|idea|stood|struck|insight"
    r"|finding"
    r"|resonat|stuck|impressed|realiz|realis|came away|left|discover|remind|need|must|should|have to|can[’']t|cannot"
    r"|improve"
    r"|action|short|sum|closing|in the end|end of the day|overall|all in all|ultimately|bottom|long story"
    r"|most important"
    r"|above all|essence|trick|clearly|ergo|to me|agree|show|prov|taught|demonstrate|made|encourage|urge|propose"
    r"|would|[’']d "
    r"|will definitely|advise"
)
"""Words of which a sentence must hold one, outside of lists and sections of lessons, to be looked at."""
_BULLET = re.compile(r"[*•·–-]\s+|\d+[.)]\s+")


@dataclass
class _Place:
    """Where in the source the walk is.

    Attributes:
        headings: the headings that are open: level, and the names of the forms that they have.
        led: by a list's number, the names of the forms of what leads it in.
        labelled: the numbers of lists that stand in an item which is but a label.
        fresh: whether no paragraph has been seen below the heading.
    """

    headings: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    led: dict[int, tuple[str, ...]] = field(default_factory=dict)
    labelled: set[int] = field(default_factory=set)
    fresh: bool = True

    def enter(self, block: Block) -> None:
        """Pass a heading."""
        while self.headings and self.headings[-1][0] >= block.level:
            self.headings.pop()
        short = len(block.text) < _LONGEST_HEADING
        names = tuple(form.name for form in HEADINGS if short and form.regex.search(block.text))
        self.headings.append((block.level, names))
        self.fresh = True

    def cues(self, shape: str) -> Iterator[str]:
        """What the headings above tell of something that has a shape."""
        if self.headings:
            yield from (f"{name}/{shape}" for name in self.headings[-1][1])
            outer = {name for _, names in self.headings[:-1] for name in names}
            yield from (f"outer-{name}/{shape}" for name in sorted(outer))


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The lessons of a source."""
    for words, cues in candidates(mentions):
        named = [cue for cue in cues if cue.split("/")[0].removeprefix("outer-").removeprefix("below-") in _NAMES]
        if named:
            loudest = max(named, key=lambda cue: LESSON.get(cue, 0.0))
            form = loudest.split("/")[0].removeprefix("outer-").removeprefix("below-")
            yield Claim("lesson", words, "lessons", form, round(sureness(cues, LESSON), 2))


_NAMES = frozenset(one.name for one in FORMS)


def candidates(mentions: Mentions) -> Iterator[tuple[Words, set[str]]]:
    """What may be a lesson, and the cues that speak for and against it."""
    view = mentions.view
    place = _Place()
    numbered = set(numbered_lessons(mentions))
    led = _led_headings(view)
    last = len(view.blocks) * 0.9
    again = _is_refrain(mentions)
    for block in view.blocks:
        if block.kind == "heading":
            yield from _heading(block, numbered, led)
            place.enter(block)
        elif block.kind in ("paragraph", "item") and not block.tag and not block.quoted:
            for words, cues in _in_block(mentions, block, place):
                if block.number > last:
                    cues.add("at-end")
                if again and "we-need-to" in cues:
                    cues.add("we-need-to-again")
                yield words, cues
            place.fresh = False


def _is_refrain(mentions: Mentions) -> bool:
    """Whether a post says again and again what its writers need to do."""
    count = 0
    for block in mentions.view.blocks:
        if block.kind == "paragraph" and not block.quoted and _WE.search(block.text):
            count += sum(bool(_NEED.search(block.text[start:end])) for start, end in block.sentences)
    return count >= _OFTEN


_WE = re.compile(r"\b[Ww]e |\b[Oo]ur ")
_NEED = next(one.regex for one in SENTENCES if one.name == "we-need-to")
_OFTEN = 3


def _heading(block: Block, numbered: set[Block], led: dict[Block, str]) -> Iterator[tuple[Words, set[str]]]:
    if block in numbered:
        match = NUMBERED.regex.match(block.text)
        start = match.start("text") if match else 0
        end = next((two for one, two in block.sentences if one <= start < two and two > start + 8), len(block.text))
        yield Words(block, start, end), {"bias", NUMBERED.name}
    elif block in led:
        yield Words(block, 0, len(block.text)), {"bias", led[block]}
    elif (match := _MARKED.match(block.text)) and len(block.text[match.end() :].split()) >= _LEAST_WORDS:
        yield Words(block, match.end(), len(block.text)), {"bias", "marked", "heading"}


def numbered_lessons(mentions: Mentions) -> list[Block]:
    """The numbered headings of a post that announces lessons: three or more, and none names a person."""
    view = mentions.view
    found = [one for one in view.headings if NUMBERED.regex.match(one.text) and not mentions.of(one)]
    found = [one for one in found if one.text[-1:] not in '"”']
    first = found[0].number if found else 0
    above = [*view.header.values(), *view.blocks[max(0, first - 8) : first]] if len(found) > 2 else []
    return found if any(LED_HEADING.regex.search(one.text) for one in above) else []


def _led_headings(view: View) -> dict[Block, str]:
    """Headings of one level right below a sentence that announces lessons."""
    found: dict[Block, str] = {}
    for number, heading in enumerate(view.headings):
        above = view.before(heading)
        if above is None or above.kind != "paragraph" or not above.sentences or heading in found:
            continue
        last = above.text[above.sentences[-1][0] :]
        if not LED_HEADING.regex.search(last) or not (last.rstrip().endswith(":") or "follow" in last.lower()):
            continue
        for one in view.headings[number:]:
            if one.level < heading.level or any(form.regex.search(one.text) for form in HEADINGS):
                break
            if one.level == heading.level:
                found[one] = LED_HEADING.name
    return found


def _in_block(mentions: Mentions, block: Block, place: _Place) -> Iterator[tuple[Words, set[str]]]:
    masked = mentions.masked(block)
    lines = _bullets(block)
    for index, (start, end) in enumerate(lines or _pieces(block)):
        shape = _shape(mentions.view, block, index, place) if not lines else "item"
        cues = {*place.cues(shape), *_led(mentions.view, block, place, shape)}
        cues |= set(_told(masked[start:end])) if cues or _FIRST_WORDS.search(masked, start, end) else set()
        if not cues:
            continue
        begin = start + _label(masked[start:end])
        if len(block.text[begin:end].split()) < (
            1 if any(one.endswith(("/item", "/nested")) for one in cues) else _LEAST_WORDS
        ):
            continue
        cues |= {"bias", f"shape-{shape}", *_signs(masked[begin:end])}
        yield Words(block, begin, end), cues


def _label(sentence: str) -> int:
    """How long the label is that marks a sentence in a word or two: `Takeaway:`."""
    match = _MARKED.match(sentence)
    return match.end() if match and len(match[0].split()) < 3 and not _ORDINAL.match(match[0]) else 0


_MARKED = next(one.regex for one in SENTENCES if one.name == "marked")
_ORDINAL = re.compile(r"\W*(?:first|second|third|fourth|fifth|last|final|another|next)\b", re.IGNORECASE)


def _shape(view: View, block: Block, index: int, place: _Place) -> str:
    """What a sentence is to the eye: an item, one in another, a label above others, or how it stands in a paragraph."""
    if index:
        return "later"
    if block.kind != "item":
        return "first" if place.fresh else "opening"
    following = view.blocks[block.number + 1 : block.number + 2]
    if len(block.text.split()) < 4 and following and following[0].depth > block.depth:
        place.labelled.add(following[0].list)
        return "label"
    return "item" if block.depth == 1 or block.list in place.labelled else "nested"


def _pieces(block: Block) -> list[tuple[int, int]]:
    """The sentences of a block; of an item that begins in bold, that first."""
    found = list(block.sentences)
    if not found:
        return []
    start, end = found[0]
    bold = block.strong and block.strong[0][0] == 0 and block.strong[0][1] > 1
    if block.kind == "item" and bold:
        start, end = block.strong[0]
    if len(block.text[start:end].split()) < _LEAST_WORDS and len(found) > 1:
        end = found[1][1]
    return [(start, end), *(one for one in found[1:] if one[0] >= end)]


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


def _led(view: View, block: Block, place: _Place, shape: str) -> Iterator[str]:
    """What the sentence above a list tells of its items, and of lists in it."""
    if block.kind != "item" or shape == "later":
        return
    if block.list not in place.led:
        above = view.before(block)
        outer = place.led.get(above.list, ()) if above is not None and above.depth < block.depth else ()
        place.led[block.list] = _lead_in(view, block) or outer
    yield from (f"{name}/{shape}" for name in place.led[block.list])


def _lead_in(view: View, block: Block) -> tuple[str, ...]:
    above = view.before(block)
    if above is None or above.kind not in ("paragraph", "item") or not above.sentences:
        return ()
    last = above.text[above.sentences[-1][0] :].strip()
    if (
        not last.endswith((":", "…", "...", "-"))
        and not block.ordered
        and len(last.split()) > 6
        and above.kind == "item"
    ):
        return ()
    ends = "colon" if last.endswith((":", "…", "...", "-")) or block.ordered else "open"
    return tuple(f"below-{form.name}/{ends}" for form in LEAD_INS if form.regex.search(last))


def _told(sentence: str) -> Iterator[str]:
    for form in SENTENCES:
        if form.regex.search(sentence):
            yield form.name


def _signs(sentence: str) -> Iterator[str]:
    for name, sign in SIGNS.items():
        if sign.search(sentence):
            yield name
    count = len(sentence.split())
    yield f"words-{'few' if count < 5 else 'some' if count < 14 else 'many' if count < 32 else 'most'}"
