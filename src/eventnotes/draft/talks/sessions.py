"""Sessions: talks and panels, from headings, list items and the sentences that name a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import INNER, LIKELY, Form, compiled, expanded
from eventnotes.draft.items.headed import numbered_lessons
from eventnotes.draft.lexicon import ORGANIZATION_WORDS, ROLE_NOUNS
from eventnotes.draft.people.presenting import OTHERS
from eventnotes.draft.reading.mentions import Mentions, figures_meant
from eventnotes.draft.reading.runs import Block
from eventnotes.draft.talks import billing
from eventnotes.draft.talks.captions import LABELLED
from eventnotes.draft.talks.edges import bare
from eventnotes.draft.titles import MOST_WORDS, has_capitals, is_title, long_words, session, unquoted

_TALKS = (
    *("alk", "ession", "orkshop", "eynote", "resentation", "utorial", "ecture", "ebinar", "anel", "emo", "eminar"),
    *("peech", "iscussion", "reakout"),
)
_CAPITAL = rf"(?:[A-Z0-9À-Þ][\w&’'+/.-]*(?<![.'’])|&|{LIKELY}[{INNER}]*+)"
_RUN = (
    rf"{_CAPITAL}(?:[:,]?\s+(?:(?:of|for|and|or|on|in|at|by|to|the|an?|with|from|as|is|it|into|through|via|vs|your|my|our)"
    rf"\s+){{0,3}}{_CAPITAL}){{1,15}}(?![^\s.,;:!?()\"”’'–—-])"
)
"""Words as titles are written: the first, the last and most between with capitals."""
PLAIN = (
    Form(
        "told-plain",
        r"(?:\b(?i:<TALK>)\b(?:\s[^.!?,;:\n\"“”]{0,40}?)?(?::|,?\s(?:which\s)?(?:was|were|is|titled|entitled|called|named|labelled):?)"
        r"|(?:<PERSON>(?:[’']s?)?|\b(?i:my|his|her|their|our|next|last|first|second|third|an?))\s+(?:[a-z-]+\s+){0,2}(?i:<TALK>),)"
        rf"\s+(?P<title>{_RUN})",
        0.8,
        (
            ("Tomoko Mori gave a talk titled Trams for Small Towns that stayed with me.", "Trams for Small Towns"),
            ("The best talk of the day was Rain in Charts by Tomoko Mori.", "Rain in Charts"),
            ("Tomoko Mori’s workshop, Small, Slow and Safe Trams, was full.", "Small, Slow and Safe Trams"),
            ("- Demo session: Trams from the Inside, with Tomoko Mori", "Trams from the Inside"),
        ),
        needs=_TALKS,
    ),
    Form(
        "by-plain",
        r"(?:\b(?i:<TALK>)|\b(?:was|were|saw|watched|enjoyed|heard|attended|went to|(?:start|end)ed with))\b"
        r"[^.!?\n]{0,60}?(?<!on )(?<!about )(?<!the )"
        rf"(?P<title>(?!The\b){_RUN}),?\s+\(?(?:(?:presented|given|led|delivered|held|run|taught)\s+)?by\s+<PERSON>",
        0.75,
        (
            ("I saw Trams from the Inside by Tomoko Mori, and sat at the front.", "Trams from the Inside"),
            ("Then I went to Trams from the Inside by Tomoko Mori.", "Trams from the Inside"),
        ),
        needs=(" by ", "(by "),
    ),
    Form(
        "presented-plain",
        r"<PERSON><PAREN><ADVERB>\s+(?:presented|pitched|demoed|showcased|introduced|unveiled)\s+(?:(?:us|on|the|his|her|their)"
        r"\s+){0,3}(?P<title>(?!the\b)<ORGANIZATION>)(?=-?\s*(?:[.,;:!?(–—-]|$)|-?\s+(?:talk|project|which|that|and|to|where)\b)",
        0.75,
        (
            ("Then Tomoko Mori presented the Small Town Trams project. It went on.", "Small Town Trams"),
            ("Tomoko Mori then pitched Trams in Progress, a map of all works.", "Trams in Progress"),
        ),
        needs=("presented", "pitched", "demoed", "showcased", "introduced", "unveiled"),
    ),
    Form(
        "owned-plain",
        r"<PERSON>[’']s?\s+(?P<title>(?!the\b)<ORGANIZATION>)\s+(?i:talk|keynote|session|workshop|presentation|tutorial|lecture)\b",
        0.7,
        (("I liked Tomoko Mori's Small Town Trams talk best.", "Small Town Trams"),),
        needs=("'s ", "’s ", "s' "),
    ),
)
"""How titles without marks are told of."""
NUMBERED = Form(
    "numbered",
    "",
    0.7,
    (
        ("## Talk 2: Rain in three charts", "Rain in three charts"),
        ("## Session 3. 2pm\n\nRain in three charts\n\nIt was short.", "Rain in three charts"),
        ("## Talk 3\n\nTopic: Rain in three charts\n\nIt was short.", "Rain in three charts"),
    ),
)
TOPIC = Form("topic", "", 0.3, (("## Rain in three charts", "Rain in three charts"),))
FORMS = (*billing.FORMS, *PLAIN, NUMBERED, TOPIC)
_SLOT = (
    r"(?:talk|session|keynote|presentation|lecture|panel|workshop|speaker|slot)\s*(?:#|no\.?)?\s*(?:\d{1,2}|[ivx]+)"
    r"(?:\W+\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)?)?|keynote[ -]speakers?"
)
"""A heading that counts talks."""
_NOT_TALKS = re.compile(
    r"^\W*(?:(?:confirmed |keynote |featured |invited |key |main |final |closing |concluding |some |my |our "
    r"|the |a few |quick |lessons? |last )*"
    r"(?:takeaways?|take-aways?|lessons?|learnings?|conclusions?|summary|next steps|what'?s next|recap|highlights"
    r"|reflections|thoughts"
    r"|wrap[- ]?up|remarks|resources|links|further reading|references|about|credits|acknowledge?ments?|thanks"
    r"|thank you|contents"
    r"|table of contents|agenda|schedule|background|introductions?|intro|overview|sponsors?|q ?& ?a.*|questions?"
    r"|notes|outline"
    r"|speakers?|panell?ists?|presenters?|attendees|participants|organi[sz]ers|feedback|photos?|pictures|videos?"
    r"|slides|venue|location"
    r"|registration|announcements?|housekeeping"
    r"|everything else|the rest|odds and ends|honou?rable mentions?|misc(?:ellaneous)?|(?:the )?hallway(?: track)?"
    r"|(?:(?:lunch|coffee|tea|morning|afternoon)[- ])?break|coffee|tea|pizzas?|beers?|drinks|networking"
    r"|social(?: event)?|group photo|raffle|check-in|any other business|aob|apologies|minutes"
    r"|action items|overall|next (?:meeting|event)s?|audience questions|about the speakers?|see you .*"
    r"|lunch|dinner|breakfast|food|swag|(?:after[- ]?)?party|travel|arriv(?:al|ing)|getting there"
    r"|faqs?|comments|related.*|see also|footnotes|leave a (?:reply|comment)|share this.*|who came\??"
    r"|the (?:event|venue)"
    r"|tl;?dr|(?:first|second|third|last) (?:part|half|session)|part (?:\d+|one|two|three|[ivx]+)|general"
    r"|(?:tip|lesson|rule|step|principle|reason|myth|mistake|takeaway|example|chapter)\s*#?\s?\d+\b.*"
    r"|program(?:me)?|practical|updates?(?:\s+(?:on|from)\b.*)?"
    r"|edit|link to .*|day (?:\d+|one|two|three)\b.*|(?:lightning )?talks|keynotes|workshops"
    r"|panels|sessions|posters|demos|(?:[\w-]+\s+)?(?:keynote|panel) (?:presentation|session|discussion)s"
    r"|(?:[\w-]+\s+){0,2}presentations|https?:.*"
    r"|tutorials"
    rf"|{_SLOT}"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\W*)$"
)
_DATED = re.compile(
    expanded(r"^\W*(?:(?:<DAY>,?\s+)?(?:<MONTH>\s+\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+<MONTH>)\b|<DAY>\s*[:,–—-])")
)
"""How a heading of a day begins."""

_SENTENCE = compiled(
    r"(?i)\b(?:(?:it|here|there|that)[’\']?s|i|we|you|he|she|they|it|was|were|had|will|would|posted|photos?|vous|nous"
    r"|ich|wir|sie|hosted)\b"
)
"""What a line has that stands alone and is a sentence."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The sessions of a source: one claim a heading, item or sentence that tells of one."""
    lessons = numbered_lessons(mentions)
    for block in mentions.view.blocks:
        if block.tag or block.kind in ("code", "rule", "header", "cell"):
            continue
        if block.kind == "heading" and block not in lessons:
            yield from _from_heading(mentions, block)
        elif block.kind != "heading" and mentions.of(block):
            if block.kind == "item" or _opens(mentions, block):
                yield from _from_line(mentions, block)
            for form in PLAIN:
                if form.may_stand(block.text):
                    yield from _from_sentences(mentions, block, form)


def is_generic(text: str) -> bool:
    """Whether a heading's words are nobody's title: `Day 2`, `Speakers`, `Conclusion`."""
    return bool(_NOT_TALKS.match(text.lower()))


def _from_heading(mentions: Mentions, block: Block) -> Iterator[Claim]:
    start, end = bare(mentions.masked(block), links=block.links)
    whole = Words(block, 0, len(block.text))
    billed = billing.billing_in(mentions, block, start, end)
    if billed is not None and (not billed.is_colon or any(one.known for one in billed.figures)):
        title = billed.title or (_below_names(mentions, block) if any(one.known for one in billed.figures) else None)
        yield session("sessions", billed.form, title, billed.figures, words=whole)
        if billed.title is not None or any(one.known for one in billed.figures):
            return
    if (title := _line_below(mentions, block)) is not None:
        yield session("sessions", NUMBERED, title, words=whole)
        return
    text = block.text[start:end]
    if block.bare and _SENTENCE.search(text) and not has_capitals(long_words(text)):
        return
    if (
        "://" not in text
        and not any(map(is_generic, (block.text, text)))
        and not _DATED.search(block.text)
        and text.strip()
    ):
        form = NUMBERED if re.search(r"[A-Za-z]", block.text[:start]) else TOPIC
        yield session("sessions", form, unquoted(Words(block, start, end)), words=whole)


def _below_names(mentions: Mentions, block: Block) -> Words | None:
    """The line below a heading of names, if paragraphs follow it and it is written as a title, and as no role."""
    line = _short_line(mentions, block)
    following = mentions.view.blocks[line.block.number + 1 : line.block.number + 2] if line is not None else ()
    if line is None or [one.kind for one in following] != ["paragraph"] or block.level < _BELOW_TOP:
        return None
    words = line.text.split()
    is_role = not ROLE_NOUNS.isdisjoint(map(str.lower, words)) or not ORGANIZATION_WORDS.isdisjoint(
        map(str.lower, words)
    )
    is_name = len(words) <= _FEW and ("," in line.text or all(one[0].isupper() for one in words))
    is_fit = len(words) > _FEWEST and line.text[0].isupper() and not _SENTENCE.search(line.text)
    return line if is_fit and not is_role and not is_name else None


def _line_below(mentions: Mentions, block: Block) -> Words | None:
    """The line below a heading that counts talks, if it is short and names nobody."""
    return _short_line(mentions, block) if _COUNTS(block.text) else None


def _short_line(mentions: Mentions, block: Block) -> Words | None:
    """A short line right below a heading that names nobody, or what a label says there."""
    below = next((one for one in mentions.view.blocks[block.number + 1 :][:2] if one.text.strip()), None)
    if below is None or below.kind != "paragraph" or below.quoted or below.tag or mentions.of(below):
        return None
    if label := LABELLED.regex.match(below.text):
        return unquoted(Words(below, *label.span("title")))
    is_line = 1 < len(below.text.split()) <= MOST_WORDS and below.text.rstrip()[-1] not in ".!:;," and not below.breaks
    sign = _SIGN.match(below.text)
    return unquoted(Words(below, sign.end() if sign else 0, len(below.text))) if is_line else None


_SIGN = re.compile(r"[^\w\s\"“‘'«(¿¡]+\s+")
_BELOW_TOP, _FEW = 2, 4
_COUNTS = re.compile(rf"(?i)^\W*(?:{_SLOT})\W*$").match


def is_below_else(mentions: Mentions, block: Block) -> bool:
    """Whether a block is below a heading of other things than talks that somebody has said or made: `Books`."""
    heading = mentions.view.heading_above(block)
    return heading is not None and any(one.search(heading.text) for one in (_ELSE, OTHERS))


_ELSE = compiled(
    r"(?ai)\b(?:lessons?|takeaways?|learnings?|quotes?|quotations|books?|reading|teams?|prizes?|awards?|resources|links"
    r"|photos?|tweets?|projects|tools|papers)\b"
)


def _opens(mentions: Mentions, block: Block) -> bool:
    """Whether a block stands right below a heading that is no title: `Session 2`."""
    above = mentions.view.above(block)
    return above is not None and above.kind == "heading" and is_generic(above.text)


def _from_line(mentions: Mentions, block: Block) -> Iterator[Claim]:
    billed = billing.billing_of(mentions, block)
    is_talk = billed is not None and billed.title is not None and billing.is_talk(billed.title)
    if billed is not None and is_talk and not is_below_else(mentions, block):
        yield session("sessions", billed.form, billed.title, billed.figures)


def _from_sentences(mentions: Mentions, block: Block, form: Form) -> Iterator[Claim]:
    masked = mentions.masked(block)
    for start, end in block.sentences:
        for match in form.search(masked, start, min(len(masked), end + 1)):
            title = unquoted(Words(block, *match.span("title")))
            is_marked = any(one <= title.start < two for one, two in block.marked)
            if not is_marked and is_title(title.text) and len(title.text.split()) >= _FEWEST:
                figures = figures_meant(mentions, block, start, end)
                yield session("sessions", form, title, figures, words=Words(block, *match.span()))


_FEWEST = 2
