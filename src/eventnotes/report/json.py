"""The JSON report: a list of findings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from eventnotes.diagnostic import printable
from eventnotes.inspection import Checked


def json_report(checked: Iterable[Checked]) -> Iterator[str]:
    """A JSON list; each finding has path, line, column, end_line, end_column, severity, code, message, help."""
    separator = "["
    for one in checked:
        for diagnostic in one.diagnostics:
            found = {**asdict(diagnostic), "path": printable(diagnostic.path, None)}
            yield separator + "\n  " + json.dumps(found, ensure_ascii=False)
            separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"
