"""`eventnotes check`: reports whole, exit codes, options, and output that is safe to show."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from eventnotes.cli import eventnotes
from eventnotes.formats import FORMATS

NONE = "; a write-up has event: in its front matter"

NAMES = ", ".join(one.name for one in FORMATS)
GOOD = "---\nevent: {name: A, start: 2024}\n---\n"
FAULTY = """---
event:
  name: PyDay
  strat: 2024-05-01
---

## Parsing für alle

\t- **Speaker:** nobody

> Ask first, 漢字 later, and whatever else is said in a line that is much too wide for a terminal.
>
> — Ana Lima (via Bo)
"""
LIMITS = "size, total, files, depth, values, unfolded, text, line, items, keys, number, findings"
REPORTS = "text, concise, json, github, gitlab, sarif, junit"
USAGE = "Usage: eventnotes check [OPTIONS] PATH...\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "faulty.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "other.md").write_text("# Words\n", encoding="utf-8")
    (tmp_path / "warned.md").write_text("---\nevent: A\n---\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(eventnotes, ["check", *arguments], input=stdin, prog_name="eventnotes")


def controls(text: str) -> list[str]:
    """Characters that act on terminals that show them."""
    acting = [*range(9), 11, 12, *range(13, 32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    return [one for one in text if ord(one) in acting]


def test_the_text_report_is_whole(folder: Path) -> None:
    result = run("faulty.md")
    assert result.stdout == (
        'faulty.md:4:3: error unknown-key Event has no field "strat"; did you mean start?\n'
        "  4 |   strat: 2024-05-01\n"
        "    |   ^^^^^\n"
        '  help: write start, or move "strat" under extra:\n'
        "  fix: write start\n"
        "\n"
        'faulty.md:13:19: error unknown-speaker "bo" is not among the speakers\n'
        "  13 | > — Ana Lima (via Bo)\n"
        "     |                   ^^\n"
        "  help: list the person under speakers:, or correct the name\n"
        "\n"
        "1 write-up checked: 2 errors; 1 can be fixed with --fix\n"
    )
    assert (result.exit_code, result.stderr) == (1, "")


def test_the_summary_counts_what_was_checked_and_passed_over(folder: Path) -> None:
    result = run(".")
    assert (result.exit_code, result.stderr) == (1, "")
    found = "2 errors, 1 warning; 1 can be fixed with --fix"
    assert result.stdout.endswith(f"\n3 write-ups checked: {found}; 1 file passed over (no write-up)\n")
    (folder / "faulty.md").unlink()
    (folder / "warned.md").unlink()
    assert run(".").stdout == "1 write-up checked: nothing to report; 1 file passed over (no write-up)\n"
    (folder / "good.md").unlink()
    assert run(".").stdout == f"0 write-ups checked: nothing to report; 1 file passed over (no write-up){NONE}\n"


def test_exit_codes(folder: Path) -> None:
    assert run("good.md").exit_code == 0
    assert run("warned.md").exit_code == 0
    assert run("warned.md", "--strict").exit_code == 1
    assert run("good.md", "--strict").exit_code == 0
    assert run("good.md", "faulty.md").exit_code == 1
    assert run(".", "--require").exit_code == 1
    assert run("good.md", "nope.md").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'PATH...'."),
        (["good.md", "nope.md"], "nope.md does not exist"),
        (
            ["good.md", "--report", "xml"],
            f"Invalid value for --report: no report is called 'xml'; there are {REPORTS}",
        ),
        (
            ["good.md", "--report", "json:a", "--report", "sarif:a"],
            "two outputs would be written to a; name two files",
        ),
        (
            ["good.md", "--from", "ics"],
            f"Invalid value for --from: no format is called 'ics'; that of .ics files is ical; there are {NAMES}",
        ),
        (["good.md", "--limit", "size"], "Invalid value for '--limit': 'size' is not name=number"),
        (["good.md", "--limit", "size=-1"], "Invalid value for '--limit': 'size=-1' is not name=number"),
        (
            ["good.md", "--limit", "width=1"],
            f"Invalid value for --limit: no limit is called 'width'; there are {LIMITS}",
        ),
        ([".", "--from", "yaml"], ".: is a folder, not a file"),
    ],
)
def test_wrong_usage_says_what_is_right(folder: Path, arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(USAGE)
    assert result.stderr.endswith(f"\n\nError: {message}\n")


def test_the_json_report_is_a_list_of_findings(folder: Path) -> None:
    result = run("faulty.md", "warned.md", "--report", "json")
    assert result.exit_code == 1
    found: list[dict[str, Any]] = json.loads(result.stdout)
    fields = ["path", "line", "column", "end_line", "end_column", "severity", "code", "message", "help", "fix"]
    assert [list(one) for one in found] == [fields] * 3
    assert found[1] == {
        "path": "faulty.md",
        "line": 13,
        "column": 19,
        "end_line": 13,
        "end_column": 21,
        "severity": "error",
        "code": "unknown-speaker",
        "message": '"bo" is not among the speakers',
        "help": "list the person under speakers:, or correct the name",
        "fix": None,
    }
    assert (found[2]["path"], found[2]["severity"]) == ("warned.md", "warning")
    assert run("good.md", "--report", "json").stdout == "[]\n"


def test_several_reports_go_to_their_files(folder: Path) -> None:
    result = run("faulty.md", "--report", "json:out.json", "--report", "text", "--report", "text:out:1.txt")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == run("faulty.md").stdout
    assert (folder / "out:1.txt").read_text(encoding="utf-8") == result.stdout
    assert (folder / "out.json").read_text(encoding="utf-8") == run("faulty.md", "--report", "json").stdout
    assert run("good.md", "--report", "json:only.json").stdout == ""
    assert (folder / "only.json").read_text(encoding="utf-8") == "[]\n"


def test_standard_input_is_read_in_the_format_named(folder: Path) -> None:
    assert run("-", stdin=GOOD.encode()).stdout == "1 write-up checked: nothing to report\n"
    result = run("-", "--from", "json", "--report", "json", stdin=b'{"name": A}')
    assert [(one["path"], one["line"], one["column"], one["code"]) for one in json.loads(result.stdout)] == [
        ("-", 1, 10, "json-syntax")
    ]
    assert run("good.md", "-", stdin=b"---\n").exit_code == 1


def test_a_place_on_a_blank_line_shows_no_line(folder: Path) -> None:
    shown = "-:1:1: error empty there is nothing in it\n  help: write at least the event's name\n\n"
    assert run("-", stdin=b"\n\n").stdout == f"{shown}1 write-up checked: 1 error\n"


def test_long_values_are_cut_in_messages(folder: Path) -> None:
    message = run("-", "--from", "yaml", stdin=f"name: A\nstart: {'x' * 500}\n".encode()).stdout.split("\n")[0]
    assert message.endswith(f', not "{"x" * 119}…"')


def test_the_format_can_be_given_for_files(folder: Path) -> None:
    (folder / "data.txt").write_text("name: A\nstart: 2024\n")
    assert run("data.txt", "--from", "yaml").stdout == "1 write-up checked: nothing to report\n"
    assert run("data.txt").exit_code == 1


def test_limits_can_be_changed(folder: Path) -> None:
    assert "limit-size 38 bytes are over the limit of 10 (size)" in run("good.md", "--limit", "size=10").stdout
    assert run("good.md", "--limit", "size=10", "--limit", "size=99").exit_code == 0
    assert "limit-size" in run("-", "--limit", "size=10", stdin=GOOD.encode()).stdout
    found = run("faulty.md", "--limit", "findings=1").stdout
    assert "error limit-findings 1 more findings are not shown" in found


@pytest.mark.parametrize("limit", ["files=1", "total=50"])
def test_limits_of_a_run_count_all_its_paths(folder: Path, limit: str) -> None:
    for name in "ab":
        (folder / name).mkdir()
        (folder / name / "x.md").write_text(GOOD)
    result = run("a", "b", "--limit", limit)
    assert result.exit_code == 1
    assert f"limit-{limit.partition('=')[0]}" in result.stdout


def test_long_and_wide_lines_are_shown_around_the_place(folder: Path) -> None:
    text = f"---\nevent: {{name: A, summary: {'漢字 ' * 40}, strat: 2024, series: {'x' * 200}}}\n---\n"
    (folder / "wide.md").write_text(text, encoding="utf-8")
    shown = run("wide.md").stdout.split("\n")
    assert max(len(one) for one in shown[1:3]) <= 80
    assert shown[1].startswith("  2 | …")
    assert shown[1].endswith("…")
    before = shown[2].index("^")
    wide = sum(one in "漢字" for one in shown[1][: shown[1].index("strat")])
    assert shown[1].index("strat") + wide == before
    assert shown[2].count("^") == 5


HOSTILE = ("\x1b[2J", "\u202e", "\x9b31m", "\x07", "\u2066", "\x7f")


@pytest.mark.parametrize("report", ["text", "json"])
@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_hostile_titles_put_no_control_characters_out(folder: Path, piece: str, report: str) -> None:
    facts = f"  name: A{piece}\n  st{piece}art: {piece}\n"
    text = f"---\nevent:\n{facts}---\n\n**Lesson ({piece}):** {piece}\n\n> a\n> — {piece} (via {piece})\n"
    (folder / "hostile.md").write_text(text, encoding="utf-8")
    result = run("hostile.md", "--report", report)
    assert result.exit_code == 1
    assert controls(result.stdout + result.stderr) == []


@pytest.mark.parametrize(
    "name", [f"a{piece}.md" for piece in HOSTILE] + ["a\n::error::x.md", "\udcff\udcfe.md"], ids=ascii
)
def test_hostile_file_names_put_no_control_characters_out(folder: Path, name: str) -> None:
    Path(os.fsdecode(os.fsencode(name))).write_text("---\n", encoding="utf-8")
    for arguments in ([name], ["."], [name, "--report", "json"], [f"{name}x"], [name, "--from", f"json{name}"]):
        result = run(*arguments)
        assert result.exit_code in (1, 2)
        assert controls(result.stdout + result.stderr) == []
        assert "\n::error::" not in result.stdout + result.stderr
