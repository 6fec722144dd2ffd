"""Formats: every way to read and write an event, in the order offered."""

from __future__ import annotations

import os

from eventnotes.formats import csv, html, ical, json, jsonl, jsonld, markdown, schedule, yaml
from eventnotes.formats._format import Format, Option, Updated, given
from eventnotes.formats._root import Root

__all__ = ["FORMATS", "Format", "Option", "Root", "Updated", "find", "given", "of_content", "of_path", "unusable"]

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
    """The format of that name; what other packages offer is asked last.

    Raises:
        LookupError: naming the formats there are, or what is wrong with that of another package.
    """
    for one in FORMATS:
        if one.name == name:
            return one
    from eventnotes.formats import _installed

    return _installed.find(name)


def of_path(path: str) -> Format | None:
    """The format that a file name's ending stands for; those of other packages are asked last."""
    suffix = os.path.splitext(path)[1].lower()
    found = next((one for one in FORMATS if suffix in one.suffixes), None)
    if found is not None or not suffix:
        return found
    from eventnotes.formats import _installed

    return _installed.of_suffix(suffix)


def unusable() -> list[str]:
    """What is wrong with each format of another package that cannot be used."""
    from eventnotes.formats import _installed

    return _installed.unusable()


def of_content(found: Format, data: bytes) -> Format:
    """The format of a file whose ending stands for `found`: another of that ending, where it claims the bytes."""
    for one in FORMATS:
        if one.claims is not None and set(one.suffixes) & set(found.suffixes) and one.claims(data):
            return one
    return found
