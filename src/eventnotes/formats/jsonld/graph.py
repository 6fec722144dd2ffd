"""Graph: the nodes of JSON-LD data, the values of their properties, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from eventnotes.formats._shapes import over
from eventnotes.limits import Limits
from eventnotes.source import Loc, Span, Unreadable

_PREFIXES = ("", "schema:", "http://schema.org/", "https://schema.org/")
_ALIASES = {"performer": ("performers",), "subEvent": ("subEvents",)}
_WRAPPERS = ("@list", "@set", "@value")
_EVENTS = frozenset(("CourseInstance", "EventSeries", "Festival", "Hackathon"))


class Found(NamedTuple):
    """A value and its location in the data; `said` is where it was referred to, if that is elsewhere."""

    value: Any
    loc: Loc
    said: Loc = ()

    @property
    def mention(self) -> Loc:
        """Where it is said: at the reference, if it is referred to."""
        return self.said or self.loc

    @property
    def is_node(self) -> bool:
        """Whether it is an object with properties."""
        return isinstance(self.value, dict)

    @property
    def id(self) -> str | None:
        """Its `@id`, where it has one."""
        found = self.value.get("@id") if isinstance(self.value, dict) else None
        return found if isinstance(found, str) else None

    @property
    def kinds(self) -> set[str]:
        """The types it has, without the address of the vocabulary."""
        given = self.value.get("@type") if isinstance(self.value, dict) else None
        names = given if isinstance(given, list) else [given]
        return {one.rpartition("/")[2].rpartition(":")[2] for one in names if isinstance(one, str)}

    @property
    def is_event(self) -> bool:
        """Whether one of its types is an event."""
        return any(one.endswith("Event") or one in _EVENTS for one in self.kinds)


class Graph:
    """All nodes of some JSON-LD data, in the order of the text.

    Attributes:
        nodes: every object in it.
    """

    def __init__(self, raw: Any, limits: Limits) -> None:
        self._most = limits.size + limits.unfolded
        self._taken = 0
        self.nodes = [Found(value, loc) for loc, value in _objects(raw)]
        self._by_id: dict[str, Found] = {}
        for one in self.nodes:
            if one.id is not None:
                known = self._by_id.get(one.id)
                self._by_id[one.id] = one if known is None or len(one.value) > len(known.value) else known

    def take(self, size: int) -> None:
        """Count what is taken from nodes, each time that they are referred to.

        Raises:
            Unreadable: where a small text would become any amount of data by references.
        """
        self._taken += size
        if self._taken > self._most:
            raise Unreadable(over("unfolded", self._taken, self._most, Span(0, 1)))

    def whole(self, one: Found) -> Found:
        """The node that says most of the thing that this node is about: that which has its `@id`."""
        return self._by_id.get(one.id, one) if one.id is not None else one

    def values(self, node: Found, term: str) -> list[Found]:
        """What a node says by a term: items of lists one by one, references as the nodes that they refer to."""
        if not node.is_node:
            return []
        return [one for key in _spellings(term) if key in node.value for one in self.values_of(node, key)]

    def values_of(self, node: Found, key: str) -> list[Found]:
        """The values that stand at a key of a node."""
        return [self._referred(one) for one in _flat(Found(node.value[key], (*node.loc, key)))]

    def first(self, node: Found, term: str) -> Found | None:
        """The first value that a node has of a term."""
        return next(iter(self.values(node, term)), None)

    def text(self, one: Found | None) -> str | None:
        """A value as text: itself, or the name of what it is."""
        if one is None:
            return None
        if one.is_node:
            named = self.first(one, "name")
            return self.text(named) if named is not None and not named.is_node else None
        if isinstance(one.value, bool) or one.value is None:
            return None
        return str(one.value).strip() or None

    def _referred(self, one: Found) -> Found:
        is_reference = one.id is not None and one.value.keys() <= {"@id", "@type"}
        return self.whole(one)._replace(said=one.loc) if is_reference else one


def _spellings(term: str) -> Iterator[str]:
    """The keys by which data may say a term of schema.org."""
    for name in (term, *_ALIASES.get(term, ())):
        for prefix in _PREFIXES:
            yield prefix + name


def _objects(raw: Any) -> Iterator[tuple[Loc, dict[str, Any]]]:
    """Every object, those around before those inside, in the order of the text."""
    pending: list[tuple[Loc, Any]] = [((), raw)]
    while pending:
        loc, value = pending.pop()
        inner: list[tuple[Loc, Any]] = []
        if isinstance(value, dict):
            yield loc, value
            inner = [((*loc, key), one) for key, one in value.items() if key != "@context"]
        elif isinstance(value, list):
            inner = [((*loc, at), one) for at, one in enumerate(value)]
        pending += [one for one in reversed(inner) if isinstance(one[1], dict | list)]


def _flat(one: Found) -> Iterator[Found]:
    """The values that a property has; of values with a type or language the value alone."""
    pending = [one]
    while pending:
        found = pending.pop()
        value, loc, _ = found
        if isinstance(value, list):
            pending += [Found(inner, (*loc, at)) for at, inner in enumerate(value)][::-1]
        elif isinstance(value, dict) and (key := next((key for key in _WRAPPERS if key in value), "")):
            pending.append(Found(value[key], (*loc, key)))
        elif value is not None and value != "":
            yield found
