"""`eventnotes convert`, `schema` and `explain`: whole outputs, exit codes, and where things are written."""

from __future__ import annotations

import json
import os
from inspect import cleandoc
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.codes import PAGES
from eventnotes.formats import FORMATS
from eventnotes.rules import RULES

SEVERAL = ", ".join(one.name for one in FORMATS if one.write_all)
NAMES = ", ".join(one.name for one in FORMATS)
NO_FOLDER = "several sources need -o with a folder: one that exists, or a name with a slash behind it"
GOOD = "---\nevent: {name: Fête, start: 2024}\n---\n"
JSON = '{\n  "eventnotes": 1,\n  "id": "fete",\n  "name": "Fête",\n  "start": "2024"\n}\n'
YAML = "eventnotes: 1\nid: fete\nname: Fête\nstart: '2024'\n"
BAD = "---\nevent: {name: A, start: soon, foo: 1}\n---\n"
TOLD = (
    'bad.md:2:25: error date start should be a date or time in ISO 8601, not "soon"\n'
    "  2 | event: {name: A, start: soon, foo: 1}\n"
    "    |                         ^^^^\n"
    "  help: write it like 2017-10-05 or 2017-10-05T09:30+01:00, in quotes or not\n\n"
    'bad.md:2:31: warning unknown-key Event has no field "foo"; it is kept in extra\n'
    "  2 | event: {name: A, start: soon, foo: 1}\n"
    "    |                               ^^^\n"
    "  help: move it under extra: to say that it is meant\n\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "data.event.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(eventnotes, arguments, input=stdin, prog_name="eventnotes")


def written(folder: Path) -> dict[str, str]:
    return {one.name: one.read_text(encoding="utf-8") for one in sorted((folder / "out").iterdir())}


def refused(result: Result, command: str, arguments: str, message: str) -> bool:
    """Whether it is wrong usage, said in this way; what click says between the two lines is its own."""
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Usage: eventnotes {command} [OPTIONS] {arguments}\n")
    assert result.stderr.endswith(f"\n\nError: {message}\n")
    return True


def test_help_lists_the_commands() -> None:
    shown = run("--help").stdout
    assert run("-h").stdout == shown
    assert shown.startswith("Usage: eventnotes [OPTIONS] COMMAND [ARGS]...\n")
    listed = [line.split()[0] for line in shown.partition("\nCommands:\n")[2].splitlines()]
    assert (
        listed
        == list(eventnotes.commands)
        == [
            *("check", "convert", "draft", "explain"),
            *("fmt", "new", "schema", "upgrade"),
        ]
    )
    assert run("--version").stdout == f"eventnotes {en.__version__}\n"
    for command in eventnotes.commands:
        assert run(command, "--help").stdout.startswith(f"Usage: eventnotes {command} [OPTIONS]")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["good.md"], JSON),
        (["good.md", "--to", "json"], JSON),
        (["good.md", "--to", "yaml"], YAML),
        (["good.md", "-o", "-"], JSON),
        (["good.md", "--to", "yaml", "-o", "-"], YAML),
        (["data.event.yaml"], JSON),
    ],
)
def test_converting_to_standard_output(folder: Path, arguments: list[str], expected: str) -> None:
    result = run("convert", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, expected, "")


def test_converting_standard_input(folder: Path) -> None:
    assert run("convert", "-", stdin=GOOD.encode()).stdout == JSON
    assert run("convert", "-", "--from", "json", "--to", "yaml", stdin=JSON.encode()).stdout == YAML
    assert run("convert", "-", "-o", "out/a.yml", stdin=GOOD.encode()).stdout == ""
    assert written(folder) == {"a.yml": YAML}


def test_converting_to_a_file_whose_ending_names_the_format(folder: Path) -> None:
    for name, target, expected in (
        ("good.md", "a.yaml", YAML),
        ("good.md", "b.JSON", JSON),
        ("data.event.yaml", "c", JSON),
    ):
        result = run("convert", name, "-o", f"out/{target}")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        assert written(folder)[target] == expected
    assert run("convert", "good.md", "-o", "out/d.json", "--to", "yaml").exit_code == 0
    assert written(folder)["d.json"] == YAML


def test_converting_several_into_a_folder(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "Other.markdown").write_text(GOOD, encoding="utf-8")
    result = run("convert", "good.md", "data.event.yaml", "deep/Other.markdown", "-", "-o", "out", stdin=GOOD.encode())
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert written(folder) == dict.fromkeys(("Other.json", "data.json", "good.json", "standard-input.json"), JSON)
    assert run("convert", "good.md", "data.event.yaml", "-o", "out", "--to", "yaml").exit_code == 0
    assert written(folder)["good.yaml"] == written(folder)["data.yaml"] == YAML


def test_two_sources_of_one_name_are_refused_before_anything_is_written(folder: Path) -> None:
    (folder / "GOOD.md").write_text(GOOD, encoding="utf-8")
    result = run("convert", "good.md", "GOOD.md", "-o", "out")
    said = "good.md and GOOD.md would both be written to GOOD.json; convert one of them into another folder"
    assert refused(result, "convert", "SOURCE...", said)
    assert written(folder) == {}


def test_findings_are_told_on_standard_error_and_errors_write_nothing(folder: Path) -> None:
    result = run("convert", "bad.md")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", TOLD)
    assert run("convert", "bad.md", "-o", "out/a.json").exit_code == 1
    assert written(folder) == {}
    result = run("convert", "bad.md", "good.md", "-o", "out")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", TOLD)
    assert written(folder) == {"good.json": JSON}


def test_warnings_are_told_and_do_not_fail(folder: Path) -> None:
    (folder / "warned.md").write_text(BAD.replace("soon", "2024"), encoding="utf-8")
    result = run("convert", "warned.md")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["extra"] == {"foo": 1}
    assert result.stderr.startswith("warned.md:2:31: warning unknown-key ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'SOURCE...'."),
        (["nope.md"], "nope.md does not exist"),
        (["out"], f"a folder needs -o with a folder to write to, or --to with one of {SEVERAL}"),
        (
            ["good.md", "--to", "ics"],
            f"Invalid value for --to: no format is called 'ics'; that of .ics files is ical; there are {NAMES}",
        ),
        (
            ["good.md", "--from", "ics"],
            f"Invalid value for --from: no format is called 'ics'; that of .ics files is ical; there are {NAMES}",
        ),
        (["good.md", "data.event.yaml"], NO_FOLDER),
        (["good.md", "data.event.yaml", "-o", "nope"], NO_FOLDER),
        (["good.md", "-o", "out"], "out is a folder; name a file, or out/ to write into it"),
        (["good.md", "--losses", "-"], "two outputs would be written to standard output; name a file"),
        (["good.md", "data.event.yaml", "-o", "data.event.yaml"], NO_FOLDER),
    ],
)
def test_wrong_usage_says_what_is_right(folder: Path, arguments: list[str], message: str) -> None:
    result = run("convert", *arguments)
    assert refused(result, "convert", "SOURCE...", message)


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("nope/a.json", "nope/a.json: No such file or directory; make its folder first"),
        ("fifo", "fifo is not a regular file; name another, or write to standard output"),
    ],
)
def test_a_target_that_cannot_be_written_is_named(folder: Path, target: str, message: str) -> None:
    os.mkfifo("fifo")
    result = run("convert", "good.md", "-o", target)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {message}\n")


def test_the_help_names_the_formats_that_can_be_written() -> None:
    names = [one.name for one in FORMATS if one.write]
    said = " ".join(run("convert", "--help").stdout.split())
    assert f"Format to write: {', '.join(names[:-1])} or {names[-1]}; by default" in said


def test_limits_can_be_changed(folder: Path) -> None:
    result = run("convert", "good.md", "--limit", "line=3")
    assert result.exit_code == 1
    assert "good.md:2:15: error limit-line 4 is over the limit of 3 (line)" in result.stderr


@pytest.mark.parametrize("name", ["event", "session", "speaker", "quote", "lesson", "framework", "front-matter"])
def test_a_schema_is_printed(name: str) -> None:
    result = run("schema", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["$id"] == f"urn:eventnotes:schema:1:{name}"
    if name == "event":
        assert run("schema").stdout == result.stdout


def test_a_schema_that_is_none_is_refused() -> None:
    result = run("schema", "venue")
    names = "event, session, speaker, quote, lesson, framework, front-matter, front-matter.draft-07"
    assert refused(result, "schema", "[CLASS]", f"no class is called 'venue'; there are {names}")


def test_every_code_is_explained() -> None:
    pages = {**PAGES, **{rule.code: cleandoc(rule.page) for rule in RULES}}
    for code, page in pages.items():
        result = run("explain", code)
        assert (result.exit_code, result.stdout, result.stderr) == (0, f"{code}\n\n{page}\n", "")
    listed = run("explain").stdout.splitlines()
    width = max(map(len, pages))
    assert listed == [f"{code:{width}}  {pages[code].splitlines()[0]}" for code in sorted(pages)]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("unknown-speker", "no finding has the code 'unknown-speker'; did you mean unknown-speaker?"),
        ("unknown_speaker", "no finding has the code 'unknown_speaker'; did you mean unknown-speaker?"),
        ("zzz", "no finding has the code 'zzz'; eventnotes explain lists them all"),
    ],
)
def test_an_unknown_code_is_answered_with_the_nearest(code: str, message: str) -> None:
    assert refused(run("explain", code), "explain", "[CODE]", message)
