"""Posts: the talk that a post's own title names."""

from __future__ import annotations

from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.draft.talks import billing
from eventnotes.draft.talks.edges import bare
from eventnotes.draft.talks.sessions import is_generic
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
FORMS = (POST, POST_TAIL)
_FEWEST = 3
NAMES = (POST.name, POST_TAIL.name)


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The talk that the post's own title names, alone or beside who gave it: `Webinar recap: …`."""
    title = mentions.view.header.get("title") or next(iter(mentions.view.headings), None)
    if title is None or (title.kind != "header" and title.level != 1):
        return
    masked = mentions.masked(title)
    for form in FORMS:
        if match := form.regex.match(title.text):
            words = unquoted(Words(title, *match.span("title")))
            is_names = billing.NAMES.regex.match(masked[slice(*match.span("title"))]) is not None
            is_title = len(words.text.split()) >= _FEWEST and "://" not in words.text
            if is_title and not is_names and not is_generic(words.text):
                yield session("posts", form, words)
            return
    billed = billing.billing_in(mentions, title, *bare(masked)) if title.kind == "header" else None
    if billed is not None and billed.title is not None and all(one.known for one in billed.figures):
        yield session("posts", POST, billed.title, billed.figures)
