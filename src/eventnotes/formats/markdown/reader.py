"""Reader: front matter and body of a post become one tree, with the way back to every place."""

from __future__ import annotations

import re
from typing import Any

from eventnotes.building import PLURALS, set_ids
from eventnotes.diagnostic import quoted
from eventnotes.formats._shapes import Settling
from eventnotes.formats._trees import before_dropping, lookup
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
    default_name = _name(data, front, body, settling)
    places = _Places(text, front, body, counts, data)
    is_write_up = front is not None and front.is_write_up
    is_normal = not any(name in event for name in ("notes", *PLURALS.values()) if name != "speakers")
    is_normal = is_normal and all(story.is_normal for story in (body.root, *body.sessions))
    guarded = [body.span(*one) for one in body.guarded]
    return Tree(
        data,
        places.find,
        settling.problems,
        is_write_up,
        is_normal,
        settling.left_out,
        default_name,
        guarded,
        start,
    )


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
    _refuse_repeated_ids(data, body)
    set_ids(data, ["session", "quote", "lesson", "framework"])
    for story in body.sessions:
        if story.chunks:
            story.item.data["notes"] = story.notes()
    if body.root.chunks:
        notes = body.root.notes()
        if "notes" in data:
            message = "the narrative stands in the body and under event: too"
            start = len(body.data) - len(body.data.lstrip(b" \t\n"))
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


def _refuse_repeated_ids(data: dict[str, Any], body: Body) -> None:
    """Report an id comment that gives an id again, and let the id of its item be derived."""
    owners = [data, *(one for one in data.get("sessions") or () if isinstance(one, dict))]
    taken = {
        (kind, item.get("id"))
        for kind, name in PLURALS.items()
        for owner in owners
        for item in owner.get(name) or ()
        if isinstance(item, dict) and not any(item is one.data for one in body.with_ids)
    }
    for item in body.with_ids:
        key = (item.kind, item.data["id"])
        if key in taken:
            start = body.data.rfind(item.data["id"].encode(), item.start, item.end)
            message = f"the id {quoted(item.data.pop('id'))} is used twice"
            span = body.span(start, start + len(str(key[1]).encode()))
            help = "give one of the two another id, or none"
            body.settling.problems.append(SyntaxProblem("duplicate-id", message, span, help))
        taken.add(key)


def _ids_of(people: Any) -> Any:
    if isinstance(people, list):
        return [one["id"] if isinstance(one, dict) else one for one in people]
    return people["id"] if isinstance(people, dict) else people


def _name(data: dict[str, Any], front: FrontMatter | None, body: Body, settling: Settling) -> str | None:
    """Give the event the name it has by default, the post's title or first heading; that default."""
    title = front.write_up.get("title") if front is not None else None
    default = title or plain(body.first_heading) or None
    if "name" in data or default:
        data.setdefault("name", default)
        return default
    if ("name",) in settling.left_out:
        return None
    start = front.place.start if front is not None else 0
    message, help = "the event has no name", "write event: and below it name: …"
    settling.problems.append(SyntaxProblem("missing", message, Span(0, max(start - 1, 1)), help))
    settling.left_out.add(("name",))
    return None


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
        has_own_name = self.front is not None and (
            "name" in self.front.event or ("name",) in self.front.settling.left_out
        )
        if loc == ("name",) and not has_own_name:
            return self._title()
        return self._in_front(loc, at_key)

    def _in_body(self, story: Story, loc: Loc, counts: dict[str, int]) -> Span | None:
        name, index = str(loc[0]), loc[1]
        assert isinstance(index, int)
        index -= counts.get(name, 0)
        if name == "speakers" and story is self.body.root:
            start, end = self.body.mentions.introduced_at[index]
            line_end = self.body.data.find(b"\n", end)
            return self.body.span(start, end if loc[2:] == ("name",) or line_end < 0 else line_end)
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
        if rest in item.places:
            return self.body.span(*item.places[rest])
        nearest = next((rest[:size] for size in range(len(rest), 0, -1) if rest[:size] in item.places), None)
        return self.body.span(*item.places[nearest]) if nearest else self._whole(item)

    def _whole(self, item: Item) -> Span:
        return self.body.span(item.start, len(self.body.data[: item.end].rstrip(b" \t\n")))

    def _title(self) -> Span:
        return self._in_front(("write_up", "title"), False)

    def _in_front(self, loc: Loc, at_key: bool) -> Span:
        if self.front is None or self.in_front is None:
            return Span(0, 1)
        keys = self.front.keys
        loc = before_dropping(loc, self.front.settling)
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
