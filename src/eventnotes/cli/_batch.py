"""A run of `convert`: events out of sources, each told of, and counted."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from time import monotonic
from typing import TYPE_CHECKING

from eventnotes import formats
from eventnotes.cli._options import standard_input
from eventnotes.cli._targets import not_held
from eventnotes.conversion import Losses, losses
from eventnotes.decoding import lines_by_path
from eventnotes.diagnostic import Severity, printable, quoted
from eventnotes.document import Document, read
from eventnotes.formats import Format
from eventnotes.inspection import Checked, documents
from eventnotes.inspection.findings import is_passed_over
from eventnotes.packages import is_package
from eventnotes.report.text import counted, explained, passed_over

if TYPE_CHECKING:
    from eventnotes.configuration import Configuration
    from eventnotes.model import Event
    from eventnotes.when import When

_OFTEN = 0.1  # seconds between two looks at how far it is


class Batch:
    """What is converted, and what was found on the way.

    Attributes:
        target: the format that is written.
        lost: what it does not hold, by source; kept only if a report is wanted.
        failed: how many events or files were not converted.
    """

    def __init__(
        self,
        target: Format,
        configuration: Configuration,
        source_format: str | None,
        start: When | None,
        keys: Sequence[str] = (),
        *,
        no_loss: bool,
        keep: bool,
    ) -> None:
        self.target = target
        self.lost: dict[str, Losses] = {}
        self.failed = 0
        self._configuration = configuration
        self._source_format = source_format
        self._start = start
        self._keys = dict.fromkeys(keys, False)  # whether an event of this key was found
        self._no_loss = no_loss
        self._keep = keep
        self._writes_together = target.write_all is not None or target.files is not None
        self._converted = self._passed = 0
        self._watched = sys.stderr.isatty() and not sys.stdout.isatty()
        self._looked = 0.0

    def documents(self, sources: Sequence[str]) -> Iterator[Document]:
        """The write-ups of files, folders and standard input; of others it is told why they are not read."""
        for source, group in groupby(sources, lambda one: one == "-"):
            if source:
                for _ in group:
                    limits = self._configuration.of_folder(".").limits
                    yield read(data=standard_input(limits.size + 1), format=self._source_format, limits=limits)
            elif self._source_format is not None:
                for path in group:
                    limits = self._configuration.of_folder(os.path.dirname(path) or ".").limits
                    try:
                        yield read(path, format=self._source_format, limits=limits)
                    except OSError as error:
                        self.failed += 1
                        self._say(printable(f"{path}: {error.strerror or error}", None) + "\n")
            else:
                yield from self._files(list(group))

    def _files(self, paths: list[str]) -> Iterator[Document]:
        for one, named, _ in documents(paths, self._configuration):
            if isinstance(one, Checked):
                self.failed += 1
                for found in one.diagnostics:
                    self._say(explained(found, []))
            elif is_passed_over(one, named):
                self._passed += 1
            else:
                yield one

    def divides(self, path: str) -> bool:
        """Whether a source may hold several events, each of which goes into a file of its own."""
        found = formats.find(self._source_format) if self._source_format else formats.of_path(path)
        if self.target.write_all is not None:
            return False
        return is_package(path) if found is None else found.events is not None

    def events(self, document: Document, *, every: bool) -> Iterator[tuple[str, Event, bytes]]:
        """Each event of a document that is to be written, how it is called, and its bytes unless all go into one.

        Args:
            document: a source.
            every: whether all its events are taken, or the first alone.
        """
        for one, event in self.read(document, every=every):
            name = f"{one.path}:{one.line}" if every and one.format.events is not None else one.path
            data = self._data(event, name)
            if data is None or (self._loses(event, data, name) and self._no_loss):
                self.failed += 1
                continue
            self._converted += 1
            self._look()
            yield name, event, data

    def read(self, document: Document, *, every: bool) -> Iterator[tuple[Document, Event]]:
        """Each event of a document that is asked for, and the document that it is in that; arguments as of `events`."""
        for one in document.events() if every or self._keys else (document,):
            if self._keys:
                key = one.key or (one.event and one.event.id) or ""
                if key not in self._keys:
                    continue
                if self._keys[key]:
                    self.failed += 1
                    said = f"another event has the key {quoted(key)}; the first alone is converted"
                    self._say(printable(f"{one.path}:{one.line}: {said}", None) + "\n")
                    continue
                self._keys[key] = True
            event = self._event(one)
            if event is not None:
                yield one, event
            else:
                self.failed += 1

    def tell_unknown_keys(self) -> None:
        """Say which of the keys that were asked for no event has."""
        for key, is_found in self._keys.items():
            if not is_found:
                self.failed += 1
                self._say(f"no event has the key {quoted(key)}; --list prints those that there are\n")

    def _event(self, document: Document) -> Event | None:
        """The event, begun at `start` if that is given; None where the document has errors, which are told."""
        found = document.diagnostics
        lines = lines_by_path(document.text)
        for one in found:
            self._say(explained(one, lines(one.path)))
        if document.event is None or any(one.severity is Severity.ERROR for one in found):
            return None
        return document.event if self._start is None else document.event.replace(start=self._start)

    def _data(self, event: Event, name: str) -> bytes | None:
        """The event in the target's format; None, and a line on standard error, where that cannot hold it."""
        target = self.target
        assert target.write is not None
        try:
            if not (self._writes_together and target.lossless):
                return target.write(event)
            if target.holds is not None:
                target.holds(event)
        except ValueError as error:
            self._say(printable(f"{name}: {error}", None) + "\n")
            return None
        return b""

    def _loses(self, event: Event, data: bytes, name: str) -> bool:
        """Whether the target does not hold everything; what that is, is told in a line on standard error."""
        found = losses(event, data, self.target)
        if found:
            said = not_held(found, self.target, "--losses FILE lists all")
            self._say(f"{printable(name, None)}: {'not written: ' if self._no_loss else ''}{said}\n")
        if self._keep:  # several events may begin in one line
            self.lost[name] = Losses(Counter(self.lost.get(name, {})) + Counter(found))
        return bool(found)

    def _say(self, text: str) -> None:
        sys.stderr.write(("\r\x1b[K" if self._watched else "") + text)

    def _look(self) -> None:
        """Say on a terminal how far it is."""
        if self._watched and monotonic() - self._looked > _OFTEN:
            self._looked = monotonic()
            sys.stderr.write(f"\r\x1b[K{self._converted:,} converted")
            sys.stderr.flush()

    def summarize(self) -> None:
        """Say what was done, in one line."""
        failed = f", {self.failed:,} not" if self.failed else ""
        passed = passed_over(self._passed, not (self._converted or self.failed))
        if not (self._converted or self.failed or self._passed):
            passed = "; of a folder's files only write-ups are taken, so name others by themselves"
        self._say(f"{counted(self._converted, 'event')} converted{failed}{passed}\n")
