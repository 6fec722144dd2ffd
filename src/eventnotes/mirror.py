"""Mirror: the file in a target folder for each source, and whether writing there harms another file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from unicodedata import normalize

from eventnotes.diagnostic import printable

_ENDINGS = (".event.yaml", ".event.yml", ".event.json")


class Mirror:
    """A folder that is laid out like the folders its sources come from.

    Args:
        folder: where to write.
        suffix: how each file that is written ends.
        sources: what was named: the files of a folder keep their place in it, other files stand at the top.
        holds_several: whether a source becomes a folder with a file for each of its events.
        report: a file that is written besides, which none in the folder may be.
    """

    def __init__(
        self,
        folder: str,
        suffix: str,
        sources: Iterable[str],
        holds_several: Callable[[str], bool],
        report: str | None = None,
    ) -> None:
        self.folder = folder
        self.suffix = suffix
        self._holds_several = holds_several
        self._report = os.path.realpath(report) if report is not None else None
        self._roots = [os.path.join(one, "") for one in sources if os.path.isdir(one)]

    def name(self, path: str) -> str:
        """The file or folder in the folder that a source is written to, relative to the folder."""
        root = next((one for one in self._roots if path.startswith(one) and path != one), None)
        inside = path[len(root) :] if root is not None else os.path.basename(os.path.normpath(path))
        if path == "-":
            inside = "standard-input"
        return inside if self._holds_several(path) else stem(inside) + self.suffix

    def harm(self, paths: Callable[[], Iterable[str]], counts: Callable[[str], bool]) -> str | None:
        """What writing would overwrite or leave the folder for, in a message; None where nothing.

        Names that differ in case or in Unicode's normal form alone are one name to some file systems.

        Args:
            paths: gives the sources, each time it is called.
            counts: whether a source is going to be written; asked of those alone whose names meet.
        """
        seen: set[int] = set()
        met: set[int] = set()
        within = os.path.realpath(self.folder)
        for path in paths():
            name = self.name(path)
            target = os.path.join(self.folder, name)
            if os.path.commonpath([within, os.path.realpath(target)]) != within:
                return f"{printable(target)} leads out of {printable(self.folder)}; remove the link in it"
            if os.path.exists(target) and os.path.exists(path) and os.path.samefile(path, target):
                return f"{printable(path)} would be written over itself; name another folder"
            if os.path.realpath(target) == self._report:
                return f"two outputs would be written to {printable(target)}; name two files"
            key = hash(_folded(name))
            (met if key in seen else seen).add(key)
        return self._meeting(paths(), met, counts) if met else None

    def _meeting(self, paths: Iterable[str], met: set[int], counts: Callable[[str], bool]) -> str | None:
        taken: dict[str, str] = {}
        for path in paths:
            name = self.name(path)
            key = _folded(name)
            if hash(key) not in met or not counts(path):
                continue
            if key in taken:
                both = f"{printable(taken[key])} and {printable(path)} would both be written to {printable(name)}"
                return f"{both}; convert one of them into another folder"
            taken[key] = path
        return None


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())


def stem(path: str) -> str:
    """A path without the ending that says its format."""
    found = next((path.removesuffix(one) for one in _ENDINGS if path.endswith(one) and path != one), None)
    return found or os.path.splitext(path)[0]
