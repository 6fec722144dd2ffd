"""Posts: the talk that a post's own title names."""

from __future__ import annotations

from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.reading.mentions import Mentions, figures_in
from eventnotes.draft.talks import billing
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
NAMES = (POST.name, POST_TAIL.name)
_OF_POSTS = ("title-by-name", "persons-keynote")
"""The forms of headings in which a post's title names a talk and who gave it."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """The talk that the post's own title names: `Webinar recap: …`."""
    title = mentions.view.header.get("title") or next(iter(mentions.view.headings), None)
    if title is None or (title.kind != "header" and title.level != 1):
        return
    match = POST.regex.match(title.text) or POST_TAIL.regex.match(title.text)
    by_whom = None
    if match is None and title.kind == "header":
        masked = mentions.masked(title)
        by_whom = next(filter(None, (one.regex.match(masked) for one in billing.FORMS if one.name in _OF_POSTS)), None)
    if found := match or by_whom:
        words = unquoted(Words(title, *found.span("title")))
        people = found.span("people") if by_whom else (0, 0)
        figures = figures_in(mentions, title, *people)
        is_names = billing.NAMES.regex.match(mentions.masked(title)[slice(*found.span("title"))]) is not None
        if words.text and not is_names and not is_generic(words.text) and all(one.known for one in figures):
            form = POST_TAIL if found.re is POST_TAIL.regex else POST
            yield session("posts", form, words, figures)
