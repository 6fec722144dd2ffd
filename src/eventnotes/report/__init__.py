"""Reports: diagnostics → text for people and for programs, one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eventnotes.report.concise import concise_report
from eventnotes.report.github import github_report
from eventnotes.report.gitlab import gitlab_report
from eventnotes.report.json import json_report
from eventnotes.report.junit import junit_report
from eventnotes.report.sarif import sarif_report
from eventnotes.report.text import text_report

__all__ = ["FOR_PEOPLE", "REPORTS"]

REPORTS: dict[str, Callable[..., Iterable[str]]] = {
    "text": text_report,
    "concise": concise_report,
    "json": json_report,
    "github": github_report,
    "gitlab": gitlab_report,
    "sarif": sarif_report,
    "junit": junit_report,
}
"""By the name that `--report` calls it: checked files → pieces of the report."""

FOR_PEOPLE = ("text", "concise")
"""Reports in the encoding of the terminal; the others are UTF-8."""
