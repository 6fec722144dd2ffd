"""The text report: each finding with its line, a caret and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from eventnotes.decoding import lines_by_path
from eventnotes.diagnostic import Diagnostic, Severity, fitting, printable, width
from eventnotes.inspection import Checked
from eventnotes.report.changes import label_of

_WIDEST = 68
_COLORS = {"error": "1;31", "warning": "1;33", "place": "1", "margin": "34", "help": "36"}  # ECMA-48 §8.3.117


def text_report(checked: Iterable[Checked], color: bool = False) -> Iterator[str]:
    """Findings as people read them, and at the end what was looked at; in colour for a terminal."""
    files = passed = known = fixed = 0
    found: Counter[Severity] = Counter()
    fixes: Counter[bool] = Counter()
    for one in checked:
        if not one.is_write_up:
            passed += 1
            continue
        files += one.events
        known += one.known
        fixed += one.fixed
        lines = lines_by_path(one.text)
        for diagnostic in one.diagnostics:
            found[diagnostic.severity] += 1
            if diagnostic.fix is not None:
                fixes[diagnostic.fix.is_safe] += 1
            yield explained(diagnostic, lines(diagnostic.path), color)
    yield summary(files, passed, found, known, fixed, fixes)


def explained(diagnostic: Diagnostic, lines: list[str], color: bool = False) -> str:
    """A finding, its line with the place marked, and what to do."""

    def painted(text: str, name: str) -> str:
        return f"\x1b[{_COLORS[name]}m{text}\x1b[0m" if color else text

    severity = diagnostic.severity
    place = painted(f"{diagnostic.place}:", "place")
    said = f"{place} {painted(severity, severity)} {diagnostic.code} {diagnostic.message}\n"
    if 0 < diagnostic.line <= len(lines) and lines[diagnostic.line - 1].strip():
        same_line = diagnostic.end_line == diagnostic.line
        end = diagnostic.end_column if same_line else len(lines[diagnostic.line - 1]) + 1
        shown, before, size = _window(lines[diagnostic.line - 1], diagnostic.column - 1, end - 1)
        number = str(diagnostic.line)
        below = " " * before + painted("^" * max(size, 1), severity)
        for left, right in ((number, shown), (" " * len(number), below)):
            said += f"  {painted(f'{left} |', 'margin')} {right}\n"
    label = label_of(diagnostic.fix) if diagnostic.fix is not None else ""
    if diagnostic.help and diagnostic.help != label:
        said += f"  {painted('help:', 'help')} {diagnostic.help}\n"
    if diagnostic.fix is not None:
        said += f"  {painted('fix:' if diagnostic.fix.is_safe else 'unsafe fix:', 'help')} {label}\n"
    return said + "\n"


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a line that fits, escaped; the columns before the marked place in it, and the columns marked."""
    line = line.replace("\t", " ")
    shown = printable(line, None)
    first, marked = len(printable(line[:start], None)), printable(line[start:end], None)
    before, cut = shown[:first], 0
    if fitting(shown, _WIDEST) != shown and fitting(before, _WIDEST // 2) != before:
        cut = first - len(fitting(before[::-1], _WIDEST // 3))
    part = fitting(shown[cut:], _WIDEST)
    head, tail = "…" if cut else "", "…" if cut + len(part) < len(shown) else ""
    return head + part + tail, width(head + before[cut:]), width(marked[: cut + len(part) - first])


def summary(files: int, passed: int, found: Counter[Severity], known: int, fixed: int, fixes: Counter[bool]) -> str:
    """What was looked at, found and mended, in one line.

    Args:
        files: how many write-ups were looked at.
        passed: how many files were passed over.
        found: how many findings there are, by severity.
        known: how many more are silent.
        fixed: how many were mended.
        fixes: how many of those that are there could be, by whether it is safe.
    """
    left = ", ".join(counted(found[one], str(one)) for one in Severity if found[one])
    parts = [f"{counted(files, 'write-up')} checked: {left or 'nothing to report'}"]
    parts += [f"{fixed:,} fixed"] if fixed else []
    parts += [f"{fixes[True]:,} can be fixed with --fix"] if fixes[True] else []
    parts += [f"{fixes[False]:,} can be fixed with --fix --unsafe-fixes"] if fixes[False] else []
    parts += [f"{counted(known, 'known finding')} not shown"] if known else []
    return "; ".join(parts) + passed_over(passed, not files) + "\n"


def passed_over(number: int, is_all: bool) -> str:
    """How many files were passed over, to end a line with; where all were, what a write-up is."""
    if not number:
        return ""
    what = "; a write-up has event: in its front matter" if is_all else ""
    return f"; {counted(number, 'file')} passed over (no write-up){what}"


def counted(number: int, word: str) -> str:
    """A number of things: `1 error`, `2 errors`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
