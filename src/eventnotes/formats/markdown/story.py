"""Story: what a reading of a body gathers: items in order, the narrative between them, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from eventnotes.building import PLURALS
from eventnotes.notes import placeholder, trimmed
from eventnotes.source import Loc

Places = dict[Loc, tuple[int, int]]


class Ranged(Protocol):
    """What has a range in the body."""

    start: int
    end: int


@dataclass(slots=True)
class Entry:
    """An entry under `event: sessions:` that adds to a session of the body."""

    place: int
    """Its index in the front matter."""
    fields: set[str] = field(default_factory=set)
    """The fields that come from it alone."""
    counts: dict[str, int] = field(default_factory=dict)
    """By name of a sequence, how many values come from it; they stand first."""


@dataclass(slots=True)
class Item:
    """A recognised item: its data, and the ranges of the item and of its fields in the body."""

    kind: str
    data: dict[str, Any]
    start: int
    end: int
    find_places: Callable[..., Places] = dict
    """Finds the ranges of its fields; they are asked for only where something is wrong."""
    seen: tuple[Any, ...] = ()
    """What they are found by."""
    entry: Entry | None = None
    """Of a session, what an entry under `event: sessions:` adds to it."""
    carrier: str = ""
    """What stands before its placeholder."""

    @property
    def places(self) -> Places:
        """The ranges of its fields."""
        return self.find_places(*self.seen)


@dataclass(slots=True)
class Story:
    """The event, or a session, while its part of the body is read."""

    item: Item
    level: int = 0
    """Level of the heading that opened it; 0 where none did."""
    head: int = 0
    """Where its heading and labels end."""
    chunks: list[str | Item] = field(default_factory=list)
    """Narrative and items, in order."""
    children: dict[str, list[Item]] = field(default_factory=dict)
    kept: str = ""
    """Narrative to which what is told next belongs without a gap: a guard stood between."""

    @property
    def is_normal(self) -> bool:
        """Whether its notes are in normal form as they are told: no narrative can be taken for a placeholder."""
        return not any(isinstance(chunk, str) and "<!-- " in chunk for chunk in self.chunks)

    def keep(self, narrative: str) -> None:
        """Hold narrative that stands before a guard, so that it and what follows stay one."""
        self.kept += narrative

    def tell(self, narrative: str) -> None:
        """Add narrative, without the blank lines around it."""
        text = trimmed(self.kept + narrative)
        self.kept = ""
        if text:
            self.chunks.append(text)

    def place(self, item: Item, carrier: str = "") -> None:
        """Add an item where the story stands."""
        item.carrier = carrier
        self.children.setdefault(PLURALS[item.kind], []).append(item)
        self.chunks.append(item)

    def notes(self) -> str:
        """The narrative with placeholders; to be called once ids are derived."""
        pieces: list[str] = []
        above = ""
        for chunk in self.chunks:
            if isinstance(chunk, str):
                pieces += ("\n\n", chunk)
                above = ""
            else:
                gap = "\n" if above and above == chunk.kind and chunk.carrier == "- " else "\n\n"
                pieces += gap, placeholder(chunk.kind, chunk.data["id"], chunk.carrier)
                above = chunk.kind if chunk.carrier == "- " else ""
        return "".join(pieces[1:])


def places_of(
    body: str,
    text: str,
    where: tuple[int, int],
    field: str,
    who: str | None,
    named: tuple[int, int],
    parts: str = "",
    items: Sequence[Ranged] = (),
) -> Places:
    """The ranges of the fields of an item that names whose it is.

    Args:
        body: the body.
        text: the field that stands for the whole item.
        where: its range.
        field: the field that holds whose it is.
        who: that, as written.
        named: the range in which it is written.
        parts: the field that holds items.
        items: those.
    """
    places: Places = {(text,): where, **{(parts, number): (one.start, one.end) for number, one in enumerate(items)}}
    if who:
        place = body.find(who, *named)
        places[field,] = (place, place + len(who)) if place >= 0 else where
    return places
