"""Reports: diagnostics → text for people and for programs, one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eventnotes.inspection import Checked
from eventnotes.report.json import json_report
from eventnotes.report.text import text_report

__all__ = ["REPORTS"]

REPORTS: dict[str, Callable[[Iterable[Checked]], Iterable[str]]] = {"text": text_report, "json": json_report}
"""By the name that `--report` calls it: checked files → pieces of the report."""
