"""Facts: an event's name, and where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.draft.claim import Claim, Words
from eventnotes.draft.event.candidates import KIND
from eventnotes.draft.event.days import is_dated
from eventnotes.draft.event.naming import ranked
from eventnotes.draft.forms import Form, compiled, standing
from eventnotes.draft.reading.mentions import Mentions

FORMS = (
    Form(
        "held-at",
        r"\b(?i:held|hosted|took place|taking place|happened|(?:gathered|convened|met)(?=\s+(?:in|at|on|last|for)\b))"
        r"\b(?P<gap>(?:[^.!?\n,;:\"“”]|,(?=\s(?:\d|<MONTH>))){0,50}?)\s(?P<at>at|in)\s+(?P<name>(?:the\s+)?<ORGANIZATION>)",
        0.75,
        (
            ("It was held at the Old Tram Hall and sold out.", "Old Tram Hall"),
            ("It took place last week in Kyoto for the third time.", "Kyoto"),
            ("It was held on May 4, 2019 in Old Harbour in Porto.", "Old Harbour in Porto"),
        ),
        needs=("held", "hosted", " place", "happened", "gathered", "convened", "met"),
    ),
    Form(
        "venue-label",
        r"(?im)^\W*(?:venue|location|where|place|host)\s*\W*:\W*\s*(?P<name>[^\n]{2,100})",
        0.85,
        (("Venue: Old Tram Hall", "Old Tram Hall"),),
        needs=(":",),
    ),
)
_AFTER_PLACE = compiled(r"\s+(?:on|for|in\s+(?:<MONTH>\s+)?\d{4}|The|I)(?!\S)|[’']s(?!\w)")
_ARTICLE = re.compile(r"[Tt]he\s+")
_NO_PLACE = re.compile(rf"\d+\s?[ap]m\b|.*\b(?:{KIND}|series)\b|\S+\s(?:19|20)\d\d\b", re.IGNORECASE)
_NAMED = compiled(r"(?:.*\s)?(?!<MONTH>|<DAY>)[A-Z][\w-]*", re.DOTALL)
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
            start, end = _place(match) if form.name == "held-at" else match.span("name")
            if article := _ARTICLE.match(block.text, start, end):
                start = article.end()
            while end > start and block.text[end - 1] in " .,*_":
                end -= 1
            if end - start > 1 and not is_dated(block.text[start:end]):
                yield Claim("venue", Words(block, start, end), "event", form.name, form.confidence)


def _place(match: re.Match[str]) -> tuple[int, int]:
    """Where the place stands in which something was held; nowhere where the words are a name of something else."""
    start, end = match.span("name")
    is_part_of_name = match["at"] == "in" and _NAMED.fullmatch(match["gap"])
    if is_part_of_name or _NO_PLACE.match(match.string, start, end):
        return start, start
    cut = _AFTER_PLACE.search(match.string, start, end)
    return start, cut.start() if cut else end
