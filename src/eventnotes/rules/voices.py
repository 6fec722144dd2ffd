"""Rules about who speaks, and who is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventnotes.diagnostic import quoted
from eventnotes.ids import words
from eventnotes.likeness import are_near
from eventnotes.model import Event, Speaker
from eventnotes.rules._finding import Finding, all_frameworks, all_lessons, all_quotes
from eventnotes.source import Loc, Remedy

_HEAD = re.compile(r",|;|\s*\(|\s+(?:[-–—|/]|of|from|at)\s+")
_HONORIFIC = re.compile(
    r"(?:the\s+)?(?:dr|prof|professor|mr|mrs|ms|mx|sir|dame|lord|lady|cllr|councillor|mayor|minister|senator|president)\.?\s+",
    re.IGNORECASE,
)


def silent_speaker(event: Event) -> Iterator[Finding]:
    """A speaker is listed and never speaks.

    Nobody's session, quote, lesson or framework names them. Their label may have a typing slip, or the list came from a
    programme. Where no session says who speaks, nobody is reported.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers: [Ana Lima, Bo Ek]
        ---

        ## Opening

        - **Speaker:** Ana Lima

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers: [Ana Lima, Bo Ek]
        ---

        ## Opening

        - **Speakers:** Ana Lima, Bo Ek
    """
    if not any(session.speakers for session in event.sessions):
        return
    heard: set[str | None] = set()
    for session in event.sessions:
        heard.update(session.speakers, session.moderators)
    heard.update(one.relayed_by for _, one in all_quotes(event))
    heard.update(one.speaker for _, one in all_quotes(event))
    heard.update(one.speaker for _, one in all_lessons(event))
    heard.update(one.speaker for _, one in all_frameworks(event))
    for at, speaker in enumerate(event.speakers):
        if speaker.id not in heard:
            help = "name them where they speak, or take them from the list"
            yield Finding(("speakers", at, "name"), f"{quoted(speaker.name)} is listed and never speaks", help)


def attribution_is_a_speaker(event: Event) -> Iterator[Finding]:
    """An attribution names someone who is listed, and is not bound to them.

    An attribution is for those who are not listed. Here it is nearly the name of one who is: it is mistyped, has a
    title or another role beside it, or stands above the place that introduces the person. The quote is then missing
    among what they said.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers: [Geoff Connell]
        ---

        > Ask first, build later.
        >
        > — Geoff Conell

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
          speakers: [Geoff Connell]
        ---

        > Ask first, build later.
        >
        > — Geoff Connell
    """
    attributions = [*_attributions(event)] if event.speakers else []
    if not attributions:
        return
    of_names = {word for one in event.speakers for name in (one.name, *one.aliases) for word in name.lower().split()}
    known: dict[tuple[str, ...], Speaker] | None = None
    for loc, attribution in attributions:
        if of_names.isdisjoint(attribution.lower().replace(",", " ").split()):
            continue
        known = _known(event) if known is None else known
        for name in _names_in(attribution):
            speaker = _meant(name, known)
            if speaker is not None:
                message = f"{quoted(attribution)} seems to be {speaker.name}, who is listed"
                help = f"write {speaker.name} as it is listed, alone, or list them above"
                yield Finding(loc, message, help, remedy=_bound(loc, attribution, name, speaker))
                break


def _bound(loc: Loc, attribution: str, name: str, speaker: Speaker) -> Remedy:
    """The remedy that binds an attribution to a speaker; what is said beside the name is lost where it must be."""
    corrected = attribution.replace(name, speaker.name, 1)
    texts = (corrected,) if corrected != attribution or name == attribution else ()
    is_safe = bool(texts)
    changes = ((*loc[:-1], "speaker"), loc)
    return Remedy(texts or (speaker.name,), key="speaker", changes=changes, meant=str(speaker.id), is_safe=is_safe)


def _attributions(event: Event) -> Iterator[tuple[Loc, str]]:
    for loc, quote in all_quotes(event):
        if quote.attribution is not None:
            yield (*loc, "attribution"), quote.attribution
    for loc, framework in all_frameworks(event):
        if framework.attribution is not None:
            yield (*loc, "attribution"), framework.attribution


def _known(event: Event) -> dict[tuple[str, ...], Speaker]:
    """The speakers by the words of their names and aliases, and by those words of names that only one has."""
    found: dict[tuple[str, ...], Speaker] = {}
    by_word: dict[str, list[Speaker]] = {}
    for speaker in event.speakers:
        for name in (speaker.name, *speaker.aliases):
            found.setdefault(words(name), speaker)
        for word in words(speaker.name):
            by_word.setdefault(word, []).append(speaker)
    for word, speakers in by_word.items():
        if len(speakers) == 1:
            found.setdefault((word,), speakers[0])
    found.pop((), None)
    return found


def _names_in(attribution: str) -> Iterator[str]:
    """The attribution, what stands before a role or an organization in it, and what follows a role."""
    yield attribution
    head = _HEAD.split(attribution, maxsplit=1)[0]
    yield head
    for name in (head, attribution.rpartition(",")[2].strip()):
        bare = _HONORIFIC.sub("", name, count=1)
        if " " in bare:
            yield bare


def _meant(name: str, known: dict[tuple[str, ...], Speaker]) -> Speaker | None:
    parts = words(name)
    if parts in known or len(parts) < 2:
        return known.get(parts)
    near = {id(speaker): speaker for own, speaker in known.items() if are_near(parts, own)}
    return next(iter(near.values())) if len(near) == 1 else None
