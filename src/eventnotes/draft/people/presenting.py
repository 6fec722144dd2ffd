"""People: who spoke at the event, from what the text says they did there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form, compiled, expanded, people_in, standing
from eventnotes.draft.people.apart import IN_PRINT
from eventnotes.draft.people.offices import begins_role
from eventnotes.draft.people.tokens import tokens_of
from eventnotes.draft.reading.mentions import Mention, Mentions
from eventnotes.draft.reading.runs import Block

_NOT_ON = r"(?!(?:and|but|so|then)\b)"
"""That what follows a name and a comma does not go on about somebody else."""
_ROLE_BETWEEN = rf"(?:\s*,\s*{_NOT_ON}[^.;:!?\n{KNOWN}]{{2,140}}?,?)?"
_BESIDE = rf"(?:\s*,\s*{_NOT_ON}[^.;:!?\n{KNOWN}]{{2,80}}?,?|\s+(?:of|from|at)\s+<ORGANIZATION>,?)?"
_AND_TITLE = (
    r"\s+and\s+(?:(?:the|her|his|our|their|an?)\s+)?(?!(?:as|later|now|so|then|when|while)\b)(?:[a-z][\w-]*\s+){1,3}"
)
"""What stands between two names, of which the second has a title: `and the tram historian`."""
_SEVERAL = (
    rf"(?P<people><PERSON><PAREN>(?:(?:\s*,\s*[^.;:!?\n{KNOWN}{LIKELY}]{{2,80}}?,?|\s+(?:of|from|at)\s+<ORGANIZATION>)?"
    r"(?:\s*,\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+)<PERSON><PAREN>){0,12})"
)
"""Persons in a row, each perhaps with what she is."""
_TITLES = r"(?:(?!(?:and|at|by|for|from|group|in|of|on|team|to|with)\s)[\w’'-]+\s+(?:(?:of|for)\s+(?=[A-Z]))?){0,5}"
"""What may stand before a name and tell of the person."""
_LIST_REST = r"(?P<people>[^.!?\n]*)"
_BEFORE_PERSON = tuple(
    f"{word}{gap}{one}"
    for word in ("by", "from", "with", "ing")
    for gap in (" ", "\n", "  ")
    for one in (KNOWN, LIKELY)
)
FORMS = (
    Form(
        "person-presented",
        r"(?P<people><PEOPLE>)<ADVERB>\s+<PRESENTED>\b"
        rf"(?!\s+(?:care|me(?!\s(?:on|through))|office|\w+ (?:pictures?|photos?|photograph))\b|{IN_PRINT})",
        0.8,
        (
            ("Ewa Nowak opened the day.", "Ewa Nowak"),
            ("Then Kofi Asante and Ewa Nowak talked about buses.", "Kofi Asante"),
            ("Later, Hiroshi Sato gently walked us through the maps.", "Hiroshi Sato"),
        ),
    ),
    Form(
        "pair-presented",
        rf"(?P<people><PEOPLE>(?:{_BESIDE}\s*,?\s+and\s+|{_AND_TITLE})<PERSON><PAREN>{_BESIDE})<ADVERB>\s+<PRESENTED>\b",
        0.85,
        (
            ("Ewa Nowak, a data lead, and Bo Ek of Kumo opened the day.", "Ewa Nowak"),
            ("Ewa Nowak and the tram historian Bo Ek opened the day.", "Ewa Nowak"),
        ),
        needs=(" and ",),
    ),
    Form(
        "role-presented",
        rf"(?P<people><PERSON><PAREN>)\s*,\s*{_NOT_ON}(?P<role><PHRASE>),?\s+(?:who\s+)?<ADVERB>\s*<PRESENTED>\b",
        0.9,
        (("Ewa Nowak, head of data at Harbour Clinic, opened the day.", "Ewa Nowak"),),
    ),
    Form(
        "named-presented",
        r",\s+(?P<people><PEOPLE>),<ADVERB>\s+<PRESENTED>\b",
        0.85,
        (
            ("The minister, Ewa Nowak, opened the day.", "Ewa Nowak"),
            ("Two students, Ewa Nowak and Bo Ek, showed a map.", "Bo Ek"),
        ),
        needs=(",",),
    ),
    Form(
        "from-presented",
        r"(?P<people><PERSON><PAREN>)\s+(?:from|of|at)\s+(?P<role><PHRASE>),?<ADVERB>\s+<PRESENTED>\b",
        0.9,
        (("As Ravi Menon from the City of Kochi took to the stage, it rained.", "Ravi Menon"),),
    ),
    Form(
        "person-said",
        r"(?P<people><PERSON><PAREN>)"
        + _ROLE_BETWEEN
        + r"<ADVERB>\s+(?!says|writes|argues|notes\b|believes|thinks|states|observes|tweeted|wrote)<SAID>\b"
        + rf"(?!{IN_PRINT})",
        0.6,
        (("Inês Duarte, the deputy mayor, said that buses matter.", "Inês Duarte"),),
    ),
    Form(
        "said-person",
        r"(?:<CLOSE>|(?<=[\w.,!?])[’']),?\s*<SAID>\s+(?P<people><PERSON>)",
        0.7,
        (("“Buses matter,” said Inês Duarte.", "Inês Duarte"), ("‘Buses matter’ said Inês Duarte.", "Inês Duarte")),
        needs=('"', "”", "»", "“", "’", "'"),
    ),
    Form(
        "talk-by",
        r"(?i:<TALK>|remarks|talks|introductions?)\b(?:[^.!?\n]|\.(?=\w)){0,90}?\s(?:by|from|with|featuring"
        r"|given by|led by|(?:led|given"
        r"|presented|delivered) by)\s+(?P<people><PEOPLE>)",
        0.85,
        (
            ("The keynote on trams by Lars Holm was short.", "Lars Holm"),
            ("There was a panel with Ewa Nowak, Kofi Asante and Jun Tanaka.", "Jun Tanaka"),
        ),
        needs=_BEFORE_PERSON,
    ),
    Form(
        "done-by",
        r"\b(?i:le[ad]d?|given|presented|pitched|delivered|moderated|chaired|hosted|facilitated|run|introduced|opened|conducted"
        r"|taught|followed|explored|explained|described|shown|shared|demonstrated|illustrated|outlined|summari[sz]ed|told"
        r"|kicked off"
        r"|mc'?ed|emceed|convened)(?:,\s[^.,;\n]{2,30},|\s+(?:in|at|on|with)(?:\s+[\w’'-]+){1,4}?)?\s+by\s+"
        rf"{_TITLES}(?P<people><PEOPLE>)",
        0.85,
        (
            ("A workshop, led by Priya Raman and Jun Tanaka, followed.", "Priya Raman"),
            ("Rain was explained with three charts by Mei Lin of Kumo.", "Mei Lin"),
            ("The day was opened by Minister for Rail Transport Ewa Nowak.", "Ewa Nowak"),
            ("The evening was hosted, as usual, by the journalist Bo Ek.", "Bo Ek"),
        ),
        needs=("by",),
    ),
    Form(
        "persons-talk",
        r"(?P<people><PERSON>)['’]s?\s+(?:[\w’'-]+\s+){0,3}?(?i:<TALK>|slides|slide deck|introduction)\b",
        0.8,
        (("Hiroshi Sato’s short talk was about maps.", "Hiroshi Sato"),),
        needs=("’", "'"),
    ),
    Form(
        "liked",
        r"\b(?i:enjoy(?:ed|ing)?|loved|liked|attended|saw|missed|caught|watched|highlights? (?:\w+ ){0,4}?was"
        r"|(?:inspired|impressed) by|ended (?:\w+ ){0,4}?with)\s+(?P<people><PERSON><PAREN>)['’]s?\s+"
        r"(?!(?:\w+\s+){0,2}?(?i:books?|papers?|posts?|blogs?|tweets?|company|wedding|house)\b)",
        0.8,
        (("I really enjoyed Hiroshi Sato’s exploration of maps.", "Hiroshi Sato"),),
        needs=("’", "'"),
    ),
    Form(
        "listed",
        r"\b(?i:speakers?|panell?ists?|presenters?|keynoters?|moderators?|facilitators?|line-?up"
        r"|panels?(?! of judges)|guests(?=\s(?:included|were)))\b[^.!?\n]{0,60}?"
        r"(?::|\b(?:consist(?:ed|ing) of|compris(?:ed|ing)|made up of|includ(?:ed|es|ing)|featur(?:ed|es|ing)|were"
        r"|was|are|is|consisted of|such as|like|of)\b)\s*" + _LIST_REST,
        0.85,
        (
            ("The panelists were Ewa Nowak, head of data, Kofi Asante and Jun Tanaka.", "Kofi Asante"),
            ("Our speakers included Priya Raman (Delft).", "Priya Raman"),
            ("My guests were Mei Lin from Kumo, and Bo Ek.", "Mei Lin"),
        ),
        needs=("speaker", "panel", "present", "keynot", "guests", "moderator", "facilitator", "line-up", "lineup"),
    ),
    Form(
        "label",
        r"^\W*(?i:speakers?|panell?ists?|presenters?|moderators?|facilitators?|chairs?|keynotes?|led by"
        r"|opening|closing|welcome|with|presented by"
        r"|discussion leads?|speaker ?\(s\)|presenter ?\(s\)|by)\W*[:–—-]\s*" + _LIST_REST,
        0.9,
        (
            ("Speaker: Inês Duarte, deputy mayor", "Inês Duarte"),
            ("Presenters: Jun Tanaka; Bo Ek", "Jun Tanaka"),
            ("Closing: Bo Ek", "Bo Ek"),
        ),
    ),
    Form(
        "heard-from",
        r"\b(?i:hear(?:d|ing)?|learn(?:ed|t|ing)?|welcome|words|talks?|presentations?|remarks|insights?|updates?|demos?|contributions?|keynotes?"
        r"|speeches)\s+"
        r"(?:[\w’'-]+\s+){0,3}?from\s+(?:[^.!?\n]{0,60}?\s)??" + _SEVERAL,
        0.8,
        (
            ("We heard from Marta Silva about rain.", "Marta Silva"),
            ("Next was a talk from the mayor, Bo Ek.", "Bo Ek"),
            ("I learned from Bo Ek that rain helps.", "Bo Ek"),
            ("We heard from Ewa Nowak, Bo Ek, and Mei Lin.", "Ewa Nowak"),
        ),
        needs=(" from ",),
    ),
    Form(
        "talk-between",
        r"\b(?i:chat|conversation|debate|dialogue|discussion)\s+between\s+(?:[^.!?\n]{0,60}?\s)??" + _SEVERAL,
        0.8,
        (("It ended with a chat between the organizer, Bo Ek, and Mei Lin, who sang.", "Mei Lin"),),
        needs=(" between ",),
    ),
    Form(
        "joined-by",
        r"\b(?i:joined by|welcom(?:e|es|ed|ing)|invited|introduc(?:e|es|ed|ing)|featuring|guest speakers?|keynote"
        r"|(?:handed|passed|turned|moved)\s+(?:it\s+|things\s+)?(?:over\s+)?to|gave the (?:floor|stage|word) to|over to"
        r"|turn of|listen(?:ed|ing) to"
        rf"|in conversation with|(?<![{KNOWN}{INNER}]\s)(?<![Hh]e\s)"
        r"(?:began|(?:kick|start|open|clos|end|finish)(?:ed|ing))\s+"
        r"(?:(?:it|things|off|out|the|day|evening|morning"
        r"|afternoon|event|session|meetup)\s+){0,3}with"
        r"|[Ww]e\s+(?:also\s+|then\s+|first\s+|next\s+)?had"
        r"|(?:keynote )?(?:speakers?|moderators?|panell?ists?|presenters?)(?:\s*,|\s+[–—-]+)?)\s+" + _SEVERAL,
        0.75,
        (
            ("We were joined by Kwame Mensah and Bo Ek.", "Kwame Mensah"),
            ("We kicked off the evening with Bo Ek on rain.", "Bo Ek"),
            ("Ewa Nowak was in conversation with Bo Ek.", "Bo Ek"),
            ("The chair then handed over to Thabo Nkosi from Kumo.", "Thabo Nkosi"),
            ("The keynote speaker Jun Tanaka sang.", "Jun Tanaka"),
            ("Our third speaker, Ewa Nowak, is from Kumo.", "Ewa Nowak"),
            ("The day began with the keynote speaker - Kofi Asante, who sang.", "Kofi Asante"),
        ),
        needs=(
            "joined by",
            "with",
            *("over to", "gave the ", "handed", "passed", "turned", "moved", "turn of", "listen", "we "),
            "welcom",
            "invit",
            "introduc",
            "featuring",
            "speaker",
            "keynote",
            "moderator",
            "panel",
            "present",
        ),
    ),
    Form(
        "opens-paragraph",
        r"^<MARKS>(?P<people><PERSON><PAREN>)(?:\s*,\s*<PHRASE>,|\s+(?:of|from"
        r"|at)\s+(?:the\s+)?<ORGANIZATION>)\s+(?!says|writes|argues|believes|thinks|is\b|was\b)[a-z]+(?:s|ed)\b",
        0.7,
        (
            ("Ewa Nowak, head of data at Harbour Clinic, knows forms.", "Ewa Nowak"),
            ("Jun Tanaka from Kumo maps trams.", "Jun Tanaka"),
        ),
    ),
    Form(
        "up-next",
        r"\b(?i:next up|up next|first up|next|first|second|third|last|finally|last up|then came|then"
        r"|kicking|opening|closing|starting)\b[^.!?\n]{0,40}?\s"
        r"(?:was|were|came|we had|it was|(?:<TALK>|speaker|followed|off|up|day|evening|event) by)"
        r"\s+(?:[^.!?\n]{0,60}?[ ,])??(?P<people><PEOPLE>)",
        0.75,
        (("Next up was Tomasz Zając with a tram.", "Tomasz Zając"), ("Then we had Ewa Nowak and Bo Ek.", "Ewa Nowak")),
        needs=(" was ", " were ", " came ", " we had ", " it was ", " by "),
    ),
    Form(
        "was-next",
        r"(?P<people><PEOPLE>)(?:[’']s?\s+turn\b|\s+(?:is|was|are|were|came|sat)\s+(?:up\s+)?(?:now\s+)?(?:next|first"
        r"|in conversation|talking|speaking|presenting|explaining|showing|demoing|describing|introducing)\b)",
        0.8,
        (
            ("After lunch it was Lars Holm’s turn.", "Lars Holm"),
            ("Priya Raman was up next.", "Priya Raman"),
            ("Ewa Nowak is now talking about rain.", "Ewa Nowak"),
        ),
    ),
    Form(
        "thanked-for-talk",
        r"\b(?i:thanks?|thank you|gratitude|grateful|kudos|props|shout-?\s?outs?)\s+(?:[\w’'-]+\s+){0,5}?"
        r"(?P<people><PEOPLE>)\s+(?:for|who)\s+(?:[\w’'-]+\s+){0,7}?"
        r"(?i:<TALK>|speak(?:ing)?|present(?:ing)?|presentations|slides|gave|spoke"
        r"|shar(?:ing|ed) (?:\w+ ){0,4}?(?:stor|insight|experience|idea|thought)\w*)\b",
        0.9,
        (
            ("Many thanks to Bo Ek for the great talk.", "Bo Ek"),
            ("Thank you Bo Ek for sharing your stories.", "Bo Ek"),
            ("Our gratitude goes to Mei Lin and Bo Ek for volunteering their time to come and speak.", "Bo Ek"),
        ),
        needs=("thank", "kudos", "props", "shout", "grat"),
    ),
    Form(
        "spoke-to-us",
        r"(?P<people><PEOPLE>)<ADVERB>\s+(?!thank|join|email|contact|ask|follow|invited)[a-z]+\s+(?:us|the audience"
        r"|the crowd|attendees|the room|participants|everyone)\b",
        0.8,
        (
            ("Ewa Nowak challenged the audience to ride trams.", "Ewa Nowak"),
            ("Then Thabo Nkosi took us to the depot.", "Thabo Nkosi"),
        ),
        needs=(" us", "audience", "crowd", "attendees", "room", "participants", "everyone"),
    ),
    Form(
        "did-a-job",
        r"(?P<people><PEOPLE>)\s+(?:did|made|delivered|had)\s+(?:an?|the|some)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:job|work|point|points|case|slides)\b",
        0.75,
        (("Aarav Rao did a fine job of drawing rain.", "Aarav Rao"),),
        needs=(" did ", " made ", " delivered ", " had "),
    ),
)


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The persons of whom a source says that they spoke."""
    for block in mentions.view.blocks:
        if mentions.of(block) and block.kind not in ("heading", "header"):
            yield from _spoke_in(mentions, block)
    yield from listed_people(mentions)


def _spoke_in(mentions: Mentions, block: Block) -> Iterator[Claim]:
    masked = mentions.masked(block)
    starts = [one.start for one in mentions.of(block)]
    for form, match in standing(FORMS, masked, starts, masked.lower()):
        for start, _ in people_in(masked, *match.span("people")):
            mention = mentions.at(block, start)
            if mention is None or (form.name in _LISTING and _is_in_a_role(masked, match.start(), mention)):
                continue
            words = Words(block, min(match.start(), start), max(match.end(), mention.end))
            yield Claim("speaker", words, "people", form.name, form.confidence, figures=(mention.figure,))


_SEPARATOR = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|;|/|,?\s*(?:and|&))\s*")
_BELONGS = re.compile(r"\s+(?:of|from|at)\s|\s*\(")
_LISTING = ("label", "listed")
_NEAR = 60


def _is_in_a_role(masked: str, start: int, mention: Mention) -> bool:
    """Whether a name in a list belongs to the role of somebody: in brackets, or after `of` and the like."""
    before = masked[start : mention.start]
    if before.count("(") > before.count(")"):
        return True
    between = before[max(before.rfind(one) for one in (INNER, KNOWN, LIKELY)) + 1 :]
    is_first = between == before
    if masked[mention.start] != LIKELY or is_first or _SEPARATOR.fullmatch(between):
        return False
    if between.endswith((" and ", ", ")) and _BELONGS.match(masked, mention.end):
        return False
    has_role = masked.startswith(", ", mention.end) and begins_role(
        tokens_of(masked, mention.end + 2, mention.end + _NEAR)
    )
    return not (has_role and between.endswith(", "))


_LIST_OF_PEOPLE = compiled(
    r"(?ai)\b(?:speakers?|panell?ists?|presenters?|talks?|presentations?|sessions?|keynotes?|panel|line-?up|heard"
    r"|hear|featur\w+|led)\b"
)


OTHERS = compiled(
    r"(?ai)\b(?:committee|organi[sz]\w+|team|board|staff|volunteers?|authors?|judges|jury|winners?|sponsors?"
    r"|credits|contribut\w+|thank\w*|hosts?|contacts?|attendees?|participants?|editors?|chairs|members|look into|check"
    r"|posted)\b"
)
"""Words above the names of others than speakers."""


def listed_people(mentions: Mentions) -> Iterator[Claim]:
    """The persons of a list of which every item begins with one; others than speakers are told by what is above."""
    for items in mentions.view.lists():
        above = mentions.view.before(items[0])
        while above is not None and not above.text.strip():
            above = mentions.view.before(above)
        if len(items) < 2 or above is None:
            continue
        is_led = bool(_LIST_OF_PEOPLE.search(above.text[-160:]))
        if is_led or not OTHERS.search(above.text[-160:]):
            yield from _listed(mentions, items, *(("list-of-people", 0.75) if is_led else ("list-of-names", 0.6)))


def _listed(mentions: Mentions, items: Sequence[Block], form: str, confidence: float) -> Iterator[Claim]:
    matches = [_BEGINS.match(mentions.masked(one)) for one in items]
    if sum(map(bool, matches)) * 5 < 4 * len(items):
        return
    for block, match in zip(items, matches, strict=True):
        for start, end in people_in(match.string, *match.span()) if match else ():
            mention = mentions.at(block, start)
            if mention is not None:
                words = Words(block, start, end)
                yield Claim("speaker", words, "people", form, confidence, figures=(mention.figure,))


_BEGINS = re.compile(expanded(r"<MARKS>(?P<people><PEOPLE>)"))
