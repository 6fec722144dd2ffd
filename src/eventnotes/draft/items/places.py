"""Places: what the headings, lists and paragraphs above a block announce of lessons in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventnotes.draft.forms import compiled
from eventnotes.draft.items.advice import ANNOUNCED, CLOSER, COUNTED, HEADINGS, LEAD_INS, LONGEST_HEADING
from eventnotes.draft.items.morals import FORMS
from eventnotes.draft.items.parts import bulleted
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View

NAMES = frozenset(one.name for one in FORMS)
ADVISING = frozenset(one.name for one in HEADINGS[:2])
_LONGEST_LABEL = 6
_ELSEWHERE = compiled(
    r"\b(?:resources|information|links|reading|books?|join|register|slides|videos?|talks|sessions|speakers)\b"
    r"(?![^.!?\n]*\btips\b)[^.!?\n]{0,60}:\W*$"
)
"""What leads in a list that is of use to the reader, and no lesson."""
_NOWHERE, _ELSE = "led-elsewhere", "led-else"
"""That a list is led in by such, or by something else than forms know."""
_POINTS = compiled(r"\b(?:here(?:[’']s|\s+(?:is|are))|below|following|these|this)\b")
"""What leads in whatever the heading says."""
_FIRM = frozenset(one.name for one in LEAD_INS if one.name in ("lessons-led", "next-led"))


@dataclass
class Place:
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
        short = len(block.text) < LONGEST_HEADING
        self.above = tuple(form.name for form in HEADINGS if short and form.regex.search(block.small))
        self.level = block.level
        if block.level <= self.announced:
            self.announced = -1
        elif self.announced >= 0 and not (self.above or is_lesson or CLOSER.match(block.text)):
            self.above = (ANNOUNCED.name,)
        if not ADVISING.isdisjoint(self.above):
            self.announced = block.level
        self.led.pop(0, None)
        self.told = ()
        self.counted = any(COUNTED.search(block.small))

    def listen(self, view: View, block: Block) -> None:
        """Pass a paragraph, which may announce the lessons of what follows."""
        if any(ANNOUNCED.search(block.small)):
            self.announced = self.level
        following = view.blocks[block.number + 1 : block.number + 3]
        leads = block.text.rstrip(" \n*_").endswith(":") and not (following and bulleted(following[0]))
        if leads and [one.kind for one in following] == ["paragraph"] * 2:
            self.told = tuple(one for one in _lead_in(block, following[0]) if one in NAMES)

    def marks(self, view: View, block: Block) -> tuple[str, ...]:
        """What the heading above items, and the sentence above them, tell of them."""
        number = block.list if block.kind == "item" else 0
        if number not in self.led:
            above = view.above(block)
            outer = self.led.get(above.list, ()) if above is not None and above.depth < block.depth else ()
            led = _lead_in(above, block)
            self.led[number] = outer if number in self.labelled and not NAMES & {*led} else led or outer
        led = self.led[number]
        if _NOWHERE in led or (_ELSE in led and HEADINGS[0].name not in self.above):
            return ()
        return (*self.above, *led)


def _lead_in(above: Block | None, block: Block) -> tuple[str, ...]:
    if above is None or not (above.bare or above.kind in ("paragraph", "item")) or not above.sentences:
        return ()
    last = above.small[above.sentences[-1][0] :].strip(" \n*_")
    is_open = not last.endswith((":", ":-", "…", "...", "-", "?")) and not block.ordered
    is_told = above.kind == "item" or block.kind != "item" or last.endswith((".", "!", "”", '"'))
    if is_open and is_told and len(last.split()) > _LONGEST_LABEL and not any(ANNOUNCED.search(last)):
        return ()
    found = tuple(form.name for form in LEAD_INS if form.regex.search(last))
    if _ELSEWHERE.search(last) and not _FIRM & {*found}:
        return (_NOWHERE,)
    return found if found or is_open or block.ordered or _POINTS.search(last) else (_ELSE,)
