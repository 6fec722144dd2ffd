"""Acquaintance: the names of speakers in the files of a run, to find those that are nearly the same."""

from __future__ import annotations

from collections.abc import Iterable

from eventnotes.diagnostic import named
from eventnotes.document import read
from eventnotes.likeness import MOST_COMPARED, are_near, keys_of, parts_of
from eventnotes.limits import Limits
from eventnotes.source import SyntaxProblem, line_and_column

_MOST = 200_000


class Acquaintance:
    """The names met so far: in how many files each stands, and in which it stood first.

    Of a file nothing is held but the names in it that no file before had. Names beyond the first 200,000 are not taken
    in.
    """

    def __init__(self) -> None:
        self._files: dict[str, int] = {}
        self._first: dict[str, tuple[str, Limits]] = {}
        self._by_key: dict[str, tuple[str, ...]] = {}
        self._near: dict[str, list[str]] = {}
        self._asked: dict[str, list[str]] = {}
        """What is near a name that was asked for and not taken in yet."""

    def meet(self, path: str, names: Iterable[str], limits: Limits) -> None:
        """Take in the names of a file that was checked.

        Args:
            path: the file.
            names: what its speakers are called.
            limits: what reading it may cost.
        """
        for name in dict.fromkeys(names):
            if name not in self._files:
                if len(self._files) >= _MOST:
                    continue
                self._enter(name)
                self._first[name] = path, limits
            self._files[name] = self._files.get(name, 0) + 1
        self._asked.clear()

    def know_near(self, names: Iterable[str]) -> bool:
        """Whether one of these names is nearly another that more files have."""
        return any(self._other(name) is not None for name in names)

    def near(self, name: str) -> tuple[str, str] | None:
        """Of the names that are nearly this one and that more files have, the one that most have, and where it is."""
        other = self._other(name)
        return (other, self._place(other)) if other is not None else None

    def _other(self, name: str) -> str | None:
        others = self._near.get(name) if name in self._files else self._found(name)
        other = max(others, key=lambda one: self._files[one]) if others else None
        return other if other is not None and self._files[other] > self._files.get(name, 0) else None

    def _enter(self, name: str) -> None:
        near = self._found(name)
        for other in near:
            self._near.setdefault(name, []).append(other)
            self._near.setdefault(other, []).append(name)
        for key in keys_of(parts_of(name)):
            group = self._by_key.get(key, ())
            if len(group) < MOST_COMPARED:
                self._by_key[key] = (*group, name)

    def _found(self, name: str) -> list[str]:
        if name not in self._asked:
            parts, size = parts_of(name), len(name)
            alike = [one for key in keys_of(parts) for one in self._by_key.get(key, ()) if -3 < len(one) - size < 3]
            self._asked[name] = [
                other for other in dict.fromkeys(alike) if other != name and are_near(parts_of(other), parts)
            ]
        return self._asked[name]

    def _place(self, name: str) -> str:
        """Where a name stood first, as `path:line:column`; the file is read again."""
        path, limits = self._first[name]
        try:
            document = read(path, limits=limits)
        except OSError:
            return named(path)
        speakers = document.event.speakers if document.event is not None else ()
        at = next((at for at, one in enumerate(speakers) if one.name == name), None)
        if at is None:
            return named(path)
        ((span, _),) = document.placed([SyntaxProblem("", "", ("speakers", at, "name"))])
        line, column = line_and_column(document.source, span.start)
        return f"{named(path)}:{line}:{column}"
