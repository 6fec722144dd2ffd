"""The SARIF report: SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from eventnotes import __version__
from eventnotes.codes import page, severity
from eventnotes.diagnostic import Diagnostic, Fix
from eventnotes.inspection import Checked
from eventnotes.report.changes import Change, changes_of, dumped, label_of
from eventnotes.report.places import identified, uri_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_report(checked: Iterable[Checked]) -> Iterator[str]:
    """One run with the rules that have findings, and the findings; fingerprints are `eventnotes/v1`."""
    places: dict[str, int] = {}
    results = [_result(found, text, fingerprint, places) for found, text, fingerprint in identified(checked)]
    driver = {"name": "eventnotes", "version": __version__, "semanticVersion": __version__, "rules": _rules(places)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _result(found: Diagnostic, text: str, fingerprint: str, places: dict[str, int]) -> dict[str, Any]:
    """A finding; a code that is new gets the next place among the rules."""
    file = {"uri": uri_of(found.path)}
    region = _region(found)
    said = found.message + (f"\nhelp: {found.help}" if found.help else "")
    return {
        "ruleId": found.code,
        "ruleIndex": places.setdefault(found.code, len(places)),
        "level": str(found.severity),
        "message": {"text": _message(said)},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
        "partialFingerprints": {"eventnotes/v1": fingerprint},
        **({"fixes": [_fix(found.fix, text, file)]} if found.fix is not None else {}),
    }


def _fix(fix: Fix, text: str, file: dict[str, str]) -> dict[str, Any]:
    """What mends a finding (SARIF 2.1.0 §3.55); an unsafe one says so, as the format has no word for it."""
    replacements = [
        {"deletedRegion": _region(one), "insertedContent": {"text": one.text}} for one in changes_of(fix, text)
    ]
    label = _message(label_of(fix)) + ("" if fix.is_safe else " (unsafe)")
    changes = [{"artifactLocation": file, "replacements": replacements}]
    return {"description": {"text": label}, "artifactChanges": changes}


def _region(place: Diagnostic | Change) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _message(text: str) -> str:
    """A plain text message (SARIF 2.1.0 §3.11.5, §3.11.6): braces are doubled, and what looks like a link is none."""
    return re.sub(r"\](?=\()", r"\\]", text.replace("{", "{{").replace("}", "}}"))


def _rules(codes: Iterable[str]) -> list[dict[str, Any]]:
    """The manual pages of codes: the first line, the text before the examples, and all of it as help."""
    return [
        {
            "id": code,
            "shortDescription": {"text": _message(manual.partition("\n")[0])},
            "fullDescription": {"text": _message(manual.partition("\n\nreported:")[0])},
            "help": {"text": _message(manual), "markdown": manual},
            "defaultConfiguration": {"level": str(severity(code))},
        }
        for code, manual in ((code, page(code) or code) for code in codes)
    ]
