"""Folder: the notes of one conference, a file a talk, as one text."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from eventnotes.draft.reading.finished import is_write_up
from eventnotes.draft.reading.header import header_of
from eventnotes.draft.reading.source import text_of
from eventnotes.limits import DEFAULT, Limits

_SUFFIXES = (".md", ".markdown", ".mkd", ".txt")
_INTRODUCING = ("readme", "index", "_index", "overview", "summary")
_HEADING = re.compile(r"\s*#{1,6}\s")


class Notes(NamedTuple):
    """The notes of a folder.

    Attributes:
        text: of every file the body, the one that introduces the event first.
        talks: where the notes of each talk begin.
        name: the folder's name, for an event that no file names.
        passed: the files that were passed over, because they are write-ups already.
    """

    text: str
    talks: tuple[int, ...]
    name: str
    passed: tuple[str, ...] = ()


def notes_in(folder: str, limits: Limits = DEFAULT) -> Notes:
    """The notes of a folder; its subfolders are passed over, and files that are write-ups already.

    Raises:
        ValueError: where no notes are in it, a file is no text, or all together are over the limit of size.
        OSError: where it cannot be read.
    """
    names = names_in(folder)
    names.sort(key=lambda one: os.path.splitext(one)[0].lower() not in _INTRODUCING)
    pieces: list[str] = []
    talks: list[int] = []
    passed: list[str] = []
    size = 0
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read(limits.size + 1)
        size += len(data)
        if size > limits.size:
            raise ValueError(f"the notes are over the limit of {limits.size:,} bytes (size)")
        try:
            text = text_of(data, limits)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
        if is_write_up(text):
            passed.append(name)
            continue
        body = _body(text)
        if body and os.path.splitext(name)[0].lower() not in _INTRODUCING:
            talks.append(sum(map(len, pieces)))
        pieces.append(f"{body}\n\n" if body else "")
    if not any(pieces):
        others = f"; passed over, as write-ups already: {', '.join(passed)}" if passed else ""
        raise ValueError(f"no notes are in it: no file ends in {', '.join(_SUFFIXES)}{others}")
    return Notes("".join(pieces), tuple(talks), _name(folder), tuple(passed))


def names_in(folder: str) -> list[str]:
    """The files of a folder that are taken for notes; raises OSError where it cannot be read."""
    return sorted(one for one in os.listdir(folder) if one.lower().endswith(_SUFFIXES) and one[:1] != ".")


def _body(text: str) -> str:
    """The body of a post below a heading: its first, or its title."""
    header = header_of(text)
    body = text[header.body :].strip("\n")
    title = header.write_up.get("title")
    return f"# {title}\n\n{body}" if title and not _HEADING.match(body) else body


def _name(folder: str) -> str:
    """The folder's name, with the year that the folder above it has for a name."""
    above, name = os.path.split(os.path.abspath(folder))
    year = os.path.basename(above)
    return f"{name} {year}" if re.fullmatch(r"(?:19|20)\d\d", year) and year not in name else name
