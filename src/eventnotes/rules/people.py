"""Rules about people: every reference means exactly one of them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from eventnotes.diagnostic import quoted
from eventnotes.ids import words
from eventnotes.model import Event, Speaker
from eventnotes.rules._finding import Finding, all_frameworks, all_lessons, all_quotes, once, owners
from eventnotes.slips import slips
from eventnotes.source import Loc, Remedy

_SUGGESTIONS = 20  # naming names costs as much as there are, for each finding
_SHORT = 6  # letters of two names; Tim and Tom are two people
_LONGEST = 100  # characters of a name; comparing two costs the product of their lengths


def unknown_speaker(event: Event) -> Iterator[Finding]:
    """A speaker is named who is not listed.

    A reference that means nobody is lost to every list of who spoke where. Most often it is a typing slip in a name
    that is spelt right elsewhere; the nearest listed name is offered.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        **Speaker:** Ana Lima, NHS

        **Lesson (Lina):** Ask before you build.

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        **Speaker:** Ana Lima, NHS

        **Lesson (Lima):** Ask before you build.
    """
    unresolved = _unresolved(event)
    shared = _shared_words(event) if unresolved else {}
    for number, (loc, reference) in enumerate(unresolved):
        if reference not in shared:
            near, is_slip = _nearest(event, reference) if number < _SUGGESTIONS else (None, False)
            message = f"{quoted(reference)} is not among the speakers"
            if near is None:
                yield Finding(loc, message, "list the person under speakers:, or correct the name")
            else:
                texts = (near.name, str(near.id))
                alike = [other for other, one in unresolved if one == reference and other != loc]  # of one list, too
                remedy = Remedy(texts, changes=(loc, *alike), meant=str(near.id), is_safe=is_slip)
                yield Finding(loc, f"{message}; did you mean {near.name}?", f"write {near.name}", remedy=remedy)


def ambiguous_speaker(event: Event) -> Iterator[Finding]:
    """One word is meant to name a speaker, and several speakers have it in their names.

    The reader never guesses between two people.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers: [Ana Lima, Ana Bell]
        ---

        **Lesson (Ana):** Ask before you build.

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers: [Ana Lima, Ana Bell]
        ---

        **Lesson (Bell):** Ask before you build.
    """
    unresolved = _unresolved(event)
    shared = _shared_words(event) if unresolved else {}
    for loc, reference in unresolved:
        if reference in shared:
            names = shared[reference]
            others = f" or {len(names) - _SUGGESTIONS:,} more" if len(names) > _SUGGESTIONS else ""
            message = f"{quoted(reference)} may be {' or '.join(names[:_SUGGESTIONS])}{others}"
            yield Finding(loc, message, "write the full name")


@once
def _unresolved(event: Event) -> list[tuple[Loc, str]]:
    known: set[str | None] = {speaker.id for speaker in event.speakers}
    if _all_resolve(event, {*known, None}):
        return []
    return [(loc, one) for loc, one in _references(event) if one is not None and one not in known]


def _references(event: Event) -> Iterator[tuple[Loc, str | None]]:
    for at, session in enumerate(event.sessions):
        for field, ids in (("speakers", session.speakers), ("moderators", session.moderators)):
            for place, one in enumerate(ids):
                yield ("sessions", at, field, place), one
    for owner, loc in owners(event):
        for at, quote in enumerate(owner.quotes):
            yield (*loc, "quotes", at, "speaker"), quote.speaker
            yield (*loc, "quotes", at, "relayed_by"), quote.relayed_by
        for at, lesson in enumerate(owner.lessons):
            yield (*loc, "lessons", at, "speaker"), lesson.speaker
        for at, framework in enumerate(owner.frameworks):
            yield (*loc, "frameworks", at, "speaker"), framework.speaker


def _all_resolve(event: Event, known: set[str | None]) -> bool:
    """The quick answer for an event in which nothing is wrong."""
    named: set[str | None] = {one.speaker for _, one in all_lessons(event)}
    named.update(one.speaker for _, one in all_frameworks(event))
    for _, quote in all_quotes(event):
        named |= {quote.speaker, quote.relayed_by}
    for session in event.sessions:
        named.update(session.speakers, session.moderators)
    return named <= known


def _shared_words(event: Event) -> dict[str, list[str]]:
    """The words that several speakers have in their names, with those names."""
    found: dict[str, list[str]] = {}
    for speaker in event.speakers:
        for word in dict.fromkeys(words(speaker.name)):
            found.setdefault(word, []).append(speaker.name)
    return {word: names for word, names in found.items() if len(names) > 1}


def _nearest(event: Event, reference: str) -> tuple[Speaker | None, bool]:
    """The speaker whose name is nearest, and whether one slip is all between the two and nobody else is as near."""
    if len(reference) > _LONGEST:
        return None, False
    names: dict[str, Speaker] = {}
    for speaker in event.speakers:
        for name in (str(speaker.id), *words(speaker.name)):
            if len(name) <= _LONGEST:
                names.setdefault(name, speaker)
    near_words = [one for one in slips(reference, names) if one[0] == reference[0] and len(one + reference) > _SHORT]
    slipped = {id(names[one]): names[one] for one in near_words}
    if len(slipped) == 1:
        return next(iter(slipped.values())), True
    near = get_close_matches(reference, names, n=1, cutoff=0.7)
    return (names[near[0]] if near else None), False
