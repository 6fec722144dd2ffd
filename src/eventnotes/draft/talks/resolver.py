"""Talks: which headings, items and sentences are sessions, and who spoke in each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.findings import FoundSession
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.reading.view import View
from eventnotes.draft.talks import posts
from eventnotes.draft.talks.billing import says_office
from eventnotes.draft.talks.edges import PREFIXES, bare
from eventnotes.draft.talks.marked import MARKED, PANEL
from eventnotes.draft.talks.sessions import is_generic
from eventnotes.draft.talks.topics import OF_AN_EVENT, cues_of, first_sentences, is_topic
from eventnotes.draft.talks.untitled import add_untitled, introduces
from eventnotes.draft.titles import MOST_WORDS, unquoted

_LIKELY = 0.5
"""How sure it must be that marked words are a title, for a session below a heading to have it."""
_CERTAIN = 0.4
"""How sure it must be, for the session of a numbered heading to be one of several talks."""
_LED = 0.75
"""How sure it must be that somebody spoke below a heading, for the heading to be a session."""
_FIRST = 3
"""How many blocks tell first what a meeting was."""
_FEW = 1
"""How many talks may have a title in a post whose own title names its only one."""
_ANYWHERE = ("label", "list-of-people", "listed")
_WORD = re.compile(r"\w")
_MARKS = tuple("\"“‘'«„")
_UNSURE = (MARKED, "talks-below")
"""Forms of titles that do not tell that a numbered heading, as of a session of talks, is no talk itself."""
_NAMELESS = (MARKED, "talks-below", "labelled", "listed-talk")


def sessions_of(
    mentions: Mentions,
    claims: Sequence[Claim],
    spoke: Sequence[Claim],
    speakers: Mapping[Figure, Claim],
    talks: Sequence[int] = (),
    cut: Collection[int] = (),
) -> list[FoundSession]:
    """The sessions, in the order of the source.

    Args:
        mentions: the source and its persons.
        claims: what may be a session.
        spoke: who is said to have spoken, and where.
        speakers: who is held to have spoken.
        talks: where, in notes of several talks, those of each begin.
        cut: the numbers of blocks that are not of the post.
    """
    view = mentions.view
    spoke = [*spoke, *(one for one in speakers.values() if one.recogniser == "speaking")]
    told = [one for one in spoke if one.confidence >= _LED and not introduces(one)]
    sure = [one for one in told if any(figure in speakers for figure in one.figures)]
    own, claims = _written(claims)
    headings = headings_of(claims, speakers)
    cues = cues_of(mentions, [*headings.values()], spoke, speakers, cut)
    titles = {one for one, told in cues if one.form == "numbered" or is_topic(told)}
    forced = _first_headings(view, talks)
    speakers = {**_billed(headings, speakers), **speakers}
    talked = {block for block, one in headings.items() if one in titles or one.figures}
    headed = {
        block: _from_heading(mentions, block, one, sure, speakers, titles=titles, talked=talked)
        for block, one in headings.items()
    }
    for block in forced:
        if block in headed and headed[block] is None:
            headed[block] = FoundSession(headings[block], headings[block].part("title"), [], block)
    found = _outermost([one for one in headed.values() if one is not None])
    found = _in_files(found, forced) if forced else found
    _keep_one_level(found)
    below = {block.number for one in own if one.heading is not None for block in view.section(one.heading)}
    found = _beside(view, own, found, below)
    if forced:
        return found
    if any(one.claim.written and one.claim.written.is_whole for one in own):
        return own
    whole = _whole(view, claims, found, speakers)
    if whole is not None and not own:
        return [whole]
    others = [one for one in claims if one.words.block.kind != "heading" and one.form not in posts.NAMES]
    found = _told(view, others, found, speakers)
    add_untitled(mentions, sure, found, speakers, below)
    return sorted(found, key=lambda one: (one.claim.words.block.number, one.claim.words.start))


def _whole(
    view: View, claims: Sequence[Claim], found: Sequence[FoundSession], speakers: Collection[Figure]
) -> FoundSession | None:
    """The only talk of a post, if its title names it and few others have titles.

    That of a meeting is one talk if one person spoke, or several on a panel.
    """
    claim = next((one for one in claims if one.form in posts.NAMES), None)
    if claim is None or sum(bool(one.title and one.claim.figures) for one in found) > _FEW:
        return None
    told = {one.figures for one in claims if one.form == MARKED and any(figure in speakers for figure in one.figures)}
    if len(told) > _FEW:
        return None
    figures = [*(claim.figures or speakers)]
    is_panel = any(PANEL.search(one.small) for one in view.blocks[:_FIRST])
    is_talk = claim.form != posts.MEETING.name or len(figures) == 1 or is_panel
    return FoundSession(claim, claim.part("title"), figures, None, whole=True) if is_talk else None


def _billed(headings: Mapping[Block, Claim], speakers: Mapping[Figure, Claim]) -> dict[Figure, Claim]:
    """Who is named beside a title in the heading of the post, or in a heading like another that names a speaker so."""
    beside = {block: one for block, one in headings.items() if "title" in one.parts}
    held = {one.form for one in headings.values() if not speakers.keys().isdisjoint(one.figures)}
    forms = Counter(one.form for one in beside.values() if any(figure.known for figure in one.figures))
    held |= {form for form, count in forms.items() if count > 1}
    return {
        figure: one for block, one in beside.items() if block.number == 0 or one.form in held for figure in one.figures
    }


def _written(claims: Sequence[Claim]) -> tuple[list[FoundSession], list[Claim]]:
    """The sessions that the source has as a write-up has them, each with the title of its billing; other claims."""
    others = [one for one in claims if one.written is None]
    found = []
    for one in (one for one in claims if one.written is not None):
        heading = one.words.block if one.words.block.kind == "heading" else None
        billed = next((other for other in others if other.words.block is heading and _is_of(other, one)), one)
        found.append(FoundSession(one, billed.part("title") or one.part("title"), [*one.figures], heading))
    return found, others


def _is_of(billed: Claim, written: Claim) -> bool:
    """Whether a claim of a heading is of the same persons, or of nobody and without a number or mark that begins it."""
    title, whole = billed.part("title"), written.part("title")
    is_rest = title is not None and whole is not None and title.start > whole.start
    return bool({*billed.figures} & {*written.figures}) or (is_rest and not billed.figures)


def _beside(
    view: View, own: Sequence[FoundSession], found: Sequence[FoundSession], below: Collection[int]
) -> list[FoundSession]:
    """Sessions that the source has as a write-up has them, and those found that stand neither in nor around one."""
    if not own:
        return [*found]
    headings = {one.heading for one in own}
    others = [
        one
        for one in found
        if one.heading is not None
        and one.heading.number not in below
        and headings.isdisjoint([one.heading, *view.section(one.heading)])
    ]
    return sorted([*own, *others], key=lambda one: one.claim.words.block.number)


def headings_of(claims: Sequence[Claim], speakers: Collection[Figure]) -> dict[Block, Claim]:
    """The claims of headings; of two, the first, unless it has no title and names none of the speakers."""
    found: dict[Block, Claim] = {}
    for one in claims:
        block = one.words.block
        if block.kind == "heading" and one.form not in posts.NAMES:
            before = found.get(block)
            if before is None or not ("title" in before.parts or any(figure in speakers for figure in before.figures)):
                found[block] = one
    return found


def _first_headings(view: View, talks: Sequence[int]) -> list[Block]:
    """The first heading of each talk's notes."""
    firsts = (next((one for one in view.headings if one.start >= place), None) for place in talks)
    return [*dict.fromkeys(one for one in firsts if one is not None)]


def _in_files(found: list[FoundSession], forced: Sequence[Block]) -> list[FoundSession]:
    """Of the sessions in notes of several talks: one a file, and those above that have no file."""
    first = min(one.number for one in forced)
    files = [one for one in found if one.heading in forced]
    titles = {one.title.text.lower() for one in files if one.title}
    above = [one for one in found if one.heading is not None and one.heading.number < first]
    return [*(one for one in above if one.title is None or one.title.text.lower() not in titles), *files]


def _from_heading(
    mentions: Mentions,
    block: Block,
    claim: Claim,
    sure: Sequence[Claim],
    speakers: Mapping[Figure, Claim],
    *,
    titles: Collection[Claim],
    talked: Collection[Block],
) -> FoundSession | None:
    view, title = mentions.view, claim.part("title")
    if claim.figures:
        figures = _given(claim, speakers)
        title = title or _title_above(view, block) or _title_below(view, block, figures)
        return FoundSession(claim, title, figures, block) if figures else None
    section = _own_section(view, block, talked)
    first = first_sentences(section)
    figures = []
    for one in sure:
        leads = any(one.words.block is where and one.words.start < end for where, end in first)
        inside = one.words.block in section
        for figure in one.figures:
            introduced = inside and figure.mentions[0].block in section
            fits = leads or introduced or (inside and one.form in _ANYWHERE)
            if fits and figure in speakers and figure not in figures:
                figures.append(figure)
    fresh = sorted((_first_named(one) for one in speakers if one not in figures), key=_start)
    is_led = bool(figures)
    for named in (one for one in fresh if one.block in section):
        if not figures or _opens(named, named.block.sentences[: 1 if is_led else None]):
            figures.append(named.figure)
    figures = figures or _alone(mentions, section, first)
    return FoundSession(claim, title, figures, block) if claim in titles else None


def _title_above(view: View, block: Block) -> Words | None:
    """The heading right above one of names alone, if it may be the talk's title."""
    above = view.above(block)
    if (
        above is None
        or above.kind != "heading"
        or (above.level >= block.level and PREFIXES.sub("", above.text)[:1] not in _MARKS)
        or is_generic(above.text)
        or above.text.rstrip().endswith((".", "!", ":"))
        or (above.number == 0 and OF_AN_EVENT.search(above.text))
    ):
        return None
    return unquoted(Words(above, *bare(above.text, links=above.links)))


def _title_below(view: View, block: Block, figures: Sequence[Figure]) -> Words | None:
    """The heading right below one of names alone, and under it, or a line of marked words, if it is not of them."""
    below = next(iter(view.blocks[block.number + 1 : block.number + 2]), None)
    if below is None or is_generic(below.text) or says_office(below.text):
        return None
    if any(one.block is below and one.start < below.line_at(0)[1] for figure in figures for one in figure.mentions):
        return None
    if below.kind == "heading" and below.level > block.level:
        return unquoted(Words(below, 0, len(below.text)))
    return _marked_line(below) if below.kind == "paragraph" and not below.quoted else None


def _marked_line(block: Block) -> Words | None:
    """The first line of a block, if all of it is linked, bold, emphasised or in quotation marks."""
    start, end = block.line_at(0)
    line = Words(block, start, len(block.text[:end].rstrip()))
    title = unquoted(line)
    is_marked = line.text[:1] in _MARKS or any(one <= start + 1 and two >= line.end - 1 for one, two in block.marked)
    return title if is_marked and title.end >= line.end - 2 and 1 < len(title.text.split()) <= MOST_WORDS else None


def _given(claim: Claim, speakers: Mapping[Figure, Claim]) -> list[Figure]:
    """Who gave a talk: the speakers whom its claim names, and whoever is billed beside one of them."""
    found = [one for one in claim.figures if one in speakers]
    return [*claim.figures] if found and claim.form != MARKED else found


def _first_named(figure: Figure) -> Mention:
    """Where the body names a person first."""
    return next((one for one in figure.mentions if one.block.kind != "header"), figure.mentions[0])


def _alone(mentions: Mentions, section: Sequence[Block], first: Sequence[tuple[Block, int]]) -> list[Figure]:
    """The only person whom a section names, if one of its first sentences begins with the name."""
    named = {one.figure for block in section for one in mentions.of(block)}
    begin = any(one.end <= end and _opens(one, block.sentences) for block, end in first for one in mentions.of(block))
    return [one for one in named if one.known] if len(named) == 1 and begin else []


def _start(mention: Mention) -> tuple[int, int]:
    """Where a mention stands in the source."""
    return mention.block.number, mention.start


def _opens(mention: Mention, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether one of several sentences begins with a name."""
    text, start = mention.block.text, mention.start
    place = bisect_right(sentences, (start, len(text))) - 1
    return place >= 0 and not _WORD.search(text, sentences[place][0], start)


def _own_section(view: View, heading: Block, talked: Collection[Block]) -> list[Block]:
    found = []
    for block in view.blocks[heading.number + 1 :]:
        if block.kind == "heading" and (block.level <= heading.level or block in talked):
            break
        found.append(block)
    return found


def _keep_one_level(found: list[FoundSession]) -> None:
    """Sessions do not nest: of a heading and those below it, those below it stay if they are several."""
    for one in list(found):
        heading = one.heading
        if heading is None:
            continue
        below = []
        for other in found:
            if other.heading is not None and other.heading.number > heading.number:
                if other.heading.level <= heading.level:
                    break
                below.append(other)
        named = one.claim.form == "topic" and any(other.claim.form == "names" for other in below)
        parts = bool(one.figures) and heading.number == 0 and all(other.claim.form == "topic" for other in below)
        if (len(below) > 1 or named) and one in found and not parts:
            found.remove(one)
        elif below and one in found:
            for other in below:
                if other.claim.form == "topic":
                    found.remove(other)


def _outermost(found: Sequence[FoundSession]) -> list[FoundSession]:
    """The sessions without those of a heading that is the title of another; of two such, the lower one."""
    titles: set[Block | None] = set()
    for one in reversed(found):
        if one.title is not None and one.title.block is not one.heading and one.heading not in titles:
            titles.add(one.title.block)
    return [one for one in found if one.heading not in titles]


def _themes(
    view: View, claims: Sequence[Claim], found: Sequence[FoundSession], speakers: Mapping[Figure, Claim]
) -> list[FoundSession]:
    """The headings that are no talk: the text below gives titles of their own to several talks of several people."""
    headed = {one.heading: one for one in found if one.claim.written or one.claim.form in ("topic", "numbered")}
    told: dict[Block | None, dict[Figure, str]] = {}
    for one in claims:
        heading, title = view.heading_above(one.words.block), one.part("title")
        forms = _UNSURE if heading in headed and headed[heading].claim.form == "numbered" else ("talks-below",)
        sure = one.form == MARKED and one.confidence > _CERTAIN
        if heading in headed and title is not None and (sure or one.form not in forms):
            below = told.setdefault(heading, {})
            below.update({figure: title.text.lower() for figure in one.figures if figure in speakers})
    return [one for one in found if len({*told.get(one.heading, {}).values()}) > 1]


def _told(
    view: View, claims: Sequence[Claim], found: Sequence[FoundSession], speakers: Mapping[Figure, Claim]
) -> list[FoundSession]:
    """The sessions of headings, with titles that the text below gives them, and those that the text tells of."""
    themes = _themes(view, claims, found, speakers)
    headed = {one.heading: one for one in found if one not in themes}
    sessions = [one for one in found if one not in themes or one.claim.written]
    for claim in claims:
        title, figures = claim.part("title"), _given(claim, speakers)
        same = next((one for one in sessions if title and one.title and _is_same(one.title, title)), None)
        if same is not None:
            same.figures = figures if figures and not same.claim.figures else same.figures
            continue
        session = headed.get(view.heading_above(claim.words.block))
        if session is not None:
            session.title = title if _is_retitled(session, claim, figures) else session.title
        elif figures or (_is_nameless(claim) and not (headed and claim.form == "talks-below")):
            sessions.append(FoundSession(claim, title, figures, None))
    return sessions


def _is_nameless(claim: Claim) -> bool:
    """Whether a title stands for a talk though nobody is held to have given it."""
    return claim.form in _NAMELESS and (claim.form == MARKED or not claim.figures)


def _is_same(one: Words, other: Words) -> bool:
    """Whether two titles are one: the same words, or ranges that overlap."""
    overlap = one.block is other.block and one.start < other.end and other.start < one.end
    return overlap or one.text.lower() == other.text.lower()


def _is_retitled(session: FoundSession, claim: Claim, figures: Sequence[Figure]) -> bool:
    """Whether a title in the text below a session's heading is the session's own."""
    if claim.form == "labelled":
        return session.title is None or session.claim.form in ("topic", "names")
    is_sure = claim.form == MARKED and claim.confidence >= _LIKELY and session.claim.form in ("topic", "names")
    return is_sure and (not figures or bool({*figures} & {*session.figures}))
