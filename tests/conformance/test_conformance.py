"""Our reader against the conformance suite: dropping files into the folder adds a test."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import eventnotes as en
from conformance.extract import DOCUMENT, FOLDER, HERE, extracted, stored
from eventnotes.inspection import inspected

_SOURCES = (".md", ".markdown", ".yaml", ".yml", ".json")
_SYNTAX = re.compile(r"^\d+:\d+ (?=error (?:yaml|toml|json)-syntax$)", re.MULTILINE)


class Case(NamedTuple):
    """A source and what it should be read as."""

    source: Path
    expected: Path

    def __str__(self) -> str:
        return self.source.relative_to(HERE).as_posix()

    @property
    def findings(self) -> Path:
        """The file of the findings; absent where there are none."""
        return self.source.with_suffix(".findings")


def _cases() -> list[Case]:
    examples = [Case(path, path.with_suffix(".json")) for path in FOLDER.glob("*.md")]
    sources = [path for path in (HERE / "cases").rglob("*") if path.suffix in _SOURCES]
    further = [Case(path, path.with_suffix(".expected.json")) for path in sources if ".expected" not in path.suffixes]
    return sorted([*examples, *further])


CASES = _cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_event(case: Case) -> None:
    event = en.read(case.source).event
    found = "null\n" if event is None else en.write(event, "json").decode()
    assert found == case.expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_findings(case: Case) -> None:
    diagnostics = inspected(en.read(case.source), named=True).diagnostics
    found = "".join(f"{one.line}:{one.column} {one.severity} {one.code}\n" for one in diagnostics)
    expected = case.findings.read_text(encoding="utf-8") if case.findings.exists() else ""
    assert _judged(found) == _judged(expected)


def _judged(findings: str) -> str:
    """Findings as they are compared: parsers stop at different places, so a syntax error has none."""
    return _SYNTAX.sub("", findings)


def test_examples_are_those_of_the_document() -> None:
    assert stored() == extracted(DOCUMENT.read_text(encoding="utf-8"))


def test_every_file_belongs_to_one_case() -> None:
    owned = [path for case in CASES for path in (case.source, case.expected, case.findings) if path.exists()]
    present = [path for folder in (FOLDER, HERE / "cases") for path in folder.rglob("*") if path.is_file()]
    assert sorted(owned) == sorted(present)


def test_the_suite_is_large_enough() -> None:
    assert len(CASES) >= 120
