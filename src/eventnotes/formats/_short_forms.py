"""Short forms: data as an author would write them in YAML, a plain string where a mapping says no more than that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventnotes.formats._yaml_writer import OnOneLine

Data = Mapping[str, Any]

_SHORT = {"venue": "name", "organizers": "name", "authors": "name", "links": "url", "source": "url"}
_WIDEST = 80


def shortened(value: Any, key: str = "") -> Any:
    """Data as an author would write it: short forms of mappings, lists of words on one line, no stated defaults."""
    if key == "extra":
        return value
    if isinstance(value, dict):
        short = _SHORT.get(key)
        if short and [*value] == [short]:
            return value[short]
        return {name: shortened(one, name) for name, one in value.items() if not is_stated(value, name)}
    if isinstance(value, list):
        values = [shortened(one, key) for one in value]
        words = all(isinstance(one, str) for one in values)
        return OnOneLine(values) if words and sum(len(one) + 2 for one in values) < _WIDEST else values
    return value


def is_stated(item: Data, name: str) -> bool:
    """Whether a field is said although it has its default: the kind of a quote, `ordered`, `done`."""
    if name == "kind":
        return item["kind"] == "direct" and "text" in item
    return (name, item[name]) in (("ordered", True), ("done", False))
