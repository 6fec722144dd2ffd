"""Notes: the narrative of an event or session, and the placeholders in it where its items stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from eventnotes.characters import ID

KINDS = ("quote", "lesson", "framework", "session")
_line = re.compile(rf"(#{{1,6}} |- )?<!-- ({'|'.join(KINDS)}): ({ID}) -->(?=\n|\Z)").match
_APPENDED = (("quote", ""), ("lesson", "- "), ("framework", ""), ("session", "## "))
_LIST_GAP = re.compile(
    rf"^(- <!-- (lesson|session): ({ID}) -->\n)[ \t]*+\n[ \t\n]*+(?<=\n)(?=- <!-- \2: ({ID}) -->$)", re.MULTILINE
)
_BLANK = " \t\n"


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
    for found in _found(notes):
        yield Placeholder(*found)


def _found(notes: str) -> Iterator[tuple[str, str, str, int, int]]:
    at = notes.find("<!-- ")
    while at >= 0:
        match = _line(notes, notes.rfind("\n", 0, at) + 1)
        if match is not None:
            carrier, kind, item_id = match.groups()
            if carrier is None or kind == "session" or (kind == "lesson" and carrier == "- "):
                yield carrier or "", kind, item_id, *match.span()
        line_end = notes.find("\n", at)
        at = notes.find("<!-- ", line_end) if line_end >= 0 else -1


def trimmed(text: str) -> str:
    """The text without blank lines before and after; indentation and trailing spaces of its lines stay."""
    inner = text.strip("\n")
    if not inner or not (inner[0] in _BLANK or inner[-1] in _BLANK):
        return inner
    inner = text.rstrip(_BLANK)
    if not inner:
        return ""
    start = text.rfind("\n", 0, len(inner) - len(inner.lstrip(_BLANK))) + 1 if inner[0] in _BLANK else 0
    end = text.find("\n", len(inner))
    return text[start : end if end >= 0 else len(text)]


def normal(notes: str, items: Mapping[str, Sequence[str]]) -> tuple[str, dict[str, list[str]]]:
    """The notes in normal form, and the ids of each kind in the order of their placeholders.

    Every id has exactly one placeholder: the first line of that form; missing ones are appended (quotes, lessons as a
    list, frameworks, sessions at level 2). One blank line stands around each that is a block of its own, none between
    those of one list, and none at either end.

    Args:
        notes: the narrative, possibly empty.
        items: ids by kind; kinds that are not in it are text.
    """
    order: dict[str, list[str]] = {kind: [] for kind in items}
    gaps = []
    if "<!-- " in notes:
        unplaced = {(kind, one) for kind, ids in items.items() for one in ids}
        for carrier, kind, item_id, start, end in _found(notes):
            if (kind, item_id) in unplaced:
                unplaced.remove((kind, item_id))
                order[kind].append(item_id)
                if carrier != "- ":
                    gaps.append((start, end))
    body = trimmed(_spaced(notes, gaps)) if notes else ""
    appended = [
        ("\n" if carrier == "- " else "\n\n").join(_append(kind, carrier, items[kind], order[kind]))
        for kind, carrier in _APPENDED
        if len(order.get(kind, ())) < len(items.get(kind, ()))
    ]
    if not body:
        return "\n\n".join(appended), order
    text = "\n\n".join([body, *appended])
    return _without_list_gaps(text, items) if "\n- <!-- " in text else text, order


def without(notes: str, gone: Collection[tuple[str, str]]) -> str:
    """The notes without the placeholder of each of these items, by kind and id."""
    left, pieces, position = {*gone}, [""], 0
    for mark in placeholders(notes):
        if (mark.kind, mark.id) in left:
            left.remove((mark.kind, mark.id))
            if position < mark.start:
                pieces.append(notes[position : mark.start])
            position = mark.end + 1
            while pieces[-1][-2:] in ("", "\n\n") and notes[position : position + 1] == "\n":
                position += 1
    return trimmed("".join([*pieces, notes[position:]]))


def _without_list_gaps(text: str, items: Mapping[str, Sequence[str]]) -> str:
    def joined(gap: re.Match[str]) -> str:
        return gap[1] if {gap[3], gap[4]} <= set(items.get(gap[2], ())) else gap[0]

    return _LIST_GAP.sub(joined, text)


def _append(kind: str, carrier: str, ids: Sequence[str], order: list[str]) -> list[str]:
    """Placeholders of those that have none yet, which join the order."""
    placed = set(order)
    missing = [one for one in ids if one not in placed]
    order.extend(missing)
    return [placeholder(kind, one, carrier) for one in missing]


def _spaced(notes: str, gaps: list[tuple[int, int]]) -> str:
    """The notes with one blank line around each of these line ranges."""
    size = len(notes)
    for start, end in gaps:
        if (start and (notes[start - 2 : start] != "\n\n" or notes[start - 3] in _BLANK)) or (
            end < size and (notes[end : end + 2] != "\n\n" or notes[end + 2 : end + 3].strip(_BLANK) == "")
        ):
            break
    else:
        return notes
    pieces, position = [], 0
    for start, end in gaps:
        pieces += [trimmed(notes[position:start]), notes[start:end]]
        position = end
    pieces.append(trimmed(notes[position:]))
    return "\n\n".join(piece for piece in pieces if piece)
