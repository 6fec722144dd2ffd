"""People: who is named in JSON-LD data, each once, with the roles they had."""

from __future__ import annotations

from typing import Any

from eventnotes.formats._plain_text import one_line
from eventnotes.formats.jsonld.graph import Found, Graph
from eventnotes.formats.jsonld.parts import Origins, Part, line, markdown, own_id
from eventnotes.formats.jsonld.works import take_links
from eventnotes.ids import slug

_ROLES = ("affiliation", "worksFor")


class People:
    """The speakers of an event in the order in which they are met."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._nodes: list[Found] = []
        self._ids: list[str] = []
        self._known: dict[str, int] = {}
        self._numbers: dict[str, int] = {}  # by id, the highest number that was put behind it

    def who(self, one: Found) -> str | None:
        """The id of a person, who is added to the speakers; None for what names nobody."""
        node = self._graph.whole(one)
        name = self._graph.text(node)
        if name is None or not (name := one_line(name)):
            return own_id(node, "speaker")
        known = self._known.get(node.id or "", self._known.get(name) if node.id is None else None)
        if known is None:
            known = self._added(node, name)
        elif node.is_node and (not self._nodes[known].is_node or len(node.value) > len(self._nodes[known].value)):
            self._nodes[known] = node
        return self._ids[known]

    def _added(self, node: Found, name: str) -> int:
        wished = own_id(node, "speaker") or slug("speaker", name)
        taken = wished
        while taken in self._numbers:
            self._numbers[wished] += 1
            taken = f"{wished}-{self._numbers[wished]}"
        self._numbers[taken] = 1
        self._nodes.append(node)
        self._ids.append(taken)
        place = len(self._ids) - 1
        self._known[node.id or name] = place
        self._known.setdefault(name, place)
        return place

    def speakers(self, origins: Origins) -> list[dict[str, Any]]:
        """Everyone as data of Speaker."""
        people = zip(self._nodes, self._ids, strict=True)
        return [self._speaker(node, taken, at, origins) for at, (node, taken) in enumerate(people)]

    def _speaker(self, node: Found, taken: str, at: int, origins: Origins) -> dict[str, Any]:
        if not node.is_node:
            origins["speakers", at] = node.loc
            return {"id": taken, "name": one_line(str(node.value))}
        part = Part(self._graph, node, ("speakers", at), origins)
        part.data["id"] = taken
        part.take("name", "name", line)
        part.take("pronouns", "pronouns", line)
        part.take("bio", "description", markdown)
        for one in part.values("alternateName"):
            if text := self._graph.text(one):
                part.add("aliases", one_line(text), one)
        self._take_roles(part)
        take_links(part, self._graph)
        return part.done()

    def _take_roles(self, part: Part) -> None:
        """Each affiliation is a role; a job title belongs to the one that has none of its own."""
        held = [one for term in _ROLES for one in part.values(term)]
        titles = [one for one in part.values("jobTitle") if self._graph.text(one)]
        for one in held:
            organization = self._graph.text(self._graph.first(one, "affiliation")) or self._graph.text(one)
            title = self._graph.text(self._graph.first(one, "roleName"))
            if title is None and len(held) == len(titles) == 1:
                part.use(titles[0])
                title = self._graph.text(titles.pop())
            self._add_role(part, one, title, organization)
        for one in titles:
            self._add_role(part, one, self._graph.text(one), None)

    def _add_role(self, part: Part, one: Found, title: str | None, organization: str | None) -> None:
        role = {"title": title and one_line(title), "organization": organization and one_line(organization)}
        said = {key: value for key, value in role.items() if value}
        if said:
            part.add("roles", said, one)
