"""Conversion: events written in a format, to bytes or to a file, and files converted into others."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from eventnotes import formats
from eventnotes.diagnostic import printable, quoted
from eventnotes.document import document_of, load
from eventnotes.formats import Format
from eventnotes.intake import Path
from eventnotes.limits import DEFAULT, Limits
from eventnotes.model import Event, Model
from eventnotes.notes import placeholders
from eventnotes.packages import is_package, package_files
from eventnotes.replacement import write_file
from eventnotes.when import When


def write(event: Event, format: str, **options: str | bool | None) -> bytes:
    """The event in a format, as bytes.

    Args:
        event: what to write.
        format: the format's name.
        options: what the format lets choose, by name.

    Raises:
        LookupError: for a format that does not exist or cannot be written, and an option that it does not have.
        ValueError: for an event that the format cannot hold.
    """
    return _one(writable(format, **options))(event)


def writable(format: str, **options: str | bool | None) -> Format:
    """The format of that name, with these options; errors as of `write`."""
    chosen = formats.given(formats.find(format), **options)
    if chosen.write is None:
        names = ", ".join(one.name for one in formats.FORMATS if one.write)
        raise LookupError(f"{chosen.name} cannot be written; these can: {names}")
    return chosen


def _one(format: Format) -> Callable[[Event], bytes]:
    """What writes one event by itself."""
    assert format.write is not None
    if format.files is not None and format.write_all is None:
        raise LookupError(f"{format.name} is several files with these options, which the command line alone writes")
    return format.write


def write_all(events: Iterable[Event], format: str, **options: str | bool | None) -> Iterator[bytes]:
    """Events in one target that holds them all, in pieces: they are taken one by one, and none is kept.

    Args:
        events: what to write.
        format: the name of a format that holds several events.
        options: what the format lets choose, by name.

    Raises:
        LookupError: for a format that does not exist or holds one event, and an option that it does not have.
        ValueError: for an event that the format cannot hold.
    """
    chosen = writable(format, **options)
    if chosen.write_all is None:
        names = ", ".join(one.name for one in formats.FORMATS if one.write_all)
        raise LookupError(f"{chosen.name} holds one event; these hold several: {names}")
    return chosen.write_all(events)


def dump(event: Event, path: Path, format: str | None = None, **options: str | bool | None) -> None:
    """Write the event to a file, atomically: a crash leaves the old file or the new one.

    Args:
        event: what to write.
        path: the file; an existing one is replaced.
        format: by default what the file's ending says.
        options: what the format lets choose, by name.

    Raises:
        LookupError: for a format that does not exist or cannot be written, and an option that it does not have.
        ValueError: for an event that the format cannot hold, and for the ending of another way to write it.
        OSError: where the file cannot be written.
    """
    write_file(path, _one(_of_file(path, format, options))(event))


def _of_file(path: Path, format: str | None, options: dict[str, str | bool | None]) -> Format:
    """The format with these options that a file is written in, by default that of its ending."""
    name = os.fspath(path)
    found = formats.of_path(name) if format is None else formats.find(format)
    if found is None:
        raise LookupError(f"the ending of {quoted(name)} names no format; give format=")
    chosen = writable(found.name, **options)
    check_ending(name, chosen)
    return chosen


def check_ending(path: str, format: Format) -> None:
    """Refuse the ending of another way to write a format, such as that of one table for a package of tables.

    Raises:
        ValueError: naming the endings that there are.
    """
    suffix = os.path.splitext(path)[1].lower()
    written = format.suffixes if format.files is None else format.suffixes[:1]
    if suffix not in written and suffix in formats.find(format.name).suffixes:
        said = f"{path} has the ending of another way to write {format.name}; name a file {' or '.join(written)}"
        raise ValueError(printable(said, None))


class Losses(dict[str, int]):
    """What a target does not hold: how many values, by path such as `sessions[].room`. Empty where nothing is lost."""

    def __str__(self) -> str:
        return ", ".join(f"{path} ({count})" for path, count in self.items())


def losses(event: Event, data: bytes, format: str | Format) -> Losses:
    """What reading gives back otherwise, or not at all, of an event that was written.

    A time counts as held where it stands as the instant that it is at the event. Of the notes the narrative counts.

    Args:
        event: what was written.
        data: the event in a format.
        format: that format, or its name; of one that is lossless, or cannot be read, nothing is reported.
    """
    chosen = formats.find(format) if isinstance(format, str) else format
    if chosen.lossless or (chosen.read is None and chosen.events is None):
        return Losses()
    back = document_of("-", data, chosen, Limits.unlimited()).event
    held = Counter(_values("", _dated(back))) if back is not None else Counter[tuple[str, str]]()
    return Losses(Counter(one.removesuffix("[]") for one in _missing("", _dated(event), held)[0]))


def _dated(event: Event) -> Event:
    """The event with its times and those of its sessions on their day and in their zone, as targets may hold them."""

    def at(when: When | None) -> When | None:
        return when.at(event) if when is not None else None

    sessions = [one.replace(start=at(one.start), end=at(one.end)) for one in event.sessions]
    return event.replace(start=at(event.start), end=at(event.end), sessions=sessions)


def _missing(path: str, value: Any, held: Counter[tuple[str, str]]) -> tuple[list[str], bool]:
    """The paths of what is not held, of an item of which nothing is held its own alone; and whether something is."""
    inner = _inside(path, value)
    if inner is None:
        text = _shown(path, value)
        is_held = text is not None and held[path, text] > 0
        if text is not None and is_held:
            held[path, text] -= 1
        return ([] if text is None or is_held else [path]), is_held
    found = [_missing(*one, held) for one in inner]
    lost = [one for paths, _ in found for one in paths]
    is_held = any(one for _, one in found)
    return ([path] if lost and not is_held and isinstance(value, Model) and path.endswith("[]") else lost), is_held


def _values(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """Every value inside a value, with its path."""
    inner = _inside(path, value)
    if inner is not None:
        for one in inner:
            yield from _values(*one)
    elif (text := _shown(path, value)) is not None:
        yield path, text


def _inside(path: str, value: Any) -> list[tuple[str, Any]] | None:
    if isinstance(value, Model):
        fields = [(name, getattr(value, name)) for name in type(value).model_fields]
        return [(f"{path}.{name}".removeprefix("."), one) for name, one in fields]
    return [(f"{path}[]", one) for one in value] if isinstance(value, tuple) else None


def _shown(path: str, value: Any) -> str | None:
    """A value as it is compared; None where there is none, as in notes that hold nothing but placeholders."""
    if value is None or value == {}:
        return None
    if isinstance(value, str) and path.endswith("notes"):
        told = [one for one in value.split("\n") if one.strip() and not any(placeholders(one))]
        return "\n".join(told) or None
    return json.dumps(value, ensure_ascii=False)


def convert(
    source: Path,
    target: Path,
    *,
    to: str | None = None,
    format: str | None = None,
    limits: Limits = DEFAULT,
    **options: str | bool | None,
) -> Losses:
    """Convert a write-up into another file, read back what was written, and say what is not in it.

    Args:
        source: the file to read.
        target: the file to write; an existing one is replaced, atomically.
        to: the target's format; by default what its ending says.
        format: the source's format; by default what its ending says.
        limits: what reading may cost.
        options: what the target's format lets choose, by name.

    Raises:
        InvalidWriteUp: where the source has errors.
        LookupError: for a format that does not exist or cannot be written, and an option that it does not have.
        ValueError: for an event that the format cannot hold, such as a calendar's without a date, for a target that is
            the source, and for the ending of another way to write the format.
        OSError: where a file cannot be read or written.
    """
    name = os.fspath(source)
    files = package_files(name) if is_package(name) else [name]
    if os.path.exists(target) and any(os.path.samefile(one, target) for one in files):
        said = f"{os.fspath(target)} is read, and would be written over; name another file"
        raise ValueError(printable(said, None))
    event = load(source, format=format, limits=limits)
    chosen = _of_file(target, to, options)
    data = _one(chosen)(event)
    write_file(target, data)
    return losses(event, data, chosen)
