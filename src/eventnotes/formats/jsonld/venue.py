"""Venue: where an event took place, and where it could be seen."""

from __future__ import annotations

from typing import Any

from eventnotes.characters import is_url
from eventnotes.formats.jsonld.graph import Found, Graph
from eventnotes.formats.jsonld.parts import Origins, Part, line, url

_ADDRESS = {
    "address": "streetAddress",
    "locality": "addressLocality",
    "region": "addressRegion",
    "country": "addressCountry",
}


def take_venue(event: Part, graph: Graph, origins: Origins) -> None:
    """Take the first place as the venue and the first address on the web as `online`; what is left is kept."""
    for one in event.values("location"):
        address = graph.first(one, "url") if "VirtualLocation" in one.kinds else one
        if address is not None and isinstance(address.value, str) and is_url(address.value):
            if "online" not in event.data:
                event.put("online", address.value, address)
                event.use(one)
        elif "venue" not in event.data and "VirtualLocation" not in one.kinds:
            part = Part(graph, one, ("venue",), origins)
            left = _venue(part, graph, origins)
            if part.data:
                event.put("venue", part.data, one)
                event.keep(str(one.mention[len(event.node.loc)]), left)


def _venue(part: Part, graph: Graph, origins: Origins) -> dict[str, Any]:
    """Fill a venue; what the model has no words for is returned."""
    name = graph.text(part.node)
    if name is not None:
        part.data["name"] = line(name)
    if not part.node.is_node:
        return {}
    part.use_all("name")
    part.take("website", "url", url)
    address = graph.first(part.node, "address")
    if "PostalAddress" in part.node.kinds:
        address = part.node
    if address is not None and not address.is_node:
        part.take("address", "address", line)
    elif address is not None:
        inner = Part(graph, address, ("venue",), origins)
        for field, term in _ADDRESS.items():
            inner.take(field, term, line)
        part.data |= inner.data
        part.use(address)
        part.keep("address", inner.rest() if address is not part.node else {})
    _point(part, graph)
    return part.rest()


def _point(part: Part, graph: Graph) -> None:
    """Take coordinates, as numbers or as text."""
    for one in part.values("geo"):
        for term in ("latitude", "longitude"):
            number = _number(graph.first(one, term))
            if number is not None and term not in part.data:
                part.put(term, number, one)


def _number(one: Found | None) -> float | None:
    if one is None or isinstance(one.value, bool):
        return None
    try:
        return float(one.value)
    except (TypeError, ValueError, OverflowError):
        return None
