"""Labelled: what the source has as a write-up has it, sessions with labels and the people in them, and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from eventnotes.draft.claim import Claim, Kind, Words
from eventnotes.draft.forms import Form
from eventnotes.draft.reading.mentions import Figure, Mentions
from eventnotes.draft.reading.native import Written
from eventnotes.draft.reading.view import View

WRITTEN = Form(
    "as-in-a-write-up",
    "",
    0.97,
    (
        ("# Tram Day\n\n## Rain\n\nSpeaker: Bo Ek, Kumo\nRoom: Blue\n\nIt was short.", "Bo Ek"),
        ("# Tram Day\n\n## Talks\n\n* **Rain** – Bo Ek\n* **Snow** – Ewa Nowak", "Ewa Nowak"),
    ),
)
FORMS = (WRITTEN,)
_PART = re.compile(r"(?i)(?:(?:first|second|third|last) (?:part|half|session)|part (?:\d+|one|two|three|[ivx]+))\W*")
"""A heading that parts a talk, or a day, and is none itself."""
Named = Mapping[int, Figure | None]
"""The persons in labels, by the identity of their data."""


def recognise(mentions: Mentions) -> Iterator[Claim]:
    """What a reader of write-ups takes of the source as it stands."""
    view, told = mentions.view, set[tuple[int, int]]()
    named = {id(person): _figure(mentions, place) for one in view.written for person, place in one.people()}
    for one in view.written:
        words = _words(view, one.start + one.mark, one.end)
        if words is None or _PART.fullmatch(words.text):
            continue
        if one.kind == "session":
            yield from _people(mentions, one, named, told)
            yield from _session(view, one, words, named)
        else:
            yield from _item(view, one, words, named)


def _people(mentions: Mentions, one: Written, named: Named, told: set[tuple[int, int]]) -> Iterator[Claim]:
    """Whom the labels of a session name, and the roles that they tell, each where it is told first."""
    for person, place in one.people():
        name, figure = _words(mentions.view, *place), named[id(person)]
        if name is None or figure is None:
            continue
        yield _claim("speaker", one, name, (figure,))
        roles: list[dict[str, str]] = person.get("roles", []) if one.is_sound else []
        for number, role in enumerate(roles):
            parts = {key: _find(mentions.view, value, place[1], one.end) for key, value in role.items()}
            found = {key: (words,) for key, words in parts.items() if words is not None}
            if (id(person), number) not in told and len(found) == len(role):
                told.add((id(person), number))
                yield _claim("role", one, next(iter(found.values()))[0], (figure,), found)


def _session(view: View, one: Written, words: Words, named: Named) -> Iterator[Claim]:
    figures = [figure for figure in (named[id(person)] for person, _ in one.people()) if figure is not None]
    if len(figures) < len([*one.people()]):
        return
    title = _find(view, one.data.get("title", ""), *one.places.get(("title",), (one.start, one.end)))
    parts = {"title": (title,)} if title is not None else {}
    yield _claim("session", one, words, tuple(figures), parts)


def _item(view: View, one: Written, words: Words, named: Named) -> Iterator[Claim]:
    text = _find(view, one.data["text" if one.kind == "lesson" else "name"], one.start + one.mark, one.end) or words
    who = named.get(id(one.data.get("speaker")))
    figures = (who,) if who is not None else ()
    if one.kind == "lesson":
        yield _claim("lesson", one, text, figures)
        return
    places = [one.places["elements", number] for number in range(len(one.data["elements"]))]
    elements = tuple(words for words in (_words(view, *place) for place in places) if words is not None)
    if len(elements) == len(places):
        yield _claim("framework", one, text, figures, {"name": (text,), "elements": elements})


def _claim(
    kind: Kind,
    one: Written,
    words: Words,
    figures: tuple[Figure, ...],
    parts: Mapping[str, tuple[Words, ...]] | None = None,
) -> Claim:
    sure, form = WRITTEN.confidence, WRITTEN.name
    return Claim(kind, words, "labelled", form, sure, figures=figures, parts=parts or {}, written=one)


def _figure(mentions: Mentions, place: tuple[int, int]) -> Figure | None:
    """The person whose name stands in a range of the source."""
    words = _words(mentions.view, *place)
    mention = mentions.at(words.block, words.start) if words is not None else None
    return mention.figure if mention is not None else None


def _words(view: View, start: int, end: int) -> Words | None:
    """What stands in a range of the source, as far as the block goes in which it begins."""
    place = view.place_of(start, end)
    return Words(*place) if place is not None else None


def _find(view: View, text: str, start: int, end: int) -> Words | None:
    """Where a text stands in a range of the source."""
    at = view.text.find(text, start, end) if text else -1
    return _words(view, at, at + len(text)) if at >= 0 else None
