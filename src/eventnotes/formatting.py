"""Formatting: a write-up's text in its canonical spelling, proved by reading it back."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

from eventnotes.decoding import lines_of
from eventnotes.diagnostic import InvalidWriteUp, Severity
from eventnotes.document import Document, read
from eventnotes.edit import apply
from eventnotes.formats.json import write as canonical
from eventnotes.source import Edit

_READ_BACK = 3_000_000


@dataclass(frozen=True, slots=True)
class Formatted:
    """What became of a text.

    Attributes:
        text: the text, with its own line ends and byte order mark.
        edits: what was changed.
        left: the lines of the document with items that keep their spelling, because in the canonical one the write-up
            would say something else.
    """

    text: str
    edits: list[Edit] = field(default_factory=list)
    left: tuple[int, ...] = ()


def formatted(document: Document) -> Formatted:
    """A write-up with its labels, attributions and front matter spelled in the canonical way; prose is not touched.

    The new text reads as the same event with no new findings, and formatting it again changes nothing. An item for
    which that does not hold stays as it is.

    Raises:
        InvalidWriteUp: where reading found errors.
    """
    proof = Proof(document)
    found = proof.format(document.text)
    if found.edits and proof.format(found.text).edits:
        return Formatted(document.text, left=(1,))
    return found


class _TooDear(Exception):
    """Raised where finding the items that cannot be changed would take too many readings."""


class Proof:
    """Reads changed texts of a document back, and compares what they say with what the document says.

    Args:
        document: one without errors.

    Raises:
        InvalidWriteUp: where reading found errors.
    """

    def __init__(self, document: Document) -> None:
        if document.event is None or any(one.severity is Severity.ERROR for one in document.diagnostics):
            raise InvalidWriteUp(document.diagnostics)
        self.document = document
        self.said = canonical(document.event)
        self.codes = Counter(one.code for one in document.problems)
        self.readings = 4 + _READ_BACK // (len(document.text) + 1_000)

    def format(self, text: str) -> Formatted:
        """The text with all edits that hold; where those would take too long to find, with none."""
        respell = self.document.format.respell
        source = lines_of(text)
        groups = respell(source, self.document.limits) if respell is not None else []
        kept: list[list[Edit]] = []
        if groups:
            with suppress(_TooDear):
                kept = self._kept(text, [], groups)
        made = {id(edits) for edits in kept}
        left = sorted(edits[0].span.start for edits in groups if id(edits) not in made)
        return Formatted(_edited(text, kept), [edit for edits in kept for edit in edits], _lines(source, left))

    def _kept(self, text: str, kept: list[list[Edit]], more: list[list[Edit]]) -> list[list[Edit]]:
        """Those already kept, and of the others those with which the text still says the same."""
        if self.holds(_edited(text, [*kept, *more])):
            return [*kept, *more]
        if len(more) == 1:
            return kept
        half = len(more) // 2
        return self._kept(text, self._kept(text, kept, more[:half]), more[half:])

    def holds(self, text: str) -> bool:
        """Whether a text reads as the same event, with no new findings."""
        if not self.readings:
            raise _TooDear
        self.readings -= 1
        again = read(data=text.encode(), format=self.document.format.name, limits=self.document.limits)
        if again.event is None or Counter(one.code for one in again.problems) - self.codes:
            return False
        return canonical(again.event) == self.said


def _edited(text: str, groups: list[list[Edit]]) -> str:
    return apply(text, [edit for edits in groups for edit in edits])


def _lines(source: str, places: list[int]) -> tuple[int, ...]:
    """The lines of places that stand in order."""
    found, line, at = [], 1, 0
    for place in places:
        line, at = line + source.count("\n", at, place), place
        found.append(line)
    return tuple(found)
