"""Flat: one table of the sessions of events, for a spreadsheet, and such a table read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from eventnotes.diagnostic import quoted
from eventnotes.formats._shapes import check_size
from eventnotes.formats._trees import event_tree
from eventnotes.formats.csv.cells import cell, typed, unguarded, unlisted
from eventnotes.formats.csv.parsing import Sheet, unnamed
from eventnotes.formats.csv.tables import NAMES, put, tables
from eventnotes.ids import derive
from eventnotes.limits import Limits
from eventnotes.model import Event, Session
from eventnotes.source import Loc, Span, SyntaxProblem, Tree, Unreadable

_OF_EVENT = "event_"
_ABOUT = ("name", "start", "end", "timezone", "website")
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
COLUMNS = (*(_OF_EVENT + one for one in _ABOUT), *_OWN)


def write_all(events: Iterable[Event], encoding: str = "utf-8") -> Iterator[bytes]:
    """A line for the columns, then one a session; people by name, several of anything parted by semicolons.

    An event without sessions has a line of its own.
    """
    yield _line(COLUMNS).encode(encoding)
    for event in events:
        names = {one.id: one.name for one in event.speakers}
        about = [cell(getattr(event, one), "string") for one in _ABOUT]
        for session in event.sessions or (Session(),):
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
    """The events that a table of sessions names, each with its sessions.

    Raises:
        Unreadable: for a table that names none.
    """
    if not {"event_name", "event"} & set(sheet.header):
        message = "these are sessions, and no column event_name says of which event"
        raise Unreadable(SyntaxProblem("csv-columns", message, sheet.place(None, None), "add the column event_name"))
    problems = [*sheet.problems, *unnamed(sheet)]
    for rows in _grouped(sheet):
        yield _tree(sheet, rows, limits, problems)
        problems = []
    if problems:
        yield Tree(None, lambda *_: sheet.place(None, None), problems)


def _grouped(sheet: Sheet) -> list[list[int]]:
    """The rows of each event: those of one name, and of one start where that is said again."""
    groups: list[list[int]] = []
    known: dict[tuple[str, str], list[int]] = {}
    starts: dict[str, str] = {}
    for row in range(len(sheet.rows)):
        name = _event_of(sheet, row)
        start = starts[name] = _cells(sheet, row).get("event_start") or starts.get(name, "")
        if (name, start) not in known:
            undated = known.pop((name, ""), None)
            known[name, start] = [] if undated is None else undated
            groups += [known[name, start]] if undated is None else []
        known[name, start].append(row)
    return groups


def _event_of(sheet: Sheet, row: int) -> str:
    return _cells(sheet, row).get("event_name") or _cells(sheet, row).get("event") or ""


def _cells(sheet: Sheet, row: int) -> dict[str, str]:
    found = zip(sheet.header, sheet.rows[row][1], strict=True)
    return {name: unguarded(text) for name, text in found if name and text}


def _tree(sheet: Sheet, rows: list[int], limits: Limits, problems: list[SyntaxProblem]) -> Tree:
    cells = {row: _cells(sheet, row) for row in rows}
    data, told_in, more = _about(sheet, cells)
    problems = [*problems, *more]
    names: list[str] = [*dict.fromkeys(data.get("speakers", ()))]
    found = {row: session for row, one in cells.items() if (session := _session(one, names))}
    data |= {"speakers": _people(names, found.values()), "sessions": [*found.values()]}
    placed = [*found]

    def locate(loc: Loc, at_key: bool) -> Span:
        row = placed[loc[1]] if len(loc) > 1 and loc[0] == "sessions" and isinstance(loc[1], int) else rows[0]
        own = [str(step) for step in loc[2:] if isinstance(step, str) and step != "extra"]
        columns = (_OF_EVENT + "_".join(map(str, loc[:size])) for size in (2, 1))
        whole = next((one for one in columns if one in sheet.header), "")
        column = own[0] if loc[:1] == ("sessions",) and own else whole
        return sheet.place(None if at_key and column in sheet.header else told_in.get(column, row), column)

    try:
        check_size(data, limits)
        tree = event_tree(data, problems, locate, limits)
    except Unreadable as error:
        return Tree(None, locate, [*problems, error.problem])
    if not data["name"]:
        tree.left_out.add(("name",))
    return tree


def _people(names: list[str], sessions: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    """Everyone who is named in sessions, which name them by their ids from now on."""
    ids = dict(zip(names, derive("speaker", [(None, one) for one in names]), strict=True))
    for session in sessions:
        for role in ("speakers", "moderators"):
            if role in session:
                session[role] = [ids[name] for name in session[role]]
    return [{"id": ids[name], "name": name} for name in names]


def _about(
    sheet: Sheet, cells: dict[int, dict[str, str]]
) -> tuple[dict[str, Any], dict[str, int], list[SyntaxProblem]]:
    """What rows say of their event, by column the row that says it, and what others say of it otherwise."""
    told: dict[str, str] = {}
    told_in: dict[str, int] = {}
    problems: list[SyntaxProblem] = []
    for row, said in cells.items():
        for column, text in said.items():
            field = column.removeprefix(_OF_EVENT)
            if field == column:
                continue
            told_in.setdefault(column, row)
            if told.setdefault(field, text) != text:
                message = f"{column} was {quoted(told[field])} in a row of this event above, which is read"
                where = sheet.place(row, column)
                problems.append(SyntaxProblem("given-twice", message, where, "keep one of the two"))
    row = next(iter(cells))
    if told.pop("sessions", None):
        column = f"{_OF_EVENT}sessions"
        message, help = f"{column} is not read: each row is a session of its event", "leave the column out"
        problems.append(SyntaxProblem("csv-columns", message, sheet.place(told_in[column], column), help))
    data = _fields(told)
    data.setdefault("name", _event_of(sheet, row))
    if not data["name"]:
        where = sheet.place(row, "event_name")
        problems.append(SyntaxProblem("missing", "this session is of no event", where, "write the event's name"))
    return data, told_in, problems


def _fields(told: dict[str, str]) -> dict[str, Any]:
    """Fields of an event out of cells, by the columns of the table of events."""
    data: dict[str, Any] = {}
    columns = {one.name: one for one in tables()["events"].columns if one.path}
    for name, text in told.items():
        if name in columns:
            put(data, columns[name], typed(text, columns[name].type))
        else:
            data[name] = unlisted(text) if name in NAMES else text
    return data


def _session(cells: dict[str, str], names: list[str]) -> dict[str, Any]:
    """What a row says of its session; nothing where it is about the event alone."""
    session: dict[str, Any] = {}
    for name, text in cells.items():
        if name in _LISTS:
            session[name] = unlisted(text)
        elif name == "session":
            session["id"] = text.rpartition("/")[2]
        elif name not in ("event", "position") and not name.startswith(_OF_EVENT):
            session[name] = text
    if "links" in session:
        session["links"] = [{"url": one} for one in session["links"]]
    for role in ("speakers", "moderators"):
        names += [one for one in dict.fromkeys(session.get(role, ())) if one not in names]
    return session
