"""Places of keys and values in YAML; a second reading, for when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from eventnotes.source import Loc, Span

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_BREAKS = {0x2028: " ", 0x2029: " "}  # YAML 1.2.2 §5.4; libyaml breaks lines there


def yaml_places(text: str, offset: int) -> dict[Loc, tuple[Span, Span]]:
    """The ranges of every key and value, by location."""
    places: dict[Loc, tuple[Span, Span]] = {}
    stack: list[list[Any]] = []  # [location, next index or None for a mapping, key, key span]
    for event in _events(text):
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        span = _span(event, text, offset)
        loc: Loc = ()
        key = span
        if stack:
            frame = stack[-1]
            if frame[1] is None and frame[2] is None:
                frame[2], frame[3] = getattr(event, "value", None) or "", span
                continue
            step = frame[1] if frame[1] is not None else frame[2]
            key = frame[3] or span
            loc = (*frame[0], step)
            if frame[1] is not None:
                frame[1] += 1
                key = span
            frame[2] = None
        places.setdefault(loc, (key, span))
        if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            stack.append([loc, 0 if isinstance(event, yaml.SequenceStartEvent) else None, None, None])
    return places


def yaml_scalars(text: str) -> list[tuple[int, int]]:
    """The ranges of all scalars, in order; what stands outside of them is structure, or a comment."""
    scalars: list[Any] = [event for event in _events(text) if isinstance(event, yaml.ScalarEvent)]
    return [(event.start_mark.index, event.end_mark.index) for event in scalars]


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text.translate(_NO_BREAKS), Loader=_LOADER)
    except yaml.YAMLError:
        return


def _span(event: Any, text: str, offset: int) -> Span:
    start = event.start_mark.index
    end = event.end_mark.index
    if isinstance(event, yaml.CollectionStartEvent):
        line_end = text.find("\n", start)
        end = max(start + 1, line_end if line_end >= 0 else len(text))
    else:
        end = start + max(len(text[start:end].rstrip()), 1)
    return Span(offset + start, offset + end)
