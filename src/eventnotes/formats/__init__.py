"""Formats: every way to read and write an event, in the order offered."""

from __future__ import annotations

import os

from eventnotes.formats import csv, html, ical, json, jsonl, jsonld, markdown, schedule, yaml
from eventnotes.formats._format import Format, Option, Updated, given
from eventnotes.formats._root import Root

__all__ = ["FORMATS", "Format", "Option", "Root", "Updated", "find", "given", "of_content", "of_path"]

FORMATS: tuple[Format, ...] = (
    markdown.FORMAT,
    json.FORMAT,
    yaml.FORMAT,
    jsonl.FORMAT,
    csv.FORMAT,
    ical.FORMAT,
    jsonld.FORMAT,
    html.FORMAT,
    schedule.JSON,
    schedule.XML,
)
"""One line a format."""


def find(name: str) -> Format:
    """The format of that name.

    Raises:
        LookupError: naming the formats there are.
    """
    for one in FORMATS:
        if one.name == name:
            return one
    raise LookupError(f"no format is called {name!r}; there are {', '.join(one.name for one in FORMATS)}")


def of_path(path: str) -> Format | None:
    """The format that a file name's ending stands for."""
    suffix = os.path.splitext(path)[1].lower()
    return next((one for one in FORMATS if suffix in one.suffixes), None)


def of_content(found: Format, data: bytes) -> Format:
    """The format of a file whose ending stands for `found`: another of that ending, where it claims the bytes."""
    for one in FORMATS:
        if one.claims is not None and set(one.suffixes) & set(found.suffixes) and one.claims(data):
            return one
    return found
