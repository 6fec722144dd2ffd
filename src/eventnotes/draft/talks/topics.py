"""Topics: whether a heading without a name is a talk's title, from cues in headings and what is below."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from eventnotes.draft.claim import Claim
from eventnotes.draft.forms import compiled
from eventnotes.draft.reading.mentions import Figure, Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View
from eventnotes.draft.talks.marked import PANEL, TALKS_URL
from eventnotes.draft.talks.sessions import is_generic
from eventnotes.draft.weights import TOPIC, sureness

_FIRST = 3
_FEWEST = 2
_MOST = 60
"""How many headings above and below may be peers of one."""
_THIS = compiled(
    r"\b(?:(?:this|the|a|an|his|her|their|my|first|second|third|last|next|final)\s+(?:[\w-]+\s+){0,2}?<TALK>"
    r"|(?:speaker|presenter|presented by|talk by)\b)"
)
_THIS_TALK = re.compile(
    r"(?:\bthis\s+(?:(?:was|is)\s+an?\s+)?(?:\w+\s+){0,2}?|^\W*an?\s+(?:\w+\s+){0,2}?)"
    r"(?:talk|presentation|keynote|lecture|tutorial|workshop|session|panel)\b"
)
_KIND = re.compile(
    r"(?i)\W*(?:(?:the|our|opening|closing|first|second|third|last|morning|afternoon|evening|final)\s+)*"
    r"(?:keynote|plenary|panel|fireside chat|round-?table)(?:\s+(?:address|speech|talk|session|discussion))?"
    r"(?:\s*#?\d)?\W*"
)
"""A heading that says what kind of talk it is of, and no more."""
_OF_A_PANEL = re.compile(r"\bpanell?ist\b")
"""What tells below a heading that it is of what one of several said."""
_MINE = compiled(r"\b(?:i|me|my|we|our|us|you|your)\b")
_EVENT = compiled(
    r"\b(?:day|conference|event|venue|lunch|dinner|breakfast|party|social|food|talks|sessions|workshops|keynotes"
    r"|speakers|attendees|networking|organi[sz]\w+|sponsors?|travel|hotel|registration|schedule|community|people"
    r"|(?:un|bar|hack)\w*(?:camp|conf\w*|fest|athon)|meet-?ups?|hackathon|highlights?|favou?rites?|impressions?"
    r"|introduction|background|overview|summary|conclusions?|thoughts?|lessons?|takeaways?|notes?|resources?|links?"
    r"|questions?|answers?|discussions?|next|steps?|future|wrap|recap|about|thanks?|feedback|outcomes?|results?"
    r"|other|misc\w*|more|general|final|closing|opening|welcome|q&a|tips?|example|examples)\b"
)
_STATES = compiled(r"\b(?:is|are|means?|needs?|should|must|can|will|(?:is|do|ca|wo)n[’']t|has|have|matters?)\b|=")
"""Words of a heading that is a sentence, as lessons are."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def cues_of(
    mentions: Mentions,
    claims: Sequence[Claim],
    spoke: Sequence[Claim],
    speakers: Mapping[Figure, Claim],
    cut: Collection[int] = (),
) -> Iterator[tuple[Claim, list[str]]]:
    """What tells of each heading whether it is a talk's title.

    Args:
        mentions: the source and its persons.
        claims: that headings are sessions, of those with names too.
        spoke: who is said to have spoken, and where.
        speakers: who is held to have spoken.
        cut: the numbers of blocks that are not of the post.
    """
    view = mentions.view
    told: dict[Block, list[Claim]] = {}
    for one in spoke:
        if any(figure in speakers for figure in one.figures):
            told.setdefault(one.words.block, []).append(one)
    below = {one.words.block: _section(view, one.words.block) for one in claims}
    announced = _announced(view, speakers)
    own = {block: _of_section(section, told, speakers, announced.get(block, ())) for block, section in below.items()}
    named = {one.words.block for one in claims if one.figures}
    headings = {one.words.block: one for one in claims}
    order = {block: place for place, block in enumerate(view.headings)}
    possible = {one for one in view.headings if _may_be(one, below, cut)}
    peers = {block: _peers(view, order[block], possible) for block in below}
    stating = {one for one in possible if _STATES.search(one.small)}
    for claim in claims:
        block = claim.words.block
        title = claim.part("title")
        found = ["bias", *own[block], *_of_title(title.text if title is not None else "")]
        if claim.form == "numbered":
            found.append("numbered")
        if _KIND.fullmatch(block.text) and not _TOLD.isdisjoint(own[block]):
            found.append("kind-led")
        if title is not None and order[block] > 0 and _is_echoed(below[block], title.text):
            found.append("echoed")
        found += _of_peers(peers[block], own, named, stating, is_told=bool(_TOLD & {*own[block]}))
        if any(TALKS_URL.search(one.url) and (one.end - one.start) * 2 > len(block.text) for one in block.links):
            found.append("linked")
        found += _of_parent(view, order[block], headings)
        found += _of_post(view, block)
        yield claim, found


def _section(view: View, heading: Block) -> list[Block]:
    found = []
    for block in view.blocks[heading.number + 1 :]:
        if block.kind == "heading":
            break
        found.append(block)
    return found


def _announced(view: View, speakers: Collection[Figure]) -> dict[Block, list[Figure]]:
    """Of headings, the speakers whom what stands above all of them announces, and of the rest only their section names.

    Of one heading alone that tells nothing.
    """
    first = next((one.number for one in view.headings if one.number > 0), 0)
    found: dict[Block, list[Figure]] = {}
    for figure in speakers:
        inside = [one.block for one in figure.mentions if one.block.kind != "header" and one.block.number > first]
        headings = {view.heading_above(one) for one in inside}
        heading = headings.pop() if len(headings) == 1 and len(inside) < len(figure.mentions) else None
        if heading is not None:
            found.setdefault(heading, []).append(figure)
    return found if len(found) > 1 else {}


def _of_section(
    section: Sequence[Block],
    told: Mapping[Block, Sequence[Claim]],
    speakers: Mapping[Figure, Claim],
    announced: Collection[Figure],
) -> list[str]:
    """What the blocks below a heading tell."""
    first = first_sentences(section)
    found = []
    leads = any(one.words.start < end for where, end in first for one in told.get(where, ()))
    claims = [one for block in section for one in told.get(block, ())]
    inside = {figure for one in claims for figure in one.figures if figure in speakers}
    fresh = {one for one in inside if one.mentions[0].block in section or one in announced}
    if any(one.form in _BYLINES for one in claims):
        found.append("byline")
    if leads:
        found.append("led")
    elif inside:
        found.append("spoken-in")
    if fresh:
        of_panel = any(PANEL.search(one.small, 0, end) for one, end in first)
        found.append("fresh" if len(fresh) == 1 or of_panel else "fresh-many")
    if any(_THIS_TALK.search(one.small, 0, end) for one, end in first):
        found.append("opens-as-talk")
    if any(_THIS.search(one.small, 0, end) for one, end in first):
        found.append("this-talk")
    if any(_OF_A_PANEL.search(one.small, 0, end) for one, end in first):
        found.append("of-a-panel")
    items = sum(one.kind == "item" for one in section)
    if items > len(section) * 0.6:
        found.append("items")
    if any(_MINE.search(one.small, 0, end) for one, end in first):
        found.append("mine-below")
    return found


def _of_parent(view: View, place: int, headings: Mapping[Block, Claim]) -> Iterator[str]:
    """What the heading above tells that this one is below."""
    level = view.headings[place].level
    parent = next((one for one in view.headings[:place][::-1] if one.level < level), None)
    if parent is not None and _TALKS.search(parent.text):
        yield "under-talks"
    elif parent is not None and parent in headings and headings[parent].figures:
        yield "under-person"


_TALKS = compiled(
    r"(?ai)\b(?:talks|keynotes|sessions|presentations|workshops|lectures|panels|tracks?|agenda|schedule|program(?:me)?"
    r"|line-?up|day (?:\d|one|two|three)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|projects)\b"
)


def _is_echoed(section: Sequence[Block], title: str) -> bool:
    """Whether the first blocks below a heading say its words again, or have nearly the same in marked words."""
    words = {*_WORD.findall(title.lower())}
    if len(words) < _FEWEST:
        return False
    for block in section[:_FIRST]:
        if title.lower().strip(" .!?") in block.text.lower():
            return True
        for start, end in block.marked:
            marked = {*_WORD.findall(block.text[start:end].lower())}
            if len(words & marked) > 0.7 * len(words | marked):
                return True
    return False


def first_sentences(section: Sequence[Block]) -> list[tuple[Block, int]]:
    """The blocks that hold the first sentences of a section, and where these end."""
    found: list[tuple[Block, int]] = []
    left = _FIRST
    for block in section:
        if block.kind not in ("paragraph", "item") or not block.sentences:
            continue
        taken = block.sentences[:left]
        found.append((block, taken[-1][1]))
        left -= len(taken)
        if left <= 0:
            break
    return found


def _of_title(title: str) -> Iterator[str]:
    """What the words of a heading tell."""
    words = _WORD.findall(title)
    long = [one for one in words if len(one) > 3]
    yield f"words-{sum(len(words) > one for one in (1, 2, 4, 8))}"
    if len(long) > 1 and sum(one[0].isupper() for one in long) * 4 >= 3 * len(long):
        yield "capitals"
    low = title.lower()
    if _MINE.search(low):
        yield "mine"
    if _EVENT.search(low):
        yield "of-the-event"
    if title.endswith("?"):
        yield "asks"
    if title.endswith((".", "!", ":")):
        yield "stops"
    if ":" in title or " - " in title or " – " in title:
        yield "parted"


def _may_be(block: Block, below: Collection[Block], cut: Collection[int]) -> bool:
    return block in below or (is_generic(block.text) and block.number not in cut)


def _peers(view: View, place: int, possible: Collection[Block]) -> list[Block]:
    """The headings near by, of its level and below the same higher one, that might be titles, but for it."""
    block = view.headings[place]
    found = []
    for beside in (view.headings[max(0, place - _MOST) : place][::-1], view.headings[place + 1 : place + _MOST]):
        inside = takewhile(lambda one: one.level >= block.level, beside)
        found += [one for one in inside if one.level == block.level and one in possible]
    return found


def _of_peers(
    peers: Sequence[Block],
    own: Mapping[Block, Sequence[str]],
    named: Collection[Block],
    stating: Collection[Block],
    *,
    is_told: bool,
) -> Iterator[str]:
    """What the headings beside it tell: with which of them who is named or told below, and which are sentences."""
    count = len(peers)
    if not count:
        return
    led = sum(one in named or bool(_LED & {*own.get(one, ())}) for one in peers) / count
    if sum(one in stating for one in peers) > 0.4 * count:
        yield "peers-states"
    several = (led > 0) + (led > 0.5)
    yield "only-peers-led" if several > 1 and not is_told else f"peers-led-{several}"


def _of_post(view: View, block: Block) -> Iterator[str]:
    """Whether the heading is the post's title, above all others, and that of an event."""
    if "title" in view.header:
        return
    if block.level == 1:
        yield "highest"
    if block is view.headings[0] and all(one.level > block.level for one in view.headings[1:]):
        yield "sole-of-event" if OF_AN_EVENT.search(block.text) else "sole"


OF_AN_EVENT = compiled(
    r"(?i)\b(?:(?:19|20)\d\d|[a-z]+(?:conf|camp|fest)|[a-z]+-?con|conferences?|meet-?ups?|summit|hackathon|symposium|forum"
    r"|workshop|day|days|recap|trip|report|notes|takeaways|highlights|event|panel|town ?hall|roundtable|session)\b"
)
_LED = frozenset(["led", "this-talk", "byline"])
_TOLD = _LED | {"fresh", "fresh-many"}
_BYLINES = ("byline", "names-below-title")


def is_topic(cues: Collection[str]) -> bool:
    """Whether cues make it likely that a heading is a talk's title."""
    return sureness(cues, TOPIC) >= floor(cues)


def floor(cues: Collection[str]) -> float:
    """How sure it must be that a heading is a talk's title."""
    return _OPENED if "opens-as-talk" in cues else _TITLED


_TITLED, _OPENED = 0.32, 0.24
"""Of any heading, and of one below which the first sentence is about `this talk`."""
