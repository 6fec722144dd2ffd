"""Naming: which of the candidates is the event's name."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from eventnotes.draft.event.candidates import is_possible, places
from eventnotes.draft.event.cues import Name, cues_of, is_common, is_person, key_of, persons_in
from eventnotes.draft.reading.mentions import Mentions

WEIGHTS: dict[str, float] = {
    "a-person": -3.0,
    "a-topic": -2.1,
    "adds-year": 0.9,
    "after-at": 0.4,
    "after-attended": 1.1,
    "after-called": 1.1,
    "after-hosted": 0.9,
    "after-in": -0.8,
    "after-talk": -1.5,
    "an-organization": -1.5,
    "before-for": -2.0,
    "before-held": 1.0,
    "before-kind": 1.1,
    "before-speaking": -2.0,
    "begins-title": 0.5,
    "called-whole": 1.7,
    "coined": 1.0,
    "cut": -1.0,
    "dated": -2.1,
    "edition": 0.6,
    "fuller": 1.2,
    "generic": -2.0,
    "goes-on": -0.5,
    "has-fuller": -0.6,
    "in-lead": 0.6,
    "in-place": -0.5,
    "in-summary": 0.5,
    "kind-at-end": 1.3,
    "kind-on": 1.3,
    "late": -0.9,
    "leads": -0.3,
    "link-event-site": 0.8,
    "lower": -0.6,
    "not-in-title": -0.6,
    "of-a-talk": -0.8,
    "of-the-post": -2.2,
    "overlaps-link": -0.8,
    "part-repeated": 1.1,
    "talk-like": -0.7,
    "title-after-at": 1.4,
    "title-after-word": 1.0,
    "title-announced": 2.6,
    "title-before-day": 1.3,
    "title-before-post": 0.8,
    "title-cut": -1.0,
    "title-first": 1.2,
    "title-peeled": 1.6,
    "title-whole": 1.3,
    "unmarked": -0.8,
    "whole-of-parts": -0.7,
    "whole-repeated": 1.1,
    "with-at": -1.0,
    "with-comma": -0.9,
    "with-owner": -0.8,
    "words-1": -1.1,
    "words-2": -0.5,
    "year-at-end": 1.8,
}
"""How much each cue counts: what it does to the odds, as a logarithm; learned from annotated posts
(`bench/names.py`)."""
_YEAR = re.compile(r"#?\d{1,4}")
_TOLD_BY_KIND = frozenset(["title-after-at", "title-after-word"])
"""What makes a title tell of an event by one word: `Rain at the Summit`."""
_FEW = 3
_NEAR = 0.05
"""How likely a candidate has to be beside the likeliest to lend what it has."""
_LENT = 0.9
_ALIKE = 0.8
"""The share of words that names have in common which hardly differ."""


class Ranked(NamedTuple):
    """A candidate, how likely it or one alike is the event's name, and the cue that speaks loudest for it."""

    name: Name
    likelihood: float
    cue: str


@lru_cache(maxsize=1)
def ranked(mentions: Mentions) -> tuple[Ranked, ...]:
    """The candidates for the event's name, the likeliest first."""
    found = candidates(mentions)
    scores = [sum(map(_weight, sorted(one.cues))) for one in found]
    likely = likelihoods([one.key for one in found], scores)
    order = sorted(range(len(found)), key=lambda place: -likely[place])
    return tuple(Ranked(found[one], likely[one], max(sorted(found[one].cues), key=_weight)) for one in order)


def likelihoods(keys: Sequence[str], scores: Sequence[float]) -> list[float]:
    """How likely each candidate is the name; others that hardly differ from it lend it most of what they have."""
    highest = max(scores, default=0.0)
    likely = [math.exp(one - highest) for one in scores]
    total = sum(likely)
    near = {place: {*keys[place].split()} for place, one in enumerate(likely) if one > _NEAR}
    for place, words in near.items():
        alike = (
            math.exp(scores[other] - highest) for other in near if other != place and _are_alike(words, near[other])
        )
        likely[place] += _LENT * sum(alike)
    return [one / total for one in likely]


def _are_alike(one: set[str], other: set[str]) -> bool:
    return 2 * len(one & other) >= _ALIKE * (len(one) + len(other))


def _weight(cue: str) -> float:
    return WEIGHTS.get(cue, 0.0)


def candidates(mentions: Mentions) -> list[Name]:
    """The candidates with their cues."""
    view = mentions.view
    by_key: dict[str, Name] = {}
    for place in places(view):
        text = place.text
        if is_possible(text) and (key := key_of(text)) and (place.role == "title" or not is_common(key)):
            by_key.setdefault(key, Name(key, text)).places.append(place)
    for one in by_key.values():
        one.cues = cues_of(one)
    found = [one for one in by_key.values() if one.cues]
    persons = {block: persons_in(block, mentions) for block in {one.places[0].block for one in found}}
    for one in found:
        if is_person(one.places[0], persons[one.places[0].block]):
            one.cues.add("a-person")
    found = [one for one in found if "a-person" not in one.cues or "title-whole" in one.cues]
    _compare(found)
    _compare_with_title(found)
    return found


def _compare(found: Sequence[Name]) -> None:
    """Cues that a candidate has from longer ones, and they from it."""
    split = [(one, one.key.split()) for one in found]
    for one, words in split:
        size = len(words)
        for other, parts in split:
            more = len(parts) - size
            if more < 1 or one.key not in other.key:
                continue
            begins, ends = parts[:size] == words, parts[-size:] == words
            if begins and more == 1 and _YEAR.fullmatch(parts[-1]):
                other.cues.add("adds-year")
            elif one.marked and ends and other.titled:
                other.cues.add("leads")
            elif one.marked and begins and more <= _FEW and _goes_on(other, size):
                one.cues.add("goes-on")


def _goes_on(longer: Name, size: int) -> bool:
    """Whether a name in the title goes on with capitals and digits after so many words: `TramCamp Porto 2019`."""
    return longer.titled and all(word[0].isupper() or word[0].isdigit() for word in longer.text.split()[size:])


def _compare_with_title(found: Sequence[Name]) -> None:
    """Cues that a candidate has from the title's parts: it is fuller than one, or it is several of them."""
    titled = [one for one in found if one.titled and one.marked]
    for one in found:
        if not one.titled and "kind-at-end" in one.cues:
            for other in titled:
                if _is_fuller(one.key.split(), other.key.split(), 0 if _TOLD_BY_KIND & other.cues else 1):
                    one.cues.add("fuller")
                    for less in titled:
                        if less.key.endswith(other.key):
                            less.cues.add("has-fuller")
    parts = [one for one in found if "unmarked" not in one.cues and _is_part(one, ("first", "middle", "last"))]
    for one in found:
        if _is_part(one, ("whole", "rest")) and any(part is not one and part.key in one.key for part in parts):
            one.cues.add("whole-of-parts")


def _is_part(one: Name, parts: tuple[str, ...]) -> bool:
    return any(place.part in parts for place in one.places)


def _is_fuller(one: list[str], other: list[str], least: int) -> bool:
    """Whether a name is the other with more words before its last."""
    left = iter(one)
    return len(one) > len(other) > least and one[-1] == other[-1] and all(word in left for word in other)
