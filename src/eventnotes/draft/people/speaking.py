"""Speaking: whether somebody who is named spoke at the event, from cues in how a source names people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from eventnotes.draft.claim import Claim
from eventnotes.draft.people.layout import lines_up
from eventnotes.draft.people.surroundings import Surroundings
from eventnotes.draft.reading.mentions import Figure, Mentions

_SAYING = frozenset(["person-said", "said-person"])
_STEPS = (0.5, 0.7, 0.79, 0.95)
"""What parts claims by how sure they are."""


def candidates(
    mentions: Mentions, by_kind: Mapping[str, Sequence[Claim]]
) -> Iterator[tuple[Figure, list[Claim], list[str]]]:
    """Everybody who may have spoken, the claims that it was so, and the cues that speak for and against it.

    Args:
        mentions: the source and its persons.
        by_kind: what is claimed of the source.
    """
    told = _by_figure([*by_kind.get("speaker", ()), *by_kind.get("session", ())])
    roles = _by_figure(by_kind.get("role", ()))
    alike, around = lines_up(mentions), Surroundings(mentions).cues()
    for figure in dict.fromkeys([*told, *mentions.figures]):
        cues = {*alike.get(figure, ()), *_of_person(mentions, figure, roles.get(figure, []))}
        cues |= around.get(figure, set())
        yield figure, told.get(figure, []), ["bias", *_of_claims(told.get(figure, [])), *sorted(cues)]


def _by_figure(claims: Iterable[Claim]) -> dict[Figure, list[Claim]]:
    found: dict[Figure, list[Claim]] = {}
    for one in claims:
        for figure in one.figures:
            found.setdefault(figure, []).append(one)
    return found


def _of_claims(claims: Sequence[Claim]) -> Iterator[str]:
    """How sure claims that somebody spoke, or gave a talk, make it together."""
    doubt = 1.0
    for form in dict.fromkeys(one.form for one in claims):
        alike = [one.confidence for one in claims if one.form == form]
        doubt *= (1 - max(alike)) ** (min(len(alike), 3) if form in _SAYING else 1)
    if 1 - doubt > _STEPS[0]:
        yield f"sure-{sum(1 - doubt > one for one in _STEPS)}"


def _of_person(mentions: Mentions, figure: Figure, roles: Sequence[Claim]) -> Iterator[str]:
    """What the name tells, and the roles."""
    if figure.known:
        yield "known"
    elif mentions.says_small(figure.parts):
        yield "small"
    if any("title" in one.parts for one in roles):
        yield "title"
