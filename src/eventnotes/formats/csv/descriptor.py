"""Descriptor: what datapackage.json says of the tables (Frictionless Data Package v2)."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from eventnotes.formats.csv.tables import Column, Table, tables
from eventnotes.model import SCHEMA_VERSION

_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}
_ABOUT = """\
Write-ups of events as tables. Text that begins with = + - @, their full-width forms, a tab, a line end or ' has a '
before it, so that no spreadsheet takes it for a formula: remove exactly that one to have the text. A cell that lists
several texts parts them by semicolons; a backslash stands before a semicolon or backslash of their own. Dates are ISO
8601 as far as they are known: 2017, 2017-10, 2017-10-05T09:30. An empty cell says that nothing is known."""


@cache
def descriptor(encoding: str) -> bytes:
    """The descriptor of a package whose tables are in this encoding."""
    said = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "eventnotes",
        "eventnotes": SCHEMA_VERSION,
        "title": "Events, and what was said there",
        "description": _ABOUT.replace("\n", " "),
        "resources": [_resource(one, encoding) for one in tables().values()],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: Table, encoding: str) -> dict[str, Any]:
    foreign = [one for one in table.columns if one.type == "reference"]
    schema: dict[str, Any] = {"fields": [_field(one) for one in table.columns], "primaryKey": [*table.keys]}
    if foreign:
        schema["foreignKeys"] = [
            {"fields": [one.name], "reference": {"resource": one.table, "fields": [tables()[one.table].keys[0]]}}
            for one in foreign
        ]
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": encoding,
        "description": table.description,
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {"name": column.name, "type": _TYPES.get(column.type, "string")}
    if column.description:
        said["description"] = column.description
    if column.required:
        said["constraints"] = {"required": True}
    return said
