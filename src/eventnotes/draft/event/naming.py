"""Naming: which of the candidates is the event's name."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from eventnotes.draft.event.candidates import is_possible, places
from eventnotes.draft.event.cues import Name, cues_of, is_common, joined, key_of, persons_in
from eventnotes.draft.reading.header import TAGS
from eventnotes.draft.reading.mentions import Mentions

WEIGHTS: dict[str, float] = {
    "a-person": -3.0,
    "a-topic": -2.1,
    "adds-year": 0.7,
    "after-at": 0.7,
    "after-attended": 1.1,
    "after-by": -1.0,
    "after-called": 0.9,
    "after-capital": -0.3,
    "after-hosted": 1.0,
    "after-in": -1.1,
    "an-organization": -1.4,
    "before-capital": -0.8,
    "before-held": 0.9,
    "before-is": 0.4,
    "before-kind": 1.4,
    "before-speaking": -2.0,
    "begins-title": 0.6,
    "called-whole": 1.6,
    "coined": 1.1,
    "continued-by-year": -1.3,
    "cut": -0.9,
    "dated": -2.0,
    "edition": 0.8,
    "fuller": 1.3,
    "generic": -2.2,
    "goes-on": -0.5,
    "gone-on": 0.5,
    "has-fuller": -0.8,
    "in-heading": 0.3,
    "in-lead": 0.3,
    "in-place": -0.8,
    "in-summary": 0.7,
    "in-text": -0.5,
    "kind-at-end": 1.3,
    "late": -1.0,
    "leads": -0.6,
    "link-event-site": 0.9,
    "link-home": 0.7,
    "loose-kind-at-end": 0.4,
    "lower-start": -0.5,
    "not-in-title": -0.6,
    "numbered-day": -1.0,
    "of-a-talk": -1.0,
    "of-the-post": -2.2,
    "overlaps-link": -0.5,
    "part-repeated": 1.4,
    "small-kind": -0.9,
    "spaced": 0.6,
    "tags-marked": 0.5,
    "talk-like": -0.9,
    "title-after-at": 1.3,
    "title-after-attended": 1.4,
    "title-after-from": 1.1,
    "title-announced": 2.6,
    "title-before-day": 1.3,
    "title-before-post": 0.9,
    "title-cut": -1.1,
    "title-first": 1.2,
    "title-last-unmarked": -0.4,
    "title-peeled": 1.7,
    "title-rest": 0.4,
    "title-whole": 1.0,
    "trails": -0.3,
    "twice": 0.3,
    "unmarked": -0.9,
    "unspaced": -0.5,
    "whole-of-parts": -0.8,
    "whole-repeated": 1.3,
    "whose-talk": -1.0,
    "with-comma": -0.7,
    "with-owner": -0.5,
    "with-person": -0.8,
    "with-verb": -0.6,
    "words-1": -1.2,
    "words-2": -0.5,
    "words-5": 0.4,
    "words-6": 0.3,
    "words-7": 0.3,
    "words-9": 0.3,
    "year-at-end": 1.5,
}
"""How much each cue counts: what it does to the odds, as a logarithm; learned from annotated posts
(`bench/names.py`)."""
_YEAR = re.compile(r"(?:19|20)?\d\d|#\d+")
_TOLD_BY_KIND = frozenset(["title-after-at", "title-after-attended", "title-after-from"])
"""What makes a title tell of an event by one word: `Rain at the Summit`."""
_FEW = 3
_TAG = re.compile(r"[,\[\]]")


class Ranked(NamedTuple):
    """A candidate, how likely it is the event's name, and the cue that speaks loudest for it."""

    name: Name
    likelihood: float
    cue: str


def ranked(mentions: Mentions) -> list[Ranked]:
    """The candidates for the event's name, the likeliest first."""
    found = candidates(mentions)
    scores = [sum(WEIGHTS.get(cue, 0.0) for cue in sorted(one.cues)) for one in found]
    highest = max(scores, default=0.0)
    total = sum(math.exp(one - highest) for one in scores)
    likely = [math.exp(one - highest) / total for one in scores]
    order = sorted(range(len(found)), key=lambda place: -likely[place])
    return [Ranked(found[one], likely[one], max(sorted(found[one].cues), key=_weight)) for one in order]


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
    found = [*by_key.values()]
    tags = {joined(one) for key, block in view.header.items() if key in TAGS for one in _TAG.split(block.text)}
    persons = {block: persons_in(block, mentions) for block in {one.block for name in found for one in name.places}}
    for one in found:
        one.cues = cues_of(one, persons, view.small, tags)
    found = [one for one in found if one.cues and ("a-person" not in one.cues or "title-whole" in one.cues)]
    _compare(found)
    _compare_with_title(found)
    return found


def _compare(found: Sequence[Name]) -> None:
    """Cues that a candidate has from longer ones, and they from it."""
    split = [(one, one.key.split()) for one in found]
    twins: dict[str, list[Name]] = {}
    for one, words in split:
        twins.setdefault("".join(words), []).append(one)
    for several in twins.values():
        for one in several[1:] and several:
            longest = max(len(other.key) for other in several)
            one.cues.add("spaced" if len(one.key) == longest else "unspaced")
    for one, words in split:
        size = len(words)
        for other, parts in split:
            more = len(parts) - size
            if more < 1 or one.key not in other.key:
                continue
            begins, ends = parts[:size] == words, parts[-size:] == words
            if begins and more == 1 and _YEAR.fullmatch(parts[-1]):
                one.cues.add("continued-by-year")
                other.cues.add("adds-year")
            elif one.marked and (begins or (ends and other.titled)):
                other.cues.add("trails" if begins else "leads")
                if begins and more <= _FEW and _goes_on(other, size):
                    one.cues.add("goes-on")
                    other.cues.add("gone-on")


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
