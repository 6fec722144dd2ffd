"""Reader: the rows of the tables become the data of events, with the place of every value."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from eventnotes.diagnostic import quoted
from eventnotes.formats._json_tree import read_json
from eventnotes.formats._shapes import check_size
from eventnotes.formats._trees import event_tree
from eventnotes.formats.csv.cells import unguarded, value
from eventnotes.formats.csv.flat import sessions_as_events
from eventnotes.formats.csv.parsing import Sheet, parsed, unnamed
from eventnotes.formats.csv.tables import ITEMS, NAMES, PARTS, Table, put, tables
from eventnotes.limits import Limits
from eventnotes.source import Bundle, Loc, Part, Span, SyntaxProblem, Tree, Unreadable

Places = dict[Loc, tuple[Sheet, int]]
"""By location of an item, the row that it comes from."""

_PARENTS = {
    "sessions": ("event",),
    "speakers": ("event",),
    "organizers": ("event",),
    "authors": ("event",),
    "quotes": ("session", "event"),
    "lessons": ("session", "event"),
    "frameworks": ("session", "event"),
    "roles": ("speaker",),
    "actions": ("lesson",),
    "elements": ("framework",),
    "session_speakers": ("session",),
}
_OWNED = {"event": "events", "write_up": "events"} | {one: name for name, one in ITEMS.items()}
_NEEDED = {"session_speakers": ("role", "speaker"), "extra": ("key", "value")}


def events(text: str, limits: Limits) -> Iterator[Tree]:
    """The events of a package, or of a table by itself that lists events or sessions.

    Raises:
        Unreadable: for a table that cannot be read at all.
    """
    parts = text.parts if isinstance(text, Bundle) else (Part("", 0, len(text)),)
    sheets = {
        part.name.lower().removesuffix(".csv"): parsed(part.name, text, part.start, part.end, limits)
        for part in parts
        if part.end > part.start and not part.name.lower().endswith(".json")
    }
    if "events" not in sheets and len(sheets) > 1:
        message, help = "there is no table of events among these", "add events.csv, or read one table by itself"
        raise Unreadable(SyntaxProblem("csv-columns", message, Span(0, 0), help))
    if "events" in sheets:
        return _Package(sheets, limits).trees()
    (sheet,) = sheets.values() if sheets else (parsed("", text, 0, len(text), limits),)
    _refuse_part(sheet)
    if "name" in sheet.header:
        return _Package({"events": sheet}, limits).trees()
    if "title" in sheet.header:
        return sessions_as_events(sheet, limits)
    message = "no column is called name or title"
    help = "a table by itself lists events by their name, or sessions by their title; the first line says what is what"
    raise Unreadable(SyntaxProblem("csv-columns", message, sheet.place(None, None), help))


def _refuse_part(sheet: Sheet) -> None:
    """Refuse a table of a package that says nothing by itself, such as that of the roles which speakers had."""
    others = (table for name, table in tables().items() if name not in ("events", "sessions"))
    if any({one.name for one in table.columns} <= set(sheet.header) for table in others):
        message, help = "this is one table of a package, and the others are missing", "read the whole package"
        raise Unreadable(SyntaxProblem("csv-columns", message, sheet.place(None, None), help))


class _Package:
    """Tables that belong together."""

    def __init__(self, sheets: dict[str, Sheet], limits: Limits) -> None:
        self._limits = limits
        self._sheets = {name: sheet for name, sheet in sheets.items() if name in tables()}
        self._problems = [one for sheet in sheets.values() for one in (*sheet.problems, *unnamed(sheet))]
        for name, sheet in sheets.items():
            if name not in self._sheets:
                message = f"{quoted(sheet.name)} is none of the tables, and is not read"
                help = f"keep it elsewhere; the tables are {', '.join(tables())}"
                self._problems.append(SyntaxProblem("not-read", message, sheet.place(None, None), help, "warning"))
        self._known = {name: self._keys(name) for name in ("events", *_OWNED.values()) if name in self._sheets}
        for name in self._sheets:
            self._check_columns(name)
        self._children = {name: self._grouped(name) for name in self._sheets if name != "events"}

    def _keys(self, name: str) -> set[str]:
        """The keys of a table's rows; a second one is a fault."""
        sheet, column = self._sheets[name], tables()[name].keys[0]
        keys: set[str] = set()
        for row in range(len(sheet.rows)):
            key = _text(sheet, row, column)
            if key and key in keys and name == "events":
                message = f"the key {quoted(key)} is there twice"
                problem = SyntaxProblem("csv-key", message, sheet.place(row, column), "give one of the two another key")
                self._problems.append(problem)
            keys.add(key)
        return keys

    def _check_columns(self, name: str) -> None:
        """Find columns that a table of no class lacks or has no use for, and cells that cannot be what they say."""
        sheet, columns = self._sheets[name], [one.name for one in tables()[name].columns]
        if tables()[name].shape is None:
            for column in sheet.header:
                if column and column not in columns:
                    message, help = f"the column {quoted(column)} is not read", f"the columns are {', '.join(columns)}"
                    place = sheet.place(None, column)
                    self._problems.append(SyntaxProblem("not-read", message, place, help, "warning"))
            for column in _NEEDED[name]:
                if column not in sheet.header:
                    message, help = f"there is no column {quoted(column)}", "write it into the first line"
                    self._problems.append(SyntaxProblem("csv-columns", message, sheet.place(None, None), help))
        for row, text in _column(sheet, "position") if "position" in columns else ():
            if not text.isdecimal():
                message, help = f"position should be a number, not {quoted(text)}", "count siblings from 1"
                self._problems.append(SyntaxProblem("type", message, sheet.place(row, "position"), help))
        for row, text in _column(sheet, "event") if name != "events" else ():
            if text not in self._known["events"]:
                self._problems.append(_no_key(text, "events", sheet.place(row, "event")))

    def _grouped(self, name: str) -> dict[tuple[str, str], list[int]]:
        """By table and key of the row that they belong to, the rows of a table in the order of their positions."""
        sheet = self._sheets[name]
        groups: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row in range(len(sheet.rows)):
            column, kind = self._above(name, row)
            key, table = _text(sheet, row, column), _OWNED.get(kind, "")
            if key and key in self._known.get(table, ()):
                groups[kind, key].append(row)
            elif key:
                self._problems.append(_no_key(key, table, sheet.place(row, column)))
            else:
                where, help = sheet.place(row, column), "write the key of the row that it belongs to"
                self._problems.append(SyntaxProblem("csv-key", f"{column} is empty here", where, help))
        for rows in groups.values():
            rows.sort(key=lambda row: _position(sheet, row))
        return groups

    def _above(self, name: str, row: int) -> tuple[str, str]:
        """The column that says whose row this is, and the kind of item that it names."""
        sheet = self._sheets[name]
        if name in ("links", "extra"):
            return "owner", _text(sheet, row, "of")
        found = next((one for one in _PARENTS[name] if _text(sheet, row, one)), _PARENTS[name][-1])
        return found, found

    def trees(self) -> Iterator[Tree]:
        """A tree an event, and one without data for what belongs to none."""
        sheet, seen = self._sheets["events"], set[str]()
        faults = [one for one in self._problems if one.severity == "error"]
        problems = [one for one in self._problems if one.severity == "warning"]
        for row in range(len(sheet.rows)):
            key = _text(sheet, row, "event")
            yield _Assembly(self, row, "" if key in seen else key).tree(problems)
            seen.add(key)
            problems = []
        if faults or problems:
            yield Tree(None, lambda *_: Span(sheet.start, sheet.start), [*faults, *problems])

    def rows(self, name: str, kind: str, key: str) -> list[int]:
        """The rows of a table that belong to an item."""
        return self._children[name].get((kind, key), []) if key and name in self._children else []

    def sheet(self, name: str) -> Sheet:
        """A table of that name."""
        return self._sheets[name]

    @property
    def limits(self) -> Limits:
        """What an event may cost."""
        return self._limits


def _no_key(key: str, table: str, where: Span) -> SyntaxProblem:
    message = f"{quoted(key)} is no key in {table or 'a table'}"
    help = f"write the key of one of its rows, or add that row to {table or 'its table'}.csv"
    return SyntaxProblem("csv-key", message, where, help)


class _Assembly:
    """One event that is put together from the rows that belong to it."""

    def __init__(self, package: _Package, row: int, key: str) -> None:
        self._package = package
        self._key = key
        self._places: Places = {}
        self._problems: list[SyntaxProblem] = []
        data = self._item("events", row, ())
        for name in ("organizers", "speakers", "sessions"):
            self._put(data, name, self._many(name, "event", key, (name,)))
        authors = self._many("authors", "event", key, ("write_up", "authors"))
        self._put(data.setdefault("write_up", {}), "authors", authors)
        self._keep(data["write_up"], "write_up", key, ("write_up",))
        self._keep(data, "event", key, ())
        self._told(data, "event", key, ())
        self.data = data

    def tree(self, problems: list[SyntaxProblem]) -> Tree:
        """The event's data, and what was found in its rows."""
        limits = self._package.limits
        try:
            check_size(self.data, limits)
            tree = event_tree(self.data, [*problems, *self._problems], self._locate, limits)
        except Unreadable as error:
            return Tree(None, self._locate, [*problems, *self._problems, error.problem], key=self._key or None)
        tree.key = self._key or None
        return tree

    def _locate(self, loc: Loc, at_key: bool) -> Span:
        owner = next(loc[:size] for size in range(len(loc), -1, -1) if loc[:size] in self._places)
        sheet, row = self._places[owner]
        inner = [str(step) for step in loc[len(owner) :] if isinstance(step, str) and step != "extra"]
        column = next(
            (one for size in range(len(inner), 0, -1) if (one := "_".join(inner[:size])) in sheet.header), None
        )
        if column is None and owner and owner[-1] in ("speakers", "moderators"):
            column = "speaker"
        if column is None and "extra" in owner:
            column = "key" if at_key else "value"
        return sheet.place(None if at_key and column and "extra" not in owner else row, column)

    def _put(self, data: dict[str, Any], name: str, values: list[Any]) -> None:
        if values:
            data[name] = values

    def _many(self, name: str, kind: str, key: str, loc: Loc) -> list[dict[str, Any]]:
        rows = self._package.rows(name, kind, key)
        return [self._item(name, row, (*loc, place)) for place, row in enumerate(rows)]

    def _item(self, name: str, row: int, loc: Loc) -> dict[str, Any]:
        """The data of a row's item, with everything that belongs to it."""
        sheet, table = self._package.sheet(name), tables()[name]
        self._places[loc] = (sheet, row)
        data = self._values(sheet, table, row)
        own = _text(sheet, row, table.keys[0])
        kind = ITEMS.get(name)
        if kind is not None:
            if own:
                data["id"] = own.removeprefix(f"{self._key}/")
            self._put(data, "links", self._many("links", kind, own, (*loc, "links")))
            self._keep(data, kind, own, loc)
            if (part := PARTS.get(name)) is not None:
                self._put(data, part, self._many(part, kind, own, (*loc, part)))
            if name == "frameworks":
                data.setdefault("elements", [])
            if name == "sessions":
                self._people(data, own, loc)
                self._told(data, "session", own, loc)
        return data

    def _told(self, data: dict[str, Any], kind: str, key: str, loc: Loc) -> None:
        for name in ("quotes", "lessons", "frameworks"):
            self._put(data, name, self._many(name, kind, key, (*loc, name)))

    def _people(self, data: dict[str, Any], key: str, loc: Loc) -> None:
        for row in self._package.rows("session_speakers", "session", key):
            sheet = self._package.sheet("session_speakers")
            role = _text(sheet, row, "role") or "speaker"
            if role not in ("speaker", "moderator"):
                message = f"role should be speaker or moderator, not {quoted(role)}"
                self._problems.append(SyntaxProblem("choice", message, sheet.place(row, "role"), "change it"))
                continue
            people = data.setdefault(f"{role}s", [])
            self._places[(*loc, f"{role}s", len(people))] = (sheet, row)
            people.append(_text(sheet, row, "speaker").removeprefix(f"{self._key}/"))

    def _keep(self, data: dict[str, Any], kind: str, key: str, loc: Loc) -> None:
        """What is kept in `extra` of an item."""
        for row in self._package.rows("extra", kind, key):
            sheet = self._package.sheet("extra")
            name, text = _text(sheet, row, "key"), _text(sheet, row, "value")
            kept = data.setdefault("extra", {})
            if name in kept:
                message = f"{quoted(name)} is given twice"
                help = "keep one of the two; the first is read"
                self._problems.append(SyntaxProblem("duplicate-key", message, sheet.place(row, "key"), help))
                continue
            try:
                kept[name], found = read_json(text, 0, self._package.limits)
            except Unreadable as error:
                found = [error.problem]
            self._places[(*loc, "extra", name)] = (sheet, row)
            place = sheet.place(row, "value") if found else Span(0, 0)
            self._problems += [SyntaxProblem(one.code, one.message, place, one.help) for one in found]

    def _values(self, sheet: Sheet, table: Table, row: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        columns = {one.name: one for one in table.columns}
        for name, text in zip(sheet.header, sheet.rows[row][1], strict=True):
            if not text or not name:
                continue
            column = columns.get(name)
            if column is None:
                is_listed = name in NAMES and table.name == "events"
                data[name] = value(text, "list" if is_listed else "string")
            elif column.path:
                found = value(text, column.type)
                put(data, column, found.removeprefix(f"{self._key}/") if column.type == "reference" else found)
        return data


def _text(sheet: Sheet, row: int, column: str) -> str:
    """The text of a cell; empty where there is no such column."""
    return unguarded(sheet.rows[row][1][sheet.header.index(column)]) if column in sheet.header else ""


def _column(sheet: Sheet, column: str) -> Iterator[tuple[int, str]]:
    """Each cell of a column in which something stands, with its row."""
    if column in sheet.header:
        at = sheet.header.index(column)
        yield from ((row, unguarded(cells[at])) for row, (_, cells) in enumerate(sheet.rows) if cells[at])


def _position(sheet: Sheet, row: int) -> float:
    text = _text(sheet, row, "position")
    return int(text) if text.isdecimal() and len(text) < 10 else math.inf
