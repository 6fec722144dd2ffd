"""Items: quotations, statements and lists of steps, as quotes, lessons and frameworks."""

from __future__ import annotations

from typing import Any

from eventnotes.formats.jsonld.graph import Found, Graph
from eventnotes.formats.jsonld.parts import Origins, Part, inline, language, line, markdown, moment, own_id
from eventnotes.formats.jsonld.people import People
from eventnotes.formats.jsonld.works import link


class Items:
    """Reads the items of an event or session; each node is read once.

    Args:
        graph: all nodes.
        people: the speakers, to whom are added those who are named.
        origins: where each value stands.
    """

    def __init__(self, graph: Graph, people: People, origins: Origins) -> None:
        self._graph = graph
        self._people = people
        self._origins = origins
        self._read: set[Any] = set()

    def take(self, owner: Part) -> None:
        """Add to a session or event what it features, and what is said about it."""
        for one in owner.values("workFeatured"):
            if one.kinds & {"Quotation", "Statement"}:
                self._add(owner, "quotes", one)
            elif one.kinds & {"HowTo", "ItemList"}:
                self._add(owner, "frameworks", one)
        for one in owner.values("subjectOf"):
            if "Statement" in one.kinds:
                self._add(owner, "lessons", one)

    def _add(self, owner: Part, field: str, node: Found) -> None:
        part = Part(self._graph, node, owner.place(field), self._origins)
        if node.loc in self._read:
            return
        self._read.add(node.loc)
        kind = field.removesuffix("s")
        part.identity(kind)
        readers = {"quote": self._quote, "lesson": self._lesson, "framework": self._framework}
        readers[kind](part)
        if "text" in part.data or "name" in part.data:
            part.tags()
            owner.add(field, part.done(), node)

    def _quote(self, part: Part) -> None:
        part.take("text", "text", markdown)
        part.data["kind"] = "direct" if "Quotation" in part.node.kinds else "indirect"
        self._take_creator(part, "spokenByCharacter", "creator")
        part.take("language", "inLanguage", language)
        self._take_source(part)
        for one in part.values("contributor"):
            who = self._people.who(self._graph.first(one, "contributor") or one)
            if who is not None and "relayed_by" not in part.data:
                part.put("relayed_by", who, one)

    def _lesson(self, part: Part) -> None:
        part.take("text", "text", inline)
        part.take("details", "description", markdown)
        self._take_creator(part, "creator")
        for one in part.values("isBasedOn"):
            quote = own_id(one, "quote")
            if quote is not None:
                part.add("evidence", quote, one)
        for one in part.values("potentialAction"):
            self._take_action(part, one)

    def _framework(self, part: Part) -> None:
        part.take("name", "name", inline)
        is_steps = "HowTo" in part.node.kinds
        part.data["ordered"] = is_steps or not (self._text(part.node, "itemListOrder") or "").endswith("Unordered")
        part.use_all("itemListOrder")
        self._take_creator(part, "creator")
        self._take_source(part)
        for one in part.values("step" if is_steps else "itemListElement"):
            self._take_element(part, one)
        part.data.setdefault("elements", [])

    def _take_element(self, framework: Part, one: Found) -> None:
        part = Part(self._graph, one, framework.place("elements"), self._origins)
        item = self._graph.first(one, "item") or one
        text = self._text(item, "text") or self._text(item, "description")
        title = self._graph.text(item)
        if title is None:
            title, text = text, None
        if title is not None and (said := inline(title)):
            part.data["title"] = said
            part.data["text"] = inline(text) if text else None
            framework.add("elements", part.data, one)

    def _take_action(self, lesson: Part, one: Found) -> None:
        part = Part(self._graph, one, lesson.place("actions"), self._origins)
        if one.is_node:
            part.take("text", "name", inline)
            part.take("owner", "agent", line)
            part.take("due", "endTime", moment)
            part.data["done"] = (self._text(one, "actionStatus") or "").endswith("CompletedActionStatus")
        if "text" in part.data:
            lesson.add("actions", part.data, one)

    def _take_creator(self, part: Part, *terms: str) -> None:
        """Whose it is: a person is a speaker, a name alone an attribution."""
        for term in terms:
            one = self._graph.first(part.node, term)
            if one is None or "speaker" in part.data or "attribution" in part.data:
                continue
            who = self._people.who(one) if one.is_node else None
            if who is not None:
                part.put("speaker", who, one)
            elif (name := self._graph.text(one)) and part.loc[-2] != "lessons":
                part.put("attribution", line(name), one)

    def _take_source(self, part: Part) -> None:
        for one in part.values("citation"):
            found = link(one, self._graph)
            if found is not None and "source" not in part.data:
                part.put("source", found, one)

    def _text(self, node: Found, term: str) -> str | None:
        return self._graph.text(self._graph.first(node, term))
