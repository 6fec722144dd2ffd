"""Listings: talks in lists and first lines of which most have one shape, and in lists that are announced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form, compiled, expanded
from eventnotes.draft.lexicon import ORGANIZATION_WORDS, ROLE_NOUNS
from eventnotes.draft.reading.mentions import Mentions, figures_in
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks.billing import Billing, billing_in, billing_in_lines, billing_of, is_talk, says_office
from eventnotes.draft.talks.edges import bare
from eventnotes.draft.talks.sessions import is_below_else
from eventnotes.draft.titles import MOST_WORDS, is_title, session, unquoted

LISTED = Form(
    "listed-talk",
    "",
    0.88,
    (
        (
            "We saw:\n\n- Trams for Towns - Wanjiru Kamau, Kumo\n- Rain in Charts - Marta Silva\n- Maps - Priya Raman",
            "Trams for Towns",
        ),
        (
            "We saw:\n\n- Trams for small towns, Wanjiru Kamau\n- Rain in charts, Marta Silva\n- Old maps, Bo Ek",
            "Rain in charts",
        ),
        (
            "We had:\n\n- trams for towns (B. Ek and others)\n- rain (M. Silva, E. Nowak; notes)\n- old maps (J. Ray)",
            "trams for towns",
        ),
        (
            "These are the talks:\n\n- Bo Ek: why we wait\n- Marta Silva: rain in charts\n- Ewa Nowak: old maps",
            "why we wait",
        ),
        (
            "There were talks by:\n\n- Bo Ek, why we wait\n- Marta Silva, rain in charts\n- Ewa Nowak, old maps",
            "rain in charts",
        ),
        (
            "We saw:\n\n- Trams (Wanjiru Kamau)\n- Rain (Marta Silva)\n- Old maps (Bo Ek)\n- Three old bells (@jo)\n",
            "Three old bells",
        ),
        (
            "## Day\n\nOn Trams - Bo Ek\n\nRain in Charts - Mei Lin http://example.org\n\nOld Maps - Jun Tanaka\nYes.",
            "Rain in Charts",
        ),
        ("- Trams for towns\n  - Bo Ek\n  - late\n- Rain in charts\n  - Marta Silva, Kumo\n", "Rain in charts"),
        (
            "Talks:\n\n- Bo Ek\n  - Trams for towns\n- Marta Silva, Kumo\n  - Rain in charts\n  - late\n",
            "Rain in charts",
        ),
        (
            "## Day\n\nOn trams\nBo Ek\n\nWe ride.\n\nRain in charts\nMei Lin, Kumo\n\nOld maps\nJun Tanaka\n\nYes.",
            "Rain in charts",
        ),
        (
            "## Day\n\nBo Ek, Why We Wait\n\nYes.\n\nMei Lin, Rain in Charts\n\nYes.\n\nJun Ray, Old Town Maps\n\nOh.",
            "Rain in Charts",
        ),
    ),
)
BELOW = Form(
    "talks-below",
    r"\b(?i:(?:sessions|talks|presentations|workshops|lightning talks|pitches)\b[^.:!?\n]{0,60}:|(?:sessions|talks"
    r"|presentations|workshops)\s+(?:that\s+\w+\s+)?(?:were|included))\s*$",
    0.75,
    (
        ("Some of the sessions included:\n\n- Trams for towns\n- Rain in three charts\n- Old maps", "Old maps"),
        ("My favourite presentations:\n\n- Trams for towns — it was good\n- Old maps: I liked them", "Trams for towns"),
        ("The talks I went to:\n\n- Trams for towns\n- Rain in three charts", "Trams for towns"),
    ),
)
FORMS = (LISTED, BELOW)
_ITEMS, _LINES = 2, 3
"""How many items of a list, and how many first lines of paragraphs, have to be of one shape."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The talks that lists and first lines tell of."""
    for items in mentions.view.lists():
        top = [one for one in items if one.depth == items[0].depth]
        above = mentions.view.before(items[0])
        is_announced = above is not None and bool(_TALKS.search(above.text[-_NEAR:]))
        if not is_announced and is_below_else(mentions, items[0]):
            continue
        yield from _of_one_shape(mentions, top, announced=is_announced)
        yield from _behind_commas(mentions, top, announced=is_announced)
        yield from _nested(mentions, top, announced=is_announced)
        if above is not None and above.kind in ("paragraph", "heading") and BELOW.regex.search(above.text):
            yield from _titles(mentions, top)
    yield from _first_lines(mentions)
    lines = [one for one in mentions.view.blocks if one.kind == "paragraph" and _is_line(one)]
    yield from _behind_commas(mentions, lines, announced=False)


def _is_line(block: Block) -> bool:
    """Whether a paragraph of the post's own is one line and no sentence."""
    is_own = not block.quoted and not block.tag and len(block.lines) == 1 and block.depth == 0
    return is_own and len(block.text) < _LONGEST_LINE and block.text.rstrip()[-1:] not in tuple(".!?:;,")


def _first_lines(mentions: Mentions) -> Iterator[Claim]:
    """The talks of which paragraphs begin with a line that says who and what; fewer than three are none."""
    found: dict[bool, list[Claim]] = {}
    for block in mentions.view.blocks:
        if block.kind != "paragraph" or block.quoted or block.tag or not mentions.of(block):
            continue
        first = block.line_at(0)[1]
        if first > _LONGEST_LINE + _LONGEST_ADDRESS:
            continue
        end = _before_address(block.text, first)
        billed = (
            billing_in(mentions, block, *bare(mentions.masked(block), 0, end, block.links))
            if end <= _LONGEST_LINE
            else None
        )
        if billed is None or billed.title is None:
            billed = _billed_in_lines(mentions, block)
            end = billed.end if billed else end
        claim = _claimed(billed, announced=False) if billed and billed.end >= end - _MARKS else None
        if billed and claim and not _is_saying(claim.parts["title"][0]):
            found.setdefault(billed.is_name_first, []).append(claim)
    for several in found.values():
        if len(several) >= _LINES:
            yield from several


def _before_address(text: str, end: int) -> int:
    """Where the words of a line end before an address, which may stand in brackets."""
    line = text[:end].rstrip(" \t\n)")
    address = _ADDRESS.search(line, max(0, end - _LONGEST_ADDRESS))
    return len(line[: address.start() if address else end].rstrip(" \t\n("))


def _billed_in_lines(mentions: Mentions, block: Block) -> Billing | None:
    """A title and names on the first two lines, if these are short."""
    lines = block.lines[:2]
    is_short = all(1 < end - start <= _SHORT and block.text[:end].rstrip()[-1:] not in ".,;:" for start, end in lines)
    billed = billing_in_lines(mentions, block) if is_short else None
    return billed if billed and billed.title and len(_WORD.findall(billed.title.text)) > 1 else None


_WORD = re.compile(r"[^\W\d_]{2,}")


def _is_saying(title: Words) -> bool:
    """Whether what stands beside a name holds words in quotation marks, or is in them and not written as a title is."""
    before = title.block.text[max(0, title.start - 1) : title.start]
    return any(one in title.text for one in _QUOTES) or (before in (*_QUOTES, "'", "‘") and not is_title(title.text))


_QUOTES = ('"', "“", "«")
_ADDRESS = re.compile(r"(?:https?:\S+|@\w+)\Z")
_LONGEST_LINE, _LONGEST_ADDRESS, _SHORT = 160, 240, 70
_MARKS = 2
"""How many marks may stand behind what a line says."""


def _of_one_shape(mentions: Mentions, items: Sequence[Block], *, announced: bool) -> Iterator[Claim]:
    """The talks of a list that has at least two, or one where talks are announced, and little else."""
    billed = {one.number: told for one in items if (told := billing_of(mentions, one)) is not None}
    found = {at: claim for at, one in billed.items() if (claim := _claimed(one, announced=announced)) is not None}
    if len(found) >= (_ITEMS - announced) and len(found) * 5 >= len(items) * 3:
        yield from found.values()
        if len(found) > _ITEMS:
            forms = {billed[one].form for one in found}
            for at, one in billed.items():
                if at not in found and one.form in forms and one.title is not None and len(one.title.text.split()) > 2:
                    yield session("listings", LISTED, one.title, one.figures, words=Words(one.title.block, 0, one.end))
        if len(found) > _ITEMS and not any(billed[one].is_name_first for one in found):
            yield from _of_nobody(mentions, [one for one in items if one.number not in found])


def _of_nobody(mentions: Mentions, items: Sequence[Block]) -> Iterator[Claim]:
    """The titles in a list of talks that it does not say, or not so that it is known, who gave."""
    for item in items:
        start, end = bare(mentions.masked(item), links=item.links)
        bracket = _BRACKET.search(item.text, start, end)
        end = bracket.start() if bracket else end
        if start < end and _is_short(item, end) and not mentions.within(item, start, end):
            yield session("listings", LISTED, unquoted(Words(item, start, end)))


_BRACKET = re.compile(r"\s(?:\([^()\n]{1,60}\)|by\s[A-Z@][^\n]{1,60})\s*\Z")


def _behind_commas(mentions: Mentions, items: Sequence[Block], *, announced: bool) -> Iterator[Claim]:
    """The talks of a list that has names, commas and titles, and hardly what somebody is."""
    found = []
    for item in (one for one in items if mentions.of(one)):
        masked = mentions.masked(item)
        match = _COMMA.match(masked, *bare(masked, links=item.links))
        title = unquoted(Words(item, *match.span("title"))) if match else None
        if match and title and _is_behind_comma(title, announced=announced):
            figures = figures_in(mentions, item, *match.span("people"))
            found.append(
                session("listings", LISTED, title, figures, words=Words(item, match.start(), match.end("title")))
            )
    if len(found) >= _LINES and len(found) * 5 >= len(items) * 4:
        yield from found


def _is_behind_comma(title: Words, *, announced: bool) -> bool:
    """Whether words are a title and no role: all of them are marked where talks are announced, or none is of a role."""
    if _GOES_ON.match(title.text):
        return False
    is_marked = (title.start, title.end) in title.block.marked
    is_plain = not says_office(title.text) and (is_talk(title) or (announced and _is_plain(title)))
    return is_plain or (announced and is_marked)


_GOES_ON = re.compile(r"(?:for|from|of|at|in|on|with|by|who|whose|which|and|our|the author)\b")
"""How what goes on about a person begins, and no title."""
_COMMA = re.compile(expanded(r"(?P<people><PEOPLE>),\s+(?P<title>[^\n]{4,}?)[\s.]*\Z"))


def _nested(mentions: Mentions, items: Sequence[Block], *, announced: bool) -> Iterator[Claim]:
    """The talks of a list whose items are titles, or names, and have the other as their own first item."""
    found = []
    for item in items:
        inner = next(iter(mentions.view.blocks[item.number + 1 : item.number + 2]), None)
        if inner is not None and inner.kind == "item" and inner.depth > item.depth:
            for names, title in ((inner, item), (item, inner)):
                words = unquoted(Words(title, 0, len(title.text)))
                billed = billing_in(mentions, names, 0, len(names.text)) if _is_short(title, len(title.text)) else None
                is_title = title is item or announced or is_talk(words)
                if (
                    billed
                    and billed.title is None
                    and is_title
                    and not mentions.of(title)
                    and not says_office(title.text)
                ):
                    found.append(session("listings", LISTED, words, billed.figures))
    are_several = len({one.figures for one in found}) == len(found) >= _ITEMS
    if are_several and len(found) * 5 >= len(items) * 3:
        yield from found


def _claimed(billed: Billing, *, announced: bool) -> Claim | None:
    title = billed.title
    if title is None or (billed.is_name_first and not (is_talk(title) or (announced and _is_plain(title)))):
        return None
    return session("listings", LISTED, title, billed.figures, words=Words(title.block, 0, billed.end))


_NEAR = 160
_TALKS = compiled(r"(?ai)\b(?:talks?|titles?|sessions?|presentations?|program(?:me)?|line-?up|schedule)\b")


def _is_plain(title: Words) -> bool:
    """Whether what follows a name may be a title in small letters: short, and no sentence."""
    words = {one.lower() for one in re.findall(r"[\w-]+", title.text)}
    return 1 < len(title.text.split()) <= MOST_WORDS and title.text[-1] not in ".!;," and not ROLE_NOUNS & words


def _titles(mentions: Mentions, items: Sequence[Block]) -> Iterator[Claim]:
    """Items without names below words that announce talks: each is a title."""
    told = [_TOLD.match(one.text) for one in items]
    ends = [one.end("title") for one in told if one]
    ends = ends if len(ends) == len(items) else [len(one.text) for one in items]
    if len(items) > 1 and not any(mentions.of(one) for one in items) and all(map(_is_short, items, ends)):
        for one, end in zip(items, ends, strict=True):
            title = unquoted(Words(one, 0, end))
            yield session("listings", BELOW, title)


_TOLD = re.compile(r"(?P<title>[^\n:–—]{4,120}?)(?:\s+[–—-]|:)\s+\w")
"""A title and what is told of it."""


def _is_short(block: Block, end: int) -> bool:
    text = block.text[:end].strip()
    if end == len(block.text) and text.partition(" ")[0].lower() in ORGANIZATION_WORDS:
        return False
    return 1 < len(text.split()) <= MOST_WORDS and text[0].isupper() and text[-1] not in ".:;,"
