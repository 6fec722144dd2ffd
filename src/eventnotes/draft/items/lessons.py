"""Lessons: what the text itself marks as a lesson, a takeaway, a tip, or its author's own conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.items.advice import (
    COUNTED,
    CUES,
    FORMS,
    HEADINGS,
    LEAD_INS,
    LED_HEADING,
    NUMBERED,
    SENTENCES,
    hinted,
    hints_in,
)
from eventnotes.draft.items.enumerations import number_of
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View
from eventnotes.draft.weights import LESSON, sureness

__all__ = ["FORMS", "recognise"]
_LONGEST_HEADING = 90
_LEAST_WORDS = 3
_LONGEST_LABEL = 6
_SIGN = 4
_ELSEWHERE = re.compile(
    r"(?i)\b(?:resources|information|links|reading|books?|join|community|register|slides|videos?|talks|sessions"
    r"|speakers)\b"
    r"[^.!?\n]{0,60}:\W*$"
)
"""What leads in a list that is of use to the reader, and no lesson."""
_BULLET = re.compile(r"[*•·–-]\s+|\d+[.)]\s+")


@dataclass
class _Place:
    """Where in the source the walk is.

    Attributes:
        headings: the headings that are open: level, and the names of the forms that they have.
        above: what these tell.
        led: by a list's number, the names of the forms of what leads it in.
        labelled: the numbers of lists that stand in an item which is but a label.
        fresh: whether no paragraph has been seen below the heading.
    """

    headings: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    above: tuple[str, ...] = ()
    led: dict[int, tuple[str, ...]] = field(default_factory=dict)
    labelled: set[int] = field(default_factory=set)
    fresh: bool = True

    def enter(self, block: Block) -> None:
        """Pass a heading."""
        while self.headings and self.headings[-1][0] >= block.level:
            self.headings.pop()
        short = len(block.text) < _LONGEST_HEADING
        names = tuple(form.name for form in HEADINGS if short and form.regex.search(block.text))
        outer = {name for _, several in self.headings for name in several}
        self.headings.append((block.level, names))
        self.above = (*names, *(f"outer-{name}" for name in sorted(outer)))
        self.fresh = True

    def lead(self, view: View, block: Block) -> tuple[str, ...]:
        """What the sentence above a list tells of its items, and of those of lists in it."""
        if block.kind != "item":
            return ()
        if block.list not in self.led:
            above = view.before(block)
            outer = self.led.get(above.list, ()) if above is not None and above.depth < block.depth else ()
            self.led[block.list] = _lead_in(view, block) or outer
        return self.led[block.list]


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The lessons of a source."""
    for words, cues in candidates(mentions):
        named = [cue for cue in cues if cue.split("/")[0].removeprefix("outer-").removeprefix("below-") in _NAMES]
        if named:
            loudest = max(sorted(named), key=lambda cue: LESSON.get(cue, 0.0))
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
            count += sum(bool(_NEED.search(block.text[start:end].lower())) for start, end in block.sentences)
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
    elif (match := _MARKED.match(lowered(block.text))) and len(block.text[match.end() :].split()) >= _LEAST_WORDS:
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
    """Headings of one level right below a sentence, or a heading, that announces lessons, or as many as are counted."""
    found: dict[Block, str] = {}
    for block in (*view.header.values(), *view.blocks):
        for match in COUNTED.search(block.text) if block.kind in ("header", "heading", "paragraph") else ():
            found.update(dict.fromkeys(_as_many(view, block, number_of(match["count"])), COUNTED.name))
    for number, heading in enumerate(view.headings):
        above = view.before(heading)
        if above is None or heading in found or not _announces(above, heading):
            continue
        alike = []
        for one in view.headings[number:]:
            if one.level < heading.level or any(form.regex.search(one.text) for form in HEADINGS):
                break
            if one.level == heading.level:
                alike.append(one)
        found.update(dict.fromkeys(alike if len(alike) > 1 else (), LED_HEADING.name))
    return found


def _as_many(view: View, above: Block, count: int) -> list[Block]:
    """Headings of one level below a block, if they are as many as it counts, but for closing ones."""
    following = view.headings if above.kind == "header" else [one for one in view.headings if one.number > above.number]
    level = following[0].level if following else 0
    alike = [one for one in takewhile(lambda one: one.level >= level, following) if one.level == level]
    left = alike[count:]
    closed = len(left) < 3 and all(_CLOSER.match(one.text) for one in left)
    return alike[:count] if 1 < count <= len(alike) and closed else []


_CLOSER = re.compile(
    r"(?i)\W*(?:thanks?|in (?:conclusion|closing|summary)|conclusions?|summary|closing|final|wrap|more|next|resources"
    r"|references|about|links|see)\b"
)


def _announces(above: Block, heading: Block) -> bool:
    """Whether what stands right above a heading says that lessons follow."""
    if above.kind == "heading":
        short = above.level < heading.level and len(above.text) < _LONGEST_HEADING
        return short and any(form.regex.search(above.text) for form in HEADINGS[:2])
    if above.kind != "paragraph" or not above.sentences:
        return False
    last = above.text[above.sentences[-1][0] :]
    return bool(LED_HEADING.regex.search(last)) and (last.rstrip().endswith(":") or "follow" in last.lower())


def _in_block(mentions: Mentions, block: Block, place: _Place) -> Iterator[tuple[Words, set[str]]]:
    low = lowered(mentions.masked(block))
    hints = hints_in(low)
    lines = _bullets(block)
    led = place.lead(mentions.view, block)
    first = "item" if lines else _shape(mentions.view, block, place)
    for index, (start, end) in (
        enumerate(lines or _pieces(block)) if hints or place.above or led not in _NOTHING else ()
    ):
        shape = first if lines or not index else "later"
        cues = {f"{name}/{shape}" for name in (place.above if shape == "later" else (*place.above, *led))}
        cues.update(form.name for form in hinted(hints, start, end) if form.regex.search(low[start:end]))
        if any(not one.startswith("below-else") for one in cues):
            begin = start + _label(low[start:end])
            if len(block.text[begin:end].split()) >= (1 if shape in ("item", "nested") else _LEAST_WORDS):
                yield Words(block, begin, end), cues | {"bias", f"shape-{shape}", *_worded(low[begin:end])}


_NOTHING = ((), ("below-else",), ("below-elsewhere",))
"""What leads in a list that by itself makes it no list of lessons."""


def lowered(text: str) -> str:
    """A text in small letters; as it is, where a letter becomes two."""
    low = text.lower()
    return low if len(low) == len(text) else text


def _label(sentence: str) -> int:
    """How long the label is that marks a sentence in a word or two: `Takeaway:`."""
    match = _MARKED.match(sentence)
    return match.end() if match and len(match[0].split()) < 3 and not _ORDINAL.match(match[0]) else 0


_MARKED = next(one.regex for one in SENTENCES if one.name == "marked")
_ORDINAL = re.compile(r"\W*(?:first|second|third|fourth|fifth|last|final|another|next)\b", re.IGNORECASE)


def _shape(view: View, block: Block, place: _Place) -> str:
    """What the first sentence of a block is to the eye: an item, one in another, or a label above others."""
    if block.kind != "item":
        return "bold" if is_bold_led(block) else "first" if place.fresh else "opening"
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
    if is_bold_led(block) and not _MARKED.match(lowered(block.text[: block.strong[0][1] + 2])):
        start, end = block.strong[0]
    elif len(block.text[start:end].split()) < _LEAST_WORDS and len(found) > 1:
        end = found[1][1]
    return [(start, end), *(one for one in found[1:] if one[0] >= end)]


def is_bold_led(block: Block) -> bool:
    """Whether a block begins in bold, perhaps behind a sign such as an emoji."""
    start, end = block.strong[0] if block.strong else (0, 0)
    return end - start > 1 and start < _SIGN and not any(map(str.isalnum, block.text[:start]))


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


def _lead_in(view: View, block: Block) -> tuple[str, ...]:
    above = view.before(block)
    if above is None or above.kind not in ("paragraph", "item") or not above.sentences:
        return ()
    last = above.text[above.sentences[-1][0] :].strip()
    open_ended = not last.endswith((":", "…", "...", "-", "?")) and not block.ordered
    if open_ended and above.kind == "item" and len(last.split()) > _LONGEST_LABEL:
        return ()
    if _ELSEWHERE.search(last):
        return ("below-elsewhere",)
    ends = "open" if open_ended else "colon"
    found = tuple(f"below-{form.name}/{ends}" for form in LEAD_INS if form.regex.search(last))
    return found if found or open_ended or block.ordered else ("below-else",)


def _worded(sentence: str) -> Iterator[str]:
    for name, cue in CUES.items():
        if cue.search(sentence):
            yield name
    count = len(sentence.split())
    yield f"words-{'few' if count < 5 else 'some' if count < 14 else 'many' if count < 32 else 'most'}"
