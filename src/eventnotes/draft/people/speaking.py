"""Speaking: whether somebody who is named spoke at the event, from cues in how a source names people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from eventnotes.draft.claim import Claim
from eventnotes.draft.people.layout import lines_up
from eventnotes.draft.people.surroundings import Surroundings
from eventnotes.draft.reading.mentions import Figure, Mention, Mentions

_SAYING = frozenset(["person-said", "said-person"])
_THANKED, _OF_THANKS = "thanked-for-talk", frozenset(["away", "others", "below-others"])
"""The form of who is thanked for speaking, and the cues that thanks give against everybody else."""
_DOUBT = 0.5
"""A claim that is no surer than this tells nothing."""


def candidates(
    mentions: Mentions, by_kind: Mapping[str, Sequence[Claim]]
) -> Iterator[tuple[Figure, list[Claim], list[str]]]:
    """Everybody who may have spoken, the claims that it was so, and the cues that speak for and against it.

    Args:
        mentions: the source and its persons.
        by_kind: what is claimed of the source.
    """
    surroundings = Surroundings(mentions)
    alike, around = lines_up(mentions), surroundings.cues()
    told = _by_figure([*by_kind.get("speaker", ()), *by_kind.get("session", ())])
    held = _by_figure(one for one in by_kind.get("role", ()) if len(one.parts) > 1)
    for figure in sorted({*told, *mentions.figures}, key=lambda one: one.first):
        claims = [one for one in told.get(figure, ()) if not _is_owned(mentions, surroundings.owned, one, figure)]
        cues = {*alike.get(figure, ()), *around.get(figure, ()), *_of_name(mentions, figure), *_of_claims(claims)}
        cues |= {"role"} if figure in held else set()
        if any(one.form == _THANKED for one in claims):
            cues -= _OF_THANKS
        yield figure, claims, ["bias", *sorted(cues)]


def _by_figure(claims: Iterable[Claim]) -> dict[Figure, list[Claim]]:
    found: dict[Figure, list[Claim]] = {}
    for one in claims:
        for figure in one.figures:
            found.setdefault(figure, []).append(one)
    return found


def _is_owned(mentions: Mentions, owned: Collection[Mention], claim: Claim, figure: Figure) -> bool:
    """Whether a claim rests on nothing but names that are a part of what is told of something else."""
    if not owned or claim.written is not None:
        return False
    named = [one for one in mentions.within(*claim.words) if one.figure is figure]
    return bool(named) and all(one in owned for one in named)


def _of_claims(claims: Sequence[Claim]) -> Iterator[str]:
    """Whether forms claim that somebody spoke or gave a talk, or only that something was said."""
    forms = {one.form for one in claims if one.confidence > _DOUBT}
    if forms - _SAYING:
        yield "claim-spoke"
    elif forms:
        yield "claim-said"


def _of_name(mentions: Mentions, figure: Figure) -> Iterator[str]:
    """What the name tells."""
    if len(figure.parts) == 1:
        yield "single"
    if figure.known:
        yield "known"
    elif mentions.says_small(figure.parts):
        yield "small"
