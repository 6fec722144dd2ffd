"""The shortest way through YAML: the mappings, lists and one-line values that front matter mostly is, line by line."""

from __future__ import annotations

import re
from typing import Any

from eventnotes.formats._shapes import Field, Shape
from eventnotes.formats._yaml_scalars import NULLS, TEXT_KINDS, WORDS, core_value
from eventnotes.limits import Limits

_DEEPEST = 30  # levels in the widest indentation that a line may have here
_PLAIN = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#\n]*+(?:(?::(?! |$)|(?<! )#)[^:#\n]*+)*(?<!\s)"
_QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
_FLOW = r"\[(?:\w[\w .+/-]*(?:, ?\w[\w .+/-]*)*)?\]"
_lines = re.compile(
    rf"^( {{0,12}})(- )?(?:([A-Za-z_][A-Za-z0-9_-]{{0,60}}):(?: +(?=\S)|$))?(?:({_PLAIN})|({_QUOTED}|{_FLOW}))?$",
    re.MULTILINE,
).findall
_END = ("", "", "", "", "")


class Unusual(Exception):
    """Raised where a short way ends."""


def read_lines(text: str, shape: Shape | None, limits: Limits) -> dict[str, Any]:
    """What `read_yaml` gives for a block mapping of one-line values.

    Raises:
        Unusual: for any other text; nothing is said about why.
    """
    if len(text) > min(limits.text, limits.values, limits.unfolded):
        raise Unusual
    text = text.removesuffix("\n")
    lines = _lines(text)
    if len(lines) <= text.count("\n") or limits.depth < _DEEPEST or not text.replace("\n", "").isprintable():
        raise Unusual
    reader = _Reader([*lines, _END], limits)
    found = reader.mapping(0, shape) if not (lines[0][0] or lines[0][1]) else {}
    if reader.at < len(lines):
        raise Unusual
    return found


class _Reader:
    def __init__(self, lines: list[tuple[str, str, str, str, str]], limits: Limits) -> None:
        self.lines = lines
        self.limits = limits
        self.at = 0

    def mapping(self, width: int, shape: Shape | None) -> dict[str, Any]:
        """A mapping whose keys stand so many columns in; a dash may stand before the first."""
        found: dict[str, Any] = {}
        fields = shape.fields if shape is not None else {}
        lines = self.lines
        _, _, key, plain, other = lines[self.at]
        while True:
            if not key or key in found or key in WORDS:
                raise Unusual
            known = fields.get(key)
            self.at += 1
            if plain:
                found[key] = self.scalar(plain, known is not None and known.kind in TEXT_KINDS)
            elif other:
                found[key] = self.marked(other, known)
            else:
                found[key] = self.below(width, known)
            spaces, dash, key, plain, other = lines[self.at]
            if dash or len(spaces) != width or not key:
                if len(spaces) > width:
                    raise Unusual
                return found

    def scalar(self, plain: str, is_text: bool) -> Any:
        if is_text:
            return plain if plain not in NULLS else None
        if len(plain) > self.limits.number and plain[0] in "0123456789+.":
            raise Unusual
        return core_value(plain)

    def marked(self, value: str, known: Field | None) -> Any:
        """A value in quotes or brackets."""
        if value[0] != "[":
            return value[1:-1]
        if value == "[]":
            return []
        is_text = _inside(known) is not None
        return self.limited([self.scalar(one.strip(), is_text) for one in value[1:-1].split(",")])

    def limited(self, found: list[Any]) -> list[Any]:
        if len(found) > self.limits.items:
            raise Unusual
        return found

    def below(self, width: int, known: Field | None) -> Any:
        """What stands below a key that stands so many columns in."""
        spaces, dash, *_ = self.lines[self.at]
        if dash and len(spaces) >= width:
            return self.sequence(len(spaces), known)
        return self.mapping(len(spaces), known.shape if known is not None else None) if len(spaces) > width else None

    def sequence(self, width: int, known: Field | None) -> list[Any]:
        """A list whose dashes stand so many columns in."""
        found: list[Any] = []
        inside = _inside(known)
        while True:
            spaces, dash, key, plain, other = self.lines[self.at]
            if not dash or len(spaces) != width:
                if len(spaces) > width:
                    raise Unusual
                return self.limited(found)
            if key:
                found.append(self.mapping(width + 2, inside.shape if inside is not None else None))
                continue
            self.at += 1
            if not plain and not other:
                raise Unusual
            found.append(self.scalar(plain, inside is not None) if plain else self.marked(other, inside))


def _inside(known: Field | None) -> Field | None:
    """What the model says of the items of a list."""
    if known is None or known.kind not in ("many", "lines"):
        return None
    return Field("one", known.shape) if known.kind == "many" else known
