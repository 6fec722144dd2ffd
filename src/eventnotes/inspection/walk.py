"""Walk: the files that paths and folders name, in a stable order, each with the settings that apply to it."""

from __future__ import annotations

import heapq
import os
import stat
from collections.abc import Collection, Iterator

from eventnotes.configuration import Configuration
from eventnotes.configuration.settings import Settings
from eventnotes.packages import is_package
from eventnotes.replacement import PREFIX

_SKIPPED = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".tox"}
_DEEPEST = 200
_SORTED_AT_ONCE = 4_000
_SUFFIXES = (".md", ".markdown", ".event.yaml", ".event.yml", ".event.json")


def files(
    paths: Collection[str], configuration: Configuration, pass_over: bool
) -> Iterator[tuple[str, bool, Settings]]:
    """Each file, whether it was named by itself, and its settings.

    A package of ours is a source where its folder is named, and the write-ups in that folder are sources beside it. A
    folder that cannot be read is given itself, because reading it says why. What is found in a folder is given once:
    not where it is named by itself too, nor where the folder is walked again.

    Args:
        paths: files and folders.
        configuration: what finds settings.
        pass_over: leave out files that were named by themselves too, where a walk would.
    """
    given = {os.path.abspath(path) for path in paths if not os.path.isdir(path)}
    for path in paths:
        is_folder = os.path.isdir(path)
        if not is_folder or is_package(path):
            settings = configuration.of_folder(os.path.dirname(path) or ".")
            is_left_out = not (is_folder or is_candidate(os.path.basename(path))) or settings.excludes(path)
            if not (pass_over and is_left_out):
                yield path, True, settings
        if is_folder:
            yield from _walk(path, os.path.realpath(path), 0, configuration, given)


def holds_write_ups(path: str, configuration: Configuration) -> bool:
    """Whether a path is a folder that is more than a package of ours."""
    if not os.path.isdir(path):
        return False
    return not is_package(path) or any(True for _ in _walk(path, os.path.realpath(path), 0, configuration, set()))


def _walk(
    folder: str, root: str, depth: int, configuration: Configuration, given: set[str]
) -> Iterator[tuple[str, bool, Settings]]:
    """The files of a folder but for those that were given; folders that are walked are given from then on."""
    settings, place = configuration.of_folder(folder), os.path.abspath(folder)
    if place in given or settings.excludes(folder):
        return
    given.add(place)
    try:
        packed = _packed(folder)
    except OSError:
        yield folder, False, settings
        return
    for name in _in_order(packed):
        path = os.path.join(folder, name)
        mode = _mode(path)
        if stat.S_ISDIR(mode):
            if name not in _SKIPPED and depth < _DEEPEST:
                yield from _walk(path, root, depth + 1, configuration, given)
        elif (
            is_candidate(name)
            and (not stat.S_ISLNK(mode) or _is_inside(path, root))
            and os.path.join(place, name) not in given
            and not settings.excludes(path)
        ):
            yield path, False, settings


def _mode(path: str) -> int:
    """What a path is, links not followed; 0 where it is gone."""
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


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


def is_candidate(name: str) -> bool:
    """Whether a file of a folder is looked at, by its name."""
    return name.lower().endswith(_SUFFIXES) and not name.startswith(PREFIX)


def _is_inside(path: str, root: str) -> bool:
    target = os.path.realpath(path)
    return os.path.isfile(target) and os.path.commonpath([target, root]) == root
