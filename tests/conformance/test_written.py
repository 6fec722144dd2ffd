"""The cases of the suite are written, too: each that gives an event becomes a post that reads back equal."""

from __future__ import annotations

import pytest

import eventnotes as en
from conformance import table
from conformance.extract import DOCUMENT
from conformance.test_conformance import CASES, Case
from laws import LOSSLESS, obeys


@pytest.mark.parametrize("case", CASES, ids=str)
def test_written_in_every_lossless_format(case: Case) -> None:
    document = en.read(case.source)
    if document.event is None:
        assert any(one.severity.value == "error" for one in document.diagnostics)
        return
    for format in LOSSLESS:
        obeys(document.event, format, en.write(document.event, format))


def test_every_field_of_the_model_is_written_by_a_case() -> None:
    written = {name for case in table.CASES for name, _ in table.places(en.load(case))}
    assert written == set(table.every_field())


def test_the_table_shows_every_field_but_the_version() -> None:
    shown = [row.split("`")[1] for row in table.table().splitlines() if row.startswith("| `")]
    assert [*shown, "Event.eventnotes"] == [*table.every_field()[1:], "Event.eventnotes"]


def test_the_table_in_the_document_is_that_of_the_cases() -> None:
    found = table.MARKERS.search(DOCUMENT.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0] == table.table()


def test_the_natural_case_is_written_as_it_stands() -> None:
    assert en.write(en.load(table.CASES[0]), "markdown") == table.CASES[0].read_bytes()
