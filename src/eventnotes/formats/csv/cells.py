"""Cells: values as the text of a cell, and back; no cell is a formula."""

from __future__ import annotations

import json
import re
from typing import Any

from eventnotes.formats.csv.tables import Type

# What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), and the mark itself.
MARK = "'"
_begins_formula = re.compile(r"[=+\-@\t\r\n＝＋－＠']").match
_part = re.compile(r"((?:[^\\;]|\\.|\\\Z)*)(?:;|\Z)", re.DOTALL).match
_special = re.compile(r"[\\;]")
_escape = re.compile(r"\\(.)", re.DOTALL)


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: marked where it begins like one, or with the mark."""
    return MARK + text if _begins_formula(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded; as it is where it was not, as `'t Hart` in the tables of others."""
    return text[1:] if text[:1] == MARK and _begins_formula(text, 1) else text


def listed(values: list[str]) -> str:
    """Several texts in one cell: `a; b`, with a backslash before a semicolon or backslash of their own."""
    return "; ".join(_special.sub(r"\\\g<0>", one) for one in values)


def unlisted(text: str) -> list[str]:
    """The texts of a cell that lists several."""
    found, start = [], 0
    while start < len(text):
        match = _part(text, start)
        assert match is not None  # it matches everywhere
        part = match[1][1:] if start and match[1].startswith(" ") else match[1]
        found.append(_escape.sub(r"\1", part))
        start = match.end()
    return [one for one in found if one]


def cell(value: Any, kind: Type) -> Any:
    """A value as what `csv` writes of it."""
    if kind == "json":
        return guarded(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    if value is None:
        return ""
    if kind in ("integer", "number"):
        return repr(value)
    if kind == "boolean":
        return "true" if value else "false"
    return guarded(listed(value) if kind == "list" else value)


def value(text: str, kind: Type) -> Any:
    """The value of a cell that is not empty; of a number or truth value that is none, the text."""
    return typed(unguarded(text), kind)


def typed(text: str, kind: Type) -> Any:
    """The value of the text of a cell; see `value`."""
    if kind == "boolean":
        return {"true": True, "false": False}.get(text.lower(), text)
    if kind in ("integer", "number"):
        return _number(text, kind)
    return unlisted(text) if kind == "list" else text


def _number(text: str, kind: Type) -> Any:
    if len(text) > 40 or not re.fullmatch(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", text):
        return text
    return int(text) if kind == "integer" and text.lstrip("-").isdecimal() else float(text)
