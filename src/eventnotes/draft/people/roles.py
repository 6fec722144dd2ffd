"""Roles: which title and organization a person has, from the words beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form, people_in, standing
from eventnotes.draft.people.offices import Role, begins_role
from eventnotes.draft.people.phrases import read_phrase, role_before, singular
from eventnotes.draft.people.tokens import CAPITAL, is_role, tokens_of, trimmed
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions, figures_within
from eventnotes.draft.reading.runs import Block

_BEFORE, _REACH = 110, 400
_ARTICLE = re.compile(r"(?:an?|the|our|its|their|my)\s+")
_NO_ROLES = frozenset(["moderator", "host", "speaker", "panelist", "panellist", "presenter", "keynote speaker"])
"""What somebody is at the event alone."""
_PEOPLE = Form("people", "<PEOPLE>", 1).regex
_TOGETHER = Form(
    "together", r"(?P<people><PERSON>(?:\s*,\s*<PERSON>)*),?\s+(?:and|&)\s+(?:(?:Dr|Prof)\.?\s+)?\Z", 1
).regex
"""Those whom an organization is told of together with the last."""
_NEXT = re.compile(rf"{KNOWN}|(?<=, ){LIKELY}[{INNER}]*+,")
"""Who is named next, or is if a title follows."""
_OF_ALL = frozenset(["of-organization", "brackets", "works-at", "line", "apposition", "dash"])
_PRONOUN = r"(?:(?<=[.!?] )|^)(?P<pronoun>He|She)"
_IS = r"(?:works?|worked|serves?|served)\s+as|(?:is|was|are|were)|used to be|(?:has|had|have) been|currently serves as"
FORMS = (
    Form(
        "apposition",
        r"<PERSON><PAREN>\s*,\s*(?P<role>)(?=\S)",
        0.85,
        (
            ("Ewa Nowak, head of data at Harbour Clinic, spoke first.", "head of data | Harbour Clinic"),
            ("Kwame Mensah, CTO of Volta Grid, said no.", "CTO | Volta Grid"),
            ("Marta Silva, Director, Office of Open Data, gave a talk.", "Director | Office of Open Data"),
            ("Ana Lima, Head of Maps at ARC. She sang.", "Head of Maps | ARC"),
            ("Ana Lima, tram analyst, joined the party.", "tram analyst | "),
            ("Ana Lima, Analyst, Office of Maps, City of Porto", "Analyst | Office of Maps, City of Porto"),
            ("Bo Ek (he/him), dean of the U.S. School of Trams (USST), sang.", "dean | U.S. School of Trams (USST)"),
        ),
    ),
    Form(
        "brackets",
        r"<PERSON>(?:[’']s)?\s*\((?:(?:she|he|they|ze)/\w+(?:/\w+)?\s*[,;|]\s*)?"
        r"(?P<role>(?!(?:she|he|they|ze)\b)(?:[^()@\n]|@(?=\s)|\([^()\n]*\)){2,140})\)",
        0.85,
        (
            ("Ngozi Adeyemi (Lagos Transit) and Bo Ek spoke.", " | Lagos Transit"),
            ("Ewa Nowak (she/her, Kumo) and Bo Ek (CTO @ Volta) spoke.", "CTO | Volta"),
            ("Ewa Nowak (she/her, Kumo) and Bo Ek spoke.", " | Kumo"),
            ("We loved Ewa Nowak’s (tram engineer, 42 Trams) talk.", "tram engineer | 42 Trams"),
            (
                "Presenter: Bo Ek (tram coordinator, Institute of Rails (IOR))",
                "tram coordinator | Institute of Rails (IOR)",
            ),
        ),
    ),
    Form(
        "within-brackets",
        r"\(<PERSON>\s*[,/|–—-]\s*(?P<role>[^()@\n]{2,80})\)",
        0.8,
        (("- Trams for towns (Ewa Nowak, Kumo)", " | Kumo"), ("Trams (Ewa Nowak, CTO at Kumo)", "CTO | Kumo")),
    ),
    Form(
        "of-organization",
        r"<PERSON><PAREN>(?:,?\s+(?:also\s+|now\s+|currently\s+)?(?:from|of|at|de|von)|,\s+(?:now\s+|currently\s+)?with)\s+(?P<role>)(?=(?:the\s+)*[A-Z0-9À-Þ"
        + LIKELY
        + "])",
        0.75,
        (
            ("Priya Raman from Delft Water Board showed maps.", " | Delft Water Board"),
            ("Then Lars Holm, of Statens Kart, took over.", " | Statens Kart"),
        ),
    ),
    Form(
        "by-name-of",
        r"(?:\b(?:by|with)|\s[–—-]{1,2})\s+(?P<people><PEOPLE>),\s+(?P<role><ORGANIZATION>)\s*\)?\s*$",
        0.8,
        (
            ("# “Trams for towns” by Bo Ek and Jun Tanaka, Kumo", " | Kumo"),
            ("- Trams for towns - Wanjiru Kamau, Kumo", " | Kumo"),
        ),
    ),
    Form(
        "dash-in-sentence",
        r"<PERSON><PAREN>\s+[–—-]{1,2}\s+(?P<role>)(?=\S)",
        0.75,
        (("It was chaired by Inês Duarte - Deputy Mayor of Porto, and Bo Ek.", "Deputy Mayor | Porto"),),
    ),
    Form(
        "dash",
        r"^<MARKS>(?:(?i:presenters?|speakers?|panell?ists?|by|with)\W+)?<PERSON><PAREN>\s*(?:\s[–—|-]{1,2}|:)\s*"
        r"(?P<role>[^\n.!?]{2,120}$|(?=An?\s))",
        0.8,
        (
            ("Jun Tanaka – Staff Engineer, Kumo", "Staff Engineer | Kumo"),
            ("Jun Tanaka: A tram engineer at Kumo. He sang.", "tram engineer | Kumo"),
        ),
    ),
    Form(
        "is",
        rf"(?:(?P<people><PEOPLE>),?\s+(?:who\s+)?(?:{_IS})|{_PRONOUN}(?:\s+(?:{_IS})|[’']s))\s+(?:currently\s+|also\s+|both\s+|all\s+|now\s+)?"
        r"(?:one of the\s+)?(?P<role>)(?=(?:an?|the|our|their|two|three)\s|[A-Z]"
        r"|(?:(?:lead|head|chief|senior|director|founder|co-founder|president|professor)s?|doctoral)\s)",
        0.75,
        (
            ("Aoife Byrne is a data engineer at Cork Ferries.", "data engineer | Cork Ferries"),
            ("Then Mei Lin sang. She is the chair of the Tram Board.", "chair | Tram Board"),
            (
                "Ewa Nowak is the new Chief Rail and Tram Officer at Kumo and sang.",
                "Chief Rail and Tram Officer | Kumo",
            ),
            (
                "Mei Lin and Bo Ek are both doctoral students in the Porto Tram Lab, and sang.",
                "doctoral students | Porto Tram Lab",
            ),
        ),
    ),
    Form(
        "article",
        r"<PERSON><PAREN>\s+(?P<role>)(?=(?:an?|the)\s)",
        0.7,
        (
            (
                "Then Bo Tanaka, of Kumo, left. Ewa Nowak a tram engineer at Volta Grid sang.",
                "tram engineer | Volta Grid",
            ),
        ),
    ),
    Form(
        "line",
        r"^<MARKS>(?P<people><PEOPLE>)\s*,\s*(?P<role>[^\n.!?:;" + KNOWN + r"]{2,100})$",
        0.75,
        (
            ("- Zyx Qwert, Kumo Works\n- Ewa Nowak, Open Trams", " | Open Trams"),
            ("- Ewa Nowak, Kumo President & CEO", "President & CEO | Kumo"),
            ("- Ewa Nowak and Bo Tanaka, Kumo", " | Kumo"),
        ),
    ),
    Form(
        "works-at",
        rf"(?:(?P<people><PEOPLE>)[,:]?|{_PRONOUN})(?:[’']s\s+(?:from|with|at)|\s+(?:who\s+)?"
        r"(?:both\s+|all\s+|now\s+|currently\s+)?(?:(?:works?|worked|working)\s+(?:at|for|with)"
        r"|(?:is|was|are|were)\s+(?:now\s+)?(?:from|at|with)"
        r"|(?:joined|attended|came|comes|presented|joining)\s+(?:us\s+)?from))\s+(?P<role>)(?=(?:the\s+)?[A-Z0-9À-Þ"
        + LIKELY
        + "])",
        0.75,
        (
            ("Tomasz Zając works at Baltic Rail.", " | Baltic Rail"),
            ("Mei Lin sang. She’s from Kumo.", " | Kumo"),
            ("Bo Tanaka and Ewa Nowak both attended from Kumo.", " | Kumo"),
        ),
    ),
    Form(
        "below-name",
        r"^<MARKS><PERSON><PAREN>\W*$",
        0.8,
        (
            ("## Ewa Nowak\n\nHead of maps, Harbour Clinic\n\nShe sang.", "Head of maps | Harbour Clinic"),
            ("**Ewa Nowak**  \nHead of Maps at Kumo", "Head of Maps | Kumo"),
            ("## Ewa Nowak\n**Head of Maps at Kumo**", "Head of Maps | Kumo"),
        ),
    ),
    Form(
        "title-before",
        r"(?P<role>\S[^\n]*)\s\Z",
        0.7,
        (
            ("Volta Grid CTO Kwame Mensah was next.", "CTO | Volta Grid"),
            ("We met the deputy mayor, Inês Duarte.", "deputy mayor | "),
            ("Kumo’s Jun Tanaka showed a demo.", " | Kumo"),
            ("Then Kumo’s founder - Wanjiru Kamau - sang.", "founder | Kumo"),
            ("Then Volta Grid’s founder, Wanjiru Kamau, sang.", "founder | Volta Grid"),
        ),
    ),
)

_PRONOUN_RE = re.compile(_PRONOUN)
_MARKS = " .*_\n"
_UNSURE = 0.5
_OFFICES = frozenset(
    [
        *("alumnus", "ceo", "cfo", "chair", "chairman", "chief", "cio", "co-founder", "cofounder", "coo", "cto"),
        *("director", "employee", "executive", "fellow", "founder", "head", "intern", "lead", "leader", "manager"),
        *("member", "officer", "owner", "partner", "president", "principal", "professor", "representative", "staff"),
        *("secretary", "trustee", "vp"),
    ]
)
"""Titles that are held at an organization."""
_SHARED = Form("shared", "", 0.65)


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The roles told of the persons in a source."""
    for block in mentions.view.blocks:
        if mentions.of(block) and block.kind != "header":
            yield from _roles_in(mentions, block)


def _roles_in(mentions: Mentions, block: Block) -> Iterator[Claim]:
    masked = mentions.masked(block)
    yield from _below(mentions, block)
    for form, match in standing(FORMS[:-2], masked):
        people = _people(mentions, block, match)
        for role in _read(mentions, block, match, form) if people else ():
            title = block.text[slice(*role.title)] if len(people) > 1 else ""
            for one in people:
                yield _claim(one, role, form, _singular(title))
            if form.name in _OF_ALL and role.title == (0, 0):
                for one in _together(mentions, block, people[0]):
                    yield _claim(one, role, _SHARED)
    for mention in mentions.of(block):
        if mention.full:
            start, beside = _reach_before(mentions, mention, masked)
            for role in role_before(block.text, start, mention.start, beside=beside):
                if block.text[slice(*role.title)].lower() not in _NO_ROLES:
                    yield from _shared(mentions, masked, mention, role)


def _reach_before(mentions: Mentions, mention: Mention, masked: str) -> tuple[int, bool]:
    """Where the words before a name may begin, and whether another name stands there."""
    block = mention.block
    start = masked.rfind(INNER, max(0, mention.start - _BEFORE), mention.start) + 1
    link = block.link_at(mention.start, mention.end)
    if link is not None and start <= link.start and masked[link.start : mention.start].strip():
        return link.start, False
    owner = mentions.at(block, start - 1) if masked[start : start + 2] in ("'s", "’s") else None
    if owner is not None and not owner.figure.known:
        start = owner.start
    return start or max(0, mention.start - _BEFORE), start > 0 and owner is None


def _below(mentions: Mentions, block: Block) -> Iterator[Claim]:
    """The role on a line of its own below a name on one."""
    lines = _lines(block)
    start, end = lines[0]
    one = FORMS[-2].regex.match(mentions.masked(block)[start:end])
    named = mentions.at(block, _person_place(one)) if one else None
    below = block if len(lines) > 1 else next(iter(mentions.view.blocks[block.number + 1 :][:1]), None)
    if named is None or below is None or not _may_stand_below(block, below):
        return
    places = lines[1:] if below is block else _lines(below)
    for role in _on_lines(below.text, places):
        if role.title != (0, 0):
            yield _claim(named, role, FORMS[-2], block=below)


def _may_stand_below(block: Block, below: Block) -> bool:
    """Whether a block may tell of somebody whose name is all that the block above has."""
    lower = below.kind == "heading" and (below.bold or below.level > block.level > 0)
    return block.kind != "item" and (lower or below.kind in ("paragraph", "item"))


def _lines(block: Block) -> list[tuple[int, int]]:
    """The lines of a block that have words."""
    return [(start, end) for start, end in block.lines if block.text[start:end].strip()] or [(0, 0)]


def _on_lines(text: str, lines: Sequence[tuple[int, int]]) -> list[Role]:
    """The roles that the first line tells, or a title on it and the organization on the second; all of it, or none."""
    (start, end), after = lines[0], lines[1] if len(lines) > 1 else (0, 0)
    second = read_phrase(text, *after, strict=False)
    if [one.title for one in second] == [(0, 0)] and _is_all(text, second, after[1]):
        text, end = f"{text[:end]},{text[end + 1 :]}", after[1]
    found = read_phrase(text, start, end, strict=True)
    return found if _is_all(text, found, end) else []


def _is_all(text: str, roles: Sequence[Role], end: int) -> bool:
    """Whether roles are all that a line says, but for what stands in brackets."""
    last = max((place[1] for role in roles for place in role), default=0)
    return not re.sub(r"\([^()]*\)", "", text[last:end]).strip(_MARKS)


def _people(mentions: Mentions, block: Block, match: re.Match[str]) -> list[Mention]:
    """The persons that a form tells the role of."""
    if "pronoun" in match.re.groupindex and match["pronoun"]:
        figures = _meant(mentions, block, match.start())
        return [Mention(one, block, *match.span("pronoun"), full=False) for one in figures]
    if "people" in match.re.groupindex:
        places = [place for place, _ in people_in(match.string, *match.span("people"))]
        return [one for one in (mentions.at(block, place) for place in places) if one is not None]
    one = mentions.at(block, _person_place(match))
    return [one] if one is not None else []


def _meant(mentions: Mentions, block: Block, place: int) -> tuple[Figure, ...]:
    """Whom a pronoun means that begins a sentence: the only one named before it, or in the heading right above."""
    for start, end in reversed([one for one in block.sentences if one[1] <= place]):
        figures = figures_within(mentions, block, start, end)
        if figures or not _PRONOUN_RE.match(block.text, start):
            return figures if len(figures) == 1 else ()
    above = mentions.view.before(block)
    figures = figures_within(mentions, above, 0, len(above.text)) if above and above.kind == "heading" else ()
    return figures if len(figures) == 1 else ()


def _read(mentions: Mentions, block: Block, match: re.Match[str], form: Form) -> list[Role]:
    start, end = match.span("role")
    masked = mentions.masked(block)
    if form.name == "by-name-of":
        return _organization(block, start, end)
    strict = form.name in ("apposition", "is", "dash-in-sentence", "dash", "article")
    until = end if end > start else _until(block, masked, start)
    named = form.name in ("of-organization", "works-at")
    found = read_phrase(block.text, start, until, strict=strict, named=named)
    if form.name == "brackets":
        found = [part for one in found for part in _parts(block, one, _initials(mentions, block, match))]
    titled = [one for one in found if one.title != (0, 0)] if form.name in ("is", "article") else found
    return [
        one for one in titled if one.organization != (0, 0) or block.text[slice(*one.title)].lower() not in _NO_ROLES
    ]


_NO_ORGANIZATION = re.compile(
    r"(?i)(?:team\b|remote|online|virtual|in person|left|right|cent(?:er|re)|middle|pictured|speaker|moderator"
    r"|host|chair|absent|photo|above|below|slides|video|recording|text|[\d\W]+\Z|\d+(?:st|nd|rd|th)\b|\d{4}\b)"
)


def _initials(mentions: Mentions, block: Block, match: re.Match[str]) -> str:
    one = mentions.at(block, _person_place(match))
    return "".join(part[0] for part in one.figure.parts) if one else ""


def _parts(block: Block, role: Role, initials: str) -> Iterator[Role]:
    """Organizations with commas between, as they stand in brackets."""
    start, end = role.organization
    written = block.text[start:end]
    if role.title == (0, 0) and (_NO_ORGANIZATION.match(written) or written == initials):
        return
    if role.title != (0, 0) or "," not in written or re.search(r"\s(?:and|&)\s", written):
        yield role
        return
    for one in re.finditer(r"[^,]+", block.text[start:end]):
        yield Role((0, 0), trimmed(block.text, start + one.start(), start + one.end()))


def _shared(mentions: Mentions, masked: str, mention: Mention, role: Role) -> Iterator[Claim]:
    """A role before a name; it is shared by those named with it, if it is a plural or an organization's."""
    block = mention.block
    title = _singular(block.text[slice(*role.title)])
    yield _claim(mention, role, FORMS[-1], title)
    people = _PEOPLE.match(masked, mention.start)
    if people is not None and (title or (role.title == (0, 0) and role.organization != (0, 0))):
        for start, _ in [*people_in(masked, mention.end, people.end())]:
            other = mentions.at(block, start)
            if other is not None:
                yield _claim(other, role, FORMS[-1], title)


def _together(mentions: Mentions, block: Block, last: Mention) -> list[Mention]:
    """Those named right before somebody, as in `Ewa Nowak and Bo Ek from Kumo`."""
    masked = mentions.masked(block)
    start = max(0, last.start - _BEFORE)
    match = _TOGETHER.search(masked, start, last.start)
    places = people_in(masked, *match.span("people")) if match else ()
    return [one for one in (mentions.at(block, place) for place, _ in places) if one is not None]


def _until(block: Block, masked: str, start: int) -> int:
    """Where the words on a person end: with the link that has both, at the next name, or a title running into it."""
    link = block.link_at(start - 1, start + 1)
    ends = link is not None and link.start < start - 1 and not masked.startswith(",", link.end)
    last = min(start + _REACH, link.end if link is not None and ends else len(masked))
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


def _is_bare(title: str, form: Form) -> bool:
    """Whether a title says little without an organization: `director`, but not `lawyer`."""
    return form.name == "is" or title.lower() in _OFFICES


def _claim(mention: Mention, role: Role, form: Form, title: str = "", block: Block | None = None) -> Claim:
    """A role; its block, where that is not the name's."""
    block = block or mention.block
    parts = {
        name: (Words(block, *place),)
        for name, place in zip(("title", "organization"), role, strict=True)
        if place[1] > place[0]
    }
    sure = form.confidence if "organization" in parts or not _is_bare(block.text[slice(*role.title)], form) else _UNSURE
    first, last = min(one[0].start for one in parts.values()), max(one[0].end for one in parts.values())
    if block is mention.block:
        first, last = min(first, mention.start), max(last, mention.end)
    return Claim("role", Words(block, first, last), "roles", form.name, sure, title, (mention.figure,), parts)


def _person_place(match: re.Match[str]) -> int:
    text, (start, end) = match.string, match.span()
    return next(place for place in range(start, end) if text[place] in (KNOWN, LIKELY))


def _organization(block: Block, start: int, end: int) -> list[Role]:
    link = block.link_at(start, start + 4)
    if link and link.start <= start + 4 and link.end > start:
        end = max(link.end, start + 2)
    if not CAPITAL.match(block.text[start:end]):
        return []
    start, end = trimmed(block.text, start, end)
    if match := _ARTICLE.match(block.text[start:end]):
        start += match.end()
    bracket = re.compile(r"\s*\([A-Z][\w&.-]{1,11}\)").match(block.text, end)
    return [Role((0, 0), (start, bracket.end() if bracket else end))]
