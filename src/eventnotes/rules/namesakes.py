"""Namesakes: names of speakers that are nearly the same, in one event and across the files checked together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from eventnotes.diagnostic import quoted
from eventnotes.likeness import MOST_COMPARED, are_near, keys_of, parts_of
from eventnotes.model import Event, Speaker
from eventnotes.rules._finding import Finding


class Elsewhere(Protocol):
    """The names of the files that were checked before."""

    def near(self, name: str) -> tuple[str, str] | None:
        """A name there that is nearly the same, and where it stands as `path:line:column`."""


def near_duplicate_speaker(event: Event, elsewhere: Elsewhere | None = None) -> Iterator[Finding]:
    """Two names of speakers are nearly the same.

    They differ in one letter, or in case, accents and the like. Most often it is one person, whose name is mistyped in
    one of the two places, and who then counts as two people. Names are compared within the event, and with those of
    the files that are checked together with it: the name that fewer files have is reported. People of one name
    who are not the same person are told apart by links of their own; a name that is listed among the aliases of the
    other is no mistake.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        - **Speaker:** Geoff Connell

        ## Closing

        - **Speaker:** Geoff Conell

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Opening

        - **Speaker:** Geoff Connell

        ## Closing

        - **Speaker:** Geoff Connell
    """
    help = "spell the name one way, or list the other spelling among the aliases"
    speakers = event.speakers
    told: set[int] = set()
    for one, other in _near_pairs(speakers) if len(speakers) > 1 else ():
        if not _are_told_apart(speakers[one], speakers[other]):
            told.add(other)
            names = f"{quoted(speakers[other].name)} and {quoted(speakers[one].name)}"
            yield Finding(("speakers", other, "name"), f"{names} are nearly the same name", help)
    for at, speaker in enumerate(speakers) if elsewhere is not None else ():
        found = elsewhere.near(speaker.name) if elsewhere is not None and at not in told else None
        if found is not None and found[0] not in speaker.aliases:
            message = f"{quoted(speaker.name)} is nearly {quoted(found[0])} in {found[1]}"
            yield Finding(("speakers", at, "name"), message, help)


def _near_pairs(speakers: tuple[Speaker, ...]) -> Iterator[tuple[int, int]]:
    """Pairs of speakers, by their places, whose names are near; each with the nearest before it at most."""
    if not _share_a_word(speakers):
        return
    groups: dict[str, list[int]] = {}
    parts = [parts_of(speaker.name) for speaker in speakers]
    for at, own in enumerate(parts):
        near = next((one for key in keys_of(own) for one in groups.get(key, ()) if are_near(parts[one], own)), None)
        if near is not None:
            yield near, at
        for key in keys_of(own):
            group = groups.setdefault(key, [])
            if len(group) < MOST_COMPARED:
                group.append(at)


def _share_a_word(speakers: tuple[Speaker, ...]) -> bool:
    """The quick answer for people of whom no two have their first name or their last in common, nor nearly so."""
    names = [speaker.name for speaker in speakers]
    if len({one.partition(" ")[0] for one in names}) < len(names) or len(
        {one.rpartition(" ")[2] for one in names}
    ) < len(names):
        return True
    if "".join(names).isascii():
        return False
    ids = [str(speaker.id) for speaker in speakers]  # without accents
    return min(len({one.partition("-")[0] for one in ids}), len({one.rpartition("-")[2] for one in ids})) < len(ids)


def _are_told_apart(one: Speaker, other: Speaker) -> bool:
    if one.name in other.aliases or other.name in one.aliases:
        return True
    links = [{link.url for link in speaker.links} for speaker in (one, other)]
    return bool(links[0] and links[1] and not links[0] & links[1])
