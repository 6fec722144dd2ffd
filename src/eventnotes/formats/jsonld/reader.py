"""Reader: the events of JSON-LD data, with the events in them as sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from eventnotes.formats._json_tree import json_places, read_json
from eventnotes.formats._trees import Places, event_tree, lookup
from eventnotes.formats.jsonld.graph import Found, Graph
from eventnotes.formats.jsonld.items import Items
from eventnotes.formats.jsonld.parts import Origins, Part, inline, language, line, markdown, moment, url
from eventnotes.formats.jsonld.people import People
from eventnotes.formats.jsonld.terms import LICENSES
from eventnotes.formats.jsonld.venue import take_venue
from eventnotes.formats.jsonld.works import take_links
from eventnotes.limits import Limits
from eventnotes.source import Loc, Locate, Span, SyntaxProblem, Tree, Unreadable

_TIMES = (("start", "startDate"), ("end", "endDate"))
_POSTS = frozenset(("Article", "BlogPosting", "NewsArticle", "Report", "SocialMediaPosting", "TechArticle"))


def events(text: str, limits: Limits) -> Iterator[Tree]:
    """Each event of a JSON-LD text, and as its sessions the events that it names or that name it.

    Only the terms of schema.org are known, whatever the context says; nothing is fetched. What the model has no words
    for is kept in `extra`.

    Raises:
        Unreadable: for what is no JSON, holds no event, or is beyond a limit.
    """
    raw, problems = read_json(text, 0, limits)
    trees = event_trees(raw, problems, lambda: json_places(text, 0), limits)
    if not trees:
        help = 'write an object with "@type": "Event"'
        raise Unreadable(SyntaxProblem("empty", "there is no event of schema.org in it", Span(0, 1), help))
    yield from trees


def event_trees(
    raw: Any, problems: list[SyntaxProblem], read_places: Callable[[], Places], limits: Limits
) -> list[Tree]:
    """The trees of all events of JSON-LD data that are no part of another.

    Args:
        raw: the data.
        problems: what was found while it was read; the first tree gets it.
        read_places: a function that gives the places of the data's values.
        limits: what reading may cost.
    """
    graph = Graph(raw, limits)
    locate = lookup(read_places)
    found: list[Tree] = []
    relations = _Relations(graph)
    for whole in relations.wholes:
        origins: Origins = {}
        data = _Reading(graph, relations, whole, origins).data
        found.append(event_tree(data, problems if not found else [], _through(origins, locate), limits))
    return found


def _through(origins: Origins, locate: Locate) -> Locate:
    """A function that finds a location of the model by that of the data."""

    def find(loc: Loc, at_key: bool) -> Span:
        size = next((size for size in range(len(loc), -1, -1) if loc[:size] in origins), 0)
        return locate((*origins.get(loc[:size], ()), *loc[size:]), at_key)

    return find


class _Relations:
    """Which events are parts of which, and which articles are about them; looked up by where an event stands.

    Attributes:
        wholes: the events that are no part of another, and no series that another is part of; else the first event.
        parts: those that name an event as their `superEvent`.
        posts: the first article about an event.
    """

    def __init__(self, graph: Graph) -> None:
        events = [one for one in graph.nodes if one.is_event and graph.whole(one).loc == one.loc]
        self.parts: dict[Loc, list[Found]] = {}
        self.posts: dict[Loc, Found] = {}
        inner = {found.loc for one in events for found in graph.values(one, "subEvent")}
        for one in events:
            for around in graph.values(one, "superEvent"):
                self.parts.setdefault(around.loc, []).append(one)
                inner.add(one.loc if around.said and "EventSeries" not in around.kinds else around.loc)
        for one in graph.nodes:
            if one.kinds & _POSTS:
                for about in (*graph.values(one, "about"), *graph.values(one, "mainEntity")):
                    self.posts.setdefault(about.loc, one)
        self.wholes = [one for one in events if one.loc not in inner] or events[:1]


class _Reading:
    """An event in the model's terms."""

    def __init__(self, graph: Graph, relations: _Relations, whole: Found, origins: Origins) -> None:
        self._graph = graph
        self._origins = origins
        self._people = People(graph)
        self._items = Items(graph, self._people, origins)
        part = Part(graph, whole, (), origins)
        self._read_event(part)
        self._sessions(part, relations.parts.get(whole.loc, []))
        self._items.take(part)
        if whole.loc in relations.posts:
            self._write_up(part, relations.posts[whole.loc])
        self.data = part.done()
        self.data["speakers"] = self._people.speakers(origins)

    def _read_event(self, part: Part) -> None:
        part.identity("event")
        part.take("name", "name", line)
        self._common(part, "summary")
        part.take("website", "url", url)
        take_venue(part, self._graph, self._origins)
        for one in part.values("superEvent"):
            if (name := self._graph.text(one)) and "series" not in part.data:
                part.put("series", line(name), one)
        for one in part.values("organizer"):
            host = Part(self._graph, one, part.place("organizers"), self._origins)
            if self._named(host):
                part.add("organizers", host.data, one)
                part.keep("organizer", host.rest() if one.is_node else {})
        for one in part.values("performer"):
            if self._performer(part, one) is not None:
                part.use(one)

    def _performer(self, part: Part, one: Found) -> str | None:
        """The id of someone who performed; as what, is kept where the model has no words for it."""
        person = self._graph.first(one, "performer") or one
        who = self._people.who(person)
        if who is not None and self._role(one) not in ("", "speaker", "moderator"):
            said = self._graph.text(self._graph.first(one, "roleName"))
            kept = {"roleName": said, "performer": self._graph.text(self._graph.whole(person))}
            part.keep(str(one.mention[len(part.node.loc)]), kept)
        return who

    def _role(self, one: Found) -> str:
        return (self._graph.text(self._graph.first(one, "roleName")) or "").lower().removesuffix("s")

    def _named(self, part: Part) -> bool:
        """Fill a name and a website."""
        name = self._graph.text(part.node)
        if name is not None:
            part.data["name"] = line(name)
            part.use_all("name")
            part.take("website", "url", url)
        return name is not None

    def _common(self, part: Part, description: str) -> None:
        """What an event and a session have in common."""
        part.take(description, "description", markdown)
        for field, term in _TIMES:
            part.take(field, term, moment)
        part.tags()
        part.take("language", "inLanguage", language)
        part.use_all("eventAttendanceMode")

    def _sessions(self, whole: Part, parts: list[Found]) -> None:
        """The events that an event names, and those that name it."""
        seen = {whole.node.loc}
        for one in (*whole.values("subEvent"), *parts):
            if one.is_node and one.loc not in seen:
                seen.add(one.loc)
                part = Part(self._graph, one, whole.place("sessions"), self._origins)
                self._session(part, whole)
                whole.add("sessions", part.done(), one)

    def _session(self, part: Part, whole: Part) -> None:
        part.identity("session")
        part.take("title", "name", inline)
        part.take("kind", "additionalType", line)
        self._common(part, "abstract")
        self._room(part, whole)
        for one in part.values("superEvent"):
            if one.loc == whole.node.loc:
                part.use(one)
            elif (track := self._graph.text(one)) and "track" not in part.data:
                part.put("track", line(track), one)
        for one in part.values("performer"):
            who = self._performer(part, one)
            if who is not None:
                part.add("moderators" if self._role(one) == "moderator" else "speakers", who, one)
        self._items.take(part)
        take_links(part, self._graph)

    def _room(self, part: Part, whole: Part) -> None:
        """The name of a session's place, unless it is the event's."""
        venue = whole.data.get("venue", {}).get("name")
        for one in part.values("location"):
            room = self._graph.text(one)
            if room is not None and "room" not in part.data:
                if line(room) != venue:
                    part.put("room", line(room), one)
                part.use(one)

    def _write_up(self, whole: Part, article: Found) -> None:
        """The article that is about the event."""
        part = Part(self._graph, article, ("write_up",), self._origins)
        self._post(part)
        part.use_all("about")
        part.use_all("mainEntity")
        whole.data["write_up"] = part.done()

    def _post(self, part: Part) -> None:
        part.take("title", "headline", line)
        part.take("summary", "description", markdown)
        part.take("published", "datePublished", moment)
        part.take("updated", "dateModified", moment)
        part.take("url", "url", url)
        part.take("license", "license", lambda text: line(text.removeprefix(LICENSES)))
        part.take("language", "inLanguage", language)
        part.tags()
        part.take("status", "creativeWorkStatus", _status)
        for one in part.values("author"):
            author = Part(self._graph, one, part.place("authors"), self._origins)
            if self._named(author):
                part.add("authors", author.data, one)
                part.keep("author", author.rest() if one.is_node else {})


def _status(text: str) -> str | None:
    return text.lower() if text.lower() in ("draft", "reviewed") else None
