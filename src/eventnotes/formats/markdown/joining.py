"""Joining: what front matter and body say of one event becomes one mapping, with ids, references and notes."""

from __future__ import annotations

from typing import Any

from eventnotes.building import PLURALS, identifying_text, mappings, set_ids
from eventnotes.diagnostic import quoted
from eventnotes.formats.markdown.body import Body
from eventnotes.formats.markdown.story import Entry, Item, Story
from eventnotes.ids import slug
from eventnotes.source import SyntaxProblem


def joined(event: dict[str, Any], body: Body) -> dict[str, Any]:
    """The event's data with all that the body adds; ids are derived, references and notes are written out."""
    data = dict(event)
    _extend(data, "speakers", body.mentions.introduced)
    set_ids(data, ["speaker"])
    for owner, field in body.references:
        owner[field] = _ids_of(owner[field])
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
    entries = {one["id"]: place for place, one in enumerate(given) if isinstance(one, dict) and _is_text(one.get("id"))}
    for story in body.sessions:
        item = story.item
        place = entries.pop(item.data.get("id") or slug("session", identifying_text("session", item.data)), None)
        if place is not None:
            item.entry = Entry(place)
            _merge(given[place], item, item.entry, body)
    merged = {story.item.entry.place for story in body.sessions if story.item.entry}
    kept = [place for place in range(len(given)) if place not in merged]
    data["sessions"] = [given[place] for place in kept]
    former = body.settling.former
    if len(kept) < len(given):
        before = former.get(("sessions",), range(len(given)))
        former["sessions",] = [before[place] for place in kept]


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
        elif own is not None and field != "id":
            place = item.places.get((field,), (item.start, item.start + 1))
            message, help = f"{field} stands here and under event: too", "keep one of the two"
            body.settling.problems.append(SyntaxProblem("given-twice", message, body.span(*place), help))
        else:
            entry.fields.add(field)
            data[field] = value


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


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
        above = len(body.data) - len(body.data[story.item.start :].lstrip(b" \t\n"))
        body.settling.problems.append(
            SyntaxProblem("given-twice", message, body.span(above, above + 1), "remove notes: under event:")
        )
        notes = f"{data['notes']}\n\n{notes}"
    data["notes"] = notes


def _refuse_repeated_ids(data: dict[str, Any], body: Body) -> None:
    """Report an id comment that gives an id again, and let the id of its item be derived."""
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
