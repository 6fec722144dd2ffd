"""Native: what a reader of write-ups takes of a source as it stands: labels, and lists of talks and lessons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from eventnotes.draft.lexicon import ROLE_NOUNS
from eventnotes.draft.reading.names import is_given
from eventnotes.formats._shapes import Settling
from eventnotes.formats.markdown.body import Body
from eventnotes.formats.markdown.story import Item
from eventnotes.limits import DEFAULT
from eventnotes.source import Span, Unreadable

Data = dict[str, Any]
Place = tuple[int, int]
_NAME = re.compile(
    r"(?!(?:tb[acd]|various|unknown|none|everyone|all)\b)(?:[^\W\d_][\w.'’-]*\s+){0,4}[^\W\d_][\w.'’-]*", re.IGNORECASE
)
"""What is surely a name alone: nothing that a dash or a bracket parts from it."""
_MORE = re.compile(r"[,;:<>]")
"""What stands in no organization's name, but between several, or before something else."""
_LIST = re.compile(r"[-*+][ \t]|[0-9]+[.)]")
"""How details begin that are a list: what stands above it may be no more than a label."""
PEOPLE = ("speakers", "moderators")


@dataclass(frozen=True)
class Written:
    """An item as it is written in the source.

    Attributes:
        kind: `session`, `lesson` or `framework`.
        data: its fields; a person is data of Speaker.
        start, end: the range of its words: of a session its heading and labels, in a list with the list's mark.
        mark: how many characters of the list's mark that is.
        block: the range of all that it is written together with: a list, and the marker above it.
        level: of a session, the level of its heading; 0 for none.
        places: the ranges of its fields.
        is_sound: whether a reader takes it for what it is: it has no errors, and its people have the roles that the
            labels tell; a title without an organization is taken for one.
    """

    kind: str
    data: Data
    start: int
    end: int
    mark: int
    block: Place
    level: int
    places: dict[tuple[str | int, ...], Place]
    is_sound: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether it is a session that is the whole post."""
        return self.kind == "session" and not self.level and not self.mark

    def people(self) -> Iterator[tuple[Data, Place]]:
        """Its speakers and moderators, in the order of the source: data, and the range of the name."""
        named = ((field, number) for field in PEOPLE for number in range(len(self.data.get(field, ()))))
        for field, number in sorted((one for one in named if one in self.places), key=lambda one: self.places[one]):
            yield self.data[field][number], self.places[field, number]


def written_in(text: str, body: int, event: Data | None = None) -> list[Written]:
    """The items that a reader takes of a source, without those that have something else than a name for one.

    Args:
        text: the source.
        body: where its body begins.
        event: what is known of the event; the times of its days are told by its start and end.
    """
    settling = Settling(DEFAULT)
    try:
        reading = Body(text[body:], body, event or {}, settling)
        reading.read()
    except Unreadable:
        return []
    wrong = [one.where for one in settling.problems if one.severity == "error" and isinstance(one.where, Span)]
    found = [*_written(reading)]
    nested = {one.block for one in found if _LIST.match(one.data.get("details", ""))}
    return [
        replace(one, is_sound=_has_roles(one) and not any(one.start <= place.start < one.end for place in wrong))
        for one in found
        if one.block not in nested and _has_names(one)
    ]


def _has_names(item: Written) -> bool:
    """Whether its people have names, one word alone if it is a given name; whose it is, is one of those named."""
    names = [person["name"] for person, _ in item.people()]
    alone = [one for one in names if " " not in one] if len(names) > 1 else []
    return (
        all(map(_NAME.fullmatch, names)) and all(map(is_given, alone)) and not isinstance(item.data.get("speaker"), str)
    )


def _has_roles(item: Written) -> bool:
    """Whether its people have a title or organization where a reader takes one."""
    roles = [role for person, _ in item.people() for role in person.get("roles", ())]
    return all(
        not _MORE.search(one.get("organization", ""))
        and ("title" in one or ROLE_NOUNS.isdisjoint(one.get("organization", "").lower().split()))
        for one in roles
    )


def _written(reading: Body) -> Iterator[Written]:
    starts = [one.start for one in reading.found]
    heads = {id(one.item): one for one in reading.sessions if one.head}
    for story in (reading.root, *reading.sessions):
        for item in (one for several in story.children.values() for one in several):
            if item.kind == "quote":
                continue
            block = reading.found[bisect_right(starts, item.start) - 1]
            head = heads.get(id(item))
            span, mark = (item.start, head.head if head is not None else item.end), 0
            together = span
            if block.kind == "list" and head is None:
                start, end = next(one for one in block.items if one[0] <= item.start < one[1])
                span, mark = (start, end), item.start - start
                together = (min(block.start, item.seen[5][0] if item.seen else block.start), block.end)
            yield _placed(reading, item, span, mark, together, head.level if head is not None else 0)


def _placed(reading: Body, item: Item, span: Place, mark: int, block: Place, level: int) -> Written:
    offset = reading.span(0, 0).start
    end = span[0] + len(reading.text[slice(*span)].rstrip(" \t\n"))
    found = {**item.places, **(_in_list(reading, item, block) if mark else {})}
    places = {loc: (one[0] + offset, one[1] + offset) for loc, one in found.items()}
    together = (block[0] + offset, block[1] + offset)
    return Written(item.kind, item.data, span[0] + offset, end + offset, mark, together, level, places)


def _in_list(reading: Body, item: Item, block: Place) -> dict[tuple[str | int, ...], Place]:
    """Where a session that is an item of a list has its title and links, and the heading above that says its kind."""
    found: dict[tuple[str | int, ...], Place] = {}
    title = item.data.get("title", "")
    if title and (at := reading.text.find(title, item.start, item.end)) >= 0:
        found["title",] = (at, at + len(title))
    for number, one in enumerate(item.data.get("links", ())):
        at = reading.text.find(f"]({one['url']})", item.start, item.end)
        found["links", number] = (reading.text.rfind("[", item.start, at), at)
    above = [one for one in reading.found if one.kind == "heading" and one.start < block[0]]
    if "kind" in item.data and above:
        found["kind",] = (above[-1].start, above[-1].end)
    return found
