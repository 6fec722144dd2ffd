"""The kit's demands on conversions: what is written into calendars and JSON holds nothing that was smuggled in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import hostile
from eventnotes.cli import eventnotes

TARGETS = {"ical": (["--profile", "core"], ["--profile", "rich"]), "json": ([],)}
pytestmark = pytest.mark.skipif(not hostile.KIT.exists(), reason="../shared is not here")


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, dict[str, Any]]]:
    """The files of the kit with a demand on a conversion, and the demand."""
    folder = tmp_path_factory.mktemp("kit")
    kit: list[dict[str, Any]] = [*hostile.build(folder)]
    return [
        (folder / one["file"], check)
        for one in kit
        for check in one["checks"]
        if check["op"] == "convert" and check["to"] in TARGETS
    ]


def test_a_conversion_writes_nothing_that_was_smuggled_in(cases: list[tuple[Path, dict[str, Any]]]) -> None:
    written = 0
    for path, check in cases:
        for options in TARGETS[check["to"]]:
            arguments = ["convert", str(path), "--to", check["to"], "--start", "2024-05-01", *options]
            result = CliRunner().invoke(eventnotes, arguments)
            assert result.exit_code in (0, 1), f"{path.name}: {result.stderr}"
            text = result.stdout_bytes.decode()
            written += bool(text)
            shown = text if check["to"] != "ical" else _without_escapes(text)
            for forbidden in check["forbid"]:
                assert not re.search(forbidden, shown, re.MULTILINE), f"{path.name}: {forbidden}"
    assert written >= 10
    assert len(cases) > 20


def _without_escapes(calendar: str) -> str:
    """The unfolded lines without what is escaped in them, which ends no value and begins no parameter."""
    return re.sub(r"\\.", "", re.sub("\r?\n[ \t]", "", calendar))
