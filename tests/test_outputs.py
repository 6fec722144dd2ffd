"""Where commands write: nothing that is read, nothing twice, nothing of others, and no format by accident."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.formats import Format
from eventnotes.formats import json as own_json
from eventnotes.testing import check_format

POST = "---\nevent: {name: A, start: 2024-05-01}\n---\n"
ENDINGS = ".md, .markdown, .json, .yaml, .yml, .jsonl, .ndjson, .zip, .csv, .ics, .jsonld, .html, .htm"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    for name in ("one.md", "posts/a.md"):
        (tmp_path / name).write_text(POST, encoding="utf-8")
    return tmp_path


def run(line: str) -> Result:
    return CliRunner().invoke(eventnotes, line.split(" "), prog_name="eventnotes")


def said(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


def contents() -> dict[str, bytes | None]:
    return {str(one): one.read_bytes() if one.is_file() else None for one in Path().rglob("*")}


def refused(line: str) -> str:
    """The line that says why a command is refused; nothing was written."""
    before = contents()
    result = run(line)
    assert (result.exit_code, result.stdout, contents()) == (2, "", before), result.output
    usage, _, rest = result.stderr.partition("\n")
    assert usage.startswith(f"Usage: eventnotes {line.partition(' ')[0]} ")
    return rest.partition("\n\n")[2]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("check one.md --report json:one.md", "one.md is read, and would be written over; name another file"),
        ("check one.md --report json:./one.md", "./one.md is read, and would be written over; name another file"),
        ("check one.md --report json:link", "link is read, and would be written over; name another file"),
        ("check posts --report json:posts/a.md", "posts/a.md is read, and would be written over; name another file"),
        ("check . --report json:posts/a.md", "posts/a.md is read, and would be written over; name another file"),
        ("check one.md --report json:x --report sarif:./x", "two outputs would be written to ./x; name two files"),
        ("convert one.md -o one.md", "one.md is read, and would be written over; name another file"),
        ("convert one.md -o posts/../one.md", "posts/../one.md is read, and would be written over; name another file"),
        ("convert one.md -o x.json --losses x.json", "two outputs would be written to x.json; name two files"),
        ("convert one.md -o x.json --losses one.md", "one.md is read, and would be written over; name another file"),
        ("convert one.md --losses ./one.md", "./one.md is read, and would be written over; name another file"),
        (
            "convert posts --to json -o out/ --losses out/a.json",
            "two outputs would be written to out/a.json; name two files",
        ),
        (
            "convert posts --to csv -o out/ --losses out/events.csv",
            "two outputs would be written to out/events.csv; name two files",
        ),
        (
            "convert posts -o x.zip --losses posts/a.md",
            "posts/a.md is read, and would be written over; name another file",
        ),
        ("draft one.md -o one.md", "one.md is read, and would be written over; name another file"),
        ("draft one.md -o p.md --evidence p.md", "two outputs would be written to p.md; name two files"),
        ("draft one.md -o p.md --evidence link", "link is read, and would be written over; name another file"),
        ("draft posts -o posts/a.md", "posts/a.md is read, and would be written over; name another file"),
    ],
)
def test_what_is_read_is_not_written_and_nothing_is_written_twice(folder: Path, line: str, message: str) -> None:
    os.symlink("one.md", "link")
    assert refused(line) == f"Error: {message}\n"


def test_a_report_beside_the_write_ups_is_written_again_and_again(folder: Path) -> None:
    for _ in range(2):
        assert said(run("check . --report json:report.json")) == (0, "", "")


@pytest.mark.parametrize("name", ["x.ical", "x.tsv", "x.txt", "x.xlsx", "out/x.MD5"])
@pytest.mark.parametrize("command", ["convert", "draft"])
def test_an_ending_of_no_format_is_refused(folder: Path, command: str, name: str) -> None:
    ending = os.path.splitext(name)[1]
    known = f"no format has the ending {ending}; there are {ENDINGS}, or name a format with --to"
    assert refused(f"{command} one.md -o {name}") == f"Error: {name}: {known}\n"
    assert refused(f"{command} one.md -o x.xml".replace("draft", "convert")).startswith(
        "Error: schedule-xml cannot be "
    )


def test_a_format_that_is_named_needs_no_ending_and_json_is_for_none(folder: Path) -> None:
    for line in ("convert one.md --to json -o x.txt", "convert one.md -o plain", "convert one.md -o -"):
        assert run(line).exit_code == 0
    assert Path("x.txt").read_bytes() == Path("plain").read_bytes() == own_json.write(en.load("one.md"))
    assert said(run("convert one.md --list -o events.tsv")) == (0, "", "")
    assert Path("events.tsv").read_text() == "a\t2024-05-01\tA\n"


class TestPackages:
    @pytest.mark.parametrize("name", ["datapackage.json", "events.csv"])
    def test_files_of_others_are_not_written_over(self, folder: Path, name: str) -> None:
        (folder / "data").mkdir()
        (folder / "data" / name).write_text('{"name": "theirs"}\n')
        for target in ("data", "data/"):
            message = f"{target} holds {name} of no package of eventnotes; name another folder"
            assert refused(f"convert one.md --to csv -o {target}") == f"Error: {message}\n"

    def test_a_package_of_ours_is_written_again_and_beside_other_files(self, folder: Path) -> None:
        (folder / "data").mkdir()
        (folder / "data" / "notes.csv").write_text("a,b\n")
        for _ in range(2):
            assert said(run("convert one.md --to csv -o data/")) == (0, "", "")
        assert (folder / "data" / "notes.csv").read_text() == "a,b\n"

    def test_a_package_is_not_written_over_itself(self, folder: Path) -> None:
        run("convert one.md --to csv -o data/")
        message = "data/events.csv is read, and would be written over; name another file\n"
        assert refused("convert data --to csv -o data/") == f"Error: {message}"
        assert refused("check data --report json:data/events.csv") == f"Error: {message}"

    def test_a_name_without_ending_is_a_folder(self, folder: Path) -> None:
        assert said(run("convert one.md --to csv -o tables")) == (0, "", "")
        assert [one.event for one in en.read_all("tables")] == [en.load("one.md")]

    def test_posts_beside_a_package_are_looked_at(self, folder: Path) -> None:
        run("convert one.md --to csv -o posts/")
        assert said(run("check posts")) == (0, "2 write-ups checked: nothing to report\n", "")
        (folder / "posts" / "a.md").write_text("---\nevent: {name: A, start: soon}\n---\n")
        result = run("check posts --report concise")
        message = 'posts/a.md:2:25: error date start should be a date or time in ISO 8601, not "soon"\n'
        assert said(result) == (1, message, "")
        (folder / "posts" / "a.md").write_text(POST)
        summary = "2 events converted\n"
        assert said(run("convert posts/ --to json -o out/")) == (0, "", summary)
        assert sorted(os.listdir("out")) == ["a.json", "posts"]
        assert os.listdir("out/posts") == ["0001-a.json"]
        assert said(run("convert posts -o all.jsonl")) == (0, "", summary)
        os.remove("posts/a.md")
        assert said(run("check posts")) == (0, "1 write-up checked: nothing to report\n", "")

    def test_a_package_below_a_folder_is_looked_at_no_more_than_a_zip_file_is(self, folder: Path) -> None:
        run("convert one.md --to csv -o posts/tables/")
        assert said(run("check posts")) == (0, "1 write-up checked: nothing to report\n", "")


@pytest.mark.parametrize("name", ["d.json", "d.ics", "d.zip"])
def test_a_folder_called_like_a_file_is_refused_unless_it_exists(folder: Path, name: str) -> None:
    message = f"Error: {name}/ would be a folder; name a file {name}, or a folder without this ending\n"
    assert refused(f"convert one.md -o {name}/ --to json") == message
    (folder / name).mkdir()
    assert said(run(f"convert one.md -o {name}/ --to json")) == (0, "", "")
    assert os.listdir(name) == ["one.json"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "posts -o all.json",
            (
                "all.json would be a folder; name a folder without this ending; "
                "in one file, several events are jsonl, csv, ical"
            ),
        ),
        ("one.md --to ical --split -o cal.ics", "cal.ics would be a folder; name a folder without this ending"),
        ("one.md --table sessions -o x.zip", "x.zip has the ending of another way to write csv; name a file .csv"),
        ("one.md --list --losses x.json", "--list converts nothing; leave out --losses"),
        ("one.md --list --to ical --profile rich", "--list converts nothing; leave out --to, --profile"),
    ],
)
def test_what_would_be_a_surprise_is_refused(folder: Path, line: str, message: str) -> None:
    assert refused(f"convert {line}") == f"Error: {message}\n"


def test_a_calendar_is_not_split_over_itself(folder: Path) -> None:
    run("convert one.md --to ical --split -o parts")
    (name,) = os.listdir("parts")
    other = f"parts/{name} is read, and would be written over; name another file"
    assert refused(f"convert parts/{name} --to ical --split -o parts") == f"Error: {other}\n"
    other = f"two outputs would be written to new/{name}; name two files"
    assert refused(f"convert one.md --to ical --split -o new/ --losses new/{name}") == f"Error: {other}\n"


def test_python_refuses_the_ending_of_another_way_to_write_a_format(folder: Path) -> None:
    event = en.load("one.md")
    table: dict[str, Any] = {"table": "sessions"}
    for name, ending, options in (("x.csv", ".zip", {}), ("x.zip", ".csv", table)):
        said = f"{name} has the ending of another way to write csv; name a file {ending}"
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            en.dump(event, name, **options)
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            en.convert("one.md", name, **options)
        assert not Path(name).exists()
    en.dump(event, "x.csv", table="sessions")
    assert Path("x.csv").read_bytes() == en.write(event, "csv", table="sessions")


def test_python_writes_no_calendar_as_several_files(folder: Path) -> None:
    said = "^ical is several files with these options, which the command line alone writes$"
    with pytest.raises(LookupError, match=said):
        en.dump(en.load("one.md"), "x.ics", split=True)


def test_a_configuration_below_a_folder_that_cannot_be_used_is_told_in_the_same_way_of_every_format(
    folder: Path,
) -> None:
    (folder / "posts" / "below").mkdir()
    (folder / "posts" / "below" / "eventnotes.toml").write_text("colour = 1\n")
    told = [run(f"convert posts {line}") for line in ("--to json -o out/", "--to jsonl", "--to csv -o tables/")]
    assert [one.exit_code for one in told] == [2, 2, 2]
    assert {one.stderr for one in told} == {told[0].stderr}
    assert told[0].stderr.startswith("posts/below/eventnotes.toml:1:1: error ")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("convert one.md --to csv -o file/t/", "file/t: the folder cannot be made: Not a directory"),
        ("convert posts --to json -o file/d", "file/d: the folder cannot be made: Not a directory"),
        ("convert posts --to json -o file/", "file: the folder cannot be made: File exists"),
    ],
)
def test_a_folder_that_cannot_be_made_is_named(folder: Path, line: str, message: str) -> None:
    Path("file").write_text("")
    assert said(run(line)) == (1, "", f"Error: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", ""], "--select: this names no code; default and all are groups of codes"),
        (["--select", " , "], "--select: this names no code; default and all are groups of codes"),
        (["--report", "json:"], "--report: json: names no file; write json:FILE, or json for standard output"),
    ],
)
def test_options_that_name_nothing_are_refused(folder: Path, arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(eventnotes, ["check", "one.md", *arguments])
    assert result.exit_code == 2
    assert result.stderr.replace("'", "").endswith(f"Error: Invalid value for {message}\n")


def raising(kind: type[Exception]) -> Callable[..., bytes]:
    def write(*_: object) -> bytes:
        raise kind("no ink")

    return write


@pytest.mark.parametrize("kind", [RuntimeError, KeyError, OSError])
def test_whatever_a_format_raises_is_a_law_that_is_broken(kind: type[Exception]) -> None:
    format = Format("inky", (".ink",), own_json.FORMAT.read, raising(kind), lossless=True)
    with pytest.raises(AssertionError) as caught:
        check_format(format, examples=5)
    assert str(caught.value) == f"a format raises nothing but what it may: {kind.__name__}: {kind('no ink')}"
