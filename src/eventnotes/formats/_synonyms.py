"""Synonyms: words that people use for a field of the model, for advice."""

from __future__ import annotations

SYNONYMS: dict[str, dict[str, tuple[str, ...]]] = {
    "Event": {
        "start": ("date", "dates", "begin", "begins"),
        "venue": ("location", "place", "city", "where"),
        "website": ("url", "link", "homepage"),
        "name": ("title",),
        "summary": ("description", "abstract"),
        "organizers": ("hosts", "host"),
        "tags": ("keywords", "topics"),
        "language": ("lang",),
        "sessions": ("talks", "programme", "program", "schedule"),
    },
    "Session": {
        "title": ("name",),
        "start": ("time", "date", "begin", "begins"),
        "abstract": ("description", "summary"),
        "kind": ("type", "format"),
        "room": ("location", "venue", "place"),
        "links": ("url", "slides", "recording", "video"),
        "tags": ("keywords", "topics"),
    },
    "Speaker": {
        "links": ("url", "website", "homepage"),
        "roles": ("title", "job", "affiliation", "organization", "organisation", "company"),
        "bio": ("description", "about"),
    },
    "Quote": {"text": ("quote", "words"), "speaker": ("by", "author", "who")},
    "Lesson": {"text": ("lesson", "title"), "details": ("description", "notes")},
    "Framework": {"name": ("title",), "elements": ("items", "steps", "parts", "pillars")},
}
_FIELDS = {kind: {word: field for field, words in of.items() for word in words} for kind, of in SYNONYMS.items()}


def field_for(kind: str, word: str) -> str | None:
    """The field of a class that a word may mean: of Event, `venue` for `location`."""
    return _FIELDS.get(kind, {}).get(word.lower())
