"""The JSON report: a list of findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from eventnotes.diagnostic import Fix, printable
from eventnotes.inspection import Checked
from eventnotes.report.changes import changes_of, dumped, label_of


def json_report(checked: Iterable[Checked]) -> Iterator[str]:
    """A JSON list; each finding has path, line, column, end_line, end_column, severity, code, message, help, fix."""
    separator = "["
    for one in checked:
        for diagnostic in one.diagnostics:
            found = {field.name: getattr(diagnostic, field.name) for field in fields(diagnostic)}
            found |= {"path": printable(diagnostic.path, None), "fix": _fix(diagnostic.fix, one.text)}
            yield separator + "\n  " + dumped(found)
            separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def _fix(fix: Fix | None, text: str) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {"label": label_of(fix), "is_safe": fix.is_safe, "edits": [one._asdict() for one in changes_of(fix, text)]}
