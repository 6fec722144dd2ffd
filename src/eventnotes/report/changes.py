"""Changes: fixes as programs read them, in lines and columns of the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from eventnotes.decoding import lines_of
from eventnotes.diagnostic import UNSAFE, Fix, printable
from eventnotes.source import line_and_column


class Change(NamedTuple):
    """A range of a file, its end not included, and the text that replaces it."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def changes_of(fix: Fix, text: str) -> Iterator[Change]:
    """What a fix does to a file.

    Args:
        fix: what mends a finding.
        text: the text in which it was found.
    """
    source = lines_of(text)
    for (start, end), new in fix.edits:
        yield Change(*line_and_column(source, start), *line_and_column(source, end), new)


def label_of(fix: Fix) -> str:
    """What a fix does, in one line that acts on nothing."""
    return printable(fix.label, None)


def dumped(value: Any, indent: int | None = None) -> str:
    """A value as JSON in which nothing acts on a terminal or on the log of a build; read, it is the value."""
    return UNSAFE.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(match: Any) -> str:
    character = match.group()
    if character == "\n":
        return str(character)  # between values: in a text it is escaped already
    return "\\u0023" if character == "#" else json.dumps(character)[1:-1]
