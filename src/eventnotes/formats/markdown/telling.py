"""Telling: the body of a post from an event's notes, each item in its place, and where everything was put."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from eventnotes.building import PLURALS
from eventnotes.formats.markdown import wording
from eventnotes.formats.markdown.days import day_of, is_day
from eventnotes.formats.markdown.headings import KIND_WORDS, fold_heading, is_lessons_heading
from eventnotes.formats.markdown.ignoring import are_ignores
from eventnotes.formats.markdown.wording import People
from eventnotes.notes import Placeholder, placeholder, placeholders, trimmed

Data = dict[str, Any]
Key = tuple[str, str]
"""Kind and id of an item."""

_INSIDE = ("quotes", "lessons", "frameworks")
_OWN = {"id", "notes", *_INSIDE}
_heading = re.compile(r"#(?<![^\n]#)#{0,5}[ \t]+([^\n]*?)[ \t#]*(?=\n|$)").finditer
_list_marker = re.compile(r"^ {0,3}(?:[-*+]|[0-9]{1,9}[.)])[ \t]", re.MULTILINE).search
_continues = {"-": re.compile(r"[ \t]|-(?:[ \t\n]|$)").match, "1": re.compile(r"[ \t]|[0-9]{1,9}\.(?:[ \t\n]|$)").match}
_HEADING = re.compile(r"(#{1,6})[ \t]|[^\W\d_][^\n]*\n(?:(=)=+|--+)[ \t]*(?:\n|\Z)")
GUARD = "<!-- text -->"
END = "<!-- /session -->"


@dataclass(slots=True)
class Plan:
    """What is not told in the natural way."""

    under_event: set[Key] = field(default_factory=set)
    """Items that stand under `event:`, with a placeholder in the body."""
    fields: dict[str, set[str]] = field(default_factory=dict)
    """By id of a session, its fields that stand in an entry under `event:`."""
    guards: set[tuple[str | None, int]] = field(default_factory=set)
    """Places in notes before which a guard stands: id of the session, or None for the event's; and offset."""
    introduced: set[str] = field(default_factory=set)
    """Ids of the speakers whom the body introduces."""
    post_under_event: bool = False
    """Whether what is said of the post stands there too."""
    above: str = ""
    """Lines of front matter in the words of its author, which say what there is to say of the post but its status."""
    words: dict[Key, tuple[str, int]] = field(default_factory=dict)
    """Items in the words of their author, without an id of their own, and the size of the mark of a list in them."""


@dataclass(slots=True)
class Narrative:
    """A stretch of notes in the body: range, and where it begins in the notes of its owner."""

    owner: str | None
    offset: int
    start: int
    end: int


class Telling:
    """One telling of an event.

    Args:
        event: data of Event.
        plan: what is not told in the natural way.
        own_ids: the items to which a comment gives their id.
        untold: ids of sessions of which nothing but the id is told, where only the difference of two tellings counts.

    Attributes:
        items: where each item that is told naturally stands in the body; of a session, that of its head.
        ends: by id of a session with a story of its own, where it ends.
        narrative: the stretches of notes.
        guards: where the guards stand.
        left: by id of a session, the fields that found no words.
    """

    def __init__(self, event: Data, plan: Plan, own_ids: set[Key], untold: Set[str] = frozenset()) -> None:
        self.event = event
        self.plan = plan
        self.own_ids = own_ids
        self.untold = untold
        own_speakers = {one for kind, one in own_ids if kind == "speaker"}
        self.people = People(event.get("speakers", ()), plan.introduced, own_speakers)
        self.items: dict[Key, tuple[int, int]] = {}
        self.ends: dict[str, int] = {}
        self.narrative: list[Narrative] = []
        self.guards: set[int] = set()
        self.left: dict[str, set[str]] = {}
        self._cuts: dict[str | None, list[int]] = {}
        for who, place in sorted(plan.guards, key=lambda one: one[1]):
            self._cuts.setdefault(who, []).append(place)
        self._pieces: list[str] = []
        self._size = 0
        self._open: tuple[str, int] | None = None
        self._ending: str | None = None
        self._due = ""
        self._listed = ""
        self._day: str | None = None
        self._story(None, event)
        self._end_session()
        self.text = "".join([*self._pieces, "\n"] if self._pieces else [])
        self._ends_at(self._size + 1)

    def _put(self, text: str, gap: str = "\n\n") -> int:
        """Add a block to the body; where it begins."""
        if self._pieces:
            self._pieces.append(gap)
            self._size += len(gap)
        elif gap:
            self._pieces.append("\n")
            self._size = 1
        start = self._size
        self._ends_at(start)
        self._pieces.append(text)
        self._size += len(text)
        marker = _list_marker(text)
        self._listed = ("-" if marker[0].strip() == "-" else "1") if marker else ""
        return start

    def _tell(self, key: Key, text: str, gap: str = "\n\n", bullet: int = 0) -> None:
        self.items[key] = (self._put(text, gap) + bullet, self._size)

    def _story(self, owner: str | None, data: Data) -> None:
        items = {(name[:-1], one["id"]): one for name in _INSIDE for one in data.get(name, ())}
        if owner is None:
            items |= {("session", one["id"]): one for one in data.get("sessions", ())}
        notes = data.get("notes", "")
        position = 0
        run: list[tuple[Placeholder, Data]] = []
        for mark in placeholders(notes):
            data = items.pop((mark.kind, mark.id), None)
            if data is None:
                continue
            if run and not (mark.in_list and mark.kind == run[-1][0].kind and mark.start == position + 1):
                self._list(run, owner)
                run = []
            if not run:
                self._narrate(owner, notes, position, mark.start)
            position = mark.end
            if mark.in_list:
                run.append((mark, data))
            else:
                self._item(mark, data, owner)
        self._list(run, owner)
        self._narrate(owner, notes, position, len(notes))

    def _narrate(self, owner: str | None, notes: str, start: int, end: int) -> None:
        text = trimmed(notes[start:end])
        if not text:
            return
        start += notes[start:end].index(text)
        cuts = self._cuts.get(owner, [])
        cuts = cuts[bisect_left(cuts, start) : bisect_left(cuts, start + len(text))]
        heading = _HEADING.match(text) if start not in cuts else None
        level = (len(heading[1] or "") or 2 - bool(heading[2])) if heading else 7
        if owner is None and self._open and level > self._open[1]:
            self._close()
        elif owner is None:
            self._end_session()
        if self._listed and _continues[self._listed](text):
            cuts = sorted({start, *cuts})
        ends = [*cuts, start + len(text)]
        self._stretch(owner, notes[start : ends[0]], start)
        for place, until in zip(cuts, ends[1:], strict=True):
            self.guards.add(self._put(GUARD, "" if place > start else "\n\n"))
            self._stretch(owner, notes[place:until], place)
        self._notice(text)

    def _stretch(self, owner: str | None, text: str, offset: int) -> None:
        if text:
            start = self._put(text)
            self.narrative.append(Narrative(owner, offset, start, self._size))

    def _notice(self, text: str) -> None:
        """What headings in the narrative mean for what follows: a day, a list that is due."""
        match = None
        for match in _heading(text):
            if is_day(match[1]):
                start, end = (self._date(key) for key in ("start", "end"))
                self._day = day_of(match[1], start, end)
        is_last = match is not None and not _list_marker(text, match.end())
        self._due = fold_heading(match[1]) if match is not None and is_last else ""

    def _date(self, key: str) -> str | None:
        value = self.event.get(key)
        return value if value and value[0] != "T" else None

    def _item(self, mark: Placeholder, data: Data, owner: str | None) -> None:
        key = (mark.kind, mark.id)
        if owner is None and mark.kind != "session":
            self._close()
        own_id = mark.id if key in self.own_ids else None
        if key in self.plan.under_event or (mark.kind == "session" and not mark.carrier and not self._is_at_top()):
            self._point(mark, key)
        elif mark.kind == "session":
            self._session(mark, data, own_id)
        else:
            own = self._own_words(key)
            words = {"quote": wording.quote, "lesson": wording.lesson, "framework": wording.framework}[mark.kind]
            self._tell(key, own[0] if own is not None else words(data, self.people, own_id))
        self._due = ""

    def _own_words(self, key: Key) -> tuple[str, int] | None:
        """The words of its author, for an item that they give its id too."""
        return self.plan.words.get(key) if key not in self.own_ids else None

    def _is_at_top(self) -> bool:
        """Whether nothing is told yet but comments for us, so that labels make the post a session."""
        return not self._pieces or are_ignores("".join(self._pieces))

    def _point(self, mark: Placeholder, key: Key) -> None:
        """Leave the placeholder of an item that stands under `event:`."""
        self.plan.under_event.add(key)
        if mark.kind == "session":
            self._close() if not mark.carrier.startswith("#") else self._end_session()
        self._put(placeholder(mark.kind, mark.id, mark.carrier))

    def _session(self, mark: Placeholder, data: Data, own_id: str | None) -> None:
        self._end_session()
        if mark.id in self.untold:
            self._tell(("session", mark.id), mark.id)
            self._open = (mark.id, mark.carrier.count("#"))
            self._notice(data.get("notes", ""))
            return
        own = self._own_words(("session", mark.id)) if mark.id not in self.plan.fields else None
        if own is not None:
            self._tell(("session", mark.id), own[0])
            self._open = (mark.id, mark.carrier.count("#"))
            self._story(mark.id, data)
            return
        left = self.plan.fields.get(mark.id, set())
        head = wording.Head({key: one for key, one in data.items() if key not in _OWN}, self.people, self._day, left)
        level = mark.carrier.count("#")
        self._tell(("session", mark.id), head.text(level, own_id))
        if head.left:
            self.left[mark.id] = head.left
        self._open = (mark.id, level)
        self._story(mark.id, data)

    def _end_session(self) -> None:
        """What comes next ends the session by itself."""
        self._ending, self._open = self._open[0] if self._open else None, None

    def _close(self) -> None:
        if self._open:
            self._end_session()
            self._put(END)

    def _ends_at(self, place: int) -> None:
        if self._ending:
            self.ends[self._ending] = place
        self._ending = None

    def _list(self, found: list[tuple[Placeholder, Data]], owner: str | None) -> None:
        """Placeholders that are the items of one list."""
        if not found:
            return
        if owner is None:
            self._close()
        if found[0][0].kind == "session":
            self._kind_list(found)
        else:
            self._lessons(found)
        self._due = ""

    def _lessons(self, found: list[tuple[Placeholder, Data]]) -> None:
        due = is_lessons_heading(self._due)
        told: str | None = "" if due else None
        for number, (mark, data) in enumerate(found):
            key = ("lesson", mark.id)
            gap = "\n" if number else "\n\n"
            if key in self.plan.under_event:
                self._point_in_list(key, gap)
                continue
            who = data.get("speaker", "")
            if who != told:
                self._put(wording.marker("Lessons", self.people.short(who) if who else None))
                told, gap = who, "\n\n"
            own = self._own_words(key)
            item = own or (wording.lesson_item(data, mark.id if key in self.own_ids else None), 2)
            self._tell(key, item[0], gap, item[1])

    def _point_in_list(self, key: Key, gap: str) -> None:
        """Leave a placeholder that is an item of a list; a guard parts it from another list above it."""
        if gap == "\n\n" and self._listed == "-":
            self.guards.add(self._put(GUARD))
        self._put(placeholder(*key, "- "), gap)

    def _kind_list(self, found: list[tuple[Placeholder, Data]]) -> None:
        kind = KIND_WORDS.get(self._due)
        for number, (mark, data) in enumerate(found):
            key = ("session", mark.id)
            fits = data.get("kind") == kind and len(data.get("speakers", ())) == 1 and "title" in data
            if not fits or data.keys() - {"id", "title", "kind", "speakers", "links"}:
                self.plan.under_event.add(key)
            gap = "\n" if number else "\n\n"
            if key in self.plan.under_event:
                self._point_in_list(key, gap)
            else:
                own_id = mark.id if key in self.own_ids else None
                item = self._own_words(key) or (wording.kind_item(data, self.people, own_id), 2)
                self._tell(key, item[0], gap, item[1])


def entries(event: Mapping[str, Any], plan: Plan, left: Mapping[str, set[str]]) -> dict[str, list[Data]]:
    """The items that stand under `event:`, by field of Event; those of sessions in an entry of their session."""
    found: dict[str, list[Data]] = {}
    for name in (*_INSIDE, "sessions"):
        values = [_entry(name[:-1], one, plan, left) for one in event.get(name, ())]
        found[name] = [one for one in values if one is not None]
    return found


def _entry(kind: str, data: Data, plan: Plan, left: Mapping[str, set[str]]) -> Data | None:
    if (kind, data["id"]) in plan.under_event:
        return data
    if kind != "session":
        return None
    fields = left.get(data["id"], ())
    found = {key: value for key, value in data.items() if key in fields}
    for name in _INSIDE:
        values = [one for one in data.get(name, ()) if (name[:-1], one["id"]) in plan.under_event]
        found |= {name: values} if values else {}
    return {"id": data["id"], **found} if found else None


def plurals_of(data: Mapping[str, Any], under_event: set[Key]) -> Iterator[tuple[str, list[Data]]]:
    """Per kind, the items in the order in which a reader meets them."""
    sessions = data.get("sessions", [])
    sessions = sorted(sessions, key=lambda one: ("session", one["id"]) not in under_event)
    for kind, name in PLURALS.items():
        owners = [data, *sessions] if name in _INSIDE else [data]
        items = sessions if kind == "session" else [one for owner in owners for one in owner.get(name, ())]
        yield kind, items
