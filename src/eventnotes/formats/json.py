"""JSON: an event's fields as one object; the canonical form."""

from __future__ import annotations

from eventnotes.formats._format import Format, Updated
from eventnotes.formats._json_tree import json_places, read_json
from eventnotes.formats._root import Root
from eventnotes.formats._trees import event_tree, lookup
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Tree


def read(text: str, limits: Limits) -> Tree:
    """One JSON object that holds the fields of Event (RFC 8259)."""
    raw, problems = read_json(text, 0, limits)
    return event_tree(raw, problems, lookup(lambda: json_places(text, 0)), limits)


def write(event: Event) -> bytes:
    """The event as canonical JSON: the model's order, two spaces, UTF-8, a newline at the end, nothing empty."""
    return event.model_dump_json(indent=2, exclude_defaults=True).encode() + b"\n"


def update(_reading: object, _old: Event, new: Event) -> Updated:
    """The new event; canonical JSON has one way to say it."""
    return Updated(write(new).decode())


def root(text: str, limits: Limits) -> Root:
    """The object."""
    return Root("json", text, 0, len(text), read_json(text, 0, limits)[0])


FORMAT = Format("json", (".json",), read, write, lossless=True, update=update, root=root)
