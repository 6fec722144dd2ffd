"""Fixing: remedies of findings as edits of the text, each proved by reading the text back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from eventnotes.diagnostic import Fix
from eventnotes.document import Document, document_of
from eventnotes.edit import apply, differences
from eventnotes.model import Event
from eventnotes.source import Edit, Loc, Remedy, Span, SyntaxProblem

Found = list[tuple[Span, SyntaxProblem]]
Look = Callable[[Document], Found]
"""What is found in a document, each at its place."""

_READ_BACK = 3_000_000  # characters that proving the fixes of one text may cost to read
_FINDING = 150  # characters of a text that cost as much as one finding in it
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a text.

    Attributes:
        document: the text with its fixes, read; the document that was given where there are none.
        edits: what was changed in the text that was given.
        number: how many findings were mended.
    """

    document: Document
    edits: tuple[Edit, ...] = ()
    number: int = 0


def fixed(document: Document, look: Look, unsafe: bool = False) -> Fixed:
    """A document with all fixes that are certain made, and again with those of what is found then.

    After each round the text is read back. It says what was meant and nothing else is different; where that does not
    hold for a fix, or two would change the same place, it is left, and for good where it does not come right by itself.

    Args:
        document: what was read.
        look: what finds its faults.
        unsafe: make fixes too that may lose what the author meant.
    """
    now, number = document, 0
    for _ in range(_ROUNDS):
        trial = Trial(now, look)
        chosen = trial.chosen(unsafe)
        again = trial.again(chosen)
        if again is None:
            break
        now, number = again, number + len(chosen)
    return Fixed(now, tuple(differences(document.source, now.source)), number)


class _Mended(NamedTuple):
    """A finding with the edits that mend it."""

    problem: SyntaxProblem
    remedy: Remedy
    fix: Fix


class Trial:
    """Tries the remedies of what is found in a document.

    Args:
        document: what was read.
        look: what finds its faults.
        found: what it found, where that is known.
    """

    def __init__(self, document: Document, look: Look, found: Found | None = None) -> None:
        self.document, self.look = document, look
        self.found = look(document) if found is None else found
        self.readings = 1 + _READ_BACK // (len(document.text) + _FINDING * len(self.found) + 1_000)
        self.told = _told(self.found)
        self.errors = self._errors(self.found)
        self.said = _said(document.event)
        self.is_text = document.text.encode() == document.data and document.format.events is None

    def fix(self, span: Span, problem: SyntaxProblem) -> Fix | None:
        """What mends a finding; None where nothing certainly does."""
        found = self._mended(span, problem)
        return found.fix if found is not None else None

    def chosen(self, unsafe: bool) -> list[_Mended]:
        """What can be mended together: of fixes that touch each other, the first in the text."""
        found: list[_Mended] = []
        end = 0
        for span, problem in self.found:
            if problem.remedy is None or not (unsafe or problem.remedy.is_safe):
                continue
            one = self._mended(span, problem)
            if one is not None and min(edit.span.start for edit in one.fix.edits) >= end:
                found.append(one)
                end = max(edit.span.end for edit in one.fix.edits)
        while found and self.again(found) is None:
            found = found[: len(found) // 2]
        return found

    def again(self, mended: list[_Mended]) -> Document | None:
        """The document with fixes made; None where that does not say what was meant."""
        if not mended or not self.readings:
            return None
        self.readings -= 1
        edits = [edit for one in mended for edit in one.fix.edits]
        data = apply(self.document.text, edits).encode()
        again = document_of(self.document.path, data, self.document.format, self.document.limits)
        return again if self._is_as_meant(again, mended) else None

    def _mended(self, span: Span, problem: SyntaxProblem) -> _Mended | None:
        remedy = problem.remedy
        if remedy is None or not self.is_text:
            return None
        for label, edits in _candidates(self.document, span, problem, remedy):
            one = _Mended(problem, remedy, Fix(label, edits, remedy.is_safe))
            if self.again([one]) is not None:
                return one
        return None

    def _errors(self, found: Found) -> Counter[str]:
        """Errors by code; where there was no event, rules did not look, and what they find is nothing new."""
        had_event = self.document.event is not None
        return Counter(one.code for _, one in found if one.severity == "error" and (had_event or not one.is_optional))

    def _is_as_meant(self, again: Document, mended: list[_Mended]) -> bool:
        """Whether these findings are gone, no error is new, and the event differs only where it was to."""
        if again.event is None:
            return False
        found = self.look(again)
        after, gone = _told(found), Counter(_kind(one.problem) for one in mended)
        if self._errors(found) - self.errors or any(after[one] > self.told[one] - gone[one] for one in gone):
            return False
        said = _said(again.event)
        if not all(_holds(said, one.remedy) for one in mended):
            return False
        if self.document.event is None:
            return True
        changes = [loc for one in mended for loc in one.remedy.changes]
        different = (loc for loc in said.keys() | self.said.keys() if said.get(loc) != self.said.get(loc))
        return all(any(loc[: len(one)] == one for one in changes) for loc in different)


def _told(found: Found) -> Counter[tuple[str, str]]:
    return Counter(_kind(one) for _, one in found)


def _kind(problem: SyntaxProblem) -> tuple[str, str]:
    """What a finding is counted as: of warnings, another of the same code may well come to light."""
    return problem.code, problem.message if problem.severity == "warning" else ""


def _candidates(
    document: Document, span: Span, problem: SyntaxProblem, remedy: Remedy
) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """What may mend a finding, and what each does in a word."""
    if remedy.edits:
        yield remedy.label, remedy.edits
    written = document.source[span.start : span.end]
    is_whole = not remedy.part or remedy.part not in written
    if is_whole and (problem.at_key or written[:1] in ("[", "{")):  # the place is that of a value around it
        return
    at = max(written.find(remedy.part), 0) if remedy.part else 0
    size = len(remedy.part) if remedy.part and written.startswith(remedy.part, at) else len(written)
    place = Span(span.start + at, span.start + at + size)
    for text in remedy.texts:
        for worded in _worded(written[at : at + size], text)[: 1 if remedy.part else 2]:
            yield remedy.label or f"write {text}", (Edit(place, worded),)
    key = document.key_of(problem) if remedy.key else None
    if key is not None and key != span:
        old_key = document.source[key.start : key.end]
        for worded_key, worded in zip(_worded(old_key, remedy.key), _worded(written, remedy.meant), strict=True):
            yield f"write {remedy.key}: {remedy.meant}", (Edit(key, worded_key), Edit(span, worded))


def _worded(written: str, text: str) -> list[str]:
    """A text as it may stand in place of what is written: quoted alike, else as it is or, where it must be, quoted."""
    quoted = json.dumps(text, ensure_ascii=False)
    if written[:1] == written[-1:] == '"':
        return [quoted, quoted]
    if written[:1] == written[-1:] == "'":
        single = "'" + text.replace("'", "''") + "'"
        return [single, single]
    return [text, quoted]


def _said(event: Event | None) -> dict[Loc, Any]:
    """Every single value of an event by its location."""
    found: dict[Loc, Any] = {}
    pending: list[tuple[Loc, Any]] = [((), event.model_dump(mode="json") if event else {})]
    while pending:
        loc, value = pending.pop()
        if isinstance(value, dict | list):
            inner = value.items() if isinstance(value, dict) else enumerate(value)
            pending.extend(((*loc, step), one) for step, one in inner)
        else:
            found[loc] = value
    return found


def _holds(said: dict[Loc, Any], remedy: Remedy) -> bool:
    """Whether what a remedy means is said in the first of the places that it changes."""
    meant = (loc for loc, value in said.items() if value == remedy.meant)
    return not remedy.meant or any(loc[: len(one)] == one for loc in meant for one in remedy.changes[:1])
