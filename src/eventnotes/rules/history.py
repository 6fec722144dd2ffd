"""Rules about what a write-up said before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eventnotes.building import PLURALS, identifying_text
from eventnotes.diagnostic import quoted
from eventnotes.model import Event
from eventnotes.rules._finding import Finding
from eventnotes.source import Loc

_SHOWN = {"speaker": "name", "session": "title", "quote": "text", "lesson": "text", "framework": "name"}


def vanished_id(event: Event, before: Event | None = None) -> Iterator[Finding]:
    """An id that the write-up had is gone, though others may link to it.

    With `--against REF` each file is compared with what it was there in git. Ids are derived from what an item says, so
    that a better title makes another id; a comment below the heading, or at the end of another item, keeps the old one.
    Below, the file was as accepted, and the title is new in both.

    reported:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Parsing for people

        - **Speaker:** Ana Lima

    accepted:

        ---
        event:
          name: PyDay
          start: 2024-05-01
        ---

        ## Parsing for people
        <!-- id: opening -->

        - **Speaker:** Ana Lima
    """
    if before is None or before is event:
        return
    if before.id != event.id:
        yield _gone("event", before.id, event.id, ("name",))
    for kind, plural in PLURALS.items():
        now, then = _items(event, kind, plural), _items(before, kind, plural)
        gone, new = [one for one in then if one not in now], [one for one in now if one not in then]
        successors = _successors({one: then[one][1] for one in gone}, {one: now[one][1] for one in new})
        for one in gone:
            successor = successors.get(one)
            loc = (*now[successor][0], _SHOWN[kind]) if successor is not None else ("name",)
            yield _gone(kind, one, successor, loc)


def _gone(kind: str, gone: str | None, successor: str | None, loc: Loc) -> Finding:
    message = f"the {kind} id {quoted(gone)} is gone"
    if successor is None:
        return Finding(loc, message, "others may link to it: put it back, or tell them")
    keep = f"id: {gone} below event:" if kind == "event" else f"<!-- id: {gone} -->"
    return Finding(loc, f"{message}; it is {quoted(successor)} now", f"others may link to it: keep it, {keep}")


def _items(event: Event, kind: str, plural: str) -> dict[str, tuple[Loc, str]]:
    """The items of a class by id: where each stands, and what it is known by."""
    found: dict[str, tuple[Loc, str]] = {}
    owners: list[tuple[Loc, Any]] = [((), event)]
    if kind not in ("speaker", "session"):
        owners += [(("sessions", at), session) for at, session in enumerate(event.sessions)]
    for loc, owner in owners:
        for at, item in enumerate(getattr(owner, plural)):
            found[item.id] = (*loc, plural, at), identifying_text(kind, dict(item))
    return found


def _successors(gone: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    """The new id of each item whose old one is gone, as far as it can be told: by its text, else by its place."""
    by_text = {text: one for one, text in reversed(new.items())}
    found = {one: by_text[text] for one, text in gone.items() if text in by_text}
    left, free = [one for one in gone if one not in found], [one for one in new if one not in found.values()]
    return found | (dict(zip(left, free, strict=True)) if len(left) == len(free) else {})
