"""Joining: what front matter and body say of one event becomes one mapping, with ids, references and notes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from eventnotes.building import PLURALS, identifying_text, mappings, set_ids
from eventnotes.diagnostic import printable, quoted
from eventnotes.formats._shapes import Settling
from eventnotes.formats.markdown.body import Body
from eventnotes.formats.markdown.story import Entry, Item, Story
from eventnotes.ids import slug
from eventnotes.source import Loc, SyntaxProblem

_blank: Any = re.compile(r"[ \t\n]*").match


def joined(event: dict[str, Any], body: Body) -> dict[str, Any]:
    """The event's data with all that the body adds; ids are derived, references and notes are written out."""
    data = dict(event)
    _extend(data, "speakers", body.mentions.introduced)
    set_ids(data, ["speaker"])
    for owner, field in body.references:
        owner[field] = owner[field]["id"]
    for story in body.sessions:
        _name_people(story.item.data)
    _merge_sessions(data, body)
    for story in body.sessions:
        _attach(story, story.item.data)
    _attach(body.root, data)
    _refuse_repeated_ids(data, body)
    set_ids(data, ["session", "quote", "lesson", "framework"])
    for story in (*body.sessions, body.root):
        if story.chunks:
            _tell(story, data if story is body.root else story.item.data, body)
    return data


def _merge_sessions(data: dict[str, Any], body: Body) -> None:
    """An entry under `event: sessions:` with the id of a session of the body adds to it."""
    given = data.get("sessions")
    if not isinstance(given, list) or not body.sessions:
        return
    entries = {
        one["id"]: place for place, one in enumerate(given) if isinstance(one, dict) and isinstance(one.get("id"), str)
    }
    for story in sorted(body.sessions, key=lambda one: "id" not in one.item.data):
        item = story.item
        place = entries.pop(item.data.get("id") or slug("session", identifying_text("session", item.data)), None)
        if place is not None:
            item.entry = Entry(place)
            _merge(given[place], item, item.entry, body)
    merged = [story.item.entry.place if story.item.entry else None for story in body.sessions]
    gone = set(merged)
    kept = [place for place in range(len(given)) if place not in gone]
    data["sessions"] = [given[place] for place in kept]
    if len(kept) < len(given):
        _move_entries(body.settling, [*kept, *merged])


def _move_entries(settling: Settling, order: list[int | None]) -> None:
    """Note that the entries under `event: sessions:` stand in another order now; None: a session of the body."""
    places = {place: index for index, place in enumerate(order)}

    def moved(loc: Any) -> Any:
        return ("sessions", places[loc[1]], *loc[2:]) if loc[:1] == ("sessions",) and len(loc) > 1 else loc

    before = settling.former.pop(("sessions",), range(len(places)))
    settling.former = {moved(loc): former for loc, former in settling.former.items()}
    settling.former["sessions",] = [-1 if place is None else before[place] for place in order]
    settling.left_out = {moved(loc) for loc in settling.left_out}
    settling.problems[:] = [replace(one, where=moved(one.where)) for one in settling.problems]


def _merge(given: dict[str, Any], item: Item, entry: Entry, body: Body) -> None:
    """Add the fields given in an entry to a session's data, in place; values of the entry come first."""
    data = item.data
    for field, value in given.items():
        own = data.get(field)
        if isinstance(value, list) and isinstance(own, list):
            entry.counts[field] = len(value)
            data[field] = [*value, *own]
        elif isinstance(value, list) and field in PLURALS.values():
            entry.counts[field] = len(value)
            data[field] = list(value)
        elif field == "extra" and isinstance(value, dict) and isinstance(own, dict):
            data[field] = {**value, **own}
            for key in (one for one in value if one in own):
                _refuse_second(key, item, (field, key), body)
        elif own is not None and field != "id":
            _refuse_second(field, item, (field,), body)
        else:
            entry.fields.add(field)
            data[field] = value


def _refuse_second(name: str, item: Item, where: Loc, body: Body) -> None:
    place = item.places.get(where, (item.start, item.start + 1))
    message = f"{printable(name)} stands here and under event: too"
    body.settling.problems.append(SyntaxProblem("given-twice", message, body.span(*place), "keep one of the two"))


def _attach(story: Story, data: dict[str, Any]) -> None:
    for name, items in story.children.items():
        _extend(data, name, [item.data for item in items])


def _extend(data: dict[str, Any], name: str, more: list[Any]) -> None:
    if more:
        data[name] = [*listed(data, name), *more]


def listed(data: dict[str, Any], name: str) -> list[Any]:
    """What data gives under a name that should hold a list; anything else is the one item, which validation reports."""
    given = data.get(name, [])
    return given if isinstance(given, list) else [given]


def _tell(story: Story, data: dict[str, Any], body: Body) -> None:
    notes = story.notes()
    if "notes" in data:
        message = "the narrative stands in the body and under event: too"
        above = _blank(body.text, story.item.start).end()
        body.settling.problems.append(
            SyntaxProblem("given-twice", message, body.span(above, above + 1), "remove notes: under event:")
        )
        notes = f"{data['notes']}\n\n{notes}"
    data["notes"] = notes


def _refuse_repeated_ids(data: dict[str, Any], body: Body) -> None:
    """Report an id comment that gives an id again, and let the id of its item be derived."""
    if not body.with_ids:
        return
    owners = [data, *mappings(data.get("sessions"))]
    commented = {id(one.data) for one in body.with_ids}
    taken = {
        (kind, item["id"])
        for kind, name in PLURALS.items()
        for owner in owners
        for item in mappings(owner.get(name))
        if isinstance(item.get("id"), str) and id(item) not in commented
    }
    for item in body.with_ids:
        key = (item.kind, item.data["id"])
        if key in taken:
            start = body.text.rfind(item.data["id"], item.start, item.end)
            message = f"the id {quoted(item.data.pop('id'))} is used twice"
            span = body.span(start, start + len(key[1]))
            help = "give one of the two another id, or none"
            body.settling.problems.append(SyntaxProblem("duplicate-id", message, span, help))
        taken.add(key)


def _name_people(session: dict[str, Any]) -> None:
    """Let the ids of people stand for their data."""
    for field in ("speakers", "moderators"):
        if field in session:
            session[field] = [one["id"] for one in session[field]]
