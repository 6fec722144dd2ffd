"""Reader: front matter and body of a post become one tree, with the way back to every place."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from eventnotes.building import PLURALS
from eventnotes.formats._root import Root
from eventnotes.formats._shapes import Settling
from eventnotes.formats.markdown.allowance import check_lines
from eventnotes.formats.markdown.body import Body
from eventnotes.formats.markdown.front_matter import FrontMatter, section
from eventnotes.formats.markdown.joining import joined, listed
from eventnotes.formats.markdown.story import Entry, Item, Story
from eventnotes.limits import Limits
from eventnotes.model import Session
from eventnotes.source import Loc, Span, SyntaxProblem, Tree

_MARKUP = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)|[*_`]+(?=\S)|(?<=\S)[*_`]+")
_PEOPLE = ("speakers", "moderators")
_TOLD = {"notes", *PLURALS.values()} - {"speakers"}
"""Fields of an event whose normal form the body alone does not know."""


def read(text: str, limits: Limits) -> Tree:
    """A write-up: front matter and a CommonMark body, as docs/format.md describes.

    Raises:
        Unreadable: where the front matter cannot be read at all.
    """
    return Reading(text, limits).tree()


def root(text: str, limits: Limits) -> Root:
    """The front matter of a post, or the place for one.

    Raises:
        Unreadable: where the front matter cannot be read at all.
    """
    front = Reading(text, limits).front
    if front is None:
        return Root("", text, 0, 0, {})
    return Root(front.place.language, text, front.place.start, front.place.end, front.raw)


class Reading:
    """A write-up that was read: its front matter, its body, and the event's data that both together give."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.settling = Settling(limits)
        self.text = text
        place = section(text)
        self.front = FrontMatter(text, place, self.settling) if place is not None else None
        if self.front is not None:
            self.front.read()
        self.start = place.body if place is not None else 0
        event = self.front.event if self.front is not None else {}
        self.body = Body(text[self.start :], self.start, event, self.settling)
        self.body.read()
        self.data = joined(event, self.body)
        if self.front is not None:
            self.front.join_write_up(self.data)

    def items(self) -> list[Item]:
        """The items that the body holds: those of the event, then those of each session."""
        stories = [self.body.root, *self.body.sessions]
        return [one for story in stories for items in story.children.values() for one in items]

    def tree(self) -> Tree:
        """The data with the way back to the places of its values."""
        front, body, settling = self.front, self.body, self.settling
        event = front.event if front is not None else {}
        default_name = _name(self.data, front, body, settling)
        counts = {name: len(listed(event, name)) for name in PLURALS.values()}
        counts["sessions"] -= sum(story.item.entry is not None for story in body.sessions)
        locate = _Places(self.text, front, body, counts, self.data).find
        if max([one.end - one.start for one in body.found], default=0) > settling.limits.line:
            check_lines(self.data, settling, locate)
        is_normal = event.keys().isdisjoint(_TOLD) and (
            "<!--" not in body.text or all(story.is_normal for story in (body.root, *body.sessions))
        )
        return Tree(
            self.data,
            locate,
            settling.problems,
            is_write_up=front is not None and front.is_write_up,
            is_normal=is_normal,
            left_out=settling.left_out,
            default_name=default_name,
            guarded=[body.span(*one) for one in body.guarded],
            ignores=[*(front.ignores() if front is not None else ()), *body.ignores.all()],
            body_start=self.start,
            reading=self,
        )


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

    def find(self, loc: Loc, at_key: bool) -> Span:
        """The range of the value (or key) at a location of the tree's data."""
        if loc == ("notes",) or (loc and loc[0] == "notes"):
            return self.body.span(0, len(self.body.text))
        if len(loc) > 1 and isinstance(loc[1], int) and loc[1] >= self.counts.get(str(loc[0]), 1 << 60):
            found = self._in_body(self.body.root, loc, self.counts, at_key)
            if found is not None:
                return found
        has_own_name = self.front is not None and (
            "name" in self.front.event or ("name",) in self.front.settling.left_out
        )
        if loc == ("name",) and not has_own_name:
            return self._title()
        return self._in_front(loc, at_key)

    def _in_body(self, story: Story, loc: Loc, counts: dict[str, int], at_key: bool) -> Span | None:
        name, index = str(loc[0]), loc[1]
        assert isinstance(index, int)
        index -= counts.get(name, 0)
        if name == "speakers" and story is self.body.root:
            start, end = self.body.mentions.introduced_at[index]
            line_end = self.body.text.find("\n", end)
            return self.body.span(start, end if loc[2:] == ("name",) or line_end < 0 else line_end)
        items = story.children.get(name, [])
        if index >= len(items):
            return None
        item = items[index]
        rest = loc[2:]
        if item.entry is not None and _is_in_entry(item.entry, item, rest):
            return self._in_front(loc, at_key)
        if item.kind == "session" and len(rest) > 1 and rest[0] in PLURALS.values() and rest[0] not in _PEOPLE:
            inner = self._inner.get(id(item))
            if inner is not None:
                return self._in_body(inner, rest, item.entry.counts if item.entry is not None else {}, at_key)
        if rest[:1] == ("notes",):
            return self.body.span(item.start, item.end)
        if item.entry is not None and len(rest) > 1 and isinstance(rest[1], int):
            rest = (rest[0], rest[1] - item.entry.counts.get(str(rest[0]), 0), *rest[2:])
        if rest in item.places:
            return self.body.span(*item.places[rest])
        nearest = next((rest[:size] for size in range(len(rest), 0, -1) if rest[:size] in item.places), None)
        return self.body.span(*item.places[nearest]) if nearest else self._whole(item)

    @cached_property
    def _inner(self) -> dict[int, Story]:
        return {id(story.item): story for story in self.body.sessions}

    def _whole(self, item: Item) -> Span:
        return self.body.span(item.start, item.start + len(self.body.text[item.start : item.end].rstrip(" \t\n")))

    def _title(self) -> Span:
        return self._in_front(("write_up", "title"), False)

    def _in_front(self, loc: Loc, at_key: bool) -> Span:
        return self.front.locate(loc, at_key) if self.front is not None else Span(0, 1)


def _is_in_entry(entry: Entry, item: Item, rest: Loc) -> bool:
    """Whether a value of a session stands in the entry that adds to it; else the body holds it."""
    if not rest or (rest[0] == "extra" and rest[:2] in item.places):
        return False
    name = str(rest[0])
    first = len(rest) > 1 and isinstance(rest[1], int) and rest[1] < entry.counts.get(name, 0)
    return first or name in entry.fields or name == "extra" or name not in Session.model_fields
