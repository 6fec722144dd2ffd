"""Headed: headings that are lessons themselves, since they are numbered, counted or announced."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from eventnotes.draft.claim import Words
from eventnotes.draft.forms import compiled
from eventnotes.draft.items.advice import CLOSER, COUNTED, HEADINGS, LED_HEADING, LONGEST_HEADING, NUMBERED
from eventnotes.draft.items.kinds import number_of
from eventnotes.draft.items.morals import MARKED, is_sentence
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View

_FOLLOWS = compiled(r"\bfollow|:\W*$")


def headed_lessons(mentions: Mentions) -> dict[Block, tuple[Words, str]]:
    """The headings of a post that are lessons, what of each is one, and the form that tells so."""
    numbered = set(numbered_lessons(mentions))
    led = _led_headings(mentions)
    found = {}
    for block in mentions.view.headings:
        match = NUMBERED.regex.match(block.small)
        start = match.start("text") if match else 0
        if block in numbered:
            end = next((two for one, two in block.sentences if one <= start < two and two > start + 8), len(block.text))
            found[block] = Words(block, start, end), NUMBERED.name
        elif block in led:
            found[block] = Words(block, start, len(block.text)), led[block]
        elif (match := MARKED.regex.match(block.small)) and " " in block.text[match.end() :]:
            found[block] = Words(block, match.end(), len(block.text)), MARKED.name
    return found


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
        short = above.level < heading.level and len(above.text) < LONGEST_HEADING
        return short and any(form.regex.search(above.small) for form in HEADINGS[:3])
    if above.kind != "paragraph" or not above.sentences:
        return False
    last = above.small[above.sentences[-1][0] :]
    return bool(LED_HEADING.regex.search(last) and _FOLLOWS.search(last))
