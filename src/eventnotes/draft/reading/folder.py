"""Folder: the notes of one conference, a file a talk, as one text."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from eventnotes.draft.reading.finished import is_write_up
from eventnotes.draft.reading.note import introduction, note_of
from eventnotes.draft.reading.soundness import Fault
from eventnotes.draft.reading.source import Origin, text_of
from eventnotes.limits import DEFAULT, Limits

_SUFFIXES = (".md", ".markdown", ".mkd", ".txt")
_INTRODUCING = ("readme", "index", "_index", "overview", "summary")


class Notes(NamedTuple):
    """The notes of a folder.

    Attributes:
        text: of every file the body, below its heading and what its front matter says of the talk; the file that
            introduces the event stands first, as it is.
        talks: where the notes of each talk begin.
        name: the folder's name, for an event that no file names.
        origins: of the parts of the text, in order, where they come from.
        faults: what front matter says that the text does not have.
        files: the files that were taken for notes.
        written: the files that are write-ups already, and no notes.
        passed: what else is in the folder, subfolders with a slash; hidden files do not count.
    """

    text: str
    talks: tuple[int, ...]
    name: str
    origins: tuple[Origin, ...]
    faults: tuple[Fault, ...]
    files: tuple[str, ...]
    written: tuple[str, ...]
    passed: tuple[str, ...]


def notes_in(folder: str, limits: Limits = DEFAULT) -> Notes:
    """The notes of a folder; its subfolders are passed over, and files that are write-ups already.

    Raises:
        ValueError: where no notes are in it, a file is no text, or all together are over the limit of size.
        OSError: where it cannot be read.
    """
    gathered = _Gathered()
    written: list[str] = []
    for name, text in _texts(folder, limits):
        if is_write_up(text):
            written.append(name)
        else:
            gathered.add(name, text)
    if not gathered.files:
        others = f", besides what is a write-up already: {', '.join(written)}" if written else ""
        raise ValueError(f"no notes are in it: no file ends in {', '.join(_SUFFIXES)}{others}")
    return Notes(
        text="".join(gathered.pieces),
        talks=tuple(gathered.talks),
        name=_name(folder),
        origins=tuple(gathered.origins),
        faults=tuple(gathered.faults),
        files=tuple(gathered.files),
        written=tuple(written),
        passed=tuple(_others(folder, [*gathered.files, *written])),
    )


def _texts(folder: str, limits: Limits) -> Iterator[tuple[str, str]]:
    """The names and texts of what is taken for notes in a folder, first those that introduce the event."""
    size = 0
    for name in sorted(names_in(folder), key=lambda one: not _introduces(one)):
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read(limits.size + 1)
        size += len(data)
        if size > limits.size:
            raise ValueError(f"the notes are over the limit of {limits.size:,} bytes (size)")
        try:
            text = text_of(data, limits)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
        yield name, text


class _Gathered:
    """The notes of a folder, as far as they were read."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.origins: list[Origin] = []
        self.talks: list[int] = []
        self.faults: list[Fault] = []
        self.files: list[str] = []
        self._size = 0

    def add(self, name: str, text: str) -> None:
        """Add a file; one with nothing in it is passed over."""
        is_talk = not _introduces(name)
        pieces, faults = note_of(text, name if is_talk else "") if is_talk or self.files else (introduction(text), [])
        self.faults += (one._replace(file=name) for one in faults)
        if not pieces:
            return
        if is_talk:
            self.talks.append(self._size)
        self.files.append(name)
        for words, line in pieces:
            self.origins.append(Origin(self._size, name, line))
            self.pieces.append(words)
            self._size += len(words)


def _introduces(name: str) -> bool:
    """Whether a file tells of the event, and not of a talk."""
    return os.path.splitext(name)[0].lower() in _INTRODUCING


def _others(folder: str, files: Collection[str]) -> list[str]:
    """What is in a folder besides these files, subfolders with a slash."""
    with os.scandir(folder) as entries:
        return sorted(
            f"{one.name}/" if one.is_dir() else one.name
            for one in entries
            if one.name not in files and one.name[:1] != "."
        )


def names_in(folder: str) -> list[str]:
    """The files of a folder that are taken for notes; raises OSError where it cannot be read."""
    return sorted(one for one in os.listdir(folder) if one.lower().endswith(_SUFFIXES) and one[:1] != ".")


def _name(folder: str) -> str:
    """The folder's name, with the year that the folder above it has for a name."""
    above, name = os.path.split(os.path.abspath(folder))
    year = os.path.basename(above)
    return f"{name} {year}" if re.fullmatch(r"(?:19|20)\d\d", year) and year not in name else name
