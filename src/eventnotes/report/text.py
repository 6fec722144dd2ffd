"""The text report: each finding with its line, a caret and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventnotes.diagnostic import Diagnostic, Severity, printable, width
from eventnotes.document import lines_of
from eventnotes.inspection import Checked

_WIDEST = 76


def text_report(checked: Iterable[Checked]) -> Iterator[str]:
    """Findings as people read them, and at the end what was looked at."""
    files = passed = errors = warnings = 0
    for one in checked:
        if not one.is_write_up:
            passed += 1
            continue
        files += 1
        lines = lines_of(one.text).split("\n") if one.diagnostics else []
        for diagnostic in one.diagnostics:
            errors += diagnostic.severity is Severity.ERROR
            warnings += diagnostic.severity is Severity.WARNING
            yield explained(diagnostic, lines)
    yield summary(files, passed, errors, warnings)


def explained(diagnostic: Diagnostic, lines: list[str]) -> str:
    """A finding, its line with the place marked, and what to do."""
    said = f"{diagnostic}\n"
    if 0 < diagnostic.line <= len(lines) and lines[diagnostic.line - 1].strip():
        same_line = diagnostic.end_line == diagnostic.line
        end = diagnostic.end_column if same_line else len(lines[diagnostic.line - 1]) + 1
        shown, before, size = _window(lines[diagnostic.line - 1], diagnostic.column - 1, end - 1)
        number = str(diagnostic.line)
        said += f"  {number} | {shown}\n  {' ' * len(number)} | {' ' * before}{'^' * max(size, 1)}\n"
    if diagnostic.help:
        said += f"  help: {diagnostic.help}\n"
    return said + "\n"


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """A part of the line that fits, the columns before the marked place in it, and the columns marked."""
    first = 0
    if width(line) > _WIDEST and start > _WIDEST // 2:
        first = start - _WIDEST // 3
    head = "…" if first else ""
    part = line[first : first + _WIDEST]
    tail = "…" if first + _WIDEST < len(line) else ""
    marked = line[start : min(end, first + _WIDEST)]
    before = printable(line[first:start].replace("\t", " "), None)
    shown = head + printable(part.replace("\t", " "), None) + tail
    return shown, width(head + before), width(printable(marked.replace("\t", " "), None))


def summary(files: int, passed: int, errors: int, warnings: int) -> str:
    """What was looked at and found, in one line."""
    found = ", ".join(_counted(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number)
    over = f"; {_counted(passed, 'file')} passed over (no write-up)" if passed else ""
    return f"{_counted(files, 'write-up')} checked: {found or 'nothing to report'}{over}\n"


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
