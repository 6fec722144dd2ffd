"""Sessions: talks and panels, from headings, list items and the sentences that name a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import KNOWN, LIKELY, Form, expanded
from eventnotes.draft.items.lessons import numbered_lessons
from eventnotes.draft.lexicon import ORGANIZATION_WORDS, ROLE_NOUNS
from eventnotes.draft.reading.mentions import Mentions, figures_in, figures_meant
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.titles import is_credit, is_title, unquoted

_REST = r"(?:\s+(?:MBE|OBE|CBE|PhD))?(?:\s*(?:,|\s[–—|-]|\().*)?"
_BY = r"(?:by|with|from|led by|given by|presented by|featuring|w/|par|por|von|av|door|przez)"
_NUMBER = r"(?:\s*(?:#|no\.?\s*)?(?:\d+|one|two|three|four|five|six|[IVX]+))?"
HEADINGS = (
    Form(
        "name-dash-title",
        r"^(?P<people><PEOPLE>)\s*(?:\([^()]*\)\s*)?(?:\s[–—|-]{1,2}|:|,(?=\s+<OPEN>))\s+"
        r"(?:@\w+\s+[–—|-]\s+(?:[^|\n]{2,40}\|\s+)*)?(?P<title>[^\n]+?)\s*$",
        0.85,
        (
            ("## Marta Silva — Rain in three charts", "Rain in three charts"),
            ("## Marta Silva | @msilva | Kumo | “Rain in three charts”", "Rain in three charts"),
            ("## Keynote: Marta Silva (Kumo), “Rain” (archive video at: https://example.org/v)", "Rain"),
            ("## Keynote by Marta Silva – “Rain in three charts”", "Rain in three charts"),
            ("# 2019-05-03: Marta Silva: Rain in three charts", "Rain in three charts"),
        ),
    ),
    Form(
        "title-by-name",
        rf"^(?P<title>[^\n]+?)\s*[,:–—-]?\s+\(?(?i:{_BY})\s+(?P<people><PEOPLE>)\)?{_REST}\s*$",
        0.9,
        (
            ("## “Rain in three charts” by Marta Silva, Lisbon", "Rain in three charts"),
            ("## Speed or safety (led by Lars Holm)", "Speed or safety"),
        ),
    ),
    Form(
        "title-dash-name",
        rf"^(?P<title>[^\n]+)\s[–—|-]{{1,2}}\s+(?P<people><PEOPLE>){_REST}\s*$",
        0.85,
        (("## Maps - old and new - Priya Raman", "Maps - old and new"),),
    ),
    Form(
        "name-on-title",
        r"^(?P<people><PEOPLE>)\s+on\s+(?:the\s+)?(?P<title>[A-Z\"“][^\n]+?)\s*$",
        0.8,
        (("## Wanjiru Kamau on the Future of Trams", "Future of Trams"),),
    ),
    Form(
        "persons-keynote",
        r"^(?P<title>(?P<people><PERSON>)[’']s?\s+(?:[\w-]+\s+){0,2}?(?i:<TALK>)(?:\s+(?:on|about)\b[^\n]*?)?)\W*$",
        0.85,
        (
            ("## Wanjiru Kamau’s keynote", "Wanjiru Kamau’s keynote"),
            ("## Ingrid’s talk about trams", "Ingrid’s talk about trams"),
        ),
    ),
    Form(
        "title-brackets",
        r"^(?P<title>[^\n]+?)\s*\((?P<people><PEOPLE>)[^()]*\)\s*$",
        0.8,
        (("## Rain in three charts (Marta Silva)", "Rain in three charts"),),
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
        "names",
        rf"^(?:(?i:panell?ist|speaker|talk|presenter|keynote speaker|keynote|presentation|session"
        rf"|moderator){_NUMBER}\s*[:–—-]\s*)?(?:(?:Dr|Prof|Professor)\.?\s+)?(?P<people><PEOPLE>){_REST}\s*$",
        0.75,
        (
            ("## Hiroshi Sato, Kumo", ""),
            ("## Hiroshi Sato - @hsato - 3 May 2019", ""),
            ("## Dr Hiroshi Sato (Kumo)", ""),
        ),
    ),
)
_COUNTED = r"(?:(?:\d{4}-\d\d-\d\d\s*[:–—|-]|\d{1,2}(?:\.\d{1,2}\.?|[.)]))\s+)?"
"""A day or the number of a section."""
_CLOCKED = (
    r"(?:(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[–—-]|to)?\s*)+(?:,?\s*(?:[A-Z]{2,4}|UTC[+-]\d+)\b)?"
    r"\s*[:–—|-]*\s*)?"
)
_KIND = (
    r"(?i:talk|session|case study|discussion|workshop|(?:opening |closing )?keynote(?: (?:session|address|talk))?"
    r"|panel|breakout|breakout session|presentation|webinar|lightning talk|part|track|speaker|presenter|roundtable"
    r"|plenary|panel discussion|demo|tutorial|fireside chat|(?:guest )?lecture|seminar|showcase|masterclass"
    r"|(?:invited|contributed|tech|flash|short) talk|[a-z]+ session)"
)
_LABEL = rf"(?:{_KIND}{_NUMBER}\s*(?::|\s[–—|-])\s*)?"
_GIVEN_BY = rf"(?:{_KIND}\s+(?i:by)\s+(?=[{KNOWN}{LIKELY}][^\n]*?(?:\s[–—|-]|:|,(?=\s[\"“«]))\s))?"
PREFIXES = re.compile(rf"^\s*(?:{_CLOCKED}{_COUNTED}|{_COUNTED}){_LABEL}{_GIVEN_BY}")
_SUFFIX = re.compile(
    expanded(
        r"(?:\s*(?:\((?i:(?:\w+ )?(?:video|slides|recording|link)\b[^()]*|\d{1,2}[:.]\d\d[^()]*)\)|\[[^\[\]]*\]"
        r"|[–—|,-]\s*\(?@\w+\)?"
        r"|\s[–—|-]\s+\d{1,2}(?:st|nd|rd|th)?\s+<MONTH>(?:\s+\d{4})?))+\s*$"
    )
)
"""What is neither title nor name at a heading's end: links, the time, a handle, the day."""
PLAIN = Form(
    "titled-plain",
    r"(?i:<TALK>)\b[^.!?\n\"“”]{0,40}?\b(?:titled|entitled)\s+(?P<title><ORGANIZATION>)",
    0.8,
    (("Tomoko Mori gave a talk titled Trams for Small Towns that stayed with me.", "Trams for Small Towns"),),
    needs=("titled",),
)
LABELLED = Form(
    "labelled",
    r"^<MARKS>(?i:talk|title|topic|presentation|session|subject)(?:\s+title)?\s*:\s+(?P<title>[^\n]{4,160}?)[.\s]*$",
    0.8,
    (("## Amara Diallo\n\n- Talk: Trams for towns.", "Trams for towns"),),
)
ITEMS = (
    Form(
        "item-by",
        rf"^<MARKS>(?P<title>[^\n]{{4,140}}?)[\"”]?\s*[,:–—-]?\s+(?i:{_BY})\s+(?P<people><PEOPLE>)",
        0.75,
        (("- Trams for towns by Jun Tanaka", "Trams for towns"),),
    ),
    Form(
        "item-name-first",
        r"^<MARKS>(?P<people><PEOPLE>)\s*(?:[:,]|\s[–—-]{1,2})\s+(?P<title>[^\n]{4,140}?)\s*$",
        0.7,
        (("- **Jun Tanaka**: Trams for Towns", "Trams for Towns"),),
    ),
    Form(
        "item-em-dash",
        r"^<MARKS>(?P<people><PEOPLE>)—(?P<title>[^\n]{4,140}?)\s*$",
        0.85,
        (("- Wanjiru Kamau—Trams for Towns", "Trams for Towns"),),
    ),
    Form(
        "item-dash",
        rf"^<MARKS>(?P<title>[^\n.]{{4,140}}?)[\"”]?\s+[–—-]{{1,2}}\s+(?P<people><PEOPLE>){_REST}\s*$",
        0.7,
        (("- Trams for towns – Jun Tanaka, Kumo", "Trams for towns"),),
    ),
)
FORMS = (*HEADINGS, PLAIN, LABELLED, *ITEMS)
_NOT_TALKS = re.compile(
    r"(?i)^\W*(?:(?:confirmed |keynote |featured |invited |key |main |final |closing |concluding |some |my |our "
    r"|the |a few |quick |lessons? |last )*"
    r"(?:takeaways?|take-aways?|lessons?|learnings?|conclusions?|summary|next steps|what'?s next|recap|highlights"
    r"|reflections|thoughts"
    r"|wrap[- ]?up|remarks|resources|links|further reading|references|about|credits|acknowledge?ments?|thanks"
    r"|thank you|contents"
    r"|table of contents|agenda|schedule|background|introductions?|intro|overview|sponsors?|q ?& ?a.*|questions?"
    r"|notes|outline"
    r"|speakers?|panell?ists?|presenters?|attendees|participants|organi[sz]ers|feedback|photos?|pictures|videos?"
    r"|slides|venue|location"
    r"|registration|faqs?|comments|related.*|see also|footnotes|leave a (?:reply|comment)|share this.*|who came\??"
    r"|the (?:event|venue)"
    r"|tl;?dr|(?:first|second|third|last) (?:part|half|session)|part (?:\d+|one|two|three|[ivx]+)|general"
    r"|program(?:me)?|practical|updates?(?:\s+(?:on|from)\b.*)?"
    r"|edit|link to .*|day (?:\d+|one|two|three)\b.*|(?:lightning )?talks|keynotes?|workshops"
    r"|panels|sessions|posters|demos|(?:[\w-]+\s+)?(?:keynote|panel) (?:presentation|session|discussion)s?"
    r"|(?:[\w-]+\s+){0,2}presentations|https?:.*"
    r"|tutorials"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\W*)$"
)
_DATED = re.compile(
    expanded(r"^\W*(?:(?:<DAY>,?\s+)?(?:<MONTH>\s+\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+<MONTH>)\b|<DAY>\s*[:,–—-])")
)
"""How a heading of a day begins."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The sessions of a source: one claim a heading, item or sentence that tells of one."""
    lessons = numbered_lessons(mentions)
    for block in mentions.view.blocks:
        if block.tag or block.kind in ("code", "rule", "header", "cell"):
            continue
        if block.kind == "heading" and block not in lessons:
            yield from _from_heading(mentions, block)
        elif block.kind == "item" and mentions.of(block):
            yield from _from_item(mentions, block)
        if block.kind in ("item", "paragraph") and (match := LABELLED.regex.match(block.text)):
            words = unquoted(Words(block, *match.span("title")))
            yield Claim("session", words, "sessions", LABELLED.name, LABELLED.confidence, parts={"title": (words,)})
        if block.kind != "heading" and PLAIN.may_stand(block.text):
            yield from _from_sentences(mentions, block)


def is_generic(text: str) -> bool:
    """Whether a heading's words are nobody's title: `Day 2`, `Speakers`, `Conclusion`."""
    return bool(_NOT_TALKS.match(text))


def _from_heading(mentions: Mentions, block: Block) -> Iterator[Claim]:
    masked = mentions.masked(block)
    start = _after_prefix(masked)
    end = len(masked)
    if suffix := _SUFFIX.search(masked):
        end = suffix.start()
    for form in HEADINGS:
        match = form.regex.match(masked[start:end])
        if match is None:
            continue
        figures = figures_in(mentions, block, start + match.start("people"), start + match.end("people"))
        title = None
        if "title" in form.regex.groupindex:
            title = unquoted(Words(block, start + match.start("title"), start + match.end("title")))
            if (
                not title.text
                or (form.name == "name-comma-title" and not _may_follow_name(title.text))
                or is_credit(title.text)
                or not figures
                or not all(one.known for one in figures if _is_colon(match))
            ):
                continue
        parts = {"title": (title,)} if title else {}
        yield Claim(
            "session", Words(block, 0, len(block.text)), "sessions", form.name, form.confidence, "", figures, parts
        )
        return
    if (
        _NOT_TALKS.match(block.text[start:end])
        or _DATED.search(block.text[start:end])
        or not block.text[start:end].strip()
    ):
        return
    title = unquoted(Words(block, start, end))
    yield Claim(
        "session",
        Words(block, 0, len(block.text)),
        "sessions",
        "numbered" if start and re.search(r"[A-Za-z]", masked[:start]) else "topic",
        0.7 if start else 0.3,
        parts={"title": (title,)},
    )


def _may_follow_name(text: str) -> bool:
    """Whether what a comma parts from a name is long enough for a title, and says no role or organization."""
    words = [one.lower() for one in re.findall(r"[\w-]+", text)]
    head = text.partition(":")[0] if ":" in text else text
    organized = ORGANIZATION_WORDS & {*words} and head == text
    return len(words) > _LONG and text[0].isupper() and not ROLE_NOUNS & {*words} and not organized


_LONG = 4


def _is_colon(match: re.Match[str]) -> bool:
    """Whether only a colon parts a name from a title, as it parts so much else."""
    return (
        match.end("people") < match.start("title") and ":" in match.string[match.end("people") : match.start("title")]
    )


def _after_prefix(masked: str) -> int:
    match = PREFIXES.match(masked)
    return match.end() if match and match.end() < len(masked) else 0


def _from_item(mentions: Mentions, block: Block) -> Iterator[Claim]:
    masked = mentions.masked(block)
    for form in ITEMS:
        match = form.regex.match(masked)
        if match is None or KNOWN in match["title"] or len(match["title"].split()) > 16 or is_credit(match["title"]):
            continue
        if form.name == "item-name-first" and not is_talk(block, match):
            continue
        figures = figures_in(mentions, block, *match.span("people"))
        title = unquoted(Words(block, *match.span("title")))
        if title.text and (title.text[0].isupper() or title.text[0].isdigit() or block.link_at(title.start, title.end)):
            bold = form.name == "item-name-first" and bool(block.strong) and block.strong[0][0] <= 1
            words = Words(block, *match.span())
            confidence = 0.85 if bold else form.confidence
            yield Claim("session", words, "sessions", form.name, confidence, "", figures, {"title": (title,)})
            return


def is_talk(block: Block, match: re.Match[str]) -> bool:
    """Whether what follows a name in a list is a title, and no role."""
    title = block.text[slice(*match.span("title"))]
    words = [one.lower() for one in re.findall(r"[\w-]+", title)]
    strict = [one for one in re.findall(r"[^\W\d_][\w’'-]*", title) if len(one) > 3]
    capitals = sum(one[0].isupper() for one in strict)
    comma = "," in match.string[match.end("people") : match.start("title")]
    if (comma and not block.strong) or ORGANIZATION_WORDS & set(words) or all(one.isupper() for one in strict):
        return False
    return len(words) > 2 and capitals * 3 >= len(strict) * 2 and not ROLE_NOUNS & set(words)


def _from_sentences(mentions: Mentions, block: Block) -> Iterator[Claim]:
    masked = mentions.masked(block)
    for start, end in block.sentences:
        for match in PLAIN.search(masked, start, min(len(masked), end + 1)):
            title = Words(block, *match.span("title"))
            is_marked = any(one <= title.start < two for one, two in block.marked)
            if not is_marked and is_title(title.text) and len(title.text.split()) >= _FEWEST:
                figures = figures_meant(mentions, block, start, end)
                words = Words(block, *match.span())
                yield Claim(
                    "session", words, "sessions", PLAIN.name, PLAIN.confidence, "", figures, {"title": (title,)}
                )


_FEWEST = 2
