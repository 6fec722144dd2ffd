"""Flat: one table of the sessions of events, for a spreadsheet, and such a table read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from eventnotes.formats._shapes import check_size
from eventnotes.formats._trees import event_tree
from eventnotes.formats.csv.cells import cell, unguarded, unlisted
from eventnotes.formats.csv.parsing import Sheet, unnamed
from eventnotes.ids import derive
from eventnotes.limits import Limits
from eventnotes.model import Event, Session
from eventnotes.source import Loc, Span, Tree, Unreadable

_OF_EVENT = ("name", "start", "end", "timezone", "website")
_OWN = (
    "title",
    "kind",
    "start",
    "end",
    "room",
    "track",
    "speakers",
    "moderators",
    "language",
    "tags",
    "links",
    "abstract",
)
_LISTS = ("speakers", "moderators", "tags", "links")
COLUMNS = (*(f"event_{one}" for one in _OF_EVENT), *_OWN)


def write_all(events: Iterable[Event], encoding: str = "utf-8") -> Iterator[bytes]:
    """A line for the columns, then one a session; people by name, several of anything parted by semicolons."""
    yield _line(COLUMNS).encode(encoding)
    for event in events:
        names = {one.id: one.name for one in event.speakers}
        about = [cell(getattr(event, one), "string") for one in _OF_EVENT]
        for session in event.sessions:
            yield _line([*about, *(cell(*_own(session, one, names)) for one in _OWN)]).encode()


def write(event: Event, encoding: str = "utf-8") -> bytes:
    """The sessions of one event."""
    return b"".join(write_all((event,), encoding))


def _line(row: Iterable[Any]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(row)
    return buffer.getvalue()


def _own(session: Session, name: str, names: dict[str | None, str]) -> tuple[Any, Any]:
    found = getattr(session, name)
    if name in ("speakers", "moderators"):
        return [names.get(one, one) for one in found], "list"
    if name == "links":
        return [one.url for one in found], "list"
    return found, "list" if name == "tags" else "string"


def sessions_as_events(sheet: Sheet, limits: Limits) -> Iterator[Tree]:
    """The events that a table of sessions names, each with its sessions."""
    groups: dict[str, list[int]] = {}
    for row in range(len(sheet.rows)):
        groups.setdefault(_event_of(sheet, row), []).append(row)
    problems = [*sheet.problems, *unnamed(sheet)]
    for rows in groups.values():
        yield _tree(sheet, rows, limits, problems)
        problems = []
    if problems:
        yield Tree(None, lambda *_: sheet.place(None, None), problems)


def _event_of(sheet: Sheet, row: int) -> str:
    return _cells(sheet, row).get("event_name") or _cells(sheet, row).get("event") or ""


def _cells(sheet: Sheet, row: int) -> dict[str, str]:
    found = zip(sheet.header, sheet.rows[row][1], strict=True)
    return {name: unguarded(text) for name, text in found if name and text}


def _tree(sheet: Sheet, rows: list[int], limits: Limits, problems: list[Any]) -> Tree:
    names: list[str] = []
    sessions = [_session(_cells(sheet, row), names) for row in rows]
    ids = dict(zip(names, derive("speaker", [(None, one) for one in names]), strict=True))
    for session in sessions:
        for role in ("speakers", "moderators"):
            if role in session:
                session[role] = [ids[name] for name in session[role]]
    data: dict[str, Any] = {}
    for one in _OF_EVENT:
        given = next((text for row in rows if (text := _cells(sheet, row).get(f"event_{one}"))), None)
        if given:
            data[one] = given
    data.setdefault("name", _event_of(sheet, rows[0]))
    data |= {"speakers": [{"id": ids[name], "name": name} for name in names], "sessions": sessions}

    def locate(loc: Loc, at_key: bool) -> Span:
        row = rows[loc[1]] if len(loc) > 1 and loc[0] == "sessions" and isinstance(loc[1], int) else rows[0]
        own = [str(step) for step in loc[2:] if isinstance(step, str) and step != "extra"]
        column = own[0] if loc[:1] == ("sessions",) and own else f"event_{loc[0]}" if loc else None
        return sheet.place(None if at_key and column in sheet.header else row, column)

    try:
        check_size(data, limits)
        return event_tree(data, [*problems], locate, limits)
    except Unreadable as error:
        return Tree(None, locate, [*problems, error.problem])


def _session(cells: dict[str, str], names: list[str]) -> dict[str, Any]:
    session: dict[str, Any] = {}
    for name, text in cells.items():
        if name in _LISTS:
            session[name] = unlisted(text)
        elif name == "session":
            session["id"] = text.rpartition("/")[2]
        elif name not in ("event", "position") and not name.startswith("event_"):
            session[name] = text
    if "links" in session:
        session["links"] = [{"url": one} for one in session["links"]]
    for role in ("speakers", "moderators"):
        names += [one for one in dict.fromkeys(session.get(role, ())) if one not in names]
    return session
