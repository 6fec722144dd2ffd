"""Learns the weights of cues from annotated posts: `python bench/weights.py FOLDER...` prints them."""

import argparse
import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from annotated import Annotated, annotated, folds
from drafts import scorer
from eventnotes.draft import draft, resolver, weights
from eventnotes.draft.drafting import authors_of, claims_of
from eventnotes.draft.event import organizers
from eventnotes.draft.items import frameworks, lessons, quotes, remarks, voices
from eventnotes.draft.people import speaking
from eventnotes.draft.talks import marked, topics
from eventnotes.draft.talks import resolver as talks

PULL = 1.0
"""How hard weights are pulled towards nothing; between 1 and 4 it makes no difference to new posts."""
STEPS = 12
LEAST = 0.1
"""A cue that counts less is left out, as is one that is seen in fewer posts than FEW."""
FEW = 3
ALIKE = 0.8
FORGOTTEN = 0.2
"""How much of what forms claim is forgotten: of new posts, forms find less than of those that they were made with."""
FIELDS = {
    "ORGANIZER": "organizers",
    "SPEAKER": "speakers",
    "TOPIC": "session_titles",
    "TITLE": "session_titles",
    "REMARK": "quotes",
    "VOICE": "quote_attribution",
    "LESSON": "lessons",
    "FRAMEWORK": "frameworks",
}
"""The names of the weights, and the field of the score that each decides."""
Cues = frozenset[str]


class Candidate(NamedTuple):
    """The cues of a candidate, and whether the gold has it."""

    cues: Cues
    right: bool


class Post(NamedTuple):
    """A post: its repository, the candidates for one field, its text and its gold."""

    repository: str
    candidates: list[Candidate]
    text: str
    gold: dict[str, object]


def posts(folders: Sequence[Path]) -> dict[str, list[Post]]:
    """The annotated posts, by the weights that decide of their candidates."""
    module = scorer()
    found: dict[str, list[Post]] = {name: [] for name in FIELDS}
    for post in annotated(folders):
        gold = module.read_gold(post.gold)
        rows: dict[str, list[Candidate]] = {name: [] for name in FIELDS}
        told = () if resolver.is_announcement(post.mentions, _keys(post)) else candidates(post, module)
        for name, cues, value in (*_hosts(post), *told):
            counts = module.score_event(gold, module.Event(**value), ALIKE)[FIELDS[name]]
            rows[name].append(Candidate(frozenset(cues), counts.tp > 0))
        for name, several in rows.items():
            found[name].append(Post(post.repository, several, post.mentions.view.text, post.gold))
    return found


def _keys(post: Annotated) -> list[str]:
    return [*post.header.write_up.get("extra", {})]


def _hosts(post: Annotated) -> Iterator[tuple[str, Iterable[str], dict[str, list[object]]]]:
    """Who may have organized the event, which announcements tell too."""
    for one in organizers.candidates(post.mentions):
        yield "ORGANIZER", one.cues, {"organizers": [one.words.text]}


def candidates(post: Annotated, module: ModuleType) -> Iterator[tuple[str, Iterable[str], dict[str, list[object]]]]:
    """Whatever is weighed in a post: the weights' name, the cues, and what a draft would say."""
    mentions, authors = post.mentions, authors_of(post.header)
    claims = [*claims_of(mentions)]
    by_kind, _, gone = resolver.kept(claims)
    for figure, _, cues in speaking.candidates(mentions, by_kind):
        yield "SPEAKER", cues, {"speakers": [figure.name]}
    speakers = resolver.resolved(mentions, claims, authors, _keys(post)).speakers
    spoke = [*by_kind.get("speaker", ()), *(one for one in speakers.values() if one.recogniser == "speaking")]
    headings = talks.headings_of(by_kind.get("session", []), speakers)
    for claim, cues in topics.cues_of(mentions, [*headings.values()], spoke, speakers, gone):
        title = claim.part("title")
        if title is not None and not claim.figures:
            yield "TOPIC", cues, {"titles": [title.text]}
    for marked_words, _ in marked.candidates(mentions):
        if marked_words.words.block.number not in gone:
            yield "TITLE", marked_words.cues, {"titles": [marked_words.words.text]}
    for one in quotes.candidates(mentions):
        if one.quotation.block.number not in gone:
            yield from quoted(one, module.read_gold(post.gold), module)
    for words, cues in lessons.candidates(mentions):
        if words.block.number not in gone:
            yield "LESSON", cues, {"lessons": [words.text]}
    for parts, cues, _, _ in frameworks.candidates(mentions):
        if parts.elements[0].block.number not in gone:
            yield "FRAMEWORK", cues, {"frameworks": [[one.text for one in parts.elements]]}


def quoted(
    one: quotes.Candidate, gold: object, module: ModuleType
) -> Iterator[tuple[str, Iterable[str], dict[str, list[object]]]]:
    """What is weighed of words that may be quoted: whether they are, and, where the gold has them, whose they are."""
    text = one.quotation.text
    value = {"quotes": [module.Quote(text, ())]}
    yield "REMARK", one.cues, value
    if module.score_event(gold, module.Event(**value), ALIKE)["quotes"].tp:
        for voice in one.voices:
            yield "VOICE", voice.cues, {"quotes": [module.Quote(text, (voice.name,))]}


def learned(found: Sequence[Post]) -> dict[str, float]:
    """The weights under which what the gold has is likeliest: logistic regression, by Newton's steps."""
    seen = Counter(cue for post in found for cue in {cue for one in post.candidates for cue in one.cues})
    order = {cue: place for place, cue in enumerate(sorted(cue for cue in seen if seen[cue] >= FEW))}
    alike = Counter(one for post in found for one in post.candidates)
    rows = [
        ([order[cue] for cue in cues if cue in order], one.right, count * share)
        for one, count in alike.items()
        for cues, share in remembered(one.cues)
    ]
    sums = [0.0] * len(order)
    for _ in range(STEPS):
        slope = [-PULL * one for one in sums]
        curve = [[PULL * (row == column) for column in range(len(sums))] for row in range(len(sums))]
        for places, right, count in rows:
            likely = 1 / (1 + math.exp(-sum(sums[one] for one in places)))
            for one in places:
                slope[one] += count * (right - likely)
                line, bend = curve[one], count * likely * (1 - likely)
                for other in places:
                    line[other] += bend
        sums = [one + step for one, step in zip(sums, solved(curve, slope), strict=True)]
    return {cue: round(sums[place], 1) for cue, place in order.items() if abs(sums[place]) >= LEAST}


def remembered(cues: Cues) -> Iterator[tuple[Cues, float]]:
    """A candidate's cues, and without what forms claim; how much each counts."""
    told = frozenset(one for one in cues if one.startswith("claim-"))
    yield cues, 1 - FORGOTTEN if told else 1.0
    if told:
        yield cues - told, FORGOTTEN


def solved(lines: list[list[float]], right: list[float]) -> list[float]:
    """The solution of linear equations whose matrix is symmetric and positive, by elimination."""
    size = len(right)
    for place in range(size):
        pivot = lines[place]
        for below in range(place + 1, size):
            factor = lines[below][place] / pivot[place]
            if factor:
                lines[below] = [one - factor * two for one, two in zip(lines[below], pivot, strict=True)]
                right[below] -= factor * right[place]
    found = [0.0] * size
    for place in reversed(range(size)):
        rest = sum(lines[place][other] * found[other] for other in range(place + 1, size))
        found[place] = (right[place] - rest) / lines[place][place]
    return found


def floor(name: str, cues: Collection[str]) -> float:
    """How sure cues must make what they speak for, for a draft to have it."""
    if name == "TOPIC":
        return topics.floor(cues)
    floors = {
        "ORGANIZER": resolver.ORGANIZER_FLOOR,
        "SPEAKER": resolver.SPEAKER_FLOOR,
        "REMARK": remarks.FLOOR,
        "VOICE": voices.FLOOR,
        "TITLE": marked.FLOOR,
        "LESSON": resolver.ITEM_FLOORS["lesson"],
        "FRAMEWORK": resolver.ITEM_FLOORS["framework"],
    }
    return floors[name]


def counted(name: str, post: Post, by: Mapping[str, float]) -> Counter[tuple[bool, bool]]:
    """How many candidates weights accept, and how many of them the gold has."""
    return Counter((weights.sureness(one.cues, by) >= floor(name, one.cues), one.right) for one in post.candidates)


def score(counts: Mapping[tuple[bool, bool], int]) -> str:
    """Precision, recall and F1 of the candidates that were accepted."""
    true, wrong, missed = (counts.get(one, 0) for one in ((True, True), (True, False), (False, True)))
    precision, recall = true / max(1, true + wrong), true / max(1, true + missed)
    f1 = 2 * true / max(1, 2 * true + wrong + missed)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


def in_folds(name: str, found: Sequence[Post], learn: Callable[[Sequence[Post]], Mapping[str, float]]) -> str:
    """The score of weights that are learned without the post's repository."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for others, fold in folds(found):
        by = learn(others)
        for post in fold:
            counts += counted(name, post, by)
    return score(counts)


@contextmanager
def weighing(name: str, by: Mapping[str, float]) -> Iterator[None]:
    """Drafts are made by other weights."""
    table = getattr(weights, name)
    present = dict(table)
    table.clear()
    table.update(by)
    try:
        yield
    finally:
        table.clear()
        table.update(present)


def drafted(text: str) -> dict[str, object]:
    """The event of a draft as data; nothing if the post is refused."""
    try:
        return draft(text).event.model_dump(mode="json", exclude_defaults=True)
    except ValueError:
        return {}


def left_out(name: str, folders: Mapping[str, Sequence[Post]]) -> Iterator[str]:
    """Of each folder, and of all: how right drafts are by weights learned from the other folders."""
    module = scorer()
    total = module.Counts()
    for folder, several in folders.items():
        by = learned([post for other, posts in folders.items() if other != folder for post in posts])
        counts = module.Counts()
        with weighing(name, by):
            for post in several:
                event = module.read_prediction(drafted(post.text))
                counts.add(module.score_event(module.read_gold(post.gold), event, ALIKE)[FIELDS[name]])
        total.add(counts)
        yield f"{folder}: {told(counts)}"
    yield f"all: {told(total)}"


def told(counts: object) -> str:
    """Precision, recall and F1 of a field."""
    return f"precision {counts.precision:.2f}, recall {counts.recall:.2f}, F1 {counts.f1:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of posts with NAME.gold.json beside them")
    parser.add_argument("--only", choices=[*FIELDS], action="append", help="weights to learn; by default all")
    options = parser.parse_args()
    found = {str(folder): posts([folder]) for folder in options.folders}
    for name in options.only or FIELDS:
        folders = {folder: by_name[name] for folder, by_name in found.items()}
        several = [post for posts in folders.values() for post in posts]
        rows = [one for post in several for one in post.candidates]
        print(f"# {name}: {sum(one.right for one in rows)} of {len(rows)} candidates are in the gold")
        present = getattr(weights, name)
        print(f"# by the present weights: {in_folds(name, several, lambda _, by=present: by)}")
        print(f"# by weights learned without the post's repository: {in_folds(name, several, learned)}")
        for line in left_out(name, folders) if len(folders) > 1 else ():
            print(f"# whole drafts by weights learned without the folder: {line}")
        print(f"{name}: Mapping[str, float] = {{")
        for cue, weight in sorted(learned(several).items(), key=lambda one: (-one[1], one[0])):
            print(f'    "{cue}": {weight},')
        print("}")


if __name__ == "__main__":
    main()
