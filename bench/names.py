"""Learns the weights of event names from annotated posts: `python bench/names.py FOLDER...` prints them."""

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from annotated import annotated, folds
from drafts import scorer
from eventnotes.draft.event.naming import candidates, likelihoods

GUESSES = {
    "a-person": -3,
    "a-topic": -2,
    "adds-year": 0.3,
    "after-at": 0.7,
    "after-attended": 1.5,
    "after-called": 1,
    "after-hosted": 1,
    "after-in": -0.8,
    "after-talk": -1.5,
    "an-organization": -1.6,
    "before-held": 0.8,
    "before-kind": 1,
    "before-speaking": -2,
    "begins-title": 0.3,
    "called-whole": 1.5,
    "coined": 1.2,
    "cut": -0.8,
    "dated": -2,
    "edition": 0.5,
    "fuller": 1.2,
    "generic": -2,
    "has-fuller": -0.7,
    "in-place": -0.8,
    "in-summary": 0.5,
    "kind-at-end": 1.8,
    "kind-on": 1,
    "late": -1,
    "leads": -1,
    "link-event-site": 0.5,
    "lower": -0.8,
    "not-in-title": -0.5,
    "of-a-talk": -1.2,
    "of-the-post": -2,
    "part-repeated": 1.2,
    "talk-like": -1,
    "title-after-at": 1.2,
    "title-after-word": 1,
    "title-announced": 2.5,
    "title-before-day": 1.2,
    "title-before-post": 1.2,
    "title-first": 0.7,
    "title-peeled": 1.2,
    "title-whole": 0.6,
    "unmarked": -0.7,
    "whole-of-parts": -1,
    "whole-repeated": 1,
    "title-cut": -0.8,
    "with-at": -0.8,
    "with-comma": -1,
    "with-owner": -0.5,
    "words-1": -0.7,
    "year-at-end": 1,
}
"""What each cue would count before any post was read; the weights are pulled towards these."""
PULL = 10.0
STEPS = 200
LEAST = 0.25
"""A cue that counts less is left out."""
ALIKE = 0.8


class Candidate(NamedTuple):
    """The cues of a candidate, and how like the event's name it is."""

    key: str
    cues: frozenset[str]
    likeness: float


class Post(NamedTuple):
    """A post with a named event: its repository, the name, and the candidates."""

    repository: str
    name: str
    candidates: list[Candidate]


def posts(folders: Sequence[Path]) -> list[Post]:
    """The annotated posts whose event has a name."""
    module = scorer()
    found = []
    for post in annotated(folders):
        name = post.gold["event"]["name"]
        if name:
            names = candidates(post.mentions)
            rows = [Candidate(one.key, frozenset(one.cues), module.text_similarity(name, one.text)) for one in names]
            found.append(Post(post.repository, name, rows))
    return found


def learned(found: Sequence[Post]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest."""
    cues = {cue for post in found for one in post.candidates for cue in one.cues} | GUESSES.keys()
    weights = {cue: GUESSES.get(cue, 0.0) for cue in cues}
    first, second = dict.fromkeys(cues, 0.0), dict.fromkeys(cues, 0.0)
    usable = [post for post in found if any(one.likeness >= ALIKE for one in post.candidates)]
    for step in range(1, STEPS + 1):
        slope = {cue: PULL * (weights[cue] - GUESSES.get(cue, 0.0)) for cue in cues}
        for post in usable:
            for one, change in zip(post.candidates, changes(post, weights), strict=True):
                for cue in one.cues:
                    slope[cue] -= change
        for cue in cues:  # Adam, https://arxiv.org/abs/1412.6980
            first[cue] = 0.9 * first[cue] + 0.1 * slope[cue]
            second[cue] = 0.999 * second[cue] + 0.001 * slope[cue] ** 2
            scale = math.sqrt(second[cue] / (1 - 0.999**step)) + 1e-8
            weights[cue] -= 0.05 * first[cue] / (1 - 0.9**step) / scale
    return weights


def changes(post: Post, weights: dict[str, float]) -> list[float]:
    """How much likelier each candidate of a post should be."""
    scores = [score(one, weights) for one in post.candidates]
    highest = max(scores)
    likely = [math.exp(one - highest) for one in scores]
    total = sum(likely)
    right = [
        part * one.likeness**4 if one.likeness >= ALIKE else 0.0
        for part, one in zip(likely, post.candidates, strict=True)
    ]
    wanted = sum(right)
    return [good / wanted - part / total for good, part in zip(right, likely, strict=True)]


def score(one: Candidate, weights: dict[str, float]) -> float:
    return sum(weights.get(cue, 0.0) for cue in one.cues)


def is_found(post: Post, weights: dict[str, float]) -> bool:
    scores = [score(one, weights) for one in post.candidates]
    likely = likelihoods([one.key for one in post.candidates], scores)
    best = max(zip(likely, post.candidates, strict=True), key=lambda one: one[0], default=None)
    return best is not None and best[1].likeness >= ALIKE


def in_folds(found: Sequence[Post]) -> int:
    """How many names are found by weights learned without the post's repository."""
    right = 0
    for others, fold in folds(found):
        weights = learned(others)
        right += sum(is_found(post, weights) for post in fold)
    return right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of posts with NAME.gold.json beside them")
    found = posts(parser.parse_args().folders)
    print(f"# {in_folds(found)} of {len(found)} names are found by weights learned without the post's repository")
    weights = learned(found)
    print("WEIGHTS: dict[str, float] = {")
    for cue, weight in sorted(weights.items()):
        if abs(weight) >= LEAST:
            print(f'    "{cue}": {weight:.1f},')
    print("}")


if __name__ == "__main__":
    main()
