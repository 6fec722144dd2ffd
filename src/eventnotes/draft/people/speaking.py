"""Speaking: whether somebody who is named spoke at the event, from cues in how a source names people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from eventnotes.draft.claim import Claim
from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions

_SLOTS = frozenset(
    [
        *(
            "title-by-name",
            "label",
            "names",
            "list-of-people",
            "list-of-names",
            "listed",
        ),
        *("byline", "names-below-title", "line-and-name", "listed-talk"),
        *("slot", "table-row", "title-comma-name", "name-comma-title"),
        *("name-dash-title", "title-dash-name", "title-brackets", "persons-keynote", "name-on-title"),
    ]
)
_SAYING = frozenset(["person-said", "person-says", "said-person"])
_ACTS = Form(
    "acts",
    r"<PERSON><PAREN>(?:\s+(?:et al\.?|from|of|at)(?:\s+<ORGANIZATION>)?|\s*,[^.;:!?\n]{2,90}?,)?<ADVERB>\s+"
    r"(?P<verb>(?!need|based|called|named|used to)[a-z]+ed|gave|spoke|had|told|took|led|made|ran|did|went|brought|built"
    r"|wrote|began|held|kept|put|sat|set|saw|won|came|got|[a-z]{3,}s)\b",
    1,
).regex
_SAYS = frozenset(["says", "writes", "argues", "notes", "believes", "thinks", "states", "observes", "puts", "wrote"])
"""How somebody is cited who need not have been there."""
_IS = Form("is", r"<PERSON><PAREN>\s+(?:is|was|has|had)\b", 1).regex
_TALK = Form("talk", r"\b(?i:<TALK>|slides|speakers?|panell?ists?|presenters?|audience|moderat\w+|stage)\b", 1).regex
_BY = re.compile(r"(?:\b(?:[Bb]y|[Ff]rom|[Ww]ith|[Ff]eaturing)|\band|[,&])\s+\Z")
_AWAY = re.compile(
    r"(?i)\b(?:according to|book|author(?:ed)?|written|wrote|as|like|inspired|named after|based on|cit(?:es?|ed|ing)"
    r"|photos?|image|picture|illustration|sponsored|signed|noticed|thank(?:s|ed|ing)?|founded|created|developed|late|awarded|award|prize|won"
    r"|congratulat\w+|met|meeting|chat(?:ted)?|friend\w*|colleagues?|credit|courtesy|known|famous|work of|cc|via)\b"
    r"[^.!?]{0,40}\Z"
)
_CHAIN = Form("chain", r"<PERSON><PAREN>,\s+(?:and\s+)?<PERSON><PAREN>,\s+(?:and\s+)?<PERSON>", 1).regex
"""Several who are named in a row, as friends are, and thanked."""
_OTHERS = re.compile(
    r"(?i)\b(?:organi[sz]er\w*|volunteers?|friends?|committee|board|team|thank\w*|attend\w+|winners?|met|shout-?\s?outs?|kudos)\b"
)
_BOOK = re.compile(r"(?i)\b(?:books?|papers?|articles?|novels?|albums?)\b")
_MADE = re.compile(
    r"(?i)\s*(?:(?:presented|given|led|delivered|held|hosted|moderated|taught)\s+)?(?:by|from|with|featuring)\s+\Z"
)
_PROFILE = re.compile(r"https?://(?:www\.)?(?:twitter|x|github|linkedin|bsky|speakerdeck)\b")
_SEVERAL = 3
_NEAR, _FAR = 60, 500
_LEADING = re.compile(rf"[^\w{KNOWN}{INNER}{LIKELY}]*\Z")


def candidates(
    mentions: Mentions, by_kind: Mapping[str, Sequence[Claim]]
) -> Iterator[tuple[Figure, list[Claim], list[str]]]:
    """Everybody who may have spoken, the claims that it was so, and the cues that speak for and against it.

    Args:
        mentions: the source and its persons.
        by_kind: what is claimed of the source.
    """
    told = _by_figure([*by_kind.get("speaker", ()), *by_kind.get("session", ())])
    roles = _by_figure(by_kind.get("role", ()))
    quoted = {figure for one in by_kind.get("quote", ()) for figure in one.figures}
    again = repeated(told)
    for figure in dict.fromkeys([*told, *mentions.figures]):
        claims = told.get(figure, [])
        cues = _cues_of(mentions, figure, claims, roles.get(figure, []), again, quoted=figure in quoted)
        yield figure, claims, [*cues]


def _by_figure(claims: Iterable[Claim]) -> dict[Figure, list[Claim]]:
    found: dict[Figure, list[Claim]] = {}
    for one in claims:
        for figure in one.figures:
            found.setdefault(figure, []).append(one)
    return found


def _cues_of(
    mentions: Mentions,
    figure: Figure,
    claims: Sequence[Claim],
    roles: Sequence[Claim],
    again: frozenset[str],
    *,
    quoted: bool,
) -> Iterator[str]:
    """What tells whether somebody spoke.

    Args:
        mentions: the source and its persons.
        figure: the person.
        claims: that the person spoke, or gave a talk.
        roles: the person's.
        again: forms that tell so of several.
        quoted: whether a quotation is the person's.
    """
    yield "bias"
    doubt = 1.0
    for form in dict.fromkeys(one.form for one in claims):
        alike = [one.confidence for one in claims if one.form == form]
        doubt *= (1 - max(alike)) ** (min(len(alike), 3) if form in _SAYING else 1)
    sure = 1 - doubt
    yield f"sure-{sum(sure > one for one in (0.0, 0.5, 0.7, 0.79, 0.88, 0.95))}"
    forms = {one.form for one in claims}
    if forms & _SLOTS:
        yield "slot" if figure.known else "slot-unknown"
    elif figure.known:
        yield "known"
    if not figure.known and mentions.says_small(figure.parts):
        yield "small"
    if len(forms) > 1:
        yield "several-forms"
    if forms & again:
        yield "slot-again"
    if quoted:
        yield "quoted"
    if any("title" in one.parts for one in roles):
        yield "title"
    elif roles:
        yield "organization"
    yield from sorted({found for one in figure.mentions for found in _of_mention(mentions, one)})


def repeated(told: Mapping[Figure, Sequence[Claim]]) -> frozenset[str]:
    """The forms of layout that a source uses for at least three persons."""
    counts = Counter(form for claims in told.values() for form in {one.form for one in claims} & _SLOTS)
    return frozenset(form for form, count in counts.items() if count >= _SEVERAL)


def _of_mention(mentions: Mentions, mention: Mention) -> Iterator[str]:
    block = mention.block
    if not mention.full:
        return
    masked = mentions.masked(block)
    if block.kind == "item":
        yield "in-item"
    if _LEADING.match(masked[: mention.start]):
        yield "opens"
    if acts := _ACTS.match(masked, mention.start):
        yield "says" if acts["verb"] in _SAYS else "acts"
    elif _IS.match(masked, mention.start):
        yield "is"
    yield from _around(mentions, mention, masked)


def _around(mentions: Mentions, mention: Mention, masked: str) -> Iterator[str]:
    """What the sentence around a name tells, and its place in the source."""
    block = mention.block
    start, end = next(((one, two) for one, two in block.sentences if one <= mention.start < two), (0, len(masked)))
    start, end = max(start, mention.start - _FAR), min(end, mention.end + _FAR)
    before = masked[max(0, mention.start - _NEAR) : mention.start]
    link = block.link_at(mention.start, mention.end)
    told = {
        "talk-told": _TALK.search(masked, start, end),
        "by": _BY.search(before),
        "away": _AWAY.search(block.text[max(start, mention.start - _NEAR) : mention.start]),
        "in-marks": block.text.count("“", start, mention.start) > block.text.count("”", start, mention.start)
        or block.text.count('"', start, mention.start) % 2,
        "in-brackets": before.count("(") > before.count(")"),
        "profile": link is not None and _PROFILE.match(link.url),
        "made-by": _made(mention, before) and not _BOOK.search(masked, start, end),
        "chain": _CHAIN.search(masked, max(start, mention.start - _FAR // 2), min(end, mention.end + _FAR // 2)),
        "others": _OTHERS.search(masked, start, end),
        "owns": masked[mention.end : mention.end + 2] in ("’s", "'s"),
        "at-end": block.number > 0.9 * len(mentions.view.blocks),
    }
    yield from (name for name, found in told.items() if found)


def _made(mention: Mention, before: str) -> bool:
    """Whether words that are marked, as titles are, stand before `by` and a name."""
    match = _MADE.search(before)
    if match is None:
        return False
    block, place = mention.block, mention.start - len(before) + match.start()
    return block.text[place - 1 : place] in tuple('"”') or any(end == place for _, end in block.marked)
