"""Quoting: the plain YAML scalars that are text to us and something else to other readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from eventnotes.formats._yaml_places import yaml_places
from eventnotes.formats._yaml_writer import is_typed
from eventnotes.source import Edit, Loc

_DATES = ("start", "end", "published", "updated", "due")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T\S+)?)?")


def quoting(text: str, offset: int, data: Any, under: Loc = ()) -> Iterator[Edit]:
    """Quotes for plain scalars that hold text by the model and are typed by YAML 1.1 or 1.2; dates stay as they are.

    Args:
        text: the YAML.
        offset: where it begins in the whole source.
        data: what `read_yaml` gave for it.
        under: only values at this location and below it.
    """
    for loc, (_, span) in yaml_places(text, offset).items():
        if loc[: len(under)] != under or (loc and loc[-1] in _DATES):
            continue
        written = text[span.start - offset : span.end - offset]
        if _value(data, loc) == written and is_typed(written) and not _ISO_DATE.fullmatch(written):
            yield Edit(span, f"'{written}'")


def _value(data: Any, loc: Loc) -> Any:
    try:
        for step in loc:
            data = data[step]
    except (KeyError, IndexError, TypeError):  # a merge key, or a key that stands twice
        return None
    return data
