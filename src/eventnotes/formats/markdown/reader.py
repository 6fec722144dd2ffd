"""Reader: front matter and body of a post become one tree, with the way back to every place."""

from __future__ import annotations

import re
from typing import Any

from eventnotes.building import PLURALS, set_ids
from eventnotes.formats._shapes import Settling
from eventnotes.formats._trees import lookup
from eventnotes.formats.markdown.body import Body
from eventnotes.formats.markdown.front_matter import FrontMatter, section
from eventnotes.formats.markdown.story import Item, Story
from eventnotes.limits import Limits
from eventnotes.source import Loc, Span, SyntaxProblem, Tree

_MARKUP = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)|[*_`]+(?=\S)|(?<=\S)[*_`]+")
_PEOPLE = ("speakers", "moderators")


def read(text: str, limits: Limits) -> Tree:
    """A write-up: front matter and a CommonMark body, as docs/format.md describes.

    Raises:
        Unreadable: where the front matter cannot be read at all.
    """
    settling = Settling(limits)
    place = section(text)
    front = None
    if place is not None:
        front = FrontMatter(text, place, settling)
        front.read()
    start = place.body if place is not None else 0
    event = front.event if front is not None else {}
    body = Body(text[start:], start, event, settling)
    body.read()
    counts = {name: len(event.get(name) or ()) for name in PLURALS.values()}
    data = _joined(event, body)
    if front is not None and front.write_up:
        data["write_up"] = front.write_up
    _name(data, front, body, settling)
    places = _Places(text, front, body, counts, data)
    is_write_up = front is not None and front.is_write_up
    is_normal = not any(name in event for name in ("notes", *PLURALS.values()) if name != "speakers")
    is_normal = is_normal and all(story.is_normal for story in (body.root, *body.sessions))
    return Tree(data, places.find, settling.problems, is_write_up, is_normal)


def _joined(event: dict[str, Any], body: Body) -> dict[str, Any]:
    """The event's data with all that the body adds; ids are derived, references and notes are written out."""
    data = dict(event)
    _extend(data, "speakers", body.mentions.introduced)
    for story in body.sessions:
        _attach(story, story.item.data)
    _attach(body.root, data)
    set_ids(data, ["speaker"])
    for owner, field in body.references:
        owner[field] = _ids_of(owner[field])
    set_ids(data, ["session", "quote", "lesson", "framework"])
    for story in body.sessions:
        if story.chunks:
            story.item.data["notes"] = story.notes()
    if body.root.chunks:
        notes = body.root.notes()
        if "notes" in data:
            message = "the narrative stands in the body and under event: too"
            start = len(notes) - len(notes.lstrip())
            body.settling.problems.append(
                SyntaxProblem("given-twice", message, body.span(start, start + 1), "remove notes: under event:")
            )
            notes = f"{data['notes']}\n\n{notes}"
        data["notes"] = notes
    return data


def _attach(story: Story, data: dict[str, Any]) -> None:
    for name, items in story.children.items():
        _extend(data, name, [item.data for item in items])


def _extend(data: dict[str, Any], name: str, more: list[Any]) -> None:
    if more:
        given = data.get(name, [])
        data[name] = [*given, *more] if isinstance(given, list) else given


def _ids_of(people: Any) -> Any:
    if isinstance(people, list):
        return [one["id"] if isinstance(one, dict) else one for one in people]
    return people["id"] if isinstance(people, dict) else people


def _name(data: dict[str, Any], front: FrontMatter | None, body: Body, settling: Settling) -> None:
    if "name" in data:
        return
    title = front.write_up.get("title") if front is not None else None
    name = title or plain(body.first_heading or "")
    if name:
        data["name"] = name
        return
    start = front.place.start if front is not None else 0
    problem = SyntaxProblem(
        "missing", "the event has no name", Span(0, max(start - 1, 1)), "write event: and below it name: …"
    )
    settling.problems.append(problem)


def plain(inline: str) -> str:
    """Inline Markdown as plain text, for a name taken from a heading."""
    return _MARKUP.sub(lambda match: match[1] or "", inline).strip()


class _Places:
    """Finds the range of a value in front matter or body."""

    def __init__(
        self, text: str, front: FrontMatter | None, body: Body, counts: dict[str, int], data: dict[str, Any]
    ) -> None:
        self.text = text
        self.front = front
        self.body = body
        self.counts = counts
        self.data = data
        self.in_front = lookup(front.places) if front is not None else None

    def find(self, loc: Loc, at_key: bool) -> Span:
        """The range of the value (or key) at a location of the tree's data."""
        if loc == ("notes",) or (loc and loc[0] == "notes"):
            return self.body.span(0, len(self.body.data))
        if len(loc) > 1 and isinstance(loc[1], int) and loc[1] >= self.counts.get(str(loc[0]), 1 << 60):
            found = self._in_body(self.body.root, loc, self.counts)
            if found is not None:
                return found
        if loc == ("name",) and self.front is not None and "name" not in self.front.event:
            return self._title()
        return self._in_front(loc, at_key)

    def _in_body(self, story: Story, loc: Loc, counts: dict[str, int]) -> Span | None:
        name, index = str(loc[0]), loc[1]
        assert isinstance(index, int)
        index -= counts.get(name, 0)
        if name == "speakers" and story is self.body.root:
            start, end = self.body.mentions.introduced_at[index]
            return self.body.span(start, end)
        items = story.children.get(name, [])
        if index >= len(items):
            return None
        item = items[index]
        rest = loc[2:]
        if item.kind == "session" and len(rest) > 1 and rest[0] in PLURALS.values() and rest[0] not in _PEOPLE:
            inner = next((one for one in self.body.sessions if one.item is item), None)
            if inner is not None:
                return self._in_body(inner, rest, {})
        if rest[:1] == ("notes",):
            return self.body.span(item.start, item.end)
        for size in range(len(rest), 0, -1):
            if rest[:size] in item.places:
                return self.body.span(*item.places[rest[:size]])
        return self._first_line(item)

    def _first_line(self, item: Item) -> Span:
        line_end = self.body.data.find(b"\n", item.start)
        return self.body.span(item.start, line_end if 0 <= line_end < item.end else item.end)

    def _title(self) -> Span:
        return self._in_front(("write_up", "title"), False)

    def _in_front(self, loc: Loc, at_key: bool) -> Span:
        if self.front is None or self.in_front is None:
            return Span(0, 1)
        keys = self.front.keys
        for size in range(len(loc), 0, -1):
            if loc[:size] in keys:
                return self.in_front((*keys[loc[:size]], *loc[size:]), at_key)
        if loc[:1] == ("write_up",):
            return self.in_front(loc[2:] if loc[1:2] == ("extra",) else loc[1:], at_key)
        if loc[:1] == ("event",):
            return self.in_front(loc, at_key)
        if not loc:
            return Span(0, max(self.front.place.start - 1, 1))
        return self.in_front(("event", *loc), at_key)
