"""Diff: edits of a text as lines that people read and `patch` applies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal

from eventnotes.edit import apply
from eventnotes.source import Edit


def diff(text: str, edits: Iterable[Edit], name: str) -> Iterator[str]:
    """The lines of a unified diff between a text and the text with edits applied; none where there are no edits.

    Only lines that edits touch are compared, so that the time does not grow with the square of the text.

    Args:
        text: the text as the file has it.
        edits: what to replace, as `apply` takes it.
        name: what to call the file.
    """
    edits = sorted(edits, key=lambda one: one.span)
    old, new = (re.findall(r"[^\n]*\n|[^\n]+", one) for one in (text, apply(text, edits)))
    touched = _touched(text.removeprefix("\ufeff").replace("\r\n", "\n"), edits)
    yield from (f"--- {name}\n", f"+++ {name}\n") if edits else ()
    for group in _Compared(old, new, touched).get_grouped_opcodes():
        yield f"@@ -{_range(group[0][1], group[-1][2])} +{_range(group[0][3], group[-1][4])} @@\n"
        for tag, start, end, new_start, new_end in group:
            if tag == "equal":
                yield from _marked(" ", old[start:end])
            else:
                yield from _marked("-", old[start:end])
                yield from _marked("+", new[new_start:new_end])


_Code = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


class _Compared(SequenceMatcher[str]):
    """Lines that are compared only where they were touched."""

    def __init__(self, old: list[str], new: list[str], touched: list[tuple[int, int, int]]) -> None:
        super().__init__(None, old, new)
        self._old, self._new, self._touched = old, new, touched

    def get_opcodes(self) -> list[_Code]:
        codes: list[_Code] = []
        at = shift = 0
        for start, end, more in [*self._touched, (len(self._old), len(self._old), 0)]:
            _add(codes, ("equal", at, start, at + shift, start + shift))
            inside = SequenceMatcher(None, self._old[start:end], self._new[start + shift : end + shift + more])
            for tag, *places in inside.get_opcodes():
                first, last, new_first, new_last = places
                _add(codes, (tag, start + first, start + last, start + shift + new_first, start + shift + new_last))
            at, shift = min(end, len(self._old)), shift + more
        return codes


def _add(codes: list[_Code], code: _Code) -> None:
    """Add a code; lines that are equal in a row are one, as grouping takes them."""
    if codes and code[0] == codes[-1][0] == "equal":
        code = ("equal", codes[-1][1], code[2], codes[-1][3], code[4])
        codes.pop()
    if code[0] != "equal" or code[1] < code[2]:
        codes.append(code)


def _touched(source: str, edits: list[Edit]) -> list[tuple[int, int, int]]:
    """The ranges of lines that edits touch, and by how many lines each grows."""
    found: list[tuple[int, int, int]] = []
    line = at = 0
    for (start, end), text in edits:
        line, at = line + source.count("\n", at, start), start
        inside = source.count("\n", start, end)
        first, last, more = line, line + inside + 1, text.count("\n") - inside
        if found and first <= found[-1][1]:
            first, more = found[-1][0], found[-1][2] + more
            found.pop()
        found.append((first, last, more))
    return found


def _range(start: int, end: int) -> str:
    if end - start == 1:
        return f"{start + 1}"
    return f"{start + (end > start)},{end - start}"


def _marked(mark: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"
