"""Notes: the narrative of an event or session, and the placeholders in it where its items stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eventnotes.characters import ID

KINDS = ("quote", "lesson", "framework", "session")
_LINE = re.compile(rf"^(#{{1,6}} |- )?<!-- ({'|'.join(KINDS)}): ({ID}) -->$", re.MULTILINE)
_CARRIERS = {"quote": ("",), "framework": ("",), "lesson": ("", "- "), "session": ("", "- ", "#")}
_LIST_GAP = re.compile(rf"^(- <!-- (lesson|session): {ID} -->)\n(?:[ \t]*\n)+(?=- <!-- \2: {ID} -->$)", re.MULTILINE)
_BLANK_BEFORE = re.compile(r"\A(?:[ \t]*\n)+")
_BLANK_AFTER = re.compile(r"(?:\n[ \t]*)+\Z")


class Placeholder(NamedTuple):
    """A line of notes that stands for an item: its carrier (`## `, `- ` or none), kind, id, and place in the notes."""

    carrier: str
    kind: str
    id: str
    start: int
    end: int

    @property
    def in_list(self) -> bool:
        """Whether it is an item of a list."""
        return self.carrier == "- "


def placeholder(kind: str, item_id: str, carrier: str = "") -> str:
    """The line that stands for an item: `placeholder("session", "opening", "## ")`."""
    return f"{carrier}<!-- {kind}: {item_id} -->"


def placeholders(notes: str) -> Iterator[Placeholder]:
    """Every line of the notes that has the form of a placeholder in a carrier its kind can have."""
    for match in _LINE.finditer(notes):
        carrier, kind, item_id = match.groups()
        if (carrier or "")[:1] in ("#",) and kind != "session":
            continue
        if carrier == "- " and kind not in ("lesson", "session"):
            continue
        yield Placeholder(carrier or "", kind, item_id, *match.span())


def trimmed(text: str) -> str:
    """The text without blank lines before and after; indentation and trailing spaces of its lines stay."""
    return _BLANK_AFTER.sub("", _BLANK_BEFORE.sub("", text)) if text.strip(" \t\n") else ""


def normal(notes: str, items: Mapping[str, Sequence[str]]) -> tuple[str, dict[str, list[str]]]:
    """The notes in normal form, and the ids of each kind in the order of their placeholders.

    Every id has exactly one placeholder: the first line of that form; missing ones are appended (quotes, lessons as a
    list, frameworks, sessions at level 2). One blank line stands around each that is a block of its own, none between
    those of one list, and none at either end.

    Args:
        notes: the narrative, possibly empty.
        items: ids by kind; kinds that are not in it are text.
    """
    missing = {kind: dict.fromkeys(ids) for kind, ids in items.items()}
    order: dict[str, list[str]] = {kind: [] for kind in items}
    gaps = []
    for found in placeholders(notes) if "<!-- " in notes else ():
        if found.id in missing.get(found.kind, ()):
            del missing[found.kind][found.id]
            order[found.kind].append(found.id)
            if not found.in_list:
                gaps.append((found.start, found.end))
    appended = []
    for kind, carrier in (("quote", ""), ("lesson", "- "), ("framework", ""), ("session", "## ")):
        ids = missing.get(kind)
        if ids:
            order[kind].extend(ids)
            lines = [placeholder(kind, one, carrier) for one in ids]
            appended.append(("\n" if carrier == "- " else "\n\n").join(lines))
    body = trimmed(_spaced(notes, gaps)) if notes else ""
    if "\n- <!-- " in body:
        body = _LIST_GAP.sub(r"\1\n", body)
    return "\n\n".join([body, *appended] if body else appended), order


def _spaced(notes: str, gaps: list[tuple[int, int]]) -> str:
    """The notes with one blank line around each of these line ranges."""
    if all(
        (start == 0 or notes.startswith("\n\n", start - 2) and not notes.startswith("\n", start - 3))
        and (end == len(notes) or notes.startswith("\n\n", end) and not notes.startswith("\n", end + 2))
        for start, end in gaps
    ):
        return notes
    pieces, position = [], 0
    for start, end in gaps:
        pieces += [trimmed(notes[position:start]), notes[start:end]]
        position = end
    pieces.append(trimmed(notes[position:]))
    return "\n\n".join(piece for piece in pieces if piece)
