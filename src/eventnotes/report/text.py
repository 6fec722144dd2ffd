"""The text report: each finding with its line, a caret and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventnotes.decoding import lines_by_path
from eventnotes.diagnostic import Diagnostic, Severity, printable, width
from eventnotes.inspection import Checked

_WIDEST = 68
_COLORS = {"error": "1;31", "warning": "1;33", "place": "1", "margin": "34", "help": "36"}  # ECMA-48 §8.3.117


def text_report(checked: Iterable[Checked], color: bool = False) -> Iterator[str]:
    """Findings as people read them, and at the end what was looked at; in colour for a terminal."""
    files = passed = errors = warnings = known = 0
    for one in checked:
        if not one.is_write_up:
            passed += 1
            continue
        files += one.events
        known += one.known
        lines = lines_by_path(one.text)
        for diagnostic in one.diagnostics:
            errors += diagnostic.severity is Severity.ERROR
            warnings += diagnostic.severity is Severity.WARNING
            yield explained(diagnostic, lines(diagnostic.path), color)
    yield summary(files, passed, errors, warnings, known)


def explained(diagnostic: Diagnostic, lines: list[str], color: bool = False) -> str:
    """A finding, its line with the place marked, and what to do."""

    def painted(text: str, name: str) -> str:
        return f"\x1b[{_COLORS[name]}m{text}\x1b[0m" if color else text

    severity = diagnostic.severity
    place = str(diagnostic).removesuffix(f" {severity} {diagnostic.code} {diagnostic.message}")
    said = f"{painted(place, 'place')} {painted(severity, severity)} {diagnostic.code} {diagnostic.message}\n"
    if 0 < diagnostic.line <= len(lines) and lines[diagnostic.line - 1].strip():
        same_line = diagnostic.end_line == diagnostic.line
        end = diagnostic.end_column if same_line else len(lines[diagnostic.line - 1]) + 1
        shown, before, size = _window(lines[diagnostic.line - 1], diagnostic.column - 1, end - 1)
        number = str(diagnostic.line)
        below = " " * before + painted("^" * max(size, 1), severity)
        for left, right in ((number, shown), (" " * len(number), below)):
            said += f"  {painted(f'{left} |', 'margin')} {right}\n"
    if diagnostic.help:
        said += f"  {painted('help:', 'help')} {diagnostic.help}\n"
    return said + "\n"


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a line that fits, escaped; the columns before the marked place in it, and the columns marked."""
    line = line.replace("\t", " ")
    shown = printable(line, None)
    first, marked = len(printable(line[:start], None)), printable(line[start:end], None)
    if width(shown) <= _WIDEST:
        return shown, width(shown[:first]), width(marked)
    cut = max(first - _WIDEST // 3, 0) if first > _WIDEST // 2 else 0
    head, part = "…" if cut else "", shown[cut : cut + _WIDEST]
    tail = "…" if cut + _WIDEST < len(shown) else ""
    return head + part + tail, width(head + shown[cut:first]), width(marked[: cut + _WIDEST - first])


def summary(files: int, passed: int, errors: int, warnings: int, known: int = 0) -> str:
    """What was looked at and found, in one line."""
    found = ", ".join(counted(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number)
    silent = f"; {counted(known, 'known finding')} not shown" if known else ""
    over = f"; {counted(passed, 'file')} passed over (no write-up)" if passed else ""
    return f"{counted(files, 'write-up')} checked: {found or 'nothing to report'}{silent}{over}\n"


def counted(number: int, word: str) -> str:
    """A number of things: `1 error`, `2 errors`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
