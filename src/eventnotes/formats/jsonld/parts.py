"""Parts: an object of the model as it is put together from a node, with the place of each value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from eventnotes.characters import is_language, is_url
from eventnotes.formats._plain_text import marked, marked_line, one_line
from eventnotes.formats.jsonld.graph import Found, Graph
from eventnotes.source import Loc

_moment = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt ]\s*(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*([Zz]|[+-]\d\d(?::?\d\d)?)?)?", re.ASCII
).fullmatch
_own_id = re.compile(r"#(event|session|speaker|quote|lesson|framework)-([a-z][a-z0-9-]*)").fullmatch

Origins = dict[Loc, Loc]
"""By location in the model, the location in the data that was read."""


class Part:
    """An object of the model as it is put together.

    Attributes:
        node: what it is read from.
        loc: where it stands in the model.
        data: its fields.
    """

    def __init__(self, graph: Graph, node: Found, loc: Loc, origins: Origins) -> None:
        self.node = node
        self.loc = loc
        self.data: dict[str, Any] = {}
        self._graph = graph
        self._origins = origins
        self._used: set[Loc] = set()
        self._kept: dict[str, Any] = {}
        origins[loc] = node.loc
        origins[(*loc, "extra")] = node.loc

    def identity(self, kind: str) -> None:
        """Take the id that was written as `#kind-id`."""
        found = own_id(self.node, kind)
        if found is not None:
            self.data["id"] = found
            self._origins[(*self.loc, "id")] = (*self.node.loc, "@id")

    def take(self, field: str, term: str, of: Callable[[str], str | None]) -> None:
        """Take the first value of a term as a field, where it is one."""
        one = self._graph.first(self.node, term)
        text = self._graph.text(one)
        self._graph.take(len(text or ""))
        said = of(text) if text is not None else None
        if one is not None and said:
            self.put(field, said, one)

    def put(self, field: str, value: Any, source: Found) -> None:
        """Set a field to what was read somewhere."""
        self.data[field] = value
        self._origins[(*self.loc, field)] = source.loc
        self.use(source)

    def add(self, field: str, value: Any, source: Found) -> None:
        """Add an item to a list of the model."""
        items = self.data.setdefault(field, [])
        self._origins[(*self.loc, field, len(items))] = source.loc
        items.append(value)
        self.use(source)

    def place(self, field: str) -> Loc:
        """Where the next item of a list will stand."""
        return (*self.loc, field, len(self.data.get(field, ())))

    def use(self, one: Found) -> None:
        """A value is said by the fields, so that it is not kept in `extra`."""
        self._used.add(one.mention)

    def use_all(self, term: str) -> None:
        """All that the node says by a term is said by the fields."""
        self._used.update(one.mention for one in self.values(term))

    def keep(self, key: str, left: dict[str, Any]) -> None:
        """Keep what is left of a value in `extra`."""
        if left:
            self._kept.setdefault(key, []).append(left)

    def values(self, term: str) -> list[Found]:
        """What the node says by a term."""
        return self._graph.values(self.node, term)

    def tags(self) -> None:
        """Take `keywords`: a list, or one text with commas."""
        values = self.values("keywords")
        texts = [self._graph.text(one) or "" for one in values]
        if len(values) == 1 and isinstance(values[0].value, str) and not isinstance(values[0].loc[-1], int):
            texts = texts[0].split(",")
        tags = [one for text in texts if (one := one_line(text))]
        if tags:
            self.put("tags", tags, values[0])
            self.use_all("keywords")

    def rest(self) -> dict[str, Any]:
        """What the model has no words for, by its key."""
        left: dict[str, Any] = {}
        for key, value in self.node.value.items():
            if not key.startswith("@"):
                values = self._graph.values_of(self.node, key)
                self._graph.take(len(values))
                unused = [one for one in values if one.mention not in self._used]
                if len(unused) == len(values):
                    left[key] = value
                elif unused or key in self._kept:
                    kept = [one.value if not one.said else {"@id": one.id} for one in unused] + self._kept.get(key, [])
                    left[key] = kept[0] if len(kept) == 1 else kept
        return left

    def done(self) -> dict[str, Any]:
        """The fields, and in `extra` what the model has no words for."""
        return {**self.data, "extra": self.rest()}


def own_id(node: Found, kind: str) -> str | None:
    """The id in an `@id` that our writer wrote."""
    found = _own_id(node.id or "")
    return found[2] if found and found[1] == kind else None


def moment(text: str) -> str:
    """A date or time in ISO 8601 as the model spells it; any other text as it is."""
    found = _moment(text)
    if found is None or found[2] is None:
        return text
    zone = (found[3] or "").upper()
    if len(zone) > 1:
        zone = f"{zone[:3]}:{zone[3:].removeprefix(':') or '00'}"
    return f"{found[1]}T{found[2]}{zone}"


def url(text: str) -> str | None:
    """An absolute address; None for any other."""
    return text if is_url(text) else None


def language(text: str) -> str | None:
    """A language tag; None for a language's name."""
    return text if is_language(text) else None


def inline(text: str) -> str:
    """A plain text as CommonMark of one line."""
    return marked_line(one_line(text))


line, markdown = one_line, marked
