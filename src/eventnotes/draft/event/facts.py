"""Facts: an event's name, and where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.event.days import is_dated
from eventnotes.draft.event.naming import ranked
from eventnotes.draft.forms import Form, standing
from eventnotes.draft.reading.mentions import Mentions

FORMS = (
    Form(
        "held-at",
        r"\b(?i:held|hosted|took place|taking place|gathered|met|meeting|convened"
        r"|happened)\b[^.!?\n]{0,50}?\s(?:at|in)\s+(?P<name>(?:the\s+)?<ORGANIZATION>)",
        0.75,
        (("It was held at the Old Tram Hall and sold out.", "Old Tram Hall"),),
        needs=("held", "hosted", " place", "gathered", "met", "meeting", "convened", "happened"),
    ),
    Form(
        "venue-label",
        r"(?im)^\W*(?:venue|location|where|place|host)\s*\W*:\W*\s*(?P<name>[^\n]{2,100})",
        0.85,
        (("Venue: Old Tram Hall", "Old Tram Hall"),),
        needs=(":",),
    ),
)
_OTHER = re.compile(r"\s+on\s")
_ARTICLE = re.compile(r"[Tt]he\s+")
_MANY_BLOCKS = 16
_FIRST_NAMES = 3


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """What a source says of its event."""
    for one in ranked(mentions)[:_FIRST_NAMES]:
        place = one.name.places[0]
        yield Claim("name", Words(*place[:3]), "event", one.cue, round(one.likelihood, 3))
    for block in mentions.view.blocks[:_MANY_BLOCKS]:
        if block.kind in ("code", "rule", "cell") or block.tag:
            continue
        for form, match in standing(FORMS, block.text):
            start, end = match.span("name")
            if form.name == "held-at" and (cut := _OTHER.search(block.text, start, end)):
                end = cut.start()
            if article := _ARTICLE.match(block.text, start, end):
                start = article.end()
            while end > start and block.text[end - 1] in " .,*_":
                end -= 1
            if end - start > 1 and not is_dated(block.text[start:end]):
                yield Claim("venue", Words(block, start, end), "event", form.name, form.confidence)
