"""Allowance: how much a body may hold; what is over a limit is refused before it is built."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from eventnotes.building import PLURALS
from eventnotes.formats._shapes import Settling, Shape, event_shape, over
from eventnotes.formats.markdown.blocks import Block, blocks
from eventnotes.formats.markdown.items import ListItem, list_items
from eventnotes.formats.markdown.labels import Labelled
from eventnotes.formats.markdown.story import Item, Places, Story
from eventnotes.limits import Limits
from eventnotes.source import Locate, Span, Unreadable

_IDS = ("id", "speaker", "relayed_by")  # they are short where they are derived


class Allowance:
    """The limits of one body. Every method but `lines` raises `Unreadable` at the place of what is over one.

    Args:
        limits: what a source may cost.
        span: a range of the body as a range of the source.
        size: how many characters the body has.
    """

    def __init__(self, limits: Limits, span: Callable[[int, int], Span], size: int) -> None:
        self._limits = limits
        self._span = span
        self._values = 0
        # A character begins a block or an item at most once, and parts a text at most once; an item takes two.
        self.is_ample = size <= min(limits.values // 2, limits.text, limits.items * 2)

    def blocks(self, text: str) -> list[Block]:
        """The blocks of the body; they and the items of its lists are values."""
        found = blocks(text, self._limits.values)
        if found and not self.is_ample:
            listed = sum(len(one.items) for one in found if one.kind == "list")
            self._spend(len(found) + listed, found[-1].start, found[-1].start + 1)
        return found

    def list_items(self, text: str, block: Block) -> list[ListItem]:
        """The items of a list that is claimed; each is a text, and their lines are values."""
        most = self._limits.items
        if len(block.items) > most:
            self._check("items", len(block.items), *block.items[most])
        for start, end in () if self.is_ample else block.items:
            self._check("text", end - start, start, end)
            self._spend(text.count("\n", start, end), start, end)
        return list_items(text, block.items)

    def labels(self, labels: list[Labelled]) -> None:
        """Let labels be read: each is a text, and the pieces of it are values."""
        if self.is_ample:
            return
        for one in labels:
            self._check("text", len(one.value), *one.place)
            self._spend(_pieces(one.value), *one.place)

    def line(self, item: ListItem) -> None:
        """Let the line of a session be read: the pieces of it are values."""
        if not self.is_ample:
            self._spend(_pieces(str(item.text)), item.start, item.end)

    def session(self, data: dict[str, Any], places: Places, introduced: int) -> None:
        """Let a session be kept, with its lists and the speakers that were introduced so far."""
        for name, values in () if self.is_ample else data.items():
            if isinstance(values, list):
                self._check("items", max(len(values), introduced * (name == "speakers")), *places[name,])

    def item(self, owner: Story, item: Item) -> None:
        """Let an item be added to those that its owner has."""
        if not self.is_ample:
            self._check("items", len(owner.children.get(PLURALS[item.kind], ())) + 1, item.start, item.end)

    def _spend(self, count: int, start: int, end: int) -> None:
        self._values += count
        self._check("values", self._values, start, end)

    def _check(self, name: str, value: int, start: int, end: int) -> None:
        most = getattr(self._limits, name)
        if value > most:
            raise Unreadable(over(name, value, most, self._span(start, end)))


def _pieces(text: str) -> int:
    return sum(text.count(one) for one in ",; [<")


def check_lines(data: dict[str, Any], settling: Settling, locate: Locate) -> None:
    """Report every one-line field of an event's data that is too long, as reading front matter does.

    Raises:
        Unreadable: for a list with too many items.
    """
    pending: list[tuple[dict[str, Any], Shape, tuple[str | int, ...]]] = [(data, event_shape(), ())]
    limits = settling.limits
    while pending:
        values, shape, loc = pending.pop()
        for name, value in values.items():
            known = shape.fields.get(name)
            if known is None or name in _IDS:
                continue
            if known.kind == "line" and isinstance(value, str) and len(value) > limits.line:
                settling.problems.append(over("line", len(value), limits.line, (*loc, name)))
            if isinstance(value, list) and len(value) > limits.items:
                place = locate((*loc, name, limits.items), False)
                raise Unreadable(over("items", len(value), limits.items, place))
            if known.shape is not None:
                listed = enumerate(value) if isinstance(value, list) else ()
                inner = {(*loc, name): value} if known.kind == "one" else {(*loc, name, at): one for at, one in listed}
                pending += [(one, known.shape, place) for place, one in inner.items() if isinstance(one, dict)]
