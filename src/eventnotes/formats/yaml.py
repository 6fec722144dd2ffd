"""YAML: an event's fields at the top level of a file."""

from __future__ import annotations

from eventnotes.formats._format import Format
from eventnotes.formats._shapes import event_shape
from eventnotes.formats._trees import event_tree, lookup
from eventnotes.formats._yaml_places import yaml_places
from eventnotes.formats._yaml_quoting import quoting
from eventnotes.formats._yaml_tree import read_yaml
from eventnotes.formats._yaml_writer import write_yaml
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Edit, Tree


def read(text: str, limits: Limits) -> Tree:
    """One YAML 1.2 document whose root mapping holds the fields of Event."""
    raw, problems = read_yaml(text, 0, event_shape(), limits)
    return event_tree(raw, problems, lookup(lambda: yaml_places(text, 0)), limits)


def write(event: Event) -> bytes:
    """The event as a YAML document, in the order of the model; what YAML 1.1 or 1.2 would type is quoted."""
    return write_yaml(event.model_dump(mode="json", exclude_defaults=True)).encode()


def respell(text: str, limits: Limits) -> list[list[Edit]]:
    """Quotes for text that other readers of YAML would take for something else, each by itself."""
    data, _ = read_yaml(text, 0, event_shape(), limits)
    return [[edit] for edit in quoting(text, 0, data)]


FORMAT = Format("yaml", (".yaml", ".yml"), read, write, lossless=True, respell=respell)
