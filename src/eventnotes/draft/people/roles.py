"""Roles: which title and organization a person has, from the words beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form, compiled, expanded, people_in, standing
from eventnotes.draft.people.links import clipped, home, linked
from eventnotes.draft.people.offices import begins_role, is_of_a_book
from eventnotes.draft.people.organizations import PART_OF_SCHOOL, Role, before_country, is_no_organization, parted
from eventnotes.draft.people.phrases import is_all, read_lines, read_phrase, role_before, singular
from eventnotes.draft.people.positions import (
    APPOSITION,
    BEFORE,
    BEHIND,
    BELOW,
    BESIDE,
    BRACKETS,
    DASH,
    OF_ALL,
    OF_LINES,
    OF_ORGANIZATION,
    OF_ORGANIZATIONS,
    OF_TITLES,
    OF_WORDS,
    PRONOUN,
    SHARED,
    SLOT,
    stands,
)
from eventnotes.draft.people.tokens import CAPITAL, KINDS, is_role, stops, tokens_of, trimmed
from eventnotes.draft.reading.mentions import PROFILE, Figure, Mention, Mentions, figures_within
from eventnotes.draft.reading.runs import Block

_BEFORE, _REACH = 110, 400
_FEW = 4
_NO_ROLES = frozenset(["guy", "speaker", "panelist", "panellist", "presenter", "keynote speaker"])
"""What somebody is at the event alone."""
_PEOPLE = re.compile(expanded("<PEOPLE>"))
_ONE_OF_THREE = compiled(rf"{LIKELY}[{INNER}]*+(?:,?\s+(?:and|&)|\s*,)\s+<PERSON>")
"""What is likely a name, and one more behind it."""
_ROW = 2
"""How many names stand in no row yet."""
_AND_ONE = compiled(r",?\s(?:and|&)\s<PERSON>")
_TOGETHER = re.compile(
    expanded(
        r"(?P<people><PERSON><ASIDE>(?:\s*,\s*<PERSON><ASIDE>)*)(?:,|(?P<and>,?\s+(?:and|&)))\s+(?:(?:Dr|Prof)\.?\s+)?\Z"
    )
)
"""Those whom an organization is told of together with the last."""
_IN_BRACKETS = re.compile(r"\s*\((?!@|(?:s?he|they|ze)/)(?P<words>[^()\n]{2,80})\)")
_OF_A_KIND = re.compile(rf"(?:the\s+)*(?:(?:(?:an?|our)\s+)?(?:[A-Za-z-]+\s+){{0,2}}{KINDS}\s+)?")
"""What may stand before an organization, even what it is: `of the Dutch charity Kumo`."""
_AS = re.compile(r"\s+as\s+(?=(?:an?|our|the|their)\s)")
_ONE_DOES = re.compile(r",?\s+\(?who(?:[’']s|\s+(?:is|has|was|[a-z]{3,}(?<!s)s))\b")
"""What stands behind several names and tells of the last alone."""
_NEXT = re.compile(rf"{KNOWN}|(?<=[,;] ){LIKELY}[{INNER}]*+,")
"""Who is named next, or is if a title follows."""
_LED = re.compile(r"['’]s\s|\s[a-z]")
"""What stands behind a name that may be an organization's: `Kumo Grid’s CTO`, `Kumo Grid engineers`."""
_PRONOUN = re.compile(PRONOUN)
FORMS = (*BEHIND, *OF_LINES, BELOW, BEFORE)
_PAST = re.compile(r"(?i)(?:ex|former)\b")
_SMALL = re.compile(r"[a-z][a-z0-9.-]{2,}\Z")
_UNSURE = 0.5
_BEHIND_NAME = frozenset(one.name for one in (APPOSITION, SLOT, OF_ORGANIZATION, BRACKETS, SHARED))


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The roles told of the persons in a source."""
    for block in mentions.view.blocks:
        if block.kind != "header" and (mentions.of(block) or _PRONOUN.match(block.text)):
            claims = _own([*_roles_in(mentions, block)])
            yield from claims
            yield from _joined(claims)


def _own(claims: Sequence[Claim]) -> list[Claim]:
    """Without the organization of the next person for whoever has a title alone: `mayor Mei Lin and Bo Ek of Kumo`."""
    titled = {one.figures for one in claims if one.form == BEFORE.name and not one.value}
    return [one for one in claims if one.form != SHARED.name or one.figures not in titled]


def _joined(claims: Sequence[Claim]) -> Iterator[Claim]:
    """A title and the organization further behind as one role: `Professor Mei Lin of Kumo`, `Mei Lin (CTO) of Kumo`."""
    organizations = {one.figures: one for one in claims if one.form in _BEHIND_NAME and "title" not in one.parts}
    for one in claims:
        behind = organizations.get(one.figures)
        alone = one.form in (BEFORE.name, BRACKETS.name) and "organization" not in one.parts
        if alone and not _PAST.match(one.words.text) and behind is not None:
            parts = {**one.parts, **behind.parts}
            words = Words(one.words.block, one.words.start, max(one.words.end, behind.words.end))
            yield Claim("role", words, "roles", one.form, behind.confidence, one.value, one.figures, parts)


def _roles_in(mentions: Mentions, block: Block) -> Iterator[Claim]:
    masked = mentions.masked(block)
    yield from _below(mentions, block)
    taken: list[tuple[int, int]] = []
    starts = [one.start for one in mentions.of(block)]
    on_lines = standing(OF_LINES, mentions.lined(block), starts)
    for form, match in (*standing(BEHIND, masked, starts), *on_lines):
        people = _people(mentions, block, match) if stands(form, match) else []
        for role in _read(mentions, block, match, form) if people else ():
            several = _singular(block.text[slice(*role.title)])
            shares = form in OF_ALL and not _is_of_one(match)
            together = _together(mentions, block, people[0], several) if shares else []
            taken.append(role.title)
            for one in people:
                yield _claim(one, role, form, several)
            for one in together if several or role.title == (0, 0) else ():
                yield _claim(one, role, SHARED, several)
    for mention in mentions.of(block):
        if mention.full:
            start, beside = _reach_before(mentions, mention, masked)
            for role in role_before(block.text, start, mention.start, beside=beside):
                start, end = role.title
                told = any(first <= start < end <= last for first, last in taken)
                if not told and block.text[start:end].lower() not in _NO_ROLES:
                    yield from _shared(mentions, masked, mention, clipped(block, role))


def _reach_before(mentions: Mentions, mention: Mention, masked: str) -> tuple[int, bool]:
    """Where the words before a name may begin, and whether another name stands there."""
    block = mention.block
    start = masked.rfind(INNER, max(0, mention.start - _BEFORE), mention.start) + 1
    link = block.link_at(mention.start, mention.end)
    if link is not None and start <= link.start and masked[link.start : mention.start].strip():
        return link.start, False
    owner = mentions.at(block, start - 1) if _LED.match(masked, start) else None
    if owner is not None and not owner.figure.known:
        start = owner.start
    return start or max(0, mention.start - _BEFORE), start > 0 and owner is None


def _below(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """The role on a line of its own below a name on one."""
    lines = _lines(block)
    start, end = lines[0]
    one = BELOW.regex.match(mentions.masked(block)[start:end])
    named = mentions.at(block, _person_place(one)) if one else None
    below = block if len(lines) > 1 else next(iter(mentions.view.blocks[block.number + 1 :][:1]), None)
    if named is None or below is None or not _may_stand_below(block, below):
        return
    places = lines[1:] if below is block else _lines(below)
    for role in read_lines(below.text, places):
        if role.title != (0, 0):
            yield _claim(named, role, BELOW, block=below)


def _may_stand_below(block: Block, below: Block) -> bool:
    """Whether a block may tell of somebody whose name is all that the block above has."""
    lower = below.kind == "heading" and (below.bold or below.level > block.level > 0)
    if block.kind == "item":
        return below.kind == "item" and below.depth > block.depth
    return lower or below.kind in ("paragraph", "item")


def _lines(block: Block) -> list[tuple[int, int]]:
    """The lines of a block that have words."""
    return [(start, end) for start, end in block.lines if block.text[start:end].strip()] or [(0, 0)]


def _runs_into(text: str, roles: Sequence[Role], name: int) -> bool:
    """Whether a title is that of the next name: `Ewa Nowak, mayor Bo Ek`, `Ewa Nowak, Kumo CEO Bo Ek`."""
    return any(one.organization[1] < one.title[1] and not text[one.title[1] : name].strip() for one in roles)


def _people(mentions: Mentions, block: Block, match: re.Match[str]) -> list[Mention]:
    """The persons that a form tells the role of."""
    if "pronoun" in match.re.groupindex and match["pronoun"]:
        sentence = next((start for start, end in block.sentences if start <= match.start() < end), 0)
        figures = tuple(dict.fromkeys(one.figure for one in mentions.within(block, sentence, match.start())))
        figures = figures if len(figures) == 1 else () if figures else _meant(mentions, block, match.start())
        return [Mention(one, block, *match.span("pronoun"), full=False) for one in figures]
    if "people" in match.re.groupindex:
        places = [place for place, _ in people_in(match.string, *match.span("people"))]
        places = places[-1:] if _is_of_one(match) else places
        return [one for one in (mentions.at(block, place) for place in places) if one is not None]
    one = mentions.at(block, _person_place(match))
    return [one] if one is not None else []


def _is_of_one(match: re.Match[str]) -> bool:
    """Whether only the last of several does what a form tells: `Ewa Nowak and Bo Ek, who works at Kumo`."""
    return "people" in match.re.groupindex and _ONE_DOES.match(match.string, match.end("people")) is not None


def _meant(mentions: Mentions, block: Block, place: int) -> tuple[Figure, ...]:
    """Whom a pronoun means that begins a sentence: the only one named before it, or in the block right above."""
    for start, end in reversed([one for one in block.sentences if one[1] <= place]):
        figures = figures_within(mentions, block, start, end)
        if figures:
            return figures if len(figures) == 1 else ()
    above = mentions.view.before(block)
    named = above is not None and above.kind in ("heading", "paragraph")
    figures = figures_within(mentions, above, 0, len(above.text)) if above and named else ()
    return figures if len(figures) == 1 else ()


def _read(mentions: Mentions, block: Block, match: re.Match[str], form: Form) -> list[Role]:
    """The roles that the words of a form tell."""
    start, end = match.span("role")
    if form in OF_ORGANIZATIONS:
        return _employers(mentions, block, start, end)
    if form in (APPOSITION, SLOT, DASH) and (own := home(mentions, block, start)):
        return [own]
    if _goes_on_with_people(match, form) or (form is DASH and _is_from_elsewhere(block.text, _name_end(match))):
        return []
    until = _end_of(mentions, block, start, end)
    if form is BRACKETS and (until := before_country(block.text, start, until)) == start:
        return []
    found = read_phrase(block.text, start, until, strict=form in OF_WORDS)
    if form is APPOSITION and mentions.at(block, until) is not None and _runs_into(block.text, found, until):
        return []
    if form is BESIDE:
        found = found if is_all(block.text, found, until) and all(one.title != (0, 0) for one in found) else []
    elif form is SLOT:
        found = found or ([] if match["inner"] else _small(block, start, until))
    elif form is BRACKETS:
        found = _in_brackets(mentions, block, match, found, until)
    return [clipped(block, one) for one in found if _tells(block, one, titled=form in OF_TITLES)]


def _employers(mentions: Mentions, block: Block, start: int, end: int) -> list[Role]:
    """Where somebody is from or works, and as what: `works at Kumo as a tram engineer`."""
    kind = _OF_A_KIND.match(block.text, start)
    link = linked(block, kind.end() if kind else start)
    if link is not None or not (kind and CAPITAL.match(block.text, kind.end())):
        return [link] if link is not None else []
    until = _end_of(mentions, block, kind.end(), end)
    found = read_phrase(block.text, kind.end(), until, strict=False, named=True)
    found = [clipped(block, one) for one in found if _tells(block, one, titled=False)]
    as_what = _AS.match(block.text, found[-1].organization[1]) if found and found[-1].title == (0, 0) else None
    held = read_phrase(block.text, as_what.end(), until, strict=True) if as_what else []
    return [Role(held[0].title, found[-1].organization)] if held and held[0].title != (0, 0) else found


def _in_brackets(mentions: Mentions, block: Block, match: re.Match[str], found: list[Role], end: int) -> list[Role]:
    """The roles in brackets, all of whose words have to tell them."""
    whole = is_all(block.text, found, end) or any(is_of_a_book(block.text[slice(*one.title)]) for one in found)
    roles = found if whole else _whole(block, match.start("role"), end)
    initials = _initials(mentions, block, match)
    return [part for one in roles for part in _parts(block, parted(block.text, one), initials)]


def _end_of(mentions: Mentions, block: Block, start: int, end: int) -> int:
    """Where the words of a role end that begin at a place: where its form ends, if it says so, or before a profile."""
    until = end if end > start else _until(block, mentions.lined(block), start)
    return min(
        (one.start for one in block.links if start < one.start < until and PROFILE.match(one.url)), default=until
    )


def _goes_on_with_people(match: re.Match[str], form: Form) -> bool:
    """Whether what stands behind names is likely one more: `Ewa Nowak, Bo Ek, Xyz Qwert and Mei Lin`."""
    if form in (APPOSITION, SLOT) and _ONE_OF_THREE.match(match.string, match.start("role")):
        return True
    if form is not SLOT:
        return False
    count = len([*people_in(match.string, *match.span("people"))])
    if match["role"][0] != LIKELY:
        return count > _ROW and _AND_ONE.match(match.string, match.end("role")) is not None
    return count > 1 or re.search(r"\s(?:and|&)\s", match["role"]) is not None


def _small(block: Block, start: int, end: int) -> list[Role]:
    """One word in small letters that is an organization: `- Trams for towns – Ewa Nowak, kumo`."""
    tokens = tokens_of(block.text, start, end)
    alone = _SMALL.match(block.text[start:end].strip()) and tokens[0].kind in ("low", "cap") and not stops(tokens[0])
    return [Role((0, 0), trimmed(block.text, start, end))] if alone else []


def _whole(block: Block, start: int, end: int) -> list[Role]:
    """A few words that are an organization though they have no capitals: `Ewa Nowak (kumo tram works)`."""
    tokens = tokens_of(block.text, start, end)
    plain = all(one.kind not in ("role", "at", "semi", "dash", "comma") and not stops(one) for one in tokens)
    if not plain or not 0 < len(tokens) <= _FEW or tokens[-1].end < end or block.link_at(start, end):
        return []
    return [Role((0, 0), trimmed(block.text, start, end))]


def _tells(block: Block, role: Role, *, titled: bool) -> bool:
    """Whether words tell a role: no link to a person's page, nothing that one is at the event alone."""
    if role.organization == (0, 0):
        return block.text[slice(*role.title)].lower() not in _NO_ROLES
    if role.title == (0, 0) and is_no_organization(block.text, *role.organization):
        return False
    link = block.link_at(*role.organization)
    to_person = link is not None and link.start >= role.organization[0] and PROFILE.match(link.url)
    return role.title != (0, 0) or not (titled or to_person)


def _initials(mentions: Mentions, block: Block, match: re.Match[str]) -> str:
    one = mentions.at(block, _person_place(match))
    return "".join(part[0] for part in one.figure.parts) if one else ""


def _parts(block: Block, role: Role, initials: str) -> Iterator[Role]:
    """Organizations with commas between, as they stand in brackets."""
    start, end = role.organization
    written = block.text[start:end]
    if role.title == (0, 0) and written == initials:
        return
    if (
        role.title != (0, 0)
        or "," not in written
        or re.search(r"\s(?:and|&)\s", written)
        or PART_OF_SCHOOL.match(written)
    ):
        yield role
        return
    for one in re.finditer(r"[^,]+(?:,\s+(?:Inc|Ltd|LLC|GmbH)\b\.?)?", block.text[start:end]):
        yield Role((0, 0), trimmed(block.text, start + one.start(), start + one.end()))


def _shared(mentions: Mentions, masked: str, mention: Mention, role: Role) -> Iterator[Claim]:
    """A role before a name; it is shared by those named with it, if it is a plural or an organization's."""
    block = mention.block
    title = _singular(block.text[slice(*role.title)])
    people = _PEOPLE.match(masked, mention.start)
    places = [start for start, _ in people_in(masked, mention.end, people.end())] if people else []
    if title and not places and masked[: mention.start].endswith(("- ", "– ", "— ")):
        return  # Tips for Tram Drivers – Ewa Nowak
    yield _claim(mention, role, BEFORE, title)
    if title or (role.title == (0, 0) and role.organization != (0, 0)):
        several = (mentions.at(block, start) for start in places)
        yield from (_claim(one, role, BEFORE, title) for one in several if one is not None)


def _together(mentions: Mentions, block: Block, last: Mention, several: str) -> list[Mention]:
    """Those named right before somebody, as in `Ewa Nowak and Bo Ek from Kumo`; without `and`, only by a plural."""
    masked = mentions.masked(block)
    start = max(0, last.start - _BEFORE)
    match = _TOGETHER.search(masked, start, last.start)
    places = people_in(masked, *match.span("people")) if match and (match["and"] or several) else ()
    named = [one for one in (mentions.at(block, place) for place, _ in places) if one is not None]
    return [one for one in named if not _is_from_elsewhere(block.text, one.end)]


def _is_from_elsewhere(text: str, place: int) -> bool:
    """Whether brackets behind a name tell where somebody is from, and no title alone."""
    aside = _IN_BRACKETS.match(text, place)
    roles = read_phrase(text, *aside.span("words"), strict=True) if aside else []
    return aside is not None and [one.organization for one in roles] != [(0, 0)]


def _until(block: Block, masked: str, start: int) -> int:
    """Where the words on a person end: with the link that has both, at the next name, or a title running into it."""
    link = block.link_at(start - 1, start + 1)
    ends = link is not None and link.start < start - 1 and not masked.startswith(",", link.end)
    line = masked.find("\n", start)
    last = min(start + _REACH, link.end if link is not None and ends else len(masked) if line < 0 else line)
    place = next(_next_names(block, masked, start, last), last)
    comma = masked.rfind(",", start, place)
    title = masked[comma + 1 : place].split()
    into = start < comma and place < last and masked[place - 1] == " " and title and is_role(title[-1])
    return comma if into else place


def _next_names(block: Block, masked: str, start: int, end: int) -> Iterator[int]:
    """Where the persons begin who are named in a range; a likely name is one if a title follows."""
    for match in _NEXT.finditer(masked, start, end):
        if match[0] == KNOWN or begins_role(tokens_of(block.text, match.end(), end)):
            yield match.start()


def _singular(title: str) -> str:
    """The singular of a title that is a plural; otherwise nothing."""
    one = singular(title)
    return one if one != title else ""


def _claim(mention: Mention, role: Role, form: Form, title: str = "", block: Block | None = None) -> Claim:
    """A role; its block, where that is not the name's."""
    block = block or mention.block
    parts = {
        name: (Words(block, *place),)
        for name, place in zip(("title", "organization"), role, strict=True)
        if place[1] > place[0]
    }
    sure = form.confidence if "organization" in parts or form not in OF_TITLES else _UNSURE
    first, last = min(one[0].start for one in parts.values()), max(one[0].end for one in parts.values())
    if block is mention.block:
        first, last = min(first, mention.start), max(last, mention.end)
    return Claim("role", Words(block, first, last), "roles", form.name, sure, title, (mention.figure,), parts)


def _name_end(match: re.Match[str]) -> int:
    return next(end for _, end in people_in(match.string, *match.span()))


def _person_place(match: re.Match[str]) -> int:
    text, (start, end) = match.string, match.span()
    return next(place for place in range(start, end) if text[place] in (KNOWN, LIKELY))
