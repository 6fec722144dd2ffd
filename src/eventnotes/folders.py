"""Folders: the files in them that may be write-ups, in an order that is the same everywhere."""

from __future__ import annotations

import heapq
import os
import zipfile
from collections.abc import Iterator
from io import BytesIO

from eventnotes.decoding import file_bytes
from eventnotes.replacement import PREFIX

_SKIPPED = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".tox"}
_DEEPEST = 200
_DESCRIPTOR = "datapackage.json"
_BEGINNING = 200  # bytes in which a descriptor of ours says whose it is
_SORTED_AT_ONCE = 4_000
_SUFFIXES = (".md", ".markdown", ".event.yaml", ".event.yml", ".event.json")


def files(paths: list[str]) -> Iterator[tuple[str, bool]]:
    """The files of files and folders, in a stable order, each with whether it was named by itself."""
    for path in paths:
        if os.path.isdir(path) and not is_package(path):
            root = os.path.realpath(path)
            for found in _walk(path, root, 0):
                yield found, False
        else:
            yield path, True


def is_package(path: str) -> bool:
    """Whether a path is a folder that holds a package of ours: one source, and not a folder of write-ups."""
    try:
        with open(os.path.join(path, _DESCRIPTOR), "rb", opener=_opened) as file:
            return b'"eventnotes"' in file.read(_BEGINNING)
    except OSError:
        return False


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def package_bytes(path: str, most: int) -> tuple[bytes, int]:
    """The tables in a folder as one zip file, and how many bytes they are; of those over `most` not all.

    Raises:
        OSError: where one cannot be read, or is no regular file.
    """
    whole, size = BytesIO(), 0
    with zipfile.ZipFile(whole, "w") as archive:
        for name in sorted(os.listdir(path)):
            place = os.path.join(path, name)
            if name.lower().endswith(".csv") and not os.path.islink(place):
                data, length = file_bytes(place, most - size)
                size += length
                if size > most:
                    return b"", size
                archive.writestr(zipfile.ZipInfo(name), data)
    return whole.getvalue(), size


def _walk(folder: str, root: str, depth: int) -> Iterator[str]:
    try:
        packed = _packed(folder)
    except OSError:
        return
    for name in _in_order(packed):
        path = os.path.join(folder, name)
        is_link = os.path.islink(path)
        if not is_link and os.path.isdir(path):
            if name not in _SKIPPED and depth < _DEEPEST:
                yield from _walk(path, root, depth + 1)
        elif _is_candidate(name) and (not is_link or _is_inside(path, root)):
            yield path


def _packed(folder: str) -> bytearray:
    """The names in a folder as they come, each ended by a zero byte, so that a walk holds no object a name."""
    packed = bytearray()
    with os.scandir(folder) as entries:
        for entry in entries:
            packed += os.fsencode(entry.name) + b"\0"
    return packed


def _in_order(packed: bytearray) -> Iterator[str]:
    """The names in the order of their bytes, a few thousand taken out and sorted at a time."""
    last = b""
    while names := heapq.nsmallest(_SORTED_AT_ONCE, _after(last, packed)):
        yield from map(os.fsdecode, names)
        last = names[-1]


def _after(last: bytes, packed: bytearray) -> Iterator[bytes]:
    start = 0
    while start < len(packed):
        end = packed.find(0, start)
        name = bytes(packed[start:end])
        if name > last:
            yield name
        start = end + 1


def _is_candidate(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) and not name.startswith(PREFIX)


def _is_inside(path: str, root: str) -> bool:
    target = os.path.realpath(path)
    return os.path.isfile(target) and os.path.commonpath([target, root]) == root
