"""CSV: events as the tables of a Frictionless Data Package, in a zip file or a folder, and tables read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from eventnotes.formats._format import Format, Option
from eventnotes.limits import Limits
from eventnotes.model import Event
from eventnotes.source import Tree


def unpack(data: bytes, limits: Limits) -> list[tuple[str, bytes]]:
    """The tables in a zip file; none of what is no zip file."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return []
    from eventnotes.formats.csv.zips import unpacked

    return unpacked(data, limits)


def events(text: str, limits: Limits) -> Iterator[Tree]:
    """The events of a package, or of a table by itself that lists events or sessions; raises Unreadable."""
    from eventnotes.formats.csv import reader

    return reader.events(text, limits)


def write(event: Event, encoding: str = "utf-8") -> bytes:
    """The event as a package, zipped."""
    from eventnotes.formats.csv import writer

    return writer.write(event, encoding)


def write_all(events: Iterable[Event], encoding: str = "utf-8") -> Iterator[bytes]:
    """The events as one package, zipped."""
    from eventnotes.formats.csv import writer

    return writer.write_all(events, encoding)


def files(events: Iterable[Event], encoding: str = "utf-8") -> Iterator[tuple[str, Iterable[bytes]]]:
    """The events as the files of one package."""
    from eventnotes.formats.csv import writer

    return writer.files(events, encoding)


def _one_table(format: Format, _name: str) -> Format:
    from eventnotes.formats.csv import flat

    return replace(
        format, write=flat.write, write_all=flat.write_all, files=None, lossless=False, suffixes=format.suffixes[1:]
    )


def _for_excel(format: Format, _on: str) -> Format:
    def marked(write: Any) -> Any:
        return partial(write, encoding="utf-8-sig") if write is not None else None

    return replace(format, write=marked(format.write), write_all=marked(format.write_all), files=marked(format.files))


FORMAT = Format(
    "csv",
    (".zip", ".csv"),
    None,
    write,
    lossless=True,
    unpack=unpack,
    events=events,
    write_all=write_all,
    files=files,
    options=(
        Option("table", "Write one flat table of CSV, not a package.", _one_table, ("sessions",)),
        Option("excel", "Begin tables of CSV with a byte order mark, which Excel needs.", _for_excel),
    ),
)
