"""The concise report: one line a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventnotes.inspection import Checked


def concise_report(checked: Iterable[Checked]) -> Iterator[str]:
    """Findings as editors and grep take them, `path:line:column: severity code message`, and nothing else."""
    for one in checked:
        for diagnostic in one.diagnostics:
            yield f"{diagnostic}\n"
