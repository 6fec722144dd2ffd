"""`eventnotes draft`: where it writes, what it tells, and the table on a terminal."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import eventnotes as en
from eventnotes.cli import eventnotes
from eventnotes.formats import FORMATS

POST = "# Tram Days 2019\n\nBo Ek opened the day. He said: “Nobody reads a dashboard at a bus stop.”\n"
DATED = POST.replace("the day.", "Tram Days on 3 May 2019.")
MARKDOWN = """---
status: draft
event:
  name: Tram Days 2019
  speakers: [Bo Ek]
  sessions:
  - id: bo-ek
    speakers: [bo-ek]
  quotes:
  - id: nobody-reads-a-dashboard-at
    text: Nobody reads a dashboard at a bus stop.
    speaker: bo-ek
---

# Tram Days 2019

Bo Ek opened the day. He said: “Nobody reads a dashboard at a bus stop.”

<!-- session: bo-ek -->

<!-- quote: nobody-reads-a-dashboard-at -->
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "post.md").write_text(POST, encoding="utf-8")
    (tmp_path / "dated.md").write_text(DATED, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(eventnotes, ["draft", *arguments])
    return done.exit_code, done.stdout, done.stderr


def files(folder: Path) -> list[str]:
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def usage(message: str) -> tuple[int, str, str]:
    asked = "Usage: eventnotes draft [OPTIONS] SOURCE\nTry 'eventnotes draft --help' for help.\n\n"
    return 2, "", f"{asked}Error: {message}\n"


@pytest.mark.parametrize("output", ["out/", "out"])
def test_into_a_folder_goes_a_file_of_the_same_name(folder: Path, output: str) -> None:
    if output == "out":
        assert run("post.md", "-o", "out") == (0, "", "")
        assert files(folder) == ["dated.md", "out", "post.md"]
        return
    assert run("post.md", "-o", output) == (0, "", "")
    assert (folder / "out" / "post.md").read_text() == MARKDOWN
    assert run("post.md", "-o", output, "--to", "json") == (0, "", "")
    assert files(folder / "out") == ["post.json", "post.md"]


def test_a_folder_of_notes_gives_its_name_to_the_file(folder: Path) -> None:
    (folder / "notes").mkdir()
    (folder / "notes" / "README.md").write_text(POST, encoding="utf-8")
    for source in ("notes", "notes/"):
        assert run(source, "-o", "out/")[0] == 0
    assert files(folder / "out") == ["notes.md"]


def test_a_draft_is_not_written_over_its_post(folder: Path) -> None:
    assert run("post.md", "-o", "./") == usage("post.md would be written over itself; name another folder")
    said = usage("two outputs would be written to out/post.md; name two files")
    assert run("post.md", "-o", "out/", "--evidence", "out/post.md") == said


@pytest.mark.parametrize("status", ["status: reviewed\n", ""])
def test_what_somebody_has_reviewed_is_not_written_over(folder: Path, status: str) -> None:
    for _ in range(2):  # a draft is
        assert run("post.md", "-o", "out/") == (0, "", "")
    path = folder / "out" / "post.md"
    reviewed = MARKDOWN.replace("status: draft\n", status).replace("dashboard", "timetable")
    path.write_text(reviewed, encoding="utf-8")
    for output in ("out/", "out/post.md"):
        said = "out/post.md is no draft any more, and would be lost; name another file"
        assert run("post.md", "-o", output) == usage(said)
    assert path.read_text(encoding="utf-8") == reviewed


@pytest.mark.parametrize("there", [b"my notes\n", b"\xff"])
def test_a_draft_is_written_over_no_other_file(folder: Path, there: bytes) -> None:
    path = folder / "notes.md"
    path.write_bytes(there)
    assert run("post.md", "-o", "notes.md") == usage("notes.md is no draft, and would be lost; name another file")
    assert path.read_bytes() == there
    path.write_bytes(b"")
    assert run("post.md", "-o", "notes.md") == (0, "", "")


def test_a_package_of_tables_goes_into_a_folder_or_a_file(folder: Path) -> None:
    assert run("post.md", "--to", "csv", "-o", "tabs") == (0, "", "")
    assert {"datapackage.json", "events.csv", "quotes.csv"} <= {*files(folder / "tabs")}
    assert run("post.md", "-o", "tabs.zip") == (0, "", "")
    assert "events.csv" in zipfile.ZipFile("tabs.zip").namelist()
    said = usage("x.csv would be one of several files; name a .zip or a folder")
    assert run("post.md", "--to", "csv", "-o", "x.csv") == said


def test_a_package_is_not_sent_to_a_terminal(folder: Path) -> None:
    sent = on_terminal("post.md", "--to", "csv")
    assert sent.endswith("Error: a package is no text: name a file or a folder with -o\n")


def test_a_format_that_cannot_be_written_is_refused_as_convert_does(folder: Path) -> None:
    names = ", ".join(one.name for one in FORMATS)
    assert run("post.md", "--to", "foo") == usage(
        f"Invalid value for --to: no format is called 'foo'; there are {names}"
    )
    written = ", ".join(one.name for one in FORMATS if one.write)
    said = usage(f"schedule-xml cannot be written; these can: {written}")
    assert run("post.md", "--to", "schedule-xml") == said
    assert run("post.md", "-o", "x.xml") == said


def test_what_the_target_does_not_hold_is_told(folder: Path) -> None:
    for name in ("x.ics", "x.html"):
        code, out, err = run("dated.md", "-o", name)
        made = en.convert("draft.md", "again" + name) if run("dated.md", "-o", "draft.md")[0] == 0 else None
        assert made
        held = {"x.ics": "ical", "x.html": "html"}[name]
        assert (code, out, err) == (0, "", f"dated.md: not held by {held}: {made}\n")
    assert run("dated.md", "-o", "x.json") == (0, "", "")


def test_a_calendar_without_a_day_says_what_to_do(folder: Path) -> None:
    known = 'a calendar needs a day, and "Tram Days 2019" has no date'
    todo = "give the event a date, or convert with --start 2017-11-02; for that, draft into Markdown first"
    assert run("post.md", "-o", "x.ics") == (1, "", f"Error: post.md: {known}; {todo}\n")


def test_mdx_has_no_comments(folder: Path) -> None:
    (folder / "post.mdx").write_text(f"<Speaker />\n\n{POST}\n<Bells />\n", encoding="utf-8")
    told = "MDX refuses comments such as <!-- session: bo-ek -->; give the draft a name that ends in .md\n"
    assert run("post.mdx")[2] == f"post.mdx: {told}"
    assert run("post.mdx", "--to", "markdown", "-o", "draft.mdx")[2] == f"draft.mdx: {told}"
    assert run("post.mdx", "-o", "draft.md")[2] == ""
    (folder / "quiet.mdx").write_text("# Tram Days 2019\n\nIt rained.\n", encoding="utf-8")
    assert run("quiet.mdx")[2] == ""


def test_two_outputs_are_not_mixed(folder: Path) -> None:
    said = usage("two outputs would be written to standard output; name a file")
    assert run("post.md", "--evidence", "-") == said
    code, out, err = run("post.md", "-o", "x.md", "--evidence", "-")
    assert (code, [one["path"] for one in json.loads(out)][:2], err) == (0, ["name", "speakers[0].name"], "")


def on_terminal(*arguments: str, columns: int = 80) -> str:
    """What a terminal is sent on both streams, but how sure a find is, which is learned."""
    ours, theirs = pty.openpty()
    wished = {**os.environ, "COLUMNS": str(columns)}
    command = [sys.executable, "-m", "eventnotes", "draft", *arguments]
    with open(ours, "rb", buffering=0) as terminal:
        subprocess.run(command, stdout=theirs, stderr=theirs, env=wished, timeout=60, check=False)
        os.close(theirs)
        return re.sub(r"[01]\.\d\d", "0.00", terminal.read(100_000).decode().replace("\r\n", "\n"))


def test_the_table_stands_apart_from_the_draft(folder: Path) -> None:
    sent = on_terminal("post.md")
    assert sent == (
        f"{MARKDOWN}\n"
        "found                    line  sure  words\n"
        "name                        1  0.00  Tram Days 2019\n"
        "speakers[0].name            3  0.00  Bo Ek\n"
        "sessions[0].speakers[0]     3  0.00  Bo Ek opened\n"
        "quotes[0].text              3  0.00  Nobody reads a dashboard at a bus stop.\n"
        "quotes[0].speaker           3  0.00  Bo Ek\n"
    )
    assert on_terminal("post.md", "-o", "x.md") == sent.removeprefix(f"{MARKDOWN}\n")


def test_on_a_narrow_terminal_the_words_stand_below(folder: Path) -> None:
    assert on_terminal("post.md", "-o", "x.md", columns=30) == (
        "found               line  sure\n"
        "  words\n"
        "name                   1  0.00\n"
        "  Tram Days 2019\n"
        "speakers[0].name       3  0.00\n"
        "  Bo Ek\n"
        "…ns[0].speakers[0]     3  0.00\n"
        "  Bo Ek opened\n"
        "quotes[0].text         3  0.00\n"
        "  Nobody reads a dashboard at…\n"
        "quotes[0].speaker      3  0.00\n"
        "  Bo Ek\n"
    )


def test_wide_characters_take_two_columns(folder: Path) -> None:
    (folder / "wide.md").write_text(
        "# 東京の電車はいつも時間通りに走るという会議 2019\n\nBo Ek spoke.\n", encoding="utf-8"
    )
    sent = on_terminal("wide.md", "-o", "x.md", columns=60)
    assert "name                        1  0.00  東京の電車はいつも時間…\n" in sent


def test_of_a_long_name_of_a_file_the_end_is_shown(folder: Path) -> None:
    (folder / "notes").mkdir()
    name = "what-we-heard-of-trams-and-of-timetables-at-noon.md"
    (folder / "notes" / name).write_text(POST, encoding="utf-8")
    assert on_terminal("notes", "-o", "x.md") == (
        f"notes: the notes of one event: {name}\n"
        "found                                         place  sure  words\n"
        "name                           …tables-at-noon.md:1  0.00  Tram Days 2019\n"
        "speakers[0].name               …tables-at-noon.md:3  0.00  Bo Ek\n"
        "sessions[0].title              …tables-at-noon.md:1  0.00  Tram Days 2019\n"
        "sessions[0].quotes[0].text     …tables-at-noon.md:3  0.00  Nobody reads a dashb…\n"
        "sessions[0].quotes[0].speaker  …tables-at-noon.md:3  0.00  Bo Ek\n"
    )
