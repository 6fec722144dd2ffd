"""Baseline: the findings of an old corpus that are known and silent; it shrinks, and grows only where that is asked."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from eventnotes.configuration.settings import Settings
from eventnotes.diagnostic import Diagnostic, Severity, quoted
from eventnotes.source import Span, SyntaxProblem

NAME = "eventnotes-baseline.jsonl"
"""What the file is called where nobody names another: `check` takes up one that lies in the working folder."""
_ADVICE = "take the lines of both sides of a merge, or remove the file and write it with --write-baseline"
_HEADER = {"eventnotes": "baseline", "version": 1}

Known = tuple[str, str, str]
"""A file as seen from the baseline's folder, a code, and the digest of the words that are meant."""


class Sifted(NamedTuple):
    """The findings of a file, by what a baseline knows them by, what was asked of the file, and what rules lacked."""

    name: str
    found: dict[Known, int]
    settings: Settings
    unmet: frozenset[str]


class InvalidBaseline(ValueError):
    """A file that is no baseline, or cannot be read; `diagnostic` says why, and at which line."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


class Baseline:
    """Known findings. One is known again by its file, its code and its words, wherever in the file they stand.

    Args:
        path: the file; where it does not exist, nothing is known.
        grows: whether all that is found becomes known.

    Raises:
        InvalidBaseline: for a file that is none, or that cannot be read.
    """

    def __init__(self, path: str, grows: bool = False) -> None:
        self.path = path
        self._grows = grows
        self._folder = os.path.dirname(os.path.abspath(path))
        self._known = _read(path) if os.path.exists(path) else Counter[Known]()
        self._found: Counter[Known] = Counter()
        self._sifted: dict[str, Sifted] = {}

    def sift(
        self,
        path: str,
        placed: Iterable[tuple[Span, SyntaxProblem]],
        source: str,
        settings: Settings,
        unmet: frozenset[str] = frozenset(),
    ) -> list[tuple[Span, SyntaxProblem]]:
        """The findings of a file that are not known.

        Args:
            path: the file.
            placed: all its findings with their places, in the order of the text.
            source: its text.
            settings: what was asked of it.
            unmet: what rules may need and were not told.
        """
        name = self._name(path)
        found: dict[Known, int] = {}
        unknown = []
        for span, problem in placed:
            key = (name, problem.code, _digest(source, span))
            found[key] = found.get(key, 0) + 1
            if found[key] > self._known[key] and not self._grows:
                unknown.append((span, problem))
        self.note(Sifted(name, found, settings, unmet))
        return unknown

    def sifted(self, path: str) -> Sifted | None:
        """What was found in a file, if it was sifted."""
        return self._sifted.get(self._name(path))

    def note(self, sifted: Sifted) -> None:
        """Take in what was found in a file, such as by another process."""
        self._sifted[sifted.name] = sifted
        self._found |= Counter(sifted.found)

    def _name(self, path: str) -> str:
        return os.path.relpath(path, self._folder).replace(os.sep, "/")

    def left(self) -> Counter[Known]:
        """What is known after this run: what was found of it, and what this run did not look for."""
        return self._kept() | self._found if self._grows else self._kept()

    @property
    def gone(self) -> int:
        """How many findings are known and were not found any more."""
        return self._known.total() - self._kept().total()

    def text(self) -> bytes:
        """The baseline as a file: sorted, a line a finding, so that versions of it can be compared and merged."""
        lines = sorted(json.dumps([*key, count]) for key, count in self.left().items())
        return ("\n".join([json.dumps(_HEADER), *lines]) + "\n").encode()

    def _kept(self) -> Counter[Known]:
        return Counter({key: count for key, count in ((key, self._remains(key)) for key in self._known) if count})

    def _remains(self, key: Known) -> int:
        name, code, _ = key
        sifted = self._sifted.get(name)
        if sifted is None:
            return self._known[key] if os.path.exists(os.path.join(self._folder, name)) else 0
        is_sought = sifted.settings.asks(code, sifted.unmet)
        return min(self._known[key], self._found[key]) if is_sought else self._known[key]


class Baselines:
    """The baselines of a run, each read once.

    Args:
        written: whether they are written after the run, so that one that does not exist takes in all that is found.
        grow: whether the others do too.
        usual: the one of write-ups whose settings name none.
    """

    def __init__(self, written: bool = False, grow: bool = False, usual: str | None = None) -> None:
        self._written = written
        self._grow = grow
        self._usual = usual
        self.opened: dict[str, Baseline] = {}

    def of(self, settings: Settings) -> Baseline | None:
        """The baseline that settings name, or the usual one; errors as of `Baseline`."""
        path = settings.baseline or self._usual
        return self.open(path) if path is not None else None

    def open(self, path: str) -> Baseline:
        """The baseline in a file; errors as of `Baseline`."""
        if path not in self.opened:
            grows = self._written and (self._grow or not os.path.exists(path))
            self.opened[path] = Baseline(path, grows)
        return self.opened[path]


def _read(path: str) -> Counter[Known]:
    try:
        with open(path, "rb") as file:
            lines = file.read().decode(errors="replace").splitlines()
    except OSError as error:
        raise InvalidBaseline(_fault(path, f"cannot be read: {error.strerror or error}")) from None
    known: Counter[Known] = Counter()
    for number, line in enumerate(lines or [""], 1):
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            entry = None
        match entry:
            case {"eventnotes": "baseline", "version": 1} if number == 1:
                continue
            case [str(name), str(code), str(digest), int(count)] if number > 1 and count > 0:
                known[name, code, digest] = max(known[name, code, digest], count)
            case _:
                message = f"this is no line of a baseline: {quoted(line, 40)}"
                raise InvalidBaseline(_fault(path, message, _ADVICE, number, len(line) + 1))
    return known


def _fault(path: str, message: str, help: str = "", line: int = 1, end: int = 1) -> Diagnostic:
    return Diagnostic(path, line, 1, line, end, Severity.ERROR, "configuration", message, help)


def _digest(source: str, span: Span) -> str:
    """Of the words at a place, and of its line where the place is no more than a character."""
    start, end = span.start, span.end
    if end - start == 1:
        start = source.rfind("\n", 0, start) + 1
        line_end = source.find("\n", start)
        end = line_end if line_end >= 0 else len(source)
    return sha256(" ".join(source[start:end].split()).encode(errors="backslashreplace")).hexdigest()[:16]
