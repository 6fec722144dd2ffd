"""Posts: the talk that a post's own title names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.talks import billing
from eventnotes.draft.talks.edges import bare
from eventnotes.draft.talks.sessions import is_generic
from eventnotes.draft.talks.topics import OF_AN_EVENT
from eventnotes.draft.titles import session, unquoted

POST = Form(
    "post-title",
    r"^\W*(?i:(?:[\w’'-]+\s+){0,3}?(?:keynote|webinar|talk|workshop|panel|session|seminar|lecture|tutorial"
    r"|fireside chat)(?:\s+(?:speaker"
    r"|discussion|session|recap|notes|summary|report|write-?up|takeaways)){0,2})\s*(?::"
    r"|\s[–—|-])\s+(?P<title>[^\n]{4,160})$",
    0.8,
    (("# Keynote recap: Trams for Towns\n\nBo Ek spoke.", "Trams for Towns"),),
)
POST_TAIL = Form(
    "post-title-first",
    r"^\W*(?P<title>[^\n]{4,140}?)\s*(?:\s[–—|-]{1,2}|—|:)\s*(?:[\w’'-]+\s+){0,3}?"
    r"(?i:keynote|webinar|talk|workshop|panel|session|seminar|lecture|tutorial|discussion)\s+"
    r"(?i:recap|notes|summary|report|write-?up|takeaways|highlights)\W*$",
    0.8,
    (("# Trams for Towns – Webinar Recap\n\nBo Ek spoke.", "Trams for Towns"),),
)
MEETING = Form(
    "meeting-title",
    r"^\W*(?:[\w’'-]+\s+){1,5}?(?i:meet-?up|salon|colloquium|round-?table|brown ?bag|hangout|community call)"
    r"(?:\s*#?\d{1,3})?\s*(?::|[–—-])\s+(?P<title>[^\n]{4,140})$",
    0.7,
    (("# Harbour Data Meetup #3: Trams for Towns\n\nBo Ek spoke.", "Trams for Towns"),),
)
"""What a meeting was about, which is its only talk if one person spoke."""
FORMS = (POST, POST_TAIL, MEETING)
_FEWEST = 3
NAMES = (POST.name, POST_TAIL.name, MEETING.name)


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The talk that the post's own title names, alone or beside who gave it: `Webinar recap: …`."""
    title = mentions.view.header.get("title") or next(iter(mentions.view.headings), None)
    if title is None or (title.kind != "header" and title.level != 1):
        return
    masked = mentions.masked(title)
    for form in FORMS:
        if match := form.regex.match(title.text):
            billed = billing.billing_in(mentions, title, *match.span("title"))
            if billed is not None and billed.title is not None:
                yield session("posts", form, billed.title, billed.figures)
                return
            words = unquoted(Words(title, *match.span("title")))
            is_names = billing.NAMES.regex.match(masked[slice(*match.span("title"))]) is not None
            is_title = len(words.text.split()) >= _FEWEST and "://" not in words.text
            if is_title and not is_names and not is_generic(words.text):
                yield session("posts", form, words)
            return
    start, end = bare(masked)
    start = max(start, recap.end() if (recap := _ABOVE.match(masked)) else 0)
    billed = billing.billing_in(mentions, title, start, end) if title.kind == "header" else None
    if billed is None or billed.title is None or not all(one.known for one in billed.figures):
        return
    is_quoted = title.text[billed.title.start - 1 : billed.title.start] in tuple("\"“‘«'")
    if not OF_AN_EVENT.search(billed.title.text) and (is_quoted or not _WITH.match(masked, billed.title.end)):
        yield session("posts", POST, billed.title, billed.figures)


_WITH = re.compile(r"\s*(?:with|from)\b")
"""What stands between a meeting and who came: `Lunch with Ana Lima`."""
_ABOVE = re.compile(
    r"(?i)\W*(?:(?:\w+\s+){0,2}?(?:recap|notes|summary|report|review|write-?up)|(?:\w+\s+){1,5}(?:19|20)\d\d)"
    r"(?:(?:\s*:|\s+[–—|-])\s+|\s+(?:from|of|on)\s+(?=[\"“‘«]))"
)
"""How a title begins that tells of a talk: that it does, or at which event."""
