"""Folders: the files in them that may be write-ups, in an order that is the same everywhere."""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterator

from eventnotes.replacement import PREFIX

_SKIPPED = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".tox"}
_DEEPEST = 200
_SORTED_AT_ONCE = 4_000
_SUFFIXES = (".md", ".markdown", ".event.yaml", ".event.yml", ".event.json")


def files(paths: list[str]) -> Iterator[tuple[str, bool]]:
    """The files of files and folders, in a stable order, each with whether it was named by itself."""
    for path in paths:
        if os.path.isdir(path):
            root = os.path.realpath(path)
            for found in _walk(path, root, 0):
                yield found, False
        else:
            yield path, True


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
