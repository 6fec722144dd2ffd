"""Conversion: events written in a format, to bytes or to a file, and files converted into others."""

from __future__ import annotations

import os

from eventnotes import formats
from eventnotes.diagnostic import quoted
from eventnotes.document import Path, load
from eventnotes.limits import DEFAULT, Limits
from eventnotes.model import Event
from eventnotes.replacement import write_file


def write(event: Event, format: str) -> bytes:
    """The event in a format, as bytes.

    Raises:
        LookupError: for a format that does not exist or cannot be written.
    """
    chosen = formats.find(format)
    if chosen.write is None:
        names = ", ".join(one.name for one in formats.FORMATS if one.write)
        raise LookupError(f"{chosen.name} cannot be written; these can: {names}")
    return chosen.write(event)


def dump(event: Event, path: Path, format: str | None = None) -> None:
    """Write the event to a file, atomically: a crash leaves the old file or the new one.

    Args:
        event: what to write.
        path: the file; an existing one is replaced.
        format: by default what the file's ending says.

    Raises:
        LookupError: for a format that does not exist or cannot be written.
        OSError: where the file cannot be written.
    """
    write_file(path, write(event, format or _named_by(os.fspath(path))))


def _named_by(path: str) -> str:
    found = formats.of_path(path)
    if found is None:
        raise LookupError(f"the ending of {quoted(path)} names no format; give format=")
    return found.name


class Losses(dict[str, int]):
    """What a target does not hold: how many values, by path such as `sessions[].room`. Empty where nothing is lost."""


def convert(
    source: Path, target: Path, *, to: str | None = None, format: str | None = None, limits: Limits = DEFAULT
) -> Losses:
    """Convert a write-up into another file.

    Args:
        source: the file to read.
        target: the file to write; an existing one is replaced, atomically.
        to: the target's format; by default what its ending says.
        format: the source's format; by default what its ending says.
        limits: what reading may cost.

    Raises:
        InvalidWriteUp: where the source has errors.
        LookupError: for a format that does not exist or cannot be written.
        OSError: where a file cannot be read or written.
    """
    dump(load(source, format=format, limits=limits), target, to)
    return Losses()
