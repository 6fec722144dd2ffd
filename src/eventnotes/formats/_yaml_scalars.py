"""YAML scalars: what plain text means by YAML 1.2's core schema (spec 1.2.2 §10.3)."""

from __future__ import annotations

import re
from typing import Any

NULLS = ("", "~", "null", "Null", "NULL")
TEXT_KINDS = ("line", "text", "lines", "one", "many")
"""Kinds of fields in whose place a plain scalar is text as written."""
NUMBER = re.compile(
    r"(?P<int>[-+]?[0-9]+)|(?P<oct>0o[0-7]+)|(?P<hex>0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<inf>[-+]?\.(?:inf|Inf|INF))|(?P<nan>\.(?:nan|NaN|NAN))"
)
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_LONGEST_NUMBER = 4000
WORDS = {"null", "Null", "NULL", *_TRUTHS}
"""Words that YAML takes for no text."""


def core_value(text: str) -> Any:
    """A plain scalar as the core schema types it; text is given back itself."""
    if text[:1] not in "0123456789+-.tTfFnN~":
        return text
    if text in NULLS:
        return None
    if text in _TRUTHS:
        return _TRUTHS[text]
    match = NUMBER.fullmatch(text)
    if match is None or len(text) > _LONGEST_NUMBER:
        return text
    kind = match.lastgroup
    if kind == "int":
        return int(text)
    if kind in ("oct", "hex"):
        return int(text[2:], 8 if kind == "oct" else 16)
    if kind == "float":
        return float(text)
    return float(text.replace(".", ""))
