"""Finished: whether a source is a write-up already, of which a draft would lose what it says."""

from __future__ import annotations

import re

from eventnotes.characters import ID
from eventnotes.formats._shapes import Settling
from eventnotes.formats.markdown.front_matter import MARKERS, FrontMatter, section
from eventnotes.limits import DEFAULT
from eventnotes.source import Unreadable

_MARKER = re.compile(rf"[\"']?(?:{'|'.join(MARKERS)})\b")
_COMMENT = re.compile(rf"<!-- (?:text|/session|(?:id|session|quote|lesson|framework): {ID}) -->")


def refuse_write_up(text: str) -> None:
    """Refuse a source that is a write-up already; one that has the facts of its event above plain text is a post.

    Raises:
        ValueError: for one that has `event:`, and a status or comments that stand for items.
    """
    sign = _sign(text)
    if sign:
        advice = "`eventnotes check` reads it, and a draft is made of the post that it was before"
        raise ValueError(f"it is a write-up already: {sign}; {advice}")


def is_write_up(text: str) -> bool:
    """Whether a source is a write-up already."""
    return bool(_sign(text))


def is_draft(text: str) -> bool:
    """Whether a source is a draft that nobody has reviewed."""
    return _sign(text).endswith("status: draft")


def _sign(text: str) -> str:
    """What shows that a source is a write-up already; empty for a post."""
    try:
        place = section(text)
        if place is None or not _MARKER.search(text, place.start, place.end):
            return ""
        front = FrontMatter(text, place, Settling(DEFAULT))
        front.read()
    except Unreadable:
        return ""
    if not any(one in front.raw for one in MARKERS):
        return ""
    comment = _COMMENT.search(text, place.body)
    below = front.event.get("write_up")
    status = front.write_up.get("status") or (below.get("status") if isinstance(below, dict) else None)
    if status:
        return f"it has event: and status: {status}"
    return f"it has event: and the comment {comment[0]}" if comment else ""
