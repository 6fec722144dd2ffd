"""Writer: events become the rows of the tables, in one pass, and the tables a package."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO, Any

from eventnotes.formats.csv.cells import cell
from eventnotes.formats.csv.descriptor import descriptor
from eventnotes.formats.csv.tables import ITEMS, PARTS, Table, inside, tables
from eventnotes.formats.csv.zips import packed
from eventnotes.model import Event

_HELD = 1 << 16  # characters of a table in memory; what is more goes to a temporary file
_PIECE = 1 << 18

Row = list[Any]


def files(events: Iterable[Event], encoding: str = "utf-8") -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files of a package that holds these events: its descriptor, then a table each."""
    sheets = {name: Sheet([one.name for one in table.columns], encoding) for name, table in tables().items()}
    keys = Keys()
    for event in events:
        for name, row in rows(event, keys.of(str(event.id))):
            sheets[name].add(row)
    yield "datapackage.json", (descriptor(encoding),)
    for name, sheet in sheets.items():
        yield f"{name}.csv", sheet.pieces()


def write_all(events: Iterable[Event], encoding: str = "utf-8") -> Iterator[bytes]:
    """The same as a zip file; the same events give the same bytes."""
    return packed(files(events, encoding))


def write(event: Event, encoding: str = "utf-8") -> bytes:
    """One event as a package."""
    return b"".join(write_all((event,), encoding))


class Sheet:
    """A table that is being written."""

    def __init__(self, header: Row, encoding: str) -> None:
        self._encoding = encoding
        self._file: IO[bytes] | None = None
        self._buffer = io.StringIO(newline="")
        self._writer = csv.writer(self._buffer)  # RFC 4180: CR LF, quotes doubled
        self._writer.writerow(header)

    def add(self, row: Row) -> None:
        """Write a row."""
        self._writer.writerow(row)
        if self._buffer.tell() > _HELD:
            if self._file is None:
                self._file = TemporaryFile()  # noqa: SIM115 - it is read and closed in `pieces`
            self._file.write(self._taken())

    def _taken(self) -> bytes:
        data = self._buffer.getvalue().encode(self._encoding)
        self._encoding = "utf-8"  # a byte order mark stands at the beginning alone
        self._buffer.seek(0)
        self._buffer.truncate()
        return data

    def pieces(self) -> Iterator[bytes]:
        """What was written, once."""
        last = self._taken()
        if self._file is not None:
            with self._file as file:
                file.seek(0)
                while piece := file.read(_PIECE):
                    yield piece
        yield last


class Keys:
    """Keys of events: the id, with a number where another event has it."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def of(self, wished: str) -> str:
        """A key that no event had before."""
        key, number = wished, 1
        while hash(key) in self._taken:
            number += 1
            key = f"{wished}-{number}"
        self._taken.add(hash(key))
        return key


def rows(event: Event, key: str) -> Iterator[tuple[str, Row]]:
    """Every row of an event, with the name of its table."""
    data = event.model_dump(mode="json", exclude_defaults=True)
    yield "events", [key, *_values(tables()["events"], data, key)]
    for place, one in enumerate(data.get("organizers", ()), 1):
        yield "organizers", [key, place, *_values(tables()["organizers"], one, key)]
    write_up = data.get("write_up", {})
    for place, one in enumerate(write_up.get("authors", ()), 1):
        yield "authors", [key, place, *_values(tables()["authors"], one, key)]
    yield from _kept(key, "event", key, data)
    yield from _kept(key, "write_up", key, write_up)
    for place, one in enumerate(data.get("speakers", ()), 1):
        yield from _item("speakers", key, (), place, one)
    yield from _told(key, "", data)
    for place, one in enumerate(data.get("sessions", ()), 1):
        yield from _item("sessions", key, (), place, one)
        session = f"{key}/{one['id']}"
        for role in ("speaker", "moderator"):
            for number, person in enumerate(one.get(f"{role}s", ()), 1):
                yield "session_speakers", [session, role, number, f"{key}/{person}"]
        yield from _told(key, session, one)


def _told(key: str, session: str, data: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    """Quotes, lessons and frameworks of a session, or of the event where that is empty."""
    for name in ("quotes", "lessons", "frameworks"):
        for place, one in enumerate(data.get(name, ()), 1):
            yield from _item(name, key, (session,), place, one)


def _item(name: str, key: str, above: tuple[str, ...], place: int, one: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    own = f"{key}/{one['id']}"
    yield name, [own, key, *above, place, *_values(tables()[name], one, key)]
    parts = PARTS.get(name, "")
    for number, part in enumerate(one.get(parts, ()), 1):
        yield parts, [own, number, *_values(tables()[parts], part, key)]
    kind = ITEMS[name]
    for number, link in enumerate(one.get("links", ()), 1):
        yield "links", [key, kind, own, number, *_values(tables()["links"], link, key)]
    yield from _kept(key, kind, own, one)


def _kept(key: str, kind: str, owner: str, data: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    for number, (name, value) in enumerate(data.get("extra", {}).items(), 1):
        yield "extra", [key, kind, owner, number, cell(name, "string"), cell(value, "json")]


def _values(table: Table, data: dict[str, Any], key: str) -> Iterator[Any]:
    """The cells of an item's own values; a reference to a person is the key of that person's row."""
    for column in table.columns:
        if column.path:
            found = inside(data, column.path)
            if column.type == "reference" and found is not None:
                found = f"{key}/{found}"
            yield cell(found, column.type)
