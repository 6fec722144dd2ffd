"""Installed recognisers: what other packages offer under the entry-point group `eventnotes.recognisers`; asked last."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from eventnotes.draft.claim import KINDS, Claim, Recogniser, Words
from eventnotes.draft.mentions import Mentions

GROUP = "eventnotes.recognisers"


@cache
def installed_recognisers() -> tuple[tuple[str, Recogniser], ...]:
    """The recognisers of other packages, each with its name.

    Raises:
        ValueError: where one cannot be loaded, or is no function.
    """
    return tuple((one.name, _loaded(one)) for one in sorted(entry_points(group=GROUP), key=lambda one: one.name))


def _loaded(offer: EntryPoint) -> Recogniser:
    try:
        found = offer.load()
    except Exception as error:
        raise ValueError(f"the recogniser {offer.name} ({offer.value}) cannot be loaded: {error}") from None
    if not callable(found):
        raise ValueError(f"the recogniser {offer.name} ({offer.value}) is no function")
    return found  # type: ignore[no-any-return]


def claims_of(name: str, recognise: Recogniser, mentions: Mentions) -> Iterator[Claim]:
    """What a recogniser of another package says: every claim must quote words that stand in the source.

    Raises:
        ValueError: for a claim that does not, or is none; it names the recogniser.
    """
    for one in recognise(mentions):
        if not isinstance(one, Claim) or one.kind not in KINDS or not 0 < one.confidence <= 1:
            raise ValueError(f"the recogniser {name} yields {one!r}, which is no claim")
        for words in (one.words, *(words for several in one.parts.values() for words in several)):
            if not _stand(words, mentions):
                raise ValueError(f"the recogniser {name} claims words that do not stand in the source")
        yield one


def _stand(words: Words, mentions: Mentions) -> bool:
    blocks = [*mentions.view.blocks, *mentions.view.header.values()]
    return words.block in blocks and 0 <= words.start < words.end <= len(words.block.text) and bool(words.text)
