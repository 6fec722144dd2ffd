"""Venues: how it is told where an event was."""

from __future__ import annotations

from eventnotes.draft.forms import Form

VENUES = (
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
