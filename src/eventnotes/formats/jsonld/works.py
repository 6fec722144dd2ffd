"""Works: nodes with an address, as the links of a session or a person."""

from __future__ import annotations

from eventnotes.characters import is_url
from eventnotes.formats._plain_text import one_line
from eventnotes.formats.jsonld.graph import Found, Graph
from eventnotes.formats.jsonld.parts import Part
from eventnotes.formats.jsonld.terms import WORKS

_RELATIONS = {kind: rel for rel, (_, kind) in WORKS.items()}
_PROPERTIES = ("workFeatured", "recordedIn", "subjectOf")


def take_links(part: Part, graph: Graph) -> None:
    """Take the addresses of a node, and of the works it names, as links."""
    for one in part.values("url"):
        if isinstance(one.value, str) and (is_url(one.value) or one.value[:7].lower() == "mailto:"):
            part.add("links", {"url": one.value}, one)
    for term in _PROPERTIES:
        for one in part.values(term):
            if found := link(one, graph, term):
                part.add("links", found, one)


def link(one: Found, graph: Graph, term: str = "") -> dict[str, str] | None:
    """A work with an address as data of Link; None for any other value."""
    address = graph.first(one, "url")
    if address is None or not isinstance(address.value, str):
        return None
    title = graph.text(graph.first(one, "name"))
    rel = next((_RELATIONS[kind] for kind in one.kinds if kind in _RELATIONS), None)
    if rel is None and term == "recordedIn":
        rel = "recording"
    said = {"url": address.value, "title": title and one_line(title), "rel": rel}
    return {key: value for key, value in said.items() if value}
