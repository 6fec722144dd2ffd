"""Sessions: talks and panels, from headings, list items and the sentences that name a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import KNOWN, Form, people_in
from eventnotes.draft.mentions import Figure, Mentions
from eventnotes.draft.runs import Block

_REST = r"(?:\s+(?:MBE|OBE|CBE|PhD))?(?:\s*(?:,|\s[–—|-]|\().*)?"
_BY = r"(?:by|with|from|led by|given by|presented by|featuring|w/)"
_NUMBER = r"(?:\s*(?:#|no\.?\s*)?(?:\d+|one|two|three|four|five|six|[IVX]+))?"
HEADINGS = (
    Form(
        "name-dash-title",
        r"^(?P<people><PEOPLE>)\s*(?:\([^()]*\)\s*)?(?:\s[–—|-]{1,2}|:)\s+(?P<title>[^\n]+?)\s*$",
        0.85,
        (("## Marta Silva — Rain in three charts", "Rain in three charts"),),
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
        "title-brackets",
        r"^(?P<title>[^\n]+?)\s*\((?P<people><PEOPLE>)[^()]*\)\s*$",
        0.8,
        (("## Rain in three charts (Marta Silva)", "Rain in three charts"),),
    ),
    Form(
        "names",
        rf"^(?:(?i:panell?ist|speaker|talk|presenter|keynote speaker|keynote|presentation|session"
        rf"|moderator){_NUMBER}\s*[:–—-]\s*)?(?P<people><PEOPLE>){_REST}\s*$",
        0.75,
        (("## Hiroshi Sato, Kumo", ""),),
    ),
)
PREFIXES = re.compile(
    rf"^\s*(?:(?:\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\.?)?\s*(?:[–—-]|to)?\s*)+(?:,?\s*[A-Z]{{2,4}}\b)?\s*[:–—|-]*\s*)?"
    rf"(?:(?i:talk|session|case study|discussion|workshop|keynote|opening keynote|closing keynote|panel|breakout"
    rf"|breakout session"
    rf"|presentation|webinar|lightning talk|part|track|speaker|presenter|roundtable|plenary|panel discussion|demo"
    rf"|tutorial|fireside chat)"
    rf"{_NUMBER}\s*(?::|\s[–—|-])\s*)?"
)
_SUFFIX = re.compile(r"\s*(?:\((?:video|slides|recording|\d{1,2}[:.]\d\d[^()]*)\)|\[[^\[\]]*\])\s*$", re.IGNORECASE)
SENTENCES = (
    Form(
        "titled",
        r"(?i:<TALK>)\b,?\s*(?:(?i:titled|entitled|called|named|on|about|was|is)\s*|(?i:was|is|,)?\s*(?:titled"
        r"|entitled|called)\s*"
        r"|,\s*|[^.!?\n\"“”]{0,40}?\b(?i:titled|entitled|called|named|on|about)\s*,?\s*)?<OPEN>"
        r"(?P<title>[^\"“”\n]{4,140}?)[,.]?<CLOSE>",
        0.85,
        (
            ("Jun Tanaka gave a talk called “Trams for towns”.", "Trams for towns"),
            ('Her keynote, "Rain in three charts," was short.', "Rain in three charts"),
        ),
    ),
    Form(
        "title-by",
        rf"<OPEN>(?P<title>[^\"“”\n]{{4,140}}?)[,.]?<CLOSE>,?\s+(?:\([^()]*\)\s*)?(?i:{_BY})\s+(?P<people><PEOPLE>)",
        0.85,
        (("We saw “Trams for towns” by Jun Tanaka.", "Trams for towns"),),
    ),
)
ITEMS = (
    Form(
        "item-by",
        rf"^\W*(?P<title>[^\n]{{4,140}}?)[\"”]?\s*[,:–—-]?\s+(?i:{_BY})\s+(?P<people><PEOPLE>)",
        0.75,
        (("- Trams for towns by Jun Tanaka", "Trams for towns"),),
    ),
    Form(
        "item-dash",
        rf"^\W*(?P<title>[^\n.]{{4,140}}?)[\"”]?\s+[–—-]{{1,2}}\s+(?P<people><PEOPLE>){_REST}\s*$",
        0.7,
        (("- Trams for towns – Jun Tanaka, Kumo", "Trams for towns"),),
    ),
)
FORMS = (*HEADINGS, *SENTENCES, *ITEMS)
_NOT_TALKS = re.compile(
    r"(?i)^\W*(?:(?:key |main |final |closing |concluding |some |my |our |the |a few |quick |lessons? |last )*"
    r"(?:takeaways?|take-aways?|lessons?|learnings?|conclusions?|summary|next steps|what'?s next|recap|highlights"
    r"|reflections|thoughts"
    r"|wrap[- ]?up|remarks|resources|links|further reading|references|about|credits|acknowledge?ments?|thanks"
    r"|thank you|contents"
    r"|table of contents|agenda|schedule|background|introduction|intro|overview|sponsors?|q ?& ?a.*|questions?"
    r"|notes|outline"
    r"|speakers?|panell?ists?|presenters?|attendees|participants|organi[sz]ers|feedback|photos?|pictures|videos?"
    r"|slides|venue|location"
    r"|registration|faqs?|comments|related.*|see also|footnotes|leave a (?:reply|comment)|share this.*|who came\??"
    r"|the (?:event|venue)"
    r"|tl;?dr|day (?:\d+|one|two|three)\b.*|(?:lightning )?talks|keynotes?|workshops|panels|sessions|posters|demos"
    r"|tutorials"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\W*)$"
)
_FIRST_SENTENCES = 3


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The sessions of a source: one claim a heading, item or sentence that tells of one."""
    for block in mentions.view.blocks:
        if block.tag or block.kind in ("code", "rule", "header", "cell"):
            continue
        if block.kind == "heading":
            yield from _from_heading(mentions, block)
        elif block.kind == "item" and mentions.of(block):
            yield from _from_item(mentions, block)
        if block.kind != "heading":
            yield from _from_sentences(mentions, block)


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
        figures = _figures(mentions, block, start + match.start("people"), start + match.end("people"))
        title = None
        if "title" in form.regex.groupindex:
            title = unquoted(Words(block, start + match.start("title"), start + match.end("title")))
            if not title.text or not figures:
                continue
        parts = {"title": (title,)} if title else {}
        yield Claim(
            "session", Words(block, 0, len(block.text)), "sessions", form.name, form.confidence, "", figures, parts
        )
        return
    if _NOT_TALKS.match(block.text[start:end]) or not block.text[start:end].strip():
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


def _after_prefix(masked: str) -> int:
    match = PREFIXES.match(masked)
    return match.end() if match and match.end() < len(masked) else 0


def _figures(mentions: Mentions, block: Block, start: int, end: int) -> tuple[Figure, ...]:
    found = [mentions.at(block, place) for place, _ in people_in(mentions.masked(block), start, end)]
    return tuple(dict.fromkeys(one.figure for one in found if one is not None))


def _from_item(mentions: Mentions, block: Block) -> Iterator[Claim]:
    masked = mentions.masked(block)
    for form in ITEMS:
        match = form.regex.match(masked)
        if match is None or KNOWN in match["title"] or len(match["title"].split()) > 16:
            continue
        figures = _figures(mentions, block, *match.span("people"))
        title = unquoted(Words(block, *match.span("title")))
        if title.text and (title.text[0].isupper() or title.text[0].isdigit() or block.link_at(title.start, title.end)):
            yield Claim(
                "session",
                Words(block, *match.span()),
                "sessions",
                form.name,
                form.confidence,
                "",
                figures,
                {"title": (title,)},
            )
            return


def _from_sentences(mentions: Mentions, block: Block) -> Iterator[Claim]:
    masked = mentions.masked(block)
    if not any(one in masked for one in '"“«'):
        return
    for start, end in block.sentences:
        for form in SENTENCES:
            for match in form.search(masked, start, min(len(masked), end + 1)):
                title = Words(block, *match.span("title"))
                if not is_title(title.text):
                    continue
                if "people" in form.regex.groupindex:
                    figures = _figures(mentions, block, *match.span("people"))
                else:
                    figures = _figures(mentions, block, start, end)
                words = Words(block, *match.span())
                yield Claim("session", words, "sessions", form.name, form.confidence, "", figures, {"title": (title,)})


def is_title(text: str) -> bool:
    """Whether words are written as a title is: most of the long ones with a capital."""
    words = [one for one in re.findall(r"[^\W\d_][\w’'-]*", text) if len(one) > 3]
    if not words:
        return text[:1].isupper()
    return (text[:1].isupper() and sum(one[0].isupper() for one in words) * 2 >= len(words)) or (
        len(text.split()) <= 6 and text[:1].isupper()
    )


def unquoted(words: Words) -> Words:
    """Words without the quotation marks and white space around them."""
    block, start, end = words
    text = block.text
    while start < end and text[start] in " \t\n\"“”«»'‘’*_:–—-":
        start += 1
    while end > start and text[end - 1] in ' \t\n"“”«»*_:–—-,':
        end -= 1
    return Words(block, start, end)
