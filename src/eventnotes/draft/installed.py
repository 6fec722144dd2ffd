"""Installed recognisers: what other packages offer under the entry-point group `eventnotes.recognisers`; asked last."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from eventnotes.diagnostic import quoted
from eventnotes.draft.claim import KINDS, Claim, Words
from eventnotes.draft.reading.mentions import Mentions
from eventnotes.offers import package, said

GROUP = "eventnotes.recognisers"


@cache
def installed_recognisers() -> tuple[EntryPoint, ...]:
    """The recognisers that other packages offer, by name; nothing is imported."""
    return tuple(sorted(entry_points(group=GROUP), key=lambda one: one.name))


def installed_claims(mentions: Mentions, failures: list[str] | None = None) -> Iterator[Claim]:
    """What the recognisers of other packages say: every claim must quote words that stand in the source.

    Args:
        mentions: the source and its persons.
        failures: gets a line for each recogniser that fails, of which no claim is taken then.

    Raises:
        ValueError: for one that fails, if there is no such list; it names the recogniser and its package.
    """
    for offer in installed_recognisers():
        try:
            yield from [_sound(one, offer.name, mentions) for one in _function(offer)(mentions)]
        except _Failed as error:
            message = f"{package(offer)}: {error}"
        except (Exception, SystemExit) as error:
            message = f"{package(offer)}: the recogniser {offer.name} fails: {said(error)}"
        else:
            continue
        if failures is None:
            raise ValueError(message)
        failures.append(message)


class _Failed(Exception):
    """A recogniser that keeps no rule of ours; its text says which."""


def _function(offer: EntryPoint) -> Any:
    try:
        found = offer.load()
    except (Exception, SystemExit) as error:
        raise _Failed(f"the recogniser {offer.name} cannot be loaded: {said(error)}") from None
    if not callable(found):
        raise _Failed(f"the recogniser {offer.name} is {quoted(found)}, which is no function")
    return found


def _sound(one: Any, name: str, mentions: Mentions) -> Claim:
    if not isinstance(one, Claim) or one.kind not in KINDS or not 0 < one.confidence <= 1:
        raise _Failed(f"the recogniser {name} yields {quoted(one)}, which is no claim")
    for words in (one.words, *(words for several in one.parts.values() for words in several)):
        if not _stand(words, mentions):
            raise _Failed(f"the recogniser {name} claims words that do not stand in the source")
    return one


def _stand(words: Words, mentions: Mentions) -> bool:
    blocks = [*mentions.view.blocks, *mentions.view.header.values()]
    return words.block in blocks and 0 <= words.start < words.end <= len(words.block.text) and bool(words.text)
