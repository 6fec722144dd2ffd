"""Narrative: the post's own text as the notes of its event and sessions, changed where its items stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Data = dict[str, Any]
_ITEM = re.compile(r"<!-- (quote|lesson|framework): ([a-z0-9-]+) -->")
_BLANK_ABOVE = re.compile(r"\A(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the text.

    Attributes:
        start, end: the range of the source that goes.
        text: the block that stands there instead; empty for none.
        session: data of the session that begins there.
        level: of a heading that begins or ends a session there.
        ends: whether any session ends there; what takes no place in the source waits until all are told.
    """

    start: int
    end: int
    text: str = ""
    session: Data | None = None
    level: int = 0
    ends: bool = False


def write_notes(
    source: str, body: int, edits: Iterable[Edit], event: Data, items: Mapping[tuple[str, str], Data]
) -> None:
    """Give the event and its sessions their notes, and the items that stand in them.

    Args:
        source: the source.
        body: where its body begins.
        edits: the changes.
        event: data of the event; it is changed.
        items: data of quotes, lessons and frameworks, by kind and id.
    """
    notes = _Notes(event, items)
    place, level = body, 0
    waiting = []
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if edit.start != edit.end and edit.end <= place:
            continue
        if edit.ends and edit.start == edit.end and notes.owner is not event:
            waiting.append(edit.text)
            continue
        start = max(place, edit.start)
        notes.tell(source[place:start])
        place = max(start, edit.end)
        if edit.ends or edit.session is not None or 0 < edit.level <= level:
            notes.owner, level = event, 0
        if edit.text or edit.end > edit.start:
            notes.put(edit.text)
        if edit.session is not None:
            notes.owner, level = edit.session, edit.level
    notes.tell(source[place:])
    notes.owner = event
    for text in waiting:
        notes.put(text)
    notes.finish()


class _Notes:
    def __init__(self, event: Data, items: Mapping[tuple[str, str], Data]) -> None:
        self.owner = event
        self.items = items
        self.told: dict[int, tuple[Data, str, bool]] = {}
        """Of each owner, by its identity: itself, its notes so far, and whether they end in a block."""

    def tell(self, text: str) -> None:
        """Add text of the source; below a block that was put, it begins after one blank line."""
        _, before, is_block = self.told.get(id(self.owner), (self.owner, "", False))
        if is_block:
            text = _BLANK_ABOVE.sub("", text)
            if not text.strip():
                return
            text = f"\n\n{text}"
        self.told[id(self.owner)] = (self.owner, before + text, False)

    def put(self, block: str) -> None:
        """Add a block, parted by one blank line, and the items in it; without one, only part what is around."""
        _, before, _ = self.told.get(id(self.owner), (self.owner, "", False))
        before = _without_blank_below(before)
        text = f"{before}\n\n{block}" if before.strip() and block else block or before
        self.told[id(self.owner)] = (self.owner, text, bool(text.strip()))
        for match in _ITEM.finditer(block):
            if match.groups() in self.items:
                self.owner.setdefault(f"{match[1]}s", []).append(self.items[match[1], match[2]])

    def finish(self) -> None:
        for owner, told, _ in self.told.values():
            text = _without_blank_below(_BLANK_ABOVE.sub("", told))
            if text.strip():
                owner["notes"] = text


def _without_blank_below(text: str) -> str:
    """The text up to the end of its last line that is not blank."""
    end = text.find("\n", len(text.rstrip(" \t\n")))
    return text[:end] if end >= 0 else text
