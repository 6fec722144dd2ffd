"""Billing: a title and who gave it, side by side in a heading, an item, a line or a link."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from eventnotes.draft.claim import Words
from eventnotes.draft.forms import INNER, KNOWN, LIKELY, Form, compiled
from eventnotes.draft.lexicon import ORGANIZATION_WORDS, ROLE_NOUNS
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions, figures_in
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks.edges import LONGEST, NUMBER, bare, first_recording
from eventnotes.draft.titles import MOST_WORDS, has_capitals, is_credit, long_words, unquoted

_GIVEN = r"(?:led|given|presented|hosted|moderated|facilitated|delivered|chaired|taught|run|held)"
_TALK = r"(?:an? )?(?:talk|session|keynote|workshop|presentation)"
BY = rf"(?:(?:(?:{_GIVEN}|{_TALK})\s+)?by|with|from|featuring|w/|par|por|von|mit|av|door|przez)"
"""What stands before the name of who gave a talk."""
_REST = (
    r"(?:\s+(?:MBE|OBE|CBE|PhD)|\s+@\w+)?"
    r"(?:\s*(?:,|\s[–—|-]|\(|\s(?:of|from|at|@)\s)(?:(?![.!?]\s+[A-Z])[^\n]){0,120})?[\s.:;]*$"
)
"""What may stand behind a name up to the end of a line: who that is, in few words."""
_KINDS = r"(?:(?:our|the|my|moderators?|panell?ists?|speakers?|presenters?|hosts?)\s+){0,2}"
NAMES = Form(
    "names",
    r"^(?:(?i:(?:first|second|third|next|last|final|opening|closing|guest)?\s*(?:panell?ists?|speakers?|talk|presenters?"
    r"|keynote speaker|keynote|presentation|session|moderator))"
    rf"{NUMBER}\s*[:–—-]\s*|(?i:{BY})\s+)?(?:(?:Dr|Prof|Professor)\.?\s+)?(?P<people><PEOPLE>)"
    rf"(?P<office>(?:\s+[A-Z&a-z{LIKELY}][\w&’'{INNER}-]*){{1,9}}?)?{_REST}",
    0.75,
    (
        ("## Hiroshi Sato, Kumo", ""),
        ("## Hiroshi Sato Chief Executive Kumo Trams", ""),
        ("## Hiroshi Sato - @hsato - 3 May 2019", ""),
        ("## Dr Hiroshi Sato (Kumo)", ""),
        ("## by Hiroshi Sato", ""),
        ("## Speakers: Hiroshi Sato, Marta Silva", ""),
    ),
)
MARKED = Form(
    "marked-beside-name",
    rf"^\W*(?P<people><PEOPLE>)(?:(?:[^()\n]{{0,60}}\)\s*[:–—-]|:)\s[^\n]*$|{_REST})",
    0.8,
    (
        ("## Day\n\n- **Rain in three charts** (Marta Silva, Kumo): it falls.", "Rain in three charts"),
        ("## *Rain in three charts* Marta Silva, Kumo", "Rain in three charts"),
        ("## Marta Silva **Rain**", ""),
        ("## Marta Silva of **Kumo Trams**", ""),
    ),
)
FORMS = (
    Form(
        "name-firm-title",
        r"^(?P<people><PEOPLE>)(?:,\s+|\s[–—|-]\s+(?=[^,:\n]*\s[–—|-]\s))(?!The\b)[A-Z][\w&.-]*(?:\s(?:(?:of|for|de)\s)?[A-Z][\w&.-]*){0,2}(?:,\s+(?=<OPEN>)|:\s+|\s[–—|-]\s+)"
        r"(?P<title>[A-Z\"“«][^\n]+?)[\s.]*$",
        0.8,
        (
            ("## Marta Silva, Kumo: Rain in three charts", "Rain in three charts"),
            ("## Marta Silva, Harbour Labs – Rain in three charts", "Rain in three charts"),
            ("## Marta Silva, Kumo, “Rain in three charts”", "Rain in three charts"),
            ("## Marta Silva - Kumo - Rain in three charts", "Rain in three charts"),
        ),
    ),
    Form(
        "name-brackets-title",
        r"^(?P<people><PERSON>\s*\([^()\n]{2,60}\))\s+(?P<title>[A-Z](?:\S+\s+){2}[^\n]+?)[\s.]*$",
        0.75,
        (("## Marta Silva (Kumo Trams) How we draw rain", "How we draw rain"),),
    ),
    Form(
        "name-dash-title",
        r"^(?P<people><PEOPLE>(?:\s+(?:with|w/)\s+<PEOPLE>)?)(?:[’']s?\s+(?:[\w-]+\s+)?(?i:<TALK>))?\s*"
        r"(?:\([^()]*\)\s*)?(?:\s[–—|·•~-]{1,2}\s+|:\s+|\s?—\s?|,\s+(?=<OPEN>))"
        r"(?:@\w+\s+[–—|-]\s+(?:[^|\n]{2,40}\|\s+)*)?(?P<title>[^\n]+?)[\s.]*$",
        0.85,
        (
            ("## Marta Silva — Rain in three charts", "Rain in three charts"),
            ("## Marta Silva | @msilva | Kumo | “Rain in three charts”", "Rain in three charts"),
            ("## Keynote: Marta Silva (Kumo), “Rain” (archive video at: https://example.org/v)", "Rain"),
            ("## Marta Silva’s keynote: Rain in three charts", "Rain in three charts"),
            ("## Marta Silva with Bo Ek: Rain in three charts", "Rain in three charts"),
            ("## Keynote by Marta Silva – “Rain in three charts”", "Rain in three charts"),
            ("## Panel with Marta Silva, Bo Ek - “Rain in three charts”", "Rain in three charts"),
            ("# 2019-05-03: Marta Silva: Rain in three charts", "Rain in three charts"),
        ),
    ),
    Form(
        "title-by-name",
        rf"^(?P<title>[^\n]+?)\s*[,:–—-]?\s+\(?(?i:{BY})\s+{_KINDS}(?P<people><PEOPLE>)\)?(?::\s[^\n]{{1,120}}$|{_REST})",
        0.9,
        (
            ("## “Rain in three charts” by Marta Silva, Lisbon", "Rain in three charts"),
            ("## Speed or safety (led by Lars Holm)", "Speed or safety"),
            ("## Speed or safety by Lars Holm of Kumo", "Speed or safety"),
            ("## Fireside chat with Lars Holm", "Fireside chat with Lars Holm"),
        ),
    ),
    Form(
        "title-dash-name",
        rf"^(?P<title>[^\n]+)\s(?:[–—|·•~-]{{1,2}}|(?<![{KNOWN}{INNER}{LIKELY}].)/{{1,2}})\s+(?P<people><PEOPLE>){_REST}",
        0.85,
        (
            ("## Maps - old and new - Priya Raman", "Maps - old and new"),
            ("## Saturday 11:30 Maps of Lisbon - Priya Raman", "Maps of Lisbon"),
            ("## Maps of Lisbon | Priya Raman | Kumo Trams", "Maps of Lisbon"),
            ("## KLM322 - Maps of Lisbon - Priya Raman", "Maps of Lisbon"),
            ("## 10/18/2023 Maps of Lisbon - Priya Raman", "Maps of Lisbon"),
            ("## Keynote / Maps of Lisbon - Priya Raman", "Maps of Lisbon"),
        ),
    ),
    Form(
        "name-on-title",
        r"^(?P<people><PEOPLE>)(?:\s+(?:of|from|at)\s+(?:[A-Z][\w&’'-]*\s+){1,4}?)?\s*"
        r"\b(?:on|presents?|(?:speaks|talks|speaking|talking|spoke|talked) (?:on|about)|discusses)\b:?\s+(?:the\s+)?"
        r"(?P<title>[A-Z\"“][^\n]+?)[\s.]*$",
        0.8,
        (
            ("## Wanjiru Kamau on the Future of Trams", "Future of Trams"),
            ("## Wanjiru Kamau speaks about Trams in Towns", "Trams in Towns"),
            ("## Wanjiru Kamau of Harbour Labs on Trams in Towns", "Trams in Towns"),
        ),
    ),
    Form(
        "persons-keynote",
        r"^(?P<title>(?P<people><PERSON>)[’']s?\s+(?:[\w-]+\s+){0,2}?(?i:<TALK>)(?:\s+(?:on|about)\b[^\n.!?]*?)?)\W*$",
        0.85,
        (
            ("## Wanjiru Kamau’s keynote", "Wanjiru Kamau’s keynote"),
            ("## Ingrid’s talk about trams", "Ingrid’s talk about trams"),
        ),
    ),
    Form(
        "title-brackets",
        r"^(?P<title>[^\n]+?)\s*\((?P<people><PEOPLE>)[^()]*\)(?:\s*\([^()]*\))?[\s.:;]*$",
        0.8,
        (
            ("## Rain in three charts (Marta Silva)", "Rain in three charts"),
            ("## Rain in three charts (Marta Silva) (which I missed)", "Rain in three charts"),
        ),
    ),
    Form(
        "name-office-title",
        r"^(?P<people><PEOPLE>),\s+(?P<office>[^\n:;.()\d–—|\"“«]{2,60}?)(?:\s[–—|-]{1,2}\s+|:\s+|\s?—\s?)"
        r"(?P<title>(?:\S+\s+){2}[^\n]+?)[\s.]*$",
        0.8,
        (("## Marta Silva, head of maps at Kumo – Rain in three charts", "Rain in three charts"),),
    ),
    Form(
        "name-comma-title",
        r"^(?P<people><PERSON>),\s+(?P<title>[^\n]{20,}?)\s*$",
        0.75,
        (
            (
                "## Marta Silva, Rain in the charts of four towns by the sea",
                "Rain in the charts of four towns by the sea",
            ),
            ("## Bo Ek, The Harbour Company: Trams and their towns", "The Harbour Company: Trams and their towns"),
        ),
    ),
    Form(
        "quoted-name",
        rf"^[\"“«](?P<title>[^\"“”«»\n]{{3,}})[\"”»][.,:]?\s+(?P<people><PEOPLE>)(?:\s+on\s[^\n.:]{{2,60}}$|{_REST})",
        0.8,
        (
            ("## “Rain in three charts” Marta Silva, Kumo", "Rain in three charts"),
            ("## “Rain in three charts”: Marta Silva on rain", "Rain in three charts"),
        ),
    ),
    Form(
        "name-quoted",
        r"^(?P<people><PEOPLE>)(?:[’']s|\s*\([^()]*\))?\s+[\"“«](?P<title>[^\"“”«»\n]{3,})[\"”»][\s.]*$",
        0.75,
        (
            ("## Marta Silva “Rain in three charts”", "Rain in three charts"),
            ("## Marta Silva’s “Rain in three charts”", "Rain in three charts"),
        ),
    ),
    NAMES,
    Form(
        "title-colon-name",
        rf"^(?P<title>(?:[^\n:{KNOWN}\s]+\s+){{2,20}}[^\n:{KNOWN}\s]+):\s+(?P<people><PEOPLE>)[\s.]*$",
        0.75,
        (("## Rain in three charts: Marta Silva", "Rain in three charts"),),
    ),
    Form(
        "title-comma-name",
        rf"^(?P<title>[^\n{KNOWN}]{{4,}}?),\s+(?P<people><PEOPLE>)(?:,\s+[^\n,.!?]{{2,40}})?[\s.:;]*$",
        0.75,
        (("## Rain in three charts, Marta Silva, Kumo", "Rain in three charts"),),
    ),
)
"""How a title and who gave it are written side by side, and names alone."""
_NAME_ON_TITLE = next(one for one in FORMS if one.name == "name-on-title")


class Billing(NamedTuple):
    """A title, or none, and who gave it.

    Attributes:
        form: how they are written.
        title: the words of the title.
        figures: the persons.
        end: where the words end that say so.
        is_colon: whether only a colon parts a name from a title, as it parts so much else.
    """

    form: Form
    title: Words | None
    figures: tuple[Figure, ...]
    end: int
    is_colon: bool = False

    @property
    def is_name_first(self) -> bool:
        """Whether the name stands before the title."""
        return self.form.name.startswith("name-")


def billing_of(mentions: Mentions, block: Block, start: int = 0) -> Billing | None:
    """Who gave what, as a block begins: in its first marked words, its first line, its first sentence, or all of it."""
    if not mentions.of(block):
        return None
    masked, stop = mentions.masked(block), len(block.text)
    marked = [until for begin, until in block.marked if not block.text[start:begin].strip(_MARKS)]
    line = next((until for _, until in block.lines if until > start), stop)
    sentence = next((until for _, until in block.sentences if until > start), stop)
    ends = dict.fromkeys((*sorted(marked), *sorted((line, sentence, first_recording(block))), stop))
    for until in (one for one in ends if start < one <= stop):
        billed = billing_in(mentions, block, *bare(masked, start, until, block.links))
        if billed is not None and billed.title is not None and _is_plain(mentions, billed.title):
            return billed
    return None


def _is_plain(mentions: Mentions, title: Words) -> bool:
    """Whether words are short and name nobody."""
    return KNOWN not in mentions.masked(title.block)[title.start : title.end] and len(title.text.split()) <= MOST_WORDS


_MARKS = " \t\n*_:–—-\"“‘'«("


def billing_in(mentions: Mentions, block: Block, start: int, end: int) -> Billing | None:
    """Who gave what, if a range of a block says that and no more."""
    line = mentions.masked(block)[start:end]
    if len(line) > LONGEST or (KNOWN not in line and LIKELY not in line):
        return None
    for form in FORMS:
        match = _matched(form, line)
        if match is None:
            continue
        figures = _billed(mentions, block, start + match.start("people"), start + match.end("people"))
        others = further(mentions, block, start + match.end("people"), start + match.end())
        figures = tuple(dict.fromkeys((*figures, *(one.figure for one in others))))
        title = None
        office = match.groupdict().get("office")
        if office and not ROLE_NOUNS & {*office.lower().split()}:
            continue
        if form is not NAMES:
            title = unquoted(Words(block, start + match.start("title"), start + match.end("title")))
            if form.name == "title-by-name" and _CHAT.fullmatch(line, match.start("title"), match.start("people")):
                title = unquoted(Words(block, title.start, start + match.end("people")))
                figures = figures_in(mentions, block, *title[1:])
            if form.name == "name-comma-title" and match["title"][0] in (KNOWN, LIKELY):
                return Billing(NAMES, None, figures_in(mentions, block, start, end), start + match.end())
            is_known = bool(figures) and figures[0].known
            is_doubted = form is _NAME_ON_TITLE or (form.name == "name-dash-title" and match["title"][0] == KNOWN)
            if not figures or not _is_fit(form, title) or (is_doubted and not is_known):
                continue
        stop = max(match.end("people"), match.end("title") if title else 0)
        return Billing(form, title, figures, start + stop, _is_colon(form, match))
    return _marked_billing(mentions, block, start, end)


def _matched(form: Form, line: str) -> re.Match[str] | None:
    """How a form stands in a line; what is behind the last dash is nobody where only a name before it is known."""
    match = form.regex.match(line)
    if match is None or form.name != "title-dash-name" or match["people"][0] == KNOWN or KNOWN not in match["title"]:
        return match
    return form.regex.match(line, 0, match.start("people"))


def _billed(mentions: Mentions, block: Block, start: int, end: int) -> tuple[Figure, ...]:
    """The persons in a range, without a last one that nobody knows behind a comma: where the one before is from."""
    found = figures_in(mentions, block, start, end)
    last = mentions.within(block, start, end)[-1:]
    is_from = len(found) > 1 and found[0].known and not found[-1].known
    return found[:-1] if is_from and last and block.text[start : last[0].start].endswith(", ") else found


def further(mentions: Mentions, block: Block, start: int, end: int) -> tuple[Mention, ...]:
    """Who is named behind where another is from, and a mark: `Ana Lima, Kumo; Bo Ek, Harbour Labs`."""
    return tuple(
        one for one in mentions.within(block, start, end) if one.figure.known and _and(block.text, start, one.start)
    )


_and = re.compile(r".*(?:;|&|\band|/|\))\s*,?\s*\Z", re.DOTALL).fullmatch


def _marked_billing(mentions: Mentions, block: Block, start: int, end: int) -> Billing | None:
    """Who gave what, if a range is marked words and a name beside them."""
    masked = mentions.masked(block)
    for begin, until in block.marked:
        if start <= begin and until <= end and KNOWN not in masked[begin:until]:
            place = until if not masked[start:begin].strip(_MARKS) else start
            match = MARKED.regex.match(masked[place : end if place == until else begin])
            title = unquoted(Words(block, begin, until))
            is_behind = place != until and not masked[until:end].strip(_MARKS) and not _of(masked[place:begin])
            if match and (place == until or is_behind) and _may_be_title(title.text):
                figures = figures_in(mentions, block, place + match.start("people"), place + match.end("people"))
                return Billing(MARKED, title, figures, end) if figures and len(title.text.split()) > 1 else None
    return None


_of = compiled(r"\b(?:of|from|at|for)\s*(?:the\s+)?\W*\Z").search
"""What marked words are where somebody is from behind, and no title."""


def billing_in_lines(mentions: Mentions, block: Block, start: int = 0) -> Billing | None:
    """A title and names on two lines, one below the other."""
    lines = [(max(one, start), two) for one, two in block.lines if two > start][:2]
    if len(lines) < 2:
        return None
    for names, title in (lines, lines[::-1]):
        billed = billing_in(mentions, block, *names)
        if billed is not None and billed.title is None:
            return Billing(billed.form, unquoted(Words(block, *title)), billed.figures, lines[1][1])
    return None


_CHAT = compiled(r"(?i)(?:<PEOPLE> )?(?:\w+ ){0,2}(?:chat|interview|conversation|q ?& ?a|discussion|evening)\s+with\s+")
"""What whoever is named behind it is a part of the title of: `An evening with …`."""


def _is_fit(form: Form, title: Words) -> bool:
    if not _may_be_title(title.text) or (form.name == "name-dash-title" and _is_office(title)):
        return False
    return form.name != "name-comma-title" or _may_follow_name(title.text)


def _may_be_title(text: str) -> bool:
    """Whether words are more than a day, and not what somebody made besides a talk."""
    return bool(text) and not is_credit(text) and not _is_day(text)


_is_day = compiled(r"(?:<DAY>,?\s+)?(?:<MONTH>\s+\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+<MONTH>)\b(?:,?\s+\d{4})?").fullmatch


def _is_office(title: Words) -> bool:
    """Whether what a dash parts from a name is what the person is, or where: `Director of Maps`, `ODI`."""
    text = title.text
    words = re.findall(r"[\w-]+|[,–]", text.lower())
    ends = {*words[-1:], *(one for one, after in pairwise(words) if after in _OF)}
    is_quoted = title.block.text[max(0, title.start - 1) : title.start] in tuple("\"“‘'«")
    if is_quoted or words[0] in _BEGIN:
        return False
    is_dashed = title.block.text[: title.start].rstrip()[-1:] in tuple("–—-|")
    return bool(ROLE_NOUNS & ends & {*words[:_LONG]}) or (len(words) == 1 and (is_dashed or text.isupper()))


_BEGIN = frozenset(["from", "how", "why", "what", "when", "on", "to", "be", "being", "becoming"])
"""How titles begin, and no office."""
_OF = frozenset(["of", "at", "for", ",", "-", "–"])


def _may_follow_name(text: str) -> bool:
    """Whether what a comma parts from a name is long enough for a title, and says no role or organization."""
    words = [one.lower() for one in re.findall(r"[\w-]+", text)]
    head = text.partition(":")[0] if ":" in text else text
    organized = ORGANIZATION_WORDS & {*words} and head == text
    return len(words) > _LONG and text[0].isupper() and not ROLE_NOUNS & {*words} and not organized


_LONG = 4


def _is_colon(form: Form, match: re.Match[str]) -> bool:
    return form.name == "name-dash-title" and ":" in match.string[match.end("people") : match.start("title")]


def says_office(text: str) -> bool:
    """Whether the first words of a line are what somebody is, or where: `General Counsel, City of Trams`."""
    words = re.findall(r"[\w-]+", text.lower())
    return bool((ROLE_NOUNS | ORGANIZATION_WORDS) & {*words[:_LONG]})


def is_talk(title: Words) -> bool:
    """Whether words beside a name are written as the title of a talk is, and are no role."""
    words = [one.lower() for one in re.findall(r"[\w-]+", title.text)]
    long = long_words(title.text)
    if all(one.isupper() for one in long):
        return False
    return len(words) > _FEWEST and has_capitals(long) and not (ROLE_NOUNS | ORGANIZATION_WORDS) & {*words}


_FEWEST = 2
