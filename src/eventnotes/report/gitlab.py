"""The GitLab report: Code Quality findings, which a merge request shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from eventnotes.diagnostic import Severity
from eventnotes.inspection import Checked
from eventnotes.report.places import identified, name_of

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def gitlab_report(checked: Iterable[Checked]) -> Iterator[str]:
    """A JSON list; each finding has description, check_name, fingerprint, severity and location."""
    separator = "["
    for diagnostic, _, fingerprint in identified(checked):
        found = {
            "description": diagnostic.message,
            "check_name": diagnostic.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[diagnostic.severity],
            "location": {"path": name_of(diagnostic.path), "lines": {"begin": diagnostic.line}},
        }
        yield separator + "\n  " + json.dumps(found, ensure_ascii=False)
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"
