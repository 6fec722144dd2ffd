"""The GitHub report: workflow commands, which become annotations of the lines in a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventnotes.diagnostic import Diagnostic
from eventnotes.inspection import Checked
from eventnotes.report.places import name_of

# The runner's ActionCommand.cs undoes these, and `%25` last.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def github_report(checked: Iterable[Checked]) -> Iterator[str]:
    """One command a finding: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=CODE::MESSAGE`."""
    for one in checked:
        for diagnostic in one.diagnostics:
            properties = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in _properties(diagnostic))
            said = diagnostic.message + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")
            yield f"::{diagnostic.severity} {properties}::{said.translate(_DATA)}\n"


def _properties(found: Diagnostic) -> Iterator[tuple[str, str]]:
    """What the command says of the place: the end is included here, and columns are for places in one line only."""
    yield "file", name_of(found.path)
    yield "line", str(found.line)
    if found.line == found.end_line:
        yield "col", str(found.column)
    yield "endLine", str(found.end_line)
    if found.line == found.end_line:
        yield "endColumn", str(max(found.end_column - 1, found.column))
    yield "title", found.code
