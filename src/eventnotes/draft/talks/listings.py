"""Listings: talks in lists of which most items have one shape, and titles that open their paragraphs in bold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import KNOWN, Form
from eventnotes.draft.lexicon import ORGANIZATION_WORDS, ROLE_NOUNS
from eventnotes.draft.reading.mentions import Mentions, figures_within
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks.sessions import ITEMS, is_generic, is_talk
from eventnotes.draft.titles import is_title, unquoted

_SHAPES = (
    *ITEMS,
    Form("item-comma", r"^<MARKS>(?P<title>[^\n]{4,140}?),\s+(?P<people><PEOPLE>)\s*$", 0.7),
    Form(
        "item-brackets",
        r"^<MARKS>(?P<title>[^\n()]{4,140}?)\s*\((?i:(?:led |given |presented )?by\s+|with\s+)?"
        r"(?P<people><PEOPLE>)[^()\n]{0,60}\)",
        0.7,
    ),
)
"""How an item of a list of talks is written; the last two are talks only where others are alike."""
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
            "## Day\n\nOn Trams - Bo Ek\n\nRain in Charts - Mei Lin http://example.org\n\nOld Maps - Jun Tanaka\nYes.",
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
BOLD = Form(
    "bold-line",
    r"\b(?i:(?:this|the|a|an|his|her|their|another|great|good)\s+(?:\w+\s+){0,2}?(?:talk|presentation|keynote|workshop"
    r"|session|lecture|demo|tutorial|speaker)\b)",
    0.75,
    (
        (
            "**Trams for towns**\nThis was a fine talk.\n\n**Rain in three charts**\nThe talk was short.",
            "Rain in three charts",
        ),
    ),
)
ABOVE = Form(
    "line-above",
    "",
    0.75,
    (
        (
            "## Day\n\nTrams for towns\n\nBo Ek spoke first. It rained.\n\nMaps of the rain\n\nMei Lin spoke. I left.",
            "Maps of the rain",
        ),
    ),
)
FORMS = (LISTED, BELOW, BOLD, ABOVE)
_LEAST = 3


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The talks that lists and bold first lines tell of."""
    for items in mentions.view.lists():
        top = [one for one in items if one.depth == items[0].depth]
        above = mentions.view.before(items[0])
        is_announced = above is not None and bool(_TALKS.search(above.text[-_NEAR:]))
        yield from _of_one_shape(mentions, top, announced=is_announced)
        if above is not None and above.kind in ("paragraph", "heading") and BELOW.regex.search(above.text):
            yield from _titles(mentions, top)
    yield from _bold_lines(mentions)
    yield from _first_lines(mentions)
    yield from _lines_above(mentions)


def _lines_above(mentions: Mentions) -> Iterator[Claim]:
    """The talks whose titles are lines of their own above a paragraph that begins with who spoke; one alone is none."""
    found = []
    for block in mentions.view.blocks[1:]:
        above = mentions.view.before(block)
        if above is None or not (above.kind == block.kind == "paragraph") or above.list or above.quoted or above.tag:
            continue
        if not _is_short(above, len(above.text)) or mentions.of(above) or len(block.sentences) < 2:
            continue
        named = [one for one in mentions.within(block, 0, block.sentences[0][1]) if one.figure.known and one.start < 40]
        if named:
            found.append((unquoted(Words(above, 0, len(above.text))), (named[0].figure,)))
    for title, figures in found if len(found) > 1 else ():
        yield Claim("session", title, "listings", ABOVE.name, ABOVE.confidence, "", figures, {"title": (title,)})


def _first_lines(mentions: Mentions) -> Iterator[Claim]:
    """The talks of which paragraphs begin with a line that says who and what; fewer than three are none."""
    found: dict[bool, list[Claim]] = {}
    for block in mentions.view.blocks:
        if block.kind != "paragraph" or block.quoted or block.tag or not mentions.of(block):
            continue
        first = next(end for _, end in block.lines)
        end = len(_ADDRESS.sub("", block.text[:first]))
        claim = _shaped(mentions, block, announced=False, end=end) if end <= _LONGEST_LINE else None
        if claim is not None and claim.words.end == end and not _is_saying(claim):
            is_name_first = claim.figures[0].mentions[0].start < claim.parts["title"][0].start
            found.setdefault(is_name_first, []).append(claim)
    for several in found.values():
        if len(several) >= _LEAST:
            yield from several


def _is_saying(claim: Claim) -> bool:
    """Whether what stands beside a name is in quotation marks and not written as a title is."""
    block, start, _ = claim.parts["title"][0]
    return block.text[max(0, start - 1) : start] in tuple("\"“‘'«") and not is_title(claim.parts["title"][0].text)


_ADDRESS = re.compile(r"[\s(]*(?:https?:\S+|@\w+)?[\s)]*\Z")
_LONGEST_LINE = 160


def _of_one_shape(mentions: Mentions, items: Sequence[Block], *, announced: bool) -> Iterator[Claim]:
    """The talks of a list that has at least three, or two where talks are announced, and little else."""
    found = [one for one in (_shaped(mentions, item, announced=announced) for item in items) if one is not None]
    if len(found) >= (_LEAST - announced) and len(found) * 5 >= len(items) * 3:
        yield from found


def _shaped(mentions: Mentions, block: Block, *, announced: bool, end: int | None = None) -> Claim | None:
    masked = mentions.masked(block)[:end]
    for form in _SHAPES if mentions.of(block) else ():
        match = form.regex.match(masked)
        if match is None or KNOWN in match["title"] or len(match["title"].split()) > 18:
            continue
        if form.name == "item-name-first" and not (is_talk(block, match) or (announced and _is_plain(block, match))):
            continue
        title = unquoted(Words(block, *match.span("title")))
        figures = figures_within(mentions, block, *match.span("people"))
        if title.text and figures:
            words = Words(block, *match.span())
            return Claim("session", words, "listings", LISTED.name, LISTED.confidence, "", figures, {"title": (title,)})
    return None


_NEAR = 160
_TALKS = re.compile(r"(?i)\b(?:talks?|titles?|sessions?|presentations?|program(?:me)?|line-?up|schedule)\b")
_MOST = 14


def _is_plain(block: Block, match: re.Match[str]) -> bool:
    """Whether what follows a name and a colon may be a title in small letters: short, and no sentence."""
    title = block.text[slice(*match.span("title"))].strip()
    words = {one.lower() for one in re.findall(r"[\w-]+", title)}
    is_short = 1 < len(title.split()) <= _MOST and title[-1] not in ".!;,"
    return is_short and ":" in block.text[match.end("people") : match.start("title")] and not ROLE_NOUNS & words


def _titles(mentions: Mentions, items: Sequence[Block]) -> Iterator[Claim]:
    """Items without names below words that announce talks: each is a title."""
    told = [_TOLD.match(one.text) for one in items]
    ends = [one.end("title") for one in told if one]
    ends = ends if len(ends) == len(items) else [len(one.text) for one in items]
    if len(items) > 1 and not any(mentions.of(one) for one in items) and all(map(_is_short, items, ends)):
        for one, end in zip(items, ends, strict=True):
            title = unquoted(Words(one, 0, end))
            yield Claim("session", title, "listings", BELOW.name, BELOW.confidence, parts={"title": (title,)})


_TOLD = re.compile(r"(?P<title>[^\n:–—]{4,120}?)(?:\s+[–—-]|:)\s+\w")
"""A title and what is told of it."""


def _is_short(block: Block, end: int) -> bool:
    text = block.text[:end].strip()
    if end == len(block.text) and text.partition(" ")[0].lower() in ORGANIZATION_WORDS:
        return False
    return 1 < len(text.split()) <= 18 and text[0].isupper() and text[-1] not in ".:;,"


def _bold_lines(mentions: Mentions) -> Iterator[Claim]:
    """Paragraphs that begin with a bold line and go on about a talk; one alone is none."""
    found = []
    for block in mentions.view.blocks:
        lines = [*block.lines] if block.kind == "paragraph" and block.strong and not block.quoted else []
        if len(lines) > 1 and block.strong[0][0] == 0 and block.strong[0][1] >= len(block.text[: lines[0][1]].rstrip()):
            title = unquoted(Words(block, *lines[0]))
            if len(title.text.split()) > 1 and not is_generic(title.text):
                found.append((block, title, lines[0][1]))
    for block, title, end in found if len(found) > 1 else ():
        if BOLD.regex.search(block.text, end):
            figures = figures_within(mentions, block, end, len(block.text))
            yield Claim("session", title, "listings", BOLD.name, BOLD.confidence, "", figures, {"title": (title,)})
