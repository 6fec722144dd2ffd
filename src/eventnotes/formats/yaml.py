"""YAML: an event's fields at the top level of a file."""

from __future__ import annotations

from typing import Any, NamedTuple

from eventnotes.edit import apply
from eventnotes.formats._comments import ignores
from eventnotes.formats._format import Format, Updated
from eventnotes.formats._merging import merged_data
from eventnotes.formats._root import Root
from eventnotes.formats._shapes import event_shape
from eventnotes.formats._short_forms import shortened
from eventnotes.formats._trees import event_tree, lookup
from eventnotes.formats._yaml_edits import Unfit, yaml_edits
from eventnotes.formats._yaml_places import yaml_places
from eventnotes.formats._yaml_quoting import quoting
from eventnotes.formats._yaml_tree import read_yaml
from eventnotes.formats._yaml_writer import write_yaml
from eventnotes.limits import DEFAULT, Limits
from eventnotes.model import Event
from eventnotes.source import Edit, Tree, Unreadable


class Reading(NamedTuple):
    """A YAML text and the data that it holds."""

    text: str
    raw: Any


def read(text: str, limits: Limits) -> Tree:
    """One YAML 1.2 document whose root mapping holds the fields of Event."""
    raw, problems = read_yaml(text, 0, event_shape(), limits)
    tree = event_tree(raw, problems, lookup(lambda: yaml_places(text, 0)), limits)
    tree.reading = Reading(text, raw)
    tree.ignores = ignores(text, 0, "yaml")
    return tree


def write(event: Event) -> bytes:
    """The event as a YAML document, in the order of the model; what YAML 1.1 or 1.2 would type is quoted."""
    return write_yaml(event.model_dump(mode="json", exclude_defaults=True)).encode()


def update(reading: object, old: Event, new: Event) -> Updated:
    """The text that was read, changed in its place to say the new event, or written anew."""
    assert isinstance(reading, Reading)
    before, after = (shortened(one.model_dump(mode="json", exclude_defaults=True)) for one in (old, new))
    merged = merged_data(reading.raw, before, after)
    told_alike = {key: reading.raw.get(key, value) if key == "notes" else value for key, value in merged.items()}
    if "notes" not in reading.raw:
        told_alike.pop("notes", None)
    for wanted in (told_alike, merged):
        try:
            text = apply(reading.text, yaml_edits(reading.text, reading.raw, wanted))
            if write(Event.model_validate(read(text, DEFAULT).data)) == write(new):
                return Updated(text)
        except (Unfit, Unreadable, ValueError):
            continue
    return Updated(write(new).decode(), ("the whole text",))


def respell(text: str, limits: Limits) -> list[list[Edit]]:
    """Quotes for text that other readers of YAML would take for something else, each by itself."""
    data, _ = read_yaml(text, 0, event_shape(), limits)
    return [[edit] for edit in quoting(text, 0, data)]


def root(text: str, limits: Limits) -> Root:
    """The document's mapping."""
    return Root("yaml", text, 0, len(text), read_yaml(text, 0, event_shape(), limits)[0])


FORMAT = Format("yaml", (".yaml", ".yml"), read, write, lossless=True, update=update, respell=respell, root=root)
