"""Finding: what a rule yields."""

from __future__ import annotations

from typing import NamedTuple

from eventnotes.source import Loc


class Finding(NamedTuple):
    """A fault of an event: where in its data, what is wrong, and what to do."""

    loc: Loc
    message: str
    help: str = ""
    words: str = ""
    """The part of the value that is meant, word for word, where it is a part."""
