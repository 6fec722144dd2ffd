"""The JUnit report: XML in which every write-up is a test, which most build servers show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from eventnotes.decoding import Lines, lines_by_path
from eventnotes.diagnostic import Diagnostic, Severity
from eventnotes.inspection import Checked
from eventnotes.report.places import name_of
from eventnotes.report.text import counted, explained


def junit_report(checked: Iterable[Checked], strict: bool = False) -> Iterator[str]:
    """One suite, a test for each write-up.

    It fails where the file has errors, with `strict` also where it has warnings; what does not fail it is its output.
    """
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    cases = [_case(one, failing) for one in checked if one.is_write_up]
    counts = f'tests="{len(cases)}" failures="{sum("<failure " in one for one in cases)}" errors="0"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n'
    yield f'  <testsuite name="eventnotes" {counts} skipped="0">\n'
    yield from cases
    yield "  </testsuite>\n</testsuites>\n"


def _case(one: Checked, failing: set[Severity]) -> str:
    lines = lines_by_path(one.text)
    failures = [found for found in one.diagnostics if found.severity in failing]
    others = [found for found in one.diagnostics if found.severity not in failing]
    name = escape(name_of(one.path))
    inside = _failure(failures, lines) if failures else ""
    if others:
        inside += f"      <system-out>{_told(others, lines)}</system-out>\n"
    opening = f'    <testcase classname="eventnotes" name="{name}" file="{name}"'
    return f"{opening}>\n{inside}    </testcase>\n" if inside else f"{opening}/>\n"


def _failure(found: list[Diagnostic], lines: Lines) -> str:
    severity = "error" if any(one.severity is Severity.ERROR for one in found) else "warning"
    message = found[0].message if len(found) == 1 else counted(len(found), "finding")
    return f'      <failure message="{escape(message)}" type="{severity}">{_told(found, lines)}</failure>\n'


def _told(found: list[Diagnostic], lines: Lines) -> str:
    return escape("".join(explained(one, lines(one.path)) for one in found).rstrip("\n"), quote=False)
