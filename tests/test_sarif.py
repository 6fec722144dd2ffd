"""The SARIF report before the SARIF Multitool, which knows the schema and the standard's rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eventnotes.cli import eventnotes
from eventnotes.codes import pages
from eventnotes.diagnostic import Diagnostic, Severity
from eventnotes.inspection import Checked
from eventnotes.report.sarif import sarif_report
from judges import multitool

GOLDEN = Path(__file__).parent / "reports"
NAMES = ("a\n::error::x.md", "http:x.md", ']]>&<b>".md', "{0} [a](b).md", "\x1b[2J\u202e.md", "\udcff.md", "ü %.md")
# There is no address to give yet.
WANTING = "warning SARIF2005"


def test_sarif_is_accepted_by_its_own_judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text("---\nevent: {name: A, start: 2024}\n---\n", encoding="utf-8")
    hostile = '---\nevent:\n  name: "{0} [a](b) ]]>"\n  strat: "{"\n---\n\n**Lesson ({x}):** [a](b)\n'
    for name in NAMES:
        Path(name).write_text(hostile, encoding="utf-8")
    asked = {"none": ["good.md"], "two": [str(GOLDEN / "two.md")], "hostile": ["."]}
    for name, paths in asked.items():
        CliRunner().invoke(eventnotes, ["check", *paths, "--report", f"sarif:{name}.sarif"])
    every = tuple(Diagnostic("a.md", 1, 1, 1, 1, Severity.WARNING, code, "said", "do") for code in pages())
    Path("rules.sarif").write_text("".join(sarif_report([Checked("a.md", every, is_write_up=True)])), encoding="utf-8")
    assert len(json.loads(Path("hostile.sarif").read_bytes())["runs"][0]["results"]) >= len(NAMES)
    assert multitool(tmp_path) == [f"{name}.sarif {WANTING}" for name in ("hostile", "none", "rules", "two")]


def test_the_judge_finds_what_is_planted(tmp_path: Path) -> None:
    log = json.loads((GOLDEN / "two.sarif").read_text(encoding="utf-8"))
    result = log["runs"][0]["results"][0]
    result["ruleIndex"] = 99
    result["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    (tmp_path / "planted.sarif").write_text(json.dumps(log), encoding="utf-8")
    assert [one for one in multitool(tmp_path) if " error " in one]
