"""JSON Lines: one event a line, each as canonical JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eventnotes.formats._format import Format
from eventnotes.formats._json_tree import json_places, read_json
from eventnotes.formats._trees import event_tree, lookup
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Span, Tree, Unreadable

_lines = re.compile(r"[^\n]*\S[^\n]*").finditer


def events(text: str, limits: Limits) -> Iterator[Tree]:
    """The event of each line that is not blank; the limits are those of one event."""
    for found in _lines(text):
        yield _event(found.group(), found.start(), limits)


def _event(line: str, start: int, limits: Limits) -> Tree:
    locate = lookup(lambda: json_places(line, start))
    try:
        raw, problems = read_json(line, start, limits)
        tree = event_tree(raw, problems, locate, limits)
    except Unreadable as error:
        whole = Span(start, start + len(line))
        is_json = not isinstance(error.problem.where, Span)
        return Tree(None, locate if is_json else lambda *_: whole, [error.problem])
    tree.key = raw["id"] if isinstance(raw.get("id"), str) else None
    return tree


def write(event: Event) -> bytes:
    """The event as one line."""
    return event.model_dump_json(exclude_defaults=True).encode() + b"\n"


def write_all(events: Iterable[Event]) -> Iterator[bytes]:
    """Each event as one line."""
    return map(write, events)


FORMAT = Format("jsonl", (".jsonl", ".ndjson"), None, write, lossless=True, events=events, write_all=write_all)
